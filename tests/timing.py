"""How long a call takes, whatever else the process and the machine do."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def own_seconds(call: Callable[[], object]) -> float:
    """Return the seconds of this thread that `call` takes, without collecting garbage.

    Collecting takes longer the more a process holds, whoever made it; the library beneath numpy keeps another thread
    waiting.
    """
    gc.collect()
    gc.disable()
    try:
        begun = time.thread_time()
        call()
        return time.thread_time() - begun
    finally:
        gc.enable()
