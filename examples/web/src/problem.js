import { Links, make } from "./element.js";

const links = new Links();

/** What went wrong and what to do, as sentences; with what the file seems to hold, where that helps. */
export function showProblem(section, problem, inspection, words, language) {
  const heading = make("h2", { id: "problem-heading" }, words.problem);
  fill(section, heading, ...sentences(problem, words, language));
  if (inspection) section.append(...seen(inspection, words, "h3"));
  section.className = "problem";
  return heading;
}

/** What a file seems to hold, without a problem. */
export function showInspection(section, inspection, words) {
  const [heading, ...rest] = seen(inspection, words, "h2");
  heading.id = "problem-heading";
  fill(section, heading, ...rest);
  section.className = "seen";
  return heading;
}

export function hideProblem(section) {
  links.release();
  section.hidden = true;
  section.replaceChildren();
}

function fill(section, ...content) {
  links.release();
  section.replaceChildren(...content);
  section.hidden = false;
}

function sentences({ code, file, message }, words, language) {
  const own = words.problems[code];
  if (code === "file-unreadable") return [make("p", {}, `${file} ${own}`)];
  if (code === "json-invalid") return [make("p", {}, `${file} ${own}`), detail(message, words)];
  if (code === "unexpected") return [make("p", {}, own), detail(message, words)];
  const said = file === undefined ? [] : [make("p", { className: "file" }, file)];
  if (language === "en") return [...said, ...asWritten(message)];
  if (own !== undefined) said.push(make("p", {}, own));
  // The library says in English what exactly it found.
  const english = make("div", { lang: "en", className: "note" }, ...asWritten(message));
  return [...said, english];
}

const detail = (message, words) =>
  make("p", { className: "note" }, `${words.detail}: `, make("span", { lang: "en" }, message));

/** A message of one sentence, or of one and a list of fields. */
function asWritten(message) {
  const [first, ...fields] = message.split("\n").filter((line) => line.trim() !== "");
  const list = make("ul", {}, ...fields.map((field) => make("li", {}, field.trim())));
  return fields.length === 0 ? [make("p", {}, first)] : [make("p", {}, first), list];
}

function seen({ name, columns, roles, notes, draft }, words, level) {
  const all = { ...roles, ...roles.rows };
  const proposed = Object.entries(words.roles).flatMap(([role, label]) => {
    const value = all[role];
    const named = (typeof value === "string" ? [value] : (value ?? [])).join(", ");
    return named === "" ? [] : [make("li", {}, make("strong", {}, label), ` ${named}`)];
  });
  const heading = make(level, {}, words.seems(name));
  const table = make(
    "table",
    {},
    make("thead", {}, row("th", [words.column, words.holds, words.examples])),
    make(
      "tbody",
      {},
      ...columns.map(({ label, kind, examples }) =>
        row("td", [label, words.kinds[kind], examples.join(" · ")]),
      ),
    ),
  );
  const scroll = make("div", { className: "scroll", tabIndex: 0, role: "group" }, table);
  scroll.setAttribute("aria-label", words.seems(name));
  const why = make(
    "details",
    {},
    make("summary", {}, words.why),
    make("ul", { lang: "en" }, ...notes.map((note) => make("li", {}, note))),
  );
  return [
    heading,
    make("p", { className: "note" }, words.seemsNote),
    make("ul", { className: "roles" }, ...proposed),
    scroll,
    ...(notes.length === 0 ? [] : [why]),
    make("p", {}, links.to(draft, "election-draft.json", words.saveDraft)),
    make("p", { className: "note" }, words.draftNext),
  ];
}

const row = (cell, texts) =>
  make(
    "tr",
    {},
    ...texts.map((text, at) => {
      const made = make(at === 0 ? "th" : cell, {}, text);
      if (made.localName === "th") made.scope = cell === "th" ? "col" : "row";
      return made;
    }),
  );
