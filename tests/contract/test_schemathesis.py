"""Made-up requests against the OpenAPI document, in process: what it says is what happens."""

from __future__ import annotations

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

from cms.api import answering
from cms.api.api import api
from search.indexing import catch_up
from tests.factories.published import article, codes, supplement

pytestmark = pytest.mark.django_db
PATHS = tuple(api.get_openapi_schema(path_prefix="/api/v1/")["paths"])


@pytest.fixture
def _connection_stays_open(db):
    """As in Django's own test client: the test's transaction is the requests'."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def description(_connection_stays_open, settings, tmp_path):
    """The API with a little content in it, indexed."""
    settings.SEARCH_INDEX_PATH = tmp_path / "search"
    answering.forget()
    codes("H25\tÅldersstarr")
    supplement(article(diagnosis_codes=("H25",), programme_area="Ögon"), after=1)
    catch_up()
    yield schemathesis.openapi.from_wsgi("/api/v1/openapi.json", WSGIHandler())
    answering.forget()


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("path", PATHS)
def test_every_call_does_what_its_description_says(description, path, mode):
    operation = description[path]["GET"]
    if mode is GenerationMode.NEGATIVE and not operation.definition.raw.get("parameters"):
        return  # without parameters there is nothing to get wrong

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=12, database=None, suppress_health_check=list(HealthCheck))
    def holds(case):
        case.call_and_validate()

    holds()
