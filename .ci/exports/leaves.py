"""Every value of a dataset is in an export, as somebody else's reader has it, or was counted as lost."""

import json
from collections import Counter


def text_of(value):
    """A value as text, the same for each way of writing it: 24.0 is 24, and true is True."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, float):
        return repr(value)
    return str(value)


def leaves(record):
    """Each value of a record, with its field: `event.participants.role`."""

    def below(field, value):
        if isinstance(value, dict):
            for name, inner in value.items():
                yield from below(f"{field}.{name}", inner)
        elif isinstance(value, list):
            for inner in value:
                yield from below(field, inner)
        else:
            yield field, value

    for name, value in record.items():
        if name not in ("kind", "$schema"):
            yield from below(f"{record['kind']}.{name}", value)


def records_of(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def check(name, records, found, losses):
    """Fails unless each leaf of each record is among the values that were found for its id, or was counted as lost.

    `found` maps the id of a record to its values in the export, in any order; `losses` is what `--losses json` printed.
    """
    lost = {entry["field"]: entry["count"] for entry in losses["lost"]}
    missing = Counter()
    example = {}
    carried = 0
    for record in records:
        values = {text_of(value) for value in found.get(record["id"], ())}
        for field, value in leaves(record):
            if text_of(value) in values:
                carried += 1
            else:
                missing[field] += 1
                example.setdefault(field, (record["id"], value))
    wrong = [
        f"{field}: {count} not found, {lost.get(field, 0)} counted as lost; the first is {example[field]}"
        for field, count in sorted(missing.items())
        if count > lost.get(field, 0)
    ]
    if wrong:
        raise SystemExit("\n".join([f"{name} loses what it does not count:", *wrong]))
    print(f"{name}: {carried} values found, {sum(missing.values())} not found and counted as lost")
