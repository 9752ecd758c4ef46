//! The place at which a text stops being JSON, and the reason.
//!
//! A parser's own errors say it in words that change with the parser. This reads the text again, by RFC 8259 and the limits of
//! the parser, once it was refused.

/// How deep lists and objects may be nested.
const DEEPEST: usize = 127;

/// Why a text stops being JSON at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    /// The text ends where it should go on.
    End,
    /// Something stands behind what is complete.
    Behind,
    /// A list or an object begins deeper than any may be.
    Depth,
    /// No value begins where one should.
    NoValue,
    /// What begins like `true`, `false` or `null` is another word.
    Word,
    /// No quotation mark begins the name of a field.
    NoName,
    /// No colon stands behind the name of a field.
    NoColon,
    /// Neither a comma nor this bracket stands behind a value.
    NoComma(char),
    /// Digits, signs and points are no number.
    Number,
    /// A number is larger than a program can hold.
    NumberRange,
    /// A control character, such as the end of a line, stands inside a text.
    ControlCharacter,
    /// What follows a backslash does not.
    Escape,
    /// A half of a pair of `\u` escapes is alone.
    Surrogate,
}

/// The byte at which a text stops being JSON, if it does. Of escapes that are halves it is the backslash of one.
pub(super) fn scan(text: &str) -> Option<(usize, Cause)> {
    let mut scan = Scan { text: text.as_bytes(), at: 0 };
    let cause = scan.whole().err()?;
    Some((scan.at, cause))
}

struct Scan<'t> {
    text: &'t [u8],
    at: usize,
}

