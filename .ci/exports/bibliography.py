"""The sources as citeproc-py and pandoc have them: python bibliography.py STANDPOINT RECORDS.ndjson FOLDER

Every source is an item with its record whole, and both processors print a bibliography in which each has an entry.
"""

import json
import subprocess
import sys
from pathlib import Path

import citeproc
import pypandoc
from citeproc.source.json import CiteProcJSON

import leaves

# Of the types of CSL 1.0.2 those that this processor, which is older, takes for another one.
OLDER = {"document": "article"}


def by_citeproc(items):
    """The bibliography in a style of Zotero."""
    # It has no place for an object, nor for the types that came later.
    known = [
        {name: value for name, value in item.items() if name != "custom"} | {"type": OLDER.get(item["type"], item["type"])}
        for item in items
    ]
    style = citeproc.CitationStylesStyle("modern-language-association", validate=False)
    bibliography = citeproc.CitationStylesBibliography(style, CiteProcJSON(known), citeproc.formatter.plain)
    for item in items:
        bibliography.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
    return [str(entry) for entry in bibliography.bibliography()]


def by_pandoc(path):
    """The entries of all sources, as pandoc has them, by their ids."""
    text = "---\nnocite: '@*'\n---\n"
    arguments = [pypandoc.get_pandoc_path(), "--citeproc", "--bibliography", str(path), "--to", "json"]
    read = subprocess.run(arguments, input=text, check=True, capture_output=True, text=True)
    [references] = [block for block in json.loads(read.stdout)["blocks"] if block["t"] == "Div"]
    return [entry["c"][0][0].removeprefix("ref-") for entry in references["c"][1]]


def main(standpoint, ndjson, folder):
    path = Path(folder) / "sources.json"
    run = [standpoint, "export", "csl", ndjson, "--stream", "--everything", "-o", str(path), "--losses", "json"]
    losses = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stderr)
    items = json.loads(path.read_text(encoding="utf-8"))
    records = leaves.records_of(ndjson)
    sources = [record for record in records if record["kind"] == "source"]
    assert [item["id"] for item in items] == [source["id"] for source in sources]
    for item, source in zip(items, sources):
        assert item["custom"]["record"] == source and item["title"] == source["title"], source["id"]
        assert [name["literal"] for name in item.get("author", [])] == source.get("authors", []), source["id"]
    found = {item["id"]: [value for _, value in leaves.leaves(item["custom"]["record"])] for item in items}
    leaves.check("csl", records, found, losses)
    entries = by_citeproc(items)
    assert len(entries) == len(items)
    for item in items:
        # A style puts its own quotation marks, and capitals for small letters.
        if item["title"].replace(" ", "").isalnum():
            assert any(item["title"].lower() in entry.lower() for entry in entries), item["title"]
    assert sorted(by_pandoc(path)) == sorted(item["id"] for item in items)
    print(f"citeproc-py and pandoc: {len(items)} entries")


if __name__ == "__main__":
    main(*sys.argv[1:])
