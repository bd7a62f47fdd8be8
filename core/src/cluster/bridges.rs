//! What holds clusters together: bridges, and the weakest link.

use super::forest::Forest;
use super::judgement::ClusterEdge;

/// The edges whose loss would part their cluster, the smaller row left, sorted. Each edge is to come
/// once; loops and rows outside the table are skipped.
///
/// Linear in rows and edges, without recursion (Tarjan 1974: an edge to a row from which nothing
/// earlier can be reached otherwise).
///
/// ```
/// // A triangle and a row that hangs on it.
/// let edges = [(0, 1), (1, 2), (0, 2), (2, 3)];
/// assert_eq!(hoten::cluster_bridges(4, &edges), [(2, 3)]);
/// ```
#[must_use]
pub fn cluster_bridges(rows: u32, edges: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let inside = |&&(left, right): &&(u32, u32)| left != right && left.max(right) < rows;
    let edges: Vec<(u32, u32)> = edges.iter().filter(inside).copied().collect();
    let (starts, ends) = neighbours(rows, &edges);
    let start = |row: u32| starts.get(row as usize).copied().unwrap_or(0);
    // When a row was first met (from 1), and the earliest row that its branch reaches.
    let mut met = vec![0_u32; rows as usize];
    let mut reach = vec![0_u32; rows as usize];
    let at = |list: &[u32], row: u32| list.get(row as usize).copied().unwrap_or(0);
    let put = |list: &mut Vec<u32>, row: u32, value: u32| {
        if let Some(slot) = list.get_mut(row as usize) {
            *slot = value;
        }
    };
    let mut bridges = Vec::new();
    let mut clock = 0;
    // The way down: row, the edge by which it was met, the next of its edges to look at.
    let mut way: Vec<(u32, u32, u32)> = Vec::new();
    for root in 0..rows {
        if at(&met, root) != 0 {
            continue;
        }
        way.push((root, u32::MAX, start(root)));
        while let Some(last) = way.last_mut() {
            let (row, by, next) = *last;
            if at(&met, row) == 0 {
                clock += 1;
                put(&mut met, row, clock);
                put(&mut reach, row, clock);
            }
            if next < start(row + 1) {
                last.2 += 1;
                let Some(&(other, edge)) = ends.get(next as usize) else { continue };
                if edge == by {
                    continue;
                }
                match at(&met, other) {
                    0 => way.push((other, edge, start(other))),
                    earlier => {
                        let least = at(&reach, row).min(earlier);
                        put(&mut reach, row, least);
                    }
                }
                continue;
            }
            way.pop();
            if let Some(&(above, ..)) = way.last() {
                let own = at(&reach, row);
                if own > at(&met, above) {
                    bridges.push((above.min(row), above.max(row)));
                }
                let least = at(&reach, above).min(own);
                put(&mut reach, above, least);
            }
        }
    }
    bridges.sort_unstable();
    bridges
}

/// For each row where its edges begin, and for each edge end the other row and the edge's number.
fn neighbours(rows: u32, edges: &[(u32, u32)]) -> (Vec<u32>, Vec<(u32, u32)>) {
    let mut starts = vec![0_u32; rows as usize + 2];
    for &(left, right) in edges {
        for row in [left, right] {
            if let Some(count) = starts.get_mut(row as usize + 2) {
                *count += 1;
            }
        }
    }
    let mut sum = 0;
    for count in &mut starts {
        sum += *count;
        *count = sum;
    }
    // starts[row + 1] is where the edges of `row` begin, and moves on to where they end.
    let mut ends = vec![(0, 0); edges.len() * 2];
    for (number, &(left, right)) in (0..).zip(edges) {
        for (row, other) in [(left, right), (right, left)] {
            if let Some(place) = starts.get_mut(row as usize + 1) {
                if let Some(end) = ends.get_mut(*place as usize) {
                    *end = (other, number);
                }
                *place += 1;
            }
        }
    }
    (starts, ends)
}

/// For each row that is the smallest of its cluster the weight of the weakest edge that is needed to
/// hold the cluster together: clusters stay whole at any threshold up to it. None elsewhere, and for
/// single rows.
pub(crate) fn weakest_links(rows: u32, mut edges: Vec<ClusterEdge>) -> Vec<Option<f32>> {
    edges.sort_unstable_by(super::judgement::strongest_first);
    let mut forest = Forest::new(rows);
    let mut weakest = vec![None; rows as usize];
    for edge in edges {
        if !forest.holds(edge.left) || !forest.holds(edge.right) {
            continue;
        }
        if forest.root(edge.left) != forest.root(edge.right) {
            let root = forest.join(edge.left, edge.right);
            if let Some(slot) = weakest.get_mut(root as usize) {
                *slot = Some(edge.weight);
            }
        }
    }
    let roots = forest.into_roots();
    for (slot, (row, root)) in weakest.iter_mut().zip((0..).zip(roots)) {
        if row != root {
            *slot = None;
        }
    }
    weakest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_is_all_bridges_and_a_ring_has_none() {
        let chain: Vec<(u32, u32)> = (1..100_000).map(|row| (row - 1, row)).collect();
        assert_eq!(cluster_bridges(100_000, &chain), chain);
        let ring = [chain, vec![(0, 99_999)]].concat();
        assert!(cluster_bridges(100_000, &ring).is_empty());
        assert!(cluster_bridges(2, &[(0, 0), (0, 9)]).is_empty());
        assert!(cluster_bridges(0, &[]).is_empty());
    }

    /// Two triangles and the edge between them.
    #[test]
    fn the_edge_between_two_groups_is_a_bridge() {
        let edges = [(0, 1), (1, 2), (2, 0), (5, 4), (4, 3), (3, 5), (4, 1)];
        assert_eq!(cluster_bridges(6, &edges), [(1, 4)]);
    }

    /// 0-1 at 9, 1-2 at 5, 0-2 at 7: without anything below 7 all three still hang together.
    #[test]
    fn the_weakest_link_is_the_one_that_is_needed() {
        let edge = |left, right, weight| ClusterEdge { left, right, weight };
        let edges = vec![edge(0, 1, 9.0), edge(1, 2, 5.0), edge(2, 0, 7.0), edge(3, 4, 2.0)];
        assert_eq!(weakest_links(6, edges), [Some(7.0), None, None, Some(2.0), None, None]);
    }
}
