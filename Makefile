# make setup | demo | test | check: each sets up what it needs. Needs Python 3.11 and nothing else.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN = .venv/bin

.PHONY: setup demo test check bench lock clean

setup: .venv/.installed

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.installed: requirements.lock pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/.installed-dev: requirements-dev.lock .venv/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

demo: setup
	@mkdir -p out
	$(BIN)/readouts compare --actors examples/actors.toml --date 2031-05-06 --html out/comparison.html \
		Norvia=examples/norvia.txt Estmark=examples/estmark.txt "Costa Brisa=examples/costa-brisa.txt"
	$(BIN)/readouts read --actors examples/actors.toml --date 2031-05-07 --html out/report.html \
		"The Halden Herald=examples/report-damaged.txt"
	@echo "Open out/comparison.html and out/report.html in a browser."

test: .venv/.installed-dev
	$(BIN)/python -m pytest

check: .venv/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Writes the lock files again from pyproject.toml; no registry address is written into them.
lock:
	uv pip compile --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url \
		--no-emit-find-links --quiet -o requirements.lock pyproject.toml requirements.in
	uv pip compile --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url \
		--no-emit-find-links --quiet -c requirements.lock --extra dev --extra training --extra plots --extra postgresql --extra spark -o requirements-dev.lock pyproject.toml

clean:
	rm -rf .venv out build
