"""The forms of findings for machines, as other people's tools read them.

    python forms.py STANDPOINT FIXTURES SCHEMAS SARIF_MULTITOOL OUT

Of every folder of FIXTURES/invalid and of two datasets without mistakes: the JSON is valid by its published schema, as
jsonschema has it; the SARIF is valid by the schema of the standard and by the validator of Microsoft's SDK with its rules
for code scanning, and sarif-tools reads the same findings from it; junitparser reads the same from the JUnit. OUT is an
empty folder.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

from jsonschema.validators import validator_for
from junitparser import Failure, JUnitXml, SystemOut
from sarif.loader import load_sarif_file

# The one thing that the SDK misses and we leave out: there is no address to invent for the tool.
LEFT_OUT = {"SARIF2005"}


# What a name and a text can hold to break one format or another.
NAME = "50% of «a,b» & c#d [e]{0}.ndjson"
TEXTS = ["]]>&amp;<b>'`", "%0A%25::error::,x=1", "{0} {{1}} [link](1)", "\U0001f54a e\u0301 \u0645\u0631"]


def hostile(folder):
    folder.mkdir()
    lines = [json.dumps({"kind": text, "id": text}) for text in TEXTS]
    (folder / NAME).write_text("\n".join(lines * 10), encoding="utf-8")
    return folder


def validator(path):
    schema = json.loads(path.read_text(encoding="utf-8"))
    kind = validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


def printed(standpoint, folder, form):
    texts = folder / "texts"
    command = ["verify", folder, "--sources", texts] if texts.is_dir() else ["validate", folder]
    run = subprocess.run([standpoint, *command, "--format", form], capture_output=True, check=False)
    if run.returncode not in (0, 1) or run.stderr:
        raise SystemExit(f"{folder}, {form}: {run.returncode} {run.stderr.decode()}")
    return run.stdout


def of_json(report):
    for found in report["diagnostics"]:
        at = found["location"]
        yield found["code"], found["level"], *((at["path"], at["start"]["line"]) if at else (None, None)), found["message"]


def of_sarif(path, placed):
    for record, is_placed in zip(load_sarif_file(path).get_records(), placed, strict=True):
        place = (unquote(record["Location"].removeprefix("file://")), record["Line"]) if is_placed else (None, None)
        yield record["Code"], record["Severity"], *place, record["Description"].split("\nhelp: ")[0]


def of_junit(path):
    suites = JUnitXml.fromfile(path)
    cases = [case for suite in suites for case in suite]
    failures = [case for case in cases if any(isinstance(result, Failure) for result in case.result)]
    assert (suites.tests, suites.failures) == (len(cases), len(failures)), path
    for case in cases:
        texts = [result.text for result in case.result if isinstance(result, Failure)] + [
            out.text for out in case.iterchildren(SystemOut)
        ]
        assert bool(texts) == (case.name != "no findings"), path
        for line in "\n".join(texts).splitlines():
            if not line.startswith(" "):
                head, message = line.split(f"[{case.name}]: ", 1)
                place, _, level = head.rpartition(": ")
                yield case.name, level, *((case.classname, int(place.rsplit(":", 2)[1])) if place else (None, None)), message


def check_by_sdk(multitool, out):
    """Microsoft's own validator over all logs at once, with the rules of the standard and of code scanning."""
    verdict = out / "verdict.json"
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    command = [multitool / "Sarif.Multitool", "validate", out / "*.sarif", "--rule-kind", "Sarif;Ghas", "-o", verdict, "--quiet"]
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    run = json.loads(verdict.read_text(encoding="utf-8-sig"))["runs"][0]
    rules = Counter(result["ruleId"] for result in run["results"] if result.get("level", "warning") != "note")
    if not rules.keys() == LEFT_OUT:
        raise SystemExit(f"the SDK reports {dict(rules)}: see {verdict}")
    return rules["SARIF2005"]


def main(standpoint, fixtures, schemas, multitool, out):
    standpoint, fixtures, multitool, out = Path(standpoint).resolve(), Path(fixtures), Path(multitool), Path(out)
    report_schema = validator(Path(schemas) / "report.schema.json")
    sarif_schema = validator(multitool / "sarif-2.1.0.json")
    folders = sorted(path for path in (fixtures / "invalid").iterdir() if path.is_dir())
    total = 0
    others = [hostile(out / "hostile"), fixtures / "iskp", fixtures / "example"]
    for folder in others + folders:
        report = json.loads(printed(standpoint, folder, "json"))
        report_schema.validate(report)
        expected = Counter(of_json(report))

        path = out / f"{folder.name}.sarif"
        path.write_bytes(printed(standpoint, folder, "sarif"))
        log = json.loads(path.read_text(encoding="utf-8"))
        sarif_schema.validate(log)
        results = log["runs"][0]["results"]
        placed = ["logicalLocations" not in result["locations"][0] for result in results]
        assert load_sarif_file(path).get_result_count() == len(report["diagnostics"]), folder
        assert Counter(of_sarif(path, placed)) == expected, folder

        path = out / f"{folder.name}.xml"
        path.write_bytes(printed(standpoint, folder, "junit"))
        assert Counter(of_junit(path)) == expected, folder
        total += sum(expected.values())
    logs = check_by_sdk(multitool, out)
    if logs != len(others + folders) or total < len(folders):
        raise SystemExit(f"{logs} logs and {total} findings were read")
    print(f"{total} findings in {logs} reports, the same to jsonschema, sarif-tools, the SARIF SDK and junitparser")


if __name__ == "__main__":
    main(*sys.argv[1:])
