"""A MISP event as PyMISP has it: templates are kept to, references lead somewhere, nothing is changed or dropped."""

import json
import sys
from collections import Counter
from pathlib import Path

from jsonschema import validate
from pymisp import MISPEvent, MISPObject

import leaves
from intel import export_twice

DATA = Path(sys.modules["pymisp"].__file__).parent / "data"
LIST = json.loads((DATA / "misp-objects/relationships/definition.json").read_text(encoding="utf-8"))
RELATIONSHIPS = {value["name"] for value in LIST["values"]}
OURS = "standpoint-"


def strictly(written):
    """An object of a template that MISP publishes, as PyMISP has it when it is strict."""
    definition = DATA / "misp-objects/objects" / written["name"] / "definition.json"
    template = json.loads(definition.read_text(encoding="utf-8"))
    for attribute in written["Attribute"]:
        relation = template["attributes"][attribute["object_relation"]]
        assert relation["misp-attribute"] == attribute["type"], attribute
    assert written["meta-category"] == template["meta-category"], written["name"]
    thing = MISPObject(written["name"], strict=True)
    thing.from_dict(**json.loads(json.dumps(written)))
    thing.to_dict()
    return thing


def record_of(thing):
    """The record that an object holds, in the last line of one of its texts."""
    for attribute in thing.attributes:
        last = str(attribute.value).split("\n")[-1]
        if attribute.type == "text" and last.startswith('{"kind"'):
            return json.loads(last)
    return None


def main(standpoint, ndjson, folder):
    out = Path(folder) / "event.json"
    losses = export_twice(standpoint, "misp", ndjson, out)
    written = json.loads(out.read_text(encoding="utf-8"))
    # The schema that PyMISP ships knows no objects; templates and PyMISP itself check those.
    head = {name: value for name, value in written["Event"].items() if name != "Object"}
    validate({"Event": head}, json.loads((DATA / "schema.json").read_text(encoding="utf-8")))
    event = MISPEvent()
    event.load_file(str(out))
    objects = written["Event"]["Object"]
    assert len(event.objects) == len(objects)
    known = Counter()
    for thing, read in zip(objects, event.objects):
        if not thing["name"].startswith(OURS):
            strictly(thing)
            known[thing["name"]] += 1
        # What PyMISP reads is what was written.
        values = [(attribute["object_relation"], attribute["value"]) for attribute in thing["Attribute"]]
        assert values == [(attribute.object_relation, str(attribute.value)) for attribute in read.attributes], values
        for attribute in read.attributes:
            assert not attribute.to_ids and attribute.disable_correlation, (thing["comment"], attribute.object_relation)
    uuids = [part["uuid"] for thing in objects for part in [thing, *thing["Attribute"], *thing["ObjectReference"]]]
    assert len(set(uuids)) == len(uuids), "an id twice"
    by_uuid = {thing["uuid"]: thing for thing in objects}
    references = [reference for thing in objects for reference in thing["ObjectReference"]]
    for reference in references:
        assert reference["object_uuid"] in by_uuid and reference["referenced_uuid"] in by_uuid, reference

    records = leaves.records_of(ndjson)
    found = {}
    for thing in event.objects:
        if thing.name == "standpoint-stance":
            continue
        record = record_of(thing)
        assert record["id"] == thing.comment and thing.comment not in found, thing.comment
        assert bool(thing.deleted) == (record.get("status") == "retracted"), thing.comment
        found[record["id"]] = [value for _, value in leaves.leaves(record)]
    assert found.keys() == {record["id"] for record in records}
    leaves.check("misp", records, found, losses)

    # Every tie that stands runs from its subject to its object; every standpoint and every figure is an object of its own.
    def ends(reference):
        return by_uuid[reference["object_uuid"]]["comment"], by_uuid[reference["referenced_uuid"]]["comment"]

    standing = [record for record in records if record["kind"] == "relationship" and record.get("status") != "retracted"]
    ties = Counter((tie["subject"], tie["object"], tie["id"]) for tie in standing)
    origins = [(*ends(reference), reference["comment"].split(", in ")[-1]) for reference in references]
    # The object of a tie and those of what is said of it refer to others as well.
    drawn = Counter(origin for origin in origins if origin[2].startswith("relationship/") and origin[0] != origin[2])
    assert ties == drawn, (ties - drawn, drawn - ties)
    stances = Counter(
        (record["id"], standpoint["holder"], standpoint["stance"])
        for record in records
        for standpoint in record.get("basis", {}).get("standpoints", ())
    )
    said = Counter(
        tuple(thing.get_attributes_by_relation(name)[0].value for name in ("id", "holder-id", "stance"))
        for thing in event.objects
        if thing.name == "standpoint-stance"
    )
    assert stances == said, (stances - said, said - stances)
    figures = sum(record["kind"] == "observation" for record in records)
    assert figures == sum(thing.name == "standpoint-observation" for thing in event.objects)
    words = Counter(reference["relationship_type"] in RELATIONSHIPS for reference in references)
    print(
        f"PyMISP: {len(objects)} objects, {dict(known)} of templates of MISP; {sum(ties.values())} ties, "
        f"{sum(stances.values())} standpoints, {figures} figures; {words[True]} of {len(references)} references in words of MISP"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
