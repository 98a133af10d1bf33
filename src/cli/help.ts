export const HELP = `tallyproof – can a claimed election result be true, given the tallies you hold?

  tallyproof verify FILE… --election NAME|FILE.json [options]

Reads polling-station tallies from CSV, totals them, and judges every claim of the election:
confirmed (true whatever the missing stations hold), contradicted (true in no case), or undecided.

  FILE                 a CSV file, plain or .gz; several are read as one; - is standard input
  -e, --election NAME  a ready-made election (venezuela-2024), or a JSON file that describes yours
  --register FILE      a CSV with the registered voters of each station, where the tallies lack them
  --by COLUMN          totals by a region column as well, for instance --by EDO
  --json               everything as JSON instead of text
  -h, --help           this page
  -v, --version        the version

Results go to standard output, messages to standard error. Exit status:
  0  no claim is contradicted
  1  at least one claim is contradicted
  2  the command was wrong
  3  an input could not be read

Examples
  tallyproof verify RESULTADOS_2024_CSV_V1.csv --election venezuela-2024
  tallyproof verify part1.csv part2.csv.gz --election my-election.json --by District
  curl -s https://example.org/tallies.csv | tallyproof verify - -e venezuela-2024 --json
`;
