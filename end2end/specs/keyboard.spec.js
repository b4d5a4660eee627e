// By keyboard alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { reachable, routes } from '../support/addresses.js';
import { launch, openContext } from '../support/browser.js';
import { stateOf } from '../support/sign-in.js';

const url = process.env.END2END_URL;
let browser;
before(async () => (browser = await launch()));
after(async () => browser?.close());

const focused = (page) =>
  page.evaluate(() => {
    const e = document.activeElement;
    // The first line of a link that goes over several.
    const [box] = e.getClientRects();
    const style = getComputedStyle(e);
    return {
      tag: e.tagName,
      href: e.getAttribute('href'),
      inMain: Boolean(e.closest('main')),
      visible: box.width > 1 && box.height > 1 && box.bottom > 0 && box.right > 0,
      // Inside a field for a day the browser marks the part itself.
      marked: style.outlineStyle !== 'none' || style.boxShadow !== 'none' || e.type === 'date',
      // Something else lies over it: the bar of elder mode, for example.
      covered: (() => {
        const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height, innerHeight) / 2];
        const there = document.elementFromPoint(x, y);
        return there !== null && !e.contains(there) && !there.contains(e);
      })(),
    };
  });

test('the first stop is the skip link, and it leads to the content', async () => {
  const { context } = await openContext(browser, url, { script: false });
  const page = await context.newPage();
  await page.goto('/');
  await page.keyboard.press('Tab');
  const first = await focused(page);
  assert.equal(first.tag, 'A');
  assert.match(first.href ?? '', /^#/);
  assert.ok(first.visible, 'it is seen while it has the focus');
  await page.keyboard.press('Enter');
  assert.ok(await page.evaluate(() => Boolean(document.querySelector(location.hash)?.closest('main'))));
  await page.keyboard.press('Tab');
  assert.ok((await focused(page)).inMain, 'the next stop lies in the content');
  await context.close();
});

// Tabs through a page; answers what is wrong with its stops.
async function stops(page, path) {
  await page.goto(path);
  for (let stop = 0; stop < 400; stop += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.tag === 'BODY') return [];
    if (!now.visible || !now.marked || now.covered) return [`${path}, stop ${stop}: ${JSON.stringify(now)}`];
  }
  return [`${path}: the stops have no end`];
}

for (const display of ['light.standard.0', 'light.elder.0']) {
  test(`every stop on every page is visible and marked, ${display}`, async () => {
    const { context } = await openContext(browser, url, { width: 'phone' }, await stateOf(browser, url, 'resident-employee'));
    await context.addCookies([{ name: 'display', value: display, url }]);
    const { paths } = await reachable(context.request, routes(), 1);
    const page = await context.newPage();
    const wrong = [];
    for (const path of paths.filter((path) => path !== '/gallery')) wrong.push(...(await stops(page, path)));
    await context.close();
    assert.deepEqual(wrong, []);
  });
}

test('a term opens and closes by keyboard, and the focus comes back', async () => {
  const { context } = await openContext(browser, url, {}, await stateOf(browser, url, 'resident-employee'));
  const page = await context.newPage();
  await page.goto('/me/benefits');
  const term = page.locator('button.term').first();
  await term.focus();
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('.meaning:popover-open').isVisible());
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.closest('.meaning') !== null), 'the link is the next stop');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.meaning:popover-open').count(), 0);
  assert.ok(await term.evaluate((e) => document.activeElement === e));
  await context.close();
});
