"""Tables as pandas and openpyxl write them come in: what they do to cells is undone, or told at the cell."""

import datetime
import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pandas
from openpyxl.utils.datetime import CALENDAR_MAC_1904

DAY = datetime.date(2021, 8, 26)
BASIS = {"modality": "stated", "evidence": [{"source": "source/report", "locator": "page 3"}]}
SOURCE = {"id": "source/report", "title": "Report", "type": "report", "published": "2022"}
EXPECTED = {
    "source/report": {"kind": "source", **SOURCE},
    "actor/front": {"kind": "actor", "id": "actor/front", "type": "armed-group", "name": "Northern Front", "country": "AFG", "basis": BASIS},
    "actor/ministry": {"kind": "actor", "id": "actor/ministry", "type": "government", "name": "Ministry", "basis": BASIS},
    "event/raid": {
        "kind": "event",
        "id": "event/raid",
        "type": "attack",
        "title": "Raid",
        "when": "2021-08-26",
        "participants": [{"actor": "actor/front", "role": "initiator"}, {"actor": "actor/ministry", "role": "target"}],
        "basis": BASIS,
    },
    "observation/raid-killed": {
        "kind": "observation",
        "id": "observation/raid-killed",
        "about": "event/raid",
        "measure": "killed",
        "value": {"best": 1200},
        "when": "2021-08-26",
        "basis": BASIS,
    },
    "relationship/front-ministry": {
        "kind": "relationship",
        "id": "relationship/front-ministry",
        "subject": "actor/front",
        "object": "actor/ministry",
        "type": "adversary",
        "former": True,
        "basis": BASIS,
    },
}
CITED = {"modality": "stated", "source": "source/report", "page": 3}

# The same as people type it. Of each kind, a list of rows.
TYPED = {
    "source": [{**SOURCE, "published": 2022}],
    "actor": [
        {"id": "front", "type": "Armed Group", "name": "Northern Front", "country": "Afghanistan", **CITED},
        {"id": "ministry", "type": "government", "name": "Ministry ", **CITED},
    ],
    "event": [{
        "id": "raid", "type": "attack", "title": "Raid", "when": DAY, **CITED,
        "participants": "initiator=Northern Front; target=Ministry",
    }],
    "observation": [{"id": "raid-killed", "about": "Raid", "measure": "killed", "value": 1200, "when": DAY, **CITED}],
    "relationship": [{"id": "front-ministry", "subject": "front", "object": "ministry", "type": "adversary", "former": True, **CITED}],
}


def imported(standpoint, form, table, out):
    run = [standpoint, "import", form, str(table), "-o", str(out)]
    done = subprocess.run(run, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(run)}:\n{done.stdout}{done.stderr}")
    with open(out, encoding="utf-8") as file:
        records = {record["id"]: record for record in map(json.loads, file)}
    for name in EXPECTED.keys() | records.keys():
        if records.get(name) != EXPECTED.get(name):
            raise SystemExit(f"{table}: {name}\n{records.get(name)}\n{EXPECTED.get(name)}")


def told(standpoint, book, code, place):
    """That a workbook has a finding of this code at this cell, and that nothing is written."""
    out = book.with_suffix(".ndjson")
    run = [standpoint, "import", "xlsx", str(book), "-o", str(out), "--format", "json"]
    done = subprocess.run(run, capture_output=True, text=True)
    found = [(it["code"], it["location"].get("cell")) for it in json.loads(done.stderr)["diagnostics"]]
    if (code, place) not in found or done.returncode != 1 or out.exists():
        raise SystemExit(f"{book}: {code} at {place} is not among {found}; exit code {done.returncode}")


def fill(sheet, rows):
    """Writes rows under the headings that a sheet has, or under their own."""
    first = [cell.value for cell in sheet[1]] if sheet.max_row else []
    names = first if any(first) else sorted({name for row in rows for name in row})
    for column, name in enumerate(names, 1):
        sheet.cell(1, column, name)
        for line, row in enumerate(rows, 2):
            if name in row:
                sheet.cell(line, column, row[name])


