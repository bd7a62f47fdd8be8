//! What weights mean, and what bounds them.

use super::*;

#[test]
fn shipped_probabilities_sum_to_one() {
    let model = Model::default();
    for comparison in Comparison::ALL {
        for table in [&model.m, &model.u] {
            let row = table[comparison.index()];
            let sum: f64 = row.iter().sum();
            assert!((sum - 1.0).abs() < 0.01, "{comparison:?} sums to {sum}");
            assert!(row[comparison.levels().len()..].iter().all(|&p| p == 0.0));
        }
    }
}

#[test]
fn probability_and_weight_are_inverse() {
    for p in [0.001f32, 0.1, 0.5, 0.9, 0.999] {
        assert!((probability(weight_at(p)) - p).abs() < 1e-5);
    }
}

/// Beyond 24 bits a 32-bit probability would be 1, and a threshold of 1 would take the pair.
#[test]
fn no_weight_is_certain() {
    for weight in [24.0, 25.0, 40.0, 1e9, f32::INFINITY] {
        assert!(probability(weight) < 1.0, "{weight}");
    }
    assert!(probability(30.0) >= probability(23.0));
}

#[test]
fn a_pattern_sums_its_levels() {
    let model = Model::default();
    let pattern = Pattern::default().with(Comparison::Sex, 2).with(Comparison::Phone, 2);
    let sum: f32 = Comparison::ALL.into_iter().map(|c| model.weight(c, pattern.level(c))).sum();
    let all = sum + model.dependence(pattern);
    assert!((model.pattern_weight(pattern) - all).abs() < 1e-3);
}

/// Equal after a repair says two bits less than equal; different after a repair half of
/// different, and never that it is one person.
#[test]
fn a_repaired_number_says_less_either_way() {
    let place =
        |name: &str| Comparison::CitizenId.levels().iter().position(|held| *held == name).unwrap();
    let [same, other] = REPAIRED.map(place);
    for (repaired, bounded) in [(-8.0, -3.0), (-2.0, -2.0), (1.0, 0.0)] {
        let mut weights = [[0.0; MAX_LEVELS]; Comparison::ALL.len()];
        let row = &mut weights[Comparison::CitizenId.index()];
        (row[place("same")], row[place("different")]) = (20.0, -6.0);
        (row[same], row[other]) = (20.0, repaired);
        bound_numbers(&mut weights);
        let row = weights[Comparison::CitizenId.index()];
        assert_eq!((row[same], row[other]), (18.0, bounded));
    }
}

/// Which office leaves what out says nothing of persons, however it is distributed.
#[test]
fn what_is_missing_weighs_nothing() {
    let model = Model::default();
    for comparison in Comparison::ALL {
        assert_eq!((model.weight(comparison, 0), model.weight(comparison, 1)), (0.0, 0.0));
        assert_eq!(model.weight(comparison, MAX_LEVELS as u8), 0.0);
    }
}

/// A destroyed number is no value; a repaired one is, and weaker, whatever the table teaches.
#[test]
fn a_repaired_number_weighs_less_than_an_intact_one() {
    let shipped = Model::default();
    let mut taught = Model::default();
    for row in &mut taught.m {
        *row = [0.1; MAX_LEVELS];
    }
    let taught = Model::new(taught.m, taught.u, taught.dependence);
    for model in [shipped, taught] {
        for comparison in [
            Comparison::CitizenId,
            Comparison::IdentityCard,
            Comparison::Insurance,
            Comparison::Phone,
        ] {
            let weight = |name: &str| {
                let levels = comparison.levels();
                let at = levels.iter().position(|held| *held == name).unwrap();
                model.weight(comparison, at as u8)
            };
            assert!(weight("same after repair") <= weight("same") - REPAIR_BITS);
            assert!(weight("different after repair") >= weight("different"));
        }
    }
}

/// Whatever a table teaches: that a name lost its marks speaks for nobody.
#[test]
fn an_excused_name_weighs_no_more_than_the_same() {
    let mut taught = Model::default();
    for table in [&mut taught.m, &mut taught.u] {
        table.iter_mut().for_each(|row| *row = [0.05; MAX_LEVELS]);
    }
    let given = Comparison::Given;
    taught.m[given.index()][NamePart::Unmarked as usize] = 0.5;
    let taught = Model::new(taught.m, taught.u, Dependence::none());
    for model in [Model::default(), taught] {
        let same = model.weight(given, NamePart::Same as u8);
        for level in [NamePart::Unmarked, NamePart::Sound, NamePart::Doublet] {
            assert!(model.weight(given, level as u8) <= same, "{level:?}");
        }
    }
}

/// Numbers are issued anew: a contradiction is evidence, never proof.
#[test]
fn a_contradicting_number_leaves_hope() {
    let model = Model::default();
    for (comparison, most) in [(Comparison::IdentityCard, -10.0), (Comparison::Phone, -5.0)] {
        let at = comparison.levels().iter().position(|level| *level == "different").unwrap();
        assert!((most..-1.0).contains(&model.weight(comparison, at as u8)));
    }
}

/// log2(m / u), and no more than that without corrections.
#[test]
fn a_weight_is_the_logarithm_of_m_to_u() {
    let mut model = Model::default();
    let sex = Comparison::Sex;
    (model.m[sex.index()][2], model.u[sex.index()][2]) = (0.8, 0.2);
    let model = Model::new(model.m, model.u, model.dependence).independent();
    assert!((model.weight(sex, 2) - 2.0).abs() < 1e-6);
    assert_eq!(model.dependence(Pattern::default().with(sex, 2)), 0.0);
}
