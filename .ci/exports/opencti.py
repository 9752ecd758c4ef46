"""What OpenCTI makes of a bundle, by the tables of its sources: which relationships it refuses, and which objects it takes for one.

`opencti-graphql` has a closed list of relationships for each pair of types (`src/database/stix.ts` and the modules of
organisations, groups and persons) and tells objects apart by a few properties of each type (`src/schema/identifier.js`), which
`pycti` has as `generate_id`.
"""

from collections import Counter, defaultdict

EXTENSION = "extension-definition--ea279b3e-5c71-4632-ac08-831c66a786ba"
PLACES = ("Position", "City", "Administrative-Area", "Country", "Region")
PARTIES = ("Individual", "Organization", "Sector", "System")
GROUP = "Threat-Actor-Group"


def tables():
    allowed = defaultdict(set)
    for act in ("Incident", "Campaign"):
        for target in PARTIES + PLACES:
            allowed[act, target].add("targets")
        for place in PLACES:
            allowed[act, place].add("originates-from")
        allowed[act, GROUP].add("attributed-to")
        allowed[act, act].add("derived-from")
    allowed["Incident", "Campaign"].add("attributed-to")
    for party in (*PARTIES, GROUP):
        for place in PLACES:
            allowed[party, place].add("located-at")
        allowed[party, party].add("derived-from")
    for pair in [(party, party) for party in ("Individual", "Organization", "Sector", GROUP)]:
        allowed[pair].add("part-of")
    allowed["Individual", "Organization"].add("part-of")
    allowed["Organization", "Sector"].add("part-of")
    for party in ("Individual", "Organization", "Sector", "System"):
        allowed[GROUP, party].add("targets")
    for place in PLACES:
        allowed[GROUP, place].add("targets")
    for party in ("Individual", "Organization"):
        allowed[GROUP, party] |= {"attributed-to", "impersonates"}
    allowed[GROUP, GROUP].add("cooperates-with")
    return allowed


ALLOWED = tables()


def type_of(thing):
    """The type that the importer gives an object."""
    if thing["type"] == "identity":
        classes = {"individual": "Individual", "class": "Sector", "system": "System"}
        return classes.get(thing["identity_class"], "Organization")
    if thing["type"] == "location":
        named = thing["extensions"].get(EXTENSION, {}).get("type")
        inferred = [kind for kind in ("City", "Country", "Region") if kind.lower() in thing]
        return named or (inferred[0] if inferred else "Position")
    return {"threat-actor": GROUP}.get(thing["type"], thing["type"].title())


def key_of(thing):
    """What an object is one with, or nothing if that is its name and no choice of ours."""
    kind = thing["type"]
    properties = {
        "opinion": ("opinion", "created"),
        "note": ("content", "created"),
        "incident": ("name", "created"),
        "grouping": ("name", "context", "created"),
        "relationship": ("relationship_type", "source_ref", "target_ref", "start_time", "stop_time"),
    }
    return (kind, *map(thing.get, properties[kind])) if kind in properties else None


TYPE_OF_PLACE = {
    "region": "Region",
    "country": "Country",
    "province": "Administrative-Area",
    "district": "Administrative-Area",
    "city": "City",
    "river": "Position",
    "site": "Position",
}


def check(objects):
    by_id = {thing["id"]: thing for thing in objects}
    relationships = [thing for thing in objects if thing["type"] == "relationship"]
    refused = Counter()
    for thing in relationships:
        word = thing["relationship_type"]
        ends = tuple(type_of(by_id[thing[end]]) for end in ("source_ref", "target_ref"))
        if word != "related-to" and word not in ALLOWED[ends]:
            refused[word, *ends] += 1
        assert thing["description"].startswith(thing["labels"][0]), thing
    assert not refused, f"OpenCTI refuses relationships: {refused}"
    keys = Counter(key for key in map(key_of, objects) if key)
    merged = [key for key, count in keys.items() if count > 1]
    assert not merged, f"OpenCTI takes several objects for one: {merged[:3]}"
    for thing in objects:
        if thing["type"] == "location":
            assert type_of(thing) == TYPE_OF_PLACE[thing["labels"][0]], thing
    print(f"OpenCTI takes {len(relationships)} relationships and tells {keys.total()} objects apart")
