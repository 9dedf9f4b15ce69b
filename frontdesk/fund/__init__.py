"""The fund "Vì người nghèo": vouchers, books, donors, households, houses, and the proof of it all."""

from frontdesk.fund.deeds.vouchers import DEEDS
from frontdesk.fund.model import MODELS
from frontdesk.fund.service import Fund

__all__ = ["DEEDS", "MODELS", "Fund"]
