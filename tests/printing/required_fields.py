"""What each form must say, field by field (domain 1.3), as it reads in the PDF of the sample dossier."""

HEAD = (
    "UBND XÃ HÒA BÌNH", "TRUNG TÂM PHỤC VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
    "Hòa Bình, ngày 0",
)  # fmt: skip
CODE = ("Mã hồ sơ: H26.19.103-260205-0042",)
PERSON = (
    "Nguyễn Thị Ngọc Ánh", "Địa chỉ: Thôn Đồi Bưởi, xã Hòa Bình, thành phố Hà Nội", "Số điện thoại: 0912 345 678",
    "Email:", "Số căn cước/Hộ chiếu: 001185012345",
)  # fmt: skip
WANTED = ("Nội dung yêu cầu giải quyết: Đăng ký khai sinh (1.001193). Đăng ký khai sinh cho con",)
ASKING = ("tra cứu tại https://motcua.hoabinh.example.vn hoặc gọi số 024 3555 0103", "gặp công chức Lê Thị Hạnh")
LETTER = (
    "Kính gửi: Ông/Bà Nguyễn Thị Ngọc Ánh", "Thôn Đồi Bưởi, xã Hòa Bình, thành phố Hà Nội", "Nơi nhận:", "- Như trên",
    "- Lưu: VT.", "Trần Quốc Bảo",
)  # fmt: skip
APOLOGY = (
    *HEAD, *CODE, *LETTER, "Số: …………………/PXL", "Lĩnh vực: Hộ tịch",
    "Hẹn trả lúc đầu: 17 giờ 00 phút, ngày 05 tháng 02 năm 2026",
    "Ngày 05 tháng 02 năm 2026, Trung tâm Phục vụ hành chính công tiếp nhận hồ sơ",
    "thủ tục hành chính Đăng ký khai sinh của Ông/Bà",
    "Thời gian hẹn trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 05 tháng 02 năm 2026.",
    "Lý do: Cơ quan phối hợp chưa trả lời xác minh.", "Mong nhận được sự thông cảm của Ông/Bà./.",
)  # fmt: skip
LIST_OF_CODES = ("H26.19.103-260205-0001", "H26.19.103-260205-0012")

