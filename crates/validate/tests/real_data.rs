//! What real data holds and is no mistake; the mistakes that it does hold; and that one mistake is one finding.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::{
    fs,
    path::{Path, PathBuf},
};

use standpoint_validate::{Validation, catalogue};

const START: &str = r#"{"kind":"dataset","id":"dataset/test","format":"0.2","title":"Test","version":"1.0.0","license":"CC0-1.0","publisher":"Test","base_iri":"https://example.org/","created":"2023"}
{"kind":"source","id":"source/page","title":"A page","type":"web-page"}
"#;
const EVIDENCE: &str = r#""evidence":[{"source":"source/page","locator":"1"}]"#;

/// What is found in these records, which is the same where only what is suspect is kept.
fn codes(records: &[String]) -> Vec<&'static str> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.ndjson"), format!("{START}{}\n", records.join("\n"))).unwrap();
    found(&[folder.path()])
}

fn found(paths: &[&Path]) -> Vec<&'static str> {
    let codes = |below| {
        let report = Validation::new().in_memory_limit(below).run(paths).unwrap();
        report.diagnostics().iter().map(|diagnostic| diagnostic.code.name).collect::<Vec<_>>()
    };
    let kept = codes(u64::MAX);
    assert_eq!(kept, codes(0));
    kept
}

