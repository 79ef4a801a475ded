"""The door of the demo: choose who you want to be. It exists in the demo only."""

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from kruispunt.config.merwedam.books import book


@require_http_methods(["GET", "POST"])
@login_not_required
def choose(request: HttpRequest) -> HttpResponse:
    """A page with one button for each person of the cast; pressing it is signing in."""
    if settings.MODE != "demo":
        raise Http404
    cast = book("cast")["player"]
    if request.method == "POST":
        names = {player["name"].lower() for player in cast}
        name = request.POST.get("name", "")
        if name in names:
            account = get_user_model().objects.get(email=f"{name}@merwedam.example")
            login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
        return redirect("public:desk")
    return render(request, "public/demo.html", {"cast": cast})


urlpatterns = [path("demo/", choose, name="demo")] if settings.MODE == "demo" else []
