//! A model as a file that people can read and change.

use super::declared::FieldModel;
use super::dependence::{Dependence, EVIDENCE_PAIRS, EvidenceClass, MAX_CLASSES};
use super::json::{Node, parse};
use super::model::Model;
use super::neighbours::{MAX_NEIGHBOUR_CLASSES, NeighbourEvidence, NeighbourModel};
use super::ties::{FieldTie, FieldTies};
use crate::compare::Comparison;
use crate::error::Result;
use crate::record::FieldKind;
use serde_json::{Map, Number, Value, json};

const FORMAT: &str = "hoten-model";
const VERSION: u64 = 1;
/// Corrections beyond these many bits are taken for slips of the pen.
const MOST_BITS: f64 = 100.0;

impl Model {
    /// The schema of [`Self::to_json`], as JSON Schema 2020-12.
    pub const SCHEMA: &'static str = include_str!("../../data/model.schema.json");

    /// Every number of the model as JSON: for each comparison and level `m`, `u` and a correction in
    /// `bits`; `interactions` in bits for classes of evidence that go together; the `prior`.
    ///
    /// ```
    /// use hoten::Model;
    /// let text = Model::default().to_json();
    /// assert_eq!(Model::from_json(&text)?, Model::default());
    /// // Every number can be overridden; what is left out is as shipped.
    /// let own = r#"{"format": "hoten-model", "version": 1,
    ///     "comparisons": {"sex": {"different": {"m": 0.001}}}}"#;
    /// assert_ne!(Model::from_json(own)?, Model::default());
    /// # Ok::<(), hoten::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut comparisons = Map::new();
        for comparison in Comparison::ALL {
            let mut levels = Map::new();
            for (level, name) in (0_u8..).zip(comparison.levels()) {
                let bits = self.dependence.level_bits(comparison, level);
                let (m, u) = (self.m(comparison, level), self.u(comparison, level));
                levels.insert((*name).to_owned(), json!({ "m": m, "u": u, "bits": short(bits) }));
            }
            comparisons.insert(comparison.as_str().to_owned(), levels.into());
        }
        let mut interactions = Map::new();
        for ((one, other), bits) in EVIDENCE_PAIRS.iter().zip(&self.dependence.pairs) {
            let mut pairs = Map::new();
            for (name, place) in classes(*one, *other) {
                let bits = bits.get(place).copied().unwrap_or(0.0);
                if bits != 0.0 {
                    pairs.insert(name, short(bits));
                }
            }
            interactions.insert(joined(one.as_str(), other.as_str()), pairs.into());
        }
        let file = json!({
            "format": FORMAT,
            "version": VERSION,
            "prior": self.prior(),
            "comparisons": comparisons,
            "interactions": interactions,
            "neighbours": self.neighbours_json(),
            "fields": self.fields().iter().map(field_json).collect::<Vec<_>>(),
            "ties": self.ties_json(),
        });
        // A value made of maps, texts and finite numbers can always be written.
        serde_json::to_string_pretty(&file).unwrap_or_default()
    }

    /// Reads [`Self::to_json`], or a part of it: a comparison, level or number that is left out is
    /// as in the model hoten comes with; classes left out of an interaction that is named are 0.
    ///
    /// # Errors
    /// What is wrong and where: no JSON (`json_unreadable`), not a model (`json_other_format`), made
    /// by a newer version (`json_newer`), a key that is not known (`json_unknown_key`), a value that
    /// is no number or out of its bounds (`json_invalid`). Never panics.
    pub fn from_json(text: &str) -> Result<Self> {
        let value = parse(text, FORMAT, VERSION)?;
        let root = Node::new(&value);
        let keys = [
            "$schema",
            "format",
            "version",
            "prior",
            "comparisons",
            "interactions",
            "neighbours",
            "fields",
            "ties",
        ];
        root.entries(&keys)?;
        let Self { mut m, mut u, mut dependence, .. } = Self::default();
        let names = Comparison::ALL.map(Comparison::as_str);
        let comparisons = root.get("comparisons")?;
        for (name, levels) in comparisons.map_or(Ok(Vec::new()), |node| node.entries(&names))? {
            let own = Comparison::ALL.into_iter().find(|held| held.as_str() == name);
            let Some(comparison) = own else { continue };
            let level_names = comparison.levels();
            for (level, numbers) in levels.entries(level_names)? {
                let place = level_names.iter().position(|held| *held == level).unwrap_or_default();
                for (key, number) in numbers.entries(&["m", "u", "bits"])? {
                    if key == "bits" {
                        let bits = number.number(-MOST_BITS..=MOST_BITS)?;
                        set(dependence.levels.get_mut(comparison.index()), place, bits as f32);
                    } else {
                        let table = if key == "m" { &mut m } else { &mut u };
                        set(table.get_mut(comparison.index()), place, number.number(0.0..=1.0)?);
                    }
                }
            }
        }
        if let Some(interactions) = root.get("interactions")? {
            read_interactions(&interactions, &mut dependence)?;
        }
        let mut neighbours = NeighbourModel::default();
        if let Some(held) = root.get("neighbours")? {
            read_neighbours(&held, &mut neighbours)?;
        }
        let fields = root.get("fields")?.map_or(Ok(Vec::new()), |node| node.list())?;
        let fields: Vec<FieldModel> = fields.iter().map(read_field).collect::<Result<_>>()?;
        let ties = root.get("ties")?.map_or(Ok(Vec::new()), |node| node.list())?;
        let ties: Vec<FieldTie> =
            ties.iter().map(|node| read_tie(node, &fields)).collect::<Result<_>>()?;
        let ties = FieldTies::new(fields.len(), ties);
        let model = Self::new(m, u, dependence).with_neighbours(neighbours);
        let model = model.with_fields(fields).with_ties(ties);
        match root.get("prior")? {
            Some(prior) => Ok(model.with_prior(prior.number(0.0..=1.0)?)),
            None => Ok(model),
        }
    }
}

