"""Inside one country: who came first, and with which city."""
