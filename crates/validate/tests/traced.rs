//! A corpus whose parts are read apart gives the report of the whole, and traces that are none of it are refused.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

mod written;

use std::{
    fs,
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use standpoint_validate::{
    Error, Input, Levels, Renderer, Report, Style, TracesError, Validation, catalogue, record_files,
};

use crate::written::written;

const SEED: u64 = 20_290_131;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").canonicalize().unwrap()
}

fn rendered(report: &Report) -> String {
    written(Renderer::by_name("json").unwrap(), report, Style::default())
}

/// The traces of each of so many parts: each file is in the part that its place falls to.
fn traces(validation: &Validation<'_>, corpus: &[PathBuf], parts: usize) -> Vec<Vec<u8>> {
    let files = record_files(corpus).unwrap();
    let part_of = |path: &Path| (files.iter().position(|file| file == path).unwrap() * 7 + 3) % parts;
    let trace = |part: usize| {
        let mut traces = Vec::new();
        validation.trace(corpus, |path| part_of(path) == part, SEED, &mut traces).unwrap();
        traces
    };
    (0..parts).map(trace).collect()
}

fn run(validation: &Validation<'_>, corpus: &[PathBuf], traces: &[Vec<u8>]) -> Result<Report, Error> {
    validation.run_traced(corpus, traces.iter().enumerate().map(|(part, traces)| (part.to_string(), traces.as_slice())))
}

#[test]
fn every_folder_of_the_fixtures_gives_the_same_report_in_parts() {
    let canonical = record_files(&[fixtures().join("iskp")]).unwrap();
    let validation = Validation::new().max_findings_per_code(3);
    let mut parts = (1..6).cycle();
    for folder in fs::read_dir(fixtures().join("invalid")).unwrap() {
        let corpus: Vec<PathBuf> =
            [folder.unwrap().path()].into_iter().chain(canonical.iter().take(5).cloned()).collect();
        let Ok(whole) = validation.run(&corpus) else { continue };
        let mut traces = traces(&validation, &corpus, parts.next().unwrap());
        traces.reverse();
        let merged = run(&validation, &corpus, &traces).unwrap();
        assert!(rendered(&whole) == rendered(&merged), "{}", corpus[0].display());
    }
}

#[test]
fn what_nothing_is_wrong_with_is_not_read_again() {
    let corpus = [fixtures().join("iskp")];
    let traces = traces(&Validation::new(), &corpus, 3);
    let never = |_| panic!("a file of the corpus is read again");
    let report = run(&Validation::new().watch(&never), &corpus, &traces).unwrap();
    assert!(report.is_valid() && report.records() > 100);
}

/// A corpus of two files, each of which names what is in the other.
fn two_files(folder: &Path) -> Vec<PathBuf> {
    let page = r#"{"kind":"source","id":"source/page","type":"web-page","title":"A page"}"#;
    let actor = r#"{"kind":"actor","id":"actor/a","type":"state","name":"A","basis":{"modality":"stated","evidence":[{"source":"source/page","locator":"1"}]}}"#;
    let files = [folder.join("actors.ndjson"), folder.join("sources.ndjson")];
    fs::write(&files[0], format!("{actor}\n{{}}\n")).unwrap();
    fs::write(&files[1], format!("{page}\n")).unwrap();
    files.into()
}

fn cause(outcome: Result<Report, Error>) -> TracesError {
    match outcome {
        Err(Error::Traces { cause, .. }) => cause,
        other => panic!("{other:?}"),
    }
}

#[test]
fn traces_that_are_cut_or_changed_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (validation, corpus) = (Validation::new(), two_files(folder.path()));
    let whole = traces(&validation, &corpus, 1);
    let right = run(&validation, &corpus, &whole).unwrap();
    for length in 0..whole[0].len() {
        let cause = cause(run(&validation, &corpus, &[whole[0][..length].to_vec()]));
        assert!(matches!(cause, TracesError::NoTraces | TracesError::Damaged), "{length}: {cause:?}");
    }
    for place in 0..whole[0].len() {
        let mut changed = whole[0].clone();
        changed[place] ^= 1 << (place % 8);
        // Zstandard has bits that mean nothing.
        if let Ok(report) = run(&validation, &corpus, &[changed]) {
            assert_eq!(rendered(&report), rendered(&right), "{place}");
        }
    }
    let mut longer = whole[0].clone();
    longer.push(0);
    assert!(matches!(cause(run(&validation, &corpus, &[longer])), TracesError::Damaged));
    let image = b"\x89PNG\r\n\x1a\n a picture of a part of the corpus".to_vec();
    assert!(matches!(cause(run(&validation, &corpus, &[image])), TracesError::NoTraces));
}

