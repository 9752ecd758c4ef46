//! The records of a text that is one record or a list of them, told apart as the text comes in.
//!
//! Only brackets, commas and quotation marks are looked at, so that one bad record does not hide the others. If the text is
//! JSON, its records are those that a parser finds.

use std::ops::Range;

use crate::read::{encoding::is_space, extent::Extent};

/// Tells records apart in text of which some was read, and some is still to come.
#[derive(Default)]
pub(crate) struct List {
    state: State,
    /// How far the text is read that is there.
    scanned: usize,
    /// Where the list begins in the document, and how much text stands before it.
    start: usize,
    before: Extent,
}

#[derive(Default)]
enum State {
    /// Nothing but white space came.
    #[default]
    Blank,
    /// No list, but one record.
    Single,
    Inside(Brackets),
    /// The list is closed.
    Closed,
}

/// What is open in a list.
struct Brackets {
    /// How many brackets, that of the list included.
    depth: usize,
    in_text: bool,
    is_escaped: bool,
    /// Where the text begins that belongs to the next item: behind the bracket or a comma.
    item: usize,
    is_first: bool,
}

/// A list whose brackets do not match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Broken {
    /// Where in its block the text begins that is no item: behind the bracket of the list, a comma, or the end of the list.
    pub(crate) from: usize,
    /// Whether that is behind the end of the list.
    pub(crate) is_closed: bool,
    /// Where the list begins in the document, and how much text stands before it.
    pub(crate) start: usize,
    pub(crate) before: Extent,
}

/// What comes of text that was read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Cut {
    /// There are all records that begin in so many bytes of it.
    Whole(usize),
    /// More of it must come first.
    Pending,
    /// There is nothing behind it that could be told apart.
    Broken(Broken),
}

impl List {
    /// Adds to `items` where records are in some text of the document, which begins at `start` where the last cut was. After
    /// the last of the text nothing is pending.
    pub(crate) fn cut(&mut self, text: &[u8], start: usize, is_last: bool, items: &mut Vec<Range<usize>>) -> Cut {
        if let State::Blank = self.state {
            let Some(begin) = text.iter().position(|byte| !is_space(*byte)) else { return self.blank(text) };
            self.before = self.before.then(Extent::of(&text[..begin]));
            self.start = start + begin;
            self.scanned = begin + 1;
            self.state = if text[begin] == b'[' { State::Inside(Brackets::new(begin + 1)) } else { State::Single };
        }
        if let State::Inside(brackets) = &mut self.state {
            match brackets.scan(text, self.scanned, items) {
                None => {
                    self.scanned = text.len();
                    if is_last {
                        return Cut::Broken(Broken { from: brackets.item, ..self.broken() });
                    }
                    if items.is_empty() {
                        return Cut::Pending;
                    }
                    // The comma before the next item stays with it: it may be all that there is of it.
                    let end = brackets.item - 1;
                    brackets.item = 1;
                    self.scanned -= end;
                    return Cut::Whole(end);
                }
                Some(Ok(end)) => {
                    self.state = State::Closed;
                    self.scanned = end;
                }
                Some(Err(_)) => return Cut::Broken(Broken { from: brackets.item, ..self.broken() }),
            }
        }
        match self.state {
            State::Closed if text[self.scanned..].iter().all(|byte| is_space(*byte)) => {
                self.scanned = 0;
                Cut::Whole(text.len())
            }
            State::Closed => Cut::Broken(Broken { from: self.scanned, is_closed: true, ..self.broken() }),
            _ if is_last => {
                items.push(trimmed(text, 0..text.len()));
                Cut::Whole(text.len())
            }
            _ => Cut::Pending,
        }
    }

    /// Where the record begins, without white space, of which not all has come.
    pub(crate) fn pending(&self, text: &[u8]) -> Range<usize> {
        let from = if let State::Inside(brackets) = &self.state { brackets.item } else { 0 };
        trimmed(text, from..text.len())
    }

    fn blank(&mut self, text: &[u8]) -> Cut {
        self.before = self.before.then(Extent::of(text));
        Cut::Whole(text.len())
    }

    fn broken(&self) -> Broken {
        Broken { from: 0, is_closed: false, start: self.start, before: self.before }
    }
}

impl Brackets {
    fn new(item: usize) -> Self {
        Self { depth: 1, in_text: false, is_escaped: false, item, is_first: true }
    }

