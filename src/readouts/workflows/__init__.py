"""The jobs, one file each: the only place where stages meet input and output."""

from readouts.workflows.batch import Depth, analyse_all
from readouts.workflows.compare import compare
from readouts.workflows.gather import Said, gather
from readouts.workflows.read import read
from readouts.workflows.tools import Tools, load_tools

__all__ = ["Depth", "Said", "Tools", "analyse_all", "compare", "gather", "load_tools", "read"]
