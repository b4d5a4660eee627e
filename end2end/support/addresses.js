// The list of addresses: the binary's own route table, with the parameters filled from links on pages.
import { execFileSync } from 'node:child_process';
import { binary } from './server.js';

// For machines, a file, or a step of signing in, which sign-in.spec.js and stay.spec.js look at.
const NO_PAGES = /^\/(api|demo-provider|pkg|sign-in)\/|^\/(sign-in|late-form|healthz|readyz|robots\.txt)$|\/pdf$/;

export function routes() {
  const table = JSON.parse(execFileSync(binary, ['routes', '--json'], { encoding: 'utf8' }));
  return table.filter((route) => route.method.toUpperCase() === 'GET' && !NO_PAGES.test(route.path));
}

const pattern = (path) => new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`);

// Every address under `routes` that can be reached from the pages themselves, each route with at
// most `each` examples. Answers a list of paths, and the routes that no link leads to.
export async function reachable(request, routes, each = 2) {
  const fixed = routes.filter((route) => !route.path.includes('{')).map((route) => route.path);
  const open = routes.filter((route) => route.path.includes('{'));
  const found = new Map(open.map((route) => [route.path, new Set()]));
  const queue = [...fixed];
  const visited = new Set();
  while (queue.length > 0) {
    const path = queue.shift();
    if (visited.has(path)) continue;
    visited.add(path);
    const answer = await request.get(path, { maxRedirects: 0 });
    if (answer.status() !== 200 || !(answer.headers()['content-type'] ?? '').includes('html')) continue;
    for (const [, href] of (await answer.text()).matchAll(/href="([^"]+)"/g)) {
      const link = href.replaceAll('&amp;', '&').split('#')[0].split('?')[0];
      if (!link.startsWith('/')) continue;
      // A fixed address wins over a pattern that it happens to fit.
      if (fixed.includes(link)) continue;
      const route = open.find((candidate) => pattern(candidate.path).test(link));
      const examples = route && found.get(route.path);
      if (examples && !examples.has(link) && examples.size < each) {
        examples.add(link);
        queue.push(link);
      }
    }
  }
  const unlinked = [...found].filter(([, examples]) => examples.size === 0).map(([path]) => path);
  return { paths: [...fixed, ...[...found.values()].flatMap((examples) => [...examples])], unlinked };
}
