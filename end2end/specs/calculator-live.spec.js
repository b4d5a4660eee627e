// The calculator's island: the answer moves as somebody types, is the server's to the letter, and
// nothing that is typed leaves the device.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openContext } from '../support/browser.js';
import { accessibility, layoutShift, observeShift, overflow } from '../support/checks.js';

const url = process.env.END2END_URL;
const TOTAL = '.result .total .amount';
let browser;
before(async () => (browser = await launch()));
after(async () => browser?.close());

const total = (page) => page.locator(TOTAL).innerText();
const awake = (page) => page.waitForSelector('#calculator form[data-awake]');
const workOut = (page) => page.locator('.calc-form .button[type=submit]:not([name])').click();
// Comments are what a renderer leaves between its parts.
const answer = (page) => page.evaluate(() => document.getElementById('first-answer').innerHTML.replace(/<!--.*?-->/gs, ''));

// Opens the page with its island awake; answers what the network was asked for from then on.
async function alive(way = {}, path = '/calculator') {
  const { context, problems } = await openContext(browser, url, way);
  await observeShift(context);
  const page = await context.newPage();
  await page.goto(path);
  await awake(page);
  const asked = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  return { context, page, asked, problems };
}

test('bar and sentences move as one types, and nothing is sent', async () => {
  const { context, page, asked, problems } = await alive();
  await page.waitForTimeout(1_500);
  assert.equal(await page.locator('leptos-island [role=status]').textContent(), '', 'what one came to is not said again');
  assert.equal(await total(page), '¥7,985.00');
  const bar = () => page.locator('.paybar svg').first().innerHTML();
  const steps = () => page.locator('.steps').innerText();
  const before = [await bar(), await steps()];
  await page.locator('.basis > summary').click();
  await page.focus('#c');
  await page.keyboard.press('End');
  await page.keyboard.type('0');
  // 2,0000 yuan: grouped by ten thousands, outside the catalogue.
  assert.equal(await total(page), '¥25,985.00');
  assert.notEqual(await bar(), before[0]);
  assert.notEqual(await steps(), before[1]);
  assert.ok(await page.locator('.basis').evaluate((one) => one.open), 'what was opened stays open');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'c', 'the focus stays');
  // Said aloud only once somebody pauses.
  await page.waitForFunction(() => document.querySelector('leptos-island [role=status]').textContent.includes('¥25,985.00'));
  assert.ok(await page.locator('#on-device').isVisible());
  assert.deepEqual(await layoutShift(page), []);
  await page.fill('#c', '2,000');
  await page.fill('#age', '46');
  await page.press('#age', 'Enter');
  await workOut(page);
  assert.equal(await total(page), '¥7,985.00');
  assert.deepEqual(asked, [], 'nothing leaves the device');
  assert.deepEqual([...(await overflow(page)), ...(await accessibility(page)), ...problems.take()], []);
  await context.close();
});

// Each case as it is filled in, in both languages.
const CASES = {
  'another place and level': async (page) => {
    await page.selectOption('#region', '330100');
    await page.selectOption('#level', 'l1');
    await page.fill('#a', '１２，３４５．６７');
  },
  'somebody retired, elsewhere, with accounts': async (page) => {
    await page.check('input[name=status][value=retired]');
    await page.fill('#age', '74');
    await page.selectOption('#remote', 'unfiled');
    await page.evaluate(() => document.querySelectorAll('.folded').forEach((one) => (one.open = true)));
    await page.fill('#account', '500');
    await page.fill('#cat_base', '4万');
  },
  'dialysis of a resident in hardship': async (page) => {
    await page.check('input[name=scheme][value=resident]');
    await page.selectOption('#category', 'subsistence');
    await page.check('input[name=kind][value=chronic]');
    await page.selectOption('#disease', 'M07803');
  },
};
for (const language of ['zh', 'en']) {
  for (const [name, fill] of Object.entries(CASES)) {
    test(`the island writes what the server writes: ${name}, ${language}`, async () => {
      const { context, page } = await alive({ language });
      await fill(page);
      const here = await answer(page);
      await context.close();
      const other = await openContext(browser, url, { language, script: false });
      const plain = await other.context.newPage();
      await plain.goto('/calculator');
      await fill(plain);
      await workOut(plain);
      assert.ok(here.includes('class="paybar"'));
      assert.equal(here, await answer(plain));
      await other.context.close();
    });
  }
}

