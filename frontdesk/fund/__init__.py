"""The fund "Vì người nghèo": vouchers, books, donors, households, houses, and the proof of it all."""

from frontdesk.fund.deeds import DEEDS
from frontdesk.fund.model import MODELS
from frontdesk.fund.papers import PAPERS
from frontdesk.fund.service import Fund
from frontdesk.fund.service.reading import VoucherFilter
from frontdesk.fund.settings import PURPOSES, SETTINGS, SOURCES

__all__ = ["DEEDS", "MODELS", "PAPERS", "PURPOSES", "SETTINGS", "SOURCES", "Fund", "VoucherFilter"]
