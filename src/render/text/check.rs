//! The report on a glossary.

use crate::answer::check::Checked;
use crate::render::text::page::Page;
use crate::words;

/// Adds one line for each problem, then how many there are.
pub fn put(page: &mut Page, checked: &Checked) {
    let Checked { directory, problems, team, broken: _, entries } = checked;
    for problem in problems {
        page.text += &words::problem_line(problem, directory, *team, page.lang);
    }
    let warnings = problems.iter().filter(|problem| *team && problem.fault.is_editorial()).count();
    page.text += &words::checked(directory, *entries, problems.len() - warnings, warnings, page.lang);
}
