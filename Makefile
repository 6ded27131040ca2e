# One place for the verbs. Each makes the virtual environment it needs; PYTHON chooses the interpreter.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
STAMP = $(VENV)/.installed

.PHONY: demo test lint format docs screenshot bench guard-report guard-train clean

demo: $(STAMP)  ## notes, a day's list and a stage from a made-up notebook
	@$(BIN)/netprep demo

test: $(STAMP)  ## the whole test suite: no network, no key
	$(BIN)/python -m pytest -n auto -q

lint: $(STAMP)  ## format, style, types, floors and docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/mypy plugins/netprep-example/src
	$(BIN)/lint-imports
	$(BIN)/python docs/generate.py --check

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(STAMP)  ## write the reference of commands and settings anew
	$(BIN)/python docs/generate.py

screenshot: $(STAMP)  ## take the picture of a brief anew; needs Chromium
	$(BIN)/python docs/screenshot.py

bench: $(STAMP)  ## ratios from one run
	$(BIN)/python -m pip --disable-pip-version-check install -q --group bench
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/guard/speed.py

guard-report: $(STAMP)  ## how well the guard judges texts it was not built with
	@$(BIN)/python benchmarks/guard/report.py

guard-train: $(STAMP)  ## work out the weights of the guard's judgement anew
	$(BIN)/python -m pip --disable-pip-version-check install -q --group train
	$(BIN)/python benchmarks/guard/train.py

$(STAMP): pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip --disable-pip-version-check install -q --upgrade "pip>=25.1"
	@$(BIN)/python -m pip --disable-pip-version-check install -q -e . --group dev
	@touch $(STAMP)

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
