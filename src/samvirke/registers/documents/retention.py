"""How long papers are kept."""

from samvirke.foundation.words import _
from samvirke.trust.retention.kept import keep

keep("documents.document", _("Papers of a public council are kept for the archive."))
