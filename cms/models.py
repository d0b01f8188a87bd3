"""Every model of this package, where Django looks for them."""

from cms.desk.links.model import InternalLink, LinksFollowed
from cms.desk.row import DeskRow

__all__ = ["DeskRow", "InternalLink", "LinksFollowed"]
