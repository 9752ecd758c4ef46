//! The literals of fields: how they are written, and what is read as one.

use std::borrow::Cow;

use oxrdf::{LiteralRef, NamedNodeRef, vocab::xsd};
use serde_json::{Number, Value};

/// What the literals of a field are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Datatype {
    Text,
    Date,
    WebAddress,
    Integer,
    Number,
    Boolean,
}

impl Datatype {
    /// The name of the datatype, in short.
    pub(super) fn short(self) -> &'static str {
        match self {
            Self::Text => "xsd:string",
            Self::Date => "edtf:EDTF",
            Self::WebAddress => "xsd:anyURI",
            Self::Integer => "xsd:nonNegativeInteger",
            Self::Number => "xsd:decimal",
            Self::Boolean => "xsd:boolean",
        }
    }

    /// A text as a literal of this type.
    pub(super) fn literal(self, text: &str) -> LiteralRef<'_> {
        match self {
            Self::Text => LiteralRef::new_simple_literal(text),
            Self::Date => LiteralRef::new_typed_literal(text, EDTF),
            Self::WebAddress => LiteralRef::new_typed_literal(text, xsd::ANY_URI),
            Self::Integer => LiteralRef::new_typed_literal(text, xsd::NON_NEGATIVE_INTEGER),
            Self::Number => LiteralRef::new_typed_literal(text, xsd::DECIMAL),
            Self::Boolean => LiteralRef::new_typed_literal(text, xsd::BOOLEAN),
        }
    }

    /// The value that a literal stands for, if it is one of this type.
    ///
    /// A number may be of any type of numbers, and written in any way: stores keep `xsd:nonNegativeInteger` as
    /// `xsd:integer`, people write `495`, and JSON-LD has `xsd:double`.
    pub(super) fn value(self, literal: LiteralRef<'_>) -> Option<Value> {
        let text = literal.value();
        match self {
            Self::Text | Self::Date | Self::WebAddress => (self.literal(text) == literal).then(|| text.into()),
            Self::Integer if NUMBERS.contains(&literal.datatype()) => whole(text.trim()).map(Value::from),
            Self::Number if NUMBERS.contains(&literal.datatype()) => {
                text.trim().parse().ok().and_then(Number::from_f64).map(Value::Number)
            }
            Self::Boolean if literal.datatype() == xsd::BOOLEAN => match text.trim() {
                "true" | "1" => Some(true.into()),
                "false" | "0" => Some(false.into()),
                _ => None,
            },
            Self::Integer | Self::Number | Self::Boolean => None,
        }
    }

    /// What a literal should be, for a message about one that is not.
    pub(super) fn wanted(self) -> String {
        let short = self.short();
        match self {
            Self::Integer => format!("a whole number, such as a literal of the type `{short}`"),
            Self::Number => format!("a number, such as a literal of the type `{short}`"),
            Self::Text | Self::Date | Self::WebAddress | Self::Boolean => format!("a literal of the type `{short}`"),
        }
    }
}

/// A whole number in any writing. One with a point or an exponent is exact only below 2⁵³, and no other is taken.
fn whole(text: &str) -> Option<u64> {
    text.parse().ok().or_else(|| {
        let number: f64 = text.parse().ok()?;
        number.to_string().parse().ok().filter(|whole: &u64| *whole < 1 << 53)
    })
}

/// A value as text, as its datatype writes it: a number without an exponent.
pub(super) fn text_of(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => Cow::Borrowed(text),
        Value::Number(number) => match number.as_f64() {
            Some(decimal) if number.is_f64() => decimal.to_string().into(),
            _ => number.to_string().into(),
        },
        other => other.to_string().into(),
    }
}

const EDTF: NamedNodeRef<'static> = NamedNodeRef::new_unchecked("http://id.loc.gov/datatypes/edtf/EDTF");

/// The types of numbers: those of XML Schema, of which most are derived from `xsd:integer`.
const NUMBERS: [NamedNodeRef<'static>; 16] = [
    xsd::BYTE,
    xsd::DECIMAL,
    xsd::DOUBLE,
    xsd::FLOAT,
    xsd::INT,
    xsd::INTEGER,
    xsd::LONG,
    xsd::NEGATIVE_INTEGER,
    xsd::NON_NEGATIVE_INTEGER,
    xsd::NON_POSITIVE_INTEGER,
    xsd::POSITIVE_INTEGER,
    xsd::SHORT,
    xsd::UNSIGNED_BYTE,
    xsd::UNSIGNED_INT,
    xsd::UNSIGNED_LONG,
    xsd::UNSIGNED_SHORT,
];

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers_are_read_in_any_writing_and_nothing_else_is_read_as_one() {
        let integer = |text, datatype| Datatype::Integer.value(LiteralRef::new_typed_literal(text, datatype));
        for (text, datatype) in [
            ("495", xsd::NON_NEGATIVE_INTEGER),
            ("495", xsd::INTEGER),
            (" +0495 ", xsd::UNSIGNED_SHORT),
            ("495.", xsd::DECIMAL),
            ("495.0", xsd::DECIMAL),
            ("4.95E2", xsd::DOUBLE),
        ] {
            assert_eq!(integer(text, datatype), Some(json!(495)), "{text}");
        }
        assert_eq!(integer("18446744073709551615", xsd::INTEGER), Some(json!(u64::MAX)));
        for (text, datatype) in [
            ("495", xsd::STRING),
            ("-1", xsd::INTEGER),
            ("1.5", xsd::DECIMAL),
            ("9007199254740993.0", xsd::DECIMAL),
            ("many", xsd::INTEGER),
            ("NaN", xsd::DOUBLE),
            ("INF", xsd::DOUBLE),
            ("", xsd::INTEGER),
        ] {
            assert_eq!(integer(text, datatype), None, "{text}");
        }
        let number = |text, datatype| Datatype::Number.value(LiteralRef::new_typed_literal(text, datatype));
        assert_eq!(number("-6.95E1", xsd::DOUBLE), Some(json!(-69.5)));
        assert_eq!(number("34", xsd::INTEGER), Some(json!(34.0)));
        assert_eq!(number("INF", xsd::DOUBLE), None);
    }

    #[test]
    fn truth_may_be_a_digit() {
        let boolean = |text, datatype| Datatype::Boolean.value(LiteralRef::new_typed_literal(text, datatype));
        assert_eq!(boolean("1", xsd::BOOLEAN), Some(json!(true)));
        assert_eq!(boolean("0", xsd::BOOLEAN), Some(json!(false)));
        assert_eq!(boolean("2", xsd::BOOLEAN), None);
        assert_eq!(boolean("1", xsd::INTEGER), None);
    }
}
