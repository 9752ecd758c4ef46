//! What a contributor reads who makes one of the usual mistakes: each once, where it is, and what to write instead.
//!
//! The snapshots show each record with what is found in it. `INSTA_UPDATE=always cargo test` rewrites them.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::{fmt::Write, fs};

use standpoint_validate::{Levels, validate};

/// What the records at hand may name, so that nothing else is wrong with them.
const CONTEXT: &str = r#"{"kind":"dataset","id":"dataset/test","format":"0.2","title":"T","version":"1.0.0","license":"CC0-1.0","publisher":"T","base_iri":"https://example.org/","created":"2023"}
{"kind":"source","id":"source/page","title":"A page","type":"report"}
{"kind":"actor","id":"actor/iskp","type":"armed-group","name":"ISKP",@B}
{"kind":"actor","id":"actor/taliban","type":"armed-group","name":"Taliban",@B}
{"kind":"place","id":"place/kabul","type":"city","name":"Kabul",@B}
{"kind":"event","id":"event/airport","type":"attack","title":"Attack","when":"2021","places":[{"place":"place/kabul","role":"site"}],@B}
{"kind":"relationship","id":"relationship/a","subject":"actor/iskp","object":"actor/taliban","type":"adversary","when":"2021",@B}
"#;

const EVIDENCE: &str = r#""evidence":[{"source":"source/page","locator":"page 4"}]"#;

/// The text with a basis for `@B` and evidence for `@E`.
fn filled(text: &str) -> String {
    text.replace("@B", r#""basis":{"modality":"stated",@E}"#).replace("@E", EVIDENCE)
}

/// Each text with what is found in it, as if it were a file of its own: code, what is underlined, message, help.
fn advice(name: &str, texts: &[&str]) -> String {
    let mut told = String::new();
    for text in texts {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("context.ndjson"), filled(CONTEXT)).unwrap();
        let record = filled(text);
        fs::write(folder.path().join(name), &record).unwrap();
        let report = validate(&[folder.path()], &Levels::default()).unwrap();
        writeln!(told, "{text}").unwrap();
        for diagnostic in report.diagnostics() {
            let location = diagnostic.location.as_ref().unwrap();
            if !report.documents()[location.document].path().ends_with(name)
                || diagnostic.code.name == "unreferenced-record"
            {
                continue;
            }
            let underlined = &record[location.bytes.clone()];
            writeln!(told, "    {} at ‹{underlined}›: {}", diagnostic.code.name, diagnostic.message).unwrap();
            writeln!(told, "        {}", diagnostic.help.as_deref().unwrap_or("-")).unwrap();
        }
        told.push('\n');
    }
    told
}

fn assert_advice(topic: &str, file: &str, texts: &[&str]) {
    insta::with_settings!({ snapshot_path => "advice", omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(topic, advice(file, texts));
    });
}

