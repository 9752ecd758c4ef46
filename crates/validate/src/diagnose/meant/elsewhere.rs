//! Words for what this model says in another way: of which none that may stand there is the same.

/// The type of the values among which a word was looked for, what others write there, and how it is said here.
static ELSEWHERE: &[(&str, &[&str], &str)] = &[
    (
        "Stance",
        &["rejects", "opposes", "refuses", "condemns", "against", "disapproves", "disagrees", "objects-to"],
        "a stance says whether this record is true; who is against what it tells takes a `position` of the form `refusal`; \
         write `denies` only of one who says that it is not so",
    ),
    (
        "Stance",
        &["supports", "accepts", "endorses", "welcomes", "agrees", "approves", "favours", "favors", "for", "backs"],
        "a stance says whether this record is true; who is for what it tells takes a `position` of the form `view` or \
         `acceptance`; write `asserts` only of one who says that it is so",
    ),
    (
        "RelationshipType",
        &[
            "funded-by",
            "financed-by",
            "sponsored-by",
            "supported-by",
            "backed-by",
            "armed-by",
            "trained-by",
            "aided-by",
        ],
        "exchange `subject` and `object`, and write `supports`",
    ),
    (
        "RelationshipType",
        &["led-by", "headed-by", "commanded-by", "chaired-by", "has-leader"],
        "exchange `subject` and `object`, and write `\"type\": \"holds-post\", \"head\": true`",
    ),
    (
        "RelationshipType",
        &["leader-of", "head-of", "leads", "heads", "commands", "commander-of", "chairs", "founder-of", "president-of"],
        "write `\"type\": \"holds-post\", \"head\": true`, with the title in `role`",
    ),
    (
        "RelationshipType",
        &[
            "spokesperson-of",
            "speaks-for",
            "represents",
            "representative-of",
            "minister-of",
            "works-for",
            "official-of",
        ],
        "write `holds-post`, with the post in `role`",
    ),
    (
        "RelationshipType",
        &["parent-of", "has-part", "umbrella-of", "includes"],
        "exchange `subject` and `object`, and write `part-of`",
    ),
    ("RelationshipType", &["has-member"], "exchange `subject` and `object`, and write `member-of`"),
    (
        "RelationshipType",
        &["predecessor-of", "succeeded-by", "became"],
        "exchange `subject` and `object`, and write `successor-of`",
    ),
    ("RelationshipType", &["controlled-by"], "exchange `subject` and `object`, and write `controls`"),
    (
        "RelationshipType",
        &["recognised-by", "recognized-by"],
        "exchange `subject` and `object`, and write `recognises`",
    ),
    (
        "RelationshipType",
        &["negotiates-with", "talks-with", "attacked", "attacks", "met-with", "killed"],
        "what happened between them is an `event`, with both in its `participants`",
    ),
];

/// How it is said here what `word` says among the values of a type.
pub(crate) fn said(r#type: &str, word: &str) -> Option<&'static str> {
    let word = word.trim().to_lowercase().replace([' ', '_'], "-");
    let (.., help) = ELSEWHERE.iter().find(|(of, words, _)| *of == r#type && words.contains(&&*word))?;
    Some(help)
}

#[cfg(test)]
mod tests {
    use standpoint_model::{Kind, schema::for_kind};

    use super::*;

    #[test]
    fn every_type_has_values_and_none_of_these_words_is_one_of_them() {
        let schemas: Vec<serde_json::Value> = Kind::ALL.iter().map(|kind| for_kind(*kind)).collect();
        for (of, words, _) in ELSEWHERE {
            let values: Vec<&serde_json::Value> =
                schemas.iter().map(|schema| &schema["$defs"][of]).filter(|value| !value.is_null()).collect();
            assert!(!values.is_empty(), "there is no {of}");
            for word in *words {
                let is_value = values.iter().any(|value| value.to_string().contains(&format!("\"{word}\"")));
                assert!(!is_value, "{word} is one of {of}");
            }
        }
    }
}
