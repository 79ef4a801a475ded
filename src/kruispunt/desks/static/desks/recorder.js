// Records a question aloud: begin, stop, listen again. What was recorded goes along as the file of
// the form; without a microphone, or without JavaScript, the file field itself stays.
const KINDS = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const ENDINGS = { "audio/webm": "webm", "audio/mp4": "m4a", "audio/ogg": "ogg" };
const SPOKEN_WORDS = 32000;
const spell = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

const make = (name, words, kind = "") => {
  const made = document.createElement(name);
  made.textContent = words;
  if (kind) made.className = kind;
  if (name === "button") made.type = "button";
  return made;
};

const recorder = (box) => {
  const file = box.querySelector("input[type=file]");
  const choose = box.querySelector(".recorder__file");
  const kept = box.querySelector(".recorder__kept");
  // What is said here stands in the page, in the language of the page.
  const words = box.dataset;
  const longest = Number(words.minutes) * 60;
  const talk = make("button", kept ? words.afterAll : words.begin, "nl-button nl-button--secondary recorder__talk");
  const away = make("button", words.away, "nl-button nl-button--subtle");
  const said = make("p", "", "recorder__said");
  const player = make("audio", "");
  said.setAttribute("role", "status");
  player.controls = true;
  player.setAttribute("aria-label", words.heard);
  player.hidden = away.hidden = true;
  choose.hidden = true;
  box.append(talk, said, player, away);
  let busy = null;

  const drop = () => {
    URL.revokeObjectURL(player.src);
    player.removeAttribute("src");
    player.hidden = away.hidden = true;
    file.value = "";
    talk.textContent = kept ? words.afterAll : words.begin;
    said.textContent = "";
    if (kept) kept.hidden = false;
  };

  const hold = (parts, kind) => {
    const plain = kind.split(";")[0];
    const held = new DataTransfer();
    held.items.add(new File(parts, `opname.${ENDINGS[plain] || "webm"}`, { type: plain }));
    file.files = held.files;
    player.src = URL.createObjectURL(held.files[0]);
    player.hidden = away.hidden = false;
    talk.textContent = words.again;
    said.textContent = words.ready;
    if (kept) kept.hidden = true;
  };

  const begin = async () => {
    let microphone;
    try {
      microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      said.textContent = words.refused;
      choose.hidden = false;
      return;
    }
    drop();
    const kind = KINDS.find((one) => MediaRecorder.isTypeSupported(one));
    const parts = [];
    busy = new MediaRecorder(microphone, { mimeType: kind, audioBitsPerSecond: SPOKEN_WORDS });
    let seconds = 0;
    // Said once; the clock beside it is for who looks, and is not read out each second.
    said.textContent = words.listening;
    const clock = make("span", "0:00", "recorder__clock");
    clock.setAttribute("aria-hidden", "true");
    talk.replaceChildren(words.stop, clock);
    talk.classList.add("recorder__talk--on");
    const ticking = setInterval(() => {
      seconds += 1;
      clock.textContent = spell(seconds);
      if (longest && seconds >= longest) busy.stop();
    }, 1000);
    busy.addEventListener("dataavailable", (event) => { if (event.data.size) parts.push(event.data); });
    busy.addEventListener("stop", () => {
      clearInterval(ticking);
      microphone.getTracks().forEach((track) => track.stop());
      talk.classList.remove("recorder__talk--on");
      hold(parts, busy.mimeType);
      busy = null;
    });
    busy.start(1000);
  };

  talk.addEventListener("click", () => { if (busy) busy.stop(); else begin(); });
  away.addEventListener("click", () => { drop(); talk.focus(); });
  // Who sends while still talking sends what was said until then.
  box.closest("form").addEventListener("submit", (event) => {
    if (!busy) return;
    event.preventDefault();
    const { form } = file;
    busy.addEventListener("stop", () => { setTimeout(() => form.requestSubmit(event.submitter)); });
    busy.stop();
  });
};

const able = navigator.mediaDevices && window.MediaRecorder && window.DataTransfer
  && KINDS.some((one) => MediaRecorder.isTypeSupported(one));
if (able) document.querySelectorAll("[data-recorder]").forEach(recorder);
