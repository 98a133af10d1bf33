import type { Locale } from "../model/locale";
import type { JudgeWords } from "./judge-en";
import type { Cause, Range, RoomBy, RoundingWays, Term, TermNoun } from "./kinds";
import { sumInWords } from "./sum";

/** Every word in the singular: `votos válidos` becomes `voto válido`. */
const singular = (noun: string) => noun.replace(/s(?= |$)/g, "");

/** After "de": `de los 3 votos`, `del único voto`. */
const after = (phrase: string) => (phrase.startsWith("el ") ? `d${phrase}` : `de ${phrase}`);

/** `A, B y C`, with "e" before a vowel that sounds like "y". */
function list(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  if (names.length < 2) return last;
  return `${names.slice(0, -1).join(", ")} ${/^h?i(?!e)/i.test(last) ? "e" : "y"} ${last}`;
}

/**
 * The sentences of verdicts in Spanish; see the English ones for what they mean. A missing station is
 * "mesa faltante", a claim "afirmación". Nouns stand in the plural where they are handed over.
 */
export function judgeEs({ count, decimal, scientific }: Locale): JudgeWords {
  /** `1 voto válido`, `2 votos válidos`; only the words of the catalogue change, and not a name. */
  const of = (number: number, nouns: string) => {
    if (Math.abs(Math.round(number)) !== 1) return `${count(number)} ${nouns}`;
    const own = /^votos(?: válidos| emitidos| nulos| faltantes)?(?= |$)/.exec(nouns)?.[0] ?? nouns;
    return `${count(number)} ${singular(own)}${nouns.slice(own.length)}`;
  };
  const VOTES = "votos";
  const VALID = "votos válidos";
  const CAST = "votos emitidos";
  const MISSING = "votos faltantes";
  const votesOf = (number: number) => of(number, VOTES);
  const validOf = (number: number) => of(number, VALID);
  const castOf = (number: number) => of(number, CAST);
  const votersOf = (number: number) =>
    Math.round(number) === 1 ? "1 elector inscrito" : `${count(number)} electores inscritos`;
  const pointsOf = (text: string) =>
    `${text} ${/^[−-]?1$/.test(text) ? "punto porcentual" : "puntos porcentuales"}`;
  /** `los 3 votos faltantes`, `el único voto faltante`; without a noun `los 3`, `el único`. */
  const the = (number: number, nouns = "") => {
    const phrase =
      number === 1 ? `el único ${of(1, nouns).slice(2)}` : `los ${count(number)} ${nouns}`;
    return phrase.trimEnd();
  };
  const stations = (number: number) =>
    number === 1 ? "la única mesa faltante" : `las ${count(number)} mesas faltantes`;
  const groupOf = (number: number) =>
    `grupo de ${count(number)} ${number === 1 ? "mesa" : "mesas"}`;
  const whatever = (missing: number) =>
    missing === 0
      ? "Con todas las mesas contadas"
      : `Sean cuales sean los votos de ${stations(missing)}`;
  const has = (number: number) => (number === 1 ? "tiene" : "tienen");
  const canBeMissing = (number: number, limit: string) =>
    `${number === 1 ? "puede" : "pueden"} faltar ${limit} ${count(number)}`;
  /** Subject, verb, and whom the claim gives something, for a candidate or for all others. */
  const named = (code: string | undefined) =>
    code === undefined
      ? { name: "las demás candidaturas", has: "tienen", needs: "necesitan", whom: "les" }
      : { name: code, has: "tiene", needs: "necesita", whom: "le" };
  const starting = (text: string) => text.replace(/^las demás/, "Las demás");
  /** How far a candidate is above or below another, as a sentence that goes on. */
  const standing = (code: string, rival: string, lead: number) =>
    lead === 0
      ? `${code} tiene tantos votos como ${rival}`
      : `${code} está ${votesOf(Math.abs(lead))} por ${lead < 0 ? "debajo" : "encima"} de ${rival}`;
  const noneMissing = "Ya no puede haber votos faltantes";
  const most = "la mayor cantidad de votos";

  const words = {
    claimedShare: (percent: string, low: string, high: string, side?: "least" | "most") => {
      const ends = { low: decimal(low), high: decimal(high) };
      const claimed = `${decimal(percent)} %`;
      if (side === "least") return `${claimed} (${ends.low} % o más)`;
      if (side === "most") return `${claimed} (${ends.high} % o menos)`;
      return `${claimed} (de ${ends.low} % a ${ends.high} %)`;
    },
    missingVotes: (available: number, less: { ownTotals: boolean; maxTurnout?: string }) => {
      const missing = the(available, MISSING);
      if (less.ownTotals) return `${missing} que permiten los totales de la propia afirmación`;
      return less.maxTurnout === undefined
        ? missing
        : `${missing} que puede haber con una participación de ${decimal(less.maxTurnout)} %`;
    },
    perStation: (missing: string, covered: string) =>
      `${missing} por mesa, mientras que las mesas cubiertas tienen ${covered} en promedio`,
    possibleIf: ({ min, max, available, missing }: Range) => {
      if (max === 0)
        return missing === 0
          ? "si no falta ningún voto"
          : "si en las mesas faltantes no hay votos válidos";
      const outset = `si ${stations(missing)} ${has(missing)}`;
      if (min === max) return `${outset} exactamente ${validOf(min)}`;
      if (min === 0 && max === available) return "sea cual sea el número de votos faltantes";
      if (min === 0) return `${outset} como máximo ${validOf(max)}`;
      return max === available
        ? `${outset} al menos ${validOf(min)} (${canBeMissing(max, "como máximo")})`
        : `${outset} entre ${count(min)} y ${validOf(max)}`;
    },

    // Votes
    votesOfNobody: (claimed: number) =>
      `La afirmación atribuye ${votesOf(claimed)} a candidaturas distintas de las que nombra, y no hay otras.`,
    votesNeeded: (
      who: string | undefined,
      inHand: number,
      claimed: number,
      required: number,
      missing: number,
      perStation: string,
    ) => {
      const { name, has, needs, whom } = named(who);
      return (
        `${starting(name)} ${has} ${count(inHand)} ${after(the(claimed, VOTES))} que ${whom} atribuye la afirmación ` +
        `y ${needs} ${count(required)} más de ${stations(missing)} (${perStation})`
      );
    },
    votesCanBe: (needed: string, missingVotes: string) =>
      `${needed}, lo que cabe en ${missingVotes}.`,
    votesCannotBe: (needed: string, missingVotes: string) =>
      `${needed}, lo que supera ${missingVotes}.`,
    votesExactly: (who: string | undefined, claimed: number) => {
      const { name, has, whom } = named(who);
      return `${noneMissing}: ${name} ${has} exactamente ${the(claimed, VOTES)} que ${whom} atribuye la afirmación.`;
    },
    votesInHand: (who: string | undefined, inHand: number, excess: number, claimed: number) => {
      const { name, has, whom } = named(who);
      return (
        `${starting(name)} ya ${has} ${votesOf(inHand)}, ${count(excess)} más que ${the(claimed)} ` +
        `que ${whom} atribuye la afirmación en total.`
      );
    },
    votesCounted: (who: string | undefined, inHand: number, claimed: number) => {
      const { name, has } = named(who);
      return `Todas las mesas están contadas: ${name} ${has} ${votesOf(inHand)}, no ${count(claimed)}.`;
    },

    // Shares
    shareNow: (code: string, share: string) => `${noneMissing}: ${code} tiene ${share}.`,
    shareAlways: (code: string, missing: number, least: string, most: string) =>
      `${whatever(missing)}, ${code} tiene entre ${least} y ${most}.`,
    sharePossible: (
      code: string,
      share: string,
      claimed: string,
      possibleIf: string,
      need: string,
    ) => `${code} tiene ${share} hasta ahora; un ${claimed} es posible ${possibleIf}.${need}`,
    shareOfMissing: (
      outOf: number,
      code: string,
      least: string | undefined,
      most: string | undefined,
    ) => {
      const asked =
        least !== undefined && most !== undefined
          ? least === most
            ? least
            : `entre ${least} y ${most}`
          : least !== undefined
            ? `al menos ${least}`
            : `como máximo ${most}`;
      return ` Si hubiera ${of(outOf, MISSING)}, ${code} tendría que recibir ${asked} de ese total.`;
    },
    shareOfNothing: (code: string, percent: string) =>
      `No hay votos válidos, así que ${code} no tiene ningún porcentaje de ellos, y tampoco ${decimal(percent)} %.`,
    shareIsNot: (code: string, share: string, claimed: string) =>
      `${noneMissing}: ${code} tiene ${share}, no ${claimed}.`,
    shareOfWholeVotes: (available: number, code: string, claimed: string) =>
      `Ningún número entero de votos faltantes, hasta ${count(available)}, da a ${code} un ${claimed}.`,
    shareAtMost: (missingVotes: string, code: string, share: string) =>
      `Incluso sumando a ${code} ${missingVotes}, solo llegaría al ${share}.`,
    shareAtLeast: (missingVotes: string, code: string, share: string) =>
      `Incluso sumando a las demás candidaturas ${missingVotes}, ${code} quedaría en el ${share}.`,
    shareNever: (outset: string, claimed: string) =>
      `${outset} Ningún número de votos faltantes da un ${claimed}.`,
    shareNeeds: (
      outset: string,
      claimed: string,
      missing: number,
      votes: number,
      perStation: string,
    ) =>
      `${outset} Para un ${claimed}, ${stations(missing)} ${missing === 1 ? "tendría" : "tendrían"} que tener al menos ` +
      `${validOf(votes)} (${perStation}).`,

    // Totals
    totalNoun: (figure: "validVotes" | "ballotsCast" | "invalidVotes") =>
      ({ validVotes: VALID, ballotsCast: CAST, invalidVotes: "votos nulos" })[figure],
    totalInHand: (noun: string, inHand: number, excess: number, claimed: number) =>
      `Las mesas cubiertas ya tienen ${of(inHand, noun)}, ${count(excess)} más que ${the(claimed)} que da la afirmación.`,
    totalLeaves: (noun: string, required: number, missing: number, room: number, fits: boolean) =>
      `La afirmación deja ${of(required, noun)} para ${stations(missing)}, que ${missing === 1 ? "puede" : "pueden"} tener ` +
      `${fits ? "hasta" : "como máximo"} ${count(room)}.`,
    totalTooLarge: (noun: string, most: number, claimed: number) =>
      `Puede haber como máximo ${of(most, noun)}, no ${count(claimed)}.`,
    totalOpen: (noun: string, claimed: number) =>
      `Es posible que haya ${of(claimed, noun)}: no todas las actas aceptadas indican cuántos tienen.`,
    totalExact: (noun: string, claimed: number) =>
      `Las mesas cubiertas tienen exactamente ${the(claimed, noun)} que da la afirmación.`,
    turnoutIsNot: (
      side: "already" | "most" | "claimed",
      ballots: number,
      share: string,
      voters: number,
      claimed: string,
    ) => {
      const outset = {
        already: `Ya hay ${castOf(ballots)}`,
        most: `Puede haber como máximo ${castOf(ballots)}`,
        claimed: `La afirmación da ${castOf(ballots)}`,
      }[side];
      return `${outset}: ${share} de ${votersOf(voters)}, no ${claimed}.`;
    },
    turnoutOfSome: (turnout: string) =>
      `Una participación de ${decimal(turnout)} % es posible; la afirmación no dice de cuántos electores.`,
    turnoutOf: (
      turnout: string,
      voters: number,
      certain: boolean,
      ballots: number,
      share: string,
    ) =>
      `Una participación de ${decimal(turnout)} % de ${votersOf(voters)} es ${certain ? "cierta en todos los casos" : "posible"}: ` +
      `las mesas cubiertas tienen al menos ${castOf(ballots)}, ${share}.`,

    // Winner and margin
    winnerBehind: (code: string, behind: number, rival: string, missingVotes: string) =>
      `${rival} tiene una ventaja de ${votesOf(behind)} sobre ${code}, lo que supera ${missingVotes}.`,
    winnerImpossible: (code: string, missingVotes: string) =>
      `Con ${missingVotes}, ${code} no puede tener ${most}.`,
    winnerCertain: (code: string, rival: string | undefined, lead: number, room: number) =>
      rival === undefined
        ? `${code} es la única candidatura.`
        : `${code} tiene una ventaja de ${votesOf(lead)} sobre ${rival}, mayor que ${the(room)} que ${room === 1 ? "puede" : "pueden"} faltar.`,
    winnerOpen: (code: string, rival: string, lead: number, available: number) => {
      const outset =
        lead === 0
          ? `${list([code, rival])} tienen la misma cantidad de votos`
          : lead < 0
            ? `${rival} tiene una ventaja de ${votesOf(-lead)} sobre ${code}`
            : `${code} tiene una ventaja de ${votesOf(lead)} sobre ${rival}`;
      return `${outset}, y ${available === 0 ? "ya no puede haber votos faltantes" : canBeMissing(available, "hasta")}.`;
    },
    marginFigure: (votes: number | undefined, share: string | undefined) =>
      [
        ...(votes === undefined ? [] : [votesOf(votes)]),
        ...(share === undefined ? [] : [pointsOf(decimal(share))]),
      ].join(" y a la vez "),
    marginIsNot: (code: string, rival: string, votes: number, points: string, claimed: string) =>
      `${noneMissing}: ${standing(code, rival, votes)} (${pointsOf(points)}), no ${claimed} por encima.`,
    margin: (
      code: string,
      rival: string,
      lead: number,
      missingVotes: string,
      unit: "votes" | "points",
      min: string,
      max: string,
      claimed: string,
      possible: boolean,
    ) => {
      const range = `de ${min} a ${unit === "points" ? pointsOf(max) : max === "1" ? "1 voto" : `${max} votos`}`;
      const outset = `La ventaja de ${code} sobre ${rival} es hasta ahora de ${votesOf(lead)}`;
      return possible
        ? `${outset}; con ${missingVotes} puede ir ${range}, así que es posible una ventaja de ${claimed}.`
        : `${outset}. Con ${missingVotes} puede ir ${range}, pero no ser de ${claimed}.`;
    },
    marginAlways: (code: string, rival: string, missing: number, claimed: string) =>
      `${whatever(missing)}, ${code} tiene una ventaja de ${claimed} sobre ${rival}.`,

    // All figures together
    togetherCertain: () =>
      "Todas las cifras son ciertas, sean cuales sean los votos de las mesas faltantes.",
    togetherPossible: (figures: number, possibleIf: string) =>
      `Las ${figures === 2 ? "dos" : figures} cifras juntas son posibles ${possibleIf}.`,
    togetherNot: (conflict: string) =>
      `Cada cifra es posible por separado, pero no todas juntas: ${conflict}.`,
    ownNot: (conflict: string) =>
      `Las cifras de la propia afirmación se excluyen entre sí: ${conflict}.`,
    contradictsItself: (text: string) => `La afirmación se contradice a sí misma. ${text}`,
    anywhere: (missing: number, region: string) =>
      missing === 1
        ? `La única mesa faltante puede estar en ${region}.`
        : `Cualquiera de las ${count(missing)} mesas faltantes puede estar en ${region}.`,
    noWholeVotes: () => "ningún reparto en votos enteros da todas ellas",
    both: (first: string, second: string) => `${first}; y ${second}`,
    cause: (cause: Cause, who: readonly string[]) => {
      // Where a claim names every candidate, nobody is left for its other votes.
      const names = who.length === 0 ? "las demás candidaturas" : list(who);
      const many = who.length !== 1;
      return {
        negative: "como no hay votos negativos ni porcentajes sin votos",
        room: "como no quedan más electores",
        valid: "según los votos válidos que se afirman",
        ballots: "según los votos emitidos o la participación que se afirman",
        "ballots-fit":
          "como los votos válidos, nulos y en blanco deben caber en los votos emitidos que se afirman",
        "ballots-reach": "para llegar a los votos emitidos o la participación que se afirman",
        invalid: "como los votos nulos que se afirman dejan menos lugar para los válidos",
        "invalid-least": "según los votos nulos que se afirman",
        turnout: "para que la participación y los votos emitidos que se afirman concuerden",
        already: `para que lo que ${names} ya ${many ? "tienen" : "tiene"} no supere lo que se ${many ? "les" : "le"} atribuye`,
        own: `para que concuerde lo que se afirma de ${names}`,
        needs: `para que ${names} ${many ? "reciban lo que se les" : "reciba lo que se le"} atribuye`,
        absorbs: "como se atribuye a todas las candidaturas juntas menos que el total de los votos",
        winner: `para que ${who[0]} tenga ${most}`,
      }[cause];
    },
    alreadyOver: (who: readonly string[], excess: number) =>
      `${who.length === 0 ? "las demás candidaturas" : list(who)} ya ${who.length === 1 ? "tiene" : "tienen"} ${votesOf(excess)} más de los que se ${who.length === 1 ? "le" : "les"} atribuyen`,
    condition: (
      cause: string,
      side: "least" | "most" | "none",
      number: number,
      of_: "missing" | "all",
    ) => {
      const nouns = of_ === "missing" ? MISSING : VALID;
      const some = of(number, nouns);
      return {
        none: `${cause}, no sirve ningún número de ${nouns}`,
        least:
          number <= 0
            ? `${cause}, no puede haber menos de ${some}`
            : `${cause}, se ${number === 1 ? "necesitaría" : "necesitarían"} al menos ${some}`,
        most: `${cause}, podría haber como máximo ${some}`,
      }[side];
    },

    // Part of the stations
    anyStations: (claimed: number, all: number, least: number) =>
      least === 0
        ? `Cualquier ${groupOf(claimed)} de las ${count(all)} puede no tener ninguna acta aceptada aquí`
        : `De cualquier grupo de ${count(claimed)} de las ${count(all)} mesas, al menos ${count(least)} ${has(least)} acta aceptada aquí`,
    nounVotesFor: (code: string) => `votos para ${code}`,
    nounOtherVotes: () => "votos para las demás candidaturas",
    nounShare: (claimed: string, code: string) => `un ${claimed} para ${code}`,
    nounTurnout: (turnout: string, voters: number | undefined) =>
      `votos emitidos (participación según la afirmación: ${decimal(turnout)} %${voters === undefined ? "" : ` de ${votersOf(voters)}`})`,
    nounLead: (code: string, rival: string, share: string) =>
      `una ventaja de ${pointsOf(decimal(share))} de ${code} sobre ${rival}`,
    partTooMany: (
      outset: string,
      least: number,
      number: number,
      noun: string,
      excess: number,
      claimed: number,
    ) =>
      `${outset}. Incluso ${least === 1 ? "la mesa con menos tiene" : `las ${count(least)} con menos suman`} ` +
      `${of(number, noun)}, ${count(excess)} más que ${the(claimed)} que da la afirmación.`,
    partTooFew: (outset: string, noun: string, added: number, most: number, claimed: number) =>
      `${outset}. Ningún grupo así tiene más de ${of(most, noun)}` +
      `${added === 0 ? "" : `, contando ${the(added, MISSING)}`}; la afirmación dice ${count(claimed)}.`,
    partOpen: () => "(un acta que no lo dice cuenta como faltante)",
    partExact: (claimed: number, noun: string) =>
      `Las mesas de la afirmación tienen exactamente ${of(claimed, noun)}.`,
    partRange: (stations_: number, least: number, most: number, noun: string, claimed: number) =>
      `Cualquier ${groupOf(stations_)} tiene entre ${count(least)} y ${of(most, noun)}; la afirmación dice ${count(claimed)}.`,
    partNeeds: (
      missing: number,
      others: number,
      inHand: number,
      noun: string,
      needed: number,
      perMissing: string,
      perCovered: string,
    ) =>
      `${others === 0 ? "Si todas son mesas faltantes" : `Con ${stations(missing)}`}` +
      `${others === 0 ? "" : ` y ${others === 1 ? "la mesa cubierta" : `las ${count(others)} mesas cubiertas`} con más (${count(inHand)})`}, ` +
      `${needed === 1 ? "haría falta" : "harían falta"} ${count(needed)} más: ${perMissing} por mesa faltante, mientras que las mesas ` +
      `cubiertas tienen ${perCovered} ${noun} en promedio.`,
    partPair: (
      outset: string,
      first: string,
      second: string,
      sign: 1 | -1,
      claimed: number,
      side: "least" | "most",
      end: number,
    ) =>
      `${outset}. Cada cifra es posible por separado, pero no todas juntas: ${first} ${sign === 1 ? "más" : "menos"} ${second} ` +
      `serían ${count(claimed)}, y ningún grupo así llega a ${side === "least" ? "menos" : "más"} de ${count(end)}.`,
    partShareNot: (outset: string, code: string, side: "least" | "most", claimed: string) =>
      `${outset}. Ningún grupo así, con todos los votos faltantes ${side === "most" ? "a favor" : "en contra"} de ${code}, da ${claimed}.`,
    partAlways: (noun: string) =>
      `Sean cuales sean las mesas a las que se refiere la afirmación, en ellas se cumple ${noun}.`,
    partPossible: (noun: string, stations_: number) =>
      `Las actas no descartan ${noun} en algún ${groupOf(stations_)}.`,
    partWinnerNot: (outset: string, code: string) =>
      `${outset}. En ningún grupo así puede ${code} tener ${most}.`,
    partWinnerAlways: (code: string) =>
      `Sean cuales sean las mesas a las que se refiere la afirmación, ${code} tiene en ellas ${most}.`,
    partWinnerOpen: (code: string, stations_: number) =>
      `Las actas no descartan que ${code} tenga ${most} en algún ${groupOf(stations_)}.`,
    partLead: (
      stations_: number,
      code: string,
      rival: string,
      least: number,
      most: number,
      claimed: number,
    ) =>
      `En cualquier ${groupOf(stations_)} la ventaja de ${code} sobre ${rival} va de ${count(least)} a ${votesOf(most)}; ` +
      `la afirmación dice ${count(claimed)}.`,

    // Proofs
    factOfAny: (
      kind: "votes-exist" | "within" | "all-votes" | "no-negative",
      who: readonly string[],
    ) =>
      ({
        "votes-exist": "no hay votos negativos ni porcentajes sin votos",
        within: `${list(who)} ${who.length > 1 ? "pueden recibir juntas" : "puede recibir"} W como máximo`,
        "all-votes": "todas las candidaturas juntas reciben W",
        "no-negative": `${list(who)} no ${who.length > 1 ? "pueden" : "puede"} recibir menos de 0`,
      })[kind],
    factRoom: (
      by: RoomBy,
      roll: number,
      registered: number,
      room: number,
      maxTurnout: string | undefined,
    ) => {
      const left = `${count(roll)} electores del padrón − ${count(registered)} inscritos en las mesas cubiertas = ${count(roll - registered)}`;
      const some =
        maxTurnout === undefined ? "" : ` con una participación de ${decimal(maxTurnout)} %`;
      return {
        roll:
          maxTurnout === undefined
            ? left
            : `${left}, y el ${decimal(maxTurnout)} % son ${count(room)}`,
        register: `según el registro, las mesas faltantes pueden tener ${votesOf(room)}${some}`,
        all: `no puede faltar allí más que en total: ${count(room)}${some}`,
        complete: "no falta ninguna mesa",
      }[by];
    },
    factShare: (
      code: string,
      rival: string | undefined,
      least: boolean,
      percent: string,
      part: string,
      valid: number,
      inHand: number,
      rest: string,
      below: boolean,
    ) =>
      `${
        rival === undefined
          ? `de W, ${code} ${least ? "necesita al menos" : "puede recibir como máximo"} el ${percent} % de todos los votos válidos menos los que ya tiene`
          : `dentro de W, la ventaja de ${code} sobre ${rival} es ${least ? "al menos" : "como máximo"} el ${percent} % de todos los votos válidos menos la ventaja ya contada`
      }: ${part} × (${count(valid)} + W) − ${inHand < 0 ? `(${count(inHand)})` : count(inHand)} = ${part} × W ${below ? "−" : "+"} ${rest}`,
    factTerms: (terms: readonly Term[], who: readonly string[]) => {
      const [first, second] = who;
      const nouns: Record<TermNoun, string> = {
        "votes-claimed": `que se atribuyen a ${who.length === 0 ? "las demás candidaturas" : list(who)}`,
        "valid-claimed": "votos válidos según la afirmación",
        "lead-claimed": `de ventaja de ${first} sobre ${second} según la afirmación`,
        "ballots-claimed": "votos emitidos según la afirmación",
        "turnout-ballots": "votos emitidos según la participación que se afirma",
        "invalid-claimed": "votos nulos según la afirmación",
        "in-hand": "ya contados",
        "first-in-hand": `ya contados para ${first}`,
        "second-in-hand": `ya contados para ${second}`,
        "valid-in-hand": "votos válidos ya contados",
        "ballots-in-hand": "votos emitidos ya contados",
        "ballots-possible": "votos emitidos posibles",
        "blank-in-hand": "votos en blanco ya contados",
        "invalid-in-hand": "votos nulos ya contados",
        "invalid-possible": "votos nulos posibles",
        room: "que pueden faltar",
      };
      return sumInWords(terms, nouns, count);
    },
    stepOverlap: (meant: number, all: number, covered: number, least: number) => {
      const absent = all - covered;
      return (
        `De cualquier grupo de ${count(meant)} ${meant === 1 ? "mesa" : "mesas"}, como máximo ${count(all)} − ${count(covered)} = ${count(absent)} no ` +
        `${has(absent)} acta aceptada aquí, así que al menos ${count(least)} sí la ${has(least)}.`
      );
    },
    stepSum: (side: "least" | "most", taken: number, measure: string, sum: string) =>
      `Ordenadas las mesas cubiertas por ${measure}, ${taken === 1 ? "la que tiene" : `las ${count(taken)} con`} ${side === "least" ? "menos" : "más"} ` +
      `${taken === 1 ? "suma" : "suman"} ${sum}.`,
    stepRoom: (added: number, room: string) =>
      `Además pueden faltar hasta ${votesOf(added)} (${room}).`,
    stepLargest: (missing: number) =>
      missing === 1
        ? "según el registro, la mayor mesa faltante no puede tener más"
        : `según el registro, las ${count(missing)} mayores mesas faltantes no pueden tener más`,
    stepEnd: (side: "least" | "most", end: string, claimed: string) =>
      `Eso da ${end} como ${side === "least" ? "mínimo" : "máximo"}; la afirmación exige ${side === "least" ? "como máximo" : "al menos"} ${claimed}.`,
    measureLead: (code: string, rival: string) => `la ventaja de ${code} sobre ${rival}`,
    measureShare: (votes: string, share: string) => `${votes} menos ${share} × los votos válidos`,
    measurePair: (first: string, second: string, sign: 1 | -1) =>
      `${first} ${sign === 1 ? "más" : "menos"} ${second}`,

    // Rolls
    dependsOnRoll: (
      decided: number,
      confirmed: boolean,
      missing: number,
      open: number,
      openMissing: number,
    ) =>
      `Depende del padrón electoral: con ${votersOf(decided)}, cuando ${canBeMissing(missing, "como máximo")} ${missing === 1 ? "voto" : "votos"}, la afirmación ` +
      `está ${confirmed ? "confirmada" : "contradicha"}; con ${count(open)}, cuando ${canBeMissing(openMissing, "hasta")}, es posible.`,

    // What an undecided claim needs
    lookTotal: (
      noun: string,
      min: string,
      max: string,
      covered: string,
      low: string,
      high: string,
    ) =>
      `Eso equivale a ${min === max ? min : `entre ${min} y ${max}`} ${noun} por mesa faltante, mientras que las mesas cubiertas tienen ${covered} en promedio ` +
      `y nueve de cada diez tienen entre ${low} y ${high}.`,
    lookSupposed: (basis: "exactly" | "covered" | "least" | "most", votes: number) =>
      ({
        exactly: `Con ${votes === 1 ? "ese único voto válido" : `esos ${validOf(votes)}`}`,
        covered: `Si en las mesas faltantes se votara tanto como en las mesas cubiertas (${validOf(votes)})`,
        least: `Incluso con el mínimo de votos que hace posible la afirmación (${validOf(votes)})`,
        most: `Incluso con el máximo de votos que hace posible la afirmación (${validOf(votes)})`,
      })[basis],
    lookRange: (min: string, max: string, open: boolean) =>
      min === max ? `alrededor de ${min}` : open ? `al menos ${min}` : `entre ${min} y ${max}`,
    lookNeeds: (
      supposed: string,
      code: string,
      rival: string | undefined,
      range: string,
      covered: string,
    ) =>
      rival === undefined
        ? `${supposed}, ${code} necesitaría ${range} de ese total; ${covered}.`
        : `${supposed}, ${code} necesitaría sobre ${rival} una ventaja de ${range} de ese total; ${covered}.`,
    lookBehind: (
      supposed: string,
      code: string,
      rival: string,
      range: string,
      must: boolean,
      covered: string,
    ) =>
      must
        ? `${supposed}, ${code} tendría que estar por debajo de ${rival} en ${range} de ese total; ${covered}.`
        : `${supposed}, ${code} podría estar por debajo de ${rival} hasta en un ${range} de ese total; ${covered}.`,
    lookAnywhere: (missing: number, region: string, text: string): string =>
      `${words.anywhere(missing, region).replace(/\.$/, ";")} ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
    lookAmong: (missing: number, covered: number, text: string): string =>
      (covered === 0
        ? "Supongamos que todas son mesas faltantes"
        : `Supongamos que entre ellas ${missing === 1 ? "está" : "están"} ${stations(missing)} y ` +
          (covered === 1
            ? "la cubierta que más favorece"
            : `las ${count(covered)} cubiertas que más favorecen`) +
          " a cada cifra") + `: ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
    lookAverage: (average: string) => `el promedio de las mesas cubiertas es ${average}`,
    lookCovered: (
      average: string,
      low: string,
      high: string,
      stations_: number,
      ofStations: number,
      end: string,
      side: "above" | "below",
    ) =>
      `el promedio de las mesas cubiertas es ${average}, nueve de cada diez tienen entre ${low} y ${high}, y ` +
      `${count(stations_)} de ${count(ofStations)} ${has(stations_)} ${end} o ${side === "above" ? "más" : "menos"}`,

    // Claims that exclude each other
    excludeWinners: (first: string, second: string) =>
      `Según una afirmación ganó ${first}; según la otra, ${second}.`,
    excludeShares: (code: string, first: string, second: string) =>
      `${code} tiene ${first} según una afirmación; según la otra, ${second}.`,
    excludeVotes: (code: string, first: number, second: number) =>
      `${code} tiene ${votesOf(first)} según una afirmación; según la otra, ${count(second)}.`,
    excludeTotals: (noun: string, first: number, second: number) =>
      `Hay ${of(first, noun)} según una afirmación; según la otra, ${count(second)}.`,
    excludeBy: (first: string, second: string) => `Según una, ${first}; según la otra, ${second}.`,
    leadsBy: (code: string, rival: string, figure: string) =>
      `${code} tiene una ventaja de ${figure} sobre ${rival}`,
    winsMost: (code: string) => `${code} tiene la mayor cantidad de votos`,
    excludeTurnouts: (first: string, second: string) =>
      `La participación es de ${decimal(first)} % según una y de ${decimal(second)} % según la otra.`,
    excludePart: (noun: string, part: number, whole: number, partIsFirst: boolean) =>
      partIsFirst
        ? `Hay ${of(part, noun)} en una parte de las mesas según una afirmación; en todas ellas, ${count(whole)} según la otra.`
        : `Hay ${of(whole, noun)} en todas las mesas según una afirmación; en una parte de ellas, ${count(part)} según la otra.`,
    excludeWithin: (partIsFirst: boolean, conflict: string) =>
      `Las mesas de la ${partIsFirst ? "primera" : "segunda"} están entre las de la otra, y sus cifras no son compatibles: ${conflict}.`,
    excludeRoll: (needed: number, roll: number) =>
      `Juntas exigen al menos ${votersOf(needed)}, más que ${the(roll)} que hay.`,
    excludeTogether: (conflict: string) => `Sus cifras no son compatibles entre sí: ${conflict}.`,

    // A claim's own arithmetic
    votesAddUp: (sum: bigint, compared: string) =>
      `Los votos de las candidaturas suman ${decimal(`${sum}`)}, ${compared}.`,
    wholeValid: (claimed: number) => `${the(claimed, VALID)} que da la afirmación`,
    wholeBallots: (claimed: number) => the(claimed, CAST),
    besideWhole: (left: bigint, whole: string, rest: "others" | "blank" | "invalid" | "nobody") => {
      if (left === 0n) return `tantos como ${whole}`;
      if (left < 0n) return `${decimal(`${-left}`)} más que ${whole}`;
      if (rest === "nobody") return `${decimal(`${left}`)} menos que ${whole}`;
      const remainder = {
        others: "las demás candidaturas",
        blank: "los votos en blanco",
        invalid: "los votos nulos y en blanco",
      }[rest];
      return `lo que deja ${decimal(`${left}`)} ${after(whole)} para ${remainder}`;
    },
    ballotsAddUp: (sum: bigint, withInvalid: boolean, compared: string) =>
      `Los votos válidos ${withInvalid ? "y nulos " : ""}suman ${decimal(`${sum}`)}, ${compared}.`,
    shareOfVotes: (
      code: string,
      votes: number,
      outOf: number,
      share: string,
      claimed: string,
      agrees: boolean,
    ) =>
      `${code} tiene ${count(votes)} de ${validOf(outOf)}, ${share}, ${agrees ? `lo que concuerda con el ${claimed} de la afirmación` : `no ${claimed}`}.`,
    sharesAddUp: (
      complete: boolean,
      sum: string,
      beside: { kind: "more" | "less" | "left" | "equal" | "rounding"; percent: string },
    ) => {
      const compared = {
        more: `: antes del redondeo, al menos ${decimal(beside.percent)} %, más que el 100 %`,
        less: `: antes del redondeo, como máximo ${decimal(beside.percent)} %, menos que el 100 %`,
        left: `, lo que deja ${decimal(beside.percent)} % para las demás candidaturas`,
        equal: "",
        rounding: ", lo que se explica por el redondeo",
      }[beside.kind];
      return `Los porcentajes de ${complete ? "todas las candidaturas" : "la afirmación"} suman ${decimal(sum)} %${compared}.`;
    },
    ownWinner: (by: "votes" | "shares", code: string, printed: string) =>
      `Según los ${by === "votes" ? "votos" : "porcentajes"} de la propia afirmación, ninguna de las candidaturas ` +
      `que nombra tiene más que ${code} (${printed}).`,
    ownNotWinner: (
      by: "votes" | "shares",
      first: string,
      printed: string,
      code: string,
      own: string,
    ) =>
      `Según los ${by === "votes" ? "votos" : "porcentajes"} de la propia afirmación, ${first} tiene ${printed}, ` +
      `más que ${code} (${own}), a quien atribuye la victoria.`,
    ownMargin: (code: string, rival: string, lead: number, parts: readonly string[]) =>
      `Según los votos de la propia afirmación, ${[standing(code, rival, lead), ...parts].join(", ")}.`,
    ownMarginShares: (
      code: string,
      rival: string,
      points: string,
      claimed: string,
      agrees: boolean,
    ) =>
      `Según los porcentajes de la propia afirmación, la ventaja de ${code} sobre ${rival} es de alrededor de ${pointsOf(points)}, ` +
      `${agrees ? `lo que concuerda con la que da (${claimed})` : `no de ${claimed}`}.`,
    ownMarginVotes: (claimed: number, agrees: boolean) =>
      agrees ? "como dice la afirmación" : `no ${count(claimed)} por encima`,
    ownMarginPoints: (points: string, claimed: string, agrees: boolean) =>
      `y la diferencia es de ${pointsOf(points)} de los votos válidos, ${agrees ? `lo que concuerda con la afirmación (${claimed})` : `no ${claimed}`}`,
    claimedPoints: (share: string, low: string, high: string) =>
      `${pointsOf(decimal(share))} (de ${decimal(low)} a ${pointsOf(decimal(high))})`,
    turnoutFitsNobody: (turnout: string, ballots: number) =>
      `Una participación de ${decimal(turnout)} % con ${castOf(ballots)} no corresponde a ningún número entero de electores.`,
    turnoutImplies: (
      turnout: string,
      ballots: number,
      exact: boolean,
      voters: { about?: number; min: number; max: number },
      base: { claimed: number; fits: boolean } | undefined,
    ) => {
      const implied =
        voters.about === undefined
          ? `al menos ${votersOf(voters.min)}`
          : `alrededor de ${votersOf(voters.about)} (de ${count(voters.min)} a ${count(voters.max)})`;
      const claimed =
        base === undefined
          ? ""
          : `; la afirmación dice ${count(base.claimed)}, lo que ${base.fits ? "concuerda" : "no concuerda"}`;
      return `Una participación de ${decimal(turnout)} % con ${exact ? "" : "al menos "}${castOf(ballots)} implica ${implied}${claimed}.`;
    },

    // Rounded percentages
    roundedCounts: (
      percents: readonly string[],
      total: number,
      favourable: string,
      outOf: string,
      ways: RoundingWays,
      probability: string,
      flagged: boolean,
    ) => {
      const divisions = {
        three: "formas de repartir esa cantidad de votos en tres partes",
        two: "formas de repartir esa cantidad de votos en dos partes",
        pair: "formas de tomar dos cantidades de ese total de votos",
        largest: "formas de tomar dos cantidades de ese total de votos",
      }[ways];
      const give = favourable === "1" ? "da" : "dan";
      const alike =
        ways === "largest"
          ? "cifras así tan solo para las dos mayores, y para todas juntas no son más"
          : "cifras así";
      const shown = percents.map((percent) => `${decimal(percent)} %`);
      return (
        `Las cifras de votos son exactamente ${list(shown)} de ${count(total)}, redondeadas a votos enteros; ` +
        `de las ${decimal(outOf)} ${divisions}, ${decimal(favourable)} ${give} ${alike} ` +
        `(probabilidad: ${scientific(probability)}). ` +
        (flagged
          ? "Los votos calculados a partir de porcentajes redondeados se ven igual, así que esto no dice nada del resultado en sí."
          : "Eso no es nada inusual.")
      );
    },
    notRounded: (
      code: string | undefined,
      off: string,
      percent: string,
      total: number,
      step: string,
    ) =>
      `La cifra de ${code ?? "las demás candidaturas"} está a ${off} ${off === "1" ? "voto" : "votos"} del ${decimal(percent)} % de ` +
      `${count(total)}, así que las cifras no corresponden a pasos enteros de ${decimal(step)} %, como rara vez ocurre con los votos contados.`,
    roundedTooMany: (sum: string, total: number) =>
      `Las cifras suman ${decimal(sum)}, más que ${the(total, VOTES)} de que serían parte, así que no se calcula ninguna probabilidad.`,
    roundedTooFine: (step: string) =>
      `Las cifras corresponden a pasos enteros de ${decimal(step)} %, redondeadas a votos enteros; con pasos tan finos no se calcula ` +
      "ninguna probabilidad, y de ello no se deduce nada.",
  };
  return words;
}
