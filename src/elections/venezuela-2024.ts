import type { Election } from "../model/election";

const SECOND_NOTE =
  'Announced at "96.87 %", a share of voters and not of stations. Read here as the result of ' +
  "all stations, because no later result was published.";

/**
 * Venezuela, presidential election of 28 July 2024: the candidates, the roll, the columns of the
 * opposition's published CSV files, and the claims of both sides. Data only.
 */
export const venezuela2024: Election = {
  id: "venezuela-2024",
  name: "Venezuela, presidential election, 28 July 2024",
  date: "2024-07-28",
  candidates: [
    { code: "EG", name: "Edmundo González Urrutia" },
    { code: "NM", name: "Nicolás Maduro Moros" },
    { code: "LM", name: "Luis Eduardo Martínez" },
    { code: "JABE", name: "Javier Bertucci" },
    { code: "JOBR", name: "José Brito" },
    { code: "AE", name: "Antonio Ecarri" },
    { code: "CF", name: "Claudio Fermín" },
    { code: "DC", name: "Daniel Ceballos" },
    { code: "EM", name: "Enrique Márquez" },
    { code: "BERA", name: "Benjamín Rausseo" },
  ],
  universe: {
    stations: 30026,
    registeredVoters: 21392464,
    source: "Gaceta Electoral 1057: 30,026 stations; 21,392,464 voters, of whom 69,211 abroad",
    otherRolls: [
      { registeredVoters: 21323253, source: "Gaceta Electoral 1057: voters in the country" },
      {
        registeredVoters: 21620705,
        source: "with foreigners, who could not vote in this election",
      },
    ],
  },
  layout: {
    station: [
      { column: "CENTRO", digits: 9 },
      { column: "MESA", digits: 2 },
    ],
    candidates: {
      EG: "EG",
      NM: "NM",
      LM: "LM",
      JABE: "JABE",
      JOBR: "JOBR",
      AE: "AE",
      CF: "CF",
      DC: "DC",
      EM: "EM",
      BERA: "BERA",
    },
    validVotes: "VOTOS_VALIDOS",
    invalidVotes: "VOTOS_NULOS",
    registeredVoters: { column: "RE", optional: true },
    regions: ["EDO", "MUN", "PAR"],
  },
  registers: [
    {
      station: [
        { column: "CENTRO", digits: 9 },
        { column: "MESA", digits: 2 },
      ],
      registeredVoters: "RE",
    },
    { region: "EDO", stations: "stations", complete: true },
  ],
  claims: [
    {
      id: "official-52",
      title: 'official result, "nearly 52 %"',
      by: "CNE",
      date: "2024-08-02",
      source: "the official result as the press summed it up",
      shares: { NM: "52" },
    },
    {
      id: "cne-bulletin-1",
      title: "first bulletin",
      by: "CNE",
      date: "2024-07-29",
      source: "read out on television on 29 July 2024; relayed by Gelman, 31 July 2024",
      note: 'Announced for "80 % of the stations", which is 24,020 of them; which ones was not said.',
      scope: { stations: 24020 },
      shares: { NM: "51.20", EG: "44.2" },
      votes: { NM: 5150092, EG: 4445978 },
      otherVotes: 462704,
      validVotes: 10058774,
      turnout: "59",
    },
    {
      id: "cne-bulletin-2",
      title: "second bulletin",
      by: "CNE",
      date: "2024-08-02",
      source: "published on 2 August 2024; relayed by caracasaldia.com and playmultimedios.com.ve",
      note: SECOND_NOTE,
      shares: {
        NM: "51.95",
        EG: "43.18",
        LM: "1.24",
        AE: "0.94",
        BERA: "0.75",
        JOBR: "0.68",
        JABE: "0.52",
        CF: "0.33",
        EM: "0.24",
        DC: "0.16",
      },
      votes: {
        NM: 6408844,
        EG: 5326104,
        LM: 152360,
        AE: 116421,
        BERA: 92903,
        JOBR: 84231,
        JABE: 64452,
        CF: 40902,
        EM: 29611,
        DC: 20056,
      },
      validVotes: 12335884,
      invalidVotes: 50785,
      ballotsCast: 12386669,
      turnout: "59.97",
    },
    {
      id: "opposition-65-30",
      title: '"65 % to 30 %"',
      by: "opposition",
      date: "2024-07-29",
      source: "the opposition's summary of its tally sheets",
      shares: { EG: "65", NM: "30" },
    },
    {
      id: "opposition-67-30",
      title: '"67 % to 30 %"',
      by: "opposition",
      date: "2024-08-02",
      source: "the opposition's results page, with its first CSV file",
      shares: { EG: "67", NM: "30" },
    },
  ],
  texts: {
    es: {
      "Venezuela, presidential election, 28 July 2024":
        "Venezuela, elección presidencial, 28 de julio de 2024",
      "Gaceta Electoral 1057: 30,026 stations; 21,392,464 voters, of whom 69,211 abroad":
        "Gaceta Electoral 1057: 30.026 mesas; 21.392.464 electores, de ellos 69.211 en el exterior",
      "Gaceta Electoral 1057: voters in the country": "Gaceta Electoral 1057: electores en el país",
      "with foreigners, who could not vote in this election":
        "con extranjeros, que no podían votar en esta elección",
      opposition: "oposición",
      'official result, "nearly 52 %"': "resultado oficial, «casi 52 %»",
      "the official result as the press summed it up":
        "el resultado oficial, tal como lo resumió la prensa",
      "first bulletin": "primer boletín",
      "read out on television on 29 July 2024; relayed by Gelman, 31 July 2024":
        "leído por televisión el 29 de julio de 2024; citado por Gelman, 31 de julio de 2024",
      'Announced for "80 % of the stations", which is 24,020 of them; which ones was not said.':
        "Anunciado con «80 % de las mesas», es decir, 24.020; no se dijo cuáles.",
      "second bulletin": "segundo boletín",
      "published on 2 August 2024; relayed by caracasaldia.com and playmultimedios.com.ve":
        "publicado el 2 de agosto de 2024; citado por caracasaldia.com y playmultimedios.com.ve",
      [SECOND_NOTE]:
        "Anunciado con «96,87 %», un porcentaje de electores y no de mesas. Aquí se toma como el " +
        "resultado de todas las mesas, porque no se publicó ninguno posterior.",
      '"65 % to 30 %"': "«65 % a 30 %»",
      "the opposition's summary of its tally sheets": "el resumen de la oposición de sus actas",
      '"67 % to 30 %"': "«67 % a 30 %»",
      "the opposition's results page, with its first CSV file":
        "la página de resultados de la oposición, con su primer archivo CSV",
    },
  },
};
