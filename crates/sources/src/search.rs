//! Records found by words.

use std::ops::Range;

use serde_json::{Map, Value};
use standpoint_model::{
    Kind, Record,
    shape::{Form, Object, Shape},
};
use unicode_normalization::char::is_combining_mark;

use crate::fold::fold_loosely;

/// How many names are proposed for one that is nowhere.
const PROPOSED: usize = 3;

/// A record in which words were found.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Hit<'d> {
    /// The record.
    pub record: &'d Record,
    /// As what they were found.
    pub place: HitPlace,
    /// The field in which they stand, as a JSON Pointer.
    pub pointer: String,
    /// What the field says.
    pub text: String,
    /// The bytes of `text` that are the words, or the first of them.
    pub bytes: Range<usize>,
}

/// As what words were found, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HitPlace {
    /// They are the id, or its short name.
    Id,
    /// They are the name or the title.
    Name,
    /// They are another name.
    Alias,
    /// They are the identifier that somebody else gave.
    Code,
    /// Each of them begins a word of a name.
    PartOfName,
    /// All of them stand in one text.
    Text,
}

impl HitPlace {
    /// Whether the words are all of a name, an id or a code.
    pub fn is_whole(self) -> bool {
        self <= Self::Code
    }

    /// The place in a word or two.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::Alias => "alias",
            Self::Code => "code",
            Self::PartOfName => "part of a name",
            Self::Text => "text",
        }
    }
}

impl Hit<'_> {
    /// The words in brackets, with some of what stands around them: `…north of [Kabul], the ministry…`.
    pub fn in_context(&self) -> String {
        const AROUND: usize = 40;
        let (before, after) = (&self.text[..self.bytes.start], &self.text[self.bytes.end..]);
        let from = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
        let to = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
        let cut = |is_cut: bool| if is_cut { "…" } else { "" };
        let words = &self.text[self.bytes.clone()];
        let text = format!("{}{}[{words}]{}{}", cut(from > 0), &before[from..], &after[..to], cut(to < after.len()));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Looks for words in records: in their ids, names, aliases and codes, and in their texts. A record is found once, at the best
/// place; the best places come first.
///
/// Accents, case, kinds of space and of digits, dashes and apostrophes are looked past, and letters that keyboards for Arabic and
/// Persian write differently are one.
///
/// ```
/// use standpoint_model::Record;
/// use standpoint_sources::{HitPlace, search};
///
/// let records: Vec<Record> = serde_json::from_str(
///     r#"[{ "kind": "source", "id": "source/page", "title": "L\u2019Armée du Nord", "type": "web-page" }]"#,
/// )?;
/// let hits = search(&records, "armee du  nord");
/// assert_eq!((hits[0].place, hits[0].in_context().as_str()), (HitPlace::Text, "L’[Armée du Nord]"));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn search<'d>(records: impl IntoIterator<Item = &'d Record>, words: &str) -> Vec<Hit<'d>> {
    let Some(sought) = Sought::new(words) else { return Vec::new() };
    let hit = |record| by_name(record, &sought).or_else(|| by_text(record, &sought));
    let mut hits: Vec<Hit<'d>> = records.into_iter().filter_map(hit).collect();
    hits.sort_by_key(|hit| hit.place);
    hits
}

/// The records that are meant by a name, as far as the name tells: the one of this id; or else those that have it for a name, an
/// alias or a code; or else those of whose names it is a part.
pub fn search_by_name<'d>(records: impl IntoIterator<Item = &'d Record>, name: &str) -> Vec<Hit<'d>> {
    let Some(sought) = Sought::new(name) else { return Vec::new() };
    let mut hits: Vec<Hit<'d>> = records.into_iter().filter_map(|record| by_name(record, &sought)).collect();
    hits.sort_by_key(|hit| hit.place);
    let is_alike =
        |one: HitPlace, other: HitPlace| one == other || one != HitPlace::Id && one.is_whole() && other.is_whole();
    if let Some(best) = hits.first().map(|hit| hit.place) {
        hits.retain(|hit| is_alike(best, hit.place));
    }
    hits
}

/// The records whose names are most like one that no record has, if any are like it at all.
pub fn nearest_names<'d>(records: impl IntoIterator<Item = &'d Record>, name: &str) -> Vec<&'d Record> {
    const ALIKE: f64 = 0.6;
    let Some(sought) = Sought::new(name) else { return Vec::new() };
    let likeness =
        |name: &str| strsim::normalized_damerau_levenshtein(&joined(fold_loosely(name).as_str()), &sought.joined);
    let mut near: Vec<(f64, &Record)> = records
        .into_iter()
        .map(|record| (names(record).map(|(_, _, name)| likeness(name)).fold(0.0, f64::max), record))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .collect();
    near.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    near.into_iter().take(PROPOSED).map(|(_, record)| record).collect()
}

