"""Splink on a file of the generator: prepared, trained and scored as a good engineer would.

Writes the scored pairs to OUT/pairs.parquet (left_id, right_id, probability).
"""

import argparse
import logging
import time
from pathlib import Path

import duckdb
import splink.comparison_level_library as cll
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink.comparison_library import CustomComparison

from prepare import prepare


def levels(column, *middle, tf=None, tf_floor=0.0):
    """Null, exact (with term frequency of `tf`), the given levels, anything else."""
    exact = cll.ExactMatchLevel(column)
    if tf:
        exact = exact.configure(tf_adjustment_column=tf, tf_minimum_u_value=tf_floor)
    return [cll.NullLevel(column), exact, *middle, cll.ElseLevel()]


def level(sql, label, **options):
    made = cll.CustomLevel(sql, label_for_charts=label)
    return made.configure(**options) if options else made


def comparisons():
    """Whole names are compared, so that their parts are not counted as if independent."""
    name = [
        cll.NullLevel("name"),
        level("name_marked_l = name_marked_r", "same with marks",
              tf_adjustment_column="name", tf_minimum_u_value=1e-6),
        level("name_l = name_r", "same without marks",
              tf_adjustment_column="name", tf_minimum_u_value=1e-6),
        level("name_joined_l = name_joined_r", "same but for blanks"),
        level("given_l = given_r and surname_l = surname_r", "same surname and given",
              tf_adjustment_column="given", tf_minimum_u_value=1e-4),
        level("name_sound_l = name_sound_r", "same metaphone"),
        level("damerau_levenshtein(name_l, name_r) <= 1", "one letter"),
        level("given_l = given_r and initials_l = initials_r", "initials and given name"),
        level("jaro_winkler_similarity(name_l, name_r) >= 0.92", "jaro-winkler 0.92"),
        level("given_l = given_r", "same given",
              tf_adjustment_column="given", tf_minimum_u_value=1e-4),
        level("jaro_winkler_similarity(name_l, name_r) >= 0.85", "jaro-winkler 0.85"),
        level("given_sound_l = given_sound_r", "same metaphone of given"),
        level("jaro_winkler_similarity(name_joined_l, name_joined_r) >= 0.75", "jaro-winkler 0.75"),
        level("surname_l = surname_r", "same surname"),
        cll.ElseLevel(),
    ]
    born = [
        cll.NullLevel("birth_year"),
        level("birth_date_l = birth_date_r and birth_day_l = 1 and birth_month_l = 1",
              "both the first of January"),
        cll.ExactMatchLevel("birth_date"),
        level("birth_year_l = birth_year_r and (birth_month_l is null or birth_month_r is null)",
              "same year, one has no day"),
        level("birth_year_l = birth_year_r and birth_month_l = birth_month_r", "same month"),
        level("birth_year_l = birth_year_r and (birth_day_l = 1 and birth_month_l = 1"
              " or birth_day_r = 1 and birth_month_r = 1)", "same year, one the first of January"),
        level("birth_year_l = birth_year_r and birth_day_l = birth_month_r"
              " and birth_month_l = birth_day_r", "day and month swapped"),
        level("damerau_levenshtein(birth_date_l, birth_date_r) <= 1", "one digit"),
        cll.ExactMatchLevel("birth_year"),
        level("abs(birth_year_l - birth_year_r) = 1", "next year"),
        level("birth_day_l = birth_day_r and birth_month_l = birth_month_r", "same day, other year"),
        cll.ElseLevel(),
    ]
    number = lambda column: levels(  # noqa: E731
        column, cll.DamerauLevenshteinLevel(column, 1), cll.DamerauLevenshteinLevel(column, 2))
    cccd = levels(
        "cccd",
        cll.DamerauLevenshteinLevel("cccd", 1),
        cll.DamerauLevenshteinLevel("cccd", 2),
        level("cccd_l[7:12] = cccd_r[7:12]", "same serial"),
        level("cccd_l[1:6] = cccd_r[1:6]", "same place, sex and year"),
    )
    # Father and mother come together, and siblings share both: one comparison, no term frequency.
    near = lambda column: (  # noqa: E731
        f"(jaro_winkler_similarity({column}_l, {column}_r) >= 0.9 or {column}_given_l = {column}_given_r)")
    one_missing = "(father_l is null or father_r is null or mother_l is null or mother_r is null)"
    parents = [
        level("(father_l is null or father_r is null) and (mother_l is null or mother_r is null)",
              "missing", is_null_level=True),
        level("father_l = father_r and mother_l = mother_r", "both same"),
        level(f"(father_l = father_r or mother_l = mother_r) and {one_missing}", "one same, one missing"),
        level(f"(father_l = father_r and {near('mother')}) or (mother_l = mother_r and {near('father')})",
              "one same, one near"),
        level(f"{near('father')} and {near('mother')}", "both near"),
        level(f"({near('father')} or {near('mother')}) and {one_missing}", "one near, one missing"),
        level("father_l = father_r or mother_l = mother_r", "one same, one differs"),
        level(f"{near('father')} or {near('mother')}", "one near, one differs"),
        cll.ElseLevel(),
    ]
    place = [
        level("(commune_l is null or commune_r is null) and (hamlet_l is null or hamlet_r is null)",
              "missing", is_null_level=True),
        level("hamlet_l = hamlet_r and house_l = house_r", "same house"),
        level("hamlet_l = hamlet_r and residents_group_l = residents_group_r", "same group"),
        level("hamlet_l = hamlet_r", "same hamlet", tf_adjustment_column="hamlet"),
        level("commune_l = commune_r and hamlet_l <> hamlet_r", "same commune, other hamlet"),
        level("commune_l = commune_r", "same commune", tf_adjustment_column="commune"),
        level("province_l = province_r", "same province"),
        cll.ElseLevel(),
    ]
    made = [("name", name), ("birth", born), ("sex", levels("sex")), ("cccd", cccd),
            ("cmnd", number("cmnd")), ("phone", levels("phone", cll.DamerauLevenshteinLevel("phone", 1))),
            ("parents", parents), ("place", place)]
    return [CustomComparison(output_column_name=n, comparison_levels=ls) for n, ls in made]


