//! Which records to compare: pairs that agree on all parts of at least one rule.
//!
//! A record is seen only as integers: [`PartTable::part`] gives the id of a value (a name key, a
//! birth year, a commune ...), 0 where the record has none. A [`BlockRule`] is a list of parts; two
//! records meet under it when they have all of them and all are equal. Records that lack a part have
//! no key there: null keys never block.
//!
//! Many strict rules beat few loose ones. Each pair is given once, under the first rule that finds
//! it: a later rule skips it by comparing the parts of the earlier rules on the two records, so no
//! set of pairs is held. Memory is 12 bytes a record (the keys of one rule) and a buffer of
//! candidates; time is linear in records times rules plus pairs.
//!
//! # Oversized blocks
//! A block with more than [`BlockingOptions::max_block_pairs`] pairs is split by the first of
//! [`BlockingOptions::refine`], what is still too large by the next, and so on. Within an oversized
//! block, records that lack the refining part stay together as one sub-block of their own: they are
//! alike in lacking it, the next parts split them further, and they never meet those that have it
//! (otherwise one empty column would join everything). What does not fit when the parts run out is
//! refused as a whole: no pair of it is made under this rule, and it is named in the result
//! ([`RefusedBlock`]). How many pairs refining and refusing leave out is counted per rule.

mod arrange;
mod blocker;
mod emit;
mod forecast;
mod oversized;
pub(crate) mod radix;
mod rule;

pub use self::blocker::{BlockOutcome, Blocker, RuleOutcome};
pub use self::forecast::{BlockForecast, LargeBlock, RefusedBlock, RuleForecast};
pub use self::rule::{BlockRule, BlockingOptions, Candidate, PairScope, PartTable};
