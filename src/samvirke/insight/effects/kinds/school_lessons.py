"""Lessons and talks about the internet, narcotics, traffic or crime in schools."""

from samvirke.foundation.words import _
from samvirke.insight.effects.engine.kind_of_measure import KindOfMeasure

KIND = KindOfMeasure(
    name="school-lessons",
    title=_("Lessons in schools"),
    mechanism=_("Pupils know the rules and what others really do, which is less than they believe."),
    moderator=_("Best when it is repeated and parents take part; warnings and shocking stories can do harm."),
    implementation=_("Every class of the year is reached, by somebody who was taught how."),
    economics=_("Hours of police and teachers."),
)
