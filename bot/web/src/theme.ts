// Colours: the page's accent made readable on whatever it is put, in light and dark.

export type Theme = 'light' | 'dark';

type Rgb = [number, number, number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];

// The surfaces on which the accent stands as text; the same values as in styles/base.ts.
const SURFACES: Record<Theme, string[]> = {
  light: ['#ffffff', '#f1f4f8'],
  dark: ['#14181f', '#222833'],
};

const TEXT_CONTRAST = 4.6;
const EDGE_CONTRAST = 3.1;

/** CSS custom properties for an accent colour in a theme. */
export function accentProperties(accent: string, theme: Theme): Record<string, string> {
  const colour = parse(accent);
  const onAccent = contrast(WHITE, colour) >= 4.5 ? WHITE : BLACK;
  return {
    '--accent': format(colour),
    '--on-accent': format(onAccent),
    '--accent-text': format(readable(colour, theme, TEXT_CONTRAST)),
    '--accent-edge': format(readable(colour, theme, EDGE_CONTRAST)),
  };
}

export function isColour(value: string): boolean {
  return /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value);
}

/** Calls back with the theme the system prefers, now and whenever it changes. */
export function followSystemTheme(callback: (theme: Theme) => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const tell = () => callback(dark.matches ? 'dark' : 'light');
  tell();
  dark.addEventListener('change', tell);
  return () => dark.removeEventListener('change', tell);
}

/** The colour, moved towards black or white until it stands out from every surface of the theme. */
function readable(colour: Rgb, theme: Theme, wanted: number): Rgb {
  const surfaces = SURFACES[theme].map(parse);
  const goal = theme === 'light' ? BLACK : WHITE;
  for (let share = 0; share < 1; share += 0.04) {
    const mixed = mix(colour, goal, share);
    if (surfaces.every((each) => contrast(mixed, each) >= wanted)) return mixed;
  }
  return goal;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share);
  return [channel(0), channel(1), channel(2)];
}

function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance as WCAG 2.1 defines it. */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function parse(colour: string): Rgb {
  const digits = colour.slice(1);
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return [0, 2, 4].map((start) => Number.parseInt(full.slice(start, start + 2), 16)) as Rgb;
}

function format(colour: Rgb): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
