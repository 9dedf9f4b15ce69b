"""What an office may set about its fund; amounts are habits seen elsewhere and no law."""

from typing import Final

from frontdesk.messages import mark
from frontdesk.office import SettingSpec

DENOMINATIONS: Final = SettingSpec(
    "fund.denominations",
    ("500000", "200000", "100000", "50000", "20000", "10000", "5000", "2000", "1000", "500", "200"),
    mark("notes and coins of a cash count"),
    "C34-HD [M]",
)
MATCH_DAYS: Final = SettingSpec(
    "fund.match_days", 3, mark("days a bank statement may differ from the book"), "habit [M]"
)
CASH_LIMIT: Final = SettingSpec(
    "fund.cash_limit_vnd", 20_000_000, mark("cash above this is to be taken to the bank (đồng)"), "habit [M]"
)
BANK_BIN: Final = SettingSpec("fund.bank_bin", "", mark("bank code for VietQR (6 digits)"))
BANK_ACCOUNT: Final = SettingSpec("fund.bank_account", "", mark("number of the fund's bank account"))
BUDGET_CODE: Final = SettingSpec("fund.budget_code", "", mark("code of the unit on vouchers (Mã QHNS)"))
CONSENT: Final = SettingSpec(
    "fund.consent", "shown", mark("how donors are named who were not asked: shown, masked, anonymous"), "habit [M]"
)
COPIES: Final = SettingSpec("fund.voucher_copies", 2, mark("copies of a voucher on its sheet"), "C40-BB, C41-BB [M]")
NORM_NEW_HOUSE: Final = SettingSpec(
    "fund.norm_new_house_vnd", 60_000_000, mark("support for a new house (đồng)"), "national programme [M]"
)
NORM_REPAIR: Final = SettingSpec(
    "fund.norm_repair_vnd", 30_000_000, mark("support for a repaired house (đồng)"), "national programme [M]"
)
NORM_LIVELIHOOD: Final = SettingSpec(
    "fund.norm_livelihood_vnd", 5_000_000, mark("support for a livelihood (đồng)"), "practice [P]"
)
NORM_RELIEF: Final = SettingSpec(
    "fund.norm_relief_vnd", 1_000_000, mark("relief for illness or accident (đồng)"), "practice [P]"
)
NORM_TET: Final = SettingSpec("fund.norm_tet_vnd", 500_000, mark("a Tết gift (đồng)"), "practice [P]")
NORM_INSURANCE: Final = SettingSpec(
    "fund.norm_insurance_vnd", 0, mark("a health insurance card (đồng; 0: by its price)"), "by price and year [M]"
)
NORM_SCHOLARSHIP: Final = SettingSpec(
    "fund.norm_scholarship_vnd", 0, mark("a scholarship (đồng; 0: by decision)"), "by decision [M]"
)
CAMPAIGN_FROM: Final = SettingSpec("fund.campaign_from", "17/10", mark("first day of the campaign month"), "[V]")
CAMPAIGN_TO: Final = SettingSpec("fund.campaign_to", "18/11", mark("last day of the campaign month"), "[V]")

PURPOSES: Final = {
    "Nhà Đại đoàn kết xây mới": NORM_NEW_HOUSE,
    "Nhà Đại đoàn kết sửa chữa": NORM_REPAIR,
    "Sinh kế": NORM_LIVELIHOOD,
    "Cứu trợ, ốm đau, rủi ro": NORM_RELIEF,
    "Quà Tết": NORM_TET,
    "Thẻ bảo hiểm y tế": NORM_INSURANCE,
    "Học bổng": NORM_SCHOLARSHIP,
}
SOURCES: Final = (
    "Cá nhân ủng hộ",
    "Tổ chức, doanh nghiệp ủng hộ",
    "Khu dân cư vận động",
    "Cấp trên phân bổ",
    "Lãi tiền gửi",
)
SETTINGS: Final = (
    DENOMINATIONS,
    MATCH_DAYS,
    CASH_LIMIT,
    BANK_BIN,
    BANK_ACCOUNT,
    BUDGET_CODE,
    CONSENT,
    COPIES,
    NORM_NEW_HOUSE,
    NORM_REPAIR,
    NORM_LIVELIHOOD,
    NORM_RELIEF,
    NORM_TET,
    NORM_INSURANCE,
    NORM_SCHOLARSHIP,
    CAMPAIGN_FROM,
    CAMPAIGN_TO,
)
