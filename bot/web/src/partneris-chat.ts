// The element <partneris-chat>: launcher and panel.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Announcer } from './announcer';
import { Chat, secondsLeft } from './chat';
import { Composer } from './composer';
import { trapFocus } from './focus';
import {
  chatIcon,
  copyIcon,
  downIcon,
  downloadIcon,
  eraseIcon,
  fileIcon,
  newIcon,
  personIcon,
  shieldIcon,
} from './icons';
import { Menu, type MenuItem } from './menu';
import {
  fileAddress,
  type MessageContext,
  renderBotMessage,
  renderUnsent,
  renderUserMessage,
} from './message-view';
import {
  renderConfirm,
  renderConnectionLine,
  renderDataNote,
  renderFailure,
  renderHead,
  renderLoading,
  renderNotice,
  renderTyping,
} from './panel-views';
import type { Button } from './protocol';
import { LogScroll } from './scroll';
import { readSettings, type Settings } from './settings';
import { readTab, writeTab } from './storage';
import { styles } from './styles';
import { accentProperties, followSystemTheme, type Theme } from './theme';
import { download, downloadTranscript, transcript } from './transcript';
import { FULL_SCREEN, followViewport } from './viewport';

export class PartnerisChat extends LitElement {
  static override styles = styles;

  private readonly chat: Chat;
  private readonly announcer = new Announcer(() => this.requestUpdate());
  private readonly composer: Composer;
  private readonly menu: Menu;
  private readonly logScroll: LogScroll;
  private readonly fullScreen = matchMedia(FULL_SCREEN);
  private readonly context: MessageContext;
  private isOpen = false;
  private everOpened = false;
  private confirming = false;
  /** How much stood in the conversation at the last rendering. */
  private seen = { own: '', all: '' };
  private countdown = 0;
  private cleanups: (() => void)[] = [];

  constructor(private readonly settings: Settings = readSettings(null)) {
    super();
    const root = () => this.renderRoot;
    const changed = () => this.requestUpdate();
    this.chat = new Chat(settings, {
      changed,
      announce: (text) => this.isOpen && this.announcer.say(text),
      download: (file) => download(fileAddress(file, settings.server), file.name),
      erased: () => this.composer.clear(),
    });
    this.composer = new Composer(root, {
      changed,
      send: (text) => this.chat.send(text),
      tooLong: () => this.chat.tell('widget-too-long', { longest: this.chat.conversation.longest }),
    });
    this.menu = new Menu(root, () => {
      this.requestUpdate();
      return this.updateComplete;
    });
    this.logScroll = new LogScroll(root, changed);
    this.context = {
      chat: this.chat,
      server: settings.server,
      edit: (item) => this.composer.edit(this.chat.withdraw(item)),
      press: (button) => this.press(button),
      rest: () => this.rest(),
    };
  }

  /** Opens the panel. */
  open(): void {
    this.show(true);
  }

  /** Closes the panel. */
  close(): void {
    if (!this.isOpen) return;
    const hadFocus = this.shadowRoot?.activeElement !== null;
    this.isOpen = false;
    this.confirming = false;
    this.menu.hide(false);
    writeTab('open', 'false');
    this.chat.hide();
    this.dispatchEvent(new CustomEvent('partneris-close'));
    if (hadFocus) void this.focusLater('.launcher');
  }

