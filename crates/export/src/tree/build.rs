//! A tree as what a record is serialized into.

use std::io;

use serde::{
    Serialize,
    de::value::Error,
    ser::{Error as _, Impossible, SerializeSeq, SerializeStruct, Serializer},
};
use standpoint_model::Record;

use super::{Content, Node, Tree};

impl Tree {
    /// The values of `record`.
    pub(crate) fn of(record: &Record) -> io::Result<Self> {
        let mut tree = Self::default();
        tree.fill(record)?;
        Ok(tree)
    }

    /// Takes the values of `record` in place of those of another.
    pub(crate) fn fill(&mut self, record: &Record) -> io::Result<()> {
        self.texts.clear();
        self.nodes.clear();
        record.serialize(Builder { tree: self, field: "" }).map_err(io::Error::other)
    }
}

/// Adds one value to a tree.
struct Builder<'t> {
    tree: &'t mut Tree,
    /// The field that holds the value, if one does.
    field: &'static str,
}

/// Adds the values of a list or an object.
struct Below<'t> {
    tree: &'t mut Tree,
    /// The list or the object.
    node: usize,
}

impl<'t> Builder<'t> {
    fn add(self, content: Content) -> Below<'t> {
        let node = self.tree.nodes.len();
        self.tree.nodes.push(Node { field: self.field, content, end: node + 1 });
        Below { tree: self.tree, node }
    }
}

impl Below<'_> {
    fn add<T: ?Sized + Serialize>(&mut self, field: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(Builder { tree: self.tree, field })
    }

    fn close(self) {
        self.tree.nodes[self.node].end = self.tree.nodes.len();
    }
}

impl SerializeSeq for Below<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Error> {
        self.add("", value)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl SerializeStruct for Below<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, field: &'static str, value: &T) -> Result<(), Error> {
        self.add(field, value)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

/// What no record holds.
macro_rules! no_record_holds {
    ($($method:ident($($argument:ty),*) -> $ok:ty;)+) => {
        $(fn $method(self, $(_: $argument),*) -> Result<$ok, Error> {
            Err(Error::custom(concat!("a record holds no such value: ", stringify!($method))))
        })+
    };
}

impl<'t> Serializer for Builder<'t> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Below<'t>;
    type SerializeStruct = Below<'t>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStructVariant = Impossible<(), Error>;

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        let start = self.tree.texts.len();
        self.tree.texts.push_str(text);
        let end = self.tree.texts.len();
        self.add(Content::Text(start, end));
        Ok(())
    }

    fn serialize_bool(self, truth: bool) -> Result<(), Error> {
        self.add(Content::Boolean(truth));
        Ok(())
    }

    fn serialize_u16(self, number: u16) -> Result<(), Error> {
        self.serialize_u64(number.into())
    }

    fn serialize_u64(self, number: u64) -> Result<(), Error> {
        self.add(Content::Integer(number));
        Ok(())
    }

    fn serialize_f64(self, number: f64) -> Result<(), Error> {
        self.add(Content::Number(number));
        Ok(())
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Below<'t>, Error> {
        Ok(self.add(Content::List))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Below<'t>, Error> {
        Ok(self.add(Content::Object))
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        Err(Error::custom("a record holds no such value: serialize_newtype_variant"))
    }

    no_record_holds! {
        serialize_i8(i8) -> ();
        serialize_i16(i16) -> ();
        serialize_i32(i32) -> ();
        serialize_i64(i64) -> ();
        serialize_u8(u8) -> ();
        serialize_u32(u32) -> ();
        serialize_f32(f32) -> ();
        serialize_char(char) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_none() -> ();
        serialize_unit() -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_map(Option<usize>) -> Self::SerializeMap;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }
}
