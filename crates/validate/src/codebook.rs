//! The rules of the codebook, which settle what two careful people would code differently.

use standpoint_report::Code;

/// The codebook. It is a copy of `docs/codebook.md`, for a package holds no file outside its crate; a test compares the two.
const CODEBOOK: &str = include_str!("../codebook.md");

/// The beginning of the line of a page that names a rule: its number and its title follow.
const MARK: &str = "Codebook: rule ";

/// The rules of the codebook that findings of a code touch: those that the page of the code names. Each is Markdown, its
/// heading included.
///
/// ```
/// use standpoint_validate::{catalogue, codebook_rules};
///
/// let code = catalogue::by_name("misplaced-reading").ok_or("no such code")?;
/// let rules: Vec<&str> = codebook_rules(code).collect();
/// assert_eq!(rules.len(), 1);
/// assert!(rules[0].starts_with("### 18. Readings\n"));
/// # Ok::<(), &str>(())
/// ```
pub fn codebook_rules(code: &Code) -> impl Iterator<Item = &'static str> {
    named(code.page).filter_map(|(number, title)| rule(&format!("### {number}. {title}\n")))
}

/// The numbers and titles of the rules that a page names.
fn named(page: &str) -> impl Iterator<Item = (&str, &str)> {
    let names = page.lines().filter_map(|line| line.strip_prefix(MARK)?.strip_suffix('.'));
    names.filter_map(|name| name.split_once(", "))
}

/// The text from a heading to the next.
fn rule(heading: &str) -> Option<&'static str> {
    let text = &CODEBOOK[CODEBOOK.find(heading)?..];
    let end = ["\n### ", "\n## "].iter().filter_map(|next| text.find(next)).min();
    Some(text[..end.unwrap_or(text.len())].trim_end())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalogue;

    /// The rules that no finding touches, because only somebody who reads the source can tell whether they were followed.
    const TOUCHED_BY_NONE: &[&str] = &[
        "### 6. What is only said to have been done together, and what is published",
        "### 9. Postures need a word",
        "### 10. Whose posture, and both ways",
    ];

    #[test]
    fn pages_name_rules_that_there_are_and_every_rule_is_named_or_listed() {
        let all: BTreeSet<&str> = CODEBOOK.lines().filter(|line| line.starts_with("### ")).collect();
        let mut touched: BTreeSet<&str> = BTreeSet::new();
        for code in catalogue::all() {
            let rules: Vec<&str> = codebook_rules(code).collect();
            assert_eq!(rules.len(), code.page.matches("Codebook:").count(), "{} names a rule that is none", code.name);
            touched.extend(rules.iter().filter_map(|rule| rule.lines().next()));
        }
        assert!(touched.is_disjoint(&TOUCHED_BY_NONE.iter().copied().collect()), "a rule of the list is touched");
        touched.extend(TOUCHED_BY_NONE);
        assert_eq!(touched, all);
    }

    #[test]
    fn a_rule_ends_with_what_it_settles() {
        let headings = CODEBOOK.lines().filter(|line| line.starts_with("### "));
        for rule in headings.map(|heading| rule(&format!("{heading}\n")).unwrap_or_default()) {
            assert!(rule.lines().last().is_some_and(|line| line.starts_with("**Settles:** ")), "{rule}");
        }
    }

    /// `BLESS=1 cargo test -p standpoint-validate codebook` copies the codebook anew.
    #[test]
    #[allow(clippy::disallowed_methods, reason = "a test reads the original")]
    fn the_codebook_of_the_crate_is_that_of_the_project() -> std::io::Result<()> {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let original = std::fs::read_to_string(root.join("../../docs/codebook.md"))?;
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(root.join("codebook.md"), original)?;
        } else {
            assert_eq!(CODEBOOK, original, "run with BLESS=1 to copy `docs/codebook.md`");
        }
        Ok(())
    }
}
