import { candidateCodes, personName } from "./names.mjs";
import { BLANK, longCandidates, NULL, rowsOfStation } from "./long.mjs";

/** The part of the stations that the file has: more than half, fewer than all. */
const COVERED = 0.9;
const VOTERS_AT_STATION = 3000;

/** What there is to know of a `wide` file before reading it. */
export function wideElection({ rows, candidates }) {
  const codes = candidateCodes(candidates);
  return {
    ...electionOf("wide", rows, codes),
    layout: {
      station: [
        { column: "CENTRE", digits: 9 },
        { column: "POLL_TABLE", digits: 2 },
      ],
      candidates: Object.fromEntries(codes.map((code) => [code, code])),
      validVotes: "VALID",
      invalidVotes: "NULL_VOTES",
      registeredVoters: "REGISTERED",
      regions: ["STATE", "DISTRICT", "SUBDISTRICT"],
    },
  };
}

/** What there is to know of a `long` file before reading it. */
export function longElection({ rows, candidates }) {
  const codes = candidateCodes(candidates);
  const numbers = longCandidates(candidates);
  return {
    ...electionOf("long", rows / rowsOfStation(candidates), codes),
    layout: {
      delimiter: ";",
      station: [{ column: "TOWN_CODE" }, { column: "ZONE" }, { column: "SECTION" }],
      candidates: Object.fromEntries(codes.map((code, index) => [code, [`${numbers[index]}`]])),
      rows: {
        candidate: "NUMBER",
        votes: "VOTES",
        blankVotes: [`${BLANK}`],
        invalidVotes: [`${NULL}`],
      },
      regions: ["STATE", "TOWN"],
    },
  };
}

function electionOf(id, covered, codes) {
  const stations = Math.ceil(covered / COVERED);
  const [first, second] = codes;
  return {
    id: `bench-${id}`,
    name: `A made-up election to measure with, ${id}`,
    date: "2024-10-06",
    candidates: codes.map((code, index) => ({ code, name: personName(index) })),
    universe: {
      stations,
      registeredVoters: stations * VOTERS_AT_STATION,
      source: "bench/files/elections.mjs",
    },
    claims: [
      { id: "first-wins", title: "the first wins", by: "one side", winner: first },
      {
        id: "second-wins",
        title: "the second has 51.20 %",
        by: "the other side",
        shares: { [first]: "44.2", [second]: "51.20" },
      },
      {
        id: "few-votes",
        title: "ten votes",
        by: "the other side",
        votes: { [first]: 4, [second]: 6 },
      },
    ],
  };
}
