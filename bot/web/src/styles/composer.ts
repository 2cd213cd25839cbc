// Writing.

import { css } from 'lit';

export const composer = css`
  /* Writing */

  .foot {
    flex: none;
    padding: 8px 12px 12px;
  }

  .data-note {
    display: flex;
    gap: 9px;
    align-items: flex-start;
    margin-bottom: 8px;
    padding: 9px 12px;
    border-radius: 14px;
    background: var(--surface);
    font-size: 13px;
    line-height: 1.45;
    color: var(--muted);
  }

  .data-note .icon {
    width: 18px;
    height: 18px;
  }

  .notice {
    margin-bottom: 8px;
    padding: 8px 12px;
    border-radius: 12px;
    background: var(--warn);
    font-size: 13.5px;
    line-height: 1.4;
    color: var(--on-warn);
    animation: appear 160ms ease;
  }

  .notice.done {
    background: var(--good);
    color: var(--on-good);
  }

  .composer {
    display: flex;
    align-items: flex-end;
    gap: 6px;
    padding: 4px;
    border: 1px solid var(--field-line);
    border-radius: 24px;
    background: var(--panel);
    transition: border-color 120ms ease;
  }

  .composer:focus-within {
    border-color: var(--accent-text);
    box-shadow: 0 0 0 1px var(--accent-text);
  }

  textarea {
    flex: 1;
    min-width: 0;
    min-height: 38px;
    margin: 0;
    padding: 8px 4px 8px 14px;
    border: 0;
    background: none;
    line-height: 22px;
    resize: none;
    scrollbar-width: thin;
  }

  textarea::placeholder,
  .word input::placeholder {
    color: var(--muted);
    opacity: 1;
  }

  .send {
    display: grid;
    flex: none;
    place-items: center;
    width: 40px;
    height: 40px;
    border: 1px solid var(--accent-edge);
    border-radius: 50%;
    background: var(--accent);
    color: var(--on-accent);
    transition: transform 120ms ease;
  }

  .send:active {
    transform: scale(0.94);
  }

  .send[aria-disabled='true'] {
    border-color: transparent;
    background: var(--surface);
    color: var(--muted);
    transform: none;
  }

  .counter {
    padding: 0 14px;
    font-size: 12.5px;
    text-align: right;
    color: var(--muted);
  }

  .counter[data-over] {
    font-weight: 600;
    color: var(--error);
  }
`;
