"""Wagtail's API v2 with every field that ours answers with as well."""

from django.urls import path
from wagtail.api import APIField
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet

from content_models.models import ARTICLE_MODELS

FIELDS = (
    *("key", "summary", "sections", "references", "programme_area", "approving_body"),
    *("care_levels", "review_by", "counterpart_key", "keywords", "article_codes"),
)
for model in ARTICLE_MODELS:
    model.api_fields = [APIField(name) for name in FIELDS]

router = WagtailAPIRouter("wagtailapi")
router.register_endpoint("pages", PagesAPIViewSet)

urlpatterns = [path("api/v2/", router.urls)]
