// A real audit: Georgia, November 2025, Public Service Commission, district 2. The state's report has 15 drawn
// batches of 3,725, and a risk of 0.034476286; the draw was made with Arlo.
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commitAudit } from "../../src/audit/commit";
import { csvRows } from "../../src/audit/csv";
import { errorBounds } from "../../src/audit/bounds";
import { type AuditList, makeAuditList } from "../../src/audit/list";
import { planAudit } from "../../src/audit/plan";
import { auditRisk } from "../../src/audit/risk";
import { pathOf } from "../fixtures";
import { arloDraw } from "./pcg";

const SEED = "34363370190391208563";
const CONTEST = "PSC - District 2";
const CANDIDATES = ["Tim Echols (I) (Rep)", "Alicia M. Johnson (Dem)"];
const folder = pathOf("../shared/data/georgia-2025-audit/");
const isThere = existsSync(folder);
if (!isThere) console.info("the audit of Georgia is not here; its test is skipped");

const rowsOf = (name: string) => csvRows(readFileSync(`${folder}${name}`, "utf8"), name).rows;

test.skipIf(!isThere)("U, the drawn batches and the risk of the report", () => {
  const batches = rowsOf("ga2025_psc_batches.csv").map(({ cells }) => ({
    station: `${cells.get("county")}/${cells.get("batch")}`,
    ballots: Number(cells.get("ballots")),
    votes: CANDIDATES.map((code) => Number(cells.get(`${CONTEST} | ${code}`))),
  }));
  expect(batches).toHaveLength(3725);
  const list = listOf(batches);
  const drawn = arloDraw(SEED, weightsInOrder(list, batches), 15).map((at) => batches[at]!.station);
  const audited = new Map(
    rowsOf("ga2025_psc_audited.csv").flatMap(({ cells }) => {
      const isDrawn = /^Round 1: 0\.\d+/.test(cells.get(`tickets ${CONTEST}`)!);
      const votes = CANDIDATES.map((code) => Number(cells.get(`audited ${CONTEST} | ${code}`)));
      return isDrawn ? [[`${cells.get("county")}/${cells.get("batch")}`, votes] as const] : [];
    }),
  );
  expect(drawn.toSorted()).toEqual([...audited.keys()].sort());

  const commitment = commitAudit(list, {
    date: "2025-11-18",
    riskLimit: 0.05,
    drawing: "with-replacement",
    method: "kaplan-markov",
  });
  expect(commitment.margins).toEqual([
    { winner: CANDIDATES[1], loser: CANDIDATES[0], reported: 398067, margin: 398067 },
  ]);
  expect(commitment.errorBound).toBeCloseTo(4.973057299399347, 14);
  const sheets = drawn.map((station, at) => ({ order: at + 1, round: 1, ticket: at + 1, station }));
  const draw = { commitment, seed: SEED, seedDate: "2025-11-18", sheets };
  const readings = [...audited].map(([station, votes]) => ({
    station,
    votes: Object.fromEntries(CANDIDATES.map((code, at) => [code, votes[at]!])),
  }));
  const result = auditRisk(list, draw, readings);
  expect(result.risk).toBeCloseTo(0.034476286, 9);
  expect(result).toMatchObject({ outcome: "supported", waiting: 0, reachedAt: 14 });
  expect(result.steps.every(({ taint }) => taint === 0)).toBe(true);

  // The default measure asks for about as many sheets.
  const [needed] = planAudit(list, { riskLimits: [0.05], runs: 50 }).sheets;
  expect(needed).toMatchObject({ kaplanMarkov: 14, betting: 14 });
});

const listOf = (stations: AuditList["stations"]) =>
  makeAuditList({ name: CONTEST, candidates: CANDIDATES, stations });

/** Error bounds in the order of the file, in which that audit drew. */
function weightsInOrder(list: AuditList, batches: AuditList["stations"]): number[] {
  const { bounds } = errorBounds(list);
  const place = new Map(list.stations.map(({ station }, at) => [station, at]));
  return batches.map(({ station }) => Number(bounds[place.get(station)!]));
}
