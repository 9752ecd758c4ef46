"""How long the map of UCDP GED takes beside DuckDB itself: python maps.py STANDPOINT FOLDER [RUNS] [DATA]

DuckDB reads the table and writes it as JSON; then it runs the map, which makes records of it. Both are whole processes, and the
least of the runs (5 if no number is given) counts. The table is the public one where it is there (DATA, or ../shared/data), or
else the rows of the sample, again and again.
"""

import csv
import shutil
import subprocess
import sys
from pathlib import Path

from exports import measured

ROOT = Path(__file__).resolve().parents[2]
PUBLIC = "ucdp-ged-syria.csv.zst"
ROWS = 16_566


def table(folder, data):
    path = folder / "ged.csv"
    if (data / PUBLIC).exists() and shutil.which("zstd"):
        subprocess.run(["zstd", "-dqf", data / PUBLIC, "-o", path], check=True)
        return "Syria 2016–19"
    with (ROOT / "docs/import/samples/ged.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows([str(1_000_000 + n), *rows[n % len(rows)][1:]] for n in range(ROWS))
    return "invented rows"


def main(standpoint, folder, runs="5", data=ROOT.parent / "shared/data"):
    folder, standpoint = Path(folder).resolve(), Path(standpoint).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    what = table(folder, Path(data))
    with (folder / "standpoint.sql").open("w") as file:
        subprocess.run([standpoint, "schema", "--sql"], check=True, stdout=file)
    (folder / "copy.sql").write_text(".mode list\n.headers off\nSELECT to_json(ged) FROM read_csv('ged.csv') AS ged;\n")
    shutil.copy(ROOT / "docs/import/ged.sql", folder)
    duckdb = shutil.which("duckdb", path=str(Path(sys.executable).parent)) or "duckdb"
    commands = {
        name: ["sh", "-c", f"cd '{folder}' && exec '{duckdb}' < {name}.sql > {name}.ndjson 2> {name}.err"]
        for name in ("copy", "ged")
    }
    # In turns, so that both meet the same load.
    times = [{name: measured(command) for name, command in commands.items()} for _ in range(int(runs))]
    least = {name: [min(run[name][part] for run in times) for part in (0, 1, 2)] for name in commands}
    print(f"UCDP GED, {what}, {ROWS:,} rows, the whole process, {runs} runs\n")
    print("| | time, s | CPU time, s | memory, MiB | MB |\n|---|---:|---:|---:|---:|")
    for name, title in (("copy", "DuckDB reads it and writes it as JSON"), ("ged", "DuckDB makes records of it")):
        wall, cpu, memory = least[name]
        print(f"| {title} | {wall:.2f} | {cpu:.2f} | {memory:.0f} | {(folder / f'{name}.ndjson').stat().st_size / 1e6:.1f} |")
    print(f"\nThe map takes {least['ged'][0] / least['copy'][0]:.2f} times the time, {least['ged'][1] / least['copy'][1]:.2f} times the CPU time.")


if __name__ == "__main__":
    main(*sys.argv[1:])
