//! WebAssembly binding of hoten.
