// The part of the window that the on-screen keyboard leaves free. Browsers do not shrink the page for
// the keyboard, so a full-screen panel has to follow the visual viewport by itself.

export const FULL_SCREEN = '(max-width: 480px), (max-height: 480px)';

export function followViewport(host: HTMLElement): () => void {
  const viewport = window.visualViewport;
  if (!viewport) return () => {};
  const fit = () => {
    // A pinched page is not a page with a keyboard.
    if (viewport.scale > 1.01) return;
    host.style.setProperty('--free-height', `${viewport.height}px`);
    host.style.setProperty('--free-top', `${viewport.offsetTop}px`);
  };
  fit();
  viewport.addEventListener('resize', fit);
  viewport.addEventListener('scroll', fit);
  return () => {
    viewport.removeEventListener('resize', fit);
    viewport.removeEventListener('scroll', fit);
  };
}
