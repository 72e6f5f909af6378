from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "jingbao.archive"
    label = "archive"
