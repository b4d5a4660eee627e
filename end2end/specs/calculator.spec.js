// What will I pay: a form that answers on its own page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, nameOf, openContext, ways } from '../support/browser.js';
import { accessibility, overflow, structure } from '../support/checks.js';
import { stateOf } from '../support/sign-in.js';

const url = process.env.END2END_URL;
const TOTAL = '.result .total .amount';
let browser;
before(async () => (browser = await launch()));
after(async () => browser?.close());

const total = (page) => page.locator(TOTAL).innerText();
// Opens the page as somebody, or as a visitor.
async function opened(state = undefined) {
  const { context, problems } = await openContext(browser, url, {}, state);
  const page = await context.newPage();
  await page.goto('/calculator');
  return { context, page, problems };
}

for (const way of ways()) {
  test(`the page is sound: ${nameOf(way)}`, async () => {
    const { context, problems } = await openContext(browser, url, way);
    const page = await context.newPage();
    await page.goto('/calculator');
    assert.equal(await total(page), '¥7,985.00', 'the example');
    const wrong = [...(await structure(page, way.language)), ...(await overflow(page))];
    if (way.script) wrong.push(...(await accessibility(page)));
    assert.deepEqual([...wrong, ...problems.take()], []);
    await context.close();
  });
}

test('without a script the form answers on its own page and keeps what was typed', async () => {
  const { context } = await openContext(browser, url, { width: 'phone', script: false });
  const page = await context.newPage();
  await page.goto('/calculator');
  await page.selectOption('#region', '330100');
  await page.fill('#age', '７４');
  await page.fill('#a', '１０，０００');
  await page.locator('.calc-form .button[type=submit]', { hasText: '算一算' }).click();
  assert.equal(new URL(page.url()).search, '', 'nothing typed stands in the address');
  assert.equal(await page.inputValue('#a'), '１０，０００');
  assert.notEqual(await total(page), '¥7,985.00');
  // Enter in a field works it out too, and takes no item away.
  await page.locator('button', { hasText: '一项一项填' }).click();
  await page.fill('#amount-0', '5000');
  await page.press('#amount-0', 'Enter');
  assert.equal(await page.locator('#rows > li').count(), 3);
  assert.equal(await page.inputValue('#amount-0'), '5000');
  await page.locator('button', { hasText: '再加一项' }).click();
  assert.equal(await page.locator('#rows > li').count(), 4);
  await page.locator('button', { hasText: '去掉这一项' }).first().click();
  assert.equal(await page.locator('#rows > li').count(), 3);
  await page.fill('#age', 'x');
  await page.locator('.calc-form .button[type=submit]', { hasText: '算一算' }).click();
  assert.equal(await page.locator('.errors a[href="#age"]').count(), 1);
  assert.deepEqual(await overflow(page), []);
  await context.close();
});

test('signed in, it begins with one’s own record and says so; one press starts empty', async () => {
  const { context, page } = await opened(await stateOf(browser, url, 'resident-employee'));
  assert.match(await page.locator('.beginning').innerText(), /按您的记录/);
  assert.equal(await page.inputValue('#region'), '110000');
  await page.locator('.beginning a').click();
  assert.equal(await page.inputValue('#age'), '');
  await context.close();
});

for (const display of ['dark.standard.0', 'light.elder.0']) {
  test(`nothing is too wide or hard to read: ${display}`, async () => {
    const { context } = await openContext(browser, url, { width: 'phone' });
    await context.addCookies([{ name: 'display', value: display, url }]);
    const page = await context.newPage();
    await page.goto('/calculator?form=whole');
    await page.fill('#a', '98765.43');
    assert.deepEqual([...(await overflow(page)), ...(await accessibility(page))], []);
    await context.close();
  });
}

test('paper shows the answer with what it was worked out for, and no form', async () => {
  const { context } = await openContext(browser, url);
  const page = await context.newPage();
  await page.goto('/calculator');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('#calculator').isVisible(), false);
  assert.ok(await page.locator(TOTAL).isVisible());
  assert.match(await page.locator('.result').innerText(), /北京.*职工医保.*45 岁.*三级医院/);
  assert.deepEqual(await overflow(page), []);
  await context.close();
});

// Elder mode: each question alone on its page, without a script.
for (const [language, place] of [['zh', /第 (\d) 题，共 8 题/], ['en', /Question (\d) of 8/]]) {
  test(`in large print one question a page leads to the answer, ${language}`, async () => {
    const { context, problems } = await openContext(browser, url, { language, width: 'phone', script: false });
    await context.addCookies([{ name: 'display', value: 'light.elder.1', url }]);
    const page = await context.newPage();
    const answers = [
      () => page.selectOption('#region', '110000'),
      () => page.check('input[name=scheme][value=employee]'),
      () => page.check('input[name=status][value=active]'),
      () => page.fill('#age', '45'),
      () => page.check('input[name=kind][value=inpatient]'),
      () => page.check('input[name=level][value=l3]'),
      () => page.check('input[name=remote][value=local]'),
      async () => { await page.fill('#a', '20,000'); await page.fill('#b', '8,000'); await page.fill('#c', '2,000'); },
    ];
    const next = () => page.locator('main form button[value=next]').click();
    await page.goto('/calculator');
    for (const [at, answer] of answers.entries()) {
      assert.equal((await page.locator('main').innerText()).match(place)[1], `${at + 1}`);
      assert.equal(await page.locator('main .field').count(), at === 7 ? 3 : 1, `question ${at + 1}`);
      assert.deepEqual([...(await structure(page, language)), ...(await overflow(page))], [], `question ${at + 1}`);
      await answer();
      if (at === 3) {
        await page.locator('main form button[value=back]').click();
        await next();
        assert.equal(await page.inputValue('#age'), '45', 'back and on again loses nothing');
        await page.press('#age', 'Enter');
      } else {
        await next();
      }
    }
    assert.equal(await total(page), '¥7,985.00', 'as on one page');
    assert.equal(new URL(page.url()).search, '');
    assert.deepEqual([...(await structure(page, language)), ...(await overflow(page)), ...problems.take()], []);
    await context.close();
  });
}
