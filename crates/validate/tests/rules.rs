//! What the rules over several records leave alone: one mistake raises one finding, and what is withdrawn none.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::{
    fmt::Write,
    fs,
    time::{Duration, Instant},
};

use standpoint_validate::{Levels, Report, validate};

const START: &str = r#"{"kind":"dataset","id":"dataset/test","format":"0.2","title":"Test","version":"1.0.0","license":"CC0-1.0","publisher":"Test","base_iri":"https://example.org/","created":"2023"}
{"kind":"source","id":"source/page","title":"A page","type":"web-page"}
"#;
const EVIDENCE: &str = r#""evidence":[{"source":"source/page","locator":"1"}]"#;

fn report(records: &[String]) -> Report {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.ndjson"), format!("{START}{}\n", records.join("\n"))).unwrap();
    validate(&[folder.path()], &Levels::default()).unwrap()
}

fn codes(records: &[String]) -> Vec<&'static str> {
    report(records).diagnostics().iter().map(|diagnostic| diagnostic.code.name).collect()
}

/// A record with the given fields and, in its basis, the given ones besides its evidence.
fn record(kind: &str, name: &str, fields: &str, basis: &str) -> String {
    format!(
        r#"{{"kind":"{kind}","id":"{kind}/{name}",{fields}"basis":{{"modality":"stated",{basis}{EVIDENCE}}},"note":"Read so."}}"#
    )
}