fn record(kind: &str, name: &str, fields: &str) -> String {
    format!(r#"{{"kind":"{kind}","id":"{kind}/{name}",{fields}"basis":{{"modality":"stated",{EVIDENCE}}}}}"#)
}

fn actor(name: &str, r#type: &str, fields: &str) -> String {
    record("actor", name, &format!(r#""type":"{type}","name":"{name}",{fields}"#))
}

fn tie(name: &str, [subject, object]: [&str; 2], r#type: &str, fields: &str) -> String {
    let ends = format!(r#""subject":"actor/{subject}","object":"actor/{object}","type":"{type}",{fields}"#);
    record("relationship", name, &ends)
}

fn event(name: &str, fields: &str) -> String {
    record("event", name, &format!(r#""type":"attack","title":"Attack","when":"2020",{fields}"#))
}

fn killed(name: &str, event: &str, value: &str, fields: &str) -> String {
    let about = format!(r#""about":"event/{event}","measure":"killed","value":{value},{fields}"#);
    record("observation", name, &about)
}

const NOTHING: [&str; 0] = [];

/// A clean corpus with the smallest data that raises a code beside it raises it too.
#[test]
fn every_fault_that_is_planted_in_a_clean_corpus_is_found() {
    let root = PathBuf::from("../..");
    let clean = Validation::new().load(&[root.join("fixtures/iskp")]).unwrap();
    let lines: Vec<String> = clean.records().iter().map(|record| serde_json::to_string(record).unwrap()).collect();
    let folder = tempfile::tempdir().unwrap();
    // A dataset has one manifest, and each fault comes with its own.
    let lines: Vec<&str> = lines.iter().map(String::as_str).filter(|line| !line.contains("\"dataset/")).collect();
    fs::write(folder.path().join("clean.ndjson"), lines.join("\n")).unwrap();
    for code in catalogue::all() {
        let planted = root.join("fixtures/invalid").join(code.name);
        let paths = [folder.path(), &planted];
        let report = if planted.join("texts").is_dir() {
            Validation::new().verify(paths, &planted.join("texts")).unwrap().report
        } else {
            found(&paths);
            Validation::new().run(paths).unwrap()
        };
        assert!(report.codes().contains_key(code.name), "{}", code.name);
    }
}

#[test]
fn what_is_the_same_but_for_its_id_is_one_record_and_what_differs_may_be_two() {
    let one = event("one", "");
    let copies = |other: &str, more: &[String]| codes(&[&[one.clone(), other.to_owned()], more].concat());
    let two = event("two", "");
    assert_eq!(copies(&two, &[]), ["duplicate-fact"]);
    assert_eq!(copies(&two.replace(r#""locator":"1""#, r#""locator":"2""#), &[]), ["possible-duplicate"]);
    assert_eq!(copies(&event("two", r#""outcome":"failed","#), &[]), ["possible-duplicate"]);
    assert_eq!(copies(&two.replace("Attack", "Raid"), &[]), NOTHING);
    let waived = two.replace("}}", r#"},"allow":[{"code":"possible-duplicate","why":"Two."}]}"#);
    assert_eq!(copies(&waived, &[]), ["duplicate-fact", "unused-waiver"]);

    // Two tolls are of two happenings; one toll tells nobody apart.
    let toll = |event: &str, dead: u32| killed(event, event, &format!(r#"{{"best":{dead}}}"#), "");
    assert_eq!(copies(&two, &[toll("one", 3), toll("two", 4)]), ["possible-duplicate"]);
    assert_eq!(copies(&two, &[toll("one", 3), toll("two", 3)]), ["duplicate-fact"]);
    assert_eq!(copies(&two, &[toll("one", 3)]), ["duplicate-fact"]);
    // The third is a copy of the second, and of the first only what is said.
    let three = two.replace("event/two", "event/three").replace(r#""locator":"1""#, r#""locator":"2""#);
    let four = three.replace("event/three", "event/four");
    assert_eq!(copies(&three, &[four]), ["possible-duplicate", "duplicate-fact"]);
}

#[test]
fn postures_change_and_have_dimensions() {
    let postures = |one: (&str, &str), other: (&str, &str)| {
        let of = |name, (r#type, fields): (&str, &str)| tie(name, ["a", "b"], r#type, fields);
        let actors = ["a", "b"].map(|name| actor(name, "armed-group", ""));
        codes(&[&actors[..], &[of("one", one), of("two", other)]].concat())
    };
    let contradiction = ["unlinked-contradiction"];
    assert_eq!(postures(("ally", ""), ("adversary", "")), contradiction);
    assert_eq!(postures(("adversary", ""), ("partner", "")), contradiction);
    for pair in [["ally", "partner"], ["ally", "rival"], ["partner", "rival"], ["rival", "adversary"]] {
        assert_eq!(postures((pair[0], ""), (pair[1], "")), NOTHING, "{pair:?}");
    }
    let when = |date: &str| format!(r#""when":"{date}","#);
    for (ally, adversary, is_contradiction) in [
        ("2014/", "2016/", false),
        ("2014/..", "2016", false),
        ("2016/", "2014/..", false),
        ("2014/2018", "2016/", true),
        ("2014/..", "2014-06/..", true),
        ("2014/", "2010/2015", true),
        ("2014", "2016", false),
    ] {
        let found = postures(("ally", &when(ally)), ("adversary", &when(adversary)));
        assert_eq!(found == contradiction, is_contradiction, "{ally} {adversary}");
    }
    let of = |what: &str| format!(r#""description":"{what}","#);
    assert_eq!(postures(("ally", &of("Against Rome.")), ("adversary", &of("Over the passes."))), NOTHING);
    assert_eq!(postures(("ally", &of("Against Rome.")), ("adversary", "")), contradiction);
}

#[test]
fn communities_are_bodies_and_persons_are_none() {
    let joined = |one: &str, r#type: &str, other: &str| {
        let actors = [actor("a", one, ""), actor("b", other, "")];
        codes(&[&actors[..], &[tie("t", ["a", "b"], r#type, "")]].concat())
    };
    for (one, r#type, other) in [
        ("population", "member-of", "population"),
        ("state", "merged-into", "state"),
        ("state", "split-from", "state"),
        ("individual", "holds-post", "population"),
    ] {
        assert_eq!(joined(one, r#type, other), NOTHING, "{one} {type} {other}");
    }
    for (one, r#type, other) in [
        ("armed-group", "member-of", "individual"),
        ("individual", "split-from", "armed-group"),
        ("population", "holds-post", "armed-group"),
    ] {
        assert_eq!(joined(one, r#type, other), ["illegal-endpoint"], "{one} {type} {other}");
    }
}

#[test]
fn a_register_of_actors_is_one_finding() {
    let actors: Vec<String> = (0..30).map(|number| actor(&format!("number-{number}"), "network", "")).collect();
    assert_eq!(codes(&actors), ["unreferenced-record"]);
    let place = record("place", "p", r#""type":"city","name":"P","#);
    assert_eq!(codes(&[&actors[..], &[place]].concat()), ["unreferenced-record"]);
    // One that waives the code for itself says nothing of the others.
    let waived = actors[0].replace("}}", r#"},"allow":[{"code":"unreferenced-record","why":"Kept."}]}"#);
    assert_eq!(codes(std::slice::from_ref(&waived)), NOTHING);
    assert_eq!(codes(&[&[waived][..], &actors[1..]].concat()), ["unreferenced-record"]);
}

#[test]
fn one_mistake_is_one_finding() {
    let northern = || actor("northern-front", "armed-group", "");
    let part = |actor: &str| event("e", &format!(r#""participants":[{{"actor":"{actor}","role":"initiator"}}],"#));
    assert_eq!(codes(&[northern(), part("actor/northern-front")]), NOTHING);
    assert_eq!(codes(&[northern(), part("actor/northen-front")]), ["dangling-reference"]);
    assert_eq!(codes(&[northern(), part("Northern Front")]), ["invalid-id"]);
    assert_eq!(codes(&[northern(), part("actor/river-brigade")]), ["unreferenced-record", "dangling-reference"]);

    let source = || START.lines().nth(1).unwrap().replace("source/page", "source/weekly-bulletin");
    let citing = |evidence: &str| event("e", "").replace(EVIDENCE, &format!(r#""evidence":[{evidence}]"#));
    let cited = |evidence: &str| codes(&[source(), event("f", "").replace("Attack", "Raid"), citing(evidence)]);
    assert_eq!(cited(r#"{"source":"source/weekly-bulletin","locator":"2"}"#), NOTHING);
    assert_eq!(cited(r#"{"source":"source/weekly-buletin","locator":"2"}"#), ["dangling-reference"]);
    assert_eq!(cited(r#"{"source":"Weekly Bulletin","locator":"2"}"#), ["invalid-id"]);
    assert_eq!(cited(r#""source/weekly-bulletin""#), ["wrong-type"]);
    assert_eq!(cited(""), ["empty-list"]);
}

fn source(name: &str, r#type: &str, dates: &str) -> String {
    format!(r#"{{"kind":"source","id":"source/{name}","title":"{name}","type":"{type}"{dates}}}"#)
}

/// Evidence from several sources.
fn evidence(sources: &[&str]) -> String {
    let cited: Vec<String> =
        sources.iter().map(|name| format!(r#"{{"source":"source/{name}","locator":"1"}}"#)).collect();
    format!(r#""evidence":[{}]"#, cited.join(","))
}

#[test]
fn reports_are_not_older_than_what_they_report() {
    let reported = |published: &[&str], when: &str| {
        let names = ["one", "two"];
        let reports = published.iter().zip(names).map(|(date, name)| source(name, "news-article", date));
        let list = source("list", "dataset", r#","accessed":"2022""#);
        let cited: Vec<&str> = ["list"].into_iter().chain(names.into_iter().take(published.len())).collect();
        let event = event("e", "").replace("\"2020\"", &format!("\"{when}\"")).replace(EVIDENCE, &evidence(&cited));
        codes(&[&[list, event, event_of_page()], &reports.collect::<Vec<_>>()[..]].concat())
    };
    let march = r#","published":"2021-03-05""#;
    assert_eq!(reported(&[march], "2021-05-03"), ["older-sources"]);
    assert_eq!(reported(&[march, r#","published":"2021-03-06""#], "2021-05-03"), ["older-sources"]);
    assert_eq!(reported(&[march], "[2021-05-01..2021-05-03]"), ["older-sources"]);
    assert_eq!(reported(&[march], "2021-03-07"), ["older-sources"]);
    // One finding tells of a report.
    let later = ["e", "f"].map(|name| {
        let cited = evidence(&["list", "one"]);
        event(name, "").replace("Attack", name).replace("\"2020\"", "\"2021-05-03\"").replace(EVIDENCE, &cited)
    });
    let sources = [source("list", "dataset", ""), source("one", "news-article", march), event_of_page()];
    assert_eq!(codes(&[&sources[..], &later].concat()), ["older-sources"]);
    // Between two time zones there may be a day.
    assert_eq!(reported(&[march], "2021-03-06"), NOTHING);
    for when in ["2021-05-03?", "2021-05~", "2021", "../2021-05-03", "2021-03-04"] {
        assert_eq!(reported(&[march], when), NOTHING, "{when}");
    }
    for other in [r#","published":"2021-05-04""#, "", r#","published":"2021-04?""#, r#","published":"2021""#] {
        assert_eq!(reported(&[march, other], "2021-05-03"), NOTHING, "{other}");
    }
    // If the collection is older too, one finding says so.
    assert_eq!(reported(&[march], "2022-12"), ["older-sources"]);
    assert_eq!(reported(&[march], "2023-01-02"), ["later-than-source"]);
}

/// Something that cites the page, so that it is cited.
fn event_of_page() -> String {
    event("of-page", "").replace("Attack", "Raid")
}

#[test]
fn dates_that_software_writes_are_no_dates() {
    let published = |date: &str| {
        let wire = source("wire", "news-article", &format!(r#","published":"{date}""#));
        codes(&[wire, event_of_page(), event("e", "").replace(EVIDENCE, &evidence(&["wire"]))])
    };
    assert_eq!(published("1753-01-01"), ["sentinel-date"]);
    assert_eq!(published("1753-01-02"), ["later-than-source"]);
    let dated = |when: &str| codes(&[event("e", "").replace("\"2020\"", &format!("\"{when}\""))]);
    assert_eq!(dated("1970-01-01"), ["sentinel-date"]);
    for when in ["1970-01-01?", "1970-01", "1970", "1970-01-02", "1970-01-01/1970-01-01", "2000-01-01"] {
        assert_eq!(dated(when), NOTHING, "{when}");
    }
}

#[test]
fn factions_of_one_type_and_country_may_be_one() {
    let carries = |fields: &str| format!(r#""aliases":[{{"text":"PLA","type":"abbreviation"}}],{fields}"#);
    let pair = |one: &str, r#type: &str, other: &str| {
        let actors = [actor("a", "armed-group", one), actor("b", r#type, other)];
        codes(&[&actors[..], &[tie("t", ["a", "b"], "adversary", "")]].concat())
    };
    assert_eq!(pair(&carries(""), "armed-group", &carries("")), ["shared-alias"]);
    assert_eq!(pair(&carries(""), "armed-group", &carries(r#""country":"AFG","#)), ["shared-alias"]);
    assert_eq!(pair(&carries(""), "armed-group", &carries("").replace("PLA", "p l a")), NOTHING);
    assert_eq!(pair(&carries(""), "armed-group", &carries("").replace("PLA", "pla")), ["shared-alias"]);
    assert_eq!(pair(&carries(""), "armed-group", &carries("").replace("abbreviation", "former")), NOTHING);
    assert_eq!(pair(&carries(""), "organisation", &carries("")), NOTHING);
    let (afghan, pakistani) = (carries(r#""country":"AFG","#), carries(r#""country":"PAK","#));
    assert_eq!(pair(&afghan, "armed-group", &pakistani), NOTHING);
    // Two that have several in common are one finding, and so are two of which one is listed under a name of the other.
    let both = carries("").replace("[{", r#"[{"text":"People's Army","type":"translation"},{"#);
    assert_eq!(pair(&both, "armed-group", &both), ["shared-alias"]);
    let listed = carries("").replace("[{", r#"[{"text":"A","type":"translation"},{"#);
    assert_eq!(pair(&carries(""), "armed-group", &listed), ["alias-of-another"]);
    assert_eq!(pair(&carries("").replace("PLA", "B"), "armed-group", ""), ["alias-of-another"]);
}

#[test]
fn figures_that_exclude_one_another_are_linked() {
    let figures = |one: &str, other: &str, fields: &str| {
        let other = killed("two", "e", other, fields).replace("source/page", "source/wire");
        let first = killed("one", "e", one, r#""when":"2020","#);
        codes(&[source("wire", "news-article", ""), event("e", ""), first, other])
    };
    let year = r#""when":"2020","#;
    let conflict = ["conflicting-figures"];
    assert_eq!(figures(r#"{"best":3}"#, r#"{"best":4}"#, year), conflict);
    assert_eq!(figures(r#"{"low":3,"high":5}"#, r#"{"low":6}"#, year), conflict);
    for (one, other) in [
        (r#"{"best":3}"#, r#"{"best":3,"approximate":true}"#),
        (r#"{"best":3}"#, r#"{"best":4,"approximate":true}"#),
        (r#"{"low":3,"high":5}"#, r#"{"best":5}"#),
        (r#"{"low":3,"best":4}"#, r#"{"best":9}"#),
        (r#"{"best":4,"high":9}"#, r#"{"best":1}"#),
    ] {
        assert_eq!(figures(one, other, year), NOTHING, "{one} {other}");
    }
    assert_eq!(figures(r#"{"best":3}"#, r#"{"best":4}"#, ""), NOTHING);
    let soldiers = format!(r#"{year}"population":"soldiers","#);
    assert_eq!(figures(r#"{"best":5}"#, r#"{"best":4}"#, &soldiers), NOTHING);
    // One source that says both has its reasons.
    assert_eq!(
        codes(&[event("e", ""), killed("a", "e", r#"{"best":3}"#, ""), killed("b", "e", r#"{"best":4}"#, "")]),
        NOTHING
    );
    let linked = |name: &str, other: &str, value: &str| {
        let tension = format!(r#"{{"with":"observation/{other}","how":"contradicts"}}"#);
        killed(name, "e", value, "").replace(r#""basis":{"#, &format!(r#""basis":{{"tensions":[{tension}],"#))
    };
    let pair = [linked("one", "two", r#"{"best":3}"#), linked("two", "one", r#"{"best":4}"#)];
    let pair = [pair[0].clone(), pair[1].replace("source/page", "source/wire")];
    assert_eq!(codes(&[&[source("wire", "news-article", ""), event("e", "")][..], &pair].concat()), NOTHING);
}

#[test]
fn statements_are_numbered_under_their_heading() {
    let claim = |name: &str, topic: &str, rank: &str| {
        record("statement", name, &format!(r#""about":"event/e","topic":"{topic}","text":"{name}",{rank}"#))
    };
    let ranked = |ranks: &[&str]| {
        let claims = ranks.iter().enumerate().map(|(number, rank)| {
            let rank = if rank.is_empty() { String::new() } else { format!(r#""rank":{rank},"#) };
            claim(&format!("s{number}"), "motive", &rank)
        });
        codes(
            &[&[event("e", ""), claim("other", "capacity", r#""rank":1,"#)][..], &claims.collect::<Vec<_>>()].concat(),
        )
    };
    assert_eq!(ranked(&["1", "1", "3"]), ["statement-ranks"]);
    assert_eq!(ranked(&["1", "3"]), ["statement-ranks"]);
    assert_eq!(ranked(&["2"]), ["statement-ranks"]);
    assert_eq!(ranked(&["1", "2", ""]), NOTHING);
    assert_eq!(ranked(&["", ""]), NOTHING);
}

#[test]
fn what_is_part_of_itself_by_a_detour_is_part_of_nothing() {
    let ring = |types: [&str; 3], whens: [&str; 3]| {
        let actors = ["a", "b", "c"].map(|name| actor(name, "network", ""));
        let ends = [["a", "b"], ["b", "c"], ["c", "a"]];
        let ties = ends.iter().zip(types).zip(whens).enumerate();
        let ties = ties.map(|(number, ((ends, r#type), when))| tie(&format!("t{number}"), *ends, r#type, when));
        codes(&[&actors[..], &ties.collect::<Vec<_>>()].concat())
    };
    let (always, early, late) = ("", r#""when":"2014","#, r#""when":"2016","#);
    assert_eq!(ring(["affiliate-of"; 3], [always; 3]), ["mutual-subordination"]);
    assert_eq!(ring(["member-of"; 3], [early, always, early]), ["mutual-subordination"]);
    assert_eq!(ring(["member-of"; 3], [early, always, late]), NOTHING);
    assert_eq!(ring(["member-of", "member-of", "affiliate-of"], [always; 3]), NOTHING);
    assert_eq!(ring(["ally"; 3], [always; 3]), NOTHING);
}

/// Both forms of a letter look the same, and so do all names in which they are.
#[test]
fn names_that_differ_in_normal_form_alone_are_one() {
    let (composed, decomposed) = ("Frente M\u{F3}vil", "Frente Mo\u{301}vil");
    let actors = |other: &str| {
        let named = |id: &str, name: &str| {
            actor(id, "network", "").replace(&format!(r#""name":"{id}""#), &format!(r#""name":"{name}""#))
        };
        codes(&[named("a", composed), named("b", other), tie("t", ["a", "b"], "ally", "")])
    };
    assert_eq!(actors(decomposed), ["shared-name", "untidy-text"]);
    assert_eq!(actors("Frente Mo\u{300}vil"), ["untidy-text"]);
    // Marks in the order in which they are typed, and a letter that the normal form takes apart.
    for name in ["\u{643}\u{651}\u{64E}", "\u{958}", "M\u{F3}vil"] {
        assert_eq!(actors(name), NOTHING, "{name}");
    }
}

#[test]
fn ids_are_written_after_the_base() {
    let folder = tempfile::tempdir().unwrap();
    for (ending, expected) in [("/", &NOTHING[..]), ("/#", &[]), ("?id=", &[]), ("", &["base-iri-ending"])] {
        let start = START.replace("example.org/", &format!("example.org{ending}"));
        fs::write(folder.path().join("a.ndjson"), format!("{start}{}", event_of_page())).unwrap();
        assert_eq!(found(&[folder.path()]), expected, "{ending}");
    }
}
