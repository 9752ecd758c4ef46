"""How well `standpoint identity` and three tools from PyPI find the names of one group in a pool of several thousand.

Arguments: the command `standpoint`, the folder of public data, a folder to write into, and `--wrong` to list what counts as wrong. It needs `rapidfuzz`, `nomenklatura` and
`splink`; a tool that is not installed is left out, and said to be.

The pool: the actors of UCDP Actor and of a sample of ICEWS, and all names of `gold-pairs.csv`, whose pairs are judged by hand.
Every pair that a tool proposes and nobody judged to be the same counts as wrong. That is a lower bound of precision, since nobody
judged the actors of ICEWS, nor each of UCDP. So it is told of all pairs, of those that have a name of the judged set (`near`), and
of those of them without an actor of ICEWS (`judged`).

A curve has a point for each threshold. `F1` is the best of the curve. `held out` chooses the threshold on four fifths of the judged
groups and counts the fifth, five times.
"""

import collections
import csv
import hashlib
import io
import itertools
import json
import pathlib
import re
import subprocess
import sys
import time

STANDPOINT, DATA, OUT = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
FOLDS = 5


def rows(name):
    if name.endswith(".zst"):
        text = subprocess.check_output(["zstd", "-dcq", DATA / name], text=True)
    else:
        text = (DATA / name).read_text()
    return list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))


def pool():
    """The names, by source and key, and the pairs of the same and of different groups."""
    names = {}
    originals = ("NameOrig", "NameOrigFull", "NameOrigFullEng", "NewName", "NewNameFullMotherTongue", "NewNameFullEng")
    types = {"2": "population", "3": "population", "4": "government"}
    for row in rows("ucdp-actor-22.1.csv.zst"):
        places = [place.strip() for place in row["Location"].split(",")]
        aliases = [row[column] for column in originals if row[column] not in ("", "n/a")]
        names["ucdp", row["ActorId"]] = (row["NameData"], aliases, places, types.get(row["Org"], "armed-group"))
    actors = {(row[f"{side}_name"], row[f"{side}_country"]) for row in rows("icews-2018-06.csv.zst") for side in ("source", "target")}
    for name, country in sorted(actors):
        if name:
            names["icews", f"{name}, {country}"] = (name, [], [country], "unexpanded-label")
    same, different = {}, set()
    for row in rows("gold-pairs.csv"):
        pair = tuple(sorted((row[f"{side}_source"], row[f"{side}_key"]) for side in ("left", "right")))
        for side in ("left", "right"):
            aliases = row[f"{side}_aliases"].split(";")
            names.setdefault(
                (row[f"{side}_source"], row[f"{side}_key"]), (row[f"{side}_name"], aliases, [], "armed-group")
            )
        if row["label"] == "different":
            different.add(pair)
        else:
            same[pair] = row["group_or_reason"]
    return names, same, different


def tidy(name):
    """A name without what a record may not hold: text of Windows that was read as Latin-1."""
    name = name.replace("\x92", "\u2019").replace("\x96", " \u2013 ")
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", name).split())


def split(name):
    """The spellings in a name that has an abbreviation before a colon or in brackets, for tools that do not split names."""
    if match := re.match(r"^(\S*[A-Z]{2}\S*|[A-Z][a-z]?[A-Z]): (.+)$", name):
        return [match[2], match[1]]
    if match := re.match(r"^(.+?)\s*\((\S*[A-Z]{2}\S*|[A-Z][a-z]?[A-Z])\)$", name):
        return [match[1], match[2]]
    return [name]