fn actor(name: &str, fields: &str) -> String {
    record("actor", name, &format!(r#""type":"armed-group","name":"A",{fields}"#), "")
}

/// An event in 2020, unless the fields say otherwise.
fn event(name: &str, fields: &str, basis: &str) -> String {
    let when = if fields.contains(r#""when""#) { "" } else { r#""when":"2020","# };
    record("event", name, &format!(r#""type":"attack","title":"{name}",{when}{fields}"#), basis)
}

fn interest(name: &str, rank: u32, fields: &str) -> String {
    let fields = format!(
        r#""actor":"actor/a","rank":{rank},"title":"{name}","summary":"{name}","category":"political",{fields}"#
    );
    record("interest", name, &fields, "")
}

fn tension(with: &str) -> String {
    format!(r#""tensions":[{{"with":"{with}","how":"contradicts"}}],"#)
}

const RETRACTED: &str = r#""status":"retracted","#;

#[test]
fn retracted_records_contradict_and_mention_nothing() {
    // Said on either side, and of a record that does not stand.
    assert_eq!(codes(&[event("a", RETRACTED, &tension("event/b")), event("b", "", "")]), [""; 0]);
    assert_eq!(codes(&[event("a", RETRACTED, ""), event("b", "", &tension("event/a"))]), [""; 0]);

    assert_eq!(codes(&[actor("a", RETRACTED)]), [""; 0]);
    let mention =
        |status| event("a", &format!(r#""participants":[{{"actor":"actor/a","role":"initiator"}}],{status}"#), "");
    assert_eq!(codes(&[actor("a", ""), mention("")]), [""; 0]);
    assert_eq!(codes(&[actor("a", ""), mention(RETRACTED)]), ["unreferenced-record"]);
}

#[test]
fn a_record_whose_id_came_before_is_one_mistake() {
    let code = r#""codes":[{"scheme":"s","value":"1"}],"#;
    let used = interest("one", 1, "");
    assert_eq!(codes(&[actor("a", code), actor("a", code), used.clone()]), ["duplicate-id"]);
    assert_eq!(codes(&[actor("a", code), used.clone(), used]), ["duplicate-id"]);
    assert_eq!(codes(&[START.trim_end().to_owned()]), ["uncited-source", "duplicate-id", "duplicate-id"]);
}

#[test]
fn gaps_in_ranks_may_be_filled_by_interests_that_do_not_count() {
    let ranks = |others: &[String]| codes(&[&[actor("a", ""), interest("three", 3, "")], others].concat());
    assert_eq!(ranks(&[interest("one", 1, "")]), ["interest-ranks"]);
    assert_eq!(ranks(&[interest("one", 1, ""), interest("two", 2, "")]), [""; 0]);
    assert_eq!(ranks(&[interest("one", 1, ""), interest("two", 2, RETRACTED)]), [""; 0]);
    assert_eq!(ranks(&[interest("one", 1, ""), interest("two", 0, "")]), ["number-out-of-range"]);
    assert_eq!(
        ranks(&[interest("one", 1, ""), interest("two", 3, ""), interest("four", 4, RETRACTED)]),
        ["interest-ranks"]
    );
}

#[test]
fn positions_at_times_that_may_overlap_are_held_at_one_time() {
    let positions = |claimed: &str, denied: &str| {
        let position =
            |stance, when| format!(r#"{{"holder":"actor/a","stance":"{stance}","when":"{when}",{EVIDENCE}}}"#);
        let both = [position("asserts", claimed), position("denies", denied)].join(",");
        codes(&[actor("a", ""), event("a", "", &format!(r#""standpoints":[{both}],"#))])
    };
    assert_eq!(positions("2021-05-03", "2021-05-10"), [""; 0]);
    assert_eq!(positions("2021-05-10", "2021-05-03"), [""; 0]);
    assert_eq!(positions("2021-05-03", "2021-05"), ["self-contradicting-holder"]);
    assert_eq!(positions("2021-05-03", "2021-05-03"), ["self-contradicting-holder"]);
}

#[test]
fn long_chains_and_many_cycles_take_no_longer_than_reading_them() {
    let place = |name: usize, within: usize| {
        let mut fields = r#""name":"P","type":"region","#.to_owned();
        write!(fields, r#""within":"place/p{within}","#).unwrap();
        record("place", &format!("p{name}"), &fields, "")
    };
    let count = |records: &[String], code: &str| {
        let start = Instant::now();
        let count = report(records).diagnostics().iter().filter(|diagnostic| diagnostic.code.name == code).count();
        assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
        count
    };
    let chain: Vec<String> = (0..10_000).map(|name| place(name, name + 1)).collect();
    assert_eq!(count(&chain, "place-cycle"), 0);
    let pairs: Vec<String> = (0..2_000).map(|name| place(name, name ^ 1)).collect();
    assert_eq!(count(&pairs, "place-cycle"), 1_000);
    let ring: Vec<String> = (0..1_000).map(|name| place(name, (name + 1) % 1_000)).collect();
    assert_eq!(count(&ring, "place-cycle"), 1);
}

#[test]
fn what_is_alike_is_not_always_one() {
    let named = |id: &str, r#type: &str, fields: &str| {
        record("actor", id, &format!(r#""type":"{type}","name":"{}",{fields}"#, id.split('-').next().unwrap()), "")
    };
    let used = |others: &[&str]| {
        let parts: Vec<String> =
            others.iter().map(|id| format!(r#"{{"actor":"actor/{id}","role":"associate"}}"#)).collect();
        event("used", &format!(r#""participants":[{}],"#, parts.join(",")), "")
    };
    let pair = |one, other| codes(&[named("a", "network", one), named("a-2", "network", other), used(&["a", "a-2"])]);
    assert_eq!(pair("", ""), ["shared-name"]);
    assert_eq!(pair(r#""country":"AFG","#, ""), ["shared-name"]);
    assert_eq!(pair(r#""country":"AFG","#, r#""country":"PAK","#), [""; 0]);
    assert_eq!(codes(&[named("a", "network", ""), named("a-2", "alliance", ""), used(&["a", "a-2"])]), [""; 0]);

    let alias = |r#type: &str, text: &str| format!(r#""aliases":[{{"text":"{text}","type":"{type}"}}],"#);
    let other = |fields: &str| codes(&[named("a", "network", ""), named("b", "network", fields), used(&["a", "b"])]);
    assert_eq!(other(&alias("translation", "a")), ["alias-of-another"]);
    assert_eq!(other(&alias("former", "A")), [""; 0]);
    assert_eq!(other(&alias("alternative", "B")), ["repeated-alias"]);
    assert_eq!(other(&alias("abbreviation", "b")), [""; 0]);

    let tie = |name: &str, ends: [&str; 2], r#type: &str| {
        let fields = format!(r#""subject":"actor/{}","object":"actor/{}","type":"{type}","#, ends[0], ends[1]);
        record("relationship", name, &fields, "")
    };
    let ties = |r#type| {
        let actors = [named("a", "network", ""), named("b", "network", "")];
        codes(&[&actors[..], &[tie("one", ["a", "b"], r#type), tie("two", ["b", "a"], r#type)]].concat())
    };
    assert_eq!(ties("coordinated-with"), ["duplicate-fact"]);
    assert_eq!(ties("ally"), [""; 0]);
}

#[test]
fn events_that_are_linked_or_dated_loosely_are_not_taken_for_one() {
    let place = record("place", "p", r#""name":"P","type":"city","#, "");
    let attack = |name: &str, when: &str, fields: &str| {
        let fields = format!(
            r#""when":"{when}","places":[{{"place":"place/p","role":"site"}}],"participants":[{{"actor":"actor/a","role":"leader"}},{{"actor":"actor/a","role":"victim"}}],{fields}"#
        );
        event(name, &fields, "")
    };
    let pair = |when: &str, fields: &str| {
        codes(&[actor("a", ""), place.clone(), attack("one", when, ""), attack("two", when, fields)])
    };
    assert_eq!(pair("2021-05-03", ""), ["possible-duplicate"]);
    assert_eq!(pair("2021-05", ""), [""; 0]);
    assert_eq!(pair("2021-05-03", r#""follows":["event/one"],"#), [""; 0]);
    assert_eq!(pair("2021-05-03", r#""part_of":"event/one","#), [""; 0]);
}

#[test]
fn actors_are_there_from_their_first_founding_to_an_end_that_is_sure() {
    let with =
        |role: &str, when: &str| format!(r#""when":"{when}","participants":[{{"actor":"actor/a","role":"{role}"}}],"#);
    let founded = |name: &str, when: &str| event(name, &with("subject", when), "").replace("attack", "formation");
    let there = |when: &str| {
        let records =
            [actor("a", ""), founded("one", "2014"), founded("two", "2016"), event("e", &with("initiator", when), "")];
        codes(&records)
    };
    assert_eq!(there("2013"), ["before-founding"]);
    assert_eq!(there("2013/2014"), [""; 0]);
    assert_eq!(there("2015"), [""; 0]);

    let person = || record("actor", "a", r#""type":"individual","name":"A","#, "");
    let killed = |basis: &str| {
        let killing = event("k", &with("victim", "2016"), basis).replace("attack", "killing");
        codes(&[person(), killing, event("e", &with("leader", "2018"), "")])
    };
    let denied = format!(r#""standpoints":[{{"holder":"actor/a","stance":"denies",{EVIDENCE}}}],"#);
    assert_eq!(killed(""), ["after-end"]);
    assert_eq!(killed(&denied), [""; 0]);
    let linked = [
        person(),
        event("k", &with("victim", "2016"), &tension("event/e")).replace("attack", "killing"),
        event("e", &with("leader", "2018"), ""),
    ];
    assert_eq!(codes(&linked), [""; 0]);
}

#[test]
fn sources_that_are_kept_up_are_as_old_as_their_last_reading() {
    let dated = |r#type: &str| {
        let source = format!(
            r#"{{"kind":"source","id":"source/old","title":"S","type":"{type}","published":"2019","accessed":"2021"}}"#
        );
        codes(&[source, event("e", r#""when":"2020","#, "").replace("source/page", "source/old")])
    };
    assert_eq!(dated("web-page"), ["uncited-source"]);
    assert_eq!(dated("report"), ["uncited-source", "later-than-source"]);
    assert_eq!(codes(&[event("e", r#""when":"2024","#, "")]), ["future-date"]);
    assert_eq!(codes(&[event("e", r#""when":"2023-12/..","#, "")]), [""; 0]);
}

#[test]
fn figures_are_compared_where_one_source_gives_a_part_and_its_whole() {
    let figure = |name: &str, measure: &str, value: &str, fields: &str| {
        let fields = format!(r#""about":"event/e","measure":"{measure}","value":{value},{fields}"#);
        record("observation", name, &fields, "")
    };
    let toll = |figures: &[String]| codes(&[&[event("e", "", "")], figures].concat());
    let best = |number: u32| format!(r#"{{"best":{number}}}"#);
    let civilians = r#""population":"civilians","#;
    let harmed = figure("all", "casualties", &best(20), "");

    assert_eq!(toll(&[figure("k", "killed", &best(24), ""), harmed.clone()]), ["part-above-whole"]);
    assert_eq!(toll(&[figure("k", "killed", &best(24), civilians), harmed.clone()]), ["part-above-whole"]);
    let killed = figure("all", "killed", &best(20), "");
    assert_eq!(toll(&[killed.clone(), figure("k", "killed", &best(24), civilians)]), ["part-above-whole"]);
    let both = [figure("k", "killed", &best(12), ""), figure("i", "injured", &best(9), ""), harmed.clone()];
    assert_eq!(toll(&both), ["part-above-whole"]);

    let clean = [""; 0];
    assert_eq!(toll(&[figure("k", "killed", r#"{"low":18,"high":30}"#, ""), harmed.clone()]), clean);
    assert_eq!(toll(&[figure("k", "killed", r#"{"best":24,"approximate":true}"#, ""), harmed.clone()]), clean);
    assert_eq!(toll(&[killed.clone(), figure("d", "displaced", &best(900), civilians)]), clean);
    assert_eq!(toll(&[killed, figure("k", "killed", &best(24), "")]), clean);
    let other = r#"{"kind":"source","id":"source/other","title":"Another","type":"report"}"#.to_owned();
    let elsewhere = figure("k", "killed", &best(24), "").replace("source/page", "source/other");
    assert_eq!(toll(&[other, elsewhere, harmed.clone()]), clean);
    let later = [
        figure("k", "killed", &best(24), r#""when":"2021","#),
        harmed.replace(r#""basis""#, r#""when":"2020","basis""#),
    ];
    assert_eq!(toll(&later), clean);
}

#[test]
fn places_agree_with_those_they_lie_in() {
    let place = |name: &str, r#type: &str, fields: &str| {
        record("place", name, &format!(r#""name":"{name}","type":"{type}",{fields}"#), "")
    };
    let pair = |outer: &str, inner: &str| {
        let used = event("e", r#""places":[{"place":"place/inner","role":"site"}],"#, "");
        let inner = place("inner", "city", &format!(r#""within":"place/outer",{inner}"#));
        codes(&[place("outer", "region", outer), inner, used])
    };
    let (afghan, both) = (r#""country":"AFG","#, r#""overlaps":["AFG","PAK"],"#);
    assert_eq!(pair(afghan, r#""country":"PAK","#), ["place-outside-country"]);
    assert_eq!(pair(both, r#""country":"IRN","#), ["place-outside-country"]);
    assert_eq!(pair(afghan, both), ["place-outside-country"]);
    for (outer, inner) in [(afghan, afghan), (both, afghan), (both, both), ("", afghan), (afghan, "")] {
        assert_eq!(pair(outer, inner), [""; 0], "{outer} {inner}");
    }
    assert_eq!(pair(r#""overlaps":["AFG","AFG"],"#, ""), ["repeated-item"]);
}

#[test]
fn ties_have_one_direction_at_a_time() {
    let tie = |name: &str, [subject, object]: [&str; 2], r#type: &str, fields: &str| {
        let fields = format!(r#""subject":"actor/{subject}","object":"actor/{object}","type":"{type}",{fields}"#);
        record("relationship", name, &fields, "")
    };
    let actors = ["a", "b"].map(|id| record("actor", id, &format!(r#""type":"network","name":"{id}","#), ""));
    let ties = |r#type, one, other| {
        let ties = [tie("one", ["a", "b"], r#type, one), tie("two", ["b", "a"], r#type, other)];
        codes(&[&actors[..], &ties].concat())
    };
    assert_eq!(ties("member-of", "", ""), ["mutual-subordination"]);
    assert_eq!(ties("split-from", r#""when":"2014","#, ""), ["mutual-subordination"]);
    assert_eq!(ties("affiliate-of", r#""when":"2014","#, r#""when":"2016","#), [""; 0]);
    assert_eq!(ties("rival", "", ""), [""; 0]);
}

#[test]
fn who_holds_a_claim_stands_behind_it() {
    let held = |modality: &str, stance: &str| {
        let position = format!(r#""standpoints":[{{"holder":"actor/a","stance":"{stance}",{EVIDENCE}}}],"#);
        let event = event("e", r#""participants":[{"actor":"actor/a","role":"initiator"}],"#, &position);
        codes(&[actor("a", ""), event.replace("stated", modality).replace(r#","note":"Read so.""#, "")])
    };
    assert_eq!(held("alleged", "denies"), ["claim-without-holder"]);
    assert_eq!(held("alleged", "asserts"), [""; 0]);
    assert_eq!(held("estimated", "asserts"), ["estimate-without-estimator"]);
    assert_eq!(held("estimated", "disputes"), ["claim-without-holder"]);
    assert_eq!(held("estimated", "estimates"), [""; 0]);
    assert_eq!(held("stated", "denies"), ["stated-but-contested"]);

    let claimed = |role: &str| {
        let position =
            format!(r#""standpoints":[{{"holder":"actor/a","stance":"claims-responsibility",{EVIDENCE}}}],"#);
        let part = format!(r#""participants":[{{"actor":"actor/a","role":"{role}"}}],"#);
        codes(&[actor("a", ""), event("e", &part, &position)])
    };
    assert_eq!(claimed("victim"), ["claimant-without-part"]);
    assert_eq!(claimed("supporter"), [""; 0]);
}

#[test]
fn years_before_their_sources_may_be_of_another_calendar() {
    let dated = |when: &str| {
        let source = r#"{"kind":"source","id":"source/new","title":"S","type":"report","published":"2021"}"#.to_owned();
        let event = event("e", &format!(r#""when":"{when}","#), "").replace("source/page", "source/new");
        codes(&[source, event])
    };
    let found = dated("1399");
    assert_eq!(found, ["uncited-source", "islamic-calendar"]);
    assert_eq!(dated("1442-03"), ["uncited-source", "islamic-calendar"]);
    for when in ["1399/1400", "1298", "1500", "2020"] {
        assert_eq!(dated(when), ["uncited-source"], "{when}");
    }
}

#[test]
fn texts_are_found_fault_with_for_what_cannot_be_meant() {
    let noted = |note: &str| codes(&[event("e", "", "").replace("Read so.", note)]);
    for note in ["n/a", "???", "TODO: see the annex", "Lorem ipsum dolor", "Unknown"] {
        assert_eq!(noted(note), ["placeholder-text"], "{note}");
    }
    for note in ["R\\u200bead", "\u{C3}\u{A9}t\u{C3}\u{A9}", "caf\u{FFFD}", "Smith &amp; Sons", " Read so."] {
        assert_eq!(noted(note), ["untidy-text"], "{note}");
    }
    for note in [
        "Mastodon",
        "It is unknown who did it.",
        "\u{645}\u{6CC}\u{200C}\u{634}\u{648}\u{62F}",
        "R&D",
        "5 < 6",
        "Caf\u{E9}",
    ] {
        assert_eq!(noted(note), [""; 0], "{note}");
    }
}
