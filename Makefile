# bieudo: two commands do everything on a fresh Debian or Ubuntu: make gallery, make check.
CC      ?= gcc
VARIANT ?= release
B       := out/build/$(VARIANT)
PROGRAM := $(if $(filter release,$(VARIANT)),out/bieudo,out/bieudo-$(VARIANT))
LIBS    := cairo pangocairo pangoft2 harfbuzz harfbuzz-subset fontconfig freetype2 jansson libdeflate expat libpng

CFLAGS  ?= -O2 -g
ifeq ($(VARIANT),asan)
CFLAGS  += -O1 -fsanitize=address,undefined -fno-sanitize-recover=all
LDFLAGS += -fsanitize=address,undefined
endif
override CPPFLAGS += -Isrc -D_GNU_SOURCE $(shell pkg-config --cflags $(LIBS) 2>/dev/null)
override CFLAGS   += -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2 -fno-math-errno
override LDLIBS   += $(shell pkg-config --libs $(LIBS) 2>/dev/null) -ldl -lm

SOURCES := $(wildcard src/*.c src/*/*.c)
OBJECTS := $(SOURCES:src/%.c=$(B)/%.o)
LIBRARY := $(filter-out $(B)/cli/%,$(OBJECTS))
Q       := $(if $(V),,@)

.PHONY: all clean
all: $(PROGRAM)

$(PROGRAM): $(OBJECTS)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $^ -Wl,--as-needed $(LDLIBS) -o $@

$(B)/%.o: src/%.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c $< -o $@

# --- tests -----------------------------------------------------------------------------------
UNITS := $(patsubst tests/unit/%.c,$(B)/tests/%,$(wildcard tests/unit/test_*.c))

$(B)/tests/%: tests/unit/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) -Itests/unit $(CFLAGS) $(LDFLAGS) -MMD -MP $< $(LIBRARY) -Wl,--as-needed $(LDLIBS) -lcmocka -o $@

## unit: every tests/unit/test_*.c, each a cmocka program
.PHONY: unit
unit: $(UNITS)
	@for t in $(UNITS); do $$t || exit 1; done

-include $(OBJECTS:.o=.d) $(UNITS:=.d)

clean:
	rm -rf out/build out/bieudo* out/gallery
