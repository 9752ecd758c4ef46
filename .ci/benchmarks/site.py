"""How fast a site is written: python site.py STANDPOINT FOLDER

For a conflict of 300 parties and 5,000 events, the best of three, from a file on disk to pages on disk. Fails if a page
has more than 500 KB. FOLDER must be empty; what is written there stays.
"""

import sys
from pathlib import Path

import conflict
from exports import REPEATS, measured


def main(standpoint, folder):
    folder = Path(folder)
    given = folder / "conflict.ndjson"
    conflict.write(given)
    export = [standpoint, "export", "html", given, "-o"]
    wall, used, memory = min(measured([*export, folder / f"site-{nth}"]) for nth in range(REPEATS))
    pages = list((folder / "site-0").rglob("*.html"))
    sizes = [page.stat().st_size for page in pages]
    largest = max(sizes)
    print("| a site of 300 actors and 5,000 events | pages | MB | largest page, KB | s | CPU, s | memory, MiB | pages a second |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    print(f"| `standpoint export html` | {len(pages):,} | {sum(sizes) / 1e6:.0f} | {largest / 1e3:.0f} | {wall:.2f} | {used:.2f} | "
          f"{memory:.0f} | {len(pages) / wall:,.0f} |")
    if largest > 500_000:
        raise SystemExit("a page has more than 500 KB")


if __name__ == "__main__":
    main(*sys.argv[1:])
