# Everything here needs only make and Python 3.11 or newer; each target sets up .venv by itself.
PYTHON ?= $(firstword $(foreach p,python3 python3.14 python3.13 python3.12 python3.11,$(shell command -v $(p) >/dev/null 2>&1 && $(p) -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(p))))
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
INSTALL := $(PIP) install --require-hashes --no-deps

.DEFAULT_GOAL := help
.PHONY: help demo run setup check lint types imports test cov bench soak audit pictures lock clean

help:  ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.venv/.run: requirements/run.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Gridwire needs Python 3.11 or newer with venv: install it, or name it with make PYTHON=/path/to/python3." >&2; exit 2; }
	@echo "Setting up .venv (first time only) ..."
	@$(PYTHON) -m venv .venv
	@$(INSTALL) -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/.dev: .venv/.run requirements/dev.txt
	@$(INSTALL) -r requirements/dev.txt
	@touch $@

setup: .venv/.dev  ## set up .venv with everything for development

demo: .venv/.run  ## the founding trade, from rumour to official, in this terminal
	@$(BIN)/gridwire demo $(ARGS)

run: .venv/.run  ## the service: gridwire.toml if there is one, else public feeds and this terminal
	@$(BIN)/gridwire run $(ARGS)

check: lint types imports  ## ruff, mypy strict, import contracts

lint: .venv/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: .venv/.dev
	@$(BIN)/mypy

imports: .venv/.dev
	@$(BIN)/lint-imports

test: .venv/.dev  ## the test suite
	@$(BIN)/pytest -n 2 --dist loadgroup --inline-snapshot=disable $(ARGS)

cov: .venv/.dev  ## the test suite with branch coverage
	@$(BIN)/coverage run -m pytest && $(BIN)/coverage report

bench: .venv/.dev  ## every benchmark, quick
	@set -e; for f in $(filter-out bench/soak.py,$(wildcard bench/[a-z]*.py)); do echo "== $$f"; $(BIN)/python $$f --quick; done

soak: .venv/.dev  ## kills, hostile feeds, texts, signatures and addresses in one table; ARGS=--quick or --full
	@$(BIN)/python bench/soak.py $(ARGS)

audit: .venv/.dev  ## known vulnerabilities of the locked dependencies, which needs the network
	@$(BIN)/pip-audit --strict --disable-pip --require-hashes -r requirements/run.txt -r requirements/dev.txt

.venv/.pictures: .venv/.dev requirements/pictures.txt
	@$(INSTALL) -r requirements/pictures.txt
	@touch $@

pictures: .venv/.pictures  ## the pictures of cards in docs/images, which needs Chromium
	@$(BIN)/python docs/pictures.py

lock: .venv/.dev  ## resolve the dependencies again, with hashes for every platform
	@$(PIP) install --upgrade uv
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --upgrade pyproject.toml requirements/build.in -o requirements/run.txt
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --upgrade --extra dev -c requirements/run.txt pyproject.toml requirements/build.in -o requirements/dev.txt
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --upgrade -c requirements/dev.txt requirements/pictures.in -o requirements/pictures.txt

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
