//! What clusters hold that forbids joining them. Clusters are named by their roots.

use super::forest::Forest;
use std::collections::{HashMap, HashSet};

/// Rows with which a cluster must not be joined.
#[derive(Debug, Default)]
pub(super) struct Forbidden {
    rows: HashMap<u32, Vec<u32>>,
}

impl Forbidden {
    pub(super) fn forbid(&mut self, root: u32, row: u32) {
        self.rows.entry(root).or_default().push(row);
    }

    pub(super) fn forbids(&self, left: u32, right: u32, forest: &mut Forest) -> bool {
        // Each ban stands on both sides: the shorter list is enough.
        let (Some(lefts), Some(rights)) = (self.rows.get(&left), self.rows.get(&right)) else {
            return false;
        };
        let (rows, other) =
            if lefts.len() < rights.len() { (lefts, right) } else { (rights, left) };
        rows.iter().any(|row| forest.root(*row) == other)
    }

    pub(super) fn join(&mut self, root: u32, other: u32) {
        let Some(mut fewer) = self.rows.remove(&other) else { return };
        let rows = self.rows.entry(root).or_default();
        if rows.len() < fewer.len() {
            core::mem::swap(rows, &mut fewer);
        }
        rows.append(&mut fewer);
    }
}

/// The one value a cluster has of an attribute.
#[derive(Debug)]
pub(super) struct Exclusive {
    /// By root; 0 = none.
    values: Vec<u32>,
    /// All values, sorted, of the clusters that judgement gave several.
    several: HashMap<u32, Vec<u32>>,
}

impl Exclusive {
    pub(super) fn new(values: &[u32], rows: u32) -> Self {
        let mut values = values.to_vec();
        values.resize(rows as usize, 0);
        Self { values, several: HashMap::new() }
    }

    fn value(&self, root: u32) -> u32 {
        self.values.get(root as usize).copied().unwrap_or(0)
    }

    fn all(&self, root: u32) -> Vec<u32> {
        let one = || Some(self.value(root)).filter(|value| *value != 0).into_iter().collect();
        self.several.get(&root).cloned().unwrap_or_else(one)
    }

    /// Whether a joined cluster would have more values than either.
    pub(super) fn differ(&self, left: u32, right: u32) -> bool {
        if self.several.is_empty() {
            let (left, right) = (self.value(left), self.value(right));
            return left != right && left != 0 && right != 0;
        }
        let (left, right) = (self.all(left), self.all(right));
        let within = |few: &[u32], many: &[u32]| few.iter().all(|value| many.contains(value));
        !within(&left, &right) && !within(&right, &left)
    }

    pub(super) fn join(&mut self, root: u32, other: u32) {
        let (held, added) = (self.value(root), self.value(other));
        if added == 0 {
            return;
        }
        if held == 0 {
            if let Some(slot) = self.values.get_mut(root as usize) {
                *slot = added;
            }
            if let Some(several) = self.several.remove(&other) {
                self.several.insert(root, several);
            }
        } else if held != added || !self.several.is_empty() {
            let mut all = self.all(root);
            all.append(&mut self.all(other));
            all.sort_unstable();
            all.dedup();
            self.several.remove(&other);
            if all.len() > 1 {
                self.several.insert(root, all);
            }
        }
    }
}

/// The sources of each cluster's records.
#[derive(Debug)]
pub(super) struct Sources<'a> {
    /// By row; 0 = none.
    sources: &'a [u32],
    /// Members of a cluster in a ring: the next one.
    next: Vec<u32>,
    /// By root.
    sizes: Vec<u32>,
    /// By root: the name under which the cluster stands in `held`. The larger of two joined clusters
    /// keeps its own, so that only the smaller is entered again.
    names: Vec<u32>,
    /// Name and source, of clusters with several records.
    held: HashSet<(u32, u32)>,
}

impl<'a> Sources<'a> {
    pub(super) fn new(sources: &'a [u32], rows: u32) -> Self {
        let own: Vec<u32> = (0..rows).collect();
        let sizes = vec![1; rows as usize];
        Self { sources, next: own.clone(), sizes, names: own, held: HashSet::new() }
    }

    fn at(values: &[u32], row: u32) -> u32 {
        values.get(row as usize).copied().unwrap_or(0)
    }

    /// The sources of a cluster.
    fn of(&self, root: u32) -> impl Iterator<Item = u32> {
        let mut row = Some(root);
        core::iter::from_fn(move || {
            let this = row?;
            let next = Self::at(&self.next, this);
            row = (next != root).then_some(next);
            Some(Self::at(self.sources, this))
        })
        .filter(|source| *source != 0)
    }

    /// The smaller cluster, then the larger.
    fn by_size(&self, left: u32, right: u32) -> (u32, u32) {
        let left_is_smaller = Self::at(&self.sizes, left) < Self::at(&self.sizes, right);
        if left_is_smaller { (left, right) } else { (right, left) }
    }

    /// Whether two clusters have records of one source.
    pub(super) fn meet(&self, left: u32, right: u32) -> bool {
        let (small, large) = self.by_size(left, right);
        if Self::at(&self.sizes, large) == 1 {
            let source = Self::at(self.sources, small);
            return source != 0 && source == Self::at(self.sources, large);
        }
        let name = Self::at(&self.names, large);
        self.of(small).any(|source| self.held.contains(&(name, source)))
    }

    pub(super) fn join(&mut self, root: u32, other: u32) {
        let (small, large) = self.by_size(root, other);
        let name = Self::at(&self.names, large);
        let mut entered: Vec<u32> = self.of(small).collect();
        if Self::at(&self.sizes, large) == 1 {
            entered.extend(self.of(large));
        }
        self.held.extend(entered.into_iter().map(|source| (name, source)));
        let size = Self::at(&self.sizes, root).saturating_add(Self::at(&self.sizes, other));
        let (first, second) = (Self::at(&self.next, root), Self::at(&self.next, other));
        let changes = [(&mut self.sizes, root, size), (&mut self.names, root, name)];
        for (values, row, value) in changes {
            if let Some(slot) = values.get_mut(row as usize) {
                *slot = value;
            }
        }
        for (row, next) in [(root, second), (other, first)] {
            if let Some(slot) = self.next.get_mut(row as usize) {
                *slot = next;
            }
        }
    }
}
