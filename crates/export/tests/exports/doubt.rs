//! What is made to be read says no more than the records do: a name, a number or a reference carries its doubts.

use serde_json::{Value, json};
use standpoint_export::{Format, Records, Screen, export as export_to, show};
use standpoint_model::{Dataset, Record};

use crate::sample::{dataset_of, export};

fn basis(modality: &str, more: &Value) -> Value {
    let mut basis = json!({ "modality": modality, "evidence": [{ "source": "source/report", "locator": "page 2" }] });
    basis.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    basis
}

fn stated() -> Value {
    basis("stated", &json!({}))
}

/// Two parties, their accord with the labels given, and talks that are called off.
fn accord(labels: &[&str], modality: &str, more: &[Value]) -> Dataset {
    let parties = json!([{ "actor": "actor/front", "role": "party" }, { "actor": "actor/state", "role": "party" }]);
    let mut records = vec![
        json!({ "kind": "source", "id": "source/report", "type": "report", "title": "A report" }),
        json!({ "kind": "actor", "id": "actor/front", "type": "armed-group", "name": "Front", "basis": stated() }),
        json!({ "kind": "actor", "id": "actor/state", "type": "state", "name": "State", "basis": stated() }),
        json!({ "kind": "event", "id": "event/accord", "type": "agreement", "title": "The accord", "when": "2023",
            "participants": parties, "basis": stated() }),
        json!({ "kind": "event", "id": "event/talks", "type": "negotiation", "title": "The talks",
            "occurrence": "called-off", "participants": parties, "basis": stated() }),
    ];
    for (nth, label) in labels.iter().enumerate() {
        // Their ids are in the order in which they are given.
        records.push(
            json!({ "kind": "position", "id": format!("position/a{nth}"), "form": "agreed", "in": "event/accord",
            "label": label, "text": format!("Text {nth}."), "basis": basis(modality, &json!({})),
            "conditions": [{ "type": "unless", "on": ["event/talks"] }] }),
        );
    }
    records.extend(more.iter().cloned());
    dataset_of(records.into_iter().map(|record| serde_json::from_value::<Record>(record).unwrap()))
}

fn shown(dataset: &Dataset, id: &str) -> String {
    show(dataset, dataset.resolve(id).unwrap(), Screen { width: 400, color: false, evidence: false })
}

fn page(dataset: &Dataset, path: &str) -> String {
    let parent = tempfile::tempdir().unwrap();
    let out = parent.path().join("site");
    export_to(Format::by_name("html").unwrap(), Records::of(dataset), &out).unwrap();
    std::fs::read_to_string(out.join(path)).unwrap()
}

/// Whether these texts stand in the page, in this order.
fn are_in_order<'t>(page: &str, texts: impl IntoIterator<Item = &'t str>) -> bool {
    let mut rest = page;
    texts.into_iter().all(|text| {
        let Some((_, after)) = rest.split_once(text) else { return false };
        rest = after;
        true
    })
}

#[test]
fn provisions_stand_in_the_order_of_their_labels() {
    let dataset = accord(&["Part 10", "10", "2", "Part 2", "1"], "stated", &[]);
    let expected = ["1 –", "2 –", "10 –", "Part 2 –", "Part 10 –"];
    assert!(are_in_order(&shown(&dataset, "event/accord"), expected));
    assert!(are_in_order(&export("markdown", &dataset), expected.map(|label| label.trim_end_matches(" –"))));
    let listed = ["Text 4.", "Text 2.", "Text 1.", "Text 3.", "Text 0."];
    assert!(are_in_order(&page(&dataset, "event/accord.html"), listed));
    assert!(are_in_order(&page(&dataset, "positions.html"), listed));
    assert!(are_in_order(&page(&dataset, "event/talks.html"), listed));
}

#[test]
fn a_provision_names_its_agreement_and_that_it_is_conditional() {
    let dataset = accord(&["2"], "stated", &[]);
    let talks = shown(&dataset, "event/talks");
    assert!(
        are_in_order(&talks, ["UNLESS THERE IS THIS", "Agreed, 2, in ‘The accord’: Text 0. [conditional]"]),
        "{talks}"
    );
    assert!(!talks.contains("ONLY IF THERE IS THIS"), "{talks}");
}

#[test]
fn an_order_of_things_is_no_condition() {
    let mut records = accord(&["2"], "stated", &[]).all_records().to_vec();
    for record in &mut records {
        if let Record::Position(position) = record {
            position.conditions[0].r#type = standpoint_model::ConditionType::After;
        }
    }
    assert!(!shown(&dataset_of(records), "event/talks").contains("[conditional]"));
}

