//! RDF is read back equal, also as others write it, and what is lost on the way is refused.

use std::{fs, iter};

use proptest::prelude::*;
use serde_json::{Value, json};
use standpoint_export::Format;
use standpoint_model::{Dataset, Record, generate};

use crate::{
    canonical,
    rdf::from_nquads,
    sample::{self, dataset_of, export},
};

const FORMATS: [&str; 3] = ["jsonld", "nquads", "turtle"];

/// The dataset that `text` is, as the format called `name` reads it.
fn read(name: &str, text: &str) -> Result<Dataset, String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), text).unwrap();
    let read = Format::by_name(name).unwrap().read(file.path());
    let path = format!("cannot read `{}`: ", file.path().display());
    read.map_err(|error| error.to_string().strip_prefix(&path).unwrap().to_owned())
}

fn assert_reads_back_equal(dataset: &Dataset) {
    for format in FORMATS {
        let back = read(format, &export(format, dataset));
        assert_eq!(back.as_ref(), Ok(dataset), "{format}");
        assert_eq!(export("ndjson", &back.unwrap()), export("ndjson", dataset), "{format}");
    }
}

#[test]
fn every_format_reads_back_equal() {
    for dataset in [canonical::dataset(), canonical::fixture("doha"), sample::dataset()] {
        assert_reads_back_equal(&dataset);
    }
}

