//! Records in a terminal, in the words of the other pages.

mod page;
mod profile;
mod record;
mod remarks;
mod screen;

use standpoint_model::{Dataset, Record};

pub use self::screen::Screen;

use self::page::Page;

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
