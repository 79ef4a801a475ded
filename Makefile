# Kruispunt. `make demo` shows a living neighbourhood, `make test` proves that it works.
# Both need only git, make and a Python from 3.11 on; everything else is fetched.

PYTHON = .venv/bin/python
export PYTHONDONTWRITEBYTECODE = 1

# Trust what this machine trusts: offices often put their own certificate between us and the world.
CERTIFICATES := $(firstword $(wildcard /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/cert.pem))
ifneq ($(CERTIFICATES),)
export SSL_CERT_FILE ?= $(CERTIFICATES)
export NODE_EXTRA_CA_CERTS ?= $(CERTIFICATES)
endif

.PHONY: help install assets demo test races check tidy print bench story clean

help:
	@echo "make demo     a fictional municipality on http://127.0.0.1:8000"
	@echo "make test     the whole suite, on SQLite and on PostgreSQL"
	@echo "make races    sixteen at once for the last place, a thousand times, on both databases"
	@echo "make check    the rules of the house: style, types, borders, states, permits"
	@echo "make bench    how fast the scales are"
	@echo "make story    walk the demo in a browser and keep the pictures"
	@echo "make clean    throw away what was fetched and made here"

install: .venv/installed
.venv/installed: uv.lock pyproject.toml .python-version
	@tools/install

assets: install
	@tools/assets

demo: install assets
	@KRUISPUNT_MODE=demo .venv/bin/kruispunt demo

test: install assets
	@$(PYTHON) tools/suite.py $(ARGS)

races: install assets
	@KRUISPUNT_RACES=1000 $(PYTHON) tools/suite.py tests/journeys/test_the_last_place_over_http.py

check: install
	@$(PYTHON) tools/check.py

tidy: install
	@.venv/bin/ruff check -q --fix src tests tools
	@.venv/bin/ruff format -q src tests tools
	@find src -path '*/templates/*.html' -exec .venv/bin/djade --target-version 6.1 {} + || true

print: install
	@KRUISPUNT_PRINT=yes $(PYTHON) -m pytest -q tests/house/test_permit_matrix.py

bench: install
	@tools/install --group peers
	@$(PYTHON) -m bench

story: install assets
	@$(PYTHON) -m pytest -p no:randomly tests/journeys $(ARGS)

clean:
	rm -rf .venv .uv node_modules var src/kruispunt/desks/static/vendor
