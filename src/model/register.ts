import type { Issue } from "./issue";
import type { InputSource, RowCounts } from "./tallies";

/**
 * How many voters are registered at each station. `complete` says that it lists every station of
 * the election; a partial register only knows some of them.
 */
export interface StationRegister {
  /** Registered voters by station key, normalised by the election's layout. */
  readonly registeredVoters: ReadonlyMap<string, number>;
  readonly complete: boolean;
  readonly source: InputSource;
  readonly rows: RowCounts;
  readonly issues: readonly Issue[];
}
