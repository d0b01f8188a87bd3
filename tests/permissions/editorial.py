"""The screens of approval: who may see and do what with a text."""

from __future__ import annotations

from . import forms
from .cases import Case, at, does, shows
from .objects import IN_REVIEW, State
from .rules import deciders, editors, nobody, readers, writers

REVIEW = "approvals:review"
DRAFT, REVIEWED, LIVE, WITHDRAWN = State.DRAFT, State.REVIEWED, State.LIVE, State.WITHDRAWN

APPROVALS = [
    shows("approvals:read", readers),
    shows("approvals:history", readers),
    shows("approvals:since_approval", readers),
    shows("approvals:hand_in", writers, **at(REVIEWED, LIVE)),
    does("approvals:hand_in", editors, forms.handed_in, **at(DRAFT, REVIEWED, WITHDRAWN)),
    shows(REVIEW, readers | deciders, **at(*State)),
    does(
        REVIEW,
        deciders,
        forms.decided("approve"),
        what="approve",
        publishes=True,
        **at(*IN_REVIEW, LIVE),
    ),
    does(REVIEW, deciders, forms.decided("send_back"), what="send back", **at(*IN_REVIEW)),
    does(
        REVIEW,
        nobody,
        forms.decided("approve"),
        given=forms.locked,
        what="approve what another has locked",
        **at(REVIEWED),
    ),
    does(
        "approvals:hand_in",
        nobody,
        forms.handed_in,
        given=forms.locked,
        what="what another has locked",
        **at(DRAFT),
    ),
    does(REVIEW, writers, forms.decided("take_back"), what="take back", **at(*IN_REVIEW)),
]

CASES: list[Case] = APPROVALS
