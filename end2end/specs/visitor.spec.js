// Everything that a visitor may read, in all eight ways of looking.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { reachable, routes } from '../support/addresses.js';
import { launch, openContext } from '../support/browser.js';
import { walk } from '../support/walk.js';

const url = process.env.END2END_URL;
let browser;
before(async () => (browser = await launch()));
after(async () => browser?.close());

test('a visitor reads every public address', async (t) => {
  // What a code leads to is in certificates.spec.js: no page links to somebody's certificate.
  const coded = '/check/{code}';
  const open = routes().filter((route) => route.audience !== 'signed_in' && route.path !== coded);
  const { context } = await openContext(browser, url);
  const { paths, unlinked } = await reachable(context.request, open);
  await context.close();
  assert.deepEqual(unlinked, [], 'every route is reached from some page');
  await walk(t, { browser, url, paths, all: true });
});

// The page once was 10,440 px long in English.
for (const [language, longest] of [['zh', 4_500], ['en', 5_000]]) {
  test(`on a phone the add-ons stand at a glance, and a press opens all of one, ${language}`, async () => {
    const { context } = await openContext(browser, url, { language, width: 'phone', script: false });
    const page = await context.newPage();
    await page.goto('/add-ons');
    const length = await page.evaluate(() => document.documentElement.scrollHeight);
    assert.ok(length <= longest, `${length} px`);
    const products = page.locator('.product');
    assert.ok((await products.count()) >= 5);
    for (const product of await products.all()) {
      for (const part of ['h2 a', '.price', 'summary']) assert.ok(await product.locator(part).isVisible(), part);
      assert.equal(await product.locator('dd').first().isVisible(), false, 'the rest is folded');
      const { height } = await product.locator('summary').boundingBox();
      assert.ok(height >= 44, `${height} px to press`);
    }
    const product = products.first();
    await product.locator('summary').press('Enter');
    for (const part of await product.locator('dt, dd').all()) {
      assert.ok(await part.isVisible());
      assert.notEqual((await part.innerText()).trim(), '');
    }
    assert.equal(await product.locator('dd').count(), 4);
    assert.equal(await products.nth(1).locator('dd').first().isVisible(), false, 'one at a time');
    // A wide screen compares without a press.
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('/add-ons');
    assert.ok(await page.locator('.product dd').last().isVisible());
    assert.equal(await page.locator('.product summary:visible').count(), 0);
    await context.close();
  });
}

test('what needs a sign-in leads there and back', async () => {
  const { context } = await openContext(browser, url, { script: false });
  for (const { path } of routes().filter((route) => route.audience === 'signed_in' && !route.path.includes('{'))) {
    const answer = await context.request.get(path, { maxRedirects: 0 });
    assert.ok([302, 303, 307].includes(answer.status()), `${path} answers ${answer.status()}`);
    assert.equal(answer.headers().location, `/sign-in?next=${encodeURIComponent(path)}`);
  }
  await context.close();
});
