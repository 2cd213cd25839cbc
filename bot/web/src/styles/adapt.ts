// Small screens, less motion, forced colours, paper. These rules come last.

import { css } from 'lit';

export const adapt = css`
  /* Phones, and windows that zoom has made small: the whole screen. Keep in step with viewport.ts. */

  @media (max-width: 480px), (max-height: 480px) {
    .panel,
    :host([position='left']) .panel {
      inset: var(--free-top, 0) 0 auto;
      width: 100%;
      height: var(--free-height, 100dvh);
      padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom)
        env(safe-area-inset-left);
      border-radius: 0;
      box-shadow: none;
    }

    .launcher[aria-expanded='true'] {
      visibility: hidden;
    }

    textarea,
    .word input {
      font-size: 16px;
    }
  }

  @media (max-width: 360px) {
    .head {
      gap: 2px;
      padding: 8px 4px 8px 10px;
    }

    .monogram {
      width: 32px;
      height: 32px;
    }

    .log {
      padding-inline: 12px;
    }

    .bubble {
      max-width: 94%;
    }
  }

  /* A low window needs its height for the conversation. */
  @media (max-height: 400px) {
    .head {
      padding-block: 4px;
    }

    .data-note {
      padding-block: 4px;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }

    .typing i:nth-of-type(2) {
      opacity: 0.7;
    }

    .typing i:nth-of-type(3) {
      opacity: 0.4;
    }
  }

  /* Without the page's colours, borders show what colours showed. */
  @media (forced-colors: active) {
    .panel,
    .bubble,
    .launcher,
    .send,
    .main-button,
    .languages button,
    .thumb,
    .data-note,
    .notice,
    .connection-line:has(span),
    .confirm,
    .file,
    .badge {
      border: 1px solid CanvasText;
    }

    .languages [aria-pressed='true'],
    .thumb[aria-pressed='true'] {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }

    .menu [role='menuitem']:focus {
      outline: 2px solid Highlight;
    }

    .composer:focus-within,
    .word:focus-within {
      outline: 2px solid Highlight;
    }

    .launcher:focus-visible {
      outline: 3px solid Highlight;
    }

    .bar-value,
    .monogram .ground {
      fill: Highlight;
    }

    .bar-track {
      fill: Canvas;
      stroke: CanvasText;
    }

    .typing i,
    .connection-line .light,
    .state::before {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
