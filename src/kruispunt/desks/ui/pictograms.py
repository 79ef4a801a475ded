"""Which drawing stands beside which word, for whoever reads pictures better than words (D47).

The drawings are those of Tabler (MIT); the word itself always stands beside them.
"""

from typing import Final

# What the asset script looks for; without the drawing a page still says the word.
MARK = "icon:"
PICTURES: Final[dict[str, str]] = {
    # kinds of help
    "BOODSCHAPPEN": "icon:shopping-cart",
    "VERVOER": "icon:car",
    "GEZELSCHAP": "icon:coffee",
    "WANDELEN": "icon:walk",
    "KLUS_HUIS": "icon:hammer",
    "KLUS_TUIN": "icon:plant",
    "DIGITALE_HULP": "icon:device-mobile",
    "ADMINISTRATIE": "icon:mail-opened",
    "TAAL": "icon:abc",
    # fields of life
    "ondersteuning": "icon:heart-handshake",
    "preventie": "icon:salad",
    "zorg": "icon:stethoscope",
    "jeugd": "icon:mood-kid",
    "onderwijs": "icon:school",
    "welzijn": "icon:friends",
    "wonen": "icon:home",
    "werk_inkomen": "icon:coins",
    # how one hears from us
    "phone": "icon:phone",
    "letter": "icon:mail",
    "mail": "icon:at",
    "text": "icon:message",
}


def picture(word: object) -> str:
    """The name of the drawing beside this word; nothing where there is none."""
    return PICTURES.get(str(word), "").removeprefix(MARK)
