//! How many announcements there are, as bars.

use crate::answer::news::Count;
use crate::render::style::Role;
use crate::render::text::page::Page;

/// The columns of a month and the space after it.
const MONTH: usize = "2026-05  ".len();
/// The columns of the longest bar where there is no screen to fit.
const LONGEST: usize = 40;
/// Eighths of a block, from one to seven; a whole one is drawn as such.
const EIGHTHS: [&str; 7] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"];
const BLOCK: &str = "█";

/// Adds a row for each month and publisher: the number and a bar. Bars are as long as the screen has room for, but no number is more than one block.
pub fn put(page: &mut Page, counts: &[Count]) {
    let (lang, screen) = (page.lang, page.screen);
    let most = counts.iter().map(|count| count.count).max().unwrap_or_default();
    let digits = most.to_string().len();
    let widest = counts.iter().map(|count| screen.columns(count.publisher.called(lang))).max().unwrap_or_default();
    let block = screen.columns(BLOCK);
    let taken = MONTH + widest + 2 + digits + 1;
    let room = screen.measure.map_or(LONGEST, |measure| measure.saturating_sub(taken + 1)) / block;
    let mut before = "";
    for count in counts {
        page.add_column(if count.month == before { "" } else { &count.month }, MONTH, Role::Dimmed);
        page.add_column(count.publisher.called(lang), widest + 2, Role::Label);
        page.add(&format!("{:>digits$}", count.count), Role::Plain);
        let bar = bar(count.count, most, room);
        if !bar.is_empty() {
            page.add(" ", Role::Plain);
            page.add(&bar, Role::Dimmed);
        }
        page.end_line();
        before = &count.month;
    }
}

/// The bar of a number, where the bar of `most` may take `room` blocks.
fn bar(count: usize, most: usize, room: usize) -> String {
    if most <= room {
        return BLOCK.repeat(count);
    }
    // Whatever there is at all is seen.
    let eighths = (count * room * 8 / most).max(usize::from(count > 0 && room > 0));
    let part = (eighths % 8).checked_sub(1).map_or("", |place| EIGHTHS[place]);
    [&BLOCK.repeat(eighths / 8), part].concat()
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn bars() {
        for (count, most, room, expected) in [
            (3, 5, 5, "███"),
            (5, 5, 40, "█████"),
            (10, 10, 5, "█████"),
            (5, 10, 5, "██▌"),
            (1, 10, 5, "▌"),
            (1, 1000, 5, "▏"),
            (0, 10, 5, ""),
            (3, 10, 0, ""),
        ] {
            assert_eq!(bar(count, most, room), expected, "{count} of {most} in {room}");
        }
    }
}
