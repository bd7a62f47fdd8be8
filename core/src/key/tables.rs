//! Generated from `data/messages.tsv` by `tests/tables.rs`; do not edit.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::message::Lang;

/// Why two names are alike, or are not; a stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Reason {
    /// The same.
    Same,
    /// The marks differ, or one side has none.
    MarksDiffer,
    /// Sounds alike.
    SoundAlike,
    /// Heard alike: l and n.
    HeardLN,
    /// Heard alike: s and x.
    HeardSX,
    /// Heard alike: tr and ch.
    HeardTrCh,
    /// Heard alike: d, gi and r.
    HeardDGiR,
    /// Heard alike: v and d.
    HeardVD,
    /// Heard alike: final n, ng and nh.
    HeardNNg,
    /// Heard alike: final t, c and ch.
    HeardTC,
    /// Heard alike: the tones hỏi and ngã.
    HeardHoiNga,
    /// One sound written in two ways: i and y.
    HeardIY,
    /// Heard alike: rhymes, like iêu and iu.
    HeardRhyme,
    /// Two forms of one word, like Hoàng and Huỳnh.
    Doublet,
    /// One letter differs.
    OneLetter,
    /// One side is abbreviated.
    Abbreviation,
    /// Some letters could not be read.
    Illegible,
    /// One side has no surname.
    SurnameMissing,
    /// One side lacks a middle name.
    MiddleMissing,
    /// One side lacks a word of the given name.
    GivenMissing,
    /// The order of the words differs.
    OrderChanged,
    /// Some words differ.
    Different,
    /// One side has no name.
    NoName,
}

impl Reason {
    /// Every code.
    pub const ALL: &'static [Self] = &[
        Self::Same,
        Self::MarksDiffer,
        Self::SoundAlike,
        Self::HeardLN,
        Self::HeardSX,
        Self::HeardTrCh,
        Self::HeardDGiR,
        Self::HeardVD,
        Self::HeardNNg,
        Self::HeardTC,
        Self::HeardHoiNga,
        Self::HeardIY,
        Self::HeardRhyme,
        Self::Doublet,
        Self::OneLetter,
        Self::Abbreviation,
        Self::Illegible,
        Self::SurnameMissing,
        Self::MiddleMissing,
        Self::GivenMissing,
        Self::OrderChanged,
        Self::Different,
        Self::NoName,
    ];

    /// The stable code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::MarksDiffer => "marks_differ",
            Self::SoundAlike => "sound_alike",
            Self::HeardLN => "heard_l_n",
            Self::HeardSX => "heard_s_x",
            Self::HeardTrCh => "heard_tr_ch",
            Self::HeardDGiR => "heard_d_gi_r",
            Self::HeardVD => "heard_v_d",
            Self::HeardNNg => "heard_n_ng",
            Self::HeardTC => "heard_t_c",
            Self::HeardHoiNga => "heard_hoi_nga",
            Self::HeardIY => "heard_i_y",
            Self::HeardRhyme => "heard_rhyme",
            Self::Doublet => "doublet",
            Self::OneLetter => "one_letter",
            Self::Abbreviation => "abbreviation",
            Self::Illegible => "illegible",
            Self::SurnameMissing => "surname_missing",
            Self::MiddleMissing => "middle_missing",
            Self::GivenMissing => "given_missing",
            Self::OrderChanged => "order_changed",
            Self::Different => "different",
            Self::NoName => "no_name",
        }
    }

    /// The words, with `{name}` marks for parameters.
    pub(crate) fn template(self, lang: Lang) -> &'static str {
        let [vi, en] = match self {
            Self::Same => ["Giống nhau.", "The same."],
            Self::MarksDiffer => ["Khác dấu, hoặc một bên không ghi dấu.", "The marks differ, or one side has none."],
            Self::SoundAlike => ["Nghe giống nhau.", "Sounds alike."],
            Self::HeardLN => ["Nghe giống nhau: l và n.", "Heard alike: l and n."],
            Self::HeardSX => ["Nghe giống nhau: s và x.", "Heard alike: s and x."],
            Self::HeardTrCh => ["Nghe giống nhau: tr và ch.", "Heard alike: tr and ch."],
            Self::HeardDGiR => ["Nghe giống nhau: d, gi và r.", "Heard alike: d, gi and r."],
            Self::HeardVD => ["Nghe giống nhau: v và d.", "Heard alike: v and d."],
            Self::HeardNNg => ["Nghe giống nhau: âm cuối n, ng và nh.", "Heard alike: final n, ng and nh."],
            Self::HeardTC => ["Nghe giống nhau: âm cuối t, c và ch.", "Heard alike: final t, c and ch."],
            Self::HeardHoiNga => ["Nghe giống nhau: dấu hỏi và dấu ngã.", "Heard alike: the tones hỏi and ngã."],
            Self::HeardIY => ["Một âm viết hai cách: i và y.", "One sound written in two ways: i and y."],
            Self::HeardRhyme => ["Nghe giống nhau: vần, như iêu và iu.", "Heard alike: rhymes, like iêu and iu."],
            Self::Doublet => ["Hai dạng của một chữ, như Hoàng và Huỳnh.", "Two forms of one word, like Hoàng and Huỳnh."],
            Self::OneLetter => ["Khác một chữ cái.", "One letter differs."],
            Self::Abbreviation => ["Một bên viết tắt.", "One side is abbreviated."],
            Self::Illegible => ["Có chữ không đọc được.", "Some letters could not be read."],
            Self::SurnameMissing => ["Một bên không có họ.", "One side has no surname."],
            Self::MiddleMissing => ["Một bên thiếu chữ đệm.", "One side lacks a middle name."],
            Self::GivenMissing => ["Một bên thiếu chữ trong tên.", "One side lacks a word of the given name."],
            Self::OrderChanged => ["Thứ tự các chữ khác nhau.", "The order of the words differs."],
            Self::Different => ["Có chữ khác nhau.", "Some words differ."],
            Self::NoName => ["Một bên không có họ tên.", "One side has no name."],
        };
        match lang {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }
}
