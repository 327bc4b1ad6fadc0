"""Messages, and who has read them, one table a file."""

from samvirke.registers.outbox.models.message import Message
from samvirke.registers.outbox.models.reading import Reading

__all__ = ["Message", "Reading"]
