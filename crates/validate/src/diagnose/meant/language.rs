//! From the names of languages to their tags.

use std::{collections::BTreeMap, sync::LazyLock};

use isolang::Language;
use standpoint_model::LanguageTag;

use super::word::may_be_alike;

/// How alike a misspelt name must be: `Pashto` is `Pushto` in ISO 639.
const ALIKE: f64 = 0.8;

/// The help that names the tag that `word` may mean.
pub(crate) fn help(word: &str) -> String {
    match meant(word) {
        Some(tag) => super::did_you_mean(tag),
        None => "write the code that ISO 639 gives the language, such as `en` for English, `ps` for Pashto, `fa` for \
                 Persian or Farsi, `prs` for Dari"
            .into(),
    }
}

/// The tag of the only language whose English name `word` is.
pub(crate) fn only(word: &str) -> Option<String> {
    let mut languages = isolang::languages().filter(|language| language.to_name().eq_ignore_ascii_case(word));
    let language = languages.next().filter(|_| languages.next().is_none())?;
    Some(language.to_639_1().unwrap_or(language.to_639_3()).to_owned())
}

fn meant(word: &str) -> Option<String> {
    let hyphenated = word.trim().replace('_', "-");
    if LanguageTag::new(&hyphenated).is_ok() {
        return Some(hyphenated);
    }
    let name = word.split('(').next()?.trim().to_lowercase();
    let name = name.strip_suffix(" language").unwrap_or(&name);
    // There are languages with names of one letter, which nobody writes out.
    if name.chars().count() < 3 {
        return None;
    }
    // Of thousands of names, some are like any other: only the languages with a code of two letters are common enough.
    let alike = || {
        let common = NAMES.iter().filter(|(_, language)| language.to_639_1().is_some());
        let common = common.filter(|(known, _)| may_be_alike(known, name, ALIKE));
        let likeness = common.map(|(known, language)| (strsim::normalized_damerau_levenshtein(known, name), language));
        let alike = likeness.filter(|(likeness, _)| *likeness >= ALIKE);
        alike.max_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, language)| language)
    };
    let language = NAMES.get(name).or_else(alike)?;
    Some(language.to_639_1().unwrap_or(language.to_639_3()).to_owned())
}

/// The languages by their names, in English and their own, in lower case. Of two with one name, the first by its code.
static NAMES: LazyLock<BTreeMap<String, Language>> = LazyLock::new(|| {
    let mut names = BTreeMap::new();
    for language in isolang::languages() {
        for name in [Some(language.to_name()), language.to_autonym()].into_iter().flatten() {
            names.entry(name.to_lowercase()).or_insert(language);
        }
    }
    names
});

#[cfg(test)]
mod tests {
    use super::{meant, only};

    #[test]
    fn only_an_english_name_as_it_is_has_no_other_meaning() {
        let found = ["English", "persian", "Dari", "Englisch", "Farsi", "en_US"].map(only);
        let expected = [Some("en"), Some("fa"), Some("prs"), None, None, None];
        assert_eq!(found, expected.map(|tag| tag.map(str::to_owned)));
    }

    #[test]
    fn languages_as_people_write_them() {
        for (word, expected) in [
            ("English", Some("en")),
            ("english (UK)", Some("en")),
            ("Russian language", Some("ru")),
            ("Pashto", Some("ps")),
            ("Dari", Some("prs")),
            ("Fran\u{e7}ais", Some("fr")),
            ("Englisch", Some("en")),
            ("en_US", Some("en-US")),
            ("Farsi", None),
            ("unknown", None),
            ("e", None),
            ("xx", None),
        ] {
            assert_eq!(meant(word).as_deref(), expected, "{word}");
        }
    }
}
