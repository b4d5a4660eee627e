// In through the demo provider, to one's own pages, and out again; with and without script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openContext } from '../support/browser.js';
import { signInAs } from '../support/sign-in.js';

const url = process.env.END2END_URL;
let browser;
before(async () => (browser = await launch()));
after(async () => browser?.close());

for (const script of [true, false]) {
  test(`in and out again ${script ? 'with' : 'without'} script`, async () => {
    const { context, problems } = await openContext(browser, url, { script });
    const page = await context.newPage();
    await signInAs(page, 'resident-employee');
    assert.match(await page.locator('body').innerText(), /李明/);

    const cookies = await context.cookies();
    const session = cookies.find((cookie) => /sid$/.test(cookie.name));
    assert.ok(session?.httpOnly, 'no script may read the session');
    assert.equal(session.sameSite, 'Lax');

    await page.locator('form[action="/sign-out"] button').first().click();
    await page.waitForURL((address) => address.origin === url);
    await page.goto('/me');
    assert.notEqual(new URL(page.url()).pathname, '/me', 'signed out, one does not see the page');
    assert.deepEqual(problems.take(), []);
    await context.close();
  });
}
