// The tests themselves: whoever presses a button looks at the page that comes whole, not at its first half.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { launch, openContext } from '../support/browser.js';

const FIRST = '<!doctype html><title>x</title><form method="post"><button>go</button></form><a href="/next">on</a>';
let browser, server, url;
before(async () => {
  server = createServer((_, answer) => {
    answer.writeHead(200, { 'content-type': 'text/html' });
    answer.write(FIRST);
    setTimeout(() => answer.end('<p id="last">whole</p>'), 700);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${server.address().port}`;
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.close();
});

for (const script of [true, false]) {
  test(`a page that comes in halves is looked at whole, ${script ? 'with' : 'without'} script`, async () => {
    const { context } = await openContext(browser, url, { script });
    const page = await context.newPage();
    await page.goto('/');
    const ways = [() => page.click('button'), () => page.locator('a').click(), () => page.press('a', 'Enter')];
    for (const lead of ways) {
      await page.evaluate(() => document.getElementById('last').remove());
      await lead();
      assert.equal(await page.evaluate(() => document.getElementById('last')?.textContent), 'whole');
    }
    await context.close();
  });
}
