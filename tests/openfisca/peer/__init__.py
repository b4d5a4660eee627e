"""The settlement of a medical bill, written a second time: for OpenFisca, from the text of the rules."""
