// The founding case on the real files. Expected figures: ../shared/vectors/deduction.json where it
// is there (Python, R and a second Python script), else sums published with the files.
import { gzipSync } from "node:zlib";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  countBy,
  formatShare,
  judge,
  readRegister,
  readTallies,
  type StationTally,
  verify,
} from "../src/index";
import { venezuela2024 } from "../src/elections/index";
import { readTalliesFile } from "../src/node/index";
import { bytesOf, hasRealData, pathOf, readFixture, realFile, textOf } from "./fixtures";

const CODES = venezuela2024.candidates.map(({ code }) => code);

describe.runIf(hasRealData)("real tallies", () => {
  const read = (edition: "V1" | "V2") => readFixture(realFile(edition), venezuela2024);
  const v1 = hasRealData ? read("V1") : undefined!;
  const v2 = hasRealData ? read("V2") : undefined!;
  const verdictOf = (verification: ReturnType<typeof verify>, claim: string) =>
    verification.verdicts.find((verdict) => verdict.claim === claim)!;
  const findingOf = (
    verification: ReturnType<typeof verify>,
    claim: string,
    figure: string,
    candidate?: string,
  ) =>
    verdictOf(verification, claim).findings.find(
      (finding) => finding.figure === figure && finding.candidate === candidate,
    )!;

  test.runIf(existsSync(pathOf("../shared/vectors/deduction.json")))(
    "sums and worst-case bounds equal the vectors",
    () => {
      const { vectors } = JSON.parse(textOf("../shared/vectors/deduction.json"));
      const byId = (id: string) => vectors.find((vector: { id: string }) => vector.id === id);
      for (const [id, { tallies }] of [
        ["V1-sums", v1],
        ["V2-sums", v2],
      ] as const) {
        const { n, sums, edo } = byId(id).expected;
        const { count } = verify(venezuela2024, tallies);
        expect(count.stations).toBe(n);
        for (const { code, votes } of count.candidates) expect(votes).toBe(sums[code]);
        expect(count.validVotes).toBe(sums.VOTOS_VALIDOS);
        expect(count.invalidVotes?.sum).toBe(sums.VOTOS_NULOS);
        if (sums.RE) expect(count.registeredVoters?.sum).toBe(sums.RE);
        expect(countBy(tallies, "EDO")).toHaveLength(edo);
      }
      const { V1_worst_case_by_roll: rolls, ...expected } = byId("bounds").expected;
      for (const [roll, bounds] of Object.entries<Record<string, never>>(rolls)) {
        const universe = { ...venezuela2024.universe, registeredVoters: Number(roll) };
        const verification = verify({ ...venezuela2024, universe }, v1.tallies);
        const of = (code: string) => verification.bounds.find((bound) => bound.code === code)!;
        expect(verification.remainder.maxValidVotes).toBe(bounds["uncovered_electors"]);
        for (const code of ["EG", "NM"]) {
          const { votes, share } = of(code);
          expect([votes.min, votes.max]).toEqual(bounds[`${code}_votes`]);
          expect(share.min.votes / share.min.outOf).toBeCloseTo(bounds[`${code}_share_min`]!, 9);
          expect(share.max.votes / share.max.outOf).toBeCloseTo(bounds[`${code}_share_max`]!, 9);
        }
        expect(of("EG").votes.min - of("NM").votes.max).toBe(bounds["EG_minus_NM_worst"]);
        expect(verification.certainWinner).toBe("EG");
      }
      const { "V2_vs_bulletin2_96.87pct": bulletin } = expected;
      const verification = verify(venezuela2024, v2.tallies);
      const [eg, nm] = ["EG", "NM"].map((code) =>
        findingOf(verification, "cne-bulletin-2", "votes", code),
      );
      expect(eg!.required).toBe(-bulletin.EG_excess_over_claim);
      expect(nm!.required).toBe(bulletin.NM_required_from_uncovered);
      expect(nm!.available).toBe(bulletin.valid_remaining);

      const { overlap_bulletin1_80pct: overlap } = expected;
      const first = findingOf(verification, "cne-bulletin-1", "votes", "EG");
      expect(first.overlap).toEqual({
        claimed: overlap.stations_claimed,
        least: overlap.min_overlap,
        most: overlap.stations_claimed,
      });
      expect(first.inHand).toBe(overlap.min_EG_on_any_overlap);
      expect(first.claimed).toBe(overlap.claimed_EG);
      expect(first.outcome).toBe("contradicted");
    },
  );

  test.runIf(existsSync(pathOf("../shared/vectors/deduction.json")))(
    "both bulletins as claims on part of the stations equal the vectors",
    () => {
      const { vectors } = JSON.parse(textOf("../shared/vectors/deduction.json"));
      const { expected } = vectors.find(({ id }: { id: string }) => id === "bounds");
      for (const [bulletin, overlap, most] of [
        ["cne-bulletin-1", expected.overlap_bulletin1_80pct, expected.NM_max_bulletin1],
        ["cne-bulletin-2", expected["overlap_bulletin2_96.87pct"], expected.NM_max_bulletin2],
      ] as const) {
        const claim = venezuela2024.claims.find(({ id }) => id === bulletin)!;
        const scope = { stations: overlap.stations_claimed };
        const { findings } = judge({ ...claim, scope }, v2.tallies, venezuela2024.universe);
        const of = (code: string) =>
          findings.find(({ figure, candidate }) => figure === "votes" && candidate === code)!;
        expect(v2.tallies.length).toBe(overlap.published);
        expect(of("EG")).toMatchObject({
          claimed: overlap.claimed_EG,
          inHand: overlap.min_EG_on_any_overlap,
          overlap: { claimed: overlap.stations_claimed, least: overlap.min_overlap },
          outcome: overlap.contradiction_EG ? "contradicted" : "undecided",
        });
        const { missing, reason, outcome } = of("NM");
        expect(outcome).toBe("undecided");
        expect(missing).toEqual({
          stations: most.unpublished_stations,
          covered: most.NM_max_on_published,
          votes: most.needed_from_unpublished,
        });
        expect(missing!.votes / missing!.stations).toBeCloseTo(most.needed_per_station, 9);
        expect(reason).toContain(
          `: ${Math.round(most.needed_per_station)} per station, where the covered stations average 132 votes for NM.`,
        );
      }
    },
  );

  test.runIf(existsSync(pathOf("../shared/vectors/deduction.json")))(
    "centres with missing stations, and the stations that were added, equal the vectors",
    () => {
      const { vectors } = JSON.parse(textOf("../shared/vectors/deduction.json"));
      const { expected } = vectors.find(({ id }: { id: string }) => id === "bounds");
      const sumOf = (sheets: readonly StationTally[]) => {
        const sum = { EG: 0, NM: 0, valid: 0 };
        for (const { votes, validVotes } of sheets) {
          sum.EG += votes["EG"]!;
          sum.NM += votes["NM"]!;
          sum.valid += validVotes;
        }
        return sum;
      };
      // Stations of a centre are numbered from 1.
      const centres = new Map<string, { highest: number; sheets: StationTally[] }>();
      for (const sheet of v2.tallies) {
        const [centre, number] = sheet.station.split("/");
        const own = centres.get(centre!) ?? { highest: 0, sheets: [] };
        own.highest = Math.max(own.highest, Number(number));
        own.sheets.push(sheet);
        centres.set(centre!, own);
      }
      const gaps = [...centres.values()].filter(({ highest, sheets }) => highest > sheets.length);
      const whole = [...centres.values()].filter(({ highest, sheets }) => highest <= sheets.length);
      const known = expected.V2_incomplete_vs_complete_centres;
      expect(gaps).toHaveLength(known.incomplete);
      expect(gaps.reduce((sum, { highest, sheets }) => sum + highest - sheets.length, 0)).toBe(
        known.inferred_missing_mesas,
      );
      const [less, full] = [gaps, whole].map((some) => sumOf(some.flatMap(({ sheets }) => sheets)));
      expect(less!.EG / less!.valid).toBeCloseTo(known.EG_share_incomplete, 9);
      expect(less!.NM / less!.valid).toBeCloseTo(known.NM_incomplete, 9);
      expect(full!.EG / full!.valid).toBeCloseTo(known.EG_share_complete, 9);
      expect(full!.NM / full!.valid).toBeCloseTo(known.NM_complete, 9);

      const before = new Set(v1.tallies.columns.stations);
      const added = [...v2.tallies].filter(({ station }) => !before.has(station));
      const late = expected.late_543_stations_V2_minus_V1;
      expect(added).toHaveLength(late.n);
      const sum = sumOf(added);
      expect(sum.valid).toBe(late.valid);
      expect(sum.EG / sum.valid).toBeCloseTo(late.EG_share, 9);
      expect(sum.NM / sum.valid).toBeCloseTo(late.NM_share, 9);
    },
  );

  test("V1: totals, coverage and every verdict", () => {
    const verification = verify(venezuela2024, v1.tallies);
    const { count, rows, remainder } = verification;
    expect(v1.issues).toEqual([]);
    expect(rows).toEqual({
      read: 24532,
      accepted: 24532,
      rejected: 0,
      duplicate: 0,
      skipped: 0,
      rejectedVotes: 0,
    });
    const [eg, nm] = count.candidates;
    expect([eg!.votes, formatShare(eg!.share, 4)]).toEqual([7156462, "67.1393 %"]);
    expect([nm!.votes, formatShare(nm!.share, 4)]).toEqual([3241461, "30.4102 %"]);
    expect(count).toMatchObject({
      stations: 24532,
      validVotes: 10659128,
      invalidVotes: { sum: 1139, stations: 24532 },
      registeredVoters: { sum: 17745239, stations: 24532 },
    });
    expect(formatShare({ votes: count.stations, outOf: 30026 })).toBe("81.70 %");
    expect(remainder).toMatchObject({
      stations: 5494,
      maxValidVotes: 3647225,
      basis: "registered",
    });

    const official = findingOf(verification, "official-52", "share", "NM");
    expect(official).toMatchObject({ outcome: "contradicted", neededVotes: 4635031 });
    expect(formatShare(official.possible!.max)).toBe("48.15 %");

    const bulletin = verdictOf(verification, "cne-bulletin-2");
    expect(bulletin.outcome).toBe("contradicted");
    expect(bulletin.reason).toBe(
      "EG already has 7,156,462 votes, 1,830,358 more than the 5,326,104 claimed for all stations.",
    );

    const together = findingOf(verification, "opposition-65-30", "together");
    expect(verdictOf(verification, "opposition-65-30").outcome).toBe("undecided");
    expect(together.uncoveredVotes?.min).toBe(266769);

    const order = verification.distances.map(({ claim }) => claim);
    expect(order.indexOf("opposition-65-30")).toBeLessThan(order.indexOf("official-52"));
    const distance = (id: string) =>
      verification.distances.find(({ claim }) => claim === id)!.meanAbsolute;
    expect(distance("opposition-65-30")).toBeCloseTo(0.0127474, 7);
    expect(distance("official-52")).toBeCloseTo(0.2158981, 7);
  });

  test("V2: encoding announced, and an independent sum by EDO", () => {
    expect(v2.issues.map(({ code }) => code)).toEqual(["encoding-assumed", "column-absent"]);
    const verification = verify(venezuela2024, v2.tallies, { by: "EDO" });
    const [eg, nm] = verification.count.candidates;
    expect([eg!.votes, formatShare(eg!.share, 4)]).toEqual([7303480, "67.0828 %"]);
    expect([nm!.votes, formatShare(nm!.share, 4)]).toEqual([3316142, "30.4589 %"]);

    const lines = new TextDecoder("latin1")
      .decode(bytesOf(realFile("V2")))
      .trimEnd()
      .split("\n");
    const [header, ...rows] = lines.map((line) => line.split(","));
    const sums = new Map<string, number[]>();
    for (const row of rows) {
      const region = row[header!.indexOf("EDO")]!;
      const sum = sums.get(region) ?? CODES.map(() => 0);
      sums.set(region, sum);
      for (const [at, code] of CODES.entries()) sum[at]! += Number(row[header!.indexOf(code)]);
    }
    const ours = verification.regions!.map(({ region, count }) => [
      region.join(),
      count.candidates.map(({ votes }) => votes),
    ]);
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(sums));
  });

  test("V2: 52 % is undecided alone and contradicted with V1 as a partial register", () => {
    const alone = findingOf(verify(venezuela2024, v2.tallies), "official-52", "share", "NM");
    expect(alone).toMatchObject({
      outcome: "undecided",
      uncoveredVotes: { min: 4723295, max: 10503989 },
    });
    const register = readRegister(bytesOf(realFile("V1")), venezuela2024);
    expect([register.registeredVoters.size, register.complete]).toEqual([24532, false]);
    const source = { name: "V2", data: bytesOf(realFile("V2")) };
    const { tallies } = readTallies(source, venezuela2024, { register });
    const verification = verify(venezuela2024, tallies);
    expect(verification.remainder).toMatchObject({ basis: "mixed", stationsWithRegistered: 24530 });
    expect(verification.count.stations - 24530).toBe(543);
    expect(verdictOf(verification, "official-52").outcome).toBe("contradicted");
  });

  test("shuffled, split, gzipped or with CRLF: the same figures", async () => {
    const text = new TextDecoder("latin1").decode(bytesOf(realFile("V2")));
    const [header, ...rows] = text.trimEnd().split("\n");
    const shuffled = rows.map((row, at) => ({ row, key: (at * 7919) % 25073 }));
    shuffled.sort((a, b) => a.key - b.key);
    const mixed = shuffled.map(({ row }) => row);
    const half = [mixed.slice(0, 9000), mixed.slice(9000)].map((part) =>
      [header, ...part].join("\r\n"),
    );
    const folder = mkdtempSync(join(tmpdir(), "tallyproof-"));
    const paths = half.map((part, at) => {
      const path = join(folder, `part${at}.csv`);
      writeFileSync(
        path,
        at === 0 ? gzipSync(Buffer.from(part, "latin1")) : Buffer.from(part, "latin1"),
      );
      return path;
    });
    const { tallies } = await readTalliesFile(paths, venezuela2024);
    const figures = ({ count, bounds, verdicts, distances }: ReturnType<typeof verify>) => ({
      count,
      bounds,
      verdicts,
      distances,
    });
    expect(figures(verify(venezuela2024, tallies))).toEqual(
      figures(verify(venezuela2024, v2.tallies)),
    );
  });
});
