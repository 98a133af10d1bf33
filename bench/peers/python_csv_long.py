# A row per station and choice, with Python's csv module:
#   python3 bench/peers/python_csv_long.py FILE SHAPE ENCODING
import csv
import json
import re
import sys
from operator import itemgetter

path, shape, encoding = sys.argv[1:]
shape = json.loads(shape)
choices = shape["choices"]
index_of = {str(number): index for index, number in enumerate(choices.values())}
is_count = re.compile("[0-9]+").fullmatch

read = 0
sheets = {}
with open(path, encoding=encoding, newline="") as file:
    reader = csv.reader(file, delimiter=shape["delimiter"])
    header = next(reader)
    columns = [shape["region"], *shape["station"], shape["choice"], shape["votes"]]
    fields_of = itemgetter(*map(header.index, columns))
    for row in reader:
        read += 1
        region, town, zone, section, choice, votes = fields_of(row)
        key = (town, zone, section)
        sheet = sheets.get(key)
        if sheet is None:
            sheet = sheets[key] = [region, 0, [None] * len(choices)]
        # A row that does not count leaves a sheet with more rows than choices, or one without votes.
        sheet[1] += 1
        index = index_of.get(choice)
        if index is not None and is_count(votes):
            sheet[2][index] = int(votes)

totals = {}
for region, rows, votes in sheets.values():
    if rows == len(choices) and None not in votes:
        counts = [1, *votes]
        totals[region] = [a + b for a, b in zip(totals.get(region, [0] * len(counts)), counts)]

overall = [sum(column) for column in zip(*totals.values())]
named = lambda counts: dict(zip(["stations", *choices], counts))
print(json.dumps({
    "failed": read - overall[0] * len(choices),
    "overall": named(overall),
    "byRegion": {region: named(counts) for region, counts in totals.items()},
}))
