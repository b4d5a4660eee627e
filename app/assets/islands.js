// Wakes the islands of a page: loads the WASM that the script tag names, then calls, for each
// <leptos-island> from the outside in, the function that its data-component names.
const tag = document.getElementById("islands");

async function wake(node, module, parents) {
  const name = node.localName;
  if (name === "leptos-island") {
    const island = module[node.dataset.component];
    if (island) {
      // An island that stands among the children of another needs that one's context.
      parents[parents.length - 1]?.();
      await island(node);
    }
  }
  const inside = name === "leptos-children" ? [...parents, node.$$on_hydrate] : parents;
  for (const child of [...node.children]) await wake(child, module, inside);
}

async function start() {
  const module = await import(tag.dataset.script);
  await module.default({ module_or_path: tag.dataset.wasm });
  module.hydrate();
  globalThis.__hydrateIsland = (node, name) => module[name]?.(node);
  await wake(document.body, module, []);
}

if (tag && document.querySelector("leptos-island")) {
  // The page works without; a failure must not disturb it.
  const quietly = () => start().catch((error) => console.warn("islands stay asleep", error));
  "requestIdleCallback" in window ? requestIdleCallback(quietly, { timeout: 1000 }) : quietly();
}
