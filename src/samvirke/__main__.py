"""Lets `python -m samvirke` be the `samvirke` command."""

from samvirke.doors.cli.main import main

if __name__ == "__main__":
    main()
