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

test('what needs a sign-in leads there and back', async () => {
  const { context } = await openContext(browser, url, { script: false });
  for (const { path } of routes().filter((route) => route.audience === 'signed_in' && !route.path.includes('{'))) {
    const answer = await context.request.get(path, { maxRedirects: 0 });
    assert.ok([302, 303, 307].includes(answer.status()), `${path} answers ${answer.status()}`);
    assert.equal(answer.headers().location, `/sign-in?next=${encodeURIComponent(path)}`);
  }
  await context.close();
});
