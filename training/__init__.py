"""How each shipped model is made, from which data, to which figure."""
