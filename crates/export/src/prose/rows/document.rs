//! The fields of the manifest, of sources, and of decisions on what is one.

use standpoint_model::{Access, Identity, IncludedDataset, LanguageTag, Manifest, Section, Source, Verdict};

use super::row::{Row, date, named, row, text, word};
use crate::prose::{
    line::{Line, Piece, alias, citations, digest, joined, words as say},
    tie::COLUMNS,
    words::{self, ground, reliability},
};

pub(super) fn manifest(manifest: &Manifest) -> Vec<Option<Row<'_>>> {
    vec![
        row("format", "Format", vec![say(manifest.format().as_str())]),
        row("version", "Version", vec![say(manifest.version.as_str())]),
        text("publisher", "Publisher", Some(&manifest.publisher)),
        row("license", "Licence", vec![say(manifest.license.as_str())]),
        row("language", "Language", manifest.language.iter().map(|tag| say(tag.as_str())).collect()),
        date("created", "Created", Some(&manifest.created)),
        date("modified", "Last changed", manifest.modified.as_ref()),
        row("base_iri", "Address of the records", vec![Piece::Address(manifest.base_iri.as_str())]),
        row("includes", "Put together from", joined(manifest.includes.iter().map(included), "; ")),
    ]
}

/// A dataset that was put into this one, as its own manifest described it.
fn included(dataset: &IncludedDataset) -> Line<'_> {
    let mut line = vec![
        Piece::Text(dataset.title.as_str()),
        say(format!(" ({}), version {}, ", dataset.name, dataset.version)),
        Piece::Text(dataset.publisher.as_str()),
        say(format!(", licence {}, created ", dataset.license)),
        Piece::When(&dataset.created),
    ];
    line.extend(dataset.modified.iter().flat_map(|when| [say(", changed "), Piece::When(when)]));
    line.extend(dataset.language.iter().map(|tag| say(format!(", in {tag}"))));
    line.extend([say(", "), Piece::Address(dataset.base_iri.as_str())]);
    let more = dataset.description.iter().chain(&dataset.note);
    line.extend(more.flat_map(|text| [say(" – "), Piece::Text(text.as_str())]));
    line
}

pub(super) fn source(source: &Source) -> Vec<Option<Row<'_>>> {
    let authors = source.authors.iter().map(|author| vec![Piece::Text(author.as_str())]);
    let languages: Vec<&str> = source.languages.iter().map(LanguageTag::as_str).collect();
    let reliability = source.reliability.map(|grade| say(format!("{} ({grade})", reliability(grade))));
    let length = |text: &standpoint_model::SourceText| standpoint_model::Amount::from(text.length).to_string();
    let archived = source.archived.as_ref().map(|copy| {
        let when = copy.when.iter().flat_map(|when| [say(", made "), Piece::When(when)]);
        [Piece::Address(copy.url.as_str())].into_iter().chain(when).collect()
    });
    let mut rows = vec![
        word("type", "Type", source.r#type.as_str()),
        row("access", "Access", access(source.access).map(say).into_iter().collect()),
        row("aliases", "Also known as", joined(source.aliases.iter().map(alias), ", ")),
        row("authors", "By", joined(authors, "; ")),
        text("publisher", "Publisher", source.publisher.as_ref()),
        date("published", "Published", source.published.as_ref()),
        date("accessed", "Read", source.accessed.as_ref()),
        row("languages", "Languages", if languages.is_empty() { vec![] } else { vec![say(languages.join(", "))] }),
        row("url", "Address", source.url.iter().map(|url| Piece::Address(url.as_str())).collect()),
        row("archived", "Copy in an archive", archived.unwrap_or_default()),
        text("rights", "Rights", source.rights.as_ref()),
        row("quotable", "May be quoted", source.quotable.then(|| say("Yes")).into_iter().collect()),
        row("reliability", "Reliability", reliability.into_iter().collect()),
        named("reports", "Has it from", &source.reports),
        row(
            "text",
            "Text",
            source.text.as_ref().map(|text| digest(&length(text), text.sha256.as_str())).unwrap_or_default(),
        ),
        row("file", "File", source.file.as_ref().map(file).unwrap_or_default()),
    ];
    rows.extend(source.sections.iter().map(|section| row("sections", "Section", self::section(section))));
    rows
}

fn access(access: Access) -> Option<&'static str> {
    match access {
        Access::Published => None,
        Access::Leaked => Some("Leaked"),
        Access::Restricted => Some("Restricted: only some may have it"),
    }
}

fn file(file: &standpoint_model::SourceFile) -> Line<'_> {
    let mut line: Line<'_> = file.media_type.iter().map(|media| say(format!("{media}, "))).collect();
    line.extend(file.pages.map(|pages| say(format!("{pages} pages, "))));
    line.extend([say("SHA-256 "), Piece::Digest(file.sha256.as_str())]);
    line
}

/// A part of a source's text; of a list, what it lists, and whether it lists none.
fn section(section: &Section) -> Line<'_> {
    let span = &section.span;
    let mut line =
        vec![Piece::Text(section.title.as_str()), say(format!(", characters {}–{}", span.start(), span.end()))];
    if let Some(lists) = section.lists {
        let column = COLUMNS.iter().find(|(r#type, _)| *r#type == lists);
        let what = column.map_or_else(
            || format!("ties of the type “{}”", words::words(lists.as_str())),
            |(_, plural)| plural.to_lowercase(),
        );
        line.push(say(format!(", lists {what}")));
    }
    line.extend(section.of.iter().flat_map(|of| [say(" of "), Piece::Record(of.as_str())]));
    if section.empty {
        line.push(say(": none"));
    }
    if section.nothing_to_encode {
        line.push(say(", nothing to encode"));
    }
    line
}

/// Which records are decided on, and how. What rests on evidence here is the decision.
pub(super) fn identity(identity: &Identity) -> Vec<Option<Row<'_>>> {
    let members = identity.members.iter().map(|id| vec![Piece::Record(id.as_str()), say(format!(" ({id})"))]);
    let verdict = match identity.verdict {
        Verdict::Same => "They name one thing",
        Verdict::Different => "They do not name one thing",
        Verdict::Unsure => "Nobody has decided whether they name one thing",
    };
    let [by, on] = match identity.verdict {
        Verdict::Same | Verdict::Different => ["Decided by", "Decided"],
        Verdict::Unsure => ["Left open by", "Left open"],
    };
    vec![
        row("members", "Records", joined(members, "; ")),
        row("verdict", "Verdict", vec![say(verdict)]),
        row("how", "What shows it", identity.how.map(|how| say(ground(how))).into_iter().collect()),
        text("by", by, identity.by.as_ref()),
        date("decided", on, identity.decided.as_ref()),
        row("evidence", "Evidence", joined(citations(&identity.evidence), "; ")),
    ]
}