#[test]
fn a_title_within_a_sentence_stands_in_quotation_marks_and_a_name_does_not() {
    let loss = json!({ "kind": "statement", "id": "statement/loss", "about": "actor/front", "topic": "change",
        "text": "By late 2019 it had lost much.", "basis": basis("alleged", &json!({})) });
    let contrast = json!({ "tensions": [{ "with": "statement/loss", "how": "contrasts" }] });
    let strength = json!({ "kind": "statement", "id": "statement/strength", "about": "actor/front", "topic": "change",
        "text": "It is strong.", "basis": basis("stated", &contrast) });
    let dataset = accord(&[], "stated", &[loss, strength]);
    let says = "In contrast to “By late 2019 it had lost much.”";
    assert!(shown(&dataset, "actor/front").contains(&format!("{says} [alleged]")));
    assert!(export("markdown", &dataset).contains(&format!("{says} *(alleged)*")));
    assert!(page(&dataset, "statement/strength.html").contains("In contrast to “<a"));
}

#[test]
fn the_legend_explains_the_signs_that_are_borne() {
    let legend = |how: &str| {
        let one = json!({ "kind": "statement", "id": "statement/one", "about": "actor/front", "topic": "change", "text": "One.",
            "basis": basis("stated", &json!({ "tensions": [{ "with": "statement/two", "how": how }] })) });
        let two = json!({ "kind": "statement", "id": "statement/two", "about": "actor/front", "topic": "change", "text": "Two.",
            "basis": stated() });
        page(&accord(&[], "stated", &[one, two]), "index.html")
    };
    assert!(legend("contradicts").contains("cannot be true together with it"));
    let contrasts = legend("contrasts");
    assert!(!contrasts.contains("cannot be true together with it") && !contrasts.contains("badge alleged"));
}

#[test]
fn what_was_told_above_bears_its_signs_below() {
    let want = json!({ "kind": "interest", "id": "interest/peace", "actor": "actor/front", "title": "Peace", "basis": stated() });
    let text = export("markdown", &accord(&["2"], "alleged", &[want]));
    let above = text.lines().find(|line| line.contains("(told above)")).unwrap();
    assert!(above.ends_with("Text 0. *(alleged)* *(conditional)* (told above)"), "{above}");
}

#[test]
fn the_number_of_adversaries_says_how_many_are_doubted() {
    let tie = |nth: usize, modality: &str, former: bool| {
        json!({ "kind": "relationship", "id": format!("relationship/r{nth}"), "subject": "actor/front", "object": "actor/state",
            "type": "adversary", "former": former, "basis": basis(modality, &json!({})) })
    };
    let ties = [tie(1, "stated", true), tie(2, "inferred", false), tie(3, "inferred", false)];
    let front = page(&accord(&[], "stated", &ties), "actor/front.html");
    assert!(
        front.contains("<strong>1</strong> adversary in 3 ties, 2 of them inferred, 1 of them no longer so"),
        "{front}"
    );
}

#[test]
fn a_tie_that_is_over_is_marked_on_the_map() {
    let tie = |former: bool| {
        json!({ "kind": "relationship", "id": "relationship/r", "subject": "actor/front", "object": "actor/state",
            "type": "adversary", "former": former, "basis": stated() })
    };
    let drawing = |former| export("svg", &accord(&[], "stated", &[tie(former)]));
    assert!(drawing(true).contains("former: told of as over") && drawing(true).contains(r#"class="mark""#));
    assert!(!drawing(false).contains("former: told of as over"));
}

#[test]
fn what_is_joined_is_one_in_every_view() {
    let mut records: Vec<Record> = Vec::new();
    for folder in ["iskp", "doha"] {
        let all = crate::canonical::fixture(folder);
        records.extend(
            all.all_records().iter().filter(|record| record.kind() != standpoint_model::Kind::Dataset).cloned(),
        );
    }
    records.extend(crate::canonical::fixture("joined").all_records().iter().cloned());
    let dataset = dataset_of(records);
    for format in ["graphml", "gexf"] {
        let graph = export(format, &dataset);
        let nodes: Vec<&str> = graph.lines().filter(|line| line.trim_start().starts_with("<node id=")).collect();
        assert!(nodes.iter().any(|node| node.contains("\"actor.taliban\"")), "{format}");
        assert!(!nodes.iter().any(|node| node.contains("-in-agreement\"") && node.contains("taliban")), "{format}");
        let withheld = graph.lines().find(|line| line.contains("does-not-recognise-taliban\" source")).unwrap();
        assert!(withheld.contains("actor.united-states\"") && withheld.contains("actor.taliban\""), "{withheld}");
    }
    let drawing = export("svg", &dataset);
    assert!(drawing.contains("<title>United States does not recognise Taliban"));
    let lead = shown(&dataset, "actor/taliban");
    assert!(lead.contains("Told here as one: actor/taliban, actor/taliban-in-agreement"), "{lead}");
    assert!(shown(&dataset, "actor/taliban-in-agreement").contains("actor/taliban · armed group"));
    let page = export("markdown", &dataset);
    assert_eq!(page.matches("\n- **Taliban** –").count(), 1);
    let states = shown(&dataset, "actor/united-states");
    assert!(!states.contains("United States (alternative, en)"), "{states}");
}
