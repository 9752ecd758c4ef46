//! Every code that a validation may find: those of the rules, and those that no rule raises.
//!
//! ```
//! use standpoint_validate::catalogue;
//!
//! let code = catalogue::by_name("missing-kind").ok_or("no such code")?;
//! assert!(!code.can_be_allowed, "what is not read is never passed over in silence");
//! assert!(catalogue::all().contains(&code));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use standpoint_report::Code;

use crate::{
    codes::WITHOUT_RULE,
    rules::{RULES, unlocated_words},
};

/// The code of words that have no span yet: whoever holds the texts of the sources can say more about it than the rule.
pub static UNLOCATED_WORDS: &Code = &unlocated_words::RULE.code;

/// Every code, by name.
pub fn all() -> Vec<&'static Code> {
    let mut codes: Vec<&Code> = each().collect();
    codes.sort_by_key(|code| code.name);
    codes
}

/// The code of a given name.
pub fn by_name(name: &str) -> Option<&'static Code> {
    each().find(|code| code.name == name)
}

fn each() -> impl Iterator<Item = &'static Code> {
    WITHOUT_RULE.iter().copied().chain(RULES.iter().map(|rule| &rule.code))
}
