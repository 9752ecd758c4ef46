//! Records one at a time with what is wrong with each by itself, from whatever can be read.

use std::{io::Read, path::PathBuf, sync::Arc};

use standpoint_model::Record;
use standpoint_report::{Diagnostic, Document, Finding, Levels, LineColumn, Piece, resolve};

use crate::{
    Error,
    check::check_record,
    dataset::entry::Entry,
    diagnose::{
        exact,
        malformed::{self, OverLines},
        refusals::Refusals,
    },
    read::{
        blocks::{BLOCK, Block, Cursor, RecordText, Texts},
        extent::Extent,
        form::Form,
        stretch::Stretch,
    },
    validation::Validation,
    waivers::Waiving,
};

/// A record of a stream, or what stands where there should be one, and what is wrong with it by itself.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Checked {
    /// The line at which it begins, from 1.
    pub line: usize,
    /// The record, unless the model's types refuse it.
    pub record: Option<Record>,
    /// What is wrong with it by itself, by place and code; at the beginning of a stream, also what is wrong with its
    /// encoding.
    pub diagnostics: Vec<Diagnostic>,
    /// The part of the stream in which the diagnostics have their places. Without diagnostics it may be empty.
    pub document: Arc<Document>,
}

impl Checked {
    /// Where the place of a diagnostic begins in the stream.
    pub fn place(&self, diagnostic: &Diagnostic) -> LineColumn {
        let start = diagnostic.location.as_ref().map(|location| self.document.line_column(location.bytes.start));
        start.unwrap_or(LineColumn { line: self.line, column: 1 })
    }
}

impl Validation<'_> {
    /// The records of what `raw` reads, one at a time, each with what is wrong with it by itself; what is about several
    /// records is for [`Self::run`]. Memory does not grow with the stream.
    ///
    /// The stream may be compressed by gzip or Zstandard. What begins with `[` is an array of records. What begins with `{` is
    /// one record over several lines, if its first line is not JSON by itself and the next one does not begin with `{` too.
    /// Everything else is a record a line. `name` is what the stream is called where places are told.
    ///
    /// ```
    /// use standpoint_validate::Validation;
    ///
    /// let stream = "{\"kind\":\"source\",\"id\":\"source/page\",\"title\":\"A page\",\"type\":\"web-page\"}\n{}\n";
    /// let validation = Validation::new();
    /// let mut records = validation.check_records("<stream>", stream.as_bytes())?;
    /// let good = records.next().ok_or("a record")??;
    /// assert_eq!((good.record.map(|record| record.id().to_owned()), good.diagnostics.len()), (Some("source/page".into()), 0));
    /// let bad = records.next().ok_or("a record")??;
    /// assert_eq!((bad.line, bad.record, bad.diagnostics[0].code.name), (2, None, "missing-kind"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error`] where the stream cannot be read, or a record is longer than any should be. Data that is wrong is never an
    /// error. After an error the iterator ends.
    pub fn check_records<'v>(
        &'v self,
        name: impl Into<PathBuf>,
        raw: impl Read + 'v,
    ) -> Result<impl Iterator<Item = Result<Checked, Error>> + 'v, Error> {
        checks(name.into(), raw, &self.levels, self.max_record_size)
    }
}

/// The records of what `raw` reads, which is called `name`.
fn checks<'l>(
    name: PathBuf,
    raw: impl Read + 'l,
    levels: &'l Levels,
    longest: usize,
) -> Result<impl Iterator<Item = Result<Checked, Error>> + 'l, Error> {
    let (form, text) = Form::sniff(raw).map_err(|cause| Error::Read { path: name.clone(), cause })?;
    Ok(Checks {
        name,
        levels,
        longest,
        texts: Some(Texts::new(text, form.arrangement, 0, BLOCK, longest)),
        block: Block::default(),
        cursor: Cursor::default(),
        over_lines: OverLines::default(),
        before: Extent::default(),
    })
}

/// The records of a stream.
struct Checks<'l, R> {
    name: PathBuf,
    levels: &'l Levels,
    longest: usize,
    /// Nothing, at the end.
    texts: Option<Texts<R>>,
    block: Block,
    cursor: Cursor,
    over_lines: OverLines,
    /// How much of the stream stands before the block.
    before: Extent,
}

