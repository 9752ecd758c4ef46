//! How long validation takes beside merely reading JSON, on the same bytes in the same run.
//!
//! `cargo bench -p standpoint-validate -- [RECORDS] [FILE.ndjson]` makes so many records (200,000 if nothing is said) out
//! of the canonical ones, or takes a file as it is, and prints a table. Each contender runs in a process of its own, the
//! best of three counts; CPU time is that of all its threads. `.ci/benchmarks/validators.py` adds validators that others
//! wrote.
#![allow(
    clippy::cast_precision_loss,
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a benchmark prints rounded figures, fails by panicking, and makes its own input"
)]

#[path = "synthesize/mod.rs"]
mod synthesize;

use std::{
    collections::BTreeMap,
    env,
    fs::{self, File},
    io::BufWriter,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use cpu_time::ProcessTime;
use serde::de::IgnoredAny;
use serde_json::Value;
use standpoint_model::{Kind, Record, schema::for_kind};
use standpoint_validate::{Levels, Validation};

/// Something that reads a file of records a line, and what it is called.
type Contender = (&'static str, fn(&Path));

const CONTENDERS: &[Contender] = &[
    ("standpoint, one thread", |path| validate(path, 1)),
    ("standpoint, two threads", |path| validate(path, 2)),
    ("lines found", |path| {
        let bytes = fs::read(path).unwrap();
        assert!(memchr::memchr_iter(b'\n', &bytes).count() > 0);
    }),
    ("serde_json, every value skipped", |path| {
        each(path, |line| _ = serde_json::from_slice::<IgnoredAny>(line).unwrap());
    }),
    ("serde_json, into the model's types", |path| {
        each(path, |line| _ = serde_json::from_slice::<Record>(line).unwrap());
    }),
    ("jsonschema, a validator a kind", by_schema),
];

fn main() {
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let [child, name, path] = &arguments[..]
        && child == "contend"
    {
        return contend(name, Path::new(path));
    }
    let folder = tempfile::tempdir().unwrap();
    let path = arguments.iter().find(|argument| argument.ends_with(".ndjson")).map(PathBuf::from);
    let path = path.unwrap_or_else(|| {
        let records = arguments.first().map_or(200_000, |records| records.parse().unwrap());
        let path = folder.path().join("records.ndjson");
        let canonical = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/iskp");
        let canonical = standpoint_validate::load(&[canonical], &Levels::default()).unwrap();
        let lines: Vec<String> =
            canonical.records().iter().map(|record| serde_json::to_string(record).unwrap()).collect();
        synthesize::write(&lines.join("\n"), records, &mut BufWriter::new(File::create(&path).unwrap())).unwrap();
        path
    });
    let bytes = fs::metadata(&path).unwrap().len();
    println!(
        "{:.0} MB in {} records",
        bytes as f64 / 1e6,
        memchr::memchr_iter(b'\n', &fs::read(&path).unwrap()).count()
    );
    println!("\n| | s | CPU, s | MB/s | memory, MiB | CPU, to that of skipping |\n|---|---:|---:|---:|---:|---:|");
    let results: Vec<(&str, Run)> = CONTENDERS.iter().map(|(name, _)| (*name, best(name, &path))).collect();
    let skipping = results.iter().find(|(name, _)| name.contains("skipped")).unwrap().1.cpu;
    for (name, run) in results {
        let rate = bytes as f64 / 1e6 / run.wall.as_secs_f64();
        let ratio = run.cpu.as_secs_f64() / skipping.as_secs_f64();
        let (wall, cpu) = (run.wall.as_secs_f64(), run.cpu.as_secs_f64());
        println!("| {name} | {wall:.2} | {cpu:.2} | {rate:.0} | {:.0} | {ratio:.2} |", run.memory as f64 / 1024.0);
    }
}

struct Run {
    wall: Duration,
    cpu: Duration,
    /// At its peak, in KiB.
    memory: u64,
}

fn best(name: &str, path: &Path) -> Run {
    (0..3).map(|_| child(name, path)).min_by_key(|run| run.cpu).unwrap()
}

fn child(name: &str, path: &Path) -> Run {
    let output = Command::new(env::current_exe().unwrap()).args(["contend", name]).arg(path).output().unwrap();
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    let figures: Vec<u64> =
        String::from_utf8(output.stdout).unwrap().split_whitespace().map(|figure| figure.parse().unwrap()).collect();
    Run { wall: Duration::from_micros(figures[0]), cpu: Duration::from_micros(figures[1]), memory: figures[2] }
}

/// Runs a contender in this process, and prints microseconds of time and of CPU time, and KiB of memory.
fn contend(name: &str, path: &Path) {
    let (_, run) = CONTENDERS.iter().find(|(other, _)| *other == name).unwrap();
    let (wall, cpu) = (Instant::now(), ProcessTime::now());
    run(path);
    let (wall, cpu) = (wall.elapsed(), cpu.elapsed());
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
    println!("{} {} {}", wall.as_micros(), cpu.as_micros(), peak.unwrap_or("0"));
}

fn validate(path: &Path, threads: usize) {
    let report = Validation::new().threads(threads).run(&[path]).unwrap();
    assert!(report.is_valid(), "{:?}", report.diagnostics().first());
}

fn each(path: &Path, take: impl Fn(&[u8])) {
    let bytes = fs::read(path).unwrap();
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', &bytes) {
        take(&bytes[start..end]);
        start = end + 1;
    }
}

fn by_schema(path: &Path) {
    let validator = |kind: Kind| jsonschema::validator_for(&for_kind(kind)).unwrap();
    let validators: BTreeMap<&str, _> = Kind::ALL.iter().map(|&kind| (kind.as_str(), validator(kind))).collect();
    each(path, |line| {
        let record: Value = serde_json::from_slice(line).unwrap();
        assert!(validators[record["kind"].as_str().unwrap()].is_valid(&record));
    });
}
