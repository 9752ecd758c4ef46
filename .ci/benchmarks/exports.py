"""How fast exports are, beside what others do with the same bytes on the same machine: python exports.py STANDPOINT SYNTHESIZE FOLDER [RECORDS]

Each task is done three times in a process of its own, in turn with the others, and the best time counts. The clock of a
peer begins when its libraries are loaded; ours begins when the process does. Ratios are of throughput: bytes of input a
second, ours divided by theirs; for RDF, bytes of quads. FOLDER must be empty; what is written there stays.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

REPEATS = 3

DUCKDB_EACH = """
database = duckdb.connect()
for path in sorted(given.glob("*.ndjson")):
    database.execute(f"COPY (SELECT * FROM read_json('{path}', format = 'newline_delimited')) "
                     f"TO '{out / path.stem}.parquet' (FORMAT parquet, COMPRESSION zstd)")
"""
DUCKDB_WHOLE = """
duckdb.execute(f"COPY (SELECT * FROM read_json('{given}', format = 'newline_delimited')) "
               f"TO '{out}/records.parquet' (FORMAT parquet, COMPRESSION zstd)")
"""
POLARS_EACH = """
for path in sorted(given.glob("*.ndjson")):
    polars.scan_ndjson(path, infer_schema_length=None).sink_parquet(out / f"{path.stem}.parquet", compression="zstd")
