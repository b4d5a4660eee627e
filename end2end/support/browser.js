// One Chromium for a whole file of tests; every page in it is watched for what must not happen.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { watch } from './watch.js';

const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);

// The flags keep the browser from talking to the outside.
const quiet = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
];

export const WIDTHS = { phone: { width: 360, height: 780 }, desktop: { width: 1440, height: 900 } };
const LOCALES = { zh: 'zh-CN', en: 'en-GB' };

// `more` are further flags.
export function launch(more = []) {
  return chromium.launch({ executablePath, args: [...quiet, ...more] });
}

// The eight ways of looking at a page.
export function ways() {
  const all = [];
  for (const language of ['zh', 'en']) {
    for (const width of ['phone', 'desktop']) {
      for (const script of [true, false]) all.push({ language, width, script });
    }
  }
  return all;
}

// Four of them, in which every two of language, width and script meet in each combination.
export const crossways = () => ways().filter(({ language, width, script }) => script === ((language === 'zh') === (width === 'phone')));

export const nameOf = (way) => `${way.language} ${way.width} ${way.script ? 'with' : 'without'} script`;

// What leads to another page is over once that page is read whole; by itself it is over as soon as the
// page begins, and on a busy machine half a page is looked at. Holds for all pages from the first on.
let patient = false;
function waitForWholePages(page) {
  if (patient) return;
  patient = true;
  const wait = (owner, name, pageOf) => {
    const own = owner[name];
    owner[name] = async function (...given) {
      const done = await own.apply(this, given);
      if (!pageOf(this).isClosed()) await pageOf(this).waitForLoadState('domcontentloaded');
      return done;
    };
  };
  for (const name of ['click', 'press']) {
    wait(Object.getPrototypeOf(page), name, (own) => own);
    wait(Object.getPrototypeOf(page.locator('html')), name, (own) => own.page());
  }
}

// A context of a browser for one way of looking; `state` is somebody's sign-in (see sign-in.js).
export async function openContext(browser, url, way = {}, state = undefined) {
  const { language = 'zh', width = 'desktop', script = true, reducedMotion = 'reduce' } = way;
  const { colorScheme, forcedColors, deviceScaleFactor } = way;
  const context = await browser.newContext({
    baseURL: url,
    viewport: typeof width === 'string' ? WIDTHS[width] : width,
    locale: LOCALES[language],
    timezoneId: 'Asia/Shanghai',
    javaScriptEnabled: script,
    storageState: state,
    reducedMotion,
    colorScheme,
    forcedColors,
    deviceScaleFactor,
  });
  context.setDefaultTimeout(20_000);
  context.once('page', waitForWholePages);
  const problems = watch(context);
  return { context, problems };
}
