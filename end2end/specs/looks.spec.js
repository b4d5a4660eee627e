// Dark, elder mode and print on the main pages: nothing overflows, axe stays silent. Leaves pictures
// in target/screenshots for people to look at.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { launch, openContext } from '../support/browser.js';
import { accessibility, overflow, unfold } from '../support/checks.js';
import { stateOf } from '../support/sign-in.js';
import { routes } from '../support/addresses.js';

const url = process.env.END2END_URL;
const folder = process.env.END2END_SCREENSHOTS ?? '../target/screenshots';
const PUBLIC = ['/', '/calculator', '/policies', '/add-ons', '/institutions', '/drugs', '/gallery'];
const PERSONAL = ['/me', '/me/benefits', '/me/settlements'];
const LOOKS = [
  { name: 'zh-1440', way: { language: 'zh', width: 'desktop' } },
  { name: 'en-1440', way: { language: 'en', width: 'desktop' } },
  { name: 'zh-360', way: { language: 'zh', width: 'phone' } },
  { name: 'zh-768-dark', way: { language: 'zh', width: { width: 768, height: 1024 } }, display: 'dark.standard.0', axe: true },
  { name: 'zh-360-elder', way: { language: 'zh', width: 'phone' }, display: 'light.elder.2', axe: true },
  { name: 'en-1440-elder-dark', way: { language: 'en', width: 'desktop' }, display: 'dark.elder.1', axe: true },
  { name: 'zh-print', way: { language: 'zh', width: { width: 794, height: 1123 } }, print: true },
];
let browser;
before(async () => {
  browser = await launch();
  await mkdir(folder, { recursive: true });
});
after(async () => browser?.close());

async function picture(context, path, look) {
  const page = await context.newPage();
  const wrong = [];
  if (look.print) await page.emulateMedia({ media: 'print' });
  await page.goto(path);
  wrong.push(...(await overflow(page)));
  if (look.axe) wrong.push(...(await accessibility(page)));
  const name = path === '/' ? 'home' : path.slice(1).replaceAll('/', '-');
  await page.screenshot({ path: `${folder}/${name}.${look.name}.png`, fullPage: true });
  if ((await unfold(page)) > 0) {
    wrong.push(...(await overflow(page)).map((text) => `unfolded: ${text}`));
    if (look.axe) wrong.push(...(await accessibility(page)).map((text) => `unfolded: ${text}`));
  }
  await page.close();
  return wrong.map((text) => `${path}: ${text}`);
}

for (const look of LOOKS) {
  test(`the main pages in ${look.name}`, async () => {
    const known = routes().map((route) => route.path);
    const { context, problems } = await openContext(browser, url, look.way, await stateOf(browser, url, 'resident-employee'));
    if (look.display) await context.addCookies([{ name: 'display', value: look.display, url }]);
    const wrong = [];
    for (const path of [...PUBLIC, ...PERSONAL].filter((path) => known.includes(path))) {
      wrong.push(...(await picture(context, path, look)));
    }
    await context.close();
    assert.deepEqual([...wrong, ...problems.take()], []);
  });
}
