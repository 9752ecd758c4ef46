//! Digests of texts and files.

use std::fmt::Write;

use sha2::Digest;
use standpoint_model::Sha256;

/// The SHA-256 digest of bytes, or of a text in UTF-8, as spans and sources carry it.
///
/// ```
/// let digest = standpoint_validate::sha256("abc");
/// assert_eq!(digest.as_str(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
/// ```
pub fn sha256(bytes: impl AsRef<[u8]>) -> Sha256 {
    let mut digits = String::with_capacity(64);
    for byte in sha2::Sha256::digest(bytes) {
        let _ = write!(digits, "{byte:02x}");
    }
    Sha256::new(&digits).unwrap_or_else(|error| unreachable!("32 bytes are 64 digits: {error}"))
}
