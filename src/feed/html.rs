//! HTML becomes plain text of one line, with nothing in it that a terminal would obey.

use std::mem::swap;

use quick_xml::escape::resolve_html5_entity;
use unicode_normalization::UnicodeNormalization;

use crate::glossary::members::is_unsafe;

/// Elements within a line of text: to take one out leaves no gap.
const INLINE: [&str; 20] =
    ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "s", "small", "span", "strong", "u", "wbr"];

/// The text of a piece of HTML: no markup, characters instead of their names, and single spaces.
pub fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let closed = closed(html);
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let is_closed = closed[html.len() - rest.len()];
        let read = if rest.starts_with('<') { tag(rest, is_closed, &mut text) } else { reference(rest, &mut text) };
        // What is neither a tag nor a reference means itself.
        let read = read.unwrap_or_else(|| {
            text.push_str(&rest[..1]);
            1
        });
        rest = &rest[read..];
    }
    text.push_str(rest);
    tidy(&text)
}

/// Whether a tag that begins at a byte ends somewhere, which quotes decide. Told from the end for all bytes at once: a feed of megabytes in which
/// each tag were followed to its end would take hours.
fn closed(html: &str) -> Vec<bool> {
    // The same for what is in quotes there.
    let (mut bare, mut single, mut double) = (false, false, false);
    let mut closed = vec![false; html.len()];
    for (at, byte) in html.bytes().enumerate().rev() {
        closed[at] = bare;
        match byte {
            b'>' => bare = true,
            b'\'' => swap(&mut bare, &mut single),
            b'"' => swap(&mut bare, &mut double),
            _ => {}
        }
    }
    closed
}

/// Takes a tag or comment, and all of a script or style sheet; how long that was.
fn tag(html: &str, is_closed: bool, text: &mut String) -> Option<usize> {
    if let Some(comment) = html.strip_prefix("<!--") {
        return Some(comment.find("-->").map_or(html.len(), |end| "<!--".len() + end + "-->".len()));
    }
    let inside = &html[1..];
    if !is_closed || !inside.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
        return None;
    }
    let mut quote = None;
    let end = inside.bytes().position(|b| match quote {
        Some(open) if b == open => {
            quote = None;
            false
        }
        Some(_) => false,
        None if b == b'"' || b == b'\'' => {
            quote = Some(b);
            false
        }
        None => b == b'>',
    })?;
    let is_name = |c: &char| c.is_ascii_alphanumeric();
    let name: String = inside.trim_start_matches('/').chars().take_while(is_name).collect::<String>().to_ascii_lowercase();
    if !INLINE.contains(&name.as_str()) {
        text.push(' ');
    }
    let after = end + "<>".len();
    if matches!(name.as_str(), "script" | "style") && !inside.starts_with('/') {
        let closing = format!("</{name}");
        let mut rest = html.as_bytes()[after..].windows(closing.len());
        // Its own closing tag is taken as any other.
        return Some(rest.position(|part| part.eq_ignore_ascii_case(closing.as_bytes())).map_or(html.len(), |end| after + end));
    }
    Some(after)
}

/// Takes a reference to a character; how long it was.
fn reference(html: &str, text: &mut String) -> Option<usize> {
    /// The longest name that HTML has is shorter.
    const LONGEST: usize = 40;
    let end = html.bytes().take(LONGEST).position(|b| b == b';')?;
    let name = &html[1..end];
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        text.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
    } else {
        text.push_str(resolve_html5_entity(name)?);
    }
    Some(end + 1)
}

/// Composes the text, makes every gap one space, and takes out what a terminal would obey.
fn tidy(text: &str) -> String {
    let gaps = text.nfc().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !is_unsafe(*c));
    let mut tidy = String::with_capacity(text.len());
    for c in gaps {
        if c != ' ' || !(tidy.is_empty() || tidy.ends_with(' ')) {
            tidy.push(c);
        }
    }
    tidy.truncate(tidy.trim_end().len());
    tidy
}

