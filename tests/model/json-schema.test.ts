import Ajv from "ajv";
import { expect, test } from "vitest";
import { electionJsonSchema } from "../../src/index";
import * as elections from "../../src/elections/index";
import { textOf } from "../fixtures";

// The dates have a pattern beside their format, so the format need not be known.
const validate = new Ajv({ strict: false, validateFormats: false }).compile(electionJsonSchema());

test("the published file is what the code makes", async () => {
  await expect(`${JSON.stringify(electionJsonSchema(), undefined, 2)}\n`).toMatchFileSnapshot(
    "../../docs/election.schema.json",
  );
});

test.each([
  ...Object.values(elections).map((election) => [
    election.id,
    JSON.parse(JSON.stringify(election)),
  ]),
  ...[
    "fixtures/tierra-clara.json",
    "fixtures/rows/election.json",
    "examples/venezuela-2024-qr.json",
  ].map((path) => [path, JSON.parse(textOf(path))]),
])("%s is valid by it", (_, election) => {
  validate(election);
  expect(validate.errors ?? []).toEqual([]);
});

test("what is wrong is seen in an editor", () => {
  const election = JSON.parse(textOf("fixtures/tierra-clara.json"));
  expect(validate({ ...election, layout: { ...election.layout, delimeter: ";" } })).toBe(false);
  expect(validate({ ...election, claims: [{ ...election.claims[0], shares: { NM: 52 } }] })).toBe(
    false,
  );
  expect(validate({ ...election, universe: { stations: 3 } })).toBe(false);
});
