"""The guide in docs/: its links lead somewhere, its pages are listed, its code runs."""

import re
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md"))
GUIDE = [page for page in PAGES if not page.startswith("findings/")]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def text(page):
    return (DOCS / page).read_text(encoding="utf-8")


def blocks(page):
    return re.findall(r"^```python\n(.*?)^```$", text(page), re.MULTILINE | re.DOTALL)


def anchors(page):
    heads = re.findall(r"^#+ (.+)$", text(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head).strip().lower().replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page):
    prose = re.sub(r"^```.*?^```$|`[^`\n]*`", "", text(page), flags=re.MULTILINE | re.DOTALL)
    for link in LINK.findall(prose):
        if "://" in link:
            continue
        path, _, anchor = link.partition("#")
        target = (DOCS / page).parent / path if path else DOCS / page
        assert target.exists(), link
        if anchor and target.suffix == ".md":
            assert anchor in anchors(target.resolve().relative_to(DOCS).as_posix()), link


def test_every_page_is_in_the_summary():
    listed = LINK.findall(text("SUMMARY.md"))
    assert sorted(listed) == sorted(set(GUIDE) - {"SUMMARY.md"} | {"findings/README.md"})


def test_every_finding_is_linked_from_its_list():
    pages = {page.removeprefix("findings/") for page in PAGES if page.startswith("findings/")}
    assert pages - {"README.md"} <= set(LINK.findall(text("findings/README.md")))


@pytest.mark.parametrize("page", [page for page in GUIDE if blocks(page)])
def test_code_runs(page, tmp_path, monkeypatch):
    if "pyspark" in text(page) and (find_spec("pyspark") is None or shutil.which("java") is None):
        pytest.skip("Spark needs a Java runtime, and none could be installed")
    monkeypatch.chdir(tmp_path)
    names = {"__name__": "guide"}
    for number, block in enumerate(blocks(page), 1):
        exec(compile(block, f"{page}, block {number}", "exec"), names)  # noqa: S102


@pytest.mark.parametrize("page", [p for p in GUIDE if p.split("/")[0] in ("tutorial", "how-to")])
def test_both_languages_have_the_same_code(page):
    other = page.replace(".vi.md", ".md") if ".vi." in page else page.replace(".md", ".vi.md")
    assert blocks(page) and blocks(page) == blocks(other)
