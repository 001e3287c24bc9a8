//! Compiles the glossary into `OUT_DIR/pack`, or names every problem with it.
//!
//! `HAYAMI_BUILD_GLOSSARY` may name another directory than `glossary/`: the benchmarks build with synthetic ones.

#[path = "src/glossary/mod.rs"]
#[allow(dead_code, unreachable_pub, reason = "it belongs to the program, which uses the parts that the build does not")]
mod glossary;
#[path = "src/words/problem.rs"]
#[allow(dead_code, unreachable_pub, reason = "it belongs to the program, which speaks both languages")]
mod problem_words;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use glossary::bilingual::Lang;
use glossary::check::Nothing;
use glossary::{Rules, compile, read};

fn main() -> ExitCode {
    let directory = PathBuf::from(env::var_os("HAYAMI_BUILD_GLOSSARY").unwrap_or_else(|| "glossary".into()));
    println!("cargo::rerun-if-env-changed=HAYAMI_BUILD_GLOSSARY");
    println!("cargo::rerun-if-changed={}", directory.display());
    println!("cargo::rerun-if-changed=src/glossary");
    println!("cargo::rerun-if-changed=src/words/problem.rs");
    let target = |part: &str| env::var(format!("CARGO_CFG_TARGET_{part}")).unwrap_or_default();
    if target("OS") == "linux" && target("ENV") == "gnu" {
        // What unwinds the stack comes with every GCC as an archive too. From there it need not be loaded as a library at each start, which is a
        // twelfth of all instructions of a hello-world program.
        println!("cargo::rustc-link-lib=static:-bundle=gcc_eh");
    }
    let files = match read::read(&directory) {
        Ok(files) => files,
        Err(error) => return fail(&format!("cannot read the glossary in {}: {error}", directory.display())),
    };
    let mut pack = match compile(files, Rules::Shipped, &Nothing) {
        Ok(compiled) => compiled.pack,
        Err(problems) => {
            for problem in &problems {
                println!("cargo::error={}", problem_words::problem(problem, &directory, Lang::En));
            }
            return ExitCode::FAILURE;
        }
    };
    let out = Path::new(&env::var_os("OUT_DIR").unwrap_or_default()).join("pack");
    for (name, text) in pack.files() {
        if let Err(error) = fs::create_dir_all(&out).and_then(|()| fs::write(out.join(name), text)) {
            return fail(&format!("cannot write {}: {error}", out.join(name).display()));
        }
    }
    ExitCode::SUCCESS
}

fn fail(message: &str) -> ExitCode {
    println!("cargo::error={message}");
    ExitCode::FAILURE
}