def ours(names):
    ids, lines = {}, []
    basis = {"modality": "stated", "evidence": [{"source": "source/pool", "locator": "1"}]}
    for at, (key, (name, aliases, places, kind)) in enumerate(names.items()):
        ids[f"actor/a{at}"] = key
        record = {"kind": "actor", "id": f"actor/a{at}", "type": kind, "name": tidy(name), "basis": basis}
        listed = [alias for alias in dict.fromkeys(map(tidy, aliases)) if alias and alias != record["name"]]
        if listed:
            record["aliases"] = [{"text": alias, "type": "alternative"} for alias in listed]
        if len(places) == 1 and (code := country(places[0])):
            record["country"] = code
        lines.append(json.dumps(record, ensure_ascii=False))
    path = OUT / "pool.ndjson"
    path.write_text("\n".join(lines))
    command = [STANDPOINT, "identity", path, "--at-least", "0.4", "--format", "json"]
    proposals = json.loads(subprocess.check_output(command))
    return {
        tuple(sorted(ids[member["id"]] for member in proposal["members"])): proposal["likeness"]
        for proposal in proposals
        if proposal["identity"]
    }


def country(name):
    """The code of a country by its English name, as the validator reads it."""
    if not COUNTRIES:
        import pycountry

        for one in pycountry.countries:
            for field in ("name", "common_name", "official_name"):
                COUNTRIES[getattr(one, field, one.name).lower()] = one.alpha_3
    return COUNTRIES.get(re.sub(r"\(.*", "", name).strip().lower())


COUNTRIES = {}


def spellings(names):
    return {
        key: list(dict.fromkeys(part.lower() for text in (name, *aliases) for part in split(tidy(text)) if part))
        for key, (name, aliases, *_) in names.items()
    }


def blocked(names):
    """Pairs that have a word or letters in common that at most 40 have: what the tools without blocks of their own compare."""
    blocks = collections.defaultdict(set)
    for key, texts in spellings(names).items():
        for text in texts:
            blocks[text].add(key)
            for word in re.findall(r"\w+", text):
                blocks[word].add(key)
                blocks[word[:5]].add(key)
    return {
        pair for block in blocks.values() if len(block) <= 40 for pair in itertools.combinations(sorted(block), 2)
    }


def rapidfuzz(names):
    from rapidfuzz import fuzz, process

    texts = [(text, key) for key, all_texts in spellings(names).items() for text in all_texts]
    scores = {}
    words = [text for text, _ in texts]
    for start in range(0, len(words), 500):
        matrix = process.cdist(words[start : start + 500], words, scorer=fuzz.ratio, score_cutoff=75)
        for row, column in zip(*matrix.nonzero()):
            one, other = texts[start + row][1], texts[column][1]
            if one != other:
                pair = tuple(sorted((one, other)))
                scores[pair] = max(scores.get(pair, 0), float(matrix[row, column]))
    return scores


def nomenklatura(names):
    from followthemoney import model
    from nomenklatura.matching import get_algorithm

    algorithm = get_algorithm("logic-v2")
    config = algorithm.default_config()
    entities = {}
    for key, texts in spellings(names).items():
        entities[key] = model.get_proxy(
            {"id": hashlib.sha1(repr(key).encode()).hexdigest(), "schema": "Organization", "properties": {"name": texts}}
        )
    return {
        (one, other): algorithm.compare(entities[one], entities[other], config).score for one, other in blocked(names)
    }


def splink(names):
    import pandas
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    from splink import comparison_library as comparisons

    all_texts = spellings(names)
    counts = collections.Counter(word for texts in all_texts.values() for word in set(re.findall(r"\w+", " ".join(texts))))
    table = pandas.DataFrame(
        [
            {
                "unique_id": str(at),
                "name": max(texts, key=len),
                "names": texts,
                "blocks": texts + [word for word in set(re.findall(r"\w+", " ".join(texts))) if counts[word] <= 40],
            }
            for at, texts in enumerate(all_texts.values())
        ]
    )
    exploded = block_on("blocks", arrays_to_explode=["blocks"])
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            comparisons.PairwiseStringDistanceFunctionAtThresholds("names", "jaro_winkler", [0.98, 0.95, 0.92, 0.88]),
            comparisons.ArrayIntersectAtSizes("blocks", [4, 3, 2, 1]),
        ],
        blocking_rules_to_generate_predictions=[exploded],
    )
    linker = Linker(DuckDBAPI().register(table), settings, log_level="ERROR")
    linker.training.estimate_probability_two_random_records_match([block_on("name")], recall=0.3)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("substr(name, 1, 5)"))
    keys = list(names)
    found = linker.inference.predict(threshold_match_probability=0.001).as_pandas_dataframe()
    return {
        tuple(sorted((keys[int(row.unique_id_l)], keys[int(row.unique_id_r)]))): row.match_weight
        for row in found.itertuples()
    }


