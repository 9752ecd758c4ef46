//! What all pages have in common, and how lines of prose look on them.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use standpoint_model::{Dataset, Edtf, Kind, Record, Status, United};

use super::signs::doubts;
use crate::prose::{self, Piece, Row, SHORT, Sign, brief};

/// Nothing comes from outside the site, and nothing that data says is ever run.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; base-uri 'none'; \
                      form-action 'none'";

/// How long a title may be to fit into a tab, and a name to be a link.
const TAB: usize = 60;
const LINK: usize = 160;

/// What a site tells of: a dataset in which what is the same is one.
pub(super) struct Site<'a> {
    /// The same records, in which what is the same is still several.
    pub(super) several: &'a Dataset,
    pub(super) united: &'a United<'a>,
    /// How many records are left out, for they are not public, and how many of the others say less for it.
    pub(super) left_out: usize,
    pub(super) shortened: usize,
    /// The kinds that have a list of their own.
    pub(super) kinds: Vec<Kind>,
    /// Whether there is a map, which shows ties between actors alone.
    pub(super) has_map: bool,
}

/// A page that is being written: what it tells of, and how far it is from the root of the site.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub(super) site: &'a Site<'a>,
    pub(super) dataset: &'a Dataset,
    /// What leads from the page to the root: empty, or `../`.
    pub(super) root: &'static str,
}

impl<'a> Page<'a> {
    pub(super) fn at_root(site: &'a Site<'a>) -> Self {
        Self { site, dataset: site.united.dataset(), root: "" }
    }

    /// The page of a record of the same site.
    pub(super) fn of_record(self) -> Self {
        Self { root: "../", ..self }
    }

