//! What is made to fill the memory does not: it ends in findings or in an error.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail by panicking")]

use std::io::Read;

use standpoint_validate::{Error, Input, Report, Validation};

/// How many MiB the process has had at most, where the system tells.
#[expect(clippy::disallowed_methods, reason = "the system tells it in a file")]
fn peak() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let kib = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(kib.split_whitespace().next()?.parse::<usize>().ok()? >> 10)
}

/// Text that begins so and goes on so, of about so many bytes, compressed.
fn bomb(begin: &str, again: &str, length: usize) -> Vec<u8> {
    let count = length / again.len();
    let text = begin.as_bytes().chain(Again { text: again.as_bytes(), at: 0 }.take((count * again.len()) as u64));
    zstd::encode_all(text, 1).unwrap()
}

/// A text again and again.
struct Again<'t> {
    text: &'t [u8],
    at: usize,
}

impl Read for Again<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        for byte in buffer.iter_mut() {
            *byte = self.text[self.at];
            self.at = (self.at + 1) % self.text.len();
        }
        Ok(buffer.len())
    }
}

/// The largest record here, for a test is slow.
const LONGEST: usize = 1 << 18;

/// What becomes of a bomb of this name, in memory that does not grow much.
#[track_caller]
fn validated(name: &str, bytes: &[u8]) -> [Result<Report, Error>; 2] {
    let before = peak();
    let input = Input::bytes(name, bytes.to_vec());
    let validation = Validation::new().threads(2).max_record_size(LONGEST);
    // Whether all is kept, or what is suspect.
    let kept = validation.run([&input]);
    let validation = validation.in_memory_limit(0);
    let reports = [kept, validation.run([&input])];
    // Whoever wants the records gets no further.
    assert_eq!(validation.load([&input]).is_ok(), reports[1].is_ok());
    assert_eq!(validation.records([&input]).unwrap().filter(Result::is_err).count(), 1);
    let errors = validation.check_records(name, bytes).unwrap().filter(Result::is_err).count();
    // A stream has no name that says whether it is a list.
    assert!(errors <= 1);
    if let (Some(before), Some(after)) = (before, peak()) {
        assert!(after < before + 100, "{name}: {before} MiB, then {after} MiB");
    }
    reports
}

/// All bombs in one test, so that the memory of none is taken for that of another.
#[test]
fn bombs_end_in_findings_or_an_error() {
    let codes = |name: &str, bytes: &[u8]| {
        let [kept, large] = validated(name, bytes).map(|report| report.unwrap().codes().clone());
        assert_eq!(kept, large);
        large
    };
    let zeros = codes("a.json.zst", &bomb("[0", ", 0", 1 << 18));
    assert_eq!((zeros["not-a-record"], zeros["invalid-json"]), ((1 << 18) / 3, 1));
    let nameless = codes("a.json.zst", &bomb("[", r#"{"kind":"actor","id":"actor/x"},"#, 1 << 18));
    assert!(nameless["missing-field"] > 10_000, "{nameless:?}");
    for (name, again) in [("a.ndjson.zst", "\n"), ("a.json.zst", " \n")] {
        assert_eq!(codes(name, &bomb("", again, 1 << 19))["empty-file"], 1);
    }
    // Those that are kept of very many alike are one.
    assert!(codes("a.ndjson.zst", &bomb("", "[\n", 1 << 15))["invalid-json"] > (1 << 14) - 1000);
    for begin in ["[", "{\"a\":", "[{\"a\":[", "\""] {
        for again in ["[", "{\"a\":", "0,", "a", " "] {
            for name in ["a.json.zst", "a.ndjson.zst"] {
                // These are as many items.
                if (name, begin, again) == ("a.json.zst", "[", "0,") {
                    continue;
                }
                for report in validated(name, &bomb(begin, again, 4 * LONGEST)) {
                    assert!(matches!(report, Err(Error::RecordTooLong { .. })), "{name}: {begin}{again}: {report:?}");
                }
            }
        }
    }
}
