//! Processes that write one folder again and again, and are killed at random moments.

#![expect(clippy::disallowed_methods, reason = "a test makes its own input")]

use std::{
    collections::BTreeSet,
    env, fs, io,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use crate::{
    Existing,
    exchange::{Exchange, exchange},
    folder::write_folder_by,
    leftovers::settle,
};

/// How many files the folder has, all of which hold the same word.
const FILES: usize = 12;

/// How a process learns which folder it is to write, what it is called, how often it writes, and whether folders are exchanged.
const PLAN: &str = "STANDPOINT_TEST_WRITER";

fn unsupported(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// The ways in which a folder takes the place of another.
const WAYS: [(&str, Exchange); 2] = [("at-once", exchange), ("in-two-steps", unsupported)];

/// Whether a folder is missing for a moment.
fn has_gap(way: &str) -> bool {
    way == "in-two-steps" || !cfg!(any(target_os = "linux", target_os = "android", target_vendor = "apple"))
}

/// A process that writes the folder `out` of `parent`.
fn writer(parent: &Path, name: &str, times: usize, way: &str) -> Child {
    Command::new(env::current_exe().expect("the tests"))
        .args(["--exact", "killed::this_process_writes", "--ignored", "--quiet"])
        .env(PLAN, format!("{name} {times} {way} {}", parent.display()))
        .stdout(Stdio::null())
        .spawn()
        .expect("a process")
}

#[test]
#[ignore = "other tests run it in processes of their own"]
fn this_process_writes() {
    let Ok(plan) = env::var(PLAN) else { return };
    let [name, times, way, parent] = plan.splitn(4, ' ').collect::<Vec<_>>().try_into().expect("a plan");
    let (_, exchange) = WAYS.iter().find(|(own, _)| *own == way).expect("a way");
    for time in 0..times.parse().expect("a number") {
        let write = |folder: &Path| {
            (0..FILES).try_for_each(|file| fs::write(folder.join(file.to_string()), format!("{name} {time}")))
        };
        write_folder_by(*exchange, &Path::new(parent).join("out"), Existing::Own("list"), write).expect("written");
    }
}

/// The words in the files of a folder, none if it is not there. It has all its files or none.
fn words(folder: &Path) -> BTreeSet<String> {
    let files: Vec<String> =
        (0..FILES).filter_map(|file| fs::read_to_string(folder.join(file.to_string())).ok()).collect();
    assert!(files.is_empty() || files.len() == FILES, "{files:?}");
    files.into_iter().collect()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn a_folder_is_whole_whenever_its_writer_is_killed() {
    for (way, _) in WAYS {
        let parent = tempfile::tempdir().expect("a folder");
        let out = parent.path().join("out");
        writer(parent.path(), "first", 1, way).wait().expect("an end");
        for round in 0..25 {
            let mut child = writer(parent.path(), &format!("{round}"), usize::MAX, way);
            thread::sleep(Duration::from_micros(fastrand::u64(8_000..60_000)));
            child.kill().expect("killed");
            child.wait().expect("an end");
            assert!(out.exists() || has_gap(way), "there is no moment without it");
            settle(parent.path());
            assert_eq!(words(&out).len(), 1, "{way}, round {round}");
            assert_eq!(names(parent.path()), ["out"], "{way}, round {round}");
        }
    }
}

#[test]
fn several_processes_that_write_one_folder_at_once_all_succeed() {
    for (way, _) in WAYS {
        let parent = tempfile::tempdir().expect("a folder");
        let out = parent.path().join("out");
        writer(parent.path(), "first", 1, way).wait().expect("an end");
        let mut writers: Vec<Child> = (0..3).map(|name| writer(parent.path(), &format!("{name}"), 40, way)).collect();
        while writers.iter_mut().any(|child| child.try_wait().expect("a child").is_none()) {
            assert!(out.exists() || has_gap(way), "there is no moment without it");
            thread::sleep(Duration::from_micros(100));
        }
        assert!(writers.iter_mut().all(|child| child.wait().expect("an end").success()), "{way}");
        let words = words(&out);
        assert!(words.len() == 1 && words.iter().all(|word| word.ends_with(" 39")), "{words:?}");
        assert_eq!(names(parent.path()), ["out"], "{way}");
    }
}
