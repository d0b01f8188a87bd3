"""Every model of this package, where Django looks for them."""

from editorial_workflows.authors import Contribution
from editorial_workflows.mandates import Mandate
from editorial_workflows.submissions import Submission
from editorial_workflows.tasks import ChildReview, ExpertReview, NationalApproval, RegionalApproval

__all__ = [
    "ChildReview",
    "Contribution",
    "ExpertReview",
    "Mandate",
    "NationalApproval",
    "RegionalApproval",
    "Submission",
]
