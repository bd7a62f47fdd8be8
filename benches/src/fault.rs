//! What goes wrong between a person and a record: every kind, how often in each register, and why.
//!
//! A rate is the share of the places where the fault can happen (names for the faults of names:
//! each of the three names of a record draws on its own) among all records, before the mix scales
//! it; careless records have more (see `mix`). Rates without a published figure are judged from the
//! facts named, and checked against what can be observed, such as how often the names beside one
//! citizen ID differ: see `profile`. They never change in a commit that changes matching.

use crate::source::Source;

/// What a fault comes from; mixes scale whole classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultClass {
    /// Heard and written down as it sounded, in the north.
    HeardNorth,
    /// Heard and written down as it sounded, in the delta.
    HeardSouth,
    /// Two right spellings, or a habit of the writer.
    Habit,
    /// Parts of a name left out, shortened or added.
    NamePart,
    /// Handwriting and paper.
    Paper,
    /// Fingers on a keyboard.
    Typing,
    /// Programs, fonts, exports.
    Machine,
    /// Khmer and minority names in Vietnamese letters.
    OtherTongue,
    /// Birth dates.
    Date,
    /// Numbers and codes.
    Number,
    /// Something not filled in.
    Missing,
    /// Moves, renamed units.
    Place,
}

macro_rules! faults {
    ($($(#[$doc:meta])+ $name:ident $class:ident [$h:literal $d:literal $c:literal $b:literal];)+) => {
        /// A kind of fault. Rates: civil book, population database, citizen ID, health insurance.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Fault {
            $($(#[$doc])+ $name,)+
        }

        impl Fault {
            /// All kinds.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The word in `faults.csv`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)+ }
            }

            /// What it comes from.
            #[must_use]
            pub fn class(self) -> FaultClass {
                match self { $(Self::$name => FaultClass::$class,)+ }
            }

            /// Rate in the base mix.
            #[must_use]
            pub fn base_rate(self, source: Source) -> f64 {
                let rates: [f64; 4] = match self { $(Self::$name => [$h, $d, $c, $b],)+ };
                rates[source as usize]
            }
        }
    };
}

faults! {
    /// l/n, s/x, tr/ch, d/gi/r heard alike in the north (vietnamese.md 1.5): Lê, Nê; Trần, Chần.
    HeardOnsetNorth HeardNorth [0.034 0.014 0.0024 0.014];
    /// v/d/gi, s/x, tr/ch heard alike in the delta (vietnamese.md 1.5): Vân, Dân.
    HeardOnsetSouth HeardSouth [0.014 0.0072 0.0012 0.0072];
    /// -n/-ng and -t/-c heard alike in the delta (vietnamese.md 1.5): Nguyễng, Nguyệc.
    HeardCoda HeardSouth [0.043 0.017 0.0024 0.019];
    /// hỏi and ngã are one tone in the delta; a clerk of Vĩnh Long wrote 1,054 times Nguyển
    /// (vietnamese.md 1.5).
    HeardTone HeardSouth [0.031 0.012 0.0017 0.013];
    /// iêu/iu, oai/ai, uy/i and other rhymes run together (vietnamese.md 1.5): Thúy, Thí.
    HeardRhyme HeardSouth [0.019 0.006 0.0012 0.0072];
    /// Court-taboo and Sino-Vietnamese doublets, both right: Phúc, Phước (vietnamese.md 1.5).
    TabooDoublet Habit [0.012 0.005 0.002 0.006];
    /// Mỹ, Mĩ; Vy, Vi (vietnamese.md 1.3).
    IyForY Habit [0.060 0.030 0.008 0.035];
    /// Hoà for Hòa: both styles are right, the old one is usual (vietnamese.md 1.2).
    NewToneStyle Habit [0.23 0.25 0.23 0.23];
    /// Hùynh for Huỳnh: the mark on the wrong vowel (vietnamese.md 1.2).
    MisplacedTone Typing [0.014 0.014 0.0048 0.017];
    /// Thỵ for Thị: an old spelling of the women's middle name.
    ThyForThi Habit [0.10 0.066 0.030 0.070];
    /// The middle name left out, usual in old books (vietnamese.md 3).
    MiddleDropped NamePart [0.061 0.0072 0.0014 0.01];
    /// Thị or Văn put in by the clerk (vietnamese.md 3).
    MarkerAdded NamePart [0.029 0.014 0.0029 0.018];
    /// The mother's surname, shortened, put before the name: Ng. Trần Khánh Thắm.
    MotherSurnameAdded NamePart [0.0029 0.0022 0.00043 0.0022];
    /// Ng. Hoàng Nam, T. Thành Luân: forbidden since Decree 158/2005, usual before
    /// (vietnamese.md 3).
    NameShortened NamePart [0.019 0.0022 0.0011 0.015];
    /// L. V. Linh: parents' names are shortened more often.
    ParentShortened NamePart [0.086 0.024 0.015 0.15];
    /// Ông, Bà, Anh, Chị, Cụ before the name (vietnamese.md 3).
    Honorific NamePart [0.0086 0.0011 0.0 0.0029];
    /// Letters that cannot be read: `?` or `…`; many books are damaged (vietnamese.md 7).
    Illegible Paper [0.039 0.0 0.0 0.0];
    /// A neighbouring key: Tjị, Nfuyễn.
    NeighbourKey Typing [0.014 0.011 0.0036 0.014];
    /// A letter missed: Nguễn, hạm.
    LetterDropped Typing [0.014 0.011 0.0036 0.014];
    /// A letter twice: Trrần.
    LetterDoubled Typing [0.0072 0.0053 0.0019 0.0072];
    /// Two letters in the wrong order: Nọgc.
    LettersSwapped Typing [0.0072 0.006 0.0024 0.0072];
    /// No blank between two words, or a blank in the wrong place: HuỳnhThị, VanC huong.
    BlankLost Typing [0.012 0.006 0.0048 0.0096];
    /// Telex keys left in the text: Phamj (vietnamese.md 2).
    TelexLeft Typing [0.0036 0.0036 0.0014 0.006];
    /// VNI keys left in the text: Nguye6n4 (vietnamese.md 2).
    VniKeysLeft Typing [0.00096 0.00096 0.00024 0.0014];
    /// One word without its marks.
    WordUnmarked Typing [0.0072 0.0048 0.0012 0.0048];
    /// D for Đ (vietnamese.md 1.4).
    DForDd Typing [0.053 0.036 0.014 0.048];
    /// All marks lost on the way through an old program (vietnamese.md 2: 0.2 to 0.35 % even in
    /// school lists).
    MarksLost Machine [0.050 0.038 0.030 0.110];
    /// Text of the TCVN3 (ABC) fonts read as Windows Latin (vietnamese.md 2).
    Tcvn3 Machine [0.015 0.004 0.0004 0.012];
    /// Text of the VNI fonts read as Windows Latin: half a per cent of a public list
    /// (vietnamese.md 2).
    Vni Machine [0.013 0.0035 0.0004 0.013];
    /// Marks stored as letters of their own (NFD), from Apple programs and PDF (vietnamese.md 0.4).
    Decomposed Machine [0.012 0.034 0.014 0.036];
    /// Ð or Ɖ, which look like Đ (vietnamese.md 1.4).
    DdLookalike Machine [0.007 0.010 0.003 0.012];
    /// No-break blanks between the words: 0.43 % of a school list (vietnamese.md 1.4).
    NoBreakBlank Machine [0.008 0.001 0.002 0.004];
    /// Two blanks, or a blank at an end: 0.25 % of a school list (vietnamese.md 1.4).
    StrayBlank Machine [0.005 0.004 0.001 0.011];
    /// All in capitals: the habit of ID cards.
    UpperCase Machine [0.128 0.215 0.555 0.250];
    /// All in small letters.
    LowerCase Machine [0.008 0.004 0.0 0.002];
    /// A Khmer element as another clerk writes it: Sa Rươl, Sà Rương (khmer.md 4).
    KhmerRespelled OtherTongue [0.52 0.3 0.11 0.31];
    /// A Khmer element in Cambodian Latin: Saroeun (khmer.md 3).
    KhmerLatin OtherTongue [0.059 0.052 0.033 0.055];
    /// Syllables written together: Sarươl, Thatính (khmer.md 4).
    KhmerJoined OtherTongue [0.21 0.22 0.13 0.16];
    /// Syllables split that the family writes together (khmer.md 4).
    KhmerSplit OtherTongue [0.11 0.11 0.037 0.11];
    /// Srây-Skoth: a hyphen between the syllables (khmer.md 4).
    KhmerHyphen OtherTongue [0.0074 0.0074 0.0018 0.0074];
    /// The surname as another clerk writes it: Neáng, Néang, Niêng; Danh, Yanh (khmer.md 4).
    KhmerSurname OtherTongue [0.22 0.14 0.046 0.11];
    /// The names of the record in Khmer letters: an old book or the list of a pagoda school (khmer.md
    /// 7.1), a paper from Cambodia. One card of the 570 Khmer records of the sample has it.
    KhmerScript OtherTongue [0.004 0.0008 0.003 0.001];
    /// Apostrophe, breve or caron of a highland name lost or changed: H'Mông was met in four
    /// spellings (vietnamese.md 1.4).
    HighlandSpelling OtherTongue [0.55 0.33 0.11 0.37];
    /// Day and month not recorded: the rule in books before 2016 (vietnamese.md 6). Scaled down
    /// for later births.
    DayMonthUnknown Date [0.46 0.013 0.006 0.012];
    /// Only the day not recorded.
    DayUnknown Date [0.005 0.006 0.001 0.002];
    /// 01/01 put for a day that was not asked for (Circular 04/2020; vietnamese.md 6).
    NewYearPut Date [0.060 0.022 0.022 0.034];
    /// Day and month exchanged, by a clerk or a spreadsheet (vietnamese.md 6).
    DayMonthSwapped Date [0.0025 0.002 0.0004 0.002];
    /// One digit of the day or month wrong.
    DateDigit Date [0.0025 0.0015 0.0004 0.002];
    /// The year before or after: age counted the old way (vietnamese.md 6).
    YearByOne Date [0.006 0.0045 0.0008 0.0065];
    /// A wrong digit in the year.
    YearDigit Date [0.0015 0.001 0.0 0.0015];
    /// 30/02, 31/04: real in issued papers (vietnamese.md 6, Thừa Thiên Huế 2020).
    ImpossibleDay Date [0.0009 0.0003 0.0 0.0003];
    /// Two digits for the year: 05/08/62.
    ShortYear Date [0.018 0.0 0.0 0.003];
    /// No birth date at all.
    DateMissing Date [0.009 0.001 0.0 0.003];
    /// The other sex (vietnamese.md 3: K' and Ka mixed up).
    SexWrong Number [0.007 0.003 0.0004 0.006];
    /// One digit of the citizen ID wrong: 26 % of the vaccination records had a wrong name, date
    /// or number (vietnamese.md 7).
    CccdDigit Number [0.010 0.0036 0.0002 0.008];
    /// Two digits of the citizen ID exchanged.
    CccdSwapped Number [0.006 0.0028 0.0002 0.0055];
    /// The number of another person of the household.
    CccdOfOther Number [0.004 0.0014 0.0 0.0035];
    /// An earlier number, cancelled and re-issued because sex, year or place was wrong (ids.md 1).
    CccdReissued Number [0.004 0.002 0.0 0.004];
    /// The leading zero lost in a spreadsheet (ids.md 1).
    CccdZeroLost Number [0.0006 0.0002 0.0 0.0006];
    /// One digit of the old card wrong.
    CmndDigit Number [0.010 0.006 0.002 0.008];
    /// No citizen ID: books are older than the number; it comes late in the other registers
    /// (vietnamese.md 7).
    CccdMissing Missing [0.70 0.060 0.006 0.289];
    /// The old nine-digit card not asked for.
    CmndMissing Missing [0.815 0.780 0.810 0.820];
    /// Sex not filled in.
    SexMissing Missing [0.043 0.0014 0.0 0.015];
    /// No district although the old unit is meant.
    DistrictMissing Missing [0.012 0.080 0.030 0.060];
    /// No commune.
    CommuneMissing Missing [0.021 0.001 0.0 0.021];
    /// No address.
    AddressMissing Missing [0.088 0.019 0.011 0.068];
    /// No house number in the address, though the house has one.
    HouseMissing Missing [0.27 0.27 0.27 0.27];
    /// No residents' group in the address.
    GroupMissing Missing [0.48 0.48 0.46 0.50];
    /// No hamlet in the address.
    HamletMissing Missing [0.18 0.052 0.033 0.195];
    /// Father not recorded.
    FatherMissing Missing [0.086 0.067 0.442 0.602];
    /// Mother not recorded.
    MotherMissing Missing [0.086 0.060 0.423 0.634];
    /// No phone.
    PhoneMissing Missing [0.971 0.763 0.71 0.727];
    /// Written with the units of 2025-07-01: communes merged, no district (vietnamese.md 5).
    NewUnit Place [0.018 0.290 0.170 0.210];
    /// Moved to another commune between two registrations.
    Moved Place [0.012 0.008 0.008 0.010];
    /// The residents' group of an earlier or later numbering.
    GroupRenumbered Place [0.03 0.03 0.03 0.03];
    /// Another word for the hamlet (khóm for ấp, thôn for xóm), or none (vietnamese.md 5).
    HamletWord Place [0.24 0.24 0.24 0.24];
}

impl Fault {
    /// A custom of the office, not damage: the same in every mix, however a record is kept.
    pub(crate) fn is_custom(self) -> bool {
        matches!(
            self,
            Self::UpperCase
                | Self::PhoneMissing
                | Self::NewUnit
                | Self::HamletWord
                | Self::NewToneStyle
                | Self::HouseMissing
                | Self::GroupMissing
        )
    }
}

/// A set of kinds of fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Faults(u128);

impl Faults {
    /// Puts a kind in.
    pub fn insert(&mut self, fault: Fault) {
        self.0 |= 1 << (fault as u32);
    }

    /// Whether a kind is in.
    #[must_use]
    pub fn contains(self, fault: Fault) -> bool {
        self.0 & (1 << (fault as u32)) != 0
    }

    /// The kinds, in the order of [`Fault::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Fault> {
        Fault::ALL.iter().copied().filter(move |&fault| self.contains(fault))
    }
}
