"""What goes wrong in a browser without a test looking for it."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

# A page is often refused on purpose; what it is made of is not.
PARTS_OF_A_PAGE = {"font", "image", "media", "script", "stylesheet"}
# A page that is left lets go of what it had asked for.
LET_GO = "net::ERR_ABORTED"
# The browser's own words on a request, which is judged as a request.
OF_A_REQUEST = "Failed to load resource"


def watch(context: BrowserContext, troubles: list[str]) -> None:
    """Note every error of scripts, every failed request and every error of the server."""

    def console(message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(OF_A_REQUEST):
            troubles.append(f"console error at {message.location['url']}: {message.text}")

    def uncaught(error: WebError) -> None:
        troubles.append(f"uncaught error: {error.error}")

    def answered(response: Response) -> None:
        part = response.request.resource_type in PARTS_OF_A_PAGE
        if response.status >= 500 or (response.status >= 400 and part):
            troubles.append(f"{response.status} for {response.request.method} {response.url}")

    def failed(request: Request) -> None:
        if request.failure != LET_GO:
            troubles.append(f"{request.failure} for {request.method} {request.url}")

    context.on("console", console)
    context.on("weberror", uncaught)
    context.on("response", answered)
    context.on("requestfailed", failed)
