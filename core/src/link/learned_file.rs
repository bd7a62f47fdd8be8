//! What a table taught as text, to be sent to other machines.

use super::learned::Learned;
use crate::clean::{Detection, Encoding};
use crate::error::Result;
use crate::field::{DateColumn, DateOrder};
use crate::finding::FieldName;
use crate::record::damage::Damage;
use crate::record::heard::EarPlaces;
use crate::record::values::Known;
use crate::score::json::{Node, parse};
use crate::score::{Bearers, Model, NameCounts};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

const FORMAT: &str = "hoten-learned";
const VERSION: u64 = 1;
const ORDERS: [(&str, DateOrder); 3] = [
    ("day_first", DateOrder::DayFirst),
    ("month_first", DateOrder::MonthFirst),
    ("unclear", DateOrder::Unclear),
];

impl Learned {
    /// Everything as JSON: the `model`, the order and swaps of `dates`, the `encodings` of columns,
    /// each of the `syllables` with its counts as surname, middle and given name (of names compared by
    /// letters, and by ear), where keys by ear stand, and how
    /// many records there are, by year of birth too.
    #[must_use]
    pub fn to_json(&self) -> String {
        let order = ORDERS.iter().find(|(_, order)| *order == self.known.dates.order());
        let mut encodings = Map::new();
        for (field, found) in self.known.damage.columns() {
            let held: Vec<_> =
                found.odds().map(|(held, odds)| json!([held.as_str(), odds])).collect();
            if !held.is_empty() {
                encodings.insert(field.as_str().to_owned(), held.into());
            }
        }
        let syllables = (1..).zip(&self.known.tokens).map(|(id, text): (usize, _)| {
            let counts = self.counts.0.iter().filter_map(|counts| counts.get(id));
            let each = counts.flat_map(|count| [count.letters as u64, count.by_ear as u64]);
            [Value::from(text.as_str())].into_iter().chain(each.map(Value::from)).collect::<Value>()
        });
        let file = json!({
            "format": FORMAT,
            "version": VERSION,
            "model": serde_json::from_str::<Value>(&self.model.to_json()).unwrap_or_default(),
            "dates": { "order": order.map(|(name, _)| name), "swapped": self.known.dates.has_swapped_dates() },
            "encodings": encodings,
            "syllables": syllables.collect::<Vec<_>>(),
            "ear_places": self.places.0.iter().map(|(key, place)| json!([key, place])).collect::<Vec<_>>(),
            "records": self.records,
            "years": self.years.iter().map(|(year, records)| json!([year, records])).collect::<Vec<_>>(),
        });
        // A value made of maps, texts and finite numbers can always be written.
        serde_json::to_string(&file).unwrap_or_default()
    }

    /// Reads [`Self::to_json`].
    ///
    /// # Errors
    /// As [`Model::from_json`].
    pub fn from_json(text: &str) -> Result<Self> {
        let value = parse(text, FORMAT, VERSION)?;
        let root = Node::new(&value);
        let dates = root.need("dates")?;
        let named = dates.need("order")?;
        let order = ORDERS.iter().find(|(name, _)| named.text().is_ok_and(|text| text == *name));
        let (_, order) = order.ok_or_else(|| named.expected("day_first, month_first, unclear"))?;
        let mut tokens = Vec::new();
        let mut counts = [(); 3].map(|()| vec![Bearers::default()]);
        for entry in root.need("syllables")?.list()? {
            let cells = entry.list()?;
            let [text, own @ ..] = cells.as_slice() else { return Err(entry.expected("[ ]")) };
            if own.len() != 2 * counts.len() {
                return Err(entry.expected("[ \"…\", 0, 0, 0, 0, 0, 0 ]"));
            }
            tokens.push(text.text()?.to_owned());
            for (counts, own) in counts.iter_mut().zip(own.chunks_exact(2)) {
                let [letters, by_ear] = own else { continue };
                let (letters, by_ear) = (letters.whole()? as f64, by_ear.whole()? as f64);
                counts.push(Bearers { letters, by_ear });
            }
        }
        let mut places = EarPlaces::default();
        for entry in root.need("ear_places")?.list()? {
            let [key, place] =
                <[Node<'_>; 2]>::try_from(entry.list()?).map_err(|_| entry.expected("[ 0, 0 ]"))?;
            let key = key.number(0.0..=f64::from(u32::MAX))? as u32;
            places.0.insert(key, place.number(0.0..=3.0)? as u8);
        }
        let mut years = BTreeMap::new();
        for entry in root.need("years")?.list()? {
            let [year, records] =
                <[Node<'_>; 2]>::try_from(entry.list()?).map_err(|_| entry.expected("[ 0, 0 ]"))?;
            years.insert(year.number(0.0..=9999.0)? as u32, records.whole()?);
        }
        Ok(Self {
            model: Model::from_json(&root.need("model")?.json())?,
            known: Known {
                dates: DateColumn::of(*order, dates.need("swapped")?.truth()?),
                damage: Damage::of(encodings(&root.need("encodings")?)?),
                tokens,
            },
            counts: NameCounts(counts),
            places,
            years,
            records: root.need("records")?.whole()?,
        })
    }
}

fn encodings(node: &Node<'_>) -> Result<Vec<(FieldName, Detection)>> {
    let names = FieldName::WORDS.map(FieldName::as_str);
    let mut found = Vec::new();
    for (name, held) in node.entries(&names)? {
        let mut odds = Vec::new();
        for entry in held.list()? {
            let [encoding, bits] = <[Node<'_>; 2]>::try_from(entry.list()?)
                .map_err(|_| entry.expected("[ \"…\", 0 ]"))?;
            odds.push((encoding.text()?.parse::<Encoding>()?, bits.number(-99.0..=99.0)? as i32));
        }
        found.extend(FieldName::from_name(name).map(|field| (field, Detection::of(odds))));
    }
    Ok(found)
}
