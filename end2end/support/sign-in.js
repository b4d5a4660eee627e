// Signing in as a person would: through the provider's own page.
import assert from 'node:assert/strict';

export async function signInAs(page, sub, next = '/me') {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.locator(`button[name="sub"][value="${sub}"]`).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in') && !address.pathname.includes('authorize'));
  assert.equal(new URL(page.url()).pathname, next, `signed in as ${sub}, one comes back to where one was going`);
}

// Signs in once, without script, and gives the cookies for other contexts.
export async function stateOf(browser, url, sub) {
  const context = await browser.newContext({ baseURL: url, javaScriptEnabled: false });
  try {
    await signInAs(await context.newPage(), sub, '/');
    return await context.storageState();
  } finally {
    await context.close();
  }
}
