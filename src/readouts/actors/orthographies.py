"""How names are written in one language or another, as rules from letters to sounds.

A name of the table and a form in a text are the same name when some two ways of writing make the same
sounds: German *Selenskyj* and English *Zelenskyy*, Wade-Giles *Hsi* and pinyin *Xi*. The rules follow the
transliteration practice of news agencies and the published systems: Duden and DIN 1460 (German), the
Imprimerie nationale's usage (French), PWN (Polish), Palladius and Wade-Giles (Chinese), McCune-Reischauer and the
Revised Romanization (Korean, read to the same sounds as the usual English spellings).

Sounds are single letters: vowels ``aeiou``, ``S`` sh, ``Z`` zh, ``C`` ch, ``J`` dj, ``c`` ts, ``x`` kh, ``N`` ng,
and consonants as in English.
"""

from __future__ import annotations

import re
from collections.abc import Callable

# Longest letters first; a rule's right side is sounds. Lookarounds are written out where a rule needs them.
_EVERYWHERE = "ph:f th:t dh:d ck:k w:v y:i qu:kv q:k x:ks"
_SOFT = "(?=[eiy])"

_RULES: dict[str, str] = {
    "English": (
        "shch:S tch:C dzh:J sch:S kh:x zh:Z sh:S ch:C gh:g dj:J ts:c tz:c ou:u oo:u ee:i ^x:S š:S č:C ć:C ž:Z "
        f"ş:S ç:C đ:J c{_SOFT}:s c:k j:J"
    ),
    "German": (
        "schtsch:S tsch:C dsch:J sch:S chs:ks ch:x tz:c ts:c zh:Z sh:S kh:x ei:ai ie:i ß:s ss:s ou:u "
        "(?<![a-rt-z])s(?=[aeiouyäöü]):z (?<=[aeiouyäöü])s(?=[aeiouyäöü]):z z:c c:k j:i"
    ),
    "French": (
        "chtch:S tch:C dj:J sh:S ch:S kh:x gn:ni eau:o au:o oï:oi aï:ai ou:u ss:s tz:c ts:c ç:s "
        f"g(?=[eiy]):Z gu{_SOFT}:g qu:k ine$:in (?<=[a-z][^aeiouy])e$: (?<=[aeiouy])s(?=[aeiouy]):z c{_SOFT}:s c:k j:Z"
    ),
    "Polish": "szcz:S sz:S cz:C rz:Z dż:J dź:J dz:J ch:x ł:l ó:u ż:Z ź:Z ś:s ć:C ń:n j:i c:c",
    "Czech": "šč:S š:S č:C ć:C ž:Z ř:Z đ:J dž:J ch:x j:i c:c",
    "Spanish": f"ch:C ll:i ñ:ni gu{_SOFT}:g qu:k g{_SOFT}:x j:x z:s h: c{_SOFT}:s c:k ts:c",
    "Portuguese": f"ch:S lh:l nh:ni ou:u x:S ine$:in ç:s qu:k j:Z c{_SOFT}:s c:k",
    "Italian": f"sci(?=[aou]):S sc{_SOFT}:S ci(?=[aou]):C gi(?=[aou]):J ch:k gh:g c{_SOFT}:C g{_SOFT}:J z:c c:k j:i",
    "Dutch": "tsj:C dzj:J sj:S zj:Z sch:S ch:x oe:u ie:i ij:i ts:c j:i c:k",
    "Swedish": "stj:S tj:C sj:S sh:S kh:x ch:C j:i c:k å:o",
    "Hungarian": "dzs:J zs:Z cs:C sz:s gy:di ty:ti ny:ni s:S c:c j:i",
    "Turkish": "ş:S ç:C ğ:g ı:i c:J j:Z ə:a",
    "Vietnamese": "ph:f gi:z đ:d d:d tr:C ch:C x:s c:k",
    "Pinyin": "zh:J ch:C sh:S x:S q:C j:J c:c z:z ng:N iu:iu ue:ue",
    "Wade-Giles": (
        "ch['’ʻ]:C ts['’ʻ]:c tz['’ʻ]:c k['’ʻ]:k t['’ʻ]:t p['’ʻ]:p hs:S sh:S tz:z ts:z ssu:si szu:si ch:J k:g t:d p:b "
        "ih:i ieh:ie üeh:ue ueh:ue ien:ian ung:oN ng:N j:r"
    ),
    "Palladius": "tsz:J czz:J cz:J tsin:JiN ts:C ch:J zh:J ng:N si:Si sia:Sia n['’ʹ]:n",
}

# Korean names in their usual English spelling, McCune-Reischauer and the Revised Romanization, read to the same sounds.
# Only of Koreans: elsewhere Lee is not Yi.
_KOREAN_RULES = (
    "^(?:lee|rhee|ri|li|yi)$:i ^(?:park|pak|bak)$:pak ^(?:roh|noh|rho)$:no ^(?:ch['’]?oe|choi|choe)$:Ce "
    "^(?:shin|sin)$:sin ^(?:lim|rim|im)$:im ^(?:yoo|yu|ryu)$:iu ^(?:yoon|yun)$:iun "
    "yeo:io you(?=n):io yu(?=ng):io yu(?=n$):io eo:o eu:u oo:u ae:e oe:e ch['’]?:C j:C k['’]?:k t['’]?:t p['’]?:p "
    "g:k d:t b:p sh:s wo:o r:l"
)

# What an English ear writes down for a name heard or sent through another script: a single letter stands
# for its own name, so that back-translation turns 习 by way of "ji" into G.
LETTER_NAMES = {
    "b": "bi", "c": "si", "d": "di", "f": "ef", "g": "Ji", "h": "eC", "j": "Je", "k": "ke", "l": "el", "m": "em",
    "n": "en", "o": "o", "p": "pi", "q": "kiu", "r": "ar", "s": "es", "t": "ti", "u": "iu", "v": "vi", "x": "eks",
    "y": "vai", "z": "zi", "e": "i",
}  # fmt: skip

ORTHOGRAPHIES: tuple[str, ...] = tuple(_RULES)


def _compile(rules: str) -> Callable[[str], str]:
    """Make one pattern of all rules, so that a name is read once from left to right."""
    pairs = [rule.rsplit(":", 1) for rule in f"{rules} {_EVERYWHERE}".split()]
    pattern = re.compile("|".join(f"({written})" for written, _ in pairs))
    sounds = [sound for _, sound in pairs]

    def read(form: str) -> str:
        return pattern.sub(lambda match: sounds[(match.lastindex or 1) - 1], form)

    return read


READERS: dict[str, Callable[[str], str]] = {name: _compile(rules) for name, rules in _RULES.items()}
KOREAN = _compile(_KOREAN_RULES)
