//! Others' codes and names, and the words of ours for them.

use std::collections::BTreeMap;

use csv::ReaderBuilder;
use standpoint_model::{CROSSWALKS, CountryCode};

/// A code with a word for it: scheme, code, label, field, word, how, note.
pub(super) type CodeAndWord = [String; 7];

/// The scheme by which historians of states number them. Its labels are the names that datasets of conflicts use.
const STATES: &str = "gleditsch-ward/number";

/// Every code of every crosswalk with each word for it, those that the note names included, or once without a word.
pub(super) fn of_codes() -> Vec<CodeAndWord> {
    let mut rows = Vec::new();
    for crosswalk in CROSSWALKS {
        let mut reader = ReaderBuilder::new().from_reader(crosswalk.csv.as_bytes());
        for row in reader.deserialize::<CodeAndWord>() {
            let row = row.expect("a test of the model reads every crosswalk");
            let [.., field, word, _, note] = &row;
            let own = word.split(" + ").map(|word| (field.as_str(), word));
            let noted = note.split([' ', ',', ';']).filter_map(|words| words.split_once('='));
            for (field, word) in own.chain(noted) {
                let mut row = row.clone();
                row[3] = field.into();
                row[4] = word.into();
                rows.push(row);
            }
        }
    }
    rows
}

/// The names of countries as the end of an id has them, and the code of each country.
pub(super) fn of_countries(words: &[CodeAndWord]) -> Vec<[String; 2]> {
    let states = words.iter().filter(|row| row[0] == STATES && !row[4].is_empty());
    let mut countries = BTreeMap::new();
    let old = CountryCode::all().filter(|country| country.years().is_some());
    let new = CountryCode::all().filter(|country| country.years().is_none());
    for country in old.chain(new) {
        countries.insert(slug(country.name()), country.as_str().to_owned());
    }
    countries.extend(states.map(|row| (slug(&row[2]), row[4].clone())));
    countries.into_iter().map(|(name, code)| [name, code]).collect()
}

/// What `slug_letters` of the macros makes of an English name.
fn slug(name: &str) -> String {
    let letters: String = unicode_normalization::UnicodeNormalization::nfd(name)
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' })
        .collect();
    letters.split_whitespace().collect::<Vec<_>>().join("-")
}
