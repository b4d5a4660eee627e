// Elder mode on every page that there is: as a visitor, as each demo resident, on errors, on paper.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { reachable, routes } from '../support/addresses.js';
import { launch, openContext } from '../support/browser.js';
import { overflow, unfold } from '../support/checks.js';
import { RESIDENTS, ownPages } from '../support/residents.js';
import { amountsInWords, contrast, help, measure } from '../support/ruler.js';
import { stateOf } from '../support/sign-in.js';

const url = process.env.END2END_URL;
const ERRORS = ['/no-such-page', '/policies/no-such-document', '/sign-in/callback?state=nobody'];
// Language, width, script, and the display cookie with the least size of main text it means.
const WAYS = [
  { language: 'zh', width: 'phone', script: true, display: 'light.elder.0', main: 22 },
  { language: 'en', width: 'desktop', script: false, display: 'dark.elder.2', main: 30 },
];
let browser;
before(async () => (browser = await launch()));
after(async () => browser?.close());

async function open(way, state) {
  // Motion is not asked to be less: elder mode itself keeps everything still.
  const { context, problems } = await openContext(browser, url, { ...way, reducedMotion: 'no-preference' }, state);
  await context.addCookies([{ name: 'display', value: way.display, url }]);
  return { context, problems };
}

async function look(page, path, way) {
  await page.goto(path);
  const wrong = [];
  const seen = async () => {
    wrong.push(...(await measure(page, way.main)));
    wrong.push(...(await overflow(page)));
    if (path !== '/gallery') wrong.push(...(await amountsInWords(page)));
    if (way.script) wrong.push(...(await contrast(page)));
  };
  await seen();
  wrong.push(...(await help(page, way.script)));
  // What is folded away behind its answer is as large once it is open.
  if ((await unfold(page)) > 0) await seen();
  return wrong.map((text) => `${path}: ${text}`);
}

async function walk(t, paths, state) {
  for (const way of WAYS) {
    await t.test(`${way.language} ${way.width} ${way.display}`, async () => {
      const { context } = await open(way, state);
      const page = await context.newPage();
      const found = [];
      for (const path of paths) found.push(...(await look(page, path, way).catch((error) => [`${path}: ${error.message}`])));
      await context.close();
      assert.deepEqual(found, [], `${found.length} things are wrong:\n${found.join('\n')}`);
    });
  }
}

test('a visitor reads every public page, topic and error', async (t) => {
  const { context } = await openContext(browser, url);
  const { paths } = await reachable(context.request, routes().filter((route) => route.audience !== 'signed_in'));
  await context.close();
  const queries = ['/calculator?form=whole', '/policies?q=断保', '/glossary?group=care', '/glossary?q=xyzzy', '/help?topic=offices', '/sign-in'];
  await walk(t, [...paths, ...queries, ...ERRORS]);
});

for (const sub of RESIDENTS) {
  test(`${sub} reads their own pages`, async (t) => {
    const { state, paths } = await ownPages(browser, url, sub);
    await walk(t, [...paths, '/no-such-page'], state);
  });
}

test('a term opens in words as large, and leads on to its entry', async () => {
  const { context } = await open(WAYS[0], await stateOf(browser, url, 'resident-employee'));
  const page = await context.newPage();
  await page.goto('/me/benefits');
  await page.locator('main .fold > summary').first().click();
  await page.locator('button.term').first().click();
  const meaning = page.locator('.meaning:popover-open');
  assert.ok(await meaning.isVisible());
  assert.deepEqual(await measure(page), []);
  await meaning.locator('a').click();
  const { pathname, hash } = new URL(page.url());
  assert.equal(pathname, '/glossary');
  assert.ok(await page.locator(`.entry${hash}`).isVisible());
  await context.close();
});

