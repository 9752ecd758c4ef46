//! Records in a terminal, in the words of the other pages.

mod page;
mod profile;
mod record;
mod remarks;

use standpoint_model::{Dataset, Record};

use self::page::Page;

/// How a record is shown in a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    /// How many columns there are. Fewer than twenty are taken for twenty.
    pub width: usize,
    /// Whether the text may hold the escape sequences that colour a terminal.
    pub color: bool,
    /// Whether each fact of a profile says where its sources say so, and what its id is.
    pub evidence: bool,
}

/// A record as text for a terminal: of an actor the profile, of any other record what it says and what that rests on.
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
    let mut page = Page::new(dataset, screen);
    record::write(&mut page, record);
    page.finish()
}
