"""A table of invented states and persons for the tests of mentions and repairs."""

from __future__ import annotations

from datetime import date

from readouts.actors.table import ActorTable
from readouts.model import Office, Person, State, Tenure

_STATES = (
    State(
        "NRV",
        "Norvia",
        None,
        ("诺维亚", "Норвия"),
        ("Norvian", "норвийский"),
        ("Halden", "Summer House"),
        ("诺",),
        "president",
    ),
    State(
        "ESM",
        "Estmark",
        None,
        ("埃斯特马克", "Эстмарк"),
        ("Estmarkian",),
        ("Tarn", "Mill Street"),
        ("埃",),
        "prime minister",
    ),
    State("CBR", "Costa Brisa", None, ("布里萨",), ("Brisan",), ("Puerto Claro",), (), "president"),
)
_OFFICES = (
    Office("president", "president", ("President", "总统", "президент")),
    Office("prime minister", "prime minister", ("Prime Minister", "总理", "премьер-министр")),
    Office("foreign minister", "foreign minister", ("Minister of Foreign Affairs", "外长", "министр иностранных дел")),
    Office("leader", "leader", ("leader", "лидер")),
)
_PERSONS = (
    Person("Ilsa Varo", ("伊尔莎·瓦罗", "瓦罗", "Ильза Варов"), date(1981, 5, 6), None, ("Varo",)),
    Person("Pavel Zhurenko", ("Pavlo Zhurenko",), None, None, ("Zhurenko",)),
    Person("Joren Lind", ("约伦·林德", "林德", "Йорен Линд"), None, None, ("Lind",)),
    Person("Anders Krog", (), None, None, ("Krog",)),
    Person("Xe Lianping", (), None, None, ("Xe",)),
    Person("Marta Solano", (), None, None, ("Solano",)),
)
_TENURES = (
    Tenure("Pavel Zhurenko", "NRV", "president", date(2020, 1, 1), date(2027, 12, 31)),
    Tenure("Ilsa Varo", "NRV", "president", date(2028, 1, 1), None),
    Tenure("Anders Krog", "ESM", "prime minister", date(2019, 1, 1), date(2029, 12, 31)),
    Tenure("Joren Lind", "ESM", "prime minister", date(2030, 1, 1), None),
    Tenure("Xe Lianping", "CBR", "president", date(2025, 1, 1), None),
    Tenure("Marta Solano", "CBR", "foreign minister", date(2025, 1, 1), None),
)

TABLE = ActorTable(
    {state.code: state for state in _STATES},
    {office.name: office for office in _OFFICES},
    {person.name: person for person in _PERSONS},
    _TENURES,
)
