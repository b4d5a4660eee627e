// A slow way to the site: HTML comes in pieces with pauses between them, as over a bad line or on a
// busy machine, so that whatever a browser shows too early is seen to move.
import { createServer, request as ask } from 'node:http';

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function trickle(body, response, piece, ms) {
  for (let at = 0; at < body.length; at += piece) {
    response.write(body.subarray(at, at + piece));
    await pause(ms);
  }
  response.end();
}

// Listens for the site at `url`; cookies of that site count here too, since ports do not matter to them.
export async function startSlow(url, { piece = 700, ms = 15 } = {}) {
  const server = createServer((incoming, response) => {
    const headers = { ...incoming.headers, host: new URL(url).host, 'accept-encoding': 'identity' };
    const asked = ask(`${url}${incoming.url}`, { method: incoming.method, headers }, (answer) => {
      const { 'content-length': _, ...kept } = answer.headers;
      response.writeHead(answer.statusCode, kept);
      if (!(kept['content-type'] ?? '').includes('html')) return answer.pipe(response);
      const pieces = [];
      answer.on('data', (data) => pieces.push(data));
      answer.on('end', () => trickle(Buffer.concat(pieces), response, piece, ms));
    });
    asked.on('error', () => response.destroy());
    incoming.pipe(asked);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { url: `http://127.0.0.1:${server.address().port}`, stop };
}
