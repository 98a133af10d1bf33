// What registers, several rolls, an assumed turnout and other claims decide, against made countries.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkProof,
  type Claim,
  type Election,
  exclusions,
  explain,
  judge,
  type Outcome,
  readRegister,
  readTallies,
  verify,
} from "../../src/index";
import { smallElection } from "../fixtures";
import { runs, tryLaw } from "../laws";
import {
  add,
  claimOf,
  claimOn,
  codes,
  type Column,
  type Country,
  countryArbitrary,
  coveredCounts,
  electionOf,
  type Figure,
  FIGURES,
  leastRegistered,
  percentText,
  readCountry,
  type Sheet,
  shown,
  some,
  splits,
  sum,
  totalsAgree,
  totalsWithin,
  truthAmong,
  truthOf,
  votesAgree,
  type Votes,
  withClaims,
} from "./small-country";

const KINDS: readonly Figure[] = [...FIGURES, "margin"];
const LAYOUTS: readonly (readonly Column[])[] = [
  [],
  ["registered"],
  ["invalid"],
  ["invalid", "registered"],
  ["ballots"],
  ["ballots", "registered"],
];

// ---- Countries of regions, all of whose stations are known to the test

interface Station {
  readonly region: string;
  readonly sheet: Required<Sheet>;
}

/** `voters`: by region, with their voters; `stations`: by region, without; `each`: every station. */
type Known = "nothing" | "voters" | "some voters" | "stations" | "each";

interface Land {
  readonly columns: readonly Column[];
  readonly stations: readonly Station[];
  /** Whether each is covered. */
  readonly covered: readonly boolean[];
  readonly roll: number;
  readonly known: Known;
  /** A covered station whose sheet states its votes and nothing else. */
  readonly silent?: number;
}

const regions = ["X", "Y", "Z"] as const;
const inRegion = (stations: readonly Station[], region: string) =>
  stations.filter((station) => station.region === region);
const votersOf = (stations: readonly Station[]) =>
  sum(stations.map(({ sheet }) => sheet.registered));

const stationOf = (most: Votes, more: number): fc.Arbitrary<Station> =>
  fc
    .record({
      region: fc.constantFrom(...regions),
      votes: fc.tuple(fc.nat(most[0]), fc.nat(most[1]), fc.nat(most[2])),
      invalid: fc.nat(more),
      absent: fc.nat(more),
    })
    .map(({ region, votes, invalid, absent }) => {
      const ballots = sum(votes) + invalid;
      return { region, sheet: { votes, invalid, blank: 0, ballots, registered: ballots + absent } };
    });

const landArbitrary = (
  station: fc.Arbitrary<Station>,
  most: number,
  knowns: readonly Known[],
): fc.Arbitrary<Land> =>
  fc
    .record({
      columns: fc.constantFrom(...LAYOUTS),
      stations: fc.array(station, { minLength: 2, maxLength: most }),
      hidden: fc.nat(2 ** most - 1),
      more: fc.constantFrom(0, 0, 1, 3),
      known: fc.constantFrom(...knowns),
    })
    .map(({ columns, stations, hidden, more, known }) => ({
      columns,
      stations,
      covered: stations.map((_, at) => ((hidden >> at) & 1) === 0),
      roll: Math.max(1, votersOf(stations) + more),
      known,
    }))
    .filter(({ covered }) => covered.includes(true));

const coveredOf = ({ stations, covered }: Land) => stations.filter((_, at) => covered[at]);

/** Sheets as they are read: a register of stations says how many voters each has. */
const sheetsOf = (land: Land, stations: readonly Station[]) =>
  stations.map(({ sheet }) => ({
    ...shown(sheet, land.columns),
    ...(land.known === "each" ? { registered: sheet.registered } : {}),
  }));

const landElection = ({ columns, stations, roll, known }: Land, claims: readonly Claim[] = []) => {
  const plain = electionOf({ columns, sheets: [], missing: stations.length, roll });
  const registers =
    known === "nothing"
      ? undefined
      : known === "each"
        ? [{ station: [{ column: "station" }], registeredVoters: "voters" }]
        : [
            {
              region: "Region",
              stations: "stations",
              ...(known === "stations" ? {} : { registeredVoters: "voters" }),
            },
          ];
  return smallElection({
    ...plain,
    layout: { ...plain.layout, regions: ["Region"] },
    ...(registers ? { registers } : {}),
    claims,
  });
};

