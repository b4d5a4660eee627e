// The product as it is shipped: a real process with a data folder of its own.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const binary = resolve(process.env.END2END_BINARY ?? '../target/debug/yibaotong');

export async function freePort() {
  const probe = createServer();
  await new Promise((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}

// Resolves when `condition` does not throw; fails with its last error after `seconds`.
export async function eventually(condition, seconds, pause = 100) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    try {
      return await condition();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, pause));
    }
  }
}

// The surroundings without what would steer the product.
function surroundings() {
  const steering = ([name]) => name.startsWith('YIBAOTONG_') || ['PORT', 'VAR', 'DATABASE_URL'].includes(name);
  return Object.fromEntries(Object.entries(process.env).filter((entry) => !steering(entry)));
}

// Starts a server in demo mode and waits until it is ready. `settings` are further YIBAOTONG_… values.
export async function startServer(settings = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'yibaotong-end2end-'));
  const port = await freePort();
  const log = [];
  const child = spawn(binary, ['serve'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...surroundings(),
      NO_COLOR: '1',
      YIBAOTONG_PORT: String(port),
      YIBAOTONG_VAR: folder,
      YIBAOTONG_MODE: 'demo',
      YIBAOTONG_DEMO_PEOPLE: '40',
      YIBAOTONG_RATE_SIGN_IN: '0',
      YIBAOTONG_RATE_API: '0',
      YIBAOTONG_RATE_PAGES: '0',
      YIBAOTONG_RATE_SEARCH: '0',
      ...settings,
    },
  });
  let gone = null;
  child.on('error', (error) => (gone = error.message));
  child.on('exit', (code, signal) => (gone = `exit ${code ?? signal}`));
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => log.push(text));
  }

  const stop = async () => {
    if (gone === null) {
      const end = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await end;
      clearTimeout(late);
    }
    await rm(folder, { recursive: true, force: true });
    return gone;
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await eventually(async () => {
      if (gone !== null) return;
      const answer = await fetch(`${url}/readyz`);
      if (!answer.ok) throw new Error(`/readyz answers ${answer.status}: ${await answer.text()}`);
    }, 300);
    if (gone !== null) throw new Error(`the server ended at its start (${gone})`);
  } catch (error) {
    await stop();
    throw new Error(`${error.message}\n--- what the server said:\n${log.join('')}`);
  }
  return { url, folder, stop, log: () => log.join('') };
}
