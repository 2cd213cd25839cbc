// Text of a message as paragraphs, lists and links. Everything becomes text nodes, never HTML.

import { html, type TemplateResult } from 'lit';
import type { Texts } from './texts';

type Block = { kind: 'paragraph' | 'list'; lines: string[] };

interface Link {
  href: string;
  text: string;
}

const BULLET = '• ';
const ADDRESS =
  /https?:\/\/[^\s<>"„”“]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w+])\+\d{1,3}(?: ?\d){8,12}(?!\d)|(?<![\w.,+/-]|\d )[26]\d{7}(?![\w.,-]?\d)/gu;
const LATVIA = '+371';

export function renderText(text: string, texts: Texts): TemplateResult {
  return html`${readBlocks(text).map((block) =>
    block.kind === 'list'
      ? html`<ul>${block.lines.map((line) => html`<li>${renderLine(line, texts)}</li>`)}</ul>`
      : html`<p>${block.lines.map(
          (line, index) => html`${index ? html`<br />` : ''}${renderLine(line, texts)}`,
        )}</p>`,
  )}`;
}

/** Paragraphs are parted by blank lines; a run of lines with bullets is a list. */
function readBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let fresh = true;
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (!line) {
      fresh = true;
      continue;
    }
    const kind = line.startsWith(BULLET) ? 'list' : 'paragraph';
    const words = kind === 'list' ? line.slice(BULLET.length) : line;
    const last = blocks.at(-1);
    if (last && last.kind === kind && !(fresh && kind === 'paragraph')) last.lines.push(words);
    else blocks.push({ kind, lines: [words] });
    fresh = false;
  }
  return blocks;
}

function renderLine(line: string, texts: Texts) {
  return splitLinks(line).map((part) =>
    typeof part === 'string' ? part : renderLink(part, texts),
  );
}

function splitLinks(line: string): (string | Link)[] {
  const parts: (string | Link)[] = [];
  let end = 0;
  for (const match of line.matchAll(ADDRESS)) {
    const text = withoutPunctuation(match[0]);
    parts.push(line.slice(end, match.index), { href: hrefOf(text), text });
    end = match.index + text.length;
  }
  parts.push(line.slice(end));
  return parts;
}

/** Signs that end the sentence are no part of the address, nor is a bracket opened before it. */
function withoutPunctuation(address: string): string {
  const trimmed = address.replace(/[.,;:!?'’…]+$/u, '');
  if (trimmed.endsWith(')') && !trimmed.includes('('))
    return withoutPunctuation(trimmed.slice(0, -1));
  return trimmed;
}

function hrefOf(address: string): string {
  if (/^https?:/.test(address)) return address;
  if (address.startsWith('+')) return `tel:${address.replaceAll(' ', '')}`;
  if (/^\d+$/.test(address)) return `tel:${LATVIA}${address}`;
  return `mailto:${address}`;
}

function renderLink(link: Link, texts: Texts): TemplateResult {
  if (!link.href.startsWith('http')) return html`<a href=${link.href}>${link.text}</a>`;
  return html`<a href=${link.href} target="_blank" rel="noopener noreferrer"
    >${link.text}<span class="unseen"> ${texts('widget-new-tab')}</span></a
  >`;
}
