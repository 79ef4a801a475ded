"""How people find us."""

from kruispunt.core.vocabulary.words import Words


class Source(Words):
    """Along which way a volunteer came; asked once, or known from the link on a poster."""

    SOMEONE = "someone", "Via iemand die ik ken"
    AMBASSADOR = "ambassador", "Via een wijkambassadeur"
    PARTNER = "partner", "Via een organisatie, school of praktijk"
    OUTING = "outing", "Op een markt of bijeenkomst"
    PAPER = "paper", "Krant, kaartje of affiche"
    ONLINE = "online", "Op internet"
    OTHERWISE = "otherwise", "Op een andere manier"
