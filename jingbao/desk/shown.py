"""How a local page is shown: its template with what all pages share."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jingbao.desk.notice import notice
from jingbao.formats.style import STYLE, icon


def show(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, template, {"notice": notice(), "style": STYLE, "icon": icon(), **context})
