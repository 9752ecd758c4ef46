"""No command opens a socket: runs each of them under strace and looks at its system calls.

Arguments: the command `standpoint`, and an empty folder to write into.
"""

import pathlib
import re
import shutil
import subprocess
import sys

STANDPOINT, OUT = sys.argv[1], pathlib.Path(sys.argv[2])
DATA = "fixtures/example"
REPORT = "fixtures/example/sources/report.txt"
FORMATS = re.findall(r"^(\w+) ", subprocess.check_output([STANDPOINT, "formats"], text=True), re.M)

# Every command at its work. `{out}` is a folder of the run's own.
COMMANDS = {
    "validate": [["validate", DATA], ["validate", "--fix", "{out}/copy"]],
    "migrate": [["migrate", "fixtures/0.1/example", "--to", "{out}/migrated"]],
    "rename": [["rename", "actor/northern-front", "actor/front", "{out}/copy"]],
    "retract": [["retract", "actor/front", "--why", "An example.", "{out}/copy"]],
    "fmt": [["fmt", "{out}/copy"]],
    "merge": [["merge", DATA, "fixtures/doha", "-o", "{out}/all"]],
    "split": [["split", "{out}/all", "-o", "{out}/apart"]],
    "diff": [["diff", "{out}/copy", "{out}/copy"]],
    "agreement": [["agreement", "{out}/copy", "{out}/copy", "--sources", "fixtures/example/sources"]],
    "identity": [["identity", DATA], ["identity", "--write", "{out}/copy"]],
    "export": [["export", name, DATA, "-o", "{out}/" + name] for name in FORMATS],
    "import": [["import", "csv", "{out}/csv"], ["import", "xlsx", "{out}/xlsx"]],
    "find": [["find", DATA, "Northern Front"]],
    "show": [["show", DATA, "actor/northern-front"]],
    "verify": [["verify", DATA, "--sources", "fixtures/example/sources"]],
    "cite": [["cite", "--source", "source/arland-report", REPORT, "400 to 600 fighters"]],
    "init": [["init", "{out}/begun", "--title", "T", "--publisher", "P", "--license", "CC-BY-4.0", "--base-iri", "https://example.org/t/"]],
    "new": [["new", "source", "{out}/copy", "--title", "A page", "--type", "report"]],
    "source": [["source", "{out}/copy/sources/report.txt"]],
    "reanchor": [["reanchor", "--sources", "fixtures/example/sources", DATA]],
    "schema": [["schema", "record"], ["schema", "--sql"]],
    "formats": [["formats", "csv"]],
    "explain": [["explain", "dangling-reference"]],
    "help": [["help"]],
}

listed = subprocess.check_output([STANDPOINT, "help"], text=True)
commands = re.findall(r"^  (\w[\w-]*) ", listed[listed.index("Commands:") : listed.index("Options:")], re.M)
assert sorted(commands) == sorted(COMMANDS), f"not every command is tried: {set(commands) ^ set(COMMANDS)}"

if not shutil.which("strace"):
    print("left out: there is no strace; Debian has it in the package `strace`")
    sys.exit()

shutil.copytree(DATA, OUT / "copy")
for arguments in (arguments for name in commands for arguments in COMMANDS[name]):
    trace = OUT / "trace"
    line = [argument.format(out=OUT) for argument in arguments]
    done = subprocess.run(
        ["strace", "-f", "-qq", "-e", "trace=%network", "-o", trace, STANDPOINT, *line],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, f"{line}: {done.stderr}"
    calls = [call for call in trace.read_text().splitlines() if re.search(r"\b(socket|connect|sendto|bind)\(", call)]
    assert not calls, f"{line} opens a socket:\n" + "\n".join(calls)
print(f"{sum(len(runs) for runs in COMMANDS.values())} runs of {len(COMMANDS)} commands, and no socket")
