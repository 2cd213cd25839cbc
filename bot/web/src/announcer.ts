// Says things to screen readers. Two regions take turns, so that the same words are read again when
// they come again: a region that does not change is not read.

import { html, type TemplateResult } from 'lit';

export class Announcer {
  private readonly words: [string, string] = ['', ''];
  private turn: 0 | 1 = 0;
  private spoken = false;

  constructor(private readonly changed: () => void) {}

  /** What is said before the screen has changed is said together. */
  say(text: string): void {
    if (this.spoken) {
      this.words[this.turn] = '';
      this.turn = this.turn === 0 ? 1 : 0;
      this.spoken = false;
    }
    this.words[this.turn] = [this.words[this.turn], text].filter(Boolean).join(' ');
    this.changed();
  }

  /** Called after the words have reached the document. */
  rendered(): void {
    if (this.words[this.turn]) this.spoken = true;
  }

  render(): TemplateResult {
    return html`${this.words.map(
      (words) => html`<div class="unseen" data-announcer aria-live="polite">${words}</div>`,
    )}`;
  }
}
