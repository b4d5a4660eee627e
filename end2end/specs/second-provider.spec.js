// Sign-in through somebody else's provider: discovery, PKCE, state, nonce, new keys, sign-out there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openContext } from '../support/browser.js';
import { CLIENT, startProvider } from '../support/provider.js';
import { freePort, startServer } from '../support/server.js';

let browser;
let provider;
let server;
before(async () => {
  const port = await freePort();
  server = await startServer({
    YIBAOTONG_OIDC_NAME: 'second',
    YIBAOTONG_OIDC_ISSUER: `http://127.0.0.1:${port}`,
    YIBAOTONG_OIDC_CLIENT_ID: CLIENT.id,
    YIBAOTONG_OIDC_CLIENT_SECRET: CLIENT.secret,
  });
  provider = await startProvider(port, server.url);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await provider?.stop();
  await server?.stop();
});

async function enter(page) {
  await page.goto('/sign-in?next=/me');
  await page.locator('#enter').click();
  await page.waitForURL(`${server.url}/me`);
}

for (const script of [true, false]) {
  test(`in and out through a second provider ${script ? 'with' : 'without'} script`, async () => {
    const { context } = await openContext(browser, server.url, { script });
    const page = await context.newPage();
    await enter(page);
    await page.locator('form[action="/sign-out"] button').first().click();
    await page.waitForURL((address) => address.origin === provider.issuer);
    await page.getByText('Sign out here too').click();
    await page.waitForURL((address) => address.origin === server.url);
    await page.goto('/me');
    assert.ok(page.url().startsWith(provider.issuer), 'neither side remembers the session');
    await context.close();
  });
}

test('new signing keys are found without a restart', async () => {
  const { context } = await openContext(browser, server.url);
  const page = await context.newPage();
  await enter(page);
  await context.clearCookies();
  provider.rotate();
  await enter(page);
  await context.close();
});

test('an answer that nobody asked for is refused', async () => {
  const { context } = await openContext(browser, server.url);
  const answer = await context.request.get('/sign-in/callback?code=forged&state=forged', { maxRedirects: 0 });
  assert.ok(answer.status() >= 400 && answer.status() < 500, `answers ${answer.status()}`);
  assert.equal((await context.cookies()).filter((cookie) => /sid$/.test(cookie.name)).length, 0);
  await context.close();
});
