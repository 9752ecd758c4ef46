//! A quote is what its span's digest says.

use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::rule::{Check, Rule},
    sha256,
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("quote-digest", Level::Error, include_str!("../../docs/quote-digest.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    for (pointer, citation) in entry.citations() {
        let (Some(span), Some(quote)) = (&citation.span, &citation.quote) else {
            continue;
        };
        let length = quote.as_str().chars().count() as u64;
        let message = if length != span.end() - span.start() {
            format!("the quote has {length} characters, its span {}", span.end() - span.start())
        } else if sha256(quote.as_str()) != *span.sha256() {
            "the quote is not what stands at its span, by the digest of the span".into()
        } else {
            continue;
        };
        findings.push(
            Finding::new(&RULE.code, entry.value(format!("{pointer}/quote")), message)
                .related(entry.value(format!("{pointer}/span/sha256")), "the digest")
                .help("let `standpoint cite` print the span of the words in the text"),
        );
    }
}

/// Wider than `check`: the quote may be the right one.
pub(super) fn doubt(record: &Sketch) -> bool {
    record.citations.iter().any(|citation| citation.has_quote && citation.span().is_some())
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_quote_is_what_its_digest_says() {
        RULE.finds(
            r#"
            {"id":"event/right","basis":{"evidence":[{"source":"source/page","quote":"abc","span":{"end":3}}]}}
            {"id":"event/other","basis":{"evidence":[{"source":"source/page","locator":"1"},{"source":"source/page","quote":"abd","span":{"end":3}}]}}
                                                                                                                            ^^^^^ quote-digest: the quote is not what stands at its span
            {"id":"event/longer","basis":{"evidence":[{"source":"source/page","quote":"abcd","span":{"start":2,"end":5}}]}}
                                                                                      ^^^^^^ quote-digest: the quote has 4 characters, its span 3
            {"id":"event/no-quote","basis":{"evidence":[{"source":"source/page","span":{"end":9}}]}}
            {"id":"event/no-span","basis":{"evidence":[{"source":"source/page","locator":"1","quote":"abd"}]}}
            "#,
        );
    }
}
