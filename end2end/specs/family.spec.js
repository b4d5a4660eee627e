// Inviting a relative, with and without script, on a small phone and in elder mode; a relative's pages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openContext } from '../support/browser.js';
import { accessibility, overflow, structure } from '../support/checks.js';
import { stateOf } from '../support/sign-in.js';

const url = process.env.END2END_URL;
const SMALL = { width: 320, height: 640 };
let browser;
before(async () => (browser = await launch()));
after(async () => browser?.close());

const problemsOf = async (page, script) => [
  ...(await structure(page, 'zh')),
  ...(await overflow(page)),
  ...(script ? await accessibility(page) : []),
];

async function elder(page, on) {
  await page.goto('/me/family');
  const mode = on ? 'elder' : 'standard';
  await page.locator(`form:has(input[name="mode"][value="${mode}"]) button`).first().click();
  await page.waitForURL('**/me/family');
}

for (const script of [true, false]) {
  test(`a relative is invited ${script ? 'with' : 'without'} script, and the invitation is withdrawn`, async () => {
    const state = await stateOf(browser, url, 'resident-employee');
    const { context, problems } = await openContext(browser, url, { script, width: SMALL }, state);
    const page = await context.newPage();
    await page.goto('/me/family');
    await page.locator('a[href="/me/family/invite"]').first().click();
    await page.locator('a.door[href$="way=ask"]').click();
    await page.locator('input[name="relation"][value="parent"]').check();
    await page.locator('#name').fill('赵桂兰');
    await page.locator('#number').fill('110105194912310021');
    await page.locator('form.form button').click();
    assert.equal(await page.locator('#number').getAttribute('aria-invalid'), 'true');
    assert.equal(await page.locator('#number').inputValue(), '110105194912310021', 'what was typed stays');
    assert.equal(await page.locator('#name').inputValue(), '赵桂兰');
    if (script) assert.ok(await page.evaluate(() => document.activeElement.matches('.errors')), 'the summary has the focus');
    assert.deepEqual(await problemsOf(page, script), []);
    problems.take();
    await page.locator('#number').fill(`E10000${script ? 1 : 2}0`);
    await page.locator('form.form button').click();
    await page.waitForURL('**/me/family');
    assert.match(await page.locator('[role=status]').innerText(), /邀请已经发出/);
    assert.deepEqual(await problemsOf(page, script), []);
    await page.locator('form[action="/me/family/withdraw"] button').first().click();
    await page.waitForURL('**/me/family');
    assert.match(await page.locator('[role=status]').innerText(), /撤回/);
    assert.deepEqual(problems.take(), []);
    await context.close();
  });
}

test('elder mode asks one question a page', async () => {
  const state = await stateOf(browser, url, 'resident-flexible');
  const { context } = await openContext(browser, url, { width: SMALL }, state);
  const page = await context.newPage();
  await elder(page, true);
  await page.goto('/me/family/invite');
  assert.equal(await page.locator('a.door').count(), 2);
  assert.deepEqual(await problemsOf(page, true), []);
  await page.locator('a.door[href$="way=offer"]').click();
  await page.waitForURL('**/me/family/invite?way=offer');
  assert.equal(await page.locator('input[name="relation"]').count(), 6);
  assert.deepEqual(await problemsOf(page, true), []);
  await page.locator('input[name="relation"][value="child"]').check();
  await page.locator('form.form button').click();
  await page.locator('#number').waitFor();
  assert.equal(new URL(page.url()).search, '', 'no relation stands in the address');
  assert.equal(await page.locator('input[type=radio]').count(), 0);
  assert.equal(await page.locator('input[type=checkbox]:checked').count(), 0, 'nothing is agreed to beforehand');
  for (const target of await page.locator('.tick label, form.form button').all()) {
    const box = await target.boundingBox();
    assert.ok(box.height >= 60, `${await target.innerText()}: ${box.height}`);
  }
  assert.deepEqual(await problemsOf(page, true), []);
  await elder(page, false);
  await context.close();
});

test('a relative’s pages say whose they are and stay with that person', async () => {
  const state = await stateOf(browser, url, 'resident-daughter');
  const { context } = await openContext(browser, url, { width: SMALL }, state);
  const page = await context.newPage();
  await page.goto('/me/family');
  await page.locator('a[href^="/people/"]').first().click();
  const base = new URL(page.url()).pathname;
  const band = page.locator('aside.whose');
  assert.match(await band.innerText(), /您正在看王秀英（您的母亲）的医保信息/);
  for (const link of await band.locator('nav a').all()) {
    assert.ok((await link.getAttribute('href')).startsWith(base));
  }
  await page.locator('main a[href*="/settlements/"]').first().click();
  assert.ok(new URL(page.url()).pathname.startsWith(`${base}/settlements/`));
  assert.match(await page.title(), /王秀英（您的母亲）/);
  assert.deepEqual(await problemsOf(page, true), []);
  await page.locator('aside.whose > p > a').click();
  assert.equal(new URL(page.url()).pathname, '/me');
  await page.goto('/me/family/ledger');
  assert.match(await page.locator('main').innerText(), /再自付 ¥[\d,.]+ 进入大病保险|已经进入大病保险/);
  assert.deepEqual(await problemsOf(page, true), []);
  await context.close();
});
