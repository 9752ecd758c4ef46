//! What commands write: never over what they read, nothing in place of something, and nothing by half.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

mod common;

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use common::{err, out, standpoint};

/// The example in one file of a folder of its own.
fn example() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let records = folder.path().join("records.json");
    export("json", "fixtures/example", &records);
    (folder, records)
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn export(format: &str, from: &str, to: &Path) {
    let output = standpoint(&["export", format, from, "-o", text(to), "--losses", "none"]);
    assert_eq!((output.status.code(), err(&output)), (Some(0), ""));
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn assert_refused(output: &Output, message: &str) {
    assert_eq!((output.status.code(), out(output)), (Some(2), ""), "{}", err(output));
    assert!(err(output).starts_with("error: ") && err(output).lines().count() == 1, "{}", err(output));
    assert!(err(output).contains(message), "{}", err(output));
}

#[cfg(unix)]
#[test]
fn an_export_does_not_take_the_place_of_what_it_is_made_of() {
    use std::os::unix::fs::symlink;

    let (folder, records) = example();
    let before = fs::read(&records).unwrap();
    let [link, hard, alias] = ["link.json", "hard.json", "alias"].map(|name| folder.path().join(name));
    symlink("records.json", &link).unwrap();
    fs::hard_link(&records, &hard).unwrap();
    symlink(".", &alias).unwrap();
    let roundabout = folder.path().join("alias/alias/records.json");
    let listed = folder.path().join("standpoint-files.txt");
    fs::write(&listed, "standpoint-files.txt\nrecords.json\nlink.json\nhard.json\nalias\n").unwrap();
    let from = [text(&records), text(&link)];
    for from in from {
        for stream in [&["--stream"][..], &[]] {
            for to in [&records, &link, &hard, &roundabout] {
                for format in ["ndjson", "sqlite"] {
                    let arguments = [&["export", format, from, "-o", text(to)], stream].concat();
                    assert_refused(&standpoint(&arguments), "choose another place");
                }
            }
            // A folder in which it lies, though an export of before lists it as its own.
            let arguments = [&["export", "html", from, "-o", text(folder.path())], stream].concat();
            assert_refused(&standpoint(&arguments), "choose another place");
        }
    }
    assert_eq!(fs::read(&records).unwrap(), before);
    assert_eq!(names(folder.path()), ["alias", "hard.json", "link.json", "records.json", "standpoint-files.txt"]);
}

#[cfg(unix)]
#[test]
fn tables_that_nobody_needs_need_not_be_there() {
    let folder = tempfile::tempdir().unwrap();
    let tables = folder.path().join("tables");
    export("csv", "fixtures/example", &tables);
    let import = || standpoint(&["import", "csv", text(&tables)]);
    let all = import();
    for name in names(&tables) {
        let file = tables.join(&name);
        if name == "record.csv" || fs::read_to_string(&file).unwrap().lines().count() == 1 {
            fs::remove_file(file).unwrap();
        }
    }
    let some = import();
    assert_eq!((some.status.code(), out(&some)), (Some(0), out(&all)), "{}", err(&some));
    assert_refused(&standpoint(&["import", "csv", text(folder.path())]), "no records");
}

/// Whatever lies in the folder of a dataset and has the name of a file of records is read with the others.
#[test]
fn an_export_does_not_become_a_part_of_its_dataset() {
    let folder = tempfile::tempdir().unwrap();
    let dataset = folder.path().join("dataset");
    fs::create_dir(&dataset).unwrap();
    export("json", "fixtures/example", &dataset.join("records.json"));
    for (format, to) in [("json", "all.json"), ("stix", "stix.json"), ("ndjson", "all.ndjson.gz")] {
        let to = dataset.join(to);
        let refused = standpoint(&["export", format, text(&dataset), "-o", text(&to)]);
        assert_refused(&refused, "are read as one dataset");
        assert!(!to.exists());
    }
    for (format, to) in [("gexf", "graph.gexf"), ("csv", "tables")] {
        export(format, text(&dataset), &dataset.join(to));
    }
    assert_eq!(standpoint(&["validate", text(&dataset)]).status.code(), Some(0));
    export("stix", text(&dataset), &folder.path().join("stix.json"));
}

#[test]
fn an_export_does_not_take_the_place_of_one_of_many_files_its_levels_or_standard_input() {
    let (folder, records) = example();
    let dataset = folder.path().join("dataset");
    fs::create_dir_all(dataset.join("below")).unwrap();
    let (inside, levels) = (dataset.join("below/all.json"), folder.path().join("standpoint.toml"));
    fs::rename(&records, &inside).unwrap();
    fs::write(&levels, "").unwrap();
    for to in [&inside, &levels] {
        assert_refused(&standpoint(&["export", "json", text(&dataset), "-o", text(to)]), text(to));
    }
    for to in [&dataset, &dataset.join("below")] {
        assert_refused(&standpoint(&["export", "csv", text(&dataset), "-o", text(to)]), "all.json");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_standpoint"))
        .args(["export", "ndjson", "-", "-o", text(&inside)])
        .stdin(File::open(&inside).unwrap())
        .output()
        .unwrap();
    assert_refused(&output, "choose another place");
    // What is read is left alone, so there is nothing against it.
    export("markdown", text(&dataset), &dataset.join("below/page.md"));
    export("html", text(&dataset), &dataset.join("site"));
    assert_eq!(names(&dataset.join("below")), ["all.json", "page.md"]);
}

#[test]
fn an_import_does_not_take_the_place_of_what_it_reads() {
    let (folder, records) = example();
    let (graph, tables) = (folder.path().join("graph.ttl"), folder.path().join("tables"));
    export("turtle", text(&records), &graph);
    export("csv", text(&records), &tables);
    let (before, inside) = (fs::read(&graph).unwrap(), tables.join("actor.csv"));
    assert_refused(&standpoint(&["import", "turtle", text(&graph), "-o", text(&graph)]), "choose another place");
    assert_refused(&standpoint(&["import", "csv", text(&tables), "-o", text(&inside)]), "choose another place");
    assert_eq!(fs::read(&graph).unwrap(), before);
    assert!(fs::read_to_string(&inside).unwrap().starts_with("id,"));
}

#[test]
fn a_point_that_is_drawn_on_the_map_stands_in_the_record_of_its_place() {
    let (folder, records) = example();
    let map = folder.path().join("map.geojson");
    export("geojson", "fixtures/example", &map);
    assert_refused(&standpoint(&["import", "geojson", text(&map)]), "`--into DATASET`");
    let before = fs::read_to_string(&records).unwrap();
    let same = standpoint(&["import", "geojson", text(&map), "--into", text(&records)]);
    assert_eq!((same.status.code(), fs::read_to_string(&records).unwrap()), (Some(0), before));
    let mut drawn: serde_json::Value = serde_json::from_str(&fs::read_to_string(&map).unwrap()).unwrap();
    let port = drawn["features"].as_array_mut().unwrap().iter_mut().find(|place| place["id"] == "place/port-ostra");
    port.unwrap()["geometry"] = serde_json::json!({ "type": "Point", "coordinates": [12.5, -7.25] });
    fs::write(&map, drawn.to_string()).unwrap();
    let put = standpoint(&["import", "geojson", text(&map), "--into", text(&records)]);
    assert!(out(&put).ends_with("3 records: 1 changed, 2 same; written\n"), "{}{}", out(&put), err(&put));
    let records: serde_json::Value = serde_json::from_str(&fs::read_to_string(&records).unwrap()).unwrap();
    let port = records.as_array().unwrap().iter().find(|record| record["id"] == "place/port-ostra").unwrap();
    assert_eq!(port["location"], serde_json::json!({ "longitude": 12.5, "latitude": -7.25 }));
}

#[test]
fn importing_nothing_is_an_error_that_leaves_the_output_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (input, kept) = (folder.path().join("input"), folder.path().join("kept.ndjson"));
    fs::write(&kept, "what was there").unwrap();
    let refused = |format: &str| {
        let output = standpoint(&["import", format, text(&input), "-o", text(&kept)]);
        assert_refused(&output, "there are no records in it");
        assert_eq!(fs::read_to_string(&kept).unwrap(), "what was there");
        assert_refused(&standpoint(&["import", format, text(&input)]), "there are no records in it");
    };
    for (format, empty) in [
        ("turtle", ""),
        ("turtle", "# nothing\n@prefix sp: <https://example.org/> .\n"),
        ("nquads", ""),
        ("nquads", "\n# nothing\n"),
        ("jsonld", "{}"),
        ("jsonld", "[]"),
        ("jsonld", r#"{ "@context": { "name": "https://schema.org/name" }, "@graph": [] }"#),
    ] {
        fs::write(&input, empty).unwrap();
        refused(format);
    }
    fs::remove_file(&input).unwrap();
    for format in ["csv", "parquet"] {
        fs::create_dir(&input).unwrap();
        refused(format);
        fs::remove_dir(&input).unwrap();
    }
    // Tables with their headers and nothing else.
    export("csv", "fixtures/example", &input);
    for name in names(&input) {
        let header = fs::read_to_string(input.join(&name)).unwrap().lines().next().unwrap().to_owned() + "\n";
        fs::write(input.join(name), header).unwrap();
    }
    refused("csv");
}

/// A file of more records than are exported in an instant.
#[cfg(unix)]
fn many_records(folder: &Path, many: usize) -> PathBuf {
    let record = |number| format!(r#"{{"kind":"source","id":"source/s{number}","type":"report","title":"A report"}}"#);
    let path = folder.join("records.ndjson");
    fs::write(&path, (0..many).map(record).collect::<Vec<_>>().join("\n")).unwrap();
    path
}

/// How many files and folders there are in the temporary folders of exports, and below.
#[cfg(unix)]
fn unfinished(folder: &Path) -> usize {
    let entries = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut open: Vec<PathBuf> =
        entries(folder).filter(|path| path.file_name().unwrap().to_string_lossy().starts_with('.')).collect();
    let mut count = 0;
    while let Some(path) = open.pop() {
        open.extend(entries(&path));
        count += 1;
    }
    count
}

#[cfg(unix)]
fn spawned(arguments: &[&str]) -> std::process::Child {
    Command::new(env!("CARGO_BIN_EXE_standpoint")).args(arguments).stderr(Stdio::piped()).spawn().unwrap()
}

/// Waits for something that a process does before it ends.
#[cfg(unix)]
fn wait_until(child: &mut std::process::Child, is_so: impl Fn() -> bool) {
    while !is_so() {
        assert!(child.try_wait().unwrap().is_none() || is_so(), "it ended too early");
        std::thread::sleep(std::time::Duration::from_micros(200));
    }
}

#[cfg(unix)]
fn signal(child: &std::process::Child, name: &str) {
    assert!(Command::new("kill").args(["-s", name, &child.id().to_string()]).status().unwrap().success());
}

#[cfg(unix)]
#[test]
fn an_export_that_is_stopped_while_many_threads_make_files_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (records, site) = (many_records(folder.path(), 2000), folder.path().join("site"));
    for attempt in 0..10 {
        let mut child = spawned(&["export", "html", "--stream", text(&records), "-o", text(&site)]);
        wait_until(&mut child, || unfinished(folder.path()) > 20 + 10 * attempt);
        signal(&child, if attempt % 2 == 0 { "TERM" } else { "INT" });
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), err(&output)), (Some(2), "error: interrupted\n"));
        assert_eq!(names(folder.path()), ["records.ndjson"], "attempt {attempt}");
    }
}