function registerOf(land: Land, election: Election) {
  const { stations, known } = land;
  if (known === "nothing") return undefined;
  if (known === "each") {
    const rows = stations.map(({ sheet }, at) => `${at + 1},${sheet.registered}\n`);
    return readRegister(`station,voters\n${rows.join("")}`, election, { complete: true });
  }
  const rows = listed(land).map((region) => {
    const own = inRegion(stations, region);
    return `${region},${own.length},${votersOf(own)}\n`;
  });
  return readRegister(`Region,stations,voters\n${rows.join("")}`, election);
}

/** Regions of the register; where it knows but some, not the last. */
const listed = ({ stations, known }: Land) => {
  const all = regions.filter((region) => inRegion(stations, region).length > 0);
  return known === "some voters" && all.length > 1 ? all.slice(0, -1) : all;
};

function readLand(land: Land, claims: readonly Claim[] = []) {
  const election = landElection(land, claims);
  const register = registerOf(land, election);
  const header = ["station", "Region", ...codes, ...land.columns].join(",");
  const rows = land.stations.flatMap(({ region, sheet }, at) => {
    const own: Sheet = at === land.silent ? { votes: sheet.votes } : shown(sheet, land.columns);
    const fields = [at + 1, region, ...sheet.votes, ...land.columns.map((name) => own[name] ?? "")];
    return land.covered[at] ? [`${fields.join(",")}\n`] : [];
  });
  const { tallies } = readTallies(
    `${header}\n${rows.join("")}`,
    election,
    register ? { register } : {},
  );
  // By chance a made sheet is the sum of those above it.
  fc.pre(tallies.length === rows.length);
  return { election, tallies };
}

const KNOWN: readonly Known[] = ["nothing", "voters", "some voters", "stations", "each"];
const tiny = landArbitrary(stationOf([3, 2, 1], 1), 4, KNOWN);
const large = landArbitrary(stationOf([300, 200, 40], 60), 6, KNOWN);

const resultOf = (stations: readonly Station[]) => ({
  result: add(stations.map(({ sheet }) => sheet.votes)),
  totals: {
    missing: 0,
    invalid: sum(stations.map(({ sheet }) => sheet.invalid)),
    ballots: sum(stations.map(({ sheet }) => sheet.ballots)),
  },
});

/** Claims near what the stations really have. */
const claimsOn = (stations: readonly Station[], roll: number, number: number) => {
  const { result, totals } = resultOf(stations);
  return fc.array(claimOn(result, totals, roll, KINDS, { decimals: 2 }), {
    minLength: number,
    maxLength: number,
  });
};

const withRegionClaims = (lands: fc.Arbitrary<Land>, number = 3) =>
  lands.chain((land) => {
    const all = [...new Set(land.stations.map(({ region }) => region))].filter(
      (region) => land.known !== "nothing" || inRegion(coveredOf(land), region).length > 0,
    );
    return fc.constantFrom(...all).chain((region) => {
      const own = inRegion(land.stations, region);
      return fc.tuple(fc.constant(land), fc.constant(region), claimsOn(own, votersOf(own), number));
    });
  });

/** Whether the tallies or the register know the region, so that a claim on it can be judged. */
const isKnown = (land: Land, region: string) =>
  inRegion(coveredOf(land), region).length > 0 ||
  (land.known !== "nothing" && land.known !== "each" && listed(land).includes(region as "X"));

