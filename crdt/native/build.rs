//! Compiles a hash of the crate's sources into the library, so that a checked-in library can be
//! compared with the tree. The Java side computes the same: SHA-256 over each file's name, a zero,
//! its length in decimal, a zero and its bytes, in the order of the names.

use sha2::{Digest, Sha256};
use std::{fs, path::Path};

fn main() {
    let mut names = vec!["Cargo.toml".to_owned(), "Cargo.lock".to_owned(), "build.rs".to_owned()];
    for entry in fs::read_dir("src").expect("src") {
        let name = entry.expect("entry").file_name().into_string().expect("UTF-8");
        names.push(format!("src/{name}"));
    }
    names.sort();
    let mut hash = Sha256::new();
    for name in &names {
        println!("cargo:rerun-if-changed={name}");
        let bytes = fs::read(Path::new(name)).expect("a source file");
        hash.update(format!("{name}\0{}\0", bytes.len()));
        hash.update(&bytes);
    }
    let hex: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    println!("cargo:rustc-env=SOURCES_SHA256={hex}");
}
