import { defineConfig } from 'vite';

// Classic scripts, each one file: the widget, and with `--mode` the demo page's, the console's, and
// the worker that wakes the console.
const scripts = {
  production: { entry: 'src/embed.ts', file: 'partneris.js', name: 'Partneris' },
  page: { entry: 'src/page.ts', file: 'page.js', name: 'PartnerisPage' },
  console: { entry: 'src/console.ts', file: 'console.js', name: 'PartnerisConsole' },
  clock: { entry: 'src/console-clock.ts', file: 'console-clock.js', name: 'PartnerisClock' },
};

export default defineConfig(({ mode }) => {
  const script = scripts[mode as keyof typeof scripts];
  return {
    publicDir: false,
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      emptyOutDir: mode === 'production',
      target: 'es2022',
      sourcemap: false,
      lib: {
        entry: script.entry,
        formats: ['iife'],
        name: script.name,
        fileName: () => script.file,
      },
    },
  };
});
