"""Writes the inputs that fuzzing begins with anew, and the dictionary: python seeds.py, at the top of the project.

`record` gets records of the fixtures that between them have every field of each kind, the shortest first, `files` the files of
`fixtures/invalid`, `place` a pointer into some of the records. Seeds of `date`, and of `place` those that are about no
record, are left as they are.
"""

import hashlib
import json
from pathlib import Path

DATASETS = ["example", "iskp", "doha", "joined"]
CORPUS = Path("fuzz/corpus")


def fields(value, path=""):
    """The paths of all that is in a record, whatever the position in a list."""
    yield path
    if isinstance(value, dict):
        for name, item in value.items():
            yield from fields(item, f"{path}/{name}")
    elif isinstance(value, list):
        for item in value:
            yield from fields(item, f"{path}/[]")


def pointer(value):
    """A JSON Pointer to the last and innermost thing in a record."""
    if isinstance(value, dict) and value:
        name = list(value)[-1]
        return f"/{name}{pointer(value[name])}"
    if isinstance(value, list) and value:
        return f"/{len(value) - 1}{pointer(value[-1])}"
    return ""


def records():
    """Records that between them have every field of each kind."""
    paths = [path for dataset in DATASETS for path in sorted(Path("fixtures", dataset).glob("*.json"))]
    everything = []
    for path in paths:
        content = json.loads(path.read_text(encoding="utf-8"))
        everything.extend(content if isinstance(content, list) else [content])
    covered = set()
    for record in sorted(everything, key=lambda record: len(json.dumps(record))):
        has = {(record["kind"], path) for path in fields(record)}
        if not has <= covered:
            covered |= has
            yield record


def words(schema):
    """The names and the words of a schema."""
    if isinstance(schema, dict):
        for name in schema.get("properties", {}):
            yield f'"{name}":'
        for word in [*schema.get("enum", []), schema.get("const")]:
            if isinstance(word, str):
                yield f'"{word}"'
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            yield from words(part)


def write(target, seeds, replaced):
    """Writes seeds, each named by its digest, in place of those that are `replaced`."""
    for old in (CORPUS / target).iterdir():
        if replaced(old.read_bytes()):
            old.unlink()
    for seed in seeds:
        (CORPUS / target / hashlib.sha1(seed).hexdigest()[:12]).write_bytes(seed)


def main():
    chosen = list(records())
    compact = [json.dumps(record, ensure_ascii=False, separators=(",", ":")) for record in chosen]
    write("record", [text.encode() for text in compact], lambda _: True)
    laid_out = [(record, json.dumps(record, ensure_ascii=False, indent=number % 2 or None)) for number, record in
                enumerate(chosen[::4])]
    write("place", [f"{pointer(record)}\n{text}".encode() for record, text in laid_out], lambda seed: b'"kind"' in seed)
    files = [path for path in sorted(Path("fixtures/invalid").rglob("*")) if path.suffix in (".json", ".ndjson")]
    lines = {".json": b"\0", ".ndjson": b"\1"}
    write("files", [lines[path.suffix] + path.read_bytes() for path in files], lambda _: True)
    schema = json.loads(Path("schemas/record.schema.json").read_text(encoding="utf-8"))
    ids = {f'"{record["kind"]}/a"' for record in chosen}
    quoted = (word.replace('"', "\\x22").replace("$", "\\x24") for word in {*words(schema), *ids, '"$schema":'})
    Path("fuzz/json.dict").write_text("".join(f'"{word}"\n' for word in sorted(quoted)), encoding="utf-8")


if __name__ == "__main__":
    main()
