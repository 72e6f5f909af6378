"""The local pages."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from jingbao.core.values import to_json
from jingbao.desk.models import IssueRow
from tests.samples import sample_issue

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(settings: Any, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    issue = sample_issue()
    IssueRow.objects.create(name=issue.number, printed=date(2024, 9, 5), value_json=to_json(issue))
    folder = tmp_path / "out" / issue.number
    (folder / "sources").mkdir(parents=True)
    (folder / "issue.html").write_text("<!doctype html><p>The issue</p>")
    (folder / "sources" / "ab.bin").write_bytes(b"<script>alert(1)</script>")
    (tmp_path / "secret-key").write_text("secret")
    return tmp_path


def test_home_lists_the_issues(home: Path, client: Client) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert sample_issue().edition in page.content.decode()


def test_an_empty_home_says_what_to_type(client: Client, settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    assert "jingbao demo" in client.get("/").content.decode()


def test_a_demonstration_says_so_on_every_page(home: Path, client: Client) -> None:
    (home / "notice.txt").write_text("Demonstration only.\n")
    assert "Demonstration only." in client.get("/").content.decode()
    assert "Demonstration only." in client.get("/flags/").content.decode()


def test_an_issue_is_served_and_its_originals_are_never_shown_as_pages(home: Path, client: Client) -> None:
    number = sample_issue().number
    assert client.get(f"/issues/{number}/", follow=True).headers["Content-Type"].startswith("text/html")
    original = client.get(f"/issues/{number}/sources/ab.bin")
    assert original.headers["Content-Type"] == "application/octet-stream"
    assert original.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("path", ["../../secret-key", "..%2f..%2fsecret-key", "/etc/passwd", "nothing.html", "sources"])
def test_nothing_outside_an_issue_is_served(home: Path, client: Client, path: str) -> None:
    assert client.get(f"/issues/{sample_issue().number}/{path}").status_code == 404


def test_an_issue_that_is_not_there_is_not_found(home: Path, client: Client) -> None:
    assert client.get("/issues/1999-01/issue.html").status_code == 404


def test_every_answer_forbids_scripts_and_framing(home: Path, client: Client) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "frame-ancestors 'none'" in policy
    assert client.get("/").headers["X-Content-Type-Options"] == "nosniff"


def test_an_unknown_host_name_is_refused(home: Path, client: Client) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400
