import type { Centre } from "../model/election";
import { type Issue, makeIssue } from "../model/issue";
import { COUNT_MISSING } from "./cursor";
import type { FieldReader, Named } from "./fields";
import { type Found, isOptional } from "./header";
import { StationKey } from "./station-key";

/** A centre as its rows describe it. */
interface Known {
  readonly source: string;
  readonly line: number;
  /** Undefined when no row says it, or rows differ. */
  voters: number | undefined;
  ballots: number;
}

/** Polling centres of all inputs, and the ballots of their covered stations. */
export class Centres {
  readonly #byKey = new Map<string, number>();
  readonly #known: Known[] = [];

  /** The centre's number for the rows of the table. */
  code(key: string, voters: number | undefined, source: string, line: number): number {
    let code = this.#byKey.get(key);
    if (code === undefined) {
      code = this.#known.push({ source, line, voters, ballots: 0 }) - 1;
      this.#byKey.set(key, code);
    }
    const known = this.#known[code]!;
    known.voters ??= voters;
    // Two numbers for one centre: the larger accuses nobody wrongly.
    if (voters !== undefined && known.voters !== undefined)
      known.voters = Math.max(known.voters, voters);
    return code;
  }

  add(code: number, ballots: number): void {
    this.#known[code]!.ballots += ballots;
  }

  /** The centres with more ballots than voters. */
  *issues(): Generator<Issue> {
    for (const [key, code] of this.#byKey) {
      const { voters, ballots, source, line } = this.#known[code]!;
      if (voters !== undefined && ballots > voters)
        yield makeIssue("centre-exceeds-registered", {
          source,
          line,
          expected: `at most ${voters} ballots at centre ${key}`,
          received: `${ballots}`,
        });
    }
  }
}

/** Reads the centre of each row of one input. */
export class CentreReader {
  readonly #key: StationKey;
  readonly #names: readonly string[];
  readonly #voters: Found | undefined;
  readonly #optional: boolean;

  constructor(
    private readonly fields: FieldReader,
    centre: Centre,
    private readonly centres: Centres,
  ) {
    const sources = centre.key.map((column) => fields.textOf(column));
    this.#key = new StationKey(centre.key, sources);
    this.#names = sources.map(({ name }) => name);
    this.#voters = fields.countColumn(centre.registeredVoters);
    this.#optional = isOptional(centre.registeredVoters);
  }

  /** The current row's centre; undefined, and reported, when it cannot be read. */
  read(station: Named): number | undefined {
    const { fields } = this;
    const wrong = this.#key.read(fields.rows);
    if (wrong) return fields.note(wrong.code, { ...wrong, field: this.#names[wrong.part]! });
    const voters = this.#voters ? fields.count(this.#voters, station, this.#optional) : undefined;
    if (this.#voters && voters === undefined) return undefined;
    const known = voters === COUNT_MISSING ? undefined : voters;
    return this.centres.code(this.#key.text, known, fields.source, fields.rows.line);
  }
}
