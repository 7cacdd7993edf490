# Everything that proves the product on a fresh machine. `make help` lists the habits.

PYTHON ?= python3
BIN := .venv/bin
TOOLS := .tools
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
PINS := -c requirements/run.txt -c requirements/build.txt -c requirements/dev.txt
BUNDLES := out/demo/bulletins.pdf out/demo/bulletins.docx out/demo/bulletins.epub
PAGES = $(sort $(wildcard examples/pages/*.html))
FEEDS = examples/feeds/daily.xml examples/feeds/wire.xml
export PIP_NO_INPUT := 1

.PHONY: help demo test validate bench golden clean

help:  ## print this list
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

demo: .venv/run.stamp  ## turn every example page into Word, PDF and EPUB, in out/demo
	@rm -rf out/demo && mkdir -p out/demo
	$(BIN)/bulletin-export convert $(PAGES) --to docx,pdf,epub -o out/demo
	@for file in $(BUNDLES); do \
	  echo "$(BIN)/bulletin-export bundle $(PAGES) -o $$file"; \
	  $(BIN)/bulletin-export bundle $(PAGES) -o $$file --title 示例简报 || exit 1; done
	$(BIN)/bulletin-export bundle $(FEEDS) -o out/demo/feeds.epub -o out/demo/feeds.docx --title 每日要闻
	@for file in examples/issues/*.toml; do name=out/demo/issues/$$(basename $$file .toml); \
	  echo "$(BIN)/bulletin-export bundle $$file"; \
	  $(BIN)/bulletin-export bundle $$file -o $$name.docx -o $$name.pdf -o $$name.epub || exit 1; done
	$(BIN)/bulletin-export inspect examples/feeds/sitemap.xml
	@$(BIN)/python examples/library.py
	@ls -l out/demo out/demo/issues out/library

test: .venv/dev.stamp  ## ruff, mypy, the floors, pytest
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q -n auto

validate: .venv/dev.stamp $(TOOLS)/python.stamp $(TOOLS)/npm.stamp  ## build samples, put them before independent validators
	PYTHONPATH=tools $(BIN)/python -m validators.line_breaks
	PYTHONPATH=tools $(TOOLS)/venv/bin/python -m validators

bench: .venv/bench.stamp $(TOOLS)/yardsticks.stamp $(TOOLS)/html-to-docx.stamp  ## our time against the plain libraries and typst
	$(BIN)/python -m bench

golden: .venv/dev.stamp  ## rewrite the files that are made from code
	$(BIN)/python tools/golden.py

clean:  ## remove everything that was built, environments too
	rm -rf .venv $(TOOLS) build dist out .pytest_cache .mypy_cache .ruff_cache .hypothesis
	rm -rf .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- environments: one stamp each, renewed when its pins change ---------------------------

.venv/pip.stamp: requirements/build.txt
	@$(PYTHON) tools/check_python.py
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(PIP) install -r requirements/build.txt
	@touch $@

.venv/run.stamp: .venv/pip.stamp requirements/run.txt pyproject.toml
	@$(PIP) install --no-build-isolation $(PINS) -e '.[fonts]'
	@touch $@

.venv/dev.stamp: .venv/run.stamp requirements/dev.txt
	@$(PIP) install $(PINS) -r requirements/dev.txt
	@touch $@

.venv/bench.stamp: .venv/run.stamp requirements/bench.txt
	@$(PIP) install $(PINS) -r requirements/bench.txt
	@touch $@

# Other readers, to compare with: nothing of ours may find them. The list is whole: an old pip trips over its extras.
$(TOOLS)/yardsticks.stamp: requirements/yardsticks.txt
	@test -x $(TOOLS)/yardsticks/bin/python || $(PYTHON) -m venv $(TOOLS)/yardsticks
	@$(TOOLS)/yardsticks/bin/python -m pip --disable-pip-version-check -qq install --no-deps -r requirements/yardsticks.txt
	@touch $@

# The bench goes on without it where npm is missing.
$(TOOLS)/html-to-docx.stamp:
	@mkdir -p $(TOOLS)/html-to-docx
	-@npm install --prefix $(TOOLS)/html-to-docx --ignore-scripts --no-audit --no-fund --loglevel=error html-to-docx@1.8.0
	@touch $@

$(TOOLS)/machine.stamp: tools/machine.sh
	@bash tools/machine.sh
	@mkdir -p $(TOOLS) && touch $@

$(TOOLS)/python.stamp: $(TOOLS)/machine.stamp requirements/validators.txt
	@test -x $(TOOLS)/venv/bin/python || $(PYTHON) -m venv $(TOOLS)/venv
	@$(TOOLS)/venv/bin/python -m pip --disable-pip-version-check -qq install -r requirements/validators.txt
	@touch $@

# Not `npm ci`: it refuses a lock without the validator's binaries for other systems.
$(TOOLS)/npm.stamp: $(TOOLS)/machine.stamp tools/validators/package.json tools/validators/package-lock.json
	@mkdir -p $(TOOLS)/npm
	@cp tools/validators/package.json tools/validators/package-lock.json $(TOOLS)/npm/
	@cd $(TOOLS)/npm && PUPPETEER_SKIP_DOWNLOAD=1 npm install --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
	@touch $@
