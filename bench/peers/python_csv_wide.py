# A row per station, with Python's csv module: python3 bench/peers/python_csv_wide.py FILE SHAPE ENCODING
import csv
import json
import re
import sys
from collections import Counter
from operator import itemgetter

path, shape, encoding = sys.argv[1:]
shape = json.loads(shape)
candidates = shape["candidates"]
digits = [*shape["station"], shape["valid"], shape["invalid"], *candidates]
# Of all fields at once: one match per row takes less time than one per field.
all_digits = re.compile("[0-9]+(,[0-9]+){%d}" % (len(digits) - 1)).fullmatch

numbers = []
read = 0
with open(path, encoding=encoding, newline="") as file:
    reader = csv.reader(file, delimiter=shape["delimiter"])
    header = next(reader)
    region_at = header.index(shape["region"])
    fields_of = itemgetter(*map(header.index, digits))
    for row in reader:
        read += 1
        fields = fields_of(row)
        if all_digits(",".join(fields)):
            centre, table, valid, invalid, *votes = map(int, fields)
            if sum(votes) == valid:
                numbers.append((row[region_at], (centre, table), [1, valid, invalid, *votes]))

seen = Counter(station for _, station, _ in numbers)
totals = {}
for region, station, counts in numbers:
    if seen[station] == 1:
        totals[region] = [a + b for a, b in zip(totals.get(region, [0] * len(counts)), counts)]

overall = [sum(column) for column in zip(*totals.values())]
named = lambda counts: dict(zip(["stations", "valid", "invalid", *candidates], counts))
print(json.dumps({
    "failed": read - overall[0],
    "overall": named(overall),
    "byRegion": {region: named(counts) for region, counts in totals.items()},
}))
