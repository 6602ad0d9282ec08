"""The methods of the Bot API the sandbox knows, by their names in lower case."""

from collections.abc import Awaitable, Callable
from typing import Final, TypeAlias

from bot.sandbox import answering, chats, editing, polling, presenting, sending
from bot.sandbox.calls import Call
from bot.sandbox.sandbox import Sandbox

Method: TypeAlias = Callable[[Sandbox, Call], object | Awaitable[object]]

METHODS: Final[dict[str, Method]] = {
    "getupdates": polling.get_updates,
    "setwebhook": polling.set_webhook,
    "deletewebhook": polling.delete_webhook,
    "getwebhookinfo": polling.get_webhook_info,
    "getfile": polling.get_file,
    "close": polling.yes,
    "logout": polling.yes,
    "getme": presenting.get_me,
    "setmycommands": presenting.set_my_commands,
    "getmycommands": presenting.get_my_commands,
    "deletemycommands": presenting.delete_my_commands,
    "setmyname": presenting.set_my_name,
    "getmyname": presenting.get_my_name,
    "setmydescription": presenting.set_my_description,
    "getmydescription": presenting.get_my_description,
    "setmyshortdescription": presenting.set_my_short_description,
    "getmyshortdescription": presenting.get_my_short_description,
    "sendmessage": sending.send_message,
    "sendphoto": sending.send_photo,
    "senddocument": sending.send_document,
    "sendlocation": sending.send_location,
    "sendvenue": sending.send_venue,
    "sendchataction": sending.send_chat_action,
    "forwardmessage": sending.forward_message,
    "copymessage": sending.copy_message,
    "editmessagetext": editing.edit_message_text,
    "editmessagecaption": editing.edit_message_caption,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "deletemessage": editing.delete_message,
    "deletemessages": editing.delete_messages,
    "setmessagereaction": editing.set_message_reaction,
    "editephemeralmessagetext": editing.edit_ephemeral_text,
    "editephemeralmessagereplymarkup": editing.edit_ephemeral_reply_markup,
    "deleteephemeralmessage": editing.delete_ephemeral_message,
    "answercallbackquery": answering.answer_callback_query,
    "answerinlinequery": answering.answer_inline_query,
    "getchat": chats.get_chat,
    "getchatmember": chats.get_chat_member,
    "getchatadministrators": chats.get_chat_administrators,
    "getchatmembercount": chats.get_chat_member_count,
    "leavechat": chats.leave_chat,
    "pinchatmessage": chats.pin_chat_message,
    "unpinchatmessage": chats.unpin_chat_message,
    "unpinallchatmessages": chats.unpin_all_chat_messages,
}
