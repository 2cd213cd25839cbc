// What the widget does, without how it looks: the conversation, what is on its way, what is to be said.

import type { FluentVariable } from '@fluent/bundle';
import { Connection, type Status } from './connection';
import { Conversation } from './conversation';
import { Outbox, type Unsent } from './outbox';
import {
  type Ack,
  asLanguage,
  type BotMessage,
  type Button,
  type Entry,
  type FileLink,
  type Language,
  readAck,
  readBotMessage,
  readEntry,
  readSession,
  type Session,
} from './protocol';
import type { Settings } from './settings';
import { onTokenChange, readTab, readToken, writeTab, writeToken } from './storage';
import { type Key, type Texts, textsOf } from './texts';

export interface ChatEvents {
  changed(): void;
  announce(text: string): void;
  /** A file that the person asked for with a button has come. */
  download(file: FileLink): void;
  /** The server has deleted the conversation. */
  erased(): void;
}

export interface Notice {
  key: Key;
  values: Record<string, FluentVariable>;
  kind: 'error' | 'done';
}

const DOWNLOAD_WITHIN = 20_000;
const NOTICE_SHOWN = 8_000;
const BACK_SHOWN = 4_000;

export class Chat {
  readonly conversation = new Conversation();
  readonly outbox = new Outbox();
  language: Language;
  typing = false;
  unread = 0;
  /** Whether the panel is open: then nothing is unread. */
  shown = false;
  notice: Notice | null = null;
  /** Whether the connection has just come back. */
  back = false;
  /** Messages whose feedback is being given now. */
  readonly feedbackSteps = new Map<string, 'word' | 'thanks'>();

  private readonly connection: Connection;
  private readonly pageLanguage: Language;
  private languageChosen: boolean;
  private token: string | null = null;
  private met = false;
  private lost = false;
  private typingAnnounced = false;
  private pressedAt = 0;
  private noticeTimer = 0;

  constructor(
    private readonly settings: Settings,
    private readonly events: ChatEvents,
  ) {
    this.pageLanguage = settings.language;
    const kept = this.keptLanguage();
    this.languageChosen = kept !== null;
    this.language = kept ?? settings.language;
    this.connection = new Connection(
      settings.server,
      () => ({ token: readToken(), language: this.language }),
      {
        session: (value) => this.onSession(value),
        entry: (value) => this.onEntry(value),
        typing: (value) => this.onTyping(value === true),
        erased: () => this.onErased(),
        status: (status) => this.onStatus(status),
      },
    );
    onTokenChange(() => this.followOtherTab());
  }

  get texts(): Texts {
    return textsOf(this.language);
  }

  get status(): Status {
    return this.connection.status;
  }

  get online(): boolean {
    return this.status === 'online';
  }

  /** Whether there has been a session, so that there is something to show. */
  get begun(): boolean {
    return this.met;
  }

  /** What is shown as being on its way: once the server shows a message, it stands in the conversation. */
  get unsent(): Unsent[] {
    return this.outbox.items.filter(
      (item) => item.state === 'refused' || !this.conversation.has(item.id),
    );
  }

  /** The message whose buttons can be pressed: the last thing in the conversation. */
  get answerable(): BotMessage | null {
    if (this.outbox.items.length) return null;
    const last = this.conversation.entries.at(-1) ?? this.conversation.greeting;
    return last?.from === 'bot' ? last : null;
  }

  show(): void {
    this.shown = true;
    this.unread = 0;
    this.connection.connect();
    this.events.changed();
  }

  hide(): void {
    this.shown = false;
    this.events.changed();
  }

  send(text: string): void {
    const words = text.trim();
    if (!words) return;
    this.outbox.add(words, this.language);
    this.beginTurn();
    this.flush();
    this.events.changed();
  }

  /** Tries a refused message again, with the same id. */
  resend(item: Unsent): void {
    item.reopened = false;
    this.outbox.setState(item, 'waiting');
    this.flush();
    this.events.changed();
  }

  /** Takes a refused message back to be written differently. */
  withdraw(item: Unsent): string {
    this.outbox.remove(item.id);
    this.events.changed();
    return item.text;
  }

  /** Asks what a button says; a file that comes as the answer is downloaded. */
  press(button: Button): void {
    if (!this.online) return;
    this.send(button.title);
    this.pressedAt = Date.now();
  }

  async rate(message: BotMessage, helpful: boolean): Promise<void> {
    const before = message.feedback;
    const feedback = { helpful, word: before?.word ?? null };
    this.conversation.setFeedback(message.id, feedback);
    this.feedbackSteps.set(message.id, 'word');
    this.events.announce(this.texts('widget-feedback-word', { helpful: helpful ? 'yes' : 'no' }));
    this.events.changed();
    const ack = await this.ask('feedback', { message: message.id, ...feedback });
    if (ack && ack.status !== 'refused') return;
    this.conversation.setFeedback(message.id, before);
    this.feedbackSteps.delete(message.id);
    this.tell('widget-feedback-failed');
  }

