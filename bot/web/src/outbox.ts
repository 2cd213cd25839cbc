// Messages that the server has not confirmed yet. They outlive a reload and keep their ids, so that
// what is sent again is answered once.

import { newId } from './ids';
import type { Ack, Language } from './protocol';
import { readTab, writeTab } from './storage';

export type Reason = 'rate' | 'empty' | 'long' | 'invalid' | 'timeout' | 'failed';

export interface Unsent {
  id: string;
  text: string;
  language: Language;
  time: string;
  state: 'waiting' | 'sending' | 'refused';
  reason: Reason | null;
  /** When it may be tried again, in milliseconds since 1970. */
  readyAt: number;
  /** Whether the conversation was already opened anew for this message. */
  reopened: boolean;
}

export class Outbox {
  items: Unsent[] = restore();

  add(text: string, language: Language): Unsent {
    const item: Unsent = {
      id: newId(),
      text,
      language,
      time: new Date().toISOString(),
      state: 'waiting',
      reason: null,
      readyAt: 0,
      reopened: false,
    };
    this.items.push(item);
    this.save();
    return item;
  }

  find(id: string): Unsent | undefined {
    return this.items.find((item) => item.id === id);
  }

  get waiting(): Unsent[] {
    return this.items.filter((item) => item.state === 'waiting');
  }

  setState(item: Unsent, state: 'waiting' | 'sending'): void {
    item.state = state;
    item.reason = null;
    this.save();
  }

  refuse(item: Unsent, ack: Pick<Ack, 'reason' | 'wait'>): void {
    item.state = 'refused';
    item.reason = asReason(ack.reason);
    item.readyAt = Date.now() + ack.wait * 1000;
    this.save();
  }

  remove(id: string): void {
    this.items = this.items.filter((item) => item.id !== id);
    this.save();
  }

  clear(): void {
    this.items = [];
    this.save();
  }

  private save(): void {
    writeTab('outbox', this.items.length ? JSON.stringify(this.items) : null);
  }
}

function asReason(reason: string): Reason {
  const known: readonly string[] = ['rate', 'empty', 'long', 'timeout', 'failed'];
  if (reason === 'session') return 'timeout';
  return known.includes(reason) ? (reason as Reason) : 'invalid';
}

function restore(): Unsent[] {
  try {
    const items: unknown = JSON.parse(readTab('outbox') ?? '[]');
    if (!Array.isArray(items)) return [];
    return items.filter(isUnsent).map((item) => ({
      ...item,
      state: item.state === 'sending' ? 'waiting' : item.state,
    }));
  } catch {
    return [];
  }
}

function isUnsent(value: unknown): value is Unsent {
  const item = value as Partial<Unsent> | null;
  return typeof item?.id === 'string' && typeof item.text === 'string';
}
