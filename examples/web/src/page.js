import { byId, make, moveTo } from "./element.js";
import { Helper, STOPPED } from "./helper.js";
import { hideProblem, showInspection, showProblem } from "./problem.js";
import { Progress } from "./progress.js";
import { Result } from "./result.js";
import { WORDS } from "./words.js";

const clerk = new Helper("clerk");
clerk.load();
const drawer = new Helper("drawer");
const progress = new Progress();
const result = new Result(byId("result"));

let language = /^es\b/i.test(navigator.language) ? "es" : "en";
const words = () => WORDS[language];

let files = [];
/** Ready-made elections, and the one from a file. */
let ready = [];
let own;

/** Counts what was started, so that an answer to something older is dropped. */
let turn = 0;
/** Says anew what is shown, in the language of the moment. */
let sayAgain = () => {};

// What is asked -----------------------------------------------------------------------------------

const OWN = "own";
const DRAFT = "draft";
const chosenElection = () => ready.find(({ id }) => `ready:${id}` === byId("election").value);
const briefOfChosen = () => (byId("election").value === OWN ? own : chosenElection());

async function addFiles(list) {
  const added = [...list];
  const isElection = ({ name, type }) => /\.json$/i.test(name) || type === "application/json";
  const tallies = added.filter((file) => !isElection(file));
  const same = (a) => (b) =>
    a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;
  files = files.filter((file) => !tallies.some(same(file))).concat(tallies);
  if (tallies.length > 0) {
    byId("tallies-missing").textContent = "";
    say(words().added(tallies.map(({ name }) => name)));
  }
  listFiles();
  const election = added.findLast(isElection);
  if (election) await takeElection(election, added);
}

function listFiles() {
  const items = files.map((file) => {
    const button = make("button", { type: "button", className: "remove" }, "×");
    button.setAttribute("aria-label", words().remove(file.name));
    button.addEventListener("click", () => {
      files = files.filter((other) => other !== file);
      listFiles();
      byId("choose-tallies").focus();
      say(words().removed(file.name));
    });
    const size = make("span", { className: "note" }, words().size(file.size));
    return make("li", {}, make("bdi", {}, file.name), " ", size, " ", button);
  });
  byId("chosen").replaceChildren(...items);
  byId("chosen").hidden = items.length === 0;
}

/** An election from a file; one that is none is said at once. */
async function takeElection(file, added) {
  try {
    own = { ...(await clerk.ask({ duty: "describe", election: { file } })), file };
    if (!working) hideProblem(byId("problem"));
    listElections(OWN);
    say(words().added(added.map(({ name }) => name)));
  } catch (problem) {
    if (problem !== STOPPED) fail(problem);
  }
}

const nameOf = ({ name, names }) => names[language] ?? name;

function listElections(value = byId("election").value) {
  const option = (key, text) => make("option", { value: key }, text);
  const group = (label, ...options) => make("optgroup", { label }, ...options);
  byId("election").replaceChildren(
    option("", words().chooseOne),
    group(words().ready, ...ready.map((brief) => option(`ready:${brief.id}`, nameOf(brief)))),
    group(
      words().own,
      ...(own ? [option(OWN, `${nameOf(own)} (${own.file.name})`)] : []),
      option(DRAFT, words().draft),
    ),
  );
  byId("election").value = value;
  electionChanged();
}

/** What depends on which election it is. */
function electionChanged() {
  const brief = briefOfChosen();
  const isDraft = byId("election").value === DRAFT;
  const before = byId("by").value;
  byId("by").replaceChildren(
    make("option", { value: "" }, words().noRegion),
    ...(brief?.regions ?? []).map((region) => make("option", { value: region }, region)),
  );
  byId("by").value = brief?.regions.includes(before) ? before : "";
  byId("by").disabled = !brief?.regions.length;
  byId("election-note").textContent = brief
    ? words().electionNote(brief.stations, brief.claims)
    : isDraft
      ? words().draftNote
      : "";
  byId("verify").textContent = isDraft ? words().look : words().verify;
  if (brief || isDraft) byId("election-missing").textContent = "";
}

/** Whether there is all that it takes; else the first that is missing gets the focus. */
function isComplete() {
  const noFiles = files.length === 0;
  const noElection = byId("election").value === "";
  byId("tallies-missing").textContent = noFiles ? words().noTallies : "";
  byId("election-missing").textContent = noElection ? words().noElection : "";
  if (noFiles) byId("choose-tallies").focus();
  else if (noElection) byId("election").focus();
  return !noFiles && !noElection;
}

// What is answered --------------------------------------------------------------------------------

async function verify() {
  if (!isComplete()) return;
  const { length } = files;
  const mine = begin(() => words().reading(length));
  const order = {
    duty: "verify",
    files,
    election: byId("election").value === OWN ? { file: own.file } : { id: briefOfChosen().id },
    by: byId("by").value,
    language,
  };
  try {
    const judged = await clerk.ask(order, ({ reading, judging }) => {
      if (mine !== turn) return;
      if (reading) progress.reading(reading, words());
      if (judging) progress.label(words().judging);
    });
    if (mine !== turn) return;
    end();
    sayAgain = () => void sayResult(order.by);
    if (order.language !== language) return sayAgain();
    moveTo(showResult(judged, language));
    await complete(mine);
  } catch (problem) {
    if (mine === turn) await explain(problem);
  }
}