impl<R: Read> Iterator for Checks<'_, R> {
    type Item = Result<Checked, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            while let Some(text) = self.block.next_text(&mut self.cursor) {
                if let Some(checked) = self.check_text(&text) {
                    return Some(Ok(checked));
                }
            }
            if let Some(checked) = self.check_list() {
                return Some(Ok(checked));
            }
            self.before = self.before.then(self.block.extent());
            (self.cursor, self.over_lines) = (Cursor::default(), OverLines::default());
            match self.texts.as_mut()?.fill(&mut self.block) {
                Ok(true) if self.block.findings.is_empty() => {}
                Ok(true) => {
                    let findings = std::mem::take(&mut self.block.findings);
                    return Some(Ok(self.checked(1, None, findings, Vec::new())));
                }
                Ok(false) => self.texts = None,
                Err(stop) => {
                    self.texts = None;
                    self.block = Block::default();
                    return Some(Err(stop.of(&self.name, self.longest)));
                }
            }
        }
    }
}

impl<R> Checks<'_, R> {
    /// The record of a text; nothing, if all is said about the record over several lines that it belongs to.
    fn check_text(&mut self, text: &RecordText) -> Option<Checked> {
        let (record, found) = match self.block.stretch(text.bytes.clone()) {
            Ok(record) => check(record),
            Err(finding) => (None, vec![*finding]),
        };
        let is_wrong = !found.is_empty();
        let found = self.over_lines.join(&self.block, text, found);
        if record.is_none() && found.is_empty() {
            return None;
        }
        let before = self.before.then(text.before);
        let bytes = &self.block.bytes()[text.bytes.clone()];
        let piece = is_wrong.then(|| before.piece(self.block.start + text.bytes.start, String::from_utf8_lossy(bytes)));
        Some(self.checked(before.lines + 1, record, found, piece.into_iter().collect()))
    }

    /// What is wrong with the list that the stream is, if it is one whose brackets do not match here.
    fn check_list(&mut self) -> Option<Checked> {
        let finding = malformed::broken_list(&self.block);
        let broken = self.block.broken.take()?;
        let before = self.before.then(Extent::of(&self.block.bytes()[..broken.from]));
        let rest = String::from_utf8_lossy(&self.block.bytes()[broken.from..]);
        let pieces = vec![broken.before.piece(broken.start, "["), before.piece(self.block.start + broken.from, rest)];
        Some(self.checked(before.lines + 1, None, finding.into_iter().collect(), pieces))
    }

    fn checked(&self, line: usize, record: Option<Record>, findings: Vec<Finding>, pieces: Vec<Piece>) -> Checked {
        let document = Arc::new(Document::of_pieces(self.name.clone(), pieces));
        let diagnostics = resolve(std::slice::from_ref(&document), findings, self.levels);
        Checked { line, record, diagnostics, document }
    }
}

/// The record of a text, if it is one, and what is wrong with it by itself.
fn check(text: Stretch<'_>) -> (Option<Record>, Vec<Finding>) {
    let mut findings = Vec::new();
    let record = serde_json::from_str::<Record>(text.text).ok();
    let record = record.or_else(|| exact::examine(text, &mut Refusals::default(), &mut findings)).map(|record| {
        let entry = Entry { record, document: 0, bytes: text.bytes(), is_first: true };
        check_record(&entry, &mut findings);
        if let Some(mut waiving) = Waiving::of(&entry) {
            waiving.apply(&mut findings);
        }
        entry.record
    });
    (record, findings)
}

#[cfg(test)]
mod tests {
    use proptest::{prelude::*, test_runner::Config};
    use standpoint_model::{Format, generate};

    use super::*;
    use crate::{
        Validation,
        rules::{
            RULES,
            rule::{Check, Rule},
        },
    };

