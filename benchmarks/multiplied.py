"""A ledger of any size from one article: what the importer published, multiplied by PostgreSQL.

Importing 20,000 articles with the supplements of 21 regions would take longer than measuring them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.apps import apps
from django.db import connection
from django.db.models import Model

TEMPLATE = "artikel-mall"
"""The key of the article that is multiplied; artikel-0, artikel-1 … come of it."""
NUMBERED = f"replace({{column}}, '{TEMPLATE}', 'artikel-' || number)"
SEQUENCE = "number * per_article + place"
"""Each article's parts follow one another, as when it was published with its supplements."""
KEPT = ("Edition", "CurrentEdition", "ListedArticle", "Route")
EXPRESSIONS: Mapping[str, str] = {
    **{
        name: NUMBERED.format(column=f"template.{name}")
        for name in ("part", "key", "document", "item", "path")
    },
    **dict.fromkeys(("sequence", "edition_id", "substantive_sequence"), SEQUENCE),
    "sha256": "template.sha256",
    "page_id": "template.page_id * 100000 + number",
    "id": "1000000 + number",
}
"""Column → what it is in the copies; the others are as they were."""


def keep_template() -> None:
    """Set aside what is published now: it is what `fill` multiplies."""
    with connection.cursor() as cursor:
        for name in KEPT:
            table = _model(name)._meta.db_table
            cursor.execute(f"CREATE TABLE bench_{name} AS SELECT * FROM {table} WHERE key <> ''")
        cursor.execute(
            "CREATE TABLE bench_places AS SELECT part, region, "
            "row_number() OVER (ORDER BY sequence) AS place FROM bench_Edition"
        )


def fill(articles: int, regions: Sequence[str]) -> None:
    """So many articles, each with the supplements of these regions, and nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM bench_places")
        (per_article,) = cursor.fetchone()
        # A ledger lets nothing go; this one is thrown away.
        cursor.execute(f"ALTER TABLE {_model('Edition')._meta.db_table} DISABLE TRIGGER USER")
        cursor.execute(f"TRUNCATE {_model('ListedCode')._meta.db_table}")
        for name in KEPT:
            # Folders have routes too, without a key.
            cursor.execute(f"DELETE FROM {_model(name)._meta.db_table} WHERE key <> ''")
            cursor.execute(_copies(_model(name), name), [per_article, articles, list(regions)])
        head = _model("LedgerHead")._meta.db_table
        cursor.execute(f"UPDATE {head} SET sequence = %s", [articles * per_article])
        cursor.execute("VACUUM ANALYZE")


def _copies(model: type[Model], name: str) -> str:
    columns = [field.column for field in model._meta.concrete_fields]
    values = (EXPRESSIONS.get(column, f'template."{column}"') for column in columns)
    # A route has no part: it is the article's own.
    part = "template.part" if "part" in columns else f"'{TEMPLATE}/sv'"
    return f"""
        INSERT INTO {model._meta.db_table} ({", ".join(f'"{column}"' for column in columns)})
        SELECT {", ".join(values)}
        FROM bench_{name} AS template
        JOIN bench_places AS places ON places.part = {part}
        CROSS JOIN (SELECT %s::bigint AS per_article) AS sizes
        CROSS JOIN generate_series(0, %s - 1) AS number
        WHERE places.region = '' OR places.region = ANY(%s)
        ORDER BY number, place
    """


def _model(name: str) -> type[Model]:
    return apps.get_model("content_models", name)
