// Makes the form of the desk live: what the server answers to the form takes the place of what was there.
// Without this file everything works the same, with a press of a button.
"use strict";

const desk = document.getElementById("desk");
const status = document.getElementById("status");
const PARTS = ["chosen", "tiles", "blocks"];
const WAIT_MS = 200;

document.documentElement.classList.add("live");

// One question after the other: each is asked with the form as the answer before it has left it.
let last = Promise.resolve();
let waiting = 0;
let searching = 0;
let asked = 0;

function queued(work) {
  const mine = (last = last.then(work).catch(() => { status.textContent = ""; }));
  desk.setAttribute("aria-busy", "true");
  mine.then(() => { if (mine === last) desk.removeAttribute("aria-busy"); });
}

async function ask(address, pressed, headers) {
  const form = new FormData(desk);
  if (pressed) form.append("do", pressed);
  const answer = await fetch(address, { method: "POST", body: new URLSearchParams(form), headers });
  if (!answer.ok) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

const written = () => new Map([...desk.querySelectorAll("#chosen [name]:not(button, [type=hidden])")].map((one) => [one.id, one.value]));

// Put parts of an answer in their places; the focus stays, and so does what was written since the question
// (`before` is what was written then).
function replace(answer, ids, before) {
  const here = document.activeElement;
  const open = [...desk.querySelectorAll("details[id][open]")].map((one) => one.id);
  const later = [...written()].filter(([id, value]) => before && before.get(id) !== value);
  for (const id of ids) document.getElementById(id).replaceWith(answer.getElementById(id));
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  for (const [id, value] of later) {
    const field = document.getElementById(id);
    if (field) field.value = value;
  }
  if (here?.id && !document.contains(here)) document.getElementById(here.id)?.focus({ preventScroll: true });
}

function tellFaults() {
  for (const slot of desk.querySelectorAll(".fault")) slot.textContent = "";
  for (const field of desk.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  const wrong = desk.querySelector(".told.wrong");
  for (const one of desk.querySelectorAll(".told li")) {
    const name = one.dataset.field;
    const slot = document.getElementById(`fault-${name}`);
    if (slot) slot.textContent = `${slot.textContent} ${one.textContent}`.trim();
    if (wrong) document.getElementById(name)?.setAttribute("aria-invalid", "true");
  }
  const said = desk.querySelector("[data-status]")?.textContent ?? "";
  if (status.textContent !== said) status.textContent = said;
}

function preview(wait = WAIT_MS) {
  clearTimeout(waiting);
  document.getElementById("said")?.remove();
  document.getElementById("preview").classList.add("late");
  waiting = setTimeout(() => {
    const mine = ++asked;
    queued(async () => {
      // A newer question is waiting: its answer is the one to show.
      if (mine !== asked) return;
      const answer = await ask("/preview", "", {});
      const place = document.getElementById("preview");
      const here = document.activeElement;
      place.replaceChildren(...answer.body.childNodes);
      place.classList.remove("late");
      if (here?.id && !document.contains(here)) document.getElementById(here.id)?.focus({ preventScroll: true });
      tellFaults();
    });
  }, wait);
}

// Show the exercises that fit the search.
function search() {
  clearTimeout(searching);
  queued(async () => {
    replace(await ask("/form", "", { "X-Part": "form" }), ["tiles"]);
    status.textContent = document.querySelector("#tiles .hint").textContent;
  });
}

// Press a button of the form; `then` is the id of what has the focus afterwards.
function press(pressed, then = "") {
  queued(async () => {
    const before = written();
    replace(await ask("/form", pressed, { "X-Part": "form" }), PARTS, before);
    if (then) {
      const next = document.getElementById(then);
      (next && !next.disabled ? next : document.getElementById("words")).focus();
    }
    tellFaults();
  });
  preview(0);
}

// Where the focus goes after a card has moved or gone: with the card, or to its neighbour.
function focusAfter(pressed) {
  const [name, number] = pressed.split(":");
  const at = Number(number);
  const count = desk.querySelectorAll(".card").length;
  if (name === "up") return at > 1 ? `up-${at - 1}` : `down-${at - 1}`;
  if (name === "down") return at + 2 < count ? `down-${at + 1}` : `up-${at + 1}`;
  return name === "remove" ? (count > 1 ? `remove-${Math.min(at, count - 2)}` : "words") : "";
}

desk.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=do]");
  if (!button) return;
  event.preventDefault();
  const pressed = button.value;
  if (pressed.startsWith("page:")) {
    document.getElementById("page").value = pressed.slice(5);
    preview(0);
  } else if (pressed.startsWith("review:")) {
    document.getElementById("review").value = pressed.slice(7);
    preview(0);
  } else {
    press(pressed, focusAfter(pressed));
  }
});

