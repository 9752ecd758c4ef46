"""The files of columns as pyarrow, DuckDB and Polars have them: python parquet.py STANDPOINT RECORDS.ndjson FOLDER

Every row is its record, columns have their types, and counts and sums are those of the records.
"""

import datetime
import json
import subprocess
import sys
from pathlib import Path

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.parquet

import leaves

KINDS = [
    "dataset", "source", "actor", "place", "event", "relationship", "interest", "issue", "position", "observation",
    "statement", "identity",
]


def said(value):
    """What a row says as its record would say it: without what is absent, and without the bounds of dates."""
    if isinstance(value, dict):
        bounds = {f"{name}_{end}" for name in value for end in ("earliest", "latest", "date_prec")}
        return {
            name: said(inner) for name, inner in value.items() if name not in bounds and inner is not None and inner != []
        }
    if isinstance(value, list):
        return [said(inner) for inner in value]
    return value


def values(row):
    """All that stands in a row, however deep."""
    if isinstance(row, dict):
        return [found for inner in row.values() for found in values(inner)]
    if isinstance(row, list):
        return [found for inner in row for found in values(inner)]
    return [] if row is None else [row]


def check_types(schema, kind):
    """Strings, numbers, dates and words where they should be, however deep."""

    def below(name, data_type):
        if pyarrow.types.is_list(data_type):
            below(name, data_type.value_type)
        elif pyarrow.types.is_struct(data_type):
            for field in data_type:
                below(field.name, field.type)
        elif name.endswith(("_earliest", "_latest")):
            assert data_type == pyarrow.date32(), (kind, name, data_type)
        elif (kind, name) == ("relationship", "role"):
            assert data_type == pyarrow.string(), (kind, name, data_type)
        elif name in ("modality", "stance", "status", "role", "type", "country"):
            assert data_type == pyarrow.dictionary(pyarrow.int32(), pyarrow.string()), (kind, name, data_type)
        elif name in ("start", "end", "rank", "length", "pages"):
            assert data_type == pyarrow.int64(), (kind, name, data_type)
        elif name in ("latitude", "longitude", "low", "best", "high"):
            assert data_type == pyarrow.float64(), (kind, name, data_type)
        elif name in ("id", "title", "when", "note", "source", "sha256"):
            assert data_type == pyarrow.string(), (kind, name, data_type)

    for field in schema:
        assert field.metadata[b"description"], (kind, field.name)
        below(field.name, field.type)


def evidence_of(record):
    return record.get("basis", {}).get("evidence", [])


def check_bounds(row):
    """A date that is a day is its own bounds."""
    try:
        day = datetime.date.fromisoformat(row.get("when") or "")
    except ValueError:
        return
    assert (row["when_earliest"], row["when_latest"], row["when_date_prec"]) == (day, day, 1), row


def copies(columns, folder):
    """The folder as each tool writes it again when it is asked for nothing, and as it may be compressed."""

    def copied(name, write):
        copy = folder / name
        copy.mkdir()
        for path in columns.glob("*.parquet"):
            write(path, copy / path.name)
        return copy

    yield copied("pandas", lambda old, new: pandas.read_parquet(old).to_parquet(new))
    yield copied("polars", lambda old, new: polars.read_parquet(old).write_parquet(new))
    yield copied("duckdb", lambda old, new: duckdb.sql(f"COPY (FROM '{old}') TO '{new}'"))
    for codec in ("none", "snappy", "gzip", "lz4", "brotli", "zstd"):
        yield copied(codec, lambda old, new: pyarrow.parquet.write_table(pyarrow.parquet.read_table(old), new, compression=codec))


def main(standpoint, ndjson, folder):
    folder = Path(folder)
    records = leaves.records_of(ndjson)
    columns = folder / "columns"
    run = [standpoint, "export", "parquet", ndjson, "--stream", "-o", str(columns), "--losses", "json"]
    losses = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stderr)
    assert sorted(path.stem for path in columns.iterdir()) == sorted(KINDS)

    database = duckdb.connect()
    found = {}
    for kind in KINDS:
        path = columns / f"{kind}.parquet"
        expected = [{name: value for name, value in r.items() if name != "kind"} for r in records if r["kind"] == kind]
        table = pyarrow.parquet.read_table(path)
        table.validate(full=True)
        check_types(table.schema, kind)
        rows = table.to_pylist()
        assert [said(row) for row in rows] == expected, f"{kind}: pyarrow has other records"
        for row in rows:
            found[row["id"]] = values(row)
            check_bounds(row)
        assert [said(row) for row in polars.read_parquet(path).to_dicts()] == expected, f"{kind}: Polars has other records"

        counted = database.sql(f"SELECT count(*), count(DISTINCT id) FROM '{path}'").fetchall()
        assert counted == [(len(expected), len(expected))], kind
        if "basis" in table.column_names:
            for (name,) in database.sql(f"SELECT DISTINCT typeof(basis.evidence) FROM '{path}'").fetchall():
                assert name.startswith("STRUCT(") and name.endswith("[]"), (kind, name)
            summed = database.sql(f"""
                SELECT count(*), coalesce(sum(citation.span.start), 0)
                FROM (SELECT unnest(basis.evidence) AS citation FROM '{path}')
            """).fetchall()
            citations = [citation for record in expected for citation in evidence_of(record)]
            starts = sum(citation["span"]["start"] for citation in citations if "span" in citation)
            assert summed == [(len(citations), starts)], (kind, summed)
    leaves.check("parquet", records, found, losses)

    plain = folder / "plain.ndjson"
    subprocess.run([standpoint, "export", "ndjson", ndjson, "-o", str(plain)], check=True)
    for copy in (columns, *copies(columns, folder)):
        back = copy.with_suffix(".ndjson")
        subprocess.run([standpoint, "import", "parquet", str(copy), "-o", str(back)], check=True)
        assert back.read_bytes() == plain.read_bytes(), f"the columns of {copy.name} read back to the same bytes"


if __name__ == "__main__":
    main(*sys.argv[1:])
