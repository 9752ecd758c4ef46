//! From format 0.1 to 0.2.

mod changes;
#[cfg(test)]
mod completeness;
mod counts;
mod draft;
mod kept;
mod left_behind;
mod looks;
mod make;
mod manifests;
mod outcome;
mod plan;
mod record;
mod refusal;
mod schema;
mod survey;
mod topics;
mod words;

use std::sync::Arc;

use standpoint_report::{Code, Finding, Findings, Levels, Report, Scope};
use standpoint_validate::{Input, TextFile, Texts, Validation};

pub use self::{
    counts::Count,
    outcome::{Migrated, Migration, Refusal},
};
use self::{
    looks::{CONTRADICTION, KEPT, LOOKS},
    make::{Made, MadeFile},
    plan::Plan,
};
use crate::Error;

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
            Err((cause, found)) => return Ok(self.refused(cause, &texts, found)),
        };
        if plan.old.iter().all(Option::is_none) {
            return Ok(Migrated::Current);
        }
        let Made { files: made, mut found, counts } = Made::of(plan, &texts)?;
        let inputs = made.iter().map(|MadeFile { file, .. }| Input::bytes(file.path(), Arc::clone(&file.after)));
        let result = Validation::new().levels(self.levels.clone()).max_findings_per_code(usize::MAX).run(inputs)?;
        let errors = refusal::findings(&result, &texts, &made);
        if !result.is_valid() && !self.allows_invalid {
            return Ok(self.refused(Refusal::NotNew, &texts, errors));
        }
        found.extend(errors);
        let report = report(&self.levels, &texts, found);
        let files = made.into_iter().map(|made| made.file).collect();
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
    [&manifests::CODE, &left_behind::CODE, &schema::CODE, &KEPT, &CONTRADICTION]
        .into_iter()
        .chain(LOOKS.iter().map(|look| &look.code))
}
