import { personName, placeName } from "./names.mjs";
import { randomNumbers } from "./random.mjs";
import { RowWriter } from "./row-writer.mjs";

const COLUMNS = "DATE;STATE;TOWN_CODE;TOWN;ZONE;SECTION;OFFICE;NUMBER;CANDIDATE;VOTES".split(";");
const STATES = "AC,AL,AM,AP,BA,CE,DF,ES,GO,MA,MG,MS,MT,PA,PB,PE,PI,PR,RJ,RN,RO,RR,RS,SC,SE,SP,TO";
export const LONG_STATES = STATES.split(",");
const SECTIONS_IN_ZONE = 60;
const ZONES_IN_TOWN = 3;
const QUOTE = 0x22;
const FIRST_TOWN_CODE = 10_000;

/** Numbers in the candidate column that stand for the sheet's blank and null votes. */
export const BLANK = 95;
export const NULL = 96;

/** The numbers of the candidates, who pass over those two. */
export const longCandidates = (candidates) =>
  Array.from({ length: candidates }, (_, index) => (10 + index < BLANK ? 10 : 12) + index);

/** Rows of a station: its candidates, blank and null. */
export const rowsOfStation = (candidates) => candidates + 2;

const quoted = (fields) => fields.map((field) => `"${field}"`).join(";");

/**
 * Writes one row per station and candidate, all fields in quotes, the rows of a station together.
 * There are whole stations only, so the rows are up to half a station more or fewer than asked for.
 * Of the rows, `bad` percent are one that cannot be counted, and so their stations cannot.
 */
export function writeLong(path, { rows, candidates, bad, seed }) {
  const writer = new RowWriter(path);
  const below = randomNumbers(seed);
  const choices = choicesOf(candidates);
  const stations = Math.round(rows / rowsOfStation(candidates));
  writer.text(quoted(COLUMNS));
  writer.endRow();
  for (let station = 0; station < stations; station++) {
    const place = placeOf(station, stations);
    for (const { bytes, most } of choices) {
      writer.bytes(place);
      writer.bytes(bytes);
      writer.number(below(most));
      writer.byte(QUOTE);
      if (below(1e6) < bad * 1e4) damage(writer, below);
      else writer.endRow();
    }
  }
  writer.close();
}

/** What can be chosen: the text of the row from the candidate's number to the votes. */
function choicesOf(candidates) {
  const people = longCandidates(candidates).map((number, index) => ({
    number,
    name: personName(index),
    most: index === 0 ? 250 : index === 1 ? 180 : 25,
  }));
  const others = [
    { number: BLANK, name: "VOTO BRANCO", most: 15 },
    { number: NULL, name: "VOTO NULO", most: 20 },
  ];
  return [...people, ...others].map(({ number, name, most }) => ({
    bytes: Buffer.from(`;${quoted([number, name])};"`),
    most,
  }));
}

function placeOf(station, stations) {
  const zone = Math.floor(station / SECTIONS_IN_ZONE);
  const town = Math.floor(zone / ZONES_IN_TOWN);
  const inTown = SECTIONS_IN_ZONE * ZONES_IN_TOWN;
  const towns = Math.ceil(stations / inTown);
  const state = LONG_STATES[Math.floor((town * LONG_STATES.length) / towns)];
  const pad = (code, digits) => `${code}`.padStart(digits, "0");
  const section = pad(1 + (station % SECTIONS_IN_ZONE), 4);
  const fields = ["06/10/2024", state, FIRST_TOWN_CODE + town, placeName(town)];
  return Buffer.from(
    quoted([...fields, pad(1 + (zone % ZONES_IN_TOWN), 3), section, "Presidente"]),
  );
}

/** Ends the row that is being written so that it cannot be counted. */
function damage(writer, below) {
  const sound = writer.takeRow();
  const row = sound.split(";");
  const [number, votes] = ["NUMBER", "VOTES"].map((name) => COLUMNS.indexOf(name));
  const count = Number(row[votes].replaceAll('"', ""));
  const written = (column, text) => row.with(column, `"${text}"`).join(";");
  const ways = [
    () => [written(votes, "")],
    () => [written(votes, `+${count}`)],
    () => [written(votes, `${count}.4`)],
    () => [written(votes, `${count}O`)],
    () => [written(number, "7777")],
    () => [sound, written(votes, count + 1)],
  ];
  for (const text of ways[below(ways.length)]()) {
    writer.text(text);
    writer.endRow();
  }
}