#[test]
fn what_is_not_json() {
    assert_advice(
        "what_is_not_json",
        "record.json",
        &[
            r#"{"name": “X”}"#,
            "{'name': 'X'}",
            "{\"name\": \"X”\n}",
            "{\"name\": \"X,\n \"id\": \"y\"}",
            "{\"name\": \"a\tb\"}",
            r#"{"name": "the "X" group"}"#,
            r#"{"name": "C:\data"}"#,
            r#"{"name": "X",}"#,
            r#"{"name": "X",, "id": "y"}"#,
            "{\"name\": \"X\"\n \"id\": \"y\"}",
            r#"{"name" "X"}"#,
            r#"{"name" = "X"}"#,
            r#"{"name": "X"; "id": "y"}"#,
            r#"{name: "X"}"#,
            r#"{"name": X}"#,
            r#"{"quotable": True}"#,
            r#"{"note": None}"#,
            r#"{"note": }"#,
            r#"{"best": 1,500}"#,
            r#"{"best": 007}"#,
            r#"{"best": +7}"#,
            r#"{"best": 1_500}"#,
            r#"{"best": 1e400}"#,
            "// an actor\n{\"name\": \"X\"}",
            r#"{"name": "X" /* the name */}"#,
            "{\"name\": \"X\", # the name\n \"id\": \"y\"}",
            r#"{"name": "X""#,
            r#"{"list": ["a", "b"}"#,
            r#"{"name": "X"}}"#,
            r#"["name": "X"]"#,
            "{\"name\": \"X\"}\n{\"name\": \"Y\"}",
            "[{\"name\": \"X\"}\n{\"name\": \"Y\"}]",
            "[{\"name\": \"X\",\n{\"name\": \"Y\"}]",
            r#"{"name": "X"},"#,
            "kind,id,name\nactor,actor/x,X\n",
            "<html></html>",
            "{\"name\":\u{a0}\"X\"}",
            "{\"name\": \"The Northern\nFront\"}",
            "- kind: actor\n  id: actor/x\n",
            "---\nkind: actor\n",
            "kind;id;name\nactor;actor/x;X\n",
            "[{\"name\": \"X\"}][{\"name\": \"Y\"}]",
            "{\n<<<<<<< HEAD\n\"name\": \"X\"\n=======\n\"name\": \"Y\"\n>>>>>>> theirs\n}",
            "[{'name': 'X'}, {'name': 'Y'}, {'name': 'Z'}]",
        ],
    );
}

#[test]
fn kinds_and_ids() {
    assert_advice(
        "kinds_and_ids",
        "record.json",
        &[
            r#"{"kind":"acter","id":"actor/x","type":"network","name":"X",@B}"#,
            r#"{"kind":"organisation","id":"actor/x","type":"person","name":"X",@B}"#,
            r#"{"kind":"event","id":"actor/x","type":"network","name":"X",@B}"#,
            r#"{"kind":"actor","id":"event/x","type":"attack","title":"X","when":"2020",@B}"#,
            r#"{"kind":"actor","id":"event/x","type":"network","name":"X",@B}"#,
            r#"{"id":"actor/x","type":"network","name":"X",@B}"#,
            r#"{"type":"attack","title":"X","when":"circa 1980",@B}"#,
            r#"{"Kind":"actor","id":"actor/x","type":"network","name":"X",@B}"#,
            r#"{"kind":null,"id":"actor/x","type":"network","name":"X",@B}"#,
            r#"{"actors":[{"kind":"actor"}]}"#,
            r#"[["actor/x"]]"#,
            r#"{"kind":"actor","id":"northern-front","type":"network","name":"X",@B}"#,
            r#"{"kind":"actor","id":"actor/Northern Front","type":"network","name":"X",@B}"#,
            r#"{"kind":"actor","id":"actors/northern_front","type":"network","name":"X",@B}"#,
            r#"{"kind":"actor","id":"actor:x","type":"network","name":"X",@B}"#,
            r#"{"kind":"actor","id":"https://example.org/actor/x","type":"network","name":"X",@B}"#,
            r#"{"kind":"actor","id":"actor/Jamāʿat","type":"network","name":"X",@B}"#,
            r#"{"kind":"actor","id":"","type":"network","name":"X",@B}"#,
            r#"{"kind":"actor","id":12,"type":"network","name":"X",@B}"#,
            r#"{"kind":"relationship","id":"relationship/x","subject":"ISKP","object":"event/airport","type":"rival","when":"2020",@B}"#,
            r#"{"kind":"relationship","id":"relationship/x","subject":"actor/iskp","object":"actor/talban","type":"rival","when":"2020",@B}"#,
            r#"{"kind":"person","id":"person/x","name":"X",@B}"#,
            r#"{"kind":"agreement","id":"event/x","title":"X","when":"2020",@B}"#,
            r#"{"actor/x":{"type":"network","name":"X"},"actor/y":{"type":"network","name":"Y"}}"#,
            r#"{"records":{"x":{"kind":"actor","id":"actor/x"}}}"#,
            r#"["{\"kind\": \"actor\"}"]"#,
            r#"{"kind":"actor","id":"actor/الجبهة","type":"network","name":"X",@B}"#,
            r#"{"kind":"relationship","id":"relationship/x","subject":"Taliban","object":"actor/iskp","type":"rival","when":"2020",@B}"#,
            r#"{"kind":"relationship","id":"relationship/x","subject":"Islamic State","object":"actor/iskp","type":"rival","when":"2020",@B}"#,
            r#"{"kind":"relationship","id":"relationship/x","subject":"actor/New_One","object":"actor/New_One","type":"rival","when":"2020",@B}"#,
            r#"{"kind":"relationship","id":"relationship/x","subject":{"id":"actor/iskp"},"object":"actor/taliban","type":"rival","when":"2020",@B}"#,
        ],
    );
}

