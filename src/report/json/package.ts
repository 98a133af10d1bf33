import type { TableField } from "./tables";

/** An exported table, and where its CSV is: a path beside the descriptor, or a URL. */
export interface PackagedTable {
  /** What `candidatesToCsv`, `regionsToCsv` or `issuesToCsv` makes. */
  readonly table: "candidates" | "regions" | "issues";
  readonly path: string;
}

/** A Frictionless Data Package (version 1) of tables: what stands in `datapackage.json`. */
export interface DataPackage {
  readonly profile: "tabular-data-package";
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The files of tallies and registers that all was worked out from. */
  readonly sources: readonly {
    readonly title: string;
    readonly hash: string;
    readonly bytes: number;
    readonly encoding: string;
  }[];
  readonly resources: readonly DataResource[];
}

/** One table of a {@link DataPackage}. */
export interface DataResource {
  readonly profile: "tabular-data-resource";
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly format: "csv";
  readonly mediatype: "text/csv";
  readonly encoding: "utf-8";
  readonly dialect: {
    readonly delimiter: ",";
    readonly lineTerminator: "\r\n";
    readonly quoteChar: '"';
    readonly doubleQuote: true;
    readonly header: true;
  };
  readonly schema: {
    readonly fields: readonly TableField[];
    readonly missingValues: readonly [""];
  };
}
