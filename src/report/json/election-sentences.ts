/**
 * What each field of an election is, by its name; after the name of the field around it where the same
 * name means several things.
 */
const SENTENCES: Readonly<Record<string, string>> = {
  $schema: "Where editors find the JSON Schema.",
  id: "A short name.",
  name: "The title of the election.",
  date: "Election day.",
  candidates: "Who and what can be voted for.",
  "candidates.code": "A short code, which everything else uses.",
  "candidates.name": "The name.",

  universe: "All stations and voters, whether a tally is held or not.",
  "universe.stations": "How many stations there are.",
  "universe.registeredVoters": "Voters on the roll, in all.",
  source: "Where it can be looked up.",
  "universe.otherRolls": "Other published numbers of voters: a verdict must hold under each.",
  "otherRolls.registeredVoters": "So many voters.",
  "universe.maxTurnout":
    "An assumption: at most so many percent of the voters at uncovered stations cast a ballot.",

  layout: "Where things stand in the tallies' CSV.",
  encoding: "The encoding; UTF-8 or Windows-1252 unless given.",
  delimiter: "What separates fields; a comma unless given.",
  header: "The header's line, the first unless given; `none` where there is none.",
  trailingDelimiter: "Whether rows end in one more delimiter than the header.",
  station: "The columns that together name a station.",
  "layout.candidates":
    "By code, the column of the candidate's votes; with `rows`, the values that stand for them.",
  rows: "Of a table with a row per station and candidate.",
  "rows.candidate": "The column that names the candidate.",
  "rows.votes": "The column of votes.",
  "rows.sumOver": "Columns in which rows differ that are parts of one number.",
  "rows.absentIsZero": "Whether a candidate without a row at a station has no votes there.",
  "rows.validVotes": "Values of the candidate column that stand for the valid votes.",
  "rows.invalidVotes": "Values of the candidate column that stand for the invalid votes.",
  "rows.blankVotes": "Values of the candidate column that stand for the blank votes.",
  "rows.ballotsCast": "Values of the candidate column that stand for the ballots cast.",
  "rows.registeredVoters": "Values of the candidate column that stand for the registered voters.",
  "rows.ignored": "Values of the candidate column whose rows are not read.",
  "layout.validVotes": "The column of the valid votes.",
  "layout.invalidVotes": "The column of the invalid votes.",
  "layout.blankVotes": "The column of the blank votes.",
  "layout.ballotsCast": "The column of the ballots cast.",
  "layout.registeredVoters": "The column of the registered voters.",
  centre: "Polling centres whose registered voters are given as a whole.",
  "centre.key": "The columns that together name a centre.",
  "centre.registeredVoters": "The column of the centre's registered voters.",
  regions: "Region columns, from the largest to the smallest.",
  "regions.name": "What reports call the column.",
  skip: "Rows that are no tallies.",
  "skip.in": "Rows whose field is one of these are skipped.",
  "skip.notIn": "Rows whose field is none of these are skipped.",
  "skip.startsWith": "Rows whose field starts with one of these are skipped.",
  "skip.reason": "What such rows are.",
  values: "How counts are written, beyond plain digits.",
  "values.thousands": "What separates groups of three digits.",
  "values.missing": "What stands where a count is missing, and why.",

  column: "The header's name, or several names.",
  position: "The column's position, from 1.",
  optional: "Whether some files do not have the column.",
  split: "Where the text is cut into pieces.",
  part: "Which piece is meant, from 1.",
  fillDown: "Whether an empty field means the value of the row above.",
  fileName: "Whether it is no column but the file's name.",
  digits: "Digits of the code: zeros lost in front are put back.",

  registers: "Layouts of registers; the first that fits a file is used.",
  "registers.region": "The region column of the tallies that the rows are about.",
  "registers.regionColumn": "The column of the regions' names.",
  "registers.stations": "The column of how many stations a region has.",
  "registers.registeredVoters": "The column of the registered voters.",
  "registers.complete": "Whether it lists all stations of the election.",

  texts: "By language, what stands for a text of the election in reports in that language.",
  "texts.en": "By the text, what it is in English.",
  "texts.es": "By the text, what it is in Spanish.",

  claims: "Published results.",
  "claims.id": "A short name.",
  "claims.title": "One line for a reader.",
  "claims.by": "Who made the claim.",
  "claims.date": "Day it was published.",
  "claims.note": "What a reader must know to read the claim right.",
  "claims.scope": "What the claim is about, where that is not the whole election.",
  "scope.stations": "How many stations it covers; which ones is not known.",
  "scope.region": "Names of a region and of those it lies in, from the largest down.",
  "claims.shares":
    "Percent of the valid votes by candidate code; the digits say how precise they are.",
  "claims.votes": "Votes by candidate code.",
  "claims.otherVotes": "Votes of all candidates not named in `votes`, together.",
  "claims.validVotes": "Valid votes.",
  "claims.invalidVotes": "Invalid votes.",
  "claims.ballotsCast": "All ballots cast.",
  "claims.turnout": "Ballots cast in percent of voters, read like a share.",
  "claims.turnoutBase": "The voters of whom the turnout is a share.",
  "claims.winner": "Code of the candidate said to have the most votes.",
  "claims.margin": "How far one candidate is said to be ahead of another.",
  "margin.winner": "Code of the one who is ahead.",
  "margin.loser": "Code of the other.",
  "margin.votes": "The lead in votes.",
  "margin.share": "The lead in points of the valid votes, read like a share.",
};

/** The parts of a JSON Schema that can have fields further in. */
interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly additionalProperties?: Node | boolean;
  description?: string;
}

/** Writes into an election's JSON Schema what each field is; `field` is the one that it is about. */
export function describeElection(schema: object | boolean, field = ""): void {
  if (typeof schema === "boolean") return;
  const { properties = {}, items, anyOf = [], additionalProperties } = schema as Node;
  for (const [name, own] of Object.entries(properties)) {
    const sentence = SENTENCES[`${field}.${name}`] ?? SENTENCES[name];
    if (sentence !== undefined) own.description ??= sentence;
    describeElection(own, name);
  }
  for (const inner of [items, ...anyOf, additionalProperties])
    if (inner !== undefined) describeElection(inner, field);
}
