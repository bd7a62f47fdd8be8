//! Python binding of hoten.
