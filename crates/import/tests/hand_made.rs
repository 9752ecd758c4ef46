//! Tables that people make by hand, and what spreadsheets make of them.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use serde_json::{Value, json};
use standpoint_import::{Fate, Imported, Tables};
use standpoint_report::{Levels, Renderer, Style};
use standpoint_validate::Input;

fn imported(name: &str, text: &str) -> Imported {
    Tables::csv_bytes(name, text.as_bytes()).unwrap().import(&Levels::default(), &[dataset()]).unwrap()
}

/// A manifest, a source and an actor.
fn dataset() -> Input {
    let records = [
        json!({ "kind": "dataset", "id": "dataset/d", "format": "0.2", "title": "D", "version": "1.0.0", "license": "CC0-1.0", "publisher": "P", "base_iri": "https://example.org/", "created": "2023" }),
        json!({ "kind": "source", "id": "source/report", "title": "The Report", "type": "report" }),
        json!({ "kind": "actor", "id": "actor/ministry", "type": "government", "name": "Ministry", "country": "AFG", "note": "Kept.",
            "basis": { "modality": "stated", "evidence": [{ "source": "source/report", "locator": "page 2" }] } }),
    ];
    Input::bytes("data.ndjson", records.map(|record| record.to_string()).join("\n"))
}

fn records(imported: &Imported) -> Vec<Value> {
    imported.rows().iter().map(|row| serde_json::to_value(row.record.as_ref().unwrap()).unwrap()).collect()
}

fn told(imported: &Imported, format: &str) -> String {
    let mut told = Vec::new();
    Renderer::by_name(format).unwrap().write(imported.report(), Style::default(), &mut told).unwrap();
    String::from_utf8(told).unwrap()
}

/// The lines about errors.
fn errors(imported: &Imported) -> String {
    told(imported, "concise").lines().filter(|line| line.contains("error[")).collect::<Vec<_>>().join("\n")
}

const FRONT: &str = "actors.csv";

#[test]
fn columns_stand_in_any_order_under_any_spelling_and_evidence_is_plain() {
    let expected = json!({ "kind": "actor", "id": "actor/front", "type": "armed-group", "name": "Northern Front",
        "aliases": [{ "text": "NF", "type": "abbreviation" }, { "text": "The Front", "type": "alternative" }], "country": "AFG",
        "basis": { "modality": "stated", "evidence": [
            { "source": "source/report", "words": "took the bridge" }, { "source": "source/report", "locator": "page 12" }] } });
    for table in [
        "id,type,name,aliases,country,modality,source,words,source 2,page 2\n\
         actor/front,armed-group,Northern Front,abbreviation=NF; alternative=The Front,AFG,stated,source/report,took the bridge,source/report,12\n",
        "Page 2;Source_2;SOURCE;Words;Modality;Country;Aliases.1.text;aliases 1 type;Alias 2 type;Alias 2 text;Name;Type;ID\n\
         page 12;the report;The  Report; took the bridge ;Stated;afghanistan;NF;abbreviation;alternative;The Front;Northern Front ;Armed group;front\n",
        "sep=;\r\nid;kind;type;name;aliases;country;basis.modality;evidence 1 source;evidence 1 words;evidence 2 source;evidence 2 page;seat\r\n\r\n\
         front;Actor;armed_group;Northern Front;\"abbreviation=NF\nalternative=The Front\";Afghanistan;stated;source/report;took the bridge;report;12;\r\n;;;;;;;;;;;\r\n",
    ] {
        let imported = imported(FRONT, table);
        assert_eq!(errors(&imported), "", "{table}");
        assert_eq!(records(&imported)[..], std::slice::from_ref(&expected)[..], "{table}");
        assert_eq!((imported.rows()[0].fate, imported.is_valid()), (Fate::New, true));
    }
}

#[test]
fn bounds_of_figures_are_numbers_as_people_write_them() {
    let table = |low: &str, high: &str| {
        let row = format!("strength,actor/ministry,fighters,{low},{high},stated,source/report,12\n");
        imported("observations.csv", &format!("id,about,measure,value low,value high,modality,source,page\n{row}"))
    };
    let right = table("\"1,200\"", "1.5 thousand");
    assert_eq!(errors(&right), "");
    assert_eq!(records(&right)[0]["value"], json!({ "low": 1200, "high": 1500 }));
    assert!(errors(&table("about 12", "14")).contains(":2:34: error[wrong-type]"));
    assert!(errors(&table("12", "dozens")).contains(":2:37: error[wrong-type]"));
}

#[test]
fn rows_are_new_changed_or_the_same_and_what_no_column_speaks_of_stays() {
    let rows = imported(FRONT, "id,name,country\nministry,Ministry,\n");
    assert_eq!(rows.rows()[0].fate, Fate::Changed);
    assert_eq!(records(&rows)[0]["note"], "Kept.");
    assert!(records(&rows)[0].get("country").is_none(), "a blank cell is no value");
    let rows = imported(FRONT, "id,name,country\nministry,Ministry,Afghanistan\n");
    assert_eq!((rows.rows()[0].fate, rows.rows()[0].place().as_str()), (Fate::Same, "actors.csv:2"));
    let other = imported(FRONT, "id,source,page\nministry,source/report,3\n");
    assert_eq!(records(&other)[0]["basis"]["evidence"], json!([{ "source": "source/report", "locator": "page 3" }]));
    let other = imported(
        "all.csv",
        "id,title,type,source,quote\nsource/b,B,report,,\nactor/ministry,,government,b,Other words\n",
    );
    assert_eq!(records(&other)[1]["basis"]["evidence"], json!([{ "source": "source/b", "quote": "Other words" }]));
    let rows = imported(FRONT, "id,name\nministry,\n");
    assert_eq!(rows.rows()[0].fate, Fate::Unreadable);
    assert!(told(&rows, "concise").contains("actors.csv:2:1: error[missing-field]: "), "{}", told(&rows, "concise"));
}

