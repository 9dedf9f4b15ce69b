"""What an importer of each kind of sheet would ask for, with the headers offices write."""

from frontdesk.sheet import FieldSpec, Kind

ROSTER = (
    FieldSpec("number", ("STT", "TT", "Số TT", "Số thứ tự", "No"), kind=Kind.WHOLE),
    FieldSpec(
        "name",
        (
            "Họ và tên",
            "Họ tên",
            "HT",
            "HVT",
            "Họ tên ủy viên",
            "Tên",
            "Full name",
            "Name",
            "Họ đệm + Tên",
            "Họ + Tên",
            "Họ và tên đệm + Tên",
            "Họ và chữ đệm + Tên",
        ),
        needed=True,
        kind=Kind.NAME,
    ),
    FieldSpec(
        "born_male",
        ("Ngày, tháng, năm sinh / Nam", "Ngày sinh / Nam", "Năm sinh / Nam", "Năm sinh Nam", "Nam"),
        kind=Kind.BIRTH,
    ),
    FieldSpec(
        "born_female",
        ("Ngày, tháng, năm sinh / Nữ", "Ngày sinh / Nữ", "Năm sinh / Nữ", "Năm sinh Nữ", "Nữ"),
        kind=Kind.BIRTH,
    ),
    FieldSpec(
        "born",
        ("Ngày, tháng, năm sinh", "Ngày sinh", "Năm sinh", "NTNS", "NS", "Sinh ngày", "Date of birth", "DOB"),
        kind=Kind.BIRTH,
    ),
    FieldSpec("sex", ("Giới tính", "GT", "Nam/Nữ", "Phái", "Sex", "Gender")),
    FieldSpec("is_male", ("Giới tính / Nam", "Nam"), kind=Kind.YES),
    FieldSpec("is_female", ("Giới tính / Nữ", "Nữ"), kind=Kind.YES),
    FieldSpec("ethnicity", ("Dân tộc", "DT", "Thành phần dân tộc", "Ethnicity")),
    FieldSpec("religion", ("Tôn giáo", "TG", "Religion")),
    FieldSpec("party", ("Đảng viên", "ĐV", "Ngày vào Đảng", "Đảng", "Là đảng viên", "Party"), kind=Kind.YES),
    FieldSpec("education", ("Trình độ / Văn hóa", "Văn hóa", "Học vấn", "Trình độ học vấn", "TĐVH", "GDPT")),
    FieldSpec("profession", ("Trình độ / Chuyên môn", "Chuyên môn", "Trình độ chuyên môn", "TĐCM", "CMNV")),
    FieldSpec("political_theory", ("Trình độ / LLCT", "LLCT", "Lý luận chính trị", "Chính trị", "Trình độ lý luận")),
    FieldSpec("post", ("Chức vụ", "CV", "Chức danh", "Chức vụ, đơn vị công tác", "Nhiệm vụ", "Position")),
    FieldSpec(
        "area",
        ("Khu dân cư", "KDC", "Khu phố", "Thôn", "Tổ dân phố", "Địa bàn", "Ấp", "Địa chỉ", "Đ/c", "Nơi ở", "Address"),
    ),
    FieldSpec("phone", ("Số điện thoại", "SĐT", "Điện thoại", "ĐT", "Di động", "Phone", "Tel")),
    FieldSpec("note", ("Ghi chú", "Note")),
)

PETITIONS = (
    FieldSpec("book_number", ("Số TT", "STT", "TT", "Số đến", "Số vào sổ")),
    FieldSpec("received", ("Ngày nhận", "Ngày đến", "Ngày tiếp", "Ngày tiếp nhận"), needed=True, kind=Kind.DAY),
    FieldSpec(
        "sender",
        ("Họ tên, địa chỉ người gửi", "Người gửi", "Họ tên - Địa chỉ", "Họ và tên", "Người phản ánh", "Công dân"),
    ),
    FieldSpec("address", ("Địa chỉ", "Nơi ở")),
    FieldSpec(
        "summary", ("Nội dung", "Nội dung vụ việc", "Tóm tắt nội dung", "Trích yếu", "Nội dung đơn"), needed=True
    ),
    FieldSpec("kind", ("Phân loại", "Loại đơn", "Phân loại đơn")),
    FieldSpec("field", ("Lĩnh vực",)),
    FieldSpec("people", ("Số người", "Phân loại đơn / Số người"), kind=Kind.WHOLE),
    FieldSpec("route", ("Hướng xử lý", "Xử lý")),
    FieldSpec("agency", ("Cơ quan giải quyết", "Cơ quan nhận", "Nơi nhận", "Chuyển đến")),
    FieldSpec("forwarded", ("Ngày chuyển",), kind=Kind.DAY),
    FieldSpec("due", ("Hạn trả lời", "Hạn giải quyết", "Thời hạn"), kind=Kind.DAY),
    FieldSpec("result", ("Kết quả giải quyết", "Kết quả", "Theo dõi kết quả giải quyết")),
    FieldSpec("answered", ("Ngày trả lời",), kind=Kind.DAY),
    FieldSpec("note", ("Ghi chú",)),
)

CASH_BOOK = (
    FieldSpec("date", ("Ngày ghi sổ", "Ngày, tháng ghi sổ", "Ngày", "Ngày tháng", "Date"), needed=True, kind=Kind.DAY),
    FieldSpec(
        "receipt_number", ("Số phiếu thu", "Số phiếu / Thu", "Số hiệu chứng từ / Thu", "Chứng từ / Thu", "Phiếu thu")
    ),
    FieldSpec(
        "payment_number", ("Số phiếu chi", "Số phiếu / Chi", "Số hiệu chứng từ / Chi", "Chứng từ / Chi", "Phiếu chi")
    ),
    FieldSpec("voucher_date", ("Ngày CT", "Ngày chứng từ", "Ngày, tháng chứng từ"), kind=Kind.DAY),
    FieldSpec("text", ("Diễn giải", "Nội dung", "Trích yếu", "Lý do"), needed=True),
    FieldSpec("receipt", ("Thu", "Số tiền / Thu", "Số tiền thu", "Thu vào", "Gửi vào"), needed=True, kind=Kind.MONEY),
    FieldSpec("payment", ("Chi", "Số tiền / Chi", "Số tiền chi", "Chi ra", "Rút ra"), needed=True, kind=Kind.MONEY),
    FieldSpec("balance", ("Tồn", "Số tiền / Tồn", "Tồn quỹ", "Số dư", "Còn lại"), kind=Kind.MONEY),
    FieldSpec("note", ("Ghi chú",)),
)
