"""Makes the demo's register: 20,000 residents of one commune, none of whom exists, as an index file.

    python bindings-wasm/demo/residents.py OUT.hoten [RESIDENTS]
"""

import csv
import random
import sys
import tempfile
from pathlib import Path

import hoten

SURNAMES = "Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Huỳnh Võ Phan Đặng Bùi Đỗ Hồ Ngô Dương Lý".split()
KHMER_SURNAMES = "Chau Neáng Thạch Sơn Kim Danh".split()
MEN = "Gia Minh Quốc Hữu Đức Thành Văn Hoàng Ngọc Thanh Trọng Tấn".split()
WOMEN = "Thị Thị Thị Ngọc Kim Thanh Mỹ Thu Bích Hồng".split()
MEN_GIVEN = "Bảo Khôi Thịnh Phước Anh Dũng Tâm Phúc Nhân Tài Lộc Sang Hùng Cường Đạt Khang Tuấn Hải Long Sơn".split()
WOMEN_GIVEN = "Ánh Thảo Ngọc Duyên Linh Hồng Hà Loan Mai Hoa Lan Yến Trang Như Vy Thủy Tiên Hạnh Nga Phượng".split()
KHMER_GIVEN = "Sóc Kha,Sa Rây,Chanh Đa,Sô Phia,Ri Thy,Vi Chét,Sa Mon,Kim Sang,Pho La,Na Rinh".split(",")
HAMLETS = "An Lợi,An Hòa,An Thạnh,Thiên Tuế,Rau Tần,Vồ Bà,Vồ Đầu,Tà Lọt".split(",")


def name(random_: random.Random, sex: str, khmer: bool, surname: str | None = None) -> str:
    if khmer:
        surname = surname or random_.choice(KHMER_SURNAMES)
        return f"{surname} {random_.choice(KHMER_GIVEN)}"
    middles, givens = (MEN, MEN_GIVEN) if sex == "Nam" else (WOMEN, WOMEN_GIVEN)
    words = [surname or random_.choice(SURNAMES), random_.choice(middles)]
    if random_.random() < 0.5:
        words.append(random_.choice(MEN_GIVEN if sex == "Nam" else WOMEN_GIVEN))
    words.append(random_.choice(givens))
    return " ".join(dict.fromkeys(words))


def residents(count: int) -> list[dict[str, str]]:
    random_ = random.Random(2026)
    rows = []
    for at in range(count):
        sex = random_.choice(["Nam", "Nữ"])
        khmer = random_.random() < 0.25
        year = random_.randint(1940, 2025)
        father = name(random_, "Nam", khmer)
        own = name(random_, sex, khmer, None if khmer and sex == "Nữ" else father.split()[0])
        code = (0 if sex == "Nam" else 1) + (2 if year >= 2000 else 0)
        rows.append(
            {
                "record_id": f"NC-{at + 1:05d}",
                "full_name": own,
                "birth_date": f"{random_.randint(1, 28):02d}/{random_.randint(1, 12):02d}/{year}",
                "sex": sex,
                "citizen_id": f"089{code}{year % 100:02d}{(at * 7919 + 104729) % 1000000:06d}",
                "province": "Tỉnh An Giang",
                "commune": "Xã Núi Cấm",
                "address": f"Ấp {random_.choice(HAMLETS)}",
                "father_name": father,
                "mother_name": name(random_, "Nữ", khmer),
            }
        )
    # The one that the demo's readers may look for.
    rows[0].update(full_name="Nguyễn Gia Bảo", birth_date="12/05/2025", sex="Nam", citizen_id="089225104729")
    rows[0].update(father_name="Nguyễn Văn Tâm", mother_name="Trần Thị Hồng")
    return rows


def main() -> None:
    out = Path(sys.argv[1])
    rows = residents(int(sys.argv[2]) if len(sys.argv) > 2 else 20_000)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "residents.csv"
        with file.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, rows[0])
            writer.writeheader()
            writer.writerows(rows)
        out.parent.mkdir(parents=True, exist_ok=True)
        out.unlink(missing_ok=True)
        hoten.Index.build(str(file), str(out))
    out.chmod(0o644)  # The demo is served; its residents are nobody's.


if __name__ == "__main__":
    main()
