//! The names of months in languages that sources of conflicts are written in.

use unicode_normalization::UnicodeNormalization;

/// Each without accents and in lower case; in French, Spanish, Portuguese, Italian, German, Dutch, Turkish, Indonesian,
/// Russian, Ukrainian, and Arabic as it is written in the Maghreb, in Egypt and in the Levant.
const ELSEWHERE: [&[&str]; 12] = [
    &[
        "janvier",
        "enero",
        "janeiro",
        "gennaio",
        "januar",
        "januari",
        "ocak",
        "января",
        "січня",
        "يناير",
        "كانون الثاني",
    ],
    &[
        "fevrier",
        "febrero",
        "fevereiro",
        "febbraio",
        "februar",
        "februari",
        "subat",
        "февраля",
        "лютого",
        "فبراير",
        "شباط",
    ],
    &["mars", "marzo", "marco", "marz", "maart", "mart", "maret", "марта", "березня", "مارس", "آذار"],
    &["avril", "abril", "aprile", "nisan", "апреля", "квітня", "أبريل", "ابريل", "نيسان"],
    &["mai", "mayo", "maio", "maggio", "mei", "mayis", "мая", "травня", "مايو", "أيار"],
    &["juin", "junio", "junho", "giugno", "juni", "haziran", "июня", "червня", "يونيو", "حزيران"],
    &["juillet", "julio", "julho", "luglio", "juli", "temmuz", "июля", "липня", "يوليو", "تموز"],
    &["aout", "agosto", "augustus", "agustos", "agustus", "августа", "серпня", "أغسطس", "آب"],
    &["septembre", "septiembre", "setembro", "settembre", "eylul", "сентября", "вересня", "سبتمبر", "أيلول"],
    &["octobre", "octubre", "outubro", "ottobre", "oktober", "ekim", "октября", "жовтня", "أكتوبر", "تشرين الأول"],
    &["novembre", "noviembre", "novembro", "kasim", "ноября", "листопада", "نوفمبر", "تشرين الثاني"],
    &[
        "decembre",
        "diciembre",
        "dezembro",
        "dicembre",
        "dezember",
        "desember",
        "aralik",
        "декабря",
        "грудня",
        "ديسمبر",
        "كانون الأول",
    ],
];

pub(super) const ENGLISH: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The number of a month by its name: in English in full, by its first letters or with a letter wrong, elsewhere in full.
pub(super) fn month(name: &str) -> Option<u8> {
    elsewhere(name).or_else(|| {
        if name.len() < 3 || !name.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return None;
        }
        let is_near = |month: &str| name.len() > 5 && name[..3] == month[..3] && strsim::osa_distance(name, month) == 1;
        let is_it = |month: &str| month.starts_with(name) || is_near(month);
        (1..).zip(ENGLISH).find(|(_, month)| is_it(month)).map(|(number, _)| number)
    })
}

fn elsewhere(name: &str) -> Option<u8> {
    // Letters whose sign is no accent of theirs, such as the first of `أبريل`, stay as they are.
    let is_latin = |name: &str| name.chars().all(|c| u32::from(c) < 0x250);
    let plain: String = if is_latin(name) {
        name.replace('\u{131}', "i").nfd().filter(char::is_ascii_alphabetic).collect()
    } else {
        name.to_owned()
    };
    (1..).zip(ELSEWHERE).find(|(_, names)| names.contains(&&*plain)).map(|(number, _)| number)
}
