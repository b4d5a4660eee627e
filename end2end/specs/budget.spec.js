// What a cold cache downloads: WASM only where an island is, and little of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { routes } from '../support/addresses.js';
import { launch, openContext } from '../support/browser.js';

const url = process.env.END2END_URL;
let browser;
before(async () => (browser = await launch()));
after(async () => browser?.close());

async function downloads(path) {
  const { context } = await openContext(browser, url);
  const page = await context.newPage();
  const seen = [];
  page.on('requestfinished', async (request) => seen.push({ url: request.url(), sizes: request.sizes(), answer: request.response() }));
  await page.goto(path, { waitUntil: 'networkidle' });
  const islands = await page.locator('leptos-island').count();
  // They wake when the browser has nothing else to do, which on a busy machine takes its time.
  const came = () => seen.some((one) => new URL(one.url).pathname.endsWith('.wasm'));
  for (let tries = 0; islands > 0 && !came() && tries < 200; tries += 1) await page.waitForTimeout(100);
  const files = [];
  for (const { url, sizes, answer } of seen) {
    const headers = (await answer).headers();
    files.push({ url, bytes: (await sizes).responseBodySize, encoding: headers['content-encoding'], cache: headers['cache-control'] ?? '' });
  }
  await context.close();
  return { islands, files };
}

const known = new Set(routes().map((route) => route.path));
for (const path of ['/', '/calculator', '/help', '/policies', '/add-ons', '/institutions', '/drugs'].filter((path) => known.has(path))) {
  test(`${path} stays within its budget`, async () => {
    const { islands, files } = await downloads(path);
    const total = (kind) => files.filter((f) => new URL(f.url).pathname.endsWith(kind)).reduce((sum, f) => sum + f.bytes, 0);
    assert.ok(total('.css') <= 20_000, `${total('.css')} bytes of CSS`);
    assert.ok(total('.wasm') <= 120_000, `${total('.wasm')} bytes of WASM`);
    assert.equal(total('.wasm') > 0, islands > 0, `${islands} islands and ${total('.wasm')} bytes of WASM`);
    for (const file of files.filter((f) => new URL(f.url).pathname.startsWith('/pkg/'))) {
      assert.match(file.cache, /immutable/, `${file.url} may be kept for ever`);
      assert.equal(file.encoding, 'br', `${file.url} travels in brotli`);
    }
  });
}