  async addWord(message: BotMessage, word: string): Promise<void> {
    const before = message.feedback;
    if (!before || !word.trim()) return;
    const feedback = { helpful: before.helpful, word: word.trim() };
    const ack = await this.ask('feedback', { message: message.id, ...feedback });
    if (!ack || ack.status === 'refused') {
      this.tell('widget-feedback-failed');
      return;
    }
    this.conversation.setFeedback(message.id, feedback);
    this.feedbackSteps.set(message.id, 'thanks');
    this.events.announce(this.texts('widget-feedback-thanks'));
    this.events.changed();
  }

  /** The person chose a language: the texts change at once, the greeting when the server has sent it. */
  async chooseLanguage(language: Language): Promise<void> {
    if (language === this.language) return;
    this.setLanguage(language);
    this.events.changed();
    if (!this.online) return;
    try {
      const greeting = readBotMessage(await this.connection.request('greet', { language }));
      if (greeting) this.conversation.greeting = this.ownGreeting(greeting);
      this.events.changed();
    } catch {
      // The old greeting stays; the next connect brings the right one.
    }
  }

  startAnew(): void {
    writeToken(null);
    this.outbox.clear();
    this.forget();
    this.connection.restart();
    this.events.announce(this.texts('widget-started-anew'));
    this.events.changed();
  }

  /** The server has deleted the conversation: its key goes, a new conversation begins. */
  private onErased(): void {
    const kept = readToken();
    // another window may have begun the new one already
    if (kept && this.token && sameConversation(kept, this.token)) writeToken(null);
    this.outbox.clear();
    this.forget();
    this.events.erased();
    this.connection.restart();
    this.tell('widget-erased', {}, 'done');
  }

  retryConnection(): void {
    this.connection.retry();
  }

  /** Shows a line above the composer for a while and reads it out. */
  tell(
    key: Key,
    values: Record<string, FluentVariable> = {},
    kind: Notice['kind'] = 'error',
  ): void {
    clearTimeout(this.noticeTimer);
    this.notice = { key, values, kind };
    this.noticeTimer = window.setTimeout(() => this.clearNotice(), NOTICE_SHOWN);
    this.events.announce(this.texts(key, values));
    this.events.changed();
  }

  private clearNotice(): void {
    this.notice = null;
    this.events.changed();
  }

  private beginTurn(): void {
    this.notice = null;
    this.typingAnnounced = false;
    this.pressedAt = 0;
  }

  private setLanguage(language: Language): void {
    this.language = language;
    this.languageChosen = true;
    writeTab('language', `${this.pageLanguage} ${language}`);
  }

  /** The language last used in this tab, unless the page itself has changed its language since. */
  private keptLanguage(): Language | null {
    const [page, language] = (readTab('language') ?? '').split(' ');
    return page === this.pageLanguage ? asLanguage(language) : null;
  }

  private onSession(value: unknown): void {
    const session = readSession(value);
    if (!session) return;
    const first = !this.met;
    this.met = true;
    this.takeSession(session, first);
    this.flush();
    this.events.changed();
  }

  private takeSession(session: Session, first: boolean): void {
    if (this.token !== null && !sameConversation(this.token, session.token)) this.forget();
    this.met = true;
    this.token = session.token;
    if (readToken() !== session.token) writeToken(session.token);
    this.typing = false;
    const { greeting } = session;
    const own = greeting && this.ownGreeting(greeting);
    const fresh = this.conversation.takeSession({ ...session, greeting: own });
    for (const entry of session.entries) this.outbox.remove(entry.id);
    if (!this.languageChosen) this.followLanguage(this.conversation.lastBotMessage);
    if (first) this.greetAloud();
    else for (const entry of fresh) this.noticeEntry(entry);
  }

  /** The greeting with the website's own words, if its tag gives some. */
  private ownGreeting(greeting: BotMessage): BotMessage {
    return { ...greeting, text: this.settings.greeting ?? greeting.text };
  }

  private greetAloud(): void {
    const { greeting, entries } = this.conversation;
    if (greeting && !entries.length) this.events.announce(this.speech(greeting));
  }

  private onEntry(value: unknown): void {
    const entry = readEntry(value);
    if (!entry) return;
    if (entry.from === 'bot') this.outbox.remove(questionOf(entry.id));
    if (this.conversation.merge(entry)) this.noticeEntry(entry);
    this.events.changed();
  }

  /** What follows from an entry that was not there before. */
  private noticeEntry(entry: Entry): void {
    if (entry.from !== 'bot') return;
    this.followLanguage(entry);
    if (this.shown) this.events.announce(this.speech(entry));
    else this.unread += 1;
    if (entry.file && Date.now() - this.pressedAt < DOWNLOAD_WITHIN) {
      this.pressedAt = 0;
      this.events.download(entry.file);
    }
  }

