"""The Python example of README.md runs as it stands."""

import re
from pathlib import Path


def test_the_example_runs(capsys):
    text = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})  # noqa: S102
    assert capsys.readouterr().out
