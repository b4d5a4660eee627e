// The resident's pages as each demo resident, in all eight ways of looking.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { reachable, routes } from '../support/addresses.js';
import { launch, openContext } from '../support/browser.js';
import { stateOf } from '../support/sign-in.js';
import { walk } from '../support/walk.js';

const url = process.env.END2END_URL;
const RESIDENTS = [
  'resident-retiree',
  'resident-employee',
  'resident-flexible',
  'resident-household',
  'resident-teacher',
  'resident-daughter',
];
let browser;
before(async () => (browser = await launch()));
after(async () => browser?.close());

for (const sub of RESIDENTS) {
  test(`${sub} reads their own pages`, async (t) => {
    const own = routes().filter((route) => /^\/(me|people)(\/|$)/.test(route.path));
    const state = await stateOf(browser, url, sub);
    const { context } = await openContext(browser, url, {}, state);
    const { paths } = await reachable(context.request, own, 1);
    await context.close();
    assert.ok(paths.includes('/me'));
    await walk(t, { browser, url, paths, state });
  });
}