def template(standpoint, folder):
    """The template with its lists, filled in by another program."""
    path = folder / "template.xlsx"
    subprocess.run([standpoint, "export", "xlsx", "--template", "-o", str(path)], check=True, capture_output=True)
    book = openpyxl.load_workbook(path)
    lists = {}
    for sheet in book.worksheets:
        for rule in sheet.data_validations.dataValidation:
            if rule.type == "list":
                column = next(iter(rule.sqref.ranges)).min_col
                lists[sheet.title, sheet.cell(1, column).value] = rule.formula1
    words = book["words"]
    start, end = lists["actor", "type"].removeprefix("words!").replace("$", "").split(":")
    offered = [cell.value for (cell,) in words[start:end]]
    schema = json.loads(Path("schemas/actor.schema.json").read_text(encoding="utf-8"))
    expected = schema["$defs"]["ActorType"]["enum"]
    assert offered == expected, offered
    assert lists["relationship", "subject"].startswith("actor!"), lists["relationship", "subject"]
    for kind, rows in TYPED.items():
        fill(book[kind], rows)
    filled = folder / "filled.xlsx"
    book.save(filled)
    imported(standpoint, "xlsx", filled, folder / "filled.ndjson")


def by_pandas(standpoint, folder):
    """Tables that pandas writes: whole numbers beside blanks are decimals, days are moments, truths have capitals."""
    tables = folder / "tables"
    tables.mkdir()
    frames = {}
    for kind, rows in TYPED.items():
        frame = pandas.DataFrame(rows)
        if "page" in frame:
            frame["page"] = frame["page"].astype(float)
        if "when" in frame:
            frame["when"] = pandas.to_datetime(frame["when"])
        if kind == "observation":
            frame["value"] = frame["value"].astype(float)
        frames[kind] = frame.sample(frac=1, axis="columns", random_state=7)
        frames[kind].to_csv(tables / f"{kind}s.csv", index=False, sep=";" if kind == "event" else ",")
    imported(standpoint, "csv", tables, folder / "tables.ndjson")
    with pandas.ExcelWriter(folder / "pandas.xlsx", engine="openpyxl") as writer:
        for kind, frame in frames.items():
            frame.to_excel(writer, sheet_name=kind.capitalize(), index=False)
    imported(standpoint, "xlsx", folder / "pandas.xlsx", folder / "pandas.ndjson")


def by_hand(standpoint, folder):
    """Workbooks of people: the epoch of old Macintoshes, formulas, merged cells, 300 sheets."""
    def book(name, change, epoch=None):
        made = openpyxl.Workbook()
        if epoch:
            made.epoch = epoch
        made.remove(made.active)
        for kind, rows in TYPED.items():
            fill(made.create_sheet(kind.capitalize()), rows)
        change(made)
        made.save(folder / name)
        return folder / name

    imported(standpoint, "xlsx", book("mac.xlsx", lambda _: None, CALENDAR_MAC_1904), folder / "mac.ndjson")

    def at(made, sheet, name, value):
        column = next(cell.column for cell in made[sheet][1] if cell.value == name)
        cell = made[sheet].cell(2, column, value)
        return f"{sheet}!{cell.coordinate}"

    places = {}
    formula = book("formula.xlsx", lambda made: places.update(formula=at(made, "Actor", "name", "=A1")))
    told(standpoint, formula, "unreadable-cell", places["formula"])
    failed = book("failed.xlsx", lambda made: places.update(failed=at(made, "Actor", "name", "#REF!")))
    told(standpoint, failed, "unreadable-cell", places["failed"])
    excel = book("excel.xlsx", lambda made: places.update(excel=at(made, "Actor", "id", datetime.date(2026, 1, 2))))
    told(standpoint, excel, "unreadable-cell", places["excel"])

    def merge(made):
        names = [cell.column for cell in made["Actor"][1] if cell.value == "name"]
        made["Actor"].merge_cells(start_row=2, end_row=3, start_column=names[0], end_column=names[0])
        places["merged"] = f"Actor!{made['Actor'].cell(2, names[0]).coordinate}"

    told(standpoint, book("merged.xlsx", merge), "unreadable-cell", places["merged"])

    def many(made):
        for number in range(300):
            made.create_sheet(f"Notes {number}")

    imported(standpoint, "xlsx", book("many.xlsx", many), folder / "many.ndjson")


def main():
    standpoint, folder = sys.argv[1], Path(sys.argv[2])
    template(standpoint, folder)
    by_pandas(standpoint, folder)
    by_hand(standpoint, folder)
    print("tables of pandas and openpyxl, and the template filled in, become the same six records")


main()
