//! What a value may turn into when it is spoiled.

use std::{collections::BTreeSet, sync::LazyLock};

use serde_json::{Map, Value, json};

use crate::{
    Kind,
    shape::{Form, Object, Shape},
};

/// Fields that no object, or some other object, has; the values are JSON.
pub(super) const FIELDS: [(&str, &str); 27] = [
    ("unknown", "1"),
    ("Id", "\"actor/highland-league\""),
    ("", "\"\""),
    ("$schema", "\"schemas/record.schema.json\""),
    ("$schema", "null"),
    ("$schema", "[]"),
    ("kind", "\"actor\""),
    ("id", "\"actor/highland-league\""),
    ("type", "\"state\""),
    ("when", "\"2021-08\""),
    ("note", "\"A note.\""),
    ("note", "null"),
    ("status", "\"current\""),
    ("country", "\"AFG\""),
    ("rank", "1.0"),
    ("approximate", "false"),
    ("quotable", "\"false\""),
    ("codes", "[]"),
    ("allow", "[]"),
    ("basis", "{}"),
    ("span", "{ \"start\": 2, \"end\": 1 }"),
    ("language", "\"xx\""),
    ("format", "\"0.3\""),
    ("unit", "\"EURO\""),
    ("within", "\"14 months\""),
    ("words", "\"dozens\""),
    ("handling", "\"secret\""),
];

/// The value that one of the JSON texts of this module stands for.
pub(super) fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// Other names for a field.
pub(super) fn names(name: &str) -> Vec<String> {
    vec![format!("{name}s"), format!("{name} "), name.to_uppercase(), name.replace('_', "-"), format!("x-{name}")]
}

/// Every word of every vocabulary of the records, once.
pub(super) fn words() -> &'static [String] {
    fn collect(object: &Object, words: &mut BTreeSet<String>) {
        for field in &object.fields {
            match &field.r#type.form {
                Form::Object(object) => collect(object, words),
                // The codes of countries would outnumber the words.
                Form::Word(vocabulary) if vocabulary.words.iter().any(|word| word.meaning.is_some()) => {
                    words.extend(vocabulary.words.iter().map(|word| word.word.clone()));
                }
                _ => {}
            }
        }
    }
    static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let mut words: BTreeSet<String> = Kind::ALL.iter().map(Kind::to_string).collect();
        Shape::all().for_each(|shape| collect(&shape.object, &mut words));
        words.into_iter().collect()
    });
    &WORDS
}

/// Whether `text` is one of them.
pub(super) fn is_word(text: &str) -> bool {
    words().binary_search_by(|word| word.as_str().cmp(text)).is_ok()
}

/// The same id, or the same name of a kind, for every kind.
pub(super) fn kinds(text: &str) -> Vec<String> {
    let slug = text.split_once('/').map(|(_, slug)| slug);
    Kind::ALL.iter().map(|kind| slug.map_or_else(|| kind.to_string(), |slug| format!("{kind}/{slug}"))).collect()
}

/// Strings that are near to a date.
pub(super) fn dates(date: &str) -> Vec<String> {
    let fixed = [
        "2021-02-29",
        "1900-02-29",
        "2021-04-31",
        "2021-13",
        "2021-00",
        "2021-08-00",
        "2021-42",
        "2021-8-6",
        "21-08-26",
        "2021/2020",
        "2021-08-26T25:00:00Z",
        "2021-08-26T10:00",
        "[2021,]",
        "[2021",
        "{}",
        "..",
        "/",
        "2021//2022",
        "Y2021",
        "2021-XX-15",
        "2021?-?",
        "26 August 2021",
        "c. 1985",
        "",
    ];
    let reversed = date.split_once('/').map(|(first, last)| format!("{last}/{first}"));
    let nearby = [
        reversed.unwrap_or_else(|| format!("{date}/")),
        format!("{date}-"),
        format!("{date} "),
        format!("{date}Z"),
        format!("{date}~"),
        format!("[{date}]"),
        date.to_lowercase(),
        date.replace('-', "/"),
        date.replace('-', "\u{2010}"),
        date.replacen('0', "O", 1),
        date.replacen('2', "\u{662}", 1),
    ];
    fixed.into_iter().map(str::to_owned).chain(nearby).collect()
}

/// Strings that are near to `text`.
pub(super) fn strings(text: &str) -> Vec<String> {
    let strays = [
        "\n",
        "\r",
        "\t",
        " ",
        "\0",
        "\u{1f}",
        "\u{7f}",
        "\u{85}",
        "\u{a0}",
        "\u{200b}",
        "\u{2028}",
        "\u{feff}",
        "-",
        "/",
        ".",
        "+",
        "é",
        "٣",
        "Ａ",
        "\u{10ffff}",
    ];
    let around = strays.iter().flat_map(|stray| {
        let middle: String = text.chars().take(1).chain(stray.chars()).chain(text.chars().skip(1)).collect();
        [format!("{text}{stray}"), format!("{stray}{text}"), middle]
    });
    let first = text.chars().next().map_or(0, char::len_utf8);
    let last = text.chars().next_back().map_or(0, char::len_utf8);
    around
        .chain([
            String::new(),
            text[first..].to_owned(),
            text[..text.len() - last].to_owned(),
            text.to_uppercase(),
            text.to_lowercase(),
            text.replace('-', "--"),
            text.replace('-', "_"),
            text.replace('/', "//"),
            text.replace('/', ":"),
            text.replace("https:", "ftp:"),
            format!("{text}{text}"),
            text.repeat(30),
        ])
        .collect()
}

/// Numbers that are near to `number`, in value or in kind.
pub(super) fn numbers(number: &Value) -> Vec<Value> {
    let value = number.as_f64().unwrap_or_default();
    vec![
        json!(value),
        json!(-value),
        json!(value + 0.5),
        json!(value + 1.0),
        json!(value - 1.0),
        json!(value + 360.0),
        json!(-0.0),
        json!(0),
        json!(-1),
        json!(65_536),
        json!(9_007_199_254_740_992_u64),
        json!(9_007_199_254_740_991.0),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(1e19),
        json!(1e300),
        json!(1e-300),
        json!(number.to_string()),
    ]
}

/// Lists that are near to `items`.
pub(super) fn lists(items: &[Value]) -> Vec<Vec<Value>> {
    let with = |item: Value| items.iter().cloned().chain([item]).collect();
    vec![
        Vec::new(),
        items.iter().chain(items.last()).cloned().collect(),
        items.iter().rev().cloned().collect(),
        with(Value::Null),
        with(json!("")),
        with(json!(0)),
        with(json!({})),
        with(json!([])),
        vec![items.into()],
    ]
}

/// Values that stand where `value` stood.
pub(super) fn values(value: &Value) -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(-1),
        json!(0.5),
        json!(1e300),
        json!(9_007_199_254_740_992_u64),
        json!(""),
        json!(" "),
        json!("text"),
        json!("actor/highland-league"),
        json!([]),
        json!({}),
        json!([value]),
        json!([[value]]),
        json!({ "value": value }),
        json!(value.to_string()),
    ]
}

/// The same content in another form: what a reader generated by serde might take for the value itself.
pub(super) fn shape(value: &Value) -> Option<Value> {
    match value {
        Value::Object(fields) => Some(fields.values().cloned().collect()),
        Value::Array(items) => {
            let numbered: Map<String, Value> = (0..).map(|at: u32| at.to_string()).zip(items.iter().cloned()).collect();
            Some(numbered.into())
        }
        Value::String(text) if is_word(text) => Some(json!({ text: null })),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}