RULES = [
    block_on("cccd"),
    block_on("cmnd"),
    block_on("phone", "given"),
    block_on("name", "birth_year"),
    block_on("birth_date", "given"),
    block_on("birth_date", "surname", "sex"),
    block_on("birth_date", "commune"),
    block_on("name_sound", "birth_year"),
    block_on("name_joined", "birth_year"),
    block_on("name", "commune"),
    block_on("father", "mother", "given"),
    block_on("father", "mother", "birth_year"),
    block_on("given", "birth_year", "hamlet"),
    block_on("given_sound", "birth_year", "commune", "sex"),
    block_on("father", "given"),
    block_on("mother", "given"),
    block_on("father_given", "mother_given", "birth_year"),
    block_on("surname", "birth_year", "hamlet", "sex"),
    block_on("given", "hamlet", "house"),
    block_on("substr(cccd, 8, 5)", "birth_year"),
]

# Each leaves out the comparisons it blocks on; together they train all. None blocks on parents or
# place: siblings would pass for matches there.
TRAINING = [
    block_on("cccd"),
    block_on("name", "birth_date"),
    block_on("birth_date", "given_sound"),
    block_on("name", "commune", "birth_year"),
]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--random-pairs", type=float, default=2e6)
    arguments = parser.parse_args()
    logging.getLogger("splink").setLevel(logging.WARNING)
    marks = [("start", time.process_time())]
    connection = duckdb.connect(config={"threads": arguments.threads})
    prepare(connection, arguments.file)
    marks.append(("prepare", time.process_time()))
    api = DuckDBAPI(connection)
    residents = api.register("residents", dataset_display_name="residents_in")
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=comparisons(),
        blocking_rules_to_generate_predictions=RULES,
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
        max_iterations=60,
        em_convergence=1e-4,
    )
    linker = Linker(residents, settings, log_level=logging.WARNING)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("cccd"), block_on("name_marked", "birth_date")], recall=0.55)
    linker.training.estimate_u_using_random_sampling(max_pairs=arguments.random_pairs, seed=1)
    marks.append(("u", time.process_time()))
    for rule in TRAINING:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    marks.append(("em", time.process_time()))
    pairs = linker.inference.predict()
    marks.append(("predict", time.process_time()))
    arguments.out.mkdir(parents=True, exist_ok=True)
    connection.execute(
        "copy (select unique_id_l as left_id, unique_id_r as right_id, match_weight as weight,"
        f" match_probability as probability from {pairs.physical_name})"
        f" to '{arguments.out / 'pairs.parquet'}' (format parquet)")
    linker.misc.save_model_to_json(str(arguments.out / "model.json"), overwrite=True)
    for (_, before), (stage, at) in zip(marks, marks[1:]):
        print(f"{stage} {at - before:.1f} CPU s")


if __name__ == "__main__":
    main()
