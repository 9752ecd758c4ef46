"""The same dataset with texts that break formats: python hostile.py SCHEMAS RECORDS.ndjson OUT.ndjson [SEED]

Every field that is free text by the schemas gets one, and every record a waiver; everything else stays, so that the dataset
stays valid. With a seed, the texts are put together at random of pieces that break formats.
"""

import itertools
import json
import random
import re
import sys
from pathlib import Path

TEXTS = [
    '"double", \'single\', `back`',
    "a line\nand another\n\nand a\ttab",
    "]]> <b>markup</b> &amp; &#10; <!-- -->",
    "</title></style></script><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "<svg onload=alert(1)>", "javascript:alert(1)",
    "=HYPERLINK(\"https://example.org\")",
    "+1", "-1", "@SUM(A1)", "'=1", "''", "\t=1",
    "a;b,c|d\\e\\n%s{0}${HOME}",
    "_x0041_ _x000A_",
    "2019-02-30", "1e5", "007", "true", "null", "NaN", "-",
    "\u202eright to left\u202c \u200f\u200e",
    "\u0085 \u009f C1 \u2028 \u2029",
    "\ufffe non-characters \uffff \U0001ffff",
    "\ufeffmark", "e\u0301 \u00e9", "\U0001f54a\ufe0f", "\u0645\u0631\u062d\u0628\u0627",
    " padded ", "\u00a0x\u00a0",
    "<https://example.org/a b>", "urn:x y{z}|\\^`",
    "actor/nobody", "x" * 10_000,
]


# What texts at random are made of, beside the texts above.
PIECES = [
    "a", "\u00df", "7", " ", "\n", "\t", "\u00a0", "\u2028", "\u200b", "\u0301", "\ufffe", "\uffff", "\U0010ffff", "\U0001f54a", "\u202e",
    "\"", "'", "`", "\\", "/", "<", ">", "&", "]]>", "&lt;", "&#0;", "<!--", "-->", "<r>", "</r>", "$", "{", "}", "[", "]", "(", ")",
    "*", "_", "#", "|", "~", "=", "+", "-", "@", "%", "^", ",", ";", ":", ".", "!", "?", "_x0041_", "\\u0041", "%20", "%zz", "^^<",
    "--", "```", "http://a b", "NULL", "\ufeff",
]


# The item of a list that the path of a field names.
ITEM = re.compile(r"\[(.*?)\]")


def at_random(seed):
    chance = random.Random(seed)
    while True:
        text = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 24)))
        # A text has something to see.
        if text.strip(" \n\t\u00a0"):
            yield text


def main(schemas, source, target, seed=None):
    texts = itertools.cycle(TEXTS) if seed is None else at_random(int(seed))
    loaded = {}
    named = set()

    def spoil(schema, value, definitions):
        name = schema.get("allOf", [schema])[0].get("$ref", "").removeprefix("#/$defs/")
        if name == "Text":
            # An alias that a reading names stays what it is called there.
            return value if value in named else next(texts)
        schema = definitions.get(name, schema)
        if isinstance(value, list):
            return [spoil(schema["items"], item, definitions) for item in value]
        if name == "Code":
            # What a standard scheme gives is no free text.
            return value
        if isinstance(value, dict):
            # A quotation is what its digest says.
            fields = schema["properties"]
            return {
                key: item if key == "quote" else spoil(fields[key], item, definitions) for key, item in value.items()
            }
        return value

    with open(source, encoding="utf-8") as lines, open(target, "w", encoding="utf-8") as out:
        for number, line in enumerate(lines):
            record = json.loads(line)
            kind = record["kind"]
            readings = record.get("basis", {}).get("readings", ())
            named = {item for reading in readings for field in reading["fields"] for item in ITEM.findall(field)}
            # A field that the dataset has no need of.
            record.setdefault("allow", [{"code": "untidy-text", "why": "."}])
            if kind not in loaded:
                loaded[kind] = json.loads((Path(schemas) / f"{kind}.schema.json").read_text(encoding="utf-8"))
            spoiled = spoil(loaded[kind], record, loaded[kind]["$defs"])
            # No two records say the same.
            for field in {"text", "summary", "population"} & spoiled.keys():
                if isinstance(spoiled[field], str):
                    spoiled[field] += f" {number}"
            print(json.dumps(spoiled, ensure_ascii=False), file=out)


if __name__ == "__main__":
    main(*sys.argv[1:])
