"""readouts serve: the pages on this machine."""

from __future__ import annotations

from secrets import token_urlsafe
from typing import Annotated

import typer

from readouts.cli.collection import Where
from readouts.cli.console import errors
from readouts.cli.options import ActorsFile

Host = Annotated[
    str,
    typer.Option("--host", metavar="ADDRESS", help="Where to listen; any address but this machine's demands a token."),
]
Port = Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to listen on.")]
Token = Annotated[
    str | None,
    typer.Option("--token", envvar="READOUTS_TOKEN", help="What visitors must show; made up where one is needed."),
]
TimeLimit = Annotated[
    float, typer.Option("--time-limit", min=1, metavar="SECONDS", help="The longest one analysis may take.")
]
Workers = Annotated[int, typer.Option("--workers", min=1, max=64, help="How many analyses may run at once.")]


def serve(
    context: typer.Context,
    host: Host = "127.0.0.1",
    port: Port = 8765,
    token: Token = None,
    where: Where = None,
    actors_file: ActorsFile = None,
    time_limit: TimeLimit = 60.0,
    workers: Workers = 1,
) -> None:
    """Show the pages in a browser: compare and read what is handed over, look through the collection."""
    # Read late: the other commands have no use for a web server.
    import uvicorn

    from readouts.collection import default_location
    from readouts.web import Settings, create_app
    from readouts.web.settings import is_local

    if token is None and not is_local(host):
        token = token_urlsafe(24)
    settings = Settings(
        host=host,
        port=port,
        token=token,
        collection=where or context.obj or default_location(),
        actors_file=actors_file,
        time_limit=time_limit,
        workers=workers,
    )
    server = uvicorn.Server(
        uvicorn.Config(
            create_app(settings),
            host=host,
            port=port,
            log_level="warning",
            server_header=False,
            limit_concurrency=100,
            timeout_graceful_shutdown=3,
        )
    )
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    errors.print(f"Readouts at {address} (end it with Ctrl+C)", markup=False, highlight=False, soft_wrap=True)
    if token:
        errors.print(f"Token: {token}", markup=False, highlight=False, soft_wrap=True)
    server.run()
