// Wakes the islands of a page: loads the WASM that the script tag names, then calls for each
// <leptos-island> the function that its data-component names.
const tag = document.getElementById("islands");
const islands = document.querySelectorAll("leptos-island");

async function start() {
  const module = await import(tag.dataset.script);
  await module.default({ module_or_path: tag.dataset.wasm });
  for (const island of islands) module[island.dataset.component]?.(island);
}

if (tag && islands.length > 0) {
  // The page works without; a failure must not disturb it.
  const quietly = () => start().catch((error) => console.warn("islands stay asleep", error));
  "requestIdleCallback" in window ? requestIdleCallback(quietly, { timeout: 1000 }) : quietly();
}
