//! From the names of countries to their codes.

use std::sync::LazyLock;

use celes::{Country, LookupTable};
use standpoint_model::CountryCode;

use super::did_you_mean_one_of;

/// How alike a misspelt name must be. A wrong country is worse than none.
const ALIKE: f64 = 0.85;

/// The help that names the countries that `word` may mean: by a code, a name, the first letters of one, or a name that
/// is all but the same or part of it.
pub(crate) fn help(word: &str) -> String {
    let meant: Vec<String> =
        meant(word).into_iter().map(|country| format!("`{country}` ({})", country.name())).collect();
    did_you_mean_one_of(&meant).unwrap_or_else(|| {
        "the codes are those of ISO 3166-1; what has none there, such as a state that is no more, is named in words \
         elsewhere in the record"
            .into()
    })
}

/// The countries that `word` may mean.
pub(crate) fn meant(word: &str) -> Vec<CountryCode> {
    let word = word.trim();
    let has_code = |country: &CountryCode| {
        country.alpha2().eq_ignore_ascii_case(word) || country.as_str().eq_ignore_ascii_case(word)
    };
    if let Some(country) = CountryCode::all().find(has_code) {
        return vec![country];
    }
    let wanted = folded(word);
    if wanted.is_empty() {
        return Vec::new();
    }
    let those = |fits: &dyn Fn(&CountryCode, &str) -> bool| {
        let mut found: Vec<CountryCode> =
            NAMES.iter().filter(|(country, name)| fits(country, name)).map(|(country, _)| *country).collect();
        found.dedup();
        found
    };
    let exact = those(&|_, name| name == wanted);
    if !exact.is_empty() {
        return exact;
    }
    let initialled = those(&|country, _| (2..=4).contains(&wanted.len()) && initials(*country).contains(&wanted));
    if !initialled.is_empty() {
        return initialled;
    }
    let likeness = |name: &str| strsim::normalized_levenshtein(name, &wanted);
    let best = NAMES.iter().map(|(_, name)| likeness(name)).fold(ALIKE, f64::max);
    let alike = those(&|_, name| likeness(name) >= best);
    if !alike.is_empty() {
        return alike;
    }
    // "The Islamic Republic of Afghanistan": the longest name in it.
    let longest = NAMES.iter().filter(|(_, name)| holds(word, name)).map(|(_, name)| name.len()).max();
    those(&|_, name| Some(name.len()) == longest && holds(word, name))
}

/// The countries by their names, each of which may be several times here.
static NAMES: LazyLock<Vec<(CountryCode, String)>> = LazyLock::new(|| {
    CountryCode::all().flat_map(|country| names(country).into_iter().map(move |name| (country, name))).collect()
});

/// What a country is called: its short name in ISO 3166-1, without what stands in brackets or behind a comma there, and
/// the names by which it is known besides.
fn names(country: CountryCode) -> Vec<String> {
    let short = country.name().split([',', '(']).next().unwrap_or_default();
    let mut names = vec![folded(short)];
    if let Ok(known) = Country::from_alpha3(country.as_str()) {
        names.push(folded(known.long_name));
        names.extend(known.aliases.iter().map(|alias| folded(alias)));
    }
    names.dedup();
    names
}

/// The capitals of what a country is called, but those of words that do not count: `uae`, `uk`, `drc`.
fn initials(country: CountryCode) -> Vec<String> {
    let Ok(known) = Country::from_alpha3(country.as_str()) else { return Vec::new() };
    let long: String = known.long_name.split(' ').filter(|word| !["The", "Of", "And"].contains(word)).collect();
    let names = known.aliases.iter().copied().chain([long.as_str()]);
    names.map(|name| name.chars().filter(|c| c.is_uppercase()).collect::<String>().to_lowercase()).collect()
}

/// The letters of a name alone, without an article before them.
fn folded(name: &str) -> String {
    let name = name.to_lowercase();
    name.strip_prefix("the ").unwrap_or(&name).chars().filter(|c| c.is_alphabetic()).collect()
}

/// Whether some words of a text that follow one another are the name.
fn holds(text: &str, name: &str) -> bool {
    let words: Vec<String> = text.split_whitespace().map(folded).collect();
    (0..words.len()).any(|from| (from + 1..=words.len()).any(|to| words[from..to].concat() == *name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_as_people_write_them() {
        for (word, expected) in [
            ("Afghanistan", &["AFG"][..]),
            ("afg", &["AFG"]),
            ("AF", &["AFG"]),
            ("IRN ", &["IRN"]),
            ("Iran", &["IRN"]),
            ("Iran, Islamic Republic of", &["IRN"]),
            ("Afganistan", &["AFG"]),
            ("Islamic Republic of Afghanistan", &["AFG"]),
            ("Republic of South Sudan", &["SSD"]),
            ("Russia", &["RUS"]),
            ("Syria", &["SYR"]),
            ("Turkey", &["TUR"]),
            ("Laos", &["LAO"]),
            ("the Netherlands", &["NLD"]),
            ("United Kingdom", &["GBR"]),
            ("UK", &["GBR"]),
            ("U.S.", &["USA"]),
            ("UAE", &["ARE"]),
            ("DRC", &["COD"]),
            ("Ivory Coast", &["CIV"]),
            ("South Korea", &["KOR"]),
            ("Korea", &["PRK", "KOR"]),
            ("Congo", &["COG", "COD"]),
            ("Niger", &["NER"]),
            ("Nigera", &["NGA"]),
            ("Kosovo", &[]),
            ("Soviet Union", &[]),
            ("unknown", &[]),
            ("", &[]),
        ] {
            let found = meant(word);
            let found: Vec<&str> = found.iter().map(CountryCode::as_str).collect();
            assert_eq!(found, expected, "{word}");
        }
    }
}