test('only what an input changes is written anew, also where a browser put its own words there', async () => {
  const { context, page } = await alive();
  await page.fill('#c', '3000');
  assert.equal(await total(page), '¥8,985.00');
  await page.evaluate((amount) => {
    window.__kept = [...document.querySelectorAll('#first-answer :is(h2, figure, th, summary)')];
    // What a browser that translates does to a text.
    const shown = document.querySelector(amount).lastChild;
    const own = document.createElement('font');
    shown.replaceWith(own);
    own.append(shown);
  }, TOTAL);
  await page.fill('#c', '4000');
  assert.equal(await total(page), '¥9,985.00', 'no amount of before stays');
  assert.ok(await page.evaluate(() => window.__kept.length > 8 && window.__kept.every((one) => one.isConnected)));
  // What somebody opened stays open, however much around it is another.
  await page.locator('.basis > summary').click();
  for (const place of ['330100', '510100', '310000', '110000']) {
    await page.selectOption('#region', place);
    assert.ok(await page.locator('.basis').evaluate((one) => one.open), place);
  }
  await context.close();
});

test('items come and go on the device, and the bill is told both ways', async () => {
  const { context, page, asked, problems } = await alive({ width: 'phone' });
  await page.locator('button[value=bill-items]').click();
  assert.equal(await total(page), '¥7,985.00', 'the same bill by items');
  await page.locator('button[value=add]').click();
  assert.equal(await page.locator('#rows > li').count(), 4);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'name-3');
  await page.fill('#name-3', '<img src=x onerror=alert(1)>');
  await page.fill('#amount-3', '1000');
  await page.selectOption('#class-3', 'C');
  assert.equal(await total(page), '¥8,985.00');
  assert.equal(await page.locator('#first-answer img').count(), 0, 'what is typed stays text');
  assert.ok(await page.locator('.now').isVisible(), 'the amount stays in sight on a phone');
  assert.match(await page.locator('.now').innerText(), /¥8,985\.00/);
  await page.locator('button[value=remove-3]').click();
  assert.equal(await total(page), '¥7,985.00');
  // Only a bill of a chronic disease asks which of its items are for the disease.
  assert.ok(!(await page.locator('#part-0').isVisible()));
  await page.locator('input[name=kind][value=chronic]').check();
  await page.selectOption('#disease', 'M07803');
  assert.ok(await page.locator('#part-0').isVisible());
  await page.selectOption('#part-1', 'ordinary');
  assert.equal(await page.locator('#answer .parts > li').count(), 2);
  await page.selectOption('#part-1', 'disease');
  assert.equal(await page.locator('#answer .parts').count(), 0);
  await page.locator('input[name=kind][value=inpatient]').check();
  assert.equal(await total(page), '¥7,985.00');
  await page.locator('button[value=bill-totals]').click();
  assert.equal(await page.inputValue('#c'), '2,000');
  assert.equal(await total(page), '¥7,985.00');
  assert.deepEqual(asked, []);
  assert.deepEqual([...(await overflow(page)), ...problems.take()], []);
  await context.close();
});

test('a slip is said at its field once one leaves it, and goes as it is mended', async () => {
  const { context, page, asked } = await alive();
  await page.focus('#a');
  await page.keyboard.press('End');
  await page.keyboard.type('x');
  assert.equal(await page.locator('#a-error').count(), 0, 'not while one types');
  assert.equal(await total(page), '¥7,985.00');
  assert.match(await page.getAttribute('#first-answer', 'data-stale'), /改动以前/, 'the old answer says that it is one');
  await page.keyboard.press('Tab');
  assert.match(await page.locator('#a-error').innerText(), /数字/);
  assert.equal(await page.getAttribute('#a', 'aria-invalid'), 'true');
  assert.match(await page.getAttribute('#a', 'aria-describedby'), /a-error/);
  assert.equal(await page.locator(TOTAL).count(), 0);
  assert.equal(await page.locator('.result a[href="#a"]').count(), 1);
  assert.equal(await page.getAttribute('#first-answer', 'data-stale'), null);
  assert.deepEqual(await accessibility(page), []);
  await page.focus('#a');
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  assert.equal(await page.locator('#a-error').count(), 0);
  assert.equal(await page.getAttribute('#a', 'aria-invalid'), null);
  assert.equal(await total(page), '¥7,985.00');
  // Asked for, everything that is missing is said, and one is led to the first of it.
  await page.check('input[name=kind][value=chronic]');
  await workOut(page);
  assert.equal(await page.locator('#disease-error').count(), 1);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'disease');
  assert.deepEqual(asked, []);
  await context.close();
});

