// The console: htmx asks for what is new; here is what the server cannot know of the page: sound,
// title, drafts, the connection, and where the officer has scrolled.

import htmx from 'htmx.org';

const SOUND = 'partneris-console-sound';
const NEWS = 'partneris-console-news';
const FOLDED = 'partneris-console-folded';
const DRAFT = 'partneris-console-draft-';

document.addEventListener('DOMContentLoaded', () => {
  const { title, officer } = document.body.dataset;
  if (!title) return; // the sign-in page
  new Worker('/console-clock.js').onmessage = () => htmx.trigger(document.body, 'tick');
  const news = new News(title, `${NEWS}-${officer}`);
  news.read();
  document.body.addEventListener('htmx:afterSwap', () => news.read());
  keepPlace();
  keepFolded();
  watchConnection();
  finishActs();
  const form = document.querySelector<HTMLFormElement>('#answer');
  if (form) new Composer(form);
});

function element(id: string): HTMLElement | null {
  return document.getElementById(id);
}

/** Says something to those who do not see the page. */
function announce(words: string): void {
  const announcer = element('announcer');
  if (announcer) announcer.textContent = words;
}

/** What the officer should look at: in the title, with a sound and a word when something is new. */
class News {
  private readonly bell = new Bell();

  constructor(
    private readonly title: string,
    private readonly store: string,
  ) {}

  read(): void {
    const queue = element('queue');
    if (queue?.dataset.count === undefined) return; // not there yet
    const number = Number(queue.dataset.count);
    document.title = number ? `(${number}) ${this.title}` : this.title;
    const count = element('count');
    if (count) {
      count.textContent = String(number);
      count.hidden = number === 0;
    }
    this.tell([...queue.querySelectorAll<HTMLElement>('[data-news]')]);
  }

  /** Rings for what was not there before; the first look after signing in rings for nothing. */
  private tell(all: HTMLElement[]): void {
    const kept = sessionStorage.getItem(this.store);
    const known = new Set(kept?.split(' '));
    const fresh = all.filter((each) => !known.has(each.dataset.news ?? ''));
    sessionStorage.setItem(this.store, all.map((each) => each.dataset.news).join(' '));
    if (kept === null || fresh.length === 0) return;
    announce(fresh.map((each) => each.textContent).join(' '));
    this.bell.ring();
  }
}

/** Two soft notes; the officer's choice of silence is kept. */
class Bell {
  private context: AudioContext | null = null;
  private readonly button = element('sound');

  constructor() {
    this.show();
    this.button?.addEventListener('click', () => {
      localStorage.setItem(SOUND, this.muted ? 'on' : 'off');
      this.show();
      this.ring();
    });
  }

  ring(): void {
    // browsers stay silent, and complain, until the officer has touched the page
    if (this.muted || !navigator.userActivation.hasBeenActive) return;
    this.context ??= new AudioContext();
    void this.context.resume();
    this.note(this.context, 660, 0);
    this.note(this.context, 880, 0.16);
  }

  private get muted(): boolean {
    return localStorage.getItem(SOUND) === 'off';
  }

  private show(): void {
    if (!this.button) return;
    const { on, off } = this.button.dataset;
    this.button.setAttribute('aria-pressed', String(!this.muted));
    this.button.textContent = (this.muted ? off : on) ?? '';
  }

  private note(context: AudioContext, hertz: number, delay: number): void {
    const start = context.currentTime + delay;
    const oscillator = new OscillatorNode(context, { frequency: hertz });
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.linearRampToValueAtTime(0.12, start + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.001, start + 0.35);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + 0.4);
  }
}

/** Keeps the newest message in sight, unless the officer has scrolled up to read. */
function keepPlace(): void {
  const log = element('log');
  if (!log) return;
  const toEnd = () => {
    log.scrollTop = log.scrollHeight;
  };
  let atEnd = true;
  toEnd();
  log.addEventListener('scroll', () => {
    atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  });
  new ResizeObserver(() => atEnd && toEnd()).observe(log);
  document.body.addEventListener('htmx:afterSwap', () => atEnd && toEnd());
}

