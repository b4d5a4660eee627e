// Walks through a list of addresses in one way of looking and gathers everything that is wrong.
import assert from 'node:assert/strict';
import { crossways, nameOf, openContext, ways } from './browser.js';
import { accessibility, layoutShift, observeShift, overflow, structure, unfold } from './checks.js';

const HTML_BUDGET = 30_000;

// axe is slow, and script or width changes little for it: once a language, at both widths.
const withAxe = ({ language, width, script }) => script && (language === 'zh') === (width === 'phone');

// With islands the WASM still comes; without, two frames are enough for late shifts to show.
async function settled(page) {
  if ((await page.locator('leptos-island').count()) > 0) await page.waitForLoadState('networkidle');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function look(page, path, way) {
  const wrong = [];
  const answer = await page.goto(path, { waitUntil: 'load' });
  if (answer.status() !== 200) return [`status ${answer.status()}`];
  if (way.script) await settled(page);
  wrong.push(...(await structure(page, way.language)));
  wrong.push(...(await overflow(page)));
  if ((await page.locator('main').innerText({ timeout: 2_000 })).trim().length < 20) wrong.push('nothing to read');
  const { responseBodySize } = await answer.request().sizes();
  if (responseBodySize > HTML_BUDGET) wrong.push(`${responseBodySize} bytes of HTML`);
  if (way.script) wrong.push(...(await layoutShift(page)));
  if (withAxe(way)) wrong.push(...(await accessibility(page)));
  if ((await unfold(page)) > 0) {
    wrong.push(...(await overflow(page)).map((text) => `unfolded: ${text}`));
    if (withAxe(way)) wrong.push(...(await accessibility(page)).map((text) => `unfolded: ${text}`));
  }
  if (way.width === 'phone') {
    await page.setViewportSize({ width: 320, height: 640 });
    wrong.push(...(await overflow(page)).map((text) => `at 320: ${text}`));
    await page.setViewportSize({ width: 360, height: 780 });
  }
  return wrong;
}

async function walkOnce(browser, url, way, paths, state) {
  const { context, problems } = await openContext(browser, url, way, state);
  const found = [];
  try {
    if (way.script) await observeShift(context);
    const page = await context.newPage();
    for (const path of paths) {
      const wrong = await look(page, path, way).catch((error) => [error.message]);
      found.push(...[...wrong, ...problems.take()].map((text) => `${path}: ${text}`));
    }
  } finally {
    await context.close();
  }
  return found;
}

// Declares one subtest for each way of looking: four that differ in every two respects, or `all` eight.
export async function walk(t, { browser, url, paths, state, all = false }) {
  for (const way of all ? ways() : crossways()) {
    await t.test(nameOf(way), async () => {
      const found = await walkOnce(browser, url, way, paths, state);
      assert.deepEqual(found, [], `${found.length} things are wrong:\n${found.join('\n')}`);
    });
  }
}
