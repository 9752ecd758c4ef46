"""The graphs as networkx and lxml have them, the map as GDAL has it: what the records say is there, or was counted as lost."""

import json
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import networkx
import numpy
import pyogrio
from geojson_pydantic import FeatureCollection
from lxml import etree

import leaves

FORBIDDEN = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}
NAMESPACES = {"graphml": "http://graphml.graphdrawing.org/xmlns", "gexf": "http://gexf.net/1.3"}


def export(standpoint, name, ndjson, out):
    """Writes the export, and answers what it lost."""
    run = [standpoint, "export", name, ndjson, "--stream", "-o", str(out), "--losses", "json"]
    return json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stderr)


def values_of(record):
    return [value for _, value in leaves.leaves(record)]


def leads(records):
    """The actors that are one with another, by their ids, each with the one whose node it is: of chains, the first."""
    actors = {record["id"] for record in records if record["kind"] == "actor" and record.get("status") != "retracted"}
    lead = {}
    for record in records:
        if record["kind"] != "identity" or record["verdict"] != "same" or record.get("status") == "retracted":
            continue
        members = [member for member in record["members"] if member in actors]
        for other in members[1:]:
            first, led = lead.get(members[0], members[0]), lead.get(other, other)
            if first != led:
                lead |= {member: first for member in [led, *(m for m, of in lead.items() if of == led)]}
    return lead


def check_attributes(record, attributes):
    """Fails unless the typed attributes of a node or an edge are what the record says."""
    basis = record["basis"]
    stances = {standpoint["stance"] for standpoint in basis.get("standpoints", ())}
    expected = {
        "record_id": record["id"],
        "type": record["type"],
        "status": record.get("status", "current"),
        "modality": basis["modality"],
        "citations": len(basis["evidence"]),
        "standpoints": len(basis.get("standpoints", ())),
        "contested": bool(stances & {"denies", "disputes"}),
    }
    if record["kind"] == "actor":
        expected["label"] = record["name"]
    expected |= {name: record[name] for name in ("country", "when", "description", "note") if name in record}
    for name, value in expected.items():
        value = value.translate(FORBIDDEN) if isinstance(value, str) else value
        assert attributes[name] == value and type(attributes[name]) is type(value), (record["id"], name, attributes)
    for name in ("country", "when", "description", "note"):
        assert name in record or name not in attributes, (record["id"], name)
    if (day := record.get("when", "")) and len(day) == 10 and "-" in day and day.replace("-", "").isdigit():
        assert attributes["earliest"] == attributes["latest"] == day and attributes["date_prec"] == 1, attributes


def check_form(name, path, records):
    """Fails unless the file is XML whose ids are unique and whose edges lead somewhere. Answers what it says of itself."""
    root = etree.parse(path, etree.XMLParser(huge_tree=True, resolve_entities=False)).getroot()
    space = f"{{{NAMESPACES[name]}}}"
    assert root.tag == f"{space}{name}", root.tag
    nodes = {node.get("id") for node in root.iter(f"{space}node")}
    edges = [edge for edge in root.iter(f"{space}edge")]
    assert len({edge.get("id") for edge in edges}) == len(edges)
    assert all(edge.get(end) in nodes for edge in edges for end in ("source", "target"))
    assert len(nodes) == sum(record["kind"] == "actor" for record in records) - len(leads(records))
    for edge in edges:
        start, end = edge.get("start"), edge.get("end")
        assert start is None or end is None or start <= end, (start, end)
    return [element.text for element in root.iterfind(f"{space}meta/*")]


def check_graph(name, graph, about, records, losses):
    actors = [record for record in records if record["kind"] == "actor"]
    ties = [record for record in records if record["kind"] == "relationship" and record["object"].startswith("actor/")]
    lead = leads(records)
    assert graph.is_directed()
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (len(actors) - len(lead), len(ties))
    elements = {attributes["record_id"]: attributes for _, attributes in graph.nodes(data=True)}
    for source, target, attributes in graph.edges(data=True):
        record = json.loads(attributes["record"])
        for end, field in [(source, "subject"), (target, "object")]:
            assert end == lead.get(record[field], record[field]).replace("/", "."), end
        assert (attributes.get("start"), attributes.get("end")) in [
            (None, None), (attributes.get("earliest"), attributes.get("latest"))
        ]
        elements[attributes["record_id"]] = attributes
    found = {record["id"]: about for record in records if record["kind"] == "dataset"}
    for record in actors + ties:
        attributes = elements[lead.get(record["id"], record["id"])]
        held = [json.loads(attributes["record"]), *json.loads(attributes.get("others", "[]"))]
        assert record in held, record["id"]
        if len(held) == 1:
            check_attributes(record, attributes)
        found[record["id"]] = values_of(record)
    if "record" in graph.graph:
        manifest = json.loads(graph.graph["record"])
        found[manifest["id"]] = values_of(manifest)
    leaves.check(name, records, found, losses)


def expected_positions(record, places):
    """Where a place or an event is, by the records."""
    if record["kind"] == "place":
        candidates = [record]
    else:
        named = [places.get(at["place"]) for at in record.get("places", ()) if at["role"] != "origin"]
        candidates = [place for place in named if place is not None and place.get("status") != "retracted"]
    return [(at["longitude"], at["latitude"]) for at in (place.get("location") for place in candidates) if at]


