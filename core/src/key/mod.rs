//! Keys: what two spellings of one name have in common, as short readable ASCII.

mod sound;

pub use self::sound::{coarse_token_to, sound_token_to};
