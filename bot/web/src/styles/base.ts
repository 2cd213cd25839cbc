// Colours, what is undone of the page's own rules, and the launcher. The accent's properties are set by
// theme.ts, which knows the surfaces that are named here.

import { css } from 'lit';

export const base = css`
  :host {
    all: initial;
    position: fixed;
    z-index: 2147483000;
    bottom: calc(20px + env(safe-area-inset-bottom));
    right: calc(20px + env(safe-area-inset-right));
    --panel: #ffffff;
    --surface: #f1f4f8;
    --text: #17202b;
    --muted: #566171;
    --line: #e3e8ee;
    --field-line: #7f8a98;
    --track: #dfe5ec;
    --warn: #fff5dc;
    --on-warn: #664600;
    --good: #e5f6ec;
    --on-good: #0d5a2d;
    --error: #b3261e;
    --badge: #c5221f;
    --shade: rgb(23 32 43 / 45%);
    --shadow: 0 2px 6px rgb(16 24 40 / 6%), 0 18px 48px rgb(16 24 40 / 20%);
    color-scheme: light;
  }

  :host([position='left']) {
    right: auto;
    left: calc(20px + env(safe-area-inset-left));
  }

  :host([theme='dark']) {
    --panel: #14181f;
    --surface: #222833;
    --text: #e9edf2;
    --muted: #a6b0bd;
    --line: #2b323e;
    --field-line: #6f7a89;
    --track: #343c49;
    --warn: #3a2e12;
    --on-warn: #f6dfa6;
    --good: #15352a;
    --on-good: #b4ebc9;
    --error: #ff9d94;
    --badge: #ff8a80;
    --shade: rgb(0 0 0 / 60%);
    --shadow: 0 0 0 1px #2b323e, 0 18px 48px rgb(0 0 0 / 55%);
    color-scheme: dark;
  }

  :host([hidden]) {
    display: none;
  }

  /* The page's own rules reach the host element, and would be inherited from it. */
  .root {
    all: initial;
    display: block;
    color-scheme: inherit;
    font-family:
      system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif;
    font-size: 15px;
    line-height: 1.5;
    color: var(--text);
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
  }

  button,
  input,
  textarea {
    font: inherit;
    color: inherit;
  }

  button {
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }

  a {
    color: var(--accent-text);
    text-underline-offset: 2px;
  }

  [aria-disabled='true'] {
    cursor: default;
  }

  :focus {
    outline: none;
  }

  :focus-visible {
    outline: 2px solid var(--accent-text);
    outline-offset: 2px;
  }

  /* Their frame shows the focus. */
  textarea:focus-visible,
  .word input:focus-visible {
    outline: none;
  }

  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .icon {
    flex: none;
    width: 22px;
    height: 22px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .icon .dots {
    stroke-width: 2.6;
  }

  /* The launcher */

  .launcher {
    position: relative;
    display: grid;
    place-items: center;
    width: 60px;
    height: 60px;
    border: 1px solid var(--accent-edge);
    border-radius: 50%;
    background: var(--accent);
    color: var(--on-accent);
    box-shadow: 0 2px 6px rgb(16 24 40 / 18%), 0 10px 28px rgb(16 24 40 / 26%);
    transition: transform 160ms ease, box-shadow 160ms ease;
  }

  .launcher .icon {
    width: 28px;
    height: 28px;
  }

  .launcher:hover {
    transform: translateY(-2px);
    box-shadow: 0 4px 10px rgb(16 24 40 / 20%), 0 16px 36px rgb(16 24 40 / 30%);
  }

  .launcher:active {
    transform: scale(0.96);
  }

  /* The page below may have any colour: a light and a dark ring, one of them shows. */
  .launcher:focus-visible {
    outline: 3px solid #ffffff;
    outline-offset: 0;
    box-shadow: 0 0 0 6px #17202b;
  }

  .badge {
    position: absolute;
    top: -4px;
    right: -4px;
    min-width: 24px;
    height: 24px;
    padding: 0 6px;
    border: 2px solid var(--panel);
    border-radius: 12px;
    background: var(--badge);
    color: var(--panel);
    font-size: 12px;
    font-weight: 700;
    line-height: 20px;
    text-align: center;
  }
`;
