//! `hayami list`

use crate::answer::{Answer, Named, Summary};
use crate::catalog::Catalog;
use crate::cli::args::ListArgs;
use crate::error::Error;

/// Lists the entries; `with_names` reads more of them than the ids.
///
/// # Errors
/// When there is no such category.
pub fn run(args: &ListArgs, catalog: &Catalog, with_names: bool) -> Result<Answer, Error> {
    let category = known(args.category.as_deref(), catalog)?;
    let rows = catalog.rows(category.as_deref());
    if with_names {
        let summary = |(row, layer): (crate::catalog::layer::Row<'_>, &crate::catalog::layer::Layer)| {
            let Named { id, name } = row.into();
            let category = Some(row.category().to_owned()).filter(|id| !id.is_empty());
            Summary { id, name, category, origin: (&layer.origin).into() }
        };
        return Ok(Answer::List(rows.map(summary).collect()));
    }
    if let (None, Some(ids)) = (&args.category, catalog.ids()) {
        return Ok(Answer::Ids(ids.to_vec()));
    }
    let mut ids = Vec::with_capacity(1 << 15);
    for (row, _) in rows {
        ids.extend_from_slice(row.id_bytes());
        ids.push(b'\n');
    }
    Ok(Answer::Ids(ids))
}

/// The id of the category that `--category` names.
///
/// # Errors
/// When there is no such category.
pub fn known(category: Option<&str>, catalog: &Catalog) -> Result<Option<String>, Error> {
    let Some(name) = category else { return Ok(None) };
    match catalog.category_called(name) {
        Some(category) => Ok(Some(category.id)),
        None => {
            let known = catalog.categories().into_iter().map(|category| category.id).collect();
            Err(Error::NoSuch { option: "--category", value: name.to_owned(), known })
        }
    }
}