/// Words that are looked for.
struct Sought {
    /// As they were given.
    given: String,
    /// Folded.
    words: String,
    /// The same without spaces, which people write or leave out within a name.
    joined: String,
}

impl Sought {
    /// Nothing, where no letter is left to look for.
    fn new(words: &str) -> Option<Self> {
        let view = fold_loosely(words);
        let folded = view.as_str().trim();
        let sought = Self { given: words.trim().to_owned(), words: folded.to_owned(), joined: joined(folded) };
        (!folded.is_empty()).then_some(sought)
    }

    /// Whether a text is these words and no others.
    fn is(&self, text: &str) -> bool {
        joined(fold_loosely(text).as_str()) == self.joined
    }

    /// Where the words stand in a text: side by side, or else the first of them, if all are there; best where a word begins.
    fn stand_in(&self, text: &str, only_starts: bool) -> Option<Range<usize>> {
        let view = fold_loosely(text);
        let folded = view.as_str();
        let is_start = |at: usize| !folded[..at].ends_with(char::is_alphanumeric);
        let place = |word: &str| {
            let all = || folded.match_indices(word).map(|(at, _)| at);
            let at = all().find(|at| is_start(*at)).or_else(|| all().next().filter(|_| !only_starts))?;
            view.original(at..at + word.len())
        };
        let bytes = place(&self.words).or_else(|| {
            let places: Option<Vec<Range<usize>>> = self.words.split(' ').map(place).collect();
            places?.into_iter().next()
        })?;
        let marks: usize = text[bytes.end..].chars().take_while(|c| is_combining_mark(*c)).map(char::len_utf8).sum();
        Some(bytes.start..bytes.end + marks)
    }
}

fn joined(folded: &str) -> String {
    folded.replace(' ', "")
}

/// The names of a record with the fields in which they stand.
fn names(record: &Record) -> impl Iterator<Item = (HitPlace, String, &str)> {
    let field = if matches!(record.kind(), Kind::Actor | Kind::Place) { "/name" } else { "/title" };
    let own = record.name().map(|name| (HitPlace::Name, field.to_owned(), name.as_str()));
    let aliases = record.aliases().iter().enumerate();
    own.into_iter()
        .chain(aliases.map(|(at, alias)| (HitPlace::Alias, format!("/aliases/{at}/text"), alias.text.as_str())))
}

fn by_name<'d>(record: &'d Record, sought: &Sought) -> Option<Hit<'d>> {
    let hit = |place, pointer: String, text: &str, bytes| Hit { record, place, pointer, text: text.to_owned(), bytes };
    let id = record.id();
    let short = id.split_once('/').map_or(id, |(_, short)| short);
    if id == sought.given || short == sought.given {
        return Some(hit(HitPlace::Id, "/id".into(), id, 0..id.len()));
    }
    let codes = record.codes().iter().enumerate();
    let codes = codes.map(|(at, code)| (HitPlace::Code, format!("/codes/{at}/value"), code.value.as_str()));
    if let Some((place, pointer, text)) = names(record).chain(codes).find(|(_, _, text)| sought.is(text)) {
        return Some(hit(place, pointer, text, 0..text.len()));
    }
    let mut parts = names(record).filter_map(|(_, pointer, text)| Some((pointer, text, sought.stand_in(text, true)?)));
    parts.next().map(|(pointer, text, bytes)| hit(HitPlace::PartOfName, pointer, text, bytes))
}

fn by_text<'d>(record: &'d Record, sought: &Sought) -> Option<Hit<'d>> {
    // A record always makes an object: its serialization is derived.
    let Ok(Value::Object(values)) = serde_json::to_value(record) else { return None };
    let mut hit = None;
    visit_texts(&Shape::of(record.kind()).object, &values, "", &mut |pointer, text| {
        if hit.is_none()
            && let Some(bytes) = sought.stand_in(text, false)
        {
            let (pointer, text) = (pointer.to_owned(), text.to_owned());
            hit = Some(Hit { record, place: HitPlace::Text, pointer, text, bytes });
        }
    });
    hit
}

