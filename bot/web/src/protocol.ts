// What travels between widget and server, and how it is read: unknown fields are ignored, missing
// ones get a default, and what is no entry at all becomes null.

export type Language = 'lv' | 'en';

export interface UserEntry {
  from: 'user';
  id: string;
  time: string;
  text: string;
  language: Language | null;
}

export interface Button {
  title: string;
}

export interface Column {
  title: string;
  numeric: boolean;
}

export interface Bar {
  label: string;
  value: number;
  text: string;
}

export interface Table {
  caption: string;
  columns: Column[];
  rows: string[][];
  total: string[] | null;
  bars: Bar[];
}

export interface FileLink {
  name: string;
  media_type: string;
  size: number;
  url: string;
}

export interface Feedback {
  helpful: boolean;
  word: string | null;
}

export interface BotMessage {
  from: 'bot';
  id: string;
  time: string;
  language: Language;
  text: string;
  sources: string[];
  buttons: Button[];
  table: Table | null;
  file: FileLink | null;
  feedback: Feedback | null;
  answers: boolean;
  /** The person at the agency who says it; none: Partneris. */
  officer: string | null;
  /** Whether it tells of an officer who comes or goes. */
  notice: boolean;
}

export type Entry = UserEntry | BotMessage;

export interface Session {
  token: string;
  entries: Entry[];
  greeting: BotMessage | null;
  longest: number;
  keepDays: number;
}

export interface Ack {
  status: 'ok' | 'duplicate' | 'refused';
  reason: string;
  wait: number;
}

type Fields = Record<string, unknown>;

export function readSession(value: unknown): Session | null {
  const fields = asFields(value);
  if (!fields || typeof fields.token !== 'string') return null;
  return {
    token: fields.token,
    entries: asList(fields.entries).flatMap((each) => readEntry(each) ?? []),
    greeting: readBotMessage(fields.greeting),
    longest: asNumber(fields.longest, 4000),
    keepDays: asNumber(fields.keep_days, 0),
  };
}

export function readEntry(value: unknown): Entry | null {
  const fields = asFields(value);
  if (fields?.from === 'user') return readUserEntry(fields);
  return readBotMessage(value);
}

export function readBotMessage(value: unknown): BotMessage | null {
  const fields = asFields(value);
  if (fields?.from !== 'bot' || typeof fields.id !== 'string') return null;
  return {
    from: 'bot',
    id: fields.id,
    time: asText(fields.time),
    language: asLanguage(fields.language) ?? 'lv',
    text: asText(fields.text),
    sources: asList(fields.sources).filter((each) => typeof each === 'string'),
    buttons: asList(fields.buttons).map((each) => ({ title: asText(asFields(each)?.title) })),
    table: readTable(fields.table),
    file: readFile(fields.file),
    feedback: readFeedback(fields.feedback),
    answers: fields.answers === true,
    officer: typeof fields.officer === 'string' ? fields.officer : null,
    notice: fields.notice === true,
  };
}

export function readAck(value: unknown): Ack {
  const fields = asFields(value);
  const status = fields?.status;
  return {
    status: status === 'ok' || status === 'duplicate' ? status : 'refused',
    reason: asText(fields?.reason),
    wait: asNumber(fields?.wait, 0),
  };
}

export function asLanguage(value: unknown): Language | null {
  return value === 'lv' || value === 'en' ? value : null;
}

function readUserEntry(fields: Fields): UserEntry | null {
  if (typeof fields.id !== 'string') return null;
  return {
    from: 'user',
    id: fields.id,
    time: asText(fields.time),
    text: asText(fields.text),
    language: asLanguage(fields.language),
  };
}

function readTable(value: unknown): Table | null {
  const fields = asFields(value);
  if (!fields) return null;
  return {
    caption: asText(fields.caption),
    columns: asList(fields.columns).map((each) => ({
      title: asText(asFields(each)?.title),
      numeric: asFields(each)?.numeric === true,
    })),
    rows: asList(fields.rows).map(asCells),
    total: Array.isArray(fields.total) ? asCells(fields.total) : null,
    bars: asList(fields.bars).map((each) => ({
      label: asText(asFields(each)?.label),
      value: asNumber(asFields(each)?.value, 0),
      text: asText(asFields(each)?.text),
    })),
  };
}

function readFile(value: unknown): FileLink | null {
  const fields = asFields(value);
  if (!fields || typeof fields.url !== 'string') return null;
  return {
    name: asText(fields.name),
    media_type: asText(fields.media_type),
    size: asNumber(fields.size, 0),
    url: fields.url,
  };
}

function readFeedback(value: unknown): Feedback | null {
  const fields = asFields(value);
  if (typeof fields?.helpful !== 'boolean') return null;
  return { helpful: fields.helpful, word: asText(fields.word) || null };
}

function asFields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : null;
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function asCells(value: unknown): string[] {
  return asList(value).map(asText);
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function asNumber(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}
