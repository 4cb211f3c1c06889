import { confirm, done, fieldError, MEMORY_MIB, seen } from '../parts.mjs';
import { check } from '../runner.mjs';

async function chooseTemplate({ page, template }) {
  const field = page.getByTestId('field-template');
  await field.waitFor();
  const offered = await field
    .locator('option')
    .evaluateAll((options) => options.map((option) => option.value));
  check(offered.length > 0, 'no template is offered');
  await field.selectOption(template === '' ? offered[0] : template);
}

async function fill(page, fields) {
  for (const [field, value] of Object.entries(fields)) {
    await page.getByTestId(`field-${field}`).fill(value);
  }
}

/** Bad input is told at its field, and the same dialog goes on to create the VM. */
export const FORM_STEPS = [
  [
    'negative memory is told at its field',
    async (context) => {
      const { page, vm } = context;
      await page.getByTestId('vm-create').first().click();
      await page.getByTestId('create-dialog').waitFor();
      await chooseTemplate(context);
      await fill(page, { name: vm, cpus: '1', memoryMiB: '-64' });
      await confirm(page);
      await fieldError(page, 'memoryMiB');
    },
  ],
  [
    'what is no number is told before it is sent',
    async ({ page }) => {
      await fill(page, { memoryMiB: MEMORY_MIB, cpus: 'many' });
      await confirm(page);
      await fieldError(page, 'cpus');
    },
  ],
  [
    'once cured, the VM is created and is seen running, live',
    async ({ page, vm }) => {
      await fill(page, { cpus: '1' });
      await confirm(page);
      await page.getByTestId('create-dialog').waitFor({ state: 'detached' });
      await seen(page, vm, 'running');
      await done(page, vm, 'create');
    },
  ],
  [
    'a name that is taken is told at its field',
    async (context) => {
      const { page, vm } = context;
      await page.getByTestId('vm-create').first().click();
      await chooseTemplate(context);
      await fill(page, { name: vm, cpus: '1', memoryMiB: MEMORY_MIB });
      await confirm(page);
      await fieldError(page, 'name');
      await page.getByTestId('dialog-cancel').click();
      await page.getByTestId('create-dialog').waitFor({ state: 'detached' });
    },
  ],
];