    /// What is found in a stream: the code, the line, the column and the message; and how many records there are.
    fn streamed(bytes: &[u8]) -> (Vec<(&'static str, usize, usize, String)>, usize) {
        let validation = Validation::new();
        let all: Vec<Checked> = validation.check_records("<stream>", bytes).unwrap().map(Result::unwrap).collect();
        let found = all
            .iter()
            .flat_map(|checked| checked.diagnostics.iter().map(|diagnostic| told(diagnostic, &checked.document)))
            .filter(|(code, ..)| !looks_at_several(code));
        (found.collect(), all.iter().filter(|checked| checked.record.is_some()).count())
    }

    fn told(diagnostic: &Diagnostic, document: &Document) -> (&'static str, usize, usize, String) {
        let at = diagnostic.location.as_ref().map(|location| document.line_column(location.bytes.start)).unwrap();
        (diagnostic.code.name, at.line, at.column, diagnostic.message.clone())
    }

    /// Whether the rule of this code, if it is one, looks at several records, be it at single ones too.
    fn looks_at_several(code: &str) -> bool {
        let both = [
            "agreed-nowhere",
            "identity-members",
            "illegal-endpoint",
            "impossible-chronology",
            "plan-as-fact",
            "unlocated-citation",
        ];
        let at_single_ones = |rule: &Rule| matches!(rule.check, Check::Record(_)) && !both.contains(&code);
        RULES.iter().any(|rule| rule.code.name == code && !at_single_ones(rule))
    }

    /// What a validation of a file finds, without what rules over several records do.
    fn validated(name: &str, bytes: &[u8]) -> (Vec<(&'static str, usize, usize, String)>, usize) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        #[expect(clippy::disallowed_methods, reason = "a test makes its own input")]
        std::fs::write(&path, bytes).unwrap();
        let report = Validation::new().run([path]).unwrap();
        let own = report.diagnostics().iter().filter(|diagnostic| !looks_at_several(diagnostic.code.name));
        (own.map(|diagnostic| told(diagnostic, &report.documents()[0])).collect(), report.records())
    }

    #[test]
    fn what_is_wrong_with_a_stream_as_a_whole_is_told_first() {
        let utf16: Vec<u8> = "{}\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let cases: [(&str, &[u8]); 9] = [
            ("a.ndjson", b""),
            ("a.ndjson", b" \r\n\n"),
            ("a.ndjson", &utf16),
            ("a.ndjson", "\u{FEFF}{}\r\n\n{\"kind\":1}".as_bytes()),
            ("a.ndjson", b"{}\n\"\xFF\"\n{}"),
            ("a.ndjson", b"{}"),
            ("a.json", b"[{},\n\n{\"kind\":1}]"),
            ("a.json", "\u{FEFF}[{}\n{}]".as_bytes()),
            ("a.json", b"{\n\"kind\": \"source\"}"),
        ];
        for (name, bytes) in cases {
            assert_eq!(streamed(bytes), validated(name, bytes), "{:?}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn a_line_that_is_too_long_ends_a_stream_that_never_would() {
        let endless = b"{}\n".chain(std::io::repeat(b'['));
        let validation = Validation::new().max_record_size(100_000);
        let all: Vec<_> = validation.check_records("<stream>", endless).unwrap().collect();
        assert!(matches!(all[..], [Ok(_), Err(Error::RecordTooLong { offset: 3, limit: 100_000, .. })]), "{all:?}");
    }

    proptest! {
        #![proptest_config(Config { failure_persistence: None, ..Config::with_cases(60) })]

        #[test]
        fn a_stream_finds_what_a_validation_finds_in_each_record(records in generate::dataset(), spoiled in 0_usize..8) {
            // Of a dataset of an older format nothing else is told, where all of it is read.
            let of_this_format = |record: &Record| match record {
                Record::Dataset(manifest) => {
                    let mut manifest = manifest.clone();
                    manifest.format = Some(Format::V0_2);
                    manifest.into()
                }
                record => record.clone(),
            };
            let records = records.iter().map(of_this_format);
            let mut lines: Vec<String> = records.map(|record| serde_json::to_string(&record).unwrap()).collect();
            let spoiled = spoiled.min(lines.len() - 1);
            lines[spoiled] = lines[spoiled].replacen("\"kind\"", "\"note\":\"\",\"kind\"", 1).replace("basis", "bases");
            let text = lines.join("\n");
            prop_assert_eq!(streamed(text.as_bytes()), validated("a.ndjson", text.as_bytes()));
            let text = format!("[{}]", lines.join(",\n "));
            prop_assert_eq!(streamed(text.as_bytes()), validated("a.json", text.as_bytes()));
        }
    }
}
