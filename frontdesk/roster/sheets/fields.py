"""What a roster sheet may hold, and how offices head its columns."""

from typing import Final

from frontdesk.sheet import FieldSpec, Kind

FIELDS: Final = (
    FieldSpec(
        "name",
        (
            "Họ và tên",
            "Họ tên",
            "Họ, chữ đệm và tên",
            "Họ và tên ủy viên",
            "Họ tên thành viên",
            "Tên",
            "Họ và tên đệm + Tên",
            "Họ đệm + Tên",
            "Họ lót + Tên",
            "Họ + Tên",
            "Họ và đệm + Tên",
            "Họ + Tên đệm + Tên",
            "Họ + Đệm + Tên",
            "Họ + Chữ đệm + Tên",
            "Họ + Tên lót + Tên",
            "Tên < Họ và đệm",
            "Tên < Họ đệm",
            "Tên < Họ lót",
            "Tên < Họ và tên đệm",
            "Tên < Họ",
        ),
        needed=True,
        kind=Kind.NAME,
    ),
    FieldSpec("ordinal", ("STT", "TT", "Số TT", "Số thứ tự"), kind=Kind.WHOLE),
    FieldSpec("number", ("Mã số", "Mã người", "Số hiệu")),
    FieldSpec(
        "male",
        ("Ngày, tháng, năm sinh / Nam", "Ngày sinh / Nam", "Năm sinh / Nam", "Giới tính / Nam", "Giới / Nam", "Nam"),
    ),
    FieldSpec(
        "female",
        ("Ngày, tháng, năm sinh / Nữ", "Ngày sinh / Nữ", "Năm sinh / Nữ", "Giới tính / Nữ", "Giới / Nữ", "Nữ"),
    ),
    FieldSpec(
        "born",
        ("Ngày, tháng, năm sinh", "Ngày sinh", "Năm sinh", "Sinh ngày", "Sinh năm", "Ngày tháng năm sinh", "NTNS"),
        kind=Kind.BIRTH,
    ),
    FieldSpec("sex", ("Giới tính", "Nam/Nữ", "Phái", "Giới")),
    FieldSpec("ethnicity", ("Dân tộc", "Thành phần dân tộc")),
    FieldSpec("religion", ("Tôn giáo", "Theo tôn giáo")),
    FieldSpec("party", ("Đảng viên", "Là đảng viên", "Đảng viên ĐCSVN", "Trong Đảng", "Đảng"), kind=Kind.YES),
    FieldSpec(
        "party_since",
        ("Ngày vào Đảng", "Ngày kết nạp Đảng", "Năm vào Đảng", "Ngày vào Đảng / Chính thức", "Ngày vào Đảng / Dự bị"),
        kind=Kind.YES,
    ),
    FieldSpec("non_party", ("Ngoài Đảng", "Quần chúng"), kind=Kind.YES),
    FieldSpec(
        "education",
        (
            "Trình độ / Văn hóa",
            "Trình độ văn hóa",
            "Văn hóa",
            "Trình độ học vấn",
            "Học vấn",
            "Trình độ / Học vấn",
            "Giáo dục phổ thông",
            "Trình độ phổ thông",
        ),
    ),
    FieldSpec(
        "profession",
        (
            "Trình độ / Chuyên môn",
            "Trình độ chuyên môn",
            "Chuyên môn",
            "Chuyên môn nghiệp vụ",
            "Trình độ / Chuyên môn nghiệp vụ",
            "CMNV",
            "Trình độ / CM",
            "Bằng cấp",
            "Trình độ",
        ),
    ),
    FieldSpec(
        "political_theory",
        (
            "Trình độ / LLCT",
            "LLCT",
            "Lý luận chính trị",
            "Trình độ lý luận chính trị",
            "Trình độ LLCT",
            "Trình độ / Lý luận chính trị",
            "Trình độ / Chính trị",
            "Chính trị",
        ),
    ),
    FieldSpec("occupation", ("Nghề nghiệp", "Nghề nghiệp hiện nay")),
    FieldSpec("workplace", ("Đơn vị công tác", "Nơi công tác", "Cơ quan công tác", "Nơi làm việc", "Cơ quan, đơn vị")),
    FieldSpec(
        "post",
        (
            "Chức vụ",
            "Chức danh",
            "Chức vụ Mặt trận",
            "Chức danh trong Ban CTMT",
            "Chức danh, chức vụ",
            "Chức vụ trong Ban",
            "Chức vụ, đoàn thể",
            "Chức vụ, đơn vị công tác",
            "Chức vụ, đơn vị",
            "Chức vụ, nơi công tác",
            "Chức vụ công tác",
            "Nhiệm vụ",
        ),
    ),
    FieldSpec("body", ("Tổ chức", "Tên tổ chức", "Ban, tổ", "Tên ban", "Thuộc tổ chức")),
    FieldSpec(
        "area",
        (
            "Khu dân cư",
            "Khu phố",
            "Thôn",
            "KDC",
            "Thôn, khu phố",
            "Tổ dân phố",
            "Địa bàn",
            "Địa bàn dân cư",
            "Ấp",
            "Khóm",
            "Xóm",
            "Bản",
            "Buôn",
            "Thôn, bản",
            "Thôn, xóm",
            "Khối phố",
            "TDP",
        ),
    ),
    FieldSpec(
        "phone",
        ("Số điện thoại", "Điện thoại", "SĐT", "ĐT", "Số ĐT", "Di động", "Điện thoại liên hệ", "Điện thoại di động"),
        kind=Kind.PHONE,
    ),
    FieldSpec("address", ("Địa chỉ", "Chỗ ở hiện nay", "Nơi ở", "Nơi cư trú", "Nơi thường trú", "Chỗ ở")),
    FieldSpec("since", ("Từ ngày", "Ngày tham gia", "Thời điểm tham gia", "Ngày bổ nhiệm", "Từ"), kind=Kind.DAY),
    FieldSpec("until", ("Đến ngày", "Ngày thôi", "Đến"), kind=Kind.DAY),
    FieldSpec("decision_number", ("Số quyết định", "Quyết định số", "Số QĐ", "Quyết định / Số")),
    FieldSpec("decision_date", ("Ngày quyết định", "Ngày QĐ", "Quyết định / Ngày"), kind=Kind.DAY),
    FieldSpec("note", ("Ghi chú",)),
)

TEXT_FIELDS: Final = (
    "ethnicity",
    "education",
    "profession",
    "political_theory",
    "occupation",
    "workplace",
    "address",
    "note",
)
"""Fields of a person taken as they stand."""

MASK: Final = "***"
"""What an export writes in place of a sensitive value; read back, it changes nothing."""

UNKNOWN: Final = "?"
"""What an export writes where nobody knows a yes or no, for a blank would say no."""
