//! The graph holds each actor and each relationship whole, whatever their texts hold.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use roxmltree::{Document, Node};
use serde_json::Value;
use standpoint_export::{Format, Records};
use standpoint_model::{Dataset, Kind, Record, generate};

use crate::sample::{self, dataset_of, export};

/// What an outside reader finds of a node, an edge or a graph.
#[derive(Debug, Default)]
struct Found {
    tag: String,
    attributes: BTreeMap<String, String>,
    values: BTreeMap<String, String>,
}

fn found(node: Node<'_, '_>, values: BTreeMap<String, String>) -> Found {
    let attributes = node.attributes().map(|attribute| (attribute.name().into(), attribute.value().into())).collect();
    Found { tag: node.tag_name().name().into(), attributes, values }
}

fn read_graphml(text: &str) -> Vec<Found> {
    let document = Document::parse(text).unwrap();
    let attribute = |node: Node<'_, '_>, name| node.attribute(name).unwrap().to_owned();
    let keys: BTreeMap<_, _> = document
        .descendants()
        .filter(|node| node.has_tag_name("key"))
        .map(|key| (attribute(key, "id"), (attribute(key, "for"), attribute(key, "attr.name"))))
        .collect();
    let elements = document.descendants().filter(|node| matches!(node.tag_name().name(), "graph" | "node" | "edge"));
    let data = |element: Node<'_, '_>| {
        let data = element.children().filter(|child| child.has_tag_name("data"));
        let values = data.map(|datum| {
            let (of, name) = &keys[datum.attribute("key").unwrap()];
            assert_eq!(of, element.tag_name().name());
            (name.clone(), datum.text().unwrap().to_owned())
        });
        values.collect()
    };
    elements.map(|element| found(element, data(element))).collect()
}

fn read_gexf(text: &str) -> Vec<Found> {
    let document = Document::parse(text).unwrap();
    let elements = document.descendants().filter(|node| matches!(node.tag_name().name(), "node" | "edge"));
    let values = |element: Node<'_, '_>| {
        let values = element.descendants().filter(|child| child.has_tag_name("attvalue"));
        values.map(|value| ["for", "value"].map(|name| value.attribute(name).unwrap().to_owned()).into()).collect()
    };
    elements.map(|element| found(element, values(element))).collect()
}

type Reader = fn(&str) -> Vec<Found>;

const READERS: [(&str, Reader); 2] = [("graphml", read_graphml), ("gexf", read_gexf)];

/// Fails unless `found` are the actors of `dataset` and their ties to one another, whole, those that are the same as one.
fn assert_holds(dataset: &Dataset, found: &[Found]) {
    let united = dataset.united();
    let is_held = |record: &&Record| match record {
        Record::Actor(_) => true,
        Record::Relationship(tie) => tie.object.kind() == Kind::Actor,
        _ => false,
    };
    let records: Vec<&Record> = united.dataset().all_records().iter().filter(is_held).collect();
    let is_missing = |element: &&Found| element.values.get("status").is_some_and(|status| status == "missing");
    let elements = found.iter().filter(|element| element.tag != "graph" && !is_missing(element));
    let elements: Vec<&Found> = elements.collect();
    assert_eq!(records.len(), elements.len());
    for (record, element) in records.into_iter().zip(elements) {
        let back: Record = serde_json::from_str(&element.values["record"]).unwrap();
        assert_eq!(Some(&back), dataset.resolve(record.id()));
        let others = element.values.get("others").map_or("[]", String::as_str);
        let others: Vec<Record> = serde_json::from_str(others).unwrap();
        let expected = united.members_of(record.id()).iter().skip(1).map(|id| dataset.resolve(id).unwrap().clone());
        assert_eq!(others, expected.collect::<Vec<_>>());
        assert_eq!(element.attributes["id"], record.id().replace('/', "."));
        let json = serde_json::to_value(record).unwrap();
        for name in ["type", "country", "when", "description", "note"] {
            assert_eq!(element.values.get(name).cloned(), json.get(name).map(shown), "{name}");
        }
    }
}

fn shown(value: &Value) -> String {
    value.as_str().unwrap().replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}")
}

