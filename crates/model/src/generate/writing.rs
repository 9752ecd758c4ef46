//! The text of a value, written in the many ways that JSON allows, and text that is nearly right.

use std::fmt::Write;

use proptest::{
    collection::vec,
    prelude::{BoxedStrategy, Strategy, any},
    sample::Index,
};
use serde_json::{Map, Value};

/// `value` as JSON, written in one of many ways.
///
/// Fields come in any order, white space stands wherever it may, characters are escaped that need not be, and whole
/// numbers are written with a fraction or an exponent.
///
/// ```
/// use proptest::{prelude::*, proptest};
/// use serde_json::json;
/// use standpoint_model::{Record, generate};
///
/// let written = generate::record().prop_flat_map(|record| (generate::written(&json!(record)), Just(record)));
/// proptest!(|((text, record) in written)| {
///     if let Ok(read) = serde_json::from_str::<Record>(&text) {
///         prop_assert_eq!(read, record);
///     }
/// });
/// ```
pub fn written(value: &Value) -> BoxedStrategy<String> {
    let value = value.clone();
    (any::<u8>(), vec(any::<u8>(), 1..100))
        .prop_map(move |(habits, choices)| {
            let mut pen = Pen { habits, choices: choices.iter().cycle(), text: String::new() };
            pen.value(&value);
            pen.text
        })
        .boxed()
}

/// `text` with one to four faults that bytes may suffer: some are lost, some come twice, others take their place.
///
/// ```
/// use proptest::proptest;
/// use standpoint_model::{Record, generate};
///
/// proptest!(|(bytes in generate::misprinted("{\"kind\": \"place\"}"))| {
///     assert!(serde_json::from_slice::<Record>(&bytes).is_err());
/// });
/// ```
pub fn misprinted(text: &str) -> BoxedStrategy<Vec<u8>> {
    let text = text.to_owned();
    vec((any::<u8>(), any::<Index>(), any::<Index>()), 1..=4)
        .prop_map(move |faults| {
            let mut bytes = text.clone().into_bytes();
            for (fault, place, outcome) in faults {
                misprint(&mut bytes, fault, place, outcome);
            }
            bytes
        })
        .boxed()
}

/// What a writer makes use of, as bits.
const SPACES: u8 = 1;
const LINES: u8 = 2;
const ORDER: u8 = 4;
const ESCAPES: u8 = 8;
const NUMBERS: u8 = 16;

struct Pen<'c> {
    habits: u8,
    choices: std::iter::Cycle<std::slice::Iter<'c, u8>>,
    text: String,
}

impl Pen<'_> {
    fn choice(&mut self) -> u8 {
        self.choices.next().copied().unwrap_or_default()
    }

    /// Whether to make use of a habit here.
    fn has(&mut self, habit: u8) -> bool {
        self.habits & habit != 0 && self.choice() & 1 != 0
    }

    fn gap(&mut self) {
        if self.has(SPACES) {
            let space = [" ", "\t", "\r", "   "][usize::from(self.choice() % 4)];
            self.text.push_str(space);
        }
        if self.has(LINES) {
            self.text.push('\n');
        }
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Null | Value::Bool(_) => self.text.push_str(&value.to_string()),
            Value::Number(number) => {
                let number = number.to_string();
                self.text.push_str(&number);
                if number.bytes().all(|byte| byte.is_ascii_digit()) && self.has(NUMBERS) {
                    let ending = [".0", "e0", "E+00", ".000e-0"][usize::from(self.choice() % 4)];
                    self.text.push_str(ending);
                }
            }
            Value::String(text) => self.string(text),
            Value::Array(items) => {
                self.text.push('[');
                self.gap();
                for (at, item) in items.iter().enumerate() {
                    self.comma(at);
                    self.value(item);
                    self.gap();
                }
                self.text.push(']');
            }
            Value::Object(fields) => self.object(fields),
        }
    }

    fn comma(&mut self, at: usize) {
        if at > 0 {
            self.text.push(',');
            self.gap();
        }
    }

    fn object(&mut self, fields: &Map<String, Value>) {
        let mut fields: Vec<_> = fields.iter().collect();
        if self.habits & ORDER != 0 {
            fields.sort_by_cached_key(|_| self.choice());
        }
        self.text.push('{');
        self.gap();
        for (at, (name, field)) in fields.into_iter().enumerate() {
            self.comma(at);
            self.string(name);
            self.gap();
            self.text.push(':');
            self.gap();
            self.value(field);
            self.gap();
        }
        self.text.push('}');
    }

    fn string(&mut self, text: &str) {
        if !self.has(ESCAPES) {
            self.text.push_str(&Value::from(text).to_string());
            return;
        }
        self.text.push('"');
        for character in text.chars() {
            if character == '/' && self.choice() & 1 != 0 {
                self.text.push_str("\\/");
            } else if self.choice() % 4 == 0 {
                let mut units = [0; 2];
                for unit in character.encode_utf16(&mut units) {
                    let _ = write!(self.text, "\\u{unit:04x}");
                }
            } else {
                let quoted = Value::from(character.to_string()).to_string();
                self.text.push_str(&quoted[1..quoted.len() - 1]);
            }
        }
        self.text.push('"');
    }
}

