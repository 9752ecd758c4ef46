//! How fast a validation went.

use std::time::Duration;

use schemars::JsonSchema;
use serde::Serialize;

use crate::Report;

/// How fast a validation went.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Pace {
    /// How many seconds it took.
    pub seconds: f64,
    /// How many records were read a second, those included that are not valid.
    pub records_per_second: u64,
    /// How many bytes were read, once decompressed.
    pub bytes: u64,
    /// How many of them were read a second.
    pub bytes_per_second: u64,
    /// How many bytes of memory the process had at its peak. Absent, where the system does not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u64")]
    pub peak_memory: Option<u64>,
}

impl Pace {
    /// How fast it went to make a report in this time, and how many bytes of memory the process had at its peak.
    pub fn new(report: &Report, time: Duration, peak_memory: Option<u64>) -> Self {
        let scope = report.scope();
        // No clock is finer than a nanosecond.
        let nanoseconds = time.as_nanos().max(1);
        let rate = |count: u64| u64::try_from(u128::from(count) * 1_000_000_000 / nanoseconds).unwrap_or(u64::MAX);
        let records = scope.counts.records() + scope.refused;
        Self {
            seconds: time.as_secs_f64(),
            records_per_second: rate(records as u64),
            bytes: scope.bytes,
            bytes_per_second: rate(scope.bytes),
            peak_memory,
        }
    }
}
