"""`gridwire run`: one service after the other on the same database, a new one for each configuration."""

from collections.abc import Callable
from pathlib import Path

from bot.app.service import Service, Timing
from bot.app.signals import Signals
from bot.app.state import make, state_in
from bot.app.statsdesk import stats_desk
from bot.config import Config
from bot.stats.supervise import FILE
from bot.store import hold_lock, open_database


async def serve(
    config: Config,
    data_dir: Path,
    timing: Timing | None = None,
    load: Callable[[], Config] | None = None,
) -> int:
    """Run until a signal; returns the exit code.

    Args:
        load: reads the configuration again at a SIGHUP; raises ConfigError. None: it stays.

    Raises:
        UsageError: there can be no such directory.
        AlreadyRunningError, SchemaError, StoreError: the state cannot be used.
    """
    make(data_dir)
    path = data_dir / "gridwire.db"
    signals, following = Signals(), config
    with hold_lock(path):
        async with open_database(path) as database, stats_desk(data_dir / FILE) as desk:
            while True:
                state = await state_in(database, following)
                service = Service(
                    following,
                    database,
                    state,
                    places=await state.places(following),
                    timing=timing or Timing(),
                    desk=desk,
                    load=load,
                )
                signals.heed(service.stop, service.reload)
                code = await service.run()
                if service.following is None or signals.stopping:
                    return code
                following = service.following