/// What may stand where it should not.
const STRAYS: &[&[u8]] = &[
    b"\"",
    b"\\",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b" ",
    b"\n",
    b"\r",
    b"\t",
    b"\0",
    b"\x1f",
    b"\x7f",
    b"\x80",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xff",
    b"-",
    b"--",
    b"/",
    b"0",
    b"00",
    b"9",
    b".",
    b".0",
    b"e",
    b"E1",
    b"18446744073709551616",
    b"null",
    b"true",
    b"false",
    b"\\n",
    b"\\u0041",
    b"\\u0000",
    b"\\ud800",
    b"\\ud83d\\ude00",
    b"\"kind\":",
    b"\"id\":",
    b"\"\":0,",
    "é".as_bytes(),
    "\u{a0}".as_bytes(),
    "\u{200b}".as_bytes(),
    "\u{2028}".as_bytes(),
    "\u{feff}".as_bytes(),
    "\u{10ffff}".as_bytes(),
];

/// Applies one fault: at `place`, into what `outcome` selects.
fn misprint(bytes: &mut Vec<u8>, fault: u8, place: Index, outcome: Index) {
    let at = place.index(bytes.len() + 1);
    // A few bytes are more often within one value, many more often a whole one.
    let few = at + outcome.index((bytes.len() - at).min(8) + 1);
    let many = at + outcome.index(bytes.len() - at + 1);
    match fault % 8 {
        0 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << outcome.index(8);
            }
        }
        1 => {
            if let Some(byte) = bytes.get_mut(at) {
                // A letter or a digit for another, mostly, so that words and numbers change into near ones.
                *byte = b"abcdefghijklmnopqrstuvwxyz0123456789-"[outcome.index(37)];
            }
        }
        2 => _ = bytes.splice(at..at, outcome.get(STRAYS).iter().copied()),
        3 => _ = bytes.splice(at..(at + 1).min(bytes.len()), outcome.get(STRAYS).iter().copied()),
        4 => _ = bytes.drain(at..few),
        5 => _ = bytes.drain(at..many),
        6 => bytes.extend_from_within(at..few),
        _ => {
            let again = bytes[at..many].to_vec();
            bytes.splice(many..many, again);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::{prelude::*, proptest};
    use serde_json::{Value, json};

    use super::written;

    /// `value` with its numbers as all readers of JSON understand them.
    fn plain(value: &Value) -> Value {
        match value {
            Value::Number(number) => json!(number.as_f64()),
            Value::Array(items) => items.iter().map(plain).collect(),
            Value::Object(fields) => fields.iter().map(|(name, field)| (name.clone(), plain(field))).collect(),
            other => other.clone(),
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(
            (text, value) in crate::generate::record().prop_flat_map(|record| {
                let value = json!(record);
                (written(&value), Just(value))
            })
        ) {
            prop_assert_eq!(plain(&serde_json::from_str(&text)?), plain(&value));
        }
    }
}