"""
RDFLIB = """
dataset = rdflib.Dataset()
dataset.parse(given, format="nquads")
dataset.serialize(out / "records.nq", format="nquads", encoding="utf-8")
"""
READ_BEFORE = """
dataset = rdflib.Dataset()
dataset.parse(given, format="nquads")
"""
RDFLIB_WRITING = """
dataset.serialize(out / "records.nq", format="nquads", encoding="utf-8")
"""
FTM = """
subprocess.run([pathlib.Path(sys.executable).parent / "ftm", "export-csv", "-i", given, "-o", out], check=True)
"""

# What is run around a peer's task.
HARNESS = """
import json, pathlib, subprocess, sys, time, {library}
given, out = map(pathlib.Path, sys.argv[1:])
{before}
began, used = time.perf_counter(), sum(__import__("os").times()[:4])
{task}
wall, used = time.perf_counter() - began, sum(__import__("os").times()[:4]) - used
print(json.dumps([wall, used]))
"""


def measured(command, reads_times=False, silent=False):
    """The seconds, the seconds of processors, and the most MiB of memory that a command takes."""
    began = time.perf_counter()
    out = subprocess.PIPE if reads_times else subprocess.DEVNULL if silent else None
    process = subprocess.Popen([str(part) for part in command], stdout=out)
    printed = process.stdout.read() if reads_times else None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - began
    if process.returncode:
        raise SystemExit(f"{command} failed")
    wall, used = json.loads(printed) if reads_times else (wall, usage.ru_utime + usage.ru_stime)
    return wall, used, usage.ru_maxrss / 1024


class Benchmark:
    def __init__(self, standpoint, folder):
        self.standpoint, self.folder = standpoint, folder
        self.runs = 0

    def out(self, is_folder):
        self.runs += 1
        path = self.folder / f"out-{self.runs}"
        if is_folder:
            path.mkdir()
        return path

    def ours(self, name, given):
        export = [self.standpoint, "export", name, given, "--stream", "--losses", "none", "-o"]
        return lambda: measured([*export, self.out(is_folder=False)])

    def peer(self, library, task, given, before=""):
        script = HARNESS.format(library=library, task=task, before=before)
        return lambda: measured([sys.executable, "-c", script, given, self.out(is_folder=True)], reads_times=True)

    def compare(self, title, tasks):
        """Prints a row for each task: (name, what it does, the bytes that count as its work). The first is ours."""
        sizes = {name: sum(f.stat().st_size for f in given.rglob("*") if f.is_file()) if given.is_dir() else
                 given.stat().st_size for name, _, given in tasks}
        best = {}
        for _ in range(REPEATS):
            for name, task, _ in tasks:
                best[name] = min(best.get(name, (float("inf"),)), task())
        print(f"\n{title}\n")
        print("| | MB | s | CPU, s | memory, MiB | MB/s | ours is faster |")
        print("|---|---:|---:|---:|---:|---:|---:|")
        speeds = {name: sizes[name] / 1e6 / wall for name, (wall, _, _) in best.items()}
        ours = next(iter(speeds.values()))
        for name, (wall, used, memory) in best.items():
            ratio = "" if speeds[name] is ours else f"{ours / speeds[name]:.1f}×"
            print(f"| {name} | {sizes[name] / 1e6:.0f} | {wall:.2f} | {used:.2f} | {memory:.0f} | {speeds[name]:.0f} | {ratio} |")
        sys.stdout.flush()


def split(ndjson, folder):
    """The records of each kind in a file of their own: the same bytes in nine files."""
    folder.mkdir()
    files = {}
    with open(ndjson, "rb") as lines:
        for line in lines:
            kind = json.loads(line)["kind"]
            if kind not in files:
                files[kind] = open(folder / f"{kind}.ndjson", "wb")
            files[kind].write(line)
    for file in files.values():
        file.close()
    return folder


def write_seed(standpoint, path):
    """What is copied: two datasets, which together have records of all kinds."""
    part = path.with_suffix(".part")
    with open(path, "wb") as out:
        for name in ["iskp", "example"]:
            subprocess.run([standpoint, "export", "ndjson", f"fixtures/{name}", "-o", part], check=True)
            out.write(part.read_bytes())
    part.unlink()


def main(standpoint, synthesize, folder, records="200000"):
    folder = Path(folder).resolve()
    benchmark = Benchmark(Path(standpoint).resolve(), folder)
    seed = folder / "seed.ndjson"
    write_seed(standpoint, seed)

    def synthesized(number):
        path = folder / f"{number}.ndjson"
        with open(path, "wb") as out:
            subprocess.run([synthesize, seed, str(number)], check=True, stdout=out)
        return path

    large, small = synthesized(int(records)), synthesized(int(records) // 20)
    kinds = split(large, folder / "kinds")
    benchmark.compare(f"Parquet, {records} records", [
        ("`standpoint export parquet`", benchmark.ours("parquet", large), large),
        ("DuckDB, a file a kind", benchmark.peer("duckdb", DUCKDB_EACH, kinds), kinds),
        ("DuckDB, one file of all kinds", benchmark.peer("duckdb", DUCKDB_WHOLE, large), large),
        ("Polars, a file a kind", benchmark.peer("polars", POLARS_EACH, kinds), kinds),
    ])

    ftm = folder / "small.ftm.json"
    subprocess.run([standpoint, "export", "ftm", small, "--stream", "--losses", "none", "-o", ftm], check=True)
    benchmark.compare(f"Tables in CSV, {int(records)} records, and for FollowTheMoney its entities of {int(records) // 20}", [
        ("`standpoint export csv`", benchmark.ours("csv", large), large),
        ("`ftm export-csv`", benchmark.peer("os", FTM, ftm), ftm),
    ])

    quads = folder / "small.nq"
    subprocess.run([standpoint, "export", "nquads", small, "--stream", "-o", quads], check=True)
    benchmark.compare(f"N-Quads, {int(records) // 20} records: rdflib takes the quads that we write", [
        ("`standpoint export nquads`", benchmark.ours("nquads", small), quads),
        ("rdflib, reading and writing them", benchmark.peer("rdflib", RDFLIB, quads), quads),
        ("rdflib, writing them alone", benchmark.peer("rdflib", RDFLIB_WRITING, quads, READ_BEFORE), quads),
    ])


if __name__ == "__main__":
    main(*sys.argv[1:])
