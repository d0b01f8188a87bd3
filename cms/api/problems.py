"""Everything that can be wrong with a request, as exceptions; `responses.py` makes them HTTP."""

from __future__ import annotations

from http import HTTPStatus

from cms.api.answers import BRIEFLY, NEVER


class Problem(Exception):
    """A request that cannot be answered as asked; `errors` are (parameter, what is wrong)."""

    status = HTTPStatus.BAD_REQUEST
    cache_control = NEVER

    def __init__(self, detail: str, *, surrogate_key: str = "") -> None:
        super().__init__(detail)
        self.detail = detail
        self.surrogate_key = surrogate_key
        self.errors: list[tuple[str, str]] = []
        self.headers: dict[str, str] = {}


class BadParameters(Problem):
    """400: parameters that do not exist, stand twice, or have a value that is not allowed."""

    def __init__(self, *errors: tuple[str, str]) -> None:
        super().__init__("; ".join(f"{parameter}: {message}" for parameter, message in errors))
        self.errors = list(errors)


class NothingThere(Problem):
    """404: well-formed, but it names nothing."""

    status = HTTPStatus.NOT_FOUND
    cache_control = BRIEFLY


class Withdrawn(Problem):
    """410: it was published and is withdrawn."""

    status = HTTPStatus.GONE
    cache_control = BRIEFLY


class WrongMethod(Problem):
    """405."""

    status = HTTPStatus.METHOD_NOT_ALLOWED

    def __init__(self, allowed: str) -> None:
        super().__init__(f"only {allowed}")
        self.headers = {"Allow": allowed}


class Broken(Problem):
    """500: our fault."""

    status = HTTPStatus.INTERNAL_SERVER_ERROR


class NotNow(Problem):
    """503: the database is away, so nothing can be confirmed to be still published."""

    status = HTTPStatus.SERVICE_UNAVAILABLE

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.headers = {"Retry-After": "5"}
