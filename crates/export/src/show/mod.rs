//! Records in a terminal, in the words of the other pages.

mod page;
mod positions;
mod profile;
mod record;
mod remarks;
mod screen;

use standpoint_model::{Dataset, Kind, Record};

pub use self::screen::Screen;

use self::page::Page;
use crate::prose;

/// A record as text for a terminal: of an actor the profile, of any other record what it says and what that rests on. Records
/// that identities hold to be the same are told of as one ([`Dataset::united`]).
///
/// Everything is shown, also what is not public.
///
/// Text of the data is made harmless: it cannot command the terminal or reverse the direction of writing.
///
/// ```
/// use standpoint_export::{Screen, show};
/// use standpoint_model::{Dataset, Record};
///
/// let source: Record = serde_json::from_str(
///     r#"{ "kind": "source", "id": "source/page", "type": "web-page", "title": "A page", "publisher": "A press" }"#,
/// )?;
/// let dataset = Dataset::new([source])?;
/// let screen = Screen { width: 40, color: false, evidence: false };
/// let text = show(&dataset, &dataset.all_records()[0], screen);
/// assert_eq!(text, "A page\nsource/page · source\n\n  Type       Web page\n  Publisher  A press\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn show(dataset: &Dataset, record: &Record, screen: Screen) -> String {
    let united = dataset.united();
    let mut page = Page::new(united.dataset(), screen);
    // A decision that the view carries out is in it no more.
    let record = united.dataset().resolve(united.lead_of(record.id())).unwrap_or(record);
    record::write(&mut page, record, prose::joint(dataset, &united, record.id()));
    page.finish()
}

/// Records as a list for a terminal, by kind, each with its id and its name.
///
/// ```
/// use standpoint_export::{Screen, list};
/// use standpoint_model::{Dataset, Record};
///
/// let source: Record =
///     serde_json::from_str(r#"{ "kind": "source", "id": "source/page", "type": "web-page", "title": "A page" }"#)?;
/// let dataset = Dataset::new([source])?;
/// let screen = Screen { width: 40, color: false, evidence: false };
/// assert_eq!(list(&dataset, dataset.records(), screen), "1 SOURCE\n────────\n  source/page · A page\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn list<'d>(dataset: &'d Dataset, records: impl IntoIterator<Item = &'d Record>, screen: Screen) -> String {
    let records: Vec<&Record> = records.into_iter().collect();
    let mut page = Page::new(dataset, screen);
    for kind in Kind::ALL {
        let of_kind: Vec<&Record> = records.iter().copied().filter(|record| record.kind() == *kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        page.heading(&prose::counted(of_kind.len(), kind.as_str(), &kind.plural()));
        for record in of_kind {
            record::entry(&mut page, record);
        }
    }
    page.finish()
}

/// A record in a line: its id, what it is, and its name. Text of the data is made harmless.
///
/// ```
/// use standpoint_export::caption;
/// use standpoint_model::{Dataset, Record};
///
/// let source: Record =
///     serde_json::from_str(r#"{ "kind": "source", "id": "source/page", "type": "web-page", "title": "A page" }"#)?;
/// let dataset = Dataset::new([source])?;
/// assert_eq!(caption(&dataset, &dataset.all_records()[0]), "source/page · source · A page");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn caption(dataset: &Dataset, record: &Record) -> String {
    let (kind, name) = (prose::words(prose::kind(record)), prose::name(dataset, record));
    format!("{} · {kind} · {}", record.id(), page::plain(&prose::brief(&name, prose::SHORT)))
}
