//! From format 0.1 to 0.2.

mod changes;
#[cfg(test)]
mod completeness;
mod counts;
mod draft;
mod looks;
mod outcome;
mod refusal;
mod schema;
mod survey;
mod topics;
mod words;

use std::sync::Arc;

use serde_json::Value;
use standpoint_model::{Format, Kind, Record};
use standpoint_report::{Code, Finding, Findings, Levels, Part, Place, Report, Scope, Spot};
use standpoint_validate::{Input, TextFile, TextRecord, Texts, Validation};

use self::{
    changes::CHANGES,
    counts::Counts,
    draft::{Draft, Kept},
    looks::{CONTRADICTION, KEPT, LOOKS},
    survey::Survey,
    words::WORDS,
};
pub use self::{
    counts::Count,
    outcome::{Migrated, Migration, Refusal},
};
use crate::{
    EditedFile, Error,
    rewrite::{Rewrite, Rewritten},
};

/// Brings datasets of format 0.1 to 0.2.
///
/// ```
/// use standpoint_edit::{Migrate, Migrated};
/// use standpoint_validate::Input;
///
/// let manifest = r#"{"kind":"dataset","id":"dataset/d","title":"D","version":"1.0.0","license":"CC0-1.0","publisher":"P","base_iri":"https://example.org/","created":"2023"}"#;
/// let source = r#"{"kind":"source","id":"source/page","title":"A page","type":"web-page","language":"en","allow":[{"code":"uncited-source","why":"An example."}]}"#;
/// let old = format!("{manifest}\n{source}\n");
/// let Migrated::Ready(migration) = Migrate::new().run([Input::bytes("d.ndjson", old)])? else { panic!("valid") };
/// let new = std::str::from_utf8(migration.files()[0].content())?;
/// assert!(new.contains(r#""id":"dataset/d","format":"0.2","title":"D""#));
/// assert!(new.contains(r#""languages":["en"]"#));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Migrate {
    levels: Levels,
    allows_invalid: bool,
}

impl Migrate {
    /// With the codes of what may be wrong with the result at their own levels.
    pub fn new() -> Self {
        Self::default()
    }

    /// With them at these levels: what is an error then keeps the dataset from being brought forward.
    #[must_use]
    pub fn levels(self, levels: Levels) -> Self {
        Self { levels, ..self }
    }

    /// Brings records forward that break a rule, as they broke it in format 0.1, instead of none. What is not valid by the
    /// schemas of format 0.1 is refused all the same.
    #[must_use]
    pub fn allow_invalid(self, allows_invalid: bool) -> Self {
        Self { allows_invalid, ..self }
    }

    /// Works out what the records under some paths, or held in memory, are in format 0.2. Nothing is written until
    /// [`Migration::write`] or [`Migration::write_to`].
    ///
    /// Whatever was said is said again, in the field that has room for it, or else as a coding of a scheme that begins with
    /// `standpoint/`, or in the note. Text that need not change does not, byte for byte. All is kept in memory.
    ///
    /// # Errors
    ///
    /// [`Error`] if an input cannot be read. Records that are wrong are no error: they are [`Migrated::Refused`].
    pub fn run<I: Into<Input>>(&self, inputs: impl IntoIterator<Item = I>) -> Result<Migrated, Error> {
        let texts = Validation::new().texts(inputs)?;
        let plan = match Plan::of(&texts) {
            Ok(plan) => plan,
            Err(found) => return Ok(self.refused(Refusal::NotOld, &texts, found)),
        };
        if plan.old.iter().all(Option::is_none) {
            return Ok(Migrated::Current);
        }
        let Made { files: made, mut found, counts } = plan.make(&texts)?;
        let inputs =
            texts.files.iter().zip(&made).map(|(file, made)| Input::bytes(file.path(), Arc::clone(&made.bytes)));
        let result = Validation::new().levels(self.levels.clone()).max_findings_per_code(usize::MAX).run(inputs)?;
        let errors = refusal::findings(&result, &texts, &made);
        if !result.is_valid() && !self.allows_invalid {
            return Ok(self.refused(Refusal::NotNew, &texts, errors));
        }
        found.extend(errors);
        let report = report(&self.levels, &texts, found);
        let file = |(file, made): (TextFile, MadeFile)| EditedFile {
            is_changed: made.rewritten.text != file.text(),
            after: made.bytes,
            before: file,
        };
        let files = texts.files.into_iter().zip(made).map(file).collect();
        Ok(Migrated::Ready(Migration { files, passed_over: texts.passed_over, report, counts: counts.into_list() }))
    }

    fn refused(&self, cause: Refusal, texts: &Texts, found: Vec<Finding>) -> Migrated {
        Migrated::Refused { cause, report: report(&self.levels, texts, found) }
    }
}

fn report(levels: &Levels, texts: &Texts, found: Vec<Finding>) -> Report {
    let levels = &levels.in_documents(texts.files.iter().map(TextFile::real_path));
    let mut findings = Findings::new(levels, usize::MAX);
    findings.add_all(found);
    let mut scope = Scope::default();
    scope.passed_over.clone_from(&texts.passed_over);
    Report::new(texts.files.iter().map(|file| file.document().clone()).collect(), findings, scope)
}

