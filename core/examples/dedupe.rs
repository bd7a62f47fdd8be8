//! The main job: a messy resident file in, explained clusters out.
//!
//! `cargo run --release --example dedupe --features file,report -- FILE [options]`, or `make demo`.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use hoten::{
    Evaluation, FieldName, FileTable, Finding, Lang, Linkage, Linker, Progress, ReadOptions,
    ReportOptions, Stage, example_pairs, explanation_text, finding_title, read_file, write_report,
};
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

const USAGE: &str = "\
Cách dùng / usage: dedupe FILE [options]
  FILE                     tệp CSV / CSV file (UTF-8, UTF-16, TCVN3, VNI, CP1258; , ; tab |)
  --truth FILE             tệp record_id, person_id để đo độ đúng / to measure precision and recall
  --out DIR                thư mục kết quả / folder of the results [target/demo]
  --threads N              số luồng / threads [0 = tất cả / all]
  --columns FIELD=HEADER,… chỉ ra cột / name columns, e.g. full_name=hoten,birth_date=ns
  --unmask                 hiện tên và số giấy tờ / show names and numbers (synthetic data only)
  --lang vi|en             ngôn ngữ của phần giải thích / language of the explanations [en]";

struct Arguments {
    file: PathBuf,
    truth: Option<PathBuf>,
    out: PathBuf,
    threads: usize,
    columns: Vec<(String, String)>,
    unmask: bool,
    lang: Lang,
}

/// The arguments, or what is wrong with them.
fn arguments(mut all: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let mut file = None;
    let mut parsed = Arguments {
        file: PathBuf::new(),
        truth: None,
        out: "target/demo".into(),
        threads: 0,
        columns: Vec::new(),
        unmask: false,
        lang: Lang::En,
    };
    while let Some(argument) = all.next() {
        let mut value =
            || all.next().ok_or_else(|| format!("{argument}: thiếu giá trị / a value is missing"));
        let wrong = |value: &str| format!("{argument} {value}: không hợp lệ / not understood");
        match argument.as_str() {
            "--truth" => parsed.truth = Some(value()?.into()),
            "--out" => parsed.out = value()?.into(),
            "--threads" => {
                let value = value()?;
                parsed.threads = value.parse().map_err(|_| wrong(&value))?;
            }
            "--columns" => {
                for choice in value()?.split(',') {
                    let (field, header) = choice.split_once('=').ok_or_else(|| wrong(choice))?;
                    parsed.columns.push((field.trim().to_owned(), header.trim().to_owned()));
                }
            }
            "--unmask" => parsed.unmask = true,
            "--lang" => {
                let value = value()?;
                parsed.lang = Lang::from_tag(&value).ok_or_else(|| wrong(&value))?;
            }
            option if option.starts_with("--") => {
                return Err(format!("{option}: không có tùy chọn này / no such option"));
            }
            _ if file.is_none() => file = Some(PathBuf::from(argument)),
            _ => return Err(wrong("")),
        }
    }
    parsed.file = file.ok_or("FILE: thiếu tệp / a file is missing")?;
    Ok(parsed)
}

fn main() -> ExitCode {
    let (code, screen, trouble) = command(std::env::args().skip(1).collect());
    eprint!("{trouble}");
    // A reader that has seen enough (`| head`) is no failure.
    let _ = io::stdout().write_all(screen.as_bytes());
    ExitCode::from(code)
}

/// Exit code, and what goes to standard output and standard error: 0 done, 1 the job could not be
/// done, 2 the arguments were not understood.
pub(crate) fn command(given: Vec<String>) -> (u8, String, String) {
    if given.iter().any(|argument| argument == "--help" || argument == "-h") {
        return (0, format!("{USAGE}\n"), String::new());
    }
    let arguments = match arguments(given.into_iter()) {
        Ok(arguments) => arguments,
        Err(wrong) => return (2, String::new(), format!("{wrong}\n\n{USAGE}\n")),
    };
    match run(&arguments) {
        Ok(screen) => (0, screen, String::new()),
        Err(error) => {
            let words = format!("{}\n{}\n", error.message(Lang::Vi), error.message(Lang::En));
            (1, String::new(), words)
        }
    }
}

