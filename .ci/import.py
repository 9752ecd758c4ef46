"""Maps from others' tables to records do what docs/import says: python import.py STANDPOINT FOLDER [DATA]

Runs each map of docs/import with DuckDB over its sample, and over the public data in DATA (../shared/data) where that is there.
What `standpoint validate` then finds must be what is listed here. Each column of a table must be in the ledger that its map
prints, and a map must stop if a column is not. The commands of docs/import/README.md are run too.

The exit status is 1 where something is not so.
"""

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MAPS = ROOT / "docs/import"

# The public file of a map, and what is found in its records. All of it is so in the data: see docs/import/README.md.
PUBLIC = {
    "ged": (
        "ucdp-ged-syria.csv.zst",
        {"older-sources": 51, "possible-duplicate": 1475, "sentinel-date": 12, "stale-manifest": 1, "untidy-text": 21},
    ),
    "ucdp-actor": (
        "ucdp-actor-22.1.csv.zst",
        {"alias-of-another": 5, "possible-duplicate": 1, "self-relationship": 1, "shared-alias": 16, "shared-name": 23, "untidy-text": 1},
    ),
    "icews": ("icews-2018-06.csv.zst", {"placeholder-text": 2, "possible-duplicate": 2243}),
    "plover": ("plover-gold.txt.zst", {"bare-event": 1, "duplicate-id": 1, "placeholder-text": 1, "shared-name": 2}),
}

# What is found in the samples: two reports of one visit.
SAMPLES = {"icews": {"possible-duplicate": 1}}

# What macros give.
MACROS = [
    ("slug('Jaysh al-Asha’er')", "jaysh-al-asha-er"),
    ("slug('São Tomé, -5')", "sao-tome-5"),
    ("slug(repeat('ab-', 40))", "ab-" * 23 + "a-" + "03d2861c"),
    ("slug('طالبان')", "48d54fb7"),
    ("slug_number(-12.5)", "m12d5"),
    ("listed(' a; b ;;c', ';')::VARCHAR", "[a, b, c]"),
    ("known('-99')", None),
    ("known('Oster')", "Oster"),
    ("html_text('the market&#8217;s gate &amp; wall')", "the market’s gate & wall"),
    ("edtf_between('2016-01-01', '2016-01-03')", "[2016-01-01..2016-01-03]"),
    ("edtf_through('2016-01-01', '2016-01-03')", "2016-01-01/2016-01-03"),
    ("edtf_through('2016-01-01', '2016-01-01')", "2016-01-01"),
    ("edtf_to(DATE '2016-02-03', 'week')", "2016-02-03~"),
    ("edtf_to(DATE '2016-02-03', 'month')", "2016-02"),
    ("edtf_of(2016, 2, 0)", "2016-02"),
    ("edtf_of(2016, NULL, 7)", "2016"),
    ("ascends(177, 142, 177)", "false"),
    ("ascends(1, NULL, 3)", "true"),
    ("word('ucdp-ged/type_of_violence', 3, 'event.type')", "attack"),
    ("word_for('side_b', 'ucdp-ged/type_of_violence', 3, 'event.participants.role')", "victim"),
    ("word_for('side_a', 'ucdp-ged/type_of_violence', 3, 'event.participants.role')", None),
    ("word('gleditsch-ward/number', 652, 'place.country')", "SYR"),
    ("code_labelled('acled/inter1', 'state forces')", "1"),
    ("country_named('Côte d''Ivoire')", "CIV"),
    (
        "no_nulls(to_json({kind: 'k', a: NULL, codes: [code('x', NULL)], v: {low: NULL, best: 1}, c: [coding('x/y', NULL), coding('x/z', 2)], "
        "t: 'of,\"a\":null,\"b\":[]'}))",
        '{"kind":"k","v":{"best":1},"c":[{"scheme":"x/z","value":"2"}],"t":"of,\\"a\\":null,\\"b\\":[]"}',
    ),
]

faults: list[str] = []


def fault(place: str, what: str) -> None:
    faults.append(f"{place}: {what}")
    print(f"fault: {place}: {what}", flush=True)


def table_of(name: str) -> Path:
    return next(path for path in (MAPS / "samples").iterdir() if path.stem == name)


def columns(table: Path) -> list[str]:
    if table.suffix == ".json":
        return []
    with table.open(encoding="utf-8-sig", newline="") as file:
        return next(csv.reader(file))


def run(name: str, folder: Path, sql: str | None = None) -> subprocess.CompletedProcess:
    """Runs a map as a user does, in the folder where its table is."""
    script = (MAPS / f"{name}.sql").read_text(encoding="utf-8") if sql is None else sql
    return subprocess.run(["duckdb"], input=script, cwd=folder, capture_output=True, text=True)


def findings(standpoint: Path, records: str) -> dict[str, int]:
    command = [standpoint, "validate", "-", "--format", "json", "--summary", "--no-config"]
    report = json.loads(subprocess.run(command, input=records, stdout=subprocess.PIPE, text=True).stdout)
    return report["summary"]["codes"]


