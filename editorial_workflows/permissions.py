"""Who may do what with a page: Wagtail's page permissions, narrowed and widened by mandates."""

from __future__ import annotations

from wagtail.models import Page, PagePermissionTester, Revision

from content_models.editions.editioned import EditionedPage
from editorial_workflows.mandates import Role, holds
from editorial_workflows.submissions import Submission, scope_of


class EditorialPermissions(PagePermissionTester):
    """What Wagtail's views, menus, bulk actions and API ask for articles, supplements, folders.

    Publishing an article is the workflow's alone. Taking it down, moving or deleting it while it
    is live, and reordering what readers see ask Wagtail's publish permission of nobody: they are
    its approvers' to do.
    """

    def can_publish(self) -> bool:
        return not self._is_content() and self._administers()

    def can_publish_subpage(self) -> bool:
        return False

    def can_set_view_restrictions(self) -> bool:
        return False

    def can_unpublish(self) -> bool:
        """A wrong word is taken down also while a change of it is under review or scheduled."""
        if not self.user.is_active or not self.page.live:
            return False
        is_anothers = self.page.locked and self.page.locked_by_id not in (None, self.user.pk)
        return not is_anothers and self.decides()

    def can_unschedule(self) -> bool:
        return bool(self.user.is_active) and (self.decides() or self.can_edit())

    def can_reorder_children(self) -> bool:
        return bool(self.user.is_active) and self._administers()

    def can_submit_for_moderation(self) -> bool:
        return self._is_content() and self.can_edit() and super().can_submit_for_moderation()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """What is live or under review is not deleted, nor anything that holds such pages."""
        if not self.user.is_active or self.page_is_root or self._is_in_use():
            return False
        if not self._is_content():
            return self._administers()
        return self.decides() or bool(super().can_delete(ignore_bulk))

    def can_move(self) -> bool:
        if not self.user.is_active or self.page_is_root or self._holds_reviews():
            return False
        if not self._is_content():
            return self._administers()
        return self.decides() if self.page.live else bool(super().can_delete(ignore_bulk=True))

    def can_move_to(self, destination: Page) -> bool:
        if self.page == destination or destination.is_descendant_of(self.page):
            return False
        if not self.page.is_child_of(destination) and not self.page.specific.can_move_to(
            destination
        ):
            return False
        if not self.can_move():
            return False
        there = destination.permissions_for_user(self.user)
        return self.decides() or bool(there.can_add_subpage())

    def can_edit(self) -> bool:
        if not self._is_content() and not self.page_is_root:
            return bool(self.user.is_active) and self._administers()
        return bool(super().can_edit())

    def can_copy(self) -> bool:
        return self._is_content() and self.can_edit()

    def _is_content(self) -> bool:
        return issubclass(self.page.specific_class or Page, EditionedPage)

    def _administers(self) -> bool:
        return bool(self.user.is_superuser) or holds(self.user, [Role.ADMINISTRATOR])

    def decides(self) -> bool:
        """Whether the user answers for what the page shows: its approvers, and administrators."""
        if self._administers():
            return True
        if not self._is_content():
            return False
        area, region = scope_of(self.page.specific)
        role = Role.REGIONAL_APPROVER if region else Role.NATIONAL_APPROVER
        return holds(self.user, [role], area=area, region=region)

    def _is_in_use(self) -> bool:
        """Whether the page, or one beneath it, is before readers or reviewers, or about to be."""
        family = self.page.get_descendants(inclusive=True)
        approved = Revision.objects.exclude(approved_go_live_at=None).filter(
            object_id__in=[str(pk) for pk in family.values_list("pk", flat=True)]
        )
        is_live = family.live().type(EditionedPage).exists()
        return bool(is_live) or approved.exists() or self._holds_reviews()

    def _holds_reviews(self) -> bool:
        family = self.page.get_descendants(inclusive=True)
        pages = family.values("pk")
        return Submission.objects.under_review().filter(page_id__in=pages).exists()
