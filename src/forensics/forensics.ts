import type { InputSource, Tallies } from "../model/tallies";
import { VERSION } from "../version";
import { chartDataOf, type ForensicData } from "./data";
import { describedOf, type DescribedOutcome } from "./describe";
import {
  familyOf,
  type Lack,
  lackOf,
  type Member,
  type Subject,
  TEST_KINDS,
  type TestKind,
} from "./family";
import { type ForensicFlag, flagsOf } from "./flags";
import { modelOf } from "./model";
import { type FalseAlarms, falseAlarmsOf, familyAlarms, holmOf } from "./rates";
import { describedKey, type Ground, type Replicate, replicator } from "./replicate";
import { type Effect, type Outcome, runTest, toolsOf } from "./run";
import { type ForensicSettings, type ForensicsOptions, keptBy, settingsOf } from "./settings";
import { sheetsOf } from "./sheets";

/** What one test found, and how far it can be trusted here. */
export interface ForensicTest {
  readonly kind: TestKind;
  readonly subject: Subject;
  /** Whether a plan named it before the data were read. */
  readonly planned: boolean;
  /**
   * `flag`: p after Holm is at most α. `refused`: too many false alarms on this election's geometry to flag
   * anything. `not-run`: something is missing for it.
   */
  readonly outcome: "flag" | "no-flag" | "refused" | "not-run";
  readonly lack?: Lack;
  /** Numbers, centres or stations that were tested. */
  readonly n?: number;
  readonly effect?: Effect;
  readonly statistic?: number;
  readonly p?: number;
  /** p after Holm, within the planned tests or within the others. */
  readonly holm?: number;
  /** How often clean simulated elections have a p of α or less. */
  readonly falseAlarms?: FalseAlarms;
  /** Of tests that look place by place: how many are flagged here, and on average by chance. */
  readonly flagged?: {
    readonly here: number;
    readonly byChance: number;
    readonly mostByChance: number;
  };
  readonly phi?: number;
}

/** A statistic that is described and never flagged, beside what clean elections have. */
export interface DescribedStatistic extends DescribedOutcome {
  /** Of those with a p-value: how often clean simulated elections are "odd" by it. */
  readonly falseAlarms?: FalseAlarms;
  /** Of those without: its mean over clean simulated elections. */
  readonly inCleanElections?: number;
}

/** Everything that {@link forensics} found, as plain data. */
export interface Forensics {
  readonly version: string;
  readonly settings: ForensicSettings;
  readonly sources: readonly InputSource[];
  /** Stations tested, and accepted. */
  readonly stations: number;
  readonly accepted: number;
  readonly geometry: {
    /** Centres, and those of two stations or more; absent where the tallies do not tell centres. */
    readonly centres?: number;
    readonly sharedCentres?: number;
    /** φ of votes and of turnout in the simulated elections. */
    readonly overdispersion: number;
    readonly turnoutOverdispersion: number;
  };
  readonly tests: readonly ForensicTest[];
  /** How often a clean simulated election has any flag after Holm. */
  readonly familyFalseAlarms: {
    readonly planned?: FalseAlarms;
    readonly exploratory?: FalseAlarms;
  };
  readonly described: readonly DescribedStatistic[];
  /** Centres and stations to look at, the largest first; most are there by chance or for harmless reasons. */
  readonly flags: readonly ForensicFlag[];
  readonly data: ForensicData;
}

/** The work of {@link forensics}, replicate by replicate: for progress, or for several threads. */
export interface ForensicStudy {
  readonly settings: ForensicSettings;
  /** Plain data from which a thread makes replicates. */
  readonly ground: Ground;
  /** Makes and tests the simulated election of an index, from 0; each is the same whoever makes it. */
  replicate(index: number): Replicate;
  /** The findings, given the replicates in the order of their indices. */
  finish(replicates: readonly Replicate[]): Forensics;
}

/**
 * Tests tallies for patterns that clean counts seldom have, each with its false-alarm rate measured on
 * simulated clean elections of the same stations, sizes and centres. The same tests look at each side.
 * A flag says where to look, not what happened, and no flag does not say that all is well.
 *
 * @param options fixed before the data are read, if it is to count for something
 * @throws TallyError `usage-invalid`, `region-unknown`
 * @example
 * ```ts
 * import { forensics, readTallies } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n" +
 *   "E,M,P,10101001,2,500,310,2,190,120,0,0,0,0,0,0,0,0\n";
 * const found = forensics(readTallies(csv, venezuela2024).tallies, { simulations: 20 });
 * found.tests.length; // => 19
 * found.flags; // => []
 * ```
 */
export function forensics(tallies: Tallies, options: ForensicsOptions = {}): Forensics {
  const study = forensicStudy(tallies, options);
  const { simulations } = study.settings;
  return study.finish(Array.from({ length: simulations }, (_, index) => study.replicate(index)));
}

