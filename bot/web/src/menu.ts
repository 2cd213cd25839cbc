// The menu button of the panel's head, after the menu button pattern of the ARIA guide.

import { html, nothing, type TemplateResult } from 'lit';
import { menuIcon } from './icons';

export interface MenuItem {
  name: string;
  icon: TemplateResult;
  label: string;
  /** What happens, or the address where a link leads. */
  choose: (() => void) | string;
}

export class Menu {
  open = false;

  constructor(
    private readonly root: () => ParentNode,
    private readonly changed: () => Promise<unknown>,
  ) {}

  async show(at: 'first' | 'last'): Promise<void> {
    this.open = true;
    await this.changed();
    this.items.at(at === 'first' ? 0 : -1)?.focus();
  }

  hide(returnFocus: boolean): void {
    if (!this.open) return;
    this.open = false;
    if (returnFocus) this.button?.focus();
    void this.changed();
  }

  render(label: string, items: MenuItem[]): TemplateResult {
    return html`<div class="menu-holder" @focusout=${(event: FocusEvent) => this.onFocusOut(event)}>
      <button
        class="plain-button"
        part="menu-button"
        type="button"
        aria-haspopup="menu"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-label=${label}
        title=${label}
        @click=${() => (this.open ? this.hide(true) : this.show('first'))}
        @keydown=${(event: KeyboardEvent) => this.onButtonKey(event)}
      >
        ${menuIcon}
      </button>
      ${this.open ? this.renderItems(label, items) : nothing}
    </div>`;
  }

  private renderItems(label: string, items: MenuItem[]): TemplateResult {
    return html`<div
      class="menu"
      role="menu"
      aria-label=${label}
      @keydown=${(event: KeyboardEvent) => this.onKey(event)}
    >
      ${items.map((item) => this.renderItem(item))}
    </div>`;
  }

  private renderItem(item: MenuItem): TemplateResult {
    const { choose } = item;
    if (typeof choose === 'string') {
      return html`<a
        role="menuitem"
        tabindex="-1"
        data-item=${item.name}
        href=${choose}
        target="_blank"
        rel="noopener noreferrer"
        @click=${() => this.hide(true)}
        >${item.icon}<span>${item.label}</span></a
      >`;
    }
    return html`<button
      type="button"
      role="menuitem"
      tabindex="-1"
      data-item=${item.name}
      @click=${() => {
        this.hide(true);
        choose();
      }}
    >
      ${item.icon}<span>${item.label}</span>
    </button>`;
  }

  private get button(): HTMLElement | null {
    return this.root().querySelector('[aria-haspopup="menu"]');
  }

  private get items(): HTMLElement[] {
    return [...this.root().querySelectorAll<HTMLElement>('[role="menuitem"]')];
  }

  private onButtonKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    void this.show(event.key === 'ArrowDown' ? 'first' : 'last');
  }

  private onKey(event: KeyboardEvent): void {
    const { items } = this;
    const now = items.indexOf(event.target as HTMLElement);
    const moves: Record<string, number> = {
      ArrowDown: (now + 1) % items.length,
      ArrowUp: (now - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    items[next]?.focus();
  }

  /** The menu closes when the focus goes elsewhere, by Tab or by a click. */
  private onFocusOut(event: FocusEvent): void {
    const holder = event.currentTarget as HTMLElement;
    if (!holder.contains(event.relatedTarget as Node | null)) this.hide(false);
  }
}
