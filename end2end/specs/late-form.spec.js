// The session ends while a form is open. What was written is kept, comes back after the sign-in, and
// is sent with one press or thrown away; with and without script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openContext } from '../support/browser.js';
import { accessibility, layoutShift, observeShift, overflow, structure } from '../support/checks.js';
import { endSessions } from '../support/ended.js';
import { measure } from '../support/ruler.js';
import { startServer } from '../support/server.js';
import { signInAs } from '../support/sign-in.js';

const WRITTEN = '我没有导出 <b>过</b> & “没有”';
// A server of its own: all of its sessions are ended at once.
let server;
let browser;
before(async () => {
  server = await startServer();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const pathOf = (page) => new URL(page.url()).pathname;
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

// Signs in, takes the data out so that there is something to report, and opens the form for that.
async function openForm(page, sub) {
  await signInAs(page, sub, '/me/export');
  await page.locator('input[name="format"][value="json"]').check();
  await Promise.all([page.waitForEvent('download'), page.locator('main').getByRole('button', { name: '导出', exact: true }).click()]);
  await page.goto('/me/access');
  await page.locator('main a', { hasText: '这不是我预料的' }).first().click();
  await page.waitForURL('**/report');
}

// Fills the form in, lets the session end, sends it, and signs in again.
async function sendTooLate(page, sub) {
  await page.locator('input[name="reason"][value="not_me"]').check();
  await page.locator('textarea[name="note"]').fill(WRITTEN);
  assert.ok(endSessions(server) > 0, 'there was a session to end');
  await press(page, '提交');
  await page.locator(`button[name="sub"][value="${sub}"]`).waitFor();
  assert.ok(!decodeURIComponent(page.url()).includes('导出'), 'nothing of it stands in an address');
  await page.locator(`button[name="sub"][value="${sub}"]`).click();
  await page.waitForURL('**/late-form');
  assert.equal(await page.locator('h1').innerText(), '您填的内容还在');
  assert.equal(await page.locator('main .written').innerText(), WRITTEN);
}

async function sound(page, script) {
  const wrong = [...(await structure(page, 'zh')), ...(await overflow(page))];
  await page.setViewportSize({ width: 320, height: 640 });
  wrong.push(...(await overflow(page)).map((text) => `at 320: ${text}`));
  await page.setViewportSize({ width: 360, height: 780 });
  if (script) wrong.push(...(await layoutShift(page)), ...(await accessibility(page)));
  assert.deepEqual(wrong, []);
}

for (const script of [true, false]) {
  const kind = script ? 'with script' : 'without script';

  test(`what was written too late comes back and is sent, ${kind}`, async () => {
    const { context, problems } = await openContext(browser, server.url, { script, width: 'phone' });
    if (script) await observeShift(context);
    const page = await context.newPage();
    const sub = script ? 'resident-teacher' : 'resident-flexible';
    await openForm(page, sub);
    const form = pathOf(page);
    await sendTooLate(page, sub);
    await sound(page, script);
    // Looking elsewhere meanwhile loses nothing.
    await page.goto('/me/benefits');
    await page.goto('/late-form');
    await press(page, '现在送出');
    await page.getByRole('status').waitFor();
    assert.equal(pathOf(page), form);
    assert.match(await page.getByRole('status').innerText(), /已经收到您的反映/);
    assert.match(await page.locator('main').innerText(), /我没有导出 <b>过<\/b> & “没有”/);
    await page.goto('/late-form');
    assert.equal(pathOf(page), '/me', 'what was sent is forgotten');
    assert.deepEqual(problems.take(), []);
    await context.close();
  });

  test(`what is not wanted any more is thrown away, ${kind}`, async () => {
    const { context, problems } = await openContext(browser, server.url, { script });
    const page = await context.newPage();
    const sub = script ? 'resident-household' : 'resident-daughter';
    await openForm(page, sub);
    const form = pathOf(page);
    await sendTooLate(page, sub);
    await press(page, '不送了');
    await page.waitForURL('**/me');
    await page.goto('/late-form');
    assert.equal(pathOf(page), '/me', 'nothing waits any more');
    await page.goto(form);
    assert.equal(await page.locator('textarea[name="note"]').inputValue(), '', 'and nothing was reported');
    assert.deepEqual(problems.take(), []);
    await context.close();
  });
}

test('somebody else at the same screen does not get it', async () => {
  const { context, problems } = await openContext(browser, server.url);
  const page = await context.newPage();
  await openForm(page, 'resident-employee');
  await page.locator('input[name="reason"][value="not_me"]').check();
  await page.locator('textarea[name="note"]').fill(WRITTEN);
  endSessions(server);
  await press(page, '提交');
  await page.locator('button[name="sub"][value="resident-retiree"]').click();
  await page.waitForURL('**/me');
  assert.doesNotMatch(await page.locator('body').innerText(), /我没有导出/);
  assert.deepEqual(problems.take(), []);
  await context.close();
});

test('in elder mode it comes back as large', async () => {
  const { context, problems } = await openContext(browser, server.url, { width: 'phone' });
  await context.addCookies([{ name: 'display', value: 'light.elder.2', url: server.url }]);
  const page = await context.newPage();
  await signInAs(page, 'resident-retiree', '/me/messages/settings');
  endSessions(server);
  await page.locator('main form[action="/me/messages/settings"] button').click();
  await page.locator('button[name="sub"][value="resident-retiree"]').click();
  await page.waitForURL('**/late-form');
  assert.deepEqual([...(await measure(page, 30)), ...(await overflow(page)), ...(await accessibility(page))], []);
  assert.deepEqual(problems.take(), []);
  await context.close();
});
