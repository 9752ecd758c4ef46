"""STIX as OASIS's validator and parser have it, FollowTheMoney as its own API has it: nothing is refused or dropped."""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pycountry
import stix2
from followthemoney import model
from followthemoney.namespace import Namespace
from followthemoney.types import registry
from stix2validator import ValidationOptions, validate_file

import leaves
import opencti

# Ids that can be repeated, types of relationship that are the data's, regions that are in no vocabulary.
MEANT = {"103", "202", "223"}


def export(standpoint, name, ndjson, out):
    """Writes the export and gives what it says was lost."""
    run = [standpoint, "export", name, ndjson, "--stream", "-o", str(out), "--losses", "json"]
    return json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stderr)


def export_twice(standpoint, name, ndjson, out):
    losses = export(standpoint, name, ndjson, out)
    again = out.with_name(f"again-{out.name}")
    export(standpoint, name, ndjson, again)
    assert out.read_bytes() == again.read_bytes(), f"{name}: two exports differ"
    return losses


def validate_stix(path):
    results = validate_file(str(path), ValidationOptions(version="2.1"))
    errors = [str(error) for result in results.object_results for error in result.errors or []]
    assert results.is_valid and not errors, errors[:10]
    warnings = [str(warning) for result in results.object_results for warning in result.warnings or []]
    codes = Counter(re.search(r"\{(\d+)\}", warning).group(1) for warning in warnings)
    others = [warning for warning in warnings if re.search(r"\{(\d+)\}", warning).group(1) not in MEANT]
    assert not others, others[:10]
    print(f"stix2-validator: no errors; warnings that are meant: {dict(sorted(codes.items()))}")


def references(value):
    """The ids that an object names, outside the record that it holds."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name.endswith("_ref"):
                yield inner
            elif name.endswith("_refs"):
                yield from inner
            elif name != "record":
                yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)


def stix(standpoint, ndjson, folder):
    out = folder / "bundle.json"
    losses = export_twice(standpoint, "stix", ndjson, out)
    validate_stix(out)
    bundle = stix2.parse(out.read_text(encoding="utf-8"), allow_custom=False)
    objects = [json.loads(thing.serialize()) for thing in bundle.objects]
    ids = Counter(thing["id"] for thing in objects)
    assert max(ids.values()) == 1, ids.most_common(1)
    for thing in objects:
        names = list(references(thing))
        dangling = [name for name in names if name not in ids]
        assert not dangling, (thing["id"], dangling)
        if thing["type"] in ("report", "note", "opinion", "grouping"):
            assert thing["object_refs"], thing
        for extension in thing.get("extensions", {}):
            assert extension in ids or extension == opencti.EXTENSION, extension
    found = {}
    for thing in objects:
        for extension in thing.get("extensions", {}).values():
            if "record" not in extension:
                continue
            record = extension["record"]
            found[record["id"]] = [value for _, value in leaves.leaves(record)]
    records = leaves.records_of(ndjson)
    assert found.keys() == {record["id"] for record in records}
    leaves.check("stix", records, found, losses)
    opencti.check(objects)


def clean_entity(line):
    """An entity as FollowTheMoney has it, which must be all that was written."""
    written = json.loads(line)
    entity = model.get_proxy(written, cleaned=False)
    assert {name: entity.get(name) for name in entity.properties} == written["properties"], line
    for name, values in written["properties"].items():
        prop = entity.schema.properties[name]
        assert not prop.stub and not prop.deprecated, (written["id"], name)
        for value in values:
            assert prop.type.clean(value, format=prop.format, proxy=entity) == value, (written["id"], name, value)
    missing = [name for name in entity.schema.required if not entity.get(name)]
    assert not missing, (written["id"], missing)
    return entity


def record_of(entity_id):
    """The id of the record that an entity is about or that a link belongs to, after that of the dataset."""
    return entity_id.split("--")[1].replace("-", "/", 1)


def values_of(entity):
    """What an entity says of its record, as the record would put it."""
    yield record_of(entity.id)
    for prop, value in entity.itervalues():
        yield value
        if prop.type == registry.entity:
            yield record_of(value)
        elif prop.type == registry.country:
            yield pycountry.countries.get(alpha_2=value.upper()).alpha_3
        elif prop.type == registry.number:
            yield float(value)
        elif prop.name in ("notes", "description"):
            label, _, text = value.partition(":")
            yield text[1:]
            yield from label.split()
            # A reference in a line, and the role of a tie, which is in words.
            yield label.lower()


def check_ranges(entities):
    """References lead to entities of the schema that they ask for."""
    by_id = {entity.id: entity for entity in entities}
    assert len(by_id) == len(entities), "an id twice"
    for entity in entities:
        for prop, value in entity.itervalues():
            if prop.type == registry.entity:
                assert value in by_id, (entity.id, value)
                assert by_id[value].schema.is_a(prop.range), (entity.id, prop.name, value)


def check_namespace(entities):
    """Signed for a dataset, as Aleph and `ftm sign` do with each entity that they take in, all are still told apart."""
    namespace = Namespace("dataset")
    signed = [namespace.apply(entity.clone()) for entity in entities]
    assert len({entity.id for entity in signed}) == len(entities), "signed, several entities are one"
    for entity, original in zip(signed, entities):
        assert namespace.parse(entity.id)[0] == original.id, (original.id, entity.id)
    check_ranges(signed)


def ftm(standpoint, ndjson, folder):
    out = folder / "entities.ndjson"
    losses = export_twice(standpoint, "ftm", ndjson, out)
    lines = out.read_text(encoding="utf-8").split("\n")[:-1]
    entities = [clean_entity(line) for line in lines]
    check_ranges(entities)
    check_namespace(entities)
    checked = folder / "checked.ndjson"
    command = Path(sys.executable).with_name("ftm")
    subprocess.run([command, "validate", "-i", out, "-o", checked], check=True)
    kept = [json.loads(line) for line in checked.read_text(encoding="utf-8").split("\n")[:-1]]
    assert [thing["properties"] for thing in kept] == [json.loads(line)["properties"] for line in lines]
    found = {}
    for entity in entities:
        found.setdefault(record_of(entity.id), []).extend(values_of(entity))
    leaves.check("ftm", leaves.records_of(ndjson), found, losses)
    print(f"ftm validate: {len(kept)} entities, {dict(Counter(thing['schema'] for thing in kept))}")


def main(standpoint, ndjson, folder):
    stix(standpoint, ndjson, Path(folder))
    ftm(standpoint, ndjson, Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
