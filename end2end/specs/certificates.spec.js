// A certificate from the first question to its withdrawal, with and without script, and what others
// see of it meanwhile.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openContext } from '../support/browser.js';
import { accessibility, overflow } from '../support/checks.js';
import { stateOf } from '../support/sign-in.js';

const url = process.env.END2END_URL;
let browser;
before(async () => (browser = await launch()));
after(async () => browser?.close());

async function fits(page, script) {
  const wrong = await overflow(page);
  await page.setViewportSize({ width: 320, height: 640 });
  wrong.push(...(await overflow(page)).map((text) => `at 320: ${text}`));
  await page.setViewportSize({ width: 360, height: 780 });
  if (script) wrong.push(...(await accessibility(page)));
  assert.deepEqual(wrong, [], page.url());
}

// Pressing something and landing on the next page.
const press = (page, name) => Promise.all([page.waitForEvent('load'), page.getByRole('button', { name, exact: true }).click()]);

for (const script of [true, false]) {
  test(`issue, check, show, withdraw ${script ? 'with' : 'without'} script`, async () => {
    const state = await stateOf(browser, url, 'resident-employee');
    const { context, problems } = await openContext(browser, url, { script, width: 'phone' }, state);
    const { context: others, problems: theirs } = await openContext(browser, url, { script, width: 'phone' });
    const page = await context.newPage();
    const visitor = await others.newPage();

    await page.goto('/me/enrolment');
    await page.locator('main a[href="/me/certificates"]').click();
    await page.waitForURL('**/me/certificates');
    await fits(page, script);
    await page.locator('main a[href="/me/certificates/new"]').click();
    await page.waitForURL('**/me/certificates/new');
    await fits(page, script);
    await page.getByLabel('30 天').check();
    await press(page, '开出凭证');
    await fits(page, script);
    const address = new URL(page.url()).pathname;
    const code = (await page.locator('.checked-by .code').innerText()).replace(/\s/g, '');
    assert.equal(await page.locator('svg.qr').count(), 1);
    const file = page.waitForEvent('download');
    await page.locator(`a[href="${address}/pdf"]`).click();
    assert.equal((await file).suggestedFilename(), 'yibaotong-certificate.pdf');

    await visitor.goto('/check');
    await fits(visitor, script);
    await visitor.getByLabel('核验码').fill(code.slice(0, 8));
    await press(visitor, '核验');
    assert.match(await visitor.locator('.errors').innerText(), /24 个字符/);
    await fits(visitor, script);
    theirs.take();
    await visitor.getByLabel('核验码').fill(code.toLowerCase().replaceAll('-', ' '));
    await press(visitor, '核验');
    assert.match(await visitor.locator('h1').innerText(), /^是：/);
    assert.doesNotMatch(await visitor.locator('main').innerText(), /李明/);
    await fits(visitor, script);

    await page.goto(`${address}/shown`);
    await fits(page, script);
    await press(page, '让看姓名和证件');
    await visitor.reload();
    assert.match(await visitor.locator('main').innerText(), /李明/);
    await press(page, '不再让看姓名和证件');
    await visitor.reload();
    assert.doesNotMatch(await visitor.locator('main').innerText(), /李明/);

    await page.goto(`${address}/withdraw`);
    await fits(page, script);
    await press(page, '收回');
    await fits(page, script);
    await visitor.reload();
    assert.match(await visitor.locator('h1').innerText(), /已经收回/);
    await page.goto('/me/certificates');
    assert.match(await page.locator('main table').innerText(), /已收回/);
    await fits(page, script);
    assert.deepEqual([...problems.take(), ...theirs.take()], []);
    await context.close();
    await others.close();
  });
}

test('one question a page in elder mode, and the answer large', async () => {
  const state = await stateOf(browser, url, 'resident-retiree');
  const { context, problems } = await openContext(browser, url, { width: 'phone' }, state);
  await context.addCookies([{ name: 'display', value: 'light.elder.2', url }]);
  const page = await context.newPage();
  await page.goto('/me/certificates/new');
  for (const name of ['下一步', '下一步', '开出凭证']) {
    assert.equal(await page.locator('main legend').count(), 1);
    await fits(page, true);
    await press(page, name);
  }
  await fits(page, true);
  const code = (await page.locator('.checked-by .code').innerText()).replace(/\s/g, '');
  await page.goto(`${new URL(page.url()).pathname}/shown`);
  await fits(page, true);
  await page.goto(`/check/${code}`);
  await fits(page, true);
  assert.deepEqual(problems.take(), []);
  await context.close();
});