describe("claims on a region", () => {
  test("the truth is never contradicted, and what is false never confirmed", () => {
    const seen = new Set<string>();
    tryLaw(
      fc.property(withRegionClaims(large, 4), some(fc.nat(62)), ([land, region, claims], set) => {
        fc.pre(isKnown(land, region));
        const { election, tallies } = readLand(land);
        const all = inRegion(land.stations, region);
        const chosen = set === undefined ? all : all.filter((_, at) => (set >> at) & 1);
        fc.pre(chosen.length > 0);
        const { result, totals } = resultOf(chosen);
        const stations = set === undefined ? {} : { stations: chosen.length };
        for (const figures of claims) {
          const claim = { ...figures, scope: { region: [region], ...stations } };
          const { outcome, reason } = judge(claim, tallies, election.universe);
          const is = votesAgree(claim, result) && totalsAgree(claim, totals, votersOf(all));
          seen.add(`${is} ${outcome}`);
          expect({ claim, outcome, reason }).not.toMatchObject({
            outcome: is ? "contradicted" : "confirmed",
          });
        }
      }),
      250,
      () => {
        expect(seen.size).toBe(4);
      },
    );
  });

  /** Everything that the region can have, whichever of the uncovered stations lie there. */
  function possibleIn(land: Land, region: string) {
    const { stations, roll, known, columns } = land;
    const covered = coveredOf(land);
    const own = inRegion(covered, region);
    const others = covered.filter((station) => station.region !== region);
    const byRegion = known === "voters" || known === "stations" || known === "some voters";
    const isListed = byRegion && listed(land).includes(region as "X");
    const voters = isListed && known !== "stations" ? votersOf(inRegion(stations, region)) : roll;
    const uncovered = isListed
      ? inRegion(stations, region).length - own.length
      : stations.length - covered.length;
    // Voters elsewhere, at least: those of the listed regions, or of the covered stations.
    const elsewhere = regions
      .filter((other) => other !== region)
      .map((other) =>
        (known === "voters" || known === "some voters") && listed(land).includes(other)
          ? votersOf(inRegion(stations, other))
          : leastRegistered(sheetsOf(land, inRegion(others, other))),
      );
    const most = Math.min(voters, roll - sum(elsewhere));
    const hidden = votersOf(stations.filter((_, at) => !land.covered[at]));
    return {
      voters: most,
      inHand: add(own.map(({ sheet }) => sheet.votes)),
      totals: totalsWithin(coveredCounts(sheetsOf(land, own), columns, most), (registered) => {
        if (uncovered === 0) return 0;
        return Math.min(most - registered, known === "each" ? hidden : Infinity);
      }),
    };
  }

  test("a verdict is never wrong, whatever the region has", () => {
    const seen = new Set<Outcome>();
    tryLaw(
      fc.property(withRegionClaims(tiny, 4), ([land, region, claims]) => {
        fc.pre(isKnown(land, region));
        const { election, tallies } = readLand(land);
        const { inHand, totals, voters } = possibleIn(land, region);
        for (const figures of claims) {
          const claim = { ...figures, scope: { region: [region] } };
          const { outcome, reason, proof } = judge(claim, tallies, election.universe);
          seen.add(outcome);
          const truth = truthAmong(inHand, totals, voters, claim);
          if (outcome === "contradicted") {
            expect({ claim, reason, ...truth }).toMatchObject({ possible: [] });
            expect(proof).toBeDefined();
          }
          if (outcome === "confirmed")
            expect({ claim, reason, ...truth }).toMatchObject({ certain: true });
        }
      }),
      300,
      () => {
        expect(seen.size).toBe(3);
      },
    );
  });

  test("a region that is covered as a whole keeps the voters that its sheets do not state", () => {
    // X has 100 voters and 5 valid votes; of its invalid votes the sheet says nothing. Of the 10
    // voters of Y, all are accounted for, so that no voter is left for the missing station.
    const X: Station = {
      region: "X",
      sheet: { votes: [3, 2, 0], invalid: 3, blank: 0, ballots: 8, registered: 100 },
    };
    const Y: Station = {
      region: "Y",
      sheet: { votes: [10, 0, 0], invalid: 0, blank: 0, ballots: 10, registered: 10 },
    };
    const none: Station = {
      region: "Y",
      sheet: { votes: [0, 0, 0], invalid: 0, blank: 0, ballots: 0, registered: 0 },
    };
    const land: Land = {
      columns: [],
      stations: [X, Y, none],
      covered: [true, true, false],
      roll: 110,
      known: "voters",
    };
    const { election, tallies } = readLand(land);
    for (const figures of [
      { invalidVotes: 3 },
      { ballotsCast: 8 },
      { turnout: "8", turnoutBase: 100 },
      { turnout: "8" },
    ]) {
      const claim = claimOf({ ...figures, scope: { region: ["X"] } });
      const { outcome, reason } = judge(claim, tallies, election.universe);
      expect({ figures, outcome, reason }).toMatchObject({ outcome: "undecided" });
    }
  });
});

