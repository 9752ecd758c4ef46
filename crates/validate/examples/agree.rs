//! Whether all paths of the validator agree about generated records: `agree [RECORDS [SEED]]`, a million if nothing is
//! said, on all cores.
//!
//! Each record is taken as the model writes it, as JSON may be written otherwise, with fields that are wrong, and with
//! bytes that are. The first disagreement is printed and ends the run.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "an example prints")]

#[path = "../tests/texts/mod.rs"]
mod texts;

use std::{
    process::ExitCode,
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    thread,
    time::Instant,
};

use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use standpoint_validate::fuzzing::{self, Verdict};

fn main() -> ExitCode {
    let arguments: Result<Vec<u64>, _> = std::env::args().skip(1).map(|argument| argument.parse()).collect();
    let (cases, seed) = match arguments.as_deref() {
        Ok([]) => (1_000_000, 0),
        Ok([cases]) => (*cases, 0),
        Ok([cases, seed]) => (*cases, *seed),
        _ => {
            eprintln!("usage: agree [RECORDS [SEED]], two numbers");
            return ExitCode::FAILURE;
        }
    };
    let begun = Instant::now();
    let outcome = Outcome::default();
    let threads = thread::available_parallelism().map_or(1, |threads| threads.get() as u64);
    thread::scope(|scope| {
        for thread in 0..threads {
            let share = cases / threads + u64::from(thread < cases % threads);
            let outcome = &outcome;
            scope.spawn(move || outcome.compare(share, seed, thread));
        }
    });
    let [recognised, accepted, refused] = outcome.verdicts.each_ref().map(|count| count.load(Ordering::Relaxed));
    println!(
        "{} texts of seed {seed} in {:.0} s: {recognised} recognised, {accepted} more accepted, {refused} refused",
        recognised + accepted + refused,
        begun.elapsed().as_secs_f64()
    );
    if outcome.has_failed.load(Ordering::Relaxed) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

#[derive(Default)]
struct Outcome {
    verdicts: [AtomicUsize; 3],
    has_failed: AtomicBool,
}

impl Outcome {
    fn compare(&self, cases: u64, seed: u64, thread: u64) {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        bytes[8..16].copy_from_slice(&thread.to_le_bytes());
        let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
        let mut runner = TestRunner::new_with_rng(Config::default(), random);
        let texts = texts::texts();
        for _ in 0..cases {
            if self.has_failed.load(Ordering::Relaxed) {
                break;
            }
            let Ok(tree) = texts.new_tree(&mut runner) else { continue };
            let text = tree.current();
            match fuzzing::record(&text) {
                Ok(verdict) => {
                    let at = match verdict {
                        Verdict::Recognised => 0,
                        Verdict::Accepted => 1,
                        Verdict::Refused => 2,
                    };
                    self.verdicts[at].fetch_add(1, Ordering::Relaxed);
                }
                Err(fault) => {
                    self.has_failed.store(true, Ordering::Relaxed);
                    eprintln!("{fault}\n{}", text.escape_ascii());
                }
            }
        }
    }
}
