"""What kind of sound a file holds: read from its first bytes, never from what it says it is."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MEGABYTE: Final = 1024 * 1024
HEAD: Final = 64
"""So many bytes tell what a file is."""
LEAST: Final = 200
"""A file with less in it than this holds no word: only the beginning of a recording."""

MEDIA_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ogg": "audio/ogg",
        "webm": "audio/webm",
        "mp4": "audio/mp4",
        "mp3": "audio/mpeg",
        "wav": "audio/wav",
    }
)
"""What a browser is told about each sort of sound that it can play."""

# Pictures come in the same box as sound; these are the makers of boxes with sound in them.
SOUND_IN_A_BOX: Final = (b"M4A", b"M4B", b"mp4", b"iso", b"3gp", b"3g2", b"dash", b"f4a")
LAYER_THREE, NO_VERSION, NO_RATE, FREE_RATE = 1, 1, 3, 15


def sort_of(content: bytes) -> str:
    """Return which sort of sound this is; nothing when it is no sound that a browser plays.

    Examples
    --------
    >>> sort_of(b"RIFF....WAVEfmt "), sort_of(b"OggS"), sort_of(b"<html>"), sort_of(b"")
    ('wav', 'ogg', '', '')
    >>> sort_of(b"\\x00\\x00\\x00\\x1cftypM4A "), sort_of(b"\\x00\\x00\\x00\\x1cftypavif")
    ('mp4', '')
    """
    head = content[:HEAD]
    if head.startswith(b"RIFF") and head[8:12] == b"WAVE":
        return "wav"
    if head.startswith(b"OggS"):
        return "ogg"
    if head.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in head:
        return "webm"
    if head[4:8] == b"ftyp" and head[8:12].startswith(SOUND_IN_A_BOX):
        return "mp4"
    return "mp3" if head.startswith(b"ID3") or _is_mp3_frame(head) else ""


def _is_mp3_frame(head: bytes) -> bool:
    """A frame of MPEG layer III begins with eleven ones, and names a rate that exists."""
    if len(head) < 3 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:  # noqa: PLR2004
        return False
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    bits, rate = head[2] >> 4, head[2] >> 2 & 3
    return (
        layer == LAYER_THREE
        and version != NO_VERSION
        and bits not in {0, FREE_RATE}
        and rate != NO_RATE
    )
