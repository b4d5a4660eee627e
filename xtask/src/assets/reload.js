// Only in `make dev`: when the server went away and is back, the page is asked for again.
{
  let away = false;
  setInterval(async () => {
    try {
      await fetch("/healthz", { cache: "no-store" });
      if (away) location.reload();
    } catch {
      away = true;
    }
  }, 200);
}