#[test]
fn fields() {
    assert_advice(
        "fields",
        "record.json",
        &[
            r#"{"kind":"actor","id":"actor/x","type":"network","name":"X","countri":"AFG",@B}"#,
            r#"{"kind":"event","id":"event/x","type":"attack","title":"X","when":"2020","partOf":"event/airport",@B}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","nmae":"X",@B}"#,
            r#"{"kind":"event","id":"event/x","type":"attack","label":"X","date":"2020","location":["place/kabul"],"actors":[],@B}"#,
            r#"{"kind":"relationship","id":"relationship/x","from":"actor/iskp","to":"actor/taliban","type":"rival","when":"2020",@B}"#,
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":{"min":1500,"max":2000},@B}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","name":"X","modality":"stated","evidence":[{"source":"source/page","locator":"p"}]}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","name":"X","basis":{"note":"n","modality":"stated",@E}}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","name":"X"}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","name":"X","basis":{"modality":"stated","evidence":[{"source":"source/page","span":{"start":1,"end":2}}]}}"#,
            r#"{"kind":"event","id":"event/x","type":"attack","title":"X","when":"2020","location":"place/kabul",@B}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","name":"X","basis":{"modality":"stated","evidence":[{"source":"source/page","page":12}]}}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","name":"X","source":"source/page"}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","name":"X","basis":{"modality":"stated","evidence":[{"url":"https://example.org/x"}]}}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","name":"X","basis.modality":"stated","basis.evidence.0.source":"source/page"}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","name":"X","colour":"red",@B}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","name":"X","name":"Y",@B}"#,
        ],
    );
}

#[test]
fn words() {
    assert_advice(
        "words",
        "record.json",
        &[
            r#"{"kind":"actor","id":"actor/x","type":"armed-grup","name":"X",@B}"#,
            r#"{"kind":"actor","id":"actor/x","type":"Armed Group","name":"X",@B}"#,
            r#"{"kind":"actor","id":"actor/x","type":"person","name":"X",@B}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","name":"X","basis":{"modality":"claimed",@E}}"#,
            r#"{"kind":"event","id":"event/x","type":"bombing","title":"X","when":"2020","participants":[{"actor":"actor/iskp","role":"attacker"}],@B}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","name":"X","status":"deleted",@B}"#,
            r#"{"kind":"source","id":"source/x","title":"X","type":"website","reliability":"high"}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","name":"X","basis":{"modality":"fact",@E}}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","name":"X","basis":{"modality":"stated",@E,"standpoints":[{"holder":"actor/iskp","stance":"rejects",@E},{"holder":"actor/taliban","stance":"supports",@E}]}}"#,
            r#"{"kind":"relationship","id":"relationship/x","subject":"actor/iskp","object":"actor/taliban","type":"funded by","when":"2020",@B}"#,
            r#"{"kind":"relationship","id":"relationship/x","subject":"actor/iskp","object":"actor/taliban","type":"leader-of","when":"2020",@B}"#,
            r#"{"kind":"actor","id":"actor/x","type":"terrorist organization","name":"X",@B}"#,
            r#"{"kind":"event","id":"event/x","type":"referendum","title":"X","when":"2020",@B}"#,
        ],
    );
}

