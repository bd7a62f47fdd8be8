//! Which letters open, close or are silent: from units to spoken syllables.

use super::letter::{at, is_double, is_nasal, is_sonorant, is_stop, vowel};
use super::unit::{End, Role, Unit};
use smallvec::SmallVec;

/// The units of a word.
pub(super) type Units = SmallVec<[Unit; 12]>;

/// One syllable, still in letters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spoken {
    pub(super) onset: [u8; 3],
    pub(super) count: u8,
    pub(super) vowel: u8,
    pub(super) second: bool,
    pub(super) end: End,
    /// The letter that closes it.
    pub(super) coda: Option<u8>,
    /// The letter below that one.
    pub(super) below: Option<u8>,
    /// The letter below is silent.
    pub(super) silent: bool,
    /// The letter that closes it carries ់.
    pub(super) short: bool,
}

/// Where a word can be read in another way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Choices(u8);

impl Choices {
    /// The end: ៈ is a vowel only, not -ak; -ិ is heard; the letter below ៌ is; a last cluster is a
    /// syllable of its own.
    pub(super) const END: Choices = Choices(1);
    /// A bare letter before a syllable has a vowel of its own.
    pub(super) const BARE: Choices = Choices(2);
    /// A bare cluster within a word closes what stands before it, or no longer does.
    pub(super) const CLUSTER: Choices = Choices(4);
    /// Every other way, likeliest first: one choice, two at once, all.
    pub(super) const OTHERS: [Choices; 7] =
        [Choices(1), Choices(2), Choices(4), Choices(3), Choices(5), Choices(6), Choices(7)];

    pub(super) fn holds(self, all: Choices) -> bool {
        self.0 & all.0 == all.0
    }

    pub(super) fn add(&mut self, one: Choices) {
        self.0 |= one.0;
    }
}

/// Adds a unit to a word: `ាំង` is -ang, its ំ no m.
pub(super) fn push(units: &mut Units, mut unit: Unit) {
    if let Some(last) = units.last_mut() {
        let bare_ngo = !unit.full && unit.count == 1 && unit.first() == at::NGO;
        if bare_ngo && last.vowel == vowel::AA_NIKAHIT {
            (last.vowel, last.end) = (vowel::SHORT_AA, End::Open);
            unit.bantoc = true;
        }
    }
    units.push(unit);
}

/// Gives every unit its role, from the right: at the edge a bare letter closes, the one before it
/// opens, and so on (facts khmer.md 2).
pub(super) fn assign(units: &mut [Unit], take: Choices, seen: &mut Choices) {
    silence_tail(units, take, seen);
    for at in (0..units.len()).rev() {
        let (before, rest) = units.split_at_mut(at);
        let Some((unit, after)) = rest.split_first_mut() else { break };
        let next = after.first().map(|next| (next, next.role));
        let host = before.last().is_some_and(|last| !last.bantoc && last.is_open());
        unit.role = if unit.full {
            full_role(unit, before, host)
        } else if unit.bantoc {
            if host { Role::Coda } else { Role::Onset }
        } else if unit.count > 1 {
            cluster_role(unit, host, next.map(|(_, role)| role), take, seen)
        } else {
            bare_role(unit, before, host, next, take, seen)
        };
    }
}

/// Final -ិ and -ុ after a stop or m are silent: ជាតិ, ភូមិ, ធាតុ.
fn silence_tail(units: &mut [Unit], take: Choices, seen: &mut Choices) {
    if let [.., _, last] = units
        && matches!(last.vowel, vowel::I | vowel::U)
        && last.end == End::Open
        && !last.shifted
        && last
            .letters()
            .last()
            .is_some_and(|&one| one != at::QA && (is_stop(one) || one == at::MO))
    {
        seen.add(Choices::END);
        last.full = take.holds(Choices::END);
    }
}

fn full_role(unit: &Unit, before: &[Unit], host: bool) -> Role {
    let Some(below) = unit.below().filter(|_| host && unit.vowel < vowel::INDEPENDENT) else {
        return Role::Onset;
    };
    let first = unit.first();
    // ស opens with what is below it: រស្មី Rasmey.
    let onset = unit.is_onset_cluster() || first == at::SA && first != below;
    if !unit.may_close() || onset {
        return Role::Onset;
    }
    if is_double(first, below) {
        return Role::Split;
    }
    // How many bare letters stand before it, and is there a syllable for the first to close?
    let bare = before.iter().rev().take_while(|one| !one.full && !one.bantoc).count();
    let held = before.len().checked_sub(bare + 1).and_then(|at| before.get(at));
    let hosted = held.is_some_and(|held| held.full && held.is_open());
    let split = match (bare, hosted) {
        // ប្រខ្នោរ: clusters side by side stay whole.
        (1.., _) if before.last().is_some_and(|last| last.count > 1) => false,
        (0, _) => is_nasal(first) || held.is_some_and(|held| is_short(held.vowel)),
        (bare, false) => bare % 2 == 1,
        (bare, true) => bare % 2 == 0 || is_nasal(first),
    };
    if split { Role::Split } else { Role::Onset }
}

