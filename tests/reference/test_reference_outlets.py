"""The registry of outlets: consistent, found by name, by domain and in running text."""

import time
from collections import Counter

import pycountry
import pytest

from tasks.reference import outlets


def names_in(text: str) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], outlet.name) for span, outlet in outlets.mentioned(text)]


def test_the_registry_is_large_and_consistent() -> None:
    registry = outlets.registry()
    assert len(registry) >= 300
    assert sum(outlet.is_agency for outlet in registry) >= 60
    domains = Counter(domain for outlet in registry for domain in outlet.domains)
    assert max(domains.values()) == 1
    assert all(domain == domain.lower() and "/" not in domain and "." in domain for domain in domains)
    assert all(outlet.country is None or pycountry.countries.get(alpha_2=outlet.country) for outlet in registry)
    assert {outlet.kind for outlet in registry} == {"newspaper", "broadcaster", "agency", "state media", "site"}


def test_every_outlet_is_found_by_its_key_and_by_a_name_of_its_own() -> None:
    for outlet in outlets.registry():
        assert outlets.by_key(outlet.key) is outlet
        assert outlets.by_domain(f"www.{outlet.key}") is outlet
        assert outlets.find(outlet.name) is outlet, outlet.name


@pytest.mark.parametrize("name", ["the associated press", "AP", "  Associated   Press ", "The AP"])
def test_names_are_found_whatever_case_article_and_spaces(name: str) -> None:
    outlet = outlets.find(name)
    assert outlet is not None
    assert outlet.key == "apnews.com"


@pytest.mark.parametrize("name", ["ABC", "The Bugle of Nowhere", "", "..."])
def test_shared_and_unknown_names_are_nobodys(name: str) -> None:
    assert outlets.find(name) is None


def test_the_longest_known_domain_decides() -> None:
    hosts = ("timesofindia.indiatimes.com", "economictimes.indiatimes.com", "x.example")
    found = {host: outlets.by_domain(host) for host in hosts}
    assert [outlet and outlet.name for outlet in found.values()] == ["The Times of India", "The Economic Times", None]


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.reuters.com/world/x", "reuters.com"),
        ("http://amp.cnn.com:80/a?b=c#d", "amp.cnn.com"),
        ("https://web.archive.org/web/20210414000000/https://www.khaama.com/x", "khaama.com"),
        ("https://archive.today/20210414/http://tass.com/y", "tass.com"),
        ("javascript:alert(1)", None),
        ("https://[broken", None),
        ("no address", None),
        ("", None),
    ],
)
def test_the_host_of_an_address_is_the_publishers(url: str, host: str | None) -> None:
    assert outlets.host_of(url) == host


def test_platforms_say_nothing_about_the_source() -> None:
    assert outlets.is_platform("www.facebook.com")
    assert outlets.is_platform("someone.blogspot.com")
    assert not outlets.is_platform("reuters.com")


def test_outlets_are_found_in_running_text() -> None:
    text = "A diplomat told Reuters\u2019 bureau that AFP and TOLO News had asked; the New York Times has not."
    assert names_in(text) == [
        ("Reuters", "Reuters"), ("AFP", "Agence France-Presse"), ("TOLO News", "TOLOnews"),
        ("New York Times", "The New York Times"),
    ]  # fmt: skip


def test_plain_words_count_only_where_the_text_says_outlet() -> None:
    assert names_in("Time and again the Sun rose over the Nation, and people saw a Mirror.") == []
    assert names_in("The Orrin Standard asked a Namibian, a Scotsman and a Local in Sabah.") == []
    assert names_in("He told The Sun that a report by The Times newspaper was wrong.") == [
        ("Sun", "The Sun"),
        ("Times newspaper", "The Times"),
    ]


def test_an_acronym_in_brackets_belongs_to_the_name_before_it() -> None:
    assert names_in("at the Australian Broadcasting Corporation (ABC) in Sydney") == [
        ("Australian Broadcasting Corporation (ABC)", "Australian Broadcasting Corporation")
    ]


def test_mentions_take_linear_time() -> None:
    began = time.process_time()
    outlets.mentioned("The New York The New York Times (" * 10_000)
    assert time.process_time() - began < 5
