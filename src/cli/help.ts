export const HELP = `tallyproof – can a claimed election result be true, given the tallies you hold?

  tallyproof verify FILE… --election NAME|FILE.json [options]
  tallyproof forensics FILE… --election NAME|FILE.json [options]
  tallyproof inspect FILE [--draft FILE.json]

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

  -h, --help           this page
  -v, --version        the version

Results go to standard output, messages to standard error. Exit status:
  0  no claim is contradicted
  1  at least one claim is contradicted
  2  the command was wrong
  3  an input could not be read, or, with --strict, has errors
  4  tallyproof itself failed

Examples
  tallyproof verify RESULTADOS_2024_CSV_V1.csv --election venezuela-2024
  tallyproof forensics RESULTADOS_2024_CSV_V1.csv --election venezuela-2024 --simulations 1000
  tallyproof inspect unknown.csv --draft my-election.json
  tallyproof verify part1.csv part2.csv.gz --election my-election.json --by District
  curl -s https://example.org/tallies.csv | tallyproof verify - -e venezuela-2024 --json
`;
