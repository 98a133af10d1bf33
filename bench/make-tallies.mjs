// Writes a tally file of the shape and size of Venezuela's of 2024 to standard output:
//   node bench/make-tallies.mjs SEED [damaged]
// The same seed gives the same bytes. "damaged" breaks one row in a hundred, to see who notices.

const STATIONS = 25_073;
const MOST_STATIONS_IN_CENTRE = 15;
const CENTRES_IN_PARISH = 12;
const PARISHES_IN_MUNICIPALITY = 4;
const SMALL_CANDIDATES = 8;
const COLUMNS = (
  "COD_EDO,EDO,COD_MUN,MUN,COD_PAR,PAR,CENTRO,MESA,VOTOS_VALIDOS,VOTOS_NULOS," +
  "EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA,URL"
).split(",");
const STATES = (
  "DTTO. CAPITAL,EDO. ANZOATEGUI,EDO. APURE,EDO. ARAGUA,EDO. BARINAS,EDO. BOLIVAR," +
  "EDO. CARABOBO,EDO. COJEDES,EDO. FALCON,EDO. GUARICO,EDO. LARA,EDO. MERIDA,EDO. MIRANDA," +
  "EDO. MONAGAS,EDO.NVA.ESPARTA,EDO. PORTUGUESA,EDO. SUCRE,EDO. TACHIRA,EDO. TRUJILLO," +
  "EDO. YARACUY,EDO. ZULIA,EDO. AMAZONAS,EDO. DELTA AMAC,EDO. LA GUAIRA"
).split(",");
const PLACES = [
  "BOLIVAR",
  "PEÑA",
  "SUCRE",
  "NUÑEZ",
  "MIRANDA",
  "SAN JOSE",
  "LIBERTADOR",
  "BRICEÑO",
];

const [seed = "1", kind] = process.argv.slice(2);
const random = generator(Number(seed));
const rows = STATES.flatMap(stateRows);
if (kind === "damaged") damage(rows);
process.stdout.write(`${[COLUMNS, ...rows].map((row) => row.join(",")).join("\n")}\n`);

/** Mulberry32: numbers from 0 to 1 that are the same on every machine. */
function generator(start) {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function below(limit) {
  return Math.floor(random() * limit);
}

/** The rows of one state; every state has its equal part of the stations. */
function stateRows(state, index) {
  const upTo = (states) => Math.floor((STATIONS * states) / STATES.length);
  const wanted = upTo(index + 1) - upTo(index);
  const made = [];
  for (let centre = 0; made.length < wanted; centre++) {
    const stations = Math.min(stationsInCentre(), wanted - made.length);
    const place = placeOf(index, state, centre);
    for (let station = 1; station <= stations; station++)
      made.push([...place, station, ...sheet(), url()]);
  }
  return made;
}

/** Half of the centres have one station, a quarter have two, and so on. */
function stationsInCentre() {
  let stations = 1;
  while (stations < MOST_STATIONS_IN_CENTRE && random() < 0.5) stations++;
  return stations;
}

function placeOf(index, state, centre) {
  const parishes = Math.floor(centre / CENTRES_IN_PARISH);
  const municipality = 1 + Math.floor(parishes / PARISHES_IN_MUNICIPALITY);
  const parish = 1 + (parishes % PARISHES_IN_MUNICIPALITY);
  const pad = (code, digits) => `${code}`.padStart(digits, "0");
  return [
    index + 1,
    state,
    municipality,
    `MP. ${PLACES[municipality % PLACES.length]}`,
    parish,
    `PQ. ${PLACES[(municipality + parish) % PLACES.length]}`,
    // Nine digits, of which a spreadsheet dropped the leading zero of states 1 to 9.
    `${index + 1}${pad(municipality, 2)}${pad(parish, 2)}${pad(centre + 1, 3)}`,
  ];
}

/** Valid votes, invalid votes, and the candidates' votes, which add up to the valid ones. */
function sheet() {
  const small = Array.from({ length: SMALL_CANDIDATES }, () => below(5));
  const votes = [100 + below(400), 50 + below(150), ...small];
  return [votes.reduce((sum, count) => sum + count), below(2), ...votes];
}

function url() {
  const number = () => 100_000 + below(900_000);
  return `https://tally-sheets.example.org/venezuela-2024/${number()}_${number()}.jpg`;
}

/** Breaks every hundredth row, in turn in each of the ways that the checks are there for. */
function damage(sound) {
  const [CENTRO, VALID, EG] = ["CENTRO", "VOTOS_VALIDOS", "EG"].map((name) =>
    COLUMNS.indexOf(name),
  );
  const ways = [
    (row) => (row[EG] += 1),
    (row) => (row[EG] = ""),
    (row) => (row[EG] = `+${row[EG]}`),
    (row) => (row[EG] = `${row[EG]}.4`),
    (row) => (row[VALID] = `${row[VALID]}O`),
    // Once more with other figures, and with the zero that the spreadsheet dropped.
    (row) => {
      const copy = [...row];
      copy[CENTRO] = row[CENTRO].padStart(9, "0");
      copy[EG] += 1;
      copy[VALID] += 1;
      sound.push(copy);
    },
  ];
  const broken = sound.filter((_, index) => index % 100 === 0);
  for (const [turn, row] of broken.entries()) ways[turn % ways.length](row);
}
