import type { Election } from "../model/election";
import { TallyError } from "../model/error";
import type { StationRegister } from "../model/register";
import type { Tallies } from "../model/tallies";
import { Undecided } from "./byte-encoding";
import { type NamedBytes, nameInputs, type TallyInputs } from "./input";
import { Reading } from "./reading";
import { readsBytes } from "./tokenise";

/** How far the reading of all inputs is. */
export interface ReadProgress {
  /** Rows read so far, in all inputs. */
  readonly rows: number;
  /** Bytes read so far, in all inputs, as they are stored: of a packed file, packed. */
  readonly bytes: number;
  /** Bytes of all inputs; absent where nobody knows how many there are. */
  readonly ofBytes?: number;
}

/** Bytes after which progress is told anew: some hundredths of a second. */
const PIECE = 1 << 22;

const LF = 0x0a;

/** Reads tallies by an election that has been checked; see `readTallies`, which checks it. */
export function readInputs(
  inputs: TallyInputs,
  election: Election,
  register: StationRegister | undefined,
  onProgress?: (progress: ReadProgress) => void,
): Tallies {
  const named = nameInputs(inputs);
  refuseRepeated(named);
  const ofBytes = named.reduce((sum, { data }) => sum + data.length, 0);
  const whole = new Set(readsBytes(election.layout.encoding) ? [] : named);
  for (;;) {
    const reading = new Reading(election, register);
    let before = 0;
    try {
      for (const input of named) {
        const report = (bytes: number) =>
          onProgress?.({ rows: reading.rows, bytes: before + bytes, ofBytes });
        if (whole.has(input)) reading.readWhole(input.name, input.data, input);
        else readPieces(reading, input, onProgress ? PIECE : Infinity, report);
        before += input.data.length;
      }
      return reading.finish();
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
      // Again, with the input that stopped it as a whole: earlier ones are in the same table.
      whole.add(named.find(({ name }) => name === error.source)!);
    }
  }
}

function readPieces(
  reading: Reading,
  { name, data, sha256, bytes }: NamedBytes,
  size: number,
  report: (bytes: number) => void,
): void {
  reading.begin(name);
  let from = 0;
  do {
    // Cut at a line end, so that no row need be put together.
    const end = from + size >= data.length ? data.length : data.lastIndexOf(LF, from + size) + 1;
    const to = end > from ? end : data.length;
    reading.feed(data.subarray(from, to), to === data.length);
    report(to);
    from = to;
  } while (from < data.length);
  reading.end({ sha256, bytes });
}

/** A file given twice would make every station a duplicate of itself. */
export function refuseRepeated(
  inputs: readonly { readonly name: string; readonly sha256: string }[],
): void {
  const names = new Map<string, string>();
  for (const { name, sha256 } of inputs) {
    const first = names.get(sha256);
    if (first !== undefined)
      throw new TallyError(
        "input-repeated",
        first === name
          ? `${name} is given twice. Name each file once.`
          : `${name} and ${first} are the same file. Leave one of them out.`,
      );
    names.set(sha256, name);
  }
}
