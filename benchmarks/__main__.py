"""`python -m benchmarks [NAME…]`: each benchmark in a process and a database of its own.

DATABASE_URL names a PostgreSQL where databases may be made; `make bench` starts one. Ends with
exit code 1 if a target was missed.
"""

from __future__ import annotations

import os
import subprocess
import sys

from benchmarks.scratch import scratch_environment

NAMES = ("import_rate", "page_detail", "composition", "desk", "matrix")


def main(names: list[str]) -> int:
    unknown = sorted(set(names) - set(NAMES))
    if unknown:
        print(f"Unknown: {', '.join(unknown)}. There are: {', '.join(NAMES)}.", file=sys.stderr)
        return 2
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith(("postgres://", "postgresql://")):
        print("DATABASE_URL names no PostgreSQL; `make bench` starts one.", file=sys.stderr)
        return 2
    codes = []
    for name in names or NAMES:
        with scratch_environment(url) as environment:
            command = [sys.executable, "-m", f"benchmarks.{name}"]
            codes.append(subprocess.run(command, env=environment, check=False).returncode)
    return int(any(codes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
