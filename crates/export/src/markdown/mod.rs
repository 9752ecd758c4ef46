//! A stakeholder profile for a reader.

mod directory;
mod escape;
mod event;
mod grounds;
mod name;
mod page;
mod profile;
mod relationship;

use std::io::{self, Write};

use standpoint_model::{Actor, Dataset, Kind, Status};

use self::{
    escape::{escape, link},
    name::date,
    page::Page,
};
use crate::Format;

pub(crate) const FORMAT: Format = Format {
    name: "markdown",
    extension: "md",
    media_type: "text/markdown",
    docs: include_str!("../../docs/markdown.md"),
    write,
};

fn write(dataset: &Dataset, out: &mut dyn Write) -> io::Result<()> {
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
    directory::actors(&mut page, actors, others);
    directory::places(&mut page);
    directory::sources(&mut page);
    directory::rest(&mut page);
    out.write_all(page.finish().as_bytes())
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
    page.item(0, &format!("Version: {}", manifest.version));
    page.item(0, &format!("Publisher: {}", escape(manifest.publisher.as_str())));
    page.item(0, &format!("Licence: {}", manifest.license));
    page.item(0, &format!("Created: {}", date(&manifest.created)));
    if let Some(modified) = &manifest.modified {
        page.item(0, &format!("Last changed: {}", date(modified)));
    }
    page.item(0, &format!("Address of the records: {}", link(&manifest.base_iri)));
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

/// Whether the record called `id` is withdrawn.
fn is_withdrawn(dataset: &Dataset, id: &str) -> bool {
    dataset.resolve(id).is_some_and(|record| record.status() == Status::Retracted)
}
