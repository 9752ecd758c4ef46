//! The id of one kind becomes an id that may name several.

use crate::{
    Actor, Event, Id, Interest, Issue, Observation, Place, Position, Relationship, Source, Statement,
    id::{ActorOrPlace, AnyRecord, EventOrPosition, EventOrStatement},
};

macro_rules! widening {
    ($($mark:ident: $($narrower:ident)+;)+) => {
        $($(impl From<Id<$narrower>> for Id<$mark> {
            fn from(id: Id<$narrower>) -> Self {
                id.widened()
            }
        })+)+
    };
}

widening! {
    ActorOrPlace: Actor Place;
    EventOrPosition: Event Position;
    EventOrStatement: Event Statement;
    AnyRecord: Source Actor Place Event Relationship Interest Issue Position Observation Statement
        ActorOrPlace EventOrPosition EventOrStatement;
}
