//! Bytes become text, in the encoding that they declare.

use encoding_rs::{EUC_JP, Encoding, GBK, ISO_2022_JP, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How far into a document its XML declaration may reach.
const DECLARATION: usize = 200;

/// The text of a document. A byte order mark tells its encoding, or else what the server said, or else the XML declaration; without any of
/// these it is UTF-8. What is no text in it becomes U+FFFD: one spoiled item among a thousand should not cost the others.
pub fn text(bytes: &[u8], declared: Option<&str>) -> String {
    let said = || named(declared?.trim().trim_matches(['"', '\'']));
    // What could be read as ASCII is not UTF-16, whatever it says: .NET makes that declaration, and then UTF-8 of it.
    let is_single = |encoding: &&Encoding| *encoding != UTF_16LE && *encoding != UTF_16BE;
    let written = || named(&declaration(bytes)?).filter(is_single);
    let encoding = said().or_else(written).unwrap_or(UTF_8);
    // A byte order mark has the last word in `decode`.
    encoding.decode(bytes).0.into_owned()
}

/// The encodings that feeds in Latin letters, Japanese and Chinese have had. The package itself knows two hundred names, but the address of each
/// would have to be put in place at every start of the program, whatever it does then.
fn named(name: &str) -> Option<&'static Encoding> {
    Some(match name.to_ascii_lowercase().as_str() {
        "utf-8" | "utf8" => UTF_8,
        "shift_jis" | "shift-jis" | "sjis" | "x-sjis" | "windows-31j" | "ms932" | "cp932" => SHIFT_JIS,
        "euc-jp" | "x-euc-jp" => EUC_JP,
        "iso-2022-jp" => ISO_2022_JP,
        "iso-8859-1" | "latin1" | "us-ascii" | "ascii" | "windows-1252" | "cp1252" => WINDOWS_1252,
        "utf-16" | "utf-16le" => UTF_16LE,
        "utf-16be" => UTF_16BE,
        "gbk" | "gb2312" => GBK,
        _ => return None,
    })
}

/// The encoding that the XML declaration names. All encodings that feeds use write it as ASCII does.
fn declaration(bytes: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARATION)]).into_owned();
    let (declaration, _) = start.strip_prefix("<?xml")?.split_once("?>")?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    Some(value[1..].split(quote).next()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn encodings() {
        let in_xml = |name: &str, rest: &[u8]| [format!("<?xml version='1.0' encoding='{name}'?>").as_bytes(), rest].concat();
        let sjis: &[u8] = b"\x90\x56\x92\x85";
        for (bytes, declared, expected) in [
            ("新着".as_bytes().to_vec(), None, "新着"),
            ("\u{feff}新着".as_bytes().to_vec(), Some("Shift_JIS"), "新着"),
            (sjis.to_vec(), Some("Shift_JIS"), "新着"),
            (sjis.to_vec(), Some("\"shift-jis\""), "新着"),
            (b"\xe9".to_vec(), Some("iso-8859-1"), "é"),
            (b"a\xffb".to_vec(), None, "a\u{fffd}b"),
            ("新着".as_bytes().to_vec(), Some("no-such-encoding"), "新着"),
            (b"\xff\xfea\0b\0".to_vec(), None, "ab"),
            (b"\xb0\xa1".to_vec(), Some("EUC-JP"), "亜"),
            (Vec::new(), None, ""),
        ] {
            assert_eq!(text(&bytes, declared), expected, "{bytes:?} {declared:?}");
        }
        assert!(text(&in_xml("Shift_JIS", sjis), None).ends_with("?>新着"));
        assert!(text(&in_xml("EUC-JP", sjis), Some("Shift_JIS")).ends_with("?>新着"));
        for wrong in ["x", "utf-16", "UTF-16LE", "utf-16be"] {
            assert!(text(&in_xml(wrong, "新着".as_bytes()), None).ends_with("?>新着"), "{wrong}");
        }
        assert_eq!(text(b"a\0", Some("utf-16")), "a");
    }
}
