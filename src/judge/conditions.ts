import { SHARE_SCALE } from "../model/claim";
import { combine, half, highestAt, type Line, line, lowestAt, twice, valueAt } from "./lines";
import { type Asked, type Condition, condition, type System } from "./system";

/**
 * The conditions on W, all missing valid votes, that decide whether a claim can be completed. Sums of
 * the largest of several lines bend as W changes; at a given W the straight piece that holds there is
 * a condition that holds everywhere (the sums are convex, so their pieces only ask for less elsewhere).
 */

/** Candidates whose missing votes are bounded together. */
interface Block {
  readonly codes: readonly string[];
  readonly low: Line | undefined;
  readonly high: Line | undefined;
}

/** Conditions that do not bend: the claim must not be below what is in hand, nor contradict itself. */
export function straightConditions({ limits, asked, margin, others }: System): Condition[] {
  const own = (lows: readonly Line[], highs: readonly Line[], candidates: readonly string[]) =>
    lows.flatMap((low) =>
      highs.map((high) => condition("own", candidates, combine([high], [low]))),
    );
  return [
    ...limits,
    ...asked.flatMap(({ code, lows, highs }) => [
      ...highs.map((high) => condition("already", [code], combine([high], [none(code)]))),
      ...own(lows, highs, [code]),
    ]),
    ...(margin ? own(margin.lows, margin.highs, [margin.winner, margin.loser]) : []),
    ...(others
      ? [
          condition(
            "already",
            [...others.members],
            combine([others.high], [none(...others.members)]),
          ),
        ]
      : []),
  ];
}

/** Conditions by the pieces that hold at W = `at`. Those of a winner need that all others hold there. */
export function* bentConditions(system: System, at: bigint): Generator<Condition> {
  const claimed = boundsAt(system.asked, at);
  const { blocks, inner } = blocksOf(system, claimed, at);
  yield* inner;
  yield* together(system, blocks);
  if (system.winner !== undefined) yield* winning(system, system.winner, claimed, at);
}

interface Bounds {
  readonly low: Line | undefined;
  readonly high: Line | undefined;
}

function boundsAt(asked: readonly Asked[], at: bigint): Map<string, Bounds> {
  return new Map(
    asked.map(({ code, lows, highs }) => {
      const low = highestAt(lows, at);
      const positive = low !== undefined && valueAt(low, at) > 0n ? low : undefined;
      return [code, { low: positive, high: lowestAt(highs, at) }];
    }),
  );
}

/** Every candidate once, those tied by a margin or by the others' votes as one. */
function blocksOf(
  system: System,
  bounds: ReadonlyMap<string, Bounds>,
  at: bigint,
): { blocks: Block[]; inner: Condition[] } {
  const { margin, others } = system;
  const tied = new Set(margin ? [margin.winner, margin.loser] : []);
  const singles = [...bounds]
    .filter(([code]) => !tied.has(code))
    .map(([code, { low, high }]): Block => ({ codes: [code], low, high }));
  const pair = margin && pairOf(system, margin, bounds, at);
  const blocks = pair ? [pair.block, ...singles] : singles;
  const inner = pair ? pair.inner : [];
  if (!others) return { blocks, inner };
  const within = blocks.filter(({ codes }) => others.members.has(codes[0]!));
  const group: Block = { codes: [...others.members], low: others.low, high: others.high };
  return {
    blocks: [group, ...blocks.filter((block) => !within.includes(block))],
    inner: [...inner, ...groupConditions(others, within)],
  };
}

/** The sum of two candidates one of whom is ahead by a margin: each bounds the other. */
function pairOf(
  { winner }: System,
  margin: NonNullable<System["margin"]>,
  bounds: ReadonlyMap<string, Bounds>,
  at: bigint,
): { block: Block; inner: Condition[] } {
  const codes = [margin.winner, margin.loser];
  const [first, second] = [bounds.get(margin.winner), bounds.get(margin.loser)];
  const [low1, low2] = [first?.low ?? none(margin.winner), second?.low ?? none(margin.loser)];
  const [high1, high2] = [first?.high, second?.high];
  const [least, most] = [highestAt(margin.lows, at), lowestAt(margin.highs, at)];
  const lows = [
    combine([low1, low2]),
    ...(least ? [combine([twice(low2), least])] : []),
    ...(most ? [combine([twice(low1)], [most])] : []),
  ];
  const highs = [
    ...(high1 && high2 ? [combine([high1, high2])] : []),
    ...(high1 && least ? [combine([twice(high1)], [least])] : []),
    ...(high2 && most ? [combine([twice(high2), most])] : []),
  ];
  const inner = [
    ...(high1 && least ? [combine([high1], [low2, least])] : []),
    ...(high2 && most ? [combine([high2, most], [low1])] : []),
  ].map((each) => condition(winner === undefined ? "own" : "winner", codes, each));
  return { block: { codes, low: highestAt(lows, at), high: lowestAt(highs, at) }, inner };
}

/** The candidates behind one figure: none may need more than it, and they must take up all of it. */
function groupConditions(
  { members, low, high }: NonNullable<System["others"]>,
  within: readonly Block[],
): Condition[] {
  const needing = within.flatMap((block) => (block.low ? [block.low] : []));
  const codes = [...members];
  const named = new Set(within.filter((block) => block.low).flatMap((block) => block.codes));
  const free = codes.filter((code) => !named.has(code));
  const rest = free.length > 0 ? [none(...free)] : [];
  const taking = within.flatMap((block) => (block.high ? [block.high] : []));
  const complete =
    within.every((block) => block.high) &&
    within.reduce((sum, block) => sum + block.codes.length, 0) === members.size;
  return [
    condition("own", codes, combine([high], [...needing, ...rest])),
    ...(complete ? [condition("own", codes, combine(taking, [low]))] : []),
  ];
}

