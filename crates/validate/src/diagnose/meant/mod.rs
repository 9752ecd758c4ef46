//! What was meant by what is not right: the words, dates, numbers and codes that a contributor should have written.

pub(crate) mod address;
pub(crate) mod country;
pub(crate) mod date;
pub(crate) mod digit;
pub(crate) mod duration;
pub(crate) mod elsewhere;
pub(crate) mod field;
pub(crate) mod id;
pub(crate) mod language;
pub(crate) mod license;
pub(crate) mod number;
pub(crate) mod reference;
mod synonym;
pub(crate) mod text;
pub(crate) mod unit;
pub(crate) mod value;
pub(crate) mod word;

use std::fmt::Display;

/// The help for a field that says that nobody knows.
pub(crate) const LEFT_OUT: &str = "what is not known is left out, field and all";

/// The help that asks whether one word was meant.
pub(crate) fn did_you_mean(word: impl Display) -> String {
    format!("did you mean `{word}`?")
}

/// The help that asks which of several was meant, each as it is to be shown; nothing, where there is none.
pub(crate) fn did_you_mean_one_of(shown: &[String]) -> Option<String> {
    (!shown.is_empty()).then(|| format!("did you mean {}?", shown.join(" or ")))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use standpoint_model::{ActorOrPlace, Edtf};

    /// What people write, and what they do not.
    fn words() -> impl Strategy<Value = String> {
        let word = prop::sample::select(vec![
            "early",
            "late",
            "before",
            "after",
            "since",
            "between",
            "and",
            "or",
            "to",
            "-",
            "/",
            "circa",
            "3rd",
            "june",
            "may-june",
            "1990s",
            "century",
            "quarter",
            "first",
            "2019",
            "2021-13-45",
            "0",
            "99",
            "bc",
            "?",
            "\u{e9}t\u{e9}",
            "1,5",
            "k",
            "million",
            "%",
            "half",
            "dozen",
            "1377",
            "farvardin",
            "w15",
            "at least",
            "actor/",
            "the",
            "(",
            "\u{200b}",
            "2019-",
            "q9",
            "0s",
        ]);
        prop_oneof![
            prop::collection::vec(word, 0..6).prop_map(|words| words.join(" ")),
            "\\PC{0,12}",
            "[0-9a-z/:., -]{0,12}"
        ]
    }

    proptest! {
        #[test]
        fn whatever_is_written_help_is_found_and_what_it_suggests_is_right(text in words()) {
            if let Some(suggested) = super::date::help(&text).strip_prefix("did you mean `").and_then(|help| help.split('`').next()) {
                prop_assert!(Edtf::new(suggested).is_ok(), "{suggested}");
            }
            super::address::help(&text);
            super::country::help(&text);
            super::duration::help(&text);
            super::unit::help(&text);
            super::language::help(&text);
            super::license::help(&text);
            super::id::help::<ActorOrPlace>(&text);
            super::number::quantity(&text);
            super::word::nearest(&text, ["title", "name"]);
        }
    }
}
