//! Units of quantities.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::{
    lexical::checked_string,
    shape::{FORM, Form},
};

/// The unit of a quantity: `persons`, `percent`, a currency of ISO 4217 (`EUR`), or a unit of UCUM (`km2`, `t`, `d`).
///
/// Of the Unified Code for Units of Measure, case-sensitive variant, it takes products, quotients and powers of the units that
/// accounts of conflicts use: those of the International System with its prefixes, of time, area and volume, of arms and
/// trade. `1` and an annotation such as `{houses}` count things.
///
/// ```
/// use standpoint_model::{Unit, UnitSystem};
///
/// assert_eq!(Unit::new("EUR")?.system(), UnitSystem::Currency);
/// assert_eq!(Unit::new("km2")?.system(), UnitSystem::Ucum);
/// assert!(Unit::new("EURO").is_err() && Unit::new("kilometres").is_err());
/// # Ok::<(), standpoint_model::UnitError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit(Box<str>);

/// The string is not a unit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a unit: write `persons`, `percent`, a currency such as `EUR`, or a unit of UCUM such as `km2`, `t` or `{{houses}}`"
)]
pub struct UnitError(String);

/// Where a unit comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnitSystem {
    /// `persons`.
    Persons,
    /// `percent`, hundredths of a whole.
    Percent,
    /// A currency of ISO 4217.
    Currency,
    /// The Unified Code for Units of Measure.
    Ucum,
}

impl Unit {
    /// Checks `text`.
    ///
    /// # Errors
    ///
    /// [`UnitError`].
    pub fn new(text: &str) -> Result<Self, UnitError> {
        if system(text).is_some() { Ok(Self(text.into())) } else { Err(UnitError(text.into())) }
    }

    /// The unit as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where the unit comes from.
    pub fn system(&self) -> UnitSystem {
        // The constructor admits no other unit.
        system(&self.0).unwrap_or(UnitSystem::Ucum)
    }

    /// Persons.
    pub fn persons() -> Self {
        Self("persons".into())
    }
}

fn system(text: &str) -> Option<UnitSystem> {
    match text {
        "persons" => Some(UnitSystem::Persons),
        "percent" => Some(UnitSystem::Percent),
        _ if CURRENCIES.split_ascii_whitespace().any(|code| code == text) => Some(UnitSystem::Currency),
        _ if text.split(['.', '/']).all(is_component) => Some(UnitSystem::Ucum),
        _ => None,
    }
}

/// Whether `text` is an annotation or a unit with its prefix, its power and its annotation.
fn is_component(text: &str) -> bool {
    let (unit, annotation) = text.split_at(text.find('{').unwrap_or(text.len()));
    let annotated = annotation
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'))
        .is_some_and(|words| !words.is_empty() && words.bytes().all(|b| b.is_ascii_graphic() && !b"{}".contains(&b)));
    if !annotation.is_empty() && !annotated {
        return false;
    }
    let power = unit.trim_end_matches(|c: char| c.is_ascii_digit());
    let base = power.strip_suffix(['+', '-']).filter(|_| power.len() < unit.len()).unwrap_or(power);
    match unit {
        "" => annotated,
        "1" => true,
        _ => unit.len() - power.len() <= 2 && is_base(base),
    }
}

fn is_base(unit: &str) -> bool {
    let prefixed = |prefix: &str| unit.strip_prefix(prefix).is_some_and(|unit| METRIC.contains(&unit));
    METRIC.contains(&unit) || CUSTOMARY.contains(&unit) || PREFIXES.into_iter().any(prefixed)
}

const PREFIXES: [&str; 20] =
    ["Y", "Z", "E", "P", "T", "G", "M", "k", "h", "da", "d", "c", "m", "u", "n", "p", "f", "a", "z", "y"];

/// The units of UCUM that take a prefix.
const METRIC: &[&str] = &[
    "m", "s", "g", "K", "A", "cd", "mol", "rad", "L", "l", "t", "ar", "Hz", "N", "Pa", "J", "W", "C", "V", "F", "Ohm",
    "S", "Wb", "Cel", "T", "H", "lm", "lx", "Bq", "Gy", "Sv", "bar", "eV", "cal", "By", "bit", "t_TNT",
];

/// The units of UCUM that take none.
const CUSTOMARY: &[&str] = &[
    "%",
    "min",
    "h",
    "d",
    "wk",
    "mo",
    "a",
    "deg",
    "har",
    "[in_i]",
    "[ft_i]",
    "[yd_i]",
    "[mi_i]",
    "[nmi_i]",
    "[kn_i]",
    "[acr_us]",
    "[lb_av]",
    "[oz_av]",
    "[ston_av]",
    "[lton_av]",
    "[gal_us]",
    "[gal_br]",
    "[bbl_us]",
    "[degF]",
    "[car_m]",
];

/// The currencies of ISO 4217 with their codes, those in use and those withdrawn within living memory.
const CURRENCIES: &str = "\
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE \
    CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ \
    GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL \
    LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN \
    PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD \
    TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XCD XCG XDR XOF XPD XPF XPT XSU XUA YER ZAR \
    ZMW ZWG ZWL \
    AFA ATS BEF BYR CSD CYP DDM DEM ECS EEK ESP FIM FRF GHC GRD IEP ITL LTL LUF LVL MRO MTL NLG PTE ROL RUR SDD SDP SIT \
    SKK SUR TJR TPE TRL UAK VEB VEF XEU YDD YUD YUM YUN ZMK ZRN ZRZ ZWD";

checked_string!(Unit, UnitError);

impl JsonSchema for Unit {
    fn schema_name() -> Cow<'static, str> {
        "Unit".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "The unit of a quantity: `persons`, `percent`, a currency of ISO 4217, or a unit of UCUM.",
            "type": "string",
            "pattern": "^[!-~]+$",
            "examples": ["persons", "percent", "EUR", "km2", "{houses}"],
            FORM: Form::Token,
        })
    }
}
