//! Makes the JavaScript glue of the WebAssembly build with the library that `Cargo.lock` holds, so
//! that glue and module can never be of two versions: `hoten-wasm-pack IN.wasm OUT_DIR NAME`.

use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [input, folder, name] = arguments.as_slice() else {
        return fail("usage: hoten-wasm-pack IN.wasm OUT_DIR NAME");
    };
    let mut maker = Bindgen::new();
    maker.input_path(input).out_name(name).remove_name_section(true).remove_producers_section(true);
    // The package has its own hand-written types.
    maker.typescript(false).omit_default_module_path(true);
    match maker.web(true).and_then(|maker| maker.generate(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&format!("{error:?}")),
    }
}

#[expect(clippy::print_stderr, reason = "a command speaks to its caller")]
fn fail(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::FAILURE
}
