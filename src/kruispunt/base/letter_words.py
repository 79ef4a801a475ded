"""The word in a letter: whoever holds the letter answers about one row, without signing in."""

from dataclasses import dataclass

from django.core import signing
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model


@dataclass(frozen=True, slots=True)
class LetterWord:
    """How words about one kind of row are written and read; a word of one kind opens no other."""

    kind: str
    model: type[Model]
    # The column of who may answer: the person to whom the letter was written.
    whose: str = ""

    def write(self, row: Model) -> str:
        return self._signer.sign(str(row.pk))

    def pk_of(self, word: str) -> str:
        """Which row a word is about; one that we did not write is of a row that does not exist."""
        try:
            return self._signer.unsign(word)
        except signing.BadSignature as forged:
            raise ObjectDoesNotExist from forged

    def read(self, word: str) -> tuple[int, int, int]:
        """The row, who may answer, and the municipality; a row that is nobody's is not there."""
        rows = self.model._default_manager.filter(**{f"{self.whose}__isnull": False})
        found = rows.values_list("pk", self.whose, "municipality_id").get(pk=self.pk_of(word))
        return found[0], found[1], found[2]

    @property
    def _signer(self) -> signing.Signer:
        return signing.Signer(salt=self.kind)
