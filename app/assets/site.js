// What needs no engine: read aloud, print, copy, focus on errors, "are you still there?".
// Every page works without it; buttons that need it are hidden until it runs.
const all = (selector) => document.querySelectorAll(selector);
const show = (selector, action) => {
  for (const button of all(selector)) {
    button.hidden = false;
    button.addEventListener("click", () => action(button));
  }
};
const chinese = document.documentElement.lang.startsWith("zh");

document.querySelector("[data-errors]")?.focus();
show("[data-print]", () => print());

// Paper shows what is folded.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...all("details:not([open])")];
  for (const one of folded) one.open = true;
});
addEventListener("afterprint", () => {
  for (const one of folded) one.open = false;
});

if (navigator.clipboard) {
  show("[data-copy]", async (button) => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    button.querySelector("[role=status]").textContent = button.dataset.done;
  });
}

const speech = window.speechSynthesis;
if (speech) {
  const language = chinese ? "zh" : "en";
  const voices = () => speech.getVoices().filter((voice) => voice.lang.startsWith(language));
  // Some browsers only know their voices when asked a second time.
  voices();
  const say = (text, voice, done) => {
    const words = new SpeechSynthesisUtterance(text);
    words.lang = voice?.lang ?? (chinese ? "zh-CN" : "en-GB");
    words.voice = voice ?? null;
    words.rate = 0.9;
    words.onend = words.onerror = done;
    speech.speak(words);
  };
  show("[data-speak]", (button) => {
    const label = button.querySelector("span");
    button.dataset.start ??= label.textContent;
    const rest = () => (label.textContent = button.dataset.start);
    if (speech.speaking) {
      speech.cancel();
      return rest();
    }
    // A voice of the device: others would send the words of the page elsewhere.
    const known = voices();
    const voice = known.find((one) => one.localService);
    if (known.length > 0 && !voice) return (label.textContent = button.dataset.none);
    label.textContent = button.dataset.stop;
    // Short pieces: long ones are cut off by some engines.
    const pieces = document.getElementById("main").innerText.match(/[^。！？；\n]{1,120}[。！？；]?/g) ?? [];
    pieces.forEach((piece, place) => say(piece, voice, place === pieces.length - 1 ? rest : null));
  });
  addEventListener("pagehide", () => speech.cancel());
}

// Some minutes before the session ends its dialog asks; one press stays. Tabs tell each other.
const stay = document.querySelector("[data-stay]");
if (stay?.showModal) {
  const skew = stay.dataset.now * 1000 - Date.now();
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel("stay") : null;
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Shanghai" };
  const trouble = stay.querySelector("[data-trouble]");
  const typed = stay.querySelector("[data-typed]");
  let until, last, timer, shown;

  const turn = (part) => {
    if (shown === part) return;
    shown = part;
    stay.toggleAttribute("data-ended", part === "ended");
    if (!part) return stay.close();
    for (const one of stay.querySelectorAll("[data-part]")) one.hidden = one.dataset.part !== part;
    stay.setAttribute("aria-labelledby", `stay-${part}`);
    stay.hidden = false;
    if (!stay.open) stay.showModal();
  };
  const look = () => {
    const left = until * 1000 - Date.now() - skew;
    const free = left - stay.dataset.warn * 1000;
    clearTimeout(timer);
    if (left > 0) timer = setTimeout(look, free > 0 ? free : left);
    turn(left <= 0 ? "ended" : free > 0 ? "" : last ? "final" : "ask");
  };
  const set = (end, final) => {
    until = end;
    last = final;
    trouble.hidden = true;
    for (const one of all("[data-clock]")) one.textContent = new Date(end * 1000).toLocaleTimeString("en-GB", clock);
    look();
  };
  const go = async () => {
    const body = new URLSearchParams(new FormData(stay.querySelector("form")));
    const answer = await fetch("/stay", { method: "POST", body }).catch(() => ({}));
    if (answer.status === 401) return set(0);
    if (!answer.ok) return (trouble.hidden = false);
    const end = await answer.json();
    set(end.until, end.final);
    tabs?.postMessage([end.until, end.final]);
  };

  stay.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
  stay.querySelector("[data-close]").addEventListener("click", () => stay.close());
  // Whoever presses Escape is there, too; what covers the page stays.
  stay.addEventListener("cancel", (event) => {
    event.preventDefault();
    if (shown === "ask") go();
    if (shown === "final") stay.close();
  });
  stay.addEventListener("close", () => shown === "ended" && stay.showModal());
  addEventListener("input", () => {
    typed.hidden = false;
    stay.querySelector("[data-again]").target = "_blank";
  });
  for (const moment of ["pageshow", "visibilitychange"]) addEventListener(moment, look);
  if (tabs) tabs.onmessage = ({ data }) => data[0] > until && set(...data);
  set(+stay.dataset.until, "final" in stay.dataset);
  tabs?.postMessage([until, last]);
}
