# The thin front of the build. Two commands matter: `make demo` and `make check`; both set up what they need.
PRESET ?= release
BUILD = build/$(PRESET)
PROGRAM = $(BUILD)/bin/annalist
DATA ?= ../shared
PREFIX ?= /usr/local

.PHONY: demo check build setup bench eval install tidy fuzz fault soak format clean

demo: build
	@examples/demo $(PROGRAM)

check: build
	@python3 tools/run_tests.py $(BUILD)

build: setup
	@cmake --preset $(PRESET) --log-level=WARNING
	@cmake --build --preset $(PRESET)

setup:
	@tools/setup

bench: setup
	@cmake --preset bench >/dev/null && cmake --build --preset bench
	@bench/run build/bench

eval: build
	@python3 eval/run.py --data $(DATA) --program $(PROGRAM)

install: build
	@cmake --install $(BUILD) --prefix $(PREFIX)

tidy: setup
	@tools/tidy

# SECONDS_EACH=3600 for an hour a target
SECONDS_EACH ?= 60
fuzz: setup
	@tests/fuzz/setup
	@cmake --preset fuzz --log-level=WARNING >/dev/null && cmake --build --preset fuzz
	@tests/fuzz/run build/fuzz --seconds $(SECONDS_EACH)

KILLS ?= 500
fault: build
	@tests/fault/run --kills $(KILLS) --program $(PROGRAM)

ARTICLES ?= 100000
soak: build
	@bench/soak $(ARTICLES) --program $(PROGRAM)

format:
	@git ls-files '*.h' '*.cc' | xargs clang-format -i

clean:
	@rm -rf build
