"""Count what the crosswalks from others' codebooks carry of real data.

    python3 .ci/crosswalks.py [DATA]     compares the counts of the README; where DATA (or ../shared/data) is there, counts its rows
    python3 .ci/crosswalks.py --table    prints the table that the README of the crosswalks holds

Whether the tables are of the form that their README gives, and lead to words that are there, a test of the model checks.
The exit status is 1 where the README gives other counts, a row's code stands in no table, or a goal is missed.
"""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "crates/model/crosswalks"
README = (TABLES / "README.md").read_text(encoding="utf-8")
HOWS = ("exact", "coarser", "none")

# What becomes of the columns of UCDP GED in format 0.2. Exact: in a typed field of the same meaning. Bent: only from
# free text, or by reading a list. Coded: a coding keeps the value, and no field has its meaning. Redundant: told by
# another column.
GED_COLUMNS = {
    "exact": "id conflict_new_id conflict_name dyad_new_id side_a_new_id side_b_new_id gwnob source_office source_date "
    "source_headline where_prec where_coordinates adm_1 adm_2 latitude longitude priogrid_gid country country_id "
    "region date_prec date_start date_end deaths_a deaths_b deaths_civilians low best high",
    # A coalition is one id for a list of names; whoever told the office is no document; nobody's dead have no side.
    "bent": "side_a side_b source_original deaths_unknown",
    "coded": "type_of_violence active_year number_of_sources event_clarity",
    "redundant": "year dyad_name source_article geom_wkt",
    "lost": "",
}
GED_BENT = 5

# Shares of rows with an exact word in format 0.1, and the least that is asked now: twice as many.
BEFORE = {"ICEWS": 0.07, "PLOVER": 0.10}

# Whose field it is, where a code is about one of several actors.
WHOSE = re.compile(r"of (the source|the target|the recipient|a third party|side_a|side_b)\b")

faults: list[str] = []


def fault(place: str, what: str) -> None:
    faults.append(f"{place}: {what}")


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def target(row: dict[str, str]) -> tuple[str, str, str]:
    """The word, its field, and whose field it is: a note that begins `of the source` is part of the word."""
    whose = WHOSE.match(row["note"])
    return row["field"], row["word"], whose[0] if whose else ""


def alone(row: dict[str, str], rows: list[dict[str, str]]) -> bool:
    """Exact in the narrowest sense: 120 and 121 are siblings, whatever 120 means."""
    same = (other["code"] for other in rows if other is not row and target(other) == target(row))
    kin = (row["code"].startswith(code) or code.startswith(row["code"]) for code in same)
    return row["how"] == "exact" and all(kin)


def table(schemes: dict[str, list[dict[str, str]]]) -> list[str]:
    lines = ["| file | codes | exact | coarser | none |", "|---|---:|---:|---:|---:|"]
    total: Counter[str] = Counter()
    for scheme, rows in schemes.items():
        how = Counter(row["how"] for row in rows)
        total += how
        counts = " | ".join(str(how[word]) for word in HOWS)
        lines.append(f"| `{scheme.replace('/', '-')}.csv` | {len(rows)} | {counts} |")
    counts = " | ".join(str(total[word]) for word in HOWS)
    return [*lines, f"| all | {sum(total.values())} | {counts} |"]


def unpacked(path: Path) -> str:
    return subprocess.run(["zstd", "-dcq", str(path)], check=True, capture_output=True).stdout.decode("utf-8-sig")


