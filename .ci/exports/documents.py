"""The commands of documents do what they say: python documents.py STANDPOINT FOLDER DOCUMENT...

Runs the `bash` and `python` blocks of each document in their order, in a folder of its own below FOLDER, where `fixtures` is
that of the project.
"""

import os
import subprocess
import sys
from pathlib import Path

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def blocks(text):
    """The blocks of a document: their language and their text."""
    for block in f"\n{text}".split("\n```")[1::2]:
        language, _, text = block.partition("\n")
        yield language, text


def main(standpoint, folder, *documents):
    tools = f"{Path(standpoint).resolve().parent}:{Path(sys.executable).parent}"
    environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}"}
    commands = {"bash": ["bash", "-euc"], "python": [sys.executable, "-c"]}
    for document in map(Path, documents):
        inside = Path(folder).resolve() / document.stem
        inside.mkdir()
        (inside / "fixtures").symlink_to(FIXTURES)
        ran = 0
        for language, text in blocks(document.read_text(encoding="utf-8")):
            if language in commands:
                print(f"{document}, {language}: {text.splitlines()[-1]}", flush=True)
                subprocess.run([*commands[language], text], cwd=inside, env=environment, check=True)
                ran += 1
        if not ran:
            raise SystemExit(f"{document} has no block that could be run")


if __name__ == "__main__":
    main(*sys.argv[1:])
