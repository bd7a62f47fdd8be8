//! Makes the JavaScript glue of the WebAssembly build with the library that `Cargo.lock` holds, so
//! that glue and module can never be of two versions: `hoten-wasm-pack IN.wasm OUT_DIR NAME`.

use std::fs;
use std::process::ExitCode;
use wasm_bindgen_cli_support::{Bindgen, Output};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [input, folder, name] = arguments.as_slice() else {
        return fail("usage: hoten-wasm-pack IN.wasm OUT_DIR NAME");
    };
    let mut maker = Bindgen::new();
    maker.input_path(input).out_name(name).remove_name_section(true).remove_producers_section(true);
    // The package has its own hand-written types.
    maker.typescript(false).omit_default_module_path(true);
    match maker.web(true).and_then(Bindgen::generate_output) {
        Ok(output) => write(output, folder, name),
        Err(error) => fail(&format!("{error:?}")),
    }
}

/// Writes module and glue. What the module imports is called by number: each name that is made ends
/// in a hash, which no compression makes smaller, and stands in both.
fn write(mut output: Output, folder: &str, name: &str) -> ExitCode {
    let mut glue = output.js().to_owned();
    for (number, import) in output.wasm_mut().imports.iter_mut().enumerate() {
        let short = format!("i{number}");
        // A key of an object: no other name ends in this one.
        glue = glue.replace(&format!("{}:", import.name), &format!("{short}:"));
        import.name = short;
    }
    let written = output
        .emit(folder)
        .map_err(|error| format!("{error:?}"))
        .and_then(|()| fs::write(format!("{folder}/{name}.js"), glue).map_err(|e| e.to_string()));
    written.map_or_else(|why| fail(&why), |()| ExitCode::SUCCESS)
}

#[expect(clippy::print_stderr, reason = "a command speaks to its caller")]
fn fail(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::FAILURE
}
