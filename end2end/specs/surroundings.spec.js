// What the reader's device asks for: 400 % zoom, less motion, its own colours.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { reachable, routes } from '../support/addresses.js';
import { launch, openContext } from '../support/browser.js';
import { overflow } from '../support/checks.js';
import { stateOf } from '../support/sign-in.js';

const url = process.env.END2END_URL;
let browser;
let paths;
let state;
before(async () => {
  browser = await launch();
  state = await stateOf(browser, url, 'resident-employee');
  const { context } = await openContext(browser, url, {}, state);
  const own = routes().filter((route) => route.audience !== 'signed_in' || route.roles.includes('resident'));
  ({ paths } = await reachable(context.request, own, 1));
  await context.close();
});
after(async () => browser?.close());

async function everywhere(way, check) {
  const wrong = [];
  const { context, problems } = await openContext(browser, url, way, state);
  const page = await context.newPage();
  for (const path of paths) {
    await page.goto(path);
    wrong.push(...(await check(page)).map((text) => `${path}: ${text}`));
  }
  await context.close();
  assert.deepEqual([...wrong, ...problems.take()], [], wrong.join('\n'));
}

for (const language of ['zh', 'en']) {
  // A window of 1280 × 1024 at 400 %.
  const zoomed = { language, width: { width: 320, height: 256 }, deviceScaleFactor: 4 };
  test(`at 400 % nothing needs sideways scrolling, ${language}`, () => everywhere(zoomed, overflow));
}

test('at 400 % in elder mode the page can still be read', async () => {
  const { context } = await openContext(browser, url, { width: { width: 320, height: 256 }, deviceScaleFactor: 4 }, state);
  await context.addCookies([{ name: 'display', value: 'light.elder.2', url }]);
  const page = await context.newPage();
  for (const path of paths) {
    await page.goto(path);
    assert.deepEqual(await overflow(page), [], path);
    const covered = await page.evaluate(() => {
      const fixed = [...document.querySelectorAll('body *')].filter((e) => /fixed|sticky/.test(getComputedStyle(e).position));
      return fixed.filter((e) => e.checkVisibility()).reduce((sum, e) => sum + e.getBoundingClientRect().height, 0);
    });
    assert.ok(covered < 64, `${path}: ${covered} of 256 pixels are covered`);
  }
  await context.close();
});

test('with less motion nothing moves', () =>
  everywhere({ reducedMotion: 'reduce' }, (page) =>
    page.evaluate(() => {
      const moves = (e) => {
        const style = getComputedStyle(e);
        return style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0) || style.animationName !== 'none';
      };
      return [...document.querySelectorAll('*')].filter(moves).map((e) => `moves: ${e.outerHTML.slice(0, 80)}`);
    }),
  ));

// In forced colours backgrounds are gone: buttons and fields need an edge, the current place a mark,
// and bars colours of the system.
function inForcedColours() {
  const wrong = [];
  const say = (what, element) => wrong.push(`${what}: ${element.outerHTML.slice(0, 90)}`);
  const shown = (e) => e.checkVisibility({ visibilityProperty: true });
  const edged = (style) => parseFloat(style.borderBlockStartWidth) >= 1 && style.borderBlockStartStyle !== 'none' && !/^rgba.*, 0\)$/.test(style.borderBlockStartColor);
  for (const element of document.querySelectorAll('.button, .input, .door, .identity, .stay')) {
    if (shown(element) && !edged(getComputedStyle(element))) say('has no edge', element);
  }
  for (const element of document.querySelectorAll('nav [aria-current], [aria-pressed="true"]')) {
    if (!shown(element)) continue;
    const style = getComputedStyle(element);
    const bold = Number(style.fontWeight) > 600;
    const ruled = style.textDecorationLine.includes('underline') || parseFloat(style.outlineWidth) > 0 || edged(style);
    if (!bold && !ruled) say('is not marked', element);
  }
  for (const meter of document.querySelectorAll('.meter svg')) {
    const [track, fill] = ['.track', '.fill'].map((part) => meter.querySelector(part));
    if (track && fill && getComputedStyle(track).fill === getComputedStyle(fill).fill) say('shows nothing', meter);
  }
  return wrong;
}

for (const scheme of ['light', 'dark']) {
  const way = { forcedColors: 'active', colorScheme: scheme };
  test(`in forced colours, ${scheme}, everything can be told`, () => everywhere(way, (page) => page.evaluate(inForcedColours)));
}

test('in forced colours the focus is seen', async () => {
  const { context } = await openContext(browser, url, { forcedColors: 'active' }, state);
  const page = await context.newPage();
  await page.goto('/me');
  for (let stop = 0; stop < 25; stop += 1) {
    await page.keyboard.press('Tab');
    const marked = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement);
      return document.activeElement === document.body || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
    });
    assert.ok(marked, `stop ${stop}`);
  }
  await context.close();
});
