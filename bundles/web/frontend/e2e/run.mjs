/* The page in a real browser against a real appliance: see README.md beside this file for what it needs. */
import { readFile } from 'node:fs/promises';
import { cleanUp } from './cleanup.mjs';
import { openBrowser } from './browser.mjs';
import { runSteps } from './runner.mjs';
import { END_STEPS, LIFE_STEPS } from './steps/life.mjs';
import { LOGIN_STEPS, LOGOUT_STEPS } from './steps/login.mjs';
import { FORM_STEPS } from './steps/forms.mjs';
import { LOOK_STEPS } from './steps/look.mjs';
import { SERVED_STEPS } from './steps/served.mjs';

/** The whole run ends after this, whatever hangs. */
const LIMIT_MS = Number(process.env.EDOG_E2E_LIMIT_MS ?? 600_000);

const STEPS = [
  ...SERVED_STEPS,
  ...LOGIN_STEPS,
  ...FORM_STEPS,
  ...LIFE_STEPS,
  ...LOOK_STEPS,
  ...END_STEPS,
  ...LOGOUT_STEPS,
];

/** Runs all steps; tells on stdout how each went. @returns whether all passed */
export async function runAll({ url, password, template, screenshot }) {
  const browser = await openBrowser();
  const { page, complaints } = browser;
  const vm = `e2e-${Date.now().toString(36)}`;
  const context = { page, url, password, template, screenshot, complaints, vm };
  try {
    return await runSteps(STEPS, context);
  } finally {
    await browser.close();
    await cleanUp(context);
  }
}

function need(name) {
  const value = process.env[name];
  if (!value) {
    console.error(`${name} is not set; see e2e/README.md`);
    process.exit(2);
  }
  return value;
}

if (process.argv[1].endsWith('run.mjs')) {
  setTimeout(() => {
    console.error(`not ok: the run took longer than ${LIMIT_MS / 1000} s`);
    process.exit(4);
  }, LIMIT_MS).unref();
  const passed = await runAll({
    url: need('EDOG_URL').replace(/\/$/, ''),
    password: (await readFile(need('EDOG_PASSWORD_FILE'), 'utf8')).trim(),
    template: process.env.EDOG_TEMPLATE ?? '',
    screenshot: process.env.EDOG_SCREENSHOT ?? '',
  });
  process.exit(passed ? 0 : 1);
}
