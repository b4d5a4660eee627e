// Messages: opened with and without script, marked unread again, topics chosen, in elder mode too.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openContext } from '../support/browser.js';
import { accessibility, overflow, structure } from '../support/checks.js';
import { signInAs, stateOf } from '../support/sign-in.js';

const url = process.env.END2END_URL;
let browser;
before(async () => (browser = await launch()));
after(async () => browser?.close());

const unread = (page) => page.locator('.messages li[data-unread]').count();

for (const script of [true, false]) {
  test(`a message is opened, read and put back ${script ? 'with' : 'without'} script`, async () => {
    const { context, problems } = await openContext(browser, url, { language: 'en', width: 'phone', script });
    const page = await context.newPage();
    // Each way has a person of its own, because the messages are theirs.
    await signInAs(page, script ? 'resident-employee' : 'resident-retiree', '/me/messages');
    const waiting = await unread(page);
    assert.ok(waiting > 0, 'the demonstration has something to tell');
    const first = page.locator('.messages button[name="open"]').first();
    const title = await first.textContent();
    await first.click();
    await page.waitForURL(/\/me\/messages\/[0-9a-f-]{36}$/);
    assert.equal(await page.locator('h1').textContent(), title);
    assert.deepEqual(await structure(page, 'en'), []);
    const address = page.url();
    await page.getByRole('link', { name: 'Back to messages' }).click();
    assert.equal(await unread(page), waiting - 1);
    await page.goto(address);
    await page.getByRole('button', { name: 'Mark as unread' }).click();
    await page.waitForURL(/\/me\/messages$/);
    assert.equal(await unread(page), waiting);
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await page.getByRole('status').waitFor();
    assert.equal(await unread(page), 0);
    assert.ok((await page.locator('main').textContent()).includes('You have no unread messages.'));
    await context.close();
    assert.deepEqual(problems.take(), []);
  });
}

test('topics are chosen by a form', async () => {
  const { context, problems } = await openContext(browser, url, { language: 'en', script: false });
  const page = await context.newPage();
  await signInAs(page, 'resident-flexible', '/me/messages/settings');
  const box = page.getByLabel('New settlements');
  assert.ok(await box.isChecked());
  await box.uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('status').waitFor();
  assert.ok(!(await page.getByLabel('New settlements').isChecked()));
  await page.getByLabel('New settlements').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await context.close();
  assert.deepEqual(problems.take(), []);
});

const LOOKS = [
  { name: 'standard', way: { width: 'phone' } },
  { name: 'narrow', way: { width: { width: 320, height: 640 }, language: 'en' } },
  { name: 'elder', way: { width: 'phone' }, display: 'light.elder.2' },
  { name: 'elder dark', way: { width: 'desktop', language: 'en' }, display: 'dark.elder.1' },
];

for (const look of LOOKS) {
  test(`the pages are sound in ${look.name}`, async () => {
    const state = await stateOf(browser, url, 'resident-household');
    const { context, problems } = await openContext(browser, url, look.way, state);
    if (look.display) await context.addCookies([{ name: 'display', value: look.display, url }]);
    const page = await context.newPage();
    await page.goto('/me/messages');
    const first = await page.locator('.messages .title :is(a, button)').first();
    const href = (await first.getAttribute('href')) ?? `/me/messages/${await first.getAttribute('value')}`;
    const wrong = [];
    for (const path of ['/me', '/me/messages', '/me/messages?topic=deadlines', '/me/messages/settings', href]) {
      await page.goto(path);
      const found = [...(await overflow(page)), ...(await accessibility(page))];
      wrong.push(...found.map((text) => `${path}: ${text}`));
    }
    if (look.display) {
      await page.goto('/me/messages');
      const shown = await page.locator('.messages li').count();
      assert.ok(shown > 0 && shown <= 6, `${shown} messages in elder mode`);
      for (const target of await page.locator('.messages .title :is(a, button)').all()) {
        const box = await target.boundingBox();
        assert.ok(box.height >= 60, `a target of ${box.height} px`);
      }
    }
    await context.close();
    assert.deepEqual([...wrong, ...problems.take()], []);
  });
}
