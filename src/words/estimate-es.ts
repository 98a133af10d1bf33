import type { Locale } from "../model/locale";
import type { EstimateWords } from "./estimate-en";

/** What reports on estimates say in Spanish. */
export function estimateEs({ count, decimal, percent }: Locale): EstimateWords {
  const of = (number: number, one: string, many = `${one}s`) =>
    `${count(number)} ${number === 1 ? one : many}`;
  return {
    title: (election) =>
      election === undefined ? "Estimación sobre todas las mesas" : `${election}: una estimación`,
    lead: (kind, covered, all) =>
      kind === "sample"
        ? `${of(covered, "mesa")} de ${count(all)}, según se dice sorteadas: una estimación con error de muestreo.`
        : `Las ${of(covered, "mesa cubierta", "mesas cubiertas")} de ${count(all)} llegaron por sí solas y no por sorteo: no vale para ellas ningún ` +
          "margen de error. Abajo está lo que se sigue de cada uno de varios supuestos.",
    complete: (stations) =>
      `Están cubiertas todas, ${of(stations, "mesa")}: no hay nada que estimar.`,
    envelope: () => "Porcentajes sobre todas las mesas, según todos los supuestos",
    candidate: () => "candidato",
    covered: () => "cubiertas",
    leastMost: () => "según los supuestos",
    withError: () => "con error de muestreo",
    possible: () => "posible en absoluto",
    to: (low, high) => (low === high ? low : `${low} a ${high}`),
    envelopeTitle: (code, range, possible, assumptions) =>
      `${code}: ${range} si vale ${assumptions === 1 ? "el supuesto" : "cualquiera de los supuestos"}; es posible de ${possible}`,
    envelopeChartKey: () =>
      "Gris: posible en absoluto, por deducción. Intenso: según todos los supuestos, con error de muestreo. Marcas: afirmaciones.",
    tippingTitle: (impossible, claims) =>
      impossible === 0
        ? "Cuán distintas tendrían que ser las mesas que faltan"
        : `Ninguna mesa que falte podría hacer ciertas ${count(impossible)} de ${of(claims, "afirmación", "afirmaciones")}`,
    tippingChartKey: () =>
      "Punto: las mesas cubiertas. Rombo: lo que necesitarían las que faltan. Gris: los porcentajes que existen, de 0 a 100 %.",
    ofValidVotes: () => "% de los votos válidos",
    ofMissing: () => "% de los votos que faltan",
    envelopeKey: () =>
      "Según los supuestos: del menor al mayor de ellos. Con error de muestreo: lo mismo, ensanchado por el 95 % que cada uno tendría si las mesas " +
      "se hubieran sorteado. Posible en absoluto: la deducción, sin ningún supuesto.",
    sampleKey: () =>
      "Con error de muestreo: 95 % nominal. Vale si las mesas se sortearon, y están todas las sorteadas.",
    noVerdict: () =>
      "Nada de esto decide sobre una afirmación: eso lo hace verify, sin suponer nada de las mesas que faltan.",
    assumptions: () => "Qué se supone de las mesas que faltan",
    assumption: () => "supuesto",
    missingVotes: (votes, basis) =>
      basis === "registered"
        ? `Votos que faltan: ${count(votes)}, si votaron allí tantos de los electores como en las mesas cubiertas.`
        : `Votos que faltan: ${count(votes)}, si cada mesa que falta tiene tantos como las cubiertas; no se conocen los electores inscritos.`,
    assumed: {
      "as-covered": "como las cubiertas",
      "as-region": "como su región",
      "as-neighbours": "como sus vecinas",
      "as-latest": "como las últimas",
    },
    asCovered: () =>
      "Como las cubiertas: las mesas que faltan votan como todas las cubiertas juntas.",
    asRegion: (column, known) =>
      `Como su región: cada mesa que falta vota como las cubiertas de su ${column}. ` +
      {
        register: "Cuántas faltan en cada una se sabe por el registro.",
        given: "Cuántas faltan en cada una se dio de antemano.",
        proportional:
          "No se sabe cuántas faltan en cada una: se supone que todas las regiones están cubiertas por igual, así que es lo mismo que el " +
          "primero.",
      }[known],
    asNeighbours: (stations) =>
      `Como sus vecinas: ${of(stations, "mesa")} que ${stations === 1 ? "falta" : "faltan"} en centros cubiertos, por un hueco en la numeración, votan como las ` +
      "otras del centro; todas las demás, como arriba.",
    asLatest: (stations) =>
      `Como las últimas: todas las mesas que faltan votan como las ${of(stations, "mesa")} que el estado anterior no tiene.`,
    claims: () => "Los porcentajes afirmados, junto a ellos",
    claim: () => "afirmación",
    claimed: () => "afirmado",
    outside: () => "fuera, en puntos",
    within: () => "dentro",
    claimsKey: () =>
      "A qué distancia está un porcentaje afirmado, con su redondeo, del intervalo más ancho de arriba. Una distancia no es un veredicto.",
    tipping: () => "Cuán distintas tendrían que ser las mesas que faltan",
    noTipping: () => "Solo trata de parte de las mesas, o no afirma ningún porcentaje.",
    tippingFigure: (
      { figure, candidate, rival, possible, holds },
      claimed,
      needed,
      covered,
      rivalNeeded,
      delta,
    ) => {
      const what = {
        winner: holds
          ? `Para que ${candidate} pierda la ventaja ante ${rival}`
          : `Para que ${candidate} empate con ${rival}`,
        margin: `Para una ventaja de ${claimed} de ${candidate} sobre ${rival}`,
        share: `Para ${claimed} de ${candidate}`,
        votes: `Para ${claimed} votos de ${candidate}`,
      }[figure];
      const rivals = rival === undefined ? "" : `, y ${rivalNeeded} para ${rival}`;
      return (
        `${what}, las mesas que faltan necesitarían ${needed} para ${candidate}${rivals}: ${covered} en las cubiertas, a ${delta} puntos` +
        `${possible ? "" : ". No existe tal porcentaje"}.`
      );
    },
    fits: (figure) => `${figure}: ya se cumple, si las mesas que faltan son como las cubiertas.`,
    tippingKey: () =>
      "Los demás candidatos conservan su porcentaje. Que las mesas que faltan tengan tantos votos es un supuesto.",
    sampling: () => "Error de muestreo, si las mesas se hubieran sorteado",
    samplingCaution: () =>
      "No se sortearon: esto dice cuánto difieren las mesas entre sí, y nada de las que faltan.",
    unit: () => "sorteo de",
    units: { station: "mesas", cluster: "centros" },
    share: () => "porcentaje",
    standardError: () => "error estándar",
    interval: () => "95 %",
    points: (text) => `${text} puntos`,
    designEffect: (effect) =>
      `Las mesas de un centro se parecen: la varianza es ${decimal(effect)} veces la de mesas sueltas (efecto de diseño).`,
    fpc: (made) =>
      made
        ? "Con corrección por población finita: las mesas cubiertas se conocen, y solo son inciertas las que faltan."
        : "Sin corrección por población finita.",
    turnout: (share, low, high) =>
      `Participación en las mesas cubiertas: ${share} de sus electores inscritos (solo error de muestreo: ${low} a ${high}).`,
    strata: (column) => `Mesas por ${column}`,
    all: () => "todas",
    coverage: () => "cobertura",
    collapsed: (pairs) => `Muy pocas para un error propio, y por eso juntas: ${pairs.join("; ")}.`,
    pair: (stratum, into) => `${stratum} con ${into}`,
    arrivals: (by) => `Lo que llegó tarde, junto a lo que llegó antes, por ${by}`,
    early: () => "antes",
    late: () => "tarde",
    leadIn: (which) => `ventaja, ${which}`,
    arrivalsAll: (winner, loser, early, late, expected) =>
      `${winner} − ${loser}: ${early} puntos en las primeras mesas, ${late} en las tardías. Si las tardías de cada región hubieran votado como las ` +
      `primeras de ella: ${expected}.`,
    arrivalsCaution: () =>
      "Qué lugares llegan tarde explica parte de tal diferencia, y el resto, mesas tardías que difieren de las primeras de su región. " +
      "Ninguna de las dos cosas dice por qué.",
    largestOnly: (shown, all) => `Las ${count(shown)} con más mesas tardías, de ${count(all)}.`,
    percent: (share) => percent(share, 2),
    readBy: (version) => `Leído por tallyproof ${version}`,
    file: (name, bytes, encoding) => `${name}: ${of(bytes, "byte")}, ${encoding}`,
  };
}