#[test]
fn dates_of_other_calendars_and_forms() {
    let of = |when: &str| {
        format!(
            r#"{{"kind":"event","id":"event/x","type":"attack","title":"X","when":"{when}","places":[{{"place":"place/kabul","role":"site"}}],@B}}"#
        )
    };
    let records = [
        "1399/05/21",
        "21 Asad 1399",
        "13 Ramadan 1441",
        "2020-5-7",
        "10 mai 2020",
        "43965",
        "2020-W20-4",
        "Spring 98",
    ];
    let records = records.map(of);
    assert_advice("dates_of_other_calendars_and_forms", "record.json", &records.each_ref().map(String::as_str));
}

#[test]
fn addresses_and_countries() {
    assert_advice(
        "addresses_and_countries",
        "record.json",
        &[
            r#"{"kind":"source","id":"source/x","title":"X","type":"web-page","url":"https://example.org/a|b"}"#,
            r#"{"kind":"source","id":"source/x","title":"X","type":"web-page","url":"10.1000/182"}"#,
            r#"{"kind":"source","id":"source/x","title":"X","type":"web-page","url":"mailto:a@example.org"}"#,
            r#"{"kind":"actor","id":"actor/x","type":"state","name":"X","country":"Deutschland",@B}"#,
            r#"{"kind":"actor","id":"actor/x","type":"state","name":"X","country":"Northern Cyprus",@B}"#,
            r#"{"kind":"actor","id":"actor/x","type":"state","name":"X","country":"",@B}"#,
        ],
    );
}

#[test]
fn words_of_talks() {
    assert_advice(
        "words_of_talks",
        "record.json",
        &[
            r#"{"kind":"event","id":"event/x","type":"mediation","title":"X","when":"2020",@B}"#,
            r#"{"kind":"event","id":"event/x","type":"walk-out","title":"X","when":"2020","outcome":"suspended",@B}"#,
            r#"{"kind":"event","id":"event/x","type":"meeting","title":"X","occurrence":"cancelled","participants":[{"actor":"actor/iskp","role":"facilitator"}],@B}"#,
            r#"{"kind":"position","id":"position/x","holders":["actor/iskp"],"form":"red-line","text":"X",@B}"#,
            r#"{"kind":"position","id":"position/x","holders":["actor/iskp"],"form":"demand","text":"X","handling":"TLP:RED",@B}"#,
        ],
    );
}

#[test]
fn conditions() {
    assert_advice(
        "conditions",
        "record.json",
        &[
            r#"{"kind":"position","id":"position/x","holders":["actor/iskp"],"form":"demand","text":"X","conditions":"If there is peace.",@B}"#,
            r#"{"kind":"position","id":"position/x","holders":["actor/iskp"],"form":"demand","text":"X","conditions":["If there is peace."],@B}"#,
            r#"{"kind":"position","id":"position/x","holders":["actor/iskp"],"form":"demand","text":"X","conditions":["event/airport"],@B}"#,
            r#"{"kind":"position","id":"position/x","holders":["actor/iskp"],"form":"demand","text":"X","conditions":{"type":"if","on":["event/airport"]},@B}"#,
            r#"{"kind":"position","id":"position/x","holders":["actor/iskp"],"form":"demand","text":"X","conditions":[{"type":"if","on":"event/airport"}],@B}"#,
            r#"{"kind":"position","id":"position/x","holders":["actor/iskp"],"form":"demand","text":"X","conditions":[{"type":"if"}],@B}"#,
            r#"{"kind":"position","id":"position/x","holders":["actor/iskp"],"form":"demand","text":"X","conditions":[{"if":["event/airport"]}],@B}"#,
            r#"{"kind":"position","id":"position/x","holders":["actor/iskp"],"form":"demand","text":"X","conditions":[{"type":"if","event":"event/airport"}],@B}"#,
            r#"{"kind":"position","id":"position/x","holders":["actor/iskp"],"form":"demand","text":"X","conditions":[{"on":["event/airport"]}],@B}"#,
            r#"{"kind":"position","id":"position/x","holders":["actor/iskp"],"form":"demand","text":"X","conditions":[{"type":"depends-on","on":["event/airport"]}],@B}"#,
            r#"{"kind":"position","id":"position/x","holders":["actor/iskp"],"form":"demand","text":"X","conditions":[{"type":"after","on":["event/airport"],"within":"14 days"}],@B}"#,
        ],
    );
}

