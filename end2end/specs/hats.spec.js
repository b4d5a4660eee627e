// One account with two roles: the switch in the head, each role's own pages, and a form of the other
// one, with and without script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openContext } from '../support/browser.js';
import { accessibility, overflow } from '../support/checks.js';
import { routes } from '../support/addresses.js';
import { signInAs, stateOf } from '../support/sign-in.js';
import { walk } from '../support/walk.js';

const url = process.env.END2END_URL;
const OFFICES = ['auditor', 'editor', 'approver', 'agent-0231'];
let browser;
before(async () => (browser = await launch()));
after(async () => browser?.close());

const role = (sub) => (sub.startsWith('agent') ? 'agent' : sub);
const pathOf = (page) => new URL(page.url()).pathname;

async function take(page, name) {
  await page.locator('header a[href="/hat"]').click();
  await page.waitForURL('**/hat');
  await page.getByRole('button', { name }).click();
  await page.waitForURL((address) => address.pathname !== '/hat');
}

// The role used last comes first at the next sign-in: other specs sign in as the same person.
async function leaveAsResident(page) {
  await page.goto('/hat');
  const back = page.getByRole('button', { name: '换成「参保人」' });
  if (await back.count()) await back.click();
  await page.goto('/me');
  assert.equal(pathOf(page), '/me');
}

for (const script of [true, false]) {
  test(`a role is switched and each has its own pages ${script ? 'with' : 'without'} script`, async () => {
    const { context, problems } = await openContext(browser, url, { script, width: 'phone' });
    const page = await context.newPage();
    await signInAs(page, 'resident-daughter');
    assert.match(await page.locator('header .hat').innerText(), /参保人/);
    await take(page, '换成「审计」');
    assert.equal(pathOf(page), '/admin/audit');
    assert.match(await page.getByRole('status').innerText(), /您现在的身份是「审计」/);
    assert.match(await page.locator('header .hat').innerText(), /审计/);
    assert.equal(await page.locator('nav.side a').count(), 3);

    // An old tab: its form is not carried out until its own role is taken on again.
    const old = await context.newPage();
    await old.goto('/admin/audit/seals');
    await take(page, '换成「参保人」');
    assert.equal(pathOf(page), '/me');
    await old.getByRole('button', { name: '检验最近' }).click();
    await old.getByRole('heading', { level: 1, name: '您已经换了身份' }).waitFor();
    if (script) assert.deepEqual(await accessibility(old), []);
    await old.getByRole('button', { name: '换成「审计」' }).click();
    await old.waitForURL('**/admin/audit');
    await old.goto('/admin/audit/seals');
    await old.getByRole('button', { name: '检验最近' }).click();
    await old.waitForURL('**/admin/audit/seals');
    assert.match(await old.locator('main').innerText(), /没有发现问题/);

    // The page of the other role is not there; the browser writes each 404 to its console.
    const missing = await page.goto('/me/settlements');
    assert.equal(missing.status(), 404);
    assert.deepEqual(problems.take().filter((text) => !/status of 40[49]/.test(text)), []);
    await leaveAsResident(page);
    await context.close();
  });
}

test('the switch works by keyboard, in elder mode, at 320 px', async () => {
  const { context, problems } = await openContext(browser, url, { width: { width: 320, height: 640 } });
  const page = await context.newPage();
  await signInAs(page, 'resident-daughter');
  await context.addCookies([{ name: 'display', value: 'light.elder.2', url }]);
  await page.goto('/hat');
  assert.deepEqual([...(await overflow(page)), ...(await accessibility(page))], []);
  const button = page.locator('main form button');
  for (let stop = 0; stop < 60 && !(await button.first().evaluate((one) => one === document.activeElement)); stop += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.waitForURL((address) => address.pathname !== '/hat');
  assert.deepEqual(await overflow(page), []);
  await page.goto('/admin/audit?role=resident');
  assert.deepEqual([...(await overflow(page)), ...(await accessibility(page))], []);
  assert.deepEqual(problems.take(), []);
  await leaveAsResident(page);
  await context.close();
});

for (const sub of OFFICES) {
  test(`${sub} reads the pages of their office`, async (t) => {
    const own = routes().filter((route) => route.audience === 'signed_in' && route.roles.includes(role(sub)));
    const paths = own.map((route) => route.path).filter((path) => !path.includes('{'));
    assert.ok(paths.length >= 2);
    await walk(t, { browser, url, paths, state: await stateOf(browser, url, sub) });
  });
}
