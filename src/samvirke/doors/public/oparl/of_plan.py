"""A published plan as objects of OParl: a paper with its files, its council, and those who signed it by name."""

from __future__ import annotations

from samvirke.doors.public.oparl.of_meeting import of_council, of_district
from samvirke.doors.public.oparl.shape import BODY, Object, danish, key_of, link, made, site, unnamed_key
from samvirke.registers.publications.models import Publication


def of_plan(parts: dict[str, Publication]) -> list[Object]:
    """The newest edition, with its PDF once that has been made. Whoever signed is named as the plan prints it."""
    plan = parts["plan"]
    content = plan.content
    district = key_of(content["district"])
    council = key_of(content["body"], district)
    files = _files(plan, parts.get("plan-paper"))
    people = [one for signed in content["signatories"] for one in _signatory(district, council, signed)]
    paper = made(
        "paper",
        plan.slug,
        body=link(BODY, district),
        name=danish(content["title"]),
        reference=plan.slug,
        date=content["signed_on"],
        paperType="Samarbejdsplan",
        mainFile=files[0],
        auxiliaryFile=files[1:],
        originatorOrganization=[link("organization", council)],
        web=site(f"plans/{plan.slug}/"),
    )
    return [
        of_district(district, content["district"]), of_council(district, council, content["body"]),
        paper, *files, *people,
    ]  # fmt: skip


def _files(plan: Publication, paper: Publication | None) -> list[Object]:
    """The page, the open data, and the PDF of the same edition."""
    name, at = f"{plan.slug}-{plan.edition}", f"plans/{plan.slug}/{plan.edition}"
    forms = [("html", "text/html", f"{at}/"), ("json", "application/json", f"{at}.json")]
    if paper is not None and paper.edition == plan.edition and "da" in paper.content:
        forms.insert(0, ("pdf", "application/pdf", f"{at}.pdf"))
    return [
        made(
            "file",
            unnamed_key(plan.pk, form),
            name=danish(plan.content["title"]),
            fileName=f"{name}.{form}",
            mimeType=media_type,
            date=plan.published_at.date().isoformat(),
            accessUrl=site(path),
            paper=[link("paper", plan.slug)],
        )
        for form, media_type, path in forms
    ]


def _signatory(district: str, council: str, signed: dict[str, object]) -> list[Object]:
    """A person by name and nothing else, and the office in which they signed."""
    name, office = str(signed["name"]), signed["office"]
    person, membership = unnamed_key(district, name), unnamed_key(council, name)
    sits = made(
        "membership",
        membership,
        person=link("person", person),
        organization=link("organization", council),
        role=danish(office) if isinstance(office, dict) else "",
    )
    inside = {field: value for field, value in sits.items() if field != "person"}
    return [made("person", person, body=link(BODY, district), name=name, membership=[inside]), sits]