/// Every code of what a migration finds beside those of a validation: what keeps records from coming forward, and what asks
/// for a look. Their pages say what to do.
///
/// ```
/// let code = standpoint_edit::migration_codes().find(|code| code.name == "negotiation-or-agreement").ok_or("no such code")?;
/// assert!(code.advice().contains("`agreement`"));
/// # Ok::<(), &str>(())
/// ```
pub fn migration_codes() -> impl Iterator<Item = &'static Code> {
    [&schema::CODE, &KEPT, &CONTRADICTION].into_iter().chain(LOOKS.iter().map(|look| &look.code))
}

/// Which records are of format 0.1, and what has to be known of them all.
struct Plan {
    /// The kind of each record that is of format 0.1.
    old: Vec<Option<Kind>>,
    survey: Survey,
}

/// What the records come to.
struct Made {
    files: Vec<MadeFile>,
    found: Vec<Finding>,
    counts: Counts,
}

/// What a file comes to.
struct MadeFile {
    rewritten: Rewritten,
    bytes: Arc<[u8]>,
}

impl Plan {
    /// Decides which records are of format 0.1: all, if the manifest says so. If it says 0.2, or there is none, those that
    /// were forgotten.
    fn of(texts: &Texts) -> Result<Self, Vec<Finding>> {
        if !texts.findings.is_empty() {
            return Err(texts.findings.clone());
        }
        let mut plan = Self { old: Vec::with_capacity(texts.records.len()), survey: Survey::default() };
        let is_all_old =
            texts.records.iter().filter_map(|record| manifest_format(text(texts, record))).any(|is_old| is_old);
        let mut found = Vec::new();
        for record in &texts.records {
            let old = value(texts, record);
            let kind = if is_all_old {
                schema::check(&old, record).map_err(|faults| found.extend(faults)).ok()
            } else if serde_json::from_str::<Record>(text(texts, record)).is_ok() {
                None
            } else {
                schema::kind_if_valid(&old)
            };
            if let (Some(_), Value::Object(fields)) = (kind, &old) {
                plan.survey.see(fields);
            }
            plan.old.push(kind);
        }
        if found.is_empty() { Ok(plan) } else { Err(found) }
    }

    /// Changes the records.
    fn make(mut self, texts: &Texts) -> Result<Made, Error> {
        let mut rewrites: Vec<Rewrite<'_>> = texts.files.iter().map(|file| Rewrite::of(file.text())).collect();
        let (mut found, mut counts) = (Vec::new(), Counts::default());
        for (record, kind) in texts.records.iter().zip(&self.old) {
            let Some(kind) = *kind else { continue };
            let old = value(texts, record);
            let Changed { new, remarks } = changed(kind, &old, &mut self.survey, &mut counts);
            found.extend(remarks.into_iter().map(|remark| remark.finding(record)));
            if new != old {
                rewrites[record.file].record(record.bytes.clone(), &old, &new);
            }
        }
        let make = |(file, rewrite): (&TextFile, Rewrite<'_>)| {
            let rewritten = rewrite.finish();
            let failed = |cause| Error::Write { path: file.path().into(), cause };
            let bytes = file.encoded(&rewritten.text).map_err(failed)?.into();
            Ok(MadeFile { rewritten, bytes })
        };
        let files = texts.files.iter().zip(rewrites).map(make).collect::<Result<_, Error>>()?;
        Ok(Made { files, found, counts })
    }
}

/// A record that was changed, and what there is to say of that.
struct Changed {
    new: Value,
    remarks: Vec<Remark>,
}

/// What somebody should know of a change, with its place in the record as it was.
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

/// What a record of format 0.1 is in 0.2.
fn changed(kind: Kind, old: &Value, survey: &mut Survey, counts: &mut Counts) -> Changed {
    let Value::Object(fields) = old else { return Changed { new: old.clone(), remarks: Vec::new() } };
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
    let kept = draft.kept.into_iter();
    remarks.extend(kept.map(|Kept { pointer, message }| Remark { code: &KEPT, pointer, message, help: None }));
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
    Changed { new: Value::Object(draft.fields), remarks }
}

fn text<'t>(texts: &'t Texts, record: &TextRecord) -> &'t str {
    texts.files[record.file].text().get(record.bytes.clone()).unwrap_or_default()
}

fn value(texts: &Texts, record: &TextRecord) -> Value {
    serde_json::from_str(text(texts, record)).unwrap_or_default()
}

/// Of a manifest, whether it is of another format than 0.2.
fn manifest_format(text: &str) -> Option<bool> {
    // Most records are none, and need not be read for that.
    let record: Value = text.contains("\"dataset\"").then(|| serde_json::from_str(text).ok()).flatten()?;
    (record["kind"] == Kind::Dataset.as_str()).then(|| record["format"] != Format::V0_2.as_str())
}
