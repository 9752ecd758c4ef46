//! What the formats hold, read back, and how exports fail.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "the helpers of tests fail by panicking too, and read fixtures"
)]

mod canonical;
mod file;
mod json;
mod markdown;
mod sample;
mod table;
