"""An example of what helping early may spare: nothing is hidden, nothing is called saved."""

from kruispunt.core.spared import Assumptions, spared

SAID = {
    "instead": "Individuele begeleiding", "judged_by": "De Wmo-adviseur",
    "source": "Tarief van de gemeente, 2026", "how_many": 50, "rate": 60, "cost": 17500,
    "low": 5, "middle": 10, "high": 20, "deadweight": 50, "attribution": 50, "displacement": 0,
    "drop_off": 0, "years": 1,
}  # fmt: skip


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_a22_an_estimate_stands_beside_all_that_was_assumed(petra):
    page = words(petra.browser().get("/cijfers/voorkomen/", SAID))

    assert spared(Assumptions(50, 60.0, 0.5, 0.5), 10) == 7500
    for said in ("€ 3.750", "€ 7.500", "€ 15.000", "5,8 uur", "De Wmo-adviseur", "50%"):
        assert said in page
    assert "geen geld dat bespaard is" in page


def test_a22_without_what_was_there_instead_there_is_no_amount(petra, noor):
    answer = petra.browser().get("/cijfers/voorkomen/", SAID | {"instead": "", "judged_by": ""})

    assert answer.status_code == 422
    assert "€ 7.500" not in words(answer)
    assert noor.browser().get("/cijfers/voorkomen/").status_code == 404
