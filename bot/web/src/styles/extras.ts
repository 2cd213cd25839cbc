// Tables, charts, files.

import { css } from 'lit';

export const extras = css`
  /* Tables, charts, files */

  .scroller {
    margin: 10px -14px 0;
    padding: 0 14px 2px;
    overflow-x: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--field-line) transparent;
  }

  .scroller:focus-visible {
    outline-offset: -2px;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 13.5px;
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
  }

  caption {
    padding-bottom: 6px;
    font-weight: 650;
    text-align: left;
  }

  th,
  td {
    padding: 6px 14px 6px 0;
    border-bottom: 1px solid var(--track);
    font-weight: 400;
    text-align: left;
    vertical-align: top;
    overflow-wrap: normal;
  }

  th:last-child,
  td:last-child {
    padding-right: 0;
  }

  th[scope='row'] {
    min-width: 120px;
  }

  thead th {
    font-size: 12.5px;
    font-weight: 600;
    color: var(--muted);
    vertical-align: bottom;
  }

  .number {
    text-align: right;
    white-space: nowrap;
  }

  thead .number {
    white-space: normal;
  }

  tfoot th,
  tfoot td {
    border-top: 2px solid var(--field-line);
    border-bottom: 0;
    font-weight: 700;
  }

  .chart {
    display: grid;
    gap: 10px;
    margin-top: 8px;
    padding-top: 12px;
    border-top: 1px solid var(--track);
    font-size: 13px;
    line-height: 1.35;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    justify-content: space-between;
  }

  .bar-text {
    margin-left: auto;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    white-space: nowrap;
  }

  .bar-line {
    flex: 0 0 100%;
    width: 100%;
    height: 8px;
  }

  .bar-track {
    fill: var(--track);
  }

  .bar-value {
    fill: var(--accent-edge);
  }

  .picture {
    display: block;
    max-width: 100%;
    height: auto;
    margin-top: 10px;
    border-radius: 12px;
    background: #ffffff;
  }

  .file {
    display: flex;
    align-items: center;
    gap: 12px;
    min-width: min(250px, 100%);
    margin-top: 10px;
    padding: 10px 12px;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--panel);
    color: var(--text);
    text-decoration: none;
    transition: border-color 120ms ease;
  }

  .file:hover {
    border-color: var(--accent-edge);
  }

  .file > .icon {
    color: var(--accent-text);
  }

  .file-icon {
    display: grid;
    flex: none;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: 11px;
    background: var(--surface);
    color: var(--accent-text);
  }

  .file-words {
    flex: 1;
    min-width: 0;
    line-height: 1.35;
  }

  .file-name {
    display: block;
    font-size: 14px;
    font-weight: 600;
  }

  .file-details {
    font-size: 12.5px;
    color: var(--muted);
  }
`;
