# The program as users call it: what goes where, under which name, with which exit status.

setup() {
	bieudo=$BIEUDO
	cd "$BATS_TEST_TMPDIR"
	cp "$BATS_TEST_DIRNAME/../errors/data/poster.json" poster.json
	cp "$BATS_TEST_DIRNAME/../errors/data/chart.json" chart.json
}

is_png() { [ "$(head -c 4 "$1" | tail -c 3)" = PNG ]; }

@test "a bare spec becomes a PNG beside it" {
	mkdir sub && mv poster.json sub/
	run "$bieudo" sub/poster.json
	[ "$status" -eq 0 ]
	[ -z "$output" ]
	is_png sub/poster.png
}

@test "--version and --help print to standard output and end with 0" {
	run "$bieudo" --version
	[ "$status" -eq 0 ]
	[[ "$output" == bieudo\ * ]]
	run "$bieudo" --help
	[ "$status" -eq 0 ]
	[[ "$output" == *"bieudo render"* ]]
	run "$bieudo" render --help --ui-lang vi
	[ "$status" -eq 0 ]
	[[ "$output" == *"Mã thoát"* ]]
	[[ "$output" == *"bieudo render TỆP"* && "$output" != *SPEC* && "$output" != *DIR* ]]
}

@test "no arguments: help, and status 2" {
	run "$bieudo"
	[ "$status" -eq 2 ]
	[[ "$output" == *"bieudo render"* ]]
}

@test "formats by the output's ending, or by --format into a folder" {
	"$bieudo" render poster.json -o a.svg
	grep -q '<svg' a.svg
	mkdir folder
	"$bieudo" render poster.json --format png,svg -o folder
	is_png folder/poster.png
	[ -s folder/poster.svg ]
	mkdir new
	"$bieudo" render poster.json chart.json -o new/
	is_png new/poster.png
	is_png new/chart.png
}

@test "only the product goes to standard output" {
	"$bieudo" render poster.json -o - >a.png 2>errors
	is_png a.png
	[ ! -s errors ]
	"$bieudo" scene poster.json >scene.txt
	[ -s scene.txt ]
	"$bieudo" - <poster.json -o b.png
	is_png b.png
}

@test "asked-for pages are in the names, so that none replaces another" {
	"$bieudo" render poster.json --page square,A4
	is_png poster-square.png
	is_png poster-A4.png
	[ ! -e poster.png ]
	"$bieudo" render poster.json --page all
	is_png poster-square.png
}

@test "a language that the program does not speak is wrong usage" {
	run "$bieudo" render poster.json --lang vi,xx
	[ "$status" -eq 2 ]
	[[ $output == *"one of: vi, lo, en"* ]]
}

@test "a mistake is told once, however many pages and languages are drawn" {
	printf '{ "pages": ["square", "A4"], "titel": "Một", "blocks": [] }' >bad.json
	run "$bieudo" render bad.json --page all --lang vi,en
	[ "$status" -eq 1 ]
	[ "$(grep -c unknown-field <<<"$output")" -eq 1 ]
}

@test "a spec with mistakes draws nothing, and keeps the others from nothing" {
	printf '{ "blocks": [{ "type": "nothing" }] }' >bad.json
	mkdir folder
	run "$bieudo" render bad.json poster.json -o folder
	[ "$status" -eq 1 ]
	[ ! -e folder/bad.png ]
	is_png folder/poster.png
	echo before >bad.png
	run "$bieudo" render bad.json
	[ "$status" -eq 1 ]
	[ "$(cat bad.png)" = before ]
}

@test "a theme of the command line is looked up, and suggested where it is misspelt" {
	"$bieudo" render poster.json --theme friendship --page square -o a.png
	is_png a.png
	run "$bieudo" render poster.json --theme frendship -o b.png
	[ "$status" -eq 2 ]
	[[ $output == *"did you mean 'friendship'?"* ]]
	[ ! -e b.png ]
}

@test "what cannot be written: status 3, nothing left behind" {
	run "$bieudo" render poster.json -o no/such/a.png
	[ "$status" -eq 3 ]
	[ ! -e no ]
	mkdir folder.png
	run "$bieudo" render poster.json --page square -o folder.png
	[ "$status" -eq 0 ]
	[ -e folder.png/poster-square.png ]
	run "$bieudo" render poster.json -o /dev/full
	[ "$status" -eq 3 ]
	[ -c /dev/full ]
	[ -z "$(find . -name '*.??????' ! -name '*.json')" ]
}

@test "a link stays a link, a device a device" {
	echo old >real.png && ln -s real.png link.png
	"$bieudo" render poster.json -o link.png
	[ -L link.png ]
	is_png real.png
	"$bieudo" render poster.json -o /dev/null
	[ -c /dev/null ]
}

@test "files have the mode that umask leaves" {
	umask 022
	"$bieudo" render poster.json -o a.png
	[ "$(stat -c %a a.png)" = 644 ]
}

@test "wrong usage: status 2 and a hint" {
	run "$bieudo" render --fomat png poster.json
	[ "$status" -eq 2 ]
	[[ "$output" == *"--format"* ]]
	run "$bieudo" rendre poster.json
	[ "$status" -eq 2 ]
	[[ "$output" == *"render"* ]]
	run "$bieudo" render poster.json --page nowhere
	[ "$status" -eq 2 ]
}

@test "an ending that is no format is wrong usage, unless --format says what to write" {
	run "$bieudo" poster.json -o a.gif
	[ "$status" -eq 2 ]
	[[ "$output" == *"'gif'"*"png, svg, pdf"* ]]
	[ ! -e a.gif ]
	"$bieudo" poster.json --format svg -o a.gif
	grep -q '<svg' a.gif
}

