"""Check the crosswalks from others' codebooks, and count what they carry of real data.

    python3 .ci/crosswalks.py [DATA]     checks; where DATA (or ../shared/data) is there, counts its rows
    python3 .ci/crosswalks.py --table    prints the table that the README of the crosswalks holds

The exit status is 1 where a table is not of the form that its README gives, or a goal is missed.
"""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "crates/model/crosswalks"
README = (TABLES / "README.md").read_text(encoding="utf-8")
COLUMNS = ["scheme", "code", "label", "field", "word", "how", "note"]
HOWS = ("exact", "coarser", "none")

# The vocabularies of format 0.2, until the schemas have them.
WORDS = {
    "event.type": "attack bombardment clash killing abduction detention sexual-violence destruction displacement "
    "operation seizure movement withdrawal protest riot change-of-power election formation dissolution sanction "
    "meeting negotiation break-off agreement ceasefire communication release aid conflict process other",
    "event.occurrence": "happened planned called-off",
    "event.outcome": "succeeded partial failed unknown agreed adjourned broken-off",
    "event.participants.role": "initiator party target victim supporter associate leader mediator host guarantor "
    "signatory witness observer speaker subject",
    "event.places.role": "site origin target crossed reached seat-of-talks",
    "event.bears_on.how": "fulfils breaches",
    "relationship.type": "ally partner rival adversary affiliate-of part-of member-of organ-of split-from drawn-from "
    "merged-into successor-of holds-post kin-of supports coordinated-with treaty-with recognises "
    "does-not-recognise based-in operates-in controls",
    # The kinds of UCDP External Support.
    "relationship.support": "troops presence infrastructure weapons materiel training funding intelligence territory "
    "other",
    "position.form": "view demand offer proposal acceptance refusal withdrawal agreed",
    "position.firmness": "red-line flexible",
    "actor.type": "state government state-forces armed-group network intergovernmental-body alliance population "
    "organisation individual unexpanded-label party company media unarmed-group",
    "place.type": "region country province district city river site",
    "source.type": "web-page report book journal-article news-article statement video dataset gazetteer interview "
    "agreement draft minutes resolution press-release social-media other",
    "statement.topic": "identity belief motive capacity conduct perception comparison change document other",
    "standpoints.stance": "asserts claims-responsibility estimates denies disputes",
    "interest.category": "ideological political security territorial economic social justice other",
}

# Lists that format 0.2 has not: a table may use them, and the output says so.
PROPOSED = {
    "relationship.obligations": "defence offence neutrality non-aggression consultation",
}

VOCABULARY = {field: words.split() for field, words in {**WORDS, **PROPOSED}.items()}

# What becomes of the columns of UCDP GED in format 0.2. Exact: in a typed field of the same meaning. Bent: only from
# free text, or by reading a list. Coded: a coding keeps the value, and no field has its meaning. Redundant: told by
# another column.
GED_COLUMNS = {
    "exact": "id conflict_new_id conflict_name dyad_new_id side_a_new_id side_b_new_id gwnob source_office source_date "
    "source_headline where_prec where_coordinates adm_1 adm_2 latitude longitude priogrid_gid country country_id "
    "region date_prec date_start date_end deaths_a deaths_b deaths_civilians low best high",
    # A coalition is one id for a list of names; whoever told the office is no document; nobody's dead have no side.
    "bent": "side_a side_b source_original deaths_unknown",
    "coded": "type_of_violence active_year number_of_sources event_clarity",
    "redundant": "year dyad_name source_article geom_wkt",
    "lost": "",
}
GED_BENT = 5

# Shares of rows with an exact word in format 0.1, and the least that is asked now: twice as many.
BEFORE = {"ICEWS": 0.07, "PLOVER": 0.10}

# Fields that take several words.
SEVERAL = {"event.participants.role", "position.form"}

# Whose field it is, where a code is about one of several actors.
WHOSE = re.compile(r"of (the source|the target|the recipient|a third party|side_a|side_b)\b")

faults: list[str] = []


def fault(place: str, what: str) -> None:
    faults.append(f"{place}: {what}")


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if reader.fieldnames != COLUMNS:
            fault(path.name, f"the columns are {reader.fieldnames}, not {COLUMNS}")
            return []
        rows = list(reader)
    for row in rows:
        if None in row or None in row.values():
            fault(path.name, f"code {row['code']}: more or fewer than {len(COLUMNS)} cells")
    return [row for row in rows if None not in row and None not in row.values()]


def general(scheme: str, code: str) -> str:
    """CAMEO's 120 is its root 12 without more detail: whatever is below 12 is below 120."""
    return code[:2] if scheme == "cameo/code" and len(code) == 3 and code.endswith("0") else code


