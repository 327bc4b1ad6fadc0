"""The signs of a state, each with a shape of its own, and the boxes that count how far a duty has come."""

from __future__ import annotations

from samvirke.insight.briefing.drawings import svg

_MANY = 8


def sign(state: str, size: float = 16) -> str:
    """Square with "!", triangle, half circle, circle with a tick, clock, or dashed circle."""
    return svg.picture(16, 16, _SIGNS[state]).replace(
        'width="16" height="16"', f'width="{size:g}" height="{size:g}"', 1
    )


def boxes(done: int, planned: int, required: int) -> str:
    """One box a unit: filled done, light planned, dashed neither; above eight units a bar; nothing for none."""
    if not required:
        return ""
    if required > _MANY:
        share = 68 * done / required
        parts = [svg.rect(1, 1, 68, 12, "#fff", svg.RULE, 2)]
        return svg.picture(72, 14, [*parts, svg.rect(1, 1, share, 12, svg.ACCENT, radius=2)] if share else parts)
    parts = []
    for unit in range(required):
        x = 1 + 18 * unit
        if unit < done:
            parts.append(svg.rect(x, 1, 14, 12, svg.ACCENT, svg.ACCENT, 2))
        elif unit < done + planned:
            parts.append(svg.rect(x, 1, 14, 12, svg.ACCENT_LIGHT, svg.ACCENT, 2))
        else:
            parts.append(svg.rect(x, 1, 14, 12, "#fff", svg.RULE, 2, "2.5 2"))
    return svg.picture(18 * required, 14, parts)


def arrow(direction: str, size: float = 14) -> str:
    """An arrow down or up, in ink: a change is not good or bad by itself."""
    down = "M7 1.5V12M2.5 7.6 7 12l4.5-4.4"
    up = "M7 12.5V2M2.5 6.4 7 2l4.5 4.4"
    return svg.picture(size, size, [svg.path(down if direction == "fall" else up, stroke=svg.INK, width=2)]).replace(
        f'viewBox="0 0 {size:g} {size:g}"', 'viewBox="0 0 14 14"', 1
    )


_SIGNS = {
    "overdue": [
        svg.rect(1, 1, 14, 14, svg.OVERDUE, radius=2.5),
        svg.path("M8 4v5", stroke="#fff", width=2),
        svg.circle(8, 11.6, 1.2, "#fff"),
    ],
    "at-risk": [
        svg.path("M8 1.6 15.2 14.4H.8Z", stroke=svg.AT_RISK),
        svg.path("M8 6v4", stroke=svg.AT_RISK),
        svg.circle(8, 12, 1, svg.AT_RISK),
    ],
    "on-course": [svg.circle(8, 8, 6.6, "none", svg.ACCENT), svg.path("M8 1.4a6.6 6.6 0 0 1 0 13.2Z", fill=svg.ACCENT)],
    "met": [svg.circle(8, 8, 7.4, svg.DONE), svg.path("m4.6 8.2 2.4 2.4 4.6-5", stroke="#fff", width=1.8)],
    "waiting": [svg.circle(8, 8, 6.6, "none", svg.MUTED), svg.path("M8 4.4V8l2.6 1.8", stroke=svg.MUTED)],
    "not-begun": [svg.circle(8, 8, 6.6, "none", svg.MUTED, dash="2.4 2.4")],
}
_SIGNS["missed"] = _SIGNS["overdue"]