describe("registers", () => {
  const national = tiny.chain((land) =>
    fc.tuple(fc.constant(land), claimsOn(land.stations, land.roll, 4)),
  );

  test("a verdict is exactly what the voters of each region or station allow", () => {
    const seen = new Set<Outcome>();
    tryLaw(
      fc.property(national, ([{ columns, ...rest }, claims]) => {
        // With registered voters on all sheets, what is left is known for each region.
        const land: Land = {
          ...rest,
          columns: columns.includes("registered") ? columns : ["invalid", "registered"],
        };
        const { election, tallies } = readLand(land);
        const { stations, roll, known } = land;
        const covered = coveredOf(land);
        const left = (own: readonly Station[], part: readonly Station[]) =>
          own.length === part.length ? 0 : votersOf(own) - votersOf(part);
        let room = covered.length === stations.length ? 0 : roll - votersOf(covered);
        if (known === "each") room = Math.min(room, left(stations, covered));
        if (known === "voters")
          room = Math.min(
            room,
            sum(regions.map((own) => left(inRegion(stations, own), inRegion(covered, own)))),
          );
        if (known === "some voters") {
          const named = (own: readonly Station[]) =>
            own.filter(({ region }) => listed(land).includes(region as "X"));
          const beside = (own: readonly Station[]) => votersOf(own) - votersOf(named(own));
          const unlisted = stations.length - named(stations).length;
          const elsewhere = unlisted === 0 ? 0 : roll - votersOf(named(stations)) - beside(covered);
          room = Math.min(
            room,
            elsewhere +
              sum(listed(land).map((own) => left(inRegion(stations, own), inRegion(covered, own)))),
          );
        }
        expect(verify(election, tallies).remainder.maxValidVotes).toBe(room);
        const counts = coveredCounts(sheetsOf(land, covered), land.columns, roll);
        const totals = totalsWithin(counts, () => room);
        const inHand = add(covered.map(({ sheet }) => sheet.votes));
        for (const claim of claims) {
          const { outcome, reason } = judge(claim, tallies, election.universe);
          seen.add(outcome);
          const truth = truthAmong(inHand, totals, roll, claim);
          if (outcome === "contradicted")
            expect({ claim, reason, ...truth }).toMatchObject({ possible: [] });
          if (outcome === "confirmed")
            expect({ claim, reason, ...truth }).toMatchObject({ certain: true });
        }
      }),
      200,
      () => {
        expect(seen.size).toBe(3);
      },
    );
  });

  const boundsOf = (land: Land) => {
    const { election, tallies } = readLand(land);
    return verify(election, tallies);
  };

  test("regions taken together never leave less, and a register never more", () => {
    fc.assert(
      fc.property(large, (land) => {
        const split = boundsOf({ ...land, known: "voters" }).remainder.maxValidVotes;
        const merged = land.stations.map((station) =>
          station.region === "Z" ? { ...station, region: "Y" } : station,
        );
        const together = boundsOf({ ...land, known: "voters", stations: merged });
        expect(together.remainder.maxValidVotes).toBeGreaterThanOrEqual(split);
        const one = land.stations.map((station) => ({ ...station, region: "X" }));
        const whole = boundsOf({ ...land, known: "voters", stations: one });
        expect(whole.remainder.maxValidVotes).toBeGreaterThanOrEqual(
          together.remainder.maxValidVotes,
        );
        const without = boundsOf({ ...land, known: "nothing" });
        for (const known of KNOWN) {
          const own = boundsOf({ ...land, known });
          expect(own.remainder.maxValidVotes).toBeLessThanOrEqual(without.remainder.maxValidVotes);
          for (const [at, { votes }] of own.bounds.entries()) {
            expect(votes.min).toBe(without.bounds[at]!.votes.min);
            expect(votes.max).toBeLessThanOrEqual(without.bounds[at]!.votes.max);
          }
        }
      }),
      { numRuns: runs(60) },
    );
  });

  test("a region can have no more missing votes than the country", () => {
    fc.assert(
      fc.property(large, fc.constantFrom(...regions), (land, region) => {
        fc.pre(isKnown(land, region));
        const { election, tallies } = readLand(land);
        const { maxValidVotes } = verify(election, tallies).remainder;
        const own = resultOf(inRegion(coveredOf(land), region)).result[0];
        const claim = claimOf({ votes: { A: own }, scope: { region: [region] } });
        const [finding] = judge(claim, tallies, election.universe).findings;
        expect(finding!.inHand).toBe(own);
        expect(finding!.available).toBeLessThanOrEqual(maxValidVotes);
        if (land.known === "voters") {
          const all = inRegion(land.stations, region);
          expect(finding!.available).toBeLessThanOrEqual(votersOf(all));
        }
      }),
      { numRuns: runs(100) },
    );
  });

  test("one more sheet never widens a bound nor takes a verdict back", () => {
    const more = withRegionClaims(large, 2).filter(([{ covered }]) => covered.includes(false));
    fc.assert(
      fc.property(
        more.chain(([land, region, claims]) =>
          fc.tuple(
            fc.constant(land),
            fc.constant({ region, claims }),
            claimsOn(land.stations, land.roll, 4),
            fc.boolean(),
            fc.nat(5),
          ),
        ),
        ([land, { region, claims }, whole, isSilent, part]) => {
          fc.pre(isKnown(land, region));
          const next = land.covered.indexOf(false);
          const after = {
            ...land,
            covered: land.covered.map((is, at) => is || at === next),
            ...(isSilent ? { silent: next } : {}),
          };
          const stations = 1 + (part % land.stations.length);
          const all = [
            ...claims.map((claim) => ({ ...claim, scope: { region: [region] } })),
            ...whole.slice(2).map((claim) => ({ ...claim, scope: { stations } })),
            ...whole.slice(0, 2),
          ].map((claim, at) => ({ ...claim, id: `${at}` }));
          const verified = (which: Land) => {
            const { election, tallies } = readLand(which, all);
            return verify(election, tallies);
          };
          const [wide, narrow] = [verified(land), verified(after)];
          expect(narrow.remainder.maxValidVotes).toBeLessThanOrEqual(wide.remainder.maxValidVotes);
          for (const [at, { votes }] of narrow.bounds.entries()) {
            expect(votes.min).toBeGreaterThanOrEqual(wide.bounds[at]!.votes.min);
            expect(votes.max).toBeLessThanOrEqual(wide.bounds[at]!.votes.max);
          }
          for (const [at, { outcome }] of wide.verdicts.entries())
            if (outcome !== "undecided")
              expect({ claim: all[at], is: narrow.verdicts[at]!.outcome }).toMatchObject({
                is: outcome,
              });
        },
      ),
      { numRuns: runs(240) },
    );
  });

  // Of the ten voters N has eight, of whom at most all vote, and the one ballot of S is in hand.
  test.each<[figures: Partial<Claim>]>([
    [{ ballotsCast: 10 }],
    [{ turnout: "100", turnoutBase: 10 }],
    [{ invalidVotes: 5 }],
    [{ scope: { stations: 2 }, ballotsCast: 9 }],
    [{ scope: { stations: 2 }, invalidVotes: 5 }],
  ])("nor does a sheet that leaves open what the register limits: %j", (figures) => {
    const election = smallElection({
      candidates: codes.map((code) => ({ code, name: code })),
      universe: { stations: 3, registeredVoters: 10 },
      layout: {
        station: [{ column: "station" }],
        regions: ["Region"],
        candidates: { A: "A", B: "B", C: "C" },
        ballotsCast: { column: "ballots", optional: true },
      },
      registers: [{ region: "Region", stations: "stations", registeredVoters: "voters" }],
    });
    const register = readRegister("Region,stations,voters\nN,2,8\nS,1,2\n", election);
    const rows = ["station,Region,A,B,C,ballots", "1,N,4,0,0,4", "3,S,0,1,0,1", "2,N,1,0,0,", ""];
    const outcomes = [3, 4].map((number) => {
      const csv = `${rows.slice(0, number).join("\n")}\n`;
      const { tallies } = readTallies(csv, election, { register });
      const { outcome, proof } = judge(claimOf(figures), tallies, election.universe);
      expect(checkProof(proof!, { tallies, universe: election.universe })).toEqual({ holds: true });
      return outcome;
    });
    expect(outcomes).toEqual(["contradicted", "contradicted"]);
  });
});

