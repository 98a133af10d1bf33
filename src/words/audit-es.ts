import type { Locale } from "../model/locale";
import type { AuditWords } from "./audit-en";

/** The headings, labels and sentences of audit reports in Spanish. */
export function auditEs({ count, decimal }: Locale): AuditWords {
  const of = (number: number, noun: string, plural = `${noun}s`) =>
    `${count(number)} ${number === 1 ? noun : plural}`;
  const list = (items: readonly string[]) => items.join("; ");
  return {
    title: (name) => `Auditoría: ${name}`,
    planTitle: (name) => `Plan de una auditoría: ${name}`,
    outcomes: {
      supported: "respaldado",
      open: "abierto",
      confirmed: "confirmado",
      overturned: "revertido",
    },

    answer: () => "¿Qué dicen las actas releídas?",
    claimed: (winners) => `Se informó: ${list(winners)}.`,
    ahead: (winner, losers) => `${winner} por delante de ${losers.join(", ")}`,
    supported: (risk, limit, sheets) =>
      `El límite de riesgo de ${limit} se alcanzó tras ${of(sheets, "acta")}; el riesgo medido es ${risk}. ` +
      "Las actas releídas respaldan el resultado informado.",
    open: (risk, limit, sheets) =>
      `Tras ${of(sheets, "acta")} el riesgo medido es ${risk}, por encima del límite de ${limit}. No es indicio contra ` +
      "el resultado informado; hay que leer más actas, o todas.",
    confirmed: () =>
      "Digan lo que digan las actas no releídas, el resultado informado se mantiene. Es aritmética y no azar.",
    overturned: () =>
      "Según las actas releídas, un ganador informado no va por delante, digan lo que digan las demás. El resultado " +
      "informado es erróneo para estas actas.",
    noMargin: () =>
      "Una ventaja no supera los votos que caben en las mesas sin acta (o hay empate), así que ninguna muestra de las " +
      "actas listadas puede respaldar el resultado.",

    tested: () => "Qué se pone a prueba",
    hypothesis: (pairs) =>
      `La hipótesis nula: al menos uno de ${of(pairs, "par", "pares")} de ganador y perdedor informados está en otro orden, ` +
      "o empatado, en las actas tal como las encuentra quien las lee. La auditoría intenta rechazarla.",
    riskMeaning: () =>
      "El riesgo medido es un límite: si un resultado informado es erróneo, una auditoría como esta llega a medir tan poco " +
      "a lo sumo con esta probabilidad. No es la probabilidad de que el resultado sea erróneo.",
    compared: () =>
      "Se comparan los votos informados de cada mesa sorteada con lo que se leyó en su acta. Leer imágenes pone a " +
      "prueba la transcripción, y no si las imágenes son auténticas; leer el papel pone a prueba ambas cosas.",
    bounds: (bound) =>
      `Cota de error U = ${decimal(bound)}: tantas veces podrían las mesas listadas, juntas, deshacer una ventaja.`,
    uncovered: (stations, ballots) =>
      `En ${of(stations, "mesa")} sin acta caben ${of(ballots, "voto")}; todos se restan de cada ventaja.`,
    coveredOnly: () =>
      "Solo se auditan las mesas listadas. Lo que haya en mesas sin acta queda fuera.",
    pair: () => "par",
    reportedLead: () => "ventaja informada",
    leadToUndo: () => "ventaja por deshacer",
    overstated: () => "exceso hallado",
    leads: () => "Ventajas, y lo que les restan las actas releídas",

    sheets: () => "Actas releídas",
    sheetCounts: (drawn, read, missing, unreadable, waiting) =>
      `${of(drawn, "sorteo")}: ${of(read, "leída")}, ${of(missing, "ausente")}, ${of(unreadable, "ilegible")}, ` +
      `${of(waiting, "pendiente")}.`,
    lostCounts: () =>
      "Un acta ausente o ilegible cuenta como si todos sus votos fueran del perdedor.",
    early: (number) =>
      number === 1
        ? "1 lectura está detrás de un acta pendiente, y aún no cuenta."
        : `${count(number)} lecturas están detrás de un acta pendiente, y aún no cuentan.`,
    place: () => "lugar",
    station: () => "mesa",
    state: () => "estado",
    states: { read: "leída", missing: "ausente", unreadable: "ilegible" },
    taint: () => "error relativo",
    risk: () => "riesgo",
    steps: () => "Actas en el orden del sorteo, y el riesgo tras cada una",
    moreSteps: (number) =>
      `${of(number, "acta")} más sin diferencias; todas están en la salida JSON.`,
    differences: () => "Dónde un acta dice algo distinto de lo informado",
    noDifference: () => "Toda acta que se pudo leer dice lo informado.",
    candidate: () => "candidatura",
    reported: () => "informado",
    found: () => "leído",
    disputes: (stations) =>
      `Quienes leyeron no coinciden en ${list(stations)}: mírenlo juntos y corrijan ambas planillas.`,
    readOnce: (stations) => `Leídas por alguien y aún no por todos: ${list(stations)}.`,

    repeat: () => "Cómo repetirla",
    commitment: (date, stations) => `La lista de ${of(stations, "mesa")} quedó fijada el ${date}.`,
    seed: (seed, date) => `Semilla, sorteada el ${date}: ${seed}`,
    rule: (drawing) =>
      drawing === "uniform"
        ? 'El número k es SHA-256(semilla + "," + k) como entero, módulo el número de mesas, en el orden de la lista; los ' +
          "que caen en una mesa ya sorteada se saltan."
        : 'El número k es SHA-256(semilla + "," + k) como entero, módulo la suma de las cotas de error, y cae en la primera ' +
          "mesa, en el orden de la lista, hasta la cual suman más" +
          (drawing === "weighted"
            ? "; los que caen en una mesa ya sorteada se saltan."
            : "; una mesa sorteada otra vez cuenta otra vez."),
    betting: () =>
      "Riesgo: martingala de apuestas sobre 1 − error relativo con apuesta de 0,95 (Waudby-Smith, Stark y Ramdas 2021), " +
      "mirada tras cada acta.",
    kaplanMarkov: () => "Riesgo: Kaplan–Markov (Stark 2009), con actas sorteadas con reposición.",
    commands: () =>
      "Con la lista, el compromiso y las planillas publicadas: tallyproof audit draw, tallyproof audit risk.",
    listHash: () => "lista de mesas",

    limits: () => "Qué no dice",
    limitLines: () => [
      "No dice que las actas o las imágenes sean auténticas, ni que se votara en libertad.",
      "No dice que cada cifra sea correcta: solo que los errores no bastan para cambiar quién va por delante.",
      "Depende de las cotas: en ninguna mesa hay más votos de los que dice la lista.",
    ],
    madeBy: (version) => `Hecho con tallyproof ${version}`,

    planned: () => "Actas por releer",
    planLead: (stations, bound) => `${of(stations, "mesa")}; cota de error U = ${decimal(bound)}.`,
    riskLimit: () => "límite de riesgo",
    clean: () => "apuestas",
    kaplanMarkovClean: () => "Kaplan–Markov",
    assumed: (share, taint) =>
      taint === undefined ? `${share} ausentes` : `${share} con error ${decimal(taint)}`,
    range: (median, ninetieth) =>
      median === ninetieth ? count(median) : `${count(median)} (${count(ninetieth)})`,
    notReached: () => "no se alcanza",
    planNote: (runs, seed) =>
      `Por apuestas y por Kaplan–Markov si ningún acta tiene error. Con errores: la mediana de ${of(runs, "auditoría simulada", "auditorías simuladas")} por apuestas y, entre paréntesis, ` +
      `lo que nueve de diez necesitan a lo sumo (semilla «${seed}»). El error relativo de un acta es su error como parte del ` +
      "mayor que puede tener; 1 es un acta ausente.",
    planMeaning: () =>
      "Un plan solo dice lo que puede costar una auditoría. Sorteen algunas actas más, o una segunda ronda: el sorteo se puede " +
      "alargar.",
  };
}
