// The conversation: bubbles, sources, quick replies, feedback.

import { css } from 'lit';

export const messages = css`
  /* The conversation */

  .middle {
    position: relative;
    display: flex;
    flex: 1;
    min-height: 0;
  }

  .log {
    position: relative;
    flex: 1;
    min-width: 0;
    padding: 18px 16px 12px;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--field-line) transparent;
  }

  .log:focus-visible {
    outline-offset: -3px;
  }

  .message {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    margin-bottom: 16px;
    animation: appear 200ms ease;
  }

  .message.user {
    align-items: flex-end;
    margin-bottom: 10px;
  }

  .message.bot:has(+ .message.bot),
  .message.user:has(+ .message.user) {
    margin-bottom: 8px;
  }

  .bubble {
    position: relative;
    max-width: 88%;
    padding: 10px 14px;
    border-radius: 18px;
    overflow-wrap: anywhere;
  }

  .bot .bubble {
    border-bottom-left-radius: 6px;
    background: var(--surface);
  }

  .officer .bubble {
    border-inline-start: 3px solid var(--accent);
  }

  .who {
    margin-bottom: 4px;
    font-size: 0.86em;
    font-weight: 600;
  }

  .handover .bubble {
    border-radius: 12px;
    background: none;
    border: 1px solid var(--field-line);
    font-size: 0.93em;
  }

  .bot .bubble:has(table) {
    width: 100%;
    max-width: 100%;
  }

  .user .bubble {
    max-width: 82%;
    border: 1px solid var(--accent-edge);
    border-bottom-right-radius: 6px;
    background: var(--accent);
    color: var(--on-accent);
  }

  [data-state='waiting'] .bubble,
  [data-state='sending'] .bubble {
    border-style: dashed;
  }

  .as-typed {
    white-space: pre-wrap;
  }

  .text > * + * {
    margin-top: 8px;
  }

  .text ul {
    padding-left: 18px;
  }

  .text li + li {
    margin-top: 3px;
  }

  .text li::marker {
    color: var(--accent-text);
  }

  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 12px;
    min-height: 20px;
    margin-top: 3px;
    padding: 0 4px;
    font-size: 12.5px;
    line-height: 1.4;
    color: var(--muted);
  }

  .user .meta {
    justify-content: flex-end;
    max-width: 88%;
    text-align: right;
  }

  .refusal {
    color: var(--error);
  }

  .small-button {
    min-height: 32px;
    padding: 4px 12px;
    border: 1px solid var(--accent-edge);
    border-radius: 16px;
    font-weight: 600;
    color: var(--accent-text);
  }

  .small-button:hover {
    background: var(--surface);
  }

  .small-button[aria-disabled='true'] {
    border-color: var(--line);
    background: none;
    color: var(--muted);
  }

  .sources {
    margin-top: 10px;
    padding-top: 8px;
    border-top: 1px solid var(--track);
    font-size: 13.5px;
    line-height: 1.45;
    color: var(--muted);
  }

  .sources summary {
    width: fit-content;
    min-height: 24px;
    padding: 2px 6px 2px 0;
    border-radius: 6px;
    font-weight: 600;
    cursor: pointer;
  }

  .sources summary:hover {
    color: var(--text);
  }

  .sources ul {
    margin-top: 4px;
    padding-left: 18px;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 10px;
  }

  .buttons button {
    min-height: 40px;
    padding: 8px 15px;
    border: 1px solid var(--accent-edge);
    border-radius: 20px;
    background: var(--panel);
    font-size: 14.5px;
    line-height: 1.35;
    text-align: left;
    color: var(--accent-text);
    transition: background 120ms ease;
  }

  .buttons button:hover {
    background: var(--surface);
  }

  .buttons button[aria-disabled='true'] {
    border-color: var(--line);
    background: none;
    color: var(--muted);
  }

  /* Feedback */

  .feedback {
    display: flex;
    align-items: center;
    gap: 2px;
  }

  .feedback span {
    margin-right: 4px;
  }

  .thumb {
    display: grid;
    place-items: center;
    width: 34px;
    height: 32px;
    border-radius: 10px;
    color: var(--muted);
  }

  .thumb .icon {
    width: 18px;
    height: 18px;
  }

  .thumb:hover {
    background: var(--surface);
    color: var(--text);
  }

  .thumb[aria-pressed='true'] {
    background: var(--surface);
    color: var(--accent-text);
  }

  .thumb[aria-pressed='true'] .icon {
    fill: currentcolor;
    fill-opacity: 0.25;
  }

  .step {
    width: 88%;
  }

  .word {
    display: flex;
    align-items: center;
    margin-top: 4px;
    /* brought into view above the button that leads to the end */
    scroll-margin-bottom: 58px;
    border: 1px solid var(--field-line);
    border-radius: 20px;
    animation: appear 160ms ease;
  }

  .word:focus-within {
    border-color: var(--accent-text);
    box-shadow: 0 0 0 1px var(--accent-text);
  }

  .word input {
    flex: 1;
    min-width: 0;
    height: 38px;
    padding: 0 0 0 14px;
    border: 0;
    background: none;
    font-size: 14px;
  }

  .word button {
    display: grid;
    place-items: center;
    width: 38px;
    height: 38px;
    border-radius: 50%;
    color: var(--accent-text);
  }

  .word button .icon {
    width: 19px;
    height: 19px;
  }

  .thanks {
    padding: 2px 4px 0;
    font-size: 13px;
    color: var(--muted);
  }
`;
