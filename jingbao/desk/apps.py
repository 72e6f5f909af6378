from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "jingbao.desk"
    label = "desk"
