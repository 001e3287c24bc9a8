//! `hayami list`

use crate::answer::{Answer, Named, Summary};
use crate::catalog::Catalog;
use crate::cli::ListArgs;
use crate::error::Error;

/// Lists the entries; `with_names` reads more of them than the ids.
///
/// # Errors
/// When there is no such category.
pub fn run(args: &ListArgs, catalog: &Catalog, with_names: bool) -> Result<Answer, Error> {
    let category = args.category.as_deref();
    if let Some(id) = category
        && catalog.category(id).is_none()
    {
        let known = catalog.categories().into_iter().map(|category| category.id).collect();
        return Err(Error::NoSuch { option: "--category", value: id.to_owned(), known });
    }
    let rows = catalog.rows(category);
    if with_names {
        let summary = |(row, layer): (crate::catalog::layer::Row<'_>, &crate::catalog::layer::Layer)| {
            let Named { id, name } = row.into();
            let category = Some(row.category().to_owned()).filter(|id| !id.is_empty());
            Summary { id, name, category, origin: (&layer.origin).into() }
        };
        return Ok(Answer::List(rows.map(summary).collect()));
    }
    let mut ids = Vec::with_capacity(1 << 15);
    for (row, _) in rows {
        ids.extend_from_slice(row.id_bytes());
        ids.push(b'\n');
    }
    Ok(Answer::Ids(ids))
}
