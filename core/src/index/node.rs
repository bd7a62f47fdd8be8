//! One node of a finite state transducer in the layout of the crate `fst` (version 3), read with
//! every bound checked.
//!
//! The crate's own reader trusts its bytes: of single-bit flips it panics in a third. Here a node
//! that does not fit its section, or a transition that does not lead to a lower address, is damage;
//! since addresses fall on every step, each walk ends.

use super::blocks::{Blocks, damaged};
use super::format::Stretch;
use crate::error::Result;

/// Inputs that are kept in the node's first byte; index 1 to 63.
const COMMON: [u8; 63] = *b"te/oasripcnw.hlm-du012g=:bf3y5&_4v9678k%?xCDASFIBEjPTzRNM+LOqHG";
/// Nodes with more transitions than this have a table of 256 bytes.
const TABLE_FROM: usize = 32;
/// Header of a transducer: version and type; addresses below it are special.
const FIRST: u64 = 16;

/// A node; its bytes stay in the file.
#[derive(Clone, Copy)]
pub(super) struct Node<'f> {
    /// Everything below the state byte that belongs to the node.
    bytes: &'f [u8],
    kind: Kind,
    /// Address of the node's lowest byte, from which transitions are counted back.
    low: u64,
    pub(super) is_final: bool,
    pub(super) final_output: u64,
    len: usize,
    address_size: usize,
    output_size: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// No transition.
    Empty,
    /// One transition, to the node below.
    Next(u8),
    /// One transition.
    One(u8),
    /// A list of them.
    Many,
}

/// One step of a walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) input: u8,
    pub(super) output: u64,
    pub(super) to: u64,
}

/// A transducer within a file: from keys to numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Automaton {
    section: Stretch,
    pub(super) root: u64,
}

fn broken() -> crate::error::Error {
    damaged("keys")
}

fn word(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |sum, &byte| sum << 8 | u64::from(byte))
}

impl Automaton {
    /// Reads the frame of a transducer.
    pub(super) fn open<D: AsRef<[u8]>>(blocks: &Blocks<D>, section: Stretch) -> Result<Self> {
        let tail = section.len.checked_sub(20).filter(|&tail| tail >= FIRST).ok_or_else(broken)?;
        let head = blocks.bytes(section.at, FIRST)?;
        let foot = blocks.bytes(section.at + tail, 16)?;
        let (version, root) = (head.get(..8), foot.get(8..).map_or(0, word));
        if version.map(word) != Some(3) || (root >= tail || root != 0 && root < FIRST) {
            return Err(broken());
        }
        Ok(Self { section, root })
    }

    /// The node at an address.
    #[inline]
    pub(super) fn node<'f, D: AsRef<[u8]>>(
        &self,
        blocks: &'f Blocks<D>,
        address: u64,
    ) -> Result<Node<'f>> {
        if address == 0 {
            return Ok(Node::EMPTY);
        }
        // The lengths stand in the two bytes below the state; most nodes are a few bytes long.
        let near = address.saturating_sub(FIRST).min(2);
        let top = blocks.bytes(self.section.at + address - near, near + 1)?;
        let (&state, below) = top.split_last().ok_or_else(broken)?;
        let shape = Shape::of(state, below).ok_or_else(broken)?;
        let low = address.checked_sub(shape.size).filter(|&low| low >= FIRST).ok_or_else(broken)?;
        let bytes = blocks.bytes(self.section.at + low, shape.size)?;
        let final_output = match shape.is_final {
            true => bytes.get(..shape.output_size).map(word).ok_or_else(broken)?,
            false => 0,
        };
        Ok(Node {
            bytes,
            kind: shape.kind,
            low,
            is_final: shape.is_final,
            final_output,
            len: shape.len,
            address_size: shape.address_size,
            output_size: shape.output_size,
        })
    }

    /// The number of a key.
    pub(super) fn get<D: AsRef<[u8]>>(
        &self,
        blocks: &Blocks<D>,
        key: &[u8],
    ) -> Result<Option<u64>> {
        let Some((node, output)) = self.descend(blocks, (self.root, 0), key)? else {
            return Ok(None);
        };
        let node = self.node(blocks, node)?;
        Ok(node.is_final.then(|| output.wrapping_add(node.final_output)))
    }

    /// Where a walk from a node along `key` ends: address and the sum of outputs.
    pub(super) fn descend<D: AsRef<[u8]>>(
        &self,
        blocks: &Blocks<D>,
        from: (u64, u64),
        key: &[u8],
    ) -> Result<Option<(u64, u64)>> {
        let (mut address, mut output) = from;
        for &byte in key {
            let node = self.node(blocks, address)?;
            let Some(step) = node.find(byte)? else { return Ok(None) };
            output = output.wrapping_add(step.output);
            address = step.to;
        }
        Ok(Some((address, output)))
    }
}

/// What the topmost bytes of a node say about its size.
struct Shape {
    kind: Kind,
    is_final: bool,
    len: usize,
    address_size: usize,
    output_size: usize,
    /// Bytes below the state byte.
    size: u64,
}

