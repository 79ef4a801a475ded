"""The rules and the score of a pair as SQL over the same columns, for the peers."""

FITS = """(q.needs & v.lacks) = 0 AND (q.kinds & v.kinds) <> 0
  AND (q.x - v.x) * (q.x - v.x) + (q.y - v.y) * (q.y - v.y) <= v.reach_squared
  AND (q.slots & v.slots) <> 0 AND q.hours <= v.hours
  AND (q.languages & v.languages) <> 0 AND (q.wish = 0 OR q.wish = v.gender)"""

_EXPECTED = "3 + 2 * bit_count(q.expects & v.expects) - bit_count(q.said & v.said & 7)"
_KIND = "(1 + CAST((q.main_kind & v.kinds) <> 0 AS BIGINT))"
_TRAINED = (
    "(2 * bit_count(q.themes & v.trainings) + CASE WHEN (v.said & 64) = 0 THEN q.topics ELSE 0 END)"
)
_SHARED = "(bit_count(q.likes & v.likes) + bit_count(q.dislikes & v.dislikes))"
_CLASHES = "(bit_count(q.likes & v.dislikes) + bit_count(q.dislikes & v.likes))"
_METRES = (
    "CAST(floor(sqrt(((q.x - v.x) * (q.x - v.x) + (q.y - v.y) * (q.y - v.y)) // 1000000))"
    " AS BIGINT)"
)


def score(tables: dict[str, list[int]]) -> str:
    """The score in hundredths as one expression, with the tables written out as lists."""
    activity, language = tables["points"][1], tables["points"][5]
    words = (1 << 62) - 1
    return " + ".join(
        [
            f"{tables['expectations']}[{_EXPECTED} + 1]",
            f"CASE WHEN q.topics = 0 THEN (2 * {_KIND} * {activity} + 2) // 4 ELSE"
            f" (2 * (3 * q.topics * {_KIND} + {_TRAINED}) * {activity} + 8 * q.topics)"
            " // (16 * q.topics) END",
            f"CASE WHEN (q.said & v.said & 8) <> 0 THEN {tables['overlap']}"
            f"[least(bit_count(q.slots & v.slots & {words}), 3) + 1]"
            f" ELSE {tables['overlap'][4]} END",
            f"(2 * greatest(10000 - {_METRES}, 0) * {tables['points'][3]} + 10000) // 20000",
            f"CASE WHEN (q.said & v.said & 16) <> 0 THEN {tables['interests']}"
            f"[greatest(least({_SHARED}, 3) - {_CLASHES}, 0) + 1]"
            f" ELSE {tables['interests'][4]} END",
            f"(2 * bit_count(q.languages & v.languages) * {language} + q.tongues)"
            " // (2 * q.tongues)",
            f"CASE WHEN (q.said & 32) <> 0 AND (v.said & 32) = 0 THEN {tables['wishes'][1]}"
            f" ELSE {tables['wishes'][0]} END",
        ]
    )
