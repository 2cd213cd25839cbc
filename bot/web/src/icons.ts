// Drawings, as SVG in code: no image has to be fetched.

import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

function icon(drawing: SVGTemplateResult): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${drawing}
  </svg>`;
}

export const chatIcon = icon(svg`
  <path d="M12 3.5c5 0 9 3.4 9 7.8s-4 7.8-9 7.8c-.9 0-1.8-.1-2.6-.3-.3-.1-.7 0-.9.2-1.2.9-2.6 1.4-4.1 1.5-.3 0-.5-.4-.3-.6.6-.8 1-1.6 1.1-2.5.1-.4-.1-.7-.4-1C3.7 15 3 13.2 3 11.3c0-4.4 4-7.8 9-7.8Z"/>
  <path d="M8.2 11.4h.01M12 11.4h.01M15.8 11.4h.01" class="dots"/>`);

export const downIcon = icon(svg`<path d="m6 9.5 6 6 6-6"/>`);

export const closeIcon = icon(svg`<path d="M6.5 6.5l11 11M17.5 6.5l-11 11"/>`);

export const menuIcon = icon(svg`<path d="M12 5.5h.01M12 12h.01M12 18.5h.01" class="dots"/>`);

export const sendIcon = icon(svg`<path d="M12 19V5.5M6 11l6-6 6 6"/>`);

export const personIcon = icon(svg`
  <circle cx="12" cy="8" r="3.6"/><path d="M4.8 19.5c.8-3.4 3.7-5.5 7.2-5.5s6.4 2.1 7.2 5.5"/>`);

export const downloadIcon = icon(svg`
  <path d="M12 4.5v10.5M7.5 11l4.5 4.5 4.5-4.5M5 19.5h14"/>`);

export const copyIcon = icon(svg`
  <rect x="9" y="9" width="11" height="11" rx="2.5"/>
  <path d="M5.5 15A1.5 1.5 0 0 1 4 13.5v-7A2.5 2.5 0 0 1 6.5 4h7A1.5 1.5 0 0 1 15 5.5"/>`);

export const newIcon = icon(svg`
  <path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 4v3.5H16"/>`);

export const shieldIcon = icon(svg`
  <path d="M12 3.5l7 2.5v5.5c0 4.2-2.9 7.5-7 9-4.1-1.5-7-4.8-7-9V6l7-2.5ZM9 12l2.2 2.2L15.2 10"/>`);

export const fileIcon = icon(svg`
  <path d="M13.5 3.5H7.5a2 2 0 0 0-2 2v13a2 2 0 0 0 2 2h9a2 2 0 0 0 2-2v-10l-5-5ZM13.5 3.5v5h5"/>`);

export const eraseIcon = icon(svg`
  <path d="M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.4L17 7M10.3 10.5v5.5M13.7 10.5v5.5"/>`);

export const thumbUpIcon = icon(svg`
  <path d="M8 20H5.5A1.5 1.5 0 0 1 4 18.5v-6A1.5 1.5 0 0 1 5.5 11H8m0 9V11m0 9h8.7a2 2 0 0 0 2-1.7l1-6a2 2 0 0 0-2-2.3H14V5.5A2.5 2.5 0 0 0 11.5 3L8 11"/>`);

export const thumbDownIcon = icon(svg`
  <path d="M16 4h2.5A1.5 1.5 0 0 1 20 5.5v6a1.5 1.5 0 0 1-1.5 1.5H16m0-9v9m0-9H7.3a2 2 0 0 0-2 1.7l-1 6a2 2 0 0 0 2 2.3H10v4.5a2.5 2.5 0 0 0 2.5 2.5L16 13"/>`);

export const alertIcon = icon(svg`
  <circle cx="12" cy="12" r="8.5"/><path d="M12 7.8v4.7M12 16h.01"/>`);

export const chevronIcon = icon(svg`<path d="m9.5 6.5 5.5 5.5-5.5 5.5"/>`);

export const monogram = html`<svg class="monogram" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
  <rect width="40" height="40" rx="13" class="ground"/>
  <path d="M15 29V11.5h6.2a5.6 5.6 0 0 1 0 11.2H15" class="letter"/>
  <circle cx="28.8" cy="28" r="2.1" class="point"/>
</svg>`;