#[test]
fn what_holds_no_record_is_refused() {
    for format in FORMATS {
        let error = read(format, &export(format, &Dataset::default())).unwrap_err();
        assert!(error.contains("there are no records in it"), "{format}: {error}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_dataset_reads_back_equal(records in generate::dataset()) {
        assert_reads_back_equal(&dataset_of(records));
    }
}

/// Any JSON made of what means something in JSON-LD.
fn json_ld() -> impl Strategy<Value = Value> {
    const WORDS: [&str; 26] = [
        "@base",
        "@container",
        "@context",
        "@graph",
        "@id",
        "@included",
        "@json",
        "@language",
        "@list",
        "@nest",
        "@none",
        "@prefix",
        "@propagate",
        "@protected",
        "@reverse",
        "@set",
        "@type",
        "@value",
        "@version",
        "@vocab",
        "Source",
        "id",
        "_:a",
        "sp:text",
        "urn:standpoint:source/a",
        "",
    ];
    let word = || prop::sample::select(&WORDS[..]);
    let leaf = prop_oneof![
        word().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(json!(1.1)),
        Just(Value::Null),
    ];
    leaf.prop_recursive(5, 64, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((word(), inner), 0..4).prop_map(|entries| entries.into_iter().collect()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_json_makes_the_reader_fall_over(mut value in json_ld(), at in any::<prop::sample::Index>()) {
        let _ = read("jsonld", &value.to_string());
        let mut document: Value = serde_json::from_str(&export("jsonld", &named("https://h.org/"))).unwrap();
        let place = document["@graph"][2].as_object_mut().unwrap();
        let key = place.keys().nth(at.index(place.len())).unwrap().clone();
        place.insert(key, value.take());
        let _ = read("jsonld", &document.to_string());
    }
}

#[test]
fn hostile_texts_read_back_equal() {
    let texts = [
        "\"double\" 'single' \\ `back`",
        "\n\t\n a",
        "\\u0041 \\n \\\" %20",
        "<b> & ]]> {@} _:b0",
        "@id",
        "\u{85}\u{9f}\u{2028}\u{2029}",
        "\u{feff}a\u{200f}\u{202e}",
        "\u{fffe}\u{ffff}\u{1ffff}\u{10ffff}",
        "e\u{301} \u{e9}",
        " a ",
    ]
    .map(str::to_owned);
    let mut texts = iter::once("\"\\\n\u{e9}".repeat(200_000)).chain(texts.into_iter().cycle());
    assert_reads_back_equal(&sample::with_texts(|_| texts.next().unwrap()));
}

/// A dataset whose records are named by `base_iri`.
fn named(base_iri: &str) -> Dataset {
    let manifest = json!({
        "kind": "dataset", "id": "dataset/d", "title": "D", "version": "1.0.0", "license": "CC0-1.0",
        "publisher": "P", "base_iri": base_iri, "created": "2023",
    });
    let source = json!({ "kind": "source", "id": "source/s", "title": "S", "type": "other" });
    let place = json!({
        "kind": "place", "id": "place/p", "type": "site", "name": "P", "location": { "longitude": -0.000_000_1, "latitude": 90 },
        "basis": { "modality": "stated", "evidence": [{ "source": "source/s" }, { "source": "source/s", "locator": "1" }] },
    });
    dataset_of([manifest, source, place].map(|record| serde_json::from_value::<Record>(record).unwrap()))
}

#[test]
fn every_address_of_records_reads_back_equal() {
    for base_iri in [
        "https://h.org",
        "https://h.org:80",
        "http://[::1]",
        "https://h.org?",
        "https://h.org/a/actor",
        "https://h.org/actor/a",
        "https://h.org//",
        "https://h/a/../b#c/",
        "http://h/\u{e9}/%20/",
    ] {
        assert_reads_back_equal(&named(base_iri));
    }
}

#[test]
fn a_list_of_more_than_ten_things_keeps_its_order() {
    let evidence: Vec<Value> = (0..12).map(|at| json!({ "source": format!("source/s{}", 99 - at) })).collect();
    let actor = json!({
        "kind": "actor", "id": "actor/a", "type": "network", "name": "A",
        "basis": { "modality": "stated", "evidence": evidence },
    });
    assert_reads_back_equal(&dataset_of([serde_json::from_value::<Record>(actor).unwrap()]));
}

#[test]
fn parts_may_be_blank_nodes() {
    let dataset = named("https://h.org/");
    let blank = |name: &str| export("nquads", &dataset).replace(&format!("<https://h.org/{name}>"), "_:part");
    for part in ["place/p#/basis", "place/p#/location", "place/p#/basis/evidence/1", "place/p#assertion"] {
        assert_eq!(read("nquads", &blank(part)).as_ref(), Ok(&dataset), "{part}");
    }
}

#[test]
fn numbers_may_be_of_the_types_that_stores_and_people_give_them() {
    let dataset = sample::dataset();
    let written = export("nquads", &dataset);
    let stored = written.replace("#nonNegativeInteger>", "#integer>").replace("\"true\"", "\"1\"");
    let doubles = written.replace("#decimal>", "#double>");
    assert!(stored.contains("\"1\"^^<http://www.w3.org/2001/XMLSchema#boolean>") && doubles != written);
    for text in [stored, doubles] {
        assert_eq!(read("nquads", &text).as_ref(), Ok(&dataset));
    }
}

#[test]
fn what_follows_from_the_fields_is_skipped_whatever_it_says() {
    let written = export("nquads", &sample::dataset());
    let follows = |line: &&str| !is_no_copy(line);
    assert!(written.lines().filter(follows).count() > 20);
    let without: String = written.lines().filter(|line| !follows(line)).flat_map(|line| [line, "\n"]).collect();
    assert_eq!(read("nquads", &without), Ok(sample::dataset()));
    let day = "-01-01\"^^<http://www.w3.org/2001/XMLSchema#date>";
    let changed = written.replace(day, &day.replace("-01-01", "-02-02"));
    assert!(changed != written);
    assert_eq!(read("nquads", &changed), Ok(sample::dataset()));
}

#[test]
fn a_document_may_be_written_by_hand() {
    let text = r#"[{
        "name": { "@value": "A page" },
        "@id": "https://h.org/source/a",
        "http://purl.org/dc/terms/identifier": ["source/a"],
        "@type": "https://standpoint.example/ns#Source",
        "dcterms:type": [{ "@id": "sp:SourceType.web-page" }],
        "@context": { "@vocab": "http://schema.org/", "sp": "https://standpoint.example/ns#",
            "dcterms": "http://purl.org/dc/terms/" }
    }]"#;
    let source = json!({ "kind": "source", "id": "source/a", "title": "A page", "type": "web-page" });
    assert_eq!(read("jsonld", text), Ok(dataset_of([serde_json::from_value::<Record>(source).unwrap()])));
}

/// Lines of which one is changed in each way.
fn changed(lines: &[&str], at: usize) -> Vec<String> {
    let [subject, predicate, rest] = lines[at].splitn(3, ' ').collect::<Vec<_>>().try_into().unwrap();
    let (object, graph) = rest.strip_suffix(" .").unwrap().rsplit_once(' ').unwrap();
    let others = [
        None,
        Some(format!("{subject} {predicate} \"x\" {graph} .")),
        Some(format!("{subject} {predicate} <https://example.org/valley/?a=1&b=2actor/front> {graph} .")),
        Some(format!("{subject} {predicate} {object}@en {graph} .").replace(">@en", "> ")),
        Some(format!("{subject} {predicate} _:x {graph} .")),
        Some(format!("{subject} <http://schema.org/name> {object} {graph} .")),
        Some(format!("<https://example.org/valley/?a=1&b=2actor/front> {predicate} {object} {graph} .")),
        Some(format!("_:x {predicate} {object} {graph} .")),
    ];
    let text = |line: Option<&str>| -> String {
        let lines = lines.iter().enumerate().map(|(place, line)| (place != at).then_some(*line)).chain([line]);
        lines.flatten().flat_map(|line| [line, "\n"]).collect()
    };
    let replaced = others.iter().map(|other| text(other.as_deref()));
    let added = others.iter().flatten().map(|other| format!("{}{other}\n", text(Some(lines[at]))));
    replaced.chain(added).collect()
}

/// Whether a triple is not about a blank node, and not one that follows from others.
fn is_no_copy(triple: &str) -> bool {
    let derived = ["Earliest> ", "Latest> ", "/isPartOf> ", "/terms/license> "];
    !triple.contains("_:") && derived.iter().all(|predicate| !triple.contains(predicate))
}

#[test]
fn whatever_is_changed_is_read_or_refused_and_never_dropped() {
    let written = export("nquads", &sample::dataset());
    let lines: Vec<&str> = written.lines().collect();
    // Each line is changed in one of the ways, and all ways come about equally often.
    for at in 0..lines.len() {
        let ways = changed(&lines, at);
        let text = &ways[at % ways.len()];
        if let Ok(dataset) = read("nquads", text) {
            let back = from_nquads(&export("nquads", &dataset));
            let lost: Vec<_> =
                from_nquads(text).difference(&back).filter(|triple| is_no_copy(triple)).cloned().collect();
            assert!(lost.is_empty(), "{lost:?}");
        }
    }
}

#[test]
fn a_graph_that_is_none_of_records_is_refused_by_name() {
    let written = export("nquads", &named("https://h.org/"));
    let part = "<https://h.org/place/p#/basis/evidence/1>";
    let cases = [
        ("\"place/p\"", "\"place/q\"", "`https://h.org/place/p` should be named by the address"),
        (part, "<https://h.org/e>", "`https://h.org/e` should be a blank node or named `https://h.org/place/p#/basis/"),
        (part, "<https://h.org/place/p#/basis>", "`https://h.org/place/p#/basis` does not have the classes"),
        (
            "<https://standpoint.example/ns#Basis>",
            "<https://standpoint.example/ns#Span>",
            "of a thing of the class Basis",
        ),
        ("\"S\"", "\"S\"@en", "has \"S\"@en as `schema:name`, which should be a literal of the type `xsd:string`"),
        ("#decimal", "#string", "which should be a number, such as a literal of the type `xsd:decimal`"),
        ("#PlaceType.site", "#SourceType.other", "a name that begins with `https://standpoint.example/ns#PlaceType.`"),
        ("#PlaceType.site", "#PlaceType.castle", "the record `place/p` is not as it should be"),
        ("\"90\"", "\"high\"", "has \"high\"^^<http://www.w3.org/2001/XMLSchema#decimal> as `geo:lat`"),
        (" .\n", "\n", "Parser error at line 2"),
        (
            "wasDerivedFrom> <https://h.org/source/s>",
            "wasDerivedFrom> <https://h.org/source/t>",
            "should be derived from",
        ),
    ];
    for (from, to, message) in cases {
        let error = read("nquads", &written.replace(from, to)).unwrap_err();
        assert!(error.contains(message), "{error}\n{message}");
    }
    let added = [
        ("<https://h.org/x> <https://h.org/y> <https://h.org/z> .", "`https://h.org/x` is neither a record nor a part"),
        ("<https://h.org/place/p> <http://schema.org/name> \"Q\" .", "has several values of `schema:name`"),
        ("<https://h.org/place/p> <https://h.org/y> \"Q\" .", "has `https://h.org/y`, which things of the class Place"),
        (
            "_:a <https://standpoint.example/ns#span> _:b .\n_:b <https://standpoint.example/ns#span> _:a .",
            "`_:a` is neither",
        ),
    ];
    for (line, message) in added {
        let error = read("nquads", &format!("{written}{line}\n")).unwrap_err();
        assert!(error.contains(message), "{error}\n{message}");
    }
}

#[test]
fn what_owl_says_and_no_identity_does_is_refused_and_the_reverse() {
    let written = export("nquads", &sample::dataset());
    let says = |line: &&str| line.contains("/owl#sameAs>");
    let less: String = written.lines().filter(|line| !says(line)).flat_map(|line| [line, "\n"]).collect();
    let more = written.lines().find(says).unwrap().replace("front-of-the-north", "leader");
    for text in [less, format!("{written}{more}\n")] {
        let error = read("nquads", &text).unwrap_err();
        assert!(error.contains("actor/front` should be what the identities say"), "{error}");
    }
}

#[test]
fn json_that_is_no_document_of_records_is_refused() {
    let context =
        r#""@context": { "s": "https://standpoint.example/ns#", "id": "http://purl.org/dc/terms/identifier" }"#;
    let source = r#""@id": "urn:standpoint:source/a", "@type": "s:Source", "id": "source/a""#;
    let cases = [
        ("{".to_owned(), "EOF while parsing"),
        (r#""text""#.to_owned(), "\"text\" stands where a record should stand"),
        (format!("{{ {source} }}"), "the context does not say what `"),
        (format!(r#"{{ {context}, {source}, "colour": "red" }}"#), "the context does not say what `colour` is"),
        (format!(r#"{{ {context}, {source}, "s:colour": "red" }}"#), "has `https://standpoint.example/ns#colour`"),
        (format!(r#"{{ {context}, {source}, "@index": "red" }}"#), "`@index` leads to no triple"),
        (format!(r#"{{ {context}, {source}, "id": "source/b" }}"#), "has several values of `dcterms:identifier`"),
        (format!(r#"{{ {context}, {source}, "@id": "urn:standpoint:source/b" }}"#), "@id is defined twice"),
        (format!(r#"{{ {context}, "@graph": [{{ "@context": null, {source} }}] }}"#), "sets anything to null"),
        (format!(r#"{{ "@context": "https://example.org/context", {source} }}"#), "nothing is fetched"),
        (format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)), "recursion limit"),
        (format!("{}{}", r#"{"s:x":"#.repeat(100_000), "}".repeat(100_000)), "recursion limit"),
        (format!("{{ {context}, {source} }}"), "the record `source/a` is not as it should be: missing field"),
        (format!(r#"{{ {context}, {source}, "s:text": {{ "@id": "_:t" }} }}"#), "of which nothing is said"),
    ];
    for (text, message) in cases {
        let error = read("jsonld", &text).unwrap_err();
        assert!(error.contains(message), "{error}\n{message}");
    }
}
