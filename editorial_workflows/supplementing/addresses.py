"""The addresses of a region's own screens, under /admin/regional/."""

from django.urls import path

from editorial_workflows.supplementing.moving import Move
from editorial_workflows.supplementing.screens import Advice, OutlineScreen
from editorial_workflows.supplementing.settling_screen import Settle

URLS = [
    path("supplements/<int:page_id>/advice/", Advice.as_view(), name="advice"),
    path("supplements/<int:page_id>/move/", Move.as_view(), name="move"),
    path("supplements/<int:page_id>/settle/", Settle.as_view(), name="settle"),
    path(
        "articles/<str:region>/<str:language>/<slug:key>/", OutlineScreen.as_view(), name="outline"
    ),
]
