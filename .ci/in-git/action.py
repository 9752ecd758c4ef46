"""The action for GitHub does what it says, as far as it goes without the service.

    python action.py STANDPOINT WORKSPACE OUT

Runs the steps of the composite action of WORKSPACE as a runner does, with the inputs of the workflow in docs/in-git.md: each
`run` by its shell, with what it wrote for those after it. The release is a folder with an archive of STANDPOINT, the repository
a new one with a dataset, and `gh` a script that keeps what it is asked. OUT is an empty folder.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import yaml

VERSION = "0.2.0"

# Answers as GitHub would for one comment that is there, or for none.
GH = """#!/usr/bin/env bash
echo "$@" >> "$GH_LOG"
for word in "$@"; do case "$word" in body=@*) cat "${word#body=@}" > "$GH_BODY" ;; esac; done
case "$*" in *--jq*) printf '%s' "$GH_OLD" ;; esac
"""


def git(folder, *arguments):
    run = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
    return subprocess.run(run, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


def release(standpoint, folder):
    """The archive of a release and its digest, as the action looks for them."""
    place = folder / f"v{VERSION}"
    place.mkdir(parents=True)
    archive = place / f"standpoint-{VERSION}-x86_64-unknown-linux-gnu.tar.gz"
    with tarfile.open(archive, "w:gz") as tar:
        tar.add(standpoint, f"{archive.name.removesuffix('.tar.gz')}/standpoint")
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    Path(f"{archive}.sha256").write_text(f"{digest}  {archive.name}\n")
    return archive


def repository(example, folder):
    """A repository with two revisions of a dataset."""
    shutil.copytree(example, folder / "data")
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "One")
    records = folder / "data/records.json"
    records.write_text(records.read_text().replace('"adversary"', '"rival"'))
    git(folder, "commit", "--quiet", "--all", "--message", "Two")
    return git(folder, "rev-parse", "HEAD~1")


class Runner:
    """One run of the action in a repository, with these inputs."""

    def __init__(self, action, repository, temp, inputs, old_comment=""):
        self.repository, self.temp = repository, temp
        self.outputs, self.ran, self.failed = {}, [], []
        temp.mkdir()
        programs = temp / "programs"
        programs.mkdir()
        (programs / "gh").write_text(GH)
        (programs / "gh").chmod(0o755)
        self.files = {name: temp / name for name in ["GITHUB_PATH", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GH_LOG", "GH_BODY"]}
        for file in self.files.values():
            file.touch()
        self.path = [str(programs), os.environ["PATH"]]
        self.old_comment = old_comment
        given = {name: inputs.get(name, value.get("default", "")) for name, value in action["inputs"].items()}
        assert inputs.keys() <= given.keys()
        self.known = {f"inputs.{name}": value for name, value in given.items()} | {
            "inputs.releases || format('{0}/{1}/releases/download', github.server_url, github.action_repository)": given["releases"],
            "github.repository": "owner/name",
            "github.event.pull_request.number": "7",
        }
        for step in action["runs"]["steps"]:
            self.step(step)

    def value(self, text):
        known = self.known | {"steps.diff.outputs.file": self.outputs.get("file", "")}
        return re.sub(r"\$\{\{ (.*?) \}\}", lambda found: known[found[1]], text)

    def is_wanted(self, step):
        match step.get("if"):
            case None:
                return not self.failed
            case "${{ !cancelled() }}":
                return True
            case "${{ !cancelled() && inputs.token != '' && steps.diff.outputs.file != '' && github.event.pull_request.number }}":
                return self.known["inputs.token"] != "" and "file" in self.outputs
            case other:
                raise SystemExit(f"nobody knows when that is: {other}")

    def step(self, step):
        if not self.is_wanted(step):
            return
        assert step["shell"] == "bash" and "${{" not in step["run"], "values come through the environment"
        environment = {
            **{name: str(file) for name, file in self.files.items()},
            **{name: self.value(value) for name, value in step.get("env", {}).items()},
            "PATH": ":".join(self.path),
            "RUNNER_OS": "Linux",
            "RUNNER_ARCH": "X64",
            "RUNNER_TEMP": str(self.temp),
            "GH_OLD": self.old_comment,
            "HOME": str(self.temp),
        }
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        run = subprocess.run(command, cwd=self.repository, env=environment, capture_output=True, text=True, check=False)
        self.ran.append(step["name"])
        if run.returncode:
            self.failed.append((step["name"], run.returncode, run.stdout + run.stderr))
        self.path = [*self.read("GITHUB_PATH").split(), *self.path]
        self.outputs |= dict(line.split("=", 1) for line in self.read("GITHUB_OUTPUT").splitlines())

    def read(self, name):
        return self.files[name].read_text()


def used(page):
    """The inputs in the workflow of the page."""
    text = page.read_text().split("\n## On GitHub\n", 1)[1].split("```yaml\n", 1)[1].split("```", 1)[0]
    (job,) = yaml.safe_load(text)["jobs"].values()
    return job["steps"][-1]["with"]


def main(standpoint, workspace, out):
    standpoint, workspace, out = Path(standpoint).resolve(), Path(workspace), Path(out).resolve()
    action = yaml.safe_load((workspace / "action.yml").read_text())
    archive = release(standpoint, out / "releases")
    (out / "repository").mkdir()
    base = repository(workspace / "fixtures/example", out / "repository")
    inputs = used(workspace / "docs/in-git.md") | {"releases": f"file://{out}/releases", "base": base}
    assert inputs.pop("token") == "${{ github.token }}" and inputs["version"] == VERSION

    def run(name, old_comment="", **more):
        return Runner(action, out / "repository", out / name, inputs | more, old_comment)

    push = run("push")
    assert (push.ran, push.failed) == (["Install", "Validate", "Compare"], []), push.failed
    assert "### What changed in `data`" in push.read("GITHUB_STEP_SUMMARY")
    assert "fact: type: adversary → rival" in push.read("GITHUB_STEP_SUMMARY"), push.read("GITHUB_STEP_SUMMARY")

    request = run("request", token="t")
    assert (request.ran[-1], request.failed) == ("Comment", []), request.failed
    assert "--method POST repos/owner/name/issues/7/comments" in request.read("GH_LOG"), request.read("GH_LOG")
    assert request.read("GH_BODY").startswith("<!-- standpoint diff of data -->\n### What changed in `data`\n")
    assert "--method PATCH repos/owner/name/issues/comments/99" in run("again", "99\n", token="t").read("GH_LOG")

    assert run("first", base="0" * 40).outputs == {}
    git(out / "repository", "checkout", "--quiet", "--orphan", "empty")
    git(out / "repository", "rm", "--quiet", "-r", "--cached", ".")
    git(out / "repository", "commit", "--quiet", "--allow-empty", "--message", "None")
    empty = git(out / "repository", "rev-parse", "HEAD")
    assert run("new", base=empty).read("GITHUB_STEP_SUMMARY").endswith("The dataset is new.\n")

    records = out / "repository/data/records.json"
    records.write_text(records.read_text().replace('"object": "actor/government-of-arland"', '"object": "actor/nobody"'))
    wrong = run("wrong", token="t")
    assert [(name, code) for name, code, _ in wrong.failed] == [("Validate", 1)], wrong.failed
    assert "::error file=data/records.json" in wrong.failed[0][2], wrong.failed
    assert wrong.ran[-1] == "Comment" and "actor/nobody" in wrong.read("GH_BODY")
    records.write_text("[")
    broken = run("broken")
    assert [(name, code) for name, code, _ in broken.failed] == [("Validate", 1), ("Compare", 2)], broken.failed

    Path(f"{archive}.sha256").write_text(f"{'0' * 64}  {archive.name}\n")
    forged = run("forged")
    assert [name for name, *_ in forged.failed][0] == "Install" and "Validate" not in forged.ran, forged.failed
    assert not (out / "forged/standpoint/standpoint").exists(), "an archive of another digest was unpacked"
    print("the action installs, validates, compares and comments")


if __name__ == "__main__":
    main(*sys.argv[1:])