def positions_of(geometry):
    """The positions of a geometry as geojson-pydantic has it."""
    if geometry is None:
        return []
    positions = [geometry.coordinates] if geometry.type == "Point" else geometry.coordinates
    return [(position.longitude, position.latitude) for position in positions]


def check_positions(collection, records):
    """Fails unless each event and each place is where the records say. Answers how many are nowhere, by kind."""
    places = {record["id"]: record for record in records if record["kind"] == "place"}
    features = {feature.id: feature for feature in collection.features}
    unlocated = {"event": 0, "place": 0}
    for record in records:
        if record["kind"] in unlocated:
            positions = positions_of(features[record["id"]].geometry)
            assert positions == expected_positions(record, places), (record["id"], positions)
            assert all(-180 <= east <= 180 and -90 <= north <= 90 for east, north in positions)
            unlocated[record["kind"]] += not positions
    assert len(features) == len(collection.features)
    return unlocated


def check_gdal(path, records, unlocated):
    """Fails unless GDAL has the same records in WGS 84. Answers the values that it found, by id."""
    about, _, geometries, columns = pyogrio.raw.read(path)
    assert about["crs"] in ("EPSG:4326", "OGC:CRS84"), about["crs"]
    if any(geometry is not None for geometry in geometries):
        assert about["geometry_type"] in ("Point", "MultiPoint"), about["geometry_type"]
    table = dict(zip(about["fields"], columns, strict=True))
    held = [record for record in records if record["kind"] in unlocated]
    assert len(geometries) == len(held)
    assert sum(geometry is None for geometry in geometries) == sum(unlocated.values())
    read = {id: json.loads(record) for id, record in zip(table["id"], table["record"], strict=True)}
    assert read == {record["id"]: record for record in held}
    kinds = list(table["kind"])
    for at, record in enumerate(read.values()):
        assert kinds[at] == record["kind"] and table["type"][at] == record["type"]
        assert table["name"][at] == record.get("name", record.get("title")), record["id"]
    return {id: values_of(record) for id, record in read.items()}


def check_map(path, records, losses):
    text = path.read_text(encoding="utf-8")
    unlocated = check_positions(FeatureCollection.model_validate_json(text), records)
    members = json.loads(text)
    assert members["unlocated"] == unlocated, members["unlocated"]
    found = check_gdal(path, records, unlocated)
    found[members["dataset"]["id"]] = values_of(members["dataset"])
    leaves.check("geojson", records, found, losses)


def check_points_come_back(standpoint, path, ndjson, records):
    """A point that is set to a place by GDAL stands in its record then, and nothing else changes."""
    about, _, geometries, columns = pyogrio.raw.read(path)
    table = dict(zip(about["fields"], columns, strict=True))
    at = next(at for at, kind in enumerate(table["kind"]) if kind == "place")
    moved = [b"".join([b"\x01", struct.pack("<Idd", 1, 12.5, -7.25)]) if row == at else None for row in range(len(geometries))]
    saved, dataset = path.with_name("saved.geojson"), path.with_name("put.ndjson")
    pyogrio.raw.write(
        saved, numpy.array(moved, dtype=object), columns, about["fields"], geometry_type="Point", crs="EPSG:4326", driver="GeoJSON"
    )
    shutil.copyfile(ndjson, dataset)
    subprocess.run([standpoint, "import", "geojson", saved, "--into", dataset], check=True, capture_output=True)
    expected = [dict(record) for record in records]
    place = next(record for record in expected if record["id"] == table["id"][at])
    place["location"] = {"longitude": 12.5, "latitude": -7.25}
    assert leaves.records_of(dataset) == expected


def located(folder):
    """A dataset with coordinates, which the canonical one has none of: that of the tests, a record a line."""
    sample = Path(__file__).parents[2] / "crates/export/tests/exports/sample.json"
    ndjson = Path(folder) / "located.ndjson"
    with open(ndjson, "w", encoding="utf-8") as out:
        for record in json.loads(sample.read_text(encoding="utf-8")):
            print(json.dumps(record, ensure_ascii=False), file=out)
    return str(ndjson)


def check_all(standpoint, ndjson, folder):
    records = leaves.records_of(ndjson)
    readers = {
        "graphml": lambda path: networkx.read_graphml(path, force_multigraph=True),
        "gexf": networkx.read_gexf,
    }
    for name, read in readers.items():
        path = Path(folder) / f"{Path(ndjson).stem}.{name}"
        losses = export(standpoint, name, ndjson, path)
        about = check_form(name, str(path), records)
        check_graph(name, read(path), about, records, losses)
    path = Path(folder) / f"{Path(ndjson).stem}.geojson"
    losses = export(standpoint, "geojson", ndjson, path)
    check_map(path, records, losses)
    return path


def main(standpoint, ndjson, folder):
    path = check_all(standpoint, ndjson, folder)
    check_points_come_back(standpoint, path, ndjson, leaves.records_of(ndjson))
    check_all(standpoint, located(folder), folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
