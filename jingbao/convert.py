"""Old Word, WPS and RTF files -> DOCX or XLSX, by LibreOffice where it is installed.

The files are hostile: LibreOffice runs in a folder of its own that is thrown away, without network where the system
allows that, with macros off, links not followed, and bounded time, memory and output.
"""

import functools
import io
import os
import re
import resource
import shutil
import signal
import subprocess
import tempfile
import zipfile
from pathlib import Path

from jingbao.core.attachments import kind
from jingbao.core.attachments.packed import opened
from jingbao.core.errors import Unreadable

SECONDS = 90
_CPU_SECONDS = 80
_MEMORY = 4 * 2**30
_LARGEST = 60 * 2**20  # bytes of any file it writes
_BY_HAND = "Open it in Word or WPS, save it as .docx or .xlsx and add that."
# How to read each kind; without this LibreOffice takes a damaged file for plain text.
_FILTERS = {".doc": "MS Word 97", ".rtf": "Rich Text Format", ".xls": "MS Excel 97"}
_PROPERTIES = ("docProps/core.xml", "docProps/app.xml")
_MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
# Of LibreOffice's settings: no macro runs, nothing linked is fetched.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
%s
</oor:items>
"""
_ITEM = '<item oor:path="/org.openoffice.Office.%s"><prop oor:name="%s" oor:op="fuse"><value>%s</value></prop></item>'
_SET = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Misc", "UseLocking", "false"),
    ("Writer/Content/Update", "Link", "0"),
    ("Calc/Content/Update", "Link", "2"),
)


@functools.cache
def program() -> str | None:
    """Path of LibreOffice, None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def convert(content: bytes, target: str, name: str) -> bytes:
    """The file as DOCX or XLSX (target), the same bytes for the same file.

    Raises Unreadable (not installed, damaged, too slow) or TooLarge, naming the file.
    """
    office = program()
    if office is None:
        todo = "Install libreoffice-writer-nogui and libreoffice-calc-nogui, then run `jingbao work` again."
        raise Unreadable(name, "LibreOffice is not installed", todo, permanent=False)
    with tempfile.TemporaryDirectory(prefix="jingbao-convert-") as folder:
        home = Path(folder)
        source = home / f"file.{_suffix(content, name)}"
        source.write_bytes(content)
        settings = home / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS % "\n".join(_ITEM % item for item in _SET), encoding="utf-8")
        _run(office, source, target, home, name)
        made = home / "out" / f"file.{target}"
        if not made.is_file():
            raise Unreadable(name, "LibreOffice could not convert it: it may be damaged or locked", _BY_HAND)
        return _bare(made.read_bytes(), name)


def _suffix(content: bytes, name: str) -> str:
    """What LibreOffice knows the kind by; Kingsoft's own files are old Office files under another name."""
    return {"wps": "doc", "et": "xls"}.get(what := kind(content, name), what)


def _run(office: str, source: Path, target: str, home: Path, name: str) -> None:
    command = [
        *alone(),
        office,
        f"-env:UserInstallation={(home / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard"),
        f"--infilter={_FILTERS[source.suffix]}",
        *("--convert-to", target, "--outdir", str(home / "out"), str(source)),
    ]
    dead = "http://127.0.0.1:9"  # no proxy answers there
    env = {
        "PATH": os.environ.get("PATH", os.defpath),
        "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
        "HOME": str(home),
        "TMPDIR": str(home),
        "http_proxy": dead,
        "https_proxy": dead,
    }
    quiet = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 - the program found on the path, no shell, our own arguments
        command, cwd=home, env=env, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True, preexec_fn=_bound
    ) as running:
        try:
            running.wait(SECONDS)
        except subprocess.TimeoutExpired as error:
            raise Unreadable(name, f"LibreOffice took more than {SECONDS} seconds to convert it", _BY_HAND) from error
        finally:
            _end(running)


def _end(running: subprocess.Popen[bytes]) -> None:
    """End the program and all it started: they are one group, led by it."""
    try:
        os.killpg(running.pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _bound() -> None:
    """Limits of the child, set before the program starts."""
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_LARGEST, _LARGEST))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@functools.cache
def alone() -> tuple[str, ...]:
    """A command that takes the network away, () where the system does not let us."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return ()
    command = (unshare, "--map-root-user", "--net")
    tried = subprocess.run([*command, "true"], capture_output=True, check=False, timeout=20)  # noqa: S603
    return command if tried.returncode == 0 else ()


def _bare(content: bytes, name: str) -> bytes:
    """The file with its moments taken out and its parts in order: its bytes depend on the text alone."""
    out = io.BytesIO()
    with opened(content, name) as made, zipfile.ZipFile(out, "w") as kept:
        for part in sorted(made.namelist()):
            info = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            inner = made.read(part)
            kept.writestr(info, _MOMENT.sub(b"1980-01-01T00:00:00Z", inner) if part in _PROPERTIES else inner)
    return out.getvalue()
