//! What `random` picks by: chance, or the day.

use std::hash::{BuildHasher, RandomState};

use crate::settings::World;
use crate::settings::today::today;

/// A number that nobody knows beforehand; with `daily` that of the [day](today), which every process on that day shares.
///
/// # Errors
/// What `HAYAMI_TODAY` holds, if it is no day.
pub fn seed(daily: bool, world: &World<'_>) -> Result<i64, String> {
    if !daily {
        // Every process draws the keys of its hash tables anew: chance enough to pick something to read.
        return Ok(RandomState::new().hash_one(()).cast_signed());
    }
    today(world)
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::time::{Duration, UNIX_EPOCH};

    use super::seed;
    use crate::settings::World;

    fn of_the_day(today: Option<&str>, seconds: u64) -> Result<i64, String> {
        let var = |name: &str| today.filter(|_| name == "HAYAMI_TODAY").map(OsString::from);
        seed(true, &World { var: &var, stdout: None, stderr: None, reads_terminal: false, now: UNIX_EPOCH + Duration::from_secs(seconds) })
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
        let world = World { var: &|_| None, stdout: None, stderr: None, reads_terminal: false, now: UNIX_EPOCH };
        assert_ne!(seed(false, &world), seed(false, &world));
    }
}
