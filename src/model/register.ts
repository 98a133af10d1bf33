import type { Issue } from "./issue";
import type { InputSource, RowCounts } from "./tallies";

/** How many stations, and perhaps voters, a region has in all. */
export interface RegionUniverse {
  readonly stations: number;
  readonly registeredVoters?: number;
}

/**
 * What is known of the stations beforehand: registered voters by station, or how many stations each
 * region has. `complete` says that it lists every station of the election; a partial register only
 * knows some of them.
 */
export interface StationRegister {
  /** Registered voters by station key, normalised by the election's layout. */
  readonly registeredVoters: ReadonlyMap<string, number>;
  readonly complete: boolean;
  /** Of a register by region: the region column, and each region by its name. */
  readonly byRegion?: {
    readonly region: string;
    readonly regions: ReadonlyMap<string, RegionUniverse>;
  };
  readonly source: InputSource;
  readonly rows: RowCounts;
  readonly issues: readonly Issue[];
}
