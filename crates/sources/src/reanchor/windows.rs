//! Where in a text the words stand of which nothing is known but length and digest.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    ops::Range,
};

use standpoint_model::{Sha256, Span};
use standpoint_validate::sha256;

use super::variant::{Change, Form, LineEnds, view};
use crate::{SourceText, view::View};

/// The longest text, in bytes, of which every stretch is looked at. In longer ones only those that begin and end with a word.
const THOROUGH: usize = 1 << 20;

/// How many bytes are digested at most to find a span whose line ends are elsewhere now.
const PATIENCE: usize = 2 << 20;

/// How many line ends are looked for in one.
const MOST_BREAKS: usize = 3;

/// What a span is known by.
type Known = (usize, Sha256);

/// Where the words of spans stand in a text, in bytes.
pub(super) struct Windows<'t> {
    text: &'t SourceText,
    places: HashMap<Known, BTreeSet<(usize, usize)>>,
}

fn known(span: &Span) -> Known {
    let length = usize::try_from(span.end() - span.start()).unwrap_or(usize::MAX);
    (length, span.sha256().clone())
}

impl<'t> Windows<'t> {
    /// Looks for spans in a text as it is, and as it would be with other line ends, another normal form or no line ends at all.
    pub(super) fn of<'s>(text: &'t SourceText, spans: impl IntoIterator<Item = &'s Span>) -> Self {
        let mut windows = Self { text, places: spans.into_iter().map(|span| (known(span), BTreeSet::new())).collect() };
        let views = views(text.as_str());
        for at_words in [true, false] {
            if at_words || text.as_str().len() <= THOROUGH {
                views.iter().enumerate().for_each(|(index, view)| windows.look(view, index == 0, at_words));
            }
        }
        windows
    }

    /// Where the words of a span stand.
    pub(super) fn places(&self, span: &Span) -> Vec<Range<usize>> {
        self.places.get(&known(span)).into_iter().flatten().map(|&(start, end)| start..end).collect()
    }

    /// Where they stand within some bytes, if their old text had line ends among them that are spaces now.
    pub(super) fn unwrapped(&self, span: &Span, within: Range<usize>) -> Vec<Range<usize>> {
        let (length, digest) = known(span);
        let view = flat(&self.text.as_str()[within.clone()]);
        let mut patience = PATIENCE;
        let mut places = BTreeSet::new();
        for breaks in 1..=MOST_BREAKS {
            slide(view.as_str(), length, true, |bytes| {
                if is_wrapped_to(&view.as_str()[bytes.clone()], breaks, &digest, &mut patience) {
                    let original = view.original(bytes);
                    places.extend(original.map(|it| (it.start + within.start, it.end + within.start)));
                }
            });
            if !places.is_empty() {
                break;
            }
        }
        places.into_iter().map(|(start, end)| start..end).collect()
    }

    /// Adds what is found in a view of the text: of each span every place, for one that is found first may be a lookalike of
    /// one that is wrapped. Without `at_words`, only spans are looked for that were found nowhere.
    fn look(&mut self, view: &View, is_first: bool, at_words: bool) {
        let mut by_length: BTreeMap<usize, BTreeSet<Sha256>> = BTreeMap::new();
        for ((length, digest), places) in &self.places {
            if at_words || places.is_empty() {
                by_length.entry(*length).or_default().insert(digest.clone());
            }
        }
        for (length, digests) in by_length {
            slide(view.as_str(), length, at_words, |bytes| {
                let Some(original) = view.original(bytes.clone()) else { return };
                let words = &view.as_str()[bytes];
                // What is the same as in the text was looked at there.
                if !is_first && words == &self.text.as_str()[original.clone()] {
                    return;
                }
                let digest = sha256(words);
                if digests.contains(&digest)
                    && let Some(places) = self.places.get_mut(&(length, digest))
                {
                    places.insert((original.start, original.end));
                }
            });
        }
    }
}

/// The ways in which a text may have been written before, the first as it is.
fn views(text: &str) -> Vec<View> {
    let former = [
        (LineEnds::AsTheyAre, Form::AsItIs),
        (LineEnds::Unix, Form::AsItIs),
        (LineEnds::Windows, Form::AsItIs),
        (LineEnds::Unix, Form::Composed),
        (LineEnds::Unix, Form::Decomposed),
    ];
    let mut views: Vec<View> = Vec::new();
    let changed = former.into_iter().map(|(line_ends, form)| view(text, Change { has_mark: false, line_ends, form }));
    for view in changed.chain([flat(text)]) {
        if views.iter().all(|other| other.as_str() != view.as_str()) {
            views.push(view);
        }
    }
    views
}

/// A text on one line: every line end is a space.
fn flat(text: &str) -> View {
    let mut flat = View::default();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let mut end = at + c.len_utf8();
        if c == '\r' && chars.next_if(|(_, next)| *next == '\n').is_some() {
            end += 1;
        }
        flat.push(if matches!(c, '\r' | '\n') { ' ' } else { c }, at..end);
    }
    flat
}

/// Gives every stretch of so many code points, or with `at_words` those alone that begin and end where words or marks do.
fn slide(text: &str, length: usize, at_words: bool, mut take: impl FnMut(Range<usize>)) {
    let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]).skip(length);
    for (start, end) in text.char_indices().map(|(at, _)| at).zip(ends) {
        if !at_words || (is_bound(text, start) && is_bound(text, end)) {
            take(start..end);
        }
    }
}

/// Whether a word or a mark may begin or end here: not within a word.
fn is_bound(text: &str, at: usize) -> bool {
    !(text[..at].ends_with(char::is_alphanumeric) && text[at..].starts_with(char::is_alphanumeric))
}

/// Whether words with so many of their spaces as line ends have a digest.
fn is_wrapped_to(words: &str, breaks: usize, digest: &Sha256, patience: &mut usize) -> bool {
    let spaces: Vec<usize> = words.match_indices(' ').map(|(at, _)| at).collect();
    wrap(&mut words.as_bytes().to_vec(), &spaces, breaks, digest, patience)
}

/// Tries every way to make so many more of the spaces line ends.
fn wrap(bytes: &mut [u8], spaces: &[usize], breaks: usize, digest: &Sha256, patience: &mut usize) -> bool {
    if breaks == 0 {
        *patience = patience.saturating_sub(bytes.len());
        return *patience > 0 && sha256(&*bytes) == *digest;
    }
    for (index, &space) in spaces.iter().enumerate() {
        if *patience == 0 {
            return false;
        }
        bytes[space] = b'\n';
        let found = wrap(bytes, &spaces[index + 1..], breaks - 1, digest, patience);
        bytes[space] = b' ';
        if found {
            return true;
        }
    }
    false
}