/// Does the job; gives the screen to print.
fn run(arguments: &Arguments) -> hoten::Result<String> {
    let started = Instant::now();
    let mut line = ProgressLine::new();
    line.tell("đọc tệp / reading the file", None);
    let file = read_file(&arguments.file, &ReadOptions::default())?;
    let truth = match &arguments.truth {
        Some(path) => Some(read_file(path, &ReadOptions::default())?),
        None => None,
    };
    let mut linker = Linker::new().threads(arguments.threads);
    for (field, header) in &arguments.columns {
        linker = linker.column(field, header);
    }
    let table = file.table();
    let linkage = linker.dedupe_with(&table, &mut |progress| {
        line.progress(progress);
        true
    })?;
    line.tell("viết kết quả / writing the results", None);
    let mut options = ReportOptions::default();
    options.redact = !arguments.unmask;
    options.title = name(&arguments.file);
    options.facts = facts(&file);
    options.notes = notes(&file);
    write_report(&arguments.out, &linkage, &options)?;
    let evaluation = truth.map(|truth| evaluate(&linkage, &truth));
    let wall = started.elapsed().as_secs_f64();
    line.end();
    let mut screen = Screen(String::new());
    screen.file(arguments, &file, &linkage);
    screen.findings(&linkage);
    screen.rules(&linkage);
    screen.result(&linkage);
    screen.examples(&linkage, arguments)?;
    if let Some(evaluation) = &evaluation {
        screen.evaluation(evaluation);
    }
    screen.cost(wall);
    screen.line("kết quả · results", &arguments.out.join("report.html").display().to_string());
    Ok(screen.0)
}

