//! Long lists, over as many pages as they take.

use std::ops::Range;

use maud::{Markup, html};

use super::page::Page;
use crate::prose::counted;

/// How many items of a list stand on one page at most, and how many bytes of them.
const ITEMS: usize = 200;
const BYTES: usize = 250_000;

/// How many items of a list stand on the page of a record, if the list has pages of its own.
pub(super) const SOME: usize = 40;

/// A list that has pages of its own.
pub(super) struct List<'a> {
    pub(super) page: Page<'a>,
    /// The path of its first page, without the ending.
    pub(super) path: String,
    /// What stands in the tab.
    pub(super) title: String,
    /// What stands at the top.
    pub(super) heading: Markup,
    /// The class of the element that holds the items.
    pub(super) class: &'static str,
    pub(super) items: Vec<Markup>,
}

impl List<'_> {
    /// Whether the list is too long for the page of a record.
    pub(super) fn is_long(&self) -> bool {
        self.items.len() > SOME || self.items.iter().map(|item| item.0.len()).sum::<usize>() > BYTES / 4
    }

    /// What the page of a record shows of the list, with a link to all of it.
    pub(super) fn some(&self, what: &str) -> Markup {
        let is_long = self.is_long();
        let mut bytes = 0;
        let shown = self.items.iter().take_while(|item| {
            bytes += item.0.len();
            !is_long || bytes <= BYTES / 4
        });
        html! {
            ul class=(self.class) {
                @for item in shown.take(if is_long { SOME } else { usize::MAX }) { li { (item) } }
            }
            @if is_long {
                p class="all" { a href=(format!("{}{}.html", self.page.root, self.path)) {
                    "All " (counted(self.items.len(), what, what))
                } }
            }
        }
    }

    /// The address of an item: its page, and the place there that is called `anchor`.
    pub(super) fn address(&self, nth: usize, anchor: &str) -> String {
        let on = self.ranges().iter().position(|range| range.contains(&nth)).unwrap_or_default();
        format!("{}{}#{anchor}", self.page.root, self.path_of(on))
    }

    /// All pages of the list, with their paths; `above` stands on top of each. A list of nothing has none.
    pub(super) fn pages(&self, above: &Markup) -> Vec<(String, Markup)> {
        let ranges = self.ranges();
        let last = ranges.len().saturating_sub(1);
        let link =
            |nth: usize, words: &str| html! { a href=(format!("{}{}", self.page.root, self.path_of(nth))) { (words) } };
        let page = |(nth, range): (usize, &Range<usize>)| {
            let main = html! {
                h1 { (self.heading) }
                (above)
                ul class=(self.class) { @for item in &self.items[range.clone()] { li { (item) } } }
                @if last > 0 {
                    nav class="turn" aria-label="Pages" {
                        @if nth > 0 { (link(nth - 1, "Previous page")) " " }
                        "Page " (nth + 1) " of " (last + 1)
                        @if nth < last { " " (link(nth + 1, "Next page")) }
                    }
                }
            };
            let title = if nth == 0 { self.title.clone() } else { format!("Page {} of {}", nth + 1, self.title) };
            (self.path_of(nth), self.page.whole(&title, &main))
        };
        ranges.iter().enumerate().map(page).collect()
    }

    fn path_of(&self, nth: usize) -> String {
        if nth == 0 { format!("{}.html", self.path) } else { format!("{}_{}.html", self.path, nth + 1) }
    }

    /// Which items stand on which page.
    fn ranges(&self) -> Vec<Range<usize>> {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        let mut bytes = 0;
        for (nth, item) in self.items.iter().enumerate() {
            let size = item.0.len();
            match ranges.last_mut() {
                Some(range) if range.len() < ITEMS && bytes + size <= BYTES => {
                    range.end = nth + 1;
                    bytes += size;
                }
                _ => {
                    ranges.push(nth..nth + 1);
                    bytes = size;
                }
            }
        }
        ranges
    }
}

#[cfg(test)]
mod tests {
    use standpoint_model::Dataset;

    use super::{
        super::page::{Site, nothing},
        *,
    };

    #[test]
    fn what_is_long_goes_over_several_pages() {
        let dataset = Dataset::default();
        let united = dataset.united();
        let site =
            Site { several: &dataset, united: &united, left_out: 0, shortened: 0, kinds: Vec::new(), has_map: false };
        let list = |count: usize, size: usize| List {
            page: Page::at_root(&site),
            path: "events".into(),
            title: "Events".into(),
            heading: nothing(),
            class: "plain",
            items: (0..count).map(|_| maud::PreEscaped("x".repeat(size))).collect(),
        };
        let paths = |list: &List<'_>| list.pages(&nothing()).into_iter().map(|(path, _)| path).collect::<Vec<_>>();
        assert_eq!(paths(&list(0, 10)), [""; 0]);
        assert_eq!(paths(&list(SOME, 10)), ["events.html"]);
        assert_eq!(paths(&list(401, 10)), ["events.html", "events_2.html", "events_3.html"]);
        assert_eq!(paths(&list(3, 200_000)).len(), 3, "by their size too");
        assert_eq!(list(401, 10).address(200, "e"), "events_2.html#e");
        assert!(!list(SOME, 10).is_long() && list(SOME + 1, 10).is_long() && list(2, 200_000).is_long());
    }
}
