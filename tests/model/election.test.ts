import { describe, expect, test } from "vitest";
import { type Claim, parseElection, TallyError } from "../../src/index";
import { claimedInterval, SHARE_SCALE } from "../../src/model/claim";
import { venezuela2024 } from "../../src/elections/index";

const withClaim = (claim: object) => ({
  ...venezuela2024,
  claims: [{ id: "c", title: "t", by: "b", ...claim }],
});

const messageOf = (value: unknown) => {
  try {
    parseElection(value);
  } catch (error) {
    expect(error).toBeInstanceOf(TallyError);
    return (error as TallyError).message;
  }
  return "accepted";
};

describe("parseElection", () => {
  test("the ready-made election is valid and survives JSON", () => {
    expect(parseElection(JSON.parse(JSON.stringify(venezuela2024)))).toEqual(venezuela2024);
  });

  test.each<[string, object, string]>([
    [
      "a share above 100",
      { shares: { NM: "652" } },
      "claims[0].shares.NM: must be between 0 and 100 percent",
    ],
    [
      "a share with a comma",
      { shares: { NM: "51,95" } },
      'claims[0].shares.NM: must be a percentage such as "52" or "51.95": digits, with a point, without a sign',
    ],
    [
      "a share as a number",
      { shares: { NM: 52 } },
      'claims[0].shares.NM: must be text such as "51.95", in quotes, because its digits say how precise it is',
    ],
    [
      "an unknown candidate",
      { shares: { XX: "52" } },
      "claims[0].shares.XX: is not a candidate; the candidates are EG, NM",
    ],
    ["an unknown winner", { winner: "XX" }, 'claims[0].winner: "XX" is not a candidate'],
    ["half a vote", { votes: { NM: 1.5 } }, "claims[0].votes.NM: must be a whole number"],
    ["negative votes", { votes: { NM: -1 } }, "claims[0].votes.NM: must be at least 0"],
    ["no figure", {}, "claims[0]: must state at least one figure"],
    ["an unknown field", { share: { NM: "52" } }, "has a field that is not known: share"],
    [
      "too large a scope",
      { winner: "NM", scope: { stations: 30027 } },
      "claims[0].scope: covers more than 30026 stations",
    ],
    [
      "a date in words",
      { winner: "NM", date: "July 28" },
      "claims[0].date: must be a day written YYYY-MM-DD",
    ],
  ])("%s", (_, claim, message) => {
    expect(messageOf(withClaim(claim))).toContain(message);
  });

  test("everything wrong is listed at once", () => {
    const message = messageOf({ ...venezuela2024, name: "", universe: { stations: 0 } });
    expect(message.split("\n")).toHaveLength(4);
    expect(message).toMatch(/name: must not be empty/);
    expect(message).toMatch(/universe\.stations: must be at least 1/);
    expect(message).toMatch(/universe\.registeredVoters: is missing/);
  });

  test.each([
    ["text", "venezuela"],
    ["a list", []],
    ["null", null],
  ])("%s is no election", (_, value) => {
    expect(messageOf(value)).toContain("the whole: must be an object");
  });

  test("a layout must place every candidate and no other", () => {
    const { EG: _, ...rest } = venezuela2024.layout.candidates;
    const candidates = { ...rest, ZZ: "ZZ" };
    const message = messageOf({
      ...venezuela2024,
      layout: { ...venezuela2024.layout, candidates },
    });
    expect(message).toContain('layout.candidates: must say which column holds "EG"');
    expect(message).toContain("layout.candidates.ZZ: is not a candidate");
  });

  test("codes and ids may not repeat", () => {
    const twice = venezuela2024.candidates.with(1, venezuela2024.candidates[0]!);
    expect(messageOf({ ...venezuela2024, candidates: twice })).toContain('"EG" is given twice');
    const claims = [venezuela2024.claims[0], venezuela2024.claims[0]] as Claim[];
    expect(messageOf({ ...venezuela2024, claims })).toContain('"official-52" is given twice');
  });
});

describe("the interval that a published percentage stands for", () => {
  const percentOf = (value: bigint) => Number((value * 10n ** 9n) / SHARE_SCALE) / 10 ** 7;

  test.each([
    ["52", 51.5, 52.5],
    ["51.95", 51.945, 51.955],
    ["44.2", 44.15, 44.25],
    ["51.20", 51.195, 51.205],
    ["0", 0, 0.5],
    ["100", 99.5, 100],
  ])("%s", (text, low, high) => {
    const interval = claimedInterval(text);
    expect([percentOf(interval.low), percentOf(interval.high)]).toEqual([low, high]);
  });
});
