"""From saved pages to a printed issue, as a user runs it."""

import json
import random
import shutil
from pathlib import Path

import pytest

from tests.home import DEMO, add, files, issue, jingbao, succeed

# Where `jingbao work` (and add, issue) are killed: after the nth call of the function returned.
KILLS = (
    ("add", "jingbao.archive.store:keep", 40),  # bytes written, row not
    ("add", "jingbao.steps.add:_save", 60),  # a row inside an open transaction
    ("work", "jingbao.steps.clean:_clean_page", 5),  # inside the first batch of clean
    ("work", "jingbao.archive.models:FlagRow.save_once", 3),  # a flag inside a batch of clean
    ("work", "jingbao.core.clean:clean", 100),  # a document made, not saved
    ("work", "jingbao.steps.read:_read_document", 30),  # inside a batch of read
    ("work", "jingbao.archive.models:ReadingRow.objects.create", 70),  # a reading saved, its flags not
    ("work", "jingbao.steps.group:_place", 35),  # a reading placed inside a batch
    ("work", "jingbao.steps.group:_merge", 4),  # two developments merged or one joined
    ("work", "jingbao.steps.group:_develop", 20),  # a development described
    ("work", "jingbao.steps.draft:_draft_development", 6),  # a draft saved
    ("work", "jingbao.steps.draft:save_brief", 20),  # a brief saved, its development not marked
)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the demonstration ran undisturbed."""
    home = tmp_path_factory.mktemp("demo")
    succeed(home, "demo", "--no-serve")
    return home


def printed(home: Path) -> dict[str, bytes]:
    (folder,) = (p for p in (home / "out").iterdir() if not p.name.startswith("."))
    return files(folder)


def test_the_demo_writes_every_format_and_says_it_is_one(demo: Path) -> None:
    made = printed(demo)
    assert {"issue.html", "issue.md", "issue.json", "issue.txt", "issue.eml"} <= set(made)
    for name, content in made.items():
        if name.startswith("issue.") and name != "issue.eml":
            assert "reconstruction" in content.decode(), name
        if name.startswith("sources/") and name.endswith(".html"):
            assert "reconstruction" in content.decode(), name


def test_the_demo_twice_changes_nothing(demo: Path) -> None:
    before = printed(demo)
    assert "0 new pages" in succeed(demo, "demo", "--no-serve")
    assert printed(demo) == before


def test_explain_shows_title_issuer_status_and_a_date_with_quotation(demo: Path) -> None:
    made = json.loads(printed(demo)["issue.json"])
    items = [item for section in made["sections"] for item in section["items"]]
    text = succeed(demo, "explain", items[0]["brief"]["url"])
    for fact in ("title:", "issuer:", "status:", "published:"):
        assert fact in text
    assert "【" in text


def test_a_changed_digit_in_a_page_changes_it_in_the_issue(demo: Path, tmp_path: Path) -> None:
    """The deadline printed comes from the page, not from anywhere else."""
    before, after = "2024年9月22日".encode(), "2024年9月23日".encode()
    header, *lines = (DEMO / "pages.tsv").read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if before in (DEMO / line.split("\t")[1]).read_bytes()]
    assert lines
    pages = tmp_path / "pages"
    for name in {line.split("\t")[1] for line in lines}:
        (pages / name).parent.mkdir(parents=True, exist_ok=True)
        (pages / name).write_bytes((DEMO / name).read_bytes().replace(before, after))
    (pages / "pages.tsv").write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    home = tmp_path / "home"
    add(home, pages)
    succeed(home, "work")
    text = files(issue(home))["issue.html"].decode()
    assert "22 September 2024" in printed(demo)["issue.html"].decode()
    assert "23 September 2024" in text
    assert "22 September 2024" not in text


def test_nothing_known_after_the_day_of_printing_is_printed(demo: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(demo, home)
    succeed(home, "issue", "2024-07..2024-08", "--printed", "2024-08-10")
    made = json.loads((home / "out/2024-07..2024-08/issue.json").read_text())
    briefs = [item["brief"] for section in made["sections"] for item in section["items"]]
    assert briefs
    assert all(brief["published"] <= "2024-08-10" for brief in briefs)
    assert len(briefs) < len([i for s in json.loads(printed(demo)["issue.json"])["sections"] for i in s["items"]])


def test_killed_once_in_each_step_it_ends_the_same(demo: Path, tmp_path: Path) -> None:
    """The short form of the acceptance line: some of the kills, one after another in one home."""
    home = tmp_path / "home"
    for command, point, nth in KILLS[1::5]:
        args = {
            "add": ("add", str(DEMO), "--seen", "2024-09-05T09:00:00+08:00"),
            "work": ("work",),
        }[command]
        if command == "work" and not (home / "added").exists():
            add(home, DEMO)
            (home / "added").touch()
            shutil.copy(demo / "notice.txt", home)
        done = jingbao(home, *args, kill=(point, nth))
        assert done.returncode == -9, f"{point}: not killed but {done.returncode}\n{done.stdout}{done.stderr}"
    succeed(home, "work")
    issue(home)
    assert printed(home) == printed(demo)


@pytest.mark.prove
@pytest.mark.parametrize(("command", "point", "nth"), [k for k in KILLS if k[0] == "work"], ids=lambda v: str(v))
def test_killed_during_work_and_run_again_the_issue_is_the_same(
    demo: Path, tmp_path: Path, command: str, point: str, nth: int
) -> None:
    home = tmp_path / "home"
    add(home, DEMO)
    shutil.copy(demo / "notice.txt", home)
    assert jingbao(home, command, kill=(point, nth)).returncode == -9
    succeed(home, "work")
    issue(home)
    assert printed(home) == printed(demo)
    print(f"\nkilled at call {nth} of {point}: {len(printed(home))} files, the same byte for byte")


def test_killed_while_an_issue_is_written_the_old_one_stays_until_the_new_one_is_whole(
    demo: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    shutil.copytree(demo, home)
    args = ("issue", "2024-07..2024-08", "--printed", "2024-08-10")
    assert jingbao(home, *args, kill=("jingbao.steps.issue:_quoted", 1)).returncode == -9
    assert printed(home) == printed(demo)
    succeed(home, *args)
    assert printed(home) != printed(demo)


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(3))
def test_the_order_in_which_pages_come_in_does_not_matter(demo: Path, tmp_path: Path, seed: int) -> None:
    """Pages come in three shuffled portions, worked on in between."""
    header, *lines = (DEMO / "pages.tsv").read_text(encoding="utf-8").splitlines()
    random.Random(seed).shuffle(lines)
    home = tmp_path / "home"
    for n in range(3):
        part = tmp_path / f"part{n}"
        shutil.copytree(DEMO, part)
        (part / "pages.tsv").write_text("\n".join([header, *lines[n::3]]) + "\n", encoding="utf-8")
        add(home, part)
        succeed(home, "work")
    shutil.copy(demo / "notice.txt", home)
    issue(home)
    assert printed(home) == printed(demo)
