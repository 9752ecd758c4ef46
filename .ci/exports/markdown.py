"""The profile as markdown-it has it: what the records say is on the page, or was counted as lost."""

import json
import subprocess
import sys
from pathlib import Path

import pypandoc
from markdown_it import MarkdownIt

import leaves

# What a page is made of as pandoc reads it. Texts make nothing else of it: no citation, formula, image, note or raw markup.
MADE_OF = {
    "AlignDefault", "BulletList", "ColWidth", "ColWidthDefault", "DoubleQuote", "Emph", "Header", "Link", "Para", "Plain", "Quoted",
    "SingleQuote", "Space", "Str", "Strong", "Table",
}


def text_of_page(page):
    """What a reader sees, line breaks as spaces."""
    shown = []

    def collect(tokens):
        for token in tokens:
            if token.type in ("text", "code_inline", "text_special"):
                shown.append(token.content)
            elif token.children is not None:
                collect(token.children)
                shown.append("\n")
            if token.type == "link_open":
                shown.append(f" {token.attrs['href']} ")

    collect(MarkdownIt("commonmark").enable("table").parse(page))
    return "".join(shown)


def forms(value):
    """The ways in which a page may put a value."""
    text = leaves.text_of(value)
    yield text
    # This reader trims what Unicode calls a space from the ends of lines.
    yield text.strip()
    yield text.replace("-", " ")
    yield text.capitalize().replace("-", " ")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        yield f"{value:,}".removesuffix(".0")


def types(tree):
    """The types of all elements in what pandoc read."""
    if isinstance(tree, dict):
        return {tree[name] for name in ("t",) if name in tree}.union(*(types(inner) for inner in tree.values()))
    if isinstance(tree, list):
        return set().union(*(types(inner) for inner in tree))
    return set()


def check_pandoc(path):
    for reader in ("markdown", "gfm", "commonmark_x"):
        tree = json.loads(pypandoc.convert_file(str(path), "json", format=reader))
        others = types(tree["blocks"]) - MADE_OF
        assert not others, (reader, others)


def main(standpoint, ndjson, folder):
    out = Path(folder) / "profile.md"
    run = [standpoint, "export", "markdown", ndjson, "--stream", "--everything", "-o", str(out), "--losses", "json"]
    losses = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stderr)
    check_pandoc(out)
    page = text_of_page(out.read_text(encoding="utf-8"))
    records = leaves.records_of(ndjson)
    found = {
        record["id"]: [value for _, value in leaves.leaves(record) if any(form in page for form in forms(value))]
        for record in records
    }
    leaves.check("markdown", records, found, losses)


if __name__ == "__main__":
    main(*sys.argv[1:])
