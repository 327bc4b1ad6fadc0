"""What is planted in the demo district, and how surely it is to be found."""

from datetime import date

from samvirke.analysis.simulation.demo.towns import MUNICIPALITIES
from samvirke.analysis.simulation.plants.junction import Junction
from samvirke.analysis.simulation.plants.night_cluster import NightCluster
from samvirke.analysis.simulation.plants.rate_change import RateChange
from samvirke.analysis.simulation.plants.wave import Chain, Wave
from samvirke.foundation.period import read_period

RATE_CHANGES = (
    RateChange(
        name="randers-burglary-falls",
        kind="burglary-home",
        municipalities=(730,),
        factors={"2024Q1": 0.70, "2024Q2": 0.61},
        because="Fewer homes are burgled in Randers from 1 January 2024.",
        power=0.8,
    ),
    RateChange(
        name="stalking-rises",
        kind="stalking-orders",
        municipalities=MUNICIPALITIES,
        factors={"2023Q1": 1.36, "2023Q2": 1.52, "2023Q3": 1.71, "2023Q4": 1.92, "2024Q1": 2.16, "2024Q2": 2.42},
        because="From 1 January 2023 the police register in a new way, and more of it every quarter.",
        power=0.75,
    ),
    RateChange(
        name="new-codes",
        kind="unknown",
        municipalities=MUNICIPALITIES,
        factors={"2024Q1": 1.0, "2024Q2": 1.0},
        because="The source begins to use two offence codes that the mapping does not know.",
        otherwise=0.0,
    ),
)

MOVES = (
    Wave(
        name="spentrup-wave",
        kinds=("burglary-home",),
        municipality=730,
        town="Spentrup",
        east=563800,
        north=6266500,
        spread=300,
        chains=(
            Chain(date(2024, 3, 15), 3),
            Chain(date(2024, 4, 6), 4),
            Chain(date(2024, 5, 3), 4),
            Chain(date(2024, 6, 8), 4),
        ),
        reach=150,
        soonest=2,
        latest=6,
        power=0.95,
    ),
    NightCluster(
        name="aarhus-friday-nights",
        kinds=("violence-against-person",),
        municipality=751,
        east=574600,
        north=6223500,
        radius=150,
        weekday=4,
        quarters=(read_period("2024Q1"), read_period("2024Q2")),
        moved=20,
        ratio=3.0,
        power=0.9,
    ),
    Junction(
        name="hadsten-junction",
        kinds=("collision-injury", "collision-damage"),
        municipality=710,
        east=564300,
        north=6241900,
        radius=15,
        quarterly={
            "2019Q4": 1, "2020Q4": 1, "2021Q4": 1, "2023Q1": 1,
            "2023Q3": 1, "2023Q4": 2, "2024Q1": 1, "2024Q2": 3,
        },
        power=0.95,
    ),
)  # fmt: skip
