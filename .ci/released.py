"""The archives of a release are what they promise.

    python released.py FOLDER

Every archive in FOLDER has its digest beside it, unfolds into one folder of its own name, and holds the command, its manual
pages, what shells complete, and the licences of every crate in it. The command for Linux asks for no newer glibc than 2.17, and
validates a dataset; the one for Windows needs no library that Windows does not have, and validates it too where there is Wine.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

WORKSPACE = Path(__file__).resolve().parent.parent
GLIBC = (2, 17)
WINE = "/usr/lib/wine/wine64"

# Of every Windows since 8.
OF_WINDOWS = re.compile(r"(api-ms-win-.*|advapi32|bcrypt|bcryptprimitives|kernel32|msvcrt|ntdll|ole32|shell32|user32|userenv|ws2_32)\.dll")

HELD = [
    "README.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "THIRD-PARTY.md",
    "man/standpoint.1",
    "man/standpoint-validate.1",
    "completions/_standpoint",
    "completions/standpoint.bash",
    "completions/standpoint.fish",
]


def output(*command, **options):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, **options).stdout


def crates(target):
    """The crates that are built into the command, by name and version."""
    tree = output(
        *["cargo", "tree", "--package", "standpoint", "--edges", "normal", "--target", target, "--prefix", "none"],
        cwd=WORKSPACE,
    )
    return {tuple(line.split()[:2]) for line in tree.splitlines()}


def check_licenses(text, target):
    listed = set(re.findall(r"^- (\S+) ([^\s:]+)", text, re.MULTILINE))
    missing = {name for name, version in crates(target) if (name, version.removeprefix("v")) not in listed}
    missing = {name for name in missing if not name.startswith("standpoint")}
    assert not missing, f"no licence is told of {sorted(missing)}"
    return len(listed)


def newest_glibc(command):
    versions = re.findall(r"GLIBC_(\d+)\.(\d+)", output("objdump", "-T", command))
    return max((int(major), int(minor)) for major, minor in versions)


def check_command(folder, target):
    run = [folder / "standpoint"]
    environment = dict(os.environ)
    if "windows" in target:
        run = [WINE, folder / "standpoint.exe"]
        imported = re.findall(r"DLL Name: (\S+)", output("x86_64-w64-mingw32-objdump", "-p", run[1]))
        others = [name for name in imported if not OF_WINDOWS.fullmatch(name.lower())]
        assert not others, f"Windows has no {others}"
        if not Path(WINE).exists():
            return f"{len(imported)} libraries, not run: there is no Wine"
        # Wine 8 has none, as `.ci/full` says.
        library = WORKSPACE / "target/ci/wine/bcryptprimitives.dll"
        if library.exists():
            shutil.copy(library, folder)
        environment |= {"WINEDEBUG": "-all", "WINEPREFIX": str(folder / "prefix")}
        about = f"{len(imported)} libraries, all of Windows"
    else:
        newest = newest_glibc(run[0])
        assert newest <= GLIBC, f"it asks for glibc {newest}"
        about = f"glibc {newest[0]}.{newest[1]}"
    version = output(*run, "--version", env=environment).split()[1]
    assert f"-{version}-" in folder.name, version
    dataset = WORKSPACE / "fixtures/iskp"
    subprocess.run([*run, "validate", os.path.relpath(dataset, folder)], cwd=folder, check=True, env=environment, stdout=subprocess.DEVNULL)
    return about


def main():
    archives = [path for path in sorted(Path(sys.argv[1]).iterdir()) if path.suffix != ".sha256"]
    assert archives, "there is no archive"
    for archive in archives:
        digest, name = Path(f"{archive}.sha256").read_text().split()
        assert (digest, name) == (hashlib.sha256(archive.read_bytes()).hexdigest(), archive.name)
        with tempfile.TemporaryDirectory() as parent:
            shutil.unpack_archive(archive, parent)
            [folder] = Path(parent).iterdir()
            assert archive.name.startswith(folder.name), folder.name
            target = re.fullmatch(r"standpoint-[^-]+-(.+)", folder.name)[1]
            missing = [path for path in HELD if not (folder / path).is_file()]
            assert not missing, f"{archive.name} holds no {missing}"
            if "windows" not in target:
                # Archives keep the mode, which `unpack_archive` does too.
                assert os.access(folder / "standpoint", os.X_OK)
            told = check_licenses((folder / "THIRD-PARTY.md").read_text(), target)
            print(f"{archive.name}: {told} crates with their licences, {check_command(folder, target)}")


main()
