//! The hash by which a text is known.

use std::hash::{BuildHasher, Hasher};

use foldhash::fast::SeedableRandomState;

/// The hash by which a text is known.
pub(crate) fn hash_of(hash: &SeedableRandomState, text: &[u8]) -> u64 {
    let mut hasher = hash.build_hasher();
    hasher.write(text);
    hasher.finish()
}
