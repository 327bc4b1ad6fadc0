"""From how many on a count of cases is shown: later for what touches children, violence and hate than for the rest."""

FEW_CASES, FEW_OF_SENSITIVE = 5, 10


def fewest(sensitive: bool) -> int:
    """The smallest number of cases that is shown of a kind."""
    return FEW_OF_SENSITIVE if sensitive else FEW_CASES
