// All that the page itself says. What the library says comes from it in the same language, except for
// its error messages, which are English.

const plural = (number, one, many) => (number === 1 ? one : many);

function english() {
  const count = (number) => new Intl.NumberFormat("en").format(number);
  const of = (number, noun, nouns = `${noun}s`) =>
    `${count(number)} ${plural(number, noun, nouns)}`;
  return {
    language: "Language",
    question: "Can a claimed election result be true?",
    intro:
      "Give the tallies of polling stations as CSV files, and say which election they are of. Every " +
      "published claim is then judged: confirmed, contradicted, or undecided by these tallies.",
    tallies: "Tallies",
    talliesHint:
      "Drop CSV files anywhere on this page, or choose them. One row per station or sheet.",
    chooseTallies: "Choose CSV files…",
    noTallies: "Choose at least one CSV file first.",
    added: (names) => `Added: ${names.join(", ")}.`,
    remove: (name) => `Remove ${name}`,
    removed: (name) => `Removed: ${name}.`,
    election: "Election and claims",
    whichElection: "Election",
    chooseOne: "Choose…",
    ready: "Ready made",
    own: "Your own",
    draft: "Not described yet: look at the file and draft it",
    noElection: "Choose an election first.",
    chooseElection: "Your own election (JSON)…",
    electionNote: (stations, claims) =>
      `${of(stations, "station")} in all, ${of(claims, "claim")}.`,
    draftNote: "The first file is looked at, and a draft made of what its columns seem to hold.",
    by: "Also by region",
    noRegion: "No",
    verify: "Verify",
    look: "Look at the file",
    private: "All work is done in this browser. Nothing that you choose leaves it.",
    about:
      "A verdict is a deduction from these tallies: no probability, and no assumption on how anybody " +
      "voted. It holds if the tallies are authentic, and does not say whether they are. Once loaded, " +
      "this page needs no network.",
    starting: "Loading…",
    notLoaded: "A part of this page could not be loaded. Reload it.",
    stop: "Stop",
    stopped: "Stopped.",
    reading: (files) => `Reading ${of(files, "file")}`,
    looking: "Looking at the file",
    judging: "Judging the claims",
    rows: (rows, percent) => `${count(rows)} rows${percent === undefined ? "" : `, ${percent} %`}`,
    done: ({ contradicted, confirmed, undecided }, issues) =>
      `Done: ${contradicted} contradicted, ${confirmed} confirmed, ${undecided} undecided. ` +
      `${issues === 0 ? "No issues" : of(issues, "issue")} in the files.`,
    charts: "Charts",
    drawing: "Drawing the charts…",
    notDrawn: "The charts could not be drawn. Everything else is complete.",
    save: "Save:",
    preparing: "preparing the files…",
    saveAs: { report: "report (HTML)", json: "verification (JSON)", issues: "issues (CSV)" },
    size: (bytes) =>
      bytes < 1e6
        ? `${count(Math.ceil(bytes / 1e3))} kB`
        : `${count(Math.round(bytes / 1e5) / 10)} MB`,
    problem: "That did not work",
    problems: {
      stopped: undefined,
      unexpected:
        "Something went wrong that this page did not expect. Try again, or reload the page.",
      "file-unreadable":
        "could not be read. If it is a folder, choose the files in it; if it was moved or changed, choose it again.",
      "json-invalid": "is not JSON. Choose a file that describes an election.",
    },
    detail: "Details",
    seems: (name) => `What ${name} seems to hold`,
    seemsNote: "Proposals to be checked by you; reading tallies never uses them.",
    column: "Column",
    holds: "Holds",
    examples: "Examples",
    kinds: {
      count: "counts",
      code: "codes",
      mixed: "counts and other text",
      text: "text",
      link: "links",
      empty: "nothing",
    },
    roles: {
      station: "A station is named by",
      candidates: "Candidates",
      candidate: "Candidate of each row",
      votes: "Votes of each row",
      validVotes: "Valid votes",
      invalidVotes: "Invalid votes",
      blankVotes: "Blank votes",
      registeredVoters: "Registered voters",
      regions: "Regions",
    },
    why: "Why",
    saveDraft: "Save the draft of an election (JSON)",
    draftNext:
      "Then put in what says EDIT: how many stations and voters there are in all, who the candidates are, " +
      "and the claims. Choose the file above as the election.",
    lookDone: (name) => `Done: see what ${name} seems to hold.`,
  };
}

