//! Constructors that ask for what a thing must have, and leave out what it may have.

/// Declares `new` for a struct: its required fields in order, then the names of the others, which begin as they are read
/// when they are left out. The compiler asks for every field, so that none can be forgotten.
///
/// The structs are `#[non_exhaustive]`: a field that is added later breaks nobody who reads or makes them.
macro_rules! constructor {
    ($(#[$about:meta])* $name:ident($($required:ident: $type:ty),+) $($optional:ident),*; fact) => {
        $crate::constructor::constructor! {
            $(#[$about])*
            $name($($required: $type),+, basis: $crate::Basis)
            $($optional,)* codes, codings, language, handling, status, note, allow
        }
    };
    ($(#[$about:meta])* $name:ident($($required:ident: $type:ty),+) $($optional:ident),*) => {
        impl $name {
            /// Makes one of what it must have. Every other field is left out, and can be set afterwards.
            $(#[$about])*
            pub fn new($($required: $type),+) -> Self {
                Self { $($required,)+ $($optional: Default::default(),)* }
            }
        }
    };
}

pub(crate) use constructor;
