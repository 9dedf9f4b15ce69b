import unicodedata

import pytest

from frontdesk.vietnamese import LegacyEncoding, decide, decode, is_syllable
from tests.frontdesk.vietnamese.tables import pairs

TCVN3 = pairs("tcvn3.tsv")
VNI = pairs("vni.tsv")


def test_a_whole_tcvn3_sheet_is_recognised_and_read() -> None:
    encoding = decide(legacy for legacy, _ in TCVN3)
    assert encoding is LegacyEncoding.TCVN3
    assert [decode(legacy, encoding) for legacy, _ in TCVN3] == [text for _, text in TCVN3]


def test_a_whole_vni_sheet_is_recognised_and_read() -> None:
    encoding = decide(legacy for legacy, _ in VNI)
    assert encoding is LegacyEncoding.VNI
    assert [decode(legacy, encoding) for legacy, _ in VNI] == [text for _, text in VNI]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_unicode_sheet_is_not_taken_for_legacy(form: str) -> None:
    assert decide(unicodedata.normalize(form, text) for _, text in TCVN3 + VNI) is None


def test_a_unicode_sheet_with_a_few_odd_letters_stays_unicode() -> None:
    odd = ["Hà", "Lý", "Tô", "café", "5 m²", "Sony®", "±0,5 µm", "xã\xadhội", "«Vì người nghèo»"]
    assert decide([text for _, text in TCVN3] + odd) is None
    assert decide(odd) is None


def test_a_unicode_sheet_with_some_pasted_legacy_cells_stays_unicode() -> None:
    assert decide([text for _, text in TCVN3] + [legacy for legacy, _ in TCVN3[:15]]) is None


def test_a_legacy_sheet_with_some_cells_retyped_is_read_and_those_cells_stay() -> None:
    texts = [legacy for legacy, _ in TCVN3] + ["Nguyễn Thị Ánh", "Hội trường"]
    encoding = decide(texts)
    assert encoding is LegacyEncoding.TCVN3
    assert decode("Nguyễn Thị Ánh", encoding) == "Nguyễn Thị Ánh"


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["", " ", "Nguyen Van A", "12/BC"],
        ["Señor Muñoz", "El niño está aquí", "Año de la inversión pública", "¿Qué?"],
        ["Größe", "Straße", "Müller", "Fußgängerübergänge", "Äpfel"],
        ["été", "français", "élève", "où", "à la carte"],
    ],
)
def test_what_is_plain_or_of_another_language_is_left_alone(texts: list[str]) -> None:
    assert decide(texts) is None


def test_the_soft_hyphen_is_a_letter_of_tcvn3() -> None:
    assert decode("Tr\xad\xebng ban", LegacyEncoding.TCVN3) == "Trưởng ban"


@pytest.mark.parametrize(
    ("legacy", "text"),
    [
        ("TR\u00c7N V\u00a1N B\u00d7NH", "TRẦN VĂN BÌNH"),
        ("\u00f1y ban m\u00c6t tr\u00cbn", "ủy ban mặt trận"),
        ("S\u00e8: 12/BC", "Số: 12/BC"),
        ("H\u00b5", "Hà"),
    ],
)
def test_capitals_of_tcvn3_come_back_where_the_letters_tell(legacy: str, text: str) -> None:
    assert decode(legacy, LegacyEncoding.TCVN3) == text


def test_no_encoding_changes_nothing() -> None:
    assert decode("Tr\xad\xebng", None) == "Tr\xad\xebng"


def test_a_decoded_text_is_composed() -> None:
    for legacy, _ in VNI:
        text = decode(legacy, LegacyEncoding.VNI)
        assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize(
    "word", ["nghiêng", "Huỳnh", "quyết", "giếng", "khuya", "ĐƯỜNG", "ý", "oan", "thuở", "gì", "yêu", "tịch", "hoặc"]
)
def test_vietnamese_spelling_is_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["Nguyeãn", "hòc", "tướớng", "strict", "vàa", "đ", "", "§inh", "fan", "bôc"])
def test_what_no_vietnamese_spells_is_known(word: str) -> None:
    assert not is_syllable(word)
