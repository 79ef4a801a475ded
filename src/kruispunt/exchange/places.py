"""Where someone lives on the Dutch map (RD New), whether a row gives metres or degrees."""

from decimal import Decimal
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING

from kruispunt.exchange.intake import Filled, RowRefused

if TYPE_CHECKING:
    from pyproj import Transformer

_OTHER_HALF = {"x": "y", "y": "x", "lat": "lon", "lon": "lat"}


def place_of(filled: Filled) -> tuple[int, int]:
    """Find the place in whole millimetres; one of x,y and lat,lon must be filled, and whole.

    Raises
    ------
    RowRefused
        When both are filled, neither is, or only half of one.
    """
    given = [name for name in ("x", "y", "lat", "lon") if name in filled]
    if given == ["x", "y"]:
        return _millimetres(filled["x"]), _millimetres(filled["y"])
    if given == ["lat", "lon"]:
        if found := rd_millimetres(float(filled["lat"]), float(filled["lon"])):
            return found
        raise RowRefused("lat", "deze plek is niet om te rekenen naar de kaart van Nederland")
    if not given:
        raise RowRefused("x", "leeg; vul x en y in, of lat en lon")
    if len(given) == 1:
        other = _OTHER_HALF[given[0]]
        raise RowRefused(other, f"leeg, terwijl {given[0]} wel is ingevuld")
    raise RowRefused(given[-1], "vul x en y in, of lat en lon; niet van allebei iets")


def rd_millimetres(lat: float, lon: float) -> tuple[int, int] | None:
    """Convert WGS84 degrees to whole millimetres RD New; None where that cannot be done."""
    x, y = _from_degrees().transform(lon, lat)
    if not (isfinite(x) and isfinite(y)):
        return None
    return round(x * 1000), round(y * 1000)


def _millimetres(metres: Decimal) -> int:
    return int((metres * 1000).to_integral_value())


@cache
def _from_degrees() -> "Transformer":
    # Loaded on first use: most files have metres, and the library takes a third of a second.
    from pyproj import Transformer  # noqa: PLC0415
    from pyproj.network import set_network_enabled  # type: ignore[attr-defined] # noqa: PLC0415

    set_network_enabled(active=False)
    return Transformer.from_crs("EPSG:4326", "EPSG:28992", always_xy=True)
