//! Fixes: what they change, what they leave, and when they write nothing.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::{
    fs,
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use standpoint_validate::{Error, Fixed, Levels, Validation, catalogue, validate};
use tempfile::TempDir;

fn fix(paths: &[&Path]) -> Result<Fixed, Error> {
    Validation::new().fix(paths)
}

const EVIDENCE: &str = r#""evidence":[{"source":"source/page","locator":"1"}]"#;

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

/// What becomes of a file of this name and content.
fn fixed_file(name: &str, content: &[u8]) -> Vec<u8> {
    let folder = folder(&[(name, content)]);
    let file = folder.path().join(name);
    let fixed = fix(&[&file]).unwrap();
    assert_eq!(fs::read(&file).unwrap(), content, "nothing is written until it is asked for");
    fixed.write().unwrap();
    let after = fs::read(&file).unwrap();
    assert_eq!(fixed.files().is_empty(), after == content);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left behind");
    after
}

fn fixed_text(text: &str) -> String {
    String::from_utf8(fixed_file("a.json", text.as_bytes())).unwrap()
}

/// An event with these fields.
fn event(fields: &str) -> String {
    format!(
        r#"{{"kind":"event","id":"event/e","type":"attack","title":"É 🏔",{fields}"basis":{{"modality":"stated",{EVIDENCE}}}}}"#
    )
}

