//! Tables that are made of shorter data.

/// A static that the compiler makes. A browser would download every byte of it: there (feature
/// `host-unicode`) the first use makes it of its data.
macro_rules! prepared {
    ($(#[$about:meta])* static $name:ident: $kind:ty = $make:expr;) => {
        $(#[$about])*
        #[cfg(not(all(target_arch = "wasm32", feature = "host-unicode")))]
        static $name: $kind = $make;
        $(#[$about])*
        #[cfg(all(target_arch = "wasm32", feature = "host-unicode"))]
        static $name: hoten_host_unicode::AtFirstUse<alloc::boxed::Box<$kind>> =
            hoten_host_unicode::AtFirstUse::new(|| alloc::boxed::Box::new($make));
    };
}
pub(crate) use prepared;
