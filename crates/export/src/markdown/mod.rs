//! A stakeholder profile for a reader.

mod directory;
mod escape;
mod event;
mod grounds;
mod line;
mod page;
mod profile;
mod relationship;
mod signs;
mod talks;

use std::io;

use standpoint_model::{Actor, Dataset, Id, Identity, Kind, Manifest, Record, RecordId, Status, United};

use self::{escape::escape, page::Page};
use crate::{Format, Loss, Records, Which, Write, prose};

pub(crate) const FORMAT: Format = Format {
    name: "markdown",
    summary: "the profile as a page to read",
    extension: "md",
    media_type: "text/markdown",
    docs: include_str!("../../docs/markdown.md"),
    losses: LOSSES,
    streams: false,
    public: true,
    write: Write::Stream(write),
    read: None,
};

const LOSSES: &[Loss] = &[
    Loss { field: "*", of: Which::OfRecords(|record| record.status() == Status::Retracted), why: RETRACTED },
    Loss::texts("*", is_id, IDS),
    Loss::every("*.basis.evidence.span.sha256", DIGESTS),
    Loss::every("*.basis.standpoints.evidence.span.sha256", DIGESTS),
    Loss::every("*.conditions.evidence.span.sha256", DIGESTS),
    Loss::every("identity.evidence.span.sha256", DIGESTS),
    Loss::every("source.sections.span.sha256", DIGESTS),
    Loss::every("*.when", DATES),
    Loss::every("*.due", DATES),
    Loss::every("*.basis.standpoints.when", DATES),
    Loss::every("dataset.includes.created", DATES),
    Loss::every("dataset.includes.modified", DATES),
    Loss::every("source.archived.when", DATES),
    Loss::every("identity.decided", DATES),
    Loss::every("dataset.created", DATES),
    Loss::every("dataset.modified", DATES),
    Loss::every("source.published", DATES),
    Loss::every("source.accessed", DATES),
    Loss::every("*.basis.modality", WORDS),
    Loss::every("*.basis.readings.fields", WORDS),
    Loss::every("*.basis.standpoints.on", WORDS),
    Loss::every("*.basis.standpoints.stance", WORDS),
    Loss::every("*.basis.standpoints.via", WORDS),
    Loss::every("*.basis.tensions.how", WORDS),
    Loss::every("*.conditions.match", WORDS),
    Loss::every("*.conditions.once", WORDS),
    Loss::every("*.conditions.type", WORDS),
    Loss::every("*.conditions.within", WORDS),
    Loss::every("*.handling", WORDS),
    Loss::every("event.bears_on.how", WORDS),
    Loss::every("event.extent", WORDS),
    Loss::every("event.occurrence", WORDS),
    Loss::every("event.outcome", WORDS),
    Loss::every("event.participants.role", WORDS),
    Loss::every("event.places.role", WORDS),
    Loss::every("identity.how", WORDS),
    Loss::every("identity.verdict", WORDS),
    Loss::every("interest.category", WORDS),
    Loss::every("interest.importance", WORDS),
    Loss::every("observation.measure", WORDS),
    Loss::every("observation.unit", WORDS),
    Loss::every("observation.value.approximate", WORDS),
    Loss::every("place.precision", WORDS),
    Loss::every("position.at.approximate", WORDS),
    Loss::every("position.firmness", WORDS),
    Loss::every("position.form", WORDS),
    Loss::every("position.private", WORDS),
    Loss::every("position.salience.approximate", WORDS),
    Loss::every("relationship.former", WORDS),
    Loss::every("relationship.head", WORDS),
    Loss::every("relationship.support", WORDS),
    Loss::every("relationship.type", WORDS),
    Loss::every("source.access", WORDS),
    Loss::every("source.sections.empty", WORDS),
    Loss::every("source.sections.lists", WORDS),
    Loss::every("source.sections.nothing_to_encode", WORDS),
    Loss::every("statement.topic", WORDS),
    Loss::every("statement.rank", RANKS),
    Loss::every("source.quotable", "whether a source may be quoted"),
    Loss::every("*.allow", "findings that a record waives, which are no part of what it says"),
];

