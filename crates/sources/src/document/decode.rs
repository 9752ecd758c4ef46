//! Bytes to text, in whatever encoding they are.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A text, and how it was encoded.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// Whether the bytes are the text as it is: UTF-8 without a byte order mark.
    pub is_plain: bool,
    /// Which encoding was guessed, if one was, and whether something could not be read.
    pub remark: Option<String>,
}

/// Decodes bytes: by their byte order mark, as UTF-8, or in the encoding that seems likeliest. `label` is the encoding that the
/// document names, if it names one.
///
/// ```
/// use standpoint_sources::decode;
///
/// let decoded = decode(b"Le caf\xE9", None);
/// assert_eq!(decoded.text, "Le café");
/// assert!(decoded.remark.is_some_and(|remark| remark.contains("was guessed")));
/// ```
pub fn decode(bytes: &[u8], label: Option<&str>) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return Decoded { text: text.into_owned(), is_plain: false, remark: None };
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return decoded(bytes, encoding, "was guessed");
    }
    if let Ok(text) = str::from_utf8(bytes) {
        return Decoded { text: text.to_owned(), is_plain: true, remark: None };
    }
    let named = label.and_then(|label| Encoding::for_label(label.as_bytes())).filter(|encoding| *encoding != UTF_8);
    if let Some(named) = named {
        return decoded(bytes, named, "is the one that the document names");
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    decoded(bytes, detector.guess(None, Utf8Detection::Deny), "was guessed")
}

fn decoded(bytes: &[u8], encoding: &'static Encoding, how: &str) -> Decoded {
    let (text, has_errors) = encoding.decode_without_bom_handling(bytes);
    let lost = if has_errors { "; some bytes could not be read and are U+FFFD now" } else { "" };
    let remark = format!("the encoding, {}, {how}{lost}", encoding.name());
    Decoded { text: text.into_owned(), is_plain: false, remark: Some(remark) }
}

/// The encoding of text in UTF-16 that has no mark: of European languages every other byte is zero.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    const LOOKED_AT: usize = 4096;
    let head = &bytes[..bytes.len().min(LOOKED_AT) & !1];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let many = |count: usize| count * 5 > head.len() * 2;
    match (zeros(0), zeros(1)) {
        (first, 0) if many(first) => Some(UTF_16BE),
        (0, second) if many(second) => Some(UTF_16LE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_read_in_the_encoding_that_they_are_in() {
        let text = "Le café de Kaboul – fermé.";
        let utf16 = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        let (little, big) = (utf16(u16::to_le_bytes), utf16(u16::to_be_bytes));
        let windows = b"Le caf\xE9 de Kaboul \x96 ferm\xE9.".to_vec();
        for (bytes, is_guess) in [
            (text.as_bytes().to_vec(), false),
            ([&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat(), false),
            ([&[0xFF, 0xFE], &*little].concat(), false),
            ([&[0xFE, 0xFF], &*big].concat(), false),
            (little, true),
            (big, true),
            (windows.clone(), true),
        ] {
            let decoded = decode(&bytes, None);
            assert_eq!((decoded.text.as_str(), decoded.remark.is_some()), (text, is_guess));
            assert_eq!(decoded.is_plain, bytes == text.as_bytes());
        }
        let named = decode(b"\xCF\xF0\xE8\xE2\xE5\xF2", Some("windows-1251"));
        assert_eq!(named.text, "Привет");
        assert_eq!(named.remark.unwrap(), "the encoding, windows-1251, is the one that the document names");
    }
}
