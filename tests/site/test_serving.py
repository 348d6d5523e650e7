"""The site is served as a good host would serve it."""

import requests

from scripts.site.policy import POLICY
from scripts.site.serving import base_path, served


def test_the_404_page_says_where_the_site_is_served(site):
    assert base_path(site) == "/ai-for-public-servants/"


def test_a_page_comes_with_the_policy_and_only_from_this_machine(site):
    with served(site) as address, requests.get(f"{address}ko/index.html", timeout=10) as answer:
        assert address.startswith("http://127.0.0.1:")
        assert answer.headers["Content-Security-Policy"] == POLICY