def related(scheme: str, one: str, other: str) -> bool:
    """Whether one of two codes is more specific than the other."""
    if scheme == "cameo/code":
        one, other = general(scheme, one), general(scheme, other)
        return one.startswith(other) or other.startswith(one)
    return one.startswith(other + "-") or other.startswith(one + "-")


def target(row: dict[str, str]) -> tuple[str, str, str]:
    """The word, its field, and whose field it is: a note that begins `of the source` is part of the word."""
    whose = WHOSE.match(row["note"])
    return row["field"], row["word"], whose[0] if whose else ""


def check_rows(path: Path, rows: list[dict[str, str]]) -> None:
    place = path.name
    for scheme in {row["scheme"] for row in rows}:
        if scheme.count("/") != 1 or path.stem != scheme.replace("/", "-"):
            fault(place, f"the scheme {scheme} is not dataset/column, or not the one of the file's name")
    for code, times in Counter(row["code"] for row in rows).items():
        if times > 1:
            fault(place, f"code {code}: {times} times")
    for row in rows:
        code = f"{place}, code {row['code']}"
        if any(cell != cell.strip() for cell in row.values()):
            fault(code, "space around a cell")
        if not row["code"] or not row["label"] or len(row["label"]) > 80:
            fault(code, "no code, no label, or a label of over 80 letters")
        if row["how"] not in HOWS:
            fault(code, f"{row['how']!r} is none of {HOWS}")
        if (row["how"] == "none") != (row["word"] == "") or (row["field"] == "") != (row["word"] == ""):
            fault(code, "`none` has neither field nor word, and all others have both")
        named = [(row["field"], word) for word in row["word"].split(" + ") if word]
        also = re.findall(r"([a-z_.]+)=([a-z-]+)", row["note"])
        if any(field == row["field"] and field not in SEVERAL for field, _ in also):
            fault(code, f"the note gives {row['field']} a second word")
        named += also
        for field, word in named:
            if field not in VOCABULARY:
                fault(code, f"no field {field}")
            elif word not in VOCABULARY[field]:
                fault(code, f"no word {word} in {field}")


def check_exact(path: Path, rows: list[dict[str, str]]) -> None:
    for row in rows:
        if row["how"] != "exact":
            continue
        for other in rows:
            if other is row or target(other) != target(row):
                continue
            same = general(row["scheme"], row["code"]) == general(row["scheme"], other["code"])
            if not related(row["scheme"], row["code"], other["code"]) or (other["how"] == "exact" and not same):
                fault(f"{path.name}, code {row['code']}", f"exact, and {other['code']} has the same word")


def alone(row: dict[str, str], rows: list[dict[str, str]]) -> bool:
    """Exact in the narrowest sense: 120 and 121 are siblings, whatever 120 means."""
    same = (other["code"] for other in rows if other is not row and target(other) == target(row))
    kin = (row["code"].startswith(code) or code.startswith(row["code"]) for code in same)
    return row["how"] == "exact" and all(kin)


def without(rows: list[dict[str, str]]) -> list[str]:
    """Codes that count as having no word: `none`, `other`, and those of a word that many share."""
    times = Counter((row["field"], row["word"]) for row in rows)
    return [
        row["code"]
        for row in rows
        if row["how"] == "none"
        or row["word"] == "other"
        or (times[row["field"], row["word"]] > max(len(rows) / 4, 1))
    ]


def table(schemes: dict[str, list[dict[str, str]]]) -> list[str]:
    lines = ["| file | codes | exact | coarser | none |", "|---|---:|---:|---:|---:|"]
    total: Counter[str] = Counter()
    for scheme, rows in schemes.items():
        how = Counter(row["how"] for row in rows)
        total += how
        counts = " | ".join(str(how[word]) for word in HOWS)
        lines.append(f"| `{scheme.replace('/', '-')}.csv` | {len(rows)} | {counts} |")
    counts = " | ".join(str(total[word]) for word in HOWS)
    return [*lines, f"| all | {sum(total.values())} | {counts} |"]


def unpacked(path: Path) -> str:
    return subprocess.run(["zstd", "-dcq", str(path)], check=True, capture_output=True).stdout.decode("utf-8-sig")


