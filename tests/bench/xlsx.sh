#!/bin/bash
# 100,000 rows of three columns, summed by year: from Excel's file against the same as CSV.
set -eu
cd "$(dirname "$0")/../.."
bin=out/build/release/bench work=out/build/bench/xlsx rows=100000
command -v zip >/dev/null || { echo "xlsx: not measured, there is no zip program to make the file with"; exit 0; }
rm -rf "$work" && mkdir -p "$work/xl/_rels" "$work/xl/worksheets"
awk -v n=$rows 'BEGIN { print "năm,tên,số"; for (i = 0; i < n; i++) printf "%d,Xã %d,%.2f\n", 2000 + i % 25, i % 500, i * 7919 % 100003 / 100 }' >"$work/rows.csv"
echo '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>' >"$work/xl/workbook.xml"
echo '<Relationships><Relationship Id="r1" Target="worksheets/a.xml"/></Relationships>' >"$work/xl/_rels/workbook.xml.rels"
awk -F, 'BEGIN { print "<worksheet><sheetData>" }
	function text(s) { return "<c t=\"inlineStr\"><is><t>" s "</t></is></c>" }
	function cell(s) { return NR == 1 ? text(s) : "<c><v>" s "</v></c>" }
	{ print "<row>" cell($1) text($2) cell($3) "</row>" }
	END { print "</sheetData></worksheet>" }' "$work/rows.csv" >"$work/xl/worksheets/a.xml"
(cd "$work" && zip -qr rows.xlsx xl)
for type in csv xlsx; do
	cat >"$work/$type.json" <<-END
	{ "data": { "url": "rows.$type" }, "mark": "bar",
	  "encoding": { "x": { "field": "năm", "type": "ordinal" }, "y": { "aggregate": "sum", "field": "số", "type": "quantitative" } } }
	END
	echo "$rows rows of $type"
	"$bin/bench" cold 5 out/bieudo render "$work/$type.json" --share . -o "$work/$type.png"
done
cmp "$work/csv.png" "$work/xlsx.png"
