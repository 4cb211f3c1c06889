import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { check } from '../runner.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Faults of accessibility that people cannot work around. */
async function barriers(page) {
  await page.evaluate(await readFile(AXE, 'utf8'));
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

export const LOOK_STEPS = [
  [
    'the events tell of it',
    async ({ page, vm }) => {
      await page.getByTestId('event-line').filter({ hasText: vm }).first().waitFor();
    },
  ],
  [
    'a picture of it',
    async ({ page, screenshot }) => {
      if (screenshot) {
        await page.screenshot({ path: screenshot });
      }
    },
  ],
  [
    'its details open and close',
    async ({ page, vm }) => {
      await page.getByTestId(`vm-open-${vm}`).click();
      await page.locator('[data-testid="vm-detail-state"][data-state="running"]').waitFor();
      check(new URL(page.url()).hash.startsWith('#/vms/'), 'the address does not name the VM');
      await page.getByRole('button', { name: `Close details of ${vm}` }).click();
      await page.getByTestId('vm-detail').waitFor({ state: 'detached' });
    },
  ],
  [
    'nothing keeps people out who use a keyboard or a screen reader',
    async ({ page }) => {
      const found = await barriers(page);
      check(found.length === 0, found.join('\n'));
    },
  ],
];
