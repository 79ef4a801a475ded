"""Where an answer can come from, and how much a resident manages alone."""

from kruispunt.core.vocabulary.words import Words


class Source(Words):
    """Where one strand of an answer comes from, most informal first."""

    OWN_NETWORK = "eigen_netwerk", "Eigen netwerk"
    VOLUNTEER = "vrijwilliger", "Vrijwilliger"
    ACTIVITY = "activiteit", "Activiteit in de buurt"
    ORGANISATION = "organisatie", "Organisatie voor welzijn"
    FORMAL = "formeel", "Formele zorg"

    @property
    def step(self) -> int:
        """0 for the own network, up to 4 for formal care."""
        return list(type(self)).index(self)


class SelfReliance(Words):
    """The four levels of the seed: how much of daily life someone manages alone (rule 5.1)."""

    FULL = "volledig", "Volledig zelfredzaam"
    REDUCED = "verminderd", "Verminderd zelfredzaam"
    LIMITED = "beperkt", "Beperkt zelfredzaam"
    DEPENDENT = "afhankelijk", "Volledig afhankelijk"