fn is_short(kind: u8) -> bool {
    matches!(kind, vowel::I | vowel::Y | vowel::U)
}

/// A cluster without a vowel sign.
fn cluster_role(
    unit: &Unit,
    host: bool,
    next: Option<Role>,
    take: Choices,
    seen: &mut Choices,
) -> Role {
    if !host || !unit.may_close() {
        return Role::Onset;
    }
    let native = unit.begins_word();
    match next {
        None | Some(Role::Silent) if unit.is_nasal_liquid() => Role::Split,
        None | Some(Role::Silent) if native => {
            seen.add(Choices::END);
            if take.holds(Choices::END) { Role::Onset } else { Role::Tail }
        }
        None | Some(Role::Silent) => Role::Tail,
        Some(Role::Onset) => {
            seen.add(Choices::CLUSTER);
            match (native, take.holds(Choices::CLUSTER)) {
                (true, false) => Role::Onset,
                (false, true) => Role::Split,
                _ => Role::Tail,
            }
        }
        Some(_) if native => Role::Onset,
        Some(_) => Role::Split,
    }
}

/// A letter without a vowel sign; `next` is what follows it.
fn bare_role(
    unit: &Unit,
    before: &[Unit],
    host: bool,
    next: Option<(&Unit, Role)>,
    take: Choices,
    seen: &mut Choices,
) -> Role {
    if !host || !unit.may_close() {
        return Role::Onset;
    }
    if unit.robat {
        seen.add(Choices::END);
        return if take.holds(Choices::END) { Role::Coda } else { Role::Silent };
    }
    let Some((next, role)) = next else { return Role::Coda };
    // ពពក, ទទួល: a letter doubled without a sign is a light syllable.
    let apart = before.last().is_some_and(|last| !last.full);
    let doubled = apart && next.first() == unit.first() && next.count == 1;
    if role != Role::Onset || doubled {
        return Role::Onset;
    }
    if !next.full {
        return Role::Coda;
    }
    // កូនរមាស: រ is light where the letter before it can close a syllable.
    let light = unit.first() == at::RO
        && matches!(before, [.., held, last] if held.full && held.is_open() && !last.full && last.count == 1);
    // What a closed syllable would hide is heard in an open one: សាវឌី, មករា.
    let first = unit.first();
    if light || is_stop(first) || matches!(first, at::RO | at::VO | at::YO | at::SA | at::HA) {
        seen.add(Choices::BARE);
        if light != take.holds(Choices::BARE) {
            return Role::Onset;
        }
    }
    Role::Coda
}

/// The syllables of a word whose units have their roles.
pub(super) fn speak(units: &[Unit], mut say: impl FnMut(Spoken)) {
    let mut open: Option<Spoken> = None;
    for (at, unit) in units.iter().enumerate() {
        let final_aa = at + 1 == units.len() && unit.vowel == vowel::AA;
        if unit.role == Role::Silent {
            continue;
        }
        let governed = open.is_some_and(|last| governs(&last, unit, final_aa));
        let closed = match (unit.role, &mut open) {
            (Role::Onset, _) | (_, None) => false,
            (_, Some(last)) => {
                last.coda = Some(unit.first());
                last.short = unit.bantoc;
                last.below = unit.below();
                last.silent = unit.role != Role::Split;
                if last.silent {
                    continue;
                }
                true
            }
        };
        if let Some(last) = open.take() {
            say(last);
        }
        open = Some(Spoken::begin(unit, closed, governed));
    }
    open.into_iter().for_each(say);
}

/// A light first syllable closed by a nasal keeps its series in what follows it: ចម្រើន, សំរោង.
/// So does any before a last -ា: តារា, តុលា, សុរិយា.
fn governs(last: &Spoken, unit: &Unit, final_aa: bool) -> bool {
    let split = unit.role == Role::Split;
    let light = match last.vowel {
        vowel::INHERENT => split && is_nasal(unit.first()),
        vowel::NIKAHIT => unit.role == Role::Onset,
        _ => false,
    };
    let from = usize::from(split);
    (light || final_aa)
        && !last.second
        && !unit.shifted
        && unit.letters().get(from..).is_some_and(|rest| rest.iter().all(|&one| is_sonorant(one)))
}

impl Spoken {
    fn begin(unit: &Unit, split: bool, governed: bool) -> Spoken {
        let letters = unit.letters().get(usize::from(split)..).unwrap_or_default();
        let mut onset = [at::QA; 3];
        onset.iter_mut().zip(letters).for_each(|(slot, one)| *slot = *one);
        Spoken {
            onset,
            count: letters.len() as u8,
            vowel: if unit.full { unit.vowel } else { vowel::INHERENT },
            second: unit.second && !governed,
            end: unit.end,
            coda: None,
            below: None,
            silent: false,
            short: false,
        }
    }

    pub(super) fn onset(&self) -> &[u8] {
        self.onset.get(..usize::from(self.count)).unwrap_or_default()
    }
}
