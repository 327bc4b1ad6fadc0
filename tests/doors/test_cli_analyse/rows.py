"""Seven incidents around Randers, of which three are near each other and soon after each other."""

from __future__ import annotations

TOWN = [
    # x, y, date, place: around Randers, in EPSG:25832
    (563_100.5, 6_257_020.0, "2024-04-01", "Torvet"),
    (563_110.0, 6_257_025.5, "2024-04-03", "Torvet"),
    (563_130.0, 6_257_040.0, "2024-04-08", "Havnegade"),
    (563_900.0, 6_256_700.0, "2024-05-20", "Havnegade"),
    (564_700.0, 6_258_200.0, "2024-06-11", "Torvet"),
    (562_200.0, 6_255_100.0, "2024-06-12", "Åboulevarden"),
    (562_900.0, 6_257_900.0, "2024-06-30", "Torvet"),
]
