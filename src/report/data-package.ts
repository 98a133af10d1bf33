import { TallyError } from "../model/error";
import { countOf, formatCount } from "../model/format";
import type { InputSource } from "../model/tallies";
import type { Verification } from "../verification";
import type { DataPackage, DataResource, PackagedTable } from "./json/package";
import { PACKAGED } from "./json/packaged";

/**
 * A Frictionless Data Package descriptor for exported tables, to be saved as `datapackage.json` beside
 * them: what each column is, and which files with which SHA-256 all of it comes from. The same
 * verification gives the same descriptor: it names no day, and no licence, which is for you to add.
 *
 * @throws TallyError `usage-invalid` for no table, one given twice, or a path that leads outside
 * @example
 * ```ts
 * import { dataPackage, readTallies, verify } from "tallyproof";
 * import { venezuela2024 } from "tallyproof/elections";
 *
 * const csv =
 *   "EDO,MUN,PAR,CENTRO,MESA,RE,VOTOS_VALIDOS,VOTOS_NULOS,EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA\n" +
 *   "E,M,P,10101001,1,500,300,2,200,100,0,0,0,0,0,0,0,0\n";
 * const verification = verify(venezuela2024, readTallies(csv, venezuela2024).tallies);
 * const { name, resources } = dataPackage(verification, [
 *   { table: "candidates", path: "candidates.csv" },
 * ]);
 * name; // => "venezuela-2024"
 * resources[0]?.schema.fields[2]?.name; // => "votes"
 * ```
 */
export function dataPackage(
  verification: Verification,
  resources: readonly PackagedTable[],
): DataPackage {
  if (!resources?.length) throw wrong("A data package needs at least one table.");
  const { election, count, sources, register, version } = verification;
  const seen = new Set<string>();
  return {
    profile: "tabular-data-package",
    name: nameOf(election.id),
    title: election.name,
    description:
      `Totals of ${formatCount(count.stations)} of ${countOf(election.universe.stations, "polling station")}, ` +
      `read by tallyproof ${version}.`,
    sources: [...sources, ...(register ? [register.source] : [])].map(sourceOf),
    resources: resources.map(({ table, path }) => {
      if (!Object.hasOwn(PACKAGED, table))
        throw wrong(`There is no table "${table}"; there are ${Object.keys(PACKAGED).join(", ")}.`);
      if (seen.has(table)) throw wrong(`The table "${table}" is given twice.`);
      seen.add(table);
      return resourceOf(verification, table, path);
    }),
  };
}

const wrong = (message: string) => new TallyError("usage-invalid", message);

const sourceOf = ({ name, sha256, bytes, encoding }: InputSource) => ({
  title: name,
  hash: `sha256:${sha256}`,
  bytes,
  encoding,
});

/** Names are of small letters, digits and a few signs. */
function nameOf(id: string): string {
  const letters = id.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return letters.replace(/[^a-z0-9._]+/g, "-").replace(/^-+|-+$/g, "") || "election";
}

/** Beside the descriptor or below it, or on the web: no program follows a path that leads elsewhere. */
function requirePath(path: string): void {
  const isUrl = /^https?:\/\/\S+$/.test(path);
  const parts = path.split("/");
  const leadsOut = /[\\:]/.test(path) || parts[0] === "" || parts.includes("..");
  if (!isUrl && leadsOut)
    throw wrong(
      `A table of a data package is beside its descriptor; the path ${JSON.stringify(path)} is not. ` +
        'Write it like "candidates.csv" or "tables/candidates.csv", or as a URL.',
    );
}

function resourceOf(
  verification: Verification,
  table: PackagedTable["table"],
  path: string,
): DataResource {
  requirePath(path);
  const { title, description, fields } = PACKAGED[table];
  return {
    profile: "tabular-data-resource",
    name: table,
    path,
    title,
    description: `${description} Text that a spreadsheet would run as a formula has an apostrophe in front; unseen characters are shown by their code, like <U+202E>.`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    dialect: {
      delimiter: ",",
      lineTerminator: "\r\n",
      quoteChar: '"',
      doubleQuote: true,
      header: true,
    },
    schema: { fields: fields(verification), missingValues: [""] },
  };
}
