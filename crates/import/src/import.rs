//! Tables as records, with what is wrong at its cells.

use std::{
    fmt::{self, Display},
    path::PathBuf,
};

use standpoint_model::Record;
use standpoint_report::{Document, Finding, Findings, Level, Levels, Place, Report};
use standpoint_validate::{Input, Validation};

use crate::{
    Tables, TablesError,
    check::{Checked, Joined, check},
    codes::UNREADABLE_CELL,
    draft::Drafts,
};

/// The outcome of reading tables.
#[derive(Debug, Clone)]
pub struct Imported {
    report: Report,
    rows: Vec<ImportedRow>,
}

/// A record of the tables, by the first row that speaks of it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ImportedRow {
    /// The file.
    pub path: PathBuf,
    /// The sheet, if the file is a workbook.
    pub sheet: Option<String>,
    /// The row, from 1; in a file of text, the line.
    pub row: usize,
    /// The id of the record; empty, if it has none.
    pub id: String,
    /// Its fate in the dataset that it joins.
    pub fate: Fate,
    /// The record, if it can be read as one.
    pub record: Option<Record>,
    /// The record of this id in the dataset, if there is one that can be read.
    pub before: Option<Record>,
}

/// The fate of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// The dataset has no record of this id.
    New,
    /// The dataset has one that says something else.
    Changed,
    /// The dataset has one that says the same.
    Same,
    /// It cannot be read as a record, and a finding says why.
    Unreadable,
}

impl Fate {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Same => "same",
            Self::Unreadable => "unreadable",
        }
    }
}

impl Display for Fate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl ImportedRow {
    /// Its place: `actors.csv:5`, or `book.xlsx:Actors!5`.
    pub fn place(&self) -> String {
        let path = self.path.to_string_lossy();
        match &self.sheet {
            Some(sheet) => format!("{path}:{sheet}!{}", self.row),
            None => format!("{path}:{}", self.row),
        }
    }
}

impl Imported {
    /// The findings, at their cells. If the records join a dataset, new errors in that are there too.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// The records of the tables, in the order of the tables and their rows.
    pub fn rows(&self) -> &[ImportedRow] {
        &self.rows
    }

    /// The records can be taken: there is no error.
    pub fn is_valid(&self) -> bool {
        !self.report.diagnostics().iter().any(|found| found.level == Level::Error)
    }
}

impl Tables {
    /// Makes records of the tables, and validates them: together with the dataset that they join, if `dataset` names one. Then a
    /// record that it has already stays as it is where no column speaks of it.
    ///
    /// ```
    /// use standpoint_import::Tables;
    /// use standpoint_report::Levels;
    ///
    /// let table = "id,title,type\nreport,The Report,reprot\n";
    /// let imported = Tables::csv_bytes("sources.csv", table.as_bytes())?.import(&Levels::default(), &[])?;
    /// let found = &imported.report().diagnostics()[0];
    /// assert_eq!((found.code.name, found.help.as_deref()), ("unknown-value", Some("did you mean `report`?")));
    /// let place = found.location.as_ref().ok_or("a place")?;
    /// assert_eq!(imported.report().documents()[0].line_column(place.bytes.start).line, 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`TablesError`] if the tables have no rows, or if the dataset cannot be read.
    pub fn import(self, levels: &Levels, dataset: &[Input]) -> Result<Imported, TablesError> {
        let validation = Validation::new().levels(levels.clone()).max_findings_per_code(usize::MAX);
        let joined = Joined::read(&validation, dataset)?;
        let Self { path, mut documents, all: tables, mut findings } = self;
        let mut drafts = Drafts::of(&tables, &joined.records);
        findings.append(&mut drafts.findings);
        if drafts.all.is_empty() && findings.is_empty() {
            return Err(TablesError::Empty { path });
        }
        let Checked { findings: found, records, report } = check(&drafts.all, &joined, &validation, documents.len())?;
        let is_told = |finding: &Finding| {
            findings.iter().any(|told| *told.code == UNREADABLE_CELL && told.place == finding.place)
        };
        let found: Vec<Finding> = found.into_iter().filter(|finding| !is_told(finding)).collect();
        findings.extend(found);
        let rows = drafts.all.iter().zip(records).map(|(draft, record)| {
            let record = record.filter(|_| !draft.is_unreadable);
            let before = joined.records.get(&draft.id);
            let typed = before.and_then(|before| serde_json::from_value::<Record>(before.clone()).ok());
            let fate = match (&record, before) {
                (None, _) => Fate::Unreadable,
                (Some(_), None) => Fate::New,
                (Some(record), Some(_)) if typed.as_ref() == Some(record) => Fate::Same,
                (Some(_), Some(_)) => Fate::Changed,
            };
            row(&documents, &draft.place, &draft.id, fate, (record, typed))
        });
        let rows = rows.collect();
        documents.extend(joined.documents());
        Ok(Imported { report: told(levels, documents, findings, &report), rows })
    }
}

fn row(
    documents: &[Document],
    place: &Place,
    id: &str,
    fate: Fate,
    (record, before): (Option<Record>, Option<Record>),
) -> ImportedRow {
    let document = &documents[place.document];
    let row = document.line_column(place.start().1).line;
    let sheet = document.sheet_name().map(str::to_owned);
    ImportedRow { path: document.path().into(), sheet, row, id: id.to_owned(), fate, record, before }
}

fn told(levels: &Levels, documents: Vec<Document>, found: Vec<Finding>, report: &Report) -> Report {
    let mut findings = Findings::new(levels, usize::MAX);
    findings.add_all(found);
    Report::new(documents, findings, report.scope().clone())
}