function spanish() {
  const number = new Intl.NumberFormat("es", { useGrouping: "always" });
  const count = (value) => number.format(value);
  const of = (value, noun, nouns = `${noun}s`) => `${count(value)} ${plural(value, noun, nouns)}`;
  return {
    language: "Idioma",
    question: "¿Puede ser cierto un resultado electoral anunciado?",
    intro:
      "Indique las actas de las mesas en archivos CSV y de qué elección son. Se juzga entonces cada " +
      "afirmación publicada: confirmada, contradicha o no decidida por estas actas.",
    tallies: "Actas",
    talliesHint:
      "Suelte archivos CSV en cualquier parte de esta página, o elíjalos. Una fila por mesa o acta.",
    chooseTallies: "Elegir archivos CSV…",
    noTallies: "Elija primero al menos un archivo CSV.",
    added: (names) => `Añadido: ${names.join(", ")}.`,
    remove: (name) => `Quitar ${name}`,
    removed: (name) => `Quitado: ${name}.`,
    election: "Elección y afirmaciones",
    whichElection: "Elección",
    chooseOne: "Elegir…",
    ready: "Ya descritas",
    own: "La suya",
    draft: "Sin describir: mirar el archivo y hacer un borrador",
    noElection: "Elija primero una elección.",
    chooseElection: "Su propia elección (JSON)…",
    electionNote: (stations, claims) =>
      `${of(stations, "mesa")} en total, ${of(claims, "afirmación", "afirmaciones")}.`,
    draftNote:
      "Se mira el primer archivo y se hace un borrador según lo que sus columnas parecen contener.",
    by: "También por región",
    noRegion: "No",
    verify: "Verificar",
    look: "Mirar el archivo",
    private: "Todo se hace en este navegador. Nada de lo que elija sale de él.",
    about:
      "Un veredicto es una deducción a partir de estas actas: sin probabilidades y sin suponer cómo votó " +
      "nadie. Vale si las actas son auténticas, y no dice si lo son. Una vez cargada, esta página no " +
      "necesita red.",
    starting: "Cargando…",
    notLoaded: "No se pudo cargar una parte de esta página. Vuelva a cargarla.",
    stop: "Parar",
    stopped: "Parado.",
    reading: (files) => `Leyendo ${of(files, "archivo")}`,
    looking: "Mirando el archivo",
    judging: "Juzgando las afirmaciones",
    rows: (rows, percent) => `${count(rows)} filas${percent === undefined ? "" : `, ${percent} %`}`,
    done: ({ contradicted, confirmed, undecided }, issues) =>
      `Listo: ${of(contradicted, "contradicha")}, ${of(confirmed, "confirmada")}, ${of(undecided, "no decidida", "no decididas")}. ` +
      `${issues === 0 ? "Ninguna incidencia" : of(issues, "incidencia")} en los archivos.`,
    charts: "Gráficos",
    drawing: "Dibujando los gráficos…",
    notDrawn: "No se pudieron dibujar los gráficos. Todo lo demás está completo.",
    save: "Guardar:",
    preparing: "preparando los archivos…",
    saveAs: {
      report: "informe (HTML)",
      json: "verificación (JSON)",
      issues: "incidencias (CSV)",
    },
    size: (bytes) =>
      bytes < 1e6
        ? `${count(Math.ceil(bytes / 1e3))} kB`
        : `${count(Math.round(bytes / 1e5) / 10)} MB`,
    problem: "No se pudo hacer",
    problems: {
      stopped: undefined,
      unexpected:
        "Ocurrió algo que esta página no esperaba. Inténtelo de nuevo o vuelva a cargar la página.",
      "file-unreadable":
        "no se pudo leer. Si es una carpeta, elija los archivos que contiene; si se movió o cambió, elíjalo otra vez.",
      "json-invalid": "no es JSON. Elija un archivo que describa una elección.",
      "election-invalid":
        "Este archivo no describe una elección. Corrija los campos de la lista, o elija otro archivo.",
      "input-empty": "El archivo está vacío. Elija un archivo CSV con una línea de encabezado.",
      "input-binary":
        "No es un archivo de texto. Guarde la hoja de cálculo como CSV en UTF-8, o descomprima el archivo.",
      "input-too-large": "El archivo es demasiado grande. Divídalo en varios.",
      "input-repeated": "Un archivo está dos veces. Quite uno.",
      "encoding-unsupported":
        "No se reconoce la codificación del archivo. Guárdelo como CSV en UTF-8.",
      "quotes-unbalanced":
        "Hay una comilla sin cerrar, así que no se pueden separar las filas. Ciérrela o quítela.",
      "column-missing":
        "El archivo no tiene las columnas que describe esta elección. Elija otra elección, u otro archivo.",
      "column-ambiguous":
        "Varias columnas tienen el mismo nombre. Indique en la elección la posición de la columna.",
      "rows-none":
        "El archivo tiene encabezado, pero ninguna fila. Elija el archivo con las actas.",
      "rows-none-accepted":
        "No se pudo aceptar ninguna fila, así que no hay nada que contar. Compruebe el archivo y la elección.",
      "universe-exceeded":
        "Las actas no caben en la elección: hay más mesas o votantes de los que dice. Corrija sus números.",
    },
    detail: "Detalles",
    seems: (name) => `Lo que ${name} parece contener`,
    seemsNote: "Propuestas que usted debe comprobar; la lectura de las actas no las usa.",
    column: "Columna",
    holds: "Contiene",
    examples: "Ejemplos",
    kinds: {
      count: "números",
      code: "códigos",
      mixed: "números y otro texto",
      text: "texto",
      link: "enlaces",
      empty: "nada",
    },
    roles: {
      station: "La mesa se identifica por",
      candidates: "Candidatos",
      candidate: "Candidato de cada fila",
      votes: "Votos de cada fila",
      validVotes: "Votos válidos",
      invalidVotes: "Votos nulos",
      blankVotes: "Votos en blanco",
      registeredVoters: "Electores inscritos",
      regions: "Regiones",
    },
    why: "Por qué",
    saveDraft: "Guardar el borrador de una elección (JSON)",
    draftNext:
      "Complete después lo que dice EDIT: cuántas mesas y electores hay en total, quiénes son los " +
      "candidatos, y las afirmaciones. Elija ese archivo arriba como elección.",
    lookDone: (name) => `Listo: vea lo que ${name} parece contener.`,
  };
}

export const WORDS = { en: english(), es: spanish() };
