import { describe, test } from "vitest";

type Describe = (name: string, body: () => void | Promise<void>) => void;

/**
 * A group of tests that begins by reading what is no part of the project. `describe.runIf` runs the body
 * even where nothing is there to read, to see which tests it would skip.
 */
export const describeWhere = (isThere: boolean): Describe =>
  isThere
    ? (name, body) => describe(name, body)
    : (name) => describe.skip(name, () => test("needs ../shared", () => {}));
