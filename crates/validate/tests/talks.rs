//! What the rules about talks, scales, units and identities find, and what they leave alone.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::fs;

use standpoint_validate::{Levels, validate};

const START: &str = r#"{"kind":"dataset","id":"dataset/test","format":"0.2","title":"Test","version":"1.0.0","license":"CC0-1.0","publisher":"Test","base_iri":"https://example.org/","created":"2023"}
{"kind":"source","id":"source/page","title":"A page","type":"report","published":"2022"}"#;
const NOTHING: [&str; 0] = [];

fn codes(records: &[String]) -> Vec<&'static str> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.ndjson"), format!("{START}\n{}\n", records.join("\n"))).unwrap();
    let report = validate(&[folder.path()], &Levels::default()).unwrap();
    let found = report.diagnostics().iter().map(|diagnostic| diagnostic.code.name);
    // That nobody mentions an actor is no matter here.
    found.filter(|code| *code != "unreferenced-record").collect()
}

fn record(kind: &str, name: &str, fields: &str) -> String {
    format!(
        r#"{{"kind":"{kind}","id":"{kind}/{name}",{fields}"basis":{{"modality":"stated","evidence":[{{"source":"source/page","locator":"1"}}]}}}}"#
    )
}

fn actors() -> [String; 2] {
    ["a", "b"].map(|name| record("actor", name, &format!(r#""type":"network","name":"{name}","#)))
}

fn event(name: &str, r#type: &str, fields: &str) -> String {
    record("event", name, &format!(r#""type":"{type}","title":"{name}",{fields}"#))
}

fn position(name: &str, form: &str, fields: &str) -> String {
    record("position", name, &format!(r#""issue":"issue/i","form":"{form}","text":"{name}",{fields}"#))
}

fn issue(fields: &str) -> String {
    record("issue", "i", &format!(r#""title":"I",{fields}"#))
}

fn all(records: &[String]) -> Vec<&'static str> {
    codes(&[&actors()[..], &[issue("")], records].concat())
}

const PARTY: &str = r#""participants":[{"actor":"actor/a","role":"party"}],"#;

#[test]
fn a_provision_is_of_an_agreement_between_parties() {
    let agreed = |fields: &str| position("p", "agreed", fields);
    assert_eq!(all(&[agreed("")]), ["agreed-nowhere"]);
    assert_eq!(all(&[event("e", "agreement", PARTY), agreed(r#""in":"event/e","#)]), NOTHING);
    assert_eq!(all(&[event("e", "agreement", r#""when":"2020","#)]), ["agreement-without-parties"]);
    assert_eq!(all(&[event("e", "agreement", r#""occurrence":"planned","#)]), NOTHING);
    assert_eq!(all(&[event("e", "agreement", &PARTY.replace("party", "signatory"))]), NOTHING);
}

#[test]
fn who_takes_a_position_in_an_event_has_some_part_in_it() {
    let held = |fields: &str| position("p", "demand", &format!(r#""in":"event/e",{fields}"#));
    let talks = |role: &str| event("e", "negotiation", &PARTY.replace("party", role));
    assert_eq!(all(&[talks("party"), held(r#""holders":["actor/b"],"#)]), ["holder-without-part"]);
    // Events in which nobody expects positions are looked at too.
    let attack = event("e", "attack", &PARTY.replace("party", "initiator"));
    assert_eq!(all(&[attack.clone(), held(r#""holders":["actor/b"],"#)]), ["holder-without-part"]);
    assert_eq!(all(&[attack, held(r#""holders":["actor/a"],"#)]), NOTHING);
    for role in ["party", "mediator", "speaker", "witness"] {
        assert_eq!(all(&[talks(role), held(r#""holders":["actor/a"],"#)]), NOTHING, "{role}");
    }
    let owed = r#""holders":["actor/a"],"owed_by":["actor/b"],"addressed_to":["actor/b"],"#;
    assert_eq!(all(&[talks("party"), held(owed)]), NOTHING);
}

#[test]
fn an_answer_says_what_it_answers_and_a_change_of_mind_what_it_was_before() {
    let held =
        |name: &str, form: &str, fields: &str| position(name, form, &format!(r#""holders":["actor/a"],{fields}"#));
    assert_eq!(all(&[held("p", "acceptance", "")]), ["answer-to-nothing"]);
    assert_eq!(all(&[held("p", "view", "")]), NOTHING);
    let scaled = issue(r#""scale":{"from":{"value":0,"words":"None."},"to":{"value":100,"words":"All."}},"#);
    let moved = |at: &str, when: &str, fields: &str| {
        let positions = [
            held("one", "demand", r#""at":{"best":80},"when":"2020","#),
            held("two", "demand", &format!(r#""at":{at},"when":"{when}",{fields}"#)),
        ];
        codes(&[&actors()[..], std::slice::from_ref(&scaled), &positions].concat())
    };
    assert_eq!(moved(r#"{"best":60}"#, "2021", ""), ["changed-position"]);
    assert_eq!(moved(r#"{"best":60}"#, "2021", r#""answers":["position/one"],"#), NOTHING);
    assert_eq!(moved(r#"{"low":60,"high":90}"#, "2021", ""), NOTHING);
    // Of one time nobody knows which came first.
    assert_eq!(moved(r#"{"best":60}"#, "2020", ""), NOTHING);
    let offer = position("offer", "offer", r#""holders":["actor/b"],"#);
    let answers = r#""answers":["position/offer"],"#;
    let refusal = held("no", "refusal", &format!(r#"{answers}"when":"2020","#));
    let acceptance = |fields: &str| held("yes", "acceptance", fields);
    let pair = |fields: &str| all(&[offer.clone(), refusal.clone(), acceptance(fields)]);
    assert_eq!(pair(&format!(r#"{answers}"when":"2021","#)), ["changed-position"]);
    assert_eq!(pair(r#""answers":["position/offer","position/no"],"when":"2021","#), NOTHING);
}

#[test]
fn positions_lie_on_the_scale_that_there_is() {
    let scale = |from: &str, to: &str| {
        format!(r#""scale":{{"from":{{"value":{from},"words":"One."}},"to":{{"value":{to},"words":"Other."}}}},"#)
    };
    let lies = |scale: &str, at: &str| {
        let position = position("p", "demand", &format!(r#""holders":["actor/a"],"at":{at},"#));
        codes(&[&actors()[..], &[issue(scale), position]].concat())
    };
    assert_eq!(lies(&scale("0", "1"), r#"{"best":0.25}"#), NOTHING);
    assert_eq!(lies(&scale("100", "0"), r#"{"best":25}"#), NOTHING);
    assert_eq!(lies(&scale("0", "1"), r#"{"best":25}"#), ["off-scale"]);
    assert_eq!(lies("", r#"{"best":25}"#), ["off-scale"]);
    assert_eq!(lies("", r#"{"words":"more than before"}"#), NOTHING);
    assert_eq!(lies(&scale("1", "1.0"), r#"{"best":1}"#), ["scale-without-extent"]);
}

#[test]
fn units_fit_what_they_measure_and_shares_are_of_a_whole() {
    let figure = |measure: &str, unit: &str, value: &str| {
        let fields = format!(
            r#""about":"actor/a","measure":"{measure}","unit":"{unit}","value":{value},"population":"p","when":"2020","#
        );
        all(&[record("observation", "o", &fields)])
    };
    for (measure, unit) in [
        ("killed", "persons"),
        ("displaced", "{families}"),
        ("votes", "percent"),
        ("munitions", "t"),
        ("weapons", "{tanks}"),
        ("funds", "EUR"),
        ("territory", "km2"),
        ("territory", "[mi_i]2"),
        ("duration", "d"),
        ("distance", "[nmi_i]"),
        ("damage", "USD"),
        ("capability", "1"),
        ("other", "m3"),
    ] {
        assert_eq!(figure(measure, unit, r#"{"best":5}"#), NOTHING, "{measure} {unit}");
    }
    for (measure, unit) in [
        ("killed", "EUR"),
        ("killed", "km"),
        ("munitions", "persons"),
        ("funds", "km2"),
        ("territory", "km"),
        ("duration", "km"),
        ("distance", "d"),
    ] {
        assert_eq!(figure(measure, unit, r#"{"best":5}"#), ["misfit-unit"], "{measure} {unit}");
    }
    assert_eq!(figure("votes", "percent", r#"{"low":90,"high":100.5}"#), ["share-above-whole"]);
    assert_eq!(figure("funds", "percent", r#"{"best":250}"#), NOTHING);
    assert_eq!(figure("votes", "furlongs", r#"{"best":5}"#), ["invalid-format"]);
    for (words, found) in [
        ("dozens", &[][..]),
        ("several hundred", &[]),
        ("one or more", &[]),
        ("about 20", &["number-in-words"]),
        ("Twenty", &["number-in-words"]),
    ] {
        let fields = format!(r#""about":"actor/a","measure":"killed","value":{{"words":"{words}"}},"#);
        assert_eq!(all(&[record("observation", "o", &fields)]), found, "{words}");
    }
}

#[test]
fn parts_are_added_up_only_where_they_do_not_overlap() {
    let figure = |name: &str, best: u32, fields: &str| {
        let fields = format!(r#""about":"event/e","measure":"killed","value":{{"best":{best}}},{fields}"#);
        record("observation", name, &fields)
    };
    let parts = |one: &str, other: &str| {
        let part = |fields: &str| format!(r#"{fields}"part_of":"observation/all","#);
        all(&[
            event("e", "clash", PARTY),
            figure("all", 20, ""),
            figure("one", 12, &part(one)),
            figure("two", 12, &part(other)),
        ])
    };
    let of = |actor: &str| format!(r#""of":["actor/{actor}"],"#);
    assert_eq!(parts(&of("a"), &of("b")), ["parts-above-total"]);
    assert_eq!(parts(r#""population":"civilians","#, r#""population":"women","#), NOTHING);
    assert_eq!(parts(&of("a"), r#""population":"women","#), NOTHING);
}

#[test]
fn a_plan_lies_ahead_of_its_source() {
    let planned = |due: &str, fields: &str| all(&[event("e", "meeting", &format!(r#""due":"{due}",{fields}"#))]);
    let plan = r#""occurrence":"planned","#;
    assert_eq!(planned("2021-05", plan), ["plan-before-source"]);
    assert_eq!(planned("2022-05", plan), NOTHING);
    assert_eq!(planned("[..2022-05]", plan), NOTHING);
    assert_eq!(planned("2021-05", r#""occurrence":"called-off","#), NOTHING);
    assert_eq!(planned("2021-05", r#""when":"2021-06","#), NOTHING);
}

#[test]
fn posts_and_places_are_held_by_one_at_a_time() {
    let person = |name: &str| record("actor", name, &format!(r#""type":"individual","name":"{name}","#));
    let tie = |subject: &str, object: &str, r#type: &str, fields: &str| {
        let fields = format!(r#""subject":"actor/{subject}","object":"{object}","type":"{type}",{fields}"#);
        record("relationship", &format!("{subject}-{type}"), &fields)
    };
    let heads = |one: &str, other: &str| {
        let head = |name: &str, fields: &str| tie(name, "actor/a", "holds-post", &format!(r#""head":true,{fields}"#));
        all(&[person("p"), person("q"), head("p", one), head("q", other)])
    };
    assert_eq!(heads("", ""), ["two-heads"]);
    assert_eq!(heads(r#""when":"2019/2020","#, r#""when":"2021","#), NOTHING);
    assert_eq!(heads(r#""when":"2019/","#, r#""when":"2021","#), NOTHING);
    assert_eq!(heads(r#""former":true,"#, ""), NOTHING);
    assert_eq!(heads(r#""role":"Emir","#, r#""role":"Commander","#), NOTHING);
    let place = record("place", "p", r#""type":"city","name":"P","#);
    let controls = |one: &str, other: &str| {
        all(&[place.clone(), tie("a", "place/p", "controls", one), tie("b", "place/p", "controls", other)])
    };
    let when = r#""when":"2021","#;
    assert_eq!(controls(when, when), ["two-controllers"]);
    assert_eq!(controls(when, r#""when":"2020","#), NOTHING);
    assert_eq!(controls("", ""), NOTHING);
    let actor_for_place = tie("a", "actor/b", "controls", "");
    assert_eq!(all(&[actor_for_place]), ["illegal-endpoint"]);
    assert_eq!(all(&[place.clone(), tie("a", "place/p", "ally", "")]), ["illegal-endpoint"]);
}

fn identity(name: &str, members: &[&str], verdict: &str) -> String {
    let members: Vec<String> = members.iter().map(|id| format!(r#""{id}""#)).collect();
    format!(r#"{{"kind":"identity","id":"identity/{name}","members":[{}],"verdict":"{verdict}"}}"#, members.join(","))
}

#[test]
fn an_identity_settles_what_a_code_or_a_name_asks() {
    let coded = |name: &str| {
        let fields = format!(r#""type":"network","name":"{name}","codes":[{{"scheme":"s","value":"1"}}],"#);
        record("actor", name, &fields)
    };
    let named = |name: &str| record("actor", name, r#""type":"network","name":"N","#);
    for (one, found) in [(&coded as &dyn Fn(&str) -> String, "shared-code"), (&named, "shared-name")] {
        assert_eq!(codes(&[one("x"), one("y")]), [found]);
        for verdict in ["same", "different", "unsure"] {
            let decided = identity("i", &["actor/y", "actor/x"], verdict);
            assert_eq!(codes(&[one("x"), one("y"), decided]), NOTHING, "{found} {verdict}");
        }
    }
    let attack = |name: &str| event(name, "attack", r#""when":"2020","codes":[{"scheme":"s","value":"1"}],"#);
    assert_eq!(all(&[attack("x"), attack("y")]), ["shared-code"]);
    // Records of two kinds are never one.
    assert_eq!(all(&[attack("x"), coded("x")]), NOTHING);
}

#[test]
fn what_is_the_same_by_a_detour_is_not_different() {
    let names = ["x", "y", "z"].map(|name| record("actor", name, &format!(r#""type":"network","name":"{name}","#)));
    let decided = |identities: &[String]| codes(&[&names[..], identities].concat());
    let same = |one: &str, other: &str| {
        identity(&format!("{one}{other}"), &[&format!("actor/{one}"), &format!("actor/{other}")], "same")
    };
    let differ = identity("differ", &["actor/z", "actor/x"], "different");
    assert_eq!(decided(&[same("x", "y"), same("z", "y"), differ.clone()]), ["contradictory-identities"]);
    assert_eq!(decided(&[same("x", "y"), differ]), NOTHING);
    assert_eq!(decided(&[identity("one", &["actor/x"], "same")]), ["empty-list"]);
    let three = ["actor/x", "actor/y", "actor/z"];
    assert_eq!(decided(&[identity("three", &three, "unsure")]), ["identity-members"]);
    assert_eq!(decided(&[identity("three", &three, "same")]), NOTHING);
}

#[test]
fn rings_of_conditions_are_lawful_where_each_depends_on_the_other() {
    let planned = |name: &str, r#type: &str, on: &str, more: &str| {
        let condition = format!(r#"{{"type":"{type}","on":["event/{on}"{more}]}}"#);
        event(name, "meeting", &format!(r#""occurrence":"planned",{PARTY}"conditions":[{condition}],"#))
    };
    let ring = |r#type: &str| all(&[planned("x", r#type, "y", ""), planned("y", r#type, "x", "")]);
    for r#type in ["if", "after", "enabled-by"] {
        assert_eq!(ring(r#type), ["condition-cycle"], "{type}");
    }
    for r#type in ["mutual", "with", "until", "unless"] {
        assert_eq!(ring(r#type), NOTHING, "{type}");
    }
    let any = planned("x", "if", "y", r#","event/z""#).replace(r#""type":"if""#, r#""type":"if","match":"any""#);
    assert_eq!(all(&[any, planned("y", "if", "x", ""), event("z", "meeting", PARTY)]), NOTHING);
    assert_eq!(all(&[planned("x", "if", "gone", "")]), ["dangling-reference"]);
    let words = event(
        "x",
        "meeting",
        &format!(r#""occurrence":"planned",{PARTY}"conditions":[{{"type":"if","words":"If."}}],"#),
    );
    assert_eq!(all(&[words]), NOTHING);
}

#[test]
fn readings_name_what_the_record_has() {
    let read = |fields: &str| {
        let reading = format!(r#""basis":{{"readings":[{{"fields":[{fields}],"why":"So."}}],"#);
        let fields = r#""when":"2020","participants":[{"actor":"actor/a","role":"party"}],"places":[{"place":"place/p","role":"site"}],"#;
        let place = record("place", "p", r#""type":"city","name":"P","country":"AFG","#);
        all(&[place, event("e", "clash", fields).replace(r#""basis":{"#, &reading)])
    };
    for field in [r#""when""#, r#""participants[actor/a]""#, r#""participants[actor/a].actor""#, r#""places[place/p]""#]
    {
        assert_eq!(read(field), NOTHING, "{field}");
    }
    for field in
        [r#""due""#, r#""colour""#, r#""type""#, r#""participants[actor/b]""#, r#""participants[actor/a].role""#]
    {
        assert_eq!(read(field), ["misplaced-reading"], "{field}");
    }
}

#[test]
fn a_country_that_is_no_more_has_its_time() {
    let happened = |country: &str, when: &str| {
        let place = record("place", "p", &format!(r#""type":"city","name":"P","country":"{country}","#));
        let fields = format!(r#""when":"{when}","places":[{{"place":"place/p","role":"site"}}],"#);
        all(&[place, event("e", "clash", &fields)])
    };
    assert_eq!(happened("SUN", "2010"), ["former-country"]);
    assert_eq!(happened("SUN", "1985"), NOTHING);
    assert_eq!(happened("SUN", "1991/1995"), NOTHING);
    assert_eq!(happened("RUS", "2010"), NOTHING);
}
