//! Digits of other scripts.

/// The zeros of the digits of Arabic, Persian, Hindi, Bengali and Burmese.
const ZEROS: [u32; 5] = [0x660, 0x6F0, 0x966, 0x9E6, 0x1040];

/// The digit of ASCII for one of Arabic, Persian, Hindi, Bengali or Burmese; any other character as it is.
///
/// ```
/// assert_eq!("۱۳۷۷ – ١٣٧٧".chars().map(standpoint_validate::plain_digit).collect::<String>(), "1377 – 1377");
/// ```
pub fn plain_digit(c: char) -> char {
    let digit = ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(*zero).filter(|digit| *digit < 10));
    digit.and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c)
}
