import type { IssueCode, IssueSeverity } from "../model/issue";

/** What each issue code means in Spanish, and what to do. */
export const ISSUES_ES: Readonly<
  Record<IssueCode, { readonly meaning: string; readonly action: string }>
> = {
  "row-width": {
    meaning: "La fila tiene más o menos campos que el encabezado.",
    action: "Busque una coma dentro de un nombre sin comillas, o una fila cortada.",
  },
  "row-swallowed": {
    meaning:
      "Un campo entre comillas contiene saltos de línea y tantos separadores como una fila: abarca filas enteras.",
    action:
      "Busque en esta línea una comilla que sobre o que falte, y revise las filas que siguen.",
  },
  "centre-exceeds-registered": {
    meaning:
      "Las mesas de un centro de votación suman más votos emitidos que electores inscritos tiene el centro.",
    action:
      "Compare las actas del centro con su número de electores inscritos; las filas se cuentan tal como están.",
  },
  "region-differs": {
    meaning:
      "Las actas de una región no coinciden con el registro de mesas: este no conoce la región o le asigna menos mesas.",
    action: "Compare cómo está escrita la región en ambos, y cuántas mesas tiene.",
  },
  "station-missing": {
    meaning:
      "Una columna del código de la mesa está vacía, así que la fila no pertenece a ninguna mesa.",
    action: "Complete el código a partir del acta, o quite la fila si no es de una mesa.",
  },
  "station-malformed": {
    meaning: "El código de la mesa no tiene los dígitos que pide la descripción del archivo.",
    action:
      "Compare el código con el acta; revise `digits` en la descripción del archivo (`layout`) de la elección.",
  },
  "station-unknown": {
    meaning: "El registro de mesas se declara completo, y esta mesa no figura en él.",
    action: "Revise el código de la mesa, o consiga un registro más reciente.",
  },
  "count-missing": {
    meaning: "Falta una cantidad. Un dato que falta nunca se toma como cero.",
    action: "Lea el número en el acta.",
  },
  "count-malformed": {
    meaning: "Una cantidad no está formada solo por dígitos.",
    action:
      "Corrija el número a partir del acta; no se leen signos, decimales ni separadores de miles.",
  },
  "count-too-large": {
    meaning: "Una cantidad es mayor que 2.147.483.647, lo que no cabe en ninguna mesa.",
    action: "Busque dos columnas que se hayan juntado.",
  },
  "valid-votes-mismatch": {
    meaning: "Los votos de las candidaturas no suman los votos válidos de la misma fila.",
    action: "Compare la fila con el acta, candidatura por candidatura.",
  },
  "ballots-cast-mismatch": {
    meaning: "Los votos válidos, nulos y en blanco no suman los votos emitidos de la misma fila.",
    action: "Compare la fila con el acta.",
  },
  "ballots-exceed-registered": {
    meaning: "Se contaron más votos emitidos que electores inscritos hay en la mesa.",
    action: "Compare la fila con el acta y con el registro de mesas.",
  },
  "duplicate-identical": {
    meaning: "La mesa ya se había leído con las mismas cifras; se cuenta una sola vez.",
    action: "Nada, si la misma acta se transcribió o se publicó dos veces.",
  },
  "duplicate-conflicting": {
    meaning:
      "La mesa aparece más de una vez con cifras diferentes; no se cuenta ninguna de esas filas.",
    action: "Deje la fila que coincide con el acta y quite las demás.",
  },
  "duplicate-rejected": {
    meaning: "Otra fila de la mesa fue rechazada; esta se cuenta, porque sus cifras cuadran.",
    action: "Compare ambas filas con el acta.",
  },
  "region-missing": {
    meaning: "Hay mesas sin nombre en esta columna de región; se cuentan, pero en ninguna región.",
    action:
      "Complete la columna; si había celdas combinadas, añada `fillDown` a la columna en la descripción del archivo (`layout`).",
  },
  "header-repeated": {
    meaning: "El encabezado aparece aquí otra vez, y se omite.",
    action: "Nada, si se juntaron varios archivos.",
  },
  "quote-stray": {
    meaning: "Un campo de la fila tiene una comilla sin su pareja: un nombre puede estar mal.",
    action: "Quite la comilla, o añada la que falta.",
  },
  "votes-none": {
    meaning: "Actas en las que ninguna candidatura tiene votos; sus mesas se consideran cubiertas.",
    action:
      "Si ocupan el lugar de actas que aún no han llegado, omítalas con una regla en la descripción del archivo (`layout`).",
  },
  "station-lookalike": {
    meaning:
      "Dos códigos de mesa solo se diferencian en ceros iniciales, espacios, mayúsculas, comillas o caracteres invisibles; se cuentan ambos.",
    action:
      "Si son la misma mesa, corrija uno de los dos, o indique los dígitos del código (`digits`) en la descripción del archivo (`layout`).",
  },
  "row-total": {
    meaning:
      "Para cada candidatura, la fila es la suma de las filas anteriores, o de todas: es un total y no una mesa.",
    action: "Nada, u omita esas filas con una regla en la descripción del archivo (`layout`).",
  },
  "registered-differs": {
    meaning: "El acta y el registro de mesas dan números diferentes de electores inscritos.",
    action: "Se usa el número menor, que deja más margen para los votos faltantes; revise ambos.",
  },
  "row-blank": {
    meaning: "Líneas vacías, que se omiten por regla.",
    action: "Nada.",
  },
  "row-skipped": {
    meaning: "Filas que las reglas de la descripción del archivo dejan fuera: no son actas.",
    action: "Nada, si la regla de la descripción del archivo (`layout`) se refiere a estas filas.",
  },
  "candidate-unknown": {
    meaning:
      "La fila es de una candidatura que la elección no tiene, así que su mesa queda incompleta.",
    action:
      "Añada el nombre a los valores de la candidatura en la descripción del archivo (`layout`), o a los que se ignoran.",
  },
  "station-incomplete": {
    meaning:
      "Falta otra fila de la mesa, o no se puede contar, así que no se cuenta ninguna de ellas.",
    action:
      "Corrija la otra fila; si las candidaturas sin votos no tienen fila, indíquelo en la descripción del archivo (`layout`).",
  },
  "column-absent": {
    meaning:
      "Una columna opcional de la descripción no está en este archivo; sus valores quedan sin dato.",
    action:
      "Nada; o, si la columna está con otro nombre, indíquelo en la descripción del archivo (`layout`).",
  },
  "encoding-assumed": {
    meaning: "El archivo no es UTF-8 y se leyó como Windows-1252 (que contiene Latin-1).",
    action:
      "Si los nombres se ven mal, guarde el archivo como UTF-8. Las cantidades no se ven afectadas.",
  },
};

/** How much an issue matters, in Spanish. */
export const SEVERITIES_ES: Readonly<Record<IssueSeverity, string>> = {
  error: "error",
  warning: "advertencia",
  notice: "aviso",
};
