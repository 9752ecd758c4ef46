"""The commands of the README's section on exports do what they say: python readme.py STANDPOINT README FOLDER

Runs the `bash` and `python` blocks of the section in their order, in FOLDER, where `fixtures` is that of the project.
"""

import os
import subprocess
import sys
from pathlib import Path


def blocks(readme):
    """The blocks of the section `## Exports`: their language and their text."""
    section = readme.split("\n## Exports\n", 1)[1].split("\n## ", 1)[0]
    for block in section.split("\n```")[1::2]:
        language, _, text = block.partition("\n")
        yield language, text


def main(standpoint, readme, folder):
    readme, folder, standpoint = Path(readme).resolve(), Path(folder).resolve(), Path(standpoint).resolve()
    (folder / "fixtures").symlink_to(readme.parent / "fixtures")
    tools = f"{standpoint.parent}:{Path(sys.executable).parent}"
    environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}"}
    commands = {"bash": ["bash", "-euc"], "python": [sys.executable, "-c"]}
    ran = 0
    for language, text in blocks(readme.read_text(encoding="utf-8")):
        if language in commands:
            print(f"{language}: {text.splitlines()[-1]}", flush=True)
            subprocess.run([*commands[language], text], cwd=folder, env=environment, check=True)
            ran += 1
    if ran < 5:
        raise SystemExit(f"only {ran} blocks of the README were found")


if __name__ == "__main__":
    main(*sys.argv[1:])
