// 'Was this helpful?' below an answer.

import { html, nothing, type TemplateResult } from 'lit';
import type { Chat } from './chat';
import { sendIcon, thumbDownIcon, thumbUpIcon } from './icons';
import type { BotMessage } from './protocol';

export function renderFeedback(message: BotMessage, chat: Chat, asks: boolean): TemplateResult {
  const { texts } = chat;
  const question = texts('widget-feedback-question');
  return html`<div class="feedback" role="group" aria-label=${question} data-feedback>
    ${asks ? html`<span aria-hidden="true">${question}</span>` : nothing}
    ${renderChoice(message, chat, true)} ${renderChoice(message, chat, false)}
  </div>`;
}

export function renderFeedbackStep(
  message: BotMessage,
  chat: Chat,
): TemplateResult | typeof nothing {
  const step = chat.feedbackSteps.get(message.id);
  if (step === 'word' && message.feedback) return renderWord(message, chat);
  if (step === 'thanks' || message.feedback?.word) {
    return html`<p class="thanks" data-thanks>${chat.texts('widget-feedback-thanks')}</p>`;
  }
  return nothing;
}

function renderChoice(message: BotMessage, chat: Chat, helpful: boolean): TemplateResult {
  const label = chat.texts(helpful ? 'widget-feedback-yes' : 'widget-feedback-no');
  return html`<button
    type="button"
    class="thumb"
    data-helpful=${helpful ? 'yes' : 'no'}
    aria-pressed=${message.feedback?.helpful === helpful ? 'true' : 'false'}
    aria-disabled=${chat.online ? 'false' : 'true'}
    aria-label=${label}
    title=${label}
    @click=${(event: MouseEvent) => chat.online && rate(event, message, chat, helpful)}
  >
    ${helpful ? thumbUpIcon : thumbDownIcon}
  </button>`;
}

/** The field for a word opens below, where the end of the conversation may hide it. */
function rate(event: MouseEvent, message: BotMessage, chat: Chat, helpful: boolean): void {
  const around = (event.currentTarget as HTMLElement).closest('.message');
  void chat.rate(message, helpful);
  requestAnimationFrame(() =>
    around?.querySelector('[data-word]')?.scrollIntoView({ block: 'nearest' }),
  );
}

function renderWord(message: BotMessage, chat: Chat): TemplateResult {
  const label = chat.texts('widget-feedback-word', {
    helpful: message.feedback?.helpful ? 'yes' : 'no',
  });
  return html`<form
    class="word"
    data-word
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      // The field goes away, the focus must not go with it.
      form.closest('.message')?.querySelector<HTMLElement>('.thumb[aria-pressed="true"]')?.focus();
      void chat.addWord(message, form.querySelector('input')?.value ?? '');
    }}
  >
    <input
      type="text"
      maxlength="500"
      autocomplete="off"
      aria-label=${label}
      placeholder=${label}
      .value=${message.feedback?.word ?? ''}
    />
    <button type="submit" aria-label=${chat.texts('widget-feedback-send')}>${sendIcon}</button>
  </form>`;
}
