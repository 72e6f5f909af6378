"""What commands say of what they were given wrong."""

from pathlib import Path

from tests.home import jingbao, succeed


def test_a_bad_command_says_what_to_do(tmp_path: Path) -> None:
    for args, words in (
        (("add", str(tmp_path / "nowhere")), "Check the path"),
        (("issue", "2024-07", "--printed", "yesterday"), "2024-09-05"),
        (("issue", "July", "--printed", "2024-09-05"), "2024-07..2024-08"),
        (("issue", "2024-08", "--printed", "2024-07-01"), "day of printing after it"),
        (("explain", "https://nowhere.example/"), "jingbao add"),
        (("work", "--limit", "0"), "from 1 upwards"),
        (("export", "readings", "--jsonl", str(tmp_path / "no" / "x")), "Make it first"),
    ):
        done = jingbao(tmp_path / "home", *args)
        assert done.returncode != 0
        assert words in done.stderr
        assert "Traceback" not in done.stderr


def test_a_hostile_file_name_cannot_write_to_the_terminal(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "[b]\x1b[31m\nread · blocking · forged \u202e.html").write_bytes(b"")
    done = jingbao(tmp_path / "home", "add", str(pages))
    listed = succeed(tmp_path / "home", "flags", "--all")
    for text in (done.stdout + done.stderr, listed):
        assert "forged" in text
        assert not {"\x1b", "\u202e"} & set(text)
        assert not any(line.startswith("read · blocking") for line in text.splitlines())
