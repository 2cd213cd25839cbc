import { defineConfig } from 'vite';

// Two classic scripts, each one file: the widget, and with `--mode page` the demo page's script.
const scripts = {
  production: { entry: 'src/embed.ts', file: 'partneris.js', name: 'Partneris' },
  page: { entry: 'src/page.ts', file: 'page.js', name: 'PartnerisPage' },
};

export default defineConfig(({ mode }) => {
  const script = mode === 'page' ? scripts.page : scripts.production;
  return {
    publicDir: false,
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      emptyOutDir: mode !== 'page',
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
