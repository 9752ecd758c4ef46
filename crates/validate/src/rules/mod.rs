//! The rules over all that was submitted: one file each, one name each in the list at the end.

#![expect(clippy::trivially_copy_pass_by_ref, reason = "rules over all relations take the key of a group alike")]

mod after_end;
mod agreed_nowhere;
mod agreement_without_parties;
mod alias_of_another;
mod ambiguous_country;
mod answer_to_nothing;
mod bare_event;
mod base_iri_ending;
mod before_founding;
mod changed_position;
mod claim_without_holder;
mod claimant_without_part;
mod condition_cycle;
mod conflicting_figures;
mod contradiction;
mod contradictory_identities;
mod country_mismatch;
mod cycle;
mod dangling_reference;
mod dated_fact;
mod decided;
mod duplicate_fact;
mod duplicate_id;
mod duplicate_source;
mod empty_condition;
mod estimate_without_estimator;
mod event_cycle;
#[cfg(test)]
mod fixture;
mod forbidden_quote;
mod former_country;
mod fulfilled_and_breached;
mod future_date;
mod held_by_nobody;
mod holder_without_part;
mod identity_members;
mod illegal_endpoint;
mod impossible_chronology;
mod interest_ranks;
mod islamic_calendar;
mod larger_within_smaller;
mod later_than_source;
mod lifetime;
pub(crate) mod log;
mod long_language_code;
mod misfit_unit;
mod misplaced_answer;
mod misplaced_measure;
mod misplaced_reading;
mod missing_manifest;
mod mutual_subordination;
mod null_island;
mod number_in_words;
mod observation_before_event;
mod off_scale;
mod older_sources;
pub(crate) mod outdated_format;
mod part_above_whole;
mod parts_above_total;
mod place_cycle;
mod place_outside_country;
mod placeholder_text;
mod plan_as_fact;
mod plan_before_source;
mod possible_duplicate;
mod premature_standpoint;
#[cfg(test)]
mod proof;
mod quote_digest;
mod rank;
mod record_cycle;
pub(crate) mod relation;
pub(crate) mod relations;
mod repeated_alias;
mod repeated_citation;
mod repeated_item;
mod repeated_participant;
mod repeated_scheme;
mod repeats;
mod retracted_reference;
pub(crate) mod rule;
pub(crate) mod runs;
mod same_by_spelling;
mod scale_without_extent;
mod second_manifest;
mod self_contradicting_holder;
mod self_inflicted;
mod self_reference;
mod self_relationship;
mod sentinel_date;
mod share_above_whole;
mod shared_alias;
mod shared_code;
mod shared_name;
mod span_out_of_bounds;
mod stale_manifest;
mod stated_but_contested;
mod statement_ranks;
mod texts;
mod time;
pub(crate) mod trace;
mod two_controllers;
mod two_heads;
mod uncited_source;
mod undated_strength;
mod unexplained_inference;
mod unexplained_measure;
mod unexplained_retraction;
mod unknown_country_code;
mod unlinked_contradiction;
mod unlocated_citation;
pub(crate) mod unlocated_words;
mod unreferenced_record;
mod unsaid_plan;
mod untidy_text;

use standpoint_model::Kind;

use self::{
    relation::{GroupRule, Relation},
    rule::{Check, Rule},
};
use crate::recognise::Sketch;

/// Declares which rules there are: those about single records, by the kinds that they are about, and those about several.
///
/// A rule about single records has a `doubt`: whether the rule may find something in a record, told by its sketch alone. No
/// doubt is narrower than its rule, and most are no wider. The `mod` lines stand outside, because rustfmt and cargo-mutants
/// do not look for modules in macros. A rule that has a `mod` line alone is dead code, which the compiler reports.
macro_rules! rules {
    (
        record { any: $($any:ident),*; $($kind:ident: $($of_kind:ident),*;)* }
        groups { $($over_groups:ident),* }
        dataset { $($over_all:ident),* }
    ) => {
        /// Every rule.
        pub(crate) static RULES: &[&Rule] =
            &[$(&$any::RULE,)* $($(&$of_kind::RULE,)*)* $(&$over_groups::RULE,)* $(&$over_all::RULE,)*];

        /// Whether some rule about single records may have something to say about this one.
        pub(crate) fn is_doubtful(record: &Sketch) -> bool {
            false $(|| $any::doubt(record))* || match record.kind {
                $(Some(Kind::$kind) => false $(|| $of_kind::doubt(record))*,)*
                _ => false,
            }
        }

        /// The doubts by themselves, each with its rule.
        #[cfg(test)]
        static DOUBTS: &[(&Rule, fn(&Sketch) -> bool)] = &[
            $((&$any::RULE, $any::doubt),)*
            $($((&$of_kind::RULE, |record| record.is(Kind::$kind) && $of_kind::doubt(record)),)*)*
        ];

        // What is said to look at no record by itself needs no doubt.
        const _: () = {
            $(assert!(matches!($over_groups::RULE.check, Check::Groups));)*
            $(assert!(matches!($over_all::RULE.check, Check::Dataset(_)));)*
        };
    };
}

