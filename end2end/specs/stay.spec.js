// Asked before the sign-out whether one is still there: the dialog, its one press, other tabs, the end.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openContext } from '../support/browser.js';
import { accessibility } from '../support/checks.js';
import { measure } from '../support/ruler.js';
import { stateOf } from '../support/sign-in.js';

const url = process.env.END2END_URL;
let browser;
let state;
before(async () => {
  browser = await launch();
  state = await stateOf(browser, url, 'resident-employee');
});
after(async () => browser?.close());

// A tab whose clock the test moves. The server's does not move with it, so that its answer is played.
async function tab(context, path = '/me') {
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(path);
  return page;
}
const dialog = (page) => page.locator('dialog[data-stay]');
const until = (page) => dialog(page).evaluate((e) => Number(e.dataset.until));

async function playStay(context, answer) {
  const asked = [];
  await context.route('**/stay', (route) => {
    asked.push(route.request().postData());
    return route.fulfill(typeof answer === 'number' ? { status: answer } : { json: answer });
  });
  return asked;
}

test('five minutes before the end the dialog asks, and one key stays', async () => {
  const { context, problems } = await openContext(browser, url, {}, state);
  const page = await tab(context);
  const asked = await playStay(context, { until: (await until(page)) + 1800, final: false });
  const before = await page.locator('main [data-clock]').innerText();
  await page.clock.fastForward('24:30');
  assert.equal(await dialog(page).isVisible(), false);
  await page.clock.fastForward('00:45');
  assert.ok(await dialog(page).isVisible());
  assert.match(await dialog(page).innerText(), /您还在吗/);
  assert.ok(await page.evaluate(() => document.activeElement.closest('dialog [action="/stay"]') !== null), 'the focus is on it');
  assert.deepEqual(await accessibility(page), []);
  await page.keyboard.press('Enter');
  await dialog(page).waitFor({ state: 'hidden' });
  assert.equal(asked.length, 1);
  assert.match(asked[0], /form_token=/);
  assert.notEqual(await page.locator('main [data-clock]').innerText(), before, 'the page says the new end');
  await page.clock.fastForward('24:00');
  assert.equal(await dialog(page).isVisible(), false, 'it asks again only before the new end');
  assert.deepEqual(problems.take(), []);
  await context.close();
});

test('Escape says yes, too', async () => {
  const { context } = await openContext(browser, url, {}, state);
  const page = await tab(context);
  const asked = await playStay(context, { until: (await until(page)) + 1800, final: false });
  await page.clock.fastForward('26:00');
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'hidden' });
  assert.equal(asked.length, 1);
  await context.close();
});

test('when another tab stayed, or turned a page, the dialog closes by itself', async () => {
  const { context } = await openContext(browser, url, {}, state);
  const [one, other] = [await tab(context), await tab(context, '/me/benefits')];
  await playStay(context, { until: (await until(one)) + 1800, final: false });
  // One clock for all tabs.
  await one.clock.fastForward('26:00');
  assert.ok((await dialog(one).isVisible()) && (await dialog(other).isVisible()));
  await dialog(other).locator('[action="/stay"] button').click();
  await dialog(one).waitFor({ state: 'hidden' });
  await context.close();
});

test('what does not get through is said, and can be pressed again', async () => {
  const { context } = await openContext(browser, url, {}, state);
  const page = await tab(context);
  await playStay(context, 503);
  await page.clock.fastForward('26:00');
  await dialog(page).locator('[action="/stay"] button').click();
  await dialog(page).locator('[data-trouble]').waitFor();
  assert.ok(await dialog(page).isVisible());
  await context.close();
});

test('after the end the page is covered, and what was typed is kept', async () => {
  const { context } = await openContext(browser, url, {}, state);
  const page = await tab(context, '/add-ons');
  await page.locator('header input[name=q]').fill('断保');
  await page.clock.fastForward('31:00');
  assert.match(await dialog(page).innerText(), /已经退出登录/);
  assert.match(await dialog(page).innerText(), /您填的内容还在/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  assert.ok(await dialog(page).isVisible(), 'it stays');
  const again = dialog(page).locator('[data-again]');
  assert.equal(await again.getAttribute('href'), '/sign-in?next=%2Fadd-ons');
  assert.equal(await again.getAttribute('target'), '_blank');
  const cover = await dialog(page).evaluate((e) => getComputedStyle(e, '::backdrop').backgroundColor);
  assert.match(cover, /^rgb\(/, 'nothing shows through');
  await context.close();
});

test('in elder mode the dialog is as large as the rest', async () => {
  const { context } = await openContext(browser, url, { width: 'phone' }, state);
  await context.addCookies([{ name: 'display', value: 'light.elder.2', url }]);
  const page = await tab(context);
  await page.clock.fastForward('26:00');
  assert.ok(await dialog(page).isVisible());
  assert.deepEqual(await measure(page, 30), []);
  await context.close();
});

test('without a script every personal page says until when, and no dialog is shown', async () => {
  const { context } = await openContext(browser, url, { script: false }, state);
  const page = await context.newPage();
  for (const path of ['/me', '/me/benefits', '/me/settlements']) {
    await page.goto(path);
    assert.match(await page.locator('main .until').innerText(), /\d\d:\d\d（北京时间）/);
    assert.equal(await dialog(page).isVisible(), false);
  }
  await context.close();
});

test('the server puts off the end', async () => {
  const { context } = await openContext(browser, url, {}, state);
  const page = await context.newPage();
  await page.goto('/me');
  const answer = await page.evaluate(async () => {
    const body = new URLSearchParams(new FormData(document.querySelector('dialog form')));
    return (await fetch('/stay', { method: 'POST', body })).json();
  });
  assert.equal(answer.until, await until(page), 'within five minutes nothing is written');
  assert.equal(answer.final, false);
  await context.close();
});