def curve(scores, same, counts):
    """The points of a curve: threshold, precision, recall."""
    counted = sorted(((round(score, 4), pair in same) for pair, score in scores.items() if counts(pair)), reverse=True)
    points, right = [], 0
    for at, (score, is_right) in enumerate(counted, 1):
        right += is_right
        if at == len(counted) or counted[at][0] != score:
            points.append((score, right / at, right / len(same)))
    return points


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def held_out(scores, same, counts):
    """Precision and recall where the threshold was chosen on other groups."""
    fold = lambda group: int(hashlib.sha1(group.encode()).hexdigest(), 16) % FOLDS
    groups = {name: group for pair, group in same.items() for name in pair}
    fold_of = lambda pair: fold(groups.get(pair[0]) or groups.get(pair[1]) or repr(pair))
    right = proposed = 0
    for left_out in range(FOLDS):
        known = {pair: group for pair, group in same.items() if fold(group) != left_out}
        points = curve({p: s for p, s in scores.items() if fold_of(p) != left_out}, known, counts)
        threshold = max(points, key=lambda point: f1(*point[1:]))[0]
        chosen = [p for p, s in scores.items() if fold_of(p) == left_out and round(s, 4) >= threshold and counts(p)]
        proposed += len(chosen)
        right += sum(pair in same for pair in chosen)
    precision, recall = right / max(proposed, 1), right / len(same)
    return f"{f1(precision, recall):.2f} ({precision:.2f}, {recall:.2f})"


def main():
    names, same, different = pool()
    judged = {name for pair in (*same, *different) for name in pair}
    is_near = lambda pair: pair[0] in judged or pair[1] in judged
    counts = {
        "all": lambda pair: True,
        "near": is_near,
        "judged": lambda pair: is_near(pair) and "icews" not in (pair[0][0], pair[1][0]),
    }
    print(f"{len(names)} names, {len(same)} pairs of the same, {len(different)} judged to be different")
    print(f"{'':14} {'pairs':8} {'F1 (P, R)':18} {'held out':18} {'R at P .90':>10} {'R at P .95':>10} {'different':>9} {'s':>6}")
    for tool in (ours, rapidfuzz, nomenklatura, splink):
        begin = time.time()
        try:
            scores = tool(names)
        except ImportError as missing:
            print(f"{tool.__name__:14} left out: {missing}")
            continue
        seconds = time.time() - begin
        for which, is_counted in counts.items():
            points = curve(scores, same, is_counted)
            threshold, precision, recall = max(points, key=lambda point: f1(*point[1:]))
            best = f"{f1(precision, recall):.2f} ({precision:.2f}, {recall:.2f})"
            at = lambda least: max((r for _, p, r in points if p >= least), default=0.0)
            wrong = sum(scores.get(pair, float("-inf")) >= threshold for pair in different)
            print(
                f"{tool.__name__:14} {which:8} {best:18} {held_out(scores, same, is_counted):18} {at(0.9):10.2f} {at(0.95):10.2f} "
                f"{wrong:9} {seconds:6.0f}"
            )
        if tool is ours:
            for pair in sorted(scores, key=scores.get, reverse=True):
                if "--wrong" in sys.argv and is_near(pair) and pair not in same and scores[pair] >= 0.85:
                    print(f"    {scores[pair]:.2f}", *(f"{key[0]} {names[key][:2]}" for key in pair), sep=" | ")
            for threshold in (0.95, 0.9, 0.85, 0.8, 0.7):
                _, precision, recall = min((p for p in points if p[0] >= threshold), key=lambda point: point[0])
                print(f"{'':14} at {threshold}: precision {precision:.2f}, recall {recall:.2f} (judged)")


main()
