"""`/`: where to go, until the reader is there."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from content_models.models import ListedArticle
from content_models.vocabulary import SOURCE_LANGUAGE

EXAMPLE = "katarakt"


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """A Swedish page of links; the example's stand there once it is published."""
    example = ListedArticle.objects.filter(key=EXAMPLE, language=SOURCE_LANGUAGE).first()
    context = {"example": example, "is_demonstration": settings.DEMONSTRATION}
    return render(request, "cms/home.html", context)
