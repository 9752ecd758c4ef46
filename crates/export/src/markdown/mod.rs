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

use standpoint_model::{Actor, Dataset, Id, Kind, Manifest, RecordId, Status, United};

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
    Loss::every("*.when", DATES),
    Loss::every("*.basis.standpoints.when", DATES),
    Loss::every("dataset.created", DATES),
    Loss::every("dataset.modified", DATES),
    Loss::every("source.published", DATES),
    Loss::every("source.accessed", DATES),
    Loss::every("*.basis.modality", WORDS),
    Loss::every("*.basis.standpoints.stance", WORDS),
    Loss::every("*.basis.standpoints.via", WORDS),
    Loss::every("event.outcome", WORDS),
    Loss::every("event.participants.role", WORDS),
    Loss::every("interest.category", WORDS),
    Loss::every("observation.measure", WORDS),
    Loss::every("observation.value.approximate", WORDS),
    Loss::every("relationship.type", WORDS),
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
    RecordId::new(text).is_ok() || Id::<Manifest>::new(text).is_ok()
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
        page.item(0, &format!("{} – {}", line::name(united.dataset(), record.id()), line::line(united.dataset(), &says)));
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
         estimated, or inferred from it. Square brackets name the source and the characters of its text that a fact \
         rests on, counted from 0, the last one exclusive.",
    );
}
