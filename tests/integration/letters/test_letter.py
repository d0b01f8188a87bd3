"""What a letter says, word by word."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localtime

from content_models.vocabulary import ChangeClass
from editorial_workflows.regional_notices import RegionNotice
from tests.factories import people
from tests.factories.published import article, supplement
from tests.factories.supplemented import CONTENT

from .mornings import DAY, changed, morning, taken, told

pytestmark = pytest.mark.django_db
SAFETY = {"change_class": ChangeClass.SAFETY}


FOOT = (
    "-- \nBrevet går till regionens redaktörer och godkännare, högst en gång om dagen och bara när "
    "det finns något nytt. Den som har stängt av alla aviseringar i sitt konto får det inte: "
    f"{settings.WAGTAILADMIN_BASE_URL}/admin/account/"
)


def test_the_letter() -> None:
    people.regional_editor("14")
    changed()
    RegionNotice.objects.update(message="Se över era hänvisningar.\nRing oss gärna.")
    changed("glaukom", **SAFETY)
    morning()
    [letter] = taken()["rut"]
    assert letter.subject == ("Tillägg: 2 artiklar ändrade nationellt – Västra Götalandsregionen")
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"
    host = settings.WAGTAILADMIN_BASE_URL
    on = date_format(localtime(RegionNotice.objects.latest("pk").made_at), "j F Y")
    assert (
        letter.body
        == f"""\
Det här gäller tilläggen från Västra Götalandsregionen.

ÄNDRAT NATIONELLT

Glaukom, ändrad {on}
HÅLLS INNE för läsarna tills ni har bekräftat: 2
- Utredning, efter ”Mät synskärpan.”: texten där har ändrats; hålls inne
- Utredning, sist i avsnittet: texten där har ändrats; hålls inne
{host}/admin/regional/articles/14/sv/glaukom/

Katarakt, ändrad {on}
- Utredning, efter ”Mät synskärpan.”: texten där har ändrats
- Utredning, sist i avsnittet: texten där har ändrats
Från de nationella redaktörerna:
> Se över era hänvisningar.
> Ring oss gärna.
{host}/admin/regional/articles/14/sv/katarakt/

Er startsida: {host}/admin/

{FOOT}
"""
    )


def test_its_addresses_are_there_for_its_reader() -> None:
    rut = people.regional_editor("14")
    changed()
    morning()
    addresses = [
        word.removeprefix(settings.WAGTAILADMIN_BASE_URL)
        for word in told()["rut"].split()
        if word.startswith(settings.WAGTAILADMIN_BASE_URL)
    ]
    assert len(addresses) == 3
    for address in addresses:
        assert people.client_of(rut).get(address).status_code == 200, address


def test_a_long_list_is_cut_and_counted() -> None:
    people.regional_editor("14")
    for number in range(32):
        dated_article = article(f"nr-{number}", title=f"Nr {number}", sections=CONTENT)
        supplement(dated_article, "14", id="ett", review_by=DAY - timedelta(days=1))
    morning()
    body = told()["rut"]
    assert body.count("- Nr ") == 30
    assert "… och 2 till" in body
