/* What the steps do again and again, in the words of the page. */
import { check } from './runner.mjs';

/** How long a guest may take to get into a state. */
export const STATE_MS = 90_000;

/** Memory of the VM that is created. */
export const MEMORY_MIB = process.env.EDOG_MEMORY_MIB ?? '256';

export async function logIn(page, password) {
  await page.getByTestId('login-user').fill('admin');
  await page.getByTestId('login-password').fill(password);
  await page.getByTestId('login-submit').click();
}

/** Waits until the list shows a VM in a state, without the page being loaded again. */
export function seen(page, vm, state, timeout = STATE_MS) {
  return page.locator(`[data-testid="vm-state-${vm}"][data-state="${state}"]`).waitFor({ timeout });
}

/** Waits until the list of tasks tells that work on a VM ended well, for the n-th time if it is done repeatedly. */
export function done(page, vm, verb, times = 1) {
  const task = `[data-testid="task-item"][data-subject="${vm}"][data-kind$="${verb}"][data-state="succeeded"]`;
  return page
    .locator(task)
    .nth(times - 1)
    .waitFor({ timeout: STATE_MS });
}

/** Chooses an operation in a VM's menu. */
export async function choose(page, vm, operation) {
  await page.getByTestId(`vm-menu-${vm}`).click();
  await page.getByTestId(`vm-${operation}-${vm}`).click();
}

export async function confirm(page) {
  await page.getByTestId('dialog-confirm').click();
}

/** Waits for the message at a field, and that it says something. */
export async function fieldError(page, field) {
  const message = page.getByTestId(`error-${field}`);
  await message.waitFor();
  const text = (await message.textContent()).trim();
  check(text.length > 10, `the message at ${field} says too little: "${text}"`);
  return text;
}

/** The count of toasts that tell of failures must be none. */
export async function noFailures(page) {
  const failures = await page.getByTestId('toast-danger').allTextContents();
  check(failures.length === 0, `the page told of failures: ${failures.join(' | ')}`);
}