  private followLanguage(message: BotMessage | null): void {
    if (message && message.language !== this.language) this.setLanguage(message.language);
  }

  private onTyping(typing: boolean): void {
    this.typing = typing;
    if (typing && this.shown && !this.typingAnnounced) {
      this.typingAnnounced = true;
      this.events.announce(this.texts('widget-typing'));
    }
    this.events.changed();
  }

  private onStatus(status: Status): void {
    if (status === 'online') this.cameBack();
    else this.typing = false;
    if (status === 'reconnecting' && !this.lost) {
      this.lost = true;
      this.events.announce(this.texts('widget-reconnecting'));
    }
    if (!this.met) this.announceFailure(status);
    this.events.changed();
  }

  private cameBack(): void {
    if (!this.lost) return;
    this.lost = false;
    this.back = true;
    this.events.announce(this.texts('widget-back'));
    setTimeout(() => {
      this.back = false;
      this.events.changed();
    }, BACK_SHOWN);
  }

  private announceFailure(status: Status): void {
    if (status === 'unreachable' || status === 'busy' || status === 'foreign') {
      const title = this.texts(`widget-${status}-title`);
      const text = this.texts(`widget-${status}-text`, { origin: location.origin });
      this.events.announce(`${title}. ${text}`);
    }
  }

  private followOtherTab(): void {
    const token = readToken();
    if (!this.met || (token && this.token && sameConversation(token, this.token))) return;
    this.forget();
    this.connection.restart();
    this.events.changed();
  }

  private forget(): void {
    this.conversation.clear();
    this.feedbackSteps.clear();
    this.token = null;
    this.met = false;
    this.typing = false;
    this.unread = 0;
  }

  private flush(): void {
    if (this.online) for (const item of this.outbox.waiting) void this.deliver(item);
  }

  private async deliver(item: Unsent): Promise<void> {
    this.outbox.setState(item, 'sending');
    const { id, text, language } = item;
    const ack = await this.ask('message', { id, text, language });
    if (!this.outbox.find(id)) return;
    if (!ack) this.notDelivered(item);
    else if (ack.status === 'refused') this.refused(item, ack);
    else this.delivered(item);
    this.events.changed();
  }

  private delivered(item: Unsent): void {
    const { id, text, language, time } = item;
    this.outbox.remove(id);
    if (!this.conversation.has(id)) {
      this.conversation.merge({ from: 'user', id, text, language, time });
    }
  }

  /** No answer: with the connection gone it waits for the next one, else the person may try again. */
  private notDelivered(item: Unsent): void {
    if (this.online && this.conversation.has(item.id)) return; // the server works on it
    if (this.online) this.refuse(item, { reason: 'timeout', wait: 0 });
    else this.outbox.setState(item, 'waiting');
  }

  private refused(item: Unsent, ack: Ack): void {
    if (ack.reason === 'session' && !item.reopened) {
      item.reopened = true;
      this.outbox.setState(item, 'waiting');
      this.connection.restart();
    } else {
      this.refuse(item, ack);
    }
  }

  private refuse(item: Unsent, ack: Pick<Ack, 'reason' | 'wait'>): void {
    this.conversation.remove(item.id);
    this.outbox.refuse(item, ack);
    this.events.announce(unsentReason(item, this.texts));
  }

  /** The server's acknowledgement, or null when there is none. */
  private async ask(event: string, body: object): Promise<Ack | null> {
    try {
      return readAck(await this.connection.request(event, body));
    } catch {
      return null;
    }
  }

  private speech(message: BotMessage): string {
    const { texts } = this;
    const count = message.buttons.length;
    return [
      message.officer && texts('widget-from-officer', { name: message.officer }),
      message.text,
      message.table?.caption,
      message.table?.total?.filter(Boolean).join(' '),
      message.file && texts('widget-file', { name: message.file.name }),
      count && texts('widget-button-count', { count }),
    ]
      .filter(Boolean)
      .join(' ');
  }
}

/** Why a message was not taken, in the person's language. */
export function unsentReason(item: Unsent, texts: Texts): string {
  const seconds = secondsLeft(item);
  if (item.reason === 'rate' && seconds) return texts('widget-unsent-rate-wait', { seconds });
  return texts(`widget-unsent-${item.reason ?? 'invalid'}`);
}

export function secondsLeft(item: Unsent): number {
  return Math.max(0, Math.ceil((item.readyAt - Date.now()) / 1000));
}

/** A token is signed anew from time to time; before its first dot it says of which conversation it is. */
function sameConversation(token: string, other: string): boolean {
  return token.split('.')[0] === other.split('.')[0];
}

/** The id of the message that an answer answers. */
function questionOf(answer: string): string {
  return answer.split('.')[0] ?? '';
}
