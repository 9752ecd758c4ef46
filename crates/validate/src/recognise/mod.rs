//! The fast path: most records are good, and are recognised in one pass over their bytes without building a value.
//!
//! It may only accept. Whatever it does not recognise at once (an escape in an id, an unusual number, anything wrong)
//! goes to the exact path, so it can be small. What it accepts the schema accepts, because the [`Grammar`] that it walks
//! is compiled from the schemas themselves, and what a type of the model knows beyond the schema it asks of that type.

mod grammar;
mod hash;
mod memory;
mod scan;
pub(crate) mod sketch;
mod walk;

pub(crate) use grammar::Role;
pub(crate) use hash::hash_of;
#[cfg(feature = "fuzzing")]
pub(crate) use walk::common_date;
pub(crate) use walk::{Days, Leaf, Recogniser};
