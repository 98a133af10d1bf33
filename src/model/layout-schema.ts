import * as z from "zod";
import { filledText, wholeNumber } from "./claim-schema";
import type { Layout, RegisterLayout } from "./election";

const place = {
  column: z
    .union([filledText, z.array(filledText).min(1)], "must be a column name, or a list of them")
    .exactOptional(),
  position: wholeNumber(1).exactOptional(),
  optional: z.boolean().exactOptional(),
};

const textPlace = {
  ...place,
  split: z.string().min(1, "must not be empty").exactOptional(),
  part: wholeNumber(1).exactOptional(),
  fillDown: z.boolean().exactOptional(),
  fileName: z.boolean().exactOptional(),
};

type Place = { column?: unknown; position?: unknown; fileName?: unknown };

/** A place says where: by name, by position, or, for texts, that the file's name is meant. */
const saysWhere = ({ column, position, fileName }: Place) =>
  [column, position, fileName || undefined].filter((given) => given !== undefined).length === 1;
const WHERE = "must have a column, or a position, and not both";

const column = z.union(
  [filledText, z.strictObject(place).refine(saysWhere, WHERE)],
  'must be a column name, or like { "column": "Votes", "optional": true } or { "position": 3 }',
);

const stationColumn = z
  .strictObject({ ...textPlace, digits: wholeNumber(1).max(30).exactOptional() })
  .refine(saysWhere, `${WHERE}; or fileName`);

const region = z.union(
  [
    filledText,
    z.strictObject({ ...textPlace, name: filledText }).refine(saysWhere, `${WHERE}; or fileName`),
  ],
  'must be a column name, or like { "name": "State", "column": ["Estado", "State"] }',
);

const skipRule = z
  .strictObject({
    ...textPlace,
    in: z.array(z.string()).min(1).exactOptional(),
    notIn: z.array(z.string()).min(1).exactOptional(),
    startsWith: z.array(filledText).min(1).exactOptional(),
    reason: filledText,
  })
  .refine(saysWhere, WHERE)
  .refine(
    (rule) =>
      [rule.in, rule.notIn, rule.startsWith].filter((list) => list !== undefined).length === 1,
    "must have one of in, notIn, startsWith",
  );

const values = z
  .strictObject({
    thousands: z
      .enum([",", ".", " ", "'", "\u00A0", "\u202F"], "must be one of , . ' or a space")
      .exactOptional(),
    missing: z.record(z.string(), filledText).exactOptional(),
  })
  .exactOptional();

const DELIMITERS = [",", ";", "\t", "|"] as const;

const csvFormat = {
  encoding: filledText
    .refine(isEncoding, 'must be the name of an encoding, such as "windows-1255" or "utf-16le"')
    .exactOptional(),
  delimiter: z.enum(DELIMITERS, "must be one of , ; tab |").exactOptional(),
  header: z
    .union([wholeNumber(1), z.literal("none")], 'must be the header\'s line, from 1, or "none"')
    .exactOptional(),
  trailingDelimiter: z.boolean().exactOptional(),
};

function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== "";
  } catch {
    return false;
  }
}

const valueList = z.array(z.string()).min(1).exactOptional();

export const layoutSchema: z.ZodType<Layout> = z.strictObject({
  ...csvFormat,
  station: z.array(stationColumn).min(1, "must name at least one column"),
  candidates: z.record(
    z.string(),
    z.union(
      [column, z.array(z.string()).min(1)],
      "must be a column name or, with `rows`, a list of values",
    ),
  ),
  rows: z
    .strictObject({
      candidate: column,
      votes: column,
      sumOver: z.array(column).min(1).exactOptional(),
      absentIsZero: z.boolean().exactOptional(),
      validVotes: valueList,
      invalidVotes: valueList,
      blankVotes: valueList,
      ballotsCast: valueList,
      registeredVoters: valueList,
      ignored: valueList,
    })
    .exactOptional(),
  validVotes: column.exactOptional(),
  invalidVotes: column.exactOptional(),
  blankVotes: column.exactOptional(),
  ballotsCast: column.exactOptional(),
  registeredVoters: column.exactOptional(),
  centre: z
    .strictObject({ key: z.array(stationColumn).min(1), registeredVoters: column })
    .exactOptional(),
  regions: z.array(region).exactOptional(),
  skip: z.array(skipRule).exactOptional(),
  values,
});

export const registerSchema: z.ZodType<RegisterLayout> = z
  .strictObject({
    ...csvFormat,
    station: z.array(stationColumn).min(1).exactOptional(),
    region: filledText.exactOptional(),
    regionColumn: column.exactOptional(),
    stations: column.exactOptional(),
    registeredVoters: column.exactOptional(),
    complete: z.boolean().exactOptional(),
    values,
  })
  .refine(
    (layout) =>
      layout.station
        ? layout.region === undefined && layout.stations === undefined
        : layout.region !== undefined && layout.stations !== undefined,
    "must have the station key, or a region with its number of stations",
  );
