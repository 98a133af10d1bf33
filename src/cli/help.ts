export const HELP = `tallyproof – can a claimed election result be true, given the tallies you hold?

  tallyproof verify FILE… --election NAME|FILE.json [options]
  tallyproof reconcile FILE FILE… --election NAME|FILE.json [options]
  tallyproof estimate FILE… --election NAME|FILE.json [options]
  tallyproof forensics FILE… --election NAME|FILE.json [options]
  tallyproof inspect FILE [--draft FILE.json]
  tallyproof audit plan FILE… --election NAME|FILE.json [options]
  tallyproof audit commit FILE… --election NAME|FILE.json --out FOLDER [options]
  tallyproof audit draw FOLDER --seed DIGITS --sheets N
  tallyproof audit risk FOLDER

verify reads polling-station tallies from CSV, totals them, and judges every claim of the election:
confirmed (true whatever the missing stations hold), contradicted (true in no case), or undecided.

  FILE                 a CSV file, plain or .gz; several are read as one; - is standard input
  -e, --election NAME  a ready-made election (venezuela-2024, bolivia-2019), or the JSON file of
                       yours
  --register FILE      a CSV with the registered voters of each station, where tallies lack them, or
                       with the number of stations of each region
  --by COLUMN          totals by a region column as well, for instance --by EDO
  --max-turnout P      assume that at most P percent of the voters at missing stations voted
  --lang LANGUAGE      en or es: the language of the report
  --markdown           the report as Markdown instead of text
  --html FILE          the report as a page of its own, with charts where vega and vega-lite are
                       installed
  --charts FOLDER      every chart as Vega-Lite JSON, and as SVG where they are
  --csv FOLDER         totals by candidate, by region (with --by) and the issues as CSV, with a
                       datapackage.json that describes them
  --issues FILE        every issue of the input to FILE, as .csv or .json
  --strict             exit with 3 when any row is in error
  --json               everything as JSON instead of text

reconcile holds two transcriptions of the same sheets beside each other: what differs, on which
lines, and what that does to totals and verdicts; three or more by majority. It takes --register,
--lang, --markdown, --json and --html as above, and

  --layout NAME        another election, whose layout reads files that the first does not fit; can
                       be given several times
  --roll-up COLUMN     the first file has published totals by a region column, the second its parts:
                       which total is not the sum of its parts
  --csv FILE           every difference of two files as CSV

estimate says what the result over all stations may be, and on which assumptions; verify makes none.
It takes --register, --lang, --markdown, --json, --html and --charts as above, and

  --strata COLUMN      a region column: missing stations are like the covered ones of their region
  --clusters COLUMN    the region column of polling centres, or centre: the station key without its
                       last part
  --earlier FILE       an earlier state of the same count: what came late, beside what came early
  --sample             the stations were drawn at random; without it, none of this has a margin of
                       error

forensics tests the tallies for patterns that clean counts seldom have, each test with its
false-alarm rate measured on simulated clean elections of the same stations. A flag says where to
look; its exit status is 0 whatever it finds. It takes --election, --register, --lang, --json,
--markdown, --html and --charts as verify does, and

  --plan FILE.json     tests, filters, seed, fixed before the data are read; the rest is exploratory
  --centre COLUMN      the region column that is the polling centre, where codes do not begin
                       with it
  --seed TEXT          what the simulated elections are drawn from
  --simulations N      how many are drawn: 200 unless given

inspect looks at a CSV that nobody has described yet: its encoding, delimiter and columns, which of
them seem to be the station and the candidates, and why.

  --draft FILE.json    saves an election for it, to edit and to verify with
  --json               the same as JSON

audit chooses sheets to read again in public, and says what they prove: plan how many it takes;
commit to the list and the rules, and publish them; draw stations from a seed thrown by dice after
that; fill in the entry sheets; measure the risk that the reported winner is wrong.

  --scope SCOPE        covered (the winner at the covered stations) or all (uncovered ones count
                       with every ballot against the winner)
  --claim ID           the claim whose winner is audited; refused if these are not its tallies
  --ballots-at-most N  the most ballots at a station of which no registered voters are known
  --risk-limit R       for instance 0.05: the chance taken of supporting a wrong outcome
  --assume S:T         plan with a share S of the sheets at taint T; 0.02:1 is 2 % missing
  --out FOLDER         where commit keeps the audit
  --date DATE          of the commitment, and with --seed-date of the seed; now unless given
  --evidence COLUMN    the column of the tallies that says where a sheet can be seen
  --drawing D          weighted, with-replacement or uniform
  --method M           betting or kaplan-markov
  --seed DIGITS        at least 20 digits, drawn in public after the commitment
  --seed-date DATE     when it was drawn
  --sheets N[,N]       how many sheets to draw, in each round
  --register, --lang, --html, --markdown and --json as above

  -h, --help           this page
  -v, --version        the version

Results go to standard output, messages to standard error. Exit status:
  0  no claim is contradicted
  1  at least one claim is contradicted; of audit risk, the risk limit is not reached
  2  the command was wrong
  3  an input could not be read, or, with --strict, has errors
  4  tallyproof itself failed

Examples
  tallyproof verify RESULTADOS_2024_CSV_V1.csv --election venezuela-2024
  tallyproof reconcile RESULTADOS_2024_CSV_V1.csv RESULTADOS_2024_CSV_V2.csv -e venezuela-2024
  tallyproof estimate RESULTADOS_2024_CSV_V1.csv -e venezuela-2024 --strata EDO --clusters centre
  tallyproof forensics RESULTADOS_2024_CSV_V1.csv --election venezuela-2024 --simulations 1000
  tallyproof inspect unknown.csv --draft my-election.json
  tallyproof verify part1.csv part2.csv.gz --election my-election.json --by District
  tallyproof audit plan tallies.csv --election my-election.json
  curl -s https://example.org/tallies.csv | tallyproof verify - -e venezuela-2024 --json
`;
