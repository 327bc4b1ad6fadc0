"""What a web server runs for the staff process."""

import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "samvirke.config.staff"
application = get_wsgi_application()
