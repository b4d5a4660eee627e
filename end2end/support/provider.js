// A second, independent OpenID provider (npm oidc-provider): what works with our own provider of the
// demonstration only because both are ours, fails here.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

export const CLIENT = { id: 'yibaotong', secret: 'a-secret-between-two-test-processes-only' };

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: randomUUID() };
}

const page = (body) => `<!doctype html><html lang="en"><title>Provider</title><main>${body}</main></html>`;

function configuration(site) {
  return {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${site}/sign-in/callback`],
        post_logout_redirect_uris: [`${site}/`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [signingKey()] },
    cookies: { keys: [randomUUID()] },
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    ttl: { AccessToken: 300, AuthorizationCode: 60, Grant: 300, IdToken: 300, Interaction: 300, Session: 300 },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, name: `Person ${sub}` }) }),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        logoutSource: (ctx, form) => {
          ctx.body = page(`${form}<button form="op.logoutForm" name="logout" value="yes">Sign out here too</button>`);
        },
      },
    },
  };
}

// Listens on `port` for the site at `site`. `rotate` gives it new signing keys and forgets everything.
export async function startProvider(port, site) {
  const issuer = `http://127.0.0.1:${port}`;
  let provider;
  let handle;
  const rotate = () => {
    provider = new Provider(issuer, configuration(site));
    handle = provider.callback();
  };
  rotate();
  const server = createServer(async (request, response) => {
    if (!request.url.startsWith('/interaction/')) return handle(request, response);
    if (request.method === 'POST') {
      return provider.interactionFinished(request, response, { login: { accountId: 'person-1' } });
    }
    response.setHeader('content-type', 'text/html');
    return response.end(page('<form method="post"><button id="enter">Enter as person-1</button></form>'));
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { issuer, rotate, stop };
}
