//! What `random` picks by: chance, or the day.

use std::hash::{BuildHasher, RandomState};
use std::time::UNIX_EPOCH;

use crate::glossary::day::Day;
use crate::settings::World;

/// The seconds of a day.
const DAY: u64 = 86_400;

/// A number that nobody knows beforehand; with `daily` that of the day in UTC, which every process on that day shares.
///
/// The day is that of `HAYAMI_TODAY` (`YYYY-MM-DD`), so that tests and documents know what comes, or else that of the clock.
///
/// # Errors
/// What `HAYAMI_TODAY` holds, if it is no day.
pub fn seed(daily: bool, world: &World<'_>) -> Result<i64, String> {
    if !daily {
        // Every process draws the keys of its hash tables anew: chance enough to pick something to read.
        return Ok(RandomState::new().hash_one(()).cast_signed());
    }
    match world.set("HAYAMI_TODAY") {
        Some(text) => text.parse().map(|day: Day| day.number()).map_err(|_| text),
        None => Ok(world.now.duration_since(UNIX_EPOCH).map_or(0, |time| (time.as_secs() / DAY).cast_signed())),
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::time::{Duration, UNIX_EPOCH};

    use super::seed;
    use crate::settings::World;

    fn of_the_day(today: Option<&str>, seconds: u64) -> Result<i64, String> {
        let var = |name: &str| today.filter(|_| name == "HAYAMI_TODAY").map(OsString::from);
        seed(true, &World { var: &var, stdout: None, stderr: None, now: UNIX_EPOCH + Duration::from_secs(seconds) })
    }

    #[test]
    fn a_day_has_one_seed_and_the_next_another() {
        assert_eq!(of_the_day(None, 20_595 * 86_400), Ok(20_595));
        assert_eq!(of_the_day(None, 20_596 * 86_400 - 1), Ok(20_595));
        assert_eq!(of_the_day(None, 20_596 * 86_400), Ok(20_596));
        assert_eq!(of_the_day(Some(""), 86_400), Ok(1));
        assert_eq!(of_the_day(Some("2026-05-22"), 0), Ok(20_595));
        assert_eq!(of_the_day(Some("2026-05"), 0), Err("2026-05".to_owned()));
    }

    #[test]
    fn chance_differs() {
        let world = World { var: &|_| None, stdout: None, stderr: None, now: UNIX_EPOCH };
        assert_ne!(seed(false, &world), seed(false, &world));
    }
}
