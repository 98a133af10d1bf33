# python3 bench/peers/python_csv.py FILE utf-8|latin-1
import csv
import json
import re
import sys
from collections import Counter
from operator import itemgetter

CANDIDATES = ["EG", "NM", "LM", "JABE", "JOBR", "AE", "CF", "DC", "EM", "BERA"]
COUNTED = ["VOTOS_VALIDOS", *CANDIDATES]
DIGITS = ["CENTRO", "MESA", "VOTOS_NULOS", *COUNTED]
# Of all fields at once: one match per row takes less time than one per field.
ALL_DIGITS = re.compile("[0-9]+(,[0-9]+){%d}" % (len(DIGITS) - 1))

path, encoding = sys.argv[1:]
with open(path, encoding=encoding, newline="") as file:
    reader = csv.reader(file)
    header = next(reader)
    rows = list(reader)

edo_at = header.index("EDO")
fields_of = itemgetter(*map(header.index, DIGITS))

numbers = []
failed = 0
for row in rows:
    fields = fields_of(row)
    if ALL_DIGITS.fullmatch(",".join(fields)):
        centro, mesa, _, valid, *votes = map(int, fields)
        if sum(votes) == valid:
            numbers.append((row[edo_at], (centro, mesa), [1, valid, *votes]))

seen = Counter(station for _, station, _ in numbers)
totals = {}
for edo, station, counts in numbers:
    if seen[station] == 1:
        totals[edo] = [a + b for a, b in zip(totals.get(edo, [0] * len(counts)), counts)]

overall = [sum(column) for column in zip(*totals.values())]
named = lambda counts: dict(zip(["stations", *COUNTED], counts))
print(json.dumps({
    "failed": len(rows) - overall[0],
    "overall": named(overall),
    "byEdo": {edo: named(counts) for edo, counts in totals.items()},
}))
