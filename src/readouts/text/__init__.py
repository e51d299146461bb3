"""Text in; sentences, tokens and offset maps out."""

from readouts.text.contextual import Tokens
from readouts.text.language import detect_language
from readouts.text.mend import MendedText, mend
from readouts.text.models import Encoder, Models, Reader
from readouts.text.offsets import OffsetMap, Replacement
from readouts.text.parse import Parse, Sentence, Token

__all__ = [
    "Encoder",
    "MendedText",
    "Models",
    "OffsetMap",
    "Parse",
    "Reader",
    "Replacement",
    "Sentence",
    "Token",
    "Tokens",
    "detect_language",
    "mend",
]