#[test]
fn a_graph_of_the_sample_has_typed_attributes() {
    for (format, read) in READERS {
        let found = read(&export(format, &sample::dataset()));
        let front = found.iter().find(|element| element.attributes["id"] == "actor.front").unwrap();
        assert_eq!(front.tag, "node");
        for (name, value) in [
            ("type", "armed-group"),
            ("country", "AFG"),
            ("codes", "press:N-F"),
            ("aliases", "NF; Nordfront; Front of the North"),
            ("status", "current"),
            ("citations", "2"),
            ("seat", "place/bridge"),
            ("contested", "false"),
        ] {
            assert_eq!(front.values[name], value, "{format}");
        }
        let id = "relationship.front-adversary-government";
        let edge = found.iter().find(|element| element.attributes["id"] == id).unwrap();
        assert_eq!((&*edge.attributes["source"], &*edge.attributes["target"]), ("actor.front", "actor.government"));
        assert_eq!((&*edge.values["when"], &*edge.values["earliest"]), ("2019/..", "2019-01-01"));
        assert_eq!((&*edge.values["symmetric"], &*edge.values["contested"]), ("false", "true"));
        assert_eq!(edge.values["sign"], "-1");
        assert!(!edge.values.contains_key("latest"));
        assert_eq!(edge.values["subjects_own"], "false");
        // Two records of one actor are one node, and a tie to a place is none.
        assert!(found.iter().all(|element| element.attributes["id"] != "actor.front-of-the-north"));
        assert!(found.iter().all(|element| element.attributes["id"] != "relationship.front-based-in-valley"));
    }
}

#[test]
fn an_edge_never_leads_nowhere() {
    let records = sample::dataset().all_records().to_vec();
    let incomplete = records.into_iter().filter(|record| record.id() != "actor/leader").map(Ok);
    for (format, read) in READERS {
        let mut bytes = Vec::new();
        let format = Format::by_name(format).unwrap();
        format.write_to(Records::stream(incomplete.clone()), &mut bytes).unwrap();
        let found = read(&String::from_utf8(bytes).unwrap());
        let leader = found.iter().find(|element| element.attributes["id"] == "actor.leader").unwrap();
        assert_eq!((&*leader.tag, &*leader.values["status"]), ("node", "missing"));
        let nodes = found.iter().filter(|element| element.tag == "node");
        let ids: BTreeSet<&String> = nodes.map(|node| &node.attributes["id"]).collect();
        for edge in found.iter().filter(|element| element.tag == "edge") {
            assert!(["source", "target"].iter().all(|end| ids.contains(&edge.attributes[*end])));
        }
    }
}

#[test]
fn an_empty_dataset_is_an_empty_graph() {
    for (format, read) in READERS {
        assert!(read(&export(format, &Dataset::default())).iter().all(|element| element.tag == "graph"));
    }
}

/// Text that XML would take for something else, or does not hold.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = [
        "a",
        " ",
        "\n",
        "\t",
        "]]>",
        "<![CDATA[",
        "<b>",
        "</data>",
        "<!--",
        "-->",
        "&",
        "&amp;",
        "&#10;",
        "\"",
        "'",
        "\\",
        "\\ufffe",
        "\u{85}",
        "\u{9f}",
        "\u{2028}",
        "\u{feff}",
        "\u{fffd}",
        "\u{fffe}",
        "\u{ffff}",
        "\u{1ffff}",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 1..8)
        .prop_map(|pieces| pieces.concat())
        .prop_filter("blank", |text| standpoint_model::Text::new(text).is_ok())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_reads_back_equal(text in hostile()) {
        let dataset = sample::with_texts(|_| text.clone());
        for (format, read) in READERS {
            assert_holds(&dataset, &read(&export(format, &dataset)));
        }
    }

    #[test]
    fn any_dataset_reads_back_equal(records in generate::dataset()) {
        let dataset = dataset_of(records);
        for (format, read) in READERS {
            assert_holds(&dataset, &read(&export(format, &dataset)));
        }
    }
}

#[test]
fn graphml_holds_the_manifest() {
    let dataset = sample::dataset();
    let found = read_graphml(&export("graphml", &dataset));
    let back: Record = serde_json::from_str(&found[0].values["record"]).unwrap();
    assert_eq!(Some(&back), dataset.all_records().first());
}

#[test]
fn edges_of_gexf_have_their_spans_and_kinds() {
    let found = read_gexf(&export("gexf", &sample::dataset()));
    let edge = |id: &str| &found.iter().find(|element| element.attributes["id"] == id).unwrap().attributes;
    let dated = edge("relationship.front-adversary-government");
    assert_eq!((dated["start"].as_str(), dated.get("end"), dated["kind"].as_str()), ("2019-01-01", None, "adversary"));
    assert_eq!(dated["label"], "has the listed adversary");
    // What was so then is not told as if it were so today.
    assert_eq!(edge("relationship.front-regards-government")["label"], "regards as a rival, 2018");
    assert_eq!(edge("relationship.leader-heads-front")["label"], "no longer holds a post in");
    assert!(!edge("relationship.leader-heads-front").contains_key("start"));
}
