"""Sound for tests: a true wav of a moment, and how files of other sorts begin."""

import io
import math
import struct
import wave

from django.core.files.uploadedfile import SimpleUploadedFile

RATE = 8_000
REST = b"\x00" * 400
BEGINNINGS = {
    "ogg": b"OggS\x00\x02" + REST,
    "webm": b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\x82\x84webm" + REST,
    "mp4": b"\x00\x00\x00\x1cftypM4A \x00\x00\x00\x00M4A mp42isom" + REST,
    "mp3": b"\xff\xfb\x90\x64" + REST,
}
NO_SOUND = {
    "a page": b"<html><script>alert(1)</script></html>" + REST,
    "a picture": b"\x89PNG\r\n\x1a\n" + REST,
    "a picture in a box": b"\x00\x00\x00\x1cftypavif" + REST,
    "a film of another house": b"\x1a\x45\xdf\xa3\x42\x82\x88matroska" + REST,
    "a zip": b"PK\x03\x04" + REST,
    "a picture that begins with ones": b"\xff\xd8\xff\xe0" + REST,
    "a wave without its name": b"RIFF\x00\x00\x00\x00AVI " + REST,
}


def wav(seconds: float = 0.2) -> bytes:
    """A tone that any player plays."""
    made = io.BytesIO()
    with wave.open(made, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        tones = (round(9000 * math.sin(at / 6)) for at in range(int(RATE * seconds)))
        sound.writeframes(b"".join(struct.pack("<h", tone) for tone in tones))
    return made.getvalue()


def file(content: bytes, name: str = "opname.wav", kind: str = "audio/wav") -> SimpleUploadedFile:
    """As a browser sends it along."""
    return SimpleUploadedFile(name, content, content_type=kind)
