// A settlement computed again: from the list through the settlement to the comparison and back, in both
// languages, on a phone and a wide screen, with and without script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { crossways, launch, nameOf, openContext } from '../support/browser.js';
import { accessibility, overflow, structure, unfold } from '../support/checks.js';
import { stateOf } from '../support/sign-in.js';

const url = process.env.END2END_URL;
const LIST = '/me/settlements';
const WORDS = {
  zh: { equal: '分毫不差', same: '一样', items: /明细里一共 \d+ 项/, back: '回到这笔报销', steps: '看重新算的每一步' },
  en: { equal: 'the same to the fen', same: 'the same', items: /The list has (one|\d+) items?/, back: 'Back to the settlement', steps: 'See every step computed again' },
};
let browser;
let state;
before(async () => {
  browser = await launch();
  state = await stateOf(browser, url, 'resident-retiree');
});
after(async () => browser?.close());

async function checked(page, way) {
  const wrong = [...(await structure(page, way.language)), ...(await overflow(page))];
  if (way.script) wrong.push(...(await accessibility(page)));
  if (way.width === 'phone') {
    await page.setViewportSize({ width: 320, height: 640 });
    wrong.push(...(await overflow(page)).map((text) => `at 320: ${text}`));
    await page.setViewportSize({ width: 360, height: 780 });
  }
  assert.deepEqual(wrong, [], page.url());
}

// The addresses of the newest settlements on the list, at most `most`.
async function newest(page, most) {
  await page.goto(LIST);
  const all = await page.locator(`main a[href^="${LIST}/"]`).evaluateAll((links) => links.map((link) => new URL(link.href).pathname));
  const own = [...new Set(all)].filter((path) => /\/[0-9a-f-]{36}$/.test(path));
  assert.ok(own.length > 0, `${all}`);
  return own.slice(0, most);
}

for (const way of crossways()) {
  test(`a settlement is computed again and is the same, ${nameOf(way)}`, async () => {
    const words = WORDS[way.language];
    const { context, problems } = await openContext(browser, url, way, state);
    const page = await context.newPage();
    let withItems = 0;
    for (const path of await newest(page, 3)) {
      await page.goto(path);
      await page.locator(`main a[href="${path}/replay"]`).first().click();
      await page.waitForURL(`**${path}/replay`);
      assert.ok(await page.locator('.notice[data-kind="good"]', { hasText: words.equal }).isVisible(), path);
      await unfold(page);
      // Every figure stands there twice, and nothing differs.
      const results = await page.locator('main table').first().locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.lastElementChild.innerText.trim()));
      assert.ok(results.length >= 3, `${results.length} figures`);
      assert.ok(results.every((result) => result.endsWith(words.same)), `${results}`);
      assert.equal(await page.locator('main table strong').count(), 0, 'no difference is pointed out');
      withItems += words.items.test(await page.locator('main').innerText()) ? 1 : 0;
      // What is the same needs no query.
      assert.equal(await page.locator('main a[href$="/query"]').count(), 0);
      await checked(page, way);
      // The steps are folded away and open without script too.
      await page.locator('summary', { hasText: words.steps }).click();
      assert.ok(await page.locator('main details[open] .steps').first().isVisible());
      await checked(page, way);
      await page.locator('main a', { hasText: words.back }).click();
      await page.waitForURL(`**${path}`);
    }
    assert.ok(withItems > 0, 'the items are held against the bill');
    await context.close();
    assert.deepEqual(problems.take(), []);
  });
}

test('in elder mode on a phone it says the same and fits', async () => {
  const way = { language: 'zh', width: 'phone', script: true };
  const { context, problems } = await openContext(browser, url, way, state);
  await context.addCookies([{ name: 'display', value: 'light.elder.2', url }]);
  const page = await context.newPage();
  const [path] = await newest(page, 1);
  await page.goto(`${path}/replay`);
  assert.ok(await page.getByText(WORDS.zh.equal).first().isVisible());
  await checked(page, way);
  // What is the same is said in a sentence; the figures stand behind it.
  const figures = page.locator('main .fold').first();
  assert.match(await figures.locator('> summary > .gist').innerText(), /一共 \d+ 项，记录的和重新算的都一样/);
  assert.equal(await figures.locator('tbody tr').first().isVisible(), false);
  await figures.locator('> summary').press('Enter');
  assert.ok(await figures.locator('tbody tr').first().isVisible());
  await checked(page, way);
  await context.close();
  assert.deepEqual(problems.take(), []);
});

test('nobody else computes it again', async () => {
  const own = await openContext(browser, url, { script: false }, state);
  const [path] = await newest(await own.context.newPage(), 1);
  await own.context.close();
  const nobody = await openContext(browser, url, { script: false });
  const page = await nobody.context.newPage();
  await page.goto(`${path}/replay`);
  assert.equal(new URL(page.url()).pathname, '/demo-provider/authorize', 'to sign in');
  await nobody.context.close();
  const other = await stateOf(browser, url, 'resident-teacher');
  const { context } = await openContext(browser, url, { script: false }, other);
  const answer = await context.request.get(`${path}/replay`);
  assert.equal(answer.status(), 404);
  await context.close();
});
