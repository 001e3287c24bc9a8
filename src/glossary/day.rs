//! Calendar days.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar, kept as `YYYY-MM-DD`, so that the order of the texts is the order of the days.
///
/// Days are made by parsing; those that come out of a pack were parsed when it was packed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(String);

/// The text is not a real day in the form `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADay;

impl Day {
    /// The text form, `YYYY-MM-DD`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How many days after 1970-01-01 it is; negative before.
    pub fn number(&self) -> i64 {
        let date: Date = self.0.parse().unwrap_or(Date::MAX);
        date.duration_since(Date::constant(1970, 1, 1)).as_hours() / 24
    }

    /// The same day one year later; the 28th for a 29 February.
    pub fn a_year_later(&self) -> Self {
        let date: Date = self.0.parse().unwrap_or(Date::MAX);
        Self(date.saturating_add(jiff::Span::new().years(1)).to_string())
    }
}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let dashed = text.len() == 10 && text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-';
        match text.parse::<Date>() {
            Ok(date) if dashed && date.to_string() == text => Ok(Self(text.to_owned())),
            _ => Err(NotADay),
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, NotADay};

    #[test]
    fn real_days_only() {
        for good in ["2026-05-22", "2024-02-29", "0001-01-01"] {
            assert_eq!(good.parse::<Day>().map(|day| day.to_string()), Ok(good.to_owned()));
        }
        for bad in ["2026-02-29", "2026-13-01", "2026-5-2", "20260522", "2026-05-22T00:00", "", "soon", "二〇二六"] {
            assert_eq!(bad.parse::<Day>(), Err(NotADay), "{bad}");
        }
    }

    #[test]
    fn numbers() {
        for (text, number) in [("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2026-05-22", 20_595)] {
            assert_eq!(text.parse::<Day>().map(|day| day.number()), Ok(number), "{text}");
        }
    }

    #[test]
    fn a_year_later() {
        let later = |text: &str| text.parse::<Day>().map(|day| day.a_year_later().to_string());
        assert_eq!(later("2026-05-22"), Ok("2027-05-22".to_owned()));
        assert_eq!(later("2024-02-29"), Ok("2025-02-28".to_owned()));
    }
}
