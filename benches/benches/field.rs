//! Dates, numbers, places, and cells that a wrong table of characters damaged.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod shared;

use criterion::Criterion;
use hoten::{
    Address, BirthDate, CitizenId, Encoding, IdentityCard, Phone, PlaceQuery, Province, Sex,
    UnitName, decode, detect, is_suspicious, redecode, resolve_place,
};
use hoten_benches::{FaultMix, HEADER, Population};
use shared::{cells, each};

fn values(criterion: &mut Criterion, residents: &Population) {
    let column = |header| cells(residents, header);
    let mut group = criterion.benchmark_group("field/parse");
    each(&mut group, "BirthDate", &column("dob"), |cell| BirthDate::parse(cell));
    each(&mut group, "Sex", &column("sex"), |cell| Sex::parse(cell));
    each(&mut group, "CitizenId", &column("cccd"), |cell| CitizenId::parse(cell));
    each(&mut group, "IdentityCard", &column("cmnd"), |cell| IdentityCard::parse(cell));
    each(&mut group, "Phone", &column("phone"), |cell| Phone::parse(cell));
    each(&mut group, "Address", &column("address"), |cell| Address::parse(cell));
    each(&mut group, "UnitName", &column("commune"), |cell| UnitName::parse(cell));
    each(&mut group, "Province::find", &column("province"), |cell| Province::find(cell));
    group.finish();
    let place = |header| HEADER.iter().skip(2).position(|name| *name == header).unwrap();
    let [province, district, commune] = ["province", "district", "commune"].map(place);
    let units = residents.rows().map(|row| row.texts);
    let units: Vec<[&str; 3]> =
        units.map(|cells| [cells[province], cells[district], cells[commune]]).collect();
    let mut group = criterion.benchmark_group("field/resolve");
    each(&mut group, "resolve_place", &units, |[province, district, commune]| {
        resolve_place(province, district, commune)
    });
    // Without a district and marks, and all in one cell.
    let plain: Vec<[String; 2]> = units
        .iter()
        .map(|[province, _, commune]| [province, commune].map(|c| hoten::fold(c).into()))
        .collect();
    each(&mut group, "resolve_place, unmarked, no district", &plain, |[province, commune]| {
        resolve_place(province, "", commune)
    });
    let whole: Vec<String> = units
        .iter()
        .map(|[province, district, commune]| {
            format!("Tổ 3, ấp An Hòa, {commune}, {district}, {province}")
        })
        .collect();
    each(&mut group, "resolve_place, one address", &whole, |address| {
        PlaceQuery::default().address(address).resolve()
    });
    group.finish();
}

/// The text cells of the records, by whether any of them looks damaged.
fn records(residents: &Population, damaged: bool) -> Vec<Vec<&str>> {
    let texts = residents.rows().map(|row| row.texts.to_vec());
    texts.filter(|cells| cells.iter().any(|cell| is_suspicious(cell)) == damaged).collect()
}

fn encodings(criterion: &mut Criterion, residents: &Population) {
    let names: Vec<&str> =
        cells(residents, "full_name").into_iter().filter(|cell| is_suspicious(cell)).collect();
    // The bytes behind the cells, as an old file holds them.
    let bytes: Vec<Vec<u8>> = names
        .iter()
        .map(|name| name.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect())
        .collect();
    let mut group = criterion.benchmark_group("clean/legacy cell");
    each(&mut group, "decode TCVN3", &bytes, |cell| decode(cell, Encoding::Tcvn3));
    each(&mut group, "decode VNI", &bytes, |cell| decode(cell, Encoding::VniWindows));
    each(&mut group, "redecode TCVN3", &names, |cell| redecode(cell, Encoding::Tcvn3));
    group.finish();
    let mut group = criterion.benchmark_group("clean/detect a record");
    for (kind, damaged) in [("sound", false), ("damaged", true)] {
        let records = records(residents, damaged);
        each(&mut group, kind, &records, |cells| detect(cells.iter().copied()));
    }
    group.finish();
}

fn main() {
    let mut criterion = shared::criterion();
    values(&mut criterion, &shared::residents(4_000, FaultMix::Base));
    // The mix with the most old fonts.
    encodings(&mut criterion, &shared::residents(4_000, FaultMix::WornBooks));
    criterion.final_summary();
}
