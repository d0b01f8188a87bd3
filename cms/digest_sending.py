"""Handing a letter to the mail server; what goes wrong is told without anyone's address."""

from __future__ import annotations

from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused

from django.core.mail import get_connection
from wagtail.admin.mail import send_mail

from cms.digest_letter import Letter

TIMEOUT = 20
"""Seconds for each step of the conversation: a worker that waits for ever does nothing else."""
PERMANENT = 500


class LettersNotSent(Exception):
    """The mail server is away, or did not take them all: the rest has to wait."""


class LetterRefused(Exception):
    """One letter was not taken; the server is there for the others."""

    def __init__(self, reason: str, *, for_good: bool) -> None:
        super().__init__(reason)
        self.for_good = for_good


def send(address: str, letter: Letter) -> None:
    """Raises LetterRefused and LettersNotSent; the errors beneath would name the address."""
    try:
        send_mail(
            letter.subject, letter.body, [address], connection=get_connection(timeout=TIMEOUT)
        )
    except SMTPRecipientsRefused as error:
        raise _refused("the recipient", next(iter(error.recipients.values()))[0]) from None
    except SMTPDataError as error:
        raise _refused("the letter", error.smtp_code) from None
    except ValueError:
        raise LetterRefused("it is no address", for_good=True) from None
    except SMTPException as error:
        code = getattr(error, "smtp_code", "")
        raise LettersNotSent(f"{type(error).__name__} {code}".strip()) from None
    except OSError as error:
        raise LettersNotSent(str(error)) from None


def _refused(what: str, code: int) -> LetterRefused:
    return LetterRefused(f"{what} was refused with {code}", for_good=code >= PERMANENT)
