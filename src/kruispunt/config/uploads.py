"""A file that is larger than anything the house reads fills no disk: its rest is let go."""

from django.core.files.uploadhandler import FileUploadHandler

from kruispunt.arrivals.actions import LARGEST  # the largest that any form takes in


class NoLarger(FileUploadHandler):
    """Passes on the first part of a file, just too large: whoever reads its size refuses it."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return raw_data if start <= LARGEST else None

    def file_complete(self, file_size: int) -> None:
        """Nothing: the handlers after this one make the file."""
