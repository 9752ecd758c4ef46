//! Records in a terminal, in the words of the other pages.

mod page;
mod positions;
mod profile;
mod record;
mod remarks;
mod screen;

use standpoint_model::{Dataset, Record};

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
