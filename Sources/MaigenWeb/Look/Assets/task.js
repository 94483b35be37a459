// The live page of a task: each event of the stream is shown as it comes; at the end the page's content is fetched anew.

import { setFormulas, setTimes } from "./site.js";

const order = ["pending", "analyzing", "generating", "validating", "completed"];
let task = document.getElementById("task");
let last = Number(task.dataset.lastEvent);
let source;
let clock;

/** Shows one event of the stream. */
function show(event) {
  if (event.sequence <= last) return;
  last = event.sequence;
  const place = order.indexOf(event.state);
  for (const [index, stage] of [...document.querySelectorAll("#track > li")].entries()) {
    if (place < 0) break;
    stage.className = index < place ? "done" : index === place ? "now" : "";
    if (index === place) stage.setAttribute("aria-current", "step");
    else stage.removeAttribute("aria-current");
  }
  document.getElementById("task-state").textContent = event.stateTitle;
  document.getElementById("bar").value = event.percent;
  document.getElementById("percent").textContent = event.percent + "%";
  document.getElementById("latest").textContent =
    (event.agentTitle ? event.agentTitle + (document.documentElement.lang === "en" ? ": " : "：") : "") + event.message;
  const card = event.agent && document.querySelector(`[data-agent="${CSS.escape(event.agent)}"]`);
  for (const other of document.querySelectorAll(".agent.speaks")) other.classList.remove("speaks");
  if (card) {
    card.classList.add("speaks");
    card.querySelector(".agent-silent").hidden = true;
  }
  (card ? card.querySelector(".log") : document.getElementById("machine")).append(step(event));
}

/** One entry of a log; everything in it is text. */
function step(event) {
  const entry = document.getElementById("step").content.firstElementChild.cloneNode(true);
  const [message, tag] = entry.children;
  message.textContent = event.message;
  if (event.attempt > 1) {
    tag.hidden = false;
    tag.firstElementChild.textContent = event.attempt;
  }
  const time = entry.querySelector("time");
  time.dateTime = event.at;
  time.dataset.short = "";
  if (event.detail) {
    const details = entry.querySelector("details");
    details.hidden = false;
    details.querySelector("pre").textContent = event.detail.slice(0, 24000);
  }
  setTimes(entry);
  shorten(entry);
  return entry;
}

/** Times of a log without their day, which the page's head says. */
function shorten(place) {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "medium" });
  for (const time of place.querySelectorAll(".log time, time[data-short]")) {
    const moment = new Date(time.dateTime);
    if (!Number.isNaN(moment.getTime())) time.textContent = format.format(moment);
  }
}

/** Follows the task until it has ended. The browser connects again by itself and says which event it saw last. */
function follow() {
  const state = document.getElementById("connection");
  source = new EventSource(`/api/v1/tasks/${encodeURIComponent(task.dataset.task)}/events`);
  source.addEventListener("open", () => { state.textContent = state.dataset.live; });
  source.addEventListener("error", () => {
    state.textContent = state.dataset.lost;
    // The server has nothing more to say, or refuses: the page itself knows why.
    if (source.readyState === EventSource.CLOSED) setTimeout(refresh, 2000);
  });
  source.addEventListener("progress", (message) => show(JSON.parse(message.data)));
  source.addEventListener("end", refresh);
}

/** Puts what the server shows now in place of what is shown. */
async function refresh() {
  source?.close();
  clearInterval(clock);
  try {
    const answer = await fetch(location.pathname, { cache: "no-store" });
    if (!answer.ok || answer.redirected) return location.reload();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = document.importNode(page.getElementById("task"), true);
    const open = task.contains(document.activeElement);
    task.replaceWith(fresh);
    // Points may have been paid back, and there may be a notification.
    const bar = page.querySelector(".bar-side");
    if (bar) document.querySelector(".bar-side")?.replaceWith(document.importNode(bar, true));
    task = fresh;
    last = Number(task.dataset.lastEvent);
    if (open) document.getElementById("content").focus({ preventScroll: true });
    setTimes(task);
    await setFormulas(task);
    document.dispatchEvent(new CustomEvent("maigen:refreshed"));
    start();
  } catch {
    setTimeout(refresh, 3000);
  }
}

function start() {
  shorten(task);
  if (!("live" in task.dataset)) return;
  const elapsed = document.getElementById("elapsed");
  const since = new Date(document.getElementById("created").dateTime).getTime();
  const tick = () => {
    const seconds = Math.max(0, Math.floor((Date.now() - since) / 1000));
    const minutes = Math.floor(seconds / 60);
    elapsed.hidden = false;
    elapsed.querySelector("b").textContent =
      (minutes ? `${minutes} ${elapsed.dataset.unitMin} ` : "") + `${seconds % 60} ${elapsed.dataset.unitS}`;
  };
  tick();
  clock = setInterval(tick, 1000);
  follow();
}

// The draft that this task was made from is not needed any more.
if (new URLSearchParams(location.search).get("done") === "taskSubmitted") {
  try { localStorage.removeItem("maigen.new-task"); } catch { /* A browser that keeps nothing has no draft. */ }
}
start();
