"""What a web server runs for the public process."""

import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "samvirke.config.public"
application = get_wsgi_application()