  /** Opens the panel and asks a question. */
  ask(text: string): void {
    this.open();
    this.chat.send(String(text));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('position', this.settings.position);
    this.followTheme();
    this.cleanups.push(followViewport(this));
    const turned = () => this.requestUpdate();
    this.fullScreen.addEventListener('change', turned);
    this.cleanups.push(() => this.fullScreen.removeEventListener('change', turned));
    const kept = readTab('open');
    // The page has opened it, not the person: the focus stays where it is.
    if (kept === 'true' || (kept === null && this.settings.open)) this.show(false);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const cleanup of this.cleanups) cleanup();
    this.cleanups = [];
  }

  protected override render(): TemplateResult {
    return html`<div class="root" lang=${this.chat.language} @keydown=${this.onKey}>
      ${this.renderLauncher()}
      <section
        id="panel"
        class="panel"
        part="panel"
        role="dialog"
        aria-labelledby="title"
        aria-modal=${this.isOpen && this.fullScreen.matches ? 'true' : nothing}
        tabindex="-1"
        ?hidden=${!this.isOpen}
      >
        ${this.everOpened ? this.renderPanel() : nothing}
      </section>
    </div>`;
  }

  protected override updated(_changes: PropertyValues): void {
    this.announcer.rendered();
    this.composer.fit();
    this.followConversation();
    this.countDown();
  }

  private renderLauncher(): TemplateResult {
    const { texts, unread } = this.chat;
    const label = this.isOpen
      ? texts('widget-close')
      : unread
        ? texts('widget-open-unread', { count: unread })
        : texts('widget-open');
    return html`<button
        class="launcher"
        part="launcher"
        type="button"
        aria-label=${label}
        aria-haspopup="dialog"
        aria-expanded=${this.isOpen ? 'true' : 'false'}
        aria-controls="panel"
        @click=${() => (this.isOpen ? this.close() : this.open())}
      >
        ${this.isOpen ? downIcon : chatIcon}
        ${unread ? html`<span class="badge" part="badge" aria-hidden="true">${unread}</span>` : nothing}
      </button>
      <span class="unseen" role="status" data-unread>${unread ? label : nothing}</span>`;
  }

  private renderPanel(): TemplateResult {
    const { chat } = this;
    const title = this.settings.title ?? chat.texts('widget-title');
    const menu = this.menu.render(chat.texts('widget-menu'), this.menuItems());
    return html`
      <div class="inside" ?inert=${this.confirming}>
        ${renderHead(chat, title, menu, () => this.close())} ${renderConnectionLine(chat)}
        <div class="middle">
          ${this.renderLog()}
          ${this.logScroll.away ? this.renderJump() : nothing}
        </div>
        <div class="foot">
          ${renderDataNote(chat, this.privacyUrl)} ${renderNotice(chat)}
          ${this.composer.render(chat.texts, chat.conversation.longest)}
        </div>
      </div>
      ${this.confirming ? this.renderConfirm() : nothing}
      ${this.announcer.render()}
    `;
  }

  private renderLog(): TemplateResult {
    const { chat, context } = this;
    const { greeting, entries } = chat.conversation;
    return html`<div
      class="log"
      part="log"
      role="log"
      aria-live="off"
      aria-label=${chat.texts('widget-log')}
      aria-busy=${chat.begun ? 'false' : 'true'}
      tabindex="0"
      @scroll=${() => this.logScroll.onScroll()}
    >
      <div>
        ${chat.begun && greeting ? renderBotMessage(greeting, context) : nothing}
        ${chat.begun ? nothing : this.renderBeginning()}
        ${repeat(
          entries,
          (entry) => entry.id,
          (entry) =>
            entry.from === 'bot'
              ? renderBotMessage(entry, context)
              : renderUserMessage(entry, chat),
        )}
        ${repeat(
          chat.unsent,
          (item) => item.id,
          (item) => renderUnsent(item, context),
        )}
        ${chat.typing ? renderTyping(chat) : nothing}
      </div>
    </div>`;
  }

  private renderBeginning(): TemplateResult {
    const { status } = this.chat;
    const failed = status === 'unreachable' || status === 'busy' || status === 'foreign';
    if (!failed) return renderLoading();
    return renderFailure(this.chat, () => {
      this.chat.retryConnection();
      this.rest();
    });
  }

  private renderJump(): TemplateResult {
    const label = this.chat.texts('widget-new-below');
    return html`<button
      type="button"
      class="jump"
      data-action="to-end"
      aria-label=${label}
      title=${label}
      @click=${() => {
        this.logScroll.toEnd();
        this.rest();
      }}
    >
      ${downIcon}
    </button>`;
  }

  private renderConfirm(): TemplateResult {
    return renderConfirm(
      this.chat,
      () => {
        this.confirming = false;
        this.chat.startAnew();
        this.rest();
      },
      () => this.cancelConfirm(),
    );
  }

  private menuItems(): MenuItem[] {
    const { chat } = this;
    const item = (name: string, icon: TemplateResult, choose: MenuItem['choose']): MenuItem => ({
      name,
      icon,
      label: chat.texts(`widget-menu-${name}`),
      choose,
    });
    return [
      item('person', personIcon, () => chat.send(chat.texts('widget-person-question'))),
      item('download', downloadIcon, () => this.downloadConversation()),
      item('copy', copyIcon, () => void this.copyConversation()),
      item('new', newIcon, () => this.confirm()),
      item('export', fileIcon, () => this.press({ title: chat.texts('widget-export-question') })),
      item('erase', eraseIcon, () => chat.send(chat.texts('widget-erase-question'))),
      item('privacy', shieldIcon, this.privacyUrl),
    ];
  }

  private get privacyUrl(): string {
    const { privacyUrl, server } = this.settings;
    return privacyUrl ?? `${server}/${this.chat.language}/privacy`;
  }

  /** Where the focus goes when what had it vanishes: on a phone not to the field, so that no keyboard covers the answer. */
  private rest(): void {
    void this.focusLater(this.fullScreen.matches ? '.log' : 'textarea');
  }

  private show(takeFocus: boolean): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.everOpened = true;
    writeTab('open', 'true');
    this.chat.show();
    this.dispatchEvent(new CustomEvent('partneris-open'));
    if (takeFocus) void this.focusLater(this.fullScreen.matches ? '.panel' : 'textarea');
  }

  private press(button: Button): void {
    if (!this.chat.online) return;
    this.chat.press(button);
    this.rest();
  }

  private downloadConversation(): void {
    downloadTranscript(this.chat);
    this.chat.tell('widget-downloaded', {}, 'done');
  }

  private async copyConversation(): Promise<void> {
    try {
      await navigator.clipboard.writeText(transcript(this.chat));
      this.chat.tell('widget-copied', {}, 'done');
    } catch {
      this.chat.tell('widget-copy-failed');
    }
  }

  private confirm(): void {
    this.confirming = true;
    void this.focusLater('[data-action="cancel"]');
  }

  private cancelConfirm(): void {
    this.confirming = false;
    void this.focusLater('[part="menu-button"]');
  }

  private onKey(event: KeyboardEvent): void {
    if (!this.isOpen || event.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (this.menu.open) this.menu.hide(true);
      else if (this.confirming) this.cancelConfirm();
      else this.close();
      return;
    }
    const trap = this.confirming ? '.confirm' : this.fullScreen.matches ? '.panel' : null;
    const container = trap && this.renderRoot.querySelector<HTMLElement>(trap);
    if (container) trapFocus(event, container);
  }

  private async focusLater(selector: string): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  private followTheme(): void {
    const { theme } = this.settings;
    if (theme === 'auto') this.cleanups.push(followSystemTheme((each) => this.setTheme(each)));
    else this.setTheme(theme);
  }

  private setTheme(theme: Theme): void {
    this.setAttribute('theme', theme);
    const properties = accentProperties(this.settings.accent, theme);
    for (const [name, value] of Object.entries(properties)) this.style.setProperty(name, value);
  }

  /** Scrolls when something was added, not at every rendering. */
  private followConversation(): void {
    const { conversation, outbox, typing, begun } = this.chat;
    const own = outbox.items.at(-1)?.id ?? '';
    const last = conversation.entries.at(-1)?.id ?? '';
    const seen = { own, all: [own, last, typing, begun, this.isOpen].join() };
    if (seen.all === this.seen.all) return;
    const added = own !== '' && own !== this.seen.own;
    this.seen = seen;
    if (this.isOpen && begun) this.logScroll.follow(added);
  }

  /** While a message has to wait, its seconds go down. */
  private countDown(): void {
    clearTimeout(this.countdown);
    if (this.chat.outbox.items.some((item) => item.state === 'refused' && secondsLeft(item) > 0)) {
      this.countdown = window.setTimeout(() => this.requestUpdate(), 1000);
    }
  }
}
