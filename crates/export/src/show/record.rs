//! What a record says, what that rests on, and which records name it.

use standpoint_model::Record;

use super::{
    page::{FAINT, Page},
    positions, profile,
    remarks::remarks,
};
use crate::prose::{self, Line, counted};

/// How many of the records that name one are listed.
const NAMINGS: usize = 20;

pub(super) fn write(page: &mut Page<'_>, record: &Record, joint: Option<Line<'_>>) {
    page.title(&prose::name(page.dataset, record));
    let kind = prose::words(prose::kind(record));
    let id = page.styled(FAINT, record.id());
    let signs = prose::signs(page.dataset, record).into_iter().map(|sign| page.sign(sign));
    let about: Vec<String> = [id, kind].into_iter().chain(signs).collect();
    page.write("", "", &about.join(" · "));
    for line in joint.into_iter().chain(prose::identities(page.dataset, record.id()).into_iter().map(|(line, _)| line))
    {
        let line = page.line(&line);
        page.write("= ", "  ", &line);
    }
    if let Some(lead) = prose::lead(record) {
        page.paragraphs(lead);
    }
    page.blank();
    if let Record::Actor(actor) = record {
        profile::write(page, actor, record);
    } else {
        says(page, record);
        positions::of(page, record);
        related(page, record);
    }
    namings(page, record.id());
}

fn says(page: &mut Page<'_>, record: &Record) {
    page.rows(&prose::rows(page.dataset, record));
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

/// What stands to the record in a way that its own fields do not say.
fn related(page: &mut Page<'_>, record: &Record) {
    for (heading, records) in prose::related(page.dataset, record) {
        page.heading(heading);
        for record in records.iter().take(NAMINGS) {
            let name = page.named(record.id());
            page.write("• ", "  ", &name);
        }
        more(page, records.len());
    }
}

/// How many there are beyond those that are listed.
fn more(page: &mut Page<'_>, all: usize) {
    if let Some(more) = all.checked_sub(NAMINGS).filter(|&more| more > 0) {
        page.write("  ", "  ", &format!("and {}", counted(more, "more record", "more records")));
    }
}

/// The records that name this one, each by the id with which it is shown.
fn namings(page: &mut Page<'_>, id: &str) {
    let namings: Vec<&Record> = page.dataset.referrers(id).collect();
    if namings.is_empty() {
        return;
    }
    page.heading("Named by");
    for record in namings.iter().take(NAMINGS) {
        entry(page, record);
    }
    more(page, namings.len());
}

/// A record in a list: its id and its name.
pub(super) fn entry(page: &mut Page<'_>, record: &Record) {
    let (id, name) = (page.styled(FAINT, record.id()), prose::brief(&prose::name(page.dataset, record), 80));
    let signs = page.signs(record);
    page.write("  ", "      ", &format!("{id} · {}{signs}", super::page::plain(&name)));
}
