import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const EXECUTABLE = process.env.EDOG_CHROMIUM ?? '/usr/bin/chromium';

const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Every single wait in the browser ends after this, unless it says otherwise. */
export const WAIT_MS = 10_000;

/**
 * Opens a browser with a fresh profile.
 *
 * @returns the page, what its console complained about, and how to close it all
 */
export async function openBrowser(viewport = { width: 1440, height: 900 }, options = {}) {
  const profile = await mkdtemp(join(tmpdir(), 'edog-e2e-'));
  const launch = { executablePath: EXECUTABLE, args: ARGS, headless: true, viewport, ...options };
  const context = await chromium.launchPersistentContext(profile, launch);
  context.setDefaultTimeout(WAIT_MS);
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints = listen(page);
  const close = async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { page, complaints, close };
}

/** Collects what must not happen: uncaught errors and violations of the Content-Security-Policy. */
function listen(page) {
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    // The browser itself logs each refused request; refusals are part of the test.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text());
    }
  });
  return complaints;
}
