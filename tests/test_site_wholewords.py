"""Words that browsers would part stay on one line, and nothing else of the page changes."""

from __future__ import annotations

from khumue.site.wholewords import keep_words_whole

WHOLE = '<span class="nowrap">บูรณาการ</span>'


def test_the_word_stays_on_one_line_wherever_it_stands() -> None:
    assert keep_words_whole("<h1>แผนบูรณาการพัฒนา</h1><p>บูรณาการ</p>") == f"<h1>แผน{WHOLE}พัฒนา</h1><p>{WHOLE}</p>"


def test_what_is_no_text_of_the_page_stays_as_it_is() -> None:
    for page in (
        "<title>แผนบูรณาการ</title>",
        '<a title="แผนบูรณาการ" href="#x">ลิงก์</a>',
        '<script type="application/json">"บูรณาการ"</script>',
        "<svg><title>ผัง</title><text>บูรณาการ</text></svg>",
        "<option>บูรณาการ</option>",
    ):
        assert keep_words_whole(page) == page
        assert keep_words_whole(f"{page}<p>บูรณาการ</p>") == f"{page}<p>{WHOLE}</p>"