describe("several rolls", () => {
  const withRolls = withClaims(countryArbitrary(LAYOUTS), KINDS, 3).chain(([country, claims]) =>
    fc.tuple(
      fc.constant(country),
      fc.constant(claims),
      fc.array(fc.nat(12), { minLength: 1, maxLength: 3 }),
      some(fc.integer({ min: 1, max: 3 })),
    ),
  );

  test("a verdict must hold under each, and a larger roll never decides more", () => {
    const seen = new Set<Outcome>();
    tryLaw(
      fc.property(withRolls, ([country, claims, more, part]) => {
        const least = Math.max(1, leastRegistered(country.sheets));
        const { election, tallies } = readCountry(country);
        const others = more.map((number) => ({ registeredVoters: least + number }));
        const universe = { ...election.universe, otherRolls: others };
        const rolls = [country.roll, ...others.map(({ registeredVoters }) => registeredVoters)];
        const ascending = [...new Set(rolls)].sort((a, b) => a - b);
        for (const figures of claims) {
          const claim = part === undefined ? figures : { ...figures, scope: { stations: part } };
          const alone = ascending.map(
            (registeredVoters) =>
              judge(claim, tallies, { ...election.universe, registeredVoters }).outcome,
          );
          const verdict = judge(claim, tallies, universe);
          const listed = verdict.rolls ?? [{ ...verdict, registeredVoters: country.roll }];
          expect(listed.map(({ registeredVoters }) => registeredVoters)).toEqual(ascending);
          expect(listed.map(({ outcome }) => outcome)).toEqual(alone);
          for (const { proof } of listed) if (proof) expect(checkProof(proof).holds).toBe(true);
          const same = alone.every((outcome) => outcome === alone[0]);
          expect(verdict.outcome).toBe(same ? alone[0] : "undecided");
          expect(verdict.proof !== undefined).toBe(verdict.outcome === "contradicted");
          if (verdict.proof) expect(checkProof(verdict.proof)).toEqual({ holds: true });
          for (let at = 1; at < alone.length; at++)
            if (alone[at] !== "undecided") expect(alone[at - 1]).toBe(alone[at]);
          if (!same) expect(verdict.reason).toMatch(/depends on the roll/);
          seen.add(verdict.outcome);
        }
      }),
      200,
      () => {
        expect(seen.size).toBe(3);
      },
    );
  });

  test("without others there is no list", () => {
    const { election, tallies } = readCountry({
      columns: [],
      sheets: [{ votes: [1, 0, 0] }],
      missing: 1,
      roll: 9,
    });
    const claim = claimOf({ votes: { A: 0 } });
    const { universe } = election;
    for (const otherRolls of [undefined, [], [{ registeredVoters: 9 }]]) {
      const verdict = judge(claim, tallies, otherRolls ? { ...universe, otherRolls } : universe);
      expect(verdict).toMatchObject({ outcome: "contradicted" });
      expect(verdict.rolls).toBeUndefined();
      expect(explain(verdict)).not.toMatch(/rolls/);
    }
  });

  test("what is said of each roll has the numbers of that roll", () => {
    const { election, tallies } = readCountry({
      columns: [],
      sheets: [{ votes: [1, 0, 0] }],
      missing: 1,
      roll: 30,
    });
    const claim = claimOf({ votes: { A: 50 } });
    const otherRolls = [{ registeredVoters: 20 }, { registeredVoters: 40 }];
    const { rolls } = judge(claim, tallies, { ...election.universe, otherRolls });
    for (const { registeredVoters, outcome, reason } of rolls!) {
      const alone = judge(claim, tallies, { ...election.universe, registeredVoters });
      // What follows from another roll is not worked out again.
      expect({ outcome, reason: reason ?? alone.reason }).toEqual({
        outcome: alone.outcome,
        reason: alone.reason,
      });
    }
  });
});

