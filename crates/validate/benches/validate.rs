//! How long validation takes beside merely reading JSON, on the same bytes in the same run, and how much memory.
//!
//! `cargo bench -p standpoint-validate --bench validate -- [RECORDS] [SHAPE or FILE.ndjson ...]` makes so many records
//! (200,000 if no number is given). Without more it prints two tables: one of all contenders on records in which nothing
//! is found, and one of the validator alone on records of every [shape](synthesize::SHAPES). If shapes are named, it prints
//! the second table of these; if a file is, the first table of this file.
//!
//! Each run has a process of its own, so that its memory is its own. The run with the least CPU time of three counts; CPU
//! time is that of all threads. A shape at a time is on the disk. `.ci/benchmarks/validators.py` adds validators that
//! others wrote.
#![allow(
    clippy::cast_precision_loss,
    clippy::panic,
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
    hint::black_box,
    io::{BufWriter, Read as _},
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use cpu_time::ProcessTime;
use serde::de::IgnoredAny;
use serde_json::Value;
use standpoint_model::{Kind, Record, schema::for_kind};
use standpoint_validate::{Loaded, Validation};

use self::synthesize::{SHAPES, Shape};

/// Something that reads a file of records a line, and what it is called.
type Contender = (&'static str, fn(&Path) -> Counts);

const ONE_THREAD: &str = "standpoint, one thread";
const SKIPPED: &str = "serde_json, every value skipped";

const CONTENDERS: &[Contender] = &[
    (ONE_THREAD, |path| validate(path, 1)),
    ("standpoint, two threads", |path| validate(path, 2)),
    ("lines found", |path| each(path, WHOLE, |_| ())),
    (SKIPPED, |path| each(path, WHOLE, skip)),
    ("serde_json, every value skipped, block by block", |path| each(path, BLOCK, skip)),
    ("serde_json, into the model's types", |path| {
        each(path, WHOLE, |line| _ = serde_json::from_slice::<Record>(line).unwrap())
    }),
    ("jsonschema, a validator a kind", by_schema),
];

/// How many bytes are read at a time by what holds its file, if the file is no larger.
const WHOLE: u64 = 1 << 30;
const BLOCK: u64 = 1 << 18;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let [child, name, path] = &arguments[..]
        && child == "contend"
    {
        return contend(name, Path::new(path));
    }
    let (mut number, mut shapes, mut files) = (200_000, Vec::new(), Vec::new());
    for argument in &arguments {
        match (argument.parse(), Shape::by_name(argument)) {
            (Ok(records), _) => number = records,
            (_, Some(shape)) => shapes.push(shape),
            _ if argument.ends_with(".ndjson") => files.push(PathBuf::from(argument)),
            _ => {
                let names: Vec<&str> = SHAPES.iter().map(|shape| shape.name).collect();
                panic!("`{argument}` is no number, no file.ndjson and none of the shapes {}", names.join(", "));
            }
        }
    }
    for file in &files {
        compare(file);
    }
    if files.is_empty() && shapes.is_empty() {
        compare(&Made::new(SHAPES.first().unwrap(), number).path());
        shapes.extend(SHAPES);
    }
    if !shapes.is_empty() {
        compare_shapes(&shapes, number);
    }
}

/// A file of records of a shape, for as long as this is kept.
struct Made(tempfile::TempDir);

impl Made {
    fn new(shape: &Shape, number: usize) -> Self {
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
        // Together they have records of all kinds.
        let datasets = ["iskp", "example"].map(|name| Validation::new().load([fixtures.join(name)]).unwrap());
        let records = datasets.iter().flat_map(Loaded::records);
        let lines: Vec<String> = records.map(|record| serde_json::to_string(record).unwrap()).collect();
        let made = Self(tempfile::tempdir().unwrap());
        shape.write(&lines.join("\n"), number, &mut BufWriter::new(File::create(made.path()).unwrap())).unwrap();
        made
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("records.ndjson")
    }
}

/// Prints a row for each contender.
fn compare(path: &Path) {
    let bytes = fs::metadata(path).unwrap().len();
    let results: Vec<(&str, Run)> = CONTENDERS.iter().map(|(name, _)| (*name, best(name, path))).collect();
    let skipping = &results.iter().find(|(name, _)| *name == SKIPPED).unwrap().1;
    println!("{:.0} MB in {} records", bytes as f64 / 1e6, skipping.counts.lines);
    println!("\n| | s | CPU, s | MB/s | memory, MiB | CPU, to that of skipping |\n|---|---:|---:|---:|---:|---:|");
    for (name, run) in &results {
        let rate = bytes as f64 / 1e6 / run.wall.as_secs_f64();
        let ratio = run.cpu.as_secs_f64() / skipping.cpu.as_secs_f64();
        let (wall, cpu) = (run.wall.as_secs_f64(), run.cpu.as_secs_f64());
        println!("| {name} | {wall:.2} | {cpu:.2} | {rate:.0} | {:.0} | {ratio:.2} |", run.mebibytes());
    }
}

