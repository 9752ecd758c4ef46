#![doc = include_str!("../README.md")]

mod cite;
mod config;
mod dataset;
mod diagnose;
mod fix;
#[cfg(feature = "fuzzing")]
#[doc(hidden)]
pub mod fuzzing;
mod large;
mod read;
mod recognise;
mod record_checks;
mod report;
mod rules;
mod share;
mod stream;
mod text_marks;
mod validation;
mod verify;
mod waivers;

pub use cite::{Found, Occurrences, find, read_source_text};
pub use config::Config;
pub use diagnose::meant::reference::did_you_mean_id;
pub use fix::{Fixed, FixedFile};
pub use read::{digest::sha256, error::Error, pattern::expand, source_text::SourceText};
pub use record_checks::Checked;
pub use report::{
    code::Code,
    diagnostic::{Diagnostic, Edit, Fix, Level, Location, Related},
    document::{Document, LineColumn},
    levels::Levels,
    outcome::{InvalidError, Loaded, ReadablePart, Report, load, validate},
    pace::Pace,
    render::{RENDERERS, Renderer, Style, printable, report_schema},
};
pub use stream::{places, stream};
pub use validation::{Progress, Validation};
pub use verify::{Coverage, Sentence, Verification, verify};
