"""`python -m benchmarks.matrix_content COUNT`: a database for the matrix; see `desk_content`.

Two thirds of the cells hold something: one supplement, or two, in every state there is. The
matrix reads what is kept of supplements when they are published, so that alone is made here.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from benchmarks.desk_content import asked, make

HELD = (0, 1, 2)
"""How many supplements a region has to an article; each as likely."""
REVIEWED, LONG_AGO = (None, date(2023, 1, 1), date(2090, 1, 1)), date(2023, 1, 1)


def keep_standings() -> None:
    from content_models.models import ListedArticle
    from region_overlays.models import Region, SupplementStanding

    random = Random(1)
    codes = list(Region.objects.values_list("code", flat=True))
    SupplementStanding.objects.all().delete()
    made = [
        SupplementStanding(**said)
        for key in ListedArticle.objects.order_by("key").values_list("key", flat=True)
        for code in codes
        for said in _standings(random, key, code)
    ]
    SupplementStanding.objects.bulk_create(made, batch_size=1000)


def _standings(random: Random, key: str, region: str) -> Iterator[dict[str, Any]]:
    from region_overlays.staleness import Status

    for number in range(random.choice(HELD)):
        status = random.choice([Status.CURRENT, Status.NATIONAL_CHANGED, Status.ANCHOR_LOST])
        yield {
            "part": f"{key}/sv/{region}/{number}",
            "key": key,
            "language": "sv",
            "region": region,
            "supplement": str(number),
            "page_id": 0,
            "sequence": 0,
            "section": "avsnitt-2",
            "status": status,
            "is_withheld": status is not Status.CURRENT and random.random() < 0.1,
            "review_by": random.choice(REVIEWED),
            "valid_until": LONG_AGO if random.random() < 0.1 else None,
        }


def addresses() -> dict[str, str]:
    """The list of articles is what the matrix is measured by."""
    from django.urls import reverse

    return {
        "list of articles": reverse("desk:articles"),
        "matrix": reverse("desk:matrix"),
        "matrix, one region": f"{reverse('desk:matrix')}?region=14",
    }


def main(count: int) -> None:
    make(count)
    keep_standings()
    print(json.dumps(asked(addresses())), flush=True)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    main(int(sys.argv[1]))
