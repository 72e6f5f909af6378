"""Addresses of the local pages."""

from django.urls import path

from jingbao.desk import reading, views

urlpatterns = [
    path("", views.home, name="home"),
    path("flags/", views.flags, name="flags"),
    path("pages/", reading.pages, name="pages"),
    path("pages/<str:name>/", reading.page, name="page"),
    path("issues/<str:name>/", views.issue, name="issue"),
    path("issues/<str:name>/<path:path>", views.issue_file, name="issue-file"),
]
