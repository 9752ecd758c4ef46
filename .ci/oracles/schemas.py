"""Compare our types with the published schemas as Python's jsonschema reads them, and it with ajv.

    python3 -m venv VENV && VENV/bin/pip install jsonschema==4.26.0
    cargo build --release -p standpoint-model --features proptest --example generate
    target/release/examples/generate 10000 10000 > STREAM
    NODE_PATH=DIR/node_modules node .ci/oracles/schemas.mjs schemas STREAM AJV
    VENV/bin/python .ci/oracles/schemas.py schemas STREAM VERDICTS AJV

What the types accept jsonschema must accept, by the schema of the record's kind; every tenth record is
read by the schema of a record and of a file too. VERDICTS gets one line a record, `valid` or
`invalid`; AJV, which schemas.mjs wrote, must say the same. The exit status is 1 where something parts.
"""

import json
import re
import sys
from functools import cache
from importlib.metadata import version
from multiprocessing import Pool
from pathlib import Path

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

PIN = "4.26.0"
EVERY = 10
SHOWN = 20


@cache
def as_ecma(pattern):
    # JSON Schema's patterns are those of ECMA-262, where `$` is the end; Python's `$` also stands before a last line feed.
    # In brackets it is a character like others.
    if not pattern.endswith("$") or "$" in re.sub(r"\[[^]]*\]", "", pattern[:-1]):
        raise ValueError(f"cannot tell what `$` means in {pattern}")
    return re.compile(pattern[:-1] + r"\Z")


def pattern(validator, pattern, instance, _schema):
    if validator.is_type(instance, "string") and not as_ecma(pattern).search(instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


Validator = extend(Draft202012Validator, {"pattern": pattern})


def load(folder):
    schemas = {file.name.removesuffix(".schema.json"): json.loads(file.read_text()) for file in Path(folder).glob("*.schema.json")}
    return {name: Validator(schema) for name, schema in schemas.items()}


def judge(numbered):
    """The fault found in one line of the stream, if any, and whether its record is valid."""
    at, line = numbered
    entry = json.loads(line)
    record = entry["record"]
    kind = record.get("kind") if isinstance(record, dict) else None
    own = SCHEMAS[kind if isinstance(kind, str) and kind in KINDS else "record"].is_valid(record)
    if at % EVERY == 0:
        answers = {own, SCHEMAS["record"].is_valid(record), SCHEMAS["file"].is_valid([record])}
        if len(answers) > 1:
            return f"the schemas differ on {json.dumps(record)}", own
    if entry["types"] and not own:
        reason = next(SCHEMAS[kind].iter_errors(record)).message
        return f"only jsonschema refuses, `{reason}`, {json.dumps(record)}", own
    return None, own


def main():
    stream, verdicts, ajv = sys.argv[2:]
    for schema in SCHEMAS.values():
        Draft202012Validator.check_schema(schema.schema)
    lines = Path(stream).read_bytes().splitlines()
    with Pool() as pool:
        judged = pool.map(judge, enumerate(lines), chunksize=100)
    answers = ["valid" if own else "invalid" for _, own in judged]
    Path(verdicts).write_text("".join(answer + "\n" for answer in answers))
    faults = [fault for fault, _ in judged if fault]
    others = Path(ajv).read_text().split()
    if len(others) != len(answers):
        faults.append(f"ajv read {len(others)} records, jsonschema {len(answers)}")
    for line, own, other in zip(lines, answers, others, strict=False):
        if own != other:
            faults.append(f"{own} to jsonschema, {other} to ajv: {json.dumps(json.loads(line)['record'])}")
    for fault in faults[:SHOWN]:
        print(fault, file=sys.stderr)
    refused = answers.count("invalid")
    beyond = sum(own and not json.loads(line)["types"] for line, (_, own) in zip(lines, judged, strict=True))
    print(
        f"jsonschema {PIN}: {len(answers)} records, {refused} refused by the schemas, {beyond} more by the types alone,"
        f" {len(faults)} faults"
    )
    return 1 if faults or not answers else 0


if version("jsonschema") != PIN:
    sys.exit(f"jsonschema is {version('jsonschema')}, not {PIN}")
SCHEMAS = load(sys.argv[1])
KINDS = SCHEMAS.keys() - {"record", "file", "report"}

if __name__ == "__main__":
    sys.exit(main())