/// The text cut to so many characters, after a word where words are apart, with … where something was cut off.
pub fn shorten(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let room = text[..end].char_indices().next_back().map_or(0, |(at, _)| at);
    let fits = &text[..room];
    // The next character tells whether a word ends just here.
    let is_whole = text[room..].starts_with(' ');
    let word = fits.rfind(' ').filter(|at| !is_whole && *at >= room / 2).unwrap_or(room);
    format!("{}…", fits[..word].trim_end())
}

#[cfg(test)]
mod tests {
    use super::{plain, shorten};

    #[test]
    fn html_becomes_text() {
        for (html, text) in [
            ("plain", "plain"),
            ("", ""),
            ("<p>One.</p><p>Two.</p>", "One. Two."),
            ("Co<b>de</b>x <i>CLI</i>", "Codex CLI"),
            ("a<br>b<br/>c", "a b c"),
            ("<ul><li>one</li><li>two</li></ul>", "one two"),
            ("<img src=\"https://x/a>b.png\" alt=\"<\">Text", "Text"),
            ("a<!-- <b>hidden</b> -->b", "ab"),
            ("a<!-- never closed", "a"),
            ("<style>p{color:red}</style>shown<SCRIPT>if(a<b)alert('</p>')</SCRIPT> too", "shown too"),
            ("<script>never closed", ""),
            ("1 < 2 && 3 > 2", "1 < 2 && 3 > 2"),
            ("a <", "a <"),
            ("<never closed", "<never closed"),
            ("<a '>' \"<i>b</i>\" c", "<a '>' \"b\" c"),
            ("<a title='\">\"'>b", "b"),
            ("AT&amp;T &lt;b&gt; &quot;q&quot; &apos;", "AT&T <b> \"q\" '"),
            ("&mdash;&nbsp;&eacute;&#233;&#xE9;&#x65;&#x301;", "— éééé"),
            ("&nothing; &; &#; &#x; &#-1; AT&T", "&nothing; &; &#; &#x; &#-1; AT&T"),
            ("&#27;[31mred&#x9b;0m&#7;\u{1b}]0;title\u{7}", "[31mred0m]0;title"),
            ("&#x202e;abc&#8206;\u{2066}", "abc"),
            ("a\u{2028}b\u{85}c\u{a0}d\te\r\nf", "a b c d e f"),
            ("&#0;&#xD800;&#x110000;", "\u{fffd}\u{fffd}"),
            ("か\u{3099}", "が"),
            ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ] {
            assert_eq!(plain(html), text, "{html:?}");
        }
    }

    /// Would take hours if all that follows were read again for each tag.
    #[test]
    fn many_tags() {
        let many = |html: &str| html.repeat(400_000);
        for (html, text) in [
            (many("<a"), many("<a")),
            (many("<!"), many("<!")),
            (["<a \"", &many("<a '>'")].concat(), ["<a \"", &many("<a '>'")].concat()),
            (many("<script></SCRIPT>"), String::new()),
            (["<style>", &many("</script")].concat(), String::new()),
            (many("&amp"), many("&amp")),
            (["e", &many("\u{301}\u{323}")].concat(), ["\u{1eb9}", &many("\u{323}")[2..], &many("\u{301}")].concat()),
        ] {
            assert!(plain(&html) == text, "{}", &html[..40]);
        }
    }

    #[test]
    fn long_texts_end_after_a_word() {
        for (text, most, short) in [
            ("one two three", 13, "one two three"),
            ("one two three", 12, "one two…"),
            ("one two three", 8, "one two…"),
            ("one two three", 7, "one…"),
            ("onetwothree", 5, "onet…"),
            ("a onetwothree", 8, "a onetw…"),
            ("日本語の見出し", 5, "日本語の…"),
            ("", 5, ""),
        ] {
            assert_eq!(shorten(text, most), short, "{text} {most}");
            assert!(shorten(text, most).chars().count() <= most);
        }
    }
}
