"""The addresses of the screens of translation, under /admin/translations/."""

from django.urls import path

from editorial_workflows.translating import keeping, list_screen, screens

URLS = [
    path("", list_screen.List.as_view(), name="list"),
    path("pages/<int:page_id>/", screens.Start.as_view(), name="start"),
    path("pages/<int:page_id>/source-changes/", screens.SourceChanges.as_view(), name="changes"),
    path("pages/<int:page_id>/update/", screens.Update.as_view(), name="update"),
    path("pages/<int:page_id>/apart/", screens.KeepApart.as_view(), name="apart"),
    path("pages/<int:page_id>/in-step/", screens.KeepInStep.as_view(), name="in_step"),
    path(
        "pages/<int:page_id>/texts/<int:segment_id>/", keeping.KeepText.as_view(), name="keep_text"
    ),
]
