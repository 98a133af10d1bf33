// Files for the tests, made anew each time; nothing in them comes from a real election.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = mkdtempSync(join(tmpdir(), "tallyproof-page-"));

export const fixture = (name) => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));

export function write(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/**
 * Draws some of a list's stations, and reads each of them again: a few sheets are missing, and of a few the
 * first candidate has fewer votes. `library` is tallyproof.
 */
export function audited(library, list, { drawing, method, seed }) {
  const commitment = library.commitAudit(list, {
    date: "2025-10-06",
    riskLimit: 0.05,
    drawing,
    method,
  });
  const draw = library.drawStations(list, commitment, {
    seed,
    seedDate: "2025-10-07",
    sheets: [40, 20],
  });
  const readings = draw.sheets
    .filter((sheet, at, all) => all.findIndex(({ station }) => station === sheet.station) === at)
    .map(({ station, order }) => {
      if (order % 11 === 0) return { station, state: "missing" };
      const { votes } = list.stations.find((each) => each.station === station);
      const [first, ...rest] = votes;
      const moved = order % 7 === 0 ? Math.min(first, 3) : 0;
      const read = [first - moved, ...rest];
      return {
        station,
        votes: Object.fromEntries(list.candidates.map((code, at) => [code, read[at]])),
      };
    });
  return { draw, risk: library.auditRisk(list, draw, readings) };
}

const CANDIDATES = ["EG", "NM", "LM", "JABE", "JOBR", "AE", "CF", "DC", "EM", "BERA"];
const HEADER =
  "COD_EDO,EDO,COD_MUN,MUN,COD_PAR,PAR,CENTRO,MESA,VOTOS_VALIDOS,VOTOS_NULOS," +
  `${CANDIDATES.join(",")},URL`;

/** A file with the columns of the published tallies of Venezuela, 2024, first version: no voters. */
export function tallies(stations, { damaged = false } = {}) {
  const lines = [HEADER];
  for (let at = 0; at < stations; at++) {
    const centre = 10101000 + Math.floor(at / 3);
    const small = Array.from({ length: 8 }, (_, of) => (at + of) % 4);
    const votes = [250 + (at % 90), 100 + (at % 50), ...small];
    const valid = votes.reduce((sum, count) => sum + count) + (damaged && at % 50 === 7 ? 1 : 0);
    lines.push(
      `1,EDO. ${at % 7},1,MP. ${at % 11},1,PQ. ${at % 13},${centre},${1 + (at % 3)},` +
        `${valid},${at % 2},${votes.join(",")},https://example.org/${at}.jpg`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** An election for those columns, larger than any that there was. */
export const electionOf = (changes = {}) => ({
  id: "made-up",
  name: "A made-up election",
  date: "2024-07-28",
  candidates: CANDIDATES.map((code) => ({ code, name: `Name of ${code}` })),
  universe: { stations: 500_000, registeredVoters: 400_000_000 },
  layout: {
    station: [{ column: "CENTRO" }, { column: "MESA" }],
    candidates: Object.fromEntries(CANDIDATES.map((code) => [code, code])),
    validVotes: "VOTOS_VALIDOS",
    invalidVotes: "VOTOS_NULOS",
    regions: ["EDO", "MUN", "PAR"],
  },
  claims: [{ id: "one", title: "NM has 51 %", by: "council", shares: { NM: "51" } }],
  ...changes,
});
