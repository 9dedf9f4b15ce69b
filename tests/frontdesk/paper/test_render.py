import io

from PIL import Image

from frontdesk.paper import PageBreak, Paragraph, page_count, render_pages
from tests.frontdesk.paper.reading import print_blocks


def _three_pages():
    return print_blocks(Paragraph("một"), PageBreak(), Paragraph("hai"), PageBreak(), Paragraph("ba"))


def test_pages_are_counted_from_bytes_and_from_a_file(tmp_path):
    data = _three_pages()
    (tmp_path / "a.pdf").write_bytes(data)
    assert page_count(data) == page_count(tmp_path / "a.pdf") == 3


def test_a_page_is_an_a4_of_grey_pixels_with_something_dark_on_it():
    page = next(render_pages(_three_pages(), 150))
    assert (page.number, page.grey) == (1, True)
    assert abs(page.width - 210 / 25.4 * 150) <= 1
    assert abs(page.height - 297 / 25.4 * 150) <= 1
    assert len(page.data) >= page.stride * (page.height - 1) + page.width
    assert min(page.data) < 100


def test_colour_pixels_are_red_green_blue():
    page = next(render_pages(_three_pages(), 50, grey=False))
    assert page.stride >= page.width * 3
    with Image.open(io.BytesIO(page.png())) as picture:
        assert picture.mode == "RGB"
        assert picture.size == (page.width, page.height)


def test_chosen_pages_come_in_the_order_asked_for():
    assert [page.number for page in render_pages(_three_pages(), 30, pages=(3, 1))] == [3, 1]


def test_whoever_stops_asking_has_cancelled():
    pages = render_pages(_three_pages(), 30)
    assert next(pages).number == 1
    pages.close()
    assert list(pages) == []