    /// The whole page.
    pub(super) fn whole(&self, title: &str, main: &Markup) -> Markup {
        let dataset = self.dataset;
        let of = dataset.manifest().map_or("Untitled dataset", |manifest| manifest.title.as_str());
        html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(POLICY);
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="referrer" content="no-referrer";
                    title { (brief(title, TAB)) }
                    link rel="stylesheet" href=(format!("{}style.css", self.root));
                    script src=(format!("{}script.js", self.root)) defer {}
                }
                body data-root=(self.root) {
                    a class="skip" href="#main" { "Skip to the content" }
                    header class="top" {
                        div class="bar" {
                            a class="home" href=(format!("{}index.html", self.root)) { bdi { (brief(of, LINK)) } }
                            search hidden {
                                label for="search" { "Search names" }
                                input id="search" type="search" autocomplete="off" spellcheck="false";
                                ul id="found" aria-live="polite" {}
                            }
                        }
                        nav aria-label="Site" {
                            ul {
                                @for &kind in &self.site.kinds {
                                    li { a href=(format!("{}{}.html", self.root, listing(kind))) { (plural(kind)) } }
                                }
                                @if self.site.has_map {
                                    li { a href=(format!("{}map.html", self.root)) { "Map" } }
                                }
                            }
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
                        @if self.site.left_out > 0 {
                            p class="left-out" {
                                (prose::counted(self.site.left_out, "record is", "records are"))
                                " left out here, for not everybody may see " (if self.site.left_out == 1 { "it" } else { "them" }) "."
                                @if self.site.shortened > 0 {
                                    " " (prose::counted(self.site.shortened, "other says", "others say")) " less than in the whole dataset."
                                }
                            }
                        }
                        p { "Each fact opens what it rests on. What the dataset adds to its sources is marked." }
                    }
                }
            }
        }
    }

    /// The address of the page of a record, if there is such a record.
    pub(super) fn address(&self, id: &str) -> Option<String> {
        let id = self.site.united.lead_of(id);
        self.dataset.resolve(id).map(|_| format!("{}{id}.html", self.root))
    }

    /// A record by name, as a link to its page. What is a claim bears its signs.
    pub(super) fn link(&self, id: &str) -> Markup {
        let claim = self.dataset.resolve(id).filter(|record| prose::is_claim(record));
        html! { (self.named(id)) @if claim.is_some() { (doubts(self.dataset, id)) } }
    }

    /// The same within a sentence.
    pub(super) fn titled(&self, id: &str) -> Markup {
        let [before, after] = prose::quotation_marks(self.dataset, id);
        let claim = self.dataset.resolve(id).filter(|record| prose::is_claim(record));
        html! { (before) (self.named(id)) (after) @if claim.is_some() { (doubts(self.dataset, id)) } }
    }

    /// The same in as few words as tell the record apart.
    fn short_link(&self, id: &str) -> Markup {
        let claim = self.dataset.resolve(id).filter(|record| prose::is_claim(record));
        html! { (self.called(id, &brief(&prose::short_name(self.dataset, id), SHORT))) @if claim.is_some() { (doubts(self.dataset, id)) } }
    }

    /// A record by name, as a link to its page, where its signs stand beside it.
    pub(super) fn named(&self, id: &str) -> Markup {
        self.called(id, &brief(&prose::name_of(self.dataset, self.site.united.lead_of(id)), LINK))
    }

    fn called(&self, id: &str, name: &str) -> Markup {
        let Some(record) = self.dataset.resolve(self.site.united.lead_of(id)) else {
            return html! { span class="missing" { bdi { (id) } " (not in the dataset)" } };
        };
        let withdrawn = record.status() == Status::Retracted;
        html! {
            a href=[self.address(id)] {
                bdi lang=[prose::language(record)] { (name) }
            }
            @if withdrawn { " (withdrawn)" }
        }
    }

    /// A line of prose.
    pub(super) fn line(&self, line: &[Piece<'_>]) -> Markup {
        html! { @for piece in line { (self.piece(piece)) } }
    }

    fn piece(&self, piece: &Piece<'_>) -> Markup {
        match piece {
            Piece::Words(words) => html! { (words) },
            Piece::Strong(words) => html! { strong { (words) } },
            Piece::Text(text) => html! { bdi { (text) } },
            Piece::Quantity(text) => html! { bdi { (text) } },
            Piece::Foreign(text, language) => html! { bdi lang=(language) { (text) } },
            Piece::Record(id) => self.link(id),
            Piece::Short(id) => self.short_link(id),
            Piece::Titled(id) => self.titled(id),
            Piece::When(when) => Self::when(when),
            // The model admits `http` and `https` alone.
            Piece::Address(url) => html! { a class="address" href=(url) rel="noreferrer" { (url) } },
            Piece::Digest(digest) => Self::digest(digest),
        }
    }

    /// The fields of a record as a list of terms; the last may be what it rests on.
    pub(super) fn rows(&self, rows: &[Row<'_>], rests_on: Option<&Markup>) -> Markup {
        html! {
            dl class="facts" {
                @for row in rows { div { dt { (row.term) } dd { (self.line(&row.says)) (read_in(row)) } } }
                @if let Some(evidence) = rests_on { div { dt { "Rests on" } dd { (evidence) } } }
            }
        }
    }

    /// A date as a person says it; as it is written, where the pointer rests.
    pub(super) fn when(when: &Edtf) -> Markup {
        html! { span class="when" title=(when) { (when.english()) } }
    }

    pub(super) fn digest(digest: &str) -> Markup {
        html! { code class="digest" title="SHA-256" { (digest) } }
    }

    /// A record as a link with its date and its signs.
    pub(super) fn entry(&self, record: &Record) -> Markup {
        html! {
            (self.named(record.id()))
            @if let Some(when) = record.when() { ", " (Self::when(when)) }
            (doubts(self.dataset, record.id()))
        }
    }
}

/// The mark of a field that the dataset read into its source; why it did, where the pointer rests and in the evidence.
fn read_in(row: &Row<'_>) -> Markup {
    html! {
        @for reading in &row.readings {
            " " span class="badge read-in" title=(reading.why) { (Sign::ReadIn.word()) }
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

/// The kinds of which a dataset has records that stand, and so a list.
pub(super) fn listed(dataset: &Dataset) -> Vec<Kind> {
    Kind::ALL.iter().copied().filter(|&kind| kind != Kind::Dataset && dataset.count(kind) > 0).collect()
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
        Kind::Issue => "Issues",
        Kind::Position => "Positions",
        Kind::Observation => "Figures",
        Kind::Statement => "Statements",
        Kind::Identity => "Identities",
    }
}

/// Where on a page the fact stands that a record is.
pub(super) fn anchor(id: &str) -> String {
    id.replace('/', "-")
}

/// Nothing.
pub(super) fn nothing() -> Markup {
    PreEscaped(String::new())
}
