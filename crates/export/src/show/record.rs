//! What a record says, what that rests on, and which records name it.

use standpoint_model::{Record, Status};

use super::{
    page::{FAINT, Page},
    profile,
};
use crate::prose::{self, Row, counted};

/// How many of the records that name one are listed.
const NAMINGS: usize = 20;

pub(super) fn write(page: &mut Page<'_>, record: &Record) {
    page.title(&prose::name(page.dataset, record));
    let kind = match record {
        Record::Actor(actor) => prose::words(actor.r#type.as_str()),
        other => other.kind().to_string(),
    };
    let id = page.styled(FAINT, record.id());
    let signs: String = prose::signs(record).into_iter().map(|sign| format!(" · {}", page.sign(sign))).collect();
    page.write("", "", &format!("{id} · {kind}{signs}"));
    if let Record::Actor(actor) = record {
        profile::write(page, actor, record);
    } else {
        says(page, record);
    }
    namings(page, record.id());
}

fn says(page: &mut Page<'_>, record: &Record) {
    let text = match record {
        Record::Interest(interest) => Some(interest.summary.as_str()),
        Record::Relationship(relationship) => relationship.description.as_ref().map(|text| text.as_str()),
        Record::Dataset(manifest) => manifest.description.as_ref().map(|text| text.as_str()),
        _ => None,
    };
    if let Some(text) = text {
        page.paragraphs(text);
    }
    let rows: Vec<Row<'_>> = prose::rows(record);
    page.blank();
    page.rows(&rows);
    if let Some(basis) = record.basis() {
        page.heading("Evidence");
        page.write("", "", prose::explanation(basis.modality));
        for cited in prose::citations(&basis.evidence) {
            let cited = page.line(&cited);
            page.write("• ", "  ", &cited);
        }
        page.positions(0, record, true);
    }
    if let Some(note) = record.note() {
        page.blank();
        page.note(0, note.as_str());
    }
    let (figures, statements) =
        (prose::figures(page.dataset, record.id()), prose::statements(page.dataset, record.id()));
    if !figures.is_empty() || !statements.is_empty() {
        page.heading("What is said of it");
    }
    remarks(page, 0, record.id());
}

/// The figures and statements about a record.
pub(super) fn remarks(page: &mut Page<'_>, indent: usize, id: &str) {
    let dataset = page.dataset;
    let figures = prose::figures(dataset, id).into_iter().map(|figure| (prose::figure(figure, None), figure.id.as_str()));
    let statements =
        prose::statements(dataset, id).into_iter().map(|statement| (prose::claim(statement), statement.id.as_str()));
    for (line, id) in figures.chain(statements) {
        if let Some(record) = dataset.resolve(id) {
            let says = page.line(&line);
            page.fact(indent, &says, record);
        }
    }
}

/// The records that name this one, each by the id with which it is shown.
fn namings(page: &mut Page<'_>, id: &str) {
    let namings: Vec<&Record> = page.dataset.referrers(id).filter(|record| record.status() == Status::Current).collect();
    if namings.is_empty() {
        return;
    }
    page.heading("Named by");
    for record in namings.iter().take(NAMINGS) {
        let (id, name) = (page.styled(FAINT, record.id()), prose::brief(&prose::name(page.dataset, record), 80));
        page.write("  ", "      ", &format!("{id} · {}", super::page::plain(&name)));
    }
    if let Some(more) = namings.len().checked_sub(NAMINGS).filter(|&more| more > 0) {
        page.write("  ", "  ", &format!("and {}", counted(more, "more record", "more records")));
    }
}