REQUIRED: dict[str, tuple[str, ...]] = {
    "supplement": (
        *HEAD, *CODE, *PERSON, *WANTED, *ASKING, "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", "Lần 1",
        "Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:", "STT", "Thành phần hồ sơ", "Bản chính",
        "Bản chứng thực", "Bản photo", "1 Văn bản ủy quyền có chứng thực – bản nộp thiếu chữ ký 1 – –",
        "Lý do: Người đi nộp không phải cha, mẹ của trẻ", "NGƯỜI HƯỚNG DẪN",
    ),
    "guidance": (
        *HEAD, "Hướng dẫn Ông/Bà: Đặng Văn Quyết", "PHIẾU HƯỚNG DẪN HOÀN THIỆN HỒ SƠ", *ASKING,
        "Giấy chứng nhận kết hôn – 2 –", "NGƯỜI HƯỚNG DẪN",
    ),
    "refusal": (
        *HEAD, *CODE, *PERSON, *WANTED, *ASKING, "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
        "Tiếp nhận hồ sơ của Ông/Bà: Nguyễn Thị Ngọc Ánh", "Thời gian nộp: 08 giờ 15 phút, ngày 05 tháng 02 năm 2026",
        "Qua xem xét, Trung tâm Phục vụ hành chính công thông báo không tiếp nhận, giải quyết hồ sơ này",
        "Việc khai sinh này đã được đăng ký tại xã khác", "Xin thông báo cho Ông/Bà được biết và thực hiện.",
        "NGƯỜI NỘP HỒ SƠ", "NGƯỜI TỪ CHỐI",
    ),
    "refusal_turned_away": (
        *HEAD, *ASKING, "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ", "Tiếp nhận yêu cầu của Ông/Bà: Đặng Văn Quyết",
        "Nội dung yêu cầu giải quyết: Đăng ký khai sinh", "Việc khai sinh này đã được đăng ký tại xã khác",
        "NGƯỜI NỘP HỒ SƠ", "NGƯỜI TỪ CHỐI",
    ),
    "apology": (
        *APOLOGY, "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
        "đề nghị gia hạn thời gian giải quyết hồ sơ; kết quả sẽ được trả vào 09 giờ 15 phút, ngày 11 tháng 02 năm 2026",
        "Việc gia hạn thực hiện một lần", "GIÁM ĐỐC",
    ),
    "apology_2018": (
        *APOLOGY, "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ", "đã gây phiền hà, tốn kém chi phí, công sức của Ông/Bà",
        "sẽ trả kết quả giải quyết hồ sơ vào 09 giờ 15 phút, ngày 09 tháng 02 năm 2024", "THỦ TRƯỞNG ĐƠN VỊ",
    ),
    "stop_notice": (
        *HEAD, *CODE, *LETTER, "Số: …………………/TB", "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
        "Lý do đề nghị dừng: Người nộp đề nghị dừng", "Giai đoạn giải quyết: Đang thẩm tra tại công chức tư pháp",
        "Căn cứ quyết định: Văn bản đề nghị ngày 07/02/2026",
        "Phí, lệ phí, nghĩa vụ tài chính: Lệ phí 8.000 đồng hoàn lại cho người nộp",
        "dừng giải quyết hồ sơ này kể từ 08 giờ 15 phút, ngày 08 tháng 02 năm 2026",
        "Kết quả giải quyết hồ sơ chưa được ban hành.", "GIÁM ĐỐC",
    ),
    "control_slip": (
        *HEAD, *CODE, "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ", "Quyển số: 01/2026 Số thứ tự: 0038",
        "Kèm theo hồ sơ của Ông/Bà: Nguyễn Thị Ngọc Ánh", "Thủ tục hành chính: Đăng ký khai sinh (1.001193)",
        "Ngày nhận: 08 giờ 15 phút, ngày 05 tháng 02 năm 2026",
        "Ngày, giờ hẹn trả kết quả: 17 giờ 00 phút, ngày 05 tháng 02 năm 2026",
        "Cơ quan (bộ phận) giải quyết hồ sơ: UBND xã Hòa Bình",
        "Cơ quan phối hợp giải quyết hồ sơ: UBND phường Trung Văn; Sở Tư pháp thành phố Hà Nội", "TÊN CƠ QUAN",
        "THỜI GIAN GIAO, NHẬN HỒ SƠ", "(Trước hạn/đúng hạn/quá hạn)", "GHI CHÚ",
        "1. Giao: UBND xã Hòa Bình (Lê Thị Hạnh)", "Nhận: Sở Tư pháp thành phố Hà Nội (Ngô Thị Duyên)",
        "11 giờ 15 phút, ngày 05 tháng 02 năm 2026", "Người giao (Ký): Phạm Văn Lượng",
        "Người nhận (Ký): Ngô Thị Duyên",
        "Đúng hạn", "Quá hạn", "đề nghị xác minh",
        "4. Giao: …", "…… giờ …… phút, ngày …… tháng …… năm",
    ),
    "handover_sheet": (
        *HEAD, *CODE, *WANTED, "GIẤY BÀN GIAO HỒ SƠ", "Bản 1: Bên giao giữ", "Bản 2: Bên nhận giữ", "I. GIAO HỒ SƠ",
        "Bên giao: Sở Tư pháp thành phố Hà Nội (Ngô Thị Duyên)", "Bên nhận: UBND xã Hòa Bình (Trần Quốc Bảo)",
        "Thời điểm giao: 11 giờ 15 phút, ngày 06 tháng 02 năm 2026", "1 Tờ khai đăng ký khai sinh 1 – –",
        "Hồ sơ của Ông/Bà: Nguyễn Thị Ngọc Ánh", "II. NHẬN KẾT QUẢ", "Ngày nhận kết quả: …", "Loại kết quả, số: …",
        "NGƯỜI GIAO", "NGƯỜI NHẬN",
    ),
    "batch_transfer": (
        *HEAD, "BIÊN BẢN GIAO NHẬN HỒ SƠ", "Hai bên giao nhận 12 hồ sơ theo danh sách sau:", "STT", "Nội dung",
        "Đơn vị", "Ngày nhận", "Ngày hẹn trả", "Thời hạn xử lý", "Số lượng hồ sơ", "Họ và tên", *LIST_OF_CODES,
        "Bên giao: UBND xã Hòa Bình (Lê Thị Hạnh)", "Bên nhận: Sở Tư pháp thành phố Hà Nội (Ngô Thị Duyên)",
        "1 H26.19.103-260205-0001 Đăng ký khai sinh UBND xã Hòa Bình 08:15 05/02/2026 17:00 05/02/2026 trong ngày 1",
        "BÊN GIAO", "BÊN NHẬN",
    ),
    "result_transfer": (
        *HEAD, "PHIẾU BÀN GIAO KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
        "Đơn vị chủ trì: Sở Tư pháp thành phố Hà Nội (Ngô Thị Duyên)", "TT", "Mã hồ sơ", "Nội dung giải quyết TTHC",
        "Kết quả giải quyết", "Họ tên chủ hồ sơ", "Địa chỉ", "Phí, lệ phí", "Đăng ký trả qua bưu điện", *LIST_OF_CODES,
        "Đăng ký khai sinh Giấy khai sinh, số 42/2026, Khai sinh cho Nguyễn Gia Hân Nguyễn Thị Ngọc Ánh Thôn Đồi Bưởi",
        "NGƯỜI GIAO", "NGƯỜI NHẬN",
    ),
    "result_receipt": (
        *HEAD, *CODE, "GIẤY BIÊN NHẬN TRẢ KẾT QUẢ", "Tên thủ tục hành chính: Đăng ký khai sinh (1.001193)",
        "Chủ hồ sơ: Nguyễn Thị Ngọc Ánh", "Người trả kết quả: Lê Thị Hạnh. Số điện thoại: 024 3555 0103",
        "Người nhận kết quả: Đặng Văn Quyết (người được ủy quyền). Số điện thoại: 0987 654 321",
        "Số căn cước/Hộ chiếu: 001082054321", "Giấy tờ xuất trình: Văn bản ủy quyền", "Loại kết quả: Giấy khai sinh",
        "Số: 42/2026", "Trích yếu: Khai sinh cho Nguyễn Gia Hân",
        "Cơ quan ban hành, ngày ký: UBND xã Hòa Bình, 05/02/2026",
        "Ngày trả: 16 giờ 15 phút, ngày 05 tháng 02 năm 2026", "Bản gốc thu lại: Giấy chứng sinh",
        "NGƯỜI TRẢ KẾT QUẢ", "NGƯỜI NHẬN KẾT QUẢ",
    ),
    "process_history": (
        *HEAD, *CODE, "QUÁ TRÌNH XỬ LÝ HỒ SƠ", "Chủ hồ sơ: Nguyễn Thị Ngọc Ánh",
        "Thủ tục: Đăng ký khai sinh (1.001193)", "Nội dung: Đăng ký khai sinh cho con",
        "Ngày tiếp nhận: 08 giờ 15 phút, ngày 05 tháng 02 năm 2026",
        "Ngày hẹn trả: 17 giờ 00 phút, ngày 05 tháng 02 năm 2026", "STT", "Ngày xử lý", "Người xử lý", "Thao tác",
        "Người nhận", "Thời hạn", "1 09:15 05/02/2026 Lê Thị Hạnh Chuyển hồ sơ Phạm Văn Lượng 13:15 05/02/2026",
    ),
    "register": (
        *HEAD, "SỔ THEO DÕI HỒ SƠ", "Quyển số 01/2026, từ ngày 01/01/2026 đến ngày 31/12/2026", "TT", "Mã hồ sơ",
        "Tên hồ sơ", "Số lượng hồ sơ (bộ)", "Tên cá nhân, tổ chức", "Địa chỉ, số điện thoại",
        "Cơ quan chủ trì giải quyết", "Nhận hồ sơ", "Hẹn trả kết quả", "Chuyển hồ sơ đến cơ quan giải quyết",
        "Nhận kết quả từ cơ quan giải quyết", "Trả kết quả", "Phương thức nhận kết quả", "Ký nhận", "Ghi chú",
        "38 H26.19.103- 260205-0001 Đăng ký khai sinh 1 Nguyễn Thị Ngọc Ánh Thôn Đồi Bưởi, xã Hòa Bình, thành phố",
        "Hà Nội, 0912 345 678 UBND xã Hòa Bình 08:15 05/02/2026 17:00 05/02/2026 09:15 05/02/2026 16:15 05/02/2026",
        "16:15 05/02/2026 Trực tiếp", "NGƯỜI LẬP SỔ", "THỦ TRƯỞNG ĐƠN VỊ",
    ),
    "register_short": (
        *HEAD, "STT", "Mã hồ sơ", "Trích yếu hồ sơ", "Số bộ", "Chủ hồ sơ", "Địa chỉ", "Số điện thoại",
        "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày trả", "Người nhận hồ sơ",
        "38 H26.19.103-260205-0001 Đăng ký khai sinh cho con 1 Nguyễn Thị Ngọc Ánh Thôn Đồi Bưởi, xã Hòa Bình, thành",
        "phố Hà Nội 0912 345 678 08:15 05/02/2026 17:00 05/02/2026 16:15 05/02/2026 Lê Thị Hạnh",
    ),
    "courier_slip": (
        *HEAD, "PHIẾU GIAO NHẬN GÓI DỮ LIỆU USB", "Gói số 12", "motcua-H26-19-103-3f9a0c-000012.mcb",
        "0123456789abcdef 0123456789abcdef", "3F9A 0C11 7B52 E8D4", "300 1840 300 –",
        "90,41 MB (90.412.345 byte)", "Người giao", "Người chuyển", "Người nhận", "Giờ, ngày",
        "Gói số 11 chưa có biên nhận", "NGƯỜI LẬP PHIẾU", "Lê Thị Hạnh",
    ),
    "news_page": (
        *HEAD, *LIST_OF_CODES, "TIN TỪ TỈNH", "Số hồ sơ có tin mới: 12", "Có kết quả, mời công dân đến nhận.",
        "NGƯỜI XEM", "Lê Thị Hạnh",
    ),
    "separator": (
        *HEAD, *CODE, "TỜ NGĂN HỒ SƠ", "Đặt tờ này lên trên giấy tờ mà tờ dẫn", "HỒ SƠ", "GIẤY TỜ 1",
        "Giấy tờ: Tờ khai đăng ký khai sinh", "Chủ hồ sơ: Nguyễn Thị Ngọc Ánh",
        "Thủ tục hành chính: Đăng ký khai sinh (1.001193)", "Tờ dẫn khi quét",
    ),
}  # fmt: skip
"""Receipt, fee receipt, remittance and day sheet have tests of their own."""
