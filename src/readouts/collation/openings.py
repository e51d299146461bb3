"""The phrases in which an account says that the contact took place."""

from __future__ import annotations

from readouts.collation.lexicon import Lexicon

OPENINGS = Lexicon(
    (language, words, "opening")
    for language, line in (
        (
            "en",
            "spoke today;spoke by telephone;spoke with;spoke by phone;held a call;held a telephone;held a phone;"
            "held a video;held a secure;held a summit;held talks;telephone conversation;phone conversation;phone call;"
            "telephone call;video call;met today;met with;met on;met virtually;had a phone;had a telephone;"
            "had a lengthy;had a call;spoke on the phone;spoke on the telephone;spoke over the phone;spoke by video;"
            "held a conversation;held a meeting;had a conversation;had a meeting;talked by phone;talked on the phone;"
            "video conference;videoconference;took part in;met in;met president;met prime minister;met chancellor;"
            "met foreign minister;met secretary;received;readout of;call between;conversation between;call lasted;"
            "conversation lasted;meeting lasted;talks lasted;spoke this;spoke yesterday;met this;had talks;"
            "held negotiations;talks were held;meeting was held;conversation took place;talks took place",
        ),
        ("zh", "通电话;举行会谈;举行会晤;会见;视频会晤;视频通话;举行视频;举行双边;应约同"),
        ("ru", "телефонный разговор;провел переговоры;встретился"),
    )
    for words in line.split(";")
)
