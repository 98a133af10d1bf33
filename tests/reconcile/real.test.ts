// The figures of the founding case and of Bolivia, as counted by two other programs.
import { describe, expect, test } from "vitest";
import { bolivia2019, venezuela2024 } from "../../src/elections/index";
import { parseElection, reconcile, reconcileAll, type Reconciliation } from "../../src/index";
import { readTalliesFile } from "../../src/node/index";
import { hasRealData, pathOf, realFile, textOf } from "../fixtures";

const qr = parseElection(JSON.parse(textOf("examples/venezuela-2024-qr.json")));
const read = async (path: string, election = venezuela2024) =>
  (await readTalliesFile(pathOf(path), election)).tallies;
const qrFile = "../shared/data/venezuela-2024/2024_vzla_presidential.csv";
const bolivian = (name: string) => read(`../shared/data/bolivia-2019/${name}.csv`, bolivia2019);

const outcomesOf = ({ views }: Reconciliation, name: string) =>
  views.find((view) => view.name === name)!.verdicts!.map(({ outcome }) => outcome);

const leadOf = ({ views }: Reconciliation, name: string) => {
  const { candidates } = views.find((view) => view.name === name)!;
  return candidates[0]!.votes - candidates[1]!.votes;
};

describe.runIf(hasRealData)("Venezuela", () => {
  test("V2 and the QR codes: 21,937 shared, 7 different, 15 only there, and no other verdict", async () => {
    const made = reconcile(await read(realFile("V2")), await read(qrFile, qr), {
      election: venezuela2024,
    });
    expect(made.stations).toEqual({
      shared: 21937,
      equal: 21930,
      different: 7,
      onlyA: 3136,
      onlyB: 15,
    });
    const counts = made.differences.map(({ station, counts: own }) => [
      station,
      ...own.map(({ candidate, a, b }) => `${candidate} ${a} ${b}`),
    ]);
    expect(counts).toEqual([
      ["030602001/02", "JABE 0 1", "JOBR 1 0"],
      ["070301020/01", "NM 211 210"],
      ["070904028/04", "JABE 6 5"],
      ["070908043/01", "NM 191 192", "CF 1 0"],
      ["110202070/01", "NM 204 201", "LM 1 4"],
      ["190601010/01", "EG 73 72"],
      ["200701014/02", "JOBR 3 2", "AE 3 4", "CF 1 4", "DC 5 2"],
    ]);
    expect(made.differences[1]).toMatchObject({ a: { line: 7362 }, b: { line: 6441 } });
    expect(made.differences[0]!.kind).toBe("swapped-columns");
    expect(made.differences[1]!.kind).toBe("one-digit");
    expect(made.nearKeys).toEqual([]);
    expect(made.bothMisread).toBeCloseTo(49 / 4 / 21930, 12);
    for (const view of ["corrected", "united"])
      expect(outcomesOf(made, view)).toEqual(outcomesOf(made, "a"));
  });

  test("V1 and V2: 24,530 shared and equal, 2 only in V1, 543 only in V2", async () => {
    const made = reconcile(await read(realFile("V1")), await read(realFile("V2")), {
      election: venezuela2024,
    });
    expect(made.stations).toEqual({
      shared: 24530,
      equal: 24530,
      different: 0,
      onlyA: 2,
      onlyB: 543,
    });
    expect(made.onlyA.map(({ station }) => station)).toEqual(["210510003/01", "210510003/03"]);
    expect(made.bothMisread).toBe(0);
    for (const { verdicts } of made.views)
      expect(verdicts!.map(({ outcome }) => outcome)).toEqual([
        "contradicted",
        "contradicted",
        "contradicted",
        "undecided",
        "undecided",
      ]);
  });

  test("all three: the other two agree wherever the QR codes read otherwise", async () => {
    const all = [await read(realFile("V1")), await read(realFile("V2")), await read(qrFile, qr)];
    const made = reconcileAll(all);
    expect(made.stations).toEqual({ all: 25090, inSeveral: 24543, inAll: 21924 });
    expect(made).toMatchObject({ unanimous: 24536, settled: 7, unsettled: 0 });
    expect(made.transcriptions.map(({ dissents }) => dissents)).toEqual([0, 0, 7]);
  });
});

describe.runIf(hasRealData)("Bolivia", () => {
  test("706 of 32,806 sheets differ between the final files; the lead grows by 1,495 votes", async () => {
    const preliminary = await bolivian("trep-2019-10-21-1829");
    const made = reconcile(preliminary, await bolivian("computo-final"), { election: bolivia2019 });
    expect(made.stations).toEqual({
      shared: 32806,
      equal: 32100,
      different: 706,
      onlyA: 0,
      onlyB: 1749,
    });
    expect(leadOf(made, "corrected") - leadOf(made, "a")).toBe(1495);
    expect(leadOf(made, "a")).toBe(592899);
    expect(leadOf(made, "b")).toBe(648439);
  });
});