const RETRACTED: &str = "retracted records, of which it gives the number";
const IDS: &str = "ids, for which names and titles stand, and the mentions of statements";
const DIGESTS: &str = "the digests of the stretches that are cited";
const DATES: &str = "dates as EDTF, which are told in words";
const WORDS: &str = "words of a vocabulary, which are put in plain English or not said where they go without saying";
const RANKS: &str = "the ranks of statements, which it uses for their order";

fn is_id(text: &str) -> bool {
    RecordId::new(text).is_ok() || Id::<Manifest>::new(text).is_ok() || Id::<Identity>::new(text).is_ok()
}

fn write(records: Records<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let whole = records.into_dataset()?;
    let united = whole.united();
    let dataset = united.dataset();
    let mut page = Page::new(dataset);
    manifest(&mut page);
    let (profiled, others): (Vec<&Actor>, Vec<&Actor>) =
        dataset.iter::<Actor>().partition(|actor| !dataset.interests_of(&actor.id).is_empty());
    for actor in &profiled {
        profile::write(&mut page, actor);
    }
    let (events, relationships, actors) = if profiled.is_empty() {
        ("Events", "Relationships", "Actors")
    } else {
        ("Other events", "Other relationships", "Other actors")
    };
    event::write_rest(&mut page, events);
    relationship::write_rest(&mut page, relationships);
    talks::issues(&mut page);
    directory::actors(&mut page, actors, others);
    directory::places(&mut page);
    directory::sources(&mut page);
    directory::rest(&mut page);
    directory::identities(&mut page);
    joint(&mut page, &whole, &united);
    out.write_all(page.finish().as_bytes())
}

/// Which records the page tells of as one.
fn joint(page: &mut Page<'_>, whole: &Dataset, united: &United<'_>) {
    let joint: Vec<_> = united
        .dataset()
        .all_records()
        .iter()
        .filter_map(|record| Some((record, prose::joint(whole, united, record.id())?)))
        .collect();
    if !joint.is_empty() {
        page.heading(2, "Told as one");
    }
    for (record, says) in joint {
        page.item(
            0,
            &format!("{} – {}", line::name(united.dataset(), record.id()), line::line(united.dataset(), &says)),
        );
        for member in united.members_of(record.id()).iter().filter_map(|id| whole.resolve(id)).skip(1) {
            also_recorded(page, whole, member);
        }
    }
}

/// What a record says that the page tells of as one with another, whose title, texts and other single values lead.
fn also_recorded(page: &mut Page<'_>, whole: &Dataset, member: &Record) {
    page.item(1, &format!("Also recorded as: {}", escape(&prose::name(whole, member))));
    for row in prose::rows(whole, member) {
        let says = line::line(whole, &row.says);
        page.item(2, &format!("{}: {says}", row.term));
    }
    for text in prose::lead(member).into_iter().chain(member.note().map(standpoint_model::Text::as_str)) {
        page.item(2, &escape(text));
    }
}

fn manifest(page: &mut Page) {
    let dataset = page.dataset;
    let Some(manifest) = dataset.manifest() else {
        page.heading(1, "Untitled dataset");
        return;
    };
    page.heading(1, &escape(manifest.title.as_str()));
    if let Some(description) = &manifest.description {
        page.paragraph(&escape(description.as_str()));
    }
    if let Some(record) = dataset.resolve(manifest.id.as_str()) {
        page.rows(0, record);
    }
    let withdrawn = dataset.all_records().len() - Kind::ALL.iter().map(|&kind| dataset.count(kind)).sum::<usize>();
    if withdrawn > 0 {
        page.item(0, &format!("Withdrawn records, left out here: {withdrawn}"));
    }
    if let Some(note) = &manifest.note {
        page.item(0, &format!("Note: {}", escape(note.as_str())));
    }
    page.paragraph(
        "What a source says in its own voice bears no mark; a word in brackets says where it is reported, alleged or \
         estimated, or inferred from it, and “read in” where the dataset added a part of it. Square brackets name the \
         source and the characters of its text that a fact rests on, counted from 0, the last one exclusive.",
    );
}
