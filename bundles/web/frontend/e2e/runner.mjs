/**
 * Runs steps one after the other and stops at the first that fails, for each builds on those before it.
 *
 * @returns whether all passed
 */
export async function runSteps(steps, context) {
  for (const [number, [name, step]] of steps.entries()) {
    const began = Date.now();
    try {
      await step(context);
      console.log(`ok ${number + 1} - ${name} (${Date.now() - began} ms)`);
    } catch (error) {
      console.log(`not ok ${number + 1} - ${name} (${Date.now() - began} ms)`);
      console.error(error.message);
      await picture(context);
      return false;
    }
  }
  console.log(`all ${steps.length} steps passed`);
  return true;
}

/** What the browser showed when a step failed. */
async function picture({ page, screenshot }) {
  const path = screenshot ? screenshot.replace(/(\.png)?$/, '-failed.png') : '';
  if (path !== '') {
    await page.screenshot({ path }).catch((error) => console.error(`no picture: ${error.message}`));
    console.error(`what was seen: ${path}`);
  }
}

export function check(condition, sentence) {
  if (!condition) {
    throw new Error(sentence);
  }
}
