"""Work in every state, so that a newcomer meets the lists filled; made once, by the real verbs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from cms import demo
from content_models.documents.rendering import stored
from content_models.models import ApprovingBody, ArticleKey, ProgrammeArea
from content_models.vocabulary import ChangeClass
from editorial_workflows import decisions, submitting
from editorial_workflows.submissions import Submission
from region_overlays.models import SupplementPage
from region_overlays.setup import region_page

FOLDER = "arbete"
BODY = "Nationellt programområde ögonsjukdomar"
REGION, OTHER_REGION = "14", "12"
PEOPLE = {REGION: "vastra-gotaland", OTHER_REGION: "skane"}
"""Region → what its log-ins begin with."""


def ensure_work() -> list[str]:
    """Import the articles that are missing and take each to its state; gives their keys."""
    folder = settings.ROOT / "demo" / FOLDER
    made = []
    for key, take in STATES.items():
        if ArticleKey.objects.filter(key=key).exists():
            continue
        with transaction.atomic():
            call_command("import_content", str(folder / f"{key}.md"), stdout=StringIO())
            page = ArticleKey.objects.get(key=key).page
            body = ApprovingBody.objects.get_or_create(name=BODY)[0]
            take(_rewritten(page, approving_body=body))
        made.append(key)
    return made


def _rewritten(page: Any, by: str = demo.EDITOR, **fields: Any) -> Any:
    """A new draft by one of the demonstration's people."""
    draft = Page.objects.get(pk=page.pk).specific.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision(user=demo.login(by), log_action=True)
    return Page.objects.get(pk=page.pk).specific


def _handed_in(
    page: Any,
    note: str,
    change_class: ChangeClass = ChangeClass.SUBSTANTIVE,
    by: str = demo.EDITOR,
) -> Submission:
    return submitting.submit(page, demo.login(by), change_class, note)


def _approved(submission: Submission, by: str, remark: str = "") -> None:
    submission.refresh_from_db()
    state = submission.workflow_state
    assert state is not None  # noqa: S101 - it was handed in a line ago
    state.refresh_from_db()
    decisions.approve(state.current_task_state, demo.login(by), remark=remark)


def _published(page: Any) -> Any:
    submission = _handed_in(page, "Ny artikel.")
    _approved(submission, demo.EXPERT, "Stämmer med gällande kunskapsläge.")
    _approved(submission, demo.APPROVER)
    return Page.objects.get(pk=page.pk).specific


def _draft(page: Any) -> None:
    """Left as it is: nobody has handed it in."""


def _waits_for_expert(page: Any) -> None:
    _handed_in(page, "Ny artikel om glaukom med kontrollintervall.")


def _waits_for_approval(page: Any) -> None:
    submission = _handed_in(page, "Tydligare om när bedömningen är brådskande.")
    _approved(submission, demo.EXPERT, "Bra att raka linjer nämns.")


def _sent_back(page: Any) -> None:
    submission = _handed_in(page, "Ny artikel.")
    state = submission.workflow_state
    assert state is not None  # noqa: S101 - it was handed in a line ago
    decisions.send_back(
        state.current_task_state,
        demo.login(demo.EXPERT),
        remark="Ange hur länge patienten ska pröva droppar innan det är dags för återbesök.",
    )


def _scheduled(page: Any, *, after: timedelta = timedelta(days=30)) -> None:
    page = _rewritten(page, go_live_at=timezone.now() + after)
    submission = _handed_in(page, "Ny artikel.")
    _approved(submission, demo.EXPERT)
    _approved(submission, demo.APPROVER)


def _stopped(page: Any) -> None:
    """Its time comes at once, but its programme area has got another name since the approval."""
    _scheduled(page, after=timedelta(seconds=5))
    latest = Page.objects.get(pk=page.pk).specific
    area = ProgrammeArea.objects.get(pk=latest.programme_area_id)
    area.name = "Tandvård och oral hälsa"
    area.save()


