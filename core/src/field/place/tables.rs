//! Generated from `data/province_codes.tsv` by `tests/tables.rs`; do not edit.
#![cfg_attr(rustfmt, rustfmt_skip)]

use super::regions::Former;

/// Provinces that were split before 2025; members by their place among the 63.
pub(super) static FORMER: [Former; 27] = [
    Former { name: "Bình Trị Thiên", from: Some("1976"), until: Some("1989"), members: 0x70000000 },
    Former { name: "Bắc Thái", from: Some("1965"), until: Some("1996"), members: 0x800 },
    Former { name: "Cao Lạng", from: Some("1976"), until: Some("1978"), members: 0x1004 },
    Former { name: "Châu Đốc", from: None, until: Some("1975"), members: 0x100000000000000 },
    Former { name: "Cửu Long", from: Some("1976"), until: Some("1991"), members: 0x60000000000000 },
    Former { name: "Gia Lai - Kon Tum", from: Some("1975"), until: Some("1991"), members: 0x10000000000 },
    Former { name: "Hoàng Liên Sơn", from: Some("1976"), until: Some("1991"), members: 0x220 },
    Former { name: "Hà Bắc", from: Some("1962"), until: Some("1996"), members: 0x24000 },
    Former { name: "Hà Nam Ninh", from: Some("1975"), until: Some("1991"), members: 0x1c00000 },
    Former { name: "Hà Sơn Bình", from: Some("1975"), until: Some("1991"), members: 0x401 },
    Former { name: "Hà Tuyên", from: Some("1976"), until: Some("1991"), members: 0x12 },
    Former { name: "Hà Tây", from: None, until: Some("2008"), members: 0x1 },
    Former { name: "Hà Đông", from: None, until: Some("1965"), members: 0x1 },
    Former { name: "Hải Hưng", from: Some("1968"), until: Some("1996"), members: 0x140000 },
    Former { name: "Hậu Giang", from: Some("1976"), until: Some("1991"), members: 0x1400000000000000 },
    Former { name: "Long Xuyên", from: None, until: Some("1975"), members: 0x100000000000000 },
    Former { name: "Minh Hải", from: Some("1976"), until: Some("1996"), members: 0x6000000000000000 },
    Former { name: "Nam Hà", from: Some("1965"), until: Some("1996"), members: 0xc00000 },
    Former { name: "Nghĩa Bình", from: Some("1976"), until: Some("1989"), members: 0x600000000 },
    Former { name: "Nghệ Tĩnh", from: Some("1976"), until: Some("1991"), members: 0xc000000 },
    Former { name: "Phú Khánh", from: Some("1976"), until: Some("1989"), members: 0x1800000000 },
    Former { name: "Quảng Nam - Đà Nẵng", from: Some("1976"), until: Some("1996"), members: 0x180000000 },
    Former { name: "Rạch Giá", from: None, until: Some("1975"), members: 0x200000000000000 },
    Former { name: "Sông Bé", from: Some("1976"), until: Some("1996"), members: 0x500000000000 },
    Former { name: "Sơn Tây", from: None, until: Some("1965"), members: 0x1 },
    Former { name: "Thuận Hải", from: Some("1976"), until: Some("1991"), members: 0x6000000000 },
    Former { name: "Vĩnh Phú", from: Some("1968"), until: Some("1996"), members: 0x18000 },
];
