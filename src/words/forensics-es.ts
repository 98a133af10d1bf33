import type { Locale } from "../model/locale";
import type { ForensicsWords } from "./forensics-en";

/** The sentences of forensic reports in Spanish. */
export function forensicsEs({ count, decimal }: Locale): ForensicsWords {
  const of = (number: number, one: string, many = `${one}s`) =>
    `${count(number)} ${number === 1 ? one : many}`;
  return {
    tests: {
      "whole-percentages": {
        name: "porcentajes enteros",
        asks: "¿Hay más mesas de las esperadas con una proporción a menos de 0,05 puntos de un porcentaje entero?",
        usual:
          "El número de cada mesa es binomial alrededor del que tiene; de ahí sale la esperanza exacta.",
        harmless:
          "Muchas mesas con pocos votos o con el mismo número; proporciones cercanas a 0 o a 100 %.",
      },
      "last-digit": {
        name: "último dígito",
        asks: "¿Aparece cada último dígito tantas veces como los demás?",
        usual: "Una décima parte cada uno, si los recuentos varían en mucho más de diez.",
        harmless:
          "Recuentos que varían poco; un filtro sobre los propios recuentos; actas redondeadas en parte.",
      },
      "final-pairs": {
        name: "dos últimos dígitos",
        asks: "¿Son los dos últimos dígitos iguales, o vecinos, tantas veces como por azar?",
        usual:
          "Iguales en una décima parte, vecinos en una quinta. Quien inventa números repite dígitos demasiado poco.",
        harmless: "Muchos recuentos menores de diez, cuyas decenas son 0.",
      },
      "zeros-and-fives": {
        name: "recuentos acabados en 0 o 5",
        asks: "¿Acaba una quinta parte de los recuentos en 0 o 5?",
        usual: "Una quinta parte, si los recuentos varían en mucho más de diez.",
        harmless: "Redondeo de recuentos pequeños; recuentos que varían poco.",
      },
      "rounded-zeros-and-fives": {
        name: "porcentajes acabados en 0 o 5",
        asks: "¿Acaba una quinta parte de los porcentajes redondeados en 0 o 5?",
        usual: "Una quinta parte, si las proporciones varían en mucho más de diez puntos.",
        harmless:
          "Mesas muy pequeñas, donde 0, 50 y 100 % son frecuentes; proporciones que varían poco.",
      },
      "centre-homogeneity": {
        name: "mesas de un centro",
        asks: "¿Votaron de modo parecido las mesas de un mismo centro?",
        usual:
          "χ² entre ellas, descontado lo habitual allí: φ, por la mediana de los centros. Se señalan los " +
          "centros que pasan de ahí según Benjamini y Hochberg.",
        harmless:
          "Electores que no están repartidos al azar: mesas por edad, calle o lengua, soldados, hospitales; " +
          "dos recuentos cambiados al copiar.",
      },
      "local-outliers": {
        name: "mesa frente a sus vecinas",
        asks: "¿Está la proporción de una mesa lejos de las demás de su centro?",
        usual: "Cerca de la mediana de las demás, con la dispersión habitual. Tres mesas o más.",
        harmless: "Como en las mesas de un centro; un error al copiar un acta.",
      },
    },
    described: {
      "second-digit": "media del segundo dígito (Benford)",
      skewness: "asimetría de las proporciones",
      kurtosis: "curtosis de las proporciones",
      "turnout-correlation": "correlación de participación y proporción",
      "excess-votes": "votos por encima de la participación habitual, fuera de su razón (Shpilkin)",
    },
    lacks: {
      centres: "las actas no dicen qué mesas comparten centro (indique la columna con --centre)",
      turnout: "las actas no dan a la vez los votos emitidos y los electores inscritos",
      stations: "ninguna mesa tiene lo necesario",
    },
    figures: { validVotes: "votos válidos", turnout: "participación" },
    title: (sources) => `Pruebas forenses de ${sources.join(", ")}`,
    lead: (ran, flagging, refused, notRun) =>
      `Se hicieron ${of(ran, "prueba")}; ${flagging === 0 ? "ninguna señala" : `${count(flagging)} señala${flagging === 1 ? "" : "n"}`} ` +
      "algo tras la corrección de Holm por todas ellas" +
      (refused === 0
        ? ""
        : `; ${of(refused, "prueba")} se ${refused === 1 ? "negó" : "negaron"} a señalar`) +
      (notRun === 0
        ? "."
        : `; ${of(notRun, "prueba")} no se ${notRun === 1 ? "pudo" : "pudieron"} hacer.`),
    caution: () =>
      "Son anomalías, no veredictos: una señal dice qué actas conviene mirar, no qué pasó, y la falta de señales no " +
      "dice que todo esté bien. La estadística no puede decir si un acta es auténtica.",
    planned: (hash) =>
      `Planificado: las pruebas se fijaron en un archivo con SHA-256 ${hash} antes de leer los datos. Las demás son exploratorias.`,
    unplanned: () =>
      "No se fijó ningún plan antes de leer los datos: todo esto es exploratorio (--plan).",
    resultsHeading: () => "Pruebas",
    testsHeading: () => "Qué pregunta cada prueba",
    test: () => "prueba",
    subject: () => "de",
    effect: () => "efecto",
    p: () => "p",
    holm: () => "Holm",
    falseAlarms: () => "falsas alarmas",
    outcome: () => "resultado",
    outcomes: {
      flag: "señal",
      "no-flag": "sin señal",
      refused: "se niega",
      "not-run": "no hecha",
    },
    exploratory: "exploratoria",
    effectStations: (amount, share) => `${amount} mesas (${share})`,
    effectVotes: (amount, share) => `${amount} votos (${share})`,
    effectKey: () =>
      "Efecto: mesas (o recuentos) de más respecto a lo esperado; en los últimos dígitos, las que tendrían que acabar de otro modo; " +
      "en las pruebas por centro, los votos de los lugares señalados que se apartan de lo que tienen los demás de allí. Falsas " +
      "alarmas: con qué frecuencia unas elecciones limpias simuladas, con estas mesas, tamaños y centros, tienen una p de 5 % o menos, con el " +
      "error de simular. Por encima de 10 % la prueba se niega a señalar; si es por un candidato, por todos.",
    familyAlarms: (rate, error, isPlanned) =>
      `Una elección limpia tiene alguna señal en las pruebas${isPlanned === undefined ? "" : isPlanned ? " planificadas" : " exploratorias"} en ${rate} ± ${error} de las simulaciones.`,
    notRun: (test, subject, lack) => `No hecha: ${test}, ${subject}: ${lack}.`,
    usual: (usual, harmless) => `Si no pasa nada raro: ${usual} Razones inocentes: ${harmless}`,
    flagsHeading: () => "Dónde mirar",
    noFlags: () => "Ningún centro ni ninguna mesa destaca.",
    flagged: (test, subject, n, here, chance, most) =>
      `${test}, ${subject}: destacan ${count(here)} de ${count(n)}; por azar ${chance} de media, y en 19 de 20 ` +
      `elecciones limpias ${count(most)} como mucho.`,
    flag: (centre, station, votes, p) =>
      `${station === undefined ? `Centro ${centre}` : `Mesa ${station}`}: ${votes} votos de diferencia, p ${p}`,
    sheet: (station, line, votes, outOf, share) =>
      `${station} (línea ${line}): ${count(votes)} de ${count(outOf)} (${share})`,
    more: (number) => `y ${count(number)} más (--json los tiene todos).`,
    describedHeading: () => "Descrito, nunca señalado",
    describedWhy: () =>
      "Se citan a menudo. La ley con la que se comparan no se cumple en elecciones limpias, como muestran las " +
      "simuladas: por eso no se señala nada con ellos.",
    statistic: () => "estadístico",
    here: () => "aquí",
    law: () => "ley",
    clean: () => "elecciones limpias",
    called: (rate) => `${rate} tachadas de raras`,
    average: (value) => `${value} de media`,
    methodHeading: () => "Cómo se midió",
    method: (simulations, seed) =>
      `${of(simulations, "elección limpia simulada", "elecciones limpias simuladas")} con la semilla ${JSON.stringify(seed)}; la misma semilla da el mismo informe.`,
    geometry: (stations, accepted, centres, shared, phi, turnoutPhi) =>
      `${of(stations, "mesa")}${stations === accepted ? "" : ` de ${count(accepted)}`}` +
      (centres === undefined
        ? "; no se conocen los centros, así que cada una vota según sus propias proporciones."
        : ` en ${of(centres, "centro")}, ${count(shared!)} de ellos con dos mesas o más; φ de los votos ${decimal(phi)}, de la participación ${decimal(turnoutPhi)}.`),
    provenanceHeading: () => "Entrada",
    source: (name, sha256) => `${name}: SHA-256 ${sha256}`,
    version: (version) => `tallyproof ${version}`,
    progress: (done, all, left) =>
      `${count(done)} de ${of(all, "elección simulada", "elecciones simuladas")}${left === undefined ? "" : `, faltan ${count(left)} s`}`,

    fingerprintTitle: (candidate) => `${candidate}: participación y proporción, mesa por mesa`,
    fingerprintKey: () =>
      "A la derecha: participación. Hacia arriba: proporción de los votos válidos. Color más intenso: más mesas. Una imagen, no una prueba.",
    fingerprintWords: (stations, turnout, share) =>
      `${of(stations, "mesa")}; la mayoría tiene una participación cercana a ${turnout} % y una proporción cercana a ${share} %.`,
    turnoutAxis: () => "participación, %",
    digitsTitle: (candidate, outside) =>
      outside === 0
        ? `${candidate}: cada último dígito es tan frecuente como lo hace el azar`
        : `${candidate}: ${of(outside, "último dígito", "últimos dígitos")} fuera de la banda del azar`,
    digitsKey: () =>
      "Puntos: recuentos que acaban en el dígito. Banda gris: 19 de cada 20 por azar, cada dígito por sí solo; de diez, a menudo uno queda fuera.",
    digitAxis: () => "último dígito",
    centresTitle: (candidate, first, expected) =>
      `${candidate}: ${of(first, "centro")} con p de 5 % o menos, ${expected} por azar`,
    centresKey: () =>
      "Puntos: centros según su p. Banda gris: 19 de cada 20 por azar, si la dispersión es la habitual.",
    centresAxis: () => "p de un centro, %",
    classes: (values, low, high) =>
      `De izquierda a derecha: ${values.join(", ")}. Por azar, de ${low} a ${high} cada una.`,
  };
}
