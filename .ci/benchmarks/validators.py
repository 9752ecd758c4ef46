"""How long validation takes beside validators that others wrote, on the same bytes in the same run: python validators.py STANDPOINT SYNTHESIZE FOLDER [RECORDS]

    cargo build --release && cargo build --release -p standpoint-export --example synthesize
    python3 .ci/benchmarks/validators.py target/release/standpoint target/release/examples/synthesize DIR 1000000

The others are installed into FOLDER/tools, unless they are there. Each task is done three times in a process of its own,
in turn with the others, and the run with the least CPU time counts; CPU time is that of all threads. Ratios are of CPU
time: theirs divided by ours. Others get the schema of a record, which branches on the kind, or, where that is slower, one
schema a kind. They check less than we do: neither references nor any other rule about several records.

What is too slow for all records gets fewer. Its time is scaled up, that of its start apart, and a column says so.
"""

import os
import platform
import subprocess
import sys
from pathlib import Path

from exports import measured, write_seed
from small import small

REPEATS = 3
PYTHON = ["check-jsonschema==0.39.0", "fastjsonschema==2.22.3", "followthemoney==4.11.2", "jsonschema-rs==0.60.3"]
NODE = ["@sourcemeta/jsonschema@16.11.0", "ajv@8.20.0", "ajv-cli@5.0.0"]

AJV = """
const { readFileSync } = require('fs')
const Ajv = require('ajv/dist/2020').default
const [schema, path] = process.argv.slice(1)
const validate = new Ajv().compile(JSON.parse(readFileSync(schema, 'utf8')))
const bytes = readFileSync(path)
for (let start = 0, end; (end = bytes.indexOf(10, start)) >= 0; start = end + 1) {
  if (!validate(JSON.parse(bytes.toString('utf8', start, end)))) throw new Error(JSON.stringify(validate.errors))
}
"""
JSONSCHEMA_RS = """
import json, jsonschema_rs, sys
validator = jsonschema_rs.validator_for(json.load(open(sys.argv[1])))
with open(sys.argv[2], "rb") as lines:
    for line in lines:
        validator.validate(json.loads(line))
"""
FASTJSONSCHEMA = """
import fastjsonschema, json, pathlib, sys
folder = pathlib.Path(sys.argv[1]).parent
kinds = json.load(open(sys.argv[1]))["properties"]["kind"]["enum"]
validators = {kind: fastjsonschema.compile(json.loads((folder / f"{kind}.schema.json").read_text())) for kind in kinds}
with open(sys.argv[2], "rb") as lines:
    for line in lines:
        record = json.loads(line)
        validators[record["kind"]](record)
"""


class Tools:
    """What others wrote, and where it is installed."""

    def __init__(self, folder):
        self.python = folder / "python" / "bin"
        self.modules = folder / "node_modules"
        wanted = "\n".join(PYTHON + NODE)
        done = folder / "installed"
        if not done.exists() or done.read_text() != wanted:
            subprocess.run([sys.executable, "-m", "venv", folder / "python"], check=True)
            pip = [self.python / "pip", "install", "--quiet", "--disable-pip-version-check"]
            subprocess.run([*pip, *PYTHON], check=True)
            npm = ["npm", "install", "--prefix", folder, "--silent", "--no-audit", "--no-fund"]
            subprocess.run([*npm, *NODE], check=True)
            done.write_text(wanted)
        # The binary itself, which its package would start through Node.
        machine = {"aarch64": "arm64", "AMD64": "x86_64"}.get(platform.machine(), platform.machine())
        name = f"jsonschema-{platform.system().lower()}-{machine}"
        self.sourcemeta = self.modules / "@sourcemeta/jsonschema/build/github-releases" / name
        self.sourcemeta.chmod(0o755)
        os.environ["NODE_PATH"] = str(self.modules)


class Records:
    """A file, and of how many records it was made."""

    def __init__(self, path, number=None):
        self.path = path
        if not number:
            # Line by line: what a process has held at most is inherited by those that it starts.
            with open(path, "rb") as lines:
                number = sum(1 for _ in lines)
        self.number = number


def best(runs):
    return min(runs, key=lambda run: run[1])