/** All blocks beside each other: what they need must fit, and every missing vote must have a place. */
function* together({ inHand }: System, blocks: readonly Block[]): Generator<Condition> {
  const needing = blocks.filter(({ low }) => low);
  if (needing.length > 0) {
    const codes = needing.flatMap((block) => block.codes);
    yield condition(
      "needs",
      codes,
      combine(
        [within(codes)],
        needing.map(({ low }) => low!),
      ),
    );
  }
  if (blocks.every(({ high }) => high)) {
    const codes = blocks.flatMap((block) => block.codes);
    if (codes.length === inHand.size)
      yield condition(
        "absorbs",
        codes,
        combine(
          blocks.map(({ high }) => high!),
          [all],
        ),
      );
  }
}

/**
 * With a winner: the more missing votes the winner has, the more every other may have and the fewer
 * must. So give the winner the most that all else allows; then nobody may need more than the winner
 * has, and all of them must have a place for every missing vote.
 */
function* winning(
  system: System,
  winner: string,
  claimed: ReadonlyMap<string, Bounds>,
  at: bigint,
): Generator<Condition> {
  const { inHand, margin, others } = system;
  const most = mostOfWinner(system, winner, claimed, at);
  const loser = margin?.loser;
  const lead = (rival: string): Line =>
    line(0n, BigInt(inHand.get(winner)! - inHand.get(rival)!) * SHARE_SCALE, {
      kind: "winner",
      candidates: [winner, rival],
    });
  const capped: Block[] = [];
  for (const code of inHand.keys()) {
    if (code === winner || code === loser) continue;
    const { low, high } = claimed.get(code) ?? {};
    const cap = combine([most, lead(code)]);
    yield condition("winner", [winner, code], combine([cap], [low ?? none(code)]));
    capped.push({ codes: [code], low, high: high ? lowestAt([high, cap], at) : cap });
  }
  const least = margin && highestAt(margin.lows, at);
  const second = loser === undefined ? undefined : claimed.get(loser)?.high;
  const below = [...(second ? [second] : []), ...(least ? [combine([most], [least])] : [])];
  const own: Block =
    loser === undefined
      ? { codes: [winner], low: undefined, high: most }
      : { codes: [winner, loser], low: undefined, high: combine([most, lowestAt(below, at)!]) };
  const blocks = [own, ...capped];
  const inside = others ? blocks.filter(({ codes }) => others.members.has(codes[0]!)) : [];
  const outside = blocks.filter((block) => !inside.includes(block));
  const highs = (of: readonly Block[]) => of.map(({ high }) => high!);
  const codes = blocks.flatMap((block) => block.codes);
  if (others) {
    yield condition("winner", [winner, ...others.members], combine(highs(inside), [others.low]));
    yield condition("winner", codes, combine([...highs(outside), others.high], [all]));
  } else yield condition("winner", codes, combine(highs(blocks), [all]));
}

/** The most missing votes of the winner, when everybody else has the least. */
function mostOfWinner(
  system: System,
  winner: string,
  claimed: ReadonlyMap<string, Bounds>,
  at: bigint,
): Line {
  const { margin, others } = system;
  const loser = margin?.loser;
  const own = claimed.get(winner)?.high;
  const left: Line[] = [];
  const rivals = [...claimed].flatMap(([code, { low }]) =>
    low && code !== winner && code !== loser ? [{ code, low }] : [],
  );
  const inGroup = (code: string) => others?.members.has(code) ?? false;
  const mine = [winner, ...(loser === undefined ? [] : [loser])];
  // What the others leave of all missing votes; a group has its number whoever is in it.
  if (!others || !inGroup(winner)) {
    const beside = rivals.filter(({ code }) => !inGroup(code));
    const codes = [...mine, ...beside.map(({ code }) => code), ...(others?.members ?? [])];
    left.push(
      combine([within(codes)], [...beside.map(({ low }) => low), ...(others ? [others.low] : [])]),
    );
  } else {
    const beside = rivals.filter(({ code }) => inGroup(code));
    const named = new Set([...mine, ...beside.map(({ code }) => code)]);
    const free = [...others.members].filter((code) => !named.has(code));
    const rest = free.length > 0 ? [none(...free)] : [];
    left.push(combine([others.high], [...beside.map(({ low }) => low), ...rest]));
  }
  if (loser === undefined) return lowestAt([...(own ? [own] : []), ...left], at)!;
  const low = claimed.get(loser)?.low ?? none(loser);
  const high = claimed.get(loser)?.high;
  const most = lowestAt(margin!.highs, at);
  return lowestAt(
    [
      ...(own ? [own] : []),
      ...(high && most ? [combine([high, most])] : []),
      ...left.map((each) => combine([each], [low])),
      ...(most ? left.map((each) => half(combine([each, most]))) : []),
    ],
    at,
  )!;
}

/** No missing votes: the least that any candidates can have. */
const none = (...candidates: readonly string[]): Line =>
  line(0n, 0n, { kind: "no-negative", candidates });

/** W as the most that these candidates can have together. */
const within = (candidates: readonly string[]): Line =>
  line(SHARE_SCALE, 0n, { kind: "within", candidates });

/** W as what all candidates have together. */
const all: Line = line(SHARE_SCALE, 0n, { kind: "all-votes" });