/// Prints a row for each shape: the validator on one thread. What one record more takes of memory is told from a
/// hundredth of the records.
fn compare_shapes(shapes: &[&Shape], number: usize) {
    println!(
        "\n| | records | MB | findings | s | CPU, s | records/s | CPU, to that of skipping | CPU a byte, to the first row's | memory, MiB | bytes of memory a record more |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    let mut first = None;
    for shape in shapes {
        let few = best(ONE_THREAD, &Made::new(shape, number / 100).path());
        let made = Made::new(shape, number);
        let bytes = fs::metadata(made.path()).unwrap().len();
        let (skipping, run) = (best(SKIPPED, &made.path()), best(ONE_THREAD, &made.path()));
        let a_byte = run.cpu.as_secs_f64() / bytes as f64;
        let lines = skipping.counts.lines;
        let more = (run.memory as f64 - few.memory as f64) * 1024.0 / (lines as f64 * 0.99);
        println!(
            "| {} | {lines} | {:.0} | {} | {:.2} | {:.2} | {:.0} | {:.2} | {:.2} | {:.0} | {more:.0} |",
            shape.name,
            bytes as f64 / 1e6,
            run.counts.findings,
            run.wall.as_secs_f64(),
            run.cpu.as_secs_f64(),
            lines as f64 / run.wall.as_secs_f64(),
            run.cpu.as_secs_f64() / skipping.cpu.as_secs_f64(),
            a_byte / *first.get_or_insert(a_byte),
            run.mebibytes(),
        );
    }
    println!();
    for shape in shapes {
        println!("`{}`: {}.", shape.name, shape.about);
    }
}

/// What a contender counted.
#[derive(Default)]
struct Counts {
    lines: usize,
    findings: usize,
}

struct Run {
    wall: Duration,
    cpu: Duration,
    /// At its peak, in KiB.
    memory: u64,
    counts: Counts,
}

impl Run {
    fn mebibytes(&self) -> f64 {
        self.memory as f64 / 1024.0
    }
}

fn best(name: &str, path: &Path) -> Run {
    (0..3).map(|_| child(name, path)).min_by_key(|run| run.cpu).unwrap()
}

fn child(name: &str, path: &Path) -> Run {
    let output = Command::new(env::current_exe().unwrap()).args(["contend", name]).arg(path).output().unwrap();
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    let figures: Vec<u64> =
        String::from_utf8(output.stdout).unwrap().split_whitespace().map(|figure| figure.parse().unwrap()).collect();
    let [wall, cpu, memory, lines, findings] = figures[..] else { panic!("{name} printed {figures:?}") };
    let counts = Counts { lines: lines.try_into().unwrap(), findings: findings.try_into().unwrap() };
    Run { wall: Duration::from_micros(wall), cpu: Duration::from_micros(cpu), memory, counts }
}

/// Runs a contender in this process, and prints microseconds of time and of CPU time, KiB of memory, lines and findings.
fn contend(name: &str, path: &Path) {
    let (_, run) = CONTENDERS.iter().find(|(other, _)| *other == name).unwrap();
    let (wall, cpu) = (Instant::now(), ProcessTime::now());
    let Counts { lines, findings } = run(path);
    let (wall, cpu) = (wall.elapsed(), cpu.elapsed());
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
    println!("{} {} {} {lines} {findings}", wall.as_micros(), cpu.as_micros(), peak.unwrap_or("0"));
}

fn validate(path: &Path, threads: usize) -> Counts {
    let report = Validation::new().threads(threads).run([path]).unwrap();
    Counts { lines: report.records(), findings: report.codes().values().sum() }
}

fn skip(line: &[u8]) {
    // A line that is malformed is skipped as far as it can be.
    _ = black_box(serde_json::from_slice::<IgnoredAny>(line));
}

/// Gives `take` each line of a file that is read so many bytes at a time.
fn each(path: &Path, part: u64, mut take: impl FnMut(&[u8])) -> Counts {
    let mut file = File::open(path).unwrap();
    let mut left = file.metadata().unwrap().len();
    let (mut lines, mut bytes) = (0, Vec::new());
    while left > 0 {
        let part = part.min(left);
        bytes.reserve_exact(usize::try_from(part).unwrap());
        (&mut file).take(part).read_to_end(&mut bytes).unwrap();
        let mut start = 0;
        for end in memchr::memchr_iter(b'\n', &bytes) {
            take(&bytes[start..end]);
            start = end + 1;
            lines += 1;
        }
        // The line that is begun goes on in the next part.
        bytes.drain(..start);
        left -= part;
    }
    Counts { lines, findings: 0 }
}

fn by_schema(path: &Path) -> Counts {
    let validator = |kind: Kind| jsonschema::validator_for(&for_kind(kind)).unwrap();
    let validators: BTreeMap<&str, _> = Kind::ALL.iter().map(|&kind| (kind.as_str(), validator(kind))).collect();
    each(path, WHOLE, |line| {
        let record: Value = serde_json::from_slice(line).unwrap();
        assert!(validators[record["kind"].as_str().unwrap()].is_valid(&record));
    })
}
