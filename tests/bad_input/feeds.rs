//! `update`, which is left out of some builds.

use crate::table::{case, check, raw};

#[test]
fn feeds_that_are_none() {
    check([
        case("a list of feeds that is not there").typed([raw(b"update"), raw(b"--feeds"), raw(b"caf\xe9\x1b[31m")]).env("HAYAMI_CACHE", "cache").gives(
            2,
            "",
            "hayami: cannot read the feeds in caf\u{fffd}\\u{1b}[31m: there is no such file. Name a file in the form of glossary/publishers.json.\n",
        ),
        case("a list of feeds without end").typed(["update", "--feeds", "/dev/zero"]).env("HAYAMI_CACHE", "cache").shell("ulimit -d 131072; hayami").gives(
            2,
            "",
            "/dev/zero: /: has more than 16 MiB; check that it belongs here, and split it\n\
             hayami: the feeds in /dev/zero cannot be used: 1 problem. Mend them, or leave it out.\n",
        ),
        case("an argument that it does not take").typed(["update", "rlhf"]).gives(
            2,
            "",
            "hayami: unexpected argument 'rlhf' found\n\nUsage: hayami update [OPTIONS]\n\nFor more information, try '--help'.\n",
        ),
    ]);
}
