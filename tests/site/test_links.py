"""The link checker finds what is broken."""

import shutil

from scripts.site.links import base_path, broken_links


def test_the_built_site_has_no_broken_link(site):
    assert list(broken_links(site)) == []


def test_planted_faults_are_found(site, tmp_path):
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    page = copy / "ko" / "start" / "index.html"
    faults = (
        'href="../gone/index.html"',
        'href="../glossary/index.html#gone"',
        'href="#gone"',
        'src="../gone.png"',
    )
    tags = [f"<a {fault}>x</a>" if fault.startswith("href") else f'<img alt="" {fault}>' for fault in faults]
    page.write_text(page.read_text("utf-8").replace("</article>", "".join(tags) + "</article>"), "utf-8")

    found = list(broken_links(copy))

    assert len(found) == len(faults)
    assert all(line.startswith("ko/start/index.html: ") for line in found)


def test_the_404_page_says_where_the_site_is_served(site):
    assert base_path(site) == "/ai-for-public-servants/"