fn name(path: &std::path::Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn facts(file: &FileTable) -> Vec<(String, String)> {
    let delimiter = file.delimiter().map(|byte| match byte {
        b'\t' => "tab".to_owned(),
        byte => char::from(byte).to_string(),
    });
    let facts = [
        ("bảng mã · encoding", file.encoding().map(|encoding| encoding.as_str().to_owned())),
        ("dấu phân cách · delimiter", delimiter),
        ("trang tính · sheet", file.sheet().map(str::to_owned)),
    ];
    facts.into_iter().filter_map(|(label, value)| Some((label.to_owned(), value?))).collect()
}

fn notes(file: &FileTable) -> Vec<Finding> {
    file.notes().iter().map(|note| note.finding().clone()).collect()
}

fn evaluate(linkage: &Linkage<'_>, truth: &FileTable) -> Evaluation {
    let table = truth.table();
    let column = |header: &str, place: usize| {
        let named = table.names().position(|name| name == header);
        table.column(named.unwrap_or(place))
    };
    let (ids, persons) = (column("record_id", 0), column("person_id", 1));
    linkage.evaluate((0..table.rows()).filter_map(|row| Some((ids?.get(row)?, persons?.get(row)?))))
}

/// How far the run is, on one line of a terminal, or a line for each stage elsewhere.
struct ProgressLine {
    terminal: bool,
    stage: Option<Stage>,
    told: Instant,
}

impl ProgressLine {
    fn new() -> Self {
        Self { terminal: io::stderr().is_terminal(), stage: None, told: Instant::now() }
    }

    fn progress(&mut self, progress: Progress) {
        let changed = self.stage.replace(progress.stage) != Some(progress.stage);
        if !changed && (!self.terminal || self.told.elapsed().as_millis() < 100) {
            return;
        }
        self.told = Instant::now();
        let words = match progress.stage {
            Stage::Read => "phân tích bản ghi / parsing records",
            Stage::Block => "tìm cặp ứng viên / finding candidate pairs",
            Stage::Train => "ước lượng mô hình / fitting the model",
            Stage::Score => "so sánh các cặp / comparing pairs",
            Stage::Cluster => "gom nhóm / clustering",
            _ => progress.stage.as_str(),
        };
        let share = (progress.total > 0).then(|| progress.done * 100 / progress.total);
        self.tell(words, share.filter(|_| self.terminal));
    }

    fn tell(&self, words: &str, percent: Option<u64>) {
        let share = percent.map(|percent| format!(" {percent} %")).unwrap_or_default();
        if self.terminal {
            eprint!("\r\x1b[K{words}{share} …");
        } else {
            eprintln!("{words} …");
        }
    }

    fn end(&self) {
        if self.terminal {
            eprint!("\r\x1b[K");
        }
    }
}

/// The one screen at the end.
struct Screen(String);

impl Screen {
    fn line(&mut self, label: &str, value: &str) {
        let gap = " ".repeat(34_usize.saturating_sub(label.chars().count()));
        self.0.push_str(&format!("{label}{gap} {value}\n"));
    }

    fn file(&mut self, arguments: &Arguments, file: &FileTable, linkage: &Linkage<'_>) {
        let summary = linkage.summary();
        self.line("tệp · file", &arguments.file.display().to_string());
        for (label, value) in facts(file) {
            self.line(&label, &value);
        }
        let renamed = |(field, header): &(FieldName, String)| match field.as_str() {
            name if name == header => header.clone(),
            name => format!("{header} → {name}"),
        };
        let used: Vec<_> = summary.used_columns.iter().map(renamed).collect();
        self.line("cột được dùng · columns used", &used.join(", "));
        if !summary.ignored_columns.is_empty() {
            self.line("cột không dùng · columns ignored", &summary.ignored_columns.join(", "));
        }
        for note in notes(file).iter().chain(linkage.notes()) {
            self.line("  lưu ý · note", &note.message(Lang::Vi));
            self.line("", &note.message(Lang::En));
        }
        self.line("bản ghi · records", &count(summary.records));
    }

    fn findings(&mut self, linkage: &Linkage<'_>) {
        let all = &linkage.summary().findings;
        let total: u64 = all.iter().map(|found| found.rows).sum();
        self.line("điều cần xem lại · findings", &count(total));
        for found in all.iter().take(8) {
            let kind = format!("{} {}", found.field.as_str(), found.code.as_str());
            let words = finding_title(found.code, Lang::Vi);
            self.line(&format!("  {kind}"), &format!("{:>9}  {words}", count(found.rows)));
        }
        self.more(all.len(), 8);
    }

    fn rules(&mut self, linkage: &Linkage<'_>) {
        let summary = linkage.summary();
        let mut rules: Vec<_> = summary.rules.iter().collect();
        rules.sort_by_key(|rule| std::cmp::Reverse(rule.new_pairs));
        self.line("cặp ứng viên · candidate pairs", &count(summary.candidate_pairs));
        for rule in rules.iter().take(8) {
            let (new, all) = (count(rule.new_pairs), count(rule.pairs));
            let block = format!("largest block {}", count(rule.largest_block));
            let value = format!("{new:>9} new of {all:>9}, {block}");
            self.line(&format!("  {}", rule.name), &value);
        }
        self.more(rules.len(), 8);
        for refused in &summary.refused {
            let (rows, pairs) = (count(refused.rows), count(refused.pairs));
            let value = format!("{}: {rows} records, {pairs} pairs", refused.rule);
            self.line("  nhóm quá lớn · block too large", &value);
        }
    }

    fn more(&mut self, all: usize, shown: usize) {
        if all > shown {
            self.0.push_str(&format!("  … {} nữa, xem report.html · more there\n", all - shown));
        }
    }

    fn result(&mut self, linkage: &Linkage<'_>) {
        let summary = linkage.summary();
        self.line("cặp trùng · matched pairs", &count(summary.matched_pairs));
        self.line("cặp cần xem · possible pairs", &count(summary.possible_pairs));
        let (clusters, records) = (count(summary.clusters), count(summary.clustered_records));
        self.line("nhóm trùng · clusters", &format!("{clusters} ({records} records)"));
    }

    fn examples(&mut self, linkage: &Linkage<'_>, arguments: &Arguments) -> hoten::Result<()> {
        self.0.push_str("vì sao · why\n");
        for (left, right) in example_pairs(linkage, 5) {
            let explanation = linkage.explain(left, right)?;
            let text = explanation_text(&explanation, !arguments.unmask, arguments.lang);
            self.0.push_str(&format!("  {text}\n"));
        }
        Ok(())
    }

    fn evaluation(&mut self, evaluation: &Evaluation) {
        let (p, r, f) = (evaluation.precision, evaluation.recall, evaluation.f1);
        self.line("độ đúng · quality", &format!("precision {p:.4}  recall {r:.4}  F1 {f:.4}"));
    }

    fn cost(&mut self, wall: f64) {
        let cpu = cpu_seconds().map(|cpu| format!("CPU {cpu:.2} s, ")).unwrap_or_default();
        let peak = peak_megabytes().map(|peak| format!(", peak {peak} MB")).unwrap_or_default();
        self.line("thời gian, bộ nhớ · time, memory", &format!("{cpu}wall {wall:.2} s{peak}"));
    }
}

/// 1 234 567 as `1,234,567`.
fn count(value: u64) -> String {
    let digits = value.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// CPU time of all threads so far, in the kernel's hundredths of a second; Linux only.
fn cpu_seconds() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The second field is the program's name in brackets and may hold blanks.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut ticks = fields.split_whitespace().skip(11).map(str::parse::<f64>);
    Some((ticks.next()?.ok()? + ticks.next()?.ok()?) / 100.0)
}

/// Peak memory so far; Linux only.
fn peak_megabytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()?.div_ceil(1024))
}
