import type { Election } from "../model/election";

/**
 * Bolivia, presidential election of 20 October 2019: the candidates, the columns of the electoral
 * body's files of the preliminary (TREP) and the official count, and what each count was said to
 * show. Data only.
 */
export const bolivia2019: Election = {
  id: "bolivia-2019",
  name: "Bolivia, presidential election, 20 October 2019",
  date: "2019-10-20",
  candidates: [
    { code: "MAS", name: "Evo Morales, MAS – IPSP" },
    { code: "CC", name: "Carlos Mesa, Comunidad Ciudadana" },
    { code: "PDC", name: "Chi Hyun Chung, PDC" },
    { code: "21F", name: "Óscar Ortiz, 21F" },
    { code: "MTS", name: "Félix Patzi, MTS" },
    { code: "MNR", name: "Virginio Lema, MNR" },
    { code: "PAN-BOL", name: "Ruth Nina, PAN-BOL" },
    { code: "UCS", name: "Víctor Hugo Cárdenas, UCS" },
    { code: "FPV", name: "Israel Rodríguez, FPV" },
  ],
  universe: {
    stations: 34555,
    registeredVoters: 7315364,
    source: "the official count: 34,555 tally sheets with 7,315,364 registered voters",
  },
  layout: {
    station: [{ column: "Número Mesa" }],
    candidates: {
      MAS: "MAS - IPSP",
      CC: "CC",
      PDC: "PDC",
      "21F": "21F",
      MTS: "MTS",
      MNR: "MNR",
      "PAN-BOL": "PAN-BOL",
      UCS: "UCS",
      FPV: "FPV",
    },
    invalidVotes: "Nulos",
    blankVotes: "Blancos",
    registeredVoters: "Inscritos",
    regions: ["País", "Departamento", "Provincia", "Municipio", "Localidad", "Recinto"],
  },
  claims: [
    {
      id: "official",
      title: "official count",
      by: "electoral body (TSE)",
      date: "2019-10-25",
      source: "computo oficial, 34,555 tally sheets",
      votes: { MAS: 2889359, CC: 2240920 },
      validVotes: 6137671,
      invalidVotes: 229337,
      winner: "MAS",
      margin: { winner: "MAS", loser: "CC", share: "10.56" },
    },
    {
      id: "preliminary-83",
      title: "preliminary count when it was halted, read as a final result",
      by: "electoral body (TREP)",
      date: "2019-10-20",
      source: "shown at 19:40 with 83 % of the tally sheets",
      note: "It was never meant as final; judged here as if it were a claim on all stations.",
      shares: { MAS: "45.71", CC: "37.84" },
      margin: { winner: "MAS", loser: "CC", share: "7.87" },
    },
  ],
  texts: {
    es: {
      "Bolivia, presidential election, 20 October 2019":
        "Bolivia, elección presidencial, 20 de octubre de 2019",
      "the official count: 34,555 tally sheets with 7,315,364 registered voters":
        "el cómputo oficial: 34.555 actas con 7.315.364 electores inscritos",
      "electoral body (TSE)": "órgano electoral (TSE)",
      "electoral body (TREP)": "órgano electoral (TREP)",
      "official count": "cómputo oficial",
      "computo oficial, 34,555 tally sheets": "cómputo oficial, 34.555 actas",
      "preliminary count when it was halted, read as a final result":
        "conteo preliminar en el momento en que se detuvo, tomado como resultado final",
      "shown at 19:40 with 83 % of the tally sheets":
        "mostrado a las 19:40 con el 83 % de las actas",
      "It was never meant as final; judged here as if it were a claim on all stations.":
        "Nunca pretendió ser definitivo; aquí se juzga como si fuera una afirmación sobre todas las mesas.",
    },
  },
};
