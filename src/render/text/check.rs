//! The report on a glossary.

use crate::answer::Checked;
use crate::glossary::bilingual::Lang;
use crate::words;

/// One line for each problem, then how many there are.
pub fn text(checked: &Checked, lang: Lang) -> String {
    let Checked { directory, problems, broken, entries, .. } = checked;
    let mut text: String = problems.iter().map(|problem| words::problem_line(problem, directory, lang)).collect();
    text += &words::checked(directory, *entries, problems.len(), *broken, lang);
    text
}
