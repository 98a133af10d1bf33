import { longElection, wideElection } from "./elections.mjs";
import { writeLong } from "./long.mjs";
import { writeV2 } from "./v2.mjs";
import { writeWide } from "./wide.mjs";

/** The files: who writes them, what describes them to tallyproof, and how many rows they have. */
export const KINDS = {
  v2: { write: writeV2, rows: 25_073 },
  wide: { write: writeWide, election: wideElection, rows: 1_050_000 },
  long: { write: writeLong, election: longElection, rows: 5_000_000 },
};