/// A checksum proves nothing about who wrote the traces.
#[test]
fn traces_that_no_program_of_ours_wrote_do_no_harm() {
    let corpus = [fixtures().join("invalid/dangling-reference"), fixtures().join("invalid/interest-ranks")];
    let validation = Validation::new().threads(1);
    let whole = traces(&validation, &corpus, 1).remove(0);
    let first_line = whole.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    let frames = zstd::decode_all(&whole[first_line..]).unwrap();
    let compressed = |frames: &[u8]| [&whole[..first_line], &zstd::encode_all(frames, 1).unwrap()].concat();
    assert!(run(&validation, &corpus, &[compressed(&frames)]).is_ok());
    let mut random = fastrand::Rng::with_seed(SEED);
    for _ in 0..2_000 {
        let mut changed = frames.clone();
        for _ in 0..random.usize(1..4) {
            let place = random.usize(..changed.len());
            // Numbers of JSON grow, too.
            let digits = changed[place].is_ascii_digit() && random.bool();
            changed[place] = if digits { b'9' } else { random.u8(..) };
            if digits && random.bool() {
                let many = random.usize(1..20);
                changed.splice(place..place, vec![b'9'; many]);
                // The frame that it is in is the first or the second.
                let first = u32::from_le_bytes(changed[..4].try_into().unwrap()) as usize;
                let at = if place < first + 4 { 0 } else { first + 4 };
                let length = u32::from_le_bytes(changed[at..at + 4].try_into().unwrap()) + u32::try_from(many).unwrap();
                changed[at..at + 4].copy_from_slice(&length.to_le_bytes());
            }
        }
        let _ = run(&validation, &corpus, &[compressed(&changed)]);
    }
}

#[test]
fn traces_of_something_else_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (validation, corpus) = (Validation::new(), two_files(folder.path()));
    let parts = traces(&validation, &corpus, 2);

    let missing = run(&validation, &corpus, &parts[..1]);
    assert!(matches!(&missing, Err(Error::Untraced { path }) if path.ends_with("actors.ndjson")), "{missing:?}");
    let twice = cause(run(&validation, &corpus, &[parts[0].clone(), parts[1].clone(), parts[0].clone()]));
    assert!(matches!(&twice, TracesError::Twice { path } if path.ends_with("sources.ndjson")), "{twice}");

    let version = env!("CARGO_PKG_VERSION").as_bytes();
    let at = parts[0].windows(version.len()).position(|bytes| bytes == version).unwrap();
    let mut newer = parts[0].clone();
    newer[at] = b'9';
    let newer = cause(run(&validation, &corpus, &[newer]));
    assert!(matches!(&newer, TracesError::OtherVersion { version } if version.starts_with('9')), "{newer}");

    let mut other_seed = Vec::new();
    validation.trace(&corpus, |path| path.ends_with("actors.ndjson"), SEED + 1, &mut other_seed).unwrap();
    assert!(matches!(cause(run(&validation, &corpus, &[parts[0].clone(), other_seed])), TracesError::OtherSeed));

    let denying = Validation::new().levels(Levels::default().deny(catalogue::by_name("untidy-text").unwrap()));
    assert!(matches!(cause(run(&denying, &corpus, &parts)), TracesError::OtherSettings));

    let smaller = run(&validation, &corpus[..1], &parts);
    assert!(matches!(cause(smaller), TracesError::OtherCorpus { path: None }));
    fs::write(&corpus[1], "").unwrap();
    let changed = run(&validation, &corpus, &parts);
    let cause = cause(changed);
    assert!(
        matches!(&cause, TracesError::OtherCorpus { path: Some(path) } if path.ends_with("sources.ndjson")),
        "{cause}"
    );
}

#[test]
fn what_cannot_be_traced_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let corpus = two_files(folder.path());
    let stop = |_| ControlFlow::Break(());
    let stopped = Validation::new().watch(&stop).trace(&corpus, |_| true, SEED, Vec::new());
    assert!(matches!(stopped, Err(Error::Stopped)), "{stopped:?}");
    let full = Validation::new().trace(&corpus, |_| true, SEED, [0; 30].as_mut_slice());
    assert!(matches!(full, Err(Error::WriteTraces { .. })), "{full:?}");
}

#[test]
fn bytes_in_memory_are_traced_too() {
    let corpus = [Input::bytes("a.ndjson", "{}\n"), Input::bytes("a.ndjson", "{\"kind\":1}\n[]\n")];
    let (validation, mut traces) = (Validation::new(), Vec::new());
    validation.trace(&corpus, |_| true, SEED, &mut traces).unwrap();
    let report = validation.run_traced(&corpus, [("all", traces.as_slice())]).unwrap();
    assert_eq!(rendered(&report), rendered(&validation.run(&corpus).unwrap()));
}
