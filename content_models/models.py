"""Every model of this package, where Django looks for them."""

from content_models.approvals import Approval, ApprovedDocument
from content_models.editions.models import (
    CurrentEdition,
    Edition,
    LedgerHead,
    ListedArticle,
    ListedCode,
    Route,
)
from content_models.keys import ArticleKey
from content_models.pages.article import ArticleCode
from content_models.pages.citizen_article import CitizenArticlePage
from content_models.pages.folders import FolderPage, NationalRootPage
from content_models.pages.knowledge_support import KnowledgeSupportPage
from content_models.pages.news import NewsPage
from content_models.pages.start_page import StartPage
from content_models.pages.youth_page import YouthPage
from content_models.taxonomies.bodies import ApprovingBody, ProgrammeArea
from content_models.taxonomies.diagnosis import DiagnosisCode

ARTICLE_MODELS = (KnowledgeSupportPage, CitizenArticlePage, YouthPage, NewsPage, StartPage)
REFERENCE_MODELS = (ApprovingBody, ProgrammeArea, DiagnosisCode, Route)

__all__ = [
    "ARTICLE_MODELS",
    "REFERENCE_MODELS",
    "Approval",
    "ApprovedDocument",
    "ApprovingBody",
    "ArticleCode",
    "ArticleKey",
    "CitizenArticlePage",
    "CurrentEdition",
    "DiagnosisCode",
    "Edition",
    "FolderPage",
    "KnowledgeSupportPage",
    "LedgerHead",
    "ListedArticle",
    "ListedCode",
    "NationalRootPage",
    "NewsPage",
    "ProgrammeArea",
    "Route",
    "StartPage",
    "YouthPage",
]
