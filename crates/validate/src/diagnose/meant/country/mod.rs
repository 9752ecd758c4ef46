//! From the names of countries to their codes.

mod others;

use std::sync::LazyLock;

use celes::{Country, LookupTable};
use standpoint_model::CountryCode;

use self::others::{OTHER_CODES, OTHER_NAMES, WITHOUT_CODE};
use super::{LEFT_OUT, did_you_mean_one_of, word::may_be_alike};

/// How alike a misspelt name must be. A wrong country is worse than none.
const ALIKE: f64 = 0.8;

/// How many bytes may be written for a country.
const LONGEST: usize = 200;

/// The help that names the countries that `word` may mean: by a code, a name, the first letters of one, or a name that
/// is all but the same or part of it.
pub(crate) fn help(word: &str) -> String {
    if word.trim().is_empty() {
        return LEFT_OUT.into();
    }
    if WITHOUT_CODE.contains(&&*folded(word)) {
        return format!(
            "`{}` has no code of its own in ISO 3166: leave the field out, and say in a `place` or a `note` what it is",
            word.trim()
        );
    }
    let meant: Vec<String> =
        meant(word).into_iter().map(|country| format!("`{country}` ({})", country.name())).collect();
    did_you_mean_one_of(&meant).unwrap_or_else(|| {
        "write the three letters of ISO 3166, such as `AFG`; what has none there is left out, and named in a `note`"
            .into()
    })
}

/// The code of the only country that `word` can mean: by its alpha-2 code, or by its whole name in ISO 3166-1.
pub(crate) fn only(word: &str) -> Option<String> {
    // Namibia and Norway: nobody knows, for the same letters say that there is no country to name.
    if matches!(word, "NA" | "NO") {
        return None;
    }
    let [country] = meant(word)[..] else { return None };
    let is_exact = country.alpha2() == Some(word) || country.name().to_lowercase() == word.to_lowercase();
    is_exact.then(|| country.to_string())
}

