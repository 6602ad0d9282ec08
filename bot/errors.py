"""The exceptions that end a command with one line on stderr.

    QujatError
    ├── UsageError       wrong words on the command line
    ├── SettingsError    a setting is missing, malformed or refused (a token, a port in use)
    ├── DataError        a data file cannot be read or is faulty
    └── DatabaseError    the database cannot be opened or is of a newer version

The message is one sentence that says what is wrong and what to do; every one of them ends the
process with status 2 (design, section 9).
"""


class QujatError(Exception):
    """Carry one sentence for the person who started the command."""


class UsageError(QujatError):
    """The words on the command line make no sense."""


class SettingsError(QujatError):
    """A setting is missing, malformed or refused."""


class DataError(QujatError):
    """A data file cannot be read or is faulty."""


class DatabaseError(QujatError):
    """The database cannot be opened, or its schema is newer than this program."""