impl Model {
    fn neighbours_json(&self) -> Map<String, Value> {
        let each = NeighbourEvidence::ALL.into_iter().zip(&self.neighbours.0);
        let each = each.map(|(evidence, bits)| {
            let bits = bits.iter().take(evidence.bounds().len() + 1);
            (evidence.as_str().to_owned(), bits.map(|bits| short(*bits)).collect())
        });
        each.collect()
    }

    fn ties_json(&self) -> Vec<Value> {
        let name = |place: u8| self.fields().get(usize::from(place)).map(|field| &field.name);
        let each = self.ties().pairs().iter();
        each.map(|tie| {
            json!({
                "fields": [name(tie.fields.0), name(tie.fields.1)],
                "same": short(tie.same),
                "different": short(tie.different),
            })
        })
        .collect()
    }
}

/// What other records say: for each kind of evidence the bits of all its classes.
fn read_neighbours(node: &Node<'_>, model: &mut NeighbourModel) -> Result<()> {
    let names = NeighbourEvidence::ALL.map(NeighbourEvidence::as_str);
    for (name, classes) in node.entries(&names)? {
        let place = names.iter().position(|held| *held == name).unwrap_or_default();
        let wanted = NeighbourEvidence::ALL.get(place).map_or(0, |held| held.bounds().len() + 1);
        let list = classes.list()?;
        if list.len() != wanted {
            return Err(classes.expected(&format!("{wanted} numbers")));
        }
        let mut bits = [0.0; MAX_NEIGHBOUR_CLASSES];
        for (slot, number) in bits.iter_mut().zip(&list) {
            *slot = number.number(-MOST_BITS..=MOST_BITS)? as f32;
        }
        set(Some(&mut model.0), place, bits);
    }
    Ok(())
}

/// How closely two of the declared fields go together.
fn read_tie(node: &Node<'_>, fields: &[FieldModel]) -> Result<FieldTie> {
    node.entries(&["fields", "same", "different"])?;
    let names = node.need("fields")?;
    let place = |held: &Node<'_>| {
        let name = held.text()?;
        let place = fields.iter().position(|field| field.name == name);
        place.and_then(|place| u8::try_from(place).ok()).ok_or_else(|| held.expected("a field"))
    };
    let [one, other] = &*names.list()? else { return Err(names.expected("[ \"…\", \"…\" ]")) };
    let (one, other) = (place(one)?, place(other)?);
    let bits =
        |key| node.get(key)?.map_or(Ok(0.0), |held| Ok(held.number(0.0..=MOST_BITS)? as f32));
    if one == other {
        return Err(names.expected("[ \"…\", \"…\" ]"));
    }
    Ok(FieldTie { fields: (one, other), same: bits("same")?, different: bits("different")? })
}

