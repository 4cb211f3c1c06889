import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where `npm run dev` finds the REST API: a running appliance, or `npm run mock`. */
const api = process.env['EDOG_URL'] ?? 'http://127.0.0.1:9501';

export default defineConfig({
  base: '/ui/',
  plugins: [react()],
  server: { proxy: { '/api': api } },
  build: {
    target: 'es2022',
    // The Content-Security-Policy allows no data: scripts or fonts, so every asset stays a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
    testTimeout: 20_000,
    // PatternFly's ES modules import styles, which Node cannot load by itself.
    server: { deps: { inline: [/@patternfly/] } },
  },
});
