"""When things are reported in the demo district: shapes of a year and of a week, all of them guesses."""

from collections.abc import Sequence

_WORKDAYS = (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0)


def _year(*months: float) -> tuple[float, ...]:
    mean = sum(months) / 12
    return tuple(month / mean for month in months)


def _week(hours: Sequence[float], days: Sequence[float] = _WORKDAYS, nights: float = 0.0) -> tuple[float, ...]:
    """168 weights from Monday 0; `nights` is the share that comes on Friday and Saturday from 22 to 6."""
    plain = [day * hour / (sum(days) * sum(hours)) for day in days for hour in hours]
    weights = [(1 - nights) * each for each in plain]
    for evening in (4, 5):
        for step, part in enumerate(_NIGHT):
            weights[(evening * 24 + 22 + step) % 168] += nights / 2 * part / sum(_NIGHT)
    return tuple(weights)


_NIGHT = (2, 4, 6, 7, 7, 5, 3, 1)

STEADY = _year(*([1.0] * 12))
WINTER = _year(1.06, 1.00, 0.98, 0.97, 0.96, 0.96, 0.97, 0.94, 0.94, 1.02, 1.08, 1.12)
SUMMER = _year(0.60, 0.65, 0.80, 1.00, 1.15, 1.25, 1.20, 1.30, 1.30, 1.15, 0.90, 0.70)
OUTDOORS = _year(0.92, 0.93, 0.97, 0.99, 1.02, 1.02, 1.04, 1.06, 1.03, 1.02, 0.99, 1.01)
ON_ROADS = _year(0.92, 0.90, 0.94, 0.98, 1.03, 1.06, 1.00, 1.03, 1.05, 1.05, 1.03, 1.01)
SHOPPING = _year(0.95, 0.93, 0.98, 0.99, 1.00, 0.98, 0.97, 1.00, 1.00, 1.02, 1.08, 1.10)

_BUSY_WEEKEND = (0.85, 0.85, 0.9, 0.95, 1.1, 1.25, 1.1)
_OPEN = (1.15, 1.1, 1.05, 1.05, 1.05, 0.9, 0.7)
_WAKING = (8, 5, 4, 3, 3, 4, 6, 10, 14, 16, 17, 18, 19, 19, 20, 21, 22, 22, 22, 22, 21, 20, 17, 12)
_DAYTIME = (1, 1, 1, 1, 1, 1, 3, 10, 22, 26, 26, 24, 22, 22, 22, 20, 16, 12, 9, 7, 6, 4, 3, 2)
_HOMECOMING = (3, 2, 1, 1, 1, 1, 4, 8, 11, 12, 12, 12, 12, 13, 15, 20, 26, 28, 26, 23, 20, 18, 13, 7)
_TRADING = (0, 0, 0, 0, 0, 0, 0, 1, 4, 10, 14, 16, 18, 18, 20, 22, 22, 20, 14, 10, 6, 2, 0, 0)
_DRIVING = (2, 1, 1, 1, 2, 5, 10, 22, 20, 13, 12, 13, 14, 15, 18, 24, 24, 19, 14, 10, 8, 7, 5, 4)
_EVENING = (14, 10, 8, 6, 4, 3, 3, 4, 6, 8, 9, 10, 11, 11, 12, 14, 16, 18, 20, 22, 23, 23, 21, 18)
_NIGHTLY = (16, 15, 13, 11, 7, 5, 4, 3, 3, 3, 4, 4, 5, 5, 5, 6, 7, 9, 11, 12, 14, 16, 17, 17)

ROUND_THE_CLOCK = _week(_WAKING)
OFFICE = _week(_DAYTIME, _OPEN)
AT_HOMECOMING = _week(_HOMECOMING, (1.1, 0.95, 0.95, 0.95, 1.0, 0.95, 1.15))
SHOPS = _week(_TRADING, (0.95, 0.95, 0.95, 1.0, 1.15, 1.15, 0.8))
TRAFFIC = _week(_DRIVING, (1.0, 1.0, 1.0, 1.05, 1.2, 0.85, 0.75), nights=0.03)
EVENINGS = _week(_EVENING, _BUSY_WEEKEND, nights=0.06)
NIGHT_OUT = _week(_WAKING, _BUSY_WEEKEND, nights=0.36)
NIGHT_DRIVING = _week(_NIGHTLY, _BUSY_WEEKEND, nights=0.25)
