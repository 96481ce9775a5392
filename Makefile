# bieudo. On a fresh Debian or Ubuntu two commands do everything: make gallery, make check.
# `make help` lists the targets; make writes only below out/ (but for `docs` and `golden-accept`).

VARIANT ?= release
PREFIX  ?= /usr/local
B       := out/build/$(VARIANT)
PROGRAM := $(if $(filter release,$(VARIANT)),out/bieudo,out/bieudo-$(VARIANT))
LIBS    := cairo pangocairo pangoft2 harfbuzz harfbuzz-subset fontconfig freetype2 jansson \
           libdeflate expat libpng

CFLAGS  ?= -O2 -g
ifeq ($(VARIANT),asan)
CFLAGS  += -O1 -fno-omit-frame-pointer -fsanitize=address,undefined,float-cast-overflow \
           -fno-sanitize-recover=all
LDFLAGS += -fsanitize=address,undefined
endif
override CPPFLAGS += -Isrc -D_GNU_SOURCE $(shell pkg-config --cflags $(LIBS) 2>/dev/null)
override CFLAGS   += -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2 -fno-math-errno -pthread
override LDLIBS   += $(shell pkg-config --libs $(LIBS) 2>/dev/null) -ldl -lm -pthread

SOURCES := $(sort $(wildcard src/*.c src/*/*.c src/*/*/*.c))
OBJECTS := $(SOURCES:src/%.c=$(B)/%.o)
LIBRARY := $(B)/libbieudo.a
UNITS   := $(patsubst tests/unit/%.c,$(B)/tests/%,$(sort $(wildcard tests/unit/test_*.c)))
HELPERS := $(patsubst tests/tools/%.c,$(B)/tools/%,$(sort $(wildcard tests/tools/*.c)))
JOBS    := $(shell nproc 2>/dev/null || echo 1)
Q       := $(if $(V),,@)
# The same targets again, once what they need is installed: the lists above are made when make starts.
AGAIN   := $(MAKE) -s --no-print-directory -j$(JOBS)

.DEFAULT_GOAL := all
.PHONY: all help gallery check quick unit golden golden-accept errors cli agree fuzz same \
        lint asan bench docs schema vega-lite install uninstall clean tests-built

## all: the program, out/bieudo
all: $(PROGRAM)

$(PROGRAM): $(filter $(B)/cli/%,$(OBJECTS)) $(LIBRARY)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $^ -Wl,--as-needed $(LDLIBS) -o $@

$(LIBRARY): $(filter-out $(B)/cli/%,$(OBJECTS))
	@rm -f $@
	$(Q)ar rcsT $@ $^

$(B)/%.o: src/%.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c $< -o $@

$(B)/tests/%: tests/unit/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) -Itests/unit $(CFLAGS) $(LDFLAGS) -MMD -MP $< $(LIBRARY) \
		-Wl,--as-needed $(LDLIBS) -lcmocka -o $@

$(B)/tests/test_library: override LDFLAGS += -Wl,--wrap=bd_library_load
$(B)/tests/test_loader: override LDFLAGS += -Wl,--wrap=syscall

$(B)/tools/%: tests/tools/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -MMD -MP $< $(LIBRARY) -Wl,--as-needed $(LDLIBS) -o $@

WRAPPED := main bd_ctx_new bd_json_parse bd_compile bd_text_line bd_text_width bd_text_wrap \
           bd_render bd_png_encode bd_cli_write
$(B)/bench/phases: tests/bench/phases.c $(OBJECTS)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) $(WRAPPED:%=-Wl,--wrap=%) $(filter %.c %.o,$^) -Wl,--as-needed $(LDLIBS) -o $@

$(B)/bench/%: tests/bench/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) $^ -Wl,--as-needed $(LDLIBS) -o $@

-include $(OBJECTS:.o=.d) $(UNITS:=.d) $(HELPERS:=.d)

## gallery: install what is missing, build, draw every spec of specs/ to out/gallery
gallery:
	@.ci/install build
	@$(AGAIN) all
	@tests/gallery

## check: the same, then every test; the last line says how many passed and failed
check:
	@.ci/install build test
	@$(AGAIN) all tests-built
	@tests/gallery
	@tests/run lint unit errors cli golden same docs fuzz agree

## quick: the tests that take no time, for before each commit
quick: all tests-built
	@tests/run quicklint unit

tests-built: $(UNITS) $(HELPERS)

## unit, errors, cli, golden, same, fuzz, agree, lint: one kind of test each
unit errors cli golden same fuzz agree lint: all tests-built
	@VARIANT=$(VARIANT) tests/run $@

## golden-accept: take the scenes as they are now; look at the diff before committing it
golden-accept: all
	@tests/golden/run --accept

## asan: units, errors and goldens with the address and undefined behaviour sanitizers
asan:
	@$(AGAIN) VARIANT=asan all tests-built
	@VARIANT=asan tests/run unit errors golden fuzz

## bench: how long a cold chart, a warm one and each phase take
bench: all $(B)/bench/phases $(B)/bench/floor $(B)/bench/bench
	@tests/bench/run

## docs: write docs/reference, docs/gallery and schema/
docs: all
	@rm -rf docs/reference docs/gallery
	@mkdir -p docs/reference docs/gallery
	@out/bieudo render specs/*.json --scale 0.5 -o docs/gallery/
	@sed -n '/^```json/,/^```/{/^```/!p}' README.md | out/bieudo render - --scale 0.6 -o docs/gallery/readme.png
	@out/bieudo docs docs/reference
	@mkdir -p schema
	@out/bieudo schema -o schema/bieudo.schema.json

## schema: the JSON Schema on standard output
schema: all
	@out/bieudo schema

## vega-lite: compare with Vega on the specs of a folder, EXAMPLES=DIR
vega-lite: all
	@tests/vega-lite/run "$(EXAMPLES)"

## install, uninstall: bin/bieudo and share/bieudo below PREFIX (/usr/local)
install: all
	install -Dm755 out/bieudo $(DESTDIR)$(PREFIX)/bin/bieudo
	mkdir -p $(DESTDIR)$(PREFIX)/share/bieudo
	cp -R fonts icons schema $(DESTDIR)$(PREFIX)/share/bieudo/

uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/bin/bieudo $(DESTDIR)$(PREFIX)/share/bieudo

## clean: remove what was built
clean:
	rm -rf out/build out/bieudo out/bieudo-* out/gallery out/tests

help:
	@sed -n 's/^## //p' Makefile
