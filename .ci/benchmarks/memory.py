"""How much memory streamed exports take: python memory.py STANDPOINT SYNTHESIZE FOLDER RECORDS...

Prints a row a format and a column a number of records: the most memory of the process, and its time. What is one file is
thrown away as it is written; a folder is removed when it is. FOLDER must be empty.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from exports import write_seed

FORMATS = ["csv", "ftm", "ndjson", "nquads", "parquet"]
FOLDERS = {"csv", "parquet"}


def measured(standpoint, name, given, out):
    command = [standpoint, "export", name, given, "--stream", "--losses", "none"]
    if name in FOLDERS:
        command += ["-o", out]
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} failed")
    shutil.rmtree(out, ignore_errors=True)
    return usage.ru_maxrss / 1024, time.perf_counter() - began


def main(standpoint, synthesize, folder, *counts):
    folder = Path(folder).resolve()
    seed = folder / "seed.ndjson"
    write_seed(standpoint, seed)
    rows = {name: [] for name in FORMATS}
    for count in counts:
        given = folder / "records.ndjson"
        with open(given, "wb") as out:
            subprocess.run([synthesize, seed, count], check=True, stdout=out)
        for name in FORMATS:
            rows[name].append(measured(standpoint, name, given, folder / "out"))
    print("| memory, MiB (and s) | " + " | ".join(f"{int(count):,} records" for count in counts) + " |")
    print("|---" + "|---:" * len(counts) + "|")
    for name, cells in rows.items():
        print(f"| `{name}` | " + " | ".join(f"{memory:.0f} ({seconds:.1f})" for memory, seconds in cells) + " |")


if __name__ == "__main__":
    main(*sys.argv[1:])
