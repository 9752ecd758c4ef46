"""The archives of a release: the command with its manual pages, what shells complete, and the licences of what is in it.

    python release.py OUT [TARGET…]

Builds for each TARGET, Linux and Windows on x86-64 if none is named, and writes `standpoint-VERSION-TARGET.tar.gz` into the
folder OUT (for Windows a `.zip`), with its digest beside it in a file `.sha256`. No path of the machine and no time but that of the
commit goes into it. The command for Linux needs glibc 2.17 or later.

Wants on PATH: cargo-zigbuild with zig, and cargo-about. Where rustup has no standard library for Windows, Debian's compiler
builds one: `apt-get install rustc-web rust-web-src gcc-mingw-w64-x86-64 g++-mingw-w64-x86-64`.
"""

import gzip
import hashlib
import html
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import time
import tomllib
import zipfile
from pathlib import Path

WORKSPACE = Path(__file__).resolve().parent.parent
TARGETS = ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-gnu"]
GLIBC = "2.17"

# What is beside the command: the manual is at the address that README.md names.
READ_FIRST = ["README.md", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT"]

LICENSES = """# Licences

`standpoint` holds the crates below, under these licences.
{{#each licenses}}

## {{name}}
{{#each used_by}}
- {{crate.name}} {{crate.version}}{{#if crate.repository}}: {{crate.repository}}{{/if}}
{{/each}}

```text
{{{text}}}
```
{{/each}}
"""


def output(*command):
    return subprocess.run(command, cwd=WORKSPACE, check=True, stdout=subprocess.PIPE, text=True).stdout


def target_folder():
    return Path(json.loads(output("cargo", "metadata", "--no-deps", "--format-version=1"))["target_directory"])


def version():
    package = output("cargo", "pkgid", "--package", "standpoint")
    return package.strip().rpartition("#")[2].rpartition("@")[2]


def without_paths(moment):
    """The environment of a build that leaves no path of this machine in what it builds."""
    home = Path(os.environ.get("CARGO_HOME", Path.home() / ".cargo"))
    # The innermost first: the last that fits is taken.
    prefixes = {home: "/cargo", WORKSPACE: "/standpoint", target_folder(): "/target"}
    flags = [f"--remap-path-prefix={path}={name}" for path, name in prefixes.items()]
    of_c = " ".join(f"-ffile-prefix-map={path}={name}" for path, name in prefixes.items())
    return os.environ | {
        "CARGO_ENCODED_RUSTFLAGS": "\x1f".join([*flags, "-Cstrip=symbols"]),
        "CARGO_INCREMENTAL": "0",
        "CFLAGS": of_c,
        "SOURCE_DATE_EPOCH": str(moment),
    }


def build(target, environment):
    """Builds the command, and gives its path."""
    arguments = ["--release", "--locked", "--quiet", "--package", "standpoint"]
    environment = dict(environment)
    command = ["cargo", "build"]
    if "linux" in target:
        command, built_for = ["cargo", "zigbuild"], f"{target}.{GLIBC}"
    else:
        built_for = target
        if target not in output("rustup", "target", "list", "--installed").split():
            environment |= {"RUSTC": "/usr/bin/rustc", "RUSTC_BOOTSTRAP": "1"}
            arguments.append("-Zbuild-std=std,panic_abort")
        if "windows" in target:
            # The time of linking.
            environment["CARGO_ENCODED_RUSTFLAGS"] += "\x1f-Clink-arg=-Wl,--no-insert-timestamp"
    subprocess.run([*command, "--target", built_for, *arguments], cwd=WORKSPACE, check=True, env=environment)
    return target_folder() / target / "release" / ("standpoint.exe" if "windows" in target else "standpoint")


def manual():
    """The manual pages and what shells complete, by their paths."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["cargo", "run", "--quiet", "--locked", "--package", "standpoint", "--example", "manual", "--", folder]
        subprocess.run(command, cwd=WORKSPACE, check=True)
        files = sorted(path for path in Path(folder).rglob("*") if path.is_file())
        return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def licenses(target):
    """The licences of the crates in the command for a target, of which deny.toml says which are accepted."""
    rules = tomllib.loads((WORKSPACE / "deny.toml").read_text())["licenses"]
    settings = {
        "accepted": rules["allow"],
        "targets": [target],
        "ignore-build-dependencies": True,
        "ignore-dev-dependencies": True,
    }
    lines = [f"{name} = {json.dumps(value)}" for name, value in settings.items()]
    lines += [f"[{one['crate']}]\naccepted = {json.dumps(one['allow'])}" for one in rules["exceptions"]]
    with tempfile.TemporaryDirectory() as folder:
        about, template = Path(folder, "about.toml"), Path(folder, "licenses.hbs")
        about.write_text("\n".join(lines))
        template.write_text(LICENSES)
        manifest = WORKSPACE / "crates/cli/Cargo.toml"
        command = ["cargo", "about", "generate", "--frozen", "--fail", "--manifest-path", manifest, "--config", about, template]
        return html.unescape(output(*command)).encode()


def archived_tar(name, files, moment):
    tar_bytes = io.BytesIO()
    with tarfile.open(fileobj=tar_bytes, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for path, content in files.items():
            entry = tarfile.TarInfo(f"{name}/{path}")
            entry.size, entry.mtime = len(content), moment
            entry.mode = 0o755 if path == "standpoint" else 0o644
            tar.addfile(entry, io.BytesIO(content))
    return gzip.compress(tar_bytes.getvalue(), mtime=0)


def archived_zip(name, files, moment):
    zip_bytes = io.BytesIO()
    with zipfile.ZipFile(zip_bytes, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            entry = zipfile.ZipInfo(f"{name}/{path}", time.gmtime(moment)[:6])
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(entry, content)
    return zip_bytes.getvalue()


def main():
    out, targets = Path(sys.argv[1]), sys.argv[2:] or TARGETS
    out.mkdir(parents=True, exist_ok=True)
    moment = int(output("git", "log", "-1", "--format=%ct"))
    output("cargo", "fetch", "--locked")
    environment = without_paths(moment)
    beside = {name: (WORKSPACE / name).read_bytes() for name in READ_FIRST} | manual()
    for target in targets:
        command = build(target, environment)
        files = {command.name: command.read_bytes(), **beside, "THIRD-PARTY.md": licenses(target)}
        name = f"standpoint-{version()}-{target}"
        is_windows = "windows" in target
        archive = out / (name + (".zip" if is_windows else ".tar.gz"))
        archive.write_bytes((archived_zip if is_windows else archived_tar)(name, files, moment))
        digest = hashlib.sha256(archive.read_bytes()).hexdigest()
        Path(f"{archive}.sha256").write_text(f"{digest}  {archive.name}\n")
        print(f"{archive}: {len(files)} files, {archive.stat().st_size / 1e6:.1f} MB, {digest}")


main()