#[test]
fn what_can_mean_only_one_thing_is_fixed() {
    for (before, after) in [
        (event(r#""when":"circa 1980","#), event(r#""when":"1980~","#)),
        (event(r#""when":"31/05/2021","#), event(r#""when":"2021-05-31","#)),
        (event(r#""when" : "3 June 2019" ,"#), event(r#""when" : "2019-06-03" ,"#)),
        (event(r#""note":null,"#), event("")),
        (event("\n  \"note\": null,\n  \"places\": null,\n"), event("\n")),
        (event(r#""outcome":"Failed","#), event(r#""outcome":"failed","#)),
        (
            event(
                r#""places":[{"place":"place/a","role":"site"},{"place":"place/b","role":"site"},{"place":"place/a","role":"site"}],"#,
            ),
            event(r#""places":[{"place":"place/a","role":"site"},{"place":"place/b","role":"site"}],"#),
        ),
        (event(r#""follows":[ "event/a" ,"event/a"],"#), event(r#""follows":[ "event/a"],"#)),
        (
            event(r#""places":[{"place":"place/a\u0020","role":"site"}],"#),
            event(r#""places":[{"place":"place/a","role":"site"}],"#),
        ),
        (
            event(r#""participants":[{"actor":"actor/a","role":"initiator"},{"role":"initiator","actor":"actor/a"}],"#),
            event(r#""participants":[{"actor":"actor/a","role":"initiator"}],"#),
        ),
    ] {
        assert_eq!(fixed_text(&before), after);
        // The same in a list, in a file of lines, and after a byte order mark.
        let list = |record: &str| format!("[\r\n\t{record} ,\r\n\t{record}]\r\n");
        assert_eq!(fixed_text(&list(&before)), list(&after));
        let lines = |record: &str| format!("{}\r\n\n{0}\n", record.replace('\n', " ")).into_bytes();
        assert_eq!(fixed_file("a.ndjson", &lines(&before)), lines(&after));
        assert_eq!(fixed_text(&format!("\u{FEFF}{before}\n")), format!("{after}\n"));
    }
}

#[test]
fn a_null_stays_if_a_field_that_is_left_out_says_something() {
    let manifest = r#"{"kind":"dataset","id":"dataset/d","format":null,"title":"D","version":"1.0.0","license":"CC0-1.0","publisher":"P","base_iri":"https://example.org/","created":"2023"}"#;
    let event = event(r#""occurrence":null,"#);
    let tie = format!(
        r#"{{"kind":"relationship","id":"relationship/t","subject":"actor/a","object":"actor/b","type":"ally","former":null,"basis":{{"modality":"stated",{EVIDENCE}}}}}"#
    );
    for (record, implied) in [(manifest, "0.1"), (&event, "happened"), (&tie, "false")] {
        assert_eq!(fixed_text(record), record);
        let folder = folder(&[("a.json", record.as_bytes())]);
        let report = validate(&[folder.path()], &Levels::default()).unwrap();
        let null = report.diagnostics().iter().find(|diagnostic| diagnostic.code.name == "wrong-type").unwrap();
        let help = format!("write what is meant; a field that is left out says `{implied}`");
        assert_eq!(null.help.as_deref(), Some(&*help));
    }
}

#[test]
fn every_kind_of_value_is_fixed() {
    let record = |kind: &str, fields: &str| {
        format!(r#"{{"kind":"{kind}","id":"{kind}/x",{fields},"basis":{{"modality":"stated",{EVIDENCE}}}}}"#)
    };
    let observation =
        |value: &str| record("observation", &format!(r#""about":"event/e","measure":"killed","value":{value}"#));
    let place = |fields: &str| record("place", &format!(r#""type":"city","name":"P",{fields}"#));
    let actor = |fields: &str| record("actor", &format!(r#""type":"network","name":"A",{fields}"#));
    let source = |fields: &str| format!(r#"{{"kind":"source","id":"source/s","title":"S","type":"report",{fields}}}"#);
    let cited = |evidence: &str| {
        actor(r#""status":"current""#).replace(r#"[{"source":"source/page","locator":"1"}]"#, evidence)
    };
    for (before, after) in [
        (observation(r#"{"best":"12"}"#), observation(r#"{"best":12}"#)),
        (observation(r#"{"best":" 12 ","high":null}"#), observation(r#"{"best":12}"#)),
        (observation(r#"{"words":null,"low":1}"#), observation(r#"{"low":1}"#)),
        (
            place(r#""location":{"longitude":"69.20","latitude":"-3.5e1"}"#),
            place(r#""location":{"longitude":69.20,"latitude":-3.5e1}"#),
        ),
        (place(r#""country":"Afghanistan""#), place(r#""country":"AFG""#)),
        (place(r#""overlaps":["AF","PAK "]"#), place(r#""overlaps":["AFG","PAK"]"#)),
        (source(r#""languages":["Persian"],"reliability":"b""#), source(r#""languages":["fa"],"reliability":"B""#)),
        (source(r#""note":null"#), source(r#""$schema":null"#).replace(r#","$schema":null"#, "")),
        (source(r#""text":{"length":"3","sha256":null}"#), source(r#""text":{"length":3,"sha256":null}"#)),
        (actor(r#""codes":null"#), actor(r#""x":1"#).replace(r#","x":1"#, "")),
        (
            actor(r#""aliases":[{"text":"B","type":"former"},{"text":"B","type":"former"}]"#),
            actor(r#""aliases":[{"text":"B","type":"former"}]"#),
        ),
        (
            cited(r#"[{"source":"source/page"},{"source":"source/page"},{"source":"source/page","quote":"Q"}]"#),
            cited(r#"[{"source":"source/page"},{"source":"source/page","quote":"Q"}]"#),
        ),
        (actor(r#""country":"AF""#).replace(r#""kind":"actor""#, r#""kind":" ACTOR""#), actor(r#""country":"AFG""#)),
    ] {
        assert_eq!(fixed_text(&before), after);
    }
}

#[test]
fn commas_too_many_go_and_what_they_hid_is_fixed_too() {
    assert_eq!(fixed_text("[\n  {\"kind\": \"Source\",},\n]\n"), "[\n  {\"kind\": \"source\"}\n]\n");
    assert_eq!(fixed_text("[{\"a\": [1, 2 , ] } , ]"), "[{\"a\": [1, 2  ] }  ]");
    assert_eq!(fixed_text("[{},, {}]"), "[{}, {}]");
    assert_eq!(fixed_text("[{\"a\": [1,, 2]}]"), "[{\"a\": [1,, 2]}]");
    assert_eq!(fixed_file("a.ndjson", b"{\"a\": 1},\r\n{},\n{}"), b"{\"a\": 1}\r\n{}\n{}");
}

#[test]
fn what_may_mean_something_else_is_left() {
    for text in [
        event(r#""when":"12/05/2021","#),
        event(r#""when":"2011/12","#),
        event(r#""issues":["Issue/A"],"#),
        event(r#""outcome":"succeded","#),
        event(r#""Note":"x","#),
        // Of two notes nobody knows which is meant.
        event(r#""note":"x","note":null,"#),
        event(r#""basis":null,"#),
        event(r#""issues":[null],"#),
        event(r#""unknown":null,"#),
        // What stands in a field of another name, or in a record of another kind, may be meant for something else.
        event(r#""wen":"circa 1980","#),
        event(r#""when":"circa 1980","#).replace(r#""kind":"event""#, r#""kind":"evnt""#),
        event(r#""when":"circa 1980","#).replace(r#""kind":"event","#, ""),
        r#"{"kind":"place","id":"place/p","type":"city","name":"P","country":"NA"}"#.into(),
        r#"{"kind":"place","id":"place/p","type":"city","name":"P","country":"Congo"}"#.into(),
        r#"{"kind":"observation","id":"observation/o","value":{"low":"1,500","best":"007","high":"+3"}}"#.into(),
        "{\"kind\": \u{201C}source\"}".into(),
        "[1 2]".into(),
        "null".into(),
        String::new(),
    ] {
        assert_eq!(fixed_text(&text), text);
    }
    // UTF-16 is not read, so that there is nothing to fix.
    let utf16: Vec<u8> = "\u{FEFF}{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(fixed_file("a.json", &utf16), utf16);
    // Of a file of lines, the others are read.
    let line = |when: &str| [event(when).as_bytes(), b"\n\"\xFF\"\n", event(when).as_bytes()].concat();
    assert_eq!(fixed_file("a.ndjson", &line(r#""when":"circa 1980","#)), line(r#""when":"1980~","#));
    assert_eq!(fixed_file("a.json", b"\xEF\xBB\xBF{\"a\": \"\xFF\"}"), b"{\"a\": \"\xFF\"}");
}

#[test]
fn a_fix_leaves_nothing_missing() {
    let observation = |value: &str| {
        format!(
            r#"{{"kind":"observation","id":"observation/o","about":"actor/a","measure":"fighters","value":{value},"basis":{{"modality":"stated",{EVIDENCE}}}}}"#
        )
    };
    for value in [r#"{"best":null}"#, r#"{"low":null,"high":null}"#, r#"{"best":"1.200"}"#] {
        assert_eq!(fixed_text(&observation(value)), observation(value));
    }
    assert_eq!(fixed_text(&observation(r#"{"best":7,"high":null}"#)), observation(r#"{"best":7}"#));
}

#[test]
fn a_point_stands_between_thousands_only_where_there_may_be_thousands() {
    let place = |longitude: &str| {
        format!(
            r#"{{"kind":"place","id":"place/p","type":"city","name":"P","location":{{"longitude":{longitude},"latitude":7}},"basis":{{"modality":"stated",{EVIDENCE}}}}}"#
        )
    };
    assert_eq!(fixed_text(&place("\"121.988\"")), place("121.988"));
}

#[test]
fn lists_and_objects_that_a_table_made_texts_of_become_what_they_were() {
    let before = event(r#""places":"[{\"place\": \"place/a\", \"role\": \"site\"}]","outcome":"","#);
    assert_eq!(fixed_text(&before), event(r#""places":[{"place": "place/a", "role": "site"}],"#));
    let many = format!("[{}]", vec![before; 50].join(","));
    assert_eq!(fixed_text(&many).matches(r#""places":[{"#).count(), 50);
}

#[test]
fn addresses_are_encoded_and_dates_of_other_calendars_left() {
    let source = |url: &str| {
        format!(r#"{{"kind":"source","id":"source/page","title":"A page","type":"web-page","url":"{url}"}}"#)
    };
    assert_eq!(fixed_text(&source("https://example.org/a|b[1]")), source("https://example.org/a%7Cb%5B1%5D"));
    assert_eq!(fixed_text(&source("10.1000/182")), source("10.1000/182"));
    for when in ["1377/01/21", "1377-1-21", "c. 1377", "21.1.1377"] {
        let event = event(&format!(r#""when":"{when}","#));
        assert_eq!(fixed_text(&event), event);
    }
}

#[test]
fn what_a_file_held_is_kept_beside_it_where_nothing_reads_it() {
    let (before, after) = (event(r#""when":"circa 1980","#), event(r#""when":"1980~","#));
    let folder = folder(&[("a.json", before.as_bytes())]);
    let fixed = fix(&[folder.path()]).unwrap();
    fixed.write_and_keep().unwrap();
    let [file] = fixed.files() else { panic!("one file") };
    assert_eq!(file.kept(), folder.path().join(".a.json.bak"));
    assert_eq!(fs::read_to_string(file.kept()).unwrap(), before);
    assert_eq!(fs::read_to_string(folder.path().join("a.json")).unwrap(), after);
    assert_eq!(fix(&[folder.path()]).unwrap().report().documents().len(), 1);
}

#[test]
fn what_is_silenced_is_not_fixed() {
    let repeated = event(r#""places":[{"place":"place/a","role":"site"},{"place":"place/a","role":"site"}],"#);
    let path = folder(&[("a.json", repeated.as_bytes())]);
    let allowed = Levels::default().allow(catalogue::by_name("repeated-item").unwrap());
    assert!(Validation::new().levels(allowed).fix([path.path()]).unwrap().files().is_empty());
    let allow = r#""allow":[{"code":"repeated-item","why":"Twice."}],"places""#;
    let waived = repeated.replacen(r#""places""#, allow, 1);
    assert_eq!(fixed_text(&waived), waived);
}

#[test]
fn more_than_are_shown_are_fixed() {
    let lines = |when: &str| -> Vec<u8> {
        let line = |at: usize| event(when).replace("event/e", &format!("event/e{at}")) + "\n";
        (0..Validation::MAX_FINDINGS_PER_CODE + 10).flat_map(|at| line(at).into_bytes()).collect()
    };
    assert!(fixed_file("a.ndjson", &lines(r#""when":"circa 1980","#)) == lines(r#""when":"1980~","#));
}

#[test]
fn what_is_stopped_is_not_written() {
    let lines: String = (0..200)
        .map(|at| event(r#""when":"circa 1980","#).replace("event/e", &format!("event/e{at}")) + "\n")
        .collect();
    let folder = folder(&[("a.ndjson", lines.as_bytes())]);
    let stop = |_| ControlFlow::Break(());
    let fixed = Validation::new().in_memory_limit(0).watch(&stop).fix([folder.path()]).unwrap();
    assert!(fixed.report().stopped().is_some() && fixed.files().is_empty());
    fixed.write().unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("a.ndjson")).unwrap(), lines);
}

#[test]
fn only_the_files_that_are_fixed_are_written_and_all_are_validated_again() {
    let source = r#"{"kind":"source","id":"source/page","title":"P","type":"Report"}"#;
    let (good, wrong) = (event(""), event(r#""when":"soon","#).replace("event/e", "event/f"));
    let folder = folder(&[("a.json", source.as_bytes()), ("b.json", good.as_bytes()), ("c.json", wrong.as_bytes())]);
    let fixed = fix(&[folder.path()]).unwrap();
    let [file] = fixed.files() else { panic!("{:?}", fixed.files()) };
    assert_eq!((file.path(), file.fixes()), (&*folder.path().join("a.json"), 1));
    assert_eq!(file.content(), source.replace("Report", "report").as_bytes());
    fixed.write().unwrap();
    let codes =
        |diagnostics: &[standpoint_validate::Diagnostic]| diagnostics.iter().map(|it| it.code.name).collect::<Vec<_>>();
    let again = validate(&[folder.path()], &Levels::default()).unwrap();
    assert_eq!(codes(fixed.report().diagnostics()), codes(again.diagnostics()));
    assert_eq!(codes(again.diagnostics()), ["missing-manifest", "bare-event", "invalid-date"]);
    assert!(fix(&[folder.path()]).unwrap().files().is_empty(), "what is fixed stays so");
}

#[test]
fn a_file_that_is_not_kept_is_fixed_too() {
    let long = "É".repeat(2_000);
    let line = |at: usize, fields: &str| event(fields).replace("event/e", &format!("event/e{at}")).replace('É', &long);
    let lines = |wrong: &str, right: &str| -> String {
        let line = |at: usize| line(at, if at % 499 == 77 { wrong } else { right });
        (0..1_200).map(|at| line(at) + "\n").collect()
    };
    let before = lines(
        r#""note":null,"places":[{"place":"place/a","role":"site"},{"place":"place/a","role":"site"}],"#,
        r#""places":[{"place":"place/a","role":"site"}],"#,
    );
    assert!(before.len() as u64 > Validation::IN_MEMORY_LIMIT);
    let after =
        lines(r#""places":[{"place":"place/a","role":"site"}],"#, r#""places":[{"place":"place/a","role":"site"}],"#);
    assert!(fixed_file("a.ndjson", before.as_bytes()) == after.as_bytes());
    let marked = format!("\u{FEFF}{before}");
    assert!(fixed_file("a.ndjson", marked.as_bytes()) == after.as_bytes());
}

#[test]
fn the_difference_is_a_patch_that_others_apply() {
    let lines: Vec<String> = (0..40)
        .map(|at| event(if at % 13 == 5 { r#""note":null,"# } else { "" }).replace("event/e", &format!("event/e{at}")))
        .collect();
    for text in [lines.join("\n"), lines.join("\r\n") + "\r\n", format!("\u{FEFF}{}\n", lines.join("\n\n"))] {
        let folder = folder(&[("a.ndjson", text.as_bytes())]);
        let fixed = fix(&[folder.path()]).unwrap();
        let file = &fixed.files()[0];
        let diff = String::from_utf8(file.diff()).unwrap();
        let name = file.path().to_str().unwrap();
        assert!(diff.starts_with(&format!("--- {name}\n+++ {name}\n@@ -")), "{diff}");
        let patch = diffy::Patch::from_str(&diff).unwrap();
        assert_eq!(diffy::apply(&text, &patch).unwrap().as_bytes(), file.content());
    }
}

/// A file with something to fix, and what it becomes.
fn fixable() -> (String, String) {
    (event(r#""when":"circa 1980","#), event(r#""when":"1980~","#))
}

fn refused(path: &Path) -> Error {
    fix(&[path]).unwrap_err()
}

#[test]
fn compressed_files_are_refused_unless_there_is_nothing_to_fix() {
    let (before, after) = fixable();
    let folder =
        folder(&[("a.json.zst", &zstd::encode_all(before.as_bytes(), 0).unwrap()), ("b.json", before.as_bytes())]);
    let error = refused(folder.path());
    assert!(matches!(&error, Error::Compressed { path } if path.ends_with("a.json.zst")), "{error}");
    assert!(error.to_string().contains("decompress"), "{error}");
    fs::write(folder.path().join("a.json.zst"), zstd::encode_all(after.as_bytes(), 0).unwrap()).unwrap();
    fix(&[folder.path()]).unwrap().write().unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("b.json")).unwrap(), after);
}

/// Writes what is fixed after `change` was made to the folder; it is refused, and everything is as it was then.
fn assert_refused_after(change: impl Fn(&Path)) -> Error {
    let (before, _) = fixable();
    let folder = folder(&[("a.json", before.as_bytes()), ("b.json", before.as_bytes())]);
    let fixed: Fixed = fix(&[folder.path()]).unwrap();
    assert_eq!(fixed.files().len(), 2);
    change(folder.path());
    let held = |name: &str| fs::read(folder.path().join(name)).ok();
    let (a, b) = (held("a.json"), held("b.json"));
    let error = fixed.write().unwrap_err();
    assert_eq!((held("a.json"), held("b.json")), (a, b));
    let names = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert_eq!(names.filter(|name| name.to_string_lossy().starts_with('.')).count(), 0, "nothing is left behind");
    error
}

#[test]
fn a_file_that_changed_meanwhile_is_left_and_so_are_the_others() {
    let changed = assert_refused_after(|folder| fs::write(folder.join("b.json"), "[]").unwrap());
    assert!(matches!(&changed, Error::Changed { path } if path.ends_with("b.json")), "{changed}");
    let gone = assert_refused_after(|folder| fs::remove_file(folder.join("b.json")).unwrap());
    assert!(matches!(&gone, Error::Read { path, .. } if path.ends_with("b.json")), "{gone}");
}

#[test]
fn a_file_that_is_protected_is_left_and_so_are_the_others() {
    let protected = assert_refused_after(|folder| {
        let file = folder.join("b.json");
        let mut permissions = fs::metadata(&file).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&file, permissions).unwrap();
    });
    assert!(
        matches!(&protected, Error::Write(standpoint_files::Error::Write { path, .. }) if path.ends_with("b.json")),
        "{protected}"
    );
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn permissions_are_kept() {
        let (before, after) = fixable();
        let folder = folder(&[("a.json", before.as_bytes())]);
        let file = folder.path().join("a.json");
        for mode in [0o600, 0o664, 0o755] {
            fs::write(&file, &before).unwrap();
            fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
            fix(&[&file]).unwrap().write().unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), after);
            assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, mode);
        }
    }

    /// A file outside of the folder that is fixed.
    fn outside(folder: &Path) -> PathBuf {
        let outside = folder.join("outside");
        fs::create_dir(&outside).unwrap();
        let file = outside.join("a.json");
        fs::write(&file, fixable().0).unwrap();
        file
    }

    #[test]
    fn nothing_is_written_through_a_link() {
        let folder = TempDir::new().unwrap();
        let file = outside(folder.path());
        let inside = folder.path().join("inside");
        fs::create_dir(&inside).unwrap();
        let link = inside.join("a.json");
        symlink(&file, &link).unwrap();
        for path in [&link, &inside] {
            let error = refused(path);
            assert!(matches!(&error, Error::Linked { path, .. } if *path == link), "{error}");
        }
        fs::remove_file(&link).unwrap();
        symlink(file.parent().unwrap(), inside.join("sub")).unwrap();
        let error = refused(&inside);
        assert!(matches!(&error, Error::Linked { path, .. } if path.ends_with("sub/a.json")), "{error}");
        assert_eq!(fs::read_to_string(&file).unwrap(), fixable().0);
    }

    #[test]
    fn a_folder_may_be_named_by_a_link() {
        let folder = TempDir::new().unwrap();
        let file = outside(folder.path());
        let link = folder.path().join("link");
        symlink(file.parent().unwrap(), &link).unwrap();
        fix(&[&link]).unwrap().write().unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), fixable().1);
    }

    #[test]
    fn a_file_that_became_a_link_meanwhile_is_left() {
        let became = assert_refused_after(|folder| {
            fs::rename(folder.join("b.json"), folder.join("c.json")).unwrap();
            symlink(folder.join("c.json"), folder.join("b.json")).unwrap();
        });
        assert!(matches!(&became, Error::Changed { path } if path.ends_with("b.json")), "{became}");
    }
}
