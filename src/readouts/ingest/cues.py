"""Words that tell what a line is, in the languages most met: each group is one measure of a line."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from readouts.ingest.lines import Lines, Numbers, split_lines

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
        "a reply,a comment,email address,mail address,required fields,"
        "comment,comments,reply,notify me,kommentar,kommentare,kommentieren,antworten,antwort abbrechen,pflichtfelder,"
        "commentaire,commentaires,comentario,comentarios,responder,komentarz,komentarze,dyskusji,commenti,"
        "mail adresse,einen kommentar,deine e,erforderliche felder"
    ).split(","),
    # What else there is to read.
    (
        "see also,read more,read also,read next,related,may like,might like,also like,more from,"
        "more on,more stories,more news,recommended,latest news,most read,trending,popular,siehe auch,mehr zum,"
        "lesen sie,weiterlesen,mehr lesen,auch interessant,das könnte,könnte sie,meistgelesen,"
        "ähnliche artikel,weitere artikel,weitere informationen,mehr dazu,lire aussi,à lire,voir aussi,lea también,"
        "lea,lea más,leer más,ver más,puede interesar,czytaj,czytaj też,zobacz,zobacz także,leia também,"
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
        "buy now,buy,shop,jetzt kaufen,kaufen,preis,price,warenkorb,cart,den warenkorb,versand,shipping,bestellen,"
        "angebot,angebote,amazon,affiliate,app store,google play"
    ).split(","),
)
GROUPS = len(_CUES) + 1
# Odd, so that pairs of words in another order have another place.
_TIMES = np.uint16(40503)


def cues_of(lines: Lines) -> Numbers:
    """Return how many cues of each group every line holds, shape ``(lines, GROUPS)``; group 0: function words.

    Words share 65,536 places: one in a hundred others is taken for a cue.
    """
    words, pairs = _groups()
    own = lines.own
    # What is no cue is counted too, before the groups.
    cells = len(lines) * (GROUPS + 1)
    line = np.arange(0, cells, GROUPS + 1).repeat(lines.words)
    counts = np.bincount(line + words[own], minlength=cells)
    counts += np.bincount(line[:-1] + pairs[_followed(own)], minlength=cells)
    return counts.reshape(len(lines), GROUPS + 1)[:, 1:]


def _followed(own: NDArray[np.uint16]) -> NDArray[np.uint16]:
    """Return the place of each word with the one after it, of the next line too."""
    return own[:-1] * _TIMES + own[1:]


@lru_cache(maxsize=1)
def _groups() -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return the group at each place of words, and of pairs of words, counted from 1; 0 where no cue is."""
    words, pairs = np.zeros((2, 2**16), np.uint8)
    for group, cues in reversed([*enumerate((_FUNCTION_WORDS, *_CUES), 1)]):
        for cue in cues:
            own = split_lines(cue).own
            table, place = (words, own[0]) if len(own) == 1 else (pairs, _followed(own)[0])
            table[place] = group
    return words, pairs
