import { candidateCodes, placeName, stateName } from "./names.mjs";
import { randomNumbers } from "./random.mjs";
import { RowWriter } from "./row-writer.mjs";

export const STATES = 36;
const SUBDISTRICTS_IN_DISTRICT = 8;
const SUBDISTRICTS_IN_STATE = 176;
const LEAST_CENTRES_IN_SUBDISTRICT = 4;
const MOST_TABLES_IN_CENTRE = 15;
const COMMA = 0x2c;
const COLUMNS = [
  ..."STATE_CODE,STATE,DISTRICT_CODE,DISTRICT,SUBDISTRICT_CODE,SUBDISTRICT".split(","),
  ..."CENTRE,CENTRE_NAME,POLL_TABLE,REGISTERED,VALID,NULL_VOTES".split(","),
];

/**
 * Writes one row per station: three levels of regions, a key of two columns, voters, valid and null
 * votes, the candidates, which add up to the valid votes, and the sheet's number. Of the rows, `bad`
 * percent fail a check.
 */
export function writeWide(path, { rows, candidates, bad, seed }) {
  const writer = new RowWriter(path);
  const below = randomNumbers(seed);
  const codes = candidateCodes(candidates);
  writer.text([...COLUMNS, ...codes, "SHEET"].join(","));
  writer.endRow();
  const conflicting = [];
  for (const { place, table } of stations(rows, below)) {
    writer.bytes(place);
    const sheet = makeSheet(candidates, below);
    writer.number(table, 2);
    for (const count of sheet) {
      writer.byte(COMMA);
      writer.number(count);
    }
    writer.byte(COMMA);
    writer.number(below(1e8), 8);
    writer.number(below(1e8), 8);
    if (below(1e6) < bad * 1e4) damage(writer, codes.length, below, conflicting);
    writer.endRow();
  }
  // Far from the row that they repeat, so that looking at neighbours does not find them.
  for (const row of conflicting) {
    writer.text(row);
    writer.endRow();
  }
  writer.close();
}

/** Every station: the text of its row up to the table's number, which is the same for its centre. */
function* stations(rows, below) {
  const upTo = (states) => Math.floor((rows * states) / STATES);
  for (let state = 0; state < STATES; state++) {
    const wanted = upTo(state + 1) - upTo(state);
    const inSubdistrict = Math.max(
      LEAST_CENTRES_IN_SUBDISTRICT,
      Math.ceil(wanted / 2 / SUBDISTRICTS_IN_STATE),
    );
    for (let centre = 0, made = 0; made < wanted; centre++) {
      const place = placeOf(state, Math.floor(centre / inSubdistrict), centre % inSubdistrict);
      const tables = Math.min(tablesIn(below), wanted - made);
      for (let table = 1; table <= tables; table++) yield { place, table };
      made += tables;
    }
  }
}

/** Half of the centres have one table, a quarter have two, and so on. */
function tablesIn(below) {
  let tables = 1;
  while (tables < MOST_TABLES_IN_CENTRE && below(2) === 0) tables++;
  return tables;
}

function placeOf(state, subdistrictInState, centre) {
  const district = 1 + Math.floor(subdistrictInState / SUBDISTRICTS_IN_DISTRICT);
  const subdistrict = 1 + (subdistrictInState % SUBDISTRICTS_IN_DISTRICT);
  const pad = (code, digits) => `${code}`.padStart(digits, "0");
  const fields = [
    pad(state + 1, 2),
    `EDO. ${stateName(state)}`,
    pad(district, 2),
    `DT. ${placeName(district + state)}`,
    pad(subdistrict, 2),
    `SD. ${placeName(subdistrict + district)}`,
    pad(state + 1, 2) + pad(district, 2) + pad(subdistrict, 2) + pad(centre + 1, 3),
    `UNIDAD EDUCATIVA NACIONAL ${placeName(centre + district)}`,
  ];
  return Buffer.from(`${fields.join(",")},`);
}

/** Voters, valid votes, null votes, and the candidates' votes. */
function makeSheet(candidates, below) {
  const votes = Array.from({ length: candidates }, (_, index) =>
    index === 0 ? 100 + below(400) : index === 1 ? 50 + below(150) : below(25),
  );
  const valid = votes.reduce((sum, count) => sum + count);
  const invalid = below(12);
  return [valid + invalid + below(400), valid, invalid, ...votes];
}

/** Breaks the row that is being written, in one of the ways that the checks are there for. */
function damage(writer, candidates, below, conflicting) {
  const sound = writer.takeRow();
  const fields = sound.split(",");
  const at = (name) => COLUMNS.indexOf(name);
  const votes = COLUMNS.length + below(candidates);
  const ways = [
    () => (fields[votes] = `${+fields[votes] + 1}`),
    () => (fields[votes] = ""),
    () => (fields[votes] = `+${fields[votes]}`),
    () => (fields[votes] += ".4"),
    () => (fields[at("VALID")] += "O"),
    // A second row of the same station, in itself as sound as the first.
    () => {
      const copy = [...fields];
      for (const column of [at("REGISTERED"), at("VALID"), votes])
        copy[column] = `${+copy[column] + 1}`;
      conflicting.push(copy.join(","));
    },
  ];
  ways[below(ways.length)]();
  writer.text(fields.join(","));
}
