// Why this amount, a query about it, and its answer: through the forms, with and without script, on a
// phone in elder mode too.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openContext } from '../support/browser.js';
import { accessibility, overflow, structure } from '../support/checks.js';
import { signInAs } from '../support/sign-in.js';

const url = process.env.END2END_URL;
let browser;
before(async () => (browser = await launch()));
after(async () => browser?.close());

const ways = [
  { name: 'with script', way: { language: 'zh' } },
  { name: 'without script', way: { language: 'zh', script: false } },
];

async function checked(page, language, axe) {
  const wrong = [...(await structure(page, language)), ...(await overflow(page))];
  if (axe) wrong.push(...(await accessibility(page)));
  assert.deepEqual(wrong, [], page.url());
}

// From the list of settlements to the replay of the newest one.
async function toReplay(page) {
  await page.locator('main a[href^="/me/settlements/"]').first().click();
  await page.locator('main a[href$="/replay"]').first().click();
  await page.waitForURL('**/replay');
}

// From the replay back to the settlement, and on to what may be asked about it.
async function toQuery(page) {
  await page.locator('main a', { hasText: '回到这笔报销' }).click();
  await page.locator('main a[href$="/query"]').click();
  await page.waitForURL('**/query');
}

for (const { name, way } of ways) {
  const axe = way.script !== false;

  test(`a query is sent, answered and read, ${name}`, async () => {
    const own = await openContext(browser, url, way);
    const page = await own.context.newPage();
    await signInAs(page, 'resident-teacher', '/me/settlements');
    await toReplay(page);
    assert.ok(await page.getByText('分毫不差').first().isVisible());
    // Each step names its layer; what rests on a clause leads to the very article.
    assert.ok((await page.locator('.steps .layer').count()) >= 3);
    const clause = page.locator('.steps .source a[href*="#"]').first();
    const [path, anchor] = (await clause.getAttribute('href')).split('#');
    await checked(page, 'zh', axe);
    const article = await own.context.request.get(path);
    assert.ok((await article.text()).includes(`id="${anchor}"`), `${path}#${anchor}`);

    // What comes out the same is not offered as a query there, but it may be asked about all the same.
    assert.equal(await page.locator('main a[href$="/query"]').count(), 0);
    await toQuery(page);
    await page.locator('main button', { hasText: '提交' }).click();
    await page.locator('.errors').waitFor();
    await checked(page, 'zh', axe);
    await page.locator('textarea[name="words"]').fill('检查好像 <b>算了两次</b>');
    await page.locator('main button', { hasText: '提交' }).click();
    await page.locator('.notice[role="status"]').waitFor();
    const number = (await page.locator('main h1').innerText()).match(/QC-\d{4}-[2-9A-Z]{6}/)[0];
    await checked(page, 'zh', axe);
    await page.goto('/me/queries');
    assert.ok(await page.locator('main a', { hasText: number }).isVisible());
    await checked(page, 'zh', axe);

    const office = await openContext(browser, url, way);
    const desk = await office.context.newPage();
    await signInAs(desk, 'reviewer-0107', '/admin/queries');
    await checked(desk, 'zh', axe);
    await desk.locator('input[name="number"]').fill(number.replaceAll('-', ' ').toLowerCase());
    await desk.locator('main button', { hasText: '打开' }).click();
    await desk.waitForURL(`**/admin/queries/${number}`);
    await desk.locator('main button', { hasText: '我来看' }).click();
    await desk.locator('.notice[role="status"]').waitFor();
    await checked(desk, 'zh', axe);
    await desk.locator('textarea[name="answer"]').fill('查过了：只算了一次。');
    await desk.locator('main button', { hasText: '答复' }).click();
    await desk.locator('.notice[role="status"]').waitFor();
    await checked(desk, 'zh', axe);
    await office.context.close();

    await page.goto('/me/messages?topic=queries');
    await page.locator('main button.link', { hasText: '您问的事有答复了' }).first().click();
    await page.locator('main a', { hasText: '看答复' }).click();
    await page.waitForURL('**/me/queries/*');
    assert.ok(await page.getByText('查过了：只算了一次。').isVisible());
    await page.goto('/me/access');
    assert.ok(await page.getByText('看了或答复了您的问询').first().isVisible());
    await own.context.close();
    // The browser writes the answer to the empty form to its console.
    const told = [...own.problems.take(), ...office.problems.take()];
    assert.deepEqual(told.filter((text) => !/status of 422/.test(text)), []);
  });
}

test('in elder mode on a phone a query is sent and taken back', async () => {
  const { context, problems } = await openContext(browser, url, { language: 'zh', width: 'phone' });
  await context.addCookies([{ name: 'display', value: 'light.elder.2', url }]);
  const page = await context.newPage();
  await signInAs(page, 'resident-teacher', '/me/settlements');
  await toReplay(page);
  await checked(page, 'zh', true);
  await toQuery(page);
  await page.locator('textarea[name="words"]').fill('看不明白');
  await checked(page, 'zh', true);
  await page.locator('main button', { hasText: '提交' }).click();
  await page.locator('.notice[role="status"]').waitFor();
  await checked(page, 'zh', true);
  await page.locator('main a[href$="/withdraw"]').click();
  await checked(page, 'zh', true);
  await page.locator('main button', { hasText: '收回' }).click();
  await page.locator('.notice[role="status"]').waitFor();
  assert.ok(await page.locator('.badge', { hasText: '已收回' }).first().isVisible());
  await context.close();
  assert.deepEqual(problems.take(), []);
});
