"""The staff process answers with the staff's pages, and with what other programs fetch."""

from samvirke.doors.exchange.urls import urlpatterns as exchange
from samvirke.doors.web.urls import handler400, handler403, handler404, handler500
from samvirke.doors.web.urls import urlpatterns as web

urlpatterns = [*web, *exchange]

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
