// By keyboard alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openContext } from '../support/browser.js';

const url = process.env.END2END_URL;
let browser;
before(async () => (browser = await launch()));
after(async () => browser?.close());

const focused = (page) =>
  page.evaluate(() => {
    const e = document.activeElement;
    const box = e.getBoundingClientRect();
    const style = getComputedStyle(e);
    return {
      tag: e.tagName,
      href: e.getAttribute('href'),
      inMain: Boolean(e.closest('main')),
      visible: box.width > 1 && box.height > 1 && box.bottom > 0 && box.right > 0,
      marked: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
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

test('every stop on the home page is visible and marked', async () => {
  const { context } = await openContext(browser, url);
  const page = await context.newPage();
  await page.goto('/');
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.tag === 'BODY') break;
    assert.ok(now.visible && now.marked, `stop ${stop}: ${JSON.stringify(now)}`);
  }
  await context.close();
});
