// Keeps what someone is typing for herself alone, a moment after she pauses and when she leaves.
// Of who is not signed in nothing is kept, on this computer neither: she is warned before it is lost.
const PAUSE = 1500;
const clock = () => new Date().toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });

const typed = (form) => {
  const all = new FormData(form);
  for (const own of ["csrfmiddlewaretoken", "form_key", "unsent"]) all.delete(own);
  return new URLSearchParams([...all].filter(([, value]) => typeof value === "string")).toString();
};

// Whoever signed in again in another tab has a new token: read it off this same page.
const fresh = async () => {
  const page = await fetch(location.href, { redirect: "error" });
  const read = new DOMParser().parseFromString(await page.text(), "text/html");
  const token = read.querySelector("[name=csrfmiddlewaretoken]").value;
  for (const field of document.getElementsByName("csrfmiddlewaretoken")) field.value = token;
};

const keeper = (mark) => {
  const form = mark.form;
  const said = form.querySelector(".unsent__said");
  let turn = 0;
  let timer = 0;
  let busy = Promise.resolve();
  let last = typed(form);
  let off = false;

  const send = (words, leaving) => fetch(mark.dataset.keep, {
    method: "POST",
    redirect: "manual",
    keepalive: leaving,
    body: new URLSearchParams({
      csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value,
      unsent: mark.value,
      key: form.elements.form_key ? form.elements.form_key.value : "",
      title: document.title.replace(/ – Kruispunt$/, ""),
      turn: turn += 1,
      words,
    }),
  });
  const tell = (text, wrong) => {
    said.hidden = false;
    said.textContent = text;
    said.classList.toggle("unsent__said--wrong", wrong);
  };
  const keep = async (leaving) => {
    clearTimeout(timer);
    const words = typed(form);
    if (off || words === last) return;
    last = words;
    try {
      let answer = await send(words, leaving);
      if (answer.status === 403 && !leaving) {
        await fresh();
        answer = await send(words, false);
      }
      if (answer.status === 409) return;
      if (answer.status === 422) {
        tell("Dit bewaren wij niet: het is te lang, of er staat een burgerservicenummer in.", true);
        return;
      }
      if (answer.status !== 204) throw new Error(answer.status);
      tell(`Bewaard om ${clock()}. Alleen u kunt dit lezen.`, false);
    } catch {
      last = "";
      tell("Bewaren lukt nu niet. Misschien bent u uitgelogd. Log dan in een nieuw tabblad in en typ hier verder.", true);
    }
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => { busy = busy.then(() => keep(false)); }, PAUSE);
  };

  if ("takenUp" in mark.dataset) {
    last = "";
    later();
  }
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", () => { off = true; clearTimeout(timer); });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep(true);
  });
  addEventListener("pageshow", () => { off = false; });
};

const warn = (form) => {
  const before = typed(form);
  let leaving = false;
  form.addEventListener("submit", () => { leaving = true; });
  addEventListener("pageshow", () => { leaving = false; });
  addEventListener("beforeunload", (event) => {
    if (!leaving && typed(form) !== before) event.preventDefault();
  });
};

for (const mark of document.querySelectorAll("[data-keep]")) {
  const form = mark.closest("form");
  if (mark.dataset.keep && !("waits" in mark.dataset)) keeper(mark);
  else if (form) warn(form);
}
