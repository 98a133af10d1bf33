import { OUTCOMES } from "../../words/outcomes";
import { type Figured, listed, type Words } from "./words";

const ORDERS = { file: "el orden del archivo", random: "orden aleatorio" };

export const WORDS_ES: Words = {
  outcomes: OUTCOMES.es,
  elsewhere: "contradicha*",
  elsewhereKey: "* Por otra cifra de la misma afirmación.",
  ofStations: (stations) => `${stations} mesas`,
  coverage: (covered, stations) => `Hay acta de ${covered} de ${stations} mesas.`,
  notDrawn: (claims) => `Sin dibujar: ${claims}.`,
  list: (names) => listed(names, "y"),
  others: (number) => `otras ${number}`,
  lead: (text, inPoints) => `${text} ${inPoints ? "puntos" : "votos"}`,

  inThousands: (title) => `${title}, en miles`,
  inMillions: (title) => `${title}, en millones`,

  ofValidVotes: "% de los votos válidos",
  sharesKey: "Punto: porcentaje en ellas. Barra: lo posible con todas las mesas.",
  digitsKey: "Línea bajo una marca: lo que abarcan sus cifras.",
  covered: (share) => `${share} contado`,
  between: (least, most) => `${least} a ${most}`,
  possible: (least, most) => `${least} a ${most} posible`,
  noCompletion: (candidate, claimed, end, above) =>
    `Nada de lo que falta puede dar a ${candidate} el ${claimed}; como ${above ? "máximo" : "mínimo"} tiene el ${end}`,
  contradictedClaims: (claims) => `Contradichas por las actas: ${claims}`,
  confirmedClaims: (claims) =>
    `Ciertas, contengan lo que contengan las mesas que faltan: ${claims}`,
  nothingDecided: (claims) =>
    claims === 1
      ? "Las actas no confirman ni excluyen la afirmación"
      : `Las actas no confirman ni excluyen ninguna de las ${claims} afirmaciones`,
  winnerCertain: (candidate, least, most) =>
    `${candidate} tiene más votos que nadie, falte lo que falte: ${least} a ${most}`,
  winnerOpen: "Las mesas que faltan aún pueden decidir quién tiene más votos",
  candidate: (code, covered, least, most) =>
    `${code}: ${covered} contado, ${least} a ${most} posible`,

  votes: "votos",
  remainderKey:
    "Gris intenso: contados. Tenue, hasta la línea: pueden faltar. Color: los que la afirmación necesita, o tiene de más.",
  inHand: (votes, there) => (there ? `al menos ${votes} contados en ellas` : `${votes} contados`),
  canBeMissing: (votes) => `faltan hasta ${votes}`,
  gives: (votes) => `la afirmación da ${votes}`,
  room: (votes) => `Pueden faltar como máximo ${votes} votos.`,
  noRoom: "No puede faltar ningún voto.",
  need: needOf,
  needsNone: "No necesita votos faltantes",
  ownRoom: (votes) => `sus propios totales dejan ${votes}`,
  excess: excessOf,
  tooMuch: (need, room) => `${need}; puede haber como máximo ${room}`,
  excessOf: (excess, claim) => `${excess} para lo que dice ${claim}`,
  allFit: (room) => `Ninguna afirmación necesita más que los ${room} votos que pueden faltar`,
  dependsOnRoll: (claim) =>
    `Del padrón depende si puede haber suficientes votos faltantes: ${claim}`,

  leadsEverywhere: (candidate, regions) =>
    `${candidate} tiene más votos contados que nadie en las ${regions} regiones`,
  leadsMost: (candidate, regions, all) =>
    `${candidate} tiene más votos contados que nadie en ${regions} de ${all} regiones`,
  regionsKey: (column) => `Por ${column}, de la mayor ventaja a la menor.`,
  ofCountedVotes: "% de los votos contados",
  stationsWithTally: (covered, stations) => `${covered} de ${stations} mesas con acta`,
  coverageKey: (column) => `Mesas con acta, por ${column}.`,
  coverageHeader: "actas",
  coverageColumn: "A la derecha: mesas con acta.",
  ofStationsCovered: "% de las mesas",
  coverageEnds: (low, least, high, most) =>
    low === high
      ? `Hay acta del ${least} de las mesas de ${low}`
      : `Hay acta desde el ${least} (${low}) hasta el ${most} (${high}) de las mesas`,
  largestOnly: (shown, all) => `Las ${shown} mayores de ${all}.`,

  steady: (candidates, alone, station, stations) =>
    `Desde la mesa ${station} de ${stations}, ${candidates} ${alone ? "queda" : "quedan"} a menos de 1 punto de su porcentaje final`,
  cumulativeKey: (atRandom) =>
    `En % de los votos válidos, al sumar mesas en el orden del archivo; en orden aleatorio, desde la mesa ${atRandom}. Banda: a menos de 1 punto hasta el final.`,
  orders: { file: "orden del archivo", random: "orden aleatorio" },
  stationsAdded: "mesas sumadas",
  steadyInWords: (candidate, share, order, station, stations) =>
    `En ${ORDERS[order]}, ${candidate} queda a menos de 1 punto del ${share} tras ${station} de ${stations} mesas.`,
  cumulativeCaution: "Lo que no está contado puede ser distinto.",
};

function needOf({ figure, candidate, claimed }: Figured, votes: string): string {
  if (figure === "votes") return `${candidate} necesita ${votes} votos más`;
  if (figure === "otherVotes") return `Los demás necesitan ${votes} votos más`;
  if (figure === "winner") return `${candidate} necesita ${votes} votos para empatar`;
  if (figure === "share")
    return `El ${claimed} para ${candidate} necesita ${votes} votos faltantes`;
  if (figure === "margin") return `Una ventaja de ${claimed} necesita ${votes} votos faltantes`;
  return `Necesita ${votes} votos faltantes`;
}

function excessOf({ figure, candidate }: Figured, votes: string): string {
  if (figure === "votes") return `${candidate} ya tiene ${votes} votos de más`;
  if (figure === "otherVotes") return `Los demás ya tienen ${votes} votos de más`;
  const noun = { ballotsCast: "papeletas", invalidVotes: "votos nulos" }[figure as string];
  return `Ya hay ${votes} ${noun ?? "votos válidos"} de más`;
}
