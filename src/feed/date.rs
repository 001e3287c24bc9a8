//! The day of an item: the one that is written there, in the time zone that is written with it, which is the publisher's.

use jiff::fmt::rfc2822::DateTimeParser;
use jiff::fmt::temporal::Pieces;

use crate::glossary::day::Day;

/// The first day that an item can have; feeds are not older, so what is earlier was not meant.
const EARLIEST: i64 = 10_957;

/// The day that a date of RFC 822 (and its successors) or RFC 3339 names, if such a day is possible: no earlier than 2000, and no later than the
/// day after `today`, because somewhere it is tomorrow already.
pub fn day(text: &str, today: i64) -> Option<Day> {
    let text = text.trim();
    // A wrong day of the week says nothing about the date.
    let zoned = DateTimeParser::new().relaxed_weekday(true).parse_zoned(text);
    let date = zoned.map(|zoned| zoned.date()).or_else(|_| Pieces::parse(text).map(|pieces| pieces.date())).ok()?;
    let day: Day = date.to_string().parse().ok()?;
    (EARLIEST..=today + 1).contains(&day.number()).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days() {
        // 2026-08-04
        let today = 20_669;
        for (text, expected) in [
            ("Mon, 03 Aug 2026 22:00:00 GMT", Some("2026-08-03")),
            ("Wed, 24 Jun 2026 16:30:01 +0000", Some("2026-06-24")),
            ("3 Aug 2026 22:00 UT", Some("2026-08-03")),
            ("Mon, 3 Aug 2026 23:59:59 -0700", Some("2026-08-03")),
            ("Mon, 3 Aug 2026 23:59:59 PDT", Some("2026-08-03")),
            ("Sun, 03 Aug 2026 22:00:00 GMT", Some("2026-08-03")),
            ("03 Aug 26 22:00:00 GMT", Some("2026-08-03")),
            ("\n 2026-08-03T22:00:00Z ", Some("2026-08-03")),
            ("2026-08-03T23:30:00.123-07:00", Some("2026-08-03")),
            ("2026-08-03t22:00:00z", Some("2026-08-03")),
            ("2026-08-03", Some("2026-08-03")),
            ("2026-08-05T00:00:00+14:00", Some("2026-08-05")),
            ("2026-08-06T00:00:00Z", None),
            ("Thu, 01 Jan 2099 00:00:00 GMT", None),
            ("2000-01-01T00:00:00Z", Some("2000-01-01")),
            ("1999-12-31T00:00:00Z", None),
            ("Thu, 01 Jan 1970 00:00:00 GMT", None),
            ("Mon, 31 Feb 2026 22:00:00 GMT", None),
            ("2026-02-30T00:00:00Z", None),
            ("2026-08-03T25:00:00Z", None),
            ("August 3, 2026", None),
            ("03/08/2026", None),
            ("1785794400", None),
            ("", None),
        ] {
            assert_eq!(day(text, today).map(|day| day.to_string()).as_deref(), expected, "{text}");
        }
    }
}