#[test]
fn units() {
    let of = |unit: &str| {
        format!(
            r#"{{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"other","population":"X","unit":"{unit}","value":{{"best":12}},@B}}"#
        )
    };
    let records = ["dollars", "usd", "MUSD", "miles", "families", "km²"].map(of);
    assert_advice("units", "record.json", &records.each_ref().map(String::as_str));
}

#[test]
fn values_of_another_sort() {
    assert_advice(
        "values_of_another_sort",
        "record.json",
        &[
            r#"{"kind":"event","id":"event/x","type":"attack","title":"X","when":"2020","places":"place/kabul",@B}"#,
            r#"{"kind":"event","id":"event/x","type":"attack","title":"X","when":"2020","participants":["actor/iskp"],@B}"#,
            r#"{"kind":"event","id":"event/x","type":"attack","title":"X","when":"2020","participants":{"actor":"actor/iskp","role":"leader"},@B}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","name":"X","description":["A group."],@B}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","name":"X","country":["AFG","PAK"],@B}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","name":"X","aliases":["IS-K"],@B}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","name":"X","note":null,@B}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","name":null,@B}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","name":"","basis":{"modality":["stated"],"evidence":[]}}"#,
            r#"{"kind":"source","id":"source/x","title":"X","type":"book","published":2021,"quotable":"yes"}"#,
            r#"{"kind":"place","id":"place/x","type":"city","name":"X","location":{"lon":"69.2","lat":134.5},@B}"#,
            r#"{"kind":"place","id":"place/x","type":"city","name":"X","location":{"longitude":"69,2","latitude":"34,5"},@B}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","name":"X","aliases":"[{\"text\": \"Y\", \"type\": \"abbreviation\"}]","basis":"{\"modality\": \"stated\"}"}"#,
            r#"{"kind":"actor","id":"actor/x","type":"network","name":"X","note":" ",@B}"#,
        ],
    );
}

#[test]
fn quantities() {
    assert_advice(
        "quantities",
        "record.json",
        &[
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":"1,500-2,000",@B}"#,
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":{"best":"1,500"},@B}"#,
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":{"best":"about 180"},@B}"#,
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":180,@B}"#,
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":[1500, 2000],@B}"#,
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":{"best":180.5},@B}"#,
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":{"best":-180},@B}"#,
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":{"best":null},@B}"#,
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":{"best":"several"},@B}"#,
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":{"best":"1.200"},@B}"#,
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":{"best":"more than 44"},@B}"#,
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":{"high":"at most 28.2 per cent"},@B}"#,
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":{"low":"about 20"},@B}"#,
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":{"best":"65%"},@B}"#,
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":{"best":"nine"},@B}"#,
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":{"best":"dozens"},@B}"#,
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":"$1,000",@B}"#,
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":{},@B}"#,
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":{"low":2000,"high":1500},@B}"#,
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":{"low":1500,"best":1000},@B}"#,
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":{"best":180,"approximate":"yes"},@B}"#,
            r#"{"kind":"observation","id":"observation/x","about":"actor/iskp","measure":"fighters","value":{"best":99999999999999999999},@B}"#,
        ],
    );
}

#[test]
fn lines_that_are_no_records() {
    let record = r#"{"kind":"actor","id":"actor/x","type":"network","name":"X",@B}"#;
    let spread = record.replace(',', ",\n");
    assert_advice(
        "lines_that_are_no_records",
        "record.ndjson",
        &[
            &format!("{record}{record}"),
            &format!("{record},\n{record},"),
            &format!("[\n{record},\n{record}\n]"),
            &format!("[{record},{record}]"),
            &format!("{spread}\n{spread}"),
            &format!("# actors\n{record}\n\n{{\"kind\""),
        ],
    );
}
