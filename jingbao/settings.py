"""Django settings, from environment variables that are checked at start.

JINGBAO_HOME   folder of database, archive and output (default ~/.jingbao)
JINGBAO_BEAT   folder name under catalog/beats (default china-tmt)
JINGBAO_HOSTS  host names `jingbao serve` answers to, separated by commas (default localhost,127.0.0.1)
"""

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def _home() -> Path:
    home = Path(os.environ.get("JINGBAO_HOME") or Path.home() / ".jingbao").expanduser().absolute()
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"JINGBAO_HOME={home} cannot be made ({error}). Name a folder you may write."
        ) from error
    return home


def _secret(path: Path) -> str:
    """One random key per home, made once; two processes that start together agree on the first one written."""
    if not path.exists():
        handle, draft = tempfile.mkstemp(dir=path.parent)  # made readable by its owner only
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(50))
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
        os.unlink(draft)
    key = path.read_text(encoding="ascii")
    if len(key) < 50:
        raise ImproperlyConfigured(f"{path} is damaged. Delete it; a new key is made at the next start.")
    return key


HOME = _home()
BEAT = os.environ.get("JINGBAO_BEAT", "china-tmt")

SECRET_KEY = _secret(HOME / "secret-key")
DEBUG = False
ALLOWED_HOSTS = [host.strip() for host in os.environ.get("JINGBAO_HOSTS", "localhost,127.0.0.1").split(",")]

INSTALLED_APPS = ["jingbao.archive", "jingbao.desk", "jingbao"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "jingbao.desk.headers.security_headers",
    "django.middleware.common.CommonMiddleware",  # refuses host names that are not ours
]
ROOT_URLCONF = "jingbao.urls"
WSGI_APPLICATION = "jingbao.wsgi.application"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": HOME / "jingbao.sqlite3",
        "OPTIONS": {
            # One writer, many readers, no disk sync per row: every step can be repeated after a crash.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
