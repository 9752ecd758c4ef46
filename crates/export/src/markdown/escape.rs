//! Text of the data, made safe to stand in Markdown.

use std::fmt::Write as _;

/// What has a meaning in `CommonMark`, in GitHub's Markdown or in a common extension, wherever it stands.
const MARKS: &str = r"\`*_[]<>&~^$#{}";

/// `text` as inline Markdown that reads back as `text` and as nothing else, on one line, wherever on a line it stands.
///
/// Line breaks, tabs, bars and outer white space become character references, which every reader turns back. GitHub's
/// reader links an e-mail address whatever stands before it, which no escape prevents. Where the text turns the direction of
/// writing and does not turn it back, the end does, so that it turns nothing that follows.
pub(super) fn escape(text: &str) -> String {
    let inside = text.trim();
    let (start, end) = match inside.chars().next() {
        Some(_) => {
            let start = text.len() - text.trim_start().len();
            (start, start + inside.len())
        }
        None => (text.len(), text.len()),
    };
    let opening = if start == 0 { block_mark(text) } else { None };
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for (at, c) in text.char_indices() {
        let outer = at < start || at >= end;
        // A table takes the backslash off `\|` before it reads the cell, which may make the bar a mark again.
        // HTML has no references for the C1 controls, though the text may hold them.
        let referable = !('\u{80}'..='\u{9F}').contains(&c);
        if referable && ((outer && c.is_whitespace()) || c.is_control()) || c == '|' {
            // Writing to a string cannot fail.
            let _ = write!(out, "&#{};", u32::from(c));
        } else if MARKS.contains(c)
            || opening == Some(at)
            || starts_address(&text[..at], c, &text[at + c.len_utf8()..])
            || (c == '@' && !text[..at].ends_with(char::is_alphanumeric))
        {
            out.push('\\');
            out.push(c);
        } else {
            out.push(c);
        }
    }
    out.extend(ends_of_directions(text));
    out
}

/// What ends the embeddings, overrides and isolates (UAX #9) that a text begins and does not end.
fn ends_of_directions(text: &str) -> impl Iterator<Item = char> + use<> {
    const POP: char = '\u{202C}';
    const POP_ISOLATE: char = '\u{2069}';
    let mut open = Vec::new();
    for c in text.chars() {
        match c {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => open.push(POP),
            '\u{2066}'..='\u{2068}' => open.push(POP_ISOLATE),
            POP if open.last() == Some(&POP) => drop(open.pop()),
            // With an isolate ends what began within it.
            POP_ISOLATE => open.truncate(open.iter().rposition(|end| *end == POP_ISOLATE).unwrap_or(open.len())),
            _ => {}
        }
    }
    open.into_iter().rev()
}

