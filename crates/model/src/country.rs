//! Country codes.

use std::{borrow::Cow, ops::RangeInclusive};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::{
    lexical::checked_string,
    shape::{FORM, Form, Vocabulary},
};

/// A country: an alpha-3 code in capitals.
///
/// The codes are those that ISO 3166-1 assigns, the user-assigned `XKX` for Kosovo, and those that ISO 3166-3 keeps for
/// states and territories that are no more, unless their letters were given to another.
///
/// ```
/// use standpoint_model::CountryCode;
///
/// assert_eq!(CountryCode::new("ISL")?.name(), "Iceland");
/// assert_eq!(CountryCode::new("CSK")?.years(), Some(1918..=1993));
/// assert!(CountryCode::new("ICE").is_err());
/// # Ok::<(), standpoint_model::CountryCodeError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode {
    alpha3: &'static str,
    alpha2: Option<&'static str>,
    name: &'static str,
    /// The first and the last year of a country that is no more.
    years: Option<(i32, i32)>,
}

/// The string is not an alpha-3 code of a country.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a country code: three capital letters of ISO 3166, such as `ISL`")]
pub struct CountryCodeError(String);

/// The code that the European Union, the World Bank and others use, ISO having assigned none.
const KOSOVO: CountryCode = CountryCode { alpha3: "XKX", alpha2: Some("XK"), name: "Kosovo", years: None };

const fn former(alpha3: &'static str, name: &'static str, first: i32, last: i32) -> CountryCode {
    CountryCode { alpha3, alpha2: None, name, years: Some((first, last)) }
}

/// The codes of ISO 3166-3, from the year in which the country came to be under that name to the year in which ISO withdrew the
/// code. Left out is `ATF` of 1979, which ISO 3166-1 has given to another territory. Alpha-2 codes are given anew (`CS`,
/// `SK`, `BY`), so that these have none.
const FORMER: [CountryCode; 29] = [
    former("AFI", "French Afars and Issas", 1967, 1977),
    former("ANT", "Netherlands Antilles", 1954, 2010),
    former("ATN", "Dronning Maud Land", 1939, 1983),
    former("BUR", "Burma", 1948, 1989),
    former("BYS", "Byelorussian SSR", 1920, 1992),
    former("CSK", "Czechoslovakia", 1918, 1993),
    former("CTE", "Canton and Enderbury Islands", 1939, 1984),
    former("DDR", "German Democratic Republic", 1949, 1990),
    former("DHY", "Dahomey", 1958, 1977),
    former("FXX", "France, Metropolitan", 1993, 1997),
    former("GEL", "Gilbert and Ellice Islands", 1916, 1979),
    former("HVO", "Upper Volta", 1958, 1984),
    former("JTN", "Johnston Island", 1858, 1986),
    former("MID", "Midway Islands", 1867, 1986),
    former("NHB", "New Hebrides", 1906, 1980),
    former("NTZ", "Neutral Zone", 1922, 1993),
    former("PCI", "Pacific Islands (Trust Territory)", 1947, 1986),
    former("PCZ", "Panama Canal Zone", 1903, 1980),
    former("PUS", "United States Miscellaneous Pacific Islands", 1856, 1986),
    former("RHO", "Southern Rhodesia", 1923, 1980),
    former("SCG", "Serbia and Montenegro", 2003, 2006),
    former("SKM", "Sikkim", 1642, 1975),
    former("SUN", "USSR", 1922, 1992),
    former("TMP", "East Timor", 1702, 2002),
    former("VDR", "Viet-Nam, Democratic Republic of", 1945, 1977),
    former("WAK", "Wake Island", 1899, 1986),
    former("YMD", "Yemen, Democratic", 1967, 1990),
    former("YUG", "Yugoslavia", 1918, 2003),
    former("ZAR", "Zaire", 1971, 1997),
];

impl CountryCode {
    /// Looks `alpha3` up.
    ///
    /// # Errors
    ///
    /// [`CountryCodeError`] where no country has the code.
    pub fn new(alpha3: &str) -> Result<Self, CountryCodeError> {
        if let Some(code) = rust_iso3166::from_alpha3(alpha3) {
            return Ok(Self::current(&code));
        }
        let mut others = [KOSOVO].into_iter().chain(FORMER);
        others.find(|code| code.alpha3 == alpha3).ok_or_else(|| CountryCodeError(alpha3.into()))
    }

    /// Every code: those of ISO 3166-1 in the order of its English names, then Kosovo's, then those of countries that are no
    /// more.
    pub fn all() -> impl Iterator<Item = Self> {
        rust_iso3166::ALL.iter().map(Self::current).chain([KOSOVO]).chain(FORMER)
    }

    fn current(code: &rust_iso3166::CountryCode) -> Self {
        Self { alpha3: code.alpha3, alpha2: Some(code.alpha2), name: code.name, years: None }
    }

    /// The alpha-3 code.
    pub fn as_str(&self) -> &str {
        self.alpha3
    }

    /// The alpha-2 code of the same country. None of a country that is no more.
    pub fn alpha2(&self) -> Option<&'static str> {
        self.alpha2
    }

    /// The English short name of the country, as ISO 3166 gives it.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The years of a country that is no more, both included: from that in which it came to be under this name to that in which
    /// ISO withdrew the code.
    pub fn years(&self) -> Option<RangeInclusive<i32>> {
        self.years.map(|(first, last)| first..=last)
    }
}

checked_string!(CountryCode, CountryCodeError);

impl JsonSchema for CountryCode {
    fn schema_name() -> Cow<'static, str> {
        "CountryCode".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let about = "A country, as its alpha-3 code in capitals: of ISO 3166-1, `XKX` for Kosovo, or of ISO 3166-3 for a country that is no more.";
        let codes: Vec<&str> = Self::all().map(|code| code.alpha3).collect();
        json_schema!({
            "description": about,
            "type": "string",
            "enum": codes,
            "examples": ["ISL"],
            FORM: Form::Word(Vocabulary::of_codes("CountryCode", about, codes.iter().copied())),
        })
    }
}
