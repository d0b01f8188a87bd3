"""The section template of clinical knowledge supports: what is fixed, and what is free."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from content_models.pages.section_templates import (
    TEMPLATES,
    TemplateSection,
    faults_in,
    new_faults,
    offered,
)
from content_models.vocabulary import Kind

STAFF = TEMPLATES[Kind.KNOWLEDGE_SUPPORT]
ALL = [(section.id, section.title, section.level) for section in STAFF.sections]


def test_what_is_offered_is_as_the_template_says():
    for kind in Kind:
        outline = [
            (item["value"]["section_id"], item["value"]["title"], int(item["value"]["level"]))
            for item in offered(kind)
        ]
        assert list(faults_in(outline, TEMPLATES[kind])) == []
        assert len({section for section, _title, _level in outline}) == len(outline)


@given(st.sets(st.sampled_from(ALL)))
def test_any_part_of_the_template_in_its_order_is_right(chosen):
    assert list(faults_in([item for item in ALL if item in chosen], STAFF)) == []


@given(st.permutations(ALL))
def test_any_other_order_is_a_fault(sections):
    faults = [fault.what for fault in faults_in(sections, STAFF)]
    assert set(faults) <= {"order"}
    assert bool(faults) == (sections != ALL)


def test_each_fault_says_where_and_what_is_right():
    utredning = TemplateSection("utredning", "Utredning")
    behandling = TemplateSection("behandling", "Behandling")
    found = list(
        faults_in(
            [
                ("behandling", "Behandling", 2),
                ("utredning", "Undersökning", 2),
                ("eget", "Eget", 2),
                ("symtom", "Symtom", 2),
            ],
            STAFF,
        )
    )
    assert [(fault.place, fault.what) for fault in found] == [
        (1, "heading"),
        (1, "order"),
        (2, "unknown"),
        (3, "heading"),
        (3, "order"),
    ]
    assert found[0].expected == utredning
    assert found[1].before == behandling


def test_what_was_there_before_stays_editable():
    before = [("eget", "Eget", 2), ("utredning", "Så utreder vi", 2)]
    assert new_faults([*before, ("behandling", "Behandling", 2)], before, STAFF) == []
    renamed = [("eget", "Eget", 2), ("utredning", "Annat", 2)]
    assert [fault.what for fault in new_faults(renamed, before, STAFF)] == ["heading"]


def test_other_kinds_are_free():
    assert list(faults_in([("eget", "Eget", 2)], TEMPLATES[Kind.YOUTH_PAGE])) == []
