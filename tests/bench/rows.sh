#!/bin/bash
# A million rows of CSV: summed by year as bars, drawn as a line; and ten times as many.
set -eu
work=out/build/bench/rows
mkdir -p "$work"
make_rows() { # count file
	[ -s "$2" ] || awk -v n="$1" 'BEGIN {
		srand(1); print "i,year,value"
		for (i = 0; i < n; i++) { v += rand() - 0.5; printf "%d,%d,%.3f\n", i, 1990 + i * 30 / n, v }
	}' >"$2"
}
make_rows 1000000 "$work/1m.csv"
make_rows 10000000 "$work/10m.csv"
bars='"mark": "bar", "encoding": { "x": { "field": "year", "type": "ordinal" }, "y": { "aggregate": "sum", "field": "value", "type": "quantitative" } }'
line='"mark": "line", "encoding": { "x": { "field": "i", "type": "quantitative" }, "y": { "field": "value", "type": "quantitative" } }'
time_of() {
	out/build/release/bench/bench cold 3 out/bieudo render "$1" --scale 1 -o "$work/out.png" | tr '\n' ' '
}
for size in 1m 10m; do
	echo '{ "data": { "url": "'$size'.csv" }, "width": 800, "height": 400, '"$bars"' }' >"$work/bars-$size.json"
	echo '{ "data": { "url": "'$size'.csv" }, "width": 1600, "height": 900, '"$line"' }' >"$work/line-$size.json"
	echo "bars of $size rows: $(time_of "$work/bars-$size.json")"
	echo "line of $size rows: $(time_of "$work/line-$size.json")"
done
