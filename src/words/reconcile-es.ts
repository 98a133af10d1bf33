import type { Locale } from "../model/locale";
import type { ReconcileWords } from "./reconcile-en";

/** What reports on transcriptions say in Spanish. */
export function reconcileEs({ count, decimal }: Locale): ReconcileWords {
  const of = (number: number, one: string, many = `${one}s`) =>
    `${count(number)} ${number === 1 ? one : many}`;
  return {
    title: (election) =>
      election === undefined
        ? "Dos transcripciones, una junto a otra"
        : `${election}: dos transcripciones, una junto a otra`,
    named: (letter, name, stations) => `${letter} es ${name} (${of(stations, "mesa")}).`,
    lead: (shared, different) =>
      different === 0
        ? `${of(shared, "mesa")} ${shared === 1 ? "está" : "están"} en ambas, y todas coinciden.`
        : `${of(shared, "mesa")} ${shared === 1 ? "está" : "están"} en ambas; ${different === 1 ? "difiere una de ellas" : `difieren ${count(different)} de ellas`}.`,
    stations: () => "Mesas",
    inBothEqual: () => "en ambas, iguales",
    inBothDifferent: () => "en ambas, distintas",
    onlyIn: (letter) => `solo en ${letter}`,
    number: () => "mesas",
    sameVerdicts: () =>
      "Ni las diferencias ni las mesas que solo tiene B cambian el veredicto de ninguna afirmación.",
    otherVerdicts: (claims) =>
      `Con lo que lee B, o con las mesas que solo tiene B, resulta otro veredicto para: ${claims.join("; ")}.`,
    bothMisread: (most) =>
      `Si cada una se leyó sin la otra, son de esperar como mucho ${decimal(most)} mesas mal leídas por ambas, de cualquier ` +
      "modo. Lo difícil de leer engaña a ambas, y por igual: entonces hay más, y nada de esto las muestra.",
    whoIsRight: () =>
      "Aquí no se decide cuál de las dos acierta: mire las actas de las líneas que se nombran.",
    differences: () => "Diferencias",
    station: () => "mesa",
    what: () => "cuenta de",
    lineOf: (letter) => `línea en ${letter}`,
    kind: () => "parece",
    region: (column) => `Diferencias por ${column}`,
    kinds: {
      "one-digit": "una cifra",
      "swapped-digits": "dos cifras trocadas",
      "digit-missing": "falta una cifra",
      "shifted-columns": "corrida una columna",
      "swapped-columns": "dos columnas trocadas",
      "copied-neighbour": "copiada una fila vecina",
      several: "varias",
      other: "otra",
    },
    fields: {
      validVotes: "votos válidos",
      invalidVotes: "votos nulos",
      blankVotes: "votos en blanco",
      ballotsCast: "votos emitidos",
      registeredVoters: "electores inscritos",
    },
    more: (number) => `Y ${count(number)} más; --csv y --json las tienen todas.`,
    moreInJson: (number) => `Y ${count(number)} más; --json las tiene todas.`,
    kindsFound: (kinds) => `Según lo que parecen: ${kinds.join("; ")}.`,
    effect: () => "Qué hace con los totales",
    views: {
      a: "A tal cual",
      b: "B tal cual",
      corrected: "A corregida según B",
      united: "A y lo que solo tiene B",
    },
    validVotes: () => "votos válidos",
    leadOf: (winner, loser) => `${winner} − ${loser}`,
    points: () => "en puntos",
    verdicts: () => "Qué hace con cada afirmación",
    claim: () => "afirmación",
    fewer: () =>
      "Una transcripción con menos mesas decide menos; eso por sí solo no es una lectura distinta. Los electores inscritos que B " +
      "no da se toman de A.",
    refused: () => "demasiadas mesas o electores",
    lone: () => "Mesas que solo tiene una",
    loneLine: (letter, stations) => `Solo en ${letter}: ${stations}.`,
    line: (line) => `línea ${line}`,
    place: (station, line) => `${station} (línea ${line})`,
    near: (pairs) =>
      `Estas pueden ser la misma mesa, salvo por ceros delante: ${pairs.join("; ")}.`,
    nearPair: (a, b, same) => `${a} y ${b} (${same ? "los mismos votos" : "otros votos"})`,

    majorityTitle: (number) => `${count(number)} transcripciones, unas junto a otras`,
    majorityLead: (several, unanimous, settled, unsettled) =>
      `${of(several, "mesa")} están en dos o más: ${count(unanimous)} que todas leen igual, ${count(settled)} resueltas por ` +
      `mayoría, ${count(unsettled)} por ninguna.`,
    majorityCaution: () =>
      "Una mayoría dice lo que leyó la mayoría, y no lo que dice el papel: varias pueden copiar el mismo error.",
    transcription: () => "transcripción",
    dissents: () => "lee otra cosa",
    proofread: () => "Qué hallan cada dos en otra",
    found: (base, one, other, first, second, both, missed) =>
      `En ${base}: ${one} halla ${count(first)}, ${other} halla ${count(second)}, ambas igual ${count(both)}.` +
      (missed === undefined
        ? ""
        : ` No vistas por ninguna, según Lincoln y Petersen: ${decimal(missed)}.`),
    foundCaution: () =>
      "Eso supone que se leyeron una sin otra; la que se copió de otra no halla nada por sí misma, y la estimación queda corta.",
    disputes: () => "Mesas leídas de distintas maneras",
    majority: () => "mayoría",
    dissenter: () => "otra lectura",
    noMajority: () => "ninguna",

    rollUpTitle: (by) => `Totales publicados por ${by}, junto a las sumas de sus partes`,
    rollUpLead: (regions, equal, below, above) =>
      `De ${of(regions, "total publicado", "totales publicados")}, ${count(equal)} son la suma de las partes que hay, ${count(below)} quedan por ` +
      `debajo en alguna cuenta, ${count(above)} por encima.`,
    rollUpCaution: () =>
      "Un total por debajo de la suma es imposible si las partes son correctas. Uno por encima puede ser correcto mientras falten partes.",
    parts: () => "partes",
    outcome: () => "el total queda",
    outcomes: { equal: "igual", below: "por debajo", above: "por encima" },
    publishedLess: () => "publicado menos suma",
    withoutParts: (regions) => `Sin ninguna parte: ${regions.join("; ")}.`,
    withoutTotal: (regions) => `Sin total publicado: ${regions.join("; ")}.`,
    readBy: (version) => `Leído por tallyproof ${version}`,
    file: (name, bytes, encoding) => `${name}: ${of(bytes, "byte")}, ${encoding}`,
  };
}
