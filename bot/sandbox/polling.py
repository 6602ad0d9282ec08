"""How the bot gets its updates."""

from bot.sandbox.calls import Call
from bot.sandbox.refusals import JsonObject, RefusedError, bad_request
from bot.sandbox.sandbox import Sandbox

_WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


async def get_updates(sandbox: Sandbox, call: Call) -> list[JsonObject]:
    """Return new updates, waiting for them up to `timeout` seconds."""
    if sandbox.webhook:
        raise RefusedError(_WEBHOOK_ACTIVE, 409)
    _remember_allowed(sandbox, call)
    return await sandbox.updates.poll(
        call.number("offset"), call.number("limit", 100), call.number("timeout")
    )


def set_webhook(sandbox: Sandbox, call: Call) -> bool:
    """Remember an address; the sandbox calls nobody, it only refuses getUpdates then."""
    url = call.text("url")
    if url and not url.startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    sandbox.webhook = url
    _remember_allowed(sandbox, call)
    _drop_pending(sandbox, call)
    return True


def delete_webhook(sandbox: Sandbox, call: Call) -> bool:
    """Forget the address, and the waiting updates too if asked."""
    sandbox.webhook = ""
    _drop_pending(sandbox, call)
    return True


def get_webhook_info(sandbox: Sandbox, _call: Call) -> JsonObject:
    """Return the address and how many updates wait."""
    return {
        "url": sandbox.webhook,
        "has_custom_certificate": False,
        "pending_update_count": sandbox.updates.pending,
    }


def get_file(sandbox: Sandbox, call: Call) -> JsonObject:
    """Return where a file can be fetched."""
    stored = sandbox.files.by_id(call.text("file_id"))
    return stored.reference() | {"file_path": stored.path}


def yes(_sandbox: Sandbox, _call: Call) -> bool:
    """Agree: `close` and `logOut` end nothing here."""
    return True


def _remember_allowed(sandbox: Sandbox, call: Call) -> None:
    kinds = call.json("allowed_updates", "allowed updates")
    if isinstance(kinds, list):
        sandbox.updates.allow([str(kind) for kind in kinds])


def _drop_pending(sandbox: Sandbox, call: Call) -> None:
    if call.flag("drop_pending_updates"):
        sandbox.updates.drop()
