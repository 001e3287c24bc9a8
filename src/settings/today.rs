//! Which day it is.

use std::time::UNIX_EPOCH;

use crate::glossary::day::Day;
use crate::settings::World;

/// The seconds of a day.
const DAY: u64 = 86_400;

/// The day in UTC, in days after 1970-01-01: that of `HAYAMI_TODAY` (`YYYY-MM-DD`), so that tests and documents know what comes, or else that of
/// the clock.
///
/// # Errors
/// What `HAYAMI_TODAY` holds, if it is no day.
pub fn today(world: &World<'_>) -> Result<i64, String> {
    match world.set("HAYAMI_TODAY") {
        Some(text) => text.parse().map(|day: Day| day.number()).map_err(|_| text),
        None => Ok(world.now.duration_since(UNIX_EPOCH).map_or(0, |time| (time.as_secs() / DAY).cast_signed())),
    }
}
