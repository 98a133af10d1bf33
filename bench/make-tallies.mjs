// Writes a tally file of the shape and size of Venezuela's 2024 one to standard output:
//   node bench/make-tallies.mjs SEED [damaged]
// The same seed gives the same bytes. "damaged" breaks a few rows, to see who notices.

const STATIONS = 25_073;
const STATES = [
  "DTTO. CAPITAL",
  "EDO. ANZOATEGUI",
  "EDO. APURE",
  "EDO. ARAGUA",
  "EDO. BARINAS",
  "EDO. BOLIVAR",
  "EDO. CARABOBO",
  "EDO. COJEDES",
  "EDO. FALCON",
  "EDO. GUARICO",
  "EDO. LARA",
  "EDO. MERIDA",
  "EDO. MIRANDA",
  "EDO. MONAGAS",
  "EDO.NVA.ESPARTA",
  "EDO. PORTUGUESA",
  "EDO. SUCRE",
  "EDO. TACHIRA",
  "EDO. TRUJILLO",
  "EDO. YARACUY",
  "EDO. ZULIA",
  "EDO. AMAZONAS",
  "EDO. DELTA AMAC",
  "EDO. LA GUAIRA",
];
const PLACES = ["BOLIVAR", "PEÑA", "SUCRE", "NUÑEZ", "MIRANDA", "SAN JOSE", "LIBERTADOR", "BRICEÑO"];
const HEADER =
  "COD_EDO,EDO,COD_MUN,MUN,COD_PAR,PAR,CENTRO,MESA,VOTOS_VALIDOS,VOTOS_NULOS," +
  "EG,NM,LM,JABE,JOBR,AE,CF,DC,EM,BERA,URL";
const SMALL_CANDIDATES = 8;
const CENTRES_IN_PARISH = 12;
const PARISHES_IN_MUNICIPALITY = 4;
const MOST_STATIONS_IN_CENTRE = 15;

/** Mulberry32: a small generator of numbers from 0 to 1 that is the same everywhere. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function makeRows(random) {
  const below = (limit) => Math.floor(random() * limit);
  const rows = [];
  for (const [index, state] of STATES.entries()) {
    const end = Math.floor((STATIONS * (index + 1)) / STATES.length);
    for (let centre = 0; rows.length < end; centre++) {
      const parishes = Math.floor(centre / CENTRES_IN_PARISH);
      const [parish, number] = [1 + (parishes % PARISHES_IN_MUNICIPALITY), 1 + centre];
      const municipality = 1 + Math.floor(parishes / PARISHES_IN_MUNICIPALITY);
      const two = (code) => `${code}`.padStart(2, "0");
      // As a spreadsheet leaves a code of nine digits: the leading zero of states 1 to 9 is gone.
      const code = `${index + 1}${two(municipality)}${two(parish)}${`${number}`.padStart(3, "0")}`;
      let last = 1;
      while (last < MOST_STATIONS_IN_CENTRE && random() < 0.5) last++;
      for (let station = 1; station <= last && rows.length < end; station++) {
        const small = Array.from({ length: SMALL_CANDIDATES }, () => below(5));
        const votes = [100 + below(400), 50 + below(150), ...small];
        const valid = votes.reduce((sum, count) => sum + count);
        const picture = `${100_000 + below(900_000)}_${100_000 + below(900_000)}_${1000 + below(9000)}`;
        rows.push([
          index + 1,
          state,
          municipality,
          `MP. ${PLACES[municipality % PLACES.length]}`,
          parish,
          `PQ. ${PLACES[(municipality + parish) % PLACES.length]}`,
          code,
          station,
          valid,
          below(2),
          ...votes,
          `https://example.org/tally-sheets/${picture}.jpg`,
        ]);
      }
    }
  }
  return rows;
}

const [CENTRO, VALID, EG, BERA] = ["CENTRO", "VOTOS_VALIDOS", "EG", "BERA"].map((name) =>
  HEADER.split(",").indexOf(name),
);

/** Breaks one row of a hundred, in turn in each way that the checks are there for. */
function damage(rows) {
  const ways = [
    (row) => row[EG]++,
    (row) => (row[BERA] = ""),
    (row) => (row[EG] = `+${row[EG]}`),
    (row) => (row[BERA] = `${row[BERA]}.4`),
    (row) => (row[VALID] = `${row[VALID]}O`),
    // The station a second time with other figures, once more as a spreadsheet did not spoil it.
    (row) => rows.push(row.with(CENTRO, row[CENTRO].padStart(9, "0")).with(EG, 0).with(VALID, row[VALID] - row[EG])),
  ];
  const sound = rows.length;
  for (let index = 0; index < sound; index += 100) ways[(index / 100) % ways.length](rows[index]);
}

const [seed = "1", kind] = process.argv.slice(2);
const rows = makeRows(generator(Number(seed)));
if (kind === "damaged") damage(rows);
process.stdout.write(`${[HEADER, ...rows.map((row) => row.join(","))].join("\n")}\n`);
