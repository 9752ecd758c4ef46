//! From the codes of others' codebooks to the words of this model.

/// A table that leads from the codes of one scheme to words of this model: CSV with a heading line.
///
/// The columns are `scheme`, `code`, `label`, `field`, `word`, `how` and `note`. `crosswalks/README.md` says what they hold, and
/// where the codes were read.
///
/// ```
/// use standpoint_model::CROSSWALKS;
///
/// let table = CROSSWALKS.iter().find(|table| table.name == "pa-x-Stage").unwrap();
/// assert!(table.csv.contains("pa-x/Stage,Cea,ceasefire or related,event.type,ceasefire,exact,"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Crosswalk {
    /// The name of its file: its scheme, with `-` for `/`.
    pub name: &'static str,
    /// Its text.
    pub csv: &'static str,
}

macro_rules! crosswalks {
    ($($name:literal),* $(,)?) => {
        /// Every crosswalk, by name.
        pub static CROSSWALKS: &[Crosswalk] = &[$(Crosswalk {
            name: $name,
            csv: include_str!(concat!("../crosswalks/", $name, ".csv")),
        }),*];
    };
}

crosswalks! {
    "acled-event_type",
    "acled-geo_precision",
    "acled-inter1",
    "acled-interaction",
    "acled-sub_event_type",
    "atop-obligation",
    "cameo-code",
    "gleditsch-ward-number",
    "gtd-attacktype1",
    "gtd-claimmode",
    "gtd-targsubtype1",
    "gtd-targtype1",
    "mapping-militants-type",
    "pa-x-Agtp",
    "pa-x-Contp",
    "pa-x-Stage",
    "pa-x-StageSub",
    "pa-x-Status",
    "paa-x-node_type",
    "paa-x-signatory_type",
    "plover-event",
    "plover-gsr-event",
    "plover-gsr-mode",
    "plover-mode",
    "ucdp-actor-Org",
    "ucdp-cid-issue",
    "ucdp-esd-support",
    "ucdp-ged-type_of_violence",
    "ucdp-ged-where_prec",
}
