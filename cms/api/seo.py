"""What search engines and previews are told about a page. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from content_models.vocabulary import Audience

Json = dict[str, Any]
CODING_SYSTEM = "ICD-10-SE"
SITE_NAME = "Tillägg"


def seo(page: Json, *, base_url: str, addresses: Mapping[str, str]) -> Json:
    """The `seo` member of a page that has all its others; `addresses` are of its live languages."""
    canonical = base_url + page["path"]
    return {
        "title": f"{page['title']} – {SITE_NAME}",
        "description": page["summary"],
        "canonical": canonical,
        "alternates": [
            {"language": language, "href": base_url + path} for language, path in addresses.items()
        ],
        "json_ld": _json_ld(page, canonical),
    }


def _json_ld(page: Json, canonical: str) -> Json:
    approved = page["approvals"]["national"]
    return {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "url": canonical,
        "name": page["title"],
        "description": page["summary"],
        "inLanguage": page["served_language"],
        "datePublished": page["first_published"],
        "dateModified": page["modified"],
        "lastReviewed": approved["date"],
        "reviewedBy": {"@type": "Organization", "name": approved["by"]},
        "audience": _audience(page),
        "about": [_condition(item) for item in page["diagnosis_codes"]],
    }


def _audience(page: Json) -> Json:
    is_staff = page["audience"] == Audience.STAFF
    audience: Json = {
        "@type": "MedicalAudience",
        "audienceType": "Clinician" if is_staff else "Patient",
    }
    if page["ages"]:
        audience |= {
            "suggestedMinAge": page["ages"]["min"],
            "suggestedMaxAge": page["ages"]["max"],
        }
    return audience


def _condition(item: Json) -> Json:
    code = {
        "@type": "MedicalCode",
        "codeValue": item["code"],
        "codingSystem": CODING_SYSTEM,
    }
    return {"@type": "MedicalCondition", "name": item["title"], "code": code}
