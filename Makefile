# The two commands a newcomer needs: `make run` and `make test`.
# Needs git, make, sh and Python 3.11; PYTHON=/path/to/python3.11 chooses one.

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed

# pip and DuckDB keep caches under HOME; without one they get a folder of their own.
ifeq ($(strip $(HOME)),)
export HOME := $(CURDIR)/data/state/home
endif

.PHONY: run test lint lock docs bench-quality bench-newsroom bench-speed clean
.DELETE_ON_ERROR:

run: $(INSTALLED)
	@$(BIN)/crosswire run

test: lint
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

docs: $(INSTALLED)
	$(BIN)/python -m tasks.tables.page

bench-quality: $(INSTALLED)
	$(BIN)/python -m benchmarks.quality

bench-newsroom: $(INSTALLED)
	$(BIN)/python -m benchmarks.newsroom --articles 5000

bench-speed: $(INSTALLED)
	$(BIN)/python -m benchmarks.speed

lock:
	uv pip compile --quiet pyproject.toml --extra dev --universal -p 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-annotate --no-header -o requirements.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(INSTALLED): requirements.lock pyproject.toml
	@PYTHON="$(PYTHON)" sh .ci/venv $(VENV)
	@touch $@
