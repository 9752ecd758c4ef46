//! Which values of a record the rules ask for, where they stand, and where they go in a sketch: one list.

use foldhash::fast::SeedableRandomState;
use standpoint_model::{
    AliasType, Channel, ConditionType, Format, Kind, Measure, Modality, Occurrence, PlaceRole, PositionForm, Role,
    Stance, Status, Topic, Verdict,
};

use super::days::Days;

/// A value with a slot.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Leaf {
    pub(crate) slot: Slot,
    /// The kind that an id names; of no matter for anything else.
    pub(crate) kind: Kind,
    /// The hash of an id or a text, the place of a word in its vocabulary, a number itself, both [days](Days) of a date.
    pub(crate) value: u64,
}

/// Declares the slots, the JSON Pointers of their values (`*` stands for the items of a list), and the fields of a sketch
/// that take them. The type of a field says what it takes of a leaf.
///
/// The fields under `once` are the record's own. `each` declares a list of objects: the leaf of an object itself comes
/// first and begins a new item; the leaves of its parts fill the last item.
macro_rules! slots {
    (
        once { $($(#[$about:meta])* $field:ident: $content:ty = $($slot:ident $places:tt)|+;)* }
        $(
            $(#[$about_item:meta])*
            each $item:ident in $items:ident begins $($start:ident $starts:tt)|+ {
                $($(#[$about_part:meta])* $part:ident: $part_content:ty $(= $part_slot:ident $part_places:tt)?;)*
            }
        )*
    ) => {
        /// What a value is to the rules. The recogniser hands over the values that have a slot.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Slot {
            /// None: the schema alone has to do with it.
            None,
            $($($slot,)+)*
            $($($start,)+ $($($part_slot,)?)*)*
        }

        impl Slot {
            /// The JSON Pointers of the values with a slot. A place that several kinds have is the same slot in each.
            pub(super) const PLACES: &[(Self, &[&str])] = &[
                $($((Self::$slot, &$places),)+)*
                $($((Self::$start, &$starts),)+ $($((Self::$part_slot, &$part_places),)?)*)*
            ];

            /// Whether the value itself matters to some rule, and not only that there is one.
            pub(super) const fn is_told_apart(self) -> bool {
                match self {
                    Self::None $($(| Self::$start)+)* => false,
                    $($(Self::$slot)|+ => <$content as Content>::IS_TOLD_APART,)*
                    $($($(Self::$part_slot => <$part_content as Content>::IS_TOLD_APART,)?)*)*
                }
            }
        }

        /// A recognised record. Texts and ids stand as hashes: where two differ, what they stand for differs.
        pub(crate) struct Sketch {
            pub(super) hash: SeedableRandomState,
            pub(crate) kind: Option<Kind>,
            $($(#[$about])* pub(crate) $field: $content,)*
            $($(#[$about_item])* pub(crate) $items: Vec<$item>,)*
        }

        $(
            $(#[$about_item])*
            #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
            pub(crate) struct $item {
                $($(#[$about_part])* pub(crate) $part: $part_content,)*
            }
        )*

        impl Sketch {
            /// A sketch of nothing yet, whose hashes are made by `hash`.
            pub(crate) fn new(hash: SeedableRandomState) -> Self {
                Self { hash, kind: None, $($field: Default::default(),)* $($items: Vec::new(),)* }
            }

            /// Forgets the record. The lists keep their memory for the next one.
            pub(super) fn clear(&mut self) {
                self.kind = None;
                $(Content::clear(&mut self.$field);)*
                $(self.$items.clear();)*
            }

            pub(super) fn add(&mut self, leaf: Leaf) {
                match leaf.slot {
                    Slot::None => {}
                    $($(Slot::$slot)|+ => self.$field.fill(leaf),)*
                    $(
                        $(Slot::$start)|+ => {
                            let item = $item::begun(self, leaf.slot);
                            self.$items.push(item);
                        }
                        $($(Slot::$part_slot => if let Some(item) = self.$items.last_mut() { item.$part.fill(leaf) },)?)*
                    )*
                }
            }
        }
    };
}

slots! {
    once {
        own: u64 = Own["/id"];
        status: Option<Status> = Status["/status"];
        has_note: bool = Note["/note"];
        has_waiver: bool = Waiver["/allow/*"];
        modality: Option<Modality> = Modality["/basis/modality"];
        /// The paths of the fields that the dataset read into its sources.
        read_fields: Vec<u64> = ReadField["/basis/readings/*/fields/*"];
        when: Option<Days> = When["/when"];
        due: Option<Days> = Due["/due"];
        /// Which of the words of its kind's own `type` it has.
        r#type: Option<usize> = Type["/type"];
        occurrence: Option<Occurrence> = Occurrence["/occurrence"];
        has_outcome: bool = Outcome["/outcome"];
        form: Option<PositionForm> = Form["/form"];
        verdict: Option<Verdict> = Verdict["/verdict"];
        /// Whether a post is that of a head.
        is_head: bool = Head["/head"];
        /// The name of an actor or a place, in lower case and without white space.
        name: u64 = Name["/name"];
        title: u64 = Title["/title"];
        text: Option<u64> = Text["/text", "/summary", "/description"];
        /// Whether it has a text that the rules about texts have to look at.
        has_marked_text: bool = MarkedText[];
        /// How many letters the codes of its languages have.
        languages: Vec<u64> = Language["/language", "/languages/*", "/aliases/*/language"];
        country: Option<u64> = Country["/country"];
        overlaps: Vec<u64> = Overlap["/overlaps/*"];
        /// Zero if it is zero, one if not.
        longitude: Option<u64> = Longitude["/location/longitude"];
        /// As for the longitude.
        latitude: Option<u64> = Latitude["/location/latitude"];
        rank: Option<u64> = Rank["/rank"];
        topic: Option<Topic> = Topic["/topic"];
        measure: Option<Measure> = Measure["/measure"];
        unit: Option<u64> = Unit["/unit"];
        population: Option<u64> = Population["/population"];
        /// Each of the three is an [amount](ordered) whose order is that of the numbers.
        low: Option<u64> = Low["/value/low"];
        best: Option<u64> = Best["/value/best"];
        high: Option<u64> = High["/value/high"];
        is_approximate: bool = Approximate["/value/approximate"];
        has_words: bool = Words["/value/words", "/at/words", "/salience/words"];
        has_salience: bool = Salience["/salience"];
        at_low: Option<u64> = AtLow["/at/low"];
        at_best: Option<u64> = AtBest["/at/best"];
        at_high: Option<u64> = AtHigh["/at/high"];
        scale_from: Option<u64> = ScaleFrom["/scale/from/value"];
        scale_to: Option<u64> = ScaleTo["/scale/to/value"];
        url: Option<u64> = Url["/url"];
        digest: Option<u64> = Digest["/text/sha256"];
        length: Option<u64> = Length["/text/length"];
        is_quotable: bool = Quotable["/quotable"];
        published: Option<Days> = Published["/published"];
        accessed: Option<Days> = Accessed["/accessed"];
        created: Option<Days> = Created["/created"];
        modified: Option<Days> = Modified["/modified"];
        format: Option<Format> = Format["/format"];
        /// The ids that stand alone.
        named: Vec<Reference> = Within["/within"] | PartOf["/part_of"] | Subject["/subject"] | Object["/object"]
            | About["/about"] | Actor["/actor"] | Seat["/seat"] | Issue["/issue"] | In["/in"]
            | By["/basis/standpoints/*/by"] | SectionOf["/sections/*/of"] | Bearing["/bears_on/*/position"];
        /// The items of the lists of ids, list by list.
        listed: Vec<Reference> = Follows["/follows/*"] | CausedBy["/caused_by/*"] | AgendaItem["/issues/*"]
            | Serves["/serves/*"] | Concern["/about/*"] | Towards["/towards/*"] | Support["/supported_by/*"]
            | HolderOfPosition["/holders/*"] | Answered["/answers/*"] | Debtor["/owed_by/*"] | Creditor["/owed_to/*"]
            | Addressee["/addressed_to/*"] | Carrier["/carried_by/*"] | Counted["/of/*"] | Mention["/mentions/*"]
            | Member["/members/*"] | Report["/reports/*"]
            | TensionHolder["/basis/tensions/*/holders/*"];
        /// The triggers of its conditions, condition by condition.
        triggers: Vec<Reference> = Trigger["/conditions/*/on/*"];
        /// The records with which it says that it is in tension.
        tensions: Vec<Reference> = Tension["/basis/tensions/*/with"];
    }

    /// A citation.
    each Citation in citations begins
        Citation["/basis/evidence/*", "/evidence/*"] | StandpointCitation["/basis/standpoints/*/evidence/*"]
            | ConditionCitation["/conditions/*/evidence/*"]
    {
        supports: Supported;
        source: u64 = Source[
            "/basis/evidence/*/source", "/evidence/*/source", "/basis/standpoints/*/evidence/*/source",
            "/conditions/*/evidence/*/source"
        ];
        start: Option<u64> = SpanStart[
            "/basis/evidence/*/span/start", "/evidence/*/span/start", "/basis/standpoints/*/evidence/*/span/start",
            "/conditions/*/evidence/*/span/start"
        ];
        end: Option<u64> = SpanEnd[
            "/basis/evidence/*/span/end", "/evidence/*/span/end", "/basis/standpoints/*/evidence/*/span/end",
            "/conditions/*/evidence/*/span/end"
        ];
        has_quote: bool = Quote[
            "/basis/evidence/*/quote", "/evidence/*/quote", "/basis/standpoints/*/evidence/*/quote",
            "/conditions/*/evidence/*/quote"
        ];
        has_locator: bool = Locator[
            "/basis/evidence/*/locator", "/evidence/*/locator", "/basis/standpoints/*/evidence/*/locator",
            "/conditions/*/evidence/*/locator"
        ];
        has_words: bool = CitedWords[
            "/basis/evidence/*/words", "/evidence/*/words", "/basis/standpoints/*/evidence/*/words",
            "/conditions/*/evidence/*/words"
        ];
    }

    /// A standpoint.
    each Standpoint in standpoints begins Standpoint["/basis/standpoints/*"] {
        holder: u64 = Holder["/basis/standpoints/*/holder"];
        stance: Option<Stance> = Stance["/basis/standpoints/*/stance"];
        via: Option<Channel> = Via["/basis/standpoints/*/via"];
        when: Option<Days> = StandpointWhen["/basis/standpoints/*/when"];
    }

    /// A condition.
    each Condition in conditions begins Condition["/conditions/*"] {
        /// How many triggers the conditions before it have.
        before: usize;
        r#type: Option<ConditionType> = ConditionType["/conditions/*/type"];
        has_words: bool = ConditionWords["/conditions/*/words"];
    }

    /// Another name of an actor or a place, as [`Sketch::name`] is written.
    each Alias in aliases begins Alias["/aliases/*"] {
        text: u64 = AliasText["/aliases/*/text"];
        /// As it is written.
        spelling: u64 = AliasSpelling[];
        r#type: Option<AliasType> = AliasType["/aliases/*/type"];
    }

    /// An identifier that somebody gave to what the record is about.
    each Code in codes begins Code["/codes/*"] {
        scheme: u64 = CodeScheme["/codes/*/scheme"];
        value: u64 = CodeValue["/codes/*/value"];
    }

    /// An actor's part in an event.
    each Participant in parties begins Participant["/participants/*"] {
        actor: u64 = ParticipantActor["/participants/*/actor"];
        role: Option<Role> = ParticipantRole["/participants/*/role"];
    }

    /// A place's part in an event.
    each EventPlace in places begins EventPlace["/places/*"] {
        place: u64 = Place["/places/*/place"];
        role: Option<PlaceRole> = PlaceRole["/places/*/role"];
    }
}

/// What a citation is evidence of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Supported {
    /// The record itself.
    #[default]
    Record,
    /// The standpoint at this place in its list.
    Standpoint(usize),
    /// The condition at this place in its list.
    Condition(usize),
}

/// A number that is not negative, as one whose order is the same.
pub(crate) fn ordered(amount: f64) -> u64 {
    // Adding 0 turns a negative zero into a positive one.
    (amount + 0.0).to_bits()
}

impl Slot {
    /// The slot of the value at a JSON Pointer.
    pub(super) fn at(pointer: &str) -> Self {
        let found = Self::PLACES.iter().find(|(_, places)| places.contains(&pointer));
        found.map_or(Self::None, |(slot, _)| *slot)
    }

    /// The field of the record that holds the values, or lists them. None, if they lie deeper.
    pub(crate) fn field(self) -> Option<&'static str> {
        let (_, places) = Self::PLACES.iter().find(|(slot, _)| *slot == self)?;
        let field = places.first()?.strip_prefix('/')?;
        Some(field.strip_suffix("/*").unwrap_or(field)).filter(|field| !field.contains('/'))
    }

    /// Whether it is a name, whose spelling may vary.
    pub(super) const fn is_name(self) -> bool {
        matches!(self, Self::Name | Self::AliasText)
    }
}

/// An id of another record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reference {
    pub(crate) slot: Slot,
    pub(crate) id: u64,
    pub(crate) kind: Kind,
}

/// An object in a list.
trait Item: Default {
    /// The item that begins with `slot`.
    fn begun(_: &Sketch, _slot: Slot) -> Self {
        Self::default()
    }
}

impl Item for Citation {
    fn begun(sketch: &Sketch, slot: Slot) -> Self {
        // What is supported begins before its evidence.
        let last = |items: usize| items.saturating_sub(1);
        let supports = match slot {
            Slot::StandpointCitation => Supported::Standpoint(last(sketch.standpoints.len())),
            Slot::ConditionCitation => Supported::Condition(last(sketch.conditions.len())),
            _ => Supported::Record,
        };
        Self { supports, ..Self::default() }
    }
}

impl Item for Standpoint {}

impl Item for Condition {
    fn begun(sketch: &Sketch, _: Slot) -> Self {
        Self { before: sketch.triggers.len(), ..Self::default() }
    }
}

impl Item for EventPlace {}
impl Item for Alias {}
impl Item for Code {}
impl Item for Participant {}

/// What a field of a sketch takes of a leaf.
trait Content: Default {
    const IS_TOLD_APART: bool = true;

    fn fill(&mut self, leaf: Leaf);

    fn clear(&mut self) {
        *self = Self::default();
    }
}

/// That there is one.
impl Content for bool {
    const IS_TOLD_APART: bool = false;

    fn fill(&mut self, _: Leaf) {
        *self = true;
    }
}

/// The value of a field that each record of its kind has.
impl Content for u64 {
    fn fill(&mut self, leaf: Leaf) {
        *self = leaf.value;
    }
}

impl<T: Value> Content for Option<T> {
    fn fill(&mut self, leaf: Leaf) {
        *self = T::of(leaf);
    }
}

impl<T: Value> Content for Vec<T> {
    fn fill(&mut self, leaf: Leaf) {
        self.extend(T::of(leaf));
    }

    fn clear(&mut self) {
        self.clear();
    }
}

/// The value that a leaf stands for.
trait Value: Sized {
    fn of(leaf: Leaf) -> Option<Self>;
}

impl Value for u64 {
    fn of(leaf: Leaf) -> Option<Self> {
        Some(leaf.value)
    }
}

impl Value for usize {
    fn of(leaf: Leaf) -> Option<Self> {
        Self::try_from(leaf.value).ok()
    }
}

impl Value for Days {
    fn of(leaf: Leaf) -> Option<Self> {
        Some(Self::unpacked(leaf.value))
    }
}

impl Value for Reference {
    fn of(Leaf { slot, kind, value }: Leaf) -> Option<Self> {
        Some(Self { slot, id: value, kind })
    }
}

/// Words of vocabularies, which the schemas list in the same order.
macro_rules! words {
    ($($vocabulary:ty),*) => {$(
        impl Value for $vocabulary {
            fn of(leaf: Leaf) -> Option<Self> {
                Self::ALL.get(usize::of(leaf)?).copied()
            }
        }
    )*};
}

words!(
    AliasType,
    Channel,
    ConditionType,
    Format,
    Measure,
    Modality,
    Occurrence,
    PlaceRole,
    PositionForm,
    Role,
    Stance,
    Status,
    Topic,
    Verdict
);
