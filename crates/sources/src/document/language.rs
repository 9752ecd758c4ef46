//! The language of a text, guessed.

use isolang::Language;

/// How much of a text is looked at, in characters.
const LOOKED_AT: usize = 20_000;

/// The least number of letters from which a language is guessed.
const FEWEST: usize = 40;

/// The tag of the language in which most of a text is written, if it can be told.
pub(crate) fn guess(text: &str) -> Option<&'static str> {
    let head: String = text.chars().take(LOOKED_AT).collect();
    let letters = head.chars().filter(|c| c.is_alphabetic()).count();
    if letters < FEWEST {
        return None;
    }
    // The guesser knows no Pashto, and takes it for another language of the Arabic script.
    let pashto = head.chars().filter(|c| "ټځڅډړږښڼې".contains(*c)).count();
    if pashto * 50 > letters {
        return Some("ps");
    }
    let guessed = whatlang::detect(&head)?;
    match guessed.lang().code() {
        "pes" => Some("fa"),
        "cmn" => Some("zh"),
        code => Some(Language::from_639_3(code).and_then(|language| language.to_639_1()).unwrap_or(code)),
    }
}

#[cfg(test)]
mod tests {
    use super::guess;

    #[test]
    fn languages_are_told_apart() {
        for (text, language) in [
            ("The group emerged in the east, and the government denied that it had lost the town.", Some("en")),
            ("Le gouvernement a démenti que les forces armées aient quitté la ville dans la nuit.", Some("fr")),
            ("نفت الحكومة أن تكون القوات المسلحة قد غادرت المدينة خلال الليل وقالت إن المعارك مستمرة", Some("ar")),
            ("دولت خروج نیروهای مسلح از شهر را تکذیب کرد و گفت که جنگ همچنان ادامه دارد و شهر آرام است", Some("fa")),
            ("حکومت دا خبره رد کړه چې وسلوالو ځواکونو ښار پرېښی دی او ویې ویل چې جګړه لا هم روانه ده", Some("ps")),
            ("Правительство опровергло сообщения о том, что вооружённые силы покинули город ночью.", Some("ru")),
            ("1 2 3", None),
        ] {
            assert_eq!(guess(text), language, "{text}");
        }
    }
}
