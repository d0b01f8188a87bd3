"""Front matter → typed members, or the first of what is wrong with it."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails

from content_models.vocabulary import (
    Audience,
    ChangeClass,
    Kind,
    Language,
    Perspective,
    Reading,
)

from ..source import Ages, Approved, Card, QuickLink, Refused
from .faults import Faults
from .front_yaml import FrontYaml, Place
from .members import (
    Address,
    Beginning,
    CareLevels,
    Day,
    DiagnosisCodes,
    End,
    Key,
    Region,
    Text,
    Title,
    Titles,
    Years,
    not_too_many,
    one_of,
)

SUPPLEMENT = "supplement"
AnyAudience = Annotated[Audience, BeforeValidator(one_of(Audience))]
_KINDS = (*(kind.value for kind in Kind), SUPPLEMENT)
_PLAIN_MESSAGES = {
    "tuple_type": "must be a list: [first, second]",
    "model_type": "must be members: {name: value}",
}


class _Members(BaseModel):
    """Members that are given but empty are as good as not given."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        empty = {name for name in cls.model_fields if _is_empty(data.get(name))}
        return {name: value for name, value in data.items() if name not in empty}


class ApprovedMembers(_Members):
    date: Day
    by: Title

    def value(self) -> Approved:
        return Approved(date=self.date, by=self.by)


class AgesMembers(_Members):
    min: Years
    max: Years

    @model_validator(mode="after")
    def _right_way_up(self) -> Self:
        if self.min > self.max:
            raise ValueError(f"min {self.min} is above max {self.max}; min must be at most max")
        return self

    def value(self) -> Ages:
        return Ages(min=self.min, max=self.max)


class FrontMatter(_Members):
    """What every kind of file may say."""

    kind: str
    language: Annotated[Language, BeforeValidator(one_of(Language))] = Language.SV
    approved: ApprovedMembers | None = None
    review_by: Day | None = None
    change_class: Annotated[ChangeClass, BeforeValidator(one_of(ChangeClass))] = (
        ChangeClass.SUBSTANTIVE
    )
    change_note: Text = ""


class SupplementMatter(FrontMatter):
    article: Key
    region: Region
    valid_until: Day | None = None


class ArticleMatter(FrontMatter):
    key: Key
    title: Title
    summary: Text = ""
    diagnosis_codes: DiagnosisCodes = ()
    programme_area: Title | None = None
    care_levels: CareLevels = ()
    counterpart: Key | None = None
    keywords: Titles = ()

    @model_validator(mode="after")
    def _counterpart_is_another(self) -> Self:
        if self.counterpart == self.key:
            raise ValueError("`counterpart` is the article itself; it must be another one")
        return self


class YouthMatter(ArticleMatter):
    ages: AgesMembers | None = None
    reading: Annotated[Reading, BeforeValidator(one_of(Reading))] | None = None
    perspective: Annotated[Perspective, BeforeValidator(one_of(Perspective))] | None = None
    adaptations: Titles = ()


class NewsMatter(ArticleMatter):
    audience: AnyAudience = Audience.STAFF
    show_from: Beginning | None = None
    show_until: End | None = None

    @model_validator(mode="after")
    def _right_way_round(self) -> Self:
        if self.show_from and self.show_until and self.show_until <= self.show_from:
            raise ValueError("`show_until` is not after `show_from`; it must be later")
        return self


class QuickLinkMembers(_Members):
    label: Title
    url: Address
    region: Region | None = None

    def value(self) -> QuickLink:
        return QuickLink(self.label, self.url, self.region)


class CardMembers(_Members):
    title: Title
    text: Text = ""
    url: Address

    def value(self) -> Card:
        return Card(self.title, self.text, self.url)


class StartMatter(ArticleMatter):
    audience: AnyAudience = Audience.STAFF
    search_prompt: Title | None = None
    quick_links: Annotated[tuple[QuickLinkMembers, ...], AfterValidator(not_too_many)] = ()
    cards: Annotated[tuple[CardMembers, ...], AfterValidator(not_too_many)] = ()


_MATTER: dict[str, type[ArticleMatter | SupplementMatter]] = {
    SUPPLEMENT: SupplementMatter,
    Kind.YOUTH_PAGE: YouthMatter,
    Kind.NEWS: NewsMatter,
    Kind.START_PAGE: StartMatter,
}
_INNER: dict[object, type[_Members]] = {
    "ages": AgesMembers,
    "approved": ApprovedMembers,
    "quick_links": QuickLinkMembers,
    "cards": CardMembers,
}
_ONLY_FOR: dict[str, list[str]] = {
    name: [kind for kind, model in _MATTER.items() if name in model.model_fields]
    for model in (YouthMatter, NewsMatter, StartMatter)
    for name in model.model_fields.keys() - ArticleMatter.model_fields.keys()
}
"""Member → the kinds that may have it, for those that not all kinds may."""


def read(found: FrontYaml) -> ArticleMatter | SupplementMatter:
    """The members for the file's kind, or `Refused` at the first fault."""
    kind = _kind(found)
    model = _model(kind)
    try:
        return model.model_validate(found.members)
    except ValidationError as error:
        faults = Faults()
        for details in error.errors(include_url=False):
            faults.add(_message(details, kind, model, found), line=_line(details, found))
        raise faults.first() from None


def _model(kind: str) -> type[ArticleMatter | SupplementMatter]:
    return _MATTER.get(kind, ArticleMatter)


def _kind(found: FrontYaml) -> str:
    kind = found.members.get("kind")
    if kind in _KINDS:
        return str(kind)
    allowed = f"allowed: {', '.join(_KINDS)}"
    line = found.line_of(("kind",))
    if _is_empty(kind):
        raise Refused(f"`kind` is missing; {allowed}", line=line)
    shown = str(kind)[:40] if isinstance(kind, str) else "…"
    raise Refused(f"`kind: {shown}` is not a kind; {allowed}", line=line)


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _line(details: ErrorDetails, found: FrontYaml) -> int:
    place: Place = details["loc"] or (("counterpart",) if details["type"] == "value_error" else ())
    return found.line_of(place)


def _message(details: ErrorDetails, kind: str, model: type[FrontMatter], found: FrontYaml) -> str:
    place = details["loc"]
    name = ".".join(part for part in place if isinstance(part, str))
    if details["type"] == "extra_forbidden":
        return _unknown(place, kind, model)
    if details["type"] == "missing":
        return f"`{name}` is {'empty' if place in found.lines else 'missing'}; it must be given"
    if details["type"] == "value_error":
        problem = str(details["ctx"]["error"])
        return f"`{name}`: {problem}" if name else problem
    return f"`{name}` {_PLAIN_MESSAGES.get(details['type'], details['msg'])}"


def _unknown(place: Place, kind: str, model: type[FrontMatter]) -> str:
    name = str(place[-1])[:40]
    if len(place) > 1:
        inner = _INNER[place[0]]
        return f"`{place[0]}.{name}` is unknown; allowed: {', '.join(inner.model_fields)}"
    if name in _ONLY_FOR:
        kinds = " and ".join(f"`kind: {kind}`" for kind in _ONLY_FOR[name])
        return f"`{name}` is only for {kinds}, not for `{kind}`"
    allowed = ", ".join(model.model_fields)
    return f"`{name}` is unknown; a {kind} may have: {allowed}"
