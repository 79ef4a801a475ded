// What every page gains from JavaScript: the error summary gets the focus, the menu of a phone shows
// where one is, and reading aloud.
const summary = document.getElementById("fouten");
if (summary) summary.focus();

const here = document.querySelector(".menu [aria-current]");
const row = here && here.closest(".menu");
if (row && row.scrollWidth > row.clientWidth) {
  row.scrollLeft = here.offsetLeft - row.offsetLeft - row.clientWidth / 3;
}

const main = document.getElementById("main");
const footer = document.querySelector(".foot__links");
if (footer && main && "speechSynthesis" in window) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "aloud";
  const rest = footer.dataset.aloud;
  button.textContent = rest;
  button.addEventListener("click", () => {
    if (speechSynthesis.speaking) {
      speechSynthesis.cancel();
      return;
    }
    const voice = new SpeechSynthesisUtterance(main.innerText);
    voice.lang = document.documentElement.lang;
    voice.rate = 0.9;
    voice.onend = () => { button.textContent = rest; };
    button.textContent = footer.dataset.quiet;
    speechSynthesis.speak(voice);
  });
  item.append(button);
  footer.prepend(item);
}
