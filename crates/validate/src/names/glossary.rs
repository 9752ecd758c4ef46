//! Words that names of parties are made of, in the languages in which they are given.

use std::sync::LazyLock;

use hashbrown::HashMap;

use super::letters::{plain, romanized, sound};

/// What marks a part of a party. It tells nothing of which part.
pub(super) const FACTION: &str = "faction";

/// What marks those who left.
pub(super) const DISSIDENT: &str = "dissident";

/// Directions of the compass tell parties and countries apart, though they are common.
pub(super) const DIRECTIONS: [&str; 4] = ["north", "south", "east", "west"];

/// Whether a word is an article, a preposition or a conjunction.
pub(super) fn is_small(word: &str) -> bool {
    SMALL.split_whitespace().any(|small| small == word)
}

/// The meaning that a word has in common with words of other languages. Such words are common, too.
pub(super) fn meaning(word: &str) -> Option<&'static str> {
    MEANINGS.get(word).or_else(|| MEANINGS.get(&sound(&romanized(word)))).copied()
}

static MEANINGS: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut meanings = HashMap::new();
    for line in WORDS.lines() {
        let Some(first) = line.split_whitespace().next() else { continue };
        for word in line.split_whitespace().map(plain) {
            meanings.entry(sound(&romanized(&word))).or_insert(first);
            meanings.insert(word, first);
        }
    }
    meanings
});

const SMALL: &str = "the of for and in on to from with de la le les des du del los las el et y pour para por al ul ar as ash an at \
    az e i yi l d o da do fi wa wal va bi en au aux s lil lid is upon und der die das von للـ و فی";

/// A line for each meaning, which is its first word.
const WORDS: &str = "
front fronts frente frentes jabha jabhat jabhah jebhe cephe جبهة جبهه
army armies ejercito armee jaish jaysh jeish lashkar exercito ordu جيش لشکر
movement movimiento mouvement movimento harakat haraka harakah harkat harka harakatul harkatul tehrik tahrik tehreek hareket dvizhenie حركة حرکت تحریک
party partido parti partito hizb hezb hizbi partiya partei حزب
liberation liberacion libertacao liberazione tahrir kurtulus osvobozhdeniya تحرير
national nacional nationale nationaux watani milli الوطني ملی
islamic islam islamique islamiques islami islamist islamists islamiste islamiya islamiyya islamiyah islamica islamico islamia إسلامي اسلامی الإسلامية
group groupe grupo gruppe jamaat jamaa jamaah jamiat jamiyat jamaatul jamaatu gamaa jemaah jemaat جماعة جمعیت
people peoples popular populaire pueblo peuple shaabi shaabiyya shabi shaab populares halk narodnaya الشعبي
armed armado arme armees armada armadas armados musallah
force forces fuerza fuerzas forcas quwat quwwat unit units unidades unites
revolutionary revolution revolucion revolucionario revolucionaria revolucionarias revolutionnaire revolutionnaires thawri thawra devrimci
democratic democracy democratique democratiques democratie democratico democratica democracia demokratik
resistance resistencia resistenza muqawama mukawama مقاومة
supporters ansar partisans ansaru ansarul ansaroul أنصار
soldiers soldier jund jundul fighters fighter جند
mujahideen mujahidin mujahedeen mujahedin مجاهدين
jihad jihadi jehad جهاد
struggle lucha lutte
union unity united unite unis unies unie unido unida unidos unidas unidad wahdat ittihad ittehad unification اتحاد
freedom libertad liberte azadi
defense defence defender defenders defenseurs defensa autodefensa autodefensas autodefense difa
organization organisation organizacion organizzazione orgut tanzim تنظيم
brigade brigades brigada brigadas brigate liwa katiba katibat kataib kateeba battalion battalions bataillon batallon لواء كتيبة
corps faylaq failaq فيلق
workers worker trabajadores travailleurs isci karkeren
communist communiste comunista komunist
socialist socialiste socialista
salvation salut salvacion inqadh
justice justicia adl adalet
state etat estado dawla dawlat dawlah دولة
republic republican republique republica republicain republicano respublika jumhuriya جمهورية
independence independent independance independencia istiqlal
alliance alianza alliances coalition tahaluf
muslim muslims musulman musulmans muslimin muslimeen
africa african africans afrique africain africaine
north northern nord norte shamal شمال
south southern sud sur janub جنوب
east eastern est oriente oriental sharq شرق
west western ouest occidente occidental gharb غرب
youth shabab shabaab jeunes jeunesse juventud شباب
congress congres congreso kongra
council consejo conseil majlis shura مجلس
network red reseau shabaka shabakat شبكة شبکه
patriotic patriots patriotes patriotique patriotiques patriotas patriotico
peace paix paz salam صلح
fighting combat combatant combatants combattant combattants
command commando commandos comando commandement
militia militias milice milices milicia milicias
rally rassemblement
government gouvernement gobierno governo hukuma حكومة
faction factions wing branch fraction
dissident dissidents dissidence splinter breakaway disidencia disidencias
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_many_languages_have_one_meaning() {
        for (one, other) in
            [("ejercito", "army"), ("tehreek", "movement"), ("حركة", "mouvement"), ("islamiyah", "islamique")]
        {
            assert_eq!(meaning(&plain(one)), meaning(&plain(other)), "{one} {other}");
            assert!(meaning(&plain(one)).is_some(), "{one}");
        }
        assert_eq!(meaning("khorasan"), None);
    }
}