impl Scan<'_> {
    fn whole(&mut self) -> Result<(), Cause> {
        self.value(0)?;
        if self.token().is_none() { Ok(()) } else { Err(Cause::Behind) }
    }

    fn here(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    /// The next byte that is no white space, to which this goes.
    fn token(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.here() {
            self.at += 1;
        }
        self.here()
    }

    fn value(&mut self, depth: usize) -> Result<(), Cause> {
        match self.token().ok_or(Cause::End)? {
            b'{' => self.items('}', depth),
            b'[' => self.items(']', depth),
            b'"' => self.string(),
            b'-' | b'0'..=b'9' => self.number(),
            b't' => self.word(b"true"),
            b'f' => self.word(b"false"),
            b'n' => self.word(b"null"),
            _ => Err(Cause::NoValue),
        }
    }

    /// A list or an object, by the bracket at its end.
    fn items(&mut self, closing: char, depth: usize) -> Result<(), Cause> {
        if depth == DEEPEST {
            return Err(Cause::Depth);
        }
        self.at += 1;
        if self.token().map(char::from) == Some(closing) {
            self.at += 1;
            return Ok(());
        }
        loop {
            if closing == '}' {
                self.name()?;
            }
            self.value(depth + 1)?;
            match self.token().map(char::from).ok_or(Cause::End)? {
                ',' => self.at += 1,
                found if found == closing => {
                    self.at += 1;
                    return Ok(());
                }
                _ => return Err(Cause::NoComma(closing)),
            }
        }
    }

    /// The name of a field, with the colon behind it.
    fn name(&mut self) -> Result<(), Cause> {
        match self.token().ok_or(Cause::End)? {
            b'"' => self.string()?,
            _ => return Err(Cause::NoName),
        }
        match self.token().ok_or(Cause::End)? {
            b':' => self.at += 1,
            _ => return Err(Cause::NoColon),
        }
        Ok(())
    }

    fn word(&mut self, word: &[u8]) -> Result<(), Cause> {
        for byte in word {
            if self.here().ok_or(Cause::End)? != *byte {
                return Err(Cause::Word);
            }
            self.at += 1;
        }
        Ok(())
    }

    fn number(&mut self) -> Result<(), Cause> {
        let start = self.at;
        self.skip(b"-");
        if self.here() == Some(b'0') {
            self.at += 1;
            if self.here().is_some_and(|byte| byte.is_ascii_digit()) {
                return Err(Cause::Number);
            }
        } else {
            self.digits()?;
        }
        if self.skip(b".") {
            self.digits()?;
        }
        if self.skip(b"eE") {
            self.skip(b"+-");
            self.digits()?;
        }
        let number = str::from_utf8(&self.text[start..self.at]).ok().and_then(|number| number.parse::<f64>().ok());
        if number.is_some_and(f64::is_finite) { Ok(()) } else { Err(Cause::NumberRange) }
    }

    /// Goes over one of these bytes, if one is here.
    fn skip(&mut self, bytes: &[u8]) -> bool {
        let skips = self.here().is_some_and(|byte| bytes.contains(&byte));
        self.at += usize::from(skips);
        skips
    }

    fn digits(&mut self) -> Result<(), Cause> {
        if !self.here().ok_or(Cause::End)?.is_ascii_digit() {
            return Err(Cause::Number);
        }
        while self.here().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        Ok(())
    }

    fn string(&mut self) -> Result<(), Cause> {
        self.at += 1;
        loop {
            match self.here().ok_or(Cause::End)? {
                b'"' => {
                    self.at += 1;
                    return Ok(());
                }
                b'\\' => self.escape()?,
                0..0x20 => return Err(Cause::ControlCharacter),
                _ => self.at += 1,
            }
        }
    }

    fn escape(&mut self) -> Result<(), Cause> {
        let start = self.at;
        self.at += 1;
        match self.here().ok_or(Cause::End)? {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => {
                self.at += 1;
                return Ok(());
            }
            b'u' => {}
            _ => return Err(Cause::Escape),
        }
        let first = self.hexadecimal()?;
        let is_whole = match first {
            0xD800..0xDC00 if self.text[self.at..].starts_with(b"\\u") => {
                self.at += 1;
                (0xDC00..0xE000).contains(&self.hexadecimal()?)
            }
            // The text may break off before its other half.
            0xD800..0xDC00 if b"\\u".starts_with(&self.text[self.at..]) => return Err(Cause::End),
            first => !(0xD800..0xE000).contains(&first),
        };
        if is_whole {
            return Ok(());
        }
        self.at = start;
        Err(Cause::Surrogate)
    }

    /// The four digits behind a `u`.
    fn hexadecimal(&mut self) -> Result<u32, Cause> {
        self.at += 1;
        let mut value = 0;
        for _ in 0..4 {
            let digit = char::from(self.here().ok_or(Cause::End)?).to_digit(16).ok_or(Cause::Escape)?;
            value = value * 16 + digit;
            self.at += 1;
        }
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    #[test]
    fn each_cause_is_told_at_its_place() {
        for (text, at, cause) in [
            ("", 0, Cause::End),
            ("[1, ", 4, Cause::End),
            (r#"{"a"#, 3, Cause::End),
            (r#"["\uD83D"#, 8, Cause::End),
            ("{} {}", 3, Cause::Behind),
            ("[1, ?]", 4, Cause::NoValue),
            ("[1,]", 3, Cause::NoValue),
            ("[trUe]", 3, Cause::Word),
            ("{a: 1}", 1, Cause::NoName),
            (r#"{"a" 1}"#, 5, Cause::NoColon),
            (r#"{"a": 1]"#, 7, Cause::NoComma('}')),
            ("[1 2]", 3, Cause::NoComma(']')),
            ("[01]", 2, Cause::Number),
            ("[1.]", 3, Cause::Number),
            ("[-]", 2, Cause::Number),
            ("[1e999]", 6, Cause::NumberRange),
            ("[\"a\nb\"]", 3, Cause::ControlCharacter),
            (r#"["C:\data"]"#, 5, Cause::Escape),
            (r#"["\u12G4"]"#, 6, Cause::Escape),
            (r#"["a\uD83Db"]"#, 3, Cause::Surrogate),
            (r#"["\uDE00"]"#, 2, Cause::Surrogate),
        ] {
            assert_eq!(scan(text), Some((at, cause)), "{text}");
        }
        for text in ["7", " null ", "[]", r#"{"a": [true, -0.5e-3, "\uD83D\uDE00é"], "b": {}}"#] {
            assert_eq!(scan(text), None, "{text}");
        }
        let nested = |depth| "[".repeat(depth) + &"]".repeat(depth);
        assert_eq!(scan(&nested(DEEPEST)), None);
        assert_eq!(scan(&nested(DEEPEST + 1)), Some((DEEPEST, Cause::Depth)));
        assert!(serde_json::from_str::<Value>(&nested(DEEPEST)).is_ok());
        assert!(serde_json::from_str::<Value>(&nested(DEEPEST + 1)).is_err());
    }

    /// Texts that are nearly JSON: its words, in any order, with some that are not its own.
    fn texts() -> impl Strategy<Value = String> {
        let words = vec![
            "{", "}", "[", "]", ",", ":", "\"a\"", "\"", "\\", "\\n", "\\u00e9", "\\uD83D", "\\uDE00", "true", "null",
            "-", "0", "12", ".5", "e", "E+9", "1e999", "\n", " ", "é", "\u{7}", "\u{A0}", "'", "/",
        ];
        proptest::collection::vec(proptest::sample::select(words), 0..12).prop_map(|words| words.concat())
    }

    fn nearly_json() -> impl Strategy<Value = String> {
        let whole = r#"{"a": [true, -0.5e-3, "\uD83D\uDE00é", {}], "b\n": {"c": [null, 12]}}"#;
        let places: Vec<usize> = whole.char_indices().map(|(at, _)| at).collect();
        (proptest::sample::select(places), texts(), 0..3_usize).prop_map(move |(at, text, gone)| {
            let behind: String = whole[at..].chars().skip(gone).collect();
            format!("{}{text}{behind}", &whole[..at])
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn whatever_the_parser_refuses_is_refused_and_nothing_else(text in prop_oneof![texts(), nearly_json()]) {
            let refused = scan(&text);
            let parsed = serde_json::from_str::<Value>(&text);
            prop_assert_eq!(refused.is_some(), parsed.is_err(), "{:?} of {}", refused, text);
            if let (Some((at, cause)), Err(error)) = (refused, parsed) {
                prop_assert!(text.is_char_boundary(at));
                prop_assert_eq!(cause == Cause::End, error.is_eof(), "{:?} of {}: {}", cause, text, error);
            }
        }
    }
}
