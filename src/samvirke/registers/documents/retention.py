"""How long papers are kept."""

from samvirke.foundation.kept import keep
from samvirke.foundation.words import _

keep("documents.document", _("Papers of a public council are kept for the archive."))
