from decimal import Decimal
from io import BytesIO

import pytest
from PIL import Image

from frontdesk.paper import Chart, ChartKind, Ink, Series, chart_png
from tests.frontdesk.paper.reading import pages_of

MONTHS = ("Tháng 1", "Tháng 2", "Tháng 3")
SERIES = (Series("Thu", (12_500_000, 3_000_000, None)), Series("Chi", (2_500_000, 0, 6_800_000)))


@pytest.mark.parametrize("kind", [ChartKind.BARS, ChartKind.LINES])
def test_a_chart_names_its_categories_series_title_and_unit(kind):
    text = pages_of(Chart(kind, MONTHS, SERIES, "Thu chi quý I", "đồng"))[0].text
    for words in (*MONTHS, "Thu", "Chi", "Thu chi quý I (đồng)", "10.000.000"):
        assert words in text


def test_a_bar_shows_its_figure():
    assert "12.500.000" in pages_of(Chart(ChartKind.BARS, MONTHS, SERIES))[0].text


def test_a_pie_shows_figures_and_shares():
    text = pages_of(
        Chart(
            ChartKind.PIE,
            ("Đất đai", "Khác"),
            (
                Series(
                    "",
                    (3, Decimal("1")),
                ),
            ),
        )
    )[0].text
    assert "Đất đai: 3 (75,0 %)" in text
    assert "Khác: 1 (25,0 %)" in text


@pytest.mark.parametrize("kind", ChartKind)
@pytest.mark.parametrize(
    ("categories", "series"),
    [
        ((), ()),
        (("A",), ()),
        (("A",), (Series("x", (None,)),)),
        (("A", "B"), (Series("x", (0, 0)),)),
        (("A",), (Series("x", (1,)),)),
        (("A", "B"), (Series("x", (-5, 3)),)),
        (tuple(f"Khu phố số {n}" for n in range(40)), (Series("x", tuple(range(40))),)),
    ],
)
def test_a_chart_of_little_much_or_nothing_is_drawn(kind, categories, series):
    if kind is ChartKind.PIE and series and any(value is not None and value < 0 for value in series[0].values):
        series = (Series("x", (5, 3)),)
    assert len(pages_of(Chart(kind, categories, series, "Tên"))) == 1


def test_a_chart_as_a_picture_is_the_same_drawing_each_time():
    chart = Chart(ChartKind.BARS, MONTHS, SERIES, "Thu chi")
    picture = chart_png(chart, 160, 100)
    assert picture.startswith(b"\x89PNG")
    assert picture == chart_png(chart, 160, 100)


def test_a_chart_on_a_dark_screen_has_its_ground_and_letters_in_the_colours_given():
    chart = Chart(ChartKind.BARS, MONTHS, SERIES, "Thu chi")
    ink = Ink("#eeeeee", "#102030", "#334455", ("#ff0000", "#00ff00"))
    dark = Image.open(BytesIO(chart_png(chart, 160, 100, ink))).convert("RGB")
    found = {colour for _count, colour in dark.getcolors(1 << 24)}
    assert dark.getpixel((1, 1)) == (0x10, 0x20, 0x30)
    assert {(255, 0, 0), (0, 255, 0), (0xEE, 0xEE, 0xEE)} <= found
    assert (255, 255, 255) not in found
    assert Image.open(BytesIO(chart_png(chart, 160, 100))).convert("RGB").getpixel((1, 1)) == (255, 255, 255)
