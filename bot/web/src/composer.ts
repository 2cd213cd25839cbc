// Where the person writes. What is typed and not sent outlives a reload.

import { html, nothing, type TemplateResult } from 'lit';
import { sendIcon } from './icons';
import { readTab, writeTab } from './storage';
import type { Texts } from './texts';

const LINES = 5;
// The counter appears when this share of the length is used.
const NEAR = 0.9;

export interface ComposerEvents {
  changed(): void;
  send(text: string): void;
  tooLong(): void;
}

export class Composer {
  private text = readTab('draft') ?? '';

  constructor(
    private readonly root: () => ParentNode,
    private readonly events: ComposerEvents,
  ) {}

  focus(): void {
    this.field?.focus();
  }

  /** Puts a text back to be changed. */
  edit(text: string): void {
    this.keep([text, this.text].filter(Boolean).join('\n'));
    this.focus();
  }

  /** Fits the field to its text; called after rendering, when the field has it. */
  fit(): void {
    const field = this.field;
    if (!field?.clientWidth) return;
    const style = getComputedStyle(field);
    const padding = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom);
    field.style.height = 'auto';
    const most = Number.parseFloat(style.lineHeight) * LINES + padding;
    field.style.height = `${Math.min(field.scrollHeight, most)}px`;
    field.style.overflowY = field.scrollHeight > most + 1 ? 'auto' : 'hidden';
  }

  render(texts: Texts, longest: number): TemplateResult {
    const left = longest - lengthOf(this.text);
    return html`
      <form class="composer" @submit=${(event: Event) => this.submit(event, longest)}>
        <textarea
          part="input"
          rows="1"
          enterkeyhint="send"
          autocomplete="off"
          aria-label=${texts('widget-composer')}
          aria-describedby="counter"
          aria-invalid=${left < 0 ? 'true' : 'false'}
          placeholder=${texts('widget-composer-hint')}
          .value=${this.text}
          @input=${(event: InputEvent) => this.keep((event.target as HTMLTextAreaElement).value)}
          @keydown=${(event: KeyboardEvent) => this.onKey(event, longest)}
        ></textarea>
        <button
          class="send"
          part="send"
          type="submit"
          aria-label=${texts('widget-send')}
          aria-disabled=${this.text.trim() ? 'false' : 'true'}
        >
          ${sendIcon}
        </button>
      </form>
      <p id="counter" class="counter" data-counter ?data-over=${left < 0}>
        ${left > longest * (1 - NEAR) ? nothing : counterText(left, texts)}
      </p>
    `;
  }

  private get field(): HTMLTextAreaElement | null {
    return this.root().querySelector('textarea');
  }

  /** Forgets what was typed and not sent. */
  clear(): void {
    this.keep('');
  }

  private keep(text: string): void {
    this.text = text;
    writeTab('draft', text || null);
    this.events.changed();
  }

  private onKey(event: KeyboardEvent, longest: number): void {
    // While a word is being composed, Enter takes the suggestion.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.submit(event, longest);
  }

  private submit(event: Event, longest: number): void {
    event.preventDefault();
    const text = this.text.trim();
    if (!text) return;
    if (lengthOf(text) > longest) {
      this.events.tooLong();
      return;
    }
    this.keep('');
    this.events.send(text);
  }
}

function counterText(left: number, texts: Texts): string {
  return left < 0
    ? texts('widget-characters-over', { count: -left })
    : texts('widget-characters-left', { count: left });
}

/** In characters, as the server counts, not in UTF-16 units. */
function lengthOf(text: string): number {
  return [...text].length;
}