test('what was typed before the island woke is kept and answered', async () => {
  const { context } = await openContext(browser, url);
  const page = await context.newPage();
  let free;
  const held = new Promise((done) => (free = done));
  await page.route(/\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/calculator', { waitUntil: 'domcontentloaded' });
  await page.fill('#c', '3000');
  free();
  await awake(page);
  assert.equal(await page.inputValue('#c'), '3000');
  assert.equal(await total(page), '¥8,985.00');
  await context.close();
});

test('in large print the form with everything on one page moves too', async () => {
  const { context } = await openContext(browser, url, { width: 'phone' });
  await context.addCookies([{ name: 'display', value: 'light.elder.0', url }]);
  const page = await context.newPage();
  await page.goto('/calculator?form=whole');
  await awake(page);
  await page.fill('#c', '3000');
  assert.equal(await total(page), '¥8,985.00');
  assert.match(await page.locator('.result .in-words').first().innerText(), /8千9百85元/);
  assert.deepEqual([...(await overflow(page)), ...(await accessibility(page))], []);
  await context.close();
});

test('the amount that appears does not lie on the field that somebody types into', async () => {
  const { context, page } = await alive({ width: 'phone' });
  await page.fill('#c', '2000x');
  assert.ok(!(await page.locator('.now').isVisible()), 'there is no amount to a slip');
  await page.evaluate(() => {
    const field = document.getElementById('c');
    scrollTo(0, field.getBoundingClientRect().bottom + scrollY - innerHeight + 4);
    field.focus({ preventScroll: true });
  });
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  assert.ok(await page.locator('.now').isVisible());
  const room = () => document.querySelector('.now').getBoundingClientRect().top - document.getElementById('c').getBoundingClientRect().bottom;
  assert.ok((await page.evaluate(room)) >= 0, `${await page.evaluate(room)} px`);
  await context.close();
});

// What another program of the machine adds to one round is not ours: the best of some rounds counts,
// and in each of them the slowest input, or the middle one of what all cost.
const ROUNDS = 4;
const KEYS = '123456789';

// The aims are 8 ms of script on a device four times slower, and 50 ms until it is shown; what two busy
// cores add on top of them is not ours.
const MOST_SCRIPT = 30;
const MOST_SHOWN = 200;

test('an input costs little script, and is shown soon', async (t) => {
  const { context, page } = await alive({ width: 'phone' });
  await page.evaluate(() => {
    window.__inputs = [];
    const note = (list) => window.__inputs.push(...list.getEntries().filter((one) => one.interactionId > 0).map((one) => one.duration));
    new PerformanceObserver(note).observe({ type: 'event', durationThreshold: 16 });
  });
  // Whoever types has the field in sight; what changes out of sight is shown with the next frame only.
  await page.locator('#a').evaluate((field) => field.scrollIntoView({ block: 'center' }));
  const shown = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.fill('#a', '1');
    await page.evaluate(() => window.__inputs.splice(0));
    await page.focus('#a');
    for (const key of KEYS) await page.keyboard.press(key, { delay: 20 });
    await page.waitForTimeout(200);
    shown.push(await page.evaluate(() => Math.max(0, ...window.__inputs)));
  }

  const client = await context.newCDPSession(page);
  await client.send('Performance.enable');
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const script = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find((metric) => metric.name === 'ScriptDuration').value * 1000;
  };
  const middles = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.fill('#a', '1');
    const costs = [];
    for (const key of KEYS) {
      const begin = await script();
      await page.keyboard.press(key);
      costs.push((await script()) - begin);
    }
    costs.sort((one, other) => one - other);
    middles.push(costs[costs.length >> 1]);
  }
  t.diagnostic(`script an input: ${middles.map((ms) => ms.toFixed(1)).join(', ')} ms; slowest input shown in ${shown.join(', ')} ms`);
  assert.notEqual(await total(page), '¥7,985.00', 'the answer moved');
  assert.ok(Math.min(...middles) > 0, 'something was measured');
  assert.ok(Math.min(...middles) <= MOST_SCRIPT, `an input costs ${Math.min(...middles).toFixed(1)} ms of script`);
  assert.ok(Math.min(...shown) <= MOST_SHOWN, `an input took ${Math.min(...shown)} ms to be shown`);
  await context.close();
});
