// The parts of the panel around the conversation.

import { html, nothing, type TemplateResult } from 'lit';
import type { Chat } from './chat';
import type { Status } from './connection';
import { alertIcon, closeIcon, monogram, shieldIcon } from './icons';
import type { Language } from './protocol';
import { type Key, textsOf } from './texts';

const LANGUAGES: Language[] = ['lv', 'en'];

const STATES: Record<Status, Key> = {
  idle: 'widget-state-connecting',
  connecting: 'widget-state-connecting',
  online: 'widget-state-online',
  reconnecting: 'widget-state-reconnecting',
  unreachable: 'widget-state-offline',
  busy: 'widget-state-offline',
  foreign: 'widget-state-offline',
};

export function renderHead(
  chat: Chat,
  title: string,
  menu: TemplateResult,
  close: () => void,
): TemplateResult {
  const closeLabel = chat.texts('widget-close');
  return html`<div class="head">
    ${monogram}
    <div class="titles">
      <h2 id="title" class="title">${title}</h2>
      <p class="state" data-connection=${chat.status}>${chat.texts(STATES[chat.status])}</p>
    </div>
    <div class="languages" role="group" aria-label=${chat.texts('widget-languages')}>
      ${LANGUAGES.map((language) => renderLanguage(chat, language))}
    </div>
    ${menu}
    <button
      class="plain-button"
      part="close"
      type="button"
      aria-label=${closeLabel}
      title=${closeLabel}
      @click=${close}
    >
      ${closeIcon}
    </button>
  </div>`;
}

/** Each language is named in itself. */
function renderLanguage(chat: Chat, language: Language): TemplateResult {
  return html`<button
    type="button"
    lang=${language}
    data-language=${language}
    aria-pressed=${chat.language === language ? 'true' : 'false'}
    aria-label=${`${language.toUpperCase()} – ${textsOf(language)(`widget-language-${language}`)}`}
    @click=${() => chat.chooseLanguage(language)}
  >
    ${language.toUpperCase()}
  </button>`;
}

/** The line about the connection. It is read out by the announcer, not a second time by itself. */
export function renderConnectionLine(chat: Chat): TemplateResult {
  const lost = chat.begun && !chat.online && chat.status !== 'connecting';
  const key: Key | null = lost ? 'widget-reconnecting' : chat.back ? 'widget-back' : null;
  return html`<div
    class="connection-line ${lost ? 'lost' : 'back'}"
    role="status"
    aria-live="off"
    data-connection-line
  >
    ${key ? html`<span class="light"></span><span>${chat.texts(key)}</span>` : nothing}
  </div>`;
}

export function renderFailure(chat: Chat, retry: () => void): TemplateResult {
  const status = chat.status as 'unreachable' | 'busy' | 'foreign';
  return html`<div class="failure" data-failure=${status}>
    <span class="failure-icon">${alertIcon}</span>
    <h3>${chat.texts(`widget-${status}-title`)}</h3>
    <p>${chat.texts(`widget-${status}-text`, { origin: location.origin })}</p>
    ${
      status === 'foreign'
        ? nothing
        : html`<button
          type="button"
          class="main-button"
          data-action="reconnect"
          @click=${retry}
        >
          ${chat.texts('widget-retry')}
        </button>`
    }
  </div>`;
}

export function renderLoading(): TemplateResult {
  return html`<div class="loading" aria-hidden="true">
    <span></span><span></span><span></span>
  </div>`;
}

export function renderTyping(chat: Chat): TemplateResult {
  return html`<div class="message bot" data-typing>
    <div class="bubble typing">
      <span class="unseen">${chat.texts('widget-typing')}</span>
      <i></i><i></i><i></i>
    </div>
  </div>`;
}

export function renderDataNote(chat: Chat, privacyUrl: string): TemplateResult | typeof nothing {
  const { conversation, outbox } = chat;
  const begun = conversation.asked || outbox.items.length > 0;
  if (begun || !conversation.keepDays) return nothing;
  return html`<div class="data-note" data-note>
    ${shieldIcon}
    <p>
      ${chat.texts('widget-data-note', { days: conversation.keepDays })}
      <a href=${privacyUrl} target="_blank" rel="noopener noreferrer"
        >${chat.texts('widget-menu-privacy')}<span class="unseen">
          ${chat.texts('widget-new-tab')}</span
        ></a
      >
    </p>
  </div>`;
}

export function renderNotice(chat: Chat): TemplateResult | typeof nothing {
  const { notice } = chat;
  if (!notice) return nothing;
  return html`<p class="notice ${notice.kind}" data-notice=${notice.kind}>
    ${chat.texts(notice.key, notice.values)}
  </p>`;
}

export function renderConfirm(chat: Chat, yes: () => void, no: () => void): TemplateResult {
  return html`<div class="confirm-ground">
    <div
      class="confirm"
      role="alertdialog"
      aria-modal="true"
      aria-labelledby="confirm-title"
      aria-describedby="confirm-text"
    >
      <h2 id="confirm-title">${chat.texts('widget-new-title')}</h2>
      <p id="confirm-text">${chat.texts('widget-new-text')}</p>
      <div class="confirm-buttons">
        <button type="button" class="quiet-button" data-action="cancel" @click=${no}>
          ${chat.texts('widget-new-no')}
        </button>
        <button type="button" class="main-button" data-action="confirm" @click=${yes}>
          ${chat.texts('widget-new-yes')}
        </button>
      </div>
    </div>
  </div>`;
}
