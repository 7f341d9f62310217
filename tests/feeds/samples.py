"""Sample bodies: invented players, our own words, the shapes of the real feeds."""

import json
from typing import Any

ROW = {
    "date": "2025-10-07T07:00Z",
    "description": "Traded WR Dale Preston to New York Jets for a 2026 fourth-round pick.",
    "team": {"id": "9", "abbreviation": "GB", "displayName": "Green Bay Packers"},
}
OLDER_ROW = {
    "date": "2025-10-06T07:00Z",
    "description": "Waived CB Omar Tillis. Signed S Pete Valdry to the practice squad.",
    "team": {"id": "14", "abbreviation": "LAR", "displayName": "Los Angeles Rams"},
}
CORE_ROW = {
    "date": "2025-10-05T08:00Z",
    "description": "Placed OT Ruben Stallard on injured reserve.",
    "team": {"$ref": "http://core.example/v2/leagues/nfl/seasons/2025/teams/28?lang=en"},
}
ARTICLE = {
    "id": 90000001,
    "headline": "Packers trade WR Dale Preston to Jets, sources say",
    "description": "Green Bay gets a fourth-round pick in return.",
    "published": "2025-10-07T15:30:00Z",
    "lastModified": "2025-10-07T15:45:00Z",
    "byline": "Nora Quill",
    "links": {"web": {"href": "https://news.example/nfl/story/90000001"}},
}
LINE = {
    "id": "line-1",
    "title": "Packers trade WR Dale Preston to Jets",
    "text": "The deal was first reported by Nora Quill.",
    "published_at": "2025-10-07T15:30:00Z",
    "feed": {"name": "desk", "trust": "trusted"},
    "author": "Nora Quill",
    "url": "https://news.example/nfl/story/1",
}
TABLE = {
    "headers": ["date", "description", "teamAbbr"],
    "rows": [
        ["2025-10-07", "Dale Preston: Traded; Packers \u2192 Jets", "NYJ"],
        ["2025-10-06", "D&#x27;Angelo Farrow: Reserve/Retired", "WAS"],
    ],
}
RSS_ITEM = """<item><title>Packers trade WR Dale Preston to Jets</title>
<description>&lt;p&gt;Green Bay &lt;b&gt;sends&lt;/b&gt; the receiver east.&lt;/p&gt;</description>
<link>https://news.example/nfl/story/1</link><guid isPermaLink="false">story-1</guid>
<pubDate>Tue, 07 Oct 2025 15:30:00 GMT</pubDate></item>"""
ATOM = b"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title><id>urn:desk</id>
<entry><id>urn:story:1</id><title>Packers trade WR Dale Preston</title>
<summary>To the Jets.</summary><link href="https://news.example/nfl/story/1"/>
<published>2025-10-07T11:30:00-04:00</published><author><name>Nora Quill</name></author></entry>
</feed>"""


def wire(*rows: Any, key: str = "transactions") -> bytes:
    """A page of the wire; two good rows by default, the newer first."""
    listed = list(rows) or [ROW, OLDER_ROW]
    return json.dumps({"count": len(listed), "pageIndex": 1, key: listed}).encode()


def news(*articles: Any) -> bytes:
    """A news list; one good article by default."""
    return json.dumps({"header": "News", "articles": list(articles) or [ARTICLE]}).encode()


def table(**changes: Any) -> bytes:
    """A table of NFL.com's shape."""
    return json.dumps({**TABLE, **changes}).encode()


def rss(*items: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    """An RSS document; one good item by default."""
    body = "".join(items or (RSS_ITEM,))
    return f'{head}<rss version="2.0"><channel><title>Desk</title>{body}</channel></rss>'.encode()


def lines(*items: Any) -> bytes:
    """One report a line; one good line by default."""
    return b"".join(json.dumps(item).encode() + b"\n" for item in items or (LINE,))
