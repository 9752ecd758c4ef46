"""The site as Python's own reader of HTML has it: every record whole at its address, text of the data as text.

Records that are not public are asked for, so that nothing may be missing.
"""

import json
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import leaves


class Page(HTMLParser):
    """What a browser would run or follow, and the record at the end."""

    def __init__(self):
        super().__init__()
        self.scripts, self.links, self.handlers, self.data = [], [], [], ""
        self.in_data = False

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.handlers += [name for name in values if name.startswith("on") or name == "style"]
        if tag == "script":
            self.scripts.append(values.get("src"))
        if "href" in values:
            self.links.append(values["href"])
        self.in_data |= tag == "pre"

    def handle_endtag(self, tag):
        self.in_data &= tag != "pre"

    def handle_data(self, text):
        if self.in_data:
            self.data += text


def main(standpoint, ndjson, folder):
    records = leaves.records_of(ndjson)
    site = Path(folder) / "site"
    run = [standpoint, "export", "html", ndjson, "--stream", "--everything", "-o", str(site), "--losses", "json"]
    losses = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stderr)
    found = {}
    for path in site.rglob("*.html"):
        page = Page()
        page.feed(path.read_text(encoding="utf-8"))
        page.close()
        root = "../" if path.parent != site else ""
        assert page.scripts == [f"{root}script.js"] and not page.handlers, (path, page.scripts, page.handlers)
        for link in page.links:
            outside = link.startswith(("https://", "http://"))
            assert outside or link.startswith("#") or (path.parent / link.partition("#")[0]).is_file(), (path, link)
        assert path.stat().st_size < 500_000, path
        if page.data:
            record = json.loads(page.data)
            assert path.relative_to(site).with_suffix("").as_posix() == record["id"]
            found[record["id"]] = [value for _, value in leaves.leaves(record)]
    leaves.check("html", records, found, losses)


if __name__ == "__main__":
    main(*sys.argv[1:])
