//! `docs/first-page.md` leads from an empty folder to a site, by few commands and answers; and what it made outlives a text that
//! was saved otherwise.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

mod common;

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use common::{err, out, root, standpoint};

/// The most that a first page may ask of anybody.
const MOST_COMMANDS: usize = 12;
const MOST_ANSWERS: usize = 40;

/// The lines of the page that a shell runs.
fn script() -> String {
    let page = fs::read_to_string(root().join("docs/first-page.md")).unwrap();
    let blocks = page.split("```sh\n").skip(1);
    blocks.map(|block| block.split("```").next().unwrap()).collect()
}

/// How many commands there are, and how many answers: lines to questions, and options of records.
fn counts(script: &str) -> (usize, usize) {
    let (mut commands, mut answers) = (0, 0);
    let mut until: Option<&str> = None;
    for line in script.replace("\\\n", "").lines() {
        match until {
            Some(end) if line == end => until = None,
            Some("ANSWERS") => answers += 1,
            Some(_) => {}
            None => {
                commands += 1;
                if line.starts_with("standpoint new ") {
                    answers += line.matches(" --").count();
                }
                until = line.split_once("<<'").and_then(|(_, end)| end.strip_suffix('\''));
            }
        }
    }
    (commands, answers)
}

fn run(folder: &Path, script: &str) -> Output {
    let programs = Path::new(env!("CARGO_BIN_EXE_standpoint")).parent().unwrap();
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap());
    Command::new("sh").args(["-ec", script]).current_dir(folder).env("PATH", path).output().unwrap()
}

#[test]
fn the_page_leads_from_an_empty_folder_to_a_site() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    fs::create_dir(&data).unwrap();
    let script = script();
    let (commands, answers) = counts(&script);
    assert_eq!(commands, 7, "the page says how many there are");
    assert!(commands <= MOST_COMMANDS && (1..=MOST_ANSWERS).contains(&answers), "{commands}, {answers}");
    let done = run(&data, &script);
    assert_eq!(done.status.code(), Some(0), "{}{}", out(&done), err(&done));
    assert!(out(&done).contains("no findings") && out(&done).contains("2 of 3 sentences cited"), "{}", out(&done));
    assert!(folder.path().join("site/index.html").is_file());

    // A checkout on Windows changes every line end.
    let text = data.join("sources/bulletin.txt");
    fs::write(&text, fs::read_to_string(&text).unwrap().replace('\n', "\r\n")).unwrap();
    let (data, texts) = (data.to_str().unwrap(), data.join("sources"));
    let texts = texts.to_str().unwrap();
    let told = standpoint(&["reanchor", data, "--sources", texts, "--format", "concise"]);
    assert_eq!(told.status.code(), Some(1));
    assert!(out(&told).contains("`bulletin.txt` is this text with Windows line ends"), "{}", out(&told));
    assert!(out(&standpoint(&["verify", data, "--sources", texts])).contains("`standpoint reanchor`"));
    let moved = standpoint(&["reanchor", data, "--sources", texts, "--fix"]);
    assert_eq!(moved.status.code(), Some(0), "{}{}", out(&moved), err(&moved));
    assert!(out(&moved).contains("4 changes written in 3 files"), "{}", out(&moved));
    assert_eq!(standpoint(&["verify", data, "--sources", texts]).status.code(), Some(0));
    let again = standpoint(&["reanchor", data, "--sources", texts]);
    assert_eq!(again.status.code(), Some(0), "{}", out(&again));
}
