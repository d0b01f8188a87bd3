"""Every model of this package, where Django looks for them."""

from editorial_workflows.authors import Contribution
from editorial_workflows.digest_readers import DigestReader
from editorial_workflows.mandates import Mandate
from editorial_workflows.regional_notices import RegionNotice
from editorial_workflows.submissions import Submission
from editorial_workflows.tasks import (
    ChildReview,
    ExpertReview,
    NationalApproval,
    RegionalApproval,
    RegionalReview,
)

__all__ = [
    "ChildReview",
    "Contribution",
    "DigestReader",
    "ExpertReview",
    "Mandate",
    "NationalApproval",
    "RegionNotice",
    "RegionalApproval",
    "RegionalReview",
    "Submission",
]
