//! The records of format 0.1, as they are in 0.2.

use serde_json::Value;
use standpoint_model::Kind;
use standpoint_report::{Code, Finding, Part, Place, Spot};
use standpoint_validate::{TextFile, TextRecord, Texts};

use super::{
    changes::CHANGES,
    counts::Counts,
    draft::{Draft, Kept},
    kept::AllKept,
    looks::{CONTRADICTION, LOOKS},
    plan::Plan,
    survey::Survey,
    words::WORDS,
};
use crate::{
    EditedFile, Error,
    edited::value,
    rewrite::{Rewrite, Rewritten},
};

/// The files with the new records, and what there is to tell of them.
pub(super) struct Made {
    pub(super) files: Vec<MadeFile>,
    pub(super) found: Vec<Finding>,
    pub(super) counts: Counts,
}

/// A file with its new records.
pub(super) struct MadeFile {
    pub(super) rewritten: Rewritten,
    pub(super) file: EditedFile,
}

impl Made {
    /// Changes the records that are of format 0.1.
    pub(super) fn of(plan: Plan, texts: &Texts) -> Result<Self, Error> {
        let Plan { old: kinds, mut survey } = plan;
        let mut rewrites: Vec<Rewrite<'_>> = texts.files.iter().map(|file| Rewrite::of(file.text())).collect();
        let (mut found, mut kept, mut counts) = (Vec::new(), AllKept::default(), Counts::default());
        for (record, kind) in texts.records.iter().zip(kinds) {
            let Some(kind) = kind else { continue };
            let old = value(texts, record);
            let Changed { new, remarks, kept: own } = changed(kind, &old, &mut survey, &mut counts);
            found.extend(remarks.into_iter().map(|remark| remark.finding(record)));
            for own in own {
                kept.add(own, record, &old);
            }
            if new != old {
                rewrites[record.file].record(record.bytes.clone(), &old, &new);
            }
        }
        found.extend(kept.into_findings());
        let marks = texts.files.iter().filter(|file| file.has_byte_order_mark()).count();
        counts.add(marks, || "the byte order mark of a file is taken away".into());
        let make = |(file, rewrite): (&TextFile, Rewrite<'_>)| {
            let rewritten = rewrite.finish();
            let file = EditedFile::of(file.clone(), &rewritten.text)?;
            Ok(MadeFile { rewritten, file })
        };
        let files = texts.files.iter().zip(rewrites).map(make).collect::<Result<_, Error>>()?;
        Ok(Self { files, found, counts })
    }
}

/// A record that was changed, and what there is to say of that.
struct Changed {
    new: Value,
    remarks: Vec<Remark>,
    kept: Vec<Kept>,
}

/// A remark on a change, with its place in the record as it was.
struct Remark {
    code: &'static Code,
    pointer: String,
    message: String,
    help: Option<&'static str>,
}

impl Remark {
    fn finding(self, record: &TextRecord) -> Finding {
        let spot = Spot::Pointer { record: record.bytes.clone(), pointer: self.pointer, part: Part::Value };
        let place = Place { document: record.file, spot };
        Finding::new(self.code, place, self.message).maybe_help(self.help.map(str::to_owned))
    }
}

/// Brings a record of format 0.1 to 0.2.
fn changed(kind: Kind, old: &Value, survey: &mut Survey, counts: &mut Counts) -> Changed {
    let Value::Object(fields) = old else {
        return Changed { new: old.clone(), remarks: Vec::new(), kept: Vec::new() };
    };
    let mut draft = Draft::new(kind, fields.clone());
    for word in WORDS {
        counts.add(word.change(&mut draft), || word.about());
    }
    for change in CHANGES {
        counts.add((change.make)(&mut draft, survey), || change.about.into());
    }
    let mut remarks = Vec::new();
    for look in LOOKS.iter().filter(|look| look.is_at(kind, old)) {
        look.keep(old, &mut draft);
        counts.add(1, || "a word that says less than it did is kept as a coding, and a note asks for a look".into());
        let (pointer, message) = (look.pointer.into(), look.message.into());
        remarks.push(Remark { code: &look.code, pointer, message, help: Some(look.help) });
    }
    if draft.fields.get("basis").is_some_and(|basis| basis.get("tensions").is_some()) {
        remarks.push(Remark {
            code: &CONTRADICTION,
            pointer: "/basis/contradicts".into(),
            message: "in format 0.1 `contradicts` was any tension; now both cannot be true of one time".into(),
            help: Some(
                "if both can be true, write `\"how\": \"contrasts\"`; if only the figures differ, remove the tension",
            ),
        });
    }
    Changed { new: Value::Object(draft.fields), remarks, kept: draft.kept }
}
