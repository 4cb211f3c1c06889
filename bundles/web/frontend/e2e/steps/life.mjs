import { choose, confirm, done, MEMORY_MIB, noFailures, seen, STATE_MS } from '../parts.mjs';
import { check } from '../runner.mjs';

/** The life of the VM that FORM_STEPS created. */
export const LIFE_STEPS = [
  [
    'what is not possible now is greyed, with the reason',
    async ({ page, vm }) => {
      await page.getByTestId(`vm-menu-${vm}`).click();
      const start = page.getByTestId(`vm-start-${vm}`);
      await start.waitFor();
      check((await start.locator('[aria-disabled="true"]').count()) > 0, 'a running VM can be started');
      const text = await start.textContent();
      check(/already/.test(text), `the reason is: ${text}`);
      await page.keyboard.press('Escape');
    },
  ],
  [
    'pause and resume',
    async ({ page, vm }) => {
      await choose(page, vm, 'pause');
      await seen(page, vm, 'paused');
      await done(page, vm, 'pause');
      await choose(page, vm, 'resume');
      await seen(page, vm, 'running');
      await done(page, vm, 'resume');
    },
  ],
  [
    'reboot',
    async ({ page, vm }) => {
      await choose(page, vm, 'reboot');
      await done(page, vm, 'reboot');
      await seen(page, vm, 'running');
    },
  ],
  [
    'reset',
    async ({ page, vm }) => {
      await choose(page, vm, 'reset');
      await confirm(page);
      await done(page, vm, 'reset');
      await seen(page, vm, 'running');
    },
  ],
  [
    'a change that waits for the next start is told',
    async ({ page, vm }) => {
      await choose(page, vm, 'edit');
      await page.getByTestId('field-cpus').fill('2');
      await confirm(page);
      await page.getByTestId('edit-dialog').waitFor({ state: 'detached' });
      await page.getByTestId(`vm-row-${vm}`).getByText('at the next start').waitFor();
    },
  ],
  [
    'stop, with a time of grace',
    async ({ page, vm }) => {
      await choose(page, vm, 'stop');
      await page.getByTestId('stop-grace').fill('5');
      await confirm(page);
      await seen(page, vm, 'stopped');
      await done(page, vm, 'stop');
    },
  ],
  [
    'start',
    async ({ page, vm }) => {
      await choose(page, vm, 'start');
      await seen(page, vm, 'running');
      await done(page, vm, 'start');
      await noFailures(page);
    },
  ],
];

async function forceOff({ page, vm }, times) {
  await choose(page, vm, 'stop');
  await page.getByTestId('stop-force').check();
  await confirm(page);
  await seen(page, vm, 'stopped');
  await done(page, vm, 'stop', times);
}

async function remove({ page, vm }, disks, times) {
  await choose(page, vm, 'delete');
  check(await page.getByTestId('dialog-confirm').isDisabled(), 'it can be deleted unconfirmed');
  await page.getByTestId(`delete-disks-${disks}`).check();
  await page.getByTestId('delete-name').fill(vm);
  await confirm(page);
  await page.getByTestId(`vm-row-${vm}`).waitFor({ state: 'detached', timeout: STATE_MS });
  await done(page, vm, 'delete', times);
}

/** Its end, and its second life from the disk it left. */
export const END_STEPS = [
  ['force it off', (context) => forceOff(context, 2)],
  ['delete it, and keep its disk', (context) => remove(context, 'keep', 1)],
  [
    'create it again, from that disk',
    async ({ page, vm }) => {
      await page.getByTestId('vm-create').first().click();
      await page.getByTestId('source-volume').check();
      const disk = page.getByTestId('field-bootVolume').locator('option', { hasText: vm });
      await disk.waitFor({ state: 'attached' });
      await page.getByTestId('field-bootVolume').selectOption(await disk.getAttribute('value'));
      await page.getByTestId('field-name').fill(vm);
      await page.getByTestId('field-memoryMiB').fill(MEMORY_MIB);
      await confirm(page);
      await seen(page, vm, 'running');
      await done(page, vm, 'create', 2);
    },
  ],
  [
    'delete it, its disk too',
    async (context) => {
      await forceOff(context, 3);
      await remove(context, 'delete', 2);
      await noFailures(context.page);
    },
  ],
];
