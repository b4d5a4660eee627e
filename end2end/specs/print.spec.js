// On paper: no navigation, black on white, who and when and from where, nothing cut off.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { reachable, routes } from '../support/addresses.js';
import { launch, openContext } from '../support/browser.js';
import { overflow } from '../support/checks.js';
import { stateOf } from '../support/sign-in.js';

const url = process.env.END2END_URL;
const folder = process.env.END2END_SCREENSHOTS ?? '../target/screenshots';
// The width of an A4 sheet between our margins.
const SHEET = { width: 672, height: 1000 };
const PUBLIC = ['/calculator', '/calculator/waiting', '/calculator/contributions', '/calculator/thresholds', '/add-ons', '/add-ons/{id}', '/policies/{id}', '/glossary', '/help', '/accessibility', '/privacy'];
let browser;
before(async () => {
  browser = await launch();
  await mkdir(folder, { recursive: true });
});
after(async () => browser?.close());

// Runs in the page.
function onPaper() {
  const wrong = [];
  const say = (what, element) => wrong.push(`${what}: ${element.outerHTML.slice(0, 100)}`);
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  for (const element of document.querySelectorAll('header.head, nav, button:not(.term), input:not([type=hidden]), select, dialog, .skip, .until')) {
    if (shown(element)) say('is no use on paper', element);
  }
  const rgb = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = ([r, g, b]) => (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() === '' || !shown(element) || element.closest('svg, script')) continue;
    if (luminance(rgb(getComputedStyle(element).color)) > 0.2) say('is not black', element);
    for (let under = element; under; under = under.parentElement) {
      const ground = rgb(getComputedStyle(under).backgroundColor);
      const clear = ground.length === 4 && ground[3] === 0;
      if (!clear && luminance(ground) < 0.9) say('is not on white', element);
      if (!clear) break;
    }
  }
  for (const element of document.querySelectorAll('main a')) {
    if (shown(element) && getComputedStyle(element, '::after').content.includes('(/')) say('an address without its site', element);
  }
  for (const element of document.querySelectorAll('main .newer tfoot')) {
    if (shown(element)) say('sums above what they add up', element);
  }
  for (const element of document.querySelectorAll('main table, main .table-scroll')) {
    if (element.scrollWidth > element.clientWidth + 1) say('is cut off', element);
  }
  // What leads to something stands on one sheet with it; the foot of the page is on no sheet of its own.
  for (const element of document.querySelectorAll('main :is(h2, h3, .lead-in, thead, .basis > summary)')) {
    if (shown(element) && getComputedStyle(element).breakAfter !== 'avoid') say('may stand alone at the foot of a sheet', element);
  }
  for (const element of document.querySelectorAll('.foot')) {
    if (getComputedStyle(element).breakBefore !== 'avoid') say('may stand on a sheet of its own', element);
  }
  for (const element of document.querySelectorAll('main a:not([href^="http"])')) {
    if (shown(element) && /attr|\//.test(getComputedStyle(element, '::after').content)) say('prints an address without a site', element);
  }
  for (const element of document.querySelectorAll('main .basis > summary')) {
    if (element.parentElement.checkVisibility() && !shown(element)) say('what it opens has no title', element);
  }
  for (const element of document.querySelectorAll('.whose > p > a')) {
    if (shown(element)) say('leads away', element);
  }
  for (const element of document.querySelectorAll('main details')) {
    const inside = [...element.children].find((child) => child.localName !== 'summary');
    if (inside && shown(element) && inside.getBoundingClientRect().height === 0) say('stays folded', element);
  }
  return wrong;
}

// Runs in the page: headings whose matter is left off, which say nothing on paper.
function bare() {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const headings = [...document.querySelectorAll('main :is(section, .card) > :is(h2, h3):first-child')].filter(shown);
  const isBare = (heading) => ![...heading.parentElement.children].some((child) => child !== heading && shown(child) && child.innerText.trim() !== '');
  return headings.filter(isBare).map((heading) => heading.innerText);
}

