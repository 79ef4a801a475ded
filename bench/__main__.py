"""All benchmarks, one after another: `make bench`."""

import subprocess
import sys
from typing import Final

ALL: Final = ("bench.match_files", "bench.edges", "bench.top")

if __name__ == "__main__":
    sys.exit(
        max(subprocess.run([sys.executable, "-m", name], check=False).returncode for name in ALL)
    )
