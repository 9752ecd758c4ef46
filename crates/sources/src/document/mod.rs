//! A document of any kind to its text, its headings and its pages.

mod decode;
#[cfg(feature = "docx")]
mod docx;
mod extracted;
mod headings;
mod html;
mod language;
mod paragraphs;
#[cfg(feature = "pdf")]
mod pdf;
mod plain;
mod reading;
mod sort;

#[cfg(feature = "pdf")]
pub use self::pdf::PDF_THREAD;
pub use self::{
    decode::{Decoded, decode},
    extracted::Document,
    headings::Heading,
    reading::{DocumentError, LARGEST_DOCUMENT, Reading},
};
pub(crate) use self::{headings::sections, language::guess as guess_language};
