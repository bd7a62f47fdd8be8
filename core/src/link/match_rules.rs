//! The blocking rules of a run.

use super::rules::{REFINE, RULES, Rule};
use crate::block::BlockRule;
use std::borrow::Cow;

/// By which rules records meet, and how blocks that are too large are split.
#[derive(Debug, Clone)]
pub struct MatchRules {
    rules: Cow<'static, [Rule]>,
    refine: Cow<'static, [u8]>,
}

impl Default for MatchRules {
    fn default() -> Self {
        Self { rules: Cow::Borrowed(RULES), refine: Cow::Borrowed(REFINE) }
    }
}

impl MatchRules {
    #[cfg(feature = "serde")]
    pub(super) fn new(rules: Vec<Rule>, refine: Cow<'static, [u8]>) -> Self {
        Self { rules: Cow::Owned(rules), refine }
    }

    pub(super) fn list(&self) -> &[Rule] {
        &self.rules
    }

    pub(super) fn refine(&self) -> &[u8] {
        &self.refine
    }

    pub(super) fn blocks(&self) -> Vec<BlockRule> {
        self.rules.iter().map(|rule| rule.block.clone()).collect()
    }

    /// The place of the rule that pairs of a rule are shown under: most often its own.
    pub(super) fn shown(&self, rule: u8) -> u8 {
        super::rules::shown(&self.rules, rule)
    }

    /// The name of a rule; empty if there is none at this place.
    pub(super) fn name(&self, rule: u8) -> &str {
        self.rules.get(usize::from(rule)).map_or("", |rule| &rule.block.name)
    }
}