/// The rates of one declared field.
fn field_json(field: &FieldModel) -> Value {
    let mut levels = Map::new();
    for ((name, m), u) in field.kind.levels().iter().zip(&field.m).zip(&field.u).skip(2) {
        levels.insert((*name).to_owned(), json!({ "m": m, "u": u }));
    }
    json!({ "name": field.name, "kind": field.kind.as_str(), "levels": levels })
}

/// A declared field; levels and numbers that are left out are those shipped for its kind.
fn read_field(node: &Node<'_>) -> Result<FieldModel> {
    node.entries(&["name", "kind", "levels"])?;
    let kind = node.need("kind")?;
    let kinds = FieldKind::ALL.map(FieldKind::as_str);
    let own = FieldKind::from_name(kind.text()?).ok_or_else(|| kind.expected(&kinds.join(", ")))?;
    let name = node.need("name")?.text()?;
    let FieldModel { mut m, mut u, .. } = FieldModel::shipped(name, own);
    let levels = node.get("levels")?.map_or(Ok(Vec::new()), |held| held.entries(own.levels()))?;
    for (level, numbers) in levels {
        let place = own.levels().iter().position(|held| *held == level).unwrap_or_default();
        for (key, number) in numbers.entries(&["m", "u"])? {
            let table = if key == "m" { &mut m } else { &mut u };
            set(Some(table), place, number.number(0.0..=1.0)?);
        }
    }
    Ok(FieldModel::new(name, own, m, u))
}

fn read_interactions(node: &Node<'_>, dependence: &mut Dependence) -> Result<()> {
    let names = EVIDENCE_PAIRS.map(|(one, other)| joined(one.as_str(), other.as_str()));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    for (name, pairs) in node.entries(&names)? {
        let place = names.iter().position(|held| *held == name).unwrap_or_default();
        let Some(&(one, other)) = EVIDENCE_PAIRS.get(place) else { continue };
        let known = classes(one, other);
        let known_names: Vec<&str> = known.iter().map(|(name, _)| name.as_str()).collect();
        let mut bits = [0.0; MAX_CLASSES * MAX_CLASSES];
        for (class, number) in pairs.entries(&known_names)? {
            let number = number.number(-MOST_BITS..=MOST_BITS)?;
            let cell = known.iter().find(|(name, _)| name == class).map(|(_, place)| *place);
            set(Some(&mut bits), cell.unwrap_or_default(), number as f32);
        }
        set(Some(&mut dependence.pairs), place, bits);
    }
    Ok(())
}

/// The names of two classes together, and their place in the table of corrections.
fn classes(one: EvidenceClass, other: EvidenceClass) -> Vec<(String, usize)> {
    let first = one.classes().iter().enumerate();
    let both = first.flat_map(|(row, a)| {
        let second = other.classes().iter().enumerate();
        second.map(move |(column, b)| (joined(a, b), row * MAX_CLASSES + column))
    });
    both.collect()
}

fn joined(one: &str, other: &str) -> String {
    [one, " + ", other].concat()
}

/// A 32-bit number with the digits it has, not those of its 64-bit neighbour.
fn short(number: f32) -> Value {
    let exact = number.to_string().parse().ok().and_then(Number::from_f64);
    exact.map_or(Value::Null, Value::Number)
}