    /// Reads on from `at`, and adds the items that are complete. Where the list ends, if it does; the error is where a
    /// bracket of the other sort ends it.
    fn scan(&mut self, text: &[u8], mut at: usize, items: &mut Vec<Range<usize>>) -> Option<Result<usize, usize>> {
        while at < text.len() {
            if self.in_text && !self.is_escaped {
                at += memchr::memchr3(b'"', b'\\', b'\n', &text[at..])?;
            }
            let byte = text[at];
            match byte {
                // No text goes on behind its line, so that one that is not closed spoils no other.
                b'\n' => (self.in_text, self.is_escaped) = (false, false),
                _ if self.is_escaped => self.is_escaped = false,
                b'\\' if self.in_text => self.is_escaped = true,
                b'"' => self.in_text = !self.in_text,
                _ if self.in_text => {}
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' => {
                    self.depth -= 1;
                    if self.depth == 0 {
                        if byte == b'}' {
                            return Some(Err(at));
                        }
                        self.take(text, at, items);
                        return Some(Ok(at + 1));
                    }
                }
                b',' if self.depth == 1 => self.take(text, at, items),
                _ => {}
            }
            at += 1;
        }
        None
    }

    /// Takes the item that ends at a byte. Where nothing stands between two commas, it is the comma.
    fn take(&mut self, text: &[u8], end: usize, items: &mut Vec<Range<usize>>) {
        let item = trimmed(text, self.item..end);
        let is_empty_list = self.is_first && text[end] == b']';
        if !item.is_empty() {
            items.push(item);
        } else if !is_empty_list {
            items.push(self.item - 1..self.item);
        }
        self.item = end + 1;
        self.is_first = false;
    }
}

/// `range` of a text without the white space of JSON at its ends.
pub(crate) fn trimmed(text: &[u8], range: Range<usize>) -> Range<usize> {
    let inside = &text[range.clone()];
    let Some(begin) = inside.iter().position(|byte| !is_space(*byte)) else { return range.start..range.start };
    let end = inside.iter().rposition(|byte| !is_space(*byte)).map_or(begin, |last| last + 1);
    range.start + begin..range.start + end
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, value::RawValue};

    use super::*;

    /// The items of a text that comes in pieces of so many bytes, and the text from which on there are none.
    fn found(text: &str, size: usize) -> (Vec<&str>, Option<&str>) {
        let (mut list, mut start, mut end, mut all) = (List::default(), 0, 0, Vec::new());
        loop {
            end = (end + size).min(text.len());
            let mut items = Vec::new();
            let cut = list.cut(&text.as_bytes()[start..end], start, end == text.len(), &mut items);
            all.extend(items.into_iter().map(|item| &text[item.start + start..item.end + start]));
            match cut {
                Cut::Broken(broken) => return (all, Some(&text[start + broken.from..])),
                _ if end == text.len() => return (all, None),
                Cut::Whole(length) => start += length,
                Cut::Pending => {}
            }
        }
    }

    #[test]
    fn items_are_told_apart_whatever_is_wrong_with_them() {
        let cases: [(&str, &[&str], Option<&str>); 16] = [
            (" [ {a}, {\"b\": \"},{\"} ,[1,2] ]\n", &["{a}", "{\"b\": \"},{\"}", "[1,2]"], None),
            ("[]", &[], None),
            (" [ ] ", &[], None),
            ("[{},]", &["{}", ","], None),
            ("[{},,1]", &["{}", ",", "1"], None),
            ("[{}\n{}]", &["{}\n{}"], None),
            ("[{\"a\": \"b},\n{}]", &[], Some("{\"a\": \"b},\n{}]")),
            ("[{\"a\": \"b\n},\n{}]", &["{\"a\": \"b\n}", "{}"], None),
            ("[\"\\\\\\\"],[\", 2]", &["\"\\\\\\\"],[\"", "2"], None),
            ("[{}}", &[], Some("{}}")),
            ("[1, {}}", &["1"], Some(" {}}")),
            ("[{}, 2", &["{}"], Some(" 2")),
            ("[{}], {}", &["{}"], Some(", {}")),
            ("", &[], None),
            (" \n{\n} \n", &["{\n}"], None),
            ("{} {}", &["{} {}"], None),
        ];
        for (text, items, rest) in cases {
            for size in 1..=text.len().max(1) {
                let (found, broken) = found(text, size);
                assert_eq!(found, items, "{text:?} in pieces of {size}");
                // How much of what stands behind the end was read depends on the pieces.
                let is_rest = broken.map(str::trim_start) == rest.map(str::trim_start);
                assert!(is_rest, "{text:?} in pieces of {size}: {broken:?}");
            }
        }
    }

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<i32>().prop_map(Value::from),
            "[\\[\\]{},\"\\\\a\n ]{0,6}".prop_map(Value::from)
        ];
        leaf.prop_recursive(3, 16, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::hash_map("[{\\[\",]{0,3}", inner, 0..4)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn the_items_of_json_are_those_that_a_parser_finds(
            values in prop::collection::vec(value(), 0..6), size in 1_usize..40, pretty in any::<bool>(),
        ) {
            let text = if pretty { format!("{:#}\n", Value::from(values)) } else { Value::from(values).to_string() };
            let parsed: Vec<&RawValue> = serde_json::from_str(&text).unwrap();
            let parsed: Vec<&str> = parsed.into_iter().map(RawValue::get).collect();
            prop_assert_eq!(found(&text, size), (parsed, None));
        }
    }
}
