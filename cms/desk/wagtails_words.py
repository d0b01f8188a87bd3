"""What Wagtail says to editors without Swedish words of its own, so that our catalogue has them.

Where Wagtail has its own, those are shown: nothing here stands in their way.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

WORDS = (
    _("any"),
    _("Any"),
    _("Anyone"),
    _("Compare"),
    _("Locked by"),
    _("Saved"),
    _("System"),
    _("Refresh"),
    _("Refreshing…"),
    _("Minimap"),
    _("Side panels"),
    _("Side panel width"),
    _("Show issue"),
    _("Edit account avatar"),
    _("Actions (footer)"),
    _("Autosave is paused"),
    _("Autosave is <span>paused</span>"),
    _("You saved a new version in another window"),
    _("%(user_name)s saved a new version"),
    _("View latest version"),
    _("%(user_name)s has unsaved changes"),
    _("Currently idle"),
    _("Currently viewing"),
    _("One other user is currently viewing"),
    _("Proceeding will overwrite the changes you made in that window."),
    _("Proceeding will overwrite the changes made by %(user_name)s."),
    _("Alternatively, you can view the latest version in a new tab."),
    _("A network error occurred"),
    _(
        "Troubleshoot your connection to the site before proceeding. Open the editor in a"
        " separate tab to view the last saved version."
    ),
    _("account"),
    _("Keyboard shortcuts are currently disabled; manage your %(account_link)s to enable them."),
    _("Expiry:"),
    _("Go-live:"),
    _("To be created by %(user)s"),
    _("Invalid schedule"),
    _("Once scheduled:"),
    _("Choose when this %(model_name)s should go live and/or expire"),
    _("Anyone with editing permissions can create schedules"),
    _("But only those with publishing permissions can make them effective."),
    _("Changing the privacy for this page has been disabled."),
    _("One or more references to this %(model_name)s prevent it from being deleted."),
    _("Disable custom ordering"),
    _("Enable custom ordering"),
    _("Changes requested %(finished_at)s"),
    _("Cancelled by %(cancelled_by)s"),
    _("Sort item order"),
    _("There are no %(model_name)s to display."),
    _("There are validation errors, click save to highlight them."),
    _("Saving will overwrite a newer version."),
    _("The page could not be saved as it is locked."),
    _("The %(model_name)s could not be saved as it is locked"),
    _(
        "You are viewing a previous version of this %(model_name)s from "
        "<b>%(created_at)s</b> by %(user)s"
    ),
    _("%(model_name)s '%(object)s' has been replaced with version from %(timestamp)s."),
    _("Workflow on %(model_name)s '%(object)s' has been cancelled."),
    _("Create a new %(model_name)s"),
    _("Date updated"),
    _("Exploring"),
    _("Placeholder title"),
    _(
        "The slug '%(page_slug)s' is already in use at the selected parent page. Make "
        "sure the slug is unique and try again."
    ),
    _("Cannot overwrite a revision that is not the latest for this %(model_name)s."),
    _("Cannot overwrite a revision that was not created by the current user."),
    _("- Select an option -"),
    _("Button text is empty"),
    _("Use meaningful text for screen reader users"),
    _("Empty heading found"),
    _("Table header text is empty"),
    _("Empty frame title found"),
    _("Use a meaningful title for screen reader users"),
    _("Incorrect heading hierarchy"),
    _("Avoid skipping levels"),
    _("Input button text is empty"),
    _("Link text is empty"),
    _("Misusing paragraphs as headings"),
    _("Use proper heading tags"),
    _("Image alt text has inappropriate pattern"),
    _("Use meaningful text"),
)
