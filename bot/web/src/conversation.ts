// The conversation as this tab knows it: entries in order, each once by its id.

import type { BotMessage, Entry, Feedback, Session } from './protocol';

export class Conversation {
  greeting: BotMessage | null = null;
  entries: Entry[] = [];
  longest = 4000;
  keepDays = 0;

  /** Takes over what the server knows and returns what was not known here. */
  takeSession(session: Session): Entry[] {
    this.greeting = session.greeting ?? this.greeting;
    this.longest = session.longest;
    this.keepDays = session.keepDays;
    const fresh = session.entries.filter((entry) => !this.has(entry.id));
    this.entries = withLocal(session.entries, this.entries);
    return fresh;
  }

  /** Adds an entry or puts it in the place of the one with its id; true if it is new. */
  merge(entry: Entry): boolean {
    const index = this.entries.findIndex((each) => each.id === entry.id);
    if (index >= 0) this.entries[index] = entry;
    else this.entries.push(entry);
    return index < 0;
  }

  remove(id: string): void {
    this.entries = this.entries.filter((entry) => entry.id !== id);
  }

  has(id: string): boolean {
    return this.entries.some((entry) => entry.id === id);
  }

  botMessage(id: string): BotMessage | null {
    const entry = this.entries.find((each) => each.id === id);
    return entry?.from === 'bot' ? entry : null;
  }

  setFeedback(id: string, feedback: Feedback | null): void {
    const message = this.botMessage(id);
    if (message) message.feedback = feedback;
  }

  get lastBotMessage(): BotMessage | null {
    return this.entries.findLast((entry) => entry.from === 'bot') ?? null;
  }

  get asked(): boolean {
    return this.entries.some((entry) => entry.from === 'user');
  }

  clear(): void {
    this.entries = [];
  }
}

/** The server's entries; those it does not keep (failures) stay where they stood here. */
function withLocal(kept: Entry[], local: Entry[]): Entry[] {
  const merged = [...kept];
  local.forEach((entry, index) => {
    if (merged.some((each) => each.id === entry.id)) return;
    const before = local[index - 1]?.id;
    merged.splice(merged.findIndex((each) => each.id === before) + 1, 0, entry);
  });
  return merged;
}
