"""The web server of one machine."""

import socket

from django.core.management import CommandError
from granian.constants import Interfaces
from granian.server import Server

from jingbao.management.ready import console


def serve(port: int) -> None:
    """Serve until Ctrl-C on 127.0.0.1; a port in use is a clear message, not a traceback."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise CommandError(f"port {port} cannot be used ({error.strerror}). Try --port {port + 1}.") from error
    console.print(f"Read it at [bold]http://127.0.0.1:{port}/[/] (Ctrl-C stops).", highlight=False)
    Server("jingbao.wsgi:application", "127.0.0.1", port, interface=Interfaces.WSGI, log_enabled=False).serve()