fn set<T>(cells: Option<&mut (impl AsMut<[T]> + ?Sized)>, place: usize, value: T) {
    if let Some(slot) = cells.and_then(|cells| cells.as_mut().get_mut(place)) {
        *slot = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorCode;

    #[test]
    fn every_number_comes_back_exactly() {
        let mut model = Model::default();
        model.m[3][4] = 0.123_456_789_012_345_68;
        model.u[3][4] = 1e-300;
        model.dependence.levels[2][3] = -1.1;
        model.dependence.pairs[5][8] = 0.3;
        let model = Model::new(model.m, model.u, model.dependence).with_prior(3.3e-7);
        assert_eq!(Model::from_json(&model.to_json()).unwrap(), model);
        let none = Model::default().independent();
        assert_eq!(Model::from_json(&none.to_json()).unwrap(), none);
    }

    fn error(text: &str) -> (ErrorCode, String) {
        let error = Model::from_json(text).unwrap_err();
        (error.code(), error.to_string())
    }

    fn model(inside: &str) -> String {
        format!(r#"{{"format": "hoten-model", "version": 1, {inside}}}"#)
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (text, code, named) in [
            ("", ErrorCode::JsonUnreadable, "EOF"),
            ("[]", ErrorCode::JsonOtherFormat, "hoten-model"),
            (r#"{"format": "hoten-model", "version": 9}"#, ErrorCode::JsonNewer, "9"),
            (r#"{"format": "hoten-model"}"#, ErrorCode::JsonInvalid, "version"),
            (&model(r#""speed": 1"#), ErrorCode::JsonUnknownKey, "speed"),
            (&model(r#""comparisons": {"Sex": {}}"#), ErrorCode::JsonUnknownKey, "comparisons.Sex"),
            (
                &model(r#""comparisons": {"sex": {"same": {"n": 1}}}"#),
                ErrorCode::JsonUnknownKey,
                "comparisons.sex.same.n",
            ),
            (
                &model(r#""comparisons": {"sex": {"same": {"m": 1.5}}}"#),
                ErrorCode::JsonInvalid,
                "comparisons.sex.same.m",
            ),
            (
                &model(r#""comparisons": {"sex": {"same": {"m": "x"}}}"#),
                ErrorCode::JsonInvalid,
                "m",
            ),
            (&model(r#""comparisons": 3"#), ErrorCode::JsonInvalid, "comparisons"),
            (&model(r#""interactions": {"x": {}}"#), ErrorCode::JsonUnknownKey, "interactions.x"),
            (&model(r#""prior": -1"#), ErrorCode::JsonInvalid, "prior"),
            (&model(r#""prior": 1e999"#), ErrorCode::JsonUnreadable, "number"),
            (&"[".repeat(100_000), ErrorCode::JsonUnreadable, "recursion"),
        ] {
            let (found, words) = error(text);
            assert_eq!(found, code, "{words}");
            assert!(words.contains(named), "{words}");
        }
    }

    #[test]
    fn a_part_overrides_and_the_rest_is_as_shipped() {
        let own = model(
            r#""comparisons": {"sex": {"same": {"m": 0.5, "u": 0.25, "bits": 0}}},
            "interactions": {"date + sex": {"same + different": -3}}"#,
        );
        let own = Model::from_json(&own).unwrap();
        assert!((own.weight(Comparison::Sex, 2) - 1.0).abs() < 1e-6);
        let shipped = Model::default();
        for comparison in Comparison::ALL.into_iter().filter(|held| *held != Comparison::Sex) {
            for level in 0..comparison.levels().len() as u8 {
                assert_eq!(own.weight(comparison, level), shipped.weight(comparison, level));
            }
        }
        let place = EVIDENCE_PAIRS
            .iter()
            .position(|pair| *pair == (EvidenceClass::Date, EvidenceClass::Sex))
            .unwrap();
        let filled = own.dependence.pairs[place].iter().filter(|bits| **bits != 0.0);
        assert_eq!(filled.copied().collect::<Vec<_>>(), [-3.0]);
    }

    /// The schema names each comparison and level, so that editors complete them.
    #[test]
    fn the_schema_knows_every_key() {
        let schema: Value = serde_json::from_str(Model::SCHEMA).unwrap();
        let at = |path: &str| schema.pointer(path).is_some();
        for comparison in Comparison::ALL {
            let place = format!("/properties/comparisons/properties/{}", comparison.as_str());
            assert!(at(&place), "{place}");
            for level in comparison.levels() {
                assert!(at(&format!("{place}/properties/{level}")), "{place} {level}");
            }
        }
        for (one, other) in EVIDENCE_PAIRS {
            let name = joined(one.as_str(), other.as_str());
            assert!(at(&format!("/properties/interactions/properties/{name}")), "{name}");
        }
    }
}