/// Shows every text of an object, with its place.
fn visit_texts(fields: &Object, values: &Map<String, Value>, pointer: &str, see: &mut impl FnMut(&str, &str)) {
    for field in &fields.fields {
        let Some(value) = values.get(&field.name) else { continue };
        let pointer = format!("{pointer}/{}", field.name);
        let items: Vec<(String, &Value)> = match value {
            Value::Array(items) if field.is_list => {
                items.iter().enumerate().map(|(at, item)| (format!("{pointer}/{at}"), item)).collect()
            }
            value => vec![(pointer, value)],
        };
        for (pointer, item) in items {
            match (&field.r#type.form, item) {
                (Form::Object(object), Value::Object(values)) => visit_texts(object, values, &pointer, see),
                (Form::Text | Form::WebAddress, Value::String(text)) => see(&pointer, text),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records() -> Vec<Record> {
        let basis = r#""basis":{"modality":"stated","evidence":[{"source":"source/s","locator":"Tafel 7"}]}"#;
        let json = [
            format!(
                r#"{{"kind":"actor","id":"actor/is","type":"armed-group","name":"Islamic State","codes":[{{"scheme":"wikidata","value":"Q2429253"}}],{basis}}}"#
            ),
            format!(
                r#"{{"kind":"actor","id":"actor/iskp","type":"armed-group","name":"Islamic State – Khorasan","aliases":[{{"text":"IS-K","type":"abbreviation"}},{{"text":"داعش خراسان","type":"transliteration"}}],{basis}}}"#
            ),
            format!(
                r#"{{"kind":"statement","id":"statement/s","about":"actor/is","topic":"conduct","text":"It lost Zībāk, and the Islamic State was gone in ۱۳۷۷",{basis}}}"#
            ),
        ];
        json.iter().map(|json| serde_json::from_str(json).unwrap()).collect()
    }

    fn found(words: &str) -> Vec<(String, HitPlace, String)> {
        let records = records();
        let hits = search(&records, words);
        hits.iter().map(|hit| (hit.record.id().to_owned(), hit.place, hit.pointer.clone())).collect()
    }

    #[test]
    fn the_best_places_come_first() {
        let ids = |words: &str| found(words).into_iter().map(|(id, place, _)| (id, place)).collect::<Vec<_>>();
        let hit = |id: &str, place| (id.to_owned(), place);
        assert_eq!(
            ids("islamic  STATE"),
            [
                hit("actor/is", HitPlace::Name),
                hit("actor/iskp", HitPlace::PartOfName),
                hit("statement/s", HitPlace::Text)
            ]
        );
        assert_eq!(ids("actor/is")[0], hit("actor/is", HitPlace::Id));
        assert_eq!(ids("isk"), [hit("actor/iskp", HitPlace::Alias)]);
        assert_eq!(ids("q2429253"), [hit("actor/is", HitPlace::Code)]);
        assert_eq!(ids("khorasan islamic"), [hit("actor/iskp", HitPlace::PartOfName)]);
        assert_eq!(ids("hora"), [hit("actor/iskp", HitPlace::Text)]);
        assert_eq!(ids(" - "), []);
    }

    #[test]
    fn words_are_found_in_any_script_and_in_every_text() {
        assert_eq!(found("داعش خراسان")[0].2, "/aliases/1/text");
        assert_eq!(found("داعـش")[0].1, HitPlace::PartOfName);
        assert_eq!(found("zibak 1377"), [("statement/s".to_owned(), HitPlace::Text, "/text".to_owned())]);
        assert_eq!(found("tafel")[0].2, "/basis/evidence/0/locator");
        let records = records();
        assert_eq!(
            search(&records, "zibak")[0].in_context(),
            "It lost [Zībāk], and the Islamic State was gone in ۱۳۷۷"
        );
        // Ids that a record names and words of vocabularies are no text.
        assert_eq!(found("armed-group"), []);
    }

    #[test]
    fn a_name_means_the_one_that_has_it_before_those_that_hold_it() {
        let records = records();
        let meant =
            |name: &str| -> Vec<&str> { search_by_name(&records, name).iter().map(|hit| hit.record.id()).collect() };
        assert_eq!(meant("Islamic State"), ["actor/is"]);
        assert_eq!(meant("Islamic"), ["actor/is", "actor/iskp"]);
        assert_eq!(meant("gone"), [""; 0]);
    }

    #[test]
    fn a_name_that_is_nowhere_is_near_to_others() {
        let records = records();
        let near: Vec<&str> = nearest_names(&records, "Islamc Stat").iter().map(|record| record.id()).collect();
        assert_eq!(near, ["actor/is"]);
        assert_eq!(nearest_names(&records, "Ministry").len(), 0);
    }
}
