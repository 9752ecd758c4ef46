//! Texts of other sorts that stand where JSON should: what git leaves in a file, YAML, tables.

use std::ops::Range;

use super::fault::Fault;

/// How git begins the lines between which two versions of a text stand.
const MERGE: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// The fault of a text that a parser refused at a byte, if it is one of these.
pub(super) fn fault(text: &str, at: usize) -> Option<Fault> {
    merge_mark(text, at).or_else(|| {
        let first = line(text, text.len() - text.trim_start().len());
        // What begins as JSON does is JSON with a mistake in it.
        let is_first = at <= first.end && !text.trim_start().starts_with(['{', '[', '"']);
        is_first.then(|| other_form(text, first))?
    })
}

fn merge_mark(text: &str, at: usize) -> Option<Fault> {
    let line = line(text, at);
    let is_mark = MERGE.iter().any(|mark| text[line.clone()].starts_with(mark));
    is_mark.then(|| {
        Fault::new(
            line,
            "git left both versions of these lines here when it merged them",
            "keep the records of one side, or of both, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`",
        )
    })
}

fn other_form(text: &str, first: Range<usize>) -> Option<Fault> {
    let line = text[first.clone()].trim();
    let item = line.strip_prefix("- ").unwrap_or(line);
    let is_field = item.split_once(':').is_some_and(|(name, rest)| {
        let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '$');
        is_name && (rest.is_empty() || rest.starts_with(' '))
    });
    if line == "---" || line.starts_with("%YAML") || is_field {
        return Some(Fault::new(
            first,
            "it is YAML",
            "write it as JSON, in which this is `{\"kind\": \"actor\", \"id\": \"actor/x\"}`: programs such as `yq -o json` \
             turn one into the other",
        ));
    }
    let columns =
        |separator: char| line.split(separator).map(|cell| cell.trim_matches('"')).filter(|cell| !cell.is_empty());
    let is_header = |cell: &str| cell.chars().all(|c| c.is_ascii_alphanumeric() || "_./ ".contains(c));
    let is_table = [',', ';', '\t'].into_iter().any(|separator| {
        columns(separator).count() > 1
            && columns(separator).all(is_header)
            && columns(separator).any(|cell| matches!(cell, "id" | "kind" | "name" | "type"))
    });
    is_table.then(|| {
        Fault::new(
            first,
            "it is a table",
            "call it `actor.csv`, or by whatever kind its rows are of, and let `standpoint import csv FOLDER` make records of it",
        )
    })
}

/// The line, without its end, in which a byte is.
fn line(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |feed| feed + 1);
    let end = text[at..].find('\n').map_or(text.len(), |feed| at + feed);
    start..start + text[start..end].trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_other_sorts_are_called_by_their_names() {
        for (text, at, message, place) in [
            ("{\n<<<<<<< HEAD\n  \"a\": 1,\n", 2, "git left both versions", "<<<<<<< HEAD"),
            ("=======", 0, "git left both versions", "======="),
            ("- kind: actor\n  id: actor/x\n", 0, "it is YAML", "- kind: actor"),
            ("---\nkind: actor\n", 0, "it is YAML", "---"),
            ("id: actor/x", 0, "it is YAML", "id: actor/x"),
            ("kind,id,name\nactor,actor/x,X\n", 0, "it is a table", "kind,id,name"),
            ("kind;id;name\n", 0, "it is a table", "kind;id;name"),
        ] {
            let fault = fault(text, at).expect(text);
            assert!(fault.message.contains(message), "{text}: {}", fault.message);
            assert_eq!(&text[fault.at], place);
        }
        for (text, at) in [("{\"a\": <}", 6), ("{kind: \"actor\"}", 1), ("x", 0), ("-5", 0), ("a, b", 0)] {
            assert!(fault(text, at).is_none(), "{text}");
        }
    }
}
