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
    pub(super) fn new(rules: Vec<Rule>, refine: Cow<'static, [u8]>) -> Self {
        Self { rules: Cow::Owned(rules), refine }
    }

    /// The rules without those made of declared fields, which are made anew for every table.
    #[cfg(feature = "serde")]
    pub(super) fn of_residents(&self) -> Self {
        let rules: Vec<Rule> = self.rules.iter().filter(|rule| rule.alike == 0).cloned().collect();
        if rules.is_empty() {
            return Self::default();
        }
        let refine = self.refine.iter().copied().filter(|part| *part < super::rules::COUNT);
        Self { rules: rules.into(), refine: refine.collect() }
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

    /// The name of a rule by its place, as in [`crate::Candidate::rule`]; empty if there is none.
    #[must_use]
    pub fn name(&self, rule: u8) -> &str {
        self.rules.get(usize::from(rule)).map_or("", |rule| &rule.block.name)
    }
}