rules! {
    record {
        any:
            claim_without_holder, empty_condition, estimate_without_estimator, impossible_chronology, long_language_code,
            misplaced_reading, number_in_words, placeholder_text, quote_digest, repeated_alias, repeated_citation, repeated_item,
            repeated_scheme, self_contradicting_holder, self_reference, sentinel_date, share_above_whole, stated_but_contested,
            unexplained_inference, unexplained_retraction, unlocated_citation, unlocated_words, untidy_text;
        Dataset: base_iri_ending, outdated_format;
        Actor: country_mismatch, unknown_country_code;
        Place: ambiguous_country, null_island;
        Event:
            agreement_without_parties, bare_event, claimant_without_part, fulfilled_and_breached, plan_as_fact,
            premature_standpoint, repeated_participant, self_inflicted, unsaid_plan;
        Relationship: illegal_endpoint, self_relationship;
        Issue: scale_without_extent;
        Position: agreed_nowhere, answer_to_nothing, held_by_nobody;
        Observation: misfit_unit, misplaced_measure, undated_strength, unexplained_measure;
        Identity: identity_members;
    }
    groups {
        after_end, alias_of_another, before_founding, changed_position, condition_cycle, conflicting_figures,
        contradictory_identities, dangling_reference, duplicate_fact, duplicate_id, duplicate_source, event_cycle,
        forbidden_quote, former_country, future_date, holder_without_part, interest_ranks, islamic_calendar,
        larger_within_smaller, later_than_source, misplaced_answer, mutual_subordination, observation_before_event,
        off_scale, older_sources, part_above_whole, parts_above_total, place_cycle, place_outside_country,
        plan_before_source, possible_duplicate, record_cycle, retracted_reference, same_by_spelling, second_manifest,
        shared_alias, shared_code, shared_name, span_out_of_bounds, stale_manifest, statement_ranks, two_controllers,
        two_heads, uncited_source, unlinked_contradiction, unreferenced_record
    }
    dataset { missing_manifest }
}

/// Gives `$then` the relations, and of each the rules over it. Whatever does something with each of them begins here, so
/// that a relation is one file and one line.
macro_rules! with_relations {
    ($then:ident) => {
        $then! {
            changes: Changes [changed_position::check];
            ids: Ids [
                dangling_reference::check, duplicate_id::check, retracted_reference::check, uncited_source::check,
                unreferenced_record::check,
            ];
            facts: Facts [duplicate_fact::check];
            figures: Figures [conflicting_figures::check];
            meetings: Meetings [possible_duplicate::check];
            codes: Codes [shared_code::check];
            copies: Copies [duplicate_source::check];
            names: Names [alias_of_another::check, shared_alias::check, shared_name::check];
            ranks: Ranks [interest_ranks::check, statement_ranks::check];
            lifetimes: Lifetimes [after_end::check, before_founding::check, former_country::check];
            chronology: Chronology [
                impossible_chronology::check_order, observation_before_event::check, plan_as_fact::check_event,
            ];
            sources: Sources [
                forbidden_quote::check, islamic_calendar::check, later_than_source::check, older_sources::check,
                plan_before_source::check, span_out_of_bounds::check, unlocated_citation::check_source,
            ];
            dates: Dates [future_date::check, second_manifest::check, stale_manifest::check];
            endpoints: Endpoints [illegal_endpoint::check];
            ties: Ties [mutual_subordination::check];
            postures: Postures [unlinked_contradiction::check];
            enclosure: Enclosure [larger_within_smaller::check, place_outside_country::check];
            scales: Scales [off_scale::check];
            talks: Talks [agreed_nowhere::check_event, holder_without_part::check, misplaced_answer::check];
            tenures: Tenures [two_controllers::check, two_heads::check];
            tolls: Tolls [part_above_whole::check];
            totals: Totals [parts_above_total::check];
            verdicts: Verdicts [contradictory_identities::check, identity_members::check_types, same_by_spelling::check];
            chains: Chains [
                condition_cycle::check, event_cycle::check, mutual_subordination::check_rings, place_cycle::check,
                record_cycle::check,
            ];
        }
    };
}
pub(crate) use with_relations;

/// A relation and the rules over it.
pub(crate) trait Ruled: Relation {
    const RULES: &'static [GroupRule<Self>];
}

macro_rules! ruled {
    ($($name:ident: $relation:ident [$($rule:path),+ $(,)?];)+) => {
        $(impl Ruled for relations::$relation {
            const RULES: &'static [GroupRule<Self>] = &[$($rule),+];
        })+
    };
}
with_relations!(ruled);
