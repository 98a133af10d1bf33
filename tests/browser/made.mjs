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
