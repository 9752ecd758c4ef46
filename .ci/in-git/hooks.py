"""The hooks for pre-commit do what they say: python hooks.py STANDPOINT WORKSPACE OUT

pre-commit runs them from a repository that has those of WORKSPACE, by the configuration of docs/in-git.md, in another repository
with a dataset: as it is, laid out otherwise, and with a mistake. OUT is an empty folder. pre-commit has to be on the path.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import yaml


def git(folder, *arguments):
    run = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
    return subprocess.run(run, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


def committed(folder):
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "One")
    return git(folder, "rev-parse", "HEAD")


def configuration(page):
    text = page.read_text().split("\n## Before each commit\n", 1)[1].split("```yaml\n", 1)[1].split("```", 1)[0]
    return yaml.safe_load(text)


def main(standpoint, workspace, out):
    workspace, out = Path(workspace), Path(out).resolve()
    theirs, own = out / "hooks", out / "own"
    theirs.mkdir()
    shutil.copy(workspace / ".pre-commit-hooks.yaml", theirs)
    revision = committed(theirs)
    own.mkdir()
    shutil.copytree(workspace / "fixtures/example", own / "data")
    (own / "package.json").write_text("{}\n")
    ids = [hook["id"] for hook in yaml.safe_load((workspace / ".pre-commit-hooks.yaml").read_text())]
    config = configuration(workspace / "docs/in-git.md")
    assert [hook["id"] for hook in config["repos"][0]["hooks"]] == ids, "the page has every hook"
    config["repos"][0] |= {"repo": str(theirs), "rev": revision}
    (own / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    committed(own)
    path = f"{Path(standpoint).resolve().parent}:{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PRE_COMMIT_HOME": str(out / "home")}

    def run(*arguments):
        command = ["pre-commit", "run", "--all-files", "--color", "never", *arguments]
        done = subprocess.run(command, cwd=own, env=environment, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    code, told = run()
    assert code == 0 and told.count("Passed") == len(ids) == 2, told
    records = own / "data/records.json"
    good = records.read_text()
    records.write_text(good.replace("  ", "\t"))
    code, told = run("standpoint-fmt")
    assert code == 1 and "files were modified by this hook" in told and records.read_text() == good, told
    records.write_text(good.replace('"object": "actor/government-of-arland"', '"object": "actor/nobody"'))
    code, told = run("standpoint-validate")
    assert code == 1 and "error[dangling-reference]" in told, told
    print("pre-commit runs both hooks")


if __name__ == "__main__":
    main(*sys.argv[1:])