#[cfg(unix)]
#[test]
fn what_a_killed_export_left_is_cleared_by_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let (records, site) = (many_records(folder.path(), 2000), folder.path().join("site"));
    let mut child = spawned(&["export", "html", "--stream", text(&records), "-o", text(&site)]);
    wait_until(&mut child, || unfinished(folder.path()) > 20);
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(names(folder.path()).len(), 3, "the records, what was begun and its lock");
    export("html", "fixtures/example", &site);
    assert_eq!(names(folder.path()), ["records.ndjson", "site"]);
}

#[cfg(unix)]
#[test]
fn a_signal_that_comes_when_the_export_is_in_its_place_changes_nothing() {
    use std::os::unix::fs::MetadataExt;

    let folder = tempfile::tempdir().unwrap();
    let (records, site) = (many_records(folder.path(), 2000), folder.path().join("site"));
    assert!(spawned(&["export", "html", "--stream", text(&records), "-o", text(&site)]).wait().unwrap().success());
    let number = || fs::metadata(&site).unwrap().ino();
    for _ in 0..5 {
        let before = number();
        let mut child = spawned(&["export", "html", "--stream", text(&records), "-o", text(&site)]);
        wait_until(&mut child, || number() != before);
        // While the old site, which is large, is removed.
        signal(&child, "TERM");
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), err(&output)), (Some(0), ""));
        assert_eq!(names(folder.path()), ["records.ndjson", "site"]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_in_the_words_of_the_system() {
    let full = || Stdio::from(File::options().write(true).open("/dev/full").unwrap());
    for arguments in [&["--help"][..], &["export", "--help"], &["--version"], &["formats"]] {
        let output = Command::new(env!("CARGO_BIN_EXE_standpoint")).args(arguments).stdout(full()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let told = err(&output).starts_with("error: cannot write to standard output: No space left on device");
        assert!(told, "{arguments:?}: {}", err(&output));
    }
    let help = standpoint(&["--help"]);
    assert_eq!((help.status.code(), err(&help)), (Some(0), ""));
    let wrong = standpoint(&["--no-such-option"]);
    assert_eq!((wrong.status.code(), out(&wrong)), (Some(2), ""));
}

#[test]
fn more_threads_than_help_are_not_begun() {
    let (_folder, records) = example();
    for threads in ["1", "20000", "18446744073709551615"] {
        let output = standpoint(&["validate", text(&records), "--threads", threads]);
        assert_eq!((output.status.code(), err(&output)), (Some(0), ""));
    }
}

#[cfg(unix)]
#[test]
fn a_temporary_folder_that_is_missing_is_told_as_such() {
    let folder = tempfile::tempdir().unwrap();
    let (large, missing) = (folder.path().join("large"), folder.path().join("missing"));
    fs::write(&large, " \n".repeat(5 << 20)).unwrap();
    for arguments in [&["validate", "-"][..], &["export", "ndjson", "-"], &["export", "ndjson", "-", "--stream"]] {
        let output = Command::new(env!("CARGO_BIN_EXE_standpoint"))
            .args(arguments)
            .stdin(fs::File::open(&large).unwrap())
            .env("TMPDIR", &missing)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let told = format!(
            ": cannot keep a temporary file in `{}`: there is no such folder; free some space there, or name another folder in \
             the variable TMPDIR\n",
            missing.display()
        );
        assert!(err(&output).ends_with(&told), "{arguments:?}: {}", err(&output));
    }
}

#[test]
fn a_size_that_is_none_is_told_in_plain_words() {
    for size in ["99999999999999999999", "", "large", "-1"] {
        let output = standpoint(&["validate", "fixtures/example", &format!("--max-record-size={size}")]);
        assert_eq!(output.status.code(), Some(2));
        assert!(err(&output).contains("write a number of bytes, or one with a unit"), "{}", err(&output));
        assert!(!err(&output).contains("SI unit"), "{}", err(&output));
    }
    assert_eq!(standpoint(&["validate", "fixtures/example", "--max-record-size", "1MiB"]).status.code(), Some(0));
}

#[test]
fn options_stand_anywhere_between_paths_and_the_id() {
    let shown = standpoint(&["show", "fixtures/example", "actor/ministry", "--width", "40"]);
    assert_eq!((shown.status.code(), err(&shown)), (Some(0), ""));
    for arguments in [
        &["show", "fixtures/example", "--width", "40", "actor/ministry"][..],
        &["show", "--width", "40", "fixtures/example", "--", "actor/ministry"],
        &["show", "fixtures/example", "--width=40", "--", "actor/ministry"],
    ] {
        let output = standpoint(arguments);
        assert_eq!((out(&output), err(&output)), (out(&shown), ""), "{arguments:?}");
    }
}

#[cfg(unix)]
#[test]
fn an_import_reads_no_more_than_a_validation() {
    let folder = tempfile::tempdir().unwrap();
    let large = folder.path().join("large.ttl");
    // Only its size is on the disk.
    File::create(&large).unwrap().set_len((1 << 30) + 1).unwrap();
    let output = standpoint(&["import", "turtle", text(&large)]);
    assert_refused(&output, "it is larger than 1 GiB, the most that is read");
}