/** Lets suggestions stay folded when new ones come. */
function keepFolded(): void {
  const suggestions = () => document.querySelector<HTMLDetailsElement>('#suggestions details');
  document.addEventListener(
    'toggle', // does not bubble
    (event) => {
      if (event.target !== suggestions()) return;
      localStorage.setItem(FOLDED, suggestions()?.open ? 'no' : 'yes');
    },
    true,
  );
  document.body.addEventListener('htmx:afterSwap', () => {
    const details = suggestions();
    if (details) details.open = localStorage.getItem(FOLDED) !== 'yes';
  });
}

/** Tells the server whether the page is looked at, and the officer when the server is away. */
function watchConnection(): void {
  document.body.addEventListener('htmx:configRequest', (event) => {
    const visible = document.visibilityState === 'visible' ? 'yes' : 'no';
    (event as CustomEvent).detail.parameters.visible = visible;
  });
  const lost = element('lost');
  const show = (words: string) => {
    if (!lost || (!lost.hidden && lost.textContent === words)) return;
    lost.hidden = false;
    lost.textContent = words;
  };
  const unreachable = () => show(lost?.dataset.words ?? '');
  document.body.addEventListener('htmx:sendError', unreachable);
  document.body.addEventListener('htmx:timeout', unreachable);
  document.body.addEventListener('htmx:responseError', () =>
    show(document.body.dataset.failed ?? ''),
  );
  document.body.addEventListener('htmx:afterRequest', (event) => {
    if (!(event as CustomEvent).detail.successful || !lost || lost.hidden) return;
    lost.hidden = true;
    announce(element('announcer')?.dataset.back ?? '');
  });
}

/** Lets an act that goes to another page get there: what is new could load this one again first. */
function finishActs(): void {
  let acting = false;
  const request = (event: Event) => {
    const { requestConfig, xhr } = (event as CustomEvent).detail;
    return { isAct: requestConfig.verb === 'post', xhr: xhr as XMLHttpRequest };
  };
  document.body.addEventListener('htmx:beforeRequest', (event) => {
    if (request(event).isAct) acting = true;
  });
  document.body.addEventListener('htmx:afterRequest', (event) => {
    const { isAct, xhr } = request(event);
    if (isAct) acting = xhr.getResponseHeader('HX-Redirect') !== null;
  });
  document.body.addEventListener('htmx:beforeOnLoad', (event) => {
    const { isAct, xhr } = request(event);
    if (acting && !isAct && xhr.getResponseHeader('HX-Refresh')) event.preventDefault();
  });
}

/** The answer's form: its draft outlives reloads, refusals and a lost connection. */
class Composer {
  private readonly text: HTMLTextAreaElement;
  private readonly draft: string;
  private sent = '';

  constructor(form: HTMLFormElement) {
    this.text = form.elements.namedItem('text') as HTMLTextAreaElement;
    this.draft = DRAFT + form.dataset.ticket;
    this.text.value = sessionStorage.getItem(this.draft) ?? this.text.value;
    this.text.addEventListener('input', () => this.keep());
    this.text.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      form.requestSubmit();
    });
    form.addEventListener('htmx:beforeRequest', () => {
      this.sent = this.text.value;
    });
    form.addEventListener('answered', () => this.clear());
    document.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLElement>('[data-text]');
      if (button) this.add(button.dataset.text ?? '');
    });
  }

  private keep(): void {
    if (this.text.value) sessionStorage.setItem(this.draft, this.text.value);
    else sessionStorage.removeItem(this.draft);
  }

  /** Takes away what was sent; what was typed meanwhile stays. */
  private clear(): void {
    const { value } = this.text;
    this.text.value = value.startsWith(this.sent)
      ? value.slice(this.sent.length).trimStart()
      : value;
    this.keep();
    this.text.focus();
    htmx.trigger(document.body, 'tick');
  }

  /** Puts a suggestion at the end of what is there, to be edited. */
  private add(words: string): void {
    const before = this.text.value.trimEnd();
    this.text.value = before ? `${before}\n\n${words}` : words;
    this.keep();
    this.text.focus();
    this.text.setSelectionRange(this.text.value.length, this.text.value.length);
  }
}