desk.addEventListener("input", (event) => {
  if (event.target.id === "words") {
    desk.setAttribute("aria-busy", "true");
    clearTimeout(searching);
    searching = setTimeout(search, WAIT_MS);
  } else if (event.target.matches("input:not([type=checkbox], [type=radio]), textarea")) {
    preview();
  }
});

desk.addEventListener("change", (event) => {
  if (event.target.closest(".filters")) {
    if (event.target.id !== "words") search();
  } else if (event.target.closest("[data-whole]")) {
    press("");
  } else {
    preview(0);
  }
});

desk.addEventListener("submit", (event) => {
  // Enter in a field shows the pages; printing and saving go their own way.
  if (event.submitter && event.submitter.hasAttribute("formaction")) return;
  event.preventDefault();
  preview(0);
});

// Where a key leads among the conditions: a letter to the next that begins with it, Home and End to both ends.
function conditionAt(key, here) {
  const all = [...desk.querySelectorAll("[name=condition]")];
  const at = all.indexOf(here);
  const begins = (one) => one.closest("label").textContent.trim().toLowerCase().startsWith(key.toLowerCase());
  if (at < 0) return null;
  if (key === "Home" || key === "End") return all.at(key === "Home" ? 0 : -1);
  return key.length === 1 && key !== " " ? [...all.slice(at + 1), ...all.slice(0, at)].find(begins) : null;
}

// By keys: Ctrl+K goes to the search, Enter there adds the first that is found and goes to its dose; arrows step
// a number, Alt and an arrow move a card, Ctrl+P prints the handout and not this page.
document.addEventListener("keydown", (event) => {
  const way = { ArrowUp: "up", ArrowDown: "down" }[event.key];
  const card = event.target.closest?.(".card");
  const condition = event.ctrlKey || event.metaKey || event.altKey ? null : conditionAt(event.key, event.target);
  if (condition) {
    event.preventDefault();
    condition.focus();
  } else if (way && card && event.altKey) {
    event.preventDefault();
    const button = document.getElementById(`${way}-${card.dataset.card}`);
    if (!button.disabled) press(button.value, focusAfter(button.value));
  } else if (way && event.target.closest?.(".stepper")) {
    event.preventDefault();
    event.target.closest(".stepper").querySelector(way === "up" ? "button:last-child" : "button").click();
  } else if (event.key === "Enter" && event.target.id === "words") {
    event.preventDefault();
    search();
    queued(() => {
      const first = desk.querySelector(".tile");
      if (first) press(first.value, `e${desk.querySelectorAll(".card").length}.sets`);
    });
  } else if (event.key === "k" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    document.getElementById("words").focus();
    document.getElementById("words").select();
  } else if (event.key === "p" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    document.getElementById("print").click();
  }
});

// By hand: a card is dragged by its picture or its title onto the place of another one.
let dragged = null;
desk.addEventListener("pointerdown", (event) => {
  const head = event.target.closest(".card-head");
  const card = head && !event.target.closest("button") ? head.closest(".card") : null;
  for (const one of desk.querySelectorAll(".card[draggable]")) one.removeAttribute("draggable");
  card?.setAttribute("draggable", "true");
});
desk.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.(".card");
  event.dataTransfer.setData("text/plain", dragged.dataset.card);
  event.dataTransfer.effectAllowed = "move";
});
desk.addEventListener("dragover", (event) => {
  const over = event.target.closest(".card");
  if (!dragged || !over) return;
  event.preventDefault();
  for (const one of desk.querySelectorAll(".card")) one.classList.toggle("over", one === over && one !== dragged);
});
desk.addEventListener("drop", (event) => {
  const over = event.target.closest(".card");
  if (!dragged || !over) return;
  event.preventDefault();
  if (over !== dragged) press(`move:${dragged.dataset.card}:${over.dataset.card}`);
  dragged = null;
});
desk.addEventListener("dragend", () => {
  dragged = null;
  for (const one of desk.querySelectorAll(".over")) one.classList.remove("over");
});
