// Collects what no page may do: write an error to the console, break its own security policy, throw,
// ask for something that is not there, or get a 5xx.

export function watch(context) {
  const problems = [];
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
    else if (/content security policy/i.test(message.text())) problems.push(`policy: ${message.text()}`);
  });
  context.on('weberror', (error) => problems.push(`thrown: ${error.error().message}`));
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A page that is left while it still loads something ends those requests itself.
    if (reason !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()} ${reason}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()}: ${response.url()}`);
  });
  return {
    // What was found since the last time.
    take: () => problems.splice(0),
  };
}
