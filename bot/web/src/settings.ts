// The attributes of the script tag. A value that makes no sense falls back to the default.

import { asLanguage, type Language } from './protocol';
import { isColour, type Theme } from './theme';

export interface Settings {
  language: Language;
  theme: Theme | 'auto';
  accent: string;
  position: 'left' | 'right';
  open: boolean;
  title: string | null;
  greeting: string | null;
  server: string;
  privacyUrl: string | null;
}

const ACCENT = '#0b5cad';

export function readSettings(script: HTMLScriptElement | null): Settings {
  const data = script?.dataset ?? {};
  return {
    language: asLanguage(data.language) ?? pageLanguage(),
    theme: data.theme === 'light' || data.theme === 'dark' ? data.theme : 'auto',
    accent: data.accent && isColour(data.accent.trim()) ? data.accent.trim() : ACCENT,
    position: data.position === 'left' ? 'left' : 'right',
    open: data.open === 'true',
    title: data.title?.trim() || null,
    greeting: data.greeting?.trim() || null,
    server: origin(data.server) ?? origin(script?.src) ?? location.origin,
    privacyUrl: webAddress(data.privacyUrl),
  };
}

/** The page's own language if Partneris speaks it, else the first of the person's that it does. */
function pageLanguage(): Language {
  const wanted = [document.documentElement.lang, ...navigator.languages];
  for (const each of wanted) {
    const language = asLanguage(each.toLowerCase().split('-')[0]);
    if (language) return language;
  }
  return 'lv';
}

function origin(address: string | undefined): string | null {
  const url = webAddress(address);
  return url ? new URL(url).origin : null;
}

function webAddress(address: string | undefined): string | null {
  if (!address) return null;
  try {
    const url = new URL(address, document.baseURI);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}