/// The countries that `word` may mean.
pub(crate) fn meant(word: &str) -> Vec<CountryCode> {
    let word = word.trim();
    let has_code = |country: &CountryCode| {
        country.alpha2().is_some_and(|code| code.eq_ignore_ascii_case(word))
            || country.as_str().eq_ignore_ascii_case(word)
    };
    if let Some(country) = CountryCode::all().find(has_code) {
        return vec![country];
    }
    let others = OTHER_CODES.iter().filter(|(code, _)| code.eq_ignore_ascii_case(word));
    let others: Vec<CountryCode> = others.filter_map(|(_, ours)| CountryCode::new(ours).ok()).collect();
    if !others.is_empty() {
        return others;
    }
    let wanted = folded(word);
    // A whole text is no name.
    if wanted.is_empty() || word.len() > LONGEST {
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
    if let Some((_, code)) = OTHER_NAMES.iter().find(|(name, _)| *name == wanted) {
        return CountryCode::new(code).into_iter().collect();
    }
    let mut elsewhere: Vec<CountryCode> =
        ELSEWHERE.iter().filter(|(_, name)| *name == wanted).map(|(country, _)| *country).collect();
    elsewhere.dedup();
    if !elsewhere.is_empty() {
        return elsewhere;
    }
    let initialled = those(&|country, _| (2..=4).contains(&wanted.len()) && initials(*country).contains(&wanted));
    if !initialled.is_empty() {
        return initialled;
    }
    let likeness = |name: &str| {
        if may_be_alike(name, &wanted, ALIKE) { strsim::normalized_levenshtein(name, &wanted) } else { 0.0 }
    };
    let best = NAMES.iter().map(|(_, name)| likeness(name)).fold(ALIKE, f64::max);
    let alike = those(&|_, name| likeness(name) >= best);
    if !alike.is_empty() {
        return alike;
    }
    // "The Islamic Republic of Afghanistan": the longest name in it.
    let words: Vec<String> = word.split_whitespace().map(folded).filter(|word| !word.is_empty()).collect();
    let longest = NAMES.iter().filter(|(_, name)| hold(&words, name)).map(|(_, name)| name.len()).max();
    those(&|_, name| Some(name.len()) == longest && hold(&words, name))
}

/// The names of countries, folded: in English and as ISO 3166 has them, and in other languages.
pub(crate) fn all_names() -> [Vec<(CountryCode, &'static str)>; 2] {
    let others = OTHER_NAMES.iter().filter_map(|(name, code)| Some((CountryCode::new(code).ok()?, *name)));
    let english = NAMES.iter().map(|(country, name)| (*country, name.as_str())).chain(others);
    [english.collect(), ELSEWHERE.iter().map(|(country, name)| (*country, name.as_str())).collect()]
}

/// The countries by their names, each of which may be several times here.
static NAMES: LazyLock<Vec<(CountryCode, String)>> = LazyLock::new(|| {
    CountryCode::all().flat_map(|country| names(country).into_iter().map(move |name| (country, name))).collect()
});

/// The countries by their names in some thirty languages: a line each, as the Common Locale Data Repository has them
/// (© Unicode, Inc., under the Unicode License V3).
static ELSEWHERE: LazyLock<Vec<(CountryCode, String)>> = LazyLock::new(|| {
    let lines = include_str!("names.tsv").lines().filter_map(|line| line.split_once('\t'));
    let coded = lines.filter_map(|(code, names)| Some((CountryCode::new(code).ok()?, names)));
    coded.flat_map(|(country, names)| names.split('\t').map(move |name| (country, folded(name)))).collect()
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
    // ISO 3166-3 has the letters alone.
    if country.as_str() == "SUN" {
        names.push(folded("Soviet Union"));
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

/// Whether some words that follow one another, each as [`folded`], are the name.
fn hold(words: &[String], name: &str) -> bool {
    let begins = |words: &[String]| {
        let mut rest = name;
        for word in words {
            match rest.strip_prefix(word.as_str()) {
                Some("") => return true,
                Some(after) => rest = after,
                None => return false,
            }
        }
        false
    };
    (0..words.len()).any(|from| begins(&words[from..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_may_be_another_s_is_not_the_only_one() {
        for (word, expected) in [
            ("Afghanistan", Some("AFG")),
            ("afghanistan", Some("AFG")),
            ("AF", Some("AFG")),
            ("Iran (Islamic Republic of)", Some("IRN")),
            ("Niger", Some("NER")),
            ("Iran", None),
            ("af", None),
            ("afg", None),
            ("NA", None),
            ("NO", None),
            ("Congo", None),
            ("Afganistan", None),
        ] {
            assert_eq!(only(word).as_deref(), expected, "{word}");
        }
    }

    #[test]
    fn what_has_no_code_is_not_given_that_of_another() {
        for word in ["Northern Cyprus", "Somaliland", "South Ossetia"] {
            assert!(help(word).contains("has no code of its own"), "{word}: {}", help(word));
        }
        assert_eq!(help(" "), "what is not known is left out, field and all");
    }

    #[test]
    fn every_name_elsewhere_has_a_code() {
        let lines = include_str!("names.tsv").lines().count();
        assert_eq!(
            ELSEWHERE.iter().map(|(country, _)| country.as_str()).collect::<std::collections::BTreeSet<_>>().len(),
            lines
        );
        for (name, code) in OTHER_NAMES {
            assert!(CountryCode::new(code).is_ok() && folded(name) == *name, "{name}");
        }
    }

    #[test]
    fn other_codes_are_no_codes_and_stand_for_countries() {
        for (code, ours) in OTHER_CODES {
            assert!(CountryCode::new(code).is_err(), "{code} is a code");
            assert!(CountryCode::new(ours).is_ok(), "{ours} is no code");
            assert_eq!(only(code), None, "{code}");
        }
    }

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
            ("Kosovo", &["XKX"]),
            ("Czechoslovakia", &["CSK"]),
            ("Soviet Union", &["SUN"]),
            ("ROM", &["ROU"]),
            ("GER", &["DEU"]),
            ("SOV", &["SUN"]),
            ("NIG", &["NER", "NGA"]),
            ("Phillipines", &["PHL"]),
            ("Deutschland", &["DEU"]),
            ("Filipinas", &["PHL"]),
            ("T\u{fc}rkei", &["TUR"]),
            ("Colombie", &["COL"]),
            ("\u{623}\u{641}\u{63a}\u{627}\u{646}\u{633}\u{62a}\u{627}\u{646}", &["AFG"]),
            ("\u{421}\u{438}\u{440}\u{438}\u{44f}", &["SYR"]),
            ("DR Congo", &["COD"]),
            ("East Germany", &["DDR"]),
            ("Palestinian Territories", &["PSE"]),
            ("Timor", &["TLS"]),
            ("unknown", &[]),
            ("", &[]),
        ] {
            let found = meant(word);
            let found: Vec<&str> = found.iter().map(CountryCode::as_str).collect();
            assert_eq!(found, expected, "{word}");
        }
    }
}
