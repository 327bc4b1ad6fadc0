# Two commands: `make run` (sets up, loads the demo district, makes a pack, serves) and `make test`.
# Everything lands in .venv/, node_modules/ and var/; a second run fetches nothing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
export PATH := $(CURDIR)/$(BIN):$(PATH)
export UV_PYTHON_DOWNLOADS := never
export UV_LINK_MODE := copy
# Every process that had to compile its sources again would start a second later.
unexport PYTHONDONTWRITEBYTECODE
JOBS ?= 2

.PHONY: run test test-browser test-postgres test-trust lint types floorplan bench docs lock words clean help

help:            ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

run: $(VENV)/.ready    ## set up, load the demo district, make its pack and serve it on localhost
	@$(BIN)/samvirke demo --serve

test: $(VENV)/.tested-with    ## everything on SQLite, and what touches the database also on a real PostgreSQL
	@$(BIN)/ruff check --quiet . && $(BIN)/ruff format --quiet --check .
	@$(BIN)/lint-imports --no-cache >/dev/null || $(BIN)/lint-imports --no-cache
	@SAMVIRKE_CASEWORK=on $(BIN)/mypy
	@$(BIN)/python -m pytest -q -n $(JOBS) --dist loadgroup
	@echo "What touches the database, on PostgreSQL:"
	@SAMVIRKE_TEST_DATABASE=postgresql $(BIN)/python -m pytest -q -n $(JOBS) --dist loadgroup -m database

test-browser: $(VENV)/.tested-with    ## the journeys in a real Chromium; fails without one
	@SAMVIRKE_BROWSER=required $(BIN)/python -m pytest -q -m "browser and (slow or not slow)"

test-postgres: $(VENV)/.tested-with    ## everything on a real PostgreSQL
	@SAMVIRKE_TEST_DATABASE=postgresql $(BIN)/python -m pytest -q -n $(JOBS) --dist loadgroup -m "not browser"

test-trust: $(VENV)/.tested-with    ## the long proofs; what they show lands in docs/reference/evidence.md
	@SAMVIRKE_EVIDENCE=on $(BIN)/python -m pytest -q -m "slow and not browser" -o addopts="-ra --strict-markers --import-mode=importlib"
	@SAMVIRKE_EVIDENCE=on SAMVIRKE_TEST_DATABASE=postgresql $(BIN)/python -m pytest -q -m "slow or database" \
	  -o addopts="-ra --strict-markers --import-mode=importlib" tests/trust/test_second_wall.py tests/trust/test_second_wall_traps.py

bench: $(VENV)/.tested-with    ## the benchmarks, each beside its peer in the same run
	@for file in benchmarks/[a-z]*.py; do $(BIN)/python $$file || exit 1; done

words: $(VENV)/.ready    ## collect the message ids again and compile the translations
	@$(BIN)/python -m samvirke.locale collect && $(BIN)/python -m samvirke.locale compile

docs: $(VENV)/.ready    ## write the generated reference again
	@$(BIN)/samvirke reference docs/reference

lock:            ## choose releases again and write the hash-pinned locks
	@cd requirements && for name in uv run test; do \
	  ../$(UV) pip compile -q --upgrade --generate-hashes --no-header --no-emit-index-url --no-annotate --python-version 3.11 $$name.in -o $$name.txt; done
	@cd requirements && ../$(UV) pip compile -q --generate-hashes --no-header --no-emit-index-url --no-annotate --python-version 3.11 -c test.txt run.in setup.in -o setup.txt

clean:           ## forget the set-up, never the data in var/
	@rm -rf $(VENV) node_modules

$(VENV)/.uv: requirements/uv.txt
	@echo "Setting up in $(VENV) (once) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

$(VENV)/.packages: $(VENV)/.uv requirements/setup.txt pyproject.toml requirements/hatch_dependencies.py
	@$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/setup.txt
	@$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --offline -e .
	@touch $@

node_modules/.ready: $(VENV)/.packages package-lock.json .npmrc
	@$(BIN)/npm ci --silent --no-progress
	@touch $@

$(VENV)/.ready: node_modules/.ready $(shell find src/samvirke/locale -name '*.po' 2>/dev/null)
	@$(BIN)/python -m samvirke.locale compile
	@$(BIN)/python -m samvirke.registers.places.schematic node_modules
	@$(BIN)/python -m samvirke.insight.briefing.fonts node_modules
	@$(BIN)/python -m samvirke.config.look node_modules
	@$(BIN)/python -m samvirke.config.kernels
	@touch $@

$(VENV)/.tested-with: $(VENV)/.ready requirements/test.txt
	@$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/test.txt
	@touch $@
