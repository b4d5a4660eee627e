// What stands around the pages, on a phone: the head takes few rows, no word is cut in two, and the
// entries of the navigation are alike and apart.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openContext } from '../support/browser.js';
import { overflow } from '../support/checks.js';
import { stateOf } from '../support/sign-in.js';

const url = process.env.END2END_URL;
let browser;
let daughter;
before(async () => {
  browser = await launch();
  daughter = await stateOf(browser, url, 'resident-daughter');
});
after(async () => browser?.close());

// The rows of the head: what has its middle at one height stands in one.
function rows() {
  const parts = document.querySelectorAll('header .wrap:not(.elder-tools) :is(a, button, input[type=search], input[name=q])');
  const middles = [...parts].map((part) => part.getBoundingClientRect()).map((box) => box.top + box.height / 2);
  return middles.sort((one, other) => one - other).filter((middle, at, all) => at === 0 || middle - all[at - 1] > 12).length;
}

// The words on buttons that go over two lines.
function cutWords() {
  const cut = [];
  for (const button of document.querySelectorAll('header :is(.button, .who)')) {
    const walker = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      for (const { 0: word, index } of walker.currentNode.data.matchAll(/[A-Za-z]+/g)) {
        const range = document.createRange();
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + word.length);
        // A first letter of its own style is a box of its own, in the same line.
        const tops = [...range.getClientRects()].map((box) => box.top);
        if (Math.max(...tops) - Math.min(...tops) > 8) cut.push(word);
      }
    }
  }
  return cut;
}

// What stands in empty fields and does not fit into them. The browser measures: what the field
// suggests is written into it for a moment, so that its type, its edges and the sign that clears it
// all count; something far too long shows that the measure finds what is cut.
function cutPlaceholders() {
  const cut = [];
  for (const field of document.querySelectorAll('input[placeholder]')) {
    if (!field.checkVisibility()) continue;
    const { value, placeholder } = field;
    const over = (text) => {
      field.value = text;
      return field.scrollWidth - field.clientWidth;
    };
    if (placeholder !== '' && over(placeholder) > 0) cut.push(`${placeholder}: ${over(placeholder)} px too long`);
    if (over('a question far too long for a field '.repeat(9)) <= 0) cut.push('nothing is ever cut here');
    field.value = value;
  }
  return cut;
}

for (const language of ['zh', 'en']) {
  test(`the head takes two rows for a visitor and three for somebody with two roles, ${language}`, async () => {
    for (const [state, most] of [[undefined, 2], [daughter, 3]]) {
      const { context } = await openContext(browser, url, { language, width: 'phone', script: false }, state);
      const page = await context.newPage();
      await page.goto('/help');
      assert.equal(await page.evaluate(rows), most);
      await context.close();
    }
  });

  test(`in large print the head takes two rows, in the largest at most three, whoever it is, ${language}`, async () => {
    for (const state of [undefined, daughter]) {
      const { context } = await openContext(browser, url, { language, width: 'phone', script: false }, state);
      const page = await context.newPage();
      for (const step of [0, 1, 2]) {
        await context.addCookies([{ name: 'display', value: `light.elder.${step}`, url }]);
        await page.goto('/help');
        const taken = await page.evaluate(rows);
        assert.ok(taken <= (step < 2 ? 2 : 3), `${taken} rows, ${state ? 'two roles' : 'a visitor'}, step ${step}`);
        assert.deepEqual(await overflow(page), [], `step ${step}`);
      }
      await context.close();
    }
  });

  test(`what a search field suggests is not cut off on a phone, ${language}`, async () => {
    const { context } = await openContext(browser, url, { language, width: 'phone', script: false });
    const page = await context.newPage();
    for (const [display, width] of [['light.standard.0', 320], ['light.standard.0', 360], ['light.elder.0', 360]]) {
      await context.addCookies([{ name: 'display', value: display, url }]);
      await page.setViewportSize({ width, height: 780 });
      for (const path of ['/', '/policies', '/institutions', '/drugs', '/glossary', '/help', '/no-such-page']) {
        await page.goto(path);
        assert.deepEqual(await page.evaluate(cutPlaceholders), [], `${path} ${display} at ${width}`);
      }
    }
    await context.close();
  });

  test(`no word in the head is cut in two, ${language}`, async () => {
    const { context } = await openContext(browser, url, { language }, daughter);
    const page = await context.newPage();
    for (const [display, width] of [['light.standard.0', 320], ['light.standard.0', 360], ['light.elder.0', 360], ['light.elder.1', 360], ['light.elder.2', 360]]) {
      await context.addCookies([{ name: 'display', value: display, url }]);
      await page.setViewportSize({ width, height: 780 });
      await page.goto('/me');
      assert.deepEqual(await page.evaluate(cutWords), [], `${display} at ${width}`);
    }
    await context.close();
  });
}

for (const [display, width] of [['light.standard.0', 'desktop'], ['light.elder.0', 'phone']]) {
  test(`the entries of the navigation are alike and apart, ${display}`, async () => {
    const { context } = await openContext(browser, url, { width }, daughter);
    await context.addCookies([{ name: 'display', value: display, url }]);
    const page = await context.newPage();
    await page.goto('/me/messages');
    // In elder mode the rest stands behind one more entry.
    await page.evaluate(() => document.querySelectorAll('nav.side .places details').forEach((more) => (more.open = true)));
    const boxes = await page.locator('nav.side .places a').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    assert.equal(boxes.length, 8);
    assert.equal(new Set(boxes.map(({ width }) => Math.round(width))).size, 1, 'one width');
    for (const [at, box] of boxes.slice(1).entries()) assert.ok(box.top - boxes[at].bottom >= 4, `entry ${at + 1} stands apart`);
    await context.close();
  });
}

test('an apostrophe in English takes no square of its own', async () => {
  const { context } = await openContext(browser, url, { language: 'en', script: false });
  const page = await context.newPage();
  await page.goto('/help');
  const share = await page.locator('main').evaluate((main) => {
    const mark = document.createElement('span');
    mark.textContent = '’';
    main.append(mark);
    return mark.getBoundingClientRect().width / parseFloat(getComputedStyle(mark).fontSize);
  });
  assert.ok(share < 0.5, `${share} of the type`);
  await context.close();
});

test('rules in a list have their marks', async () => {
  const { context } = await openContext(browser, url, { script: false }, daughter);
  const page = await context.newPage();
  await page.goto('/me/family');
  const list = page.locator('main ul', { hasText: '孩子满 18 周岁' });
  assert.equal(await list.evaluate((one) => getComputedStyle(one).listStyleType), 'disc');
  await context.close();
});