// Without a script too: the browser itself opens it.
for (const script of [true, false]) {
  test(`each card of the benefits says its answer, and opens by key and by touch, script ${script}`, async () => {
    const { context } = await open({ ...WAYS[0], script }, await stateOf(browser, url, 'resident-retiree'));
    const page = await context.newPage();
    await page.goto('/me/benefits');
    const length = () => page.evaluate(() => document.documentElement.scrollHeight);
    const folds = page.locator('main .fold');
    const answers = await page.locator('main .card .fold > summary > .gist').allInnerTexts();
    assert.equal(answers.length, await folds.count());
    assert.ok(answers.length >= 5, `${answers}`);
    assert.ok(answers.every((answer) => answer.trim().length > 5), `${answers}`);
    assert.ok(answers.some((answer) => answer.includes('%')), `${answers}`);
    assert.equal(await page.locator('main .fold table').first().isVisible(), false);
    const short = await length();
    const [first, second] = [folds.nth(0), folds.nth(1)];
    await first.locator('> summary').press('Enter');
    assert.ok(await first.locator('table').isVisible());
    assert.equal(await second.locator('table').isVisible(), false, 'one at a time');
    await second.locator('> summary').click();
    assert.ok(await second.locator('table').isVisible());
    assert.deepEqual(await measure(page), []);
    await unfold(page);
    assert.ok((await length()) - short > 2_000, `${short} px folded, ${await length()} px open`);
    await context.close();
  });
}

test('the rest of the places opens behind one more entry, as large', async () => {
  const { context } = await open(WAYS[0], await stateOf(browser, url, 'resident-retiree'));
  const page = await context.newPage();
  await page.goto('/me');
  const entries = page.locator('.doors > *, nav.side .places > li');
  assert.ok((await entries.count()) <= 6);
  const more = page.locator('nav.side details');
  assert.equal(await more.locator('a').first().isVisible(), false);
  await more.locator('summary').press('Enter');
  assert.deepEqual(await measure(page), []);
  await more.locator('a[href="/me/account"]').click();
  assert.equal(new URL(page.url()).pathname, '/me/account');
  assert.ok(await page.locator('nav.side a[aria-current="page"]').isVisible(), 'the place one is at is in sight');
  await context.close();
});

// The ruler sees a menu that stands open by itself, and one more list than may be.
test('on no place of their own more than six entries stand in the menu', async () => {
  const { context } = await open(WAYS[0], await stateOf(browser, url, 'resident-retiree'));
  const page = await context.newPage();
  for (const path of ['/me/family', '/me/messages', '/me/add-ons', '/me/family/invite']) {
    await page.goto(path);
    assert.equal(await page.locator('nav.side details[open]').count(), 0, path);
    assert.ok(await page.locator('nav.side a[aria-current]').isVisible(), path);
    await page.evaluate(() => (document.querySelector('nav.side details').open = true));
    const seen = (await measure(page)).filter((text) => text.startsWith('9 entries'));
    assert.equal(seen.length, 1, `${path}: the ruler counts what is open inside`);
  }
  await context.close();
});

test('larger print goes up to 30 pixels and stays on other pages and errors', async () => {
  const { context } = await openContext(browser, url, { width: 'phone' });
  const page = await context.newPage();
  const size = () => page.locator('main p').first().evaluate((e) => parseFloat(getComputedStyle(e).fontSize));
  await page.goto('/help');
  await page.locator('button', { hasText: '长辈版' }).click();
  assert.equal(await size(), 22);
  for (const expected of [26, 30]) {
    await page.locator('button', { hasText: '字再大些' }).click();
    assert.equal(await size(), expected);
  }
  await page.goto('/no-such-page');
  assert.equal(await size(), 30);
  await context.close();
});

test('on paper the letters are as large', async () => {
  const { context } = await open(WAYS[0], await stateOf(browser, url, 'resident-retiree'));
  const page = await context.newPage();
  await page.emulateMedia({ media: 'print' });
  for (const path of ['/me', '/me/benefits', '/me/settlements', '/help?topic=wrong', '/glossary']) {
    await page.goto(path);
    const small = (await measure(page)).filter((text) => text.startsWith('type'));
    assert.deepEqual(small, [], path);
  }
  await context.close();
});
