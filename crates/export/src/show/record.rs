//! What a record says, what that rests on, and which records name it.

use standpoint_model::{Record, Status};

use super::{
    page::{FAINT, Page},
    profile,
    remarks::remarks,
};
use crate::prose::{self, counted};

/// How many of the records that name one are listed.
const NAMINGS: usize = 20;

pub(super) fn write(page: &mut Page<'_>, record: &Record) {
    page.title(&prose::name(page.dataset, record));
    let kind = prose::words(prose::kind(record));
    let id = page.styled(FAINT, record.id());
    let signs = prose::signs(record).into_iter().map(|sign| page.sign(sign));
    let about: Vec<String> = [id, kind].into_iter().chain(signs).collect();
    page.write("", "", &about.join(" · "));
    if let Some(lead) = prose::lead(record) {
        page.paragraphs(lead);
    }
    page.blank();
    if let Record::Actor(actor) = record {
        profile::write(page, actor, record);
    } else {
        says(page, record);
    }
    namings(page, record.id());
}

fn says(page: &mut Page<'_>, record: &Record) {
    page.rows(&prose::rows(record));
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
    if !prose::remarks(page.dataset, record.id(), None).is_empty() {
        page.heading("What is said of it");
    }
    remarks(page, 0, record.id());
}

/// The records that name this one, each by the id with which it is shown.
fn namings(page: &mut Page<'_>, id: &str) {
    let namings: Vec<&Record> =
        page.dataset.referrers(id).filter(|record| record.status() == Status::Current).collect();
    if namings.is_empty() {
        return;
    }
    page.heading("Named by");
    for record in namings.iter().take(NAMINGS) {
        let (id, name) = (page.styled(FAINT, record.id()), prose::brief(&prose::name(page.dataset, record), 80));
        let signs = page.signs(record);
        page.write("  ", "      ", &format!("{id} · {}{signs}", super::page::plain(&name)));
    }
    if let Some(more) = namings.len().checked_sub(NAMINGS).filter(|&more| more > 0) {
        page.write("  ", "  ", &format!("and {}", counted(more, "more record", "more records")));
    }
}
