//! From web addresses as browsers show them to those that every reader takes.

use standpoint_model::{WebAddress, is_direction_mark};

use super::did_you_mean;

/// What an address must not hold as it is (RFC 3987), and browsers show all the same.
const SHOWN: [char; 10] = [' ', '"', '<', '>', '\\', '^', '`', '{', '|', '}'];

/// The help for `text`, which is no web address.
pub(crate) fn help(text: &str) -> String {
    let text = text.trim();
    if let Some(name) = doi(text) {
        return format!("did you mean `https://doi.org/{}`? it leads to the document that has this DOI", encoded(name));
    }
    if let Some((scheme, _)) = text.split_once(':').filter(|(scheme, _)| matches!(*scheme, "mailto" | "tel" | "file")) {
        return format!(
            "`{scheme}:` names no page of the web: leave the field out, and say in a `note` where the source is kept"
        );
    }
    let whole = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
    let has_domain = host(&whole).is_some_and(is_domain);
    let meant = Some(encoded(&whole)).filter(|address| has_domain && WebAddress::new(address).is_ok());
    let help = meant.map_or_else(
        || "copy the whole address from the browser, such as `https://example.org/report`".into(),
        did_you_mean,
    );
    let mark = text.chars().find(|sign| is_direction_mark(*sign));
    mark.map_or_else(
        || help.clone(),
        |mark| {
            format!("it holds U+{:04X}, which turns the direction of a text and is not seen; {help}", u32::from(mark))
        },
    )
}

/// The address that `text` means, if nothing is wrong with it but how signs are written in its path.
pub(crate) fn only(text: &str) -> Option<String> {
    let is_web = text.starts_with("http://") || text.starts_with("https://");
    // Blanks are as often those of two addresses, or of words around one.
    let is_one = !text.contains(char::is_whitespace) && host(text).is_some_and(is_domain);
    (is_web && is_one).then(|| encoded(text))
}

/// The name of a document as the resolver at doi.org takes it: `10.1000/182`, `doi:10.1000/182`.
fn doi(text: &str) -> Option<&str> {
    let lower = text.to_ascii_lowercase();
    let prefix = ["doi:", "doi ", "doi.org/", "dx.doi.org/"].into_iter().find(|prefix| lower.starts_with(prefix));
    let name = text[prefix.map_or(0, str::len)..].trim_start();
    let (registrant, document) = name.strip_prefix("10.")?.split_once('/')?;
    let is_registrant = registrant.len() >= 4 && registrant.chars().all(|c| c.is_ascii_digit() || c == '.');
    (is_registrant && !document.is_empty()).then_some(name)
}

fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    Some(authority.rsplit('@').next()?.split(':').next().unwrap_or(authority))
}

/// Whether it is the name of a host, of which no sign is ever written in another way.
fn is_domain(host: &str) -> bool {
    host.contains('.') && host.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.')
}

/// The address without marks of direction and with all signs encoded that must not stand in it, in UTF-8; what is encoded already stays
/// as it is.
fn encoded(address: &str) -> String {
    let address = &address.replace(is_direction_mark, "");
    let path = address.find("://").map_or(0, |at| at + 3);
    let path = address[path..].find(['/', '?', '#']).map_or(address.len(), |at| path + at);
    let (mut text, rest) = (address[..path].to_owned(), &address[path..]);
    let mut has_fragment = false;
    for (at, c) in rest.char_indices() {
        let is_encoded =
            c == '%' && rest.as_bytes().get(at + 1..at + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
        let is_second_fragment = c == '#' && std::mem::replace(&mut has_fragment, true);
        if !is_encoded
            && (c == '%' || matches!(c, '[' | ']') || is_second_fragment || c.is_control() || SHOWN.contains(&c))
        {
            let mut bytes = [0; 4];
            text.extend(c.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")));
        } else {
            text.push(c);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_browsers_show_is_encoded() {
        for (text, address) in [
            ("https://example.org/a|b", "https://example.org/a%7Cb"),
            ("https://example.org/a?q=\"b\"", "https://example.org/a?q=%22b%22"),
            ("https://example.org/a[1]{2}", "https://example.org/a%5B1%5D%7B2%7D"),
            ("https://example.org/100%_sure", "https://example.org/100%25_sure"),
            ("https://example.org/a%20b|c", "https://example.org/a%20b%7Cc"),
            ("https://example.org/#a#b", "https://example.org/#a%23b"),
        ] {
            assert!(WebAddress::new(text).is_err(), "{text}");
            assert_eq!(only(text).as_deref(), Some(address), "{text}");
            assert!(WebAddress::new(address).is_ok(), "{address}");
            assert_eq!(help(text), did_you_mean(address));
        }
        let marked = "https://example.org/\u{200f}a";
        assert!(WebAddress::new(marked).is_err());
        assert_eq!(only(marked).as_deref(), Some("https://example.org/a"));
        assert!(help(marked).starts_with("it holds U+200F, which turns"), "{}", help(marked));
        for text in
            ["www.example.org", "https://exa mple.org/", "https://a|b.org/", "https://example.org/a b", "10.1000/182"]
        {
            assert_eq!(only(text), None, "{text}");
        }
    }

    #[test]
    fn addresses_as_people_write_them() {
        for (text, expected) in [
            ("www.example.org/a b", "did you mean `https://www.example.org/a%20b`?"),
            ("10.1000/182", "did you mean `https://doi.org/10.1000/182`? it leads"),
            ("doi:10.1000/182", "did you mean `https://doi.org/10.1000/182`? it leads"),
            ("mailto:a@example.org", "`mailto:` names no page"),
            ("https://exa mple.org/", "copy the whole address"),
            ("example", "copy the whole address"),
            ("", "copy the whole address"),
        ] {
            assert!(help(text).starts_with(expected), "{text}: {}", help(text));
        }
    }
}