function showResult({ fragment, outcomes, issues }, spoken) {
  say(words().done(outcomes, issues));
  return result.show(fragment, words(), spoken);
}

/** The result that is there, in the language of the moment; where the reader is, does not move. */
async function sayResult(by) {
  const mine = ++turn;
  const spoken = language;
  try {
    const judged = await clerk.ask({ duty: "say", by, language: spoken });
    if (mine !== turn) return;
    showResult(judged, spoken);
    await complete(mine);
  } catch (problem) {
    if (mine === turn) fail(problem);
  }
}

/** Pixels of charts on phones and on wider screens, as in the report that the command writes. */
const WIDTHS = [340, 760];

/** Adds the charts, and then what can be saved. */
async function complete(mine) {
  const pictures = await draw();
  const { fragment, files: made } = await clerk.ask({ duty: "finish", pictures: pictures ?? [] });
  if (mine !== turn) return;
  result.addCharts(fragment, pictures !== undefined, words());
  result.addFiles(made, words());
}

/** The charts as pictures; nothing where they cannot be drawn. */
async function draw() {
  const specs = await Promise.all(WIDTHS.map((width) => clerk.ask({ duty: "charts", width })));
  try {
    const [narrow, wide] = await Promise.all(specs.map((charts) => drawer.ask({ charts })));
    return narrow.map((picture, at) => ({ ...picture, wide: wide[at].svg }));
  } catch {
    return undefined;
  }
}

/** Looks at the first file, for who has no description of the election yet. */
async function look() {
  if (!isComplete()) return;
  const mine = begin(() => words().looking);
  try {
    const inspection = await clerk.ask({ duty: "inspect", file: files[0] });
    if (mine !== turn) return;
    end();
    const show = () => {
      say(words().lookDone(inspection.name));
      return showInspection(byId("problem"), inspection, words());
    };
    moveTo(show());
    sayAgain = show;
  } catch (problem) {
    if (mine === turn) fail(problem);
  }
}

let working = false;

function begin(label) {
  const mine = ++turn;
  if (working) clerk.stop();
  working = true;
  result.hide();
  hideProblem(byId("problem"));
  sayAgain = () => {
    progress.label(label());
    say(`${label()}…`);
  };
  sayAgain();
  progress.start();
  return mine;
}

function end() {
  working = false;
  progress.end();
}

/** Files that do not fit are looked at, for what they hold instead. */
const UNFITTING = ["column-missing", "column-ambiguous", "rows-none-accepted"];

async function explain(problem) {
  const mine = turn;
  let inspection;
  if (UNFITTING.includes(problem.code)) {
    const named = files.find(({ name }) => problem.message.includes(name)) ?? files[0];
    inspection = await clerk.ask({ duty: "inspect", file: named }).catch(() => undefined);
  }
  if (mine === turn) fail(problem, inspection);
}

function fail(problem, inspection) {
  end();
  if (problem === STOPPED) {
    sayAgain = () => say(words().stopped);
    return sayAgain();
  }
  result.hide();
  const show = () => showProblem(byId("problem"), problem, inspection, words(), language);
  say("");
  moveTo(show());
  sayAgain = show;
}

const say = (text) => (byId("status").textContent = text);

// The page ----------------------------------------------------------------------------------------

function speak() {
  document.documentElement.lang = language;
  byId("language").value = language;
  document.title = `${words().question} – tallyproof`;
  for (const element of document.querySelectorAll("[data-words]"))
    element.textContent = words()[element.dataset.words];
  byId("tallies-missing").textContent = "";
  byId("election-missing").textContent = "";
  listFiles();
  listElections();
  sayAgain();
}

byId("language").addEventListener("change", ({ target }) => {
  language = target.value;
  speak();
});

for (const [button, input] of [
  ["choose-tallies", "tallies-file"],
  ["choose-election", "election-file"],
]) {
  byId(button).addEventListener("click", () => byId(input).click());
  byId(input).addEventListener("change", ({ target }) => {
    void addFiles(target.files);
    target.value = ""; // so that the same file can be chosen again
  });
}

byId("election").addEventListener("change", electionChanged);
byId("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  void (byId("election").value === DRAFT ? look() : verify());
});
byId("stop").addEventListener("click", () => {
  clerk.stop();
  byId("verify").focus();
});

// Files may be dropped anywhere, and never replace the page.
const mark = (over) => byId("drop").classList.toggle("over", over);
addEventListener("dragenter", () => mark(true));
addEventListener("dragleave", ({ relatedTarget }) => relatedTarget === null && mark(false));
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  mark(false);
  void addFiles(event.dataTransfer?.files ?? []);
});

async function start() {
  sayAgain = () => say(words().starting);
  speak();
  try {
    ready = await clerk.ready;
    sayAgain = () => say("");
    speak();
    byId("verify").disabled = false;
  } catch {
    sayAgain = () => say(words().notLoaded);
    return sayAgain();
  }
  // Only then: what draws is large, and is not waited for.
  drawer.load();
  await drawer.ready.catch(() => undefined);
  document.documentElement.dataset.complete = "";
}

void start();
