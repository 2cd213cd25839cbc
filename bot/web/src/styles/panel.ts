// The panel with its head, menu and connection line, and what it shows while it waits or asks.

import { css } from 'lit';

export const panel = css`
  /* The panel */

  .panel {
    position: fixed;
    right: calc(20px + env(safe-area-inset-right));
    bottom: calc(96px + env(safe-area-inset-bottom));
    width: min(410px, calc(100vw - 40px));
    height: min(700px, calc(100dvh - 116px));
    overflow: hidden;
    border-radius: 20px;
    background: var(--panel);
    box-shadow: var(--shadow);
    transform-origin: bottom right;
    transition:
      opacity 180ms ease,
      transform 220ms cubic-bezier(0.2, 0.9, 0.3, 1),
      display 220ms allow-discrete;
  }

  @starting-style {
    .panel {
      opacity: 0;
      transform: translateY(12px) scale(0.97);
    }
  }

  .panel[hidden] {
    display: none;
    opacity: 0;
    transform: translateY(12px) scale(0.97);
  }

  :host([position='left']) .panel {
    right: auto;
    left: calc(20px + env(safe-area-inset-left));
    transform-origin: bottom left;
  }

  .inside {
    display: flex;
    flex-direction: column;
    height: 100%;
  }

  .head {
    display: flex;
    flex: none;
    align-items: center;
    gap: 4px;
    padding: 12px 10px 12px 16px;
    border-bottom: 1px solid var(--line);
  }

  .monogram {
    flex: none;
    width: 38px;
    height: 38px;
    margin-right: 8px;
  }

  .monogram .ground {
    fill: var(--accent);
    stroke: var(--accent-edge);
  }

  .monogram .letter {
    fill: none;
    stroke: var(--on-accent);
    stroke-width: 3.4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .monogram .point {
    fill: var(--on-accent);
  }

  .titles {
    flex: 1;
    min-width: 0;
  }

  .title {
    overflow: hidden;
    font-size: 16px;
    font-weight: 650;
    line-height: 1.3;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .state {
    overflow: hidden;
    font-size: 12.5px;
    line-height: 1.35;
    color: var(--muted);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .state::before {
    content: '';
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-right: 6px;
    border-radius: 50%;
    background: #c98a12;
  }

  .state[data-connection='online']::before {
    background: #22a35a;
  }

  .state[data-connection='unreachable']::before,
  .state[data-connection='busy']::before,
  .state[data-connection='foreign']::before {
    background: var(--muted);
  }

  .languages {
    display: flex;
    flex: none;
    padding: 3px;
    border-radius: 12px;
    background: var(--surface);
  }

  .languages button {
    min-width: 36px;
    height: 32px;
    border-radius: 9px;
    font-size: 12.5px;
    font-weight: 600;
    color: var(--muted);
  }

  .languages button:hover {
    color: var(--text);
  }

  .languages [aria-pressed='true'] {
    background: var(--panel);
    color: var(--accent-text);
    box-shadow: 0 1px 3px rgb(16 24 40 / 16%);
  }

  .plain-button {
    display: grid;
    flex: none;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: 12px;
    color: var(--muted);
  }

  .plain-button:hover,
  .plain-button[aria-expanded='true'] {
    background: var(--surface);
    color: var(--text);
  }

  .menu-holder {
    position: relative;
  }

  .menu {
    position: absolute;
    z-index: 3;
    top: 46px;
    right: -40px;
    display: flex;
    flex-direction: column;
    width: max-content;
    max-width: 270px;
    padding: 6px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--panel);
    box-shadow: 0 12px 32px rgb(16 24 40 / 22%);
    animation: appear 140ms ease;
  }

  .menu [role='menuitem'] {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 42px;
    padding: 8px 14px 8px 10px;
    border-radius: 11px;
    font-size: 14.5px;
    line-height: 1.35;
    text-align: left;
    text-decoration: none;
    color: var(--text);
  }

  .menu [role='menuitem']:hover,
  .menu [role='menuitem']:focus {
    background: var(--surface);
  }

  .menu [role='menuitem']:focus-visible {
    outline-offset: -2px;
  }

  .menu .icon {
    width: 20px;
    height: 20px;
    color: var(--muted);
  }

  .connection-line {
    display: flex;
    flex: none;
    align-items: center;
    gap: 10px;
    padding: 0 16px;
    font-size: 13.5px;
    line-height: 1.4;
  }

  .connection-line:has(span) {
    padding: 8px 16px;
  }

  .connection-line.lost {
    background: var(--warn);
    color: var(--on-warn);
  }

  .connection-line.back {
    background: var(--good);
    color: var(--on-good);
  }

  .connection-line .light {
    flex: none;
    width: 9px;
    height: 9px;
    border-radius: 50%;
    background: currentcolor;
  }

  .connection-line.lost .light {
    animation: breathe 1.6s ease-in-out infinite;
  }

  /* Waiting */

  .typing {
    display: flex;
    gap: 5px;
    padding: 15px 16px;
  }

  .typing i {
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--muted);
    animation: hop 1.2s ease-in-out infinite;
  }

  .typing i:nth-of-type(2) {
    animation-delay: 0.15s;
  }

  .typing i:nth-of-type(3) {
    animation-delay: 0.3s;
  }

  .loading {
    display: grid;
    gap: 10px;
  }

  .loading span {
    width: 84%;
    height: 74px;
    border-radius: 18px;
    background: var(--surface);
    animation: breathe 1.4s ease-in-out infinite;
  }

  .loading span:nth-of-type(2) {
    width: 56%;
    height: 40px;
  }

  .loading span:nth-of-type(3) {
    width: 42%;
    height: 40px;
  }

  .failure {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 8px;
    margin: 10% auto 24px;
    max-width: 300px;
    text-align: center;
    color: var(--muted);
  }

  .failure h3 {
    font-size: 17px;
    line-height: 1.35;
    color: var(--text);
  }

  .failure-icon {
    display: grid;
    place-items: center;
    width: 60px;
    height: 60px;
    margin-bottom: 6px;
    border-radius: 50%;
    background: var(--surface);
  }

  .failure-icon .icon {
    width: 28px;
    height: 28px;
  }

  .main-button,
  .quiet-button {
    min-height: 42px;
    padding: 9px 20px;
    border: 1px solid var(--accent-edge);
    border-radius: 21px;
    font-weight: 600;
    line-height: 1.35;
  }

  .main-button {
    background: var(--accent);
    color: var(--on-accent);
  }

  .quiet-button {
    border-color: var(--field-line);
  }

  .quiet-button:hover {
    background: var(--surface);
  }

  .failure .main-button {
    margin-top: 10px;
  }

  .jump {
    position: absolute;
    bottom: 10px;
    right: 14px;
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border: 1px solid var(--line);
    border-radius: 50%;
    background: var(--panel);
    color: var(--accent-text);
    box-shadow: 0 4px 14px rgb(16 24 40 / 20%);
    animation: appear 160ms ease;
  }

  /* The question in the panel */

  .confirm-ground {
    position: absolute;
    z-index: 4;
    inset: 0;
    display: grid;
    place-items: center;
    padding: 20px;
    background: var(--shade);
    animation: fade 140ms ease;
  }

  .confirm {
    max-width: 320px;
    max-height: 100%;
    padding: 20px;
    overflow: auto;
    border-radius: 18px;
    background: var(--panel);
    box-shadow: 0 16px 40px rgb(16 24 40 / 30%);
  }

  .confirm h2 {
    margin-bottom: 6px;
    font-size: 17px;
    line-height: 1.35;
  }

  .confirm p {
    font-size: 14.5px;
    color: var(--muted);
  }

  .confirm-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
    margin-top: 18px;
  }

  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }

  @keyframes fade {
    from {
      opacity: 0;
    }
  }

  @keyframes breathe {
    50% {
      opacity: 0.45;
    }
  }

  @keyframes hop {
    30% {
      transform: translateY(-4px);
    }

    60% {
      transform: none;
    }
  }
`;
