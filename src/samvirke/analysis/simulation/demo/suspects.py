"""The share of reported offences with a suspect aged 10–17 in the demo district: invented, and the same everywhere."""

YOUNG = {
    "violence-against-person": 0.11, "close-relation-violence": 0.04, "homicide": 0.03, "threats": 0.09,
    "stalking-orders": 0.04, "sexual-offence": 0.10, "robbery": 0.28, "burglary-home": 0.02, "burglary-other": 0.04,
    "theft-vehicle": 0.06, "theft-from-vehicle": 0.02, "theft-bicycle": 0.02, "shoplifting": 0.14, "theft-person": 0.02,
    "theft-other": 0.02, "damage": 0.08, "arson": 0.18, "online-fraud": 0.02, "fraud-other": 0.01, "public-order": 0.09,
    "weapons": 0.08, "drugs": 0.09, "other-crime": 0.03,
}  # fmt: skip
