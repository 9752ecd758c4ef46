//! Letters as the ear has them.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::plain_digit;

/// A text in small letters, without accents, vowel signs and apostrophes, and with spaces for everything that is neither letter nor
/// digit. The French article that an apostrophe cuts short is a word of its own.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.nfkd().flat_map(char::to_lowercase).filter(|c| !is_unwritten(*c)).peekable();
    let mut length_of_word = 0;
    while let Some(c) = letters.next() {
        if is_apostrophe(c) {
            if length_of_word == 1 && plain.ends_with(['l', 'd']) && letters.peek().is_some_and(|c| c.is_alphabetic()) {
                plain.push(' ');
                length_of_word = 0;
            }
        } else if c.is_alphanumeric() {
            plain.push(common(c));
            length_of_word += 1;
        } else {
            plain.push(' ');
            length_of_word = 0;
        }
    }
    // What is composed anew after its accents went, such as the syllables of Korean, is as everybody writes it.
    plain.nfc().collect()
}

/// The one letter or digit for those that keyboards for Arabic and Persian write differently.
fn common(c: char) -> char {
    match c {
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        other => plain_digit(other),
    }
}

fn is_unwritten(c: char) -> bool {
    is_combining_mark(c) || matches!(c, '\u{AD}' | '\u{640}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '´' | '\u{2018}'..='\u{201B}' | '\u{2032}' | '\u{2B9}'..='\u{2C1}' | '\u{FF07}')
}

/// Whether the word is in the Arabic script.
pub(super) fn is_arabic(word: &str) -> bool {
    word.chars().any(|c| matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}'))
}

/// A plain word in Latin letters where the script is Cyrillic, without the article where it is Arabic, and as it is otherwise.
pub(super) fn romanized(word: &str) -> String {
    if is_arabic(word) {
        return word.strip_prefix("ال").filter(|rest| rest.chars().count() > 1).unwrap_or(word).to_owned();
    }
    word.chars().fold(String::new(), |mut latin, c| {
        match CYRILLIC.iter().find(|(cyrillic, _)| *cyrillic == c) {
            Some((_, letters)) => latin.push_str(letters),
            None => latin.push(c),
        }
        latin
    })
}

/// How a word sounds, as far as those who write it in Latin letters agree: `Qaeda` and `Kaida`, `Mujahideen` and `Mujahedin`.
pub(super) fn sound(word: &str) -> String {
    let mut sound = word.replace('q', "k").replace("ou", "u").replace("ck", "k");
    for (one, common) in [("oo", "u"), ("ee", "i"), ("y", "i"), ("e", "i"), ("o", "u"), ("v", "w")] {
        sound = sound.replace(one, common);
    }
    let mut letters: Vec<char> = sound.chars().collect();
    letters.dedup();
    if letters.len() > 3 && letters.ends_with(&['h']) && matches!(letters[letters.len() - 2], 'a' | 'i' | 'u') {
        letters.pop();
    }
    if letters.len() > 3 && letters.ends_with(&['s']) {
        letters.pop();
    }
    letters.into_iter().collect()
}

/// The consonants of a word, by classes that are one over scripts: Arabic letters have the values of Persian and Pashto, and
/// vowels, `w` and `y` are left out, since one script writes them and the other does not.
pub(super) fn consonants(word: &str) -> String {
    let mut classes: Vec<char> = if is_arabic(word) {
        word.chars()
            .filter_map(|c| ARABIC.iter().find(|(letters, _)| letters.contains(c)).map(|(_, class)| *class))
            .collect()
    } else {
        latin_classes(word)
    };
    classes.dedup();
    // An `h` that ends a word is written in one script and silent, or not there, in the other.
    if classes.len() > 1 && classes.ends_with(&['h']) {
        classes.pop();
    }
    classes.into_iter().collect()
}

fn latin_classes(word: &str) -> Vec<char> {
    let letters: Vec<char> = word.chars().collect();
    let mut classes = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let class = match (letters[at], letters.get(at + 1)) {
            ('k', Some('h')) => 'K',
            ('g', Some('h')) => 'G',
            ('s', Some('h')) => 'S',
            ('c', Some('h')) => 'C',
            ('z' | 'd', Some('h')) => 'z',
            ('t', Some('h')) => 's',
            ('p', Some('h')) => 'f',
            (letter, _) => {
                at += 1;
                match letter {
                    'a' | 'e' | 'i' | 'o' | 'u' | 'w' | 'y' | 'v' => {}
                    'q' | 'c' => classes.push('k'),
                    'g' => classes.push('G'),
                    'x' => classes.extend(['k', 's']),
                    other => classes.push(other),
                }
                continue;
            }
        };
        classes.push(class);
        at += 2;
    }
    classes
}

/// The consonants of Arabic, Persian, Pashto and Urdu. Letters that are not here are vowels, or silent.
const ARABIC: &[(&str, char)] = &[
    ("ب", 'b'),
    ("پ", 'p'),
    ("تطټٹ", 't'),
    ("ثسصڅ", 's'),
    ("ج", 'j'),
    ("چ", 'C'),
    ("حهھہە", 'h'),
    ("خ", 'K'),
    ("دډڈ", 'd'),
    ("ذزضظژږځ", 'z'),
    ("رړڑ", 'r'),
    ("شښ", 'S'),
    ("غګگ", 'G'),
    ("ف", 'f'),
    ("قكک", 'k'),
    ("ل", 'l'),
    ("م", 'm'),
    ("نڼ", 'n'),
];

/// Cyrillic letters as English newspapers write them.
const CYRILLIC: &[(char, &str)] = &[
    ('а', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('ґ', "g"),
    ('д', "d"),
    ('е', "e"),
    ('є', "ie"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "i"),
    ('і', "i"),
    ('к', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('о', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ф', "f"),
    ('х', "kh"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "shch"),
    ('ъ', ""),
    ('ы', "y"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "yu"),
    ('я', "ya"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_scripts_have_the_same_consonants() {
        for (latin, arabic) in [
            ("Khorasan", "خراسان"),
            ("Muhammad", "محمّد"),
            ("Daesh", "داعش"),
            ("Hekmatyar", "حکمتیار"),
            ("Nangarhar", "ننګرهار"),
            ("Haqqani", "حقاني"),
            ("Ghazni", "غزنی"),
            ("Akhundzada", "آخوندزاده"),
        ] {
            assert_eq!(consonants(&plain(latin)), consonants(&plain(arabic)), "{latin} {arabic}");
        }
    }

    #[test]
    fn spellings_sound_alike() {
        for (one, other) in [
            ("Qaeda", "Qa'ida"),
            ("Mujahideen", "MUJAAHIDIIN"),
            ("Tehreek", "Tehrik"),
            ("Khilafah", "Khilafa"),
            ("Mourabitoun", "Murabitun"),
            ("Taliban", "Taleban"),
        ] {
            assert_eq!(sound(&plain(one)), sound(&plain(other)), "{one} {other}");
        }
        assert_ne!(sound("niger"), sound("nigeria"));
    }

    #[test]
    fn accents_case_and_normal_form_are_no_difference() {
        assert_eq!(plain("Séléka"), plain("SE\u{301}LE\u{301}KA"));
        assert_eq!(plain("Front de l'Ouest"), "front de l ouest");
        assert_eq!(plain("Asa\u{2019}ib"), "asaib");
        assert_eq!(romanized(&plain("Мирный")), "mirnyi");
    }
}