def count(name: str, rows: list[dict[str, str] | None], schemes: dict[str, list[dict[str, str]]]) -> None:
    how = Counter(row["how"] if row else "none" for row in rows)
    narrow = sum(row is not None and alone(row, schemes[row["scheme"]]) for row in rows)
    shares = ", ".join(f"{how[word]} {word} ({how[word] / len(rows):.1%})" for word in HOWS)
    print(f"{name}: {len(rows)} rows, {shares}")
    print(f"    {narrow} ({narrow / len(rows):.1%}) exact by a word that no sibling has")
    written = [line for line in README.splitlines() if line.startswith(f"| {name}")]
    figures = [f"{len(rows):,}", f"{how['exact'] / len(rows):.1%}".replace("%", " %")]
    if not any(all(figure in line for figure in figures) for line in written):
        fault("README.md", f"no row for {name} with {' and '.join(figures)}")
    if name in BEFORE:
        share = how["exact"] / len(rows)
        print(f"    before: {BEFORE[name]:.0%} exact; now {share / BEFORE[name]:.1f} times as many")
        if share < 2 * BEFORE[name]:
            fault(name, f"{share:.1%} of the rows are exact, and {2 * BEFORE[name]:.0%} are asked")


def count_data(data: Path, schemes: dict[str, list[dict[str, str]]]) -> None:
    by_code = {scheme: {row["code"]: row for row in rows} for scheme, rows in schemes.items()}

    def look_up(scheme: str, code: str) -> dict[str, str] | None:
        if code not in by_code[scheme]:
            fault(scheme, f"the data has the code {code}, which the table has not")
        return by_code[scheme].get(code)

    icews = csv.DictReader(io.StringIO(unpacked(data / "icews-2018-06.csv.zst")))
    count("ICEWS", [look_up("cameo/code", row["cameo_code"]) for row in icews], schemes)

    plover = [row for row in json.loads(unpacked(data / "plover-gold.txt.zst")) if row["event"] != "DOCUMENT"]
    found = []
    for row in plover:
        if row.get("mode"):
            found.append(look_up("plover-gsr/mode", f"{row['event']}/{row['mode']}"))
        else:
            found.append(look_up("plover-gsr/event", row["event"]))
    count("PLOVER", found, schemes)

    reader = csv.DictReader(io.StringIO(unpacked(data / "ucdp-ged-syria.csv.zst")))
    ged = list(reader)
    count("UCDP GED", [look_up("ucdp-ged/type_of_violence", row["type_of_violence"]) for row in ged], schemes)
    actors = csv.DictReader(io.StringIO(unpacked(data / "ucdp-actor-22.1.csv.zst")))
    count("UCDP Actor", [look_up("ucdp-actor/Org", row["Org"]) for row in actors], schemes)

    with (data / "columns.csv").open(encoding="utf-8", newline="") as file:
        before = Counter(row["status"] for row in csv.DictReader(file) if row["source"] == "ucdp-ged")
    named = [column for columns in GED_COLUMNS.values() for column in columns.split()]
    if sorted(named) != sorted(reader.fieldnames or []):
        fault("GED", f"columns that differ: {sorted(set(named) ^ set(reader.fieldnames or []))}")
    now = {status: len(columns.split()) for status, columns in GED_COLUMNS.items()}
    print(f"Columns of GED: {len(named)}; " + ", ".join(f"{times} {status}" for status, times in now.items()))
    print(f"    before: {before['E']} exact, {before['B']} bent, {before['R']} redundant, {before['L']} lost")
    if now["bent"] > GED_BENT:
        fault("GED", f"{now['bent']} columns are bent, and at most {GED_BENT} may be")


def main() -> int:
    schemes = {}
    for path in sorted(TABLES.glob("*.csv")):
        rows = read(path)
        check_rows(path, rows)
        check_exact(path, rows)
        if rows:
            schemes[rows[0]["scheme"]] = rows
    lines = table(schemes)
    if "--table" in sys.argv:
        print("\n".join(lines))
        return 0

    for scheme, rows in schemes.items():
        missing = without(rows)
        if len(missing) > max(len(rows) / 10, 1):
            fault(scheme, f"{len(missing)} of {len(rows)} codes have no word: {', '.join(missing)}")
        if any(row["field"] in PROPOSED for row in rows):
            print(f"{scheme} uses a list that format 0.2 has not")
    if not all(line in README.splitlines() for line in lines):
        fault("README.md", "the table of counts is not what --table prints")
    total = [row for rows in schemes.values() for row in rows]
    missing = sum(len(without(rows)) for rows in schemes.values())
    print(f"{len(schemes)} schemes, {len(total)} codes, {missing} without a word ({missing / len(total):.1%})")

    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    data = Path(arguments[0]) if arguments else ROOT.parent / "shared/data"
    if not data.is_dir():
        print(f"left out: there is no data at {data}")
    elif not shutil.which("zstd"):
        print("left out: there is no zstd to unpack the data")
    else:
        count_data(data, schemes)
    for line in faults:
        print(f"fault: {line}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
