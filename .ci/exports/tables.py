"""The tables as frictionless, DuckDB, SQLite, Datasette and openpyxl have them: every value is there, types and keys hold."""

import csv
import json
import re
import sqlite3
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import duckdb
import frictionless
import openpyxl

import leaves


def export(standpoint, name, ndjson, out):
    run = [standpoint, "export", name, ndjson, "--stream", "-o", str(out), "--losses", "json"]
    return json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stderr)


def by_id(tables):
    """The cells of each record, in whichever table they stand: (table, rows as dictionaries) in."""
    found = defaultdict(list)
    for table, rows in tables:
        for row in rows:
            record = row["id"] if "id" in row else row[f"{table.split('_')[0]}_id"]
            found[record].extend(value for value in row.values() if value is not None)
    return found


def with_truth(values):
    """SQLite and Excel have 0 and 1, or capitals, for what is false or true."""
    return [*values, *("true" if value == 1 else "false" for value in values if value in (0, 1))]


def check_csv(standpoint, ndjson, folder, records):
    tables = folder / "tables"
    losses = export(standpoint, "csv", ndjson, tables)
    report = frictionless.validate(str(tables / "datapackage.json"))
    if not report.valid:
        raise SystemExit(f"frictionless: {report.flatten(['path', 'rowNumber', 'fieldNumber', 'type', 'message'])[:5]}")
    csv.field_size_limit(1 << 30)

    def unmarked(row):
        return {name: cell[1:] if re.match(r"'+[=+\-@\t\r]", cell) else cell for name, cell in row.items() if cell != ""}

    def rows(path):
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for cell in row.values()), row
                yield unmarked(row)

    leaves.check("csv", records, by_id((path.stem, rows(path)) for path in sorted(tables.glob("*.csv"))), losses)

    database = duckdb.connect()
    counted = "SELECT count(*) FROM read_csv('{}', header = true, all_varchar = true)"
    for kind in ("actor", "event", "statement"):
        expected = sum(record["kind"] == kind for record in records)
        assert database.sql(counted.format(tables / f"{kind}.csv")).fetchall() == [(expected,)], kind
    joined = f"""
        SELECT count(*) FROM '{tables}/event_participants.csv' AS part
        JOIN '{tables}/event.csv' AS event ON event.id = part.event_id
        JOIN '{tables}/actor.csv' AS actor ON actor.id = part.actor
    """
    parts = sum(len(record.get("participants", [])) for record in records if record["kind"] == "event")
    assert database.sql(joined).fetchall() == [(parts,)], "DuckDB joins events, participants and actors"

    back = folder / "back.ndjson"
    with open(back, "wb") as file:
        subprocess.run([standpoint, "import", "csv", str(tables)], check=True, stdout=file)
    plain = folder / "plain.ndjson"
    subprocess.run([standpoint, "export", "ndjson", ndjson, "-o", str(plain)], check=True)
    assert back.read_bytes() == plain.read_bytes(), "csv reads back to the same bytes"


def check_sqlite(standpoint, ndjson, folder, records):
    path = folder / "dataset.db"
    losses = export(standpoint, "sqlite", ndjson, path)
    database = sqlite3.connect(path)
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    database.row_factory = sqlite3.Row
    names = [name for name, in database.execute("SELECT name FROM pragma_table_list WHERE strict").fetchall()]
    tables = ((name, [dict(row) for row in database.execute(f'SELECT * FROM "{name}"')]) for name in names)
    found = {record: with_truth(values) for record, values in by_id(tables).items()}
    leaves.check("sqlite", records, found, losses)
    for view, kind in [("allies", "ally"), ("partners", "partner"), ("rivals", "rival"), ("adversaries", "adversary")]:
        stand = [r for r in records if r["kind"] == "relationship" and r.get("status") != "retracted"]
        rows = database.execute(f"SELECT actor, other, status, modality FROM {view}").fetchall()
        assert len(rows) == sum(record["type"] == kind for record in stand), view
    database.execute("SELECT actor, rank, title, status, modality FROM interests").fetchall()
    actor = next(record for record in records if record["kind"] == "actor")
    phrase = '"' + actor["name"].replace('"', '""') + '"'
    hits = database.execute("SELECT record FROM search WHERE search MATCH ?", [phrase]).fetchall()
    if any(letter.isalnum() for letter in actor["name"]):
        assert actor["id"] in [hit["record"] for hit in hits], "the text search finds a name"
    database.close()
    datasette = Path(sys.executable).parent / "datasette"
    inspected = subprocess.run([datasette, "inspect", path], check=True, capture_output=True, text=True).stdout
    counts = json.loads(inspected)["dataset"]["tables"]
    assert counts["record"]["count"] == len(records), "Datasette counts the records"


def check_xlsx(standpoint, ndjson, folder, records):
    path = folder / "dataset.xlsx"
    losses = export(standpoint, "xlsx", ndjson, path)
    workbook = openpyxl.load_workbook(path)
    tables = []
    for sheet in workbook:
        header, *rows = sheet.iter_rows()
        names = [cell.value for cell in header]
        assert sheet.freeze_panes == "A2", sheet.title
        for cell in (cell for row in rows for cell in row if cell.value is not None):
            assert cell.data_type in ("s", "n", "b"), (sheet.title, cell)
            if cell.data_type == "s":
                assert cell.number_format == "@", (sheet.title, cell)
        tables.append((sheet.title, [dict(zip(names, (cell.value for cell in row), strict=True)) for row in rows]))
    counted = {table: len(rows) for table, rows in tables}
    for kind in {record["kind"] for record in records}:
        assert counted[kind] == sum(record["kind"] == kind for record in records), kind
    # Excel's way to write U+FFFE and U+FFFF, which XML does not hold and openpyxl leaves as it is written.
    decoded = {"_xFFFE_": "\ufffe", "_xFFFF_": "\uffff"}

    def plain(value):
        for written, character in decoded.items():
            value = value.replace(written, character) if isinstance(value, str) else value
        return value

    found = {record: [plain(value) for value in values] for record, values in by_id(tables).items()}
    leaves.check("xlsx", records, found, losses)


def main(standpoint, ndjson, folder):
    folder = Path(folder)
    records = leaves.records_of(ndjson)
    check_csv(standpoint, ndjson, folder, records)
    check_sqlite(standpoint, ndjson, folder, records)
    check_xlsx(standpoint, ndjson, folder, records)


if __name__ == "__main__":
    main(*sys.argv[1:])
