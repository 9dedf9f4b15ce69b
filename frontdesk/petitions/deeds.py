"""Everything that can be done at the petition desk, declared once."""

from typing import Final

from frontdesk.messages import mark
from frontdesk.petitions import asks
from frontdesk.store import ADMINISTRATORS, CLERKS, Deed

REGISTER: Final = Deed("petitions.register", CLERKS, mark("register a petition"), asks.Register, "petitions.void")
CORRECT: Final = Deed("petitions.correct", CLERKS, mark("correct a petition's entry"), asks.Correct)
CLASSIFY: Final = Deed("petitions.classify", CLERKS, mark("classify a petition"), asks.Classify)
RECLASS: Final = Deed("petitions.reclass", CLERKS, mark("give a petition another kind"), asks.Reclass)
GUIDE: Final = Deed("petitions.guide", CLERKS, mark("guide the sender"), asks.Guide, "petitions.reopen")
GIVE_BACK: Final = Deed(
    "petitions.give_back", CLERKS, mark("return a petition to the sender"), asks.GiveBack, "petitions.reopen"
)
FILE: Final = Deed("petitions.file", CLERKS, mark("file a petition"), asks.File, "petitions.reopen")
FORWARD: Final = Deed("petitions.forward", CLERKS, mark("forward a petition"), asks.Forward, "petitions.reopen")
REDIRECT: Final = Deed("petitions.redirect", CLERKS, mark("correct a wrong forwarding"), asks.Redirect)
SUBMIT_UPWARD: Final = Deed(
    "petitions.submit_upward", CLERKS, mark("send petitions upward in one list"), asks.SubmitUpward
)
NOTE_PROGRESS: Final = Deed("petitions.note_progress", CLERKS, mark("record news from the agency"), asks.NoteProgress)
URGE: Final = Deed("petitions.urge", CLERKS, mark("urge the agency"), asks.Urge)
URGE_AGENCY: Final = Deed("petitions.urge_agency", CLERKS, mark("urge an agency for all its answers"), asks.UrgeAgency)
ANSWER: Final = Deed("petitions.answer", CLERKS, mark("record the answer"), asks.Answer, "petitions.reopen")
TELL: Final = Deed("petitions.tell", CLERKS, mark("record that the sender was told"), asks.Tell)
ASK: Final = Deed("petitions.ask", CLERKS, mark("record whether the sender is satisfied"), asks.Ask)
CLOSE: Final = Deed("petitions.close", CLERKS, mark("close a petition"), asks.Close, "petitions.reopen")
REOPEN: Final = Deed("petitions.reopen", CLERKS, mark("reopen a petition"), asks.Reopen)
PAUSE: Final = Deed("petitions.pause", CLERKS, mark("wait for the sender"), asks.Pause, "petitions.resume")
RESUME: Final = Deed("petitions.resume", CLERKS, mark("end the waiting for the sender"), asks.Resume)
EXTEND: Final = Deed("petitions.extend", CLERKS, mark("extend a deadline"), asks.Extend)
WITHDRAW: Final = Deed(
    "petitions.withdraw", CLERKS, mark("record that the sender withdrew"), asks.Withdraw, "petitions.reopen"
)
JOIN: Final = Deed("petitions.join", CLERKS, mark("join with an earlier petition"), asks.Join, "petitions.reopen")
VOID: Final = Deed("petitions.void", CLERKS, mark("take a mistaken entry out"), asks.Void)
ATTACH: Final = Deed("petitions.attach", CLERKS, mark("attach a file"), asks.Attach, "petitions.detach")
DETACH: Final = Deed("petitions.detach", CLERKS, mark("take a file off"), asks.Detach)
ADD_AGENCY: Final = Deed("petitions.add_agency", CLERKS, mark("add an agency"), asks.AddAgency, "petitions.end_agency")
EDIT_AGENCY: Final = Deed("petitions.edit_agency", CLERKS, mark("change an agency"), asks.EditAgency)
END_AGENCY: Final = Deed("petitions.end_agency", CLERKS, mark("end an agency"), asks.EndAgency)
SET_RULE: Final = Deed("petitions.set_rule", CLERKS, mark("change the deadline table"), asks.SetRule)
END_RULE: Final = Deed("petitions.end_rule", CLERKS, mark("end a deadline rule"), asks.EndRule)
RECOUNT: Final = Deed("petitions.recount", CLERKS | ADMINISTRATORS, mark("count the deadlines anew"), asks.Recount)
IMPORT: Final = Deed("petitions.import", CLERKS, mark("read in a petition register"), inverse="petitions.undo_import")
UNDO_IMPORT: Final = Deed("petitions.undo_import", CLERKS, mark("undo the import of a register"), asks.UndoImport)
SHOW_SENSITIVE: Final = Deed(
    "petitions.show_sensitive", CLERKS, mark("show senders' identity papers"), asks.ShowSensitive
)

DEEDS: Final[tuple[Deed, ...]] = (
    REGISTER,
    CORRECT,
    CLASSIFY,
    RECLASS,
    GUIDE,
    GIVE_BACK,
    FILE,
    FORWARD,
    REDIRECT,
    SUBMIT_UPWARD,
    NOTE_PROGRESS,
    URGE,
    URGE_AGENCY,
    ANSWER,
    TELL,
    ASK,
    CLOSE,
    REOPEN,
    PAUSE,
    RESUME,
    EXTEND,
    WITHDRAW,
    JOIN,
    VOID,
    ATTACH,
    DETACH,
    ADD_AGENCY,
    EDIT_AGENCY,
    END_AGENCY,
    SET_RULE,
    END_RULE,
    RECOUNT,
    UNDO_IMPORT,
    SHOW_SENSITIVE,
)
