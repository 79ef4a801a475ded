"""The way in for the web server."""

import os

from django.core.wsgi import get_wsgi_application

from kruispunt.config import warming

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kruispunt.config.settings")

application = get_wsgi_application()

from kruispunt.config import laying_out  # noqa: E402  (knows rows, so Django comes first)

# Each web process fetches the machine code of the scales, and lays everyone out, beside its pages.
warming.begin()
laying_out.begin()
