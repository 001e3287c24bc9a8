//! Bisects sorted text, as look(1) does.

use memchr::{memchr, memrchr};

/// The lines of `text` that begin with `prefix`, without their line ends. `text` must be sorted by bytes and end with a line end.
pub fn lines_with_prefix<'t, 'p>(text: &'t [u8], prefix: &'p [u8]) -> impl Iterator<Item = &'t [u8]> + use<'t, 'p> {
    let (mut low, mut high) = (0, text.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = memrchr(b'\n', &text[low..middle]).map_or(low, |at| low + at + 1);
        let line = first_line(&text[start..]);
        if line[..line.len().min(prefix.len())] < *prefix {
            low = start + line.len() + 1;
        } else {
            high = start;
        }
    }
    lines(&text[low.min(text.len())..]).take_while(move |line| line.starts_with(prefix))
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
    use super::lines_with_prefix;

    #[test]
    fn finds_every_line_and_no_other() {
        let text = b"a\t1\nab\t2\nab\t3\nabc\t4\nb\t5\n\xe3\x81\x82\t6\n";
        for (prefix, found) in [
            (&b"a\t"[..], &["a\t1"][..]),
            (b"ab\t", &["ab\t2", "ab\t3"]),
            (b"ab", &["ab\t2", "ab\t3", "abc\t4"]),
            (b"b\t", &["b\t5"]),
            ("あ\t".as_bytes(), &["あ\t6"]),
            (b"0", &[]),
            (b"aa", &[]),
            (b"z", &[]),
            (b"\xff", &[]),
        ] {
            let lines: Vec<&str> = lines_with_prefix(text, prefix).map(|line| std::str::from_utf8(line).expect("UTF-8")).collect();
            assert_eq!(lines, found, "{prefix:?}");
        }
        assert_eq!(lines_with_prefix(b"", b"a").count(), 0);
    }
}
