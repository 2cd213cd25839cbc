// Where the keyboard may go.

const FOCUSABLE =
  'a[href], button:not([disabled]), textarea, input, summary, [tabindex]:not([tabindex="-1"])';

/** Keeps Tab inside a container: from its last element to its first, and back. */
export function trapFocus(event: KeyboardEvent, container: HTMLElement): void {
  if (event.key !== 'Tab') return;
  const reachable = focusable(container);
  const first = reachable.at(0);
  const last = reachable.at(-1);
  const now = (container.getRootNode() as ShadowRoot).activeElement;
  const [from, to] = event.shiftKey ? [first, last] : [last, first];
  if (!to || (now !== from && now !== container)) return;
  event.preventDefault();
  to.focus();
}

function focusable(container: HTMLElement): HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (each) => each.tabIndex >= 0 && !each.closest('[inert]') && each.checkVisibility(),
  );
}
