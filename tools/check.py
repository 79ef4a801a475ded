"""Checks the rules of the house, says how long each took, and stops at none: you see them all."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
HERE = ("src", "tests", "tools", "bench")


def checks() -> dict[str, list[str]]:
    folders = [folder for folder in HERE if (ROOT / folder).exists()]
    pages = sorted(str(page) for page in (ROOT / "src").rglob("templates/**/*.html"))
    return {
        "style": ["ruff", "check", "-q", *folders],
        "layout": ["ruff", "format", "-q", "--check", *folders],
        "templates": ["djade", "--check", "--target-version", "6.1", *pages],
        "borders": ["lint-imports"],
        "types": ["mypy", "src/kruispunt", "tools"],
        "migrations": ["kruispunt", "makemigrations", "--check", "--dry-run"],
        "settings": ["kruispunt", "check", "--fail-level", "WARNING"],
        "house": ["pytest", "-q", "tests/house"],
    }


def main() -> int:
    environment = {**os.environ, "PYTHONPATH": "src", "DJANGO_SETTINGS_MODULE": "tests.settings"}
    failed = []
    for name, (program, *words) in checks().items():
        started = time.monotonic()
        done = subprocess.run(
            [BIN / program, *words],
            cwd=ROOT,
            env={**environment, "PYTHONPATH": f"src{os.pathsep}."},
            capture_output=True,
            text=True,
            check=False,
        )
        took = f"{time.monotonic() - started:5.1f} s"
        print(f"{'NO' if done.returncode else 'ok':<3}{name:<11}{took}", flush=True)
        if done.returncode:
            failed.append(name)
            print(done.stdout + done.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
