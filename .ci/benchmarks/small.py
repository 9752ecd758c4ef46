"""How long one small document takes, the whole process: python small.py STANDPOINT SYNTHESIZE FOLDER [RUNS]

Prints time and CPU time, the least and the median of the runs (100 if no number is given), and the most memory. The
document is the one of validators.py, which compares it with others' tools.
"""

import statistics
import subprocess
import sys
from pathlib import Path

from exports import measured


def small(standpoint, synthesize, folder):
    """The document: copies of the example in one list."""
    seed, path = folder / "seed.ndjson", folder / "small.json"
    subprocess.run([standpoint, "export", "ndjson", "fixtures/example", "-o", seed], check=True)
    lines = subprocess.run([synthesize, seed, "50"], check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    path.write_text("[" + ",\n".join(lines) + "]")
    return path


def main(standpoint, synthesize, folder, runs="100"):
    folder, standpoint = Path(folder).resolve(), Path(standpoint).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    path = small(standpoint, synthesize, folder)
    runs = [measured([standpoint, "validate", path], silent=True) for _ in range(int(runs))]
    walls, cpus, memories = zip(*runs)
    print(f"One document of {path.stat().st_size / 1e3:.0f} kB, the whole process, {len(runs)} runs\n")
    print("| | least, ms | median, ms |\n|---|---:|---:|")
    for name, times in [("time", walls), ("CPU time", cpus)]:
        print(f"| {name} | {min(times) * 1e3:.1f} | {statistics.median(times) * 1e3:.1f} |")
    print(f"\nMemory: {max(memories):.0f} MiB")


if __name__ == "__main__":
    main(*sys.argv[1:])