/**
 * The work of `forensics` in steps. Replicates can be made in any order and on several threads.
 *
 * @throws TallyError `usage-invalid`, `region-unknown`
 * @example
 * ```ts
 * import { forensicStudy, readTallies } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const study = forensicStudy(readTallies(csv, venezuela2024).tallies, { simulations: 20 });
 * const replicates = [];
 * for (let index = 0; index < 20; index++) replicates.push(study.replicate(index));
 * study.finish(replicates).stations; // => 1
 * ```
 */
export function forensicStudy(tallies: Tallies, options: ForensicsOptions = {}): ForensicStudy {
  const settings = settingsOf(tallies, options);
  const { tests, candidates, ties, seed, alpha, planSha256 } = settings;
  const kept = keptBy(tallies, settings.filters);
  const sheets = sheetsOf(tallies, settings.centre, kept);
  // With a plan, tests that it does not name run as well, and are marked.
  const isPlanned = ({ kind }: Member) => planSha256 !== undefined && tests.includes(kind);
  const members = familyOf(planSha256 === undefined ? tests : TEST_KINDS, candidates);
  const family = members.filter((member) => lackOf(sheets, member) === undefined);
  const model = modelOf(sheets);
  const ground = { model, family, candidates, seed, ties, alpha };
  const make = replicator(ground);
  return {
    settings,
    ground,
    replicate: (index) => make(index),
    finish: (replicates) => {
      const tools = toolsOf(alpha, ties);
      const outcomes = family.map((member) => runTest(sheets, member, tools));
      const rates = family.map((_, at) => falseAlarmsOf(replicates, ({ p }) => p[at]! <= alpha));
      const isLoud = rates.map(({ rate }) => rate > settings.mostFalseAlarms);
      // Both sides alike: a test that may not flag one candidate flags no other.
      const refused = family.map(
        ({ kind, subject }, at) =>
          isLoud[at]! ||
          ("candidate" in subject &&
            family.some(
              (other, place) =>
                isLoud[place]! && other.kind === kind && "candidate" in other.subject,
            )),
      );
      const planned = family.map(isPlanned);
      const holm = holmOf(
        outcomes.map(({ p }) => p),
        refused,
        planned,
      );
      const testOf = (member: Member): ForensicTest => {
        const head = { kind: member.kind, subject: member.subject, planned: isPlanned(member) };
        const at = family.indexOf(member);
        if (at === -1) return { ...head, outcome: "not-run", lack: lackOf(sheets, member)! };
        const { n, effect, statistic, p, places } = outcomes[at]!;
        const counts = replicates.map(({ flagged }) => flagged[at]!).sort((a, b) => a - b);
        return {
          ...head,
          outcome: refused[at] ? "refused" : holm[at]! <= alpha ? "flag" : "no-flag",
          n,
          effect,
          statistic,
          p,
          holm: holm[at]!,
          falseAlarms: rates[at]!,
          ...(places === undefined
            ? {}
            : {
                flagged: {
                  here: places.flagged.length,
                  byChance: counts.reduce((sum, one) => sum + one, 0) / counts.length,
                  mostByChance: counts[Math.ceil(0.95 * counts.length) - 1]!,
                },
              }),
          ...(places?.phi === undefined ? {} : { phi: places.phi }),
        };
      };
      const placed = family.flatMap((member, at): { member: Member; outcome: Outcome }[] =>
        refused[at] ? [] : [{ member, outcome: outcomes[at]! }],
      );
      const { centres } = sheets;
      return {
        version: VERSION,
        settings,
        sources: tallies.sources,
        stations: sheets.length,
        accepted: tallies.length,
        geometry: {
          ...(centres === undefined
            ? {}
            : {
                centres: new Set(centres.codes).size,
                sharedCentres: sharedOf(centres.starts),
              }),
          overdispersion: model.overdispersion,
          turnoutOverdispersion: model.turnoutOverdispersion,
        },
        tests: members.map(testOf),
        familyFalseAlarms: familyAlarms(replicates, refused, planned, alpha),
        described: describedOf(sheets, candidates).map((one) => ({
          ...one,
          ...besideClean(one, replicates, alpha),
        })),
        flags: placed.flatMap(({ member, outcome }) =>
          flagsOf(tallies, sheets, kept, settings.centre, member, outcome),
        ),
        data: chartDataOf(sheets, candidates),
      };
    },
  };
}

const sharedOf = (starts: Int32Array) =>
  starts.reduce((sum, start, at) => sum + (at > 0 && start - starts[at - 1]! > 1 ? 1 : 0), 0);

function besideClean(
  { kind, candidate, p }: DescribedOutcome,
  replicates: readonly Replicate[],
  alpha: number,
) {
  const key = describedKey(kind, candidate);
  const having = replicates.filter(({ described }) => described[key] !== undefined);
  if (p !== undefined)
    return { falseAlarms: falseAlarmsOf(having, ({ described }) => described[key]! <= alpha) };
  const sum = having.reduce((total, { described }) => total + described[key]!, 0);
  return having.length === 0 ? {} : { inCleanElections: sum / having.length };
}
