"""Which telephone numbers a text message can reach."""

import re

# With the country in front, or as people here write it: 06 and eight digits.
DUTCH = re.compile(r"^(?:\+31|0031|0)0?(6\d{8})$")
FOREIGN = re.compile(r"^\+(?!31)\d{8,15}$")


def mobile(written: str) -> str:
    """Return a number as the telephone network writes it; nothing when no text can reach it.

    Examples
    --------
    >>> mobile("06 - 12 34 56 78"), mobile("+31 (0)6 12345678"), mobile("0183 555 010")
    ('+31612345678', '+31612345678', '')
    """
    plain = re.sub(r"[\s().\-/]", "", written)
    if found := DUTCH.match(plain):
        return f"+31{found[1]}"
    return plain if FOREIGN.match(plain) else ""


def hidden(written: str) -> str:
    """Return a number of which only its owner knows which one it is.

    Examples
    --------
    >>> hidden("0183 555 010")
    'eindigt op 10'
    """
    digits = re.sub(r"\D", "", written)
    return f"eindigt op {digits[-2:]}" if len(digits) > len("112") else ""
