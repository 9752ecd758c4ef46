"""A conflict that never was, as large as asked for: python conflict.py OUT.ndjson [ACTORS [EVENTS]]

Like real ones it has a few parties that are everywhere and many that are named once; dates, figures and positions are as
uncertain as sources are. The same numbers always give the same dataset, in which nothing is found.
"""

import json
import random
import sys

TYPES = ["armed-group", "armed-group", "state", "government", "state-forces", "network", "population", "organisation"]
NAMES = ["Northern Front", "Highland League", "Army of the Valley", "Ministry of the Interior", "River Brigade",
         "People's Liberation Movement", "Union of Free Cantons", "Coastal Resistance", "Border Guard", "Council of Elders"]
PLACES = ["Arlan", "Besh", "Corvo", "Dur", "Esker", "Fenna", "Gorat", "Hale", "Isk", "Jorvik"]
ACTS = ["attack", "clash", "operation", "killing", "movement", "negotiation"]
TOPICS = ["change", "perception", "conduct"]
MODALITIES = ["stated"] * 6 + ["reported", "reported", "alleged", "estimated"]
DIGEST = "0" * 64


def conflict(actors, events):
    draw = random.Random(f"{actors} {events}")

    def citation():
        start = draw.randrange(90_000)
        return {"source": f"source/report-{draw.randrange(12)}",
                "span": {"start": start, "end": start + draw.randrange(20, 400), "sha256": DIGEST}}

    def actor_id():
        # The first are named most.
        return f"actor/a{min(int(draw.paretovariate(0.55)) - 1, draw.randrange(actors))}"

    def positions(modality):
        if modality == "stated" and draw.random() > 0.1:
            return []
        held = [{"holder": actor_id(), "stance": "estimates" if modality == "estimated" else "asserts",
                 "via": draw.choice(["statement", "online", "unknown"]), "evidence": [citation()]}]
        other = actor_id()
        if draw.random() < 0.5 and other != held[0]["holder"]:
            held.append({"holder": other, "stance": draw.choice(["denies", "disputes"]), "evidence": [citation()]})
        return held

    def basis():
        modality = draw.choice(MODALITIES)
        held = positions(modality)
        return {"modality": modality, "evidence": [citation() for _ in range(draw.choice([1, 1, 1, 2, 3]))]} | (
            {"standpoints": held} if held else {})

    def date():
        year, month, day = draw.randrange(1994, 2024), draw.randrange(1, 13), draw.randrange(1, 29)
        exact = f"{year}-{month:02}-{day:02}"
        return draw.choice([exact, exact, exact, f"{year}-{month:02}", f"{year}-{draw.choice([37, 38, 39])}", f"{year}",
                            f"{year}~", f"[{exact},{year + 1}{exact[4:]}]", f"{year}/{year + 2}", f"{year}-{month:02}/.."])

    def value(most):
        best = draw.randrange(1, most)
        return draw.choice([{"best": best}, {"best": best, "approximate": True}, {"low": best, "high": best + most // 3},
                            {"low": best}, {"low": best, "best": best + most // 9, "high": best + most // 3}])

    yield {"kind": "dataset", "id": "dataset/conflict", "format": "0.2", "title": f"A conflict of {actors} parties and {events} events",
           "description": "Made up from beginning to end.", "version": "1.0.0", "license": "CC0-1.0",
           "publisher": "Nobody", "base_iri": "https://example.org/conflict/", "created": "2024-01-01"}
    for nth in range(12):
        yield {"kind": "source", "id": f"source/report-{nth}", "title": f"Report number {nth + 1}", "type": "report",
               "text": {"sha256": f"{nth:064x}", "length": 100_000}}
    for nth in range(60):
        yield {"kind": "place", "id": f"place/p{nth}", "type": "city", "name": f"{PLACES[nth % 10]} {nth // 10 + 1}",
               "basis": basis()}
    for nth in range(actors):
        yield {"kind": "actor", "id": f"actor/a{nth}", "type": TYPES[nth % 8], "name": f"{NAMES[nth % 10]} {nth + 1}",
               "aliases": [{"text": f"A{nth + 1}", "type": "abbreviation"}], "basis": basis(),
               "description": "A party that never was, told of here at the length at which parties are told of."}
        for rank in range(1, draw.choice([1, 1, 1, 2, 4])):
            yield {"kind": "interest", "id": f"interest/a{nth}-{rank}", "actor": f"actor/a{nth}", "rank": rank,
                   "title": f"Aim number {rank}", "summary": f"To hold what it holds in {PLACES[rank]}, and to be asked before others are.",
                   "category": draw.choice(["political", "security", "economic"]), "basis": basis()}
        for year in range(draw.randrange(0, 5)):
            yield {"kind": "observation", "id": f"observation/a{nth}-{year}", "about": f"actor/a{nth}", "measure": "fighters",
                   "value": value(9000), "when": f"{2000 + year * 4 + draw.randrange(4)}", "basis": basis()}
        for topic in range(draw.randrange(0, 4)):
            yield {"kind": "statement", "id": f"statement/a{nth}-{topic}", "about": f"actor/a{nth}", "topic": TOPICS[topic],
                   "text": f"Party {nth + 1} is said to have changed its mind for the {topic + 2}nd time.", "basis": basis()}
    known = set()
    for nth in range(actors * 2):
        subject, object_ = actor_id(), f"actor/a{draw.randrange(actors)}"
        how = draw.choice(["ally", "partner", "rival", "adversary", "adversary", "coordinated-with"])
        if subject != object_ and not {(subject, object_), (object_, subject)} & known:
            known.add((subject, object_))
            yield {"kind": "relationship", "id": f"relationship/r{nth}", "subject": subject, "object": object_, "type": how,
                   "basis": basis()}
    for nth in range(events):
        act, place = draw.choice(ACTS), draw.randrange(60)
        parties = list(dict.fromkeys(actor_id() for _ in range(draw.randrange(1, 4))))
        roles = ["initiator", "victim", "party"]
        yield {"kind": "event", "id": f"event/e{nth}", "type": act, "when": date(), "places": [{"place": f"place/p{place}", "role": "site"}],
               "title": f"{act.capitalize()} number {nth + 1} at {PLACES[place % 10]} {place // 10 + 1}", "basis": basis(),
               "participants": [{"actor": party, "role": role} for party, role in zip(parties, roles)]}
        for measure in draw.choice([[], [], ["killed"], ["killed", "injured"]]):
            yield {"kind": "observation", "id": f"observation/e{nth}-{measure}", "about": f"event/e{nth}", "measure": measure,
                   "value": value(60), "basis": basis()}


def write(path, actors=300, events=5000):
    with open(path, "w", encoding="utf-8") as out:
        for record in conflict(actors, events):
            print(json.dumps(record, ensure_ascii=False), file=out)


if __name__ == "__main__":
    write(sys.argv[1], *map(int, sys.argv[2:]))