@test "a page that is not known: status 2 from the command line, 1 from the spec" {
	run "$bieudo" check poster.json --page Z9
	[ "$status" -eq 2 ]
	[[ "$output" == *"one of: square"* ]]
	echo '{ "title": "a", "pages": ["Z9"], "blocks": [ { "type": "text", "text": "b" } ] }' >a.json
	run "$bieudo" check a.json
	[ "$status" -eq 1 ]
}

@test "a link to a file that is not there yet makes that file" {
	mkdir sub
	ln -s later.png sub/link.png
	"$bieudo" poster.json -o sub/link.png
	[ -L sub/link.png ]
	is_png sub/later.png
}

@test "-o NAME/ makes the folder, or says once that it cannot" {
	"$bieudo" render poster.json --format png,svg -o new/
	is_png new/poster.png
	[ -e new/poster.svg ]
	run "$bieudo" render poster.json chart.json --format png,svg -o none/new/
	[ "$status" -eq 3 ]
	[ "${#lines[@]}" -eq 1 ]
	[[ "$output" == *"'none/new/'"* ]]
}

@test "a folder is no spec" {
	mkdir folder
	run "$bieudo" folder
	[ "$status" -eq 3 ]
	[[ "$output" == *"it is a folder"* ]]
}

@test "messages follow LC_ALL, then LC_MESSAGES, then LANG; --ui-lang wins" {
	run env -u LC_ALL LANG=vi_VN.UTF-8 "$bieudo" check nothing.json
	[ "$status" -eq 3 ]
	[[ "$output" == *"không có tệp"* ]]
	run env -u LC_ALL LANG=vi_VN.UTF-8 LC_MESSAGES=C "$bieudo" check nothing.json
	[[ "$output" == *"there is no file"* ]]
	run env LC_ALL=C "$bieudo" check --ui-lang vi nothing.json
	[[ "$output" == *"không có tệp"* ]]
}

@test "lists are not empty; explain speaks both languages" {
	for what in blocks pages icons fonts formats themes marks; do
		run "$bieudo" list "$what"
		[ "$status" -eq 0 ]
		[ -n "$output" ]
	done
	run "$bieudo" explain unknown-field --ui-lang vi
	[ "$status" -eq 0 ]
	[[ "$output" == *"Tệp mô tả"* ]]
}

@test "a spec may read its folder, and others only by --folder" {
	mkdir here there
	echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>' >there/a.svg
	echo '{ "title": "Ảnh", "pages": "square", "blocks": [{ "type": "image", "url": "a.svg", "alt": "ô" }] }' >here/a.json
	run "$bieudo" render here/a.json
	[ "$status" -eq 1 ]
	"$bieudo" render here/a.json --folder there
	is_png here/a.png
	ln -s ../there/a.svg here/a.svg
	run "$bieudo" check here/a.json
	[ "$status" -eq 1 ]
	[[ "$output" == *"file-outside"* ]]
}

@test "a crash of the reader's pipe is no crash of ours" {
	run bash -c '"$0" scene poster.json | head -1' "$bieudo"
	[ "$status" -eq 0 ]
}

@test "check says on standard output that a spec is good, and on which pages" {
	run "$bieudo" check --ui-lang en poster.json --page square,A5
	[ "$status" -eq 0 ]
	[ "$output" = "poster.json: no mistakes (square, A5)" ]
	run "$bieudo" check --ui-lang vi chart.json
	[ "$output" = "chart.json: không có lỗi" ]
	printf '{ "mark": "bra" }' >bad.json
	"$bieudo" check bad.json >said 2>errors || true
	[ ! -s said ]
	[ -s errors ]
}

@test "render is silent, but says what it wrote with --verbose" {
	run "$bieudo" render poster.json -v --ui-lang en -o out/
	[ "$status" -eq 0 ]
	[ "$output" = "bieudo: wrote out/poster.png" ]
}

@test "an output without an ending is wrong usage, unless --format says what it is" {
	run "$bieudo" render poster.json -o out2
	[ "$status" -eq 2 ]
	[[ "$output" == *"'out2/'"*"'out2.png'"* ]]
	[ ! -e out2 ]
	"$bieudo" render poster.json -o out2 --format png
	is_png out2
	"$bieudo" render poster.json -o /dev/null
}

@test "pages in millimetres are paper" {
	"$bieudo" render poster.json --page 148x210mm -o mm.svg
	"$bieudo" render poster.json --page A5 -o a5.svg
	cmp mm.svg a5.svg
	"$bieudo" render poster.json --page 148mmxauto -o auto.png
	is_png auto.png
	run "$bieudo" render poster.json --page 148x210cm -o no.png
	[ "$status" -eq 2 ]
}

@test "a near file is suggested on the command line too" {
	run "$bieudo" check --ui-lang en Poster.JSON
	[ "$status" -eq 3 ]
	[[ "$output" == *"did you mean 'poster.json'?"* ]]
}

@test "with --lang, check looks at the languages that are named" {
	cp "$BATS_TEST_DIRNAME/../errors/language-lacks.json" .
	run "$bieudo" check language-lacks.json
	[[ "$output" == *"[language-lacks]"* ]]
	run "$bieudo" check --lang vi language-lacks.json
	[[ "$output" != *"[language-lacks]"* ]]
}

@test "a program that is killed leaves no half file behind" {
	mkdir killed && cp chart.json killed/
	cp -r "$BATS_TEST_DIRNAME/../errors/data" killed/data
	for wait in 0.005 0.01 0.02 0.03 0.05; do
		timeout -s KILL "$wait" "$bieudo" render killed/chart.json --scale 8 -o killed/a.png || true
	done
	"$bieudo" render killed/chart.json -o killed/a.png
	[ "$(ls -A killed | tr '\n' ' ')" = "a.png chart.json data " ]
	is_png killed/a.png
}