def stream(tools, standpoint, schema, records, synthesized, ftm):
    """A row for each validator of many records: its name, what it reads, a file with next to nothing, and what is run."""
    some, few = max(records // 10, 1), max(records // 100, 1)
    start, everything, some, few = (Records(synthesized(number)) for number in [1, records, some, few])
    start_of_ftm, few_of_ftm = (Records(ftm(plain.path), plain.number) for plain in [start, few])

    def python(script):
        return lambda path: [tools.python / "python", "-c", script, schema, path]

    return [
        ("`standpoint validate`", everything, start, lambda path: [standpoint, "validate", path]),
        ("ajv", everything, start, lambda path: ["node", "-e", AJV, schema, path]),
        ("sourcemeta `--fast`", everything, start, lambda path: [tools.sourcemeta, "validate", "--fast", schema, path]),
        ("jsonschema-rs, from Python", everything, start, python(JSONSCHEMA_RS)),
        ("fastjsonschema, a schema a kind", some, start, python(FASTJSONSCHEMA)),
        ("`ftm validate`, of our export", few_of_ftm, start_of_ftm,
         lambda path: [tools.python / "ftm", "validate", "-i", path, "-o", os.devnull]),
    ]


def document(tools, standpoint, schema, path, entities):
    """A row for each validator of one small document: name, and what is run."""
    return [
        ("`standpoint validate`", [standpoint, "validate", path]),
        ("sourcemeta `--fast`", [tools.sourcemeta, "validate", "--fast", schema, path]),
        ("ajv-cli", ["node", tools.modules / "ajv-cli/dist/index.js", "validate", "--spec=draft2020", "-s", schema, "-d", path]),
        ("`ftm validate`, of our export", [tools.python / "ftm", "validate", "-i", entities, "-o", os.devnull]),
        ("check-jsonschema", [tools.python / "check-jsonschema", "--schemafile", schema, path]),
    ]


def compare_streams(rows):
    runs = {name: [] for name, *_ in rows}
    starts = {name: best(measured(command(start.path), silent=True) for _ in range(REPEATS)) for name, _, start, command in rows}
    for _ in range(REPEATS):
        for name, given, _, command in rows:
            runs[name].append(measured(command(given.path), silent=True))
    everything = rows[0][1]
    print(f"\n{everything.number:,} records, one a line, {everything.path.stat().st_size / 1e6:.0f} MB\n")
    print("| | records read | s | CPU, s | memory, MiB | CPU, to ours |\n|---|---:|---:|---:|---:|---:|")
    ours = None
    for name, given, start, _ in rows:
        wall, cpu, memory = best(runs[name])
        read = f"{given.number:,}"
        if given.number < everything.number:
            factor = (everything.number - start.number) / (given.number - start.number)
            wall, cpu = (first + (time - first) * factor for time, first in zip((wall, cpu), starts[name]))
            read += f", scaled by {factor:.0f}"
        ours = ours or cpu
        print(f"| {name} | {read} | {wall:.2f} | {cpu:.2f} | {memory:.0f} | {cpu / ours:.1f}× |")
    sys.stdout.flush()


def compare_documents(rows, size):
    runs = {name: [] for name, _ in rows}
    for _ in range(4 * REPEATS):
        for name, command in rows:
            runs[name].append(measured(command, silent=True))
    print(f"\nOne document of {size / 1e3:.0f} kB, the whole process\n")
    print("| | ms | CPU, ms | memory, MiB | time, to ours |\n|---|---:|---:|---:|---:|")
    ours = None
    for name, of in runs.items():
        wall, cpu, memory = min(of)
        ours = ours or wall
        print(f"| {name} | {wall * 1e3:.1f} | {cpu * 1e3:.1f} | {memory:.0f} | {wall / ours:.0f}× |")


def main(standpoint, synthesize, folder, records="200000"):
    folder, standpoint = Path(folder).resolve(), Path(standpoint).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    tools = Tools(folder / "tools")

    seed = folder / "seed.ndjson"
    write_seed(standpoint, seed)

    def synthesized(number):
        """So many records or, so that the last copy of the datasets is whole, a few more."""
        path = folder / f"{number}.jsonl"
        with open(path, "wb") as out:
            subprocess.run([synthesize, seed, str(number)], check=True, stdout=out)
        return path

    def ftm(path):
        entities = path.with_suffix(".ftm.json")
        subprocess.run([standpoint, "export", "ftm", path, "--stream", "--losses", "none", "-o", entities], check=True)
        return entities

    rows = stream(tools, standpoint, "schemas/record.schema.json", int(records), synthesized, ftm)
    compare_streams(rows)

    one = small(standpoint, synthesize, folder)
    rows = document(tools, standpoint, "schemas/file.schema.json", one, ftm(one))
    compare_documents(rows, one.stat().st_size)


if __name__ == "__main__":
    main(*sys.argv[1:])
