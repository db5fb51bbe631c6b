// Makes the page of a list live: a list that is dropped is read at once, and the stack tells how far it is.
// Without this file everything works the same, with a press of a button.
"use strict";

const list = document.getElementById("list");
const form = document.getElementById("roster");

if (list) {
  list.addEventListener("change", () => {
    if (!document.getElementById("common")) list.form.requestSubmit();
  });
  for (const kind of ["dragover", "drop"]) document.addEventListener(kind, (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    list.files = event.dataTransfer.files;
    list.form.requestSubmit();
  });
}

// Read the answer as it comes: lines of JSON that tell how far it is, the last of which has what came of it;
// all after that is the file.
async function* lines(body) {
  const reader = body.getReader();
  let held = new Uint8Array(0);
  for (;;) {
    const { value, done } = await reader.read();
    if (done) throw new Error("broken off");
    held = joined([held, value]);
    for (let end = held.indexOf(10); end >= 0; end = held.indexOf(10)) {
      const line = JSON.parse(new TextDecoder().decode(held.subarray(0, end)));
      held = held.subarray(end + 1);
      if (line.said) line.file = await rest(reader, held, line.kind);
      yield line;
      if (line.said || line.wrong) return;
    }
  }
}

async function rest(reader, held, kind) {
  const parts = [held];
  for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value);
  return new Blob(parts, { type: kind });
}

function joined(parts) {
  const whole = new Uint8Array(parts.reduce((size, one) => size + one.length, 0));
  let at = 0;
  for (const one of parts) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}

async function make(address, button) {
  const progress = document.getElementById("progress");
  const done = document.getElementById("done");
  done.replaceChildren();
  button.disabled = true;
  progress.hidden = false;
  progress.removeAttribute("value");
  try {
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(address, { method: "POST", body });
    if (answer.headers.get("content-type").startsWith("text/html")) {
      show(await answer.text());
      return;
    }
    for await (const line of lines(answer.body)) {
      if (line.done) {
        progress.max = line.of;
        progress.value = line.done;
        progress.textContent = done.dataset.making.replace("{n}", line.done).replace("{of}", line.of);
      } else if (line.wrong) {
        done.textContent = line.wrong;
      } else {
        offer(line, done);
      }
    }
  } catch {
    done.textContent = done.dataset.broken;
  } finally {
    button.disabled = false;
    progress.hidden = true;
  }
}

// Show the page that came instead of a stack: it says what must change first.
function show(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  document.getElementById("roster").querySelector("main").replaceWith(page.querySelector("#roster main"));
  document.querySelector("#of-stack .fault:not(:empty)")?.scrollIntoView({ block: "nearest" });
  (document.getElementById("skip") ?? document.getElementById("make")).focus();
}

// The file stays in this tab, for as long as it is open.
function offer(line, done) {
  done.innerHTML = line.said;
  if (!line.name) return;
  const address = URL.createObjectURL(line.file);
  const [open, save] = ["open-stack", "save-stack"].map((id) => document.getElementById(id));
  open.href = save.href = address;
  save.download = line.name;
  open.hidden = line.kind !== "application/pdf";
  (open.hidden ? save : open).focus();
}

form?.addEventListener("submit", (event) => {
  if (!["make", "send"].includes(event.submitter?.id)) return;
  event.preventDefault();
  make(`${event.submitter.getAttribute("formaction")}/live`, event.submitter);
});
