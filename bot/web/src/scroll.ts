// Keeps the newest in view while the person is at the end, and leaves them alone when they read above.

const NEAR = 60;
const AIR = 12;
// As long as smooth scrolling takes: its way is not the person's.
const MOVING = 600;

export class LogScroll {
  /** Whether the person is away from the end. */
  away = false;
  private placed = false;
  private moving = 0;
  private watching: Element | null = null;

  constructor(
    private readonly root: () => ParentNode,
    private readonly changed: () => void,
  ) {}

  onScroll(): void {
    if (!this.moving) this.look();
  }

  toEnd(): void {
    this.move(Number.MAX_SAFE_INTEGER);
  }

  /** After something new; `own` if the person has just added it. */
  follow(own: boolean): void {
    const { log } = this;
    if (!log) return;
    this.watch(log);
    if (own) this.away = false;
    if (!this.placed) this.place(log);
    else if (!this.away) this.keepUp(log);
  }

  /** Where it begins: a new conversation at its start, one that goes on at its end. */
  private place(log: HTMLElement): void {
    this.placed = true;
    log.scrollTop = lastQuestion(log) ? log.scrollHeight : 0;
    this.look();
  }

  /** To the end, but not past the last question, so that a long answer is read from its start. */
  private keepUp(log: HTMLElement): void {
    const end = log.scrollHeight - log.clientHeight;
    const question = lastQuestion(log);
    const target = question ? Math.min(end, question.offsetTop - AIR) : end;
    if (target > log.scrollTop) this.move(target);
    else this.look();
  }

  private move(top: number): void {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.log?.scrollTo({ top, behavior: calm ? 'auto' : 'smooth' });
    clearTimeout(this.moving);
    this.moving = window.setTimeout(() => {
      this.moving = 0;
      this.look();
    }, MOVING);
  }

  private look(): void {
    const { log } = this;
    if (!log) return;
    const away = log.scrollHeight - log.scrollTop - log.clientHeight > NEAR;
    if (away === this.away) return;
    this.away = away;
    this.changed();
  }

  /** Pictures that load and fields that grow move the end, too. */
  private watch(log: HTMLElement): void {
    if (this.watching === log) return;
    this.watching = log;
    const observer = new ResizeObserver(() => {
      if (log.clientHeight && !this.away) this.keepUp(log);
      else this.look();
    });
    observer.observe(log);
    for (const child of log.children) observer.observe(child);
  }

  private get log(): HTMLElement | null {
    return this.root().querySelector('[role="log"]');
  }
}

function lastQuestion(log: HTMLElement): HTMLElement | undefined {
  return [...log.querySelectorAll<HTMLElement>('[data-from="user"]')].at(-1);
}