def _safety_change(page: Any) -> None:
    """Two regions have added; one has something to look at already, both will after this."""
    page = _published(page)
    ours = _supplement(page, "behandling", "Ring ögonklinikens bakjour före remissen.")
    _approved(_handed_in(ours, "Vem man ringer.", by=_editor()), _approver())
    theirs = _supplement(page, "utredning", "Ögonmottagningen i Lund bedömer.", OTHER_REGION)
    submission = _handed_in(theirs, "Var det bedöms.", by=_editor(OTHER_REGION))
    _approved(submission, _approver(OTHER_REGION))
    page = _published(_continued(page, "utredning", "Fråga om närsynthet och tidigare operation."))
    page = _continued(page, "behandling", "Det gäller alla dagar.")
    page = _rewritten(page, summary="Akut handläggning: remittera samma dag, även på helger.")
    note = "Remissen gäller alla dagar: helger var inte nämnda."
    _handed_in(page, note, ChangeClass.SAFETY)


def _editorial_change(page: Any) -> None:
    page = _published(page)
    _regional_work(page)
    page = _rewritten(page, summary="Ytliga skrapsår på hornhinnan.")
    _handed_in(page, "Ett förtydligat ord.", ChangeClass.EDITORIAL)


def _withdrawn(page: Any) -> None:
    page = _published(page)
    page.withdrawal_note = "Ersätts av en gemensam artikel om linser."
    page.unpublish(user=demo.login(demo.APPROVER))


def _waits_for_youth_editor(page: Any) -> None:
    _handed_in(page, "Ny sida för barn.")


def _continued(page: Any, section: str, sentence: str) -> Any:
    """A new draft with a sentence more in the section's first block."""
    sections = stored(page.get_latest_revision_as_object().sections)
    values = (child["value"] for child in sections)
    first = next(value["blocks"][0] for value in values if value["section_id"] == section)
    first["value"]["html"] = first["value"]["html"].replace("</p>", f" {sentence}</p>")
    return _rewritten(page, sections=sections)


def _editor(region: str = REGION) -> str:
    return f"{PEOPLE[region]}-redaktor"


def _approver(region: str = REGION) -> str:
    return f"{PEOPLE[region]}-godkannare"


def _regional_work(national: Any) -> None:
    """A supplement that is published, one that waits, and a draft."""
    editor, approver = _editor(), _approver()
    first = _supplement(national, "behandling", "Ring ögonmottagningens jour om ögat inte läker.")
    _approved(_handed_in(first, "Vart patienten ringer.", by=editor), approver)
    second = _supplement(national, "utredning", "Färgning görs på alla vårdcentraler i regionen.")
    _handed_in(second, "Var färgning görs.", by=editor)
    _supplement(national, "om", "Patientinformation finns på mottagningarna.")


def _supplement(national: Any, section: str, text: str, region: str = REGION) -> SupplementPage:
    block = {"type": "text", "value": {"html": f"<p>{text}</p>", "care_levels": []}}
    parent = region_page(region, "sv")
    parent.refresh_from_db()
    page: SupplementPage = parent.add_child(
        instance=SupplementPage(
            title=f"{national.title}: {section}",
            slug=f"{national.key}-{section}",
            locale=parent.locale,
            article_key=national.key,
            section_id=section,
            body=[block],
        )
    )
    page.save_revision(user=demo.login(_editor(region)), log_action=True)
    return page


STATES: dict[str, Callable[[Any], None]] = {
    "rott-oga": _draft,
    "glaukom": _waits_for_expert,
    "makuladegeneration": _waits_for_approval,
    "torra-ogon": _sent_back,
    "ogonlocksinflammation": _scheduled,
    "karies-hos-vuxna": _stopped,
    "nathinneavlossning": _safety_change,
    "hornhinneskada": _editorial_change,
    "linser-och-bad": _withdrawn,
    "ogonundersokning-barn": _waits_for_youth_editor,
}
"""Key of an article in demo/arbete → what takes it to its state."""
