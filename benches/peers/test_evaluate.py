"""The judge itself: three persons, four records, one pair of one person."""

import tempfile
import unittest
from pathlib import Path

import numpy as np

from evaluate import Truth, best_threshold, clusters_of, judge, pairs_within, year_of

RESIDENTS = """\
"record_id","source","full_name","dob","sex","cccd","cmnd","province","district","commune","address","father_name","mother_name","phone"
0,"dancu","Thạch Sươl","1950","Nam",,,,,,,"Thạch Kim","Sơn Thị Lan",
1,"cccd","THACH SUOL","1950-01-01","Nam",,,,,,,"Thạch Kim","Sơn Thị Lan",
2,"dancu","Thạch Sươn","1950-02-03","Nam",,,,,,,"Thạch Kim","Sơn Thị Lan",
3,"dancu","Lê Thị Bé","1980-02-03","Nữ",,,,,,,,,
"""
TRUTH = "record_id,person_id\n0,7\n1,7\n2,8\n3,9\n"
FAULTS = "record_id,group,hard_cases,faults\n0,khmer,,DayMonthUnknown\n1,khmer,,\n2,khmer,twin,\n3,kinh,,\n"


class Judge(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        for name, text in (("residents", RESIDENTS), ("truth", TRUTH), ("faults", FAULTS)):
            (Path(self.folder.name) / f"{name}.csv").write_text(text)
        self.truth = Truth(Path(self.folder.name))

    def tearDown(self):
        self.folder.cleanup()

    def test_groups_and_figures(self):
        result = judge(self.truth, np.array([[0, 1], [0, 2]]))
        self.assertEqual((result["all"]["precision"], result["all"]["recall"]), (0.5, 1.0))
        self.assertAlmostEqual(result["all"]["f1"], 2 / 3)
        self.assertEqual(result["year only"]["found"], 2)
        self.assertEqual(judge(self.truth, np.array([[2, 3]]))["khmer"]["found"], 1)
        self.assertEqual(judge(self.truth, np.array([[1, 3]]))["year only"]["found"], 0)

    def test_the_best_threshold_parts_no_equal_scores(self):
        pairs = np.array([[0, 3], [0, 2], [0, 1]])
        self.assertEqual(best_threshold(self.truth, pairs, np.array([1.0, 2.0, 3.0])), 3.0)
        # Persons 0 and 1 are one as well, at the end of a band of three: all or none of it.
        self.truth.true = np.array([[0, 1], [0, 2], [0, 3]])
        self.truth.person[:] = [7, 7, 8, 7]
        pairs = np.array([[0, 1], [0, 3], [1, 2], [2, 3], [0, 2]])
        score = np.array([2.0, 1.0, 1.0, 1.0, 1.0])
        self.assertEqual(best_threshold(self.truth, pairs, score), 2.0)

    def test_clusters(self):
        clusters = clusters_of([(1, 0), (3, 1)], 4)
        self.assertEqual(clusters.tolist(), [0, 0, 2, 0])
        self.assertEqual(pairs_within(clusters).tolist(), [[0, 1], [0, 3], [1, 3]])

    def test_relations(self):
        self.assertEqual(self.truth.relation(0, 2), "siblings")
        self.truth.hard[0].add("twin")
        self.assertEqual(self.truth.relation(0, 2), "twins")
        self.assertEqual(self.truth.relation(0, 3), "others")

    def test_years(self):
        for date, year in (("05/08/1962", 1962), ("19620805", 1962), ("--/--/1950", 1950), ("5/8/62", None)):
            self.assertEqual(year_of(date), year)


if __name__ == "__main__":
    unittest.main()
