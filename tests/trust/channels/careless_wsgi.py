"""What a web server runs for the careless staff process."""

import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.trust.channels.careless_settings"
application = get_wsgi_application()
