// The conversation as plain text, to download or copy.

import type { Chat } from './chat';
import { timeText } from './message-view';
import type { BotMessage, Entry, Table } from './protocol';
import type { Texts } from './texts';

export function transcript(chat: Chat): string {
  const { greeting, entries } = chat.conversation;
  const spoken = greeting ? [greeting, ...entries] : entries;
  return [
    chat.texts('widget-transcript-title'),
    ...spoken.map((entry) => entryText(entry, chat)),
    '',
  ].join('\n\n');
}

export function downloadTranscript(chat: Chat): void {
  // The mark at the start tells old editors that the text is UTF-8.
  const text = new Blob(['\ufeff', transcript(chat)], { type: 'text/plain;charset=utf-8' });
  const address = URL.createObjectURL(text);
  download(address, `${chat.texts('widget-transcript-name')}.txt`);
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function download(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.rel = 'noopener';
  // A browser ignores `download` for another origin: then an error must not replace the page.
  if (new URL(address).origin !== location.origin) link.target = '_blank';
  link.click();
}

function entryText(entry: Entry, chat: Chat): string {
  const { texts } = chat;
  const who = speaker(entry, texts);
  const moment = new Date(entry.time);
  const when = Number.isNaN(moment.getTime()) ? '' : ` (${timeText(moment, chat.language)})`;
  const extras = entry.from === 'bot' ? botExtras(entry, texts) : [];
  return [`${who}${when}:`, entry.text, ...extras].join('\n');
}

function speaker(entry: Entry, texts: Texts): string {
  if (entry.from === 'user') return texts('widget-transcript-you');
  return entry.officer
    ? texts('widget-from-officer', { name: entry.officer })
    : texts('widget-transcript-bot');
}

function botExtras(message: BotMessage, texts: Texts): string[] {
  const { table, file, sources, buttons } = message;
  return [
    ...(table ? tableLines(table) : []),
    ...(file ? [texts('widget-transcript-file', { name: file.name })] : []),
    ...(sources.length
      ? [`${texts('widget-sources', { count: sources.length })}: ${sources.join('; ')}`]
      : []),
    ...buttons.map((button) => `→ ${button.title}`),
  ];
}

function tableLines(table: Table): string[] {
  const rows = [table.columns.map((column) => column.title), ...table.rows, table.total ?? []];
  return ['', table.caption, ...rows.filter((row) => row.length).map((row) => row.join('\t')), ''];
}
