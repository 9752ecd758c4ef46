"""RDF as rdflib and PyLD have it: every format holds the same triples, and every value of every record is among them.

What was exported is imported again and is equal, also after those two have written it anew. pySHACL finds that the graph
has its shapes, and that broken ones do not. A store of Oxigraph gives back what was loaded into it, and answers the
questions of the manual as rdflib does.
"""

import json
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pyshacl
import rdflib
from pyld import jsonld
from rdflib import RDF, XSD, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, OWL, SH

import leaves

# Each format, and what rdflib calls it.
FORMATS = {"jsonld": ("jsonld", "json-ld"), "nquads": ("nq", "nquads"), "turtle": ("ttl", "turtle")}

OURS = "https://standpoint.example/ns#"
SP = Namespace(OURS)
OA = Namespace("http://www.w3.org/ns/oa#")
SCHEMA = Namespace("http://schema.org/")
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
    for subject, predicate, _, graph in dataset.quads():
        # What OWL says of a record stands in the graph of the identity that decides it.
        if predicate in (OWL.sameAs, OWL.differentFrom) and graph in names:
            continue
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


# What breaks a graph: the property of some thing of a class, what takes the place of its value, and the constraint that
# notices. Nothing in its place removes it; a value in a tuple stands beside it.
BREAKS = [
    ("Span", OA.start, Literal("0"), SH.DatatypeConstraintComponent),
    ("Span", SP.sha256, Literal("0"), SH.PatternConstraintComponent),
    ("Span", OA.end, None, SH.MinCountConstraintComponent),
    ("Interest", SP.rank, Literal("0", datatype=XSD.nonNegativeInteger), SH.MinInclusiveConstraintComponent),
    ("Actor", SCHEMA.name, None, SH.MinCountConstraintComponent),
    ("Actor", SCHEMA.name, (Literal("a second one"),), SH.MaxCountConstraintComponent),
    ("Actor", DCTERMS.type, SP["ActorType.castle"], SH.NodeConstraintComponent),
    ("Actor", SP.basis, URIRef("https://example.org/nothing"), SH.ClassConstraintComponent),
    ("Actor", RDF.type, (SP.Span,), SH.ClosedConstraintComponent),
    ("Citation", OA.hasSource, URIRef("https://example.org/nothing"), SH.ClassConstraintComponent),
    ("Event", SP.colour, (Literal("red"),), SH.ClosedConstraintComponent),
    ("Relationship", SP.object, (URIRef("https://example.org/nothing"),), SH.OrConstraintComponent),
    ("Position", SP.form, None, SH.MinCountConstraintComponent),
    ("Condition", DCTERMS.type, SP["ConditionType.perhaps"], SH.NodeConstraintComponent),
    ("Condition", SP.on, (URIRef("https://example.org/nothing"),), SH.OrConstraintComponent),
]


def check_shapes(standpoint, graph):
    """The graph has the shapes that are printed; one that is broken in any way does not, and it is told in what way."""
    run = [standpoint, "schema", "--shacl"]
    shapes = rdflib.Graph().parse(data=subprocess.run(run, check=True, capture_output=True).stdout, format="turtle")
    conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes, meta_shacl=True)
    if not conforms:
        raise SystemExit(report)
    broken_ones = 0
    for name, predicate, value, component in BREAKS:
        broken = rdflib.Graph() + graph
        # The first that has the property, or of which it can be said.
        things = sorted(graph.subjects(RDF.type, SP[name]))
        things = [thing for thing in things if isinstance(value, tuple) or (thing, predicate, None) in graph]
        # Not every dataset has things of every class.
        if not things:
            continue
        thing = things[0]
        broken_ones += 1
        if isinstance(value, tuple):
            broken.add((thing, predicate, value[0]))
        elif value is None:
            broken.remove((thing, predicate, None))
        else:
            broken.set((thing, predicate, value))
        _, results, _ = pyshacl.validate(broken, shacl_graph=shapes)
        if (None, SH.sourceConstraintComponent, component) not in results:
            raise SystemExit(f"{thing} is broken at {predicate}, and no {component} says so")
    if broken_ones < len(BREAKS) / 2:
        raise SystemExit(f"only {broken_ones} of {len(BREAKS)} graphs could be broken")
    print(f"the graph has its shapes, and {broken_ones} broken ones do not")


QUESTIONS = Path(__file__).parents[2] / "docs/sparql"

# Which questions each dataset answers; others may have no answer to any.
ANSWERED = {
    "doha": {"positions"},
    "iskp": {question.stem for question in QUESTIONS.glob("*.rq")} - {"positions"},
}


def check_store(standpoint, ndjson, folder):
    """A store of Oxigraph, which keeps every count as `xsd:integer`, is dumped as it was loaded. It is given back."""
    store = pyoxigraph.Store()
    store.load(path=str(Path(folder) / "records.nq"), format=pyoxigraph.RdfFormat.N_QUADS)
    dump = Path(folder) / "dump.nq"
    store.dump(str(dump), format=pyoxigraph.RdfFormat.N_QUADS)
    check_import(standpoint, "nquads", dump, ndjson)
    return store


def check_questions(dataset, graph, store):
    """Both engines have the same answers to each question, and there are some where there should be."""
    questions = sorted(QUESTIONS.glob("*.rq"))
    if len(questions) < 12:
        raise SystemExit(f"{QUESTIONS} has {len(questions)} questions only")
    count = 0
    for question in questions:
        text = question.read_text(encoding="utf-8")
        ours = sorted(["" if value is None else str(value) for value in row] for row in graph.query(text))
        solutions = store.query(text, use_default_graph_as_union=True)
        theirs = sorted(["" if value is None else value.value for value in row] for row in solutions)
        if ours != theirs:
            raise SystemExit(f"{question.name}: rdflib answers {ours[:5]}, Oxigraph {theirs[:5]}")
        if not ours and question.stem in ANSWERED.get(dataset, ()):
            raise SystemExit(f"{question.name}: {dataset} has no answer")
        count += len(ours)
    print(f"{len(questions)} questions have the same {count} answers in rdflib and Oxigraph")


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
    store = check_store(standpoint, ndjson, folder)
    check_questions(Path(ndjson).stem, graphs[first], store)
    check_shapes(standpoint, graphs[first])
    print(f"{len(graphs[first])} triples are the same in {', '.join(graphs)}")
    return graphs[first]


if __name__ == "__main__":
    check(*sys.argv[1:])