/// Where in `text` stands the character that would make a block of the line: `-`, `+`, `=`, `:` or that after a number.
fn block_mark(text: &str) -> Option<usize> {
    if text.starts_with(['-', '+', '=', ':']) {
        return Some(0);
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    (digits > 0 && text[digits..].starts_with(['.', ')'])).then_some(digits)
}

/// Whether `c` belongs to what GitHub's Markdown takes for an address though nothing marks it: `https://`, `www.`.
fn starts_address(before: &str, c: char, after: &str) -> bool {
    match c {
        ':' => after.starts_with("//"),
        '.' => {
            before.len() >= 3 && before.as_bytes()[before.len() - 3..].eq_ignore_ascii_case(b"www") && !after.is_empty()
        }
        _ => false,
    }
}

/// Words that are ours and stand within a line, so that only the marks in them need care.
pub(super) fn escape_words(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if MARKS.contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// `address` as a link that shows where it leads.
pub(super) fn link(address: &str) -> String {
    // An address holds no angle bracket and no backslash, so that only the ampersand needs care.
    let target = address.replace('&', "&amp;");
    format!("[{}](<{target}>)", escape(address))
}

#[cfg(test)]
mod tests {
    use comrak::{Arena, nodes::NodeValue};
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;

    #[test]
    fn reads_well_where_nothing_is_special() {
        for text in ["Mazar-i-Sharif", "18 April, 2022", "Al-Qaeda (AQ)", "It's \"so\" — 50 %.", "a/b", "C: D"] {
            assert_eq!(escape(text), text);
        }
    }

    #[test]
    fn marks_are_escaped() {
        assert_eq!(escape("a|b *c* <b>"), r"a&#124;b \*c\* \<b\>");
        assert_eq!(escape("1. First"), r"1\. First");
        assert_eq!(escape("# Title #"), r"\# Title \#");
        assert_eq!(escape("- item\nnext"), r"\- item&#10;next");
        assert_eq!(escape(" x "), "&#32;x&#32;");
        assert_eq!(escape("https://example.org"), r"https\://example.org");
        // To pandoc it would be a citation.
        assert_eq!(escape("@all, a@b"), r"\@all, a@b");
    }

    #[test]
    fn what_turns_the_direction_ends_with_the_text() {
        assert_eq!(escape("a\u{202E}b"), "a\u{202E}b\u{202C}");
        assert_eq!(escape("a\u{202E}b\u{202C}"), "a\u{202E}b\u{202C}");
        assert_eq!(escape("\u{2067}\u{202E}b"), "\u{2067}\u{202E}b\u{202C}\u{2069}");
        assert_eq!(escape("\u{2067}\u{202E}b\u{2069}"), "\u{2067}\u{202E}b\u{2069}");
        assert_eq!(escape("\u{202C}\u{2069}"), "\u{202C}\u{2069}");
    }

    /// The places in which a page puts text of the data.
    fn places(text: &str) -> Vec<String> {
        let text = escape(text);
        vec![
            format!("A line above.\n\n{text}"),
            format!("# {text}"),
            format!("- {text}"),
            format!("- **{text}**"),
            format!("- **Name:** *{text}*, {text} \\[{text}, characters 1–2\\]"),
            format!("| {text} | b |\n|---|---|\n| {text} | {text} |"),
            format!("[{text}](<https://example.org>)"),
        ]
    }

    fn expected(place: usize, text: &str) -> String {
        let text = &[text.to_owned(), ends_of_directions(text).collect()].concat();
        match place {
            0 => format!("A line above.{text}"),
            4 => format!("Name: {text}, {text} [{text}, characters 1–2]"),
            5 => format!("{text}b{text}{text}"),
            _ => text.clone(),
        }
    }

    fn every_extension() -> Options {
        Options::all() - Options::ENABLE_SMART_PUNCTUATION - Options::ENABLE_OLD_FOOTNOTES
    }

    /// What `pulldown-cmark` reads: the text, and the structure without it.
    fn by_pulldown(markdown: &str) -> (String, Vec<String>) {
        let (mut text, mut structure) = (String::new(), Vec::new());
        for event in Parser::new_ext(markdown, every_extension()) {
            match event {
                Event::Text(piece) => text.push_str(&piece),
                Event::Start(Tag::Link { dest_url, .. }) => structure.push(format!("link to {dest_url}")),
                Event::End(TagEnd::Link) => structure.push("end of link".into()),
                other => structure.push(format!("{other:?}")),
            }
        }
        (text, structure)
    }

    /// What `comrak`, which follows GitHub's reader, reads.
    fn by_comrak(markdown: &str) -> (String, Vec<String>) {
        let mut options = comrak::Options::default();
        let extension = &mut options.extension;
        extension.strikethrough = true;
        extension.table = true;
        extension.autolink = true;
        extension.tasklist = true;
        extension.superscript = true;
        extension.footnotes = true;
        extension.description_lists = true;
        extension.math_dollars = true;
        extension.math_code = true;
        extension.alerts = true;
        extension.underline = true;
        extension.subscript = true;
        extension.spoiler = true;
        let arena = Arena::new();
        let root = comrak::parse_document(&arena, markdown, &options);
        let (mut text, mut structure) = (String::new(), Vec::new());
        for node in root.descendants() {
            match &node.data.borrow().value {
                NodeValue::Text(piece) => text.push_str(piece),
                other => structure.push(format!("{:?}", std::mem::discriminant(other))),
            }
        }
        (text, structure)
    }

    fn check(text: &str) -> Result<(), TestCaseError> {
        // White space to pulldown-cmark, but not to the specification, so that it sees no bold text there.
        if text.starts_with('\u{85}') || text.ends_with('\u{85}') {
            return Ok(());
        }
        for (place, markdown) in places(text).into_iter().enumerate() {
            let plain = &places("x")[place];
            for (reader, read) in
                [("pulldown-cmark", by_pulldown as fn(&str) -> (String, Vec<String>)), ("comrak", by_comrak)]
            {
                let (back, structure) = read(&markdown);
                prop_assert_eq!(back, expected(place, text), "{} of {:?}", reader, &markdown);
                prop_assert_eq!(structure, read(plain).1, "{} of {:?}", reader, &markdown);
            }
        }
        Ok(())
    }

    /// Text as the model admits it, but for `@`, which may make it an e-mail address.
    fn hostile() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            4 => r"[!-?\[-~A-Za-z0-9 ]{1,4}",
            2 => prop::sample::select(vec![
                "\n", "\n\n", "\t", "  ", "\\", "`", "```", "~~~", "***", "---", "1. ", "9) ", "- ", "+ ", "# ", "###",
                "> ", "| a | b |", "|---|", "[a](b)", "![a](b)", "[^1]", "[ ] ", "<b>", "</p>", "<!-- ", "-->", "&amp;",
                "&#42;", "&lt", "https://example.org", "http://a.b", "ftp://a.b", "www.example.org", "WWW.a.b", "$x$",
                "$$", "~x~", "~~x~~", "^x^", "==x==", "{#id}", "{.class}", ": ", "[!NOTE]", "||", "__x__", "\u{a0}",
                "\u{2028}", "\u{85}", "\u{200b}", "\u{202e}", "\u{feff}", "“", "…", "خراسان", "🏳", "e\u{301}", "%%",
            ]).prop_map(str::to_owned),
            1 => any::<char>().prop_filter("refused by the model, or `@`", |c| matches!(c, '\n' | '\t') || (*c >= ' ' && !matches!(c, '\u{7f}' | '@'))).prop_map(String::from),
        ];
        prop::collection::vec(piece, 1..8)
            .prop_map(|pieces| pieces.concat())
            .prop_filter("blank", |text| standpoint_model::Text::new(text).is_ok())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn text_reads_back_as_it_was(text in hostile()) {
            check(&text)?;
        }
    }

    #[test]
    fn an_address_leads_where_it_says() {
        let address = "https://example.org/a_b?x=1&copy;=2&y=(3)*4";
        let (text, structure) = by_pulldown(&link(address));
        assert_eq!(text, address);
        assert!(structure.contains(&format!("link to {address}")));
    }
}
