import { logIn } from '../parts.mjs';
import { check } from '../runner.mjs';

export const LOGIN_STEPS = [
  [
    'a wrong password is told',
    async ({ page, url }) => {
      await page.goto(`${url}/ui/`);
      await logIn(page, 'certainly not the password');
      await page.getByTestId('login-problem').waitFor();
      const text = await page.getByTestId('login-problem').textContent();
      check(/wrong user or password/i.test(text), `the message is: ${text}`);
    },
  ],
  [
    'the right one logs in, and the list is live',
    async ({ page, password }) => {
      await logIn(page, password);
      await page.locator('[data-testid="connection-state"][data-phase="live"]').waitFor({ timeout: 20_000 });
      await page.getByTestId('cluster-leader').waitFor();
      await page.locator('[data-testid="vm-table"], [data-testid="vm-empty"]').first().waitFor();
    },
  ],
  [
    'a reload keeps the session',
    async ({ page }) => {
      await page.reload();
      await page.locator('[data-testid="connection-state"][data-phase="live"]').waitFor({ timeout: 20_000 });
    },
  ],
];

export const LOGOUT_STEPS = [
  [
    'a session that has ended leads back to the log-in, with the reason',
    async ({ page, url, password }) => {
      const { token } = await page.evaluate(() => JSON.parse(sessionStorage.getItem('edog.session')));
      const headers = { Authorization: `Bearer ${token}` };
      await fetch(`${url}/api/v1/sessions/current`, {
        method: 'DELETE',
        headers,
        signal: AbortSignal.timeout(10_000),
      });
      await page.getByTestId('login-notice').waitFor({ timeout: 30_000 });
      await logIn(page, password);
      await page.getByTestId('log-out').waitFor();
    },
  ],
  [
    'log-out forgets the session',
    async ({ page }) => {
      await page.getByTestId('log-out').click();
      await page.getByTestId('login-form').waitFor();
      const stored = await page.evaluate(() => sessionStorage.length);
      check(stored === 0, 'something of the session is still stored');
      check(
        (await page.getByTestId('login-notice').count()) === 0,
        'the page talks of a session that has ended',
      );
    },
  ],
  [
    'the browser had nothing to complain about',
    ({ complaints }) => check(complaints.length === 0, complaints.join('\n')),
  ],
];
