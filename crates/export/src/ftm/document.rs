//! The manifest and the sources.

use standpoint_model::{
    Access, Edtf, Format, Id, IncludedDataset, LanguageTag, Manifest, MediaType, RelationshipType, Reliability,
    Section, Source, SourceType, Text,
};

use super::{clean, entity::Entity, ground::Sheet};

fn title(entity: &mut Entity, title: &str) {
    entity.text("title", title);
    // What is shown of a document is the name of its file, which it must have.
    entity.text_or_id("fileName", title);
}

pub(super) fn of_manifest(manifest: &Manifest, entity: &mut Entity) {
    title(entity, manifest.title.as_str());
    if let Some(description) = &manifest.description {
        entity.text("description", description.as_str());
    }
    entity.text("publisher", manifest.publisher.as_str());
    entity.optional_line("Format", manifest.format.map(Format::as_str));
    entity.line("Version", manifest.version.as_str());
    entity.line("License", manifest.license.as_str());
    entity.line("Address of the records", manifest.base_iri.as_str());
    for (property, label, date) in
        [("createdAt", "Created", Some(&manifest.created)), ("modifiedAt", "Modified", manifest.modified.as_ref())]
    {
        if let Some(date) = date.and_then(clean::plain_date) {
            entity.add(property, date);
        }
        entity.optional_line(label, date.map(Edtf::as_str));
    }
    for included in &manifest.includes {
        of_included(included, entity);
    }
}

fn of_included(included: &IncludedDataset, entity: &mut Entity) {
    entity.line("Includes", included.name.as_str());
    for (field, text) in [
        ("title", Some(included.title.as_str())),
        ("description", included.description.as_ref().map(Text::as_str)),
        ("version", Some(included.version.as_str())),
        ("license", Some(included.license.as_str())),
        ("publisher", Some(included.publisher.as_str())),
        ("address of the records", Some(included.base_iri.as_str())),
        ("language", included.language.as_ref().map(LanguageTag::as_str)),
        ("created", Some(included.created.as_str())),
        ("modified", included.modified.as_ref().map(Edtf::as_str)),
        ("note", included.note.as_ref().map(Text::as_str)),
    ] {
        entity.optional_line(&format!("Includes {}, {field}", included.name), text);
    }
}

pub(super) const fn schema_of_source(r#type: SourceType) -> &'static str {
    match r#type {
        SourceType::NewsArticle | SourceType::JournalArticle => "Article",
        SourceType::Video => "Video",
        SourceType::WebPage
        | SourceType::Report
        | SourceType::Book
        | SourceType::Statement
        | SourceType::PressRelease
        | SourceType::SocialMedia
        | SourceType::Agreement
        | SourceType::Draft
        | SourceType::Minutes
        | SourceType::Resolution
        | SourceType::Dataset
        | SourceType::Gazetteer
        | SourceType::Interview
        | SourceType::Other => "Document",
    }
}

pub(super) fn of_source(source: &Source, sheet: &mut Sheet<'_>) {
    let entity = &mut sheet.entity;
    title(entity, source.title.as_str());
    entity.add("keywords", source.r#type.as_str());
    for author in &source.authors {
        entity.text("author", author.as_str());
    }
    if let Some(publisher) = &source.publisher {
        entity.text("publisher", publisher.as_str());
    }
    if let Some(url) = &source.url {
        if clean::is_plain_address(url.as_str()) {
            entity.add("sourceUrl", url.as_str());
        }
        entity.line("Address", url.as_str());
    }
    for (property, label, date) in
        [("publishedAt", "Published", &source.published), ("retrievedAt", "Accessed", &source.accessed)]
    {
        if let Some(date) = date.as_ref().and_then(clean::plain_date) {
            entity.add(property, date);
        }
        entity.optional_line(label, date.as_ref().map(Edtf::as_str));
    }
    for language in &source.languages {
        entity.line("Language", language.as_str());
    }
    entity.optional_line("Access", (source.access != Access::Published).then(|| source.access.as_str()));
    if let Some(archived) = &source.archived {
        entity.line("Archived at", archived.url.as_str());
        entity.optional_line("Archived", archived.when.as_ref().map(Edtf::as_str));
    }
    entity.optional_line("Rights", source.rights.as_ref().map(Text::as_str));
    entity.optional_line("Quotable", source.quotable.then_some("true"));
    if let Some(text) = &source.text {
        entity.line("SHA-256 of the text", text.sha256.as_str());
        entity.line("Length of the text in characters", &text.length.get().to_string());
    }
    if let Some(file) = &source.file {
        entity.line("SHA-256 of the file", file.sha256.as_str());
        entity.optional_line("Type of the file", file.media_type.as_ref().map(MediaType::as_str));
        entity.optional_line("Pages of the file", file.pages.map(|pages| pages.get().to_string()).as_deref());
    }
    for (at, section) in source.sections.iter().enumerate() {
        of_section(&format!("Section {}", at + 1), section, entity);
    }
    entity.optional_line("Reliability", source.reliability.map(Reliability::as_str));
    sheet.ties("reports", "Reports", source.reports.iter().map(Id::as_str));
}

fn of_section(label: &str, section: &Section, entity: &mut Entity) {
    entity.line(label, section.title.as_str());
    entity.optional_line(&format!("{label} lists ties of the type"), section.lists.map(RelationshipType::as_str));
    entity.optional_line(&format!("{label} is of"), section.of.as_ref().map(Id::as_str));
    entity.optional_line(&format!("{label} has no entry"), section.empty.then_some("true"));
    entity.optional_line(&format!("{label} holds nothing to encode"), section.nothing_to_encode.then_some("true"));
}