impl Shape {
    /// `below` are the bytes under the state byte, as far as there are two.
    fn of(state: u8, below: &[u8]) -> Option<Self> {
        let mut below = below.iter().rev().copied();
        let input = COMMON.get(usize::from(state & 63).wrapping_sub(1)).copied();
        if state >> 6 == 3 {
            let (size, input) = match input {
                Some(input) => (0, input),
                None => (1, below.next()?),
            };
            let kind = Kind::Next(input);
            return Some(Self {
                kind,
                is_final: false,
                len: 1,
                address_size: 0,
                output_size: 0,
                size,
            });
        }
        if state >> 6 == 2 {
            let (own, input) = match input {
                Some(input) => (0, input),
                None => (1, below.next()?),
            };
            let (address_size, output_size) = sizes(below.next()?)?;
            let size = own + 1 + (address_size + output_size) as u64;
            let kind = Kind::One(input);
            return Some(Self { kind, is_final: false, len: 1, address_size, output_size, size });
        }
        let (own, len) = match state & 63 {
            // One transition is never written here, so 1 stands for 256.
            0 => (
                1,
                match below.next()? {
                    1 => 256,
                    len => usize::from(len),
                },
            ),
            len => (0, usize::from(len)),
        };
        let (address_size, output_size) = sizes(below.next()?)?;
        let is_final = state & 64 != 0;
        let table = if len > TABLE_FROM { 256 } else { 0 };
        let each = 1 + address_size + output_size;
        let last = if is_final { output_size } else { 0 };
        let size = (own + 1 + table + len * each + last) as u64;
        Some(Self { kind: Kind::Many, is_final, len, address_size, output_size, size })
    }
}

fn sizes(byte: u8) -> Option<(usize, usize)> {
    let (address, output) = (usize::from(byte >> 4), usize::from(byte & 15));
    (address <= 8 && output <= 8).then_some((address, output))
}

impl Node<'_> {
    const EMPTY: Node<'static> = Node {
        bytes: &[],
        kind: Kind::Empty,
        low: 0,
        is_final: true,
        final_output: 0,
        len: 0,
        address_size: 0,
        output_size: 0,
    };

    /// How many transitions it has.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// Where a transition that is counted back by `delta` leads.
    fn target(&self, delta: u64) -> Result<u64> {
        if delta == 0 {
            return Ok(0);
        }
        self.low.checked_sub(delta).filter(|&to| to >= FIRST).ok_or_else(broken)
    }

    fn piece(&self, at: usize, len: usize) -> Result<u64> {
        let end = at.checked_add(len).ok_or_else(broken)?;
        self.bytes.get(at..end).map(word).ok_or_else(broken)
    }

    /// Places of the inputs, addresses and outputs of a list, from its lowest byte on: each list
    /// is written from the last transition to the first.
    fn places(&self) -> (usize, usize, usize) {
        let outputs = if self.is_final { self.output_size } else { 0 };
        let addresses = outputs + self.len * self.output_size;
        (addresses + self.len * self.address_size, addresses, outputs)
    }

    /// The transition at a place, in the order of inputs.
    pub(super) fn step(&self, index: usize) -> Result<Step> {
        match self.kind {
            Kind::Next(input) => Ok(Step { input, output: 0, to: self.target(1)? }),
            Kind::One(input) => {
                let output = self.piece(0, self.output_size)?;
                let delta = self.piece(self.output_size, self.address_size)?;
                Ok(Step { input, output, to: self.target(delta)? })
            }
            Kind::Many => {
                let back = self.len.checked_sub(index + 1).ok_or_else(broken)?;
                let (inputs, addresses, outputs) = self.places();
                let input = self.bytes.get(inputs + back).copied().ok_or_else(broken)?;
                let output = self.piece(outputs + back * self.output_size, self.output_size)?;
                let delta = self.piece(addresses + back * self.address_size, self.address_size)?;
                Ok(Step { input, output, to: self.target(delta)? })
            }
            Kind::Empty => Err(broken()),
        }
    }

    /// The transition of an input.
    #[inline]
    pub(super) fn find(&self, byte: u8) -> Result<Option<Step>> {
        match self.kind {
            Kind::Next(input) | Kind::One(input) if input == byte => self.step(0).map(Some),
            Kind::Many => {
                let (inputs, _, _) = self.places();
                let held = self.bytes.get(inputs..inputs + self.len).ok_or_else(broken)?;
                let place = if self.len > TABLE_FROM {
                    let table = inputs + self.len + usize::from(byte);
                    let at = self.bytes.get(table).copied().ok_or_else(broken)?;
                    Some(usize::from(at)).filter(|&at| at < self.len)
                } else {
                    held.iter().rev().position(|&input| input == byte)
                };
                let Some(place) = place else { return Ok(None) };
                let step = self.step(place)?;
                // A table that points to another input would lead astray.
                if step.input == byte { Ok(Some(step)) } else { Err(broken()) }
            }
            _ => Ok(None),
        }
    }
}
