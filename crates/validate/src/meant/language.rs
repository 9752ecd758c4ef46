//! From the names of languages to their tags.

use isolang::Language;
use standpoint_model::LanguageTag;

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
    let english = |language: &Language| language.to_name().to_lowercase();
    let own = |language: &Language| language.to_autonym().map(str::to_lowercase);
    let likeness = |language: &Language| strsim::normalized_damerau_levenshtein(&english(language), name);
    let exact =
        isolang::languages().find(|language| english(language) == name || own(language).as_deref() == Some(name));
    // Of thousands of names, some are like any other: only the languages with a code of two letters are common enough.
    let alike = || {
        let common = isolang::languages().filter(|language| language.to_639_1().is_some());
        let alike = common.filter(|language| likeness(language) >= ALIKE);
        alike.max_by(|one, other| likeness(one).total_cmp(&likeness(other)))
    };
    let language = exact.or_else(alike)?;
    Some(language.to_639_1().unwrap_or(language.to_639_3()).to_owned())
}

#[cfg(test)]
mod tests {
    use super::meant;

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
