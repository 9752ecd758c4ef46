"""RDF as rdflib and PyLD have it: every format holds the same triples, and every value of every record is among them.

What was exported is imported again and is equal, also after those two have written it anew.
"""

import json
import subprocess
import sys
from pathlib import Path

import rdflib
from pyld import jsonld
from rdflib import RDF, Literal, URIRef
from rdflib.namespace import DCTERMS

import leaves

# Each format, and what rdflib calls it.
FORMATS = {"jsonld": ("jsonld", "json-ld"), "nquads": ("nq", "nquads"), "turtle": ("ttl", "turtle")}

OURS = "https://standpoint.example/ns#"
SCHEMES = "https://standpoint.example/schemes/"

# What is written stays as it is written: `1.50` is no `1.5`.
rdflib.NORMALIZE_LITERALS = False


def export(standpoint, format, ndjson, out):
    run = [standpoint, "export", format, ndjson, "--stream", "-o", str(out), "--losses", "json"]
    return json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stderr)


def values(graph, record, identifier):
    """What the nodes of one record hold: literals as they are, the ids of other records, words, schemes."""
    base = str(record).removesuffix(identifier)
    nodes, seen = [record], {record}
    while nodes:
        for predicate, value in graph.predicate_objects(nodes.pop()):
            if isinstance(value, Literal):
                decimal = value.datatype == rdflib.XSD.decimal
                yield float(value) if decimal else str(value)
            elif predicate == RDF.type:
                pass
            elif str(value).startswith(f"{record}#"):
                if value not in seen:
                    seen.add(value)
                    nodes.append(value)
            elif str(value).startswith(OURS):
                yield str(value).removeprefix(OURS).split(".", 1)[1]
            elif str(value).startswith(SCHEMES):
                yield str(value).removeprefix(SCHEMES)
            else:
                yield str(value).removeprefix(base)


def check_graphs(dataset):
    """What a record says and what that rests on stand in two graphs of its own, and nothing stands elsewhere."""
    names = set()
    for record in dataset.subjects(DCTERMS.identifier):
        names |= {URIRef(f"{record}#assertion"), URIRef(f"{record}#provenance")}
    for subject, _, _, graph in dataset.quads():
        if graph not in names or str(subject).split("#")[0] != str(graph).split("#")[0]:
            raise SystemExit(f"nquads: {subject} stands in {graph}")


def rewritten(dataset, document):
    """The same triples as others write them: the format, and the text."""
    # One graph, which all formats can hold.
    graph = rdflib.Graph()
    for triple in dataset:
        graph.add(triple)
    yield "turtle", graph.serialize(format="turtle")
    yield "nquads", graph.serialize(format="nt")
    yield "jsonld", graph.serialize(format="json-ld")
    context = {"@context": document["@context"]}
    expanded = jsonld.expand(document)
    yield "jsonld", json.dumps(expanded)
    yield "jsonld", json.dumps(jsonld.flatten(expanded, context))
    yield "jsonld", json.dumps(jsonld.compact(expanded, context))
    yield "nquads", jsonld.to_rdf(document, {"format": "application/n-quads"})


def check_import(standpoint, format, file, ndjson):
    """What is read back is, byte for byte, the dataset as it would be exported."""
    run = [standpoint, "import", format, str(file)]
    back = subprocess.run(run, check=True, capture_output=True).stdout
    straight = [standpoint, "export", "ndjson", ndjson, "--stream"]
    if back != subprocess.run(straight, check=True, capture_output=True).stdout:
        raise SystemExit(f"{format}: {file} reads back as another dataset")


def check(standpoint, ndjson, folder):
    records = leaves.records_of(ndjson)
    graphs = {}
    for format, (extension, name) in FORMATS.items():
        out = Path(folder) / f"records.{extension}"
        losses = export(standpoint, format, ndjson, out)
        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(out, format=name)
        if format == "nquads":
            check_graphs(dataset)
        graphs[format] = rdflib.Graph()
        for triple in dataset.triples((None, None, None)):
            graphs[format].add(triple)
        graph = graphs[format]
        found = {
            str(identifier): list(values(graph, record, str(identifier)))
            for record, identifier in graph.subject_objects(DCTERMS.identifier)
        }
        leaves.check(format, records, found, losses)
        check_import(standpoint, format, out, ndjson)
    first, *others = graphs
    for other in others:
        difference = set(graphs[first]) ^ set(graphs[other])
        if difference:
            raise SystemExit(f"{first} and {other} differ: {sorted(difference)[:10]}")
    with open(Path(folder) / "records.jsonld", encoding="utf-8") as file:
        document = json.load(file)
    for count, (format, text) in enumerate(rewritten(graphs[first], document)):
        file = Path(folder) / f"rewritten-{count}"
        file.write_text(text, encoding="utf-8")
        check_import(standpoint, format, file, ndjson)
    print(f"{len(graphs[first])} triples are the same in {', '.join(graphs)}")
    return graphs[first]


if __name__ == "__main__":
    check(*sys.argv[1:])
