//! From the names of licences to their identifiers.

use spdx::identifiers::LICENSES;
use standpoint_model::License;

/// The help that names the licence whose identifier `text` is with hyphens, or without its version, or whose name it is.
pub(crate) fn help(text: &str) -> String {
    meant(text)
        .map_or_else(|| "the identifiers are in the SPDX License List, spdx.org/licenses".into(), super::did_you_mean)
}

fn meant(text: &str) -> Option<String> {
    let joined = text.split_whitespace().collect::<Vec<_>>().join("-");
    if License::new(&joined).is_ok() {
        return Some(joined);
    }
    let is_version = |rest: &str| rest.starts_with('-') && rest[1..].chars().all(|c| c.is_ascii_digit() || c == '.');
    let begins = |name: &str| {
        let start = name.get(..joined.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(&joined) && is_version(&name[joined.len()..]))
    };
    // The list is sorted, so that the last is the newest.
    let mut versions = LICENSES.iter().map(|license| license.name).filter(|name| begins(name));
    let named = || spdx::imprecise_license_id(text).filter(|(_, length)| *length == text.len()).map(|(id, _)| id.name);
    let full =
        || LICENSES.iter().find(|license| license.full_name.eq_ignore_ascii_case(text)).map(|license| license.name);
    let meant = versions.next_back().or_else(named).or_else(full)?;
    License::new(meant).ok().map(|license| license.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn licences_as_people_write_them() {
        for (text, expected) in [
            ("CC BY 4.0", Some("CC-BY-4.0")),
            ("cc-by", Some("CC-BY-4.0")),
            ("CC0", Some("CC0-1.0")),
            ("MIT License", Some("MIT")),
            ("Apache 2.0", Some("Apache-2.0")),
            ("all rights reserved", None),
            ("", None),
        ] {
            assert_eq!(meant(text).as_deref(), expected, "{text}");
        }
    }
}
