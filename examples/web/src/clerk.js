// The worker that reads and judges. It gets files, and nothing leaves it but messages to the page.
// oxlint-disable-next-line import/no-unassigned-import -- it is imported for what it does
import "./no-eval.js";
import {
  charts,
  inspect,
  issuesToCsv,
  parseElection,
  streamTallies,
  TallyError,
  toHtml,
  toHtmlFragment,
  toJson,
  verify,
} from "tallyproof";
import * as ready from "tallyproof/elections";

const elections = new Map(Object.values(ready).map((election) => [election.id, election]));

/** What was verified last; other languages, charts and downloads are made of it. */
let held;

const duties = {
  async describe({ election }) {
    return brief(await electionOf(election));
  },

  async verify({ files, election: which, by, language }, tell) {
    held = undefined;
    const election = await electionOf(which);
    const onProgress = (progress) => tell({ reading: progress });
    const { tallies } = await streamTallies(files.map(inputOf), election, { onProgress });
    tell({ judging: true });
    held = { election, tallies };
    return judged({ by, language });
  },

  say({ by, language }) {
    return judged({ by, language });
  },

  charts({ width }) {
    const { verification, tallies, language } = held;
    const options = { language, width, theme: "page", titled: false };
    return charts(verification, tallies, options).map(({ title, description, spec }) => ({
      title,
      description,
      spec,
    }));
  },

  /** The result with its charts, and what can be saved. */
  finish({ pictures }) {
    const { verification, election } = held;
    const { issues } = verification;
    const name = election.id.replace(/[^\p{L}\p{N}-]+/gu, "-");
    const file = (kind, ending, type, text) => ({
      kind,
      name: `${name}-${ending}`,
      blob: new Blob([text], { type: `${type};charset=utf-8` }),
    });
    return {
      fragment: toHtmlFragment(verification, { pictures }),
      files: [
        file("report", "report.html", "text/html", toHtml(verification, { pictures })),
        file("json", "verification.json", "application/json", toJson(verification)),
        ...(issues.length === 0
          ? []
          : [file("issues", "issues.csv", "text/csv", `\uFEFF${issuesToCsv(issues)}`)]),
      ],
    };
  },

  async inspect({ file }) {
    const { name, columns, roles, notes, rows, draft } = inspect({
      name: file.name,
      data: beginningOf(await bytesOf(file)),
    });
    const text = `${JSON.stringify(draft, undefined, 2)}\n`;
    return {
      name,
      columns,
      roles,
      notes,
      rows,
      draft: new Blob([text], { type: "application/json" }),
    };
  },
};

function judged({ by, language }) {
  const { election, tallies } = held;
  const verification = verify(election, tallies, { language, ...(by ? { by } : {}) });
  held = { election, tallies, verification, language };
  const outcomes = { contradicted: 0, confirmed: 0, undecided: 0 };
  for (const { outcome } of verification.verdicts) outcomes[outcome]++;
  return {
    fragment: toHtmlFragment(verification, { pictures: [] }),
    outcomes,
    issues: verification.issues.length,
  };
}

/** The election of an id or a file, checked. */
async function electionOf({ id, file }) {
  if (id !== undefined) return elections.get(id);
  const bytes = await bytesOf(file);
  let value;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Trouble("json-invalid", file.name, String(error.message));
  }
  try {
    return parseElection(value);
  } catch (error) {
    throw error instanceof TallyError ? new Trouble(error.code, file.name, error.message) : error;
  }
}

/** What the page shows of an election before anything is verified. */
function brief({ id, name, texts = {}, layout, universe, claims }) {
  const names = Object.entries(texts).map(([language, said]) => [
    language,
    Object.hasOwn(said, name) ? said[name] : name,
  ]);
  return {
    id,
    name,
    names: Object.fromEntries(names),
    stations: universe.stations,
    claims: claims.length,
    regions: (layout.regions ?? []).map((region) =>
      typeof region === "string" ? region : (region.name ?? region.column),
    ),
  };
}

/** A file as it is read: piece by piece, and only as much of it in memory. */
const inputOf = (file) => ({
  name: file.name,
  data: {
    size: file.size,
    stream() {
      const reader = file.stream().getReader();
      const read = () =>
        reader.read().catch(() => {
          throw new Trouble("file-unreadable", file.name, "");
        });
      return { getReader: () => ({ read, cancel: (reason) => reader.cancel(reason) }) };
    },
  },
});

async function bytesOf(file) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Trouble("file-unreadable", file.name, "");
  }
}

/** Enough of a file to see what its columns hold. */
const ENOUGH = 4_000_000;
const LINE_END = 10;

function beginningOf(bytes) {
  if (bytes.length <= ENOUGH) return bytes;
  const end = bytes.lastIndexOf(LINE_END, ENOUGH);
  return bytes.subarray(0, end === -1 ? ENOUGH : end + 1);
}

/** What went wrong with a file before the library saw it, or with the file that an election is in. */
class Trouble extends Error {
  constructor(code, file, message) {
    super(message);
    this.code = code;
    this.file = file;
  }
}

const problemOf = (error) =>
  error instanceof Trouble || error instanceof TallyError
    ? { code: error.code, file: error.file, message: error.message }
    : { code: "unexpected", message: String(error?.message ?? error) };

addEventListener("message", async ({ data: { id, duty, ...order } }) => {
  try {
    postMessage({ id, answer: await duties[duty](order, (news) => postMessage({ id, news })) });
  } catch (error) {
    postMessage({ id, problem: problemOf(error) });
  }
});

postMessage({ id: 0, answer: [...elections.values()].map(brief) });
