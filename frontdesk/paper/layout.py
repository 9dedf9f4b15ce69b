"""Every measure of a page, with its unit and where it comes from.

Sources: NĐ 30/2020/NĐ-CP, Phụ lục I, mục I (page, fonts) and mục II (elements); of its two pairings of sizes the
larger is taken (Quốc hiệu 13, Tiêu ngữ 14, địa danh 14). What the decree leaves open is marked "ours".
"""

from typing import Final

POINTS_PER_MM: Final = 72 / 25.4

# The sheet (mục I.1, I.3, I.5)
A4_WIDTH_MM: Final = 210.0
A4_HEIGHT_MM: Final = 297.0
MARGIN_TOP_MM: Final = 20.0
"""20-25."""
MARGIN_BOTTOM_MM: Final = 20.0
"""20-25."""
MARGIN_LEFT_MM: Final = 30.0
"""30-35."""
MARGIN_RIGHT_MM: Final = 15.0
"""15-20."""
PAGE_NUMBER_MM: Final = 11.0
"""From the upper edge to the foot of the page number: centred in the top margin, not on page 1."""
FOOTER_EDGE_MM: Final = 15.0
"""From the lower edge to the foot of the footer's letters; ours: old printers cut what stands lower."""

SMALLER: Final = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)
"""How small a form is drawn so that it fits its part of a sheet; ours: letters of 14 points become 8.4 at last."""

# Letters, in points (mục II)
BODY_PT: Final = 14.0
"""Nội dung 13-14."""
PAGE_NUMBER_PT: Final = 13.0
"""13-14, upright."""
COUNTRY_PT: Final = 13.0
"""Quốc hiệu 12-13, upright bold."""
MOTTO_PT: Final = 14.0
"""Tiêu ngữ 13-14, upright bold, beside a Quốc hiệu of 13."""
ISSUER_PT: Final = 13.0
"""Tên cơ quan 12-13, the issuing one bold."""
NUMBER_PT: Final = 13.0
"""Số, ký hiệu 13, upright."""
PLACE_DATE_PT: Final = 14.0
"""Địa danh, thời gian 13-14, italic."""
ABOUT_PT: Final = 12.0
"""Trích yếu of a công văn 12-13, upright."""
DRAFT_PT: Final = 13.0
"""DỰ THẢO; ours."""
KIND_PT: Final = 14.0
"""Tên loại 13-14, upright bold."""
SUBJECT_PT: Final = 14.0
"""Trích yếu 13-14, upright bold."""
HEADING_PT: Final = 14.0
"""Phần, mục, khoản 13-14."""
SIGNER_PT: Final = 14.0
"""Quyền hạn, chức vụ, họ tên 13-14, bold."""
SIGN_NOTE_PT: Final = 13.0
"""The italic note under an office; ours."""
RECIPIENTS_HEAD_PT: Final = 12.0
"""The words "Nơi nhận:" 12, italic bold."""
RECIPIENTS_PT: Final = 11.0
"""The list of recipients 11, upright."""
TABLE_PT: Final = 13.0
"""Tables are nội dung: 13."""
COMPACT_TABLE_PT: Final = 11.0
"""Wide books; ours, after the printed books of TT 24/2024/TT-BTC."""
FOOTER_PT: Final = 9.0
"""Fingerprint; ours."""
CAPTION_PT: Final = 12.0
"""Under pictures; ours."""
CHART_PT: Final = 10.0
"""Words in charts; ours."""

# Lines and gaps (mục II.5)
LINE_SPACING: Final = 1.3
"""Distance of lines as a multiple of the size: 1.13 of the single line of Times New Roman (single to 1.5)."""
TIGHT_LINE_SPACING: Final = 1.2
"""In heads, tables and signatures; ours."""
FIRST_LINE_MM: Final = 12.7
"""1 or 1.27 cm."""
PARAGRAPH_GAP_PT: Final = 6.0
"""At least 6 pt."""
LIST_INDENT_MM: Final = 7.0
"""From one level of form lines to the next; ours."""

# The head
ISSUER_SHARE: Final = 0.415
"""Part of the width the issuer's column takes; ours: Quốc hiệu, in Times New Roman 95.7 mm long, stays on one line."""
ISSUER_RULE_SHARE: Final = 0.4
"""The rule under the issuer: 1/3 to 1/2 of the text's length."""
SUBJECT_RULE_SHARE: Final = 0.4
"""The rule under the trích yếu: 1/3 to 1/2 of the text's length."""
SUBJECT_RULE_MAX_MM: Final = 60.0
"""Ours: a trích yếu of several lines keeps a modest rule."""
RULE_PT: Final = 0.7
HEAD_GAP_PT: Final = 12.0
"""Between the head and the title; ours."""

# Tables; ours
CELL_PADDING_X_PT: Final = 4.0
CELL_PADDING_Y_PT: Final = 2.5
GRID_PT: Final = 0.5
HEADER_GREY: Final = 0.92
"""0 is black, 1 is white."""

# Signatures; ours
SIGNATURE_SPACE_MM: Final = 22.0
"""Room for the hand and the seal (a seal is 36 mm wide and may overlap)."""
SIGNATURE_GAP_PT: Final = 12.0
BODY_LINES_WITH_SIGNATURE: Final = 2
"""What goes to the next page along with the signatures."""

# Cards; ours
CARD_SHEET_MARGIN_MM: Final = 10.0
CARD_PADDING_MM: Final = 4.0

QR_QUIET_MODULES: Final = 4
"""The empty edge a scanner needs (ISO/IEC 18004)."""
