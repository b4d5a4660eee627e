// Reading every page of one's own as one demo resident. One resident a file of specs, so that they are
// read side by side.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { reachable, routes } from './addresses.js';
import { launch, openContext } from './browser.js';
import { stateOf } from './sign-in.js';
import { walk } from './walk.js';

export const RESIDENTS = [
  'resident-retiree',
  'resident-employee',
  'resident-flexible',
  'resident-household',
  'resident-teacher',
  'resident-daughter',
];

// The addresses of their own that `sub` reaches by links, and the state of the browser they are signed in with.
export async function ownPages(browser, url, sub) {
  const own = routes().filter((route) => /^\/(me|people)(\/|$)/.test(route.path));
  const state = await stateOf(browser, url, sub);
  const { context } = await openContext(browser, url, {}, state);
  const { paths } = await reachable(context.request, own, 1);
  await context.close();
  return { state, paths };
}

// `all`: in all eight ways of looking.
export function readsOwnPages(sub, all = false) {
  const url = process.env.END2END_URL;
  let browser;
  before(async () => (browser = await launch()));
  after(async () => browser?.close());

  test(`${sub} reads their own pages`, async (t) => {
    const { state, paths } = await ownPages(browser, url, sub);
    assert.ok(paths.includes('/me'));
    await walk(t, { browser, url, paths, state, all });
  });
}
