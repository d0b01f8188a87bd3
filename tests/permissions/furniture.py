"""What there is besides texts: files, people, settings; nobody's who asks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import (
    Collection,
    Locale,
    Page,
    Site,
    Task,
    UploadedFile,
    Workflow,
    WorkflowPage,
)

from content_models.models import NationalRootPage
from content_models.vocabulary import Kind
from editorial_workflows.mandates import Mandate
from editorial_workflows.roles import ADMINISTRATORS, DRAFT_READERS
from tests.factories import people
from tests.factories.published import article, codes

from .objects import Thing, subfolders
from .registers import registers
from .roles import OTHER

PUBLISHED = f"published/{'0' * 64}.txt"


def furniture(regional: Thing, national: Thing) -> dict[str, Any]:
    """By the names that the tables use; the paths of addresses without a name by their routes."""
    codes("H25\tÅldersstarr")
    article("start", kind=Kind.START_PAGE, title="Start", sections=[])
    uploader = people.regional_editor(OTHER, "ragnhild")
    _write(Path(settings.MEDIA_ROOT) / PUBLISHED)
    return {
        "subfolders": subfolders(),
        "region page": regional.page.get_parent().pk,
        "live page": "/kunskapsstod/national-live/",
        "folder": national.page.get_parent().pk,
        "national root": NationalRootPage.objects.get().pk,
        "every page": list(Page.objects.filter(depth__gt=1).values_list("pk", flat=True)),
        "code": "H25",
        **_files(uploader),
        **_settings(),
        **registers(),
        "session": _session(uploader, regional).pk,
        "/": "/",
        "/api/v1/": "/api/v1/",
        "/api/v1/openapi.json": "/api/v1/openapi.json",
        "/api/v1/^.*$": "/api/v1/nothing",
        "/^api/v1$": "/api/v1",
        "/healthz": "/healthz",
        "/readyz": "/readyz",
        "/admin/test404/": "/admin/test404/",
        "/admin/^.*/$": "/admin/nothing/",
        "/media/<path:path>": "/media/library.txt",
        r"/^media/(?P<path>published/[0-9a-f]{64}\.[a-z0-9]+)$": f"/media/{PUBLISHED}",
    }


def _files(uploader: Any) -> dict[str, Any]:
    _write(Path(settings.MEDIA_ROOT) / "library.txt")
    image = Image.objects.create(
        title="Bild", file=get_test_image_file(), uploaded_by_user=uploader
    )
    # A world before this one may have left its file, and the name is a part of the address.
    default_storage.delete("documents/fil.txt")
    document = Document.objects.create(
        title="Fil", file=ContentFile(b"Text.", name="fil.txt"), uploaded_by_user=uploader
    )
    return {
        "image": image.pk,
        "document": document.pk,
        "uploaded image": _upload(Image, uploader),
        "uploaded document": _upload(Document, uploader),
    }


def _upload(model: type[Any], uploader: Any) -> int:
    """A file that someone has sent and not yet described."""
    upload = UploadedFile.objects.create(
        for_content_type=ContentType.objects.get_for_model(model),
        file=get_test_image_file(),
        uploaded_by_user=uploader,
    )
    pk: int = upload.pk
    return pk


def _settings() -> dict[str, Any]:
    victim = people.draft_reader("viktor")
    return {
        "user": victim.pk,
        "superuser": _superuser("sven").pk,
        "national root": NationalRootPage.objects.get().pk,
        "national workflow": WorkflowPage.objects.get(
            page=NationalRootPage.objects.get()
        ).workflow_id,
        "administrators": Group.objects.get(name=ADMINISTRATORS).pk,
        "group": Group.objects.get(name=DRAFT_READERS).pk,
        "mandate": Mandate.objects.order_by("pk").first().pk,
        "workflow": Workflow.objects.order_by("pk").first().pk,
        "task": Task.objects.order_by("pk").first().pk,
        "collection": Collection.get_first_root_node().add_child(name="Samling").pk,
        "site": Site.objects.get().pk,
        "locale": Locale.objects.get(language_code="se").pk,
    }


def _superuser(name: str) -> Any:
    user = people.person(name)
    user.is_superuser = True
    user.save()
    return user


def _session(user: Any, thing: Thing) -> EditingSession:
    return EditingSession.objects.create(
        user=user,
        content_type=ContentType.objects.get_for_model(thing.page),
        object_id=thing.page.pk,
        last_seen_at=timezone.now(),
    )


def _write(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("Text.", encoding="utf-8")
