# Two commands for a newcomer: `make run` builds the book from seeds/ and its pages, `make test` runs the tests.
# They need python3 with pip, make and a package registry; everything they write stays in this folder.

ENV := scripts/env.sh
READY := .venv/.ready

.PHONY: run test browser lint types check docs clean

# Exit code 3 of a run says that some inputs were set aside and the rest loaded: that book has its pages too.
run: $(READY)
	@code=0; $(ENV) .venv/bin/pledgebook run || code=$$?; \
	case $$code in 0|3) $(ENV) .venv/bin/pledgebook report || exit;; esac; \
	exit $$code

test: $(READY)
	@$(ENV) .venv/bin/python -m pytest

browser:
	@scripts/browser.sh

lint: $(READY)
	@$(ENV) .venv/bin/ruff check
	@$(ENV) .venv/bin/ruff format --check

types: $(READY)
	@$(ENV) .venv/bin/mypy

# Known holes in the locked dependencies; told, and no failure where their list can't be reached.
audit: $(READY)
	@$(ENV) scripts/audit.sh

check: lint types test

docs: $(READY)
	@$(ENV) scripts/docs.sh

$(READY): pyproject.toml uv.lock .python-version scripts/bootstrap.sh scripts/env.sh
	@$(ENV) scripts/bootstrap.sh
	@touch $@

clean:
	rm -rf .venv .tools .cache .prefect .mypy_cache .ruff_cache .pytest_cache .hypothesis report
