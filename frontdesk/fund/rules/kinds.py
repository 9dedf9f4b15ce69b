"""The words the fund's records are told apart by, and what they are called."""

from enum import StrEnum
from typing import Final

from frontdesk.messages import mark


class Account(StrEnum):
    """Where a fund keeps its money."""

    CASH = "cash"
    BANK = "bank"


class LedgerKind(StrEnum):
    """What an account of the double-entry journal stands for.

    HELD counts money kept for a donor's wish. TRANSIT is money on its way between cash and bank: a book of one
    account that was read in tells only its half of a transfer, the other account's book the other.
    """

    CASH = "cash"
    BANK = "bank"
    SOURCE = "source"
    PURPOSE = "purpose"
    HELD = "held"
    TRANSIT = "transit"


class VoucherKind(StrEnum):
    """What a voucher does."""

    RECEIPT = "receipt"
    PAYMENT = "payment"
    TRANSFER = "transfer"
    GIFT_IN = "gift_in"
    GIFT_OUT = "gift_out"


class Status(StrEnum):
    """Where a voucher stands; a discarded draft keeps its draft number and is shown only when asked for."""

    DRAFT = "draft"
    POSTED = "posted"
    REVERSED = "reversed"
    DISCARDED = "discarded"


class Consent(StrEnum):
    """How a donor wants to be named in public."""

    SHOWN = "shown"
    MASKED = "masked"
    ANONYMOUS = "anonymous"


class DonorKind(StrEnum):
    """Who a donor is."""

    PERSON = "person"
    ORGANISATION = "organisation"


class Category(StrEnum):
    """What a household is in a year (hộ nghèo, hộ cận nghèo, hộ khó khăn)."""

    POOR = "poor"
    NEAR_POOR = "near_poor"
    HARDSHIP = "hardship"


class HouseState(StrEnum):
    """How far a Great Unity house is."""

    SURVEYED = "surveyed"
    APPROVED = "approved"
    BUILDING = "building"
    HANDED_OVER = "handed_over"
    PAUSED = "paused"


class HouseWork(StrEnum):
    """Whether a house is built new or repaired."""

    NEW = "new"
    REPAIR = "repair"


class MoneySource(StrEnum):
    """Where the money for a house comes from."""

    CENTRAL = "central"
    PROVINCE = "province"
    COMMUNE = "commune"
    DIRECT = "direct"
    FAMILY = "family"


class DistributionState(StrEnum):
    """Whether a distribution's list is still being drawn up, or is being handed out and frozen."""

    DRAWN_UP = "drawn_up"
    HANDED_OUT = "handed_out"


class ClosingState(StrEnum):
    """A closing is proposed by one, confirmed by another; reopened ones stay in the list."""

    CLOSED = "closed"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"
    REOPENED = "reopened"


VI_NGUOI_NGHEO: Final = "Vì người nghèo"
CUU_TRO: Final = "Cứu trợ"
STANDING_FUNDS: Final = (VI_NGUOI_NGHEO, CUU_TRO)
NO_SOURCE: Final = "Chưa phân nguồn"
NO_PURPOSE: Final = "Chưa phân mục"

LEDGER_NAMES: Final = {
    LedgerKind.CASH: "Tiền mặt",
    LedgerKind.BANK: "Tiền gửi",
    LedgerKind.HELD: "Có địa chỉ, mục đích",
    LedgerKind.TRANSIT: "Tiền đang chuyển",
}
SERIES: Final = {
    VoucherKind.RECEIPT: "PT",
    VoucherKind.PAYMENT: "PC",
    VoucherKind.TRANSFER: "CT",
    VoucherKind.GIFT_IN: "HV",
    VoucherKind.GIFT_OUT: "HV",
}
MONEY_KINDS: Final = (VoucherKind.RECEIPT, VoucherKind.PAYMENT, VoucherKind.TRANSFER)
GIFT_KINDS: Final = (VoucherKind.GIFT_IN, VoucherKind.GIFT_OUT)

KIND_TITLES: Final = {
    VoucherKind.RECEIPT: mark("receipt"),
    VoucherKind.PAYMENT: mark("payment"),
    VoucherKind.TRANSFER: mark("transfer"),
    VoucherKind.GIFT_IN: mark("gift received"),
    VoucherKind.GIFT_OUT: mark("gift handed out"),
}
ACCOUNT_TITLES: Final = {Account.CASH: mark("cash"), Account.BANK: mark("bank")}
STATUS_TITLES: Final = {
    Status.DRAFT: mark("draft voucher"),
    Status.POSTED: mark("posted"),
    Status.REVERSED: mark("reversed"),
    Status.DISCARDED: mark("discarded"),
}
CATEGORY_TITLES: Final = {
    Category.POOR: mark("poor household"),
    Category.NEAR_POOR: mark("near-poor household"),
    Category.HARDSHIP: mark("household in hardship"),
}
HOUSE_STATE_TITLES: Final = {
    HouseState.SURVEYED: mark("surveyed"),
    HouseState.APPROVED: mark("approved"),
    HouseState.BUILDING: mark("building"),
    HouseState.HANDED_OVER: mark("handed over"),
    HouseState.PAUSED: mark("paused"),
}
CONSENT_TITLES: Final = {
    Consent.SHOWN: mark("name shown"),
    Consent.MASKED: mark("name masked"),
    Consent.ANONYMOUS: mark("anonymous"),
}
