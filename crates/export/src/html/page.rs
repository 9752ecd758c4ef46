//! What all pages have in common.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use standpoint_model::{Dataset, Edtf, Kind, Record, Status};

use crate::prose;

/// Nothing comes from outside the site, and nothing that data says is ever run.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; base-uri 'none'; \
                      form-action 'none'";

/// How many items of a list stand on one page.
pub(super) const ITEMS: usize = 200;

/// A page that is being written: what it tells of, and how far it is from the root of the site.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub(super) dataset: &'a Dataset,
    /// What leads from the page to the root: empty, or `../`.
    pub(super) root: &'static str,
}

impl<'a> Page<'a> {
    pub(super) fn at_root(dataset: &'a Dataset) -> Self {
        Self { dataset, root: "" }
    }

    pub(super) fn of_record(dataset: &'a Dataset) -> Self {
        Self { dataset, root: "../" }
    }

    /// The whole page.
    pub(super) fn whole(&self, title: &str, main: &Markup) -> Markup {
        let dataset = self.dataset;
        let of = dataset.manifest().map_or("Untitled dataset", |manifest| manifest.title.as_str());
        let listed = || Kind::ALL.iter().copied().filter(|&kind| kind != Kind::Dataset && dataset.count(kind) > 0);
        html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(POLICY);
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="referrer" content="no-referrer";
                    title { (brief(title)) }
                    link rel="stylesheet" href=(format!("{}style.css", self.root));
                    script src=(format!("{}script.js", self.root)) defer {}
                }
                body data-root=(self.root) {
                    a class="skip" href="#main" { "Skip to the content" }
                    header class="top" {
                        a class="home" href=(format!("{}index.html", self.root)) { bdi { (of) } }
                        nav aria-label="Site" {
                            ul {
                                @for kind in listed() {
                                    li { a href=(format!("{}{}.html", self.root, listing(kind))) { (plural(kind)) } }
                                }
                                @if dataset.count(Kind::Relationship) > 0 {
                                    li { a href=(format!("{}map.html", self.root)) { "Map" } }
                                }
                            }
                        }
                        search hidden {
                            label for="search" { "Search names" }
                            input id="search" type="search" autocomplete="off" spellcheck="false";
                            ul id="found" aria-live="polite" {}
                        }
                    }
                    main id="main" { (main) }
                    footer {
                        @if let Some(manifest) = dataset.manifest() {
                            p {
                                bdi { (manifest.publisher) } ", version " (manifest.version) ", licence "
                                (manifest.license) ". "
                                a href=(format!("{}{}.html", self.root, manifest.id)) { "About this dataset" }
                            }
                        }
                        p { "What a fact rests on stands behind “Evidence”. Nothing here is said without a source." }
                    }
                }
            }
        }
    }

    /// The address of the page of a record, if there is such a record.
    pub(super) fn address(&self, id: &str) -> Option<String> {
        self.dataset.resolve(id).map(|_| format!("{}{id}.html", self.root))
    }

    /// A record by name, as a link to its page.
    pub(super) fn link(&self, id: &str) -> Markup {
        let Some(record) = self.dataset.resolve(id) else {
            return html! { span class="missing" { bdi { (id) } " (not in the dataset)" } };
        };
        let withdrawn = record.status() == Status::Retracted;
        html! {
            a href=[self.address(id)] { bdi { (prose::name(self.dataset, record)) } }
            @if withdrawn { " (withdrawn)" }
        }
    }

    /// Records by name, as a list in a line.
    pub(super) fn links<'i>(&self, ids: impl IntoIterator<Item = &'i str>) -> Markup {
        html! {
            @for (nth, id) in ids.into_iter().enumerate() {
                @if nth > 0 { "; " }
                (self.link(id))
            }
        }
    }

    /// A date as a person says it; as it is written, where the pointer rests.
    pub(super) fn when(when: &Edtf) -> Markup {
        html! { span class="when" title=(when) { (when.english()) } }
    }

    /// Records, each as a link with its date: what leads from one page to the next.
    pub(super) fn list(&self, records: &[&Record]) -> Markup {
        html! {
            ul class="records" {
                @for record in records {
                    li {
                        (self.link(record.id()))
                        @if let Some(when) = record.when() { " – " (Self::when(when)) }
                    }
                }
            }
        }
    }
}

/// A text of the data as paragraphs.
pub(super) fn text(text: &str) -> Markup {
    html! {
        @for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
            p dir="auto" { (paragraph) }
        }
    }
}

/// A title that fits into a tab.
fn brief(title: &str) -> String {
    const LONGEST: usize = 60;
    if title.chars().count() <= LONGEST {
        return title.to_owned();
    }
    title.chars().take(LONGEST - 1).chain(['…']).collect()
}

/// The name of the page that lists a kind, without its ending.
pub(super) fn listing(kind: Kind) -> String {
    plural(kind).to_lowercase()
}

pub(super) fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Dataset => "Datasets",
        Kind::Source => "Sources",
        Kind::Actor => "Actors",
        Kind::Place => "Places",
        Kind::Event => "Events",
        Kind::Relationship => "Relationships",
        Kind::Interest => "Interests",
        Kind::Observation => "Figures",
        Kind::Statement => "Statements",
    }
}

/// Nothing.
pub(super) fn nothing() -> Markup {
    PreEscaped(String::new())
}
