"""The columns peers get: prepare.sql, and one phonetic code for each distinct name."""

from pathlib import Path

import jellyfish
import pyarrow as pa

SQL = Path(__file__).with_name("prepare.sql")


def prepare(connection, file):
    """Makes the table `residents` from a CSV file of the generator."""
    connection.execute(
        "create table source_file as select * from read_csv(?, all_varchar=true, nullstr='')",
        [str(file)],
    )
    *first, last = [part for part in SQL.read_text().split(";\n") if part.strip()]
    for statement in first:
        connection.execute(statement)
    codes = {}
    rows = []
    for (name,) in connection.execute("select distinct name from cells where name is not null").fetchall():
        words = name.split(" ")
        for word in words:
            if word not in codes:
                codes[word] = jellyfish.metaphone(word)
        rows.append((name, " ".join(codes[word] for word in words), codes[words[-1]] or None))
    columns = zip(*rows) if rows else ([], [], [])
    connection.register("phonetic", pa.table(dict(zip(("value", "code", "code_given"), map(list, columns)))))
    connection.execute(last)
