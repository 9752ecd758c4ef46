//! RDF holds every field, in every way of writing it.

use std::collections::BTreeSet;

use oxjsonld::JsonLdParser;
use oxrdf::{NamedNode, Quad, Triple, vocab::rdf};
use oxttl::{NQuadsParser, TurtleParser};
use proptest::prelude::*;
use standpoint_export::PUBLISHED_FILES;
use standpoint_model::{Dataset, generate};

use crate::{
    canonical,
    sample::{self, dataset_of, export},
};

fn quads(text: &str) -> Vec<Quad> {
    NQuadsParser::new().for_slice(text).collect::<Result<_, _>>().unwrap()
}

pub(crate) fn from_nquads(text: &str) -> BTreeSet<String> {
    quads(text).into_iter().map(|quad| Triple::from(quad).to_string()).collect()
}

fn from_turtle(text: &str) -> BTreeSet<String> {
    TurtleParser::new().for_slice(text).map(|triple| triple.unwrap().to_string()).collect()
}

fn from_jsonld(text: &str) -> BTreeSet<String> {
    JsonLdParser::new().for_slice(text).map(|quad| Triple::from(quad.unwrap()).to_string()).collect()
}

fn assert_same_everywhere(dataset: &Dataset) {
    let triples = from_nquads(&export("nquads", dataset));
    assert_eq!(from_turtle(&export("turtle", dataset)), triples);
    assert_eq!(from_jsonld(&export("jsonld", dataset)), triples);
}

#[test]
fn every_format_holds_the_same_triples() {
    for dataset in [canonical::dataset(), sample::dataset(), Dataset::default()] {
        assert_same_everywhere(&dataset);
    }
}

#[test]
fn the_lines_of_a_record_are_sorted_and_none_comes_twice() {
    let written = export("nquads", &sample::dataset());
    let lines: Vec<&str> = written.lines().collect();
    assert_eq!(lines.iter().collect::<BTreeSet<_>>().len(), lines.len());
    let graph_of = |line: &&str| line.rsplit(' ').nth(1).unwrap().split('#').next().unwrap().to_owned();
    for record in lines.chunk_by(|one, next| graph_of(one) == graph_of(next)) {
        assert!(record.is_sorted());
    }
}

#[test]
fn owl_says_of_records_what_a_decided_identity_says() {
    let owl: Vec<String> = export("nquads", &sample::dataset())
        .lines()
        .filter(|line| line.contains("/owl#"))
        .map(|line| line.replace("https://example.org/valley/?a=1&b=2", ""))
        .collect();
    assert_eq!(
        owl,
        [
            "<actor/front> <http://www.w3.org/2002/07/owl#sameAs> <actor/front-of-the-north> <identity/front#assertion> .",
            "<event/withdrawal> <http://www.w3.org/2002/07/owl#differentFrom> <event/offensive> <identity/withdrawal#assertion> .",
        ]
    );
}

#[test]
fn nothing_is_a_blank_node_and_every_name_is_an_iri() {
    for quad in quads(&export("nquads", &sample::dataset())) {
        let text = quad.to_string();
        assert!(!text.contains("_:b") && quad.subject.is_named_node(), "{text}");
        if let oxrdf::Term::NamedNode(name) = &quad.object {
            NamedNode::new(name.as_str()).unwrap();
        }
    }
}

/// What the triples of one event and its dataset say that follows from fields: predicate and object, without their vocabularies.
fn following(when: &str, license: &str) -> Vec<String> {
    let dataset = dataset_of(
        [
            serde_json::json!({
                "kind": "dataset", "id": "dataset/d", "title": "D", "version": "1.0.0", "license": license,
                "publisher": "P", "base_iri": "https://h.org/", "created": "2023",
            }),
            serde_json::json!({ "kind": "source", "id": "source/s", "title": "S", "type": "other", "published": when }),
        ]
        .map(|record| serde_json::from_value::<standpoint_model::Record>(record).unwrap()),
    );
    let names = ["published", "isPartOf", "terms/license"];
    let written = export("nquads", &dataset);
    let lines = written.lines().map(|line| line.split(' ').collect::<Vec<_>>());
    let short = |name: &str| name.rsplit_once(['/', '#']).unwrap().1.trim_end_matches('>').to_owned();
    lines
        .filter(|line| names.iter().any(|name| line[1].contains(name)))
        .map(|line| match line[2].split_once("^^") {
            Some((text, datatype)) => format!("{} {text} {}", short(line[1]), short(datatype)),
            None => format!("{} {}", short(line[1]), line[2]),
        })
        .collect()
}

#[test]
fn dates_have_days_that_sparql_compares_and_records_lead_to_their_dataset_and_its_licence() {
    assert_eq!(
        following("2021-08~", "CC-BY-4.0"),
        [
            "license <https://spdx.org/licenses/CC-BY-4.0>",
            "isPartOf <https://h.org/dataset/d>",
            "publishedEarliest \"2021-08-01\" date",
            "publishedLatest \"2021-08-31\" date",
        ]
    );
    assert_eq!(
        following("2019/..", "MIT OR Apache-2.0"),
        ["isPartOf <https://h.org/dataset/d>", "publishedEarliest \"2019-01-01\" date"]
    );
    // A year that no `xsd:date` of four digits is.
    assert_eq!(following("-0043-03-15", "LicenseRef-own"), ["isPartOf <https://h.org/dataset/d>"]);
}

/// The triples of a file that is published beside the schemas.
fn published(name: &str) -> Vec<Triple> {
    let file = PUBLISHED_FILES.iter().find(|file| file.name == name).unwrap();
    TurtleParser::new().for_slice(&(file.text)()).collect::<Result<_, _>>().unwrap()
}

#[test]
fn every_name_of_our_own_is_in_the_vocabulary_with_what_it_means() {
    let vocabulary = published("vocabulary.ttl");
    let has = |name: &NamedNode, property: &str| {
        let of =
            |triple: &&Triple| triple.subject == name.clone().into() && triple.predicate.as_str().ends_with(property);
        vocabulary.iter().any(|triple| of(&triple))
    };
    let mut names = BTreeSet::new();
    for Triple { predicate, object, .. } in quads(&export("nquads", &sample::dataset())).into_iter().map(Triple::from) {
        names.insert(predicate);
        names.extend(if let oxrdf::Term::NamedNode(name) = object { Some(name) } else { None });
    }
    names.retain(|name| name.as_str().starts_with("https://standpoint.example/ns#"));
    assert!(names.len() > 90);
    for name in names {
        assert!(has(&name, "#label") && has(&name, "#type"), "{name}");
        // Countries are known.
        assert!(has(&name, "#comment") || name.as_str().contains("#CountryCode."), "{name}");
    }
}

#[test]
fn every_class_of_a_graph_has_its_shape() {
    let shapes = published("shapes.ttl");
    let targets: BTreeSet<_> = shapes
        .iter()
        .filter(|triple| triple.predicate.as_str().ends_with("#targetClass"))
        .map(|it| &it.object)
        .map(ToString::to_string)
        .collect();
    let written = quads(&export("nquads", &sample::dataset()));
    let types = written.iter().filter(|quad| quad.predicate == rdf::TYPE).map(|quad| quad.object.to_string());
    let ours: BTreeSet<_> = types.filter(|name| name.starts_with("<https://standpoint.example/ns#")).collect();
    assert_eq!(targets, ours);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_dataset_has_the_same_triples_everywhere(records in generate::dataset()) {
        assert_same_everywhere(&dataset_of(records));
    }
}
