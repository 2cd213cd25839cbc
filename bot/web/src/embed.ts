// The script that a page includes: defines the element once and puts one into the page.

import { PartnerisChat } from './partneris-chat';
import { readSettings } from './settings';

const NAME = 'partneris-chat';

// Only while the script runs does the document know which tag it came from.
const script =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>('script[src*="partneris.js"]');

function begin(): void {
  if (document.querySelector(NAME)) return;
  document.body.append(new PartnerisChat(readSettings(script)));
}

if (!customElements.get(NAME)) {
  customElements.define(NAME, PartnerisChat);
  if (document.body) begin();
  else addEventListener('DOMContentLoaded', begin, { once: true });
}
