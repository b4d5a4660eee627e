// Whose pages are measured: each with the cookie of their sign-in and the pages that they reach.
import assert from 'node:assert/strict';
import { reachable, routes } from '../support/addresses.js';
import { openContext } from '../support/browser.js';
import { stateOf } from '../support/sign-in.js';

// A daughter who may act for her mother and has a second role reaches every kind of page.
const RESIDENT = 'resident-daughter';
const OFFICES = { auditor: 'auditor', editor: 'editor', approver: 'approver', 'agent-0231': 'agent' };

const isOwn = ({ path }) => /^\/(me|people|hat)(\/|$)/.test(path);
const isOpen = ({ audience }) => audience !== 'signed_in';
const isOffice = (role) => ({ audience, roles }) => audience === 'signed_in' && roles.includes(role);

// The pages among `wanted` that answer with HTML; a redirect is measured where it leads.
async function pages(context, wanted) {
  const { paths } = await reachable(context.request, wanted, 1);
  const found = [];
  for (const path of paths.filter((path) => !path.includes('{'))) {
    const answer = await context.request.get(path, { maxRedirects: 0 });
    if (answer.status() === 200 && (answer.headers()['content-type'] ?? '').includes('html')) found.push(path);
  }
  return found;
}

// A certificate, so that its pages and the public check of it are there. Answers the address of that.
async function issued(context) {
  const page = await context.newPage();
  await page.goto('/me/certificates/new');
  await page.getByLabel('30 天').check();
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '开出凭证' }).click()]);
  const code = await page.locator('.checked-by .code').innerText();
  await page.close();
  return `/check/${code.replace(/\s/g, '')}`;
}

async function signedIn(browser, url, who, wanted, more = async () => []) {
  const state = await stateOf(browser, url, who);
  const { context } = await openContext(browser, url, { script: false }, state);
  const before = await more(context);
  const paths = await pages(context, wanted);
  const cookies = await context.cookies();
  await context.close();
  assert.ok(paths.length >= 2, `${who} reaches pages of their own`);
  return { before, found: { who, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '), paths } };
}

// `wanted` names the groups; all of them when it is empty.
export async function people(browser, url, wanted) {
  const is = (group) => wanted.length === 0 || wanted.includes(group);
  const all = routes();
  const resident = await signedIn(browser, url, RESIDENT, all.filter(isOwn), issued);
  const found = [];
  if (is('visitor')) {
    const { context } = await openContext(browser, url, { script: false });
    const paths = await pages(context, all.filter(isOpen));
    await context.close();
    found.push({ who: 'visitor', cookie: null, paths: [...paths, resident.before] });
  }
  if (is('resident')) found.push(resident.found);
  if (is('offices')) {
    for (const [who, role] of Object.entries(OFFICES)) {
      found.push((await signedIn(browser, url, who, all.filter(isOffice(role)))).found);
    }
  }
  return found;
}
