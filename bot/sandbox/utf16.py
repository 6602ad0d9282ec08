"""Text measured as Telegram measures it: in UTF-16 code units."""


def length(text: str) -> int:
    """Return the number of UTF-16 code units of `text`."""
    return len(text) + sum(char > "\uffff" for char in text)


def part(text: str, offset: int, count: int) -> str:
    """Return the `count` code units of `text` that begin at `offset`."""
    units = text.encode("utf-16-le")
    return units[2 * offset : 2 * (offset + count)].decode("utf-16-le", "ignore")
