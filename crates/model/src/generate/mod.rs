//! Arbitrary valid data, and data that is nearly valid, for property tests (feature `proptest`).
//!
//! Every strategy yields values that the model accepts: each field, each word of each vocabulary, each form of date,
//! lists empty and filled, optional fields present and absent. What a record *means* is as arbitrary as its text: only
//! [`dataset`] makes references resolve, and nothing here makes a record plausible. [`mutated`] does the opposite, and
//! spoils a record in a way that contributors might. [`written`] writes one as JSON in unusual ways, and [`misprinted`]
//! spoils the text.
//!
//! ```
//! use proptest::{prop_assert_eq, proptest};
//! use standpoint_model::{Record, generate};
//!
//! proptest!(|(record in generate::record())| {
//!     let text = serde_json::to_string(&record)?;
//!     prop_assert_eq!(serde_json::from_str::<Record>(&text)?, record);
//! });
//! ```
//!
//! To use it, ask for the feature where the tests are:
//!
//! ```toml
//! [dev-dependencies]
//! standpoint-model = { version = "0.1", features = ["proptest"] }
//! ```

mod dataset;
mod date;
mod lexical;
mod mutation;
mod quantity;
mod records;
mod spoiled;
mod writing;

pub use dataset::dataset;
pub use date::edtf;
pub use lexical::{
    amount, coding_scheme, count, country_code, duration, field_path, id, language_tag, latitude, license, longitude,
    media_type, rank, sha256, slug, text, unit, version, web_address,
};
pub use mutation::mutated;
pub use quantity::{estimate, span};
pub use records::{record, record_of};
pub use writing::{misprinted, written};
