/** Names of a country that there is not, some of them with letters of two bytes. */
const FIRST = ["ALTA", "BAJA", "GRAN", "NUEVA", "SANTA", "VILLA"];
const SECOND = [
  "ARAÑA",
  "BRICEÑO",
  "CORAL",
  "DELGADO",
  "ESPERANZA",
  "FALCÓN",
  "GUÁRICO",
  "HERRERA",
];
const THIRD = ["NORTE", "SUR", "ESTE", "OESTE", "ARRIBA", "ABAJO", "MAYOR", "MENOR"];

const of = (list, index) => list[index % list.length];

/** Different for every index below 36. */
export const stateName = (index) => `${of(FIRST, index)} ${SECOND[Math.floor(index / 6)]}`;

/** Different for every index below 64, and after that by number. */
export function placeName(index) {
  const name = `${of(SECOND, index)} ${of(THIRD, Math.floor(index / 8))}`;
  return index < 64 ? name : `${name} ${Math.floor(index / 64) + 1}`;
}

/** Names of candidates, about 17 letters long. */
const GIVEN = ["ANA", "BENITO", "CLARA", "DIEGO", "EVA", "FÉLIX", "GLORIA", "HUGO", "INÉS", "JOSÉ"];
export const personName = (index) =>
  `${of(GIVEN, index)} ${of(SECOND, index + Math.floor(index / 10))} ${of(FIRST, index)}`;

export const candidateCodes = (candidates) =>
  Array.from({ length: candidates }, (_, index) => `C${`${index + 1}`.padStart(2, "0")}`);
