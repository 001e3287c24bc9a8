//! Bisects sorted text, as look(1) does.

use std::cmp::Ordering;

use memchr::{memchr, memrchr};

/// The lines of `table` whose first field is `key`: that field and what follows the tab after it. `table` must be sorted by bytes and end
/// with a line end.
pub fn under<'t, 'k>(table: &'t [u8], key: &'k [u8]) -> impl Iterator<Item = (&'t [u8], &'t [u8])> + use<'t, 'k> {
    let exact = move |line: &'t [u8]| Some((line.strip_prefix(key)?.strip_prefix(b"\t")?, &line[..key.len()]));
    lines(&table[first(table, key, b'\t')..]).map_while(exact).map(|(rest, key)| (key, rest))
}

/// The lines of `table` that begin with `prefix`. `table` must be sorted by bytes and end with a line end.
pub fn beginning<'t, 'p>(table: &'t [u8], prefix: &'p [u8]) -> impl Iterator<Item = &'t [u8]> + use<'t, 'p> {
    lines(&table[first(table, prefix, 0)..]).take_while(move |line| line.starts_with(prefix))
}

/// Where the first line begins that does not sort before `key` followed by `next`.
fn first(table: &[u8], key: &[u8], next: u8) -> usize {
    let (mut low, mut high) = (0, table.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = memrchr(b'\n', &table[low..middle]).map_or(low, |at| low + at + 1);
        let line = &table[start..];
        let shared = line.len().min(key.len());
        let is_before = match line[..shared].cmp(&key[..shared]) {
            Ordering::Equal => line.get(shared).is_none_or(|&b| b < next),
            order => order == Ordering::Less,
        };
        if is_before {
            low = middle + memchr(b'\n', &table[middle..]).map_or(table.len() - middle, |at| at + 1);
        } else {
            high = start;
        }
    }
    low
}

/// All lines of a text, without their line ends.
pub fn lines(mut text: &[u8]) -> impl Iterator<Item = &[u8]> {
    std::iter::from_fn(move || {
        if text.is_empty() {
            return None;
        }
        let line = first_line(text);
        text = &text[(line.len() + 1).min(text.len())..];
        Some(line)
    })
}

/// What stands before the first line end.
pub fn first_line(text: &[u8]) -> &[u8] {
    &text[..memchr(b'\n', text).unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::{beginning, under};

    #[test]
    fn finds_every_line_and_no_other() {
        let table = b"a\t1\nab\t2\nab\t3\nab-c\t4\nabc\t5\nb\t6\n\xe3\x81\x82\t7\n";
        for (key, found) in [
            ("a", &["1"][..]),
            ("ab", &["2", "3"]),
            ("ab-c", &["4"]),
            ("abc", &["5"]),
            ("b", &["6"]),
            ("あ", &["7"]),
            ("", &[]),
            ("0", &[]),
            ("aa", &[]),
            ("abcd", &[]),
            ("z", &[]),
            ("ん", &[]),
        ] {
            let values: Vec<&str> = under(table, key.as_bytes()).map(|(_, value)| std::str::from_utf8(value).expect("UTF-8")).collect();
            assert_eq!(values, found, "{key:?}");
        }
        for (prefix, count) in [("a", 5), ("ab", 4), ("ab-", 1), ("b", 1), ("あ", 1), ("", 7), ("z", 0)] {
            assert_eq!(beginning(table, prefix.as_bytes()).count(), count, "{prefix:?}");
        }
        assert_eq!(under(b"", b"a").count(), 0);
    }
}
