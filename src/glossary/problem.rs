//! What can be wrong with a glossary: data, which `words` says in either language.

use crate::glossary::bilingual::Lang;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, relative to the glossary's directory, with `/`.
    pub file: String,
    /// The place in it, as a JSON pointer (RFC 6901); empty for the whole file.
    pub pointer: String,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each variant says it all, and `words::problem` says it in full")]
pub enum Fault {
    // Files
    Unreadable { cause: String },
    NoPlainFile,
    TooLarge { most: u64 },
    // A `.json` file, or a folder, that is no part of a glossary, though it looks like one; and any other file, such as an editor's backup.
    StrayFile,
    OtherFile,
    NoGlossary,
    // JSON
    NotUtf8 { offset: usize },
    NotJson { cause: String },
    // Shape
    DuplicateMember,
    UnknownMember { known: Vec<&'static str> },
    MissingMember,
    WrongShape { wanted: Shape, found: Shape },
    NoLanguage,
    LanguageMissing { lang: Lang },
    NothingWritten,
    UnsafeCharacter { character: char },
    // Names of things
    BadId,
    IdIsNotFileName { stem: String },
    IdTwice { file: String },
    Unknown { what: Referent, id: String },
    BadSourceKey,
    BadFormat,
    // Days and links
    NotADay,
    TooFarAhead { newest: String },
    OtherMonth { month: String },
    BadHost,
    NotHttps,
    NotOfficial { host: String, hosts: Vec<String> },
    UrlTwice { file: String, pointer: String },
    // Editorial rules
    EdgeSpace,
    NotNfc,
    RelatedToItself,
    Twice { first: String },
    Repeated { first: String },
    RelatedCount { count: usize },
    SourceCount { count: usize },
    NeverCited,
    NotHiragana,
    HeadwordOf { id: String },
    NotMentioned { lang: Lang },
    DefinitionLength { lang: Lang, length: usize, least: usize, most: usize },
    WrongScript { lang: Lang },
}

/// The kinds of JSON value, and the texts that stand for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "named as JSON names them")]
pub enum Shape {
    Null,
    Boolean,
    Number,
    WholeNumber,
    Text,
    List,
    Object,
}

/// What an id can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "named as the files name them")]
pub enum Referent {
    Category,
    Source,
    Publisher,
    Term,
}

impl Fault {
    /// Whether this is a rule of good writing, which warns in a team's glossary, rather than one of shape, which does not.
    ///
    /// References to things that are not there count among these: another release of hayami must not be able to shut out a team's glossary.
    pub fn is_editorial(&self) -> bool {
        matches!(
            self,
            Self::OtherFile
                | Self::EdgeSpace
                | Self::NotNfc
                | Self::LanguageMissing { .. }
                | Self::Unknown { what: Referent::Category | Referent::Source | Referent::Term, .. }
                | Self::RelatedToItself
                | Self::Twice { .. }
                | Self::Repeated { .. }
                | Self::RelatedCount { .. }
                | Self::SourceCount { .. }
                | Self::NeverCited
                | Self::NotHiragana
                | Self::HeadwordOf { .. }
                | Self::NotMentioned { .. }
                | Self::DefinitionLength { .. }
                | Self::WrongScript { .. }
                | Self::TooFarAhead { .. }
        )
    }
}