def count(name: str, rows: list[dict[str, str] | None], schemes: dict[str, list[dict[str, str]]]) -> None:
    how = Counter(row["how"] if row else "none" for row in rows)
    narrow = sum(row is not None and alone(row, schemes[row["scheme"]]) for row in rows)
    shares = ", ".join(f"{how[word]} {word} ({how[word] / len(rows):.1%})" for word in HOWS)
    print(f"{name}: {len(rows)} rows, {shares}")
    print(f"    {narrow} ({narrow / len(rows):.1%}) exact by a word that no sibling has")
    written = [line for line in README.splitlines() if line.startswith(f"| {name}")]
    figures = [f"{len(rows):,}", f"{how['exact'] / len(rows):.1%}".replace("%", " %")]
    if not any(all(figure in line for figure in figures) for line in written):
        fault("README.md", f"no row for {name} with {' and '.join(figures)}")
    if name in BEFORE:
        share = how["exact"] / len(rows)
        print(f"    before: {BEFORE[name]:.0%} exact; now {share / BEFORE[name]:.1f} times as many")
        if share < 2 * BEFORE[name]:
            fault(name, f"{share:.1%} of the rows are exact, and {2 * BEFORE[name]:.0%} are asked")


def count_data(data: Path, schemes: dict[str, list[dict[str, str]]]) -> None:
    by_code = {scheme: {row["code"]: row for row in rows} for scheme, rows in schemes.items()}

    def look_up(scheme: str, code: str) -> dict[str, str] | None:
        if code not in by_code[scheme]:
            fault(scheme, f"the data has the code {code}, which the table has not")
        return by_code[scheme].get(code)

    icews = csv.DictReader(io.StringIO(unpacked(data / "icews-2018-06.csv.zst")))
    count("ICEWS", [look_up("cameo/code", row["cameo_code"]) for row in icews], schemes)

    plover = [row for row in json.loads(unpacked(data / "plover-gold.txt.zst")) if row["event"] != "DOCUMENT"]
    found = []
    for row in plover:
        if row.get("mode"):
            found.append(look_up("plover-gsr/mode", f"{row['event']}/{row['mode']}"))
        else:
            found.append(look_up("plover-gsr/event", row["event"]))
    count("PLOVER", found, schemes)

    reader = csv.DictReader(io.StringIO(unpacked(data / "ucdp-ged-syria.csv.zst")))
    ged = list(reader)
    count("UCDP GED", [look_up("ucdp-ged/type_of_violence", row["type_of_violence"]) for row in ged], schemes)
    actors = csv.DictReader(io.StringIO(unpacked(data / "ucdp-actor-22.1.csv.zst")))
    count("UCDP Actor", [look_up("ucdp-actor/Org", row["Org"]) for row in actors], schemes)

    with (data / "columns.csv").open(encoding="utf-8", newline="") as file:
        before = Counter(row["status"] for row in csv.DictReader(file) if row["source"] == "ucdp-ged")
    named = [column for columns in GED_COLUMNS.values() for column in columns.split()]
    if sorted(named) != sorted(reader.fieldnames or []):
        fault("GED", f"columns that differ: {sorted(set(named) ^ set(reader.fieldnames or []))}")
    now = {status: len(columns.split()) for status, columns in GED_COLUMNS.items()}
    print(f"Columns of GED: {len(named)}; " + ", ".join(f"{times} {status}" for status, times in now.items()))
    print(f"    before: {before['E']} exact, {before['B']} bent, {before['R']} redundant, {before['L']} lost")
    if now["bent"] > GED_BENT:
        fault("GED", f"{now['bent']} columns are bent, and at most {GED_BENT} may be")


def main() -> int:
    schemes = {}
    for path in sorted(TABLES.glob("*.csv")):
        rows = read(path)
        schemes[rows[0]["scheme"]] = rows
    lines = table(schemes)
    if "--table" in sys.argv:
        print("\n".join(lines))
        return 0

    if not all(line in README.splitlines() for line in lines):
        fault("README.md", "the table of counts is not what --table prints")
    print(f"{len(schemes)} schemes, {sum(len(rows) for rows in schemes.values())} codes")

    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    data = Path(arguments[0]) if arguments else ROOT.parent / "shared/data"
    if not data.is_dir():
        print(f"left out: there is no data at {data}")
    elif not shutil.which("zstd"):
        print("left out: there is no zstd to unpack the data")
    else:
        count_data(data, schemes)
    for line in faults:
        print(f"fault: {line}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
