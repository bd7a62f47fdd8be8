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
        match (self, lang) {
            (Self::Same, Lang::Vi) => "Giống nhau.",
            (Self::Same, Lang::En) => "The same.",
            (Self::MarksDiffer, Lang::Vi) => "Khác dấu, hoặc một bên không ghi dấu.",
            (Self::MarksDiffer, Lang::En) => "The marks differ, or one side has none.",
            (Self::SoundAlike, Lang::Vi) => "Nghe giống nhau.",
            (Self::SoundAlike, Lang::En) => "Sounds alike.",
            (Self::HeardLN, Lang::Vi) => "Nghe giống nhau: l và n.",
            (Self::HeardLN, Lang::En) => "Heard alike: l and n.",
            (Self::HeardSX, Lang::Vi) => "Nghe giống nhau: s và x.",
            (Self::HeardSX, Lang::En) => "Heard alike: s and x.",
            (Self::HeardTrCh, Lang::Vi) => "Nghe giống nhau: tr và ch.",
            (Self::HeardTrCh, Lang::En) => "Heard alike: tr and ch.",
            (Self::HeardDGiR, Lang::Vi) => "Nghe giống nhau: d, gi và r.",
            (Self::HeardDGiR, Lang::En) => "Heard alike: d, gi and r.",
            (Self::HeardVD, Lang::Vi) => "Nghe giống nhau: v và d.",
            (Self::HeardVD, Lang::En) => "Heard alike: v and d.",
            (Self::HeardNNg, Lang::Vi) => "Nghe giống nhau: âm cuối n, ng và nh.",
            (Self::HeardNNg, Lang::En) => "Heard alike: final n, ng and nh.",
            (Self::HeardTC, Lang::Vi) => "Nghe giống nhau: âm cuối t, c và ch.",
            (Self::HeardTC, Lang::En) => "Heard alike: final t, c and ch.",
            (Self::HeardHoiNga, Lang::Vi) => "Nghe giống nhau: dấu hỏi và dấu ngã.",
            (Self::HeardHoiNga, Lang::En) => "Heard alike: the tones hỏi and ngã.",
            (Self::HeardIY, Lang::Vi) => "Một âm viết hai cách: i và y.",
            (Self::HeardIY, Lang::En) => "One sound written in two ways: i and y.",
            (Self::HeardRhyme, Lang::Vi) => "Nghe giống nhau: vần, như iêu và iu.",
            (Self::HeardRhyme, Lang::En) => "Heard alike: rhymes, like iêu and iu.",
            (Self::Doublet, Lang::Vi) => "Hai dạng của một chữ, như Hoàng và Huỳnh.",
            (Self::Doublet, Lang::En) => "Two forms of one word, like Hoàng and Huỳnh.",
            (Self::OneLetter, Lang::Vi) => "Khác một chữ cái.",
            (Self::OneLetter, Lang::En) => "One letter differs.",
            (Self::Abbreviation, Lang::Vi) => "Một bên viết tắt.",
            (Self::Abbreviation, Lang::En) => "One side is abbreviated.",
            (Self::Illegible, Lang::Vi) => "Có chữ không đọc được.",
            (Self::Illegible, Lang::En) => "Some letters could not be read.",
            (Self::SurnameMissing, Lang::Vi) => "Một bên không có họ.",
            (Self::SurnameMissing, Lang::En) => "One side has no surname.",
            (Self::MiddleMissing, Lang::Vi) => "Một bên thiếu chữ đệm.",
            (Self::MiddleMissing, Lang::En) => "One side lacks a middle name.",
            (Self::GivenMissing, Lang::Vi) => "Một bên thiếu chữ trong tên.",
            (Self::GivenMissing, Lang::En) => "One side lacks a word of the given name.",
            (Self::OrderChanged, Lang::Vi) => "Thứ tự các chữ khác nhau.",
            (Self::OrderChanged, Lang::En) => "The order of the words differs.",
            (Self::Different, Lang::Vi) => "Có chữ khác nhau.",
            (Self::Different, Lang::En) => "Some words differ.",
            (Self::NoName, Lang::Vi) => "Một bên không có họ tên.",
            (Self::NoName, Lang::En) => "One side has no name.",
        }
    }
}
