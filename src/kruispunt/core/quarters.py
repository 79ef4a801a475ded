"""Quarters of a year: on which day they begin."""

from datetime import date


def first_day(day: date) -> date:
    """Return the first day of the quarter in which a day falls.

    Examples
    --------
    >>> first_day(date(2026, 11, 22))
    datetime.date(2026, 10, 1)
    """
    return date(day.year, day.month - (day.month - 1) % 3, 1)


def next_quarter(start: date) -> date:
    """Return the first day of the next quarter.

    Examples
    --------
    >>> next_quarter(date(2026, 10, 1))
    datetime.date(2027, 1, 1)
    """
    year, month = divmod(start.month + 2, 12)
    return date(start.year + year, month + 1, 1)


def quarters(today: date, count: int) -> tuple[date, ...]:
    """Return the first days of the last so many quarters, the oldest first; the last is this one.

    Examples
    --------
    >>> quarters(date(2026, 2, 3), 2)
    (datetime.date(2025, 10, 1), datetime.date(2026, 1, 1))
    """
    month = today.year * 12 + (today.month - 1) // 3 * 3
    return tuple(
        date((month - 3 * back) // 12, (month - 3 * back) % 12 + 1, 1)
        for back in reversed(range(count))
    )
