import { defineConfig } from 'vite';

/**
 * Every file is emitted beside the page under a hashed name and nothing is inlined, because the
 * Content-Security-Policy of the page allows neither inline scripts nor inline styles.
 */
export default defineConfig({
  base: '/',
  publicDir: false,
  build: {
    target: 'es2022',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
