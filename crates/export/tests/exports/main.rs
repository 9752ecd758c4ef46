//! What the formats hold, read back, and how exports fail.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "the helpers of tests fail by panicking too"
)]

mod canonical;
mod file;
mod json;
mod markdown;
mod sample;
mod table;
