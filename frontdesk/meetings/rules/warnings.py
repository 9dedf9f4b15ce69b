"""What does not add up in a meeting's record: said to the secretary, never refused."""

from collections import Counter

from frontdesk.meetings.rules.counting import quorum
from frontdesk.meetings.rules.naming import name_votes
from frontdesk.meetings.rules.rows import MeetingRow
from frontdesk.messages import _, n_
from frontdesk.vietnamese import fold


def warnings(row: MeetingRow) -> tuple[str, ...]:
    """Sentences about figures and times that disagree, in the reader's language; empty when all is well."""
    return (*_times(row), *_people(row), *_votes(row))


def _times(row: MeetingRow) -> list[str]:
    found = []
    if row.ends is not None and row.ends < row.starts:
        found.append(_("The meeting ends before it starts."))
    planned = sum(item.minutes or 0 for item in row.agenda)
    if row.ends is not None and planned * 60 > (row.ends - row.starts).total_seconds() > 0:
        found.append(_("The agenda takes {minutes} minutes, more than the meeting lasts.").format(minutes=planned))
    return found


def _people(row: MeetingRow) -> list[str]:
    found = []
    present = row.present
    absent = sum(delegate.present is False for delegate in row.delegates)
    if row.convened is not None and present is not None and present > row.convened:
        message = _("{present} are present, but only {convened} were convened.")
        found.append(message.format(present=present, convened=row.convened))
    elif row.convened is not None and present is not None and absent and present + absent != row.convened:
        message = _("{present} present and {absent} absent do not make the {convened} convened.")
        found.append(message.format(present=present, absent=absent, convened=row.convened))
    unmarked = sum(delegate.present is None for delegate in row.delegates)
    if present is not None and unmarked:
        message = n_(
            "{count} delegate is marked neither present nor absent.",
            "{count} delegates are marked neither present nor absent.",
            unmarked,
        )
        found.append(message.format(count=unmarked))
    reached = quorum(row.quorum_share, row.convened, present)
    if reached is not None and not reached.reached:
        message = _("There is no quorum: {present} present of {convened}, {needed} needed.")
        found.append(message.format(present=reached.present, convened=reached.convened, needed=reached.needed))
    sites = {fold(site.name) for site in row.sites}
    for site in dict.fromkeys(each.site for each in row.delegates if each.site and fold(each.site) not in sites):
        found.append(_("“{site}” is no site of this meeting.").format(site=site))
    twins = Counter((fold(each.name), fold(each.post)) for each in row.delegates)
    for delegate in row.delegates:
        if twins.pop((fold(delegate.name), fold(delegate.post)), 0) > 1:
            found.append(_("{name} stands more than once in the list of delegates.").format(name=delegate.name))
    return found


def _votes(row: MeetingRow) -> list[str]:
    found = []
    for vote in row.votes:
        named = Counter(each.choice for each in name_votes(vote.names) if each.choice is not None)
        counted = {"for": vote.in_favour, "against": vote.against, "abstain": vote.abstain, "spoiled": vote.spoiled}
        if any(counted[choice] is not None and counted[choice] != times for choice, times in named.items()):
            message = _("The names of the vote “{question}” do not agree with its figures.")
            found.append(message.format(question=vote.question))
    return found
