//! Bisects sorted text, as look(1) does.

use std::cmp::Ordering;

use memchr::{memchr, memrchr};

/// The lines of `table` whose first field is `key`: that field and what follows the tab after it. `table` must be sorted by bytes and end with a line end.
pub fn under<'t, 'k>(table: &'t [u8], key: &'k [u8]) -> impl Iterator<Item = (&'t [u8], &'t [u8])> + use<'t, 'k> {
    let (mut low, mut high) = (0, table.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = memrchr(b'\n', &table[low..middle]).map_or(low, |at| low + at + 1);
        if is_before(&table[start..], key) {
            low = middle + memchr(b'\n', &table[middle..]).map_or(table.len() - middle, |at| at + 1);
        } else {
            high = start;
        }
    }
    lines(&table[low..]).map_while(move |line| Some((line.get(..key.len()).filter(|field| *field == key)?, line[key.len()..].strip_prefix(b"\t")?)))
}

/// Whether a line sorts before every line that begins with `key` and a tab.
fn is_before(line: &[u8], key: &[u8]) -> bool {
    let shared = line.len().min(key.len());
    match line[..shared].cmp(&key[..shared]) {
        Ordering::Equal => shared < key.len() || line.get(shared).is_none_or(|&b| b < b'\t'),
        order => order == Ordering::Less,
    }
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
    use super::under;

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
        assert_eq!(under(b"", b"a").count(), 0);
    }
}
