//! A row of the table: what is there, what is typed, and everything that is then said.

use std::ffi::{OsStr, OsString};
use std::fmt::Write as _;
use std::fs::{self, File, Permissions};
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

/// Makes a text that a case needs in its folder, which is where the program runs.
type Setup = Box<dyn FnOnce(&Path)>;

/// One case.
pub(crate) struct Case {
    name: &'static str,
    setup: Vec<Setup>,
    args: Vec<OsString>,
    env: Vec<(&'static str, OsString)>,
    stdin: Vec<u8>,
    shell: Option<&'static str>,
    as_nobody: bool,
}

/// A case with its outcome.
pub(crate) struct Row {
    case: Case,
    status: i32,
    out: String,
    err: String,
}

/// Begins a case.
pub(crate) fn case(name: &'static str) -> Case {
    Case { name, setup: Vec::new(), args: Vec::new(), env: Vec::new(), stdin: Vec::new(), shell: None, as_nobody: false }
}

/// An argument of bytes, which need not be UTF-8.
pub(crate) fn raw(bytes: &[u8]) -> OsString {
    OsStr::from_bytes(bytes).to_owned()
}

impl Case {
    /// Something else that is there.
    pub(crate) fn where_(mut self, setup: impl FnOnce(&Path) + 'static) -> Self {
        self.setup.push(Box::new(setup));
        self
    }

    /// A file that is there.
    pub(crate) fn file(self, path: impl AsRef<OsStr>, text: impl AsRef<[u8]>) -> Self {
        let (path, text) = (path.as_ref().to_owned(), text.as_ref().to_vec());
        self.where_(move |folder| {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("a folder can be made");
            fs::write(path, text).expect("a file can be written");
        })
    }

    /// A file of so many zero bytes, which takes no room on the disk.
    pub(crate) fn sparse(self, path: &'static str, length: u64) -> Self {
        self.file(path, "").where_(move |folder| {
            let file = File::options().write(true).open(folder.join(path)).expect("it was made");
            file.set_len(length).expect("a file may have holes");
        })
    }

    /// A pipe with a name.
    pub(crate) fn pipe(self, path: &'static str) -> Self {
        self.where_(move |folder| assert!(Command::new("mkfifo").arg(folder.join(path)).status().expect("mkfifo runs").success()))
    }

    /// A link.
    pub(crate) fn link(self, path: &'static str, to: &'static str) -> Self {
        self.where_(move |folder| std::os::unix::fs::symlink(to, folder.join(path)).expect("a link can be made"))
    }

    /// A file or folder that nobody may read.
    pub(crate) fn locked(mut self, path: &'static str) -> Self {
        self.as_nobody = true;
        self.where_(move |folder| fs::set_permissions(folder.join(path), Permissions::from_mode(0o000)).expect("it is ours"))
    }

    /// What is typed.
    pub(crate) fn typed<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.args = args.into_iter().map(|arg| arg.as_ref().to_owned()).collect();
        self
    }

    /// A variable of the environment.
    pub(crate) fn env(mut self, name: &'static str, value: impl AsRef<OsStr>) -> Self {
        self.env.push((name, value.as_ref().to_owned()));
        self
    }

    /// What comes from standard input.
    pub(crate) fn input(mut self, bytes: impl AsRef<[u8]>) -> Self {
        self.stdin = bytes.as_ref().to_vec();
        self
    }

    /// A line for sh in which `hayami` stands for the program with its arguments.
    pub(crate) fn shell(mut self, line: &'static str) -> Self {
        self.shell = Some(line);
        self
    }

    /// Ends the case with its outcome.
    pub(crate) fn gives(self, status: i32, out: impl Into<String>, err: impl Into<String>) -> Row {
        Row { case: self, status, out: out.into(), err: err.into() }
    }
}

/// Runs a table, and shows every case that went otherwise.
pub(crate) fn check(rows: impl IntoIterator<Item = Row>) {
    let mut wrong = String::new();
    for row in rows {
        let (name, expected) = (row.case.name, (Some(row.status), row.out, row.err));
        let happened = run(row.case);
        for (what, expected, happened) in [
            ("status", format!("{:?}", expected.0), format!("{:?}", happened.0)),
            ("stdout", expected.1, happened.1),
            ("stderr", expected.2, happened.2),
        ] {
            if expected != happened {
                writeln!(wrong, "{name}: {what}\n  expected {:?}\n  happened {:?}", short(&expected), short(&happened)).expect("memory");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn run(case: Case) -> (Option<i32>, String, String) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    // Whoever the program runs as may come here.
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).expect("it is ours");
    for setup in case.setup {
        setup(folder.path());
    }
    let mut program = OsString::from(env!("CARGO_BIN_EXE_hayami"));
    // Root may read everything, so there the program runs as somebody else, from where everybody may run it.
    let is_nobody = case.as_nobody && fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0);
    let copied = tempfile::tempdir().expect("a folder can be made");
    if is_nobody {
        fs::set_permissions(copied.path(), Permissions::from_mode(0o755)).expect("it is ours");
        let copy = copied.path().join("hayami");
        fs::copy(&program, &copy).expect("the program can be copied");
        program = copy.into();
    }
    let mut command = match case.shell {
        None => Command::new(&program),
        Some(line) => {
            let mut command = Command::new("sh");
            command.arg("-c").arg(line.replace("hayami", "\"$0\" \"$@\"")).arg(&program);
            command
        }
    };
    command.args(case.args).current_dir(&folder).env_clear().env("LANG", "C.UTF-8").envs(case.env);
    if is_nobody {
        command.uid(65_534).gid(65_534);
    }
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("hayami starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    // One that is not read to the end is closed early.
    let writer = thread::spawn(move || drop(stdin.write_all(&case.stdin)));
    let output = child.wait_with_output().expect("hayami ends");
    writer.join().expect("the input was written");
    let text = |bytes| String::from_utf8(bytes).unwrap_or_else(|error| format!("not UTF-8: {error:?}"));
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// A text as it can be shown.
fn short(text: &str) -> String {
    match text.char_indices().nth(2000) {
        Some((end, _)) => format!("{}… ({} bytes)", &text[..end], text.len()),
        None => text.to_owned(),
    }
}
