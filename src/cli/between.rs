//! Whole numbers within bounds, with an error that says what to write.

use std::error::Error;
use std::fmt::{self, Display};
use std::str::FromStr;

/// What was written is no whole number, or not one within these bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotBetween {
    /// The least that may be written.
    pub least: u64,
    /// The most.
    pub most: u64,
}

impl Display for NotBetween {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "write a whole number from {} to {}", self.least, self.most)
    }
}

impl Error for NotBetween {}

/// The reader of a number from `least` to `most`.
pub(super) fn between<T>(least: T, most: T) -> impl Fn(&str) -> Result<T, NotBetween> + Clone
where
    T: FromStr + PartialOrd + Copy + TryInto<u64>,
{
    move |text| match text.parse() {
        Ok(number) if least <= number && number <= most => Ok(number),
        _ => {
            let bound = |number: T| number.try_into().unwrap_or(u64::MAX);
            Err(NotBetween { least: bound(least), most: bound(most) })
        }
    }
}