describe("an assumed turnout", () => {
  const percents = fc.oneof(
    fc.nat(100).map(String),
    fc.nat(1000).map((tenths) => percentText(tenths, 1000, 1)),
    fc
      .nat(10 ** 10)
      .map((units) => `${Math.floor(units / 10 ** 8)}.${String(units % 10 ** 8).padStart(8, "0")}`),
    fc.constantFrom("0", "0.00000001", "33.33333333", "57", "58", "99.99999999", "100.0"),
  );

  test("is so many percent of the voters, rounded down, and exactly so", () => {
    fc.assert(
      fc.property(
        percents,
        fc.oneof(fc.nat(1000), fc.nat(2 ** 31), fc.maxSafeNat()),
        (maxTurnout, voters) => {
          const roll = Math.max(1, voters);
          const { election, tallies } = readCountry({
            columns: [],
            sheets: [{ votes: [0, 0, 0] }],
            missing: 1,
            roll,
            maxTurnout,
          });
          const [whole, decimals = ""] = maxTurnout.split(".");
          const exact =
            (BigInt(`${whole}${decimals}`) * BigInt(roll)) /
            (100n * 10n ** BigInt(decimals.length));
          const { remainder } = verify(election, tallies);
          expect(BigInt(remainder.maxValidVotes)).toBe(exact);
          expect(remainder).toMatchObject({ voters: roll, maxTurnout });
        },
      ),
      { numRuns: runs(300) },
    );
  });

  test("a verdict with it is never wrong, and no less is decided than without", () => {
    const seen = new Set<Outcome>();
    const assumed = fc
      .tuple(countryArbitrary(LAYOUTS), fc.constantFrom("0", "33", "50", "66.7", "90", "100"))
      .map(([country, maxTurnout]): Country => ({ ...country, maxTurnout }));
    tryLaw(
      fc.property(withClaims(assumed, KINDS, 3), ([country, claims]) => {
        const { election, tallies } = readCountry(country);
        const { maxTurnout: _, ...free } = election.universe;
        expect(verify(election, tallies).remainder.maxValidVotes).toBeLessThanOrEqual(
          verify({ ...election, universe: free }, tallies).remainder.maxValidVotes,
        );
        for (const claim of claims) {
          const { outcome, reason } = judge(claim, tallies, election.universe);
          seen.add(outcome);
          const truth = truthOf(country, claim);
          if (outcome === "contradicted")
            expect({ claim, reason, ...truth }).toMatchObject({ possible: [] });
          if (outcome === "confirmed")
            expect({ claim, reason, ...truth }).toMatchObject({ certain: true });
          const without = judge(claim, tallies, free).outcome;
          if (without !== "undecided")
            expect({ claim, outcome }).toMatchObject({ outcome: without });
        }
      }),
      250,
      () => {
        expect(seen.size).toBe(3);
      },
    );
  });
});

