// One message: what was said, with its table, file, sources, buttons and feedback.

import { html, nothing, type TemplateResult } from 'lit';
import { type Chat, secondsLeft, unsentReason } from './chat';
import { renderFeedback, renderFeedbackStep } from './feedback-view';
import { downloadIcon, fileIcon } from './icons';
import type { Unsent } from './outbox';
import type { BotMessage, Button, FileLink, Language, UserEntry } from './protocol';
import { renderTable } from './table-view';
import { renderText } from './text';
import { type Texts, textsOf } from './texts';

/** Reasons for which the same message may be taken later. */
const AGAIN = ['timeout', 'rate', 'failed'];

export interface MessageContext {
  chat: Chat;
  server: string;
  /** Puts a refused message back into the composer. */
  edit(item: Unsent): void;
  press(button: Button): void;
  /** Moves the focus away from what is about to vanish. */
  rest(): void;
}

export function renderBotMessage(message: BotMessage, context: MessageContext): TemplateResult {
  const { chat } = context;
  const answerable = chat.answerable === message;
  // What stands in a message is in the message's language, what is asked about it in the widget's.
  const texts = textsOf(message.language);
  return html`<div
    class=${`message bot ${message.officer ? 'officer' : ''} ${message.notice ? 'handover' : ''}`}
    data-from="bot"
    data-id=${message.id}
    lang=${message.language}
  >
    <div class="bubble" part="bot-message">
      ${renderWho(message, texts)}
      <div class="text">${renderText(message.text, texts)}</div>
      ${message.table ? renderTable(message.table) : nothing}
      ${message.file ? renderFile(message, message.file, context.server) : nothing}
      ${message.sources.length ? renderSources(message.sources, texts) : nothing}
    </div>
    <div class="meta" lang=${chat.language}>
      ${renderTime(message.time, chat.language)}
      ${
        message.answers
          ? renderFeedback(message, chat, message === chat.conversation.lastBotMessage)
          : nothing
      }
    </div>
    ${
      message.answers
        ? html`<div class="step" lang=${chat.language}>${renderFeedbackStep(message, chat)}</div>`
        : nothing
    }
    ${answerable && message.buttons.length ? renderButtons(message, context) : nothing}
  </div>`;
}

function renderWho(message: BotMessage, texts: Texts): TemplateResult {
  return message.officer
    ? html`<div class="who">${texts('widget-from-officer', { name: message.officer })}</div>`
    : html`<span class="unseen">${texts('widget-from-bot')}</span>`;
}

export function renderUserMessage(entry: UserEntry, chat: Chat): TemplateResult {
  return html`<div
    class="message user"
    data-from="user"
    data-id=${entry.id}
    lang=${entry.language ?? chat.language}
  >
    ${renderUserBubble(entry.text, chat)}
    <div class="meta" lang=${chat.language}>${renderTime(entry.time, chat.language)}</div>
  </div>`;
}

export function renderUnsent(item: Unsent, context: MessageContext): TemplateResult {
  const { chat } = context;
  return html`<div
    class="message user"
    data-from="user"
    data-id=${item.id}
    data-state=${item.state}
    lang=${item.language}
  >
    ${renderUserBubble(item.text, chat)}
    <div class="meta" lang=${chat.language}>
      ${
        item.state === 'refused'
          ? renderRefusal(item, context)
          : chat.texts(
              item.state === 'sending' || chat.online ? 'widget-sending' : 'widget-waiting',
            )
      }
    </div>
  </div>`;
}

function renderUserBubble(text: string, chat: Chat): TemplateResult {
  return html`<div class="bubble" part="user-message">
    <span class="unseen" lang=${chat.language}>${chat.texts('widget-from-you')}</span>
    <div class="text as-typed">${text}</div>
  </div>`;
}

function renderRefusal(item: Unsent, context: MessageContext): TemplateResult {
  const { chat } = context;
  const again = item.reason !== null && AGAIN.includes(item.reason);
  const label = chat.texts(again ? 'widget-retry' : 'widget-edit');
  const early = secondsLeft(item) > 0;
  const act = () => {
    if (early) return;
    if (!again) {
      context.edit(item);
      return;
    }
    chat.resend(item);
    context.rest();
  };
  return html`<span class="refusal">${unsentReason(item, chat.texts)}</span>
    <button
      type="button"
      class="small-button"
      data-action=${again ? 'retry' : 'edit'}
      aria-disabled=${early ? 'true' : 'false'}
      @click=${act}
    >
      ${label}
    </button>`;
}

function renderButtons(message: BotMessage, context: MessageContext): TemplateResult {
  const disabled = context.chat.online ? 'false' : 'true';
  return html`<div
    class="buttons"
    role="group"
    aria-label=${textsOf(message.language)('widget-buttons')}
    data-buttons
  >
    ${message.buttons.map(
      (button) => html`<button
        type="button"
        part="quick-reply"
        aria-disabled=${disabled}
        @click=${() => context.press(button)}
      >
        ${button.title}
      </button>`,
    )}
  </div>`;
}

function renderSources(sources: string[], texts: Texts): TemplateResult {
  return html`<details class="sources">
    <summary>${texts('widget-sources', { count: sources.length })}</summary>
    <ul>
      ${sources.map((source) => html`<li>${source}</li>`)}
    </ul>
  </details>`;
}

function renderFile(message: BotMessage, file: FileLink, server: string): TemplateResult {
  const texts = textsOf(message.language);
  const address = fileAddress(file, server);
  return html`
    ${
      file.media_type.startsWith('image/')
        ? html`<img class="picture" src=${address} alt=${message.text} />`
        : nothing
    }
    <a
      class="file"
      part="file"
      href=${address}
      download=${file.name}
      aria-label=${`${texts('widget-file', { name: file.name })} ${fileDetails(file, texts)}`}
    >
      <span class="file-icon">${fileIcon}</span>
      <span class="file-words">
        <span class="file-name">${file.name}</span>
        <span class="file-details">${fileDetails(file, texts)}</span>
      </span>
      ${downloadIcon}
    </a>
  `;
}

export function fileAddress(file: FileLink, server: string): string {
  return new URL(file.url, server).href;
}

function fileDetails(file: FileLink, texts: Texts): string {
  const kind = /\.(\w{2,5})$/.exec(file.name)?.[1]?.toUpperCase();
  return [kind && texts('widget-file-kind', { kind }), sizeText(file.size, texts)]
    .filter(Boolean)
    .join(' · ');
}

function sizeText(bytes: number, texts: Texts): string {
  const rounded = (size: number) => (size < 10 ? Math.round(size * 10) / 10 : Math.round(size));
  if (bytes < 1000) return texts('widget-size-bytes', { size: bytes });
  if (bytes < 1e6) return texts('widget-size-kilobytes', { size: rounded(bytes / 1e3) });
  return texts('widget-size-megabytes', { size: rounded(bytes / 1e6) });
}

function renderTime(time: string, language: Language): TemplateResult | typeof nothing {
  const moment = new Date(time);
  if (Number.isNaN(moment.getTime())) return nothing;
  return html`<time datetime=${time}>${timeText(moment, language)}</time>`;
}

export function timeText(moment: Date, language: Language): string {
  const today = moment.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(language === 'lv' ? 'lv-LV' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    ...(today ? {} : { day: 'numeric', month: 'short' }),
  }).format(moment);
}
