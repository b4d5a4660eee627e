// Search as you type: the list under the field, by keyboard and by hand.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openContext } from '../support/browser.js';
import { accessibility } from '../support/checks.js';

const url = process.env.END2END_URL;
let browser;
before(async () => (browser = await launch()));
after(async () => browser?.close());

const FIELD = 'leptos-island input[name=q]';
const OPTIONS = '#suggestions [role=option]';

// Opens the page and types until the list is there: the island may wake after the page is shown.
async function listed(path, question, language = 'zh') {
  const { context, problems } = await openContext(browser, url, { language });
  const page = await context.newPage();
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.locator(FIELD).pressSequentially(question, { delay: 20 });
  await page.waitForSelector(OPTIONS);
  return { context, page, problems };
}

for (const [path, question, language] of [['/', '断保', 'zh'], ['/policies', '生育', 'zh'], ['/', 'maternity', 'en']]) {
  test(`what fits is listed and opened by the arrow keys: ${path} ${question}`, async () => {
    const { context, page, problems } = await listed(path, question, language);
    const count = await page.locator(OPTIONS).count();
    assert.ok(count >= 1 && count <= 5, `${count} suggestions`);
    assert.equal(await page.getAttribute(FIELD, 'aria-expanded'), 'true');
    assert.equal(await page.getAttribute(FIELD, 'aria-activedescendant'), null);
    const chosen = () => page.locator(`${OPTIONS}[aria-selected=true]`).evaluateAll((all) => all.map((one) => one.id));
    await page.keyboard.press('ArrowDown');
    assert.deepEqual(await chosen(), ['suggestion-0']);
    assert.equal(await page.getAttribute(FIELD, 'aria-activedescendant'), 'suggestion-0');
    // Up from the first is the last, and down from the last is the first.
    await page.keyboard.press('ArrowUp');
    assert.deepEqual(await chosen(), [`suggestion-${count - 1}`]);
    await page.keyboard.press('ArrowDown');
    assert.deepEqual(await chosen(), ['suggestion-0']);
    assert.deepEqual([...(await accessibility(page)), ...problems.take()], []);
    const title = await page.locator(`${OPTIONS} span`).first().innerText();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/policies\/[^/]+$/);
    assert.ok((await page.locator('main').innerText()).includes(title), `${title} is opened`);
    await context.close();
  });
}

test('Escape puts the list away and keeps what was typed; Enter without a choice searches', async () => {
  const { context, page } = await listed('/policies', '断保');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#suggestions').isVisible(), false);
  assert.equal(await page.getAttribute(FIELD, 'aria-expanded'), 'false');
  assert.equal(await page.inputValue(FIELD), '断保');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/policies\?.*q=/);
  await context.close();
});

test('a press on a suggestion opens it; leaving the field puts the list away', async () => {
  const { context, page } = await listed('/', '断保');
  await page.locator('h1').click();
  assert.equal(await page.locator('#suggestions').isVisible(), false);
  await page.locator(FIELD).fill('');
  await page.locator(FIELD).pressSequentially('断保', { delay: 20 });
  await page.locator(OPTIONS).first().click();
  await page.waitForURL(/\/policies\/[^/?]+$/);
  await context.close();
});
