"""What the clerk reads for each fault of signing: what happened, what is safe, what to press."""

from scanning.signatures.faults import SigningFault

SENTENCES: dict[SigningFault, str] = {
    SigningFault.NO_LIBRARY: (
        "Không mở được thư viện của USB token. Giấy tờ vẫn nguyên. "
        "Cài phần mềm đi kèm token, rồi chọn lại thư viện ở Thiết lập, Chữ ký số."
    ),
    SigningFault.NO_TOKEN: "Chưa thấy USB token nào. Giấy tờ vẫn nguyên. Cắm token vào máy rồi bấm Tìm token.",
    SigningFault.NO_CERTIFICATE: (
        "Token này không có chứng thư để ký. Giấy tờ vẫn nguyên. Cắm đúng token, hoặc hỏi nơi cấp."
    ),
    SigningFault.NO_KEY: (
        "Token này không có khóa của chứng thư đã chọn. Giấy tờ vẫn nguyên. Chọn chứng thư khác, hoặc hỏi nơi cấp."
    ),
    SigningFault.EXPIRED: (
        "Chứng thư số này đã hết hạn nên không ký được. Giấy tờ vẫn nguyên. Xin gia hạn ở nơi cấp."
    ),
    SigningFault.NOT_YET: (
        "Chứng thư số này chưa đến ngày có hiệu lực. Giấy tờ vẫn nguyên. "
        "Xem lại ngày giờ của máy, hoặc chờ đến ngày ấy."
    ),
    SigningFault.USAGE: (
        "Chứng thư số này không được cấp để ký. Giấy tờ vẫn nguyên. Chọn chứng thư khác, hoặc hỏi nơi cấp."
    ),
    SigningFault.PIN_WRONG: "Mã PIN của token chưa đúng. Giấy tờ vẫn nguyên. Gõ lại mã PIN rồi bấm Ký số.",
    SigningFault.PIN_LOW: (
        "Mã PIN của token chưa đúng, và token chỉ còn cho thử ít lần. Giấy tờ vẫn nguyên. "
        "Xem lại mã PIN thật chắc rồi hãy gõ."
    ),
    SigningFault.PIN_LAST: (
        "Mã PIN của token chưa đúng, và chỉ còn một lần thử trước khi token tự khóa. Giấy tờ vẫn nguyên. "
        "Chưa chắc mã PIN thì dừng ở đây và hỏi nơi cấp."
    ),
    SigningFault.PIN_LOCKED: (
        "Token đã tự khóa vì gõ sai mã PIN nhiều lần. Giấy tờ vẫn nguyên. Mang token đến nơi cấp để mở khóa."
    ),
    SigningFault.PIN_UNSET: (
        "Mã PIN của token phải đặt mới trước khi ký. Giấy tờ vẫn nguyên. Đặt mã PIN bằng phần mềm đi kèm token."
    ),
    SigningFault.REMOVED: (
        "Token vừa bị rút ra. Những giấy đã ký vẫn giữ, giấy còn lại chưa ký. Cắm lại token rồi bấm Ký số để ký tiếp."
    ),
    SigningFault.TOKEN_FAILED: (
        "Token không ký được. Những giấy đã ký vẫn giữ, giấy còn lại chưa ký. Rút ra cắm lại rồi bấm Ký số."
    ),
    SigningFault.HUNG: (
        "Phần mềm của token không trả lời nên đã được dừng. Những giấy đã ký vẫn giữ. "
        "Rút token ra cắm lại rồi bấm Ký số."
    ),
    SigningFault.DIED: (
        "Phần mềm của token dừng đột ngột. Những giấy đã ký vẫn giữ. Rút token ra cắm lại rồi bấm Ký số."
    ),
    SigningFault.STOPPED: "Đã dừng ký. Những giấy đã ký vẫn giữ, giấy còn lại chưa ký. Bấm Ký số để ký tiếp.",
    SigningFault.FILE_UNFIT: (
        "Tệp này không ký được vì bị khóa hoặc không phải PDF lành. Tệp vẫn nguyên. Quét lại giấy này rồi ký."
    ),
}
