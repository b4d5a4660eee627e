// What is true of every page. Each check returns sentences about what is wrong, or none.
import { axe } from './axe.js';

// One main heading, one main landmark, a title and the language of the page.
export async function structure(page, language) {
  const seen = await page.evaluate(() => ({
    headings: document.querySelectorAll('h1').length,
    mains: document.querySelectorAll('main').length,
    title: document.title.trim(),
    language: document.documentElement.lang,
    styled: [...document.styleSheets].length,
    inline: document.querySelectorAll('[style]').length,
  }));
  const wrong = [];
  if (seen.headings !== 1) wrong.push(`${seen.headings} h1`);
  if (seen.mains !== 1) wrong.push(`${seen.mains} main`);
  if (seen.title === '') wrong.push('no title');
  if (!seen.language.startsWith(language)) wrong.push(`lang="${seen.language}" instead of ${language}`);
  if (seen.styled === 0) wrong.push('no stylesheet');
  if (seen.inline > 0) wrong.push(`${seen.inline} style attributes`);
  return wrong;
}

// Nothing makes the page wider than the window.
export async function overflow(page) {
  const found = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return null;
    const culprit = [...document.body.querySelectorAll('*')].find((e) => e.getBoundingClientRect().right > room + 1);
    return `${document.documentElement.scrollWidth} px wide in ${room}: ${culprit?.outerHTML.slice(0, 120)}`;
  });
  return found ? [`overflow: ${found}`] : [];
}

// Opens what is folded away behind an answer, and says how much of it there was.
export function unfold(page) {
  return page.evaluate(() => {
    const folded = [...document.querySelectorAll('main details.fold:not([open])')];
    for (const one of folded) one.open = true;
    return folded.length;
  });
}

// Must run before the first navigation; `layoutShift` reads what it gathered.
export function observeShift(context) {
  return context.addInitScript(() => {
    window.__shift = { sum: 0, moved: [] };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries().filter((e) => !e.hadRecentInput)) {
        window.__shift.sum += entry.value;
        for (const { node } of entry.sources) window.__shift.moved.push((node?.outerHTML ?? node?.data ?? '').slice(0, 100));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

export async function layoutShift(page) {
  const { sum, moved } = await page.evaluate(() => window.__shift);
  return sum > 0 ? [`layout shift ${sum.toFixed(4)} of ${moved.join(' | ')}`] : [];
}

export async function accessibility(page) {
  const { violations } = await axe(page)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map((v) => `axe ${v.id}: ${v.help} — ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 140)).join(' | ')}`);
}
