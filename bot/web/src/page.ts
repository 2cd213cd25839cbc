// The page: buttons that open the widget or ask it a question, and buttons that copy.

interface Widget extends HTMLElement {
  ask(text: string): void;
  open(): void;
}

async function widget(): Promise<Widget | null> {
  await customElements.whenDefined('partneris-chat');
  return document.querySelector<Widget>('partneris-chat');
}

/** Copies the text of the element that `data-copy` selects and says so in the status next to the button. */
async function copy(button: HTMLElement): Promise<void> {
  const text = document.querySelector(button.dataset.copy ?? '')?.textContent?.trim() ?? '';
  const status = button.parentElement?.querySelector('[role="status"]');
  let words = button.dataset.copied ?? '';
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    words = button.dataset.notCopied ?? '';
  }
  if (status) status.textContent = words;
}

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  if (event.target.closest('[data-open]')) void widget().then((chat) => chat?.open());
  const asking = event.target.closest<HTMLElement>('[data-ask]');
  const copying = event.target.closest<HTMLElement>('[data-copy]');
  const question = asking?.dataset.ask;
  if (question) void widget().then((chat) => chat?.ask(question));
  if (copying) void copy(copying);
});
