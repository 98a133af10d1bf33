import type { Outcome } from "../judge/verdict";
import type { Remainder } from "../judge/remainder";
import type { Locale } from "../model/locale";
import { OUTCOMES } from "./outcomes";
import type { ReportWords } from "./report-en";

/** The headings, labels and sentences of reports in Spanish; see the English ones for what they mean. */
export function reportEs({ count, decimal }: Locale): ReportWords {
  const of = (number: number, one: string, many: string) =>
    `${count(number)} ${number === 1 ? one : many}`;
  const stationsOf = (number: number) => of(number, "mesa", "mesas");
  const votesOf = (number: number) => of(number, "voto", "votos");
  const validOf = (number: number) => of(number, "voto válido", "votos válidos");
  const votersOf = (number: number) => of(number, "elector inscrito", "electores inscritos");
  const pointsOf = (text: string) =>
    `${text} ${/^[−-]?1$/.test(text) ? "punto porcentual" : "puntos porcentuales"}`;
  const missingOnes = (number: number) =>
    number === 1 ? "la única mesa faltante" : `las ${count(number)} mesas faltantes`;
  const starting = (text: string) => text.replace(/^l/, "L");
  const can = (number: number) => (number === 1 ? "puede" : "pueden");
  const list = (items: readonly string[]) => items.join("; ");
  /** `A, B o C`, with "u" before a vowel that sounds like "o". */
  const either = (names: readonly string[]) => {
    const last = names.at(-1) ?? "";
    if (names.length < 2) return last;
    return `${names.slice(0, -1).join(", ")} ${/^h?o/i.test(last) ? "u" : "o"} ${last}`;
  };
  const most = "la mayor cantidad de votos";

  return {
    outcomes: OUTCOMES.es,
    and: (first: string, second: string) =>
      `${first} ${/^h?i(?!e)/i.test(second) ? "e" : "y"} ${second}`,

    // The answer
    assumption: (percent: string) =>
      `Supuesto, y no dato conocido: de los electores de las mesas faltantes votó como máximo el ${decimal(percent)} %. ` +
      "Todos los veredictos que siguen se basan en ese supuesto.",
    leadNobody: () =>
      "Todas las mesas están contadas, y ninguna candidatura tiene más votos que todas las demás.",
    leadOpen: (missing: number, possible: readonly string[] | undefined) => {
      const outset = `${starting(missingOnes(missing))} todavía ${can(missing)} decidir quién tiene ${most}`;
      return possible === undefined
        ? `${outset}.`
        : `${outset}: ${either(possible)}. Nadie más puede tenerla.`;
    },
    leadCounted: (code: string, name: string) =>
      `Todas las mesas están contadas: ${code} (${name}) tiene ${most}.`,
    leadCertain: (missing: number, code: string, name: string) =>
      `Sean cuales sean los votos de ${missingOnes(missing)}, ${code} (${name}) tiene ${most}.`,
    question: () => "¿Puede ser cierta cada afirmación, según estas actas?",
    noClaims: () => "La elección no tiene afirmaciones que juzgar.",
    sameUnderRolls: (rolls: readonly string[]) =>
      `Cada veredicto es el mismo con todos los números publicados de electores inscritos: ${list(rolls)}.`,
    differsUnderRolls: (rolls: readonly string[]) =>
      `Al menos un veredicto cambia según cuál de los números publicados de electores inscritos se tome ` +
      `(${list(rolls)}); véase más abajo.`,
    nearest: (points: string, claim: string) =>
      `La afirmación más cercana a los porcentajes de las mesas cubiertas, de los que se aparta como máximo ` +
      `${pointsOf(points)}: ${claim}. La cercanía no prueba nada: las mesas faltantes pueden ser diferentes.`,
    mostlyRejected: () =>
      "Se rechazó más de la mitad de las filas. Si tantas fallan por lo mismo, la descripción (`layout`) no " +
      "corresponde al archivo: vea las incidencias más abajo, y tallyproof inspect.",
    fewVoters: (voters: number, stations: number) =>
      `El padrón electoral deja ${votersOf(voters)} para ${of(stations, "mesa faltante", "mesas faltantes")}: ¿es el ` +
      "padrón de todas las mesas, y no solo el de las cubiertas?",
    noRegistered: (some: boolean) =>
      `${some ? "Algunas" : "Las"} actas no indican los electores inscritos, así que pueden faltar más votos que si ` +
      "los indicaran; un registro de mesas reduce ese margen.",
    conditional: () =>
      "Todo esto vale si las actas son auténticas y el padrón electoral es correcto; no dice si lo son.",

    // Totals
    totals: () => "Votos en las mesas cubiertas, y porcentajes posibles en el total de mesas",
    candidate: () => "candidatura",
    votes: () => "votos",
    share: () => "porcentaje",
    least: () => "mínimo",
    most: () => "máximo",
    validVotes: (valid: number) => `Votos válidos: ${count(valid)}.`,
    noInvalid: () => "Las actas no indican votos nulos.",
    invalidVotes: (invalid: number, sheets: number | undefined) =>
      `Votos nulos: ${count(invalid)}${sheets === undefined ? "" : ` (según ${of(sheets, "acta", "actas")})`}.`,
    leastAndMost: () =>
      "Mínimo y máximo: el porcentaje de la candidatura si todos los votos faltantes fueran para las demás, o para ella.",
    lead: (
      winner: string,
      loser: string,
      lead: string,
      points: string,
      min: string,
      max: string,
      minPoints: string,
      maxPoints: string,
    ) =>
      `${winner} tiene una ventaja de ${lead} ${lead === "1" ? "voto" : "votos"} sobre ${loser} (${pointsOf(points)}); ` +
      `en el total de mesas puede ir de ${min} a ${max} (de ${minPoints} a ${pointsOf(maxPoints)}).`,

    // Coverage
    coverage: () => "Cobertura",
    stationsCovered: (covered: number, stations: number, share: string) =>
      `Mesas con acta aceptada: ${count(covered)} de ${count(stations)} (${share}).`,
    votersCovered: (registered: number, roll: number, share: string, known: number | undefined) =>
      `Electores inscritos en ellas: ${count(registered)} de los ${count(roll)} del padrón electoral (${share})` +
      (known === undefined
        ? "."
        : `; el dato se conoce solo para ${count(known)} de las mesas cubiertas.`),
    votersUnknown: (roll: number) =>
      `Electores inscritos en ellas: no se sabe; en el padrón electoral hay ${count(roll)}.`,
    room: (
      missing: number,
      votes: number,
      basis: Exclude<Remainder["basis"], "complete">,
      maxTurnout: string | undefined,
    ) => {
      const rests = {
        registered: "el padrón electoral menos los electores inscritos en las mesas cubiertas",
        mixed:
          "el padrón electoral menos los electores inscritos en las mesas cubiertas o, donde no se conocen, los " +
          "votos emitidos en ellas",
        ballots:
          "el padrón electoral menos los votos emitidos en las mesas cubiertas, porque no se conocen sus " +
          "electores inscritos",
        register: `los electores que el registro de mesas da para ${missing === 1 ? "ella" : "cada una"}`,
        regions:
          "los electores que el registro de mesas da para cada región, menos los inscritos en sus mesas cubiertas",
      }[basis];
      const caveat =
        maxTurnout === undefined
          ? "Es un límite máximo, no una previsión."
          : `De esos electores vota como máximo el ${decimal(maxTurnout)} %: eso es un supuesto.`;
      return `${starting(missingOnes(missing))} ${can(missing)} tener como máximo ${validOf(votes)}: ${rests}. ${caveat}`;
    },
    otherRolls: (rolls: readonly string[]) =>
      `Otros números publicados de electores inscritos: ${list(rolls)}. Cada afirmación se juzga también con ellos.`,
    universeSource: (source: string) =>
      `Fuente del número de mesas y del padrón electoral: ${source}.`,
    registerByRegion: (name: string, column: string) =>
      `Registro de mesas: ${name}, mesas por ${column}.`,
    registerByStation: (name: string, stations: number, covered: number, complete: boolean) =>
      `Registro de mesas: ${name}, ${stationsOf(stations)} (${of(covered, "cubierta", "cubiertas")})${complete ? "" : "; es parcial"}.`,
    coverageBy: (column: string) => `Cobertura por ${column}`,
    covered: () => "cubiertas",
    stations: () => "mesas",
    coverageShare: () => "cobertura",
    all: () => "total",
    by: (column: string, largest: number | undefined) => {
      if (largest === undefined) return `Por ${column}`;
      return `Por ${column}, ${largest === 1 ? "la candidatura" : `las ${largest} candidaturas`} con más votos`;
    },
    validVotesHeading: () => "votos válidos",

    // Claim by claim
    claims: () => "Cada afirmación",
    source: (source: string) => `Fuente: ${source}.`,
    further: (hidden: number, outcome: Outcome) => {
      const one = hidden === 1;
      const verdict = {
        contradicted: one ? "está contradicha" : "están contradichas",
        confirmed: one ? "está confirmada" : "están confirmadas",
        undecided: one ? "es posible" : "son posibles",
      }[outcome];
      return `Hay ${of(hidden, "cifra", "cifras")} más que por separado ${verdict}.`;
    },
    underRoll: (voters: number, outcome: Outcome, reason: string) => {
      const verdict = {
        contradicted: "está contradicha",
        confirmed: "está confirmada",
        undecided: "no está decidida",
      }[outcome];
      return `Con ${votersOf(voters)} en el padrón electoral, la afirmación ${verdict}. ${reason}`;
    },
    ownFigures: () => "sus cifras",
    ownAgree: () => "Concuerdan entre sí.",
    aside: () => "al margen",
    manyClaims: (most: number) =>
      `Como hay más de ${of(most, "afirmación", "afirmaciones")}, solo se comparan las cifras que dan dos de ellas, y no todas juntas.`,
    needed: () => "haría falta",
    needSupposed: (votes: number, stations_?: number) =>
      `Con ${stations_ ? `${of(stations_, "mesa faltante", "mesas faltantes")} y ` : ""}${of(votes, "voto faltante", "votos faltantes")}; entre paréntesis, el promedio de las mesas cubiertas y entre ` +
      "qué valores están nueve de cada diez:",
    needBrackets: () =>
      "Entre paréntesis, el promedio de las mesas cubiertas y entre qué valores están nueve de cada diez:",
    needPerStation: (figure: "validVotes" | "ballotsCast" | "invalidVotes") =>
      `${{ validVotes: "votos válidos", ballotsCast: "votos emitidos", invalidVotes: "votos nulos" }[figure]} por mesa`,
    needPerVoter: () => "votos válidos por elector inscrito",
    needShare: (code: string, rival: string | undefined) =>
      rival === undefined ? `porcentaje de ${code}` : `ventaja de ${code} sobre ${rival}`,
    need: (noun: string, min: string, max: string, average: string, low: string, high: string) =>
      `${noun}: ${min === max ? min : `de ${min} a ${max}`} (${average}; de ${low} a ${high}).`,
    exclusions: () =>
      "Pares de afirmaciones que no pueden ser ambas ciertas, digan lo que digan las actas",
    proofStart: (inHand: number, room: number) =>
      `Demostración, donde W es el total de votos faltantes, con ${validOf(inHand)} en las mesas cubiertas y lugar para ` +
      `${count(room)} más:`,
    proofNever: (text: string) => `Sea cual sea W: ${text}.`,
    proofFrom: (facts: string) => `Esto resulta de: ${facts}.`,
    proofSteps: (steps: string) => `Demostración: ${steps}`,
    proofTried: (min: number, max: number) =>
      min === max
        ? `Solo queda ${count(min)}: se probó, y no hay votos enteros con los que se cumpla todo.`
        : `Quedan los números de ${count(min)} a ${count(max)}: se probó cada uno, y con ninguno hay votos enteros con los ` +
          "que se cumpla todo.",

    // Distances
    distances: () =>
      "Porcentaje afirmado menos porcentaje en las mesas cubiertas, en puntos porcentuales",
    claim: () => "afirmación",
    largest: () => "mayor",
    mean: () => "promedio",
    ofShares: () => "cifras",

    // Rows and issues
    rows: () => "Filas",
    rowCounts: (
      read: number,
      accepted: number,
      rejected: number,
      duplicate: number,
      skipped: number,
    ) =>
      `${of(read, "leída", "leídas")} = ${of(accepted, "aceptada", "aceptadas")} + ` +
      `${of(rejected, "rechazada", "rechazadas")} + ${of(duplicate, "duplicada", "duplicadas")} + ` +
      `${of(skipped, "omitida", "omitidas")}.`,
    rejectedVotes: (votes: number, rows: number) =>
      `Las mesas sin una fila aceptada siguen faltando; en ${rows === 1 ? "la fila rechazada" : "las filas rechazadas"} de ` +
      `esas mesas se ${votes === 1 ? "lee" : "leen"} al menos ${votesOf(votes)}.`,
    stands: (claims: readonly string[]) =>
      `Sea cual sea su contenido, ${claims.length === 1 ? "se mantiene este veredicto" : "se mantienen estos veredictos"}: ` +
      `${list(claims)}.`,
    couldDecide: (claims: readonly string[]) =>
      `Su contenido podría decidir ${claims.length === 1 ? "esta afirmación" : "estas afirmaciones"}: ${list(claims)}.`,
    noIssues: () => "Sin incidencias.",
    issue: (severity: string, code: string, number: number, meaning: string, action: string) =>
      `${severity} ${code}, ${count(number)} ×: ${meaning} Qué hacer: ${action}`,
    more: (number: number) => `y ${count(number)} más.`,
    line: (line: number) => `línea ${line}`,
    station: (station: string) => `mesa ${station}`,
    expected: (expected: string) => `: se esperaba ${expected}`,
    found: (received: string) =>
      received === "" ? "; no se encontró nada" : `; se encontró ${received}`,
    readBy: (version: string) => `Leído con tallyproof ${version}`,
    file: (name: string, bytes: number, encoding: string) =>
      `${name}: ${of(bytes, "byte", "bytes")}, ${encoding}`,
    progress: (rows, megabytes, part) =>
      `${of(rows, "fila", "filas")}, ${part ? `${part.percent} %, ` : ""}${decimal(megabytes)} MB/s` +
      (part ? `, ${part.seconds === 1 ? "falta" : "faltan"} ${count(part.seconds)} s` : ""),

    // Charts
    charts: () => "Gráficos",
    inWords: () => "Este gráfico en palabras",
    noCharts: () =>
      "No se incluyen gráficos: instale vega y vega-lite junto a tallyproof, y genere el informe otra vez.",
  };
}
