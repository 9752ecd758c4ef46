"""The job of the guide's section on CI does what it says: python job.py STANDPOINT GUIDE

Runs its commands but for the installation, on the data that they name and on data with a mistake, and looks for the file
that is to be uploaded.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

CLEAN, WRONG = "fixtures/iskp", "fixtures/invalid/dangling-reference"


def steps(guide):
    section = guide.split("\n## In CI\n", 1)[1].split("\n## ", 1)[0]
    text = section.split("```yaml\n", 1)[1].split("```", 1)[0]
    (job,) = yaml.safe_load(text)["jobs"].values()
    return job["steps"]


def results(standpoint, guide, data, status):
    """How many results are uploaded by the steps, on other data than theirs."""
    path = f"{Path(standpoint).resolve().parent}:{os.environ['PATH']}"
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "fixtures").symlink_to(Path(guide).resolve().parent.parent / "fixtures")
        uploaded = []
        for step in steps(Path(guide).read_text(encoding="utf-8")):
            command = step.get("run", "").replace(CLEAN, data)
            if command and not command.startswith("cargo install"):
                run = subprocess.run(["bash", "-e", "-c", command], cwd=folder, env={**os.environ, "PATH": path}, check=False)
                assert run.returncode == status, command
            if "upload-sarif" in step.get("uses", ""):
                assert step["if"] == "always()"
                uploaded.append(json.loads((Path(folder) / step["with"]["sarif_file"]).read_text(encoding="utf-8")))
        (log,) = uploaded
        return len(log["runs"][0]["results"])


def main(standpoint, guide):
    found = results(standpoint, guide, CLEAN, 0), results(standpoint, guide, WRONG, 1)
    if found != (0, 1):
        raise SystemExit(f"{found} results were uploaded")
    print("the job of the guide uploads what it finds")


if __name__ == "__main__":
    main(*sys.argv[1:])
