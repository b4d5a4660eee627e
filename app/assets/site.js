// What needs no engine: read aloud, print, copy, focus on errors.
// Every page works without it; buttons that need it are hidden until it runs.
const all = (selector) => document.querySelectorAll(selector);
const show = (selector, action) => {
  for (const button of all(selector)) {
    button.hidden = false;
    button.addEventListener("click", () => action(button));
  }
};

document.querySelector("[data-errors]")?.focus();
show("[data-print]", () => print());

if (navigator.clipboard) {
  show("[data-copy]", async (button) => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    button.querySelector("[role=status]").textContent = button.dataset.done;
  });
}

const speech = window.speechSynthesis;
if (speech) {
  const language = document.documentElement.lang.startsWith("zh") ? "zh-CN" : "en-GB";
  const say = (text, done) => {
    const words = new SpeechSynthesisUtterance(text);
    words.lang = language;
    words.voice = speech.getVoices().find((voice) => voice.lang.replace("_", "-").startsWith(language.slice(0, 2))) ?? null;
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
    label.textContent = button.dataset.stop;
    // Short pieces: long ones are cut off by some engines.
    const pieces = document.getElementById("main").innerText.match(/[^。！？；\n]{1,120}[。！？；]?/g) ?? [];
    pieces.forEach((piece, place) => say(piece, place === pieces.length - 1 ? rest : null));
  });
  addEventListener("pagehide", () => speech.cancel());
}
