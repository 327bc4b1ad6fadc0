"""The meeting pack: the quarterly papers of a council, the same content on the web and on paper."""
