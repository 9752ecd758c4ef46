//! `standpoint agreement`

use std::{
    collections::BTreeMap,
    io::{self, Write},
    ops::Range,
    path::Path,
};

use standpoint_edit::Decisions;
use standpoint_files::create_file;
use standpoint_sources::decode;
use standpoint_sources::{SourceText, find_source_text};
use standpoint_validate::{RENDERERS, printable, read_file};

use crate::{
    arguments::{Agreement, DiffFormat},
    failure::Failure,
    interrupt::Interrupt,
    outcome::Outcome,
    revision,
    summary::counted,
    terminal,
};

/// The largest file of decisions that is read.
const LARGEST: u64 = 1 << 30;

/// Prints how far two coders agree, or makes one dataset of theirs.
pub(super) fn run(arguments: &Agreement) -> Result<Outcome, Failure> {
    let (a, b) = (revision::inputs(&arguments.a)?, revision::inputs(&arguments.b)?);
    let mut agreement = match &arguments.section {
        Some(title) => standpoint_edit::Agreement::of_section(a, b, title)?,
        None => standpoint_edit::Agreement::of(a, b)?,
    };
    if let (Some(file), Some(folder)) = (&arguments.decided, &arguments.output) {
        return decide(&agreement, file, folder);
    }
    if let Some(folder) = &arguments.sources {
        tell_sentences(&mut agreement, folder)?;
    }
    if let Some(file) = &arguments.decisions {
        let decisions = serde_json::to_string_pretty(&agreement.to_decide())?;
        create_file(file, |file| writeln!(file, "{decisions}"))?;
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    match arguments.format {
        DiffFormat::Full => agreement.write_text(&mut out)?,
        DiffFormat::Markdown => agreement.write_markdown(&mut out)?,
        DiffFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &agreement)?;
            writeln!(out)?;
        }
    }
    out.flush()?;
    Ok(if agreement.is_complete() { Outcome::Clean } else { Outcome::Findings })
}

/// A text and its sentences.
struct Split {
    text: SourceText,
    sentences: Vec<Range<usize>>,
}

/// Puts the sentences of the texts in a folder beside the disagreements.
fn tell_sentences(agreement: &mut standpoint_edit::Agreement, folder: &Path) -> Result<(), Failure> {
    let mut texts = BTreeMap::new();
    for digest in agreement.texts() {
        if let Some(text) = find_source_text(folder, &digest)? {
            texts.insert(digest, Split { sentences: text.sentences(), text });
        } else {
            let folder = printable(&folder.to_string_lossy());
            writeln!(io::stderr(), "no file in `{folder}` has the text with the digest {digest}")?;
        }
    }
    agreement.tell_sentences(|digest, span| {
        let Split { text, sentences } = texts.get(digest)?;
        let span = usize::try_from(span.start).ok()?..usize::try_from(span.end).ok()?;
        let touched = sentences.iter().filter(|sentence| sentence.start < span.end && span.start < sentence.end);
        let whole = touched.cloned().reduce(|first, last| first.start..last.end)?;
        let words: Vec<&str> = text.get(whole)?.split_whitespace().collect();
        Some(words.join(" "))
    });
    Ok(())
}

/// Writes one dataset of the two, unless something is wrong with it.
fn decide(agreement: &standpoint_edit::Agreement, file: &Path, folder: &Path) -> Result<Outcome, Failure> {
    let text = read_file(file, LARGEST)?;
    let decisions: Decisions = serde_json::from_str(&decode(&text, None).text)
        .map_err(|cause| Failure::Decisions { path: file.into(), cause })?;
    let decided = agreement.decide(&decisions)?;
    if !decided.report().is_valid() {
        RENDERERS[0].write(decided.report(), terminal::style(&io::stderr(), false), &mut io::stderr().lock())?;
        writeln!(io::stderr(), "what was chosen does not go together, so nothing was written")?;
        return Ok(Outcome::Findings);
    }
    // A signal to end waits until the folder is whole.
    Interrupt::default().hold_back();
    decided.write(folder)?;
    let folder = printable(&folder.to_string_lossy());
    writeln!(io::stdout(), "{} in `{folder}`", counted(decided.records().len(), "record"))?;
    Ok(Outcome::Clean)
}
