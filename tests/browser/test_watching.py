"""What goes wrong in a browser fails a test that did not look for it."""

from __future__ import annotations

import pytest

from tests.browser.visitors import Visitors

BROKEN = """async () => {
    console.error("trasigt");
    setTimeout(() => { throw new Error("kraschat"); });
    const image = new Image();
    image.src = "/static/saknas.png";
    await image.decode().catch(() => null);
}"""


def test_what_goes_wrong_unseen_is_noted(visitors: Visitors) -> None:
    page = visitors.page("visitor")
    page.goto("/healthz")
    visitors.expect_no_troubles()

    page.evaluate(BROKEN)

    with pytest.raises(AssertionError):
        visitors.expect_no_troubles()
    noted = "\n".join(visitors.troubles)
    assert all(part in noted for part in ("trasigt", "kraschat", "404 for GET", "saknas.png"))
    visitors.troubles.clear()