describe("claims that exclude each other", () => {
  /** What some stations can have: votes of A, B and C, invalid votes and other ballots. */
  interface Result {
    readonly result: Votes;
    readonly totals: { readonly missing: 0; readonly invalid: number; readonly ballots: number };
  }

  /** Every result with at most so many ballots, and where each is in the list. */
  function resultsFor(roll: number) {
    const all: Result[] = [];
    const places = new Map<string, number>();
    for (let valid = 0; valid <= roll; valid++)
      for (const result of splits(valid))
        for (let invalid = 0; valid + invalid <= roll; invalid++)
          for (let ballots = valid + invalid; ballots <= roll; ballots++) {
            places.set([...result, invalid, ballots - valid - invalid].join(), all.length);
            all.push({ result, totals: { missing: 0, invalid, ballots } });
          }
    return { all, places };
  }

  /** Every way in which three stations can have at most so many ballots: the result of each set of them. */
  function worldsFor(roll: number, places: ReadonlyMap<string, number>): number[][] {
    const worlds: number[][] = [];
    const counts = Array.from({ length: 15 }, () => 0);
    const fill = (at: number, left: number) => {
      if (at === counts.length) {
        worlds.push(
          Array.from({ length: 8 }, (_, set) =>
            places.get(
              Array.from({ length: 5 }, (_none, kind) =>
                [0, 1, 2].reduce(
                  (sum, station) =>
                    (set >> station) & 1 ? sum + counts[5 * station + kind]! : sum,
                  0,
                ),
              ).join(),
            )!,
          ),
        );
        return;
      }
      for (let own = 0; own <= left; own++) {
        counts[at] = own;
        fill(at + 1, left - own);
      }
      counts[at] = 0;
    };
    fill(0, roll);
    return worlds;
  }

  const known = new Map<number, { all: Result[]; worlds: number[][] }>();
  function allFor(roll: number) {
    if (!known.has(roll)) {
      const { all, places } = resultsFor(roll);
      known.set(roll, { all, worlds: worldsFor(roll, places) });
    }
    return known.get(roll)!;
  }

  const SCOPES: readonly Claim["scope"][] = [
    undefined,
    undefined,
    { stations: 3 },
    { stations: 2 },
    { stations: 1 },
    { region: ["X"] },
    { region: ["Y"] },
    { region: ["X"], stations: 1 },
  ];

  const claimsFor = (roll: number, kinds: readonly Figure[] = KINDS) =>
    fc
      .tuple(fc.nat(1e6), fc.nat(1e6), fc.nat(1e6))
      .chain(([a, b, c]) => {
        const valid = a % (roll + 1);
        const ways = [...splits(valid)];
        const invalid = b % (roll - valid + 1);
        const ballots = valid + invalid + (c % (roll - valid - invalid + 1));
        return fc.tuple(
          claimOn(ways[c % ways.length]!, { missing: 0, invalid, ballots }, roll, kinds),
          fc.constantFrom(...SCOPES),
        );
      })
      .map(([claim, scope]) => (scope ? { ...claim, scope } : claim));

  const sizeOf = (set: number) => [1, 2, 4].filter((station) => set & station).length;

  /** Sets of stations that a claim can mean, where the regions have these. */
  function meant({ scope }: Claim, regions: Readonly<Record<string, number>>): number[] {
    const place = scope?.region ? regions[scope.region[0]!]! : 7;
    if (scope?.stations === undefined) return [place];
    const sets = [1, 2, 3, 4, 5, 6, 7].filter((set) => (set & place) === set);
    return sets.filter((set) => sizeOf(set) === scope.stations);
  }

  /** Whether both can be true, whichever stations the regions have and the claims mean. */
  function canBeBoth(first: Claim, second: Claim, roll: number): boolean {
    const { all, worlds } = allFor(roll);
    const [fits, alsoFits] = [first, second].map((claim) =>
      all.map(
        ({ result, totals }) => votesAgree(claim, result) && totalsAgree(claim, totals, roll),
      ),
    ) as [boolean[], boolean[]];
    const pairs = new Map<string, readonly [number, number]>();
    for (let x = 1; x < 7; x++)
      for (let y = 1; y < 8; y++)
        if ((x & y) === 0)
          for (const a of meant(first, { X: x, Y: y }))
            for (const b of meant(second, { X: x, Y: y })) pairs.set(`${a} ${b}`, [a, b]);
    const sets = [...pairs.values()];
    return worlds.some((of) => sets.some(([a, b]) => fits[of[a]!] && alsoFits[of[b]!]));
  }

  const isPart = ({ scope }: Claim) => scope?.region !== undefined || (scope?.stations ?? 3) < 3;

  test("nothing satisfies both of a listed pair", () => {
    const seen = { listed: 0, ofParts: 0, missed: 0, not: 0 };
    tryLaw(
      fc.property(
        fc
          .integer({ min: 1, max: 4 })
          .chain((roll) =>
            fc.tuple(
              fc.constant(roll),
              fc.array(claimsFor(roll), { minLength: 4, maxLength: 4 }),
              some(fc.integer({ min: 1, max: 4 })),
            ),
          ),
        ([roll, figures, other]) => {
          const claims = figures.map((claim, at) => ({ ...claim, id: `${at}` }));
          const plain = electionOf({ columns: [], sheets: [], missing: 3, roll }, []);
          const election = smallElection({
            ...plain,
            universe: {
              ...plain.universe,
              ...(other === undefined ? {} : { otherRolls: [{ registeredVoters: other }] }),
            },
            layout: { ...plain.layout, regions: ["Region"] },
            claims,
          });
          const most = Math.max(roll, other ?? 0);
          const pairs = exclusions(election).map((each) => each.claims.join());
          expect(pairs).toEqual([...new Set(pairs)]);
          for (const [at, first] of claims.entries())
            for (const second of claims.slice(at + 1)) {
              const isListed = pairs.includes(`${first.id},${second.id}`);
              // A tie has one winner, whoever it is.
              const winners = new Set([first, second].flatMap(({ winner }) => winner ?? []));
              if (isListed && winners.size > 1) continue;
              const possible = canBeBoth(first, second, most);
              if (isListed) {
                seen.listed++;
                if (isPart(first) || isPart(second)) seen.ofParts++;
                expect({ first, second, most, possible }).toMatchObject({ possible: false });
              } else if (possible) seen.not++;
              else if (canBeBoth(first, first, most) && canBeBoth(second, second, most))
                seen.missed++;
            }
        },
      ),
      200,
      () => {
        expect(Math.min(seen.listed, seen.not)).toBeGreaterThan(50);
        expect(seen.ofParts).toBeGreaterThan(20);
        // Of those that only whole votes or some other figure excludes, few are not listed.
        expect(seen.missed).toBeLessThan(seen.listed);
      },
    );
  });

  const ORDERED = FIGURES.filter((figure) => figure !== "otherVotes");

  // Of two margins, or of two figures of other votes, the first counts.
  test("the order of the claims changes nothing but the order of the pairs", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 6 })
          .chain((roll) =>
            fc.tuple(
              fc.constant(roll),
              fc.array(claimsFor(roll, ORDERED), { minLength: 3, maxLength: 3 }),
            ),
          ),
        ([roll, figures]) => {
          const claims = figures.map((claim, at) => ({ ...claim, id: `${at}` }));
          const plain = electionOf({ columns: [], sheets: [], missing: 3, roll }, []);
          const listedFor = (own: readonly Claim[]) =>
            exclusions({ ...plain, claims: own })
              .map((each) => each.claims.toSorted().join())
              .sort();
          expect(listedFor(claims.toReversed())).toEqual(listedFor(claims));
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
