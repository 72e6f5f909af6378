"""The `jingbao` command: Django's management commands under one name.

A mistake of the user or of a page ends in one line that says what to do, never in a traceback.
"""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from jingbao.core.errors import JingbaoError

USAGE = """jingbao: official Chinese announcements, read into facts and printed as an English newsletter.

  jingbao demo [--no-serve]                     the whole line on shipped reconstructions
  jingbao add PATH... [--url U --seen DAY]      take in saved pages, archives, mail, indexes
  jingbao work [STEP] [--limit N]               clean, read, group, draft
  jingbao issue 2024-07..2024-08 --printed DAY  assemble and write an issue
  jingbao explain URL-or-id                     the facts of one page, each with its quotation
  jingbao export readings --jsonl FILE          one object per page
  jingbao registers [DEVELOPMENT]               published lists of names: rows and names
  jingbao lookup NAME                           which registers name a party, in any form of its name
  jingbao compare EARLIER LATER                 what a later register adds, leaves out, changes
  jingbao flags                                 what needs a person
  jingbao serve [--port N]                      issues and archive on a local page

Each takes --help. JINGBAO_HOME says where database, archive and output live."""


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jingbao.settings")
    if len(sys.argv) < 2 or sys.argv[1] in ("help", "-h", "--help"):
        print(USAGE)
        return
    try:
        execute_from_command_line(["jingbao", *sys.argv[1:]])
    except JingbaoError as error:
        sys.exit(f"{error.concerns}: {error.cause}.\n  {error.todo}")
    except ImproperlyConfigured as error:
        sys.exit(f"Settings: {error}")
    except BrokenPipeError:  # the reader of our output has seen enough (`| head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        sys.exit("Stopped. Nothing is lost: the same command goes on from here.")


if __name__ == "__main__":
    main()
