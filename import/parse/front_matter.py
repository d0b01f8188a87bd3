"""Front matter → typed members, or the first of what is wrong with it."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, model_validator
from pydantic_core import ErrorDetails

from content_models.vocabulary import ChangeClass, Kind, Language, Perspective, Reading

from ..source import Ages, Approved, Refused
from .faults import Faults
from .front_yaml import FrontYaml, Place
from .members import (
    CareLevels,
    Day,
    DiagnosisCodes,
    Key,
    Region,
    Text,
    Title,
    Titles,
    Years,
    one_of,
)

SUPPLEMENT = "supplement"
_KINDS = (*(kind.value for kind in Kind), SUPPLEMENT)
_LATER_KINDS = ("news", "start-page")
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


_YOUTH_ONLY = frozenset(YouthMatter.model_fields) - frozenset(ArticleMatter.model_fields)


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


def _model(kind: str) -> type[ArticleMatter] | type[SupplementMatter]:
    if kind == SUPPLEMENT:
        return SupplementMatter
    return YouthMatter if kind == Kind.YOUTH_PAGE else ArticleMatter


def _kind(found: FrontYaml) -> str:
    kind = found.members.get("kind")
    if kind in _KINDS:
        return str(kind)
    allowed = f"allowed: {', '.join(_KINDS)}"
    line = found.line_of(("kind",))
    if _is_empty(kind):
        raise Refused(f"`kind` is missing; {allowed}", line=line)
    if kind in _LATER_KINDS:
        raise Refused(f"`kind: {kind}` comes in a later release; {allowed}", line=line)
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
        inner = AgesMembers if place[0] == "ages" else ApprovedMembers
        return f"`{place[0]}.{name}` is unknown; allowed: {', '.join(inner.model_fields)}"
    if name in _YOUTH_ONLY:
        return f"`{name}` is only for `kind: {Kind.YOUTH_PAGE}`, not for `{kind}`"
    allowed = ", ".join(model.model_fields)
    return f"`{name}` is unknown; a {kind} may have: {allowed}"
