// A table with its chart.

import { html, nothing, type TemplateResult } from 'lit';
import type { Bar, Column, Table } from './protocol';

export function renderTable(table: Table): TemplateResult {
  return html`
    <div class="scroller" role="region" tabindex="0" aria-label=${table.caption}>
      <table>
        <caption>
          ${table.caption}
        </caption>
        <thead>
          <tr>
            ${table.columns.map(
              (column) => html`<th scope="col" class=${kindOf(column)}>${column.title}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${table.rows.map((row) => renderRow(row, table.columns))}
        </tbody>
        ${table.total ? html`<tfoot>${renderRow(table.total, table.columns)}</tfoot>` : nothing}
      </table>
    </div>
    ${table.bars.length ? renderChart(table.bars) : nothing}
  `;
}

function renderRow(cells: string[], columns: Column[]): TemplateResult {
  return html`<tr>
    ${cells.map((cell, index) =>
      index === 0
        ? html`<th scope="row" class=${kindOf(columns[index])}>${cell}</th>`
        : html`<td class=${kindOf(columns[index])}>${cell}</td>`,
    )}
  </tr>`;
}

function kindOf(column: Column | undefined): string {
  return column?.numeric ? 'number' : 'words';
}

/** The table says the same: screen readers need not hear it twice. */
function renderChart(bars: Bar[]): TemplateResult {
  const longest = Math.max(...bars.map((bar) => bar.value));
  return html`<div class="chart" aria-hidden="true">
    ${bars.map(
      (bar) => html`<div class="bar">
        <span class="bar-label">${bar.label}</span><span class="bar-text">${bar.text}</span>
        <svg class="bar-line" focusable="false">
          <rect class="bar-track" width="100%" height="100%" rx="4"></rect>
          <rect class="bar-value" width=${percent(bar.value, longest)} height="100%" rx="4"></rect>
        </svg>
      </div>`,
    )}
  </div>`;
}

function percent(value: number, longest: number): string {
  const share = longest > 0 ? Math.max(0, value) / longest : 0;
  return `${Math.round(share * 1000) / 10}%`;
}
