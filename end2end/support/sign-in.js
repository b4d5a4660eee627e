// Signing in as a person would: through the provider's own page.
import assert from 'node:assert/strict';

export async function signInAs(page, sub, next = '/me') {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.locator(`button[name="sub"][value="${sub}"]`).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in') && !address.pathname.includes('authorize'));
  assert.equal(new URL(page.url()).pathname, next, `signed in as ${sub}, one comes back to where one was going`);
}

// Signs in once, without script, and gives the cookies for other contexts. A browser that did not move
// on within half a minute is tried once more, and says where it stood: to sign in is what
// sign-in.spec.js proves, here it is only the way to the pages.
export async function stateOf(browser, url, sub) {
  try {
    return await signedIn(browser, url, sub);
  } catch (error) {
    if (error.name !== 'TimeoutError') throw error;
    console.error(`the sign-in as ${sub} did not move on: ${error.message}`);
    return signedIn(browser, url, sub);
  }
}

async function signedIn(browser, url, sub) {
  const context = await browser.newContext({ baseURL: url, javaScriptEnabled: false, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    await signInAs(page, sub, '/').catch(async (error) => {
      const title = await page.title().catch(() => 'no answer');
      error.message += `\nat ${new URL(page.url()).pathname}, “${title}”`;
      throw error;
    });
    return await context.storageState();
  } finally {
    await context.close();
  }
}
