"""Plain mathematics: arrays in, a frozen result out, with its question, caution and source."""
