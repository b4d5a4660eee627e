// Elder mode measured with a ruler: type, line height, targets, columns, choices, motion, and whom to
// call. Each check returns sentences about what is wrong, or none.
import { axe } from './axe.js';

// Sizes in CSS pixels; half a pixel is the ruler's own error.
const LEAST = { type: 22, target: 60, lines: 1.5, choices: 6 };

// What the browser shows of the page, measured there. `main` is the least size of its main text.
function measureInPage({ type, target, lines, choices, main }) {
  const wrong = [];
  const note = (what, element) => {
    const text = (element.innerText ?? element.value ?? '').trim().replace(/\s+/g, ' ').slice(0, 30);
    wrong.push(`${what}: <${element.localName} class="${element.className}"> ${text}`);
  };
  const shown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest('.hidden, svg, script, style, noscript');
  const onPage = (box) => box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0;

  // Type and line height of every element that holds a text of its own.
  const texts = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() !== '' && shown(element)) texts.add(element);
  }
  for (const element of document.querySelectorAll('input, select, textarea')) if (shown(element)) texts.add(element);
  for (const element of texts) {
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const least = element.matches('main p, main li, main dd') ? main : type;
    if (size < least - 0.5) note(`type of ${size} px`, element);
    const height = parseFloat(style.lineHeight) / size;
    // One line in a field has no lines to stand apart.
    if (!(height >= lines - 0.01) && !element.matches('input, select')) note(`line height ${style.lineHeight}/${size}`, element);
  }

  // Everything that can be pressed. A choice is pressed on its label.
  const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
  for (const element of document.querySelectorAll(controls)) {
    if (!shown(element)) continue;
    const pressed = element.matches('[type=radio], [type=checkbox]') ? (element.closest('label') ?? element) : element;
    const box = pressed.getBoundingClientRect();
    if (!onPage(box)) continue;
    if (box.width < target - 0.5 || box.height < target - 0.5) {
      note(`target of ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`, pressed);
    }
  }

  // One column: no two parts of the page stand beside each other.
  const parts = [...document.querySelectorAll('main :is(section, article, .card, fieldset, form.form)')].filter(shown);
  for (const [place, one] of parts.entries()) {
    const box = one.getBoundingClientRect();
    for (const other of parts.slice(place + 1)) {
      if (one.contains(other)) continue;
      const there = other.getBoundingClientRect();
      const beside = there.top < box.bottom - 1 && box.top < there.bottom - 1;
      if (beside && (there.left >= box.right - 1 || box.left >= there.right - 1)) note('beside another part', other);
    }
  }

  // Lists to choose from. The contents of a document are no choice, they are its headings.
  // What stands open inside a menu is in sight with the rest of it, and counts as its entries too.
  for (const list of document.querySelectorAll('nav ul, .doors, .chips, .onward, .elder-tools')) {
    const inner = list.querySelectorAll(':scope ul > li');
    const entries = [...new Set([...list.children, ...inner])].filter(shown);
    if (entries.length > choices && !list.closest('.contents')) note(`${entries.length} entries`, list);
  }

  // Lists of answers: as many at once as there are choices, except where the whole was asked for.
  if (new URLSearchParams(location.search).get('list') !== 'whole') {
    const answers = [...document.querySelectorAll('main .hit, main .entry, main #movements tbody tr')].filter(shown);
    if (answers.length > choices) note(`${answers.length} answers at once`, answers[0]);
  }

  // Nothing moves.
  if (document.getAnimations().length > 0) wrong.push(`${document.getAnimations().length} animations`);
  for (const element of document.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    const slow = style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0);
    if (slow || style.animationName !== 'none' || style.scrollBehavior === 'smooth') note('moves', element);
  }
  if (document.querySelector('marquee, blink, video[autoplay], audio[autoplay]')) wrong.push('plays by itself');
  return wrong;
}

export function measure(page, main = LEAST.type) {
  return page.evaluate(measureInPage, { ...LEAST, main });
}

// A person to call stays in sight however far one reads; listening is offered.
export async function help(page, script) {
  const wrong = [];
  for (const part of [0, 0.5, 1]) {
    const seen = await page.evaluate((part) => {
      scrollTo(0, part * document.documentElement.scrollHeight);
      const call = document.querySelector('[data-person][href^="tel:"]');
      const box = call?.getBoundingClientRect();
      return Boolean(box) && box.top >= 0 && box.bottom <= innerHeight + 1;
    }, part);
    if (!seen) wrong.push(`nobody to call in sight at ${part * 100} %`);
  }
  const speak = await page.locator('[data-speak]').isVisible();
  if (speak !== script) wrong.push(script ? 'no button to listen' : 'a button that does nothing');
  await page.evaluate(() => scrollTo(0, 0));
  return wrong;
}

// Contrast of 7:1, as axe computes it.
export async function contrast(page) {
  const { violations } = await axe(page).withRules(['color-contrast-enhanced']).analyze();
  return violations.flatMap((v) => v.nodes.map((n) => `contrast: ${n.html.slice(0, 120)} ${n.any[0]?.message ?? ''}`));
}

// Amounts from a thousand yuan on are said in words of scale as well, where they stand.
export function amountsInWords(page) {
  return page.evaluate(() => {
    const words = document.documentElement.lang.startsWith('zh') ? /[万千亿]/ : / yuan/;
    const blocks = 'p, li, td, dd, dt, h1, h2, h3, figcaption, .line';
    const wrong = [];
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      const amount = walker.currentNode.data.match(/¥\d{1,3}(,\d{3})+(\.\d\d)?|\d{1,3}(,\d{3})+ 元/);
      if (!amount || !element.checkVisibility() || element.closest('svg, .document, .snippet')) continue;
      const block = element.closest(blocks) ?? element.parentElement;
      if (!words.test(block.innerText.replace(amount[0], ''))) wrong.push(`${amount[0]} without words: ${block.innerText.slice(0, 60)}`);
    }
    return wrong;
  });
}
