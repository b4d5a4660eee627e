// Starts the product once, runs the specs against it, two files at a time, and puts it away again.
//   node run.js [specs/one.spec.js ...]
import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { startServer } from './support/server.js';

// So long may a file take, in milliseconds: several times what the longest takes on two busy cores.
const MOST = 900_000;
// So much of why a test failed is said again at the end, in characters.
const LONGEST = 600;

const folder = new URL('./specs/', import.meta.url).pathname;
const chosen = process.argv.slice(2).map((path) => resolve(path));
const files = chosen.length > 0 ? chosen : readdirSync(folder).filter((n) => n.endsWith('.spec.js')).map((n) => join(folder, n));

const server = await startServer();
process.env.END2END_URL = server.url;
let failed = false;
const wrong = [];
const stream = run({ files, concurrency: 2, timeout: MOST });
stream.on('test:fail', ({ name, file, details }) => {
  failed = true;
  const why = details.error?.cause ?? details.error;
  wrong.push(`${basename(file ?? '')}: ${name}: ${String(why?.message ?? why).slice(0, LONGEST)}`);
});
stream.compose(new spec()).pipe(process.stdout);
await new Promise((done) => stream.on('end', done));

const log = server.log();
const end = await server.stop();
if (end !== 'exit 0') {
  console.error(`the server did not stop quietly: ${end}`);
  failed = true;
}
if (/panicked at|RUST_BACKTRACE/.test(log)) {
  console.error('the server panicked:');
  failed = true;
}
if (failed) console.error(log.split('\n').slice(-80).join('\n'));
// Last, where somebody looks who sees the end of a log only.
if (wrong.length > 0) console.error(`What failed:\n${wrong.join('\n')}`);
process.exitCode = failed ? 1 : 0;
