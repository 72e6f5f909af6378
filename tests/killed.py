"""python -m tests.killed POINT NTH COMMAND...: run a jingbao command and SIGKILL it at the NTH call of a function.

POINT is module:function (or module:Class.function). The product knows nothing of this: the function is wrapped in this
process only, and nothing runs after the signal: no `finally`, no rollback, no flush.
"""

import importlib
import os
import signal
import sys
from typing import Any

import django


def kill_at(point: str, nth: int) -> None:
    module_name, _, path = point.partition(":")
    owner: Any = importlib.import_module(module_name)
    *outer, name = path.split(".")
    for part in outer:
        owner = getattr(owner, part)
    original, calls = getattr(owner, name), 0

    def wrapped(*args: Any, **kwargs: Any) -> Any:
        nonlocal calls
        calls += 1
        answer = original(*args, **kwargs)
        if calls == nth:
            os.kill(os.getpid(), signal.SIGKILL)
        return answer

    setattr(owner, name, wrapped)


def main() -> None:
    from jingbao.command import main as jingbao

    point, nth, *command = sys.argv[1:]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jingbao.settings")
    django.setup()
    kill_at(point, int(nth))
    sys.argv = ["jingbao", *command]
    jingbao()


if __name__ == "__main__":
    main()
