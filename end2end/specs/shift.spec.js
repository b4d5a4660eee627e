// Nothing moves while a page comes in slowly, at its first load with nothing cached.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { reachable, routes } from '../support/addresses.js';
import { launch, openContext } from '../support/browser.js';
import { layoutShift, observeShift } from '../support/checks.js';
import { stateOf } from '../support/sign-in.js';
import { startSlow } from '../support/slow.js';

const url = process.env.END2END_URL;
const WAYS = [
  { sub: 'resident-retiree', language: 'zh', width: 'phone' },
  { sub: 'resident-daughter', language: 'en', width: 'phone' },
  { sub: 'resident-retiree', language: 'en', width: 'desktop' },
];
const DISPLAYS = ['auto.standard.0', 'auto.elder.0'];
let browser;
let slow;
before(async () => {
  browser = await launch();
  slow = await startSlow(url);
});
after(async () => {
  await browser?.close();
  await slow?.stop();
});

// Each page in a browser of its own, so that styles and scripts come anew.
async function first(path, way, state, display) {
  const { context } = await openContext(browser, slow.url, { ...way, reducedMotion: 'no-preference' }, state);
  await context.addCookies([{ name: 'display', value: display, url: slow.url }]);
  await observeShift(context);
  const page = await context.newPage();
  await page.goto(path, { waitUntil: 'load' });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const wrong = await layoutShift(page);
  await context.close();
  return wrong.map((text) => `${path} ${display}: ${text}`);
}

for (const { sub, ...way } of WAYS) {
  test(`${sub}, ${way.language}, ${way.width}`, async () => {
    const state = await stateOf(browser, url, sub);
    const { context } = await openContext(browser, url, {}, state);
    const { paths } = await reachable(context.request, routes(), 1);
    await context.close();
    const found = [];
    for (const path of paths) {
      for (const display of DISPLAYS) found.push(...(await first(path, way, state, display)));
    }
    assert.deepEqual(found, [], found.join('\n'));
  });
}
