//! Help on a screen that is narrower than its lines.

use crate::glossary::bilingual::Lang;
use crate::render::screen::Screen;
use crate::render::style::Role;
use crate::render::text::page::Page;

/// The fewest columns that a description is set in beside what it describes; where there are fewer, it stands beneath.
const LEAST: usize = 24;
/// The columns before a description that stands beneath.
const BENEATH: usize = 10;

/// Sets what clap says to the measure of a screen: `text` without its styles, and with those that are to be shown.
pub fn fit(text: &str, styled: &str, lang: Lang, screen: Screen) -> String {
    let Some(measure) = screen.measure else { return styled.to_owned() };
    let mut page = Page::new(lang, screen);
    for (line, styled) in text.lines().zip(styled.lines()) {
        let (before, description) = line.split_at(described(line));
        let columns = screen.columns(before);
        match styled.strip_suffix(description) {
            Some(before) if !description.is_empty() && columns + LEAST <= measure => {
                page.text += before;
                page.hanging(description, columns, columns, Role::Plain);
            }
            Some(before) if !description.is_empty() => {
                page.text += before.trim_end();
                page.end_line();
                page.indent(BENEATH);
                page.hanging(description, BENEATH, BENEATH, Role::Plain);
            }
            // What has styles in it is short.
            _ => {
                page.text += styled;
                page.end_line();
            }
        }
    }
    page.text
}

/// Where the description begins in a line of help: after the gap, or after the indent where there is none.
fn described(line: &str) -> usize {
    let indent = line.len() - line.trim_start_matches(' ').len();
    let gap = line[indent..].find("  ").map_or(indent, |at| indent + at);
    line.len() - line[gap..].trim_start_matches(' ').len()
}

#[cfg(test)]
mod tests {
    use super::fit;
    use crate::glossary::bilingual::Lang;
    use crate::render::screen::Screen;
    use crate::render::wrap::Ambiguous;

    #[test]
    fn descriptions_keep_their_column() {
        let screen = |columns| Screen {
            terminal: true,
            width: Some(columns),
            measure: Some(columns),
            color: true,
            links: false,
            ambiguous: Ambiguous::Narrow,
        };
        let plain = "Entries, all of them\n\nOptions:\n  --ids  Only ids, one a line, on a terminal too\n  --x    略語や読み、別名でも引ける\n";
        let styled = plain.replace("Options:", "\u{1b}[1mOptions:\u{1b}[0m").replace("--ids", "\u{1b}[1m--ids\u{1b}[0m");
        assert_eq!(
            fit(plain, &styled, Lang::En, screen(34)),
            "Entries, all of them\n\n\u{1b}[1mOptions:\u{1b}[0m\n  \u{1b}[1m--ids\u{1b}[0m  Only ids, one a line, on\n         a terminal too\n  \
             --x    略語や読み、別名でも引け\n         る\n"
        );
        assert_eq!(
            fit(plain, plain, Lang::En, screen(30)),
            "Entries, all of them\n\nOptions:\n  --ids\n          Only ids, one a\n          line, on a terminal\n          too\n  --x\n          \
             略語や読み、別名でも\n          引ける\n"
        );
        assert_eq!(fit(plain, &styled, Lang::En, Screen { measure: None, ..screen(10) }), styled);
    }
}
