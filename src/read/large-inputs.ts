import type { Election } from "../model/election";
import type { StationRegister } from "../model/register";
import type { Tallies } from "../model/tallies";
import { batchesOf } from "./batches";
import { readsInSections, type Section, SectionedReading } from "./sections";
import { type Feed, type PiecedInput, type PiecesOptions, readBy } from "./sources";

/** An input of which parts can be read elsewhere at the same time. */
export interface LargeInput extends PiecedInput {
  /** Starts to read what follows a first part elsewhere, where that pays. */
  sections(election: Election): Sections | undefined;
}

/** An input in sections, some of which others read at the same time. */
export interface Sections {
  /** Where each begins; it ends where the next one begins, or with the input. */
  readonly starts: readonly number[];
  /** Whether nobody had claimed the section; then it is the caller's. */
  claim(at: number): boolean;
  /** What a section comes to that was claimed by others; undefined where it must be fed. */
  section(at: number): Promise<Section | undefined>;
  /** Stops the others. */
  close(): void;
}

/** Reads inputs as `readPieced` does, with most rows many at a time, and large inputs by several. */
export function readLarge(
  inputs: readonly (PiecedInput | LargeInput)[],
  election: Election,
  options: PiecesOptions,
): Promise<Tallies> {
  const inSections = options.register === undefined && readsInSections(election);
  return readBy(
    {
      begin: (_, register: StationRegister | undefined) =>
        new SectionedReading(election, register, batchesOf),
      async read(reading, input, feed, look) {
        const sections =
          inSections && "sections" in input ? (input as LargeInput).sections(election) : undefined;
        if (sections === undefined) return feed();
        try {
          await readSections(reading, input, sections, feed, look);
        } catch (error) {
          sections.close();
          throw error;
        }
      },
    },
    inputs,
    election,
    options,
  );
}

/** Feeds the sections that nobody else has claimed, and those that cannot be read by themselves. */
async function readSections(
  reading: SectionedReading,
  input: PiecedInput,
  sections: Sections,
  feed: Feed,
  look: () => Promise<void>,
): Promise<void> {
  const { starts } = sections;
  for (const [at, start] of starts.entries()) {
    const section = sections.claim(at) ? undefined : await sections.section(at);
    const end = starts[at + 1];
    if (section && reading.append(section)) input.stored = end ?? input.size!;
    else await feed(start, end);
    await look();
  }
}