def check(standpoint: Path, name: str, folder: Path, table: Path, expected: dict[str, int], what: str) -> None:
    done = run(name, folder)
    if done.returncode or not done.stdout:
        fault(name, f"{what}: {done.stderr[-400:].strip()}")
        return
    ledger = [line.split("|")[0] for line in done.stderr.splitlines()]
    missing = [column for column in columns(table) if column not in ledger]
    if missing or not ledger:
        fault(name, f"{what}: the ledger does not print {missing}")
    found = findings(standpoint, done.stdout)
    print(f"{name}, {what}: {len(done.stdout.splitlines())} records, {len(ledger)} columns, {found or 'no findings'}", flush=True)
    if found != expected:
        fault(name, f"{what}: {found} is found, and {expected} is expected")


def check_ledger(name: str, folder: Path, table: Path) -> None:
    """A column that no line names stops the map before it writes a record, and so does a line whose column is not there."""
    if table.suffix != ".csv":
        return
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    with (folder / table.name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([*row, "surplus"] for row in rows)
    done = run(name, folder)
    if done.returncode == 0 or done.stdout or "no line of the ledger names the column surplus" not in done.stderr:
        fault(name, "a column that no line of the ledger names went unseen")
    shutil.copy(table, folder)
    sql = (MAPS / f"{name}.sql").read_text(encoding="utf-8").replace(".once", "INSERT INTO ledger VALUES ('absent', 'exact', '');\n.once")
    done = run(name, folder, sql)
    if done.returncode == 0 or done.stdout or "the ledger names the column absent, which is not there" not in done.stderr:
        fault(name, "a line of the ledger without a column went unseen")


def check_faults(name: str, folder: Path) -> None:
    """The check in SQL finds nothing in the records of a map, and finds what is put there."""
    sql = (MAPS / f"{name}.sql").read_text(encoding="utf-8").removesuffix("SELECT no_nulls(record) FROM records;\n")
    done = run(name, folder, f"{sql}FROM record_faults();")
    if done.stdout:
        fault(name, f"record_faults: {done.stdout}")
    wrong = "INSERT INTO records SELECT to_json({kind: 'actor', id: 'actor/A-', type: 'gang', name: 'A', nick: 'a', basis: {modality: 'stated', evidence: []}});"
    done = run(name, folder, f"{sql}{wrong}FROM record_faults();")
    for what in ("there is no field nick", "type is not a word of the model: gang", "this is no id of the kind actor"):
        if what not in done.stdout:
            fault(name, f"record_faults does not say that {what}: {done.stdout}")


def check_macros(folder: Path) -> None:
    folder.mkdir(parents=True)
    lines = "".join(f"SELECT {expression};\n" for expression, _ in MACROS)
    script = f".bail on\n.mode list\n.headers off\n.nullvalue '(none)'\n.read ../ged/standpoint.sql\n{lines}"
    done = run("macros", folder, script)
    given = done.stdout.splitlines()
    if len(given) != len(MACROS):
        fault("macros", done.stderr)
    for (expression, expected), result in zip(MACROS, given):
        if result != ("(none)" if expected is None else expected):
            fault("macros", f"{expression} is {result}, and {expected} is expected")
    print(f"macros: {len(given)} expressions", flush=True)


def check_readme(folder: Path, environment: dict[str, str]) -> None:
    commands = {"bash": ["bash", "-euo", "pipefail", "-c"], "python": [sys.executable, "-c"]}
    ran = 0
    for block in (MAPS / "README.md").read_text(encoding="utf-8").split("\n```")[1::2]:
        language, _, text = block.partition("\n")
        if language in commands:
            done = subprocess.run([*commands[language], text], cwd=folder, env=environment, capture_output=True, text=True)
            ran += 1
            if done.returncode:
                fault("README.md", f"{text}\n{done.stdout}{done.stderr}")
    print(f"README.md: {ran} blocks", flush=True)


def main() -> int:
    standpoint, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    data = Path(sys.argv[3]) if len(sys.argv) > 3 else ROOT.parent / "shared/data"
    tools = f"{standpoint.parent}:{Path(sys.executable).parent}"
    os.environ["PATH"] = f"{tools}:{os.environ['PATH']}"
    macros = subprocess.run([standpoint, "schema", "--sql"], check=True, capture_output=True, text=True).stdout
    maps = sorted(path.stem for path in MAPS.glob("*.sql"))
    for name in maps:
        table, here = table_of(name), folder / name
        here.mkdir(parents=True)
        (here / "standpoint.sql").write_text(macros, encoding="utf-8")
        shutil.copy(table, here)
        check(standpoint, name, here, table, SAMPLES.get(name, {}), "sample")
        check_ledger(name, here, table)
        check_faults(name, here)
        if name in PUBLIC and (data / PUBLIC[name][0]).exists() and shutil.which("zstd"):
            packed, expected = PUBLIC[name]
            public = here / table.name
            subprocess.run(["zstd", "-dqf", data / packed, "-o", public], check=True)
            check(standpoint, name, here, public, expected, "public data")
        elif name in PUBLIC:
            print(f"{name}, public data: left out: there is no {data / PUBLIC[name][0]}, or no zstd")
    check_macros(folder / "macros")
    shutil.copytree(MAPS, folder / "import")
    check_readme(folder / "import", dict(os.environ))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
