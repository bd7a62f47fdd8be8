//! Khmer given names as two clerks write them: what thresholds are chosen on.

use crate::clerk::Clerk;
use crate::dice::Dice;
use crate::fault::Fault;
use crate::mix::{Care, FaultMix};
use crate::name::{FullName, Kin, Part, Role, draw_name};
use crate::source::Source;
use crate::spelling::khmer_faults;

/// Two different spellings of one Khmer given name, `count` times: names of one or two elements made
/// anew, each written by two careful clerks of old books. Every fifth element of the list of names is
/// never used: whoever tunes on these spellings can judge on those.
#[must_use]
pub fn khmer_spellings(count: usize, seed: u64) -> Vec<[String; 2]> {
    let dice = &mut Dice::new(seed, 0);
    let mut pairs = Vec::with_capacity(count);
    while pairs.len() < count {
        let female = dice.chance(0.5);
        let line = Part { text: "Kim".into(), role: Role::Surname };
        let name = draw_name(dice, Kin::Khmer, &line, female, 1980);
        let elements = name.0.iter().filter_map(|part| match part.role {
            Role::Khmer(row) => Some(row),
            _ => None,
        });
        let mut elements = elements.peekable();
        if elements.peek().is_none() || elements.any(|row| row % 5 == 0) {
            continue;
        }
        let [a, b] = [(); 2].map(|()| given(dice, &name));
        if a != b {
            pairs.push([a, b]);
        }
    }
    pairs
}

/// The given name as one clerk writes it.
fn given(dice: &mut Dice, name: &FullName) -> String {
    let mut clerk = Clerk::new(dice, FaultMix::Base, Source::Hotich);
    // Heard otherwise, not hurried over.
    clerk.care = Care::Careful;
    let script = clerk.rate(Fault::KhmerScript);
    clerk.script = clerk.dice.chance(script);
    let mut name = name.clone();
    name.0.retain(|part| part.role != Role::Marker);
    khmer_faults(&mut clerk, &mut name);
    let text = name.text();
    text.split_once(' ').map_or_else(String::new, |(_, given)| given.to_owned())
}
