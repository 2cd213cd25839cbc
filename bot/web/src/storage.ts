// What the browser keeps. Storage may be blocked (private windows, embedded frames, settings): then
// the widget keeps the same things in memory for as long as the page lives.

const TOKEN = 'partneris.token';

export type TabKey = 'open' | 'draft' | 'outbox' | 'language';

const memory = new Map<string, string>();

/** The conversation's token, shared by all tabs of the browser. */
export function readToken(): string | null {
  return read(() => localStorage, TOKEN);
}

export function writeToken(token: string | null): void {
  write(() => localStorage, TOKEN, token);
}

/** Calls back when another tab has begun another conversation. */
export function onTokenChange(callback: () => void): void {
  addEventListener('storage', (event) => {
    // A removal is half of a change: the other tab's new token follows.
    if (event.key === TOKEN && event.newValue !== null) callback();
  });
}

/** What belongs to this tab only and outlives a reload. */
export function readTab(key: TabKey): string | null {
  return read(() => sessionStorage, `partneris.${key}`);
}

export function writeTab(key: TabKey, value: string | null): void {
  write(() => sessionStorage, `partneris.${key}`, value);
}

function read(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return memory.get(key) ?? null;
  }
}

function write(storage: () => Storage, key: string, value: string | null): void {
  try {
    if (value === null) storage().removeItem(key);
    else storage().setItem(key, value);
  } catch {
    if (value === null) memory.delete(key);
    else memory.set(key, value);
  }
}