#[test]
fn what_is_wrong_is_told_at_its_cell_in_the_words_of_the_validator() {
    let table = "id,type,name,country,comment,modality,source,page,name,seat\n\
        front,rebel grupe,Front,Congo,x,stated,source/reprot,1,twice,\n\
        1E+05,armed-group,B,AFG,,stated,source/report,2,,\n\
        c,armed-group,#N/A,AFG,,stated,source/report,3,,Nowhere,too much\n";
    insta::assert_snapshot!(told(&imported(FRONT, table), "full"));
}

#[test]
fn dates_and_numbers_are_taken_where_they_mean_one_thing() {
    let table = |when: &str, value: &str| {
        let text = format!(
            "id\tabout\tmeasure\tvalue\twhen\tmodality\tsource\tpage\no\tMinistry\tfighters\t{value}\t{when}\tstated\treport\t1\n"
        );
        imported("Observations.csv", &text)
    };
    for (when, value, edtf, estimate) in [
        ("10 April 1998", "1,200", "1998-04-10", json!({ "best": 1200 })),
        ("2021-08", "about 180", "2021-08", json!({ "best": 180, "approximate": true })),
        ("26.08.2021", "20-30", "2021-08-26", json!({ "low": 20, "high": 30 })),
        ("early 2015", "words=dozens", "2015-37", json!({ "words": "dozens" })),
    ] {
        let found = table(when, value);
        assert_eq!(errors(&found), "", "{when}, {value}");
        let record = &records(&found)[0];
        assert_eq!((&record["when"], &record["value"]), (&json!(edtf), &estimate));
    }
    for (when, value, place, help) in [
        ("7/11/2015", "3", "Observations.csv:2:23", "`2015-11-07` (7 November 2015) or `2015-07-11`"),
        ("2015", "dozens", "Observations.csv:2:21", "dozens"),
        ("2015", "1.200", "Observations.csv:2:21", "1200"),
    ] {
        let found = table(when, value);
        let (full, concise) = (told(&found, "full"), told(&found, "concise"));
        assert!(concise.contains(place) && full.contains(help), "{full}");
    }
}

#[test]
fn one_table_may_hold_records_of_several_kinds() {
    let table = "kind,id,title,name,type,modality,source,page\n\
        sources,second,Second,,report,,,\nactor,a,,A,media,stated,Second,1\n,actor/b,,B,media,stated,second,2\n";
    let found = imported("everything.csv", table);
    assert_eq!(errors(&found), "");
    assert_eq!(records(&found)[1]["basis"]["evidence"][0]["source"], "source/second");
    let wrong = imported("everything.csv", "kind,id,title\nbook,b,B\nsource,c,C\n");
    assert!(told(&wrong, "concise").contains("everything.csv:2:1: error[unknown-kind]"), "{}", told(&wrong, "concise"));
    let unknown = imported("Sheet1.csv", "name\nA\n");
    assert!(errors(&unknown).starts_with("Sheet1.csv:1:1: error[unknown-table]"));
}

#[test]
fn text_is_read_in_five_encodings() {
    let table = "id;title;type\ncafe;Café;report\n";
    let utf16 = |mark: u16, bytes: fn(u16) -> [u8; 2]| {
        [mark].into_iter().chain(table.encode_utf16()).flat_map(bytes).collect::<Vec<u8>>()
    };
    let windows: Vec<u8> = table.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    for (bytes, code) in [
        (table.as_bytes().to_vec(), ""),
        ([b"\xEF\xBB\xBF", table.as_bytes()].concat(), ""),
        (utf16(0xFEFF, u16::to_le_bytes), ""),
        (utf16(0xFEFF, u16::to_be_bytes), ""),
        (windows, "guessed-encoding"),
    ] {
        let found = Tables::csv_bytes("sources.csv", &bytes).unwrap().import(&Levels::default(), &[dataset()]).unwrap();
        // A source stands before anything cites it.
        assert!(found.is_valid() && !found.report().codes().contains_key("uncited-source"));
        assert_eq!(records(&found)[0]["title"], "Café");
        assert_eq!(found.report().codes().contains_key("guessed-encoding"), !code.is_empty());
    }
}

#[test]
fn lists_have_tables_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("event.csv", "id,type,title,modality,source,page\nraid,attack,Raid,stated,report,1\n");
    write(
        "event_participants.csv",
        "event_id,actor,role\nraid,ministry,target\nraid,ministry,\nnone,ministry,target\n,a,b\n",
    );
    write("notes.txt", "nothing");
    let read = || Tables::csv(folder.path()).unwrap().import(&Levels::default(), &[dataset()]).unwrap();
    let concise = told(&read(), "concise");
    assert!(concise.contains("event_participants.csv:3:6: error[missing-field]"), "{concise}");
    assert!(concise.contains("event_participants.csv:4:1: error[misplaced-row]"), "{concise}");
    assert!(concise.contains("event_participants.csv:5:2: error[misplaced-row]"), "{concise}");
    write("event_participants.csv", "event_id,item,actor,role\nraid,2,ministry,party\nraid,1,ministry,target\n");
    let found = read();
    assert_eq!(errors(&found), "");
    assert_eq!(records(&found)[0]["participants"][0]["role"], "target");
    write("event_participants.csv", "event_id,item,actor,role\nraid,1,ministry,party\nraid,1,ministry,target\n");
    assert!(told(&read(), "concise").contains("event_participants.csv:3:1: error[misplaced-row]"));
}
