#![doc = include_str!("../README.md")]
#![cfg_attr(
    not(feature = "zstd"),
    expect(dead_code, reason = "some of what traces are written with is used by nothing else")
)]

pub mod catalogue;
mod check;
mod codebook;
pub mod codes;
mod config;
mod dataset;
mod diagnose;
mod engine;
mod fix;
#[cfg(feature = "fuzzing")]
#[doc(hidden)]
pub mod fuzzing;
mod large;
mod loaded;
mod names;
mod read;
mod recognise;
mod record_checks;
mod records;
mod rules;
mod share;
mod small;
mod texts;
#[cfg(feature = "zstd")]
mod traced;
mod validation;
mod waivers;

pub use codebook::codebook_rules;
pub use config::Config;
pub use dataset::{
    entry::{CitationPlace, Entry},
    view::Submission,
};
pub use diagnose::meant::{
    digit::plain_digit,
    field::{Resolve, field_value, placeholder},
    id::{short_slug, slug},
    reference::did_you_mean_id,
    value::value_as_written,
    word::nearest as nearest_word,
};
pub use engine::{Further, validate};
pub use fix::{Fixed, FixedFile};
pub use loaded::{InvalidError, Loaded, ReadablePart};
pub use names::{Likeness, Likenesses, NameTie, likenesses};
pub use read::{
    digest::sha256,
    error::{Error, TracesError},
    files::{files_below, is_record_file, read_file, record_files},
    input::Input,
    pattern::expand,
};
pub use record_checks::Checked;
#[doc(no_inline)]
pub use standpoint_report::{
    Code, Coverage, Diagnostic, Document, Edit, Fix, Level, Levels, LineColumn, Location, Pace, Progress, RENDERERS,
    Related, Renderer, Report, SectionCoverage, Sentence, Style, printable, report_schema,
};
pub use texts::{TextFile, TextRecord, Texts};
pub use validation::Validation;
