"""Why we keep what we keep: each purpose with who answers for it, and on which ground (PRV-01)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

STARTPUNT: Final = "Startpunt"
MUNICIPALITY: Final = "Gemeente"
PROVIDERS: Final = "Zorgaanbieders in het hybride team"
NO_HEALTH: Final = "geen: er hoort geen gezondheid in"
YES: Final = "uitdrukkelijke toestemming (9.2.a), apart gevraagd en in te trekken"
TASK: Final = "taak van algemeen belang (6.1.e)"
DUTY: Final = "wettelijke plicht (6.1.c)"
INTEREST: Final = "gerechtvaardigd belang (6.1.f)"
AGREEMENT: Final = "afspraak met u (6.1.b)"
CONSENT: Final = "toestemming (6.1.a)"
HERSELF: Final = "de inwoner zelf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """One purpose, as the register of processing asks for it (AVG 30)."""

    name: str
    # In plain words, for who reads what we keep and why.
    plain: str
    controller: str = STARTPUNT
    ground: str
    health: str = NO_HEALTH
    source: str = HERSELF
    recipients: str = "alleen het Startpunt"
    kept: tuple[str, ...] = ("RET-05",)
    about_people: bool = True


PURPOSES: Final[Mapping[str, Purpose]] = MappingProxyType(
    {
        "CONTACT": Purpose(
            name="Weten wie iemand is en hoe wij die bereiken",
            plain="Uw naam, adres en telefoon. Zo kunnen wij u bellen of schrijven.",
            ground=f"{TASK} of {AGREEMENT}",
            recipients="een maatje na twee keer ja; een organisatie na uw ja",
            kept=("RET-06", "RET-05"),
        ),
        "APART": Purpose(
            name="Mensen veilig houden: geheim adres, en wie nooit samen mag komen",
            plain="Wat nodig is om u veilig te houden. Dat staat op geen enkele pagina.",
            ground=f"vitaal belang (6.1.d) en {INTEREST}",
            recipients="niemand; de regels houden zich er stil aan",
            kept=("RET-06", "RET-15"),
        ),
        "NETWORK": Purpose(
            name="Weten wie er om iemand heen staat",
            plain="Wie er om u heen staat, zoals familie of buren.",
            ground=TASK,
            health=YES,
            kept=("RET-06", "RET-05"),
        ),
        "QUESTION": Purpose(
            name="Een vraag begrijpen en beantwoorden",
            plain="Wat u vraagt, getypt of gezegd in uw eigen woorden, en wat wij daarmee doen.",
            ground=TASK,
            health=f"alleen wat u zelf vertelt; {YES}",
            recipients="wie u helpt, na uw ja",
            kept=("RET-05", "RET-06"),
        ),
        "SITUATION": Purpose(
            name="Weten wat er speelt, ook met gezondheid",
            plain="Hoe het met u gaat, als u dat vertelt. Ook over uw gezondheid.",
            ground=TASK,
            health=YES,
            kept=("RET-05",),
        ),
        "MATCH": Purpose(
            name="Twee mensen bij elkaar brengen en afspraken maken",
            plain="Wie bij u past, wat u samen afspreekt en hoe het gaat.",
            ground=f"{AGREEMENT} of {INTEREST}",
            health=YES,
            recipients="de inwoner en het maatje, elk hun eigen deel",
            kept=("RET-05", "RET-06"),
        ),
        "VOLUNTEER": Purpose(
            name="Vrijwilligers en meedenkers kennen",
            plain="Wat u als vrijwilliger wilt en kunt doen, en wanneer.",
            ground=f"{AGREEMENT} of {INTEREST}",
            source="de vrijwilliger zelf",
            recipients="het Startpunt; van een meedenker ook wie kiest",
            kept=("RET-07",),
        ),
        "CERTIFICATE": Purpose(
            name="Weten of iemand mag beginnen: VOG en uitkering",
            plain="Of u een VOG hebt en of uw uitkering het toelaat. Nooit waarom.",
            ground=f"{INTEREST} of {CONSENT}",
            health="geen; strafgegevens worden nooit bewaard (AVG 10), alleen de stand",
            source="de vrijwilliger zelf",
            kept=("RET-07", "RET-09"),
        ),
        "GUIDANCE": Purpose(
            name="Vragen hoe het gaat, en tijdig bijsturen",
            plain="Hoe het gaat met u samen. Wij vragen dat aan u allebei apart.",
            ground=f"{AGREEMENT} of {INTEREST}",
            health=YES,
            source="de inwoner en het maatje",
            kept=("RET-05", "RET-07"),
        ),
        "REFERRAL": Purpose(
            name="Een vraag naar een organisatie brengen",
            plain="Naar welke organisatie uw vraag ging, en wat die doet.",
            ground=CONSENT,
            health=YES,
            source="de inwoner en de organisatie",
            recipients="de organisatie waar u ja tegen zei",
            kept=("RET-05",),
        ),
        "CONSENT": Purpose(
            name="Weten waar iemand ja tegen zei, en rechten uitvoeren",
            plain="Waar u ja of nee tegen zei, en wat u ons vroeg over uw gegevens.",
            ground=f"{DUTY}: AVG 7 en 12 tot 22",
            kept=("RET-06", "RET-05", "RET-15"),
        ),
        "WMO": Purpose(
            name="Noteren hoe een melding voor de Wmo loopt",
            plain="Op welke dag uw melding bij de gemeente kwam, en de stappen daarna.",
            controller=MUNICIPALITY,
            ground=f"{TASK}: Wmo 2.3.2 en verder",
            health="Wmo 5.1.1",
            source="de inwoner en de gemeente",
            recipients="de Wmo-adviseur",
            kept=("RET-01", "RET-05"),
        ),
        "TEAM": Purpose(
            name="Samen helpen in een hybride team",
            plain="Wat zorg en welzijn samen met u doen, en welke uren daarbij horen.",
            controller=PROVIDERS,
            ground=f"{DUTY} of {TASK}",
            health="Wmo 5.1.2 lid 1",
            source="de inwoner, de Wmo-adviseur en het team",
            recipients="het team waar u ja tegen zei",
            kept=("RET-05", "RET-02"),
        ),
        "GUIDE": Purpose(
            name="Meedenken: onafhankelijk naast de inwoner",
            plain="Wie met u meedenkt en wat u samen opschrijft. Niemand anders leest dat.",
            ground=f"{TASK}: Wmo 2.2.4",
            health=YES,
            recipients="de inwoner en haar meedenker",
            kept=("RET-12", "RET-05"),
        ),
        "CARER": Purpose(
            name="Mantelzorgers zien en ontlasten",
            plain="Wat u voor een ander doet, en wat het lichter kan maken.",
            ground=f"{TASK} en uw ja",
            health=YES,
            source="de mantelzorger zelf",
            kept=("RET-05",),
        ),
        "INSTRUMENT": Purpose(
            name="Een vragenlijst invullen en de uitkomst lezen",
            plain="Uw antwoorden op een vragenlijst, als u die wilde invullen.",
            ground=CONSENT,
            health=YES,
            source="wie de lijst invult",
            kept=("RET-16", "RET-05"),
        ),
        "SIGNAL": Purpose(
            name="Weten wat er speelt in de wijk",
            plain="Wat iemand in de wijk ons doorgaf. Zonder naam, tenzij u ja zei.",
            ground=INTEREST,
            source="iemand uit de wijk",
            recipients="het Startpunt, het wijkteam",
            kept=("RET-05", "RET-13"),
        ),
        "SAFETY": Purpose(
            name="Doen wat nodig is als iemand niet veilig is",
            plain="Als iemand zich zorgen maakt over veiligheid. Eén vaste persoon leest dat.",
            ground=f"{DUTY}: Wmo 3.3 en de meldcode",
            health="zwaarwegend algemeen belang (9.2.g)",
            source="wie zich zorgen maakt",
            recipients="de aandachtsfunctionaris; Veilig Thuis als dat moet",
            kept=("RET-11",),
        ),
        "STUCK": Purpose(
            name="Oplossen wat vastloopt, en ervan leren",
            plain="Waar een vraag vastliep, zonder uw naam, en wat wij ervan leerden.",
            ground=TASK,
            source="wie eraan werkte",
            recipients="de procesmanager en wie zij vraagt, zonder naam",
            kept=("RET-05",),
        ),
        "LEARN": Purpose(
            name="Trainen: wie deed mee en haalde het",
            plain="Welke training u deed.",
            ground=AGREEMENT,
            source="de vrijwilliger en de trainer",
            kept=("RET-07", "RET-05", "RET-14"),
        ),
        "OFFER": Purpose(
            name="De sociale kaart, en wat mensen samen doen",
            plain="Wat er te doen is in de buurt, en bij wie u dan moet zijn.",
            ground=INTEREST,
            source="de organisatie",
            recipients="iedereen",
            kept=("RET-05",),
        ),
        "PARTNER": Purpose(
            name="Afspraken met organisaties en hun contactpersoon",
            plain="Met welke organisaties wij werken, en wie daar uw contact is.",
            ground=INTEREST,
            source="de organisatie",
            recipients="wie hier werkt",
            kept=("RET-05",),
        ),
        "ACCESS": Purpose(
            name="Inloggen: wie er in welke rol zit",
            plain="Hoe u inlogt, en wat u dan mag zien.",
            ground=f"{DUTY}: AVG 32",
            source="wie hier werkt",
            recipients="technisch beheer, zonder dossiers",
            kept=("RET-06", "RET-17", "RET-15"),
        ),
        "LETTER": Purpose(
            name="Brieven, mails en telefoontjes",
            plain="Wat wij u schreven of belden.",
            ground=f"{TASK} of {AGREEMENT}",
            source="Kruispunt",
            recipients="wie de brief krijgt",
            kept=("RET-05",),
        ),
        "UNSENT": Purpose(
            name="Niet kwijtraken wat iemand aan het typen is",
            plain="Wat u typte en nog niet verstuurde. Alleen u kunt het lezen.",
            ground=INTEREST,
            source="wie het typt",
            recipients="niemand",
            kept=("RET-19",),
        ),
        "DOOR": Purpose(
            name="De open formulieren voor iedereen open houden",
            plain="Hoe vaak er een formulier kwam vanaf één plek. Wij zien niet wie dat was.",
            ground=INTEREST,
            source="Kruispunt",
            recipients="niemand",
            kept=("RET-20",),
        ),
        "JOURNAL": Purpose(
            name="Kunnen uitleggen wie wat deed en wie wat las",
            plain="Wie wat deed met uw gegevens, en wie ze las. Dat mag u altijd vragen.",
            ground=f"{DUTY}: AVG 5 lid 2 en 32",
            source="Kruispunt",
            recipients="u zelf; de privacy officer",
            kept=("RET-15", "RET-05"),
        ),
        "IMPORT": Purpose(
            name="Een lijst inlezen die er al was",
            plain="Gegevens uit een lijst die de organisatie al had.",
            ground=INTEREST,
            source="de organisatie die de lijst bracht",
            kept=("RET-18",),
        ),
        "FIGURES": Purpose(
            name="Tellen hoe het gaat",
            plain="Aantallen, zonder namen. Kleine aantallen tonen wij niet.",
            ground=INTEREST,
            source="Kruispunt",
            recipients="beleid, alleen aantallen van tien of meer",
            kept=("RET-05", "RET-12"),
            about_people=False,
        ),
        "HOUSE": Purpose(
            name="Het systeem laten werken",
            plain="Wat de computer nodig heeft om te werken. Er staat niets van u in.",
            ground="geen persoonsgegevens",
            source="Kruispunt",
            about_people=False,
            kept=(),
        ),
    }
)
