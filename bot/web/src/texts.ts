// The widget's sentences in one language.

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import english from '../../../data/responses/en/widget.ftl?raw';
import latvian from '../../../data/responses/lv/widget.ftl?raw';
import type { Language } from './protocol';

export type Key = `widget-${string}`;

export type Texts = (key: Key, values?: Record<string, FluentVariable>) => string;

const texts: Record<Language, Texts> = {
  lv: makeTexts('lv', latvian),
  en: makeTexts('en', english),
};

export function textsOf(language: Language): Texts {
  return texts[language];
}

function makeTexts(language: Language, source: string): Texts {
  // Without marks around values: they would stand in copied text and in accessible names.
  const bundle = new FluentBundle(language, { useIsolating: false });
  bundle.addResource(new FluentResource(source));
  return (key, values) => {
    const pattern = bundle.getMessage(key)?.value;
    return pattern ? bundle.formatPattern(pattern, values, []) : key;
  };
}
