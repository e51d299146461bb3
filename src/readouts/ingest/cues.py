"""Words that tell what a line is, in the languages most met: each group is one measure of a line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readouts.ingest.lines import Numbers, Piece, followed, word_ids

Identifiers = NDArray[np.uint64]

# Running text is full of these, menus are not.
_FUNCTION_WORDS = """the of and to in that is was for on with as by at from his he it be this which are not or its has
    have had but they we who their will would been when there if no can all more about one after into than out up so
    der die das und in zu den von mit ist des im für auf dem nicht ein eine als auch es an werden aus er hat dass sie
    nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man
    le la les de des du et en un une que est pour qui dans sur par au pas plus ne se ce il son sont avec aux cette
    el los las del y en que por con para una es al lo como más su se no sus pero fue entre este ha
    i w na z do nie się to jest że o jak po od za przez dla oraz ale był
    o os da dos em um uma não com são foi mais il di che per non una sono del della nel
    по и в не на что с как это из он но для его к от за о у же так был та є що""".split()
_CUES: tuple[list[str], ...] = (
    # Comments.
    (
        "leave a reply,leave a comment,post a comment,add a comment,your email address,e mail address,required fields,"
        "comment,comments,reply,notify me,kommentar,kommentare,kommentieren,antworten,antwort abbrechen,pflichtfelder,"
        "commentaire,commentaires,comentario,comentarios,responder,komentarz,komentarze,dyskusji,commenti,log in to,"
        "e mail adresse,schreibe einen kommentar,deine e mail,erforderliche felder"
    ).split(","),
    # What else there is to read.
    (
        "see also,read more,read also,read next,related,you may like,you might like,may also like,also like,more from,"
        "more on,more stories,more news,recommended,latest news,most read,trending,popular,siehe auch,mehr zum,"
        "lesen sie,lesen sie auch,weiterlesen,mehr lesen,auch interessant,das könnte,könnte sie,meistgelesen,"
        "ähnliche artikel,weitere artikel,weitere informationen,mehr dazu,lire aussi,à lire,voir aussi,lea también,"
        "lea,lea más,leer más,ver más,te puede interesar,czytaj,czytaj też,zobacz,zobacz także,leia também,"
        "leggi anche,artikel,beiträge,neueste,aktuelle"
    ).split(","),
    # Passing it on.
    (
        "share,tweet,facebook,twitter,whatsapp,linkedin,pinterest,instagram,telegram,xing,reddit,youtube,teilen,teile,"
        "partager,compartir,drucken,print,email,e mail,mailen,follow,follow us,folgen,rss,empfehlen,merken,url"
    ).split(","),
    # Taking out a subscription, coming in.
    (
        "subscribe,subscription,newsletter,sign up,sign in,signup,log in,login,register,registrieren,abonnieren,abo,"
        "anmelden,anmeldung,einloggen,abonnement,suscríbete,suscribirse,abonnez,connexion,jetzt testen,kostenlos,"
        "your inbox,zaloguj,donate,spenden,unterstützen,unterstütze,wesprzyj,support us,gefällt dir"
    ).split(","),
    # The house rules.
    (
        "copyright,all rights,rights reserved,cookie,cookies,privacy,privacy policy,datenschutz,datenschutzerklärung,"
        "impressum,terms,terms of,agb,nutzungsbedingungen,mentions légales,powered by,alle rechte,rechte vorbehalten,"
        "kontakt,contact,contact us,about us,über uns,disclaimer,haftungsausschluss,editorial,advertisers,redaktion"
    ).split(","),
    # Pictures.
    (
        "photo,photos,image,picture,credit,getty,getty images,reuters,afp,dpa,ap,epa,foto,fotos,bild,bilder,quelle,"
        "caption,crédit,crédito,bildquelle,symbolbild,screenshot,abbildung,shutterstock,istock,pixabay,video,grafik,"
        "imago,galerie,gallery,file photo,archivo,zdjęcie,fot"
    ).split(","),
    # The way around.
    (
        "home,menu,menü,search,suche,suchen,skip to,next,previous,back to,back,top,startseite,weiter,zurück,accueil,"
        "inicio,buscar,nach oben,inhalt,zum inhalt,navigation,sitemap,categories,kategorien,kategorie,category,tags,"
        "tag,archiv,archive,archives,page,seite,übersicht,schlagwörter,themen,rubrik,ressort,toggle,close,schließen,"
        "sprache,language,english,deutsch"
    ).split(","),
    # Who wrote it and when.
    (
        "by,von,par,por,posted,posted by,posted on,posted in,published,updated,last updated,veröffentlicht,"
        "veröffentlicht am,aktualisiert,stand,publié,publié le,publicado,autor,author,autorin,written by,escrito por,"
        "uhr,min read,lesezeit,minuten,am,ago,vor,hours ago,january,february,march,april,may,june,july,august,"
        "september,october,november,december,januar,februar,märz,mai,juni,juli,oktober,dezember,janvier,enero"
    ).split(","),
    # Addresses of the web.
    ("http,https,www,com,de,org,net,html,php,mailto".split(",")),
    # Things for sale.
    (
        "advertisement,sponsored,ad,ads,anzeige,anzeigen,werbung,publicité,publicidad,click here,hier klicken,download,"
        "buy now,buy,shop,jetzt kaufen,kaufen,preis,price,warenkorb,cart,in den warenkorb,versand,shipping,bestellen,"
        "angebot,angebote,amazon,affiliate,app store,google play"
    ).split(","),
)
GROUPS = len(_CUES) + 1
_LONGEST = 3


def cues_of(piece: Piece) -> NDArray[np.int64]:
    """Return how many cues of each group every line holds, shape ``(lines, GROUPS)``; group 0: function words."""
    lines = piece.lines[1] - piece.lines[0]
    found = list(phrases(piece))
    numbers = np.concatenate([numbers for _, numbers in found])
    known = _known()
    place = known.table[(numbers >> known.shift).view(np.int64)]
    met = np.flatnonzero(known.keys[place] == numbers)
    line = np.concatenate([line for line, _ in found])[met]
    counts = np.bincount(line * GROUPS + known.groups[place[met]], minlength=lines * GROUPS)
    return counts.reshape(lines, GROUPS)


def phrases(piece: Piece) -> Iterator[tuple[Numbers, Identifiers]]:
    """Yield line and number of each word, of every two that stand together in a line, and of every three."""
    line, numbers = piece.word_line, piece.word_id
    yield line, numbers
    for length in range(1, _LONGEST):
        numbers = followed(numbers[:-1], piece.word_id[length:])
        together = line[: len(numbers)] == line[length:]
        yield line[: len(numbers)][together], numbers[together]


class _Known(NamedTuple):
    """All cues: `keys` are their numbers, `groups` the group of each, `table` the place of each by its first bits."""

    keys: Identifiers
    groups: Numbers
    table: NDArray[np.int16]
    shift: np.uint64


@lru_cache(maxsize=1)
def _known() -> _Known:
    found: dict[int, int] = {}
    for group, cues in enumerate((_FUNCTION_WORDS, *_CUES)):
        for cue in cues:
            first, *rest = (np.array([number], np.uint64) for number in word_ids(cue))
            for then in rest:
                first = followed(first, then)
            found.setdefault(int(first[0]), group)
    keys, groups = np.array(list(found), np.uint64), np.array(list(found.values()), np.int64)
    # As many bits as it takes for no two cues to share a place.
    bits = next(bits for bits in range(10, 64) if len(set((keys >> np.uint64(64 - bits)).tolist())) == len(keys))
    shift = np.uint64(64 - bits)
    table = np.zeros(2**bits, np.int16)
    table[(keys >> shift).astype(np.int64)] = np.arange(len(keys))
    return _Known(keys, groups, table, shift)
