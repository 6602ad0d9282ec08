"""The interface texts in both languages, from `locales/`, compiled in memory at start.

The source of every text is a short English sentence; Kazakh and Russian both stand in the
catalogues, so that Russian has its three plural forms.
"""

import gettext
import io
from pathlib import Path
from typing import Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from bot.errors import DataError
from bot.text import LANGS, Lang

FOLDER: Final = Path(__file__).resolve().parents[2] / "locales"


class Words:
    """Hold the texts of both languages."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._languages = {lang: _read(folder / lang / "LC_MESSAGES" / "bot.po") for lang in LANGS}

    def of(self, lang: Lang) -> gettext.NullTranslations:
        """Return the texts in `lang`: `.gettext(sentence)`, `.ngettext(one, many, n)`."""
        return self._languages[lang]


def _read(path: Path) -> gettext.GNUTranslations:
    try:
        with path.open("rb") as file:
            catalogue = read_po(file, abort_invalid=True)
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror}); restore the file") from error
    except (PoFileError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: is no valid gettext catalogue ({error})") from error
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