async function print(context, path, look, name) {
  const page = await context.newPage();
  await page.emulateMedia({ media: 'print', colorScheme: look.scheme });
  await page.goto(path);
  const wrong = [...(await page.evaluate(onPaper)), ...(await overflow(page))];
  const line = (await page.locator('.printed').innerText()).replace(/\s+/g, ' ');
  if (!line.includes(`${url}${path}`)) wrong.push(`no address: ${line}`);
  if (!/20\d\d/.test(line) || !/\d\d:\d\d/.test(line)) wrong.push(`no date: ${line}`);
  if (look.person && !line.includes(look.person)) wrong.push(`nobody's name: ${line}`);
  if (name) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  await page.close();
  return wrong.map((text) => `${path}: ${text}`);
}

const LOOKS = [
  { language: 'zh', scheme: 'light', display: 'auto.standard.0' },
  { language: 'en', scheme: 'dark', display: 'auto.standard.0' },
  { language: 'zh', scheme: 'dark', display: 'dark.elder.1' },
];
const nameOf = (path) => path.slice(1).replaceAll('/', '-').replace(/[0-9a-f-]{36}/, 'one');

for (const look of LOOKS) {
  const kind = `${look.language} ${look.display}`;
  test(`public pages on paper, ${kind}`, async () => {
    const wanted = routes().filter((route) => PUBLIC.includes(route.path));
    const { context } = await openContext(browser, url, { language: look.language, width: SHEET });
    await context.addCookies([{ name: 'display', value: look.display, url }]);
    const { paths } = await reachable(context.request, wanted, 1);
    const wrong = [];
    for (const path of paths) wrong.push(...(await print(context, path, look, `print-${nameOf(path)}.${kind.replaceAll(' ', '-')}`)));
    await context.close();
    assert.deepEqual(wrong, [], wrong.join('\n'));
  });

  test(`a person's own pages on paper, ${kind}`, async () => {
    const own = routes().filter((route) => route.path.startsWith('/me'));
    const state = await stateOf(browser, url, 'resident-retiree');
    const { context } = await openContext(browser, url, { language: look.language, width: SHEET }, state);
    await context.addCookies([{ name: 'display', value: look.display, url }]);
    const { paths } = await reachable(context.request, own, 1);
    const wrong = [];
    for (const path of paths) {
      wrong.push(...(await print(context, path, { ...look, person: '王秀英' }, `print-${nameOf(path)}.${kind.replaceAll(' ', '-')}`)));
    }
    await context.close();
    assert.deepEqual(wrong, [], wrong.join('\n'));
  });
}

for (const language of ['zh', 'en']) {
  test(`a calculator on paper tells what was put in and what came of it, and no more, ${language}`, async () => {
    const wanted = routes().filter(({ path }) => path.startsWith('/calculator'));
    const { context } = await openContext(browser, url, { language, width: SHEET });
    const { paths } = await reachable(context.request, wanted, 1);
    assert.ok(paths.length >= 7, `${paths}`);
    const page = await context.newPage();
    await page.emulateMedia({ media: 'print' });
    for (const path of paths) {
      await page.goto(path);
      assert.ok(await page.locator('.said, .result .total').first().isVisible(), `${path}: the answer`);
      const entries = await page.locator('.on-paper dd').evaluateAll((all) => all.map((one) => one.checkVisibility() && one.innerText.trim()));
      assert.ok(entries.length >= 3 && entries.every(Boolean), `${path}: what was put in: ${entries}`);
      assert.deepEqual(await page.evaluate(bare), [], `${path}: nothing under a heading`);
      const asking = await page.locator('main .card:visible').filter({ has: page.locator('form[method=post]') }).count();
      assert.equal(asking, 0, `${path}: a card that asks`);
      assert.equal(await page.locator('main .onward:visible').count(), 0, `${path}: leads elsewhere`);
    }
    await page.emulateMedia({ media: 'screen' });
    assert.equal(await page.locator('.on-paper').isVisible(), false, 'on the screen the form tells it');
    await context.close();
  });
}
