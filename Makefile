# Two commands on a fresh machine with Python 3.11 or newer and a C compiler: `make demo` and `make test`.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
BIN := .venv/bin
# durable_rules is compiled from source; Python 3.13 renamed a function that it calls.
export CPPFLAGS := -DPyEval_CallObject=PyObject_CallObject
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: help demo test check bench clean

help:
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

.venv/made:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is missing: install python3, or say PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python is too old: install 3.11 or newer, or say PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv module is missing: install python3-venv"; exit 1; }
	@command -v cc >/dev/null || command -v gcc >/dev/null || { echo "A C compiler is missing: install gcc (Debian: apt install build-essential)"; exit 1; }
	@echo "Setting up .venv (once)"
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/run: .venv/made pyproject.toml constraints.txt
	@$(PIP) --editable .
	@touch $@

.venv/dev: .venv/run
	@$(PIP) --editable '.[dev]'
	@touch $@

demo: .venv/run  ## decide a real case and write its letters
	@$(BIN)/arbiter demo --out out/demo

test: .venv/dev  ## every test
	@$(BIN)/python -m pytest

check: .venv/dev  ## style, types, import contracts, policy packs, docs, how letters read
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo 2>/dev/null || $(BIN)/lint-imports
	@$(BIN)/arbiter check rules
	@$(BIN)/python docs/generate.py --check
	@$(BIN)/python docs/readability.py

bench: .venv/dev  ## speed and memory, as ratios measured in one run
	@$(BIN)/python -m bench

clean:  ## remove what was made
	@rm -rf .venv out build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
