// Who looked, sign-ins, consents, export: through the forms, with and without script, on a phone in
// elder mode too.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openContext } from '../support/browser.js';
import { accessibility, overflow, structure } from '../support/checks.js';
import { signInAs, stateOf } from '../support/sign-in.js';

const url = process.env.END2END_URL;
let browser;
before(async () => (browser = await launch()));
after(async () => browser?.close());

const TABS = ['/me/access', '/me/sessions', '/me/consents', '/me/export'];
const ways = [
  { name: 'with script', way: { language: 'zh' } },
  { name: 'without script', way: { language: 'zh', script: false } },
];

async function checked(page, language, axe) {
  const wrong = [...(await structure(page, language)), ...(await overflow(page))];
  if (axe) wrong.push(...(await accessibility(page)));
  assert.deepEqual(wrong, [], page.url());
}

for (const { name, way } of ways) {
  test(`the four pages lead to each other, ${name}`, async () => {
    const state = await stateOf(browser, url, 'resident-employee');
    const { context, problems } = await openContext(browser, url, way, state);
    const page = await context.newPage();
    await page.goto(TABS[0]);
    for (const path of TABS) {
      await page.locator(`.chips a[href="${path}"]`).click();
      await page.waitForURL(`**${path}`);
      assert.equal(await page.locator('.chips a[aria-current="page"]').first().getAttribute('href'), path);
      await checked(page, 'zh', way.script !== false);
    }
    await context.close();
    assert.deepEqual(problems.take(), []);
  });

  test(`consent is withdrawn and given again, ${name}`, async () => {
    const { context, problems } = await openContext(browser, url, way);
    const page = await context.newPage();
    await signInAs(page, 'resident-household', '/me/consents');
    // Nobody acts for him, so nothing was said yet; each press turns it round.
    for (const [button, badge] of [[/^\s*同意：/, '已经同意'], [/^\s*收回：/, '不同意']]) {
      await page.locator('main button', { hasText: button }).click();
      await page.locator('.notice[role="status"]').waitFor();
      assert.ok(await page.locator('.badge', { hasText: badge }).first().isVisible(), badge);
      await checked(page, 'zh', way.script !== false);
    }
    await page.locator('main .chips a', { hasText: '陈雨婷' }).click();
    assert.ok(await page.locator('main button', { hasText: '收回：家人看孩子的报销明细' }).isVisible());
    await checked(page, 'zh', way.script !== false);
    await context.close();
    assert.deepEqual(problems.take(), []);
  });

  test(`a sign-in elsewhere is ended, then all of them, ${name}`, async () => {
    const other = await openContext(browser, url, way);
    const there = await other.context.newPage();
    await signInAs(there, 'resident-flexible', '/me');
    const { context, problems } = await openContext(browser, url, way);
    const page = await context.newPage();
    await signInAs(page, 'resident-flexible', '/me/sessions');
    await checked(page, 'zh', way.script !== false);
    await page.locator('main td button').first().click();
    await page.locator('.notice[role="status"]').waitFor();
    await there.goto('/me');
    assert.ok(there.url().includes('/sign-in') || there.url().includes('authorize'), there.url());
    await page.locator('main button', { hasText: '全部退出' }).click();
    await page.waitForURL((address) => address.pathname === '/');
    await page.goto('/me');
    assert.ok(!new URL(page.url()).pathname.startsWith('/me'), page.url());
    await other.context.close();
    await context.close();
    assert.deepEqual(problems.take(), []);
  });

  test(`the export comes as a file and stands in the list, ${name}`, async () => {
    const { context, problems } = await openContext(browser, url, way);
    const page = await context.newPage();
    await signInAs(page, 'resident-teacher', '/me/export');
    await page.locator('input[name="format"][value="json"]').check();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('main button', { hasText: '导出' }).click(),
    ]);
    assert.equal(file.suggestedFilename(), 'yibaotong-export.json');
    await page.goto('/me/access');
    await page.locator('main a', { hasText: '这不是我预料的' }).first().click();
    await page.waitForURL('**/report');
    await page.locator('main button', { hasText: '提交' }).click();
    await page.locator('.errors').waitFor();
    await checked(page, 'zh', way.script !== false);
    await page.locator('input[name="reason"][value="not_me"]').check();
    await page.locator('textarea[name="note"]').fill('我没有导出 <b>过</b>');
    await page.locator('main button', { hasText: '提交' }).click();
    await page.locator('.notice[role="status"]').waitFor();
    assert.match(await page.locator('main .facts').nth(1).innerText(), /\d{4}-\d{3}-\d{3}/);
    await checked(page, 'zh', way.script !== false);
    await context.close();
    // The browser writes the answer to the empty form to its console.
    assert.deepEqual(problems.take().filter((text) => !/status of 422/.test(text)), []);
  });
}

test('in elder mode a report is asked one question after the other', async () => {
  const { context, problems } = await openContext(browser, url, { language: 'zh', width: 'phone' });
  await context.addCookies([{ name: 'display', value: 'light.elder.2', url }]);
  const page = await context.newPage();
  await signInAs(page, 'resident-daughter', '/me/export');
  await checked(page, 'zh', true);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('main button', { hasText: '导出' }).click(),
  ]);
  assert.match(file.suggestedFilename(), /^yibaotong-export\./);
  for (const path of TABS) {
    await page.goto(path);
    await checked(page, 'zh', true);
  }
  await page.goto('/me/access');
  await page.locator('main a', { hasText: '这不是我预料的' }).first().click();
  assert.equal(await page.locator('textarea[name="note"]').count(), 0);
  await page.locator('input[name="reason"][value="unknown"]').check();
  await page.locator('main button', { hasText: '下一步' }).click();
  assert.equal(await page.locator('input[type="radio"]').count(), 0);
  assert.equal(new URL(page.url()).search, '', 'no choice stands in the address');
  await checked(page, 'zh', true);
  await page.locator('main button', { hasText: '提交' }).click();
  await page.locator('.notice[role="status"]').waitFor();
  await context.close();
  assert.deepEqual(problems.take(), []);
});
