#!/bin/bash
# Charts of a hundred thousand and of a million rows of text, dates and numbers: wall time, what ten
# times the rows cost (limit: 12), and the peak of memory.
set -eu
cd "$(dirname "$0")/../.."
work=out/build/bench/charts
mkdir -p "$work"
make_rows() { # count file
	[ -s "$2" ] || awk -v n="$1" 'BEGIN {
		split("Hà Tĩnh,Nghệ An,Quảng Bình,Quảng Trị,Huế,Quảng Nam,Kon Tum,Sơn La", places, ",")
		srand(1); print "i,x,y,v,tỉnh,tên,ngày"
		for (i = 0; i < n; i++) {
			x = rand() + rand() + rand(); v += rand() - 0.5
			day = int(i * 7000 / n)
			printf "%d,%.4f,%.4f,%.3f,%s,Xã số %d,%d-%02d-%02d\n", i, x, x / 2 + rand(), v,
				places[int(rand() * 8) + 1], int(rand() * n / 10),
				2000 + int(day / 336), int(day % 336 / 28) + 1, day % 28 + 1
		}
	}' >"$2"
}
make_rows 100000 "$work/5.csv"
make_rows 1000000 "$work/6.csv"
awk -F, 'NR == 1 { split($0, names); next } {
	printf("%s{", NR == 2 ? "[" : ",\n")
	for (i = 1; i <= 7; i++)
		printf("%s\"%s\":%s", (i > 1 ? "," : ""), names[i], (i < 5 ? $i : "\"" $i "\""))
	printf("}")
} END { print "]" }' "$work/5.csv" >"$work/5.json"
q='"type": "quantitative"' xy='"x": { "field": "x", "type": "quantitative" }, "y": { "field": "y", "type": "quantitative" }'
charts() { # name: the rest of a spec
	cat <<-END
	histogram: "mark": "bar", "encoding": { "x": { "field": "x", "bin": true }, "y": { "aggregate": "count" } }
	heat map: "mark": "rect", "encoding": { "x": { "field": "x", "bin": { "maxbins": 60 }, $q }, "y": { "field": "y", "bin": { "maxbins": 40 }, $q }, "color": { "aggregate": "count" } }
	bars by text: "mark": "bar", "encoding": { "y": { "field": "tỉnh", "sort": "-x" }, "x": { "aggregate": "median", "field": "y" } }
	bars by 10 % as many texts: "mark": "bar", "width": 600, "encoding": { "x": { "field": "tên" }, "y": { "aggregate": "sum", "field": "y" } }
	lines by month: "mark": "line", "encoding": { "x": { "field": "ngày", "timeUnit": "yearmonth" }, "y": { "aggregate": "sum", "field": "y" }, "color": { "field": "tỉnh" } }
	areas, stacked: "mark": "area", "encoding": { "x": { "field": "ngày", "timeUnit": "yearmonth" }, "y": { "aggregate": "sum", "field": "y" }, "color": { "field": "tỉnh" } }
	points: "mark": "point", "encoding": { $xy }
	points, colours and shapes: "mark": "point", "encoding": { $xy, "color": { "field": "tỉnh" }, "shape": { "field": "tỉnh" } }
	ticks: "mark": "tick", "encoding": { "x": { "field": "x", $q }, "y": { "field": "tỉnh" } }
	box plot: "mark": "boxplot", "encoding": { "x": { "field": "tỉnh" }, "y": { "field": "y", $q } }
	moving median: "mark": "line", "transform": [{ "window": [{ "op": "median", "field": "y", "as": "m" }], "frame": [-500, 500] }], "encoding": { "x": { "field": "i", $q }, "y": { "field": "m", $q } }
	calculate, filter: "mark": "bar", "transform": [{ "calculate": "sqrt(datum.x * datum.y)", "as": "z" }, { "filter": "datum.z > 0.5 && datum.tỉnh != 'Huế'" }], "encoding": { "x": { "field": "tỉnh" }, "y": { "aggregate": "mean", "field": "z" } }
	END
}
measure() { # spec: wall and peak
	out/build/release/bench/bench cold 1 out/bieudo render "$1" --share . --scale 1 -o "$work/out.png" 2>/dev/null |
		awk '/^wall/ { wall = $2 } /^peak/ { peak = $2 } END { print wall, peak }'
}
printf '%-28s %10s %10s %6s %8s\n' rows 100,000 1,000,000 times peak
charts | while IFS=: read -r name rest; do
	for size in 5 6; do
		echo "{ \"data\": { \"url\": \"$size.csv\" }, $rest }" >"$work/$size.spec.json"
	done
	read -r small _ <<<"$(measure "$work/5.spec.json")"
	read -r large peak <<<"$(measure "$work/6.spec.json")"
	awk -v n="$name" -v a="$small" -v b="$large" -v p="$peak" \
		'BEGIN { printf "%-28s %7.0f ms %7.0f ms %6.1f %4.0f MiB\n", n, a, b, b / a, p }'
done
echo '{ "data": { "url": "5.json" }, "mark": "bar", "encoding": { "x": { "field": "tỉnh" }, "y": { "aggregate": "sum", "field": "y" } } }' >"$work/5.spec.json"
read -r small peak <<<"$(measure "$work/5.spec.json")"
printf '%-28s %7.0f ms %28.0f MiB\n' "bars, from JSON" "$small" "$peak"
