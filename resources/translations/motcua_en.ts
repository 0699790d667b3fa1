<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi_VN">
  <context>
    <name>motcua</name>
    <message>
      <source> Nếu đang cầm kết quả, bấm Ctrl+R.</source>
      <translation> If you hold the result, press Ctrl+R.</translation>
    </message>
    <message>
      <source> {count} hồ sơ đã có người làm tiếp nên giữ nguyên.</source>
      <translation> {count} dossiers have been worked on since and stay as they are.</translation>
    </message>
    <message>
      <source> · {count} trang chờ sau</source>
      <translation> · {count} pages wait behind it</translation>
    </message>
    <message>
      <source>&amp;Biên lai</source>
      <translation>Recei&amp;pt</translation>
    </message>
    <message>
      <source>&amp;Bưu điện đã phát</source>
      <translation>Delivered by &amp;post</translation>
    </message>
    <message>
      <source>&amp;Bỏ câu chữ riêng</source>
      <translation>&amp;Remove the office's words</translation>
    </message>
    <message>
      <source>&amp;Bỏ máy quét này</source>
      <translation>Forget this s&amp;canner</translation>
    </message>
    <message>
      <source>&amp;Bỏ tệp này</source>
      <translation>&amp;Drop this file</translation>
    </message>
    <message>
      <source>&amp;Chỉ gửi bản quét khi bấm Gửi ngay</source>
      <translation>Send scans only when Send now is &amp;pressed</translation>
    </message>
    <message>
      <source>&amp;Chọn thư mục…</source>
      <translation>&amp;Choose a folder…</translation>
    </message>
    <message>
      <source>&amp;Chọn…</source>
      <translation>&amp;Choose…</translation>
    </message>
    <message>
      <source>&amp;Chủ tài khoản</source>
      <translation>Account &amp;holder</translation>
    </message>
    <message>
      <source>&amp;Chứng thư số</source>
      <translation>&amp;Certificate</translation>
    </message>
    <message>
      <source>&amp;Cách nộp</source>
      <translation>&amp;Way of paying</translation>
    </message>
    <message>
      <source>&amp;Căn cứ</source>
      <translation>&amp;Basis</translation>
    </message>
    <message>
      <source>&amp;Cơ quan cấp</source>
      <translation>&amp;Issuer</translation>
    </message>
    <message>
      <source>&amp;Cơ quan nhận</source>
      <translation>&amp;Office</translation>
    </message>
    <message>
      <source>&amp;Cổng</source>
      <translation>P&amp;ort</translation>
    </message>
    <message>
      <source>&amp;Cỡ chữ</source>
      <translation>Text &amp;size</translation>
    </message>
    <message>
      <source>&amp;Của ai</source>
      <translation>&amp;Whose</translation>
    </message>
    <message>
      <source>&amp;Dùng USB đang cắm</source>
      <translation>&amp;Use the plugged-in stick</translation>
    </message>
    <message>
      <source>&amp;Dùng danh mục mới</source>
      <translation>&amp;Use the new catalogue</translation>
    </message>
    <message>
      <source>&amp;Dùng lại (Tab)</source>
      <translation>Use kno&amp;wn (Tab)</translation>
    </message>
    <message>
      <source>&amp;Dừng</source>
      <translation>&amp;Stop</translation>
    </message>
    <message>
      <source>&amp;Ghi danh</source>
      <translation>&amp;Join</translation>
    </message>
    <message>
      <source>&amp;Ghi ngày này</source>
      <translation>&amp;Write this day</translation>
    </message>
    <message>
      <source>&amp;Giai đoạn đang giải quyết</source>
      <translation>S&amp;tage of the work</translation>
    </message>
    <message>
      <source>&amp;Giấy phép của các phần đi kèm</source>
      <translation>&amp;Licences of what ships inside</translation>
    </message>
    <message>
      <source>&amp;Giấy tờ xuất trình, ủy quyền</source>
      <translation>&amp;Evidence shown</translation>
    </message>
    <message>
      <source>&amp;Giới tính</source>
      <translation>Se&amp;x</translation>
    </message>
    <message>
      <source>&amp;Giờ làm việc</source>
      <translation>&amp;Hours</translation>
    </message>
    <message>
      <source>&amp;Giữ nguyên</source>
      <translation>&amp;Keep as it is</translation>
    </message>
    <message>
      <source>&amp;Gắn với máy này</source>
      <translation>Tie to &amp;this machine</translation>
    </message>
    <message>
      <source>&amp;Hạn của bước này</source>
      <translation>Step &amp;due</translation>
    </message>
    <message>
      <source>&amp;Hết hạn</source>
      <translation>&amp;Expires</translation>
    </message>
    <message>
      <source>&amp;Họ tên người nhận</source>
      <translation>&amp;Receiver's name</translation>
    </message>
    <message>
      <source>&amp;Họ và tên</source>
      <translation>&amp;Full name</translation>
    </message>
    <message>
      <source>&amp;Họ và tên người mới</source>
      <translation>&amp;Full name of the new person</translation>
    </message>
    <message>
      <source>&amp;Họ và tên người nộp</source>
      <translation>&amp;Full name of the applicant</translation>
    </message>
    <message>
      <source>&amp;Hồ sơ nhận</source>
      <translation>&amp;Receiving dossier</translation>
    </message>
    <message>
      <source>&amp;Hồ sơ nhận theo quy định cũ</source>
      <translation>Dossiers taken under &amp;old rules</translation>
    </message>
    <message>
      <source>&amp;In giấy biên nhận</source>
      <translation>Print a s&amp;lip</translation>
    </message>
    <message>
      <source>&amp;In tờ cài đặt</source>
      <translation>&amp;Print the set-up sheet</translation>
    </message>
    <message>
      <source>&amp;In tờ khóa mới</source>
      <translation>&amp;Print a new key sheet</translation>
    </message>
    <message>
      <source>&amp;Ký hiệu</source>
      <translation>&amp;Symbol</translation>
    </message>
    <message>
      <source>&amp;Ký số…</source>
      <translation>&amp;Sign…</translation>
    </message>
    <message>
      <source>&amp;Kết nối</source>
      <translation>&amp;Connect</translation>
    </message>
    <message>
      <source>&amp;Kết quả</source>
      <translation>Res&amp;ult</translation>
    </message>
    <message>
      <source>&amp;Loại</source>
      <translation>&amp;Kind</translation>
    </message>
    <message>
      <source>&amp;Loại giấy tờ</source>
      <translation>ID &amp;kind</translation>
    </message>
    <message>
      <source>&amp;Loại sổ</source>
      <translation>&amp;Kind of book</translation>
    </message>
    <message>
      <source>&amp;Làm tiếp</source>
      <translation>&amp;Go on</translation>
    </message>
    <message>
      <source>&amp;Làm tại chỗ, trả ngay</source>
      <translation>Whi&amp;le they wait</translation>
    </message>
    <message>
      <source>&amp;Lý do</source>
      <translation>&amp;Reason</translation>
    </message>
    <message>
      <source>&amp;Lý do (chọn hoặc gõ)</source>
      <translation>&amp;Reason (choose or type)</translation>
    </message>
    <message>
      <source>&amp;Lý do chuyển hoàn</source>
      <translation>&amp;Reason it came back</translation>
    </message>
    <message>
      <source>&amp;Lý do chênh lệch</source>
      <translation>&amp;Reason for the difference</translation>
    </message>
    <message>
      <source>&amp;Lý do chậm trả</source>
      <translation>Reason for the &amp;delay</translation>
    </message>
    <message>
      <source>&amp;Lý do, bằng lời người dân hiểu được</source>
      <translation>&amp;Reason, in words the citizen understands</translation>
    </message>
    <message>
      <source>&amp;Lưu</source>
      <translation>Sav&amp;e</translation>
    </message>
    <message>
      <source>&amp;Lưu lịch</source>
      <translation>Sa&amp;ve the calendar</translation>
    </message>
    <message>
      <source>&amp;Lưu lịch và in giấy hẹn mới</source>
      <translation>Sa&amp;ve and print new receipts</translation>
    </message>
    <message>
      <source>&amp;Lưu thông tin cơ quan</source>
      <translation>Sa&amp;ve the office</translation>
    </message>
    <message>
      <source>&amp;Lưu tệp…</source>
      <translation>&amp;Save file…</translation>
    </message>
    <message>
      <source>&amp;Lời nhắn</source>
      <translation>&amp;Message</translation>
    </message>
    <message>
      <source>&amp;Màu</source>
      <translation>C&amp;olour</translation>
    </message>
    <message>
      <source>&amp;Máy in</source>
      <translation>&amp;Printer</translation>
    </message>
    <message>
      <source>&amp;Mã ghi danh dùng một lần</source>
      <translation>One-time &amp;code</translation>
    </message>
    <message>
      <source>&amp;Mã vận đơn</source>
      <translation>&amp;Tracking number</translation>
    </message>
    <message>
      <source>&amp;Mã định danh cơ quan</source>
      <translation>Office &amp;identifier</translation>
    </message>
    <message>
      <source>&amp;Mẫu số</source>
      <translation>F&amp;orm number</translation>
    </message>
    <message>
      <source>&amp;Mật khẩu ban đầu</source>
      <translation>First &amp;password</translation>
    </message>
    <message>
      <source>&amp;Mật khẩu hoặc mã PIN</source>
      <translation>&amp;Password or PIN</translation>
    </message>
    <message>
      <source>&amp;Mỗi tháng (MB)</source>
      <translation>A &amp;month (MB)</translation>
    </message>
    <message>
      <source>&amp;Mở bằng</source>
      <translation>&amp;Open with</translation>
    </message>
    <message>
      <source>&amp;Ngày</source>
      <translation>&amp;Date</translation>
    </message>
    <message>
      <source>&amp;Ngày sinh</source>
      <translation>&amp;Birth date</translation>
    </message>
    <message>
      <source>&amp;Ngân hàng hoặc mã BIN</source>
      <translation>Bank or &amp;BIN</translation>
    </message>
    <message>
      <source>&amp;Người ký</source>
      <translation>&amp;Signer</translation>
    </message>
    <message>
      <source>&amp;Người ký chứng thực</source>
      <translation>&amp;Signed by</translation>
    </message>
    <message>
      <source>&amp;Người ký nhận</source>
      <translation>&amp;Signed for by</translation>
    </message>
    <message>
      <source>&amp;Người nhận</source>
      <translation>&amp;Receiver</translation>
    </message>
    <message>
      <source>&amp;Người nộp tiền</source>
      <translation>&amp;Payer</translation>
    </message>
    <message>
      <source>&amp;Nhận các tờ của khóa này</source>
      <translation>&amp;Accept the sheets of this key</translation>
    </message>
    <message>
      <source>&amp;Nhận tệp trả lời…</source>
      <translation>Take in the </translation>
    </message>
    <message>
      <source>&amp;Nhập lại</source>
      <translation>&amp;Again</translation>
    </message>
    <message>
      <source>&amp;Nhập tệp danh mục…</source>
      <translation>&amp;Import a catalogue file…</translation>
    </message>
    <message>
      <source>&amp;Nơi nhận kết quả</source>
      <translation>Result &amp;place</translation>
    </message>
    <message>
      <source>&amp;Nạp tệp mẫu in…</source>
      <translation>&amp;Load a file of form words…</translation>
    </message>
    <message>
      <source>&amp;Nền</source>
      <translation>&amp;Background</translation>
    </message>
    <message>
      <source>&amp;Nội dung</source>
      <translation>&amp;Text</translation>
    </message>
    <message>
      <source>&amp;Quay lại lịch</source>
      <translation>&amp;Back to the calendar</translation>
    </message>
    <message>
      <source>&amp;Quyết định, văn bản đề nghị</source>
      <translation>&amp;Decision or proposal</translation>
    </message>
    <message>
      <source>&amp;Quyển số</source>
      <translation>&amp;Volume</translation>
    </message>
    <message>
      <source>&amp;Quét kết quả ngay sau khi ghi</source>
      <translation>S&amp;can the result right after</translation>
    </message>
    <message>
      <source>&amp;Sáu từ tỉnh đọc</source>
      <translation>The &amp;six words the province reads out</translation>
    </message>
    <message>
      <source>&amp;Số giấy tờ</source>
      <translation>ID &amp;number</translation>
    </message>
    <message>
      <source>&amp;Số giấy tờ đã xuất trình</source>
      <translation>ID &amp;number shown</translation>
    </message>
    <message>
      <source>&amp;Số hồ sơ đã đặt vào (0: không đếm)</source>
      <translation>&amp;Number of dossiers laid in (0: not counted)</translation>
    </message>
    <message>
      <source>&amp;Số kết quả</source>
      <translation>Num&amp;ber</translation>
    </message>
    <message>
      <source>&amp;Số quyết định hoặc nơi lấy tệp</source>
      <translation>Decision &amp;number or where the file comes from</translation>
    </message>
    <message>
      <source>&amp;Số tiền (đồng)</source>
      <translation>&amp;Amount (dong)</translation>
    </message>
    <message>
      <source>&amp;Số tiền hoàn (đồng)</source>
      <translation>&amp;Amount (dong)</translation>
    </message>
    <message>
      <source>&amp;Số điện thoại</source>
      <translation>&amp;Telephone</translation>
    </message>
    <message>
      <source>&amp;Số định danh / CCCD</source>
      <translation>Citizen &amp;number</translation>
    </message>
    <message>
      <source>&amp;Thư viện của token…</source>
      <translation>Token &amp;library…</translation>
    </message>
    <message>
      <source>&amp;Thủ tục hành chính</source>
      <translation>&amp;Procedure</translation>
    </message>
    <message>
      <source>&amp;Thử máy in</source>
      <translation>&amp;Try the printer</translation>
    </message>
    <message>
      <source>&amp;Thử đường truyền</source>
      <translation>&amp;Try the line</translation>
    </message>
    <message>
      <source>&amp;Thử đầu đọc</source>
      <translation>&amp;Try the reader</translation>
    </message>
    <message>
      <source>&amp;Thử: sao lưu ngay</source>
      <translation>&amp;Try: back up now</translation>
    </message>
    <message>
      <source>&amp;Thử: tìm máy quét</source>
      <translation>&amp;Try: find scanners</translation>
    </message>
    <message>
      <source>&amp;Thử: tìm token</source>
      <translation>&amp;Try: find token</translation>
    </message>
    <message>
      <source>&amp;Tên cơ quan</source>
      <translation>&amp;Office name</translation>
    </message>
    <message>
      <source>&amp;Tên ngày</source>
      <translation>&amp;Name of the day</translation>
    </message>
    <message>
      <source>&amp;Tìm hồ sơ nhận</source>
      <translation>&amp;Find the receiving dossier</translation>
    </message>
    <message>
      <source>&amp;Tìm lại trên USB</source>
      <translation>&amp;Look on USB again</translation>
    </message>
    <message>
      <source>&amp;Tìm máy quét</source>
      <translation>&amp;Find scanners</translation>
    </message>
    <message>
      <source>&amp;Tìm quầy trong mạng</source>
      <translation>&amp;Look for desks on the network</translation>
    </message>
    <message>
      <source>&amp;Tờ đã in rõ: dùng khóa này</source>
      <translation>The sheet is &amp;clear: use this key</translation>
    </message>
    <message>
      <source>&amp;Từ ngày</source>
      <translation>&amp;From</translation>
    </message>
    <message>
      <source>&amp;Từ số</source>
      <translation>Fro&amp;m number</translation>
    </message>
    <message>
      <source>&amp;Vai trò</source>
      <translation>Rol&amp;e</translation>
    </message>
    <message>
      <source>&amp;Việc</source>
      <translation>Wh&amp;at</translation>
    </message>
    <message>
      <source>&amp;Vì sao?</source>
      <translation>Wh&amp;y?</translation>
    </message>
    <message>
      <source>&amp;Xem bản quét</source>
      <translation>&amp;View the scan</translation>
    </message>
    <message>
      <source>&amp;Xuất .xlsx</source>
      <translation>E&amp;xport .xlsx</translation>
    </message>
    <message>
      <source>&amp;Xuất danh mục…</source>
      <translation>E&amp;xport the catalogue…</translation>
    </message>
    <message>
      <source>&amp;Xuất tệp đang dùng…</source>
      <translation>E&amp;xport the file in use…</translation>
    </message>
    <message>
      <source>&amp;Xóa kiểu</source>
      <translation>&amp;Delete profile</translation>
    </message>
    <message>
      <source>&amp;Xóa ngày này</source>
      <translation>De&amp;lete this day</translation>
    </message>
    <message>
      <source>(bỏ)</source>
      <translation>(dropped)</translation>
    </message>
    <message>
      <source>(chưa có)</source>
      <translation>(none yet)</translation>
    </message>
    <message>
      <source>+ Cơ q&amp;uan khác</source>
      <translation>+ Other &amp;unit</translation>
    </message>
    <message>
      <source>+ Ghi &amp;chú</source>
      <translation>+ No&amp;te</translation>
    </message>
    <message>
      <source>+ Nhận thay</source>
      <translation>+ Delegate</translation>
    </message>
    <message>
      <source>+ Nộ&amp;p thay</source>
      <translation>+ F&amp;iling for other</translation>
    </message>
    <message>
      <source>+ Thêm giấ&amp;y tờ</source>
      <translation>+ &amp;Add paper</translation>
    </message>
    <message>
      <source>0 là không giới hạn</source>
      <translation>0 is no limit</translation>
    </message>
    <message>
      <source>02091986</source>
      <translation>02091986</translation>
    </message>
    <message>
      <source>1 · Cơ quan và quầy</source>
      <translation>1 · Office and desk</translation>
    </message>
    <message>
      <source>1 · Thủ tục và người nộp</source>
      <translation>1 · Procedure and applicant</translation>
    </message>
    <message>
      <source>1…9 gán · Enter sửa trang · T trang thường · K khay · Del để riêng</source>
      <translation>1…9 assign · Enter edit · T ordinary page · K tray · Del aside</translation>
    </message>
    <message>
      <source>1…9 gán · R xoay · X cắt · G gộp · K khử đốm · T quét lại · B để riêng · Del bỏ · Ctrl+↑↓</source>
      <translation>1…9 assign · R turn · X cut · G join · K dust · T retake · B aside · Del drop · Ctrl+↑↓</translation>
    </message>
    <message>
      <source>2 · Người quản trị đầu tiên</source>
      <translation>2 · First administrator</translation>
    </message>
    <message>
      <source>2 · Thành phần hồ sơ</source>
      <translation>2 · Papers</translation>
    </message>
    <message>
      <source>3 · Máy in, máy quét, đầu đọc mã</source>
      <translation>3 · Printer, scanner, code reader</translation>
    </message>
    <message>
      <source>6 chữ số</source>
      <translation>6 digits</translation>
    </message>
    <message>
      <source>9 phần 10 trong</source>
      <translation>9 in 10 within</translation>
    </message>
    <message>
      <source>: không khớp với nhật ký.</source>
      <translation>: does not agree with the journal.</translation>
    </message>
    <message>
      <source>A5 khi máy in có khay A5</source>
      <translation>A5 if the printer has such a tray</translation>
    </message>
    <message>
      <source>Ai đang giữ</source>
      <translation>Held by</translation>
    </message>
    <message>
      <source>Biên bản giao nhận {count} hồ sơ</source>
      <translation>Record of handing over {count} dossiers</translation>
    </message>
    <message>
      <source>Biên lai</source>
      <translation>Receipts</translation>
    </message>
    <message>
      <source>Biên lai này đã hoàn tiền nên không hủy được; hoàn nốt phần còn lại nếu cần.</source>
      <translation>Money was given back on this receipt, so it cannot be voided; refund the rest if needed.</translation>
    </message>
    <message>
      <source>Biên lai này đã hủy trước đó.</source>
      <translation>This receipt was voided before.</translation>
    </message>
    <message>
      <source>Biên lai số</source>
      <translation>Receipt no.</translation>
    </message>
    <message>
      <source>Biên lai thu phí, lệ phí</source>
      <translation>Fee receipts</translation>
    </message>
    <message>
      <source>Biên lai trong ca</source>
      <translation>Receipts of the shift</translation>
    </message>
    <message>
      <source>Biên lai vẫn còn giá trị; phần hoàn được ghi riêng.</source>
      <translation>The receipt stays valid; what is given back is recorded by itself.</translation>
    </message>
    <message>
      <source>Biên lai {number}</source>
      <translation>Receipt {number}</translation>
    </message>
    <message>
      <source>Biên lai đã hủy</source>
      <translation>Voided receipts</translation>
    </message>
    <message>
      <source>Biên lai, tài khoản</source>
      <translation>Receipts, account</translation>
    </message>
    <message>
      <source>Biên nhận này do đơn vị khác cấp nên không đưa vào sổ ở đây.</source>
      <translation>This slip was issued by another office, so it does not enter the register here.</translation>
    </message>
    <message>
      <source>Biên nhận này đã nhận từ trước; không có gì thay đổi.</source>
      <translation>This receipt was taken in before; nothing has changed.</translation>
    </message>
    <message>
      <source>Biên nhận nói về một dòng nhật ký không có ở đây.</source>
      <translation>The receipt is about a journal line that is not here.</translation>
    </message>
    <message>
      <source>Biểu 06 {span}</source>
      <translation>Form 06 {span}</translation>
    </message>
    <message>
      <source>Biểu 06, lĩnh vực</source>
      <translation>Form 06, sectors</translation>
    </message>
    <message>
      <source>Biểu mẫu</source>
      <translation>Forms</translation>
    </message>
    <message>
      <source>Biểu đồ</source>
      <translation>Charts</translation>
    </message>
    <message>
      <source>Bàn giao</source>
      <translation>Custody</translation>
    </message>
    <message>
      <source>Bàn tập huấn không bao giờ ghi danh với tỉnh.</source>
      <translation>A training desk never joins a province.</translation>
    </message>
    <message>
      <source>Bàn tập huấn không bao giờ gửi dữ liệu đi đâu.</source>
      <translation>A training desk never sends anything.</translation>
    </message>
    <message>
      <source>Báo bộ phận kỹ thuật.</source>
      <translation>Tell the technical staff.</translation>
    </message>
    <message>
      <source>Báo cán bộ tỉnh để ghi danh lại.</source>
      <translation>Ask the province to join this machine again.</translation>
    </message>
    <message>
      <source>Báo cán bộ tỉnh.</source>
      <translation>Tell the province's officer.</translation>
    </message>
    <message>
      <source>Báo cáo {span}</source>
      <translation>Report {span}</translation>
    </message>
    <message>
      <source>Báo cáo đã vào hàng đợi in.</source>
      <translation>The report is in the print queue.</translation>
    </message>
    <message>
      <source>Báo người quản trị cài đặt rồi bấm Quét lại.</source>
      <translation>Ask the administrator to install it, then press Scan again.</translation>
    </message>
    <message>
      <source>Báo người quản trị cấp quyền rồi bấm Quét lại.</source>
      <translation>Ask the administrator for permission, then press Scan again.</translation>
    </message>
    <message>
      <source>Bãi bỏ</source>
      <translation>Repealed</translation>
    </message>
    <message>
      <source>Bưu chính</source>
      <translation>By post</translation>
    </message>
    <message>
      <source>Bưu chính công ích</source>
      <translation>Public post</translation>
    </message>
    <message>
      <source>Bưu điện chuyển hoàn</source>
      <translation>Came back by post</translation>
    </message>
    <message>
      <source>Bạn chưa được giao việc {deed}.</source>
      <translation>You have not been given this duty: {deed}.</translation>
    </message>
    <message>
      <source>Bản chào cập nhật không đúng dạng.</source>
      <translation>The offer of an update has the wrong form.</translation>
    </message>
    <message>
      <source>Bản chính</source>
      <translation>Originals</translation>
    </message>
    <message>
      <source>Bản cập nhật này ({version}) không mới hơn bản đang dùng.</source>
      <translation>This update ({version}) is no newer than the version in use.</translation>
    </message>
    <message>
      <source>Bản cập nhật này dành cho hệ máy khác ({platform}).</source>
      <translation>This update is for another system ({platform}).</translation>
    </message>
    <message>
      <source>Bản cập nhật này thiếu {files} tệp mà máy chưa có, vì nó được làm cho phiên bản khác.</source>
      <translation>This update lacks {files} files that are not on this machine, for it was made for another version.</translation>
    </message>
    <message>
      <source>Bản dữ liệu chung của tỉnh không đúng chữ ký hoặc bị hỏng nên không dùng; bản đang dùng vẫn giữ nguyên.</source>
      <translation>The province's shared data has a wrong signature or is damaged and is not used; what is in use stays.</translation>
    </message>
    <message>
      <source>Bản ghi lại dưới khóa mới không khớp nên chưa đổi khóa.</source>
      <translation>What was written under the new key does not match, so the key was not changed.</translation>
    </message>
    <message>
      <source>Bản gố&amp;c thu lại</source>
      <translation>Or&amp;iginals kept</translation>
    </message>
    <message>
      <source>Bản gốc không còn ở máy này: hồ sơ đã xong, hoặc quầy khác đã quét.</source>
      <translation>The original is no longer on this machine: the dossier is closed, or another desk scanned it.</translation>
    </message>
    <message>
      <source>Bản in nằm trong hàng đợi; bấm F9 để in lại.</source>
      <translation>The slip is in the queue; press F9 to print it again.</translation>
    </message>
    <message>
      <source>Bản in vẫn được giữ; chọn khổ {offered} trong Thiết lập rồi in lại từ hồ sơ.</source>
      <translation>The slip is kept; choose {offered} in Settings, then print again from the dossier.</translation>
    </message>
    <message>
      <source>Bản lời trên biểu mẫu phải là một chuỗi JSON.</source>
      <translation>The forms' words must be a JSON string.</translation>
    </message>
    <message>
      <source>Bản mới chưa chuyển được dữ liệu sang dạng của nó; dữ liệu vẫn nguyên như trước.</source>
      <translation>The new version could not bring the data to its shape; the data are as they were.</translation>
    </message>
    <message>
      <source>Bản mới của tỉnh đã dùng ở quầy này.</source>
      <translation>The province's new edition is in use at this desk.</translation>
    </message>
    <message>
      <source>Bản mới đã được chạy thử trên một bản sao dữ liệu và không mở đúng, nên chưa được dùng.</source>
      <translation>The new version was tried on a copy of the data and did not open it as it should, so it is not used.</translation>
    </message>
    <message>
      <source>Bản nháp này do phiên bản khác lưu nên không đọc được.</source>
      <translation>This draft was saved by another version and cannot be read.</translation>
    </message>
    <message>
      <source>Bản nháp tự lưu {time}</source>
      <translation>Draft saved {time}</translation>
    </message>
    <message>
      <source>Bản nháp được giữ, mở khóa là về đúng chỗ cũ</source>
      <translation>Drafts are kept; unlocking returns to the same place</translation>
    </message>
    <message>
      <source>Bản quét</source>
      <translation>Scan</translation>
    </message>
    <message>
      <source>Bản quét chỉ gửi khi bấm Gửi ngay.</source>
      <translation>Scans go only when Send now is pressed.</translation>
    </message>
    <message>
      <source>Bản quét chờ theo giới hạn đường truyền đã đặt.</source>
      <translation>Scans wait, as the line's limits say.</translation>
    </message>
    <message>
      <source>Bản quét của hồ sơ {code} thuộc số định danh khác.</source>
      <translation>The scan of dossier {code} belongs to another personal number.</translation>
    </message>
    <message>
      <source>Bản quét gửi cả ngày.</source>
      <translation>Scans go at any hour.</translation>
    </message>
    <message>
      <source>Bản quét gửi từ {first} giờ đến {last} giờ.</source>
      <translation>Scans go from {first}:00 to {last}:00.</translation>
    </message>
    <message>
      <source>Bản quét không còn ở hồ sơ {code} nên không hoàn tác được.</source>
      <translation>The scan is no longer in dossier {code}, so this cannot be undone.</translation>
    </message>
    <message>
      <source>Bản quét này nằm ở quầy khác đang tắt, và tỉnh chưa nhận.</source>
      <translation>This scan lies at another desk that is off, and the province does not have it.</translation>
    </message>
    <message>
      <source>Bản quét này vừa có bản khác thay.</source>
      <translation>Another file has just taken this scan's place.</translation>
    </message>
    <message>
      <source>Bản quét này vừa được gỡ hoặc có bản khác thay.</source>
      <translation>This scan has just been taken off or replaced by another.</translation>
    </message>
    <message>
      <source>Bản quét đang nằm đúng ở giấy tờ này.</source>
      <translation>The scan already lies at this paper.</translation>
    </message>
    <message>
      <source>Bản quét đã gỡ chỉ lãnh đạo và người quản trị xem được.</source>
      <translation>Only leaders and administrators may look at scans that were taken off.</translation>
    </message>
    <message>
      <source>Bản quét “{title}” đã ba lần không đến tỉnh nguyên vẹn nên máy thôi gửi.</source>
      <translation>The scan “{title}” has reached the province damaged three times, so it is no longer sent.</translation>
    </message>
    <message>
      <source>Bản sao gần nhất đã kiểm tra: {time}.</source>
      <translation>Last proven copy: {time}.</translation>
    </message>
    <message>
      <source>Bản sao lưu gần nhất lúc {time}, đã đọc lại và khớp.</source>
      <translation>Last backup at {time}, read back and equal.</translation>
    </message>
    <message>
      <source>Bản sao lưu gần nhất đã từ {time}. Dữ liệu trên máy vẫn nguyên; cắm nơi sao lưu rồi bấm Sao lưu ngay.</source>
      <translation>The last backup is of {time}. The data here is whole; plug in the backup disk, then press Back up now.</translation>
    </message>
    <message>
      <source>Bản sao lưu lúc {time} có nhiều hồ sơ hơn máy này: ổ đĩa đã bị đưa về lúc trước. Số mới nay lấy ở dải khác để không trùng. Để lấy lại phần thiếu: đóng phần mềm, mở lại, chọn Khôi phục từ bản sao lưu.</source>
      <translation>The backup of {time} has more dossiers than this machine: its disk was put back to an earlier time. New numbers are now taken from another band, so that none is given twice. To get back what is missing: close the program, open it again, choose Restore from a backup.</translation>
    </message>
    <message>
      <source>Bản sao lưu này bị hỏng hoặc thiếu.</source>
      <translation>This backup is damaged or incomplete.</translation>
    </message>
    <message>
      <source>Bản sao lưu vừa ghi không khớp với dữ liệu trên máy nên không được giữ.</source>
      <translation>The new backup does not match the data here, so it was not kept.</translation>
    </message>
    <message>
      <source>Bản sao thứ hai, đã kiểm tra đọc lại được: {time}.</source>
      <translation>Second copy, read back and proven: {time}.</translation>
    </message>
    <message>
      <source>Bản sao thứ hai, ở ổ đĩa khác hoặc USB</source>
      <translation>Second copy, on another disk or USB</translation>
    </message>
    <message>
      <source>Bản sao và đối soát</source>
      <translation>Copies and account</translation>
    </message>
    <message>
      <source>Bản số {number} không mở được nên máy đã tự trở về bản này; dữ liệu vẫn nguyên.</source>
      <translation>Number {number} could not be opened, so the machine went back to this one by itself; the data are untouched.</translation>
    </message>
    <message>
      <source>Bản vẽ, trích lục A3</source>
      <translation>Drawings and map extracts, A3</translation>
    </message>
    <message>
      <source>Bản đã có biên nhận vẫn nằm ở tỉnh; thử lại sau, hoặc báo cán bộ tỉnh.</source>
      <translation>The one with a receipt still lies at the province; try again later, or tell the province's officer.</translation>
    </message>
    <message>
      <source>Bản đã ký thay bản quét trong hồ sơ. Bản chưa ký vẫn giữ. Chưa có dấu thời gian của máy chủ.</source>
      <translation>The signed file stands for the scan in its dossier. The unsigned one is kept. There is no server's timestamp.</translation>
    </message>
    <message>
      <source>Bảng kê nộp tiền</source>
      <translation>Remittance sheet</translation>
    </message>
    <message>
      <source>Bảng kê nộp tiền {day}</source>
      <translation>Remittance sheet {day}</translation>
    </message>
    <message>
      <source>Bảng kê nộp tiền đã vào hàng đợi in.</source>
      <translation>The remittance sheet is in the print queue.</translation>
    </message>
    <message>
      <source>Bảng ký của người nhận</source>
      <translation>The receiver's signature pad</translation>
    </message>
    <message>
      <source>Bảng lịch thiếu cột.</source>
      <translation>The calendar table lacks a column.</translation>
    </message>
    <message>
      <source>Bảng lịch, dòng {line}: không đúng dạng CSV.</source>
      <translation>Calendar table, line {line}: not valid CSV.</translation>
    </message>
    <message>
      <source>Bảng lịch, dòng {line}: loại ngày phải là nghi, lam_bu, nghi_bu hoặc nua_ngay.</source>
      <translation>Calendar table, line {line}: the type must be nghi, lam_bu, nghi_bu or nua_ngay.</translation>
    </message>
    <message>
      <source>Bảng lịch, dòng {line}: ngày bị lặp.</source>
      <translation>Calendar table, line {line}: the date appears twice.</translation>
    </message>
    <message>
      <source>Bảng lịch, dòng {line}: ngày không đúng dạng, ví dụ 2027-01-02 hoặc 02/01/2027.</source>
      <translation>Calendar table, line {line}: not a date, e.g. 2027-01-02 or 02/01/2027.</translation>
    </message>
    <message>
      <source>Bảng lịch, dòng {line}: thiếu tên ngày (note).</source>
      <translation>Calendar table, line {line}: the day has no name (note).</translation>
    </message>
    <message>
      <source>Bảng ngày nghỉ không đọc được: không phải một danh sách JSON.</source>
      <translation>The list of days off cannot be read: it is no JSON list.</translation>
    </message>
    <message>
      <source>Bảng ngày nghỉ, dòng {line}: không đúng dạng.</source>
      <translation>Days off, line {line}: not in the right form.</translation>
    </message>
    <message>
      <source>Bảng ngày nghỉ, dòng {line}: ngày bị lặp.</source>
      <translation>Days off, line {line}: the day is there twice.</translation>
    </message>
    <message>
      <source>Bảng đối soát cuối ngày đánh dấu từng hồ sơ: có ở máy này, ở bản sao, ở tỉnh, đủ tệp quét.</source>
      <translation>The day's account ticks each dossier: on this machine, in the copy, at the province, all scans sent.</translation>
    </message>
    <message>
      <source>Bảng đối soát đã vào hàng đợi in.</source>
      <translation>The day's account is in the print queue.</translation>
    </message>
    <message>
      <source>Bấm Ký số để ký tiếp.</source>
      <translation>Press Sign to go on.</translation>
    </message>
    <message>
      <source>Bấm Quét tiếp để quét các tờ còn lại.</source>
      <translation>Press Scan on for the sheets that are left.</translation>
    </message>
    <message>
      <source>Bấm Thử lại.</source>
      <translation>Press Try again.</translation>
    </message>
    <message>
      <source>Bấm một nút trên máy quét để đánh thức, xem lại dây mạng rồi bấm Quét tiếp.</source>
      <translation>Press a button on the scanner to wake it, check the network cable and press Continue.</translation>
    </message>
    <message>
      <source>Bấm số để gán trang đang chọn; bấm lần nữa để bỏ gán.</source>
      <translation>Press a number to give the chosen page to a paper; press it again to take it back.</translation>
    </message>
    <message>
      <source>Bấm số để gán trang đang xem; bấm lần nữa để bỏ gán.</source>
      <translation>A number assigns the page in front; the same number again takes it back.</translation>
    </message>
    <message>
      <source>Bấm “Hiện mã ghép nối” ở quầy bên kia để có mã mới.</source>
      <translation>Press “Show the pairing code” at the other desk for a new one.</translation>
    </message>
    <message>
      <source>Bấm “Hiện mã ghép nối” ở quầy ấy rồi nhập lại.</source>
      <translation>Press “Show the pairing code” at that desk and type it again.</translation>
    </message>
    <message>
      <source>Bật máy quét, cắm lại dây rồi bấm Tìm máy quét.</source>
      <translation>Switch the scanner on, plug it in again, then press Find scanners.</translation>
    </message>
    <message>
      <source>Bị từ chối</source>
      <translation>Held back</translation>
    </message>
    <message>
      <source>Bỏ các tha&amp;y đổi</source>
      <translation>Drop the &amp;changes</translation>
    </message>
    <message>
      <source>Bỏ dùng lại bản đó.</source>
      <translation>Take its use back.</translation>
    </message>
    <message>
      <source>Bỏ mật khẩu của tệp rồi bấm Chọn tệp.</source>
      <translation>Remove the file's password, then press Choose file.</translation>
    </message>
    <message>
      <source>Bỏ một số</source>
      <translation>Spoil a number</translation>
    </message>
    <message>
      <source>Bỏ số này</source>
      <translation>Spoil this number</translation>
    </message>
    <message>
      <source>Bỏ số: {reason}</source>
      <translation>Spoiled: {reason}</translation>
    </message>
    <message>
      <source>Bỏ trống cũng được; chọn và thử sau trong Thiết lập. Số của các sổ giấy đang dùng cũng khai ở đó.</source>
      <translation>May stay empty; choose and try them later in Settings, where the paper books' numbers go as well.</translation>
    </message>
    <message>
      <source>Bổ sung</source>
      <translation>Supplement</translation>
    </message>
    <message>
      <source>Bộ cài này chỉ để dùng thử: nó không nhận bản cập nhật nào. Để làm việc thật, cài bộ cài chính thức.</source>
      <translation>This set-up is for trying only: it takes no updates. For real work, install the official one.</translation>
    </message>
    <message>
      <source>Bộ cài này không mang khóa của nhà phát hành nên không nhận bản cập nhật; dùng bộ cài mới.</source>
      <translation>This installation carries no publisher's key and takes no updates; use a new set-up.</translation>
    </message>
    <message>
      <source>Bộ nhớ máy in đã đầy.</source>
      <translation>The printer's memory is full.</translation>
    </message>
    <message>
      <source>Cho máy quét tự lưu tệp vào thư mục</source>
      <translation>For scanners that save files by themselves</translation>
    </message>
    <message>
      <source>Cho quầy này &amp;làm máy chủ quầy</source>
      <translation>Make this desk the &amp;hub</translation>
    </message>
    <message>
      <source>Chuyển</source>
      <translation>Hand over</translation>
    </message>
    <message>
      <source>Chuyển bản quét</source>
      <translation>Move scans</translation>
    </message>
    <message>
      <source>Chuyển bản quét…</source>
      <translation>Move scans…</translation>
    </message>
    <message>
      <source>Chuyển hồ sơ</source>
      <translation>Hand over</translation>
    </message>
    <message>
      <source>Chuyển khoản</source>
      <translation>Bank transfer</translation>
    </message>
    <message>
      <source>Chuyển sang: {status}.</source>
      <translation>Moved to: {status}.</translation>
    </message>
    <message>
      <source>Chuyển sang…</source>
      <translation>Move to…</translation>
    </message>
    <message>
      <source>Chuyển từ sổ cũ</source>
      <translation>Carried over</translation>
    </message>
    <message>
      <source>Chuyển và in biên bản</source>
      <translation>Hand over and print</translation>
    </message>
    <message>
      <source>Chép lại tệp keys.json từ bản sao lưu gần nhất.</source>
      <translation>Copy keys.json again from the latest backup.</translation>
    </message>
    <message>
      <source>Chép lại tệp rồi bấm Chọn tệp.</source>
      <translation>Copy the file again, then press Choose file.</translation>
    </message>
    <message>
      <source>Chép lại tệp rồi thử lại.</source>
      <translation>Copy the file again and try once more.</translation>
    </message>
    <message>
      <source>Chép lại tệp từ USB, hoặc xin nơi gửi xuất lại.</source>
      <translation>Copy the file from the stick again, or ask the sender to export it again.</translation>
    </message>
    <message>
      <source>Chép lại tệp ấy, hoặc khôi phục từ bản sao lưu vào một thư mục trống.</source>
      <translation>Copy that file back, or restore a backup into an empty folder.</translation>
    </message>
    <message>
      <source>Chép lại từ nơi gửi.</source>
      <translation>Copy it again from where it was sent.</translation>
    </message>
    <message>
      <source>Chênh lệch</source>
      <translation>Difference</translation>
    </message>
    <message>
      <source>Chính chủ</source>
      <translation>Owner</translation>
    </message>
    <message>
      <source>Chưa biết khóa của quầy này nên chưa nói được biên nhận {code} là thật hay giả.</source>
      <translation>The key of that desk is not known here, so whether slip {code} is genuine cannot be said yet.</translation>
    </message>
    <message>
      <source>Chưa biết nơi cấp: người ký không có trong danh sách tin cậy của quầy này.</source>
      <translation>Issuer not known: the signer is not on this desk's trust list.</translation>
    </message>
    <message>
      <source>Chưa biết nơi cấp: quầy này chưa có danh sách tin cậy (Thiết lập, Chữ ký số).</source>
      <translation>Issuer not known: this desk has no trust list (Settings, Digital signatures).</translation>
    </message>
    <message>
      <source>Chưa chắc mã PIN thì dừng ở đây và hỏi nơi cấp.</source>
      <translation>If you are not sure of the PIN, stop here and ask the issuer.</translation>
    </message>
    <message>
      <source>Chưa chọn bản quét nào.</source>
      <translation>No scan is chosen yet.</translation>
    </message>
    <message>
      <source>Chưa chọn giấy tờ cần bổ sung.</source>
      <translation>No papers are chosen to ask for.</translation>
    </message>
    <message>
      <source>Chưa chọn hồ sơ nhận.</source>
      <translation>No receiving dossier is chosen yet.</translation>
    </message>
    <message>
      <source>Chưa chọn máy in</source>
      <translation>No printer chosen</translation>
    </message>
    <message>
      <source>Chưa chọn máy in. Chọn ở Thiết lập, mục Máy in, rồi in lại.</source>
      <translation>No printer is chosen. Choose one in Settings, Printer, then print again.</translation>
    </message>
    <message>
      <source>Chưa chọn máy in. Giấy hẹn chờ trong hàng đợi in; chọn máy in trong Thiết lập.</source>
      <translation>No printer chosen. Slips wait in the queue; choose a printer in Settings.</translation>
    </message>
    <message>
      <source>Chưa chọn máy in. Phiếu vẫn được giữ trong hàng đợi.</source>
      <translation>No printer chosen. Slips are kept in the queue.</translation>
    </message>
    <message>
      <source>Chưa chọn máy quét. Vẫn nhập được tệp có sẵn; chọn máy quét trong Thiết lập.</source>
      <translation>No scanner chosen. Files can still be imported; choose a scanner in Settings.</translation>
    </message>
    <message>
      <source>Chưa chọn người hoặc cơ quan nhận.</source>
      <translation>No person or office was chosen to receive it.</translation>
    </message>
    <message>
      <source>Chưa chọn nơi sao lưu. Chọn trong Thiết lập, mục Sao lưu.</source>
      <translation>No backup folder chosen. Choose one in Settings, Backup.</translation>
    </message>
    <message>
      <source>Chưa chọn thủ tục.</source>
      <translation>No procedure chosen.</translation>
    </message>
    <message>
      <source>Chưa có biểu mẫu “{slug}” trong danh mục biểu mẫu.</source>
      <translation>There is no form “{slug}” in the list of forms.</translation>
    </message>
    <message>
      <source>Chưa có bản quét</source>
      <translation>No scans</translation>
    </message>
    <message>
      <source>Chưa có bản sao lưu nào.</source>
      <translation>There is no backup yet.</translation>
    </message>
    <message>
      <source>Chưa có bản sao lưu nào. Chọn nơi sao lưu trong Thiết lập, rồi bấm Sao lưu ngay.</source>
      <translation>There is no backup yet. Choose a folder in Settings, then press Back up now.</translation>
    </message>
    <message>
      <source>Chưa có chứng thư nào: mọi chữ ký sẽ ghi “chưa biết nơi cấp”.</source>
      <translation>No certificate yet: every signature will say “issuer not known”.</translation>
    </message>
    <message>
      <source>Chưa có dữ liệu ở thư mục này.</source>
      <translation>There is no data in this folder.</translation>
    </message>
    <message>
      <source>Chưa có giờ làm việc.</source>
      <translation>The working hours are missing.</translation>
    </message>
    <message>
      <source>Chưa có họ tên người nhận kết quả.</source>
      <translation>The receiver's name is missing.</translation>
    </message>
    <message>
      <source>Chưa có họ tên người quản trị.</source>
      <translation>The administrator's name is missing.</translation>
    </message>
    <message>
      <source>Chưa có họ và tên.</source>
      <translation>The full name is missing.</translation>
    </message>
    <message>
      <source>Chưa có hồ sơ nào trong khoảng này.</source>
      <translation>No dossiers in this span.</translation>
    </message>
    <message>
      <source>Chưa có hồ sơ nào ở quầy này.</source>
      <translation>There is no dossier at this desk yet.</translation>
    </message>
    <message>
      <source>Chưa có khóa phục hồi trên giấy.</source>
      <translation>There is no recovery key on paper yet.</translation>
    </message>
    <message>
      <source>Chưa có kết quả</source>
      <translation>No result yet</translation>
    </message>
    <message>
      <source>Chưa có máy quét</source>
      <translation>No scanner yet</translation>
    </message>
    <message>
      <source>Chưa có máy quét. Bấm Tìm máy quét, hoặc nhập tệp có sẵn.</source>
      <translation>No scanner yet. Press Find scanners, or import files.</translation>
    </message>
    <message>
      <source>Chưa có mã ghi danh. Mã dùng một lần, do cán bộ tỉnh cấp.</source>
      <translation>The one-time code is missing. The province gives it.</translation>
    </message>
    <message>
      <source>Chưa có ngày hẹn</source>
      <translation>No due date</translation>
    </message>
    <message>
      <source>Chưa có nhật ký nào ở máy này.</source>
      <translation>There is no log on this machine yet.</translation>
    </message>
    <message>
      <source>Chưa có phiếu nào để in lại.</source>
      <translation>There is no slip to print again.</translation>
    </message>
    <message>
      <source>Chưa có trang nào để gắn vào hồ sơ.</source>
      <translation>There are no pages to attach yet.</translation>
    </message>
    <message>
      <source>Chưa có tài khoản nhận phí, lệ phí.</source>
      <translation>There is no account for fees yet.</translation>
    </message>
    <message>
      <source>Chưa có tài khoản nhận tiền trong Thiết lập nên không có mã VietQR.</source>
      <translation>Settings name no account to pay to, so there is no VietQR.</translation>
    </message>
    <message>
      <source>Chưa có tên cơ quan.</source>
      <translation>The office's name is missing.</translation>
    </message>
    <message>
      <source>Chưa có tên người dùng.</source>
      <translation>The name is missing.</translation>
    </message>
    <message>
      <source>Chưa có địa chỉ máy chủ tỉnh.</source>
      <translation>The server's address is missing.</translation>
    </message>
    <message>
      <source>Chưa ghi</source>
      <translation>Not stated</translation>
    </message>
    <message>
      <source>Chưa ghi gì. Xem từng thay đổi rồi bấm Dùng danh mục mới.</source>
      <translation>Nothing is written yet. Look at each change, then press Use the new catalogue.</translation>
    </message>
    <message>
      <source>Chưa ghi gì; xem lại thay đổi rồi dùng.</source>
      <translation>Nothing is written; look at the changes again, then use it.</translation>
    </message>
    <message>
      <source>Chưa ghi lý do bỏ số.</source>
      <translation>The reason for leaving the number out is missing.</translation>
    </message>
    <message>
      <source>Chưa ghi lý do chưa nhận hồ sơ.</source>
      <translation>The reason for not taking it in is missing.</translation>
    </message>
    <message>
      <source>Chưa ghi lý do chậm trả.</source>
      <translation>The reason for the delay is missing.</translation>
    </message>
    <message>
      <source>Chưa ghi lý do gỡ bản quét.</source>
      <translation>The reason for taking the scan off is missing.</translation>
    </message>
    <message>
      <source>Chưa ghi lý do hoàn tiền.</source>
      <translation>The reason for the refund is missing.</translation>
    </message>
    <message>
      <source>Chưa ghi lý do hủy biên lai.</source>
      <translation>The reason for voiding the receipt is missing.</translation>
    </message>
    <message>
      <source>Chưa ghi lý do hủy tiếp nhận.</source>
      <translation>The reason for voiding is missing.</translation>
    </message>
    <message>
      <source>Chưa ghi lý do mở lại.</source>
      <translation>The reason for reopening is missing.</translation>
    </message>
    <message>
      <source>Chưa ghi lý do yêu cầu bổ sung.</source>
      <translation>The reason for the supplement request is missing.</translation>
    </message>
    <message>
      <source>Chưa ghi lý do.</source>
      <translation>The reason is missing.</translation>
    </message>
    <message>
      <source>Chưa ghi mã vận đơn bưu điện.</source>
      <translation>The parcel's tracking number is missing.</translation>
    </message>
    <message>
      <source>Chưa ghi người ký chứng thực.</source>
      <translation>Who signed the certification is missing.</translation>
    </message>
    <message>
      <source>Chưa ghi nội dung ghi chú.</source>
      <translation>The note is empty.</translation>
    </message>
    <message>
      <source>Chưa ghi quyển số.</source>
      <translation>The volume is missing.</translation>
    </message>
    <message>
      <source>Chưa ghi số chứng từ nộp tiền.</source>
      <translation>The number of the payment document is missing.</translation>
    </message>
    <message>
      <source>Chưa ghi số thông báo lịch nghỉ.</source>
      <translation>The number of the holiday notice is missing.</translation>
    </message>
    <message>
      <source>Chưa ghi số thông báo nộp tiền.</source>
      <translation>The number of the payment notice is missing.</translation>
    </message>
    <message>
      <source>Chưa ghi địa chỉ nhận.</source>
      <translation>The address is missing.</translation>
    </message>
    <message>
      <source>Chưa gắn được; dữ liệu vẫn được bảo vệ bằng mật khẩu của từng người.</source>
      <translation>It could not be tied; the data are still protected by each person’s password.</translation>
    </message>
    <message>
      <source>Chưa gắn. Dữ liệu được bảo vệ bằng mật khẩu của từng người.</source>
      <translation>Not tied. The data are protected by each person’s password.</translation>
    </message>
    <message>
      <source>Chưa gửi</source>
      <translation>Unsent</translation>
    </message>
    <message>
      <source>Chưa gửi lần nào từ lúc mở quầy.</source>
      <translation>Nothing sent since the desk was opened.</translation>
    </message>
    <message>
      <source>Chưa in tờ khóa phục hồi. Quên hết mật khẩu thì không ai mở được dữ liệu.</source>
      <translation>No recovery sheet was printed yet. If every password is forgotten, nobody can open the data.</translation>
    </message>
    <message>
      <source>Chưa in được</source>
      <translation>Not printed</translation>
    </message>
    <message>
      <source>Chưa kiểm tra {count} giấy tờ</source>
      <translation>Papers not checked: {count}</translation>
    </message>
    <message>
      <source>Chưa kết nối tỉnh</source>
      <translation>Not joined to the province</translation>
    </message>
    <message>
      <source>Chưa kết nối được máy chủ quầy.</source>
      <translation>The hub cannot be reached.</translation>
    </message>
    <message>
      <source>Chưa lấy lại được tệp quét này.</source>
      <translation>This scan could not be fetched back.</translation>
    </message>
    <message>
      <source>Chưa mở hồ sơ nào</source>
      <translation>No dossier open</translation>
    </message>
    <message>
      <source>Chưa mở và chưa nhận gì từ tệp.</source>
      <translation>Nothing was opened or taken from the file.</translation>
    </message>
    <message>
      <source>Chưa nhận gì từ tệp.</source>
      <translation>Nothing was taken from the file.</translation>
    </message>
    <message>
      <source>Chưa nhận hồ sơ. Phiếu hướng dẫn đã vào hàng đợi in.</source>
      <translation>Not received. The guidance slip is in the print queue.</translation>
    </message>
    <message>
      <source>Chưa nhận, in phiếu hướng dẫn</source>
      <translation>Not yet: print guidance</translation>
    </message>
    <message>
      <source>Chưa nối được tới Cổng DVCQG.</source>
      <translation>The national portal cannot be reached.</translation>
    </message>
    <message>
      <source>Chưa nối được với máy in.</source>
      <translation>The printer cannot be reached yet.</translation>
    </message>
    <message>
      <source>Chưa rõ hồ sơ</source>
      <translation>Unknown dossier</translation>
    </message>
    <message>
      <source>Chưa sao lưu được: nơi sao lưu đã đầy hoặc không ghi được.</source>
      <translation>Not backed up: the backup folder is full or cannot be written.</translation>
    </message>
    <message>
      <source>Chưa thiết lập văn phòng.</source>
      <translation>The office is not set up.</translation>
    </message>
    <message>
      <source>Chưa thu</source>
      <translation>Not paid</translation>
    </message>
    <message>
      <source>Chưa thấy USB token nào.</source>
      <translation>No USB token is plugged in.</translation>
    </message>
    <message>
      <source>Chưa thấy máy chụp. Cắm máy chụp rồi bấm Đổi máy chụp, hoặc chọn ảnh chụp thẻ.</source>
      <translation>No camera found. Plug the camera in and press Change camera, or choose a photo of the card.</translation>
    </message>
    <message>
      <source>Chưa thấy máy quét nào. Bật máy, cắm lại dây rồi bấm Tìm máy quét.</source>
      <translation>No scanner found. Turn it on, check its cable and press Find scanners.</translation>
    </message>
    <message>
      <source>Chưa thấy tesseract ở máy này nên chưa đọc chữ. Nhờ người phụ trách máy cài kèm tiếng Việt.</source>
      <translation>tesseract was not found on this machine, so print is not read yet. Ask whoever looks after the machine to install it with Vietnamese.</translation>
    </message>
    <message>
      <source>Chưa thấy thư viện nào ở nơi thường lệ. Ghi đường dẫn tệp đi kèm token.</source>
      <translation>No library lies in the usual places. Enter the path of the file that came with the token.</translation>
    </message>
    <message>
      <source>Chưa thấy đầu đọc nào ở cổng nối tiếp.</source>
      <translation>No reader found on a serial port.</translation>
    </message>
    <message>
      <source>Chưa thấy đầu đọc ở cổng này. Đầu đọc kiểu bàn phím vẫn dùng được: quét một mã để thử.</source>
      <translation>No reader at this port. A keyboard-type reader works as well: scan a code to try it.</translation>
    </message>
    <message>
      <source>Chưa trang nào được in hay ghi.</source>
      <translation>No page was printed or saved.</translation>
    </message>
    <message>
      <source>Chưa tệp nào được ghi.</source>
      <translation>No file was written.</translation>
    </message>
    <message>
      <source>Chưa xác minh</source>
      <translation>Not verified</translation>
    </message>
    <message>
      <source>Chưa đăng ký dải biên lai. Tiền thu ra PHIẾU THU NỘI BỘ, không thay biên lai.</source>
      <translation>No series of receipts is registered. Money is taken on internal receipts, which do not stand for a fee receipt.</translation>
    </message>
    <message>
      <source>Chưa đọc được gì từ thẻ.</source>
      <translation>Nothing was read from the card.</translation>
    </message>
    <message>
      <source>Chương t&amp;rình đọc chữ (tesseract)</source>
      <translation>Progra&amp;m that reads print (tesseract)</translation>
    </message>
    <message>
      <source>Chạy thiết lập lần đầu, hoặc chọn đúng thư mục.</source>
      <translation>Run the first set-up, or choose the right folder.</translation>
    </message>
    <message>
      <source>Chỉ gửi bản quét khi bấm Gửi ngay</source>
      <translation>Send scans only when Send now is pressed</translation>
    </message>
    <message>
      <source>Chỉ lãnh đạo và người quản trị xem được.</source>
      <translation>Only leaders and administrators may look at it.</translation>
    </message>
    <message>
      <source>Chỉ lưu ở quầy này, không gửi đi đâu. Không ai sửa hay xóa được dòng nào.</source>
      <translation>Kept at this desk only and never sent. Nobody can change or delete a line.</translation>
    </message>
    <message>
      <source>Chỉ người quản trị được thêm hoặc xóa người dùng.</source>
      <translation>Only an administrator may add or remove people.</translation>
    </message>
    <message>
      <source>Chỉ người quản trị được {deed}.</source>
      <translation>Only an administrator may {deed}.</translation>
    </message>
    <message>
      <source>Chỉ người quản trị được đổi khóa dữ liệu.</source>
      <translation>Only an administrator may change the data key.</translation>
    </message>
    <message>
      <source>Chỉ nhận tệp JPEG, PNG, TIFF hoặc PDF.</source>
      <translation>Only JPEG, PNG, TIFF or PDF files are taken.</translation>
    </message>
    <message>
      <source>Chỉ số</source>
      <translation>Indicator</translation>
    </message>
    <message>
      <source>Chỉ số QĐ 766 {span}</source>
      <translation>Indicators of Decision 766 {span}</translation>
    </message>
    <message>
      <source>Chỉ số theo QĐ 766</source>
      <translation>Indicators of Decision 766</translation>
    </message>
    <message>
      <source>Chỉ sửa được trang chưa lưu và chưa chia cho hồ sơ khác.</source>
      <translation>Only pages that are not saved yet and not shared out to another dossier can be edited.</translation>
    </message>
    <message>
      <source>Chỉ xác nhận khi máy ấy không bao giờ dùng lại. Từ ngày mai quầy này cấp dải 0001–4999; nếu máy ấy còn cấp số, hai hồ sơ sẽ trùng số.</source>
      <translation>Confirm only if that machine will never be used again. From tomorrow this desk gives out 0001–4999; if that machine still gives numbers, two dossiers will share one.</translation>
    </message>
    <message>
      <source>Chỉ đọc được mã vạch {code}, không đọc được mã QR: có thể là tờ dẫn, cũng có thể là giấy cũ.</source>
      <translation>Only the bar code {code} was read, not the QR: it may be a leading sheet, or an old slip.</translation>
    </message>
    <message>
      <source>Chỉ đổi khi chương trình khác đã dùng cổng ấy</source>
      <translation>Only to be changed where another program uses it</translation>
    </message>
    <message>
      <source>Chọn &amp;tệp…</source>
      <translation>Choose &amp;file…</translation>
    </message>
    <message>
      <source>Chọn USB để xuất</source>
      <translation>Choose the USB stick to export to</translation>
    </message>
    <message>
      <source>Chọn bản sao lưu trước đó.</source>
      <translation>Choose the backup before it.</translation>
    </message>
    <message>
      <source>Chọn chứng thư khác, hoặc hỏi nơi cấp.</source>
      <translation>Choose another certificate, or ask the issuer.</translation>
    </message>
    <message>
      <source>Chọn cách nộp: tiền mặt, chuyển khoản hoặc trực tuyến.</source>
      <translation>Choose how it is paid: cash, transfer or online.</translation>
    </message>
    <message>
      <source>Chọn giấy tờ khác.</source>
      <translation>Choose another paper.</translation>
    </message>
    <message>
      <source>Chọn hết, bỏ hết</source>
      <translation>Tick all or none</translation>
    </message>
    <message>
      <source>Chọn khoảng ngày khác.</source>
      <translation>Choose other days.</translation>
    </message>
    <message>
      <source>Chọn khoảng ngày ngắn hơn.</source>
      <translation>Choose fewer days.</translation>
    </message>
    <message>
      <source>Chọn khổ giấy khác, hoặc đặt tờ đó lên mặt kính rồi bấm Quét tiếp.</source>
      <translation>Choose another paper size, or lay the sheet on the glass and press Continue.</translation>
    </message>
    <message>
      <source>Chọn khổ giấy trong Thiết lập rồi in lại từ hồ sơ.</source>
      <translation>Choose the paper in the settings, then print it again from the dossier.</translation>
    </message>
    <message>
      <source>Chọn kiểu quét hoặc nguồn giấy khác rồi bấm Quét.</source>
      <translation>Choose another profile or paper source, then press Scan.</translation>
    </message>
    <message>
      <source>Chọn lại máy in trong Thiết lập.</source>
      <translation>Choose the printer again in Settings.</translation>
    </message>
    <message>
      <source>Chọn lại trong Thiết lập.</source>
      <translation>Choose again in the settings.</translation>
    </message>
    <message>
      <source>Chọn mật khẩu của riêng bạn</source>
      <translation>Choose a password of your own</translation>
    </message>
    <message>
      <source>Chọn một bản sao lưu trước.</source>
      <translation>Choose a backup first.</translation>
    </message>
    <message>
      <source>Chọn một mật khẩu khác, chỉ mình bạn biết.</source>
      <translation>Choose another one that only you know.</translation>
    </message>
    <message>
      <source>Chọn một thư mục khác.</source>
      <translation>Choose another folder.</translation>
    </message>
    <message>
      <source>Chọn một thư mục trên ổ đĩa của chính máy này.</source>
      <translation>Choose a folder on this machine's own disk.</translation>
    </message>
    <message>
      <source>Chọn một thư mục trống.</source>
      <translation>Choose an empty folder.</translation>
    </message>
    <message>
      <source>Chọn một trang trong chồng để xem.</source>
      <translation>Choose a page of the stack to look at it.</translation>
    </message>
    <message>
      <source>Chọn một tên khác.</source>
      <translation>Choose another name.</translation>
    </message>
    <message>
      <source>Chọn nhiều</source>
      <translation>Pick several</translation>
    </message>
    <message>
      <source>Chọn nhận có điều kiện, hoặc chưa nhận.</source>
      <translation>Choose to receive on condition, or not yet.</translation>
    </message>
    <message>
      <source>Chọn nơi khác.</source>
      <translation>Choose another place.</translation>
    </message>
    <message>
      <source>Chọn quầy vừa tìm thấy, rồi nhập mã hiện trên quầy ấy.</source>
      <translation>Choose a desk that was found, then type the code it shows.</translation>
    </message>
    <message>
      <source>Chọn số quyển khác.</source>
      <translation>Choose another volume.</translation>
    </message>
    <message>
      <source>Chọn thư mục có tệp keys.json và desk.db.</source>
      <translation>Choose the folder that holds keys.json and desk.db.</translation>
    </message>
    <message>
      <source>Chọn thư mục sao lưu trước.</source>
      <translation>Choose the backup folder first.</translation>
    </message>
    <message>
      <source>Chọn thư mục sao lưu ở mục Sao lưu trước.</source>
      <translation>Choose the backup folder under Backup first.</translation>
    </message>
    <message>
      <source>Chọn trang trong danh sách trước, rồi quét hoặc gõ mã hồ sơ nhận trang.</source>
      <translation>Choose pages in the list first, then scan or type the code of the dossier that takes them.</translation>
    </message>
    <message>
      <source>Chọn tệp biên nhận</source>
      <translation>Choose the receipt files</translation>
    </message>
    <message>
      <source>Chọn tệp thuộc các loại này.</source>
      <translation>Choose a file of these kinds.</translation>
    </message>
    <message>
      <source>Chọn ảnh chụp thẻ…</source>
      <translation>Choose a photo of the card…</translation>
    </message>
    <message>
      <source>Chọn “dùng lại bản đã số hóa” để gắn bản quét ấy vào hồ sơ này</source>
      <translation>Choose “copy used again” to attach that scan to this dossier</translation>
    </message>
    <message>
      <source>Chồng biên nhận</source>
      <translation>Pile of slips</translation>
    </message>
    <message>
      <source>Chồng giấy</source>
      <translation>The stack</translation>
    </message>
    <message>
      <source>Chỗ này cần một con số.</source>
      <translation>This needs a number.</translation>
    </message>
    <message>
      <source>Chỗ điền dùng được: {known}.</source>
      <translation>Blanks it may have: {known}.</translation>
    </message>
    <message>
      <source>Chỗ để hồ sơ</source>
      <translation>Kept at</translation>
    </message>
    <message>
      <source>Chờ bổ sung</source>
      <translation>Awaiting supplement</translation>
    </message>
    <message>
      <source>Chờ bổ sung / nghĩa vụ</source>
      <translation>Waiting for citizen</translation>
    </message>
    <message>
      <source>Chờ gửi</source>
      <translation>To send</translation>
    </message>
    <message>
      <source>Chờ máy xong việc rồi bấm Quét lại.</source>
      <translation>Wait until it is done, then press Scan again.</translation>
    </message>
    <message>
      <source>Chờ nghĩa vụ tài chính</source>
      <translation>Awaiting payment</translation>
    </message>
    <message>
      <source>Chờ người dân</source>
      <translation>Waiting for the citizen</translation>
    </message>
    <message>
      <source>Chờ người dân tới nhận</source>
      <translation>Waiting to be fetched</translation>
    </message>
    <message>
      <source>Chờ sau tờ đang hỏi</source>
      <translation>Waiting behind the question</translation>
    </message>
    <message>
      <source>Chờ đến lấy, tính cả ngày nghỉ</source>
      <translation>Waiting to be fetched, days off included</translation>
    </message>
    <message>
      <source>Chụp gần hơn, đủ sáng, không lóa rồi thử lại, hoặc nhập tay.</source>
      <translation>Take it from nearer, in good light and without glare, and try again, or type by hand.</translation>
    </message>
    <message>
      <source>Chủ Nhật</source>
      <translation>Sunday</translation>
    </message>
    <message>
      <source>Chủ hồ sơ</source>
      <translation>Owner</translation>
    </message>
    <message>
      <source>Chủ hồ sơ: {name}</source>
      <translation>Owner: {name}</translation>
    </message>
    <message>
      <source>Chứng chỉ (CA) của tỉnh</source>
      <translation>Province certificate (CA)</translation>
    </message>
    <message>
      <source>Chứng chỉ của máy chủ không đúng với chứng chỉ đã ghim, nên không gửi gì.</source>
      <translation>The server's certificate is not the pinned one, so nothing was sent.</translation>
    </message>
    <message>
      <source>Chứng chỉ của máy chủ tỉnh chỉ còn đến {time}. Báo bộ phận kỹ thuật của tỉnh.</source>
      <translation>The certificate of the province’s server holds only until {time}. Tell the province’s technicians.</translation>
    </message>
    <message>
      <source>Chứng chỉ của máy chủ tỉnh còn đến {time}.</source>
      <translation>The certificate of the province’s server holds until {time}.</translation>
    </message>
    <message>
      <source>Chứng chỉ của máy chủ tỉnh đã hết hạn từ {time}. Hồ sơ vẫn lưu trên máy này; báo bộ phận kỹ thuật của tỉnh, hoặc gửi bằng USB.</source>
      <translation>The certificate of the province’s server ended at {time}. Dossiers are still kept on this machine; tell the province’s technicians, or send by USB.</translation>
    </message>
    <message>
      <source>Chứng chỉ của địa chỉ này không tin được nên không gửi gì.</source>
      <translation>This address has a certificate that cannot be trusted, so nothing was sent.</translation>
    </message>
    <message>
      <source>Chứng minh nhân dân</source>
      <translation>Old ID card</translation>
    </message>
    <message>
      <source>Chứng thư số này chưa đến ngày có hiệu lực.</source>
      <translation>This certificate is not valid yet.</translation>
    </message>
    <message>
      <source>Chứng thư số này không được cấp để ký.</source>
      <translation>This certificate was not issued for signing.</translation>
    </message>
    <message>
      <source>Chứng thư số này đã hết hạn nên không ký được.</source>
      <translation>This certificate has expired and cannot sign.</translation>
    </message>
    <message>
      <source>Chứng thư đã hết hạn ngày {day}.</source>
      <translation>The certificate expired on {day}.</translation>
    </message>
    <message>
      <source>Chứng thực</source>
      <translation>Certified</translation>
    </message>
    <message>
      <source>Chứng thực, in và trả ngay</source>
      <translation>Certify, print, hand over</translation>
    </message>
    <message>
      <source>Chữ có dấu trên thẻ mẫu bị hỏng. Đặt đầu đọc về USB-COM và UTF-8 theo tờ cài đặt.</source>
      <translation>Letters with marks on the sample card are damaged. Set the reader to USB-COM and UTF-8 as the set-up sheet says.</translation>
    </message>
    <message>
      <source>Chữ ký chưa được lưu cùng hồ sơ.</source>
      <translation>The signature was not kept with the dossier.</translation>
    </message>
    <message>
      <source>Chữ ký của bản cập nhật không đúng: tệp bị sửa, hoặc do nơi khác làm.</source>
      <translation>The update's signature is wrong: the file was altered, or made by somebody else.</translation>
    </message>
    <message>
      <source>Chữ ký của tệp không đúng: tệp bị sửa trên đường, hoặc do nơi khác tạo.</source>
      <translation>The file's signature is wrong: it was altered on the way, or somebody else made it.</translation>
    </message>
    <message>
      <source>Chữ ký không đúng, hoặc dùng thuật toán quá cũ. Coi như chưa ký, và xin lại bản gốc.</source>
      <translation>The signature is wrong, or made by too old an algorithm. Take it as unsigned and ask for the original.</translation>
    </message>
    <message>
      <source>Chữ ký không đúng.</source>
      <translation>The signature is wrong.</translation>
    </message>
    <message>
      <source>Chữ ký không đúng: mã trên biên nhận đã bị sửa hoặc không do bộ phận một cửa nào ký.</source>
      <translation>The signature is wrong: the code on the slip was altered, or no one-stop office signed it.</translation>
    </message>
    <message>
      <source>Chữ ký không đúng: tệp đã bị sửa sau khi ký. Xin lại bản gốc.</source>
      <translation>The signature is wrong: the file was altered after signing. Ask for the original.</translation>
    </message>
    <message>
      <source>Chữ ký người nhận</source>
      <translation>Receiver's signature</translation>
    </message>
    <message>
      <source>Chữ ký người nhận là chứng cứ của lần trả kết quả nên không gỡ được.</source>
      <translation>The receiver's signature is evidence of the handover and cannot be taken off.</translation>
    </message>
    <message>
      <source>Chữ ký số</source>
      <translation>Digital signatures</translation>
    </message>
    <message>
      <source>Chữ ký trong mã của biên nhận không đúng.</source>
      <translation>The signature in the code of this slip is wrong.</translation>
    </message>
    <message>
      <source>Chữ ký đúng của {office}, quầy {slot}, hồ sơ {code}; nhưng khóa của quầy đã bị thu hồi ngày {day}, sau ngày ghi trên biên nhận.</source>
      <translation>Rightly signed by {office}, desk {slot}, dossier {code}; but the desk's key was revoked on {day}, after the day on the slip.</translation>
    </message>
    <message>
      <source>Chữ ký đúng, nhưng biên nhận {code} không cấp cho người có tên này.</source>
      <translation>Rightly signed, but slip {code} was not issued to a person of this name.</translation>
    </message>
    <message>
      <source>Cuộn giấy của máy in sắp hết.</source>
      <translation>The printer's roll is nearly used up.</translation>
    </message>
    <message>
      <source>Cài phần mềm đi kèm token, rồi chọn lại thư viện ở Thiết lập, Chữ ký số.</source>
      <translation>Install the software that came with the token, then choose its library in Settings, Digital signatures.</translation>
    </message>
    <message>
      <source>Các biểu mẫu: {known}.</source>
      <translation>Forms: {known}.</translation>
    </message>
    <message>
      <source>Các bản sao lưu</source>
      <translation>The backups</translation>
    </message>
    <message>
      <source>Các câu của biểu mẫu: {known}.</source>
      <translation>Sentences of the form: {known}.</translation>
    </message>
    <message>
      <source>Các cột theo Biểu 06/VPCP/KSTT.</source>
      <translation>Columns as in Form 06/VPCP/KSTT.</translation>
    </message>
    <message>
      <source>Các hồ sơ đã nhận vẫn an toàn; nối lại máy chủ quầy hoặc báo quản trị để cấp số tiếp.</source>
      <translation>Dossiers already received are safe; reconnect the desk server or ask the administrator for more numbers.</translation>
    </message>
    <message>
      <source>Các lần kiểm quỹ</source>
      <translation>Counts of cash</translation>
    </message>
    <message>
      <source>Các lần kiểm quỹ trong 31 ngày qua</source>
      <translation>Counts of cash in the last 31 days</translation>
    </message>
    <message>
      <source>Các mã trên tờ này không khớp nhau.</source>
      <translation>The codes on this sheet do not agree.</translation>
    </message>
    <message>
      <source>Các mẫu khác vẫn ra máy in A4/A5.</source>
      <translation>All other forms go to the A4/A5 printer.</translation>
    </message>
    <message>
      <source>Các mục dùng được: {known}.</source>
      <translation>Keys it may have: {known}.</translation>
    </message>
    <message>
      <source>Các quyển sổ</source>
      <translation>The books</translation>
    </message>
    <message>
      <source>Các quầy của đơn vị</source>
      <translation>The desks of this office</translation>
    </message>
    <message>
      <source>Các quầy, máy chủ quầy</source>
      <translation>Desks and hub</translation>
    </message>
    <message>
      <source>Các số trong sổ</source>
      <translation>Numbers of the book</translation>
    </message>
    <message>
      <source>Các trang</source>
      <translation>Pages</translation>
    </message>
    <message>
      <source>Các trang khác vẫn còn nguyên.</source>
      <translation>The other pages are whole.</translation>
    </message>
    <message>
      <source>Các trang đã quét vẫn còn nguyên.</source>
      <translation>Pages already scanned are kept.</translation>
    </message>
    <message>
      <source>Các tờ này có chữ ký đúng của cùng một máy, nhưng danh sách của tỉnh chưa có máy ấy. Chỉ nhận khi chắc đây là chồng liên lưu của quầy mình; tên bạn được ghi vào nhật ký.</source>
      <translation>These sheets are rightly signed by one and the same machine, but the province's list does not name it. Accept them only when you are sure that this is your own desk's pile of office copies; your name goes into the journal.</translation>
    </message>
    <message>
      <source>Cách nộp</source>
      <translation>Way of paying</translation>
    </message>
    <message>
      <source>Cách thu</source>
      <translation>Payment</translation>
    </message>
    <message>
      <source>Cán bộ</source>
      <translation>Clerk</translation>
    </message>
    <message>
      <source>Cán bộ tiếp nhận</source>
      <translation>Clerk</translation>
    </message>
    <message>
      <source>Cán bộ tỉnh đã xem việc này và không áp dụng.</source>
      <translation>An officer of the province has looked at this deed and not applied it.</translation>
    </message>
    <message>
      <source>Câu chữ riêng của cơ quan</source>
      <translation>The office's own words</translation>
    </message>
    <message>
      <source>Còn giấy trong khay thì bấm Quét tiếp.</source>
      <translation>If there is paper left in the feeder, press Continue.</translation>
    </message>
    <message>
      <source>Còn giữ (đ)</source>
      <translation>Kept (VND)</translation>
    </message>
    <message>
      <source>Còn lại</source>
      <translation>Left</translation>
    </message>
    <message>
      <source>Còn phải thu {owed}</source>
      <translation>Still to pay: {owed}</translation>
    </message>
    <message>
      <source>Còn thiếu: {papers}.</source>
      <translation>Still missing: {papers}.</translation>
    </message>
    <message>
      <source>Còn {deeds} việc và {scans} tệp quét chỉ có trên máy này.</source>
      <translation>{deeds} deeds and {scans} scans are on this machine only.</translation>
    </message>
    <message>
      <source>Còn {size} MB bản quét chờ: {reason}.</source>
      <translation>{size} MB of scans wait: {reason}.</translation>
    </message>
    <message>
      <source>Còn {tries_left} lần thử.</source>
      <translation>Tries left: {tries_left}.</translation>
    </message>
    <message>
      <source>Có bản quét chưa được lưu xuống đĩa nên chưa gắn vào hồ sơ.</source>
      <translation>A scan was not saved to disk, so it is not attached yet.</translation>
    </message>
    <message>
      <source>Có giấy tờ lấy từ kho dữ liệu hoặc kết quả đã số hóa, trên số tiếp nhận trong kỳ.</source>
      <translation>With papers taken from a data store or a digitised result, out of those received in the span.</translation>
    </message>
    <message>
      <source>Có hiệu &amp;lực từ ngày</source>
      <translation>In &amp;force from</translation>
    </message>
    <message>
      <source>Có kết quả</source>
      <translation>Result ready</translation>
    </message>
    <message>
      <source>Có kết quả, mời công dân đến nhận.</source>
      <translation>The result is here; invite the citizen to collect it.</translation>
    </message>
    <message>
      <source>Có người bấm dừng trên máy quét.</source>
      <translation>Somebody pressed stop on the scanner.</translation>
    </message>
    <message>
      <source>Có người quản trị ở đây: nhờ đặt lại trong Thiết lập, mục Quầy và người dùng.</source>
      <translation>If an administrator is here, ask them to reset it in Settings, Desk and people.</translation>
    </message>
    <message>
      <source>Có thể trùng với hồ sơ {code}: cùng người, cùng thủ tục, cùng ngày.</source>
      <translation>May be the same as dossier {code}: same person, same procedure, same day.</translation>
    </message>
    <message>
      <source>Có tệp cả ở giấy tờ nộp và ở kết quả, trên số đã giải quyết trong kỳ.</source>
      <translation>With files of both the papers and the result, out of those settled in the span.</translation>
    </message>
    <message>
      <source>Có từ nhập sai hoặc sai thứ tự.</source>
      <translation>A word is wrong or out of order.</translation>
    </message>
    <message>
      <source>Có việc từ {day} chưa gửi được. {count} hồ sơ chờ gửi · dữ liệu đã lưu an toàn trên máy này</source>
      <translation>Some work of {day} is not sent yet. {count} dossiers to send · the data is safe on this machine</translation>
    </message>
    <message>
      <source>Có {count} chứng thư trong thư mục này.</source>
      <translation>This folder holds {count} certificates.</translation>
    </message>
    <message>
      <source>Có điều kiện</source>
      <translation>On condition</translation>
    </message>
    <message>
      <source>Công khai, minh bạch không tính ở đây: số liệu nằm trên Cổng Dịch vụ công.</source>
      <translation>Openness is not counted here: its figures are on the Public Service Portal.</translation>
    </message>
    <message>
      <source>Cùng giờ là cả ngày</source>
      <translation>The same hour is all day</translation>
    </message>
    <message>
      <source>Cùng một tệp, không sao chép. Để trống ô tìm nếu chỉ nhầm giấy tờ trong hồ sơ này.</source>
      <translation>The same file, not a copy. Leave the search empty if only the paper within this dossier is wrong.</translation>
    </message>
    <message>
      <source>Căn cước, định danh</source>
      <translation>Citizen card</translation>
    </message>
    <message>
      <source>Căn cứ</source>
      <translation>Basis</translation>
    </message>
    <message>
      <source>Căn cứ dừng</source>
      <translation>Grounds</translation>
    </message>
    <message>
      <source>Căn cứ: &amp;số thông báo, quyết định</source>
      <translation>Basis: &amp;number of the notice or decision</translation>
    </message>
    <message>
      <source>Cơ &amp;quan giao</source>
      <translation>Office it &amp;comes from</translation>
    </message>
    <message>
      <source>Cơ &amp;quan nhận</source>
      <translation>Re&amp;ceiving office</translation>
    </message>
    <message>
      <source>Cơ quan cấp t&amp;rên</source>
      <translation>Supe&amp;rior authority</translation>
    </message>
    <message>
      <source>Cơ quan ghi</source>
      <translation>By the office</translation>
    </message>
    <message>
      <source>Cơ quan giải quyết</source>
      <translation>Deciding office</translation>
    </message>
    <message>
      <source>Cơ quan hỗ trợ</source>
      <translation>Supporting office</translation>
    </message>
    <message>
      <source>Cơ quan và quầy</source>
      <translation>Office and desk</translation>
    </message>
    <message>
      <source>Cả nước</source>
      <translation>Nationwide</translation>
    </message>
    <message>
      <source>Cấp lại theo quy định mới</source>
      <translation>Issue again under the new rules</translation>
    </message>
    <message>
      <source>Cần khi địa chỉ bắt đầu bằng https://</source>
      <translation>Needed for https:// addresses</translation>
    </message>
    <message>
      <source>Cần liên lưu của bộ phận.</source>
      <translation>The office's copy is needed.</translation>
    </message>
    <message>
      <source>Cần ngày dạng 02/01/2027 và tên ngày.</source>
      <translation>A date such as 02/01/2027 and a name of the day are needed.</translation>
    </message>
    <message>
      <source>Cần người quyết</source>
      <translation>For a person to decide</translation>
    </message>
    <message>
      <source>Cần quét lại</source>
      <translation>To be scanned again</translation>
    </message>
    <message>
      <source>Cần số đầu và số cuối của dải đã đăng ký, chỉ gồm chữ số.</source>
      <translation>The first and last number of the registered series are needed, in digits only.</translation>
    </message>
    <message>
      <source>Cần sửa</source>
      <translation>To mend</translation>
    </message>
    <message>
      <source>Cần tên cơ quan, và giờ làm việc dạng 07:00-11:30, 13:30-17:00.</source>
      <translation>The office needs a name, and hours like 07:00-11:30, 13:30-17:00.</translation>
    </message>
    <message>
      <source>Cần tệp chứng chỉ (CA) của tỉnh để ghim trước khi kết nối.</source>
      <translation>The province's certificate (CA) is needed before connecting.</translation>
    </message>
    <message>
      <source>Cập nhật</source>
      <translation>Update</translation>
    </message>
    <message>
      <source>Cập nhật phần mềm rồi mở lại; dữ liệu vẫn nguyên.</source>
      <translation>Update the software, then open again; the data is whole.</translation>
    </message>
    <message>
      <source>Cập nhật phần mềm rồi thử lại.</source>
      <translation>Update the program, then try again.</translation>
    </message>
    <message>
      <source>Cập nhật phần mềm rồi đồng bộ lại.</source>
      <translation>Update the software, then sync again.</translation>
    </message>
    <message>
      <source>Cắm USB sao lưu, hoặc chọn thư mục có bản sao. Không có gì trên máy bị ghi đè hay xóa.</source>
      <translation>Plug in the backup stick, or choose the folder with the backups. Nothing on this PC is overwritten or deleted.</translation>
    </message>
    <message>
      <source>Cắm lại USB rồi làm lại từ đầu.</source>
      <translation>Plug the stick in again and start over.</translation>
    </message>
    <message>
      <source>Cắm lại token rồi bấm Ký số để ký tiếp.</source>
      <translation>Plug the token in again and press Sign to go on.</translation>
    </message>
    <message>
      <source>Cắm token vào máy rồi bấm Tìm token.</source>
      <translation>Plug the token in and press Find token.</translation>
    </message>
    <message>
      <source>Cắm đúng token, hoặc hỏi nơi cấp.</source>
      <translation>Plug in the right token, or ask the issuer.</translation>
    </message>
    <message>
      <source>Cổng DVCQG chưa nhận hồ sơ {code} (mã trả lời {error_code}).</source>
      <translation>The national portal has not taken dossier {code} (answer {error_code}).</translation>
    </message>
    <message>
      <source>Cổng DVCQG gặp sự cố hoặc đường truyền đứt giữa chừng; hồ sơ đang gửi coi như chưa gửi.</source>
      <translation>The national portal failed or the line broke midway; the dossier being sent counts as unsent.</translation>
    </message>
    <message>
      <source>Cổng DVCQG không có thủ tục {code}.</source>
      <translation>The national portal has no procedure {code}.</translation>
    </message>
    <message>
      <source>Cổng DVCQG không có trạng thái tương ứng với “{word}”.</source>
      <translation>The national portal has no state for “{word}”.</translation>
    </message>
    <message>
      <source>Cổng DVCQG không nhận tài khoản kết nối.</source>
      <translation>The national portal does not accept the account.</translation>
    </message>
    <message>
      <source>Cổng DVCQG không trả lời kịp; hồ sơ đang gửi coi như chưa gửi.</source>
      <translation>The national portal did not answer in time; the dossier being sent counts as unsent.</translation>
    </message>
    <message>
      <source>Cổng DVCQG vừa cấp phiên làm việc đã không nhận phiên ấy.</source>
      <translation>The national portal refuses the session it has just given.</translation>
    </message>
    <message>
      <source>Cổng của &amp;quầy này</source>
      <translation>This desk's po&amp;rt</translation>
    </message>
    <message>
      <source>Cổng từ {least} đến {most}.</source>
      <translation>The port is from {least} to {most}.</translation>
    </message>
    <message>
      <source>Cổng đầu đọ&amp;c mã</source>
      <translation>Reader p&amp;ort</translation>
    </message>
    <message>
      <source>Cỡ</source>
      <translation>Size</translation>
    </message>
    <message>
      <source>Cửa máy in đang mở.</source>
      <translation>The printer's door is open.</translation>
    </message>
    <message>
      <source>Danh mục hoặc hồ sơ đã đổi từ khi so.</source>
      <translation>The catalogue or the dossier changed since they were compared.</translation>
    </message>
    <message>
      <source>Danh mục không có thủ tục {code} vào ngày {day}.</source>
      <translation>The catalogue has no procedure {code} on {day}.</translation>
    </message>
    <message>
      <source>Danh mục thủ tục</source>
      <translation>Procedures</translation>
    </message>
    <message>
      <source>Danh mục thủ tục và phí</source>
      <translation>Procedures and fees</translation>
    </message>
    <message>
      <source>Danh mục đang dùng</source>
      <translation>Catalogue in use</translation>
    </message>
    <message>
      <source>Danh mục đang dùng vẫn giữ nguyên.</source>
      <translation>The catalogue in use stays as it is.</translation>
    </message>
    <message>
      <source>Danh mục đã đổi từ khi xem.</source>
      <translation>The catalogue changed since you looked.</translation>
    </message>
    <message>
      <source>Danh mục, thủ tục thứ {number} ({code}): {fault}.</source>
      <translation>Catalogue, procedure {number} ({code}): {fault}.</translation>
    </message>
    <message>
      <source>Danh sách khóa của các quầy không đúng dạng.</source>
      <translation>The list of the desks' keys is not in the right form.</translation>
    </message>
    <message>
      <source>Danh sách việc</source>
      <translation>Worklists</translation>
    </message>
    <message>
      <source>Dao cắt giấy của máy in bị kẹt.</source>
      <translation>The printer's cutter is jammed.</translation>
    </message>
    <message>
      <source>Diễn biến</source>
      <translation>History</translation>
    </message>
    <message>
      <source>Dòng gốc vẫn nguyên ở máy gửi.</source>
      <translation>The line itself stays whole at the sending desk.</translation>
    </message>
    <message>
      <source>Dòng gốc được giữ lại để xem xét.</source>
      <translation>The original line is kept for review.</translation>
    </message>
    <message>
      <source>Dòng gốc được giữ nguyên.</source>
      <translation>The original line is kept.</translation>
    </message>
    <message>
      <source>Dòng gốc được giữ, sẽ áp dụng khi hồ sơ tới.</source>
      <translation>The original line is kept and will be applied when the dossier comes.</translation>
    </message>
    <message>
      <source>Dòng lặp được giữ lại để xem xét.</source>
      <translation>The repeated line is kept to be looked at.</translation>
    </message>
    <message>
      <source>Dòng {line}: biểu mẫu này không có câu “{key}”.</source>
      <translation>Line {line}: this form has no sentence “{key}”.</translation>
    </message>
    <message>
      <source>Dòng {line}: câu “{key}” có chỗ điền lạ hoặc thiếu ngoặc.</source>
      <translation>Line {line}: sentence “{key}” has an unknown blank or lacks a brace.</translation>
    </message>
    <message>
      <source>Dòng {line}: không có biểu mẫu “{key}”.</source>
      <translation>Line {line}: there is no form “{key}”.</translation>
    </message>
    <message>
      <source>Dòng {line}: không có mục “{key}”.</source>
      <translation>Line {line}: there is no key “{key}”.</translation>
    </message>
    <message>
      <source>Dòng {line}: mục này lặp lại một mục ở trên cho cùng biểu mẫu và cùng nơi áp dụng.</source>
      <translation>Line {line}: an entry above is for the same form and the same place.</translation>
    </message>
    <message>
      <source>Dòng {line}: mục “{key}” phải là bảng các câu.</source>
      <translation>Line {line}: key “{key}” must be a table of sentences.</translation>
    </message>
    <message>
      <source>Dòng {line}: mục “{key}” phải là chữ trong ngoặc kép.</source>
      <translation>Line {line}: key “{key}” must be text in double quotes.</translation>
    </message>
    <message>
      <source>Dòng {line}: mục “{key}” phải là ngày dạng 2026-01-31.</source>
      <translation>Line {line}: key “{key}” must be a date such as 2026-01-31.</translation>
    </message>
    <message>
      <source>Dòng {line}: mục “{key}” phải là true hoặc false.</source>
      <translation>Line {line}: key “{key}” must be true or false.</translation>
    </message>
    <message>
      <source>Dòng {line}: tên biểu mẫu ở mục “{key}” không được để trống.</source>
      <translation>Line {line}: the form's name in “{key}” cannot be empty.</translation>
    </message>
    <message>
      <source>Dòng {line}: tệp không lưu dạng UTF-8.</source>
      <translation>Line {line}: the file is not saved as UTF-8.</translation>
    </message>
    <message>
      <source>Dòng {line}: viết chưa đúng cách của tệp TOML.</source>
      <translation>Line {line}: this is not written as a TOML file is.</translation>
    </message>
    <message>
      <source>Dòng {line}: “{key}” không phải mục của tệp mẫu in.</source>
      <translation>Line {line}: “{key}” does not belong in a file of forms.</translation>
    </message>
    <message>
      <source>Dòng đầu cần có: date, type, note, notice.</source>
      <translation>Its first line must name: date, type, note, notice.</translation>
    </message>
    <message>
      <source>Dùng khi dòng ấy trên sổ giấy đã viết hỏng. Số đã bỏ không dùng lại.</source>
      <translation>For a line that was written wrongly on paper. A spoiled number is never used again.</translation>
    </message>
    <message>
      <source>Dùng lại</source>
      <translation>Use again</translation>
    </message>
    <message>
      <source>Dùng lại dữ liệu số hóa</source>
      <translation>Reuse of digitised data</translation>
    </message>
    <message>
      <source>Dùng mật khẩu này</source>
      <translation>Use this password</translation>
    </message>
    <message>
      <source>Dải biên lai thu phí, lệ phí đã đăng ký</source>
      <translation>Registered series of fee receipts</translation>
    </message>
    <message>
      <source>Dải số biên lai đã hết hoặc chưa đăng ký.</source>
      <translation>The range of receipts is used up or not registered.</translation>
    </message>
    <message>
      <source>Dải số này trùng với một dải đã mở cùng mẫu số và ký hiệu.</source>
      <translation>This range overlaps one already open with the same form number and symbol.</translation>
    </message>
    <message>
      <source>Dải số {first}–{last} của hôm nay đã dùng hết.</source>
      <translation>Today's numbers {first}–{last} are used up.</translation>
    </message>
    <message>
      <source>Dấu + trong ô số thêm một giấy tờ, dấu – bỏ bớt</source>
      <translation>+ in a count adds a paper, - takes it away</translation>
    </message>
    <message>
      <source>Dấu chấm, gạch trong mã bị đổi; tra cứu vẫn nhận ra. Nên đặt đầu đọc về USB-COM.</source>
      <translation>Dots and dashes in the code were changed; a search still knows it. Better set the reader to USB-COM.</translation>
    </message>
    <message>
      <source>Dọn bớt USB hoặc dùng USB khác rồi xuất lại.</source>
      <translation>Make room on the stick or use another, then export again.</translation>
    </message>
    <message>
      <source>Dọn bớt USB rồi xuất lại.</source>
      <translation>Make room on the stick, then export again.</translation>
    </message>
    <message>
      <source>Dọn bớt ổ đĩa rồi làm lại.</source>
      <translation>Make room on the disk, then do it again.</translation>
    </message>
    <message>
      <source>Dọn bớt ổ đĩa.</source>
      <translation>Make room on the disk.</translation>
    </message>
    <message>
      <source>Dừng</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>Dừng &amp;tìm</source>
      <translation>S&amp;top looking</translation>
    </message>
    <message>
      <source>Dừng giải quyết</source>
      <translation>Stopped</translation>
    </message>
    <message>
      <source>Dừng ký</source>
      <translation>Stop signing</translation>
    </message>
    <message>
      <source>Dừng lại</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>Dừng quét</source>
      <translation>Stop scanning</translation>
    </message>
    <message>
      <source>Dừng và in thông báo</source>
      <translation>Stop and print the notice</translation>
    </message>
    <message>
      <source>Dừng ở trang {number}</source>
      <translation>Stopped at page {number}</translation>
    </message>
    <message>
      <source>Dữ liệu chung của tỉnh</source>
      <translation>The province's common data</translation>
    </message>
    <message>
      <source>Dữ liệu chung mới: {names}</source>
      <translation>New common data: {names}</translation>
    </message>
    <message>
      <source>Dữ liệu cũ trên máy được giữ ở {place}.</source>
      <translation>The data that were on this PC are kept at {place}.</translation>
    </message>
    <message>
      <source>Dữ liệu khác vẫn nguyên vẹn; báo bộ phận kỹ thuật.</source>
      <translation>All other data is whole; call the technicians.</translation>
    </message>
    <message>
      <source>Dữ liệu không bị đụng tới.</source>
      <translation>The data was not touched.</translation>
    </message>
    <message>
      <source>Dữ liệu mở được; nhật ký có {count} dòng và các dòng cuối nguyên vẹn.</source>
      <translation>The data opens; the journal has {count} lines and its end is whole.</translation>
    </message>
    <message>
      <source>Dữ liệu này do phiên bản mới hơn ghi.</source>
      <translation>This data was written by a newer version.</translation>
    </message>
    <message>
      <source>Dữ liệu trên máy này vẫn nguyên vẹn.</source>
      <translation>The data on this machine is whole.</translation>
    </message>
    <message>
      <source>Dữ liệu trên máy vẫn nguyên.</source>
      <translation>The data on this machine is whole.</translation>
    </message>
    <message>
      <source>Dữ liệu vẫn nguyên.</source>
      <translation>The data are as they were.</translation>
    </message>
    <message>
      <source>Dữ liệu đã lưu an toàn trên máy này.</source>
      <translation>The data is safe on this machine.</translation>
    </message>
    <message>
      <source>Enter: mở hồ sơ của số đang chọn</source>
      <translation>Enter: open the dossier of this number</translation>
    </message>
    <message>
      <source>Enter: mở hồ sơ · Space: đóng</source>
      <translation>Enter: open · Space: close</translation>
    </message>
    <message>
      <source>Enter: trường kế · Alt+chữ gạch chân: nhảy tới trường · F1: phím tắt</source>
      <translation>Enter: next field · Alt+letter: to a field · F1: keys</translation>
    </message>
    <message>
      <source>Enter: trường kế · Shift+Enter: trường trước · Alt+chữ gạch chân: tới trường · Esc: trở lại</source>
      <translation>Enter: next field · Shift+Enter: field before · Alt+underlined letter: to a field · Esc: back</translation>
    </message>
    <message>
      <source>F1 trên mỗi màn hình cho thấy phím của riêng màn hình đó. Gõ &gt; vào ô trên cùng để tìm lệnh.</source>
      <translation>F1 shows the keys of the screen in front. Type &gt; into the top box to find commands.</translation>
    </message>
    <message>
      <source>G&amp;iới tính</source>
      <translation>Se&amp;x</translation>
    </message>
    <message>
      <source>Ghi</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Ghi &amp;chú</source>
      <translation>No&amp;te</translation>
    </message>
    <message>
      <source>Ghi ch&amp;ú</source>
      <translation>No&amp;te</translation>
    </message>
    <message>
      <source>Ghi chú</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Ghi chỗ để hồ sơ</source>
      <translation>Say where it is kept</translation>
    </message>
    <message>
      <source>Ghi danh qua USB</source>
      <translation>Enrol by USB stick</translation>
    </message>
    <message>
      <source>Ghi danh với máy chủ tỉnh</source>
      <translation>Join the province</translation>
    </message>
    <message>
      <source>Ghi giấy tờ chứng minh đã xem, rồi mới miễn, giảm.</source>
      <translation>Enter the paper that proves it before the fee is waived or reduced.</translation>
    </message>
    <message>
      <source>Ghi kiểm quỹ, in bảng kê</source>
      <translation>Record the count, print the sheet</translation>
    </message>
    <message>
      <source>Ghi lý do chênh lệch.</source>
      <translation>Say why it differs.</translation>
    </message>
    <message>
      <source>Ghi lý do không tiếp nhận, rồi mới in phiếu.</source>
      <translation>Write why it is refused, then print.</translation>
    </message>
    <message>
      <source>Ghi mới</source>
      <translation>New</translation>
    </message>
    <message>
      <source>Ghi ngoài trình tự: {act}.</source>
      <translation>Recorded out of turn: {act}.</translation>
    </message>
    <message>
      <source>Ghi nguồn của tệp danh mục: số quyết định hoặc địa chỉ nơi lấy.</source>
      <translation>Write the source of the catalogue file: the number of the decision, or the address it comes from.</translation>
    </message>
    <message>
      <source>Ghi ngày dạng 23/11/2026.</source>
      <translation>Write the day as 23/11/2026.</translation>
    </message>
    <message>
      <source>Ghi nhận</source>
      <translation>Record</translation>
    </message>
    <message>
      <source>Ghi nhận kết quả</source>
      <translation>Record the result</translation>
    </message>
    <message>
      <source>Ghi nhận và in phiếu</source>
      <translation>Record and print</translation>
    </message>
    <message>
      <source>Ghi số quyết định hoặc nơi lấy tệp, và ngày có hiệu lực dạng 01/01/2027.</source>
      <translation>Write the number of the decision or where the file comes from, and the day it takes effect, such as 01/01/2027.</translation>
    </message>
    <message>
      <source>Ghi số tiền, rồi mới miễn, giảm.</source>
      <translation>Enter the amount before it is waived or reduced.</translation>
    </message>
    <message>
      <source>Ghi số trang và số bản của từng giấy tờ.</source>
      <translation>Fill in pages and copies of each paper.</translation>
    </message>
    <message>
      <source>Ghi sổ ra tệp</source>
      <translation>Write the book to a file</translation>
    </message>
    <message>
      <source>Ghi tài khoản trong Cài đặt rồi in lại.</source>
      <translation>Enter the account in Settings, then print again.</translation>
    </message>
    <message>
      <source>Ghi tên chủ tài khoản, để người chuyển đối chiếu.</source>
      <translation>Enter the account holder's name, so that whoever pays can compare it.</translation>
    </message>
    <message>
      <source>Ghi tệp &amp;yêu cầu…</source>
      <translation>Write the &amp;request file…</translation>
    </message>
    <message>
      <source>Ghi tệp yêu cầu</source>
      <translation>Write the request file</translation>
    </message>
    <message>
      <source>Ghi và tạm dừng thời hạn</source>
      <translation>Record and stop the clock</translation>
    </message>
    <message>
      <source>Ghi địa chỉ máy in nhiệt rồi bấm Thử.</source>
      <translation>Write the address of the thermal printer, then press Try.</translation>
    </message>
    <message>
      <source>Giai đoạn 2 hẹn {due}</source>
      <translation>Second stage due {due}</translation>
    </message>
    <message>
      <source>Giao diện</source>
      <translation>Appearance</translation>
    </message>
    <message>
      <source>Giao diện của quầy</source>
      <translation>Appearance of this desk</translation>
    </message>
    <message>
      <source>Giao lúc</source>
      <translation>Given at</translation>
    </message>
    <message>
      <source>Giao nhận</source>
      <translation>Custody</translation>
    </message>
    <message>
      <source>Giao nhận USB, gói số {number}</source>
      <translation>USB handover, bundle {number}</translation>
    </message>
    <message>
      <source>Giá trị mới không đúng dạng.</source>
      <translation>The new value is not well formed.</translation>
    </message>
    <message>
      <source>Giải phóng dung lượng ổ đĩa rồi bấm Quét tiếp.</source>
      <translation>Make room on the disk, then press Scan on.</translation>
    </message>
    <message>
      <source>Giải quyết đúng hạn</source>
      <translation>Settled on time</translation>
    </message>
    <message>
      <source>Giải quyết, tính giờ làm việc</source>
      <translation>Work, in working hours</translation>
    </message>
    <message>
      <source>Giảm {percent}%: {group}</source>
      <translation>{percent}% less: {group}</translation>
    </message>
    <message>
      <source>Giấy biên nhận trả kết quả {code}</source>
      <translation>Slip of the returned result {code}</translation>
    </message>
    <message>
      <source>Giấy bàn giao {code}</source>
      <translation>Hand-over sheet {code}</translation>
    </message>
    <message>
      <source>Giấy hẹn</source>
      <translation>Receipts</translation>
    </message>
    <message>
      <source>Giấy hẹn &amp;in trên</source>
      <translation>Print receipts &amp;on</translation>
    </message>
    <message>
      <source>Giấy hẹn chưa in và sẽ không in nữa.</source>
      <translation>Its slip was not printed and will not be.</translation>
    </message>
    <message>
      <source>Giấy hẹn {code}</source>
      <translation>Receipt {code}</translation>
    </message>
    <message>
      <source>Giấy tiếp nhận, hẹn trả</source>
      <translation>Receipt and appointment</translation>
    </message>
    <message>
      <source>Giấy tờ</source>
      <translation>Papers</translation>
    </message>
    <message>
      <source>Giấy tờ chứng minh</source>
      <translation>Proof</translation>
    </message>
    <message>
      <source>Giấy tờ của hồ sơ</source>
      <translation>Papers of the dossier</translation>
    </message>
    <message>
      <source>Giấy tờ hai mặt</source>
      <translation>Two-sided papers</translation>
    </message>
    <message>
      <source>Giấy tờ khác</source>
      <translation>Other papers</translation>
    </message>
    <message>
      <source>Giấy tờ thường</source>
      <translation>Ordinary papers</translation>
    </message>
    <message>
      <source>Giấy tờ vẫn nguyên.</source>
      <translation>The papers are untouched.</translation>
    </message>
    <message>
      <source>Giấy tờ {number}</source>
      <translation>Paper {number}</translation>
    </message>
    <message>
      <source>Giấy tờ đã quét có “{words}”</source>
      <translation>Scanned papers with “{words}”</translation>
    </message>
    <message>
      <source>Giấy tờ đã xem</source>
      <translation>Paper shown</translation>
    </message>
    <message>
      <source>Giấy đã vào hàng đợi in.</source>
      <translation>The paper is in the print queue.</translation>
    </message>
    <message>
      <source>Giới hạn đường truyền</source>
      <translation>Limits of the line</translation>
    </message>
    <message>
      <source>Giới tính</source>
      <translation>Sex</translation>
    </message>
    <message>
      <source>Giới tính trong mã không đọc được.</source>
      <translation>The sex in the code cannot be read.</translation>
    </message>
    <message>
      <source>Giới tính trên thẻ không khớp với số định danh.</source>
      <translation>The card's sex does not match its citizen number.</translation>
    </message>
    <message>
      <source>Giờ ký nằm ngoài thời hạn của chứng thư.</source>
      <translation>The time of signing lies outside the certificate's validity.</translation>
    </message>
    <message>
      <source>Giờ làm việc có dạng 07:00-11:30, 13:30-17:00.</source>
      <translation>Hours look like 07:00-11:30, 13:30-17:00.</translation>
    </message>
    <message>
      <source>Giờ làm việc của các ngày không đổi, nên không ngày hẹn nào đổi.</source>
      <translation>No working hours change, so no due date does.</translation>
    </message>
    <message>
      <source>Giờ làm việc phải theo thứ tự trong ngày và không chồng lên nhau.</source>
      <translation>Working hours must follow one another and not overlap.</translation>
    </message>
    <message>
      <source>Giờ từ 0 đến 24; số MB mỗi tháng không âm.</source>
      <translation>Hours run from 0 to 24; the MB a month are not negative.</translation>
    </message>
    <message>
      <source>Giữ của tôi</source>
      <translation>Keep mine</translation>
    </message>
    <message>
      <source>Giữ ngày &amp;cũ</source>
      <translation>Keep the &amp;old dates</translation>
    </message>
    <message>
      <source>Giữ ngày cũ, xem lại</source>
      <translation>Keeps its date, look again</translation>
    </message>
    <message>
      <source>Giữ tạm ở máy này</source>
      <translation>Here for a day</translation>
    </message>
    <message>
      <source>Giữ tờ giấy lại và báo bộ phận kỹ thuật.</source>
      <translation>Keep the sheet and tell the technical staff.</translation>
    </message>
    <message>
      <source>Gán vào: {target}</source>
      <translation>Assigned to: {target}</translation>
    </message>
    <message>
      <source>Gói USB</source>
      <translation>USB bundles</translation>
    </message>
    <message>
      <source>Gói dữ liệu do một phiên bản mới hơn đóng.</source>
      <translation>A newer version packed this bundle.</translation>
    </message>
    <message>
      <source>Gói dữ liệu không đọc được.</source>
      <translation>The data packet cannot be read.</translation>
    </message>
    <message>
      <source>Gói dữ liệu lớn quá mức cho phép của một lần gửi.</source>
      <translation>The package is larger than one sending may be.</translation>
    </message>
    <message>
      <source>Gói dữ liệu lớn quá mức cho phép và không được mở.</source>
      <translation>The data packet is larger than allowed and was not opened.</translation>
    </message>
    <message>
      <source>Gói số {numbers} chưa có biên nhận. Gói sau chứa lại mọi thứ còn thiếu nên không mất gì.</source>
      <translation>Bundle {numbers} has no receipt. The next bundle holds again whatever is missing, so nothing is lost.</translation>
    </message>
    <message>
      <source>Gói số {numbers} chưa tới tỉnh; gói sau chứa lại nên không mất gì.</source>
      <translation>Bundle {numbers} has not reached the province; the next one holds it again, so nothing is lost.</translation>
    </message>
    <message>
      <source>Gói số {number} ngày {day} đã có biên nhận của tỉnh.</source>
      <translation>Bundle {number} of {day} has the province’s receipt.</translation>
    </message>
    <message>
      <source>Gõ không dấu cũng được</source>
      <translation>Marks may be left out</translation>
    </message>
    <message>
      <source>Gõ lại mã PIN rồi bấm Ký số.</source>
      <translation>Type the PIN again and press Sign.</translation>
    </message>
    <message>
      <source>Gõ sai nhiều lần thì token tự khóa. Phần mềm không lưu mã này.</source>
      <translation>Too many wrong tries lock the token. This program keeps no PIN.</translation>
    </message>
    <message>
      <source>Gõ vài chữ, ví dụ: ct bs, khai sinh, hôn nhân</source>
      <translation>A few letters, such as: ct bs, khai sinh, hôn nhân</translation>
    </message>
    <message>
      <source>Gõ địa chỉ của quầy kia.</source>
      <translation>Type the other desk's address.</translation>
    </message>
    <message>
      <source>Gõ địa chỉ in trên máy, ví dụ 192.168.1.20.</source>
      <translation>Type the address printed on the device, such as 192.168.1.20.</translation>
    </message>
    <message>
      <source>Gắn &amp;lại</source>
      <translation>Put &amp;back</translation>
    </message>
    <message>
      <source>Gắn bản quét</source>
      <translation>Scans attached</translation>
    </message>
    <message>
      <source>Gắn mật khẩu với máy này</source>
      <translation>Tie passwords to this machine</translation>
    </message>
    <message>
      <source>Gọi {contact}.</source>
      <translation>Call {contact}.</translation>
    </message>
    <message>
      <source>Gỡ bản quét</source>
      <translation>Take scans off</translation>
    </message>
    <message>
      <source>Gỡ lúc {at}, {who}: {why}. Tệp vẫn được giữ làm chứng.</source>
      <translation>Taken off at {at}, {who}: {why}. The file is kept as evidence.</translation>
    </message>
    <message>
      <source>Gỡ tờ kẹt, đặt lại từ tờ đó rồi bấm Quét tiếp.</source>
      <translation>Free the sheet, put it back on top, then press Scan on.</translation>
    </message>
    <message>
      <source>Gỡ…</source>
      <translation>Take off…</translation>
    </message>
    <message>
      <source>Gửi bưu điện</source>
      <translation>Send by post</translation>
    </message>
    <message>
      <source>Gửi cả &amp;bản quét ngay</source>
      <translation>Send the &amp;scans too, now</translation>
    </message>
    <message>
      <source>Gửi lại sau.</source>
      <translation>Send it again later.</translation>
    </message>
    <message>
      <source>Gửi ngay</source>
      <translation>Send now</translation>
    </message>
    <message>
      <source>Gửi ngay cả bản quét tốn khoảng {size} MB.</source>
      <translation>Sending the scans now takes about {size} MB.</translation>
    </message>
    <message>
      <source>Gửi ngay cả bản quét tốn khoảng {size} MB; tháng này đã dùng {spent} trong {limit} MB.</source>
      <translation>Sending the scans now takes about {size} MB; {spent} of this month's {limit} MB are used.</translation>
    </message>
    <message>
      <source>Gửi từ &amp;giờ</source>
      <translation>Send &amp;from (hour)</translation>
    </message>
    <message>
      <source>Gửi về tỉnh hoặc sao lưu trước, rồi cập nhật.</source>
      <translation>Send them to the province or back up first, then update.</translation>
    </message>
    <message>
      <source>H55.242-261123-0007</source>
      <translation>H55.242-261123-0007</translation>
    </message>
    <message>
      <source>Ha&amp;i mặt</source>
      <translation>&amp;Both sides</translation>
    </message>
    <message>
      <source>Hai lần nhập chưa giống nhau.</source>
      <translation>The two entries differ.</translation>
    </message>
    <message>
      <source>Hai lần quét dính vào nhau.</source>
      <translation>Two scans ran together.</translation>
    </message>
    <message>
      <source>Hai người dùng trùng tên.</source>
      <translation>Two people have the same name.</translation>
    </message>
    <message>
      <source>Hai quầy đang cùng số thứ tự, nên sẽ cấp trùng số.</source>
      <translation>Both desks have the same desk number and would give out the same numbers.</translation>
    </message>
    <message>
      <source>Hai từ chưa khớp với tờ giấy. Xem lại số thứ tự, hoặc in lại tờ khác.</source>
      <translation>The two words do not match the sheet. Look at their numbers again, or print another sheet.</translation>
    </message>
    <message>
      <source>Hay thiếu: {papers}</source>
      <translation>Often missing: {papers}</translation>
    </message>
    <message>
      <source>Hiện &amp;mã ghép nối</source>
      <translation>&amp;Show the pairing code</translation>
    </message>
    <message>
      <source>Hiện chưa có mạng tới máy chủ tỉnh; máy sẽ gửi khi có mạng.</source>
      <translation>The province cannot be reached now; sending goes on once there is a network.</translation>
    </message>
    <message>
      <source>Hiện số giấy tờ</source>
      <translation>Show the number</translation>
    </message>
    <message>
      <source>Hoàn tiền</source>
      <translation>Refund</translation>
    </message>
    <message>
      <source>Hoàn tác</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Hoàn tác việc sửa trang</source>
      <translation>Undo the page edit</translation>
    </message>
    <message>
      <source>Hoàn tác việc vừa làm</source>
      <translation>Undo the last action</translation>
    </message>
    <message>
      <source>Hoặc nhập các từ trên tờ khóa phục hồi của cơ quan.</source>
      <translation>Or type the words on the office's recovery sheet.</translation>
    </message>
    <message>
      <source>Hàng đợi in</source>
      <translation>Print queue</translation>
    </message>
    <message>
      <source>Hình chỉ hiện ở đây, không lưu lại.</source>
      <translation>The picture is shown here only and not kept.</translation>
    </message>
    <message>
      <source>Hình thức</source>
      <translation>Way of paying</translation>
    </message>
    <message>
      <source>Hình thức nộp</source>
      <translation>Channel</translation>
    </message>
    <message>
      <source>Hôm nay</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>Hôm nay có đúng là {weekday} {day}? Máy chưa đối chiếu giờ với tỉnh từ {heard}. Nếu sai, chỉnh giờ máy trước.</source>
      <translation>Is today really {weekday} {day}? No clock compared with the province since {heard}. If not, set the machine's clock first.</translation>
    </message>
    <message>
      <source>Hôm nay: {received} tiếp nhận · {returned} đã trả · {due} đến hạn</source>
      <translation>Today: {received} received · {returned} returned · {due} due</translation>
    </message>
    <message>
      <source>Hôm đó nay không mở cửa: gọi báo người dân.</source>
      <translation>The office is now closed that day: call the citizen.</translation>
    </message>
    <message>
      <source>Hạ máy chụp gần tờ giấy hơn, hoặc dùng máy quét.</source>
      <translation>Bring the camera closer to the sheet, or use a scanner.</translation>
    </message>
    <message>
      <source>Hạn bước</source>
      <translation>Step due</translation>
    </message>
    <message>
      <source>Hạn của bước này phải sau lúc giao.</source>
      <translation>This step must be due after it is handed over.</translation>
    </message>
    <message>
      <source>Hẹn cũ</source>
      <translation>Old date</translation>
    </message>
    <message>
      <source>Hẹn lại &amp;vào</source>
      <translation>New da&amp;te</translation>
    </message>
    <message>
      <source>Hẹn lại theo lịch mới</source>
      <translation>Reschedule by the new calendar</translation>
    </message>
    <message>
      <source>Hẹn lại và in</source>
      <translation>Promise and print</translation>
    </message>
    <message>
      <source>Hẹn lại, kết thúc</source>
      <translation>New date, ending</translation>
    </message>
    <message>
      <source>Hẹn mới</source>
      <translation>New date</translation>
    </message>
    <message>
      <source>Hẹn trả</source>
      <translation>Due</translation>
    </message>
    <message>
      <source>Hẹn trả kết &amp;quả</source>
      <translation>&amp;Due</translation>
    </message>
    <message>
      <source>Hẹn trả kết quả</source>
      <translation>Due</translation>
    </message>
    <message>
      <source>Hẹn trả {due}</source>
      <translation>Due {due}</translation>
    </message>
    <message>
      <source>Hẹn {due} vẫn là hạn được tính; chỉ hẹn lại được một lần.</source>
      <translation>{due} stays the date that counts; a new one can be promised once only.</translation>
    </message>
    <message>
      <source>Hết số</source>
      <translation>Used up</translation>
    </message>
    <message>
      <source>Họ tên viết hoa không dấu.</source>
      <translation>The name is in capitals without accents.</translation>
    </message>
    <message>
      <source>Họ tên đọc được có ký tự lạ.</source>
      <translation>The name read has odd characters.</translation>
    </message>
    <message>
      <source>Họ và tên</source>
      <translation>Full name</translation>
    </message>
    <message>
      <source>Họ và tên chủ hồ sơ</source>
      <translation>Owner's full name</translation>
    </message>
    <message>
      <source>Hỏi lại nơi cấp trước khi dùng.</source>
      <translation>Ask the office that issued it before relying on it.</translation>
    </message>
    <message>
      <source>Hồ sơ</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <source>Hồ sơ bị từ chối</source>
      <translation>Refused dossiers</translation>
    </message>
    <message>
      <source>Hồ sơ bị ảnh hưởng</source>
      <translation>Dossiers affected</translation>
    </message>
    <message>
      <source>Hồ sơ còn thiếu giấy tờ.</source>
      <translation>Papers are missing.</translation>
    </message>
    <message>
      <source>Hồ sơ khác</source>
      <translation>Another</translation>
    </message>
    <message>
      <source>Hồ sơ luôn gửi ngay.</source>
      <translation>Dossiers always go at once.</translation>
    </message>
    <message>
      <source>Hồ sơ lùi một bước; thời hạn tính như chưa từng dừng.</source>
      <translation>The dossier goes one step back; its clock counts as never stopped.</translation>
    </message>
    <message>
      <source>Hồ sơ nhận hôm nay đều đã có bản quét.</source>
      <translation>Every dossier received today has scans already.</translation>
    </message>
    <message>
      <source>Hồ sơ nhận theo quy định cũ</source>
      <translation>Dossiers taken under old rules</translation>
    </message>
    <message>
      <source>Hồ sơ này</source>
      <translation>This dossier</translation>
    </message>
    <message>
      <source>Hồ sơ này chưa chuyển cho ai nên chưa có giấy bàn giao.</source>
      <translation>This dossier was not given to anybody yet, so there is no hand-over sheet.</translation>
    </message>
    <message>
      <source>Hồ sơ này chưa có lần xin lỗi và hẹn lại nào để in.</source>
      <translation>This dossier has no apology with a new date to print.</translation>
    </message>
    <message>
      <source>Hồ sơ này chưa có yêu cầu bổ sung nào để in.</source>
      <translation>This dossier has no supplement request to print.</translation>
    </message>
    <message>
      <source>Hồ sơ này không bị dừng giải quyết nên không có thông báo dừng.</source>
      <translation>This dossier was not stopped, so there is no stop notice.</translation>
    </message>
    <message>
      <source>Hồ sơ này không bị từ chối nên không có phiếu từ chối.</source>
      <translation>This dossier was not refused, so there is no refusal.</translation>
    </message>
    <message>
      <source>Hồ sơ này không còn khoản nào phải nộp.</source>
      <translation>Nothing is left to pay for this dossier.</translation>
    </message>
    <message>
      <source>Hồ sơ này không còn khoản nào phải thu.</source>
      <translation>Nothing more is to be paid for this dossier.</translation>
    </message>
    <message>
      <source>Hồ sơ này không có biên lai nào còn giá trị.</source>
      <translation>This dossier has no receipt that is valid.</translation>
    </message>
    <message>
      <source>Hồ sơ này không có biên lai ấy.</source>
      <translation>This dossier has no such receipt.</translation>
    </message>
    <message>
      <source>Hồ sơ này không có bản quét nào đang dùng.</source>
      <translation>This dossier has no scan in use.</translation>
    </message>
    <message>
      <source>Hồ sơ này không có giấy tờ nào.</source>
      <translation>This dossier has no papers.</translation>
    </message>
    <message>
      <source>Hồ sơ này không có khoản nào để thu.</source>
      <translation>There is nothing to be paid for this dossier.</translation>
    </message>
    <message>
      <source>Hồ sơ này không hẹn ngày trả nên không có ngày để hẹn lại.</source>
      <translation>No date was promised for this dossier, so there is none to promise anew.</translation>
    </message>
    <message>
      <source>Hồ sơ này {desk} tiếp nhận nên trả ở đó.</source>
      <translation>{desk} received this dossier, so it is returned there.</translation>
    </message>
    <message>
      <source>Hồ sơ này {desk} tiếp nhận. Đây là những gì tỉnh ghi; quầy này chỉ xem.</source>
      <translation>{desk} received this dossier. This is what the province holds; this desk only reads it.</translation>
    </message>
    <message>
      <source>Hồ sơ này đã có trong sổ.</source>
      <translation>This dossier is in the register already.</translation>
    </message>
    <message>
      <source>Hồ sơ này đã được tiếp nhận trước đó.</source>
      <translation>This dossier was received before.</translation>
    </message>
    <message>
      <source>Hồ sơ trực tuyến</source>
      <translation>Online dossiers</translation>
    </message>
    <message>
      <source>Hồ sơ và các bản quét khác vẫn an toàn. Hãy quét lại giấy này.</source>
      <translation>The dossier and the other scans are safe. Scan this paper again.</translation>
    </message>
    <message>
      <source>Hồ sơ vẫn gửi bình thường.</source>
      <translation>Dossiers are sent as usual.</translation>
    </message>
    <message>
      <source>Hồ sơ vẫn nguyên ở máy chủ tỉnh.</source>
      <translation>The dossiers stay whole at the province.</translation>
    </message>
    <message>
      <source>Hồ sơ vẫn nguyên ở đây và chưa gửi lên Cổng.</source>
      <translation>The dossiers stay whole here and were not sent to the portal.</translation>
    </message>
    <message>
      <source>Hồ sơ vẫn nhận được.</source>
      <translation>Dossiers can still be received.</translation>
    </message>
    <message>
      <source>Hồ sơ vừa nhận</source>
      <translation>Last dossier received</translation>
    </message>
    <message>
      <source>Hồ sơ vừa tiếp nhận</source>
      <translation>Just received</translation>
    </message>
    <message>
      <source>Hồ sơ {code} chưa có bản quét mới.</source>
      <translation>Dossier {code} has no new scan yet.</translation>
    </message>
    <message>
      <source>Hồ sơ {code} không còn bản quét này.</source>
      <translation>Dossier {code} no longer has this scan.</translation>
    </message>
    <message>
      <source>Hồ sơ đang chờ người dân bổ sung giấy tờ.</source>
      <translation>The dossier waits for papers from the citizen.</translation>
    </message>
    <message>
      <source>Hồ sơ đang chờ người dân nộp nghĩa vụ tài chính.</source>
      <translation>The dossier waits for the citizen to pay a duty.</translation>
    </message>
    <message>
      <source>Hồ sơ đang mở</source>
      <translation>The open dossier</translation>
    </message>
    <message>
      <source>Hồ sơ đang nhập</source>
      <translation>Intake in progress</translation>
    </message>
    <message>
      <source>Hồ sơ đang ở trạng thái “{word}”.</source>
      <translation>The dossier's state is “{word}”.</translation>
    </message>
    <message>
      <source>Hồ sơ đang ở trạng thái “{word}”. Nếu vẫn giao kết quả, bấm F10; việc trả được đánh dấu ngoài trình tự.</source>
      <translation>The dossier's state is “{word}”. If the result is handed over all the same, press F10; it is marked as out of turn.</translation>
    </message>
    <message>
      <source>Hồ sơ đang ở trạng thái “{word}”. Việc này vẫn ghi được và được đánh dấu ngoài trình tự.</source>
      <translation>The dossier's state is “{word}”. This can be recorded all the same and is marked as out of turn.</translation>
    </message>
    <message>
      <source>Hồ sơ đã giải quyết: trước, đúng và quá hạn</source>
      <translation>Settled dossiers: early, on time and late</translation>
    </message>
    <message>
      <source>Hồ sơ đã hủy không còn giấy hẹn để in lại.</source>
      <translation>A voided dossier has no receipt left to print.</translation>
    </message>
    <message>
      <source>Hồ sơ đã hủy nên không in giấy tờ của hồ sơ này.</source>
      <translation>The dossier is voided, so nothing of it is printed.</translation>
    </message>
    <message>
      <source>Hồ sơ đã hủy: {reason}.</source>
      <translation>The dossier is voided: {reason}.</translation>
    </message>
    <message>
      <source>Hồ sơ đã quá hạn nên không hủy tiếp nhận được.</source>
      <translation>The dossier is overdue, so its reception cannot be voided.</translation>
    </message>
    <message>
      <source>Hồ sơ đã xin lỗi và hẹn lại một lần, trả lúc {promised}.</source>
      <translation>One apology with a new date, {promised}, was made before.</translation>
    </message>
    <message>
      <source>Hồ sơ ở {desk}; quầy này cũng làm tiếp được.</source>
      <translation>The dossier is at {desk}; this desk can work on it too.</translation>
    </message>
    <message>
      <source>Hồ sơ, nội dung</source>
      <translation>Case, details</translation>
    </message>
    <message>
      <source>Hộ chiếu</source>
      <translation>Passport</translation>
    </message>
    <message>
      <source>Hủy biên lai</source>
      <translation>Void a receipt</translation>
    </message>
    <message>
      <source>Hủy khôi phục từ biên nhận</source>
      <translation>Undo recovery from slip</translation>
    </message>
    <message>
      <source>Hủy tiếp nhận</source>
      <translation>Void</translation>
    </message>
    <message>
      <source>IN LẠI LẦN {n}</source>
      <translation>REPRINT {n}</translation>
    </message>
    <message>
      <source>In &amp;lại giấy hẹn theo quy định mới</source>
      <translation>&amp;Print the receipt again under the new rules</translation>
    </message>
    <message>
      <source>In Biểu 06</source>
      <translation>Print Form 06</translation>
    </message>
    <message>
      <source>In báo cáo</source>
      <translation>Print report</translation>
    </message>
    <message>
      <source>In chỉ số QĐ 766</source>
      <translation>Print indicators</translation>
    </message>
    <message>
      <source>In giấy</source>
      <translation>Print</translation>
    </message>
    <message>
      <source>In giấy khác…</source>
      <translation>Print another paper…</translation>
    </message>
    <message>
      <source>In lên giấy hẹn và sổ. Sửa được sau trong Thiết lập, trừ mã định danh khi đã có hồ sơ.</source>
      <translation>Printed on slips and registers. Can be changed later in Settings, except the identifier once there are dossiers.</translation>
    </message>
    <message>
      <source>In lại</source>
      <translation>Print again</translation>
    </message>
    <message>
      <source>In lại bảng kê</source>
      <translation>Print the sheet again</translation>
    </message>
    <message>
      <source>In lại không kèm chữ ký rồi ký tay.</source>
      <translation>Print again without it, and have the paper signed by hand.</translation>
    </message>
    <message>
      <source>In lại phiếu vừa in</source>
      <translation>Print the last slip again</translation>
    </message>
    <message>
      <source>In lần cuối lúc {made}. In tờ mới thì tờ cũ hết dùng.</source>
      <translation>Last printed at {made}. A new sheet ends the old one.</translation>
    </message>
    <message>
      <source>In lần cuối lúc {made}; đã dùng để mở quầy lúc {used}. Nên in tờ mới.</source>
      <translation>Last printed at {made}; used to open the desk at {used}. Better print a new one.</translation>
    </message>
    <message>
      <source>In phiếu có mã cho người nộp</source>
      <translation>Print a slip with the code</translation>
    </message>
    <message>
      <source>In phiếu giao nhận</source>
      <translation>Print the handover slip</translation>
    </message>
    <message>
      <source>In phiếu từ chối</source>
      <translation>Print the refusal</translation>
    </message>
    <message>
      <source>In sổ</source>
      <translation>Print the book</translation>
    </message>
    <message>
      <source>In sổ theo dõi của danh sách này</source>
      <translation>Print this list as the register</translation>
    </message>
    <message>
      <source>In tin từ tỉnh</source>
      <translation>Print the news</translation>
    </message>
    <message>
      <source>In trang đó ra giấy rồi bấm Quét, hoặc chụp lại rồi bấm Nhập tệp.</source>
      <translation>Print that page and press Scan, or photograph it again and press Import files.</translation>
    </message>
    <message>
      <source>In tờ khóa</source>
      <translation>Print the sheet</translation>
    </message>
    <message>
      <source>In tờ khóa phục hồi trước khi nhận hồ sơ đầu tiên.</source>
      <translation>Print the recovery sheet before taking in the first dossier.</translation>
    </message>
    <message>
      <source>In tờ khóa phục hồi trước, rồi mới gắn với máy này.</source>
      <translation>Print the recovery sheet first, then tie to this machine.</translation>
    </message>
    <message>
      <source>In tờ ngăn</source>
      <translation>Print separators</translation>
    </message>
    <message>
      <source>In và xuất sổ</source>
      <translation>Print and export</translation>
    </message>
    <message>
      <source>In đối soát cuối ngày</source>
      <translation>Print the day's account</translation>
    </message>
    <message>
      <source>Khay chưa rõ</source>
      <translation>Tray of unknown pages</translation>
    </message>
    <message>
      <source>Khay giấy ra đã đầy.</source>
      <translation>The output tray is full.</translation>
    </message>
    <message>
      <source>Khay nạp</source>
      <translation>Feeder</translation>
    </message>
    <message>
      <source>Khay nạp không có giấy.</source>
      <translation>The feeder is empty.</translation>
    </message>
    <message>
      <source>Khi chưa có đường truyền: ghi tệp yêu cầu ra USB, mang tới tỉnh, rồi nhận tệp trả lời.</source>
      <translation>Where there is no line yet: write the request file to a stick, take it to the province, then take in the answer file.</translation>
    </message>
    <message>
      <source>Khi máy quét mạng không tự hiện ra</source>
      <translation>When a network scanner does not show up by itself</translation>
    </message>
    <message>
      <source>Khi nghi khóa đã lộ. Lúc đóng quầy mọi dữ liệu được sao lưu rồi ghi lại dưới khóa mới, có thể mất vài phút; mật khẩu và tờ khóa phục hồi vẫn như cũ. Mất điện giữa chừng thì khóa cũ hoặc khóa mới mở được tất cả. Bản sao lưu cũ vẫn dùng khóa cũ và được bỏ dần; cần bỏ ngay thì xóa chúng sau khi đã có bản mới.</source>
      <translation>If the key may have leaked. When the desk closes, everything is backed up and written anew under a new key, which may take some minutes; passwords and the recovery sheet stay as they are. If the power fails in the middle, the old key or the new one opens everything. Older backups keep the old key and go one by one; to be rid of them now, delete them once there is a new one.</translation>
    </message>
    <message>
      <source>Khi tỉnh hỏi, đọc sáu từ: {words}</source>
      <translation>When the province asks, read out the six words: {words}</translation>
    </message>
    <message>
      <source>Kho khóa của hệ điều hành giữ thêm một khóa: ổ đĩa bị lấy đi thì không ai dò được mã PIN. Máy hỏng hoặc cài lại thì chỉ tờ khóa phục hồi mở được, nên phải in tờ ấy trước.</source>
      <translation>The operating system’s key store keeps one more key: on a stolen disk nobody can try PINs. If the machine breaks or is set up anew, only the recovery sheet opens the data, so print it first.</translation>
    </message>
    <message>
      <source>Khoản này chưa có số tiền.</source>
      <translation>This fee has no amount yet.</translation>
    </message>
    <message>
      <source>Khoản thu</source>
      <translation>Fee</translation>
    </message>
    <message>
      <source>Khoảng ngày không đúng: ngày cuối phải từ ngày đầu trở đi, không quá mười năm.</source>
      <translation>These days make no span: the last day must not come before the first, and ten years are the most.</translation>
    </message>
    <message>
      <source>Khác ở</source>
      <translation>Differs in</translation>
    </message>
    <message>
      <source>Khóa chưa biết</source>
      <translation>Unknown key</translation>
    </message>
    <message>
      <source>Khóa chưa biết: {words}</source>
      <translation>Unknown key: {words}</translation>
    </message>
    <message>
      <source>Khóa ký biên nhận của các quầy</source>
      <translation>Keys that sign the desks' slips</translation>
    </message>
    <message>
      <source>Khóa phục hồi</source>
      <translation>Recovery key</translation>
    </message>
    <message>
      <source>Khóa phục hồi có {words} từ; ở đây có {count} từ.</source>
      <translation>The recovery key has {words} words; here are {count}.</translation>
    </message>
    <message>
      <source>Khóa phục hồi mới đã dùng được. Niêm phong tờ giấy và cất vào két; hủy tờ cũ.</source>
      <translation>The new recovery key is in force. Seal the sheet and lock it in the safe; destroy the old one.</translation>
    </message>
    <message>
      <source>Khóa sẽ giữ nguyên.</source>
      <translation>The key will stay as it is.</translation>
    </message>
    <message>
      <source>Khóa sẽ được đổi khi đóng quầy.</source>
      <translation>The key will be changed when the desk closes.</translation>
    </message>
    <message>
      <source>Khôi phục</source>
      <translation>Restore</translation>
    </message>
    <message>
      <source>Khôi phục bản nháp</source>
      <translation>Restore draft</translation>
    </message>
    <message>
      <source>Khôi phục bản nháp {time}? ({key})</source>
      <translation>Restore the draft of {time}? ({key})</translation>
    </message>
    <message>
      <source>Khôi phục từ &amp;biên nhận…</source>
      <translation>Recover from &amp;slips…</translation>
    </message>
    <message>
      <source>Khôi phục từ biên nhận</source>
      <translation>Recover from slips</translation>
    </message>
    <message>
      <source>Khôi phục từ biên nhận · {procedure}</source>
      <translation>Recovered from its slip · {procedure}</translation>
    </message>
    <message>
      <source>Khôi phục từ bản sao lưu</source>
      <translation>Restore from a backup</translation>
    </message>
    <message>
      <source>Khôi phục từ bản sao lưu gần nhất và báo bộ phận kỹ thuật.</source>
      <translation>Restore the latest backup and call the technicians.</translation>
    </message>
    <message>
      <source>Khôi phục {count} hồ sơ</source>
      <translation>Recover {count} dossiers</translation>
    </message>
    <message>
      <source>Không còn giấy nào chờ ký ở máy này.</source>
      <translation>No paper on this machine waits to be signed.</translation>
    </message>
    <message>
      <source>Không còn giấy tờ nào chờ vào sổ chứng thực.</source>
      <translation>No paper waits for a number of the certification book.</translation>
    </message>
    <message>
      <source>Không còn đọc được</source>
      <translation>Can no longer be read</translation>
    </message>
    <message>
      <source>Không có bản in này.</source>
      <translation>There is no such slip.</translation>
    </message>
    <message>
      <source>Không có giấy tờ này trong hồ sơ.</source>
      <translation>The dossier has no such paper.</translation>
    </message>
    <message>
      <source>Không có gì bị ghi đè.</source>
      <translation>Nothing was overwritten.</translation>
    </message>
    <message>
      <source>Không có gì bị xóa.</source>
      <translation>Nothing was deleted.</translation>
    </message>
    <message>
      <source>Không có gì bị xóa; việc chưa gửi nằm trong thư mục {folder}, chỉ tỉnh mở được.</source>
      <translation>Nothing was deleted; what was not sent lies in the folder {folder}, and only the province can open it.</translation>
    </message>
    <message>
      <source>Không có gì thay đổi và không mất gì; hãy xuất gói mới.</source>
      <translation>Nothing changed and nothing is lost; export a new bundle.</translation>
    </message>
    <message>
      <source>Không có gì thay đổi.</source>
      <translation>Nothing has changed.</translation>
    </message>
    <message>
      <source>Không có hồ sơ chưa gửi nào nhận theo quy định đã thay đổi.</source>
      <translation>No unsent dossier was taken under rules that have changed.</translation>
    </message>
    <message>
      <source>Không có hồ sơ mang mã này. Kiểm tra mã, hoặc tìm theo tên trong Tra cứu.</source>
      <translation>No dossier has this code. Check it, or search by name in Register.</translation>
    </message>
    <message>
      <source>Không có hồ sơ này trong sổ.</source>
      <translation>This dossier is not in the register.</translation>
    </message>
    <message>
      <source>Không có lần bàn giao nào chờ ký nhận.</source>
      <translation>No hand-over waits to be signed for.</translation>
    </message>
    <message>
      <source>Không có lần bàn giao nào của hồ sơ này đang chờ ký nhận.</source>
      <translation>No hand-over of this dossier is waiting to be signed for.</translation>
    </message>
    <message>
      <source>Không có lỗi nào trong bảy ngày qua.</source>
      <translation>No error in the last seven days.</translation>
    </message>
    <message>
      <source>Không có máy in ở địa chỉ đã chọn.</source>
      <translation>There is no printer at the chosen address.</translation>
    </message>
    <message>
      <source>Không có người dùng này trên máy.</source>
      <translation>There is nobody of that name on this machine.</translation>
    </message>
    <message>
      <source>Không có trang nào bị mất.</source>
      <translation>No page was lost.</translation>
    </message>
    <message>
      <source>Không có tờ tiền mệnh giá {face} đồng.</source>
      <translation>There is no note of {face} đồng.</translation>
    </message>
    <message>
      <source>Không có việc nào chờ gửi.</source>
      <translation>Nothing waits to be sent.</translation>
    </message>
    <message>
      <source>Không có việc nào cần xem lại.</source>
      <translation>There is nothing to look at.</translation>
    </message>
    <message>
      <source>Không có: gọi cán bộ tỉnh, đọc số {code}, rồi nhập mã cứu được đọc cho.</source>
      <translation>If not, call the province, read out {code}, and type the rescue code they read to you.</translation>
    </message>
    <message>
      <source>Không dùng biên nhận {code}: ký bằng khóa của {office}, quầy {slot}, đã bị thu hồi ngày {day}.</source>
      <translation>Do not rely on slip {code}: it is signed with the key of {office}, desk {slot}, revoked on {day}.</translation>
    </message>
    <message>
      <source>Không dùng mã này; giữ tờ giấy và hỏi nơi đã cấp.</source>
      <translation>Do not use this code; keep the paper and ask the office that issued it.</translation>
    </message>
    <message>
      <source>Không dữ liệu nào được coi là đã gửi.</source>
      <translation>Nothing counts as sent.</translation>
    </message>
    <message>
      <source>Không ghi tên</source>
      <translation>No name given</translation>
    </message>
    <message>
      <source>Không ghi được tệp danh mục ở đó.</source>
      <translation>The catalogue file cannot be written there.</translation>
    </message>
    <message>
      <source>Không ghi được tệp ở đó.</source>
      <translation>The file cannot be written there.</translation>
    </message>
    <message>
      <source>Không ghi được vào thư mục in.</source>
      <translation>The print folder cannot be written.</translation>
    </message>
    <message>
      <source>Không ghi được xuống đĩa ({reason}).</source>
      <translation>The disk cannot be written ({reason}).</translation>
    </message>
    <message>
      <source>Không hẹn ngày</source>
      <translation>No due date</translation>
    </message>
    <message>
      <source>Không khớp {what} với số định danh. Đối chiếu thẻ.</source>
      <translation>The citizen number does not match: {what}. Compare the card.</translation>
    </message>
    <message>
      <source>Không liên lạc được với máy in: máy đang tắt hoặc rời dây mạng.</source>
      <translation>The printer cannot be reached: it is off, or off the network.</translation>
    </message>
    <message>
      <source>Không mở được cổng {port} cho các quầy khác.</source>
      <translation>Port {port} could not be opened for the other desks.</translation>
    </message>
    <message>
      <source>Không mở được cổng {port} của đầu đọc mã. Vẫn gõ mã bằng tay được; cắm lại đầu đọc, hoặc chọn cổng khác trong Thiết lập.</source>
      <translation>The reader's port {port} cannot be opened. Codes can be typed; plug the reader in again, or choose another port in Settings.</translation>
    </message>
    <message>
      <source>Không mở được thư mục in.</source>
      <translation>The print folder cannot be opened.</translation>
    </message>
    <message>
      <source>Không mở được thư mục nhận tệp quét.</source>
      <translation>The folder for scanned files cannot be opened.</translation>
    </message>
    <message>
      <source>Không mở được thư viện của USB token.</source>
      <translation>The USB token's library could not be opened.</translation>
    </message>
    <message>
      <source>Không mở được trang này.</source>
      <translation>This page cannot be opened.</translation>
    </message>
    <message>
      <source>Không mở được tệp này.</source>
      <translation>This file could not be opened.</translation>
    </message>
    <message>
      <source>Không nhận ra tệp danh mục này: cần tệp của Cổng dịch vụ công quốc gia, của xã lập, hoặc do phần mềm xuất.</source>
      <translation>This catalogue file is not recognised: it must come from the national portal, from a commune, or from this program's export.</translation>
    </message>
    <message>
      <source>Không phát sinh</source>
      <translation>Never used</translation>
    </message>
    <message>
      <source>Không quét lại “{title}”: bản quét không gửi được nguyên vẹn đã gỡ khỏi hồ sơ.</source>
      <translation>“{title}” is not scanned again: the scan that could not be sent whole was taken off the dossier.</translation>
    </message>
    <message>
      <source>Không thiếu số nào.</source>
      <translation>No number is missing.</translation>
    </message>
    <message>
      <source>Không thu</source>
      <translation>Free</translation>
    </message>
    <message>
      <source>Không thấy USB nào trống cho quầy này. Cắm USB rồi bấm lại.</source>
      <translation>No stick found that is free for this desk. Plug one in and press again.</translation>
    </message>
    <message>
      <source>Không thấy bản sao lưu nào. Cắm USB sao lưu rồi tìm lại, hoặc chọn thư mục.</source>
      <translation>No backup found. Plug in the backup stick and look again, or choose a folder.</translation>
    </message>
    <message>
      <source>Không thấy bản sao lưu ở thư mục này.</source>
      <translation>There is no backup in this folder.</translation>
    </message>
    <message>
      <source>Không thấy hồ sơ nào khác.</source>
      <translation>No other dossier was found.</translation>
    </message>
    <message>
      <source>Không thấy máy in ở cổng đã chọn: máy đang tắt hoặc rời dây.</source>
      <translation>No printer at the chosen port: it is off, or its cable is out.</translation>
    </message>
    <message>
      <source>Không thấy mã QR của thẻ trong ảnh này.</source>
      <translation>There is no card's QR in this picture.</translation>
    </message>
    <message>
      <source>Không thấy quầy nào. Gõ địa chỉ của máy chủ quầy.</source>
      <translation>No desk was found. Type the address of the desk that serves.</translation>
    </message>
    <message>
      <source>Không thấy tệp chứng chỉ (CA) của Cổng DVCQG.</source>
      <translation>The portal's certificate file (CA) was not found.</translation>
    </message>
    <message>
      <source>Không thấy tệp này trên máy.</source>
      <translation>This file is not on the machine.</translation>
    </message>
    <message>
      <source>Không thấy đầu đọc mã nào ở cổng nối tiếp. Đầu đọc kiểu bàn phím vẫn dùng được.</source>
      <translation>No code reader at a serial port. A keyboard-type reader works as well.</translation>
    </message>
    <message>
      <source>Không thể xóa chính người dùng đang đăng nhập.</source>
      <translation>Whoever is signed in cannot be removed.</translation>
    </message>
    <message>
      <source>Không tiếp nhận</source>
      <translation>Refuse</translation>
    </message>
    <message>
      <source>Không tiếp nhận vì</source>
      <translation>Refused because</translation>
    </message>
    <message>
      <source>Không tiếp nhận. Phiếu từ chối đã vào hàng đợi in.</source>
      <translation>Not taken in. The refusal is in the print queue.</translation>
    </message>
    <message>
      <source>Không tiếp tục ghi để giữ nguyên hiện trạng.</source>
      <translation>Nothing more is written, so that it stays as it is.</translation>
    </message>
    <message>
      <source>Không tiếp tục ghi.</source>
      <translation>Nothing more is written.</translation>
    </message>
    <message>
      <source>Không trùng</source>
      <translation>Not the same</translation>
    </message>
    <message>
      <source>Không tìm thấy máy in theo tên đã chọn.</source>
      <translation>No printer of that name was found.</translation>
    </message>
    <message>
      <source>Không tìm thấy máy quét.</source>
      <translation>No scanner found.</translation>
    </message>
    <message>
      <source>Không tìm thấy tệp đã chọn.</source>
      <translation>The chosen file was not found.</translation>
    </message>
    <message>
      <source>Không tính ở đây</source>
      <translation>Not counted here</translation>
    </message>
    <message>
      <source>Không tạo tệp mới để khỏi cấp trùng số.</source>
      <translation>No new one is made, so that no number is given twice.</translation>
    </message>
    <message>
      <source>Không đọc ghi được USB ({reason}).</source>
      <translation>The stick cannot be read or written ({reason}).</translation>
    </message>
    <message>
      <source>Không đọc ghi được ổ đĩa.</source>
      <translation>The disk cannot be read or written.</translation>
    </message>
    <message>
      <source>Không đọc được chữ ký trong tệp này. Coi như chưa ký, và xin lại bản gốc.</source>
      <translation>The signature in this file cannot be read. Take it as unsigned and ask for the original.</translation>
    </message>
    <message>
      <source>Không đọc được tệp danh mục.</source>
      <translation>The catalogue file cannot be read.</translation>
    </message>
    <message>
      <source>Không đọc được tệp lịch.</source>
      <translation>The calendar file could not be read.</translation>
    </message>
    <message>
      <source>Không đọc được tệp mẫu in.</source>
      <translation>The file of form words cannot be read.</translation>
    </message>
    <message>
      <source>Không đổi</source>
      <translation>Stays</translation>
    </message>
    <message>
      <source>Khổ &amp;giấy biên nhận</source>
      <translation>&amp;Receipt paper</translation>
    </message>
    <message>
      <source>Khổ giấ&amp;y</source>
      <translation>Paper si&amp;ze</translation>
    </message>
    <message>
      <source>Khổ giấy không hợp với máy quét.</source>
      <translation>The scanner does not take this paper size.</translation>
    </message>
    <message>
      <source>Khớp</source>
      <translation>They agree</translation>
    </message>
    <message>
      <source>Khớp giới tính, năm sinh</source>
      <translation>Sex and birth year match</translation>
    </message>
    <message>
      <source>Khớp: {total} tiếp nhận = {settled} đã giải quyết + {open} đang giải quyết.</source>
      <translation>It adds up: {total} taken in = {settled} settled + {open} in progress.</translation>
    </message>
    <message>
      <source>Kiể&amp;u quét</source>
      <translation>&amp;Profile</translation>
    </message>
    <message>
      <source>Kiểm quỹ cuối ca</source>
      <translation>Count at the end of the shift</translation>
    </message>
    <message>
      <source>Kiểm tra</source>
      <translation>Check</translation>
    </message>
    <message>
      <source>Kiểm tra &amp;lại</source>
      <translation>&amp;Check again</translation>
    </message>
    <message>
      <source>Kiểm tra USB rồi làm lại.</source>
      <translation>Check the stick, then try again.</translation>
    </message>
    <message>
      <source>Kiểm tra chữ ký của tệp này lâu quá nên đã dừng. Coi như chưa ký, và xin lại bản gốc.</source>
      <translation>Checking this file took too long and was ended. Take it as unsigned and ask for the original.</translation>
    </message>
    <message>
      <source>Kiểm tra dây cáp và nguồn rồi bấm Quét tiếp.</source>
      <translation>Check cable and power, then press Scan on.</translation>
    </message>
    <message>
      <source>Kiểm tra lại USB</source>
      <translation>Check the stick again</translation>
    </message>
    <message>
      <source>Kiểm tra lại từng chữ rồi nhập lại.</source>
      <translation>Check each letter, then type it again.</translation>
    </message>
    <message>
      <source>Kiểm tra lại vị trí tệp rồi bấm Chọn tệp.</source>
      <translation>Check where the file is, then press Choose file.</translation>
    </message>
    <message>
      <source>Kiểm tra mã đơn vị trong Thiết lập.</source>
      <translation>Check the office identifier in Settings.</translation>
    </message>
    <message>
      <source>Kiểm tra thư mục trong Thiết lập rồi bấm Quét lại.</source>
      <translation>Check the folder in Settings, then press Scan again.</translation>
    </message>
    <message>
      <source>Kiểm tra tên, mật khẩu và mã trục của tỉnh.</source>
      <translation>Check the name, the password and the province's destination code.</translation>
    </message>
    <message>
      <source>Kiểm tra tệp có chữ ký…</source>
      <translation>Check a signed file…</translation>
    </message>
    <message>
      <source>Kiểm tra địa chỉ, hoặc chỉ tệp chứng chỉ của trục.</source>
      <translation>Check the address, or name the certificate file of the exchange.</translation>
    </message>
    <message>
      <source>Kiểm tra ổ đĩa rồi làm lại.</source>
      <translation>Check the disk, then do it again.</translation>
    </message>
    <message>
      <source>Kiểm tra ổ đĩa và chỗ trống rồi làm lại.</source>
      <translation>Check the disk and its free room, then do it again.</translation>
    </message>
    <message>
      <source>Kiểm tra ổ đĩa.</source>
      <translation>Check the disk.</translation>
    </message>
    <message>
      <source>Kiểu quét</source>
      <translation>Scan profile</translation>
    </message>
    <message>
      <source>Kiểu quét mới</source>
      <translation>New profile</translation>
    </message>
    <message>
      <source>Kênh</source>
      <translation>Channel</translation>
    </message>
    <message>
      <source>Kênh thực hiện là trực tuyến, trên số tiếp nhận trong kỳ.</source>
      <translation>The channel is online, out of those received in the span.</translation>
    </message>
    <message>
      <source>Ký bản điện tử, {paper}</source>
      <translation>Sign electronically, {paper}</translation>
    </message>
    <message>
      <source>Ký lại</source>
      <translation>Sign again</translation>
    </message>
    <message>
      <source>Ký lại trên bảng ký.</source>
      <translation>Sign on the pad again.</translation>
    </message>
    <message>
      <source>Ký nhận</source>
      <translation>Sign for it</translation>
    </message>
    <message>
      <source>Ký số</source>
      <translation>Sign</translation>
    </message>
    <message>
      <source>Ký số giấy tờ</source>
      <translation>Sign papers</translation>
    </message>
    <message>
      <source>Kết nối quầy khác</source>
      <translation>Connect another desk</translation>
    </message>
    <message>
      <source>Kết q&amp;uả</source>
      <translation>Res&amp;ult</translation>
    </message>
    <message>
      <source>Kết quả</source>
      <translation>Result</translation>
    </message>
    <message>
      <source>Kết quả chưa lấy</source>
      <translation>Uncollected</translation>
    </message>
    <message>
      <source>Kết quả chưa về quầy.</source>
      <translation>The result is not at the desk yet.</translation>
    </message>
    <message>
      <source>Kết quả chờ {days} ngày</source>
      <translation>Result waits {days} d</translation>
    </message>
    <message>
      <source>Kết quả của hồ sơ này chưa trả nên chưa có giấy biên nhận.</source>
      <translation>The result of this dossier was not returned yet, so there is no receipt for it.</translation>
    </message>
    <message>
      <source>Kết quả của đợt này</source>
      <translation>What was done</translation>
    </message>
    <message>
      <source>Kết quả này không ở bưu điện.</source>
      <translation>This result is not with the post.</translation>
    </message>
    <message>
      <source>Kết thúc xử lý không sau ngày hẹn trả. Hồ sơ phải bổ sung quá một lần tính là quá hạn; hồ sơ đang chờ bổ sung tính kết thúc tại lúc yêu cầu. Thời gian chờ người dân đã trừ vào ngày hẹn.</source>
      <translation>Work ended no later than the appointment. A dossier asked for papers more than once counts as late; one that waits for papers counts as ended when they were asked for. Time spent waiting for the citizen is already in the appointment.</translation>
    </message>
    <message>
      <source>Kỳ sau</source>
      <translation>Later</translation>
    </message>
    <message>
      <source>Kỳ trước</source>
      <translation>Earlier</translation>
    </message>
    <message>
      <source>Loại giấy tờ</source>
      <translation>ID kind</translation>
    </message>
    <message>
      <source>Loại ngày</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>Là &amp;giấy tờ</source>
      <translation>As the &amp;paper</translation>
    </message>
    <message>
      <source>Là trang thường</source>
      <translation>An ordinary page</translation>
    </message>
    <message>
      <source>Làm bù</source>
      <translation>Make-up day</translation>
    </message>
    <message>
      <source>Làm lại việc sửa trang</source>
      <translation>Redo the page edit</translation>
    </message>
    <message>
      <source>Làm lại.</source>
      <translation>Do it again.</translation>
    </message>
    <message>
      <source>Làm mới</source>
      <translation>Refresh</translation>
    </message>
    <message>
      <source>Làm tiếp hoặc giữ ngày cũ, rồi đổi lịch lần nữa.</source>
      <translation>Go on or keep the old dates, then change the calendar again.</translation>
    </message>
    <message>
      <source>Lãnh đạo (chỉ xem)</source>
      <translation>Leader (reads only)</translation>
    </message>
    <message>
      <source>Lô dữ liệu không có đủ số dòng nó nói và không được nhận.</source>
      <translation>The batch has fewer lines than it says and was not taken.</translation>
    </message>
    <message>
      <source>Lô dữ liệu không phải của quầy gửi nó.</source>
      <translation>The batch is not the sending desk's own.</translation>
    </message>
    <message>
      <source>Lô dữ liệu theo một giao thức máy này không biết.</source>
      <translation>The batch follows a protocol that this server does not know.</translation>
    </message>
    <message>
      <source>Lúc</source>
      <translation>At</translation>
    </message>
    <message>
      <source>Lúc này có thể: {instead}.</source>
      <translation>Possible now: {instead}.</translation>
    </message>
    <message>
      <source>Lý do</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>Lý do hủy</source>
      <translation>Why voided</translation>
    </message>
    <message>
      <source>Lý do hủy: {reason}</source>
      <translation>Voided because: {reason}</translation>
    </message>
    <message>
      <source>Lý do không tiếp nhận</source>
      <translation>Why it is refused</translation>
    </message>
    <message>
      <source>Lĩnh vực</source>
      <translation>Sector</translation>
    </message>
    <message>
      <source>Lưu &amp;nhật ký ra tệp…</source>
      <translation>Save the &amp;log to a file…</translation>
    </message>
    <message>
      <source>Lưu PDF</source>
      <translation>Save PDF</translation>
    </message>
    <message>
      <source>Lưu bản quét</source>
      <translation>Save the scan</translation>
    </message>
    <message>
      <source>Lưu bộ lọc</source>
      <translation>Save filter</translation>
    </message>
    <message>
      <source>Lưu hồ sơ này</source>
      <translation>Save this dossier</translation>
    </message>
    <message>
      <source>Lưu lại từ Excel dạng “CSV UTF-8”.</source>
      <translation>Save it again from Excel as “CSV UTF-8”.</translation>
    </message>
    <message>
      <source>Lưu nháp</source>
      <translation>Save draft</translation>
    </message>
    <message>
      <source>Lưu nhật ký</source>
      <translation>Save the log</translation>
    </message>
    <message>
      <source>Lưu ra PDF</source>
      <translation>Save as PDF</translation>
    </message>
    <message>
      <source>Lưu sửa đổi</source>
      <translation>Save changes</translation>
    </message>
    <message>
      <source>Lưu tất cả</source>
      <translation>Save all</translation>
    </message>
    <message>
      <source>Lưu việc được giao</source>
      <translation>Save the duties</translation>
    </message>
    <message>
      <source>Lưu và vào quầy</source>
      <translation>Save and enter</translation>
    </message>
    <message>
      <source>Lưu vào hồ sơ</source>
      <translation>Save to the dossier</translation>
    </message>
    <message>
      <source>Lưu ý</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Lấy của máy chủ</source>
      <translation>Take the server's</translation>
    </message>
    <message>
      <source>Lấy của {who}: {value}</source>
      <translation>Take {who}'s: {value}</translation>
    </message>
    <message>
      <source>Lấy giấy từ</source>
      <translation>Paper from</translation>
    </message>
    <message>
      <source>Lấy về và &amp;xem</source>
      <translation>Fetch and &amp;view</translation>
    </message>
    <message>
      <source>Lần gửi gần nhất lúc {time}.</source>
      <translation>Last sent at {time}.</translation>
    </message>
    <message>
      <source>Lần trước: {words}</source>
      <translation>Last time: {words}</translation>
    </message>
    <message>
      <source>Lần đổi lịch trước còn hồ sơ chưa hẹn lại.</source>
      <translation>The last change of the calendar still has dossiers without their new date.</translation>
    </message>
    <message>
      <source>Lần đổi lịch trước còn {left} việc: ngày hẹn chưa đổi hoặc giấy hẹn chưa in.</source>
      <translation>The last change of the calendar has {left} things left: dates not moved or receipts not printed.</translation>
    </message>
    <message>
      <source>Lệ phí (đ)</source>
      <translation>Charges (VND)</translation>
    </message>
    <message>
      <source>Lệ phí đã thu</source>
      <translation>Charges taken</translation>
    </message>
    <message>
      <source>Lệnh tìm thấy</source>
      <translation>Commands found</translation>
    </message>
    <message>
      <source>Lịch của tỉnh đã dùng ở quầy này. Ngày hẹn đã ghi trên giấy chưa đổi; chọn hồ sơ cần hẹn lại.</source>
      <translation>The province's calendar is in use at this desk. Dates already on paper have not changed; choose the dossiers to be given a new one.</translation>
    </message>
    <message>
      <source>Lịch làm việc</source>
      <translation>Calendar</translation>
    </message>
    <message>
      <source>Lịch làm việc không có ngày mở cửa nào.</source>
      <translation>The calendar has no working day.</translation>
    </message>
    <message>
      <source>Lịch đang dùng vẫn giữ nguyên.</source>
      <translation>The calendar in use stays as it is.</translation>
    </message>
    <message>
      <source>Lọc thêm</source>
      <translation>Filter</translation>
    </message>
    <message>
      <source>Lỗi gần nhất: {name}, lúc {time}. Nhật ký có thể gửi cho bộ phận kỹ thuật.</source>
      <translation>Latest error: {name}, at {time}. The log can be sent to the technicians.</translation>
    </message>
    <message>
      <source>Lời nhắn</source>
      <translation>Message</translation>
    </message>
    <message>
      <source>Lời trên biểu mẫu</source>
      <translation>Words on forms</translation>
    </message>
    <message>
      <source>Mang token đến nơi cấp để mở khóa.</source>
      <translation>Take the token to its issuer to be unlocked.</translation>
    </message>
    <message>
      <source>Miễn, giảm</source>
      <translation>Exemption, reduction</translation>
    </message>
    <message>
      <source>Miễn, giảm ({key})</source>
      <translation>Pay less ({key})</translation>
    </message>
    <message>
      <source>Miễn, giảm phí</source>
      <translation>Pay less</translation>
    </message>
    <message>
      <source>Miễn: {group}</source>
      <translation>Free: {group}</translation>
    </message>
    <message>
      <source>Máy &amp;in</source>
      <translation>&amp;Printer</translation>
    </message>
    <message>
      <source>Máy &amp;quét</source>
      <translation>&amp;Scanner</translation>
    </message>
    <message>
      <source>Máy chụp chưa đủ nét cho tờ giấy này (dưới 200 dpi theo quy định).</source>
      <translation>The camera is too coarse for this sheet (under the 200 dpi the rules ask for).</translation>
    </message>
    <message>
      <source>Máy chụp vừa dừng. Phần đã nhập còn nguyên; bấm Đổi máy chụp để mở lại.</source>
      <translation>The camera has just stopped. What was typed is untouched; press Change camera to open it again.</translation>
    </message>
    <message>
      <source>Máy chủ quầy: {hub} (lần chỉ định {term}).</source>
      <translation>Hub: {hub} (appointment {term}).</translation>
    </message>
    <message>
      <source>Máy chủ tỉnh</source>
      <translation>Province server</translation>
    </message>
    <message>
      <source>Máy chủ tỉnh chưa có bản nén mới; máy sẽ gửi lại cách khác.</source>
      <translation>The province lacks the new dictionary; the desk will send another way.</translation>
    </message>
    <message>
      <source>Máy chủ tỉnh chưa nhận {count} việc. Dữ liệu vẫn an toàn trên máy này.</source>
      <translation>The province has not accepted {count} actions. The data is safe on this machine.</translation>
    </message>
    <message>
      <source>Máy chủ tỉnh giữ những dòng nhật ký khác với máy này, như khi có hai bản sao của cùng một máy, và chưa nối lại được.</source>
      <translation>The province holds other journal lines than this machine, as when one machine was copied, and they could not be joined yet.</translation>
    </message>
    <message>
      <source>Máy chủ tỉnh không nhận chữ ký của máy này.</source>
      <translation>The province does not accept this machine's signature.</translation>
    </message>
    <message>
      <source>Máy chủ tỉnh trả lời.</source>
      <translation>The province server answers.</translation>
    </message>
    <message>
      <source>Máy chủ tỉnh đang bận hoặc gặp sự cố; máy sẽ thử lại sau.</source>
      <translation>The province server is busy or in trouble; this machine will try again later.</translation>
    </message>
    <message>
      <source>Máy chủ tỉnh đang từ chối kết nối; máy sẽ thử lại sau.</source>
      <translation>The province server refuses the connection; this machine will try again later.</translation>
    </message>
    <message>
      <source>Máy ghi ngày {day}, sổ đã dùng ngày {book}: số hồ sơ tiếp tục theo ngày {book}. Chỉnh lại giờ máy.</source>
      <translation>The machine says {day}, the book has used {book}: codes go on under {book}. Set the machine's clock right.</translation>
    </message>
    <message>
      <source>Máy giữ dải số đã &amp;hỏng hẳn…</source>
      <translation>The machine with the numbers is &amp;gone for good…</translation>
    </message>
    <message>
      <source>Máy giữ dải số đã hỏng hẳn</source>
      <translation>The machine with the numbers is gone for good</translation>
    </message>
    <message>
      <source>Máy in</source>
      <translation>Printer</translation>
    </message>
    <message>
      <source>Máy in &amp;nhiệt</source>
      <translation>Ther&amp;mal printer</translation>
    </message>
    <message>
      <source>Máy in A4/A5</source>
      <translation>The A4/A5 printer</translation>
    </message>
    <message>
      <source>Máy in báo lỗi; tắt rồi bật lại máy in.</source>
      <translation>The printer reports an error; switch it off and on again.</translation>
    </message>
    <message>
      <source>Máy in chưa in xong nên lần in này đã được dừng.</source>
      <translation>The printer did not finish, so this print was stopped.</translation>
    </message>
    <message>
      <source>Máy in của quầy</source>
      <translation>This desk's printer</translation>
    </message>
    <message>
      <source>Máy in hết giấy.</source>
      <translation>The printer is out of paper.</translation>
    </message>
    <message>
      <source>Máy in hết mực.</source>
      <translation>The printer is out of ink or toner.</translation>
    </message>
    <message>
      <source>Máy in hỏng không giữ chân ai: phiếu nằm trong hàng đợi, F9 để in lại.</source>
      <translation>A dead printer holds up nobody: slips wait in the queue, F9 prints them.</translation>
    </message>
    <message>
      <source>Máy in không còn biết lần in này.</source>
      <translation>The printer no longer knows this print.</translation>
    </message>
    <message>
      <source>Máy in không có khổ A5 nên in trên giấy A4.</source>
      <translation>The printer has no A5, so A4 is used.</translation>
    </message>
    <message>
      <source>Máy in không có khổ {paper}.</source>
      <translation>The printer has no {paper} paper.</translation>
    </message>
    <message>
      <source>Máy in không nhận việc.</source>
      <translation>The printer does not take the print.</translation>
    </message>
    <message>
      <source>Máy in không phản hồi.</source>
      <translation>The printer does not respond.</translation>
    </message>
    <message>
      <source>Máy in không trả lời.</source>
      <translation>The printer does not answer.</translation>
    </message>
    <message>
      <source>Máy in kẹt giấy.</source>
      <translation>Paper is jammed in the printer.</translation>
    </message>
    <message>
      <source>Máy in ngắt liên lạc khi đang in.</source>
      <translation>The printer hung up while printing.</translation>
    </message>
    <message>
      <source>Máy in ngắt liên lạc trước khi nhận phiếu.</source>
      <translation>The printer hung up before it took the slip.</translation>
    </message>
    <message>
      <source>Máy in ngừng trả lời khi đang in.</source>
      <translation>The printer stopped answering while printing.</translation>
    </message>
    <message>
      <source>Máy in nhiệt chỉ in phiếu khổ 80 mm và 58 mm.</source>
      <translation>A thermal printer prints only slips of 80 mm and 58 mm.</translation>
    </message>
    <message>
      <source>Máy in nhiệt đã in xong phiếu thử. Xem khung đủ bốn cạnh và chữ đủ dấu.</source>
      <translation>The thermal printer has printed the trial. See that the frame has four sides and the letters all their marks.</translation>
    </message>
    <message>
      <source>Máy in nhiệt, giấy 58 mm</source>
      <translation>A thermal printer, 58 mm paper</translation>
    </message>
    <message>
      <source>Máy in nhiệt, giấy 80 mm</source>
      <translation>A thermal printer, 80 mm paper</translation>
    </message>
    <message>
      <source>Máy in này không nhận tệp PDF.</source>
      <translation>This printer takes no PDF files.</translation>
    </message>
    <message>
      <source>Máy in thiếu khay giấy.</source>
      <translation>The printer's paper tray is missing.</translation>
    </message>
    <message>
      <source>Máy in từ chối in.</source>
      <translation>The printer refused the print.</translation>
    </message>
    <message>
      <source>Máy in {name} chưa in được: {troubles}</source>
      <translation>The printer {name} cannot print yet: {troubles}</translation>
    </message>
    <message>
      <source>Máy in {name} không có khổ {paper}. Chọn khổ khác trong Thiết lập.</source>
      <translation>The printer {name} has no {paper} paper. Choose another size in Settings.</translation>
    </message>
    <message>
      <source>Máy in {name} sẵn sàng.</source>
      <translation>The printer {name} is ready.</translation>
    </message>
    <message>
      <source>Máy in đang bận.</source>
      <translation>The printer is busy.</translation>
    </message>
    <message>
      <source>Máy in đang chờ nạp giấy.</source>
      <translation>The printer waits for paper.</translation>
    </message>
    <message>
      <source>Máy in đang dừng.</source>
      <translation>The printer has stopped.</translation>
    </message>
    <message>
      <source>Máy in đang ngoại tuyến.</source>
      <translation>The printer is offline.</translation>
    </message>
    <message>
      <source>Máy in đang tạm dừng.</source>
      <translation>The printer is paused.</translation>
    </message>
    <message>
      <source>Máy in đang tắt.</source>
      <translation>The printer is switched off.</translation>
    </message>
    <message>
      <source>Máy in đã bỏ lần in này.</source>
      <translation>The printer dropped this print.</translation>
    </message>
    <message>
      <source>Máy in đã nhận phiếu nhưng chưa báo in xong.</source>
      <translation>The printer took the slip but has not said that it is done.</translation>
    </message>
    <message>
      <source>Máy in đã nối nhưng không cho biết tình trạng, nên chưa gửi phiếu.</source>
      <translation>The printer is connected but does not say how it is, so no slip was sent.</translation>
    </message>
    <message>
      <source>Máy in “{name}” chưa sẵn sàng.</source>
      <translation>The printer “{name}” is not ready.</translation>
    </message>
    <message>
      <source>Máy in “{name}” sẵn sàng.</source>
      <translation>The printer “{name}” is ready.</translation>
    </message>
    <message>
      <source>Máy in: sẵn sàng</source>
      <translation>Printer: ready</translation>
    </message>
    <message>
      <source>Máy in: {count} phiếu chưa in được</source>
      <translation>Printer: {count} slips not printed</translation>
    </message>
    <message>
      <source>Máy in: {count} phiếu đang chờ</source>
      <translation>Printer: {count} slips waiting</translation>
    </message>
    <message>
      <source>Máy này chưa có khóa niêm phong gói USB của tỉnh.</source>
      <translation>This desk has no key of the province to seal bundles with.</translation>
    </message>
    <message>
      <source>Máy này chưa ghi danh với máy chủ tỉnh.</source>
      <translation>This machine has not joined the province.</translation>
    </message>
    <message>
      <source>Máy này chưa ghi danh với tỉnh.</source>
      <translation>Not joined to a province.</translation>
    </message>
    <message>
      <source>Máy này chưa ghi danh với tỉnh. Dữ liệu đã lưu an toàn trên máy này.</source>
      <translation>Not joined to a province. The data is safe on this machine.</translation>
    </message>
    <message>
      <source>Máy này chưa kiểm tra được chữ ký số; tệp không bị kết luận gì. Cài lại chương trình, rồi mở lại tệp.</source>
      <translation>This computer cannot check digital signatures yet; nothing is said of the file. Install the program again, then open the file again.</translation>
    </message>
    <message>
      <source>Máy này chưa được ghép với quầy kia.</source>
      <translation>This machine is not paired with that desk.</translation>
    </message>
    <message>
      <source>Máy này còn giữ {count} trang đã quét.</source>
      <translation>Scanned pages still held here: {count}.</translation>
    </message>
    <message>
      <source>Máy này không còn giữ. Bấm Xem để lấy về, rồi quay lại để dùng.</source>
      <translation>No longer kept on this desk. Press Look to fetch it, then come back to use it.</translation>
    </message>
    <message>
      <source>Máy này không còn đọc được tệp và tỉnh chưa nhận. Quét lại giấy tờ này.</source>
      <translation>This machine can no longer read the file and the province does not have it. Scan this paper again.</translation>
    </message>
    <message>
      <source>Máy này không có kho khóa của hệ điều hành, hoặc kho đang khóa.</source>
      <translation>This machine has no key store of the operating system, or it is locked.</translation>
    </message>
    <message>
      <source>Máy này và tỉnh</source>
      <translation>Here and at the province</translation>
    </message>
    <message>
      <source>Máy này, chờ gửi</source>
      <translation>Here, to be sent</translation>
    </message>
    <message>
      <source>Máy quét</source>
      <translation>Scanner</translation>
    </message>
    <message>
      <source>Máy quét bị kẹt giấy.</source>
      <translation>Paper is jammed in the scanner.</translation>
    </message>
    <message>
      <source>Máy quét cuốn nhiều tờ cùng lúc.</source>
      <translation>The scanner took several sheets at once.</translation>
    </message>
    <message>
      <source>Máy quét của quầy</source>
      <translation>This desk's scanner</translation>
    </message>
    <message>
      <source>Máy quét dừng giữa chừng mà không nói vì sao.</source>
      <translation>The scanner stopped half-way and did not say why.</translation>
    </message>
    <message>
      <source>Máy quét hết bộ nhớ cho trang này.</source>
      <translation>The scanner is out of memory for this page.</translation>
    </message>
    <message>
      <source>Máy quét không cuốn được tờ giấy.</source>
      <translation>The scanner could not pull the sheet in.</translation>
    </message>
    <message>
      <source>Máy quét không làm được kiểu quét đã chọn.</source>
      <translation>The scanner cannot scan in the chosen way.</translation>
    </message>
    <message>
      <source>Máy quét không trả lời, có thể đang tắt, đang ngủ hoặc mất mạng.</source>
      <translation>The scanner does not answer; it may be off, asleep or without network.</translation>
    </message>
    <message>
      <source>Máy quét xuất trình chứng thư khác lần trước nên chưa quét.</source>
      <translation>The scanner shows another certificate than before, so nothing was scanned.</translation>
    </message>
    <message>
      <source>Máy quét {name} trả lời.</source>
      <translation>The scanner {name} answers.</translation>
    </message>
    <message>
      <source>Máy quét đang bận việc khác.</source>
      <translation>The scanner is busy.</translation>
    </message>
    <message>
      <source>Máy tính chưa cho phép dùng máy quét này.</source>
      <translation>This computer does not permit the use of this scanner yet.</translation>
    </message>
    <message>
      <source>Máy tính không có máy in “{name}”.</source>
      <translation>This computer has no printer “{name}”.</translation>
    </message>
    <message>
      <source>Máy tính này chưa cho phép dùng cổng máy in.</source>
      <translation>This computer does not allow the printer's port to be used.</translation>
    </message>
    <message>
      <source>Máy tính thiếu phần mềm điều khiển máy quét.</source>
      <translation>This computer lacks the scanner's software.</translation>
    </message>
    <message>
      <source>Máy vẫn dùng phiên bản đang có.</source>
      <translation>The version in use stays in use.</translation>
    </message>
    <message>
      <source>Máy vẫn dùng phiên bản đang có; dữ liệu vẫn nguyên.</source>
      <translation>The version in use stays in use; the data are untouched.</translation>
    </message>
    <message>
      <source>Máy vừa khôi phục: dùng dải số riêng cho tới khi nghe đủ các quầy.</source>
      <translation>This machine was just restored: it uses its own numbers until every desk has been heard.</translation>
    </message>
    <message>
      <source>Máy đang quét trang cho chỗ này. Chờ xong, hoặc bấm F7 để dừng.</source>
      <translation>The scanner is reading a page for this place. Wait for it, or press F7 to stop.</translation>
    </message>
    <message>
      <source>Máy ở địa chỉ đã chọn không nhận in.</source>
      <translation>The machine at the chosen address takes no print.</translation>
    </message>
    <message>
      <source>Mã</source>
      <translation>Code</translation>
    </message>
    <message>
      <source>Mã &amp;PIN của token</source>
      <translation>Token's &amp;PIN</translation>
    </message>
    <message>
      <source>Mã &amp;cứu, hoặc khóa phục hồi</source>
      <translation>Rescue &amp;code, or recovery key</translation>
    </message>
    <message>
      <source>Mã &amp;ghép nối</source>
      <translation>&amp;Pairing code</translation>
    </message>
    <message>
      <source>Mã &amp;hồ sơ nhận trang</source>
      <translation>&amp;Code of the dossier for the page</translation>
    </message>
    <message>
      <source>Mã PIN của token chưa đúng, và chỉ còn một lần thử trước khi token tự khóa.</source>
      <translation>The token's PIN is wrong, and one try is left before the token locks itself.</translation>
    </message>
    <message>
      <source>Mã PIN của token chưa đúng, và token chỉ còn cho thử ít lần.</source>
      <translation>The token's PIN is wrong, and the token allows few more tries.</translation>
    </message>
    <message>
      <source>Mã PIN của token chưa đúng.</source>
      <translation>The token's PIN is wrong.</translation>
    </message>
    <message>
      <source>Mã PIN của token phải đặt mới trước khi ký.</source>
      <translation>The token's PIN must be set anew before signing.</translation>
    </message>
    <message>
      <source>Mã VietQR để chuyển khoản</source>
      <translation>VietQR to pay by transfer</translation>
    </message>
    <message>
      <source>Mã VietQR để thử</source>
      <translation>A VietQR to try</translation>
    </message>
    <message>
      <source>Mã chỉ có số định danh, không có họ tên và ngày sinh.</source>
      <translation>The code holds a citizen number only, no name or birth date.</translation>
    </message>
    <message>
      <source>Mã có dạng H55.242, theo quyết định của tỉnh.</source>
      <translation>The identifier looks like H55.242; see the province's decision.</translation>
    </message>
    <message>
      <source>Mã của biên nhận thuộc một hồ sơ khác.</source>
      <translation>The code of the slip belongs to another dossier.</translation>
    </message>
    <message>
      <source>Mã cứu này không mở được máy.</source>
      <translation>This rescue code does not open this desk.</translation>
    </message>
    <message>
      <source>Mã ghi danh này cấp cho đơn vị hoặc quầy khác.</source>
      <translation>This code was given to another office or desk.</translation>
    </message>
    <message>
      <source>Mã ghi danh này không có trên máy chủ tỉnh.</source>
      <translation>The province does not know this code.</translation>
    </message>
    <message>
      <source>Mã ghi danh này đã quá 24 giờ.</source>
      <translation>This code is more than 24 hours old.</translation>
    </message>
    <message>
      <source>Mã ghi danh này đã được một máy khác dùng.</source>
      <translation>Another machine has used this code.</translation>
    </message>
    <message>
      <source>Mã ghép nối không đúng.</source>
      <translation>The pairing code is wrong.</translation>
    </message>
    <message>
      <source>Mã hồ sơ</source>
      <translation>Code</translation>
    </message>
    <message>
      <source>Mã hồ sơ hoặc họ tên</source>
      <translation>Dossier code or name</translation>
    </message>
    <message>
      <source>Mã hồ sơ không dùng lại; lý do được giữ trong diễn biến.</source>
      <translation>The code is not used again; the reason stays in the history.</translation>
    </message>
    <message>
      <source>Mã hồ sơ không đúng dạng.</source>
      <translation>This is no dossier code.</translation>
    </message>
    <message>
      <source>Mã hồ sơ {code} đã có trong sổ.</source>
      <translation>The code {code} is in the register already.</translation>
    </message>
    <message>
      <source>Mã mẫu bị cắt cụt. Đặt ký tự cuối CR theo tờ cài đặt rồi quét lại.</source>
      <translation>The sample code was cut short. Set the ending CR as the set-up sheet says and scan again.</translation>
    </message>
    <message>
      <source>Mã mẫu đọc đúng từng ký tự.</source>
      <translation>The sample code was read right, letter for letter.</translation>
    </message>
    <message>
      <source>Mã mẫu đọc đúng, nhưng đầu đọc gửi theo bảng mã cũ {charset}. Nên đặt về UTF-8.</source>
      <translation>The sample was read right, but the reader sends the old code page {charset}. Better set it to UTF-8.</translation>
    </message>
    <message>
      <source>Mã ngân hàng (BIN) gồm 6 chữ số.</source>
      <translation>A bank's number (BIN) has 6 digits.</translation>
    </message>
    <message>
      <source>Mã này chưa có trong sổ của quầy.</source>
      <translation>This code is not in this desk's register.</translation>
    </message>
    <message>
      <source>Mã này không phải mã của biên nhận, hoặc đã hỏng.</source>
      <translation>This is no code of a slip, or it is damaged.</translation>
    </message>
    <message>
      <source>Mã này đúng dạng nhưng chưa có trong sổ của quầy. Kiểm tra mã, hoặc tìm theo tên.</source>
      <translation>The code is well formed but not in this desk's register. Check it, or search by name.</translation>
    </message>
    <message>
      <source>Mã số t&amp;huế</source>
      <translation>&amp;Tax code</translation>
    </message>
    <message>
      <source>Mã số thuế có 10 chữ số, hoặc 10 chữ số, gạch nối và 3 chữ số.</source>
      <translation>A tax code has 10 digits, or 10 digits, a hyphen and 3 digits.</translation>
    </message>
    <message>
      <source>Mã số thuế và tài khoản nhận tiền</source>
      <translation>Tax code and account for fees</translation>
    </message>
    <message>
      <source>Mã thủ tục</source>
      <translation>Procedure code</translation>
    </message>
    <message>
      <source>Mã trên thẻ không có họ tên.</source>
      <translation>The card's code holds no name.</translation>
    </message>
    <message>
      <source>Mã trên thẻ không có nơi cư trú.</source>
      <translation>The card's code holds no residence.</translation>
    </message>
    <message>
      <source>Mã trên thẻ thiếu thông tin: chỉ có {count} trong 7 mục.</source>
      <translation>The card's code is incomplete: only {count} of 7 parts.</translation>
    </message>
    <message>
      <source>Mã trợ giúp</source>
      <translation>Help code</translation>
    </message>
    <message>
      <source>Mã trợ giúp: {code}</source>
      <translation>Help code: {code}</translation>
    </message>
    <message>
      <source>Mã {code} đã thuộc một hồ sơ khác nên tờ này không đưa vào sổ; các tờ khác không bị ảnh hưởng.</source>
      <translation>Code {code} already belongs to another dossier, so this sheet stays out of the register; the other sheets are not affected.</translation>
    </message>
    <message>
      <source>Mã đã nhập sai ba lần nên không dùng được nữa.</source>
      <translation>The code was typed wrong three times and is no longer good.</translation>
    </message>
    <message>
      <source>Mười bốn từ và một mã vuông, in một lần, không lưu ở đâu. Mở được quầy khi không ai còn mật khẩu, khi cài lại máy, và khi khôi phục bản sao lưu trên máy khác. Niêm phong, cất trong két.</source>
      <translation>Fourteen words and a square code, printed once and kept nowhere. They open the desk when nobody has a password left, when the machine is set up anew, and when a backup is restored on another machine. Seal the sheet and lock it in the safe.</translation>
    </message>
    <message>
      <source>Mạng này không cho tìm quầy tự động.</source>
      <translation>This network lets no desk be found by itself.</translation>
    </message>
    <message>
      <source>Mạng này đang đưa ra cổng đăng nhập mạng thay cho máy chủ tỉnh.</source>
      <translation>This network shows its own log-in page in place of the province.</translation>
    </message>
    <message>
      <source>Mất liên lạc với máy in sau khi gửi phiếu.</source>
      <translation>The printer was lost after the slip was sent.</translation>
    </message>
    <message>
      <source>Mất liên lạc với máy quét giữa chừng.</source>
      <translation>The scanner was lost in the middle of the scan.</translation>
    </message>
    <message>
      <source>Mẫu &amp;gọn của sổ theo dõi</source>
      <translation>&amp;Narrow layout of the register</translation>
    </message>
    <message>
      <source>Mẫu {template}, ký hiệu {symbol}, quyển {volume}/{year}, số {first}–{last}</source>
      <translation>Form {template}, symbol {symbol}, volume {volume}/{year}, numbers {first}–{last}</translation>
    </message>
    <message>
      <source>Mẫu đang dùng vẫn giữ nguyên.</source>
      <translation>The forms in use stay as they are.</translation>
    </message>
    <message>
      <source>Mật &amp;khẩu mới</source>
      <translation>&amp;New password</translation>
    </message>
    <message>
      <source>Mật &amp;khẩu, mã PIN hoặc các từ trên tờ khóa</source>
      <translation>Pass&amp;word, PIN or the words on the recovery sheet</translation>
    </message>
    <message>
      <source>Mật khẩu cần ít nhất 6 ký tự.</source>
      <translation>The password needs at least 6 characters.</translation>
    </message>
    <message>
      <source>Mật khẩu của bàn tập huấn: {word}</source>
      <translation>Password of the training desk: {word}</translation>
    </message>
    <message>
      <source>Mật khẩu của quầy này chỉ mở được trên máy đã gắn, và máy này không giữ khóa đó.</source>
      <translation>Passwords of this desk open it only on the machine they are tied to, and this machine does not hold that key.</translation>
    </message>
    <message>
      <source>Mật khẩu của tôi</source>
      <translation>My password</translation>
    </message>
    <message>
      <source>Mật khẩu hoặc PIN &amp;mới</source>
      <translation>&amp;New password or PIN</translation>
    </message>
    <message>
      <source>Mật khẩu hoặc mã PIN chưa đúng.</source>
      <translation>Wrong password or PIN.</translation>
    </message>
    <message>
      <source>Mật khẩu hoặc mã PIN cần ít nhất {least} ký tự.</source>
      <translation>The password or PIN needs at least {least} characters.</translation>
    </message>
    <message>
      <source>Mật khẩu này do người khác đặt.</source>
      <translation>Somebody else set this password.</translation>
    </message>
    <message>
      <source>Mật khẩu tạm cho {name}</source>
      <translation>Temporary password for {name}</translation>
    </message>
    <message>
      <source>Mật khẩu tạm, ít nhất 6 ký tự</source>
      <translation>Temporary password, at least 6 characters</translation>
    </message>
    <message>
      <source>Mật khẩu vừa dùng do người khác đặt. Từ nay việc làm dưới tên bạn chỉ mình bạn làm được.</source>
      <translation>Somebody else set the password you used. From now on only you can act under your name.</translation>
    </message>
    <message>
      <source>Mặt kí&amp;nh</source>
      <translation>&amp;Glass</translation>
    </message>
    <message>
      <source>Mặt kính</source>
      <translation>Glass</translation>
    </message>
    <message>
      <source>Mọi biểu mẫu in đúng câu chữ kèm phần mềm.</source>
      <translation>Every form is printed in the words it ships with.</translation>
    </message>
    <message>
      <source>Mọi người</source>
      <translation>Everybody</translation>
    </message>
    <message>
      <source>Mọi việc</source>
      <translation>Everything</translation>
    </message>
    <message>
      <source>Mỗi giấy tờ nhận một số của sổ chứng thực; số đã lấy không bỏ được.</source>
      <translation>Each paper gets a number of the certification book; a number taken stays taken.</translation>
    </message>
    <message>
      <source>Mỗi hồ sơ được ghi riêng; một biên bản giao nhận in chung cho tất cả.</source>
      <translation>Each dossier is recorded by itself; one record is printed for all of them.</translation>
    </message>
    <message>
      <source>Mỗi lần in lại nhiều nhất {most} giấy hẹn. Chọn ít hồ sơ hơn.</source>
      <translation>At most {most} receipts are printed again at a time. Choose fewer dossiers.</translation>
    </message>
    <message>
      <source>Mỗi máy một số</source>
      <translation>One for each machine</translation>
    </message>
    <message>
      <source>Mỗi mục bắt đầu bằng [[form]].</source>
      <translation>Each entry begins with [[form]].</translation>
    </message>
    <message>
      <source>Một bảng tính chỉ chứa được {most} dòng.</source>
      <translation>A spreadsheet holds only {most} rows.</translation>
    </message>
    <message>
      <source>Một cửa</source>
      <translation>One-stop desk</translation>
    </message>
    <message>
      <source>Một cửa, bàn tiếp nhận hồ sơ</source>
      <translation>One-stop desk, reception of dossiers</translation>
    </message>
    <message>
      <source>Một dòng nhật ký không đọc được.</source>
      <translation>A journal line cannot be read.</translation>
    </message>
    <message>
      <source>Một nửa trong</source>
      <translation>Half within</translation>
    </message>
    <message>
      <source>Một nửa trong: nửa số hồ sơ xong trong thời gian ấy. Thời gian chờ người dân bổ sung có tính vào; thời gian đứng chờ ở quầy không được ghi nên không tính.</source>
      <translation>Half within: half the dossiers were done in that time. Waiting for papers from the citizen is included; how long people stood at the counter is not recorded and so not counted.</translation>
    </message>
    <message>
      <source>Một trang lưu tạm không mở được.</source>
      <translation>One kept page cannot be opened.</translation>
    </message>
    <message>
      <source>Một tệp đã lưu bị hỏng trên đĩa và không được dùng.</source>
      <translation>A saved file is damaged on disk and is not used.</translation>
    </message>
    <message>
      <source>Mở</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>Mở &amp;dải số</source>
      <translation>O&amp;pen the series</translation>
    </message>
    <message>
      <source>Mở Thiết lập để nhập dải số mới.</source>
      <translation>Enter the new range in Settings.</translation>
    </message>
    <message>
      <source>Mở Thiết lập để nhập tên và mã định danh.</source>
      <translation>Open Settings to fill in its name and identifier.</translation>
    </message>
    <message>
      <source>Mở bàn tập huấn</source>
      <translation>Open the training desk</translation>
    </message>
    <message>
      <source>Mở bàn tập huấn, không cần thiết lập</source>
      <translation>Open the training desk without set-up</translation>
    </message>
    <message>
      <source>Mở bằng khóa phục hồi trên tờ giấy đã cất, rồi đặt lại mật khẩu.</source>
      <translation>Open with the recovery key from the sheet in the safe, then set the password anew.</translation>
    </message>
    <message>
      <source>Mở hồ sơ</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>Mở hồ sơ chưa xong của người này</source>
      <translation>Open this person's open dossiers</translation>
    </message>
    <message>
      <source>Mở hồ sơ để quét lại</source>
      <translation>Open the dossier to scan</translation>
    </message>
    <message>
      <source>Mở hồ sơ để sửa</source>
      <translation>Open the dossier to mend</translation>
    </message>
    <message>
      <source>Mở hồ sơ, quét lại giấy này, rồi bấm Đã quét lại.</source>
      <translation>Open the dossier, scan this paper again, then press Scanned again.</translation>
    </message>
    <message>
      <source>Mở lại</source>
      <translation>Reopen</translation>
    </message>
    <message>
      <source>Mở lại danh sách rồi chọn lần nữa.</source>
      <translation>Open the list anew, then choose again.</translation>
    </message>
    <message>
      <source>Mở lại hồ sơ rồi chọn bản đang dùng.</source>
      <translation>Open the dossier again and choose the scan in use.</translation>
    </message>
    <message>
      <source>Mở màn hình Đồng &amp;bộ</source>
      <translation>Open the S&amp;ync screen</translation>
    </message>
    <message>
      <source>Mở nơi chỉnh: {sentence}</source>
      <translation>Open where to mend: {sentence}</translation>
    </message>
    <message>
      <source>Mở quầy ấy rồi thử lại.</source>
      <translation>Open that desk and try again.</translation>
    </message>
    <message>
      <source>Mở sổ</source>
      <translation>Open the book</translation>
    </message>
    <message>
      <source>Mở sổ mới</source>
      <translation>Open a new book</translation>
    </message>
    <message>
      <source>Mở trình duyệt, đăng nhập mạng, rồi bấm Gửi ngay.</source>
      <translation>Open a browser, log in to the network, then press Send now.</translation>
    </message>
    <message>
      <source>Mục</source>
      <translation>Field</translation>
    </message>
    <message>
      <source>Mục thiết lập</source>
      <translation>Subjects</translation>
    </message>
    <message>
      <source>Mục tiêu</source>
      <translation>Target</translation>
    </message>
    <message>
      <source>Mức thu chưa &amp;xác minh – đã xem lại</source>
      <translation>Fee not &amp;verified – looked at</translation>
    </message>
    <message>
      <source>Mức thu của thủ tục này chưa xác minh.</source>
      <translation>The fee of this procedure is not verified.</translation>
    </message>
    <message>
      <source>Mức độ hài lòng (100 % trừ quá hạn và phản ánh) không tính ở đây: quầy không có số phản ánh, kiến nghị.</source>
      <translation>Satisfaction (100 % less late ones and complaints) is not counted here: the desk has no number of complaints.</translation>
    </message>
    <message>
      <source>N&amp;gày cấp</source>
      <translation>Issue&amp;d on</translation>
    </message>
    <message>
      <source>N&amp;gôn ngữ</source>
      <translation>&amp;Language</translation>
    </message>
    <message>
      <source>N&amp;ăm</source>
      <translation>&amp;Year</translation>
    </message>
    <message>
      <source>Nam</source>
      <translation>Male</translation>
    </message>
    <message>
      <source>Ng&amp;ười</source>
      <translation>&amp;Who</translation>
    </message>
    <message>
      <source>Nghĩa vụ tài chính</source>
      <translation>Financial duty</translation>
    </message>
    <message>
      <source>Nghỉ bù</source>
      <translation>Day in lieu</translation>
    </message>
    <message>
      <source>Nghỉ lễ</source>
      <translation>Holiday</translation>
    </message>
    <message>
      <source>Ngoại tuyến từ {time}.</source>
      <translation>Offline since {time}.</translation>
    </message>
    <message>
      <source>Nguồn</source>
      <translation>Source</translation>
    </message>
    <message>
      <source>Ngày</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Ngày cuối sớm hơn ngày đầu.</source>
      <translation>The last day is before the first.</translation>
    </message>
    <message>
      <source>Ngày cấp</source>
      <translation>The day of issue</translation>
    </message>
    <message>
      <source>Ngày cấp trên thẻ trước ngày sinh.</source>
      <translation>The card's day of issue is before the birth date.</translation>
    </message>
    <message>
      <source>Ngày gõ dạng 01/11/2026.</source>
      <translation>Type the day as 01/11/2026.</translation>
    </message>
    <message>
      <source>Ngày gõ dạng 02091986 hoặc 02/09/1986.</source>
      <translation>Dates look like 02091986 or 02/09/1986.</translation>
    </message>
    <message>
      <source>Ngày hẹn</source>
      <translation>Due date</translation>
    </message>
    <message>
      <source>Ngày hẹn gõ dạng 16:30 24/11/2026 hoặc 24/11.</source>
      <translation>Due dates look like 16:30 24/11/2026 or 24/11.</translation>
    </message>
    <message>
      <source>Ngày hẹn không thay đổi.</source>
      <translation>The date does not change.</translation>
    </message>
    <message>
      <source>Ngày hẹn mới muộn hơn lịch mới cho phép.</source>
      <translation>The new date is later than the new calendar allows.</translation>
    </message>
    <message>
      <source>Ngày hẹn mới phải sau lúc này.</source>
      <translation>The new date must be after now.</translation>
    </message>
    <message>
      <source>Ngày hẹn trả phải sau lúc nhận.</source>
      <translation>The due date must be after now.</translation>
    </message>
    <message>
      <source>Ngày hẹn trả sớm hơn ngày nhận.</source>
      <translation>The due date is before the day of receipt.</translation>
    </message>
    <message>
      <source>Ngày hết hạn của kết quả sớm hơn ngày cấp.</source>
      <translation>The result expires before it was issued.</translation>
    </message>
    <message>
      <source>Ngày nghỉ và làm bù</source>
      <translation>Days off and make-up days</translation>
    </message>
    <message>
      <source>Ngày nghỉ, nghỉ bù, làm bù, nửa ngày</source>
      <translation>Holidays, days in lieu, make-up days, half days</translation>
    </message>
    <message>
      <source>Ngày nhận nằm sau hôm nay.</source>
      <translation>The day of receipt is after today.</translation>
    </message>
    <message>
      <source>Ngày này không do cơ quan ghi nên không xóa được. Nếu hôm đó làm việc, ghi là ngày làm bù.</source>
      <translation>This day was not written by the office and cannot be deleted. If you work that day, write it as a make-up day.</translation>
    </message>
    <message>
      <source>Ngày s&amp;inh</source>
      <translation>B&amp;irth date</translation>
    </message>
    <message>
      <source>Ngày sinh</source>
      <translation>The birth date</translation>
    </message>
    <message>
      <source>Ngày sinh chủ hồ sơ</source>
      <translation>Owner's birth date</translation>
    </message>
    <message>
      <source>Ngày viết như 01/11/2026.</source>
      <translation>Write a day as 01/11/2026.</translation>
    </message>
    <message>
      <source>Ngôn ngữ mới dùng từ lần mở quầy sau.</source>
      <translation>The new language is used from the next start on.</translation>
    </message>
    <message>
      <source>Người</source>
      <translation>Who</translation>
    </message>
    <message>
      <source>Người cùng tên, cùng năm sinh còn {count} hồ sơ chưa xong</source>
      <translation>Same name and birth year: {count} open dossiers</translation>
    </message>
    <message>
      <source>Người cùng tên, cùng năm sinh đã có hồ sơ {code}</source>
      <translation>Same name and birth year: {code}</translation>
    </message>
    <message>
      <source>Người dùng của quầy</source>
      <translation>People of this desk</translation>
    </message>
    <message>
      <source>Người dùng đầu tiên phải là người quản trị.</source>
      <translation>The first person must be an administrator.</translation>
    </message>
    <message>
      <source>Người g&amp;iữ</source>
      <translation>Hel&amp;d by</translation>
    </message>
    <message>
      <source>Người gia&amp;o</source>
      <translation>Given b&amp;y</translation>
    </message>
    <message>
      <source>Người giao</source>
      <translation>Giver</translation>
    </message>
    <message>
      <source>Người ký</source>
      <translation>Signer</translation>
    </message>
    <message>
      <source>Người ký chứng thực</source>
      <translation>Who signs the certification</translation>
    </message>
    <message>
      <source>Người làm</source>
      <translation>By</translation>
    </message>
    <message>
      <source>Người n&amp;hận</source>
      <translation>&amp;Receiver</translation>
    </message>
    <message>
      <source>Người nhận</source>
      <translation>Receiver</translation>
    </message>
    <message>
      <source>Người nhận thay cần có số giấy tờ đã xuất trình.</source>
      <translation>A delegate needs the number of the ID shown.</translation>
    </message>
    <message>
      <source>Người nhận thay kết quả</source>
      <translation>Who fetches the result</translation>
    </message>
    <message>
      <source>Người này còn {count} hồ sơ chưa xong</source>
      <translation>This person has {count} open dossiers</translation>
    </message>
    <message>
      <source>Người này thêm được các cán bộ khác. Mật khẩu mở khóa dữ liệu trên máy: không ai lấy lại giúp được.</source>
      <translation>This person can add others. The password unlocks the data on this machine: nobody can recover it.</translation>
    </message>
    <message>
      <source>Người nộp</source>
      <translation>Applicant</translation>
    </message>
    <message>
      <source>Người quản trị xóa người dùng này rồi thêm lại.</source>
      <translation>The administrator removes this user and adds them again.</translation>
    </message>
    <message>
      <source>Người thu</source>
      <translation>Taken by</translation>
    </message>
    <message>
      <source>Người tiế&amp;p nhận</source>
      <translation>Taken &amp;in by</translation>
    </message>
    <message>
      <source>Người tiếp nhận</source>
      <translation>Received by</translation>
    </message>
    <message>
      <source>Người đếm</source>
      <translation>Counted by</translation>
    </message>
    <message>
      <source>Nhậ&amp;p lại</source>
      <translation>A&amp;gain</translation>
    </message>
    <message>
      <source>Nhận bàn giao</source>
      <translation>Take over</translation>
    </message>
    <message>
      <source>Nhận bổ sung</source>
      <translation>Receive supplement</translation>
    </message>
    <message>
      <source>Nhận có điều kiện</source>
      <translation>Receive on condition</translation>
    </message>
    <message>
      <source>Nhận kết quả tại</source>
      <translation>Result fetched at</translation>
    </message>
    <message>
      <source>Nhận kết quả về</source>
      <translation>Results came back</translation>
    </message>
    <message>
      <source>Nhận lúc</source>
      <translation>Received</translation>
    </message>
    <message>
      <source>Nhận trực tuyến và có tệp kết quả, trên số đã giải quyết trong kỳ.</source>
      <translation>Received online and with a file of the result, out of those settled in the span.</translation>
    </message>
    <message>
      <source>Nhận tệp trả lời</source>
      <translation>Take in the answer file</translation>
    </message>
    <message>
      <source>Nhận từ USB…</source>
      <translation>Take in from USB…</translation>
    </message>
    <message>
      <source>Nhận từ {time} thì hẹn {due}</source>
      <translation>Received from {time} on: due {due}</translation>
    </message>
    <message>
      <source>Nhập lại từ đầu.</source>
      <translation>Start again from the beginning.</translation>
    </message>
    <message>
      <source>Nhập mã cứu, hoặc các từ của khóa phục hồi.</source>
      <translation>Type the rescue code, or the words of the recovery key.</translation>
    </message>
    <message>
      <source>Nhập mã này ở quầy kia trong 10 phút.</source>
      <translation>Type this code at the other desk within 10 minutes.</translation>
    </message>
    <message>
      <source>Nhập mật khẩu của người đã chọn, hoặc các từ trên tờ khóa phục hồi.</source>
      <translation>Enter the password of the chosen person, or the words on the recovery sheet.</translation>
    </message>
    <message>
      <source>Nhập mật khẩu hoặc mã PIN rồi bấm Enter.</source>
      <translation>Type the password or PIN, then press Enter.</translation>
    </message>
    <message>
      <source>Nhập sai mật khẩu</source>
      <translation>Wrong password</translation>
    </message>
    <message>
      <source>Nhập tay các mục của người dân.</source>
      <translation>Type the citizen's details.</translation>
    </message>
    <message>
      <source>Nhập tay nếu cần.</source>
      <translation>Type it if needed.</translation>
    </message>
    <message>
      <source>Nhập tệ&amp;p lịch…</source>
      <translation>&amp;Import a calendar file…</translation>
    </message>
    <message>
      <source>Nhập tệp</source>
      <translation>Import files</translation>
    </message>
    <message>
      <source>Nhập tệp danh mục</source>
      <translation>Import a catalogue file</translation>
    </message>
    <message>
      <source>Nhập tệp lịch</source>
      <translation>Import a calendar file</translation>
    </message>
    <message>
      <source>Nhập tệp…</source>
      <translation>Import files…</translation>
    </message>
    <message>
      <source>Nhật ký không còn khớp từ dòng {seq}: có dòng đã bị sửa hoặc mất.</source>
      <translation>The journal no longer fits from line {seq} on: a line was changed or lost.</translation>
    </message>
    <message>
      <source>Nhật ký truy cập</source>
      <translation>Access record</translation>
    </message>
    <message>
      <source>Nhật ký truy cập của quầy</source>
      <translation>This desk's access record</translation>
    </message>
    <message>
      <source>Nhật ký truy cập dành cho lãnh đạo và người quản trị.</source>
      <translation>The access record is for leaders and administrators.</translation>
    </message>
    <message>
      <source>Nhờ người quản trị giao, hoặc nhờ cán bộ khác làm.</source>
      <translation>Ask an administrator to give it to you, or a colleague to do it.</translation>
    </message>
    <message>
      <source>Nhờ người quản trị hoặc cán bộ tỉnh đặt lại mật khẩu.</source>
      <translation>Ask an administrator or the province to set the password anew.</translation>
    </message>
    <message>
      <source>Nhờ người quản trị mở quyền.</source>
      <translation>Ask the administrator to allow it.</translation>
    </message>
    <message>
      <source>Những giấy đã ký vẫn giữ, giấy còn lại chưa ký.</source>
      <translation>Papers already signed are kept, the rest is not signed.</translation>
    </message>
    <message>
      <source>Những giấy đã ký vẫn giữ.</source>
      <translation>Papers already signed are kept.</translation>
    </message>
    <message>
      <source>Nên đặt đầu đọc ở chế độ USB-COM: mã trên thẻ căn cước có chữ Việt, chế độ bàn phím làm hỏng chữ có dấu.</source>
      <translation>Set the reader to USB-COM: the card's code holds Vietnamese text, which the keyboard mode spoils.</translation>
    </message>
    <message>
      <source>Nút trên dải thông báo</source>
      <translation>The button on the strip</translation>
    </message>
    <message>
      <source>Năm</source>
      <translation>Year</translation>
    </message>
    <message>
      <source>Năm sinh trên thẻ không khớp với số định danh.</source>
      <translation>The card's birth year does not match its citizen number.</translation>
    </message>
    <message>
      <source>Nơi cư t&amp;rú</source>
      <translation>&amp;Residence</translation>
    </message>
    <message>
      <source>Nơi cư trú</source>
      <translation>Residence</translation>
    </message>
    <message>
      <source>Nơi cư trú chủ hồ sơ</source>
      <translation>Owner's residence</translation>
    </message>
    <message>
      <source>Nơi cư trú trong mã dính liền với ngày cấp.</source>
      <translation>The address in the code runs into the date of issue.</translation>
    </message>
    <message>
      <source>Nơi cư trú đọc được có ký tự lạ.</source>
      <translation>The residence read has odd characters.</translation>
    </message>
    <message>
      <source>Nơi cấp chứng thư có trong danh sách tin cậy; chưa hỏi chứng thư có bị thu hồi không.</source>
      <translation>The issuer is on the trust list; whether the certificate was revoked was not asked.</translation>
    </message>
    <message>
      <source>Nơi cấp chứng thư được tin cậy</source>
      <translation>Trusted issuers</translation>
    </message>
    <message>
      <source>Nơi hỗ trợ</source>
      <translation>Supporting office</translation>
    </message>
    <message>
      <source>Nơi không có mạng: xuất gói ra USB, chuyển lên tỉnh, rồi nhận biên nhận về.</source>
      <translation>Where there is no network: export a bundle to a USB stick, carry it to the province, then take the receipt in.</translation>
    </message>
    <message>
      <source>Nơi nhận kết quả</source>
      <translation>Result place</translation>
    </message>
    <message>
      <source>Nơi t&amp;iếp nhận</source>
      <translation>Recept&amp;ion</translation>
    </message>
    <message>
      <source>Nơi trả lời không phải Cổng DVCQG.</source>
      <translation>Whoever answered is not the national portal.</translation>
    </message>
    <message>
      <source>Nơi áp dụng</source>
      <translation>Where it holds</translation>
    </message>
    <message>
      <source>Nạp tệp mẫu in</source>
      <translation>Load a file of form words</translation>
    </message>
    <message>
      <source>Nắp máy in đang mở.</source>
      <translation>The printer's cover is open.</translation>
    </message>
    <message>
      <source>Nắp máy quét đang mở.</source>
      <translation>The scanner's cover is open.</translation>
    </message>
    <message>
      <source>Nằm trên máy này, tỉnh chưa ký nhận.</source>
      <translation>It lies on this machine; the province has not signed for it.</translation>
    </message>
    <message>
      <source>Nằm trên máy này; tỉnh đã ký nhận ngày {day}.</source>
      <translation>It lies on this machine; the province signed for it on {day}.</translation>
    </message>
    <message>
      <source>Nằm ở</source>
      <translation>Lies at</translation>
    </message>
    <message>
      <source>Nếu giấy chưa ra, bấm F9 để in lại.</source>
      <translation>If no paper came out, press F9 to print again.</translation>
    </message>
    <message>
      <source>Nếu máy vừa được thay hoặc cài lại, thêm lại máy theo địa chỉ trong Thiết lập.</source>
      <translation>If the device was replaced or reset, add it again by its address in Settings.</translation>
    </message>
    <message>
      <source>Nếu mạng đòi đăng nhập, hãy đăng nhập trước; nếu không, báo bộ phận kỹ thuật.</source>
      <translation>If the network asks for a log-in, log in first; if not, call the technicians.</translation>
    </message>
    <message>
      <source>Nếu người dân không cần nữa, ghi “Rút hồ sơ”; nếu không giải quyết được, ghi “Dừng giải quyết”.</source>
      <translation>If the citizen no longer needs it, record “Withdraw”; if it cannot be solved, record “Stopped”.</translation>
    </message>
    <message>
      <source>Nối mạng rồi bấm Gửi ngay.</source>
      <translation>Connect to the network, then press Send now.</translation>
    </message>
    <message>
      <source>Nội &amp;dung yêu cầu</source>
      <translation>Re&amp;quest</translation>
    </message>
    <message>
      <source>Nội dung giấy phép</source>
      <translation>Licence text</translation>
    </message>
    <message>
      <source>Nội dung nguyên vẹn từ lúc ký.</source>
      <translation>Unaltered since it was signed.</translation>
    </message>
    <message>
      <source>Nội dung nguyên vẹn; sau đó chỉ có thêm chữ ký.</source>
      <translation>Unaltered; only further signatures came after.</translation>
    </message>
    <message>
      <source>Nội dung việc “{kind}” không đúng dạng.</source>
      <translation>The action “{kind}” is not in the right form.</translation>
    </message>
    <message>
      <source>Nội dung yêu cầu</source>
      <translation>Request</translation>
    </message>
    <message>
      <source>Nội dung: {words}</source>
      <translation>Purpose: {words}</translation>
    </message>
    <message>
      <source>Nộp qu&amp;a</source>
      <translation>&amp;Channel</translation>
    </message>
    <message>
      <source>Nửa ngày</source>
      <translation>Half day</translation>
    </message>
    <message>
      <source>Nữ</source>
      <translation>Female</translation>
    </message>
    <message>
      <source>Phiên bản</source>
      <translation>Version</translation>
    </message>
    <message>
      <source>Phiên bản này chưa hiểu việc “{kind}”.</source>
      <translation>This version does not know the action “{kind}”.</translation>
    </message>
    <message>
      <source>Phiên bản {version} · Giấy phép Apache-2.0</source>
      <translation>Version {version} · Apache-2.0 licence</translation>
    </message>
    <message>
      <source>Phiên bản {version}: {count} thủ tục có hiệu lực hôm nay.</source>
      <translation>Version {version}: {count} procedures in force today.</translation>
    </message>
    <message>
      <source>Phiên bản {version}: {count} thủ tục có hiệu lực hôm nay. Lần đối chiếu lâu nhất: {day}.</source>
      <translation>Version {version}: {count} procedures in force today. Oldest check against the source: {day}.</translation>
    </message>
    <message>
      <source>Phiếu</source>
      <translation>Slip</translation>
    </message>
    <message>
      <source>Phiếu bàn giao {count} kết quả</source>
      <translation>Sheet of {count} results</translation>
    </message>
    <message>
      <source>Phiếu có thể mới ra một phần; bỏ tờ dở.</source>
      <translation>The slip may be out in part; throw that part away.</translation>
    </message>
    <message>
      <source>Phiếu giao nhận USB</source>
      <translation>USB handover slip</translation>
    </message>
    <message>
      <source>Phiếu hướng dẫn</source>
      <translation>Guidance</translation>
    </message>
    <message>
      <source>Phiếu hướng dẫn nộp tiền {code}</source>
      <translation>Payment guide {code}</translation>
    </message>
    <message>
      <source>Phiếu kiểm soát {code}</source>
      <translation>Control slip {code}</translation>
    </message>
    <message>
      <source>Phiếu thu nội bộ</source>
      <translation>Internal receipts</translation>
    </message>
    <message>
      <source>Phiếu thu {number}</source>
      <translation>Internal receipt {number}</translation>
    </message>
    <message>
      <source>Phiếu thử</source>
      <translation>Trial slip</translation>
    </message>
    <message>
      <source>Phiếu từ chối tiếp nhận</source>
      <translation>Refusal slip</translation>
    </message>
    <message>
      <source>Phiếu từ chối {code}</source>
      <translation>Refusal {code}</translation>
    </message>
    <message>
      <source>Phiếu yêu cầu bổ sung {code}</source>
      <translation>Supplement request {code}</translation>
    </message>
    <message>
      <source>Phiếu đã vào hàng đợi in.</source>
      <translation>The slip is in the print queue.</translation>
    </message>
    <message>
      <source>Phí</source>
      <translation>Fee</translation>
    </message>
    <message>
      <source>Phí (đ)</source>
      <translation>Fees (VND)</translation>
    </message>
    <message>
      <source>Phí đã thu</source>
      <translation>Fees taken</translation>
    </message>
    <message>
      <source>Phí, lệ phí</source>
      <translation>Fees</translation>
    </message>
    <message>
      <source>Phí, lệ phí {fee}</source>
      <translation>Fees {fee}</translation>
    </message>
    <message>
      <source>Phím Caps Lock đang bật.</source>
      <translation>Caps Lock is on.</translation>
    </message>
    <message>
      <source>Phím L: dùng lại bản quét trước, hoặc thôi</source>
      <translation>L: use the earlier scan again, or not</translation>
    </message>
    <message>
      <source>Phím V: xem bản quét trước</source>
      <translation>V: look at the earlier scan</translation>
    </message>
    <message>
      <source>Phím cách: chọn giấy · một mã PIN cho cả loạt</source>
      <translation>Space: tick a paper · one PIN for all</translation>
    </message>
    <message>
      <source>Phím tắt</source>
      <translation>Keys</translation>
    </message>
    <message>
      <source>Phím tắt của màn hình này</source>
      <translation>Keys of this screen</translation>
    </message>
    <message>
      <source>Phím tắt ở mọi màn hình</source>
      <translation>Keys on every screen</translation>
    </message>
    <message>
      <source>Phải thu {due} · đã thu {kept} · còn phải thu {owed}</source>
      <translation>Due {due} · paid {kept} · still to pay {owed}</translation>
    </message>
    <message>
      <source>Phần mềm của token dừng đột ngột.</source>
      <translation>The token's software ended suddenly.</translation>
    </message>
    <message>
      <source>Phần mềm của token không trả lời nên đã được dừng.</source>
      <translation>The token's software did not answer and was ended.</translation>
    </message>
    <message>
      <source>Phần mềm gặp trục trặc và đã ghi lại để sửa. Việc đã lưu vẫn an toàn; hãy thử lại.</source>
      <translation>Something in the software went wrong and was noted for repair. Saved work is safe; please try again.</translation>
    </message>
    <message>
      <source>Phần mềm không hỏi qua mạng xem chứng thư có bị thu hồi không.</source>
      <translation>Whether a certificate was revoked is never asked over the network.</translation>
    </message>
    <message>
      <source>Phần mềm đang chạy từ mã nguồn, không phải từ bộ cài, nên không cập nhật theo cách này.</source>
      <translation>The program runs from its source and not from a set-up, so it is not updated this way.</translation>
    </message>
    <message>
      <source>Phần điều khiển máy quét dừng đột ngột.</source>
      <translation>The scanner's program stopped suddenly.</translation>
    </message>
    <message>
      <source>Phần đã được xác nhận giữ nguyên; phần còn lại sẽ gửi lần sau.</source>
      <translation>What was signed for stays sent; the rest goes next time.</translation>
    </message>
    <message>
      <source>QR biên nhận</source>
      <translation>slip QR</translation>
    </message>
    <message>
      <source>QR thẻ căn cước</source>
      <translation>card QR</translation>
    </message>
    <message>
      <source>Quay lại</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Quy định chỉ cho hẹn lại một lần; hồ sơ vẫn giải quyết tiếp được.</source>
      <translation>The law allows one new date; the dossier can go on all the same.</translation>
    </message>
    <message>
      <source>Quyển số</source>
      <translation>Volume</translation>
    </message>
    <message>
      <source>Quyển sổ này đã mở.</source>
      <translation>This book is open already.</translation>
    </message>
    <message>
      <source>Quá hạn</source>
      <translation>Overdue</translation>
    </message>
    <message>
      <source>Quá hạn {days} ngày</source>
      <translation>Overdue by {days} d</translation>
    </message>
    <message>
      <source>Quá trình xử lý {code}</source>
      <translation>Process {code}</translation>
    </message>
    <message>
      <source>Quét</source>
      <translation>Scan</translation>
    </message>
    <message>
      <source>Quét QR trên thẻ · {key}: camera</source>
      <translation>Scan the QR on the card · {key}: camera</translation>
    </message>
    <message>
      <source>Quét biên nhận để chọn hồ sơ</source>
      <translation>Scan a receipt to choose the dossier</translation>
    </message>
    <message>
      <source>Quét biên nhận, hoặc tìm trong Tra cứu.</source>
      <translation>Scan a receipt, or search in Register.</translation>
    </message>
    <message>
      <source>Quét cả chồng</source>
      <translation>Scan a stack</translation>
    </message>
    <message>
      <source>Quét giấy hẹn hoặc gõ &amp;mã</source>
      <translation>Scan the receipt or type the &amp;code</translation>
    </message>
    <message>
      <source>Quét giấy hẹn · quét thẻ người nhận · F10: trả</source>
      <translation>Scan the receipt · scan the receiver's card · F10: return</translation>
    </message>
    <message>
      <source>Quét giấy tờ</source>
      <translation>Scan papers</translation>
    </message>
    <message>
      <source>Quét giấy tờ vào máy</source>
      <translation>Scan papers in</translation>
    </message>
    <message>
      <source>Quét hoặc gõ mã hồ sơ</source>
      <translation>Scan or type a dossier code</translation>
    </message>
    <message>
      <source>Quét hoặc tìm</source>
      <translation>Scan or search</translation>
    </message>
    <message>
      <source>Quét lại giấy này rồi ký.</source>
      <translation>Scan this paper again, then sign.</translation>
    </message>
    <message>
      <source>Quét lại giấy tờ đó, hoặc khôi phục từ bản sao lưu.</source>
      <translation>Scan that paper again, or restore a backup.</translation>
    </message>
    <message>
      <source>Quét lại mã trên tờ này, hoặc gõ mã hồ sơ mà tờ này dẫn vào ô dưới.</source>
      <translation>Scan the code on this sheet again, or type below the code of the dossier it leads.</translation>
    </message>
    <message>
      <source>Quét lại riêng tờ này; nếu vẫn không được, nhập hồ sơ bằng tay theo giấy.</source>
      <translation>Scan this sheet again by itself; if that does not help, enter the dossier by hand from the paper.</translation>
    </message>
    <message>
      <source>Quét lại thẻ, hoặc nhập tay.</source>
      <translation>Scan the card again, or type.</translation>
    </message>
    <message>
      <source>Quét lại thẻ.</source>
      <translation>Scan the card again.</translation>
    </message>
    <message>
      <source>Quét lại trang đó.</source>
      <translation>Scan that page again.</translation>
    </message>
    <message>
      <source>Quét lại tờ giấy, vuốt phẳng chỗ có mã.</source>
      <translation>Scan the paper again with the code laid flat.</translation>
    </message>
    <message>
      <source>Quét lại tờ này ở 300 dpi rồi nhập lại.</source>
      <translation>Scan this sheet at 300 dpi, then import it again.</translation>
    </message>
    <message>
      <source>Quét lại tờ đó.</source>
      <translation>Scan that sheet again.</translation>
    </message>
    <message>
      <source>Quét lại từng thẻ một.</source>
      <translation>Scan one card at a time.</translation>
    </message>
    <message>
      <source>Quét lại ở 300 dpi rồi bấm Chọn tệp.</source>
      <translation>Scan it at 300 dpi, then press Choose file.</translation>
    </message>
    <message>
      <source>Quét mã in trên thẻ căn cước.</source>
      <translation>Scan the code printed on the citizen card.</translation>
    </message>
    <message>
      <source>Quét mã in trên thẻ, hoặc nhập tay.</source>
      <translation>Scan the code printed on the card, or type.</translation>
    </message>
    <message>
      <source>Quét mã trên thẻ căn cước.</source>
      <translation>Scan the code on the citizen card.</translation>
    </message>
    <message>
      <source>Quét mã, CCCD, hoặc gõ tên, số điện thoại, mã hồ sơ… ({key})</source>
      <translation>Scan a code or a card, or type a name, phone or dossier code… ({key})</translation>
    </message>
    <message>
      <source>Quét thẻ bằng camera</source>
      <translation>Scan a card by camera</translation>
    </message>
    <message>
      <source>Quét thẻ căn cước bằng camera</source>
      <translation>Scan an identity card by camera</translation>
    </message>
    <message>
      <source>Quét thử bằng ứng dụng ngân hàng: tên chủ tài khoản phải hiện đúng. Chưa chuyển tiền.</source>
      <translation>Scan it with a bank's app as a trial: the holder's name must be right. No money moves.</translation>
    </message>
    <message>
      <source>Quét tiếp</source>
      <translation>Scan on</translation>
    </message>
    <message>
      <source>Quên máy này…</source>
      <translation>Forget this machine…</translation>
    </message>
    <message>
      <source>Quên mật khẩu</source>
      <translation>Forgotten password</translation>
    </message>
    <message>
      <source>Quên {name}</source>
      <translation>Forget {name}</translation>
    </message>
    <message>
      <source>Quý</source>
      <translation>Quarter</translation>
    </message>
    <message>
      <source>Quản trị</source>
      <translation>Administrator</translation>
    </message>
    <message>
      <source>Quầy bên kia chưa mở ghép nối, hoặc mã đã quá 10 phút.</source>
      <translation>The other desk is not waiting to be paired, or its code is older than 10 minutes.</translation>
    </message>
    <message>
      <source>Quầy bên kia thuộc đơn vị khác, nên không ghép được.</source>
      <translation>The other desk belongs to another office and cannot be paired.</translation>
    </message>
    <message>
      <source>Quầy khác của đơn vị đã quét. Lấy về được khi quầy ấy đang mở, hoặc khi tỉnh đã nhận.</source>
      <translation>Another desk of the office scanned it. It can be fetched while that desk is on, or once the province has it.</translation>
    </message>
    <message>
      <source>Quầy khác tiếp nhận: {status}.</source>
      <translation>Received at another desk: {status}.</translation>
    </message>
    <message>
      <source>Quầy này chưa kết nối với quầy nào khác, nên tự cấp số của mình.</source>
      <translation>This desk is connected with no other and numbers by itself.</translation>
    </message>
    <message>
      <source>Quầy này chưa kết nối với quầy nào và tự cấp số.</source>
      <translation>This desk is connected with no other and numbers by itself.</translation>
    </message>
    <message>
      <source>Quầy này chưa lập khóa phục hồi.</source>
      <translation>This desk has no recovery key yet.</translation>
    </message>
    <message>
      <source>Quầy này không có tệp ấy.</source>
      <translation>This desk does not have that file.</translation>
    </message>
    <message>
      <source>Quầy này không nhận gì từ {name} và không gửi gì cho máy ấy nữa. Hồ sơ đã có vẫn ở đây; máy ấy vẫn giữ những gì đã nhận. Làm như vậy ở từng quầy. Nếu máy bị mất, báo tỉnh ngừng nhận máy ấy. Muốn kết nối lại thì ghép bằng mã mới.</source>
      <translation>This desk takes nothing from {name} and sends it nothing any more. Dossiers that are here stay; that machine keeps what it has. Do the same at each desk. If the machine is lost, tell the province to stop taking from it. To connect it again, pair it with a new code.</translation>
    </message>
    <message>
      <source>Quầy này là máy chủ quầy (lần chỉ định {term}).</source>
      <translation>This desk is the hub (appointment {term}).</translation>
    </message>
    <message>
      <source>Quầy này là máy chủ quầy, lần chỉ định thứ {term}.</source>
      <translation>This desk is the hub, appointment {term}.</translation>
    </message>
    <message>
      <source>Quầy này lúc này</source>
      <translation>This desk now</translation>
    </message>
    <message>
      <source>Quầy này nhận các quầy khác ở cổng {port}. Các quầy kia tự biết.</source>
      <translation>This desk answers the others at port {port}. They learn of it by themselves.</translation>
    </message>
    <message>
      <source>Quầy này vẫn nhận hồ sơ bằng dải số riêng.</source>
      <translation>This desk still takes dossiers in with its own numbers.</translation>
    </message>
    <message>
      <source>Quầy và người dùng</source>
      <translation>Desk and people</translation>
    </message>
    <message>
      <source>Quầy {slot}</source>
      <translation>Desk {slot}</translation>
    </message>
    <message>
      <source>Quầy đang mở dữ liệu này trên máy.</source>
      <translation>The desk has this data open on this machine.</translation>
    </message>
    <message>
      <source>Quầy đã kết nối</source>
      <translation>Connected desks</translation>
    </message>
    <message>
      <source>Quỹ</source>
      <translation>Till</translation>
    </message>
    <message>
      <source>Quỹ của ca</source>
      <translation>Till of the shift</translation>
    </message>
    <message>
      <source>QĐ 766</source>
      <translation>Decision 766</translation>
    </message>
    <message>
      <source>QĐ 766/QĐ-TTg</source>
      <translation>Decision 766 (QD-TTg)</translation>
    </message>
    <message>
      <source>Rút hồ sơ</source>
      <translation>Withdraw</translation>
    </message>
    <message>
      <source>Rút ra cắm lại rồi bấm Ký số.</source>
      <translation>Pull it out, plug it in again and press Sign.</translation>
    </message>
    <message>
      <source>Rút token ra cắm lại rồi bấm Ký số.</source>
      <translation>Pull the token out, plug it in again and press Sign.</translation>
    </message>
    <message>
      <source>SCT/CK,ĐC</source>
      <translation>SCT/CK,ĐC</translation>
    </message>
    <message>
      <source>SCT/HĐ,GD</source>
      <translation>SCT/HĐ,GD</translation>
    </message>
    <message>
      <source>Sao lưu</source>
      <translation>Backup</translation>
    </message>
    <message>
      <source>Sao lưu ngay</source>
      <translation>Back up now</translation>
    </message>
    <message>
      <source>So cho thẳng chồng giấy, đặt lại rồi bấm Quét tiếp.</source>
      <translation>Even out the stack, lay it in again and press Continue.</translation>
    </message>
    <message>
      <source>So chồng giấy với các trang rồi quét bổ sung tờ còn thiếu.</source>
      <translation>Compare the stack with the pages and scan the sheet that is missing.</translation>
    </message>
    <message>
      <source>So lại từng từ với tờ giấy.</source>
      <translation>Compare each word with the sheet.</translation>
    </message>
    <message>
      <source>Sáng</source>
      <translation>Light</translation>
    </message>
    <message>
      <source>Sáu từ không khớp với tệp này.</source>
      <translation>The six words do not belong to this file.</translation>
    </message>
    <message>
      <source>Sắp đến hạn</source>
      <translation>Nearly due</translation>
    </message>
    <message>
      <source>Sẽ gửi lúc {time}.</source>
      <translation>They go at {time}.</translation>
    </message>
    <message>
      <source>Số</source>
      <translation>Number</translation>
    </message>
    <message>
      <source>Số &amp;bộ</source>
      <translation>&amp;Sets</translation>
    </message>
    <message>
      <source>Số &amp;chứng từ nộp tiền</source>
      <translation>&amp;Payment document</translation>
    </message>
    <message>
      <source>Số &amp;cuối</source>
      <translation>&amp;Last number</translation>
    </message>
    <message>
      <source>Số &amp;thông báo nộp tiền</source>
      <translation>&amp;Notice of payment</translation>
    </message>
    <message>
      <source>Số biên lai này đã ghi trong hồ sơ.</source>
      <translation>This receipt number is in the dossier already.</translation>
    </message>
    <message>
      <source>Số bản</source>
      <translation>Copies</translation>
    </message>
    <message>
      <source>Số bắt đầu phải từ 1 đến 9999999.</source>
      <translation>The first number must be from 1 to 9999999.</translation>
    </message>
    <message>
      <source>Số bộ hồ sơ</source>
      <translation>Sets</translation>
    </message>
    <message>
      <source>Số bộ hồ sơ phải từ 1 đến 99.</source>
      <translation>Sets are from 1 to 99.</translation>
    </message>
    <message>
      <source>Số chứng minh nhân dân cũ trên thẻ không đúng dạng nên không lấy.</source>
      <translation>The old ID number on the card is not in the right form and was left out.</translation>
    </message>
    <message>
      <source>Số cuối nhỏ hơn số bắt đầu.</source>
      <translation>The last number is below the first.</translation>
    </message>
    <message>
      <source>Số cấp – chưa dùng hôm nay: {codes}.</source>
      <translation>Numbers given but not used today: {codes}.</translation>
    </message>
    <message>
      <source>Số của hồ sơ này đã có hồ sơ khác mang.</source>
      <translation>Another dossier already bears the number of this one.</translation>
    </message>
    <message>
      <source>Số giấy tờ</source>
      <translation>ID number</translation>
    </message>
    <message>
      <source>Số giấy tờ của người nhận thay</source>
      <translation>Number of their paper</translation>
    </message>
    <message>
      <source>Số hóa</source>
      <translation>Digital copy</translation>
    </message>
    <message>
      <source>Số hóa hồ sơ</source>
      <translation>Digitised dossiers</translation>
    </message>
    <message>
      <source>Số kế tiếp</source>
      <translation>Next number</translation>
    </message>
    <message>
      <source>Số liệu của đơn vị</source>
      <translation>Figures of the office</translation>
    </message>
    <message>
      <source>Số liệu ngày {days} chưa khớp với tỉnh. Bấm Gửi ngay để đối chiếu lại.</source>
      <translation>The figures of {days} do not match the province yet. Press Send now to compare again.</translation>
    </message>
    <message>
      <source>Số lượng</source>
      <translation>Count</translation>
    </message>
    <message>
      <source>Số lần</source>
      <translation>Times</translation>
    </message>
    <message>
      <source>Số theo dõi</source>
      <translation>Register no.</translation>
    </message>
    <message>
      <source>Số thứ tự &amp;quầy</source>
      <translation>&amp;Desk number</translation>
    </message>
    <message>
      <source>Số thứ tự của quầy phải từ 1 đến {desks}.</source>
      <translation>The desk number is from 1 to {desks}.</translation>
    </message>
    <message>
      <source>Số thứ tự quầy từ 1 đến 99.</source>
      <translation>The desk number is from 1 to 99.</translation>
    </message>
    <message>
      <source>Số tiếp theo lấy trong dải 0001–4999 của quầy này.</source>
      <translation>The next number is this desk's own, from 0001–4999.</translation>
    </message>
    <message>
      <source>Số tiếp theo lấy trong dải riêng của quầy này.</source>
      <translation>The next number is from this desk's own band.</translation>
    </message>
    <message>
      <source>Số tiếp theo đã nhận sẵn từ máy chủ quầy.</source>
      <translation>The next number is already here from the hub.</translation>
    </message>
    <message>
      <source>Số tiền</source>
      <translation>Amount</translation>
    </message>
    <message>
      <source>Số tiền hoàn phải từ 1 đến {kept} đồng.</source>
      <translation>The refund must be from 1 to {kept} dong.</translation>
    </message>
    <message>
      <source>Số tiền không thể âm.</source>
      <translation>An amount cannot be below zero.</translation>
    </message>
    <message>
      <source>Số trang</source>
      <translation>Pages</translation>
    </message>
    <message>
      <source>Số tài kh&amp;oản</source>
      <translation>&amp;Account number</translation>
    </message>
    <message>
      <source>Số tài khoản gồm từ 1 đến 19 chữ số hoặc chữ in hoa, viết liền.</source>
      <translation>An account number has 1 to 19 digits or capital letters, without spaces.</translation>
    </message>
    <message>
      <source>Số tờ của mỗi mệnh giá, không kể tiền lẻ đầu ca.</source>
      <translation>How many of each note, without the change the shift began with.</translation>
    </message>
    <message>
      <source>Số tờ tiền không thể âm.</source>
      <translation>A count of notes cannot be below zero.</translation>
    </message>
    <message>
      <source>Số tờ {face}</source>
      <translation>Notes of {face}</translation>
    </message>
    <message>
      <source>Số {number}, {book} {cover}</source>
      <translation>Number {number}, {book} {cover}</translation>
    </message>
    <message>
      <source>Số điện th&amp;oại</source>
      <translation>Teleph&amp;one</translation>
    </message>
    <message>
      <source>Số đầ&amp;u</source>
      <translation>&amp;First number</translation>
    </message>
    <message>
      <source>Số định danh chủ hồ sơ</source>
      <translation>Owner's citizen number</translation>
    </message>
    <message>
      <source>Số định danh phải có đúng 12 chữ số (đang có {count}).</source>
      <translation>A citizen number has exactly 12 digits (there are {count}).</translation>
    </message>
    <message>
      <source>Số định danh trong mã không đủ 12 chữ số.</source>
      <translation>The citizen number in the code does not have 12 digits.</translation>
    </message>
    <message>
      <source>Sổ</source>
      <translation>Books</translation>
    </message>
    <message>
      <source>Sổ chưa có số nào trong những ngày này.</source>
      <translation>The book has no numbers in these days.</translation>
    </message>
    <message>
      <source>Sổ chứng thực bản sao</source>
      <translation>Register of certified copies</translation>
    </message>
    <message>
      <source>Sổ chứng thực chữ ký</source>
      <translation>Register of certified signatures</translation>
    </message>
    <message>
      <source>Sổ chứng thực giao dịch</source>
      <translation>Register of certified transactions</translation>
    </message>
    <message>
      <source>Sổ hồ sơ</source>
      <translation>Register of dossiers</translation>
    </message>
    <message>
      <source>Sổ kết quả giải quyết</source>
      <translation>Register of results</translation>
    </message>
    <message>
      <source>Sổ theo dõi hồ sơ</source>
      <translation>Register of dossiers</translation>
    </message>
    <message>
      <source>Sổ theo dõi {count} hồ sơ</source>
      <translation>Register of {count} dossiers</translation>
    </message>
    <message>
      <source>Sổ theo dõi đã vào hàng đợi in.</source>
      <translation>The register is in the print queue.</translation>
    </message>
    <message>
      <source>Sổ và quỹ</source>
      <translation>Books and till</translation>
    </message>
    <message>
      <source>Sổ đã vào hàng đợi in.</source>
      <translation>The book is in the print queue.</translation>
    </message>
    <message>
      <source>Sửa thông tin</source>
      <translation>Correct</translation>
    </message>
    <message>
      <source>Sửa trang</source>
      <translation>Edit page</translation>
    </message>
    <message>
      <source>Sửa xong, bấm Đã xử lý ở Đồng bộ (F12).</source>
      <translation>When it is mended, press Settled under Sync (F12).</translation>
    </message>
    <message>
      <source>Sửa đổi</source>
      <translation>Changed</translation>
    </message>
    <message>
      <source>T&amp;hêm theo địa chỉ</source>
      <translation>Add b&amp;y address</translation>
    </message>
    <message>
      <source>Thanh toán trực tuyến</source>
      <translation>Paid online</translation>
    </message>
    <message>
      <source>Thay USB khác rồi xuất lại.</source>
      <translation>Use another stick, then export again.</translation>
    </message>
    <message>
      <source>Thay đổi</source>
      <translation>Change</translation>
    </message>
    <message>
      <source>Thay đổi của danh mục</source>
      <translation>Changes of the catalogue</translation>
    </message>
    <message>
      <source>Theo biên lai</source>
      <translation>By the receipts</translation>
    </message>
    <message>
      <source>Theo luật: {extension}</source>
      <translation>By law: {extension}</translation>
    </message>
    <message>
      <source>Theo ngày ghi trên biên lai. Tiền trả lại tính đến nay; biên lai hủy đứng riêng.</source>
      <translation>By the day on the receipt. Money given back is counted up to now; voided receipts stand apart.</translation>
    </message>
    <message>
      <source>Theo quy định cũ</source>
      <translation>Under old rules</translation>
    </message>
    <message>
      <source>Thiết lập</source>
      <translation>Settings</translation>
    </message>
    <message>
      <source>Thiết lập lần đầu</source>
      <translation>First set-up</translation>
    </message>
    <message>
      <source>Thiếu tệp dữ liệu desk.db ở thư mục này.</source>
      <translation>The data file desk.db is missing from this folder.</translation>
    </message>
    <message>
      <source>Thiếu {amount}</source>
      <translation>{amount} missing</translation>
    </message>
    <message>
      <source>Thiếu {count} giấy tờ – vẫn có thể nhận có điều kiện</source>
      <translation>Papers missing: {count} – may be received on condition</translation>
    </message>
    <message>
      <source>Thu chuyển khoản</source>
      <translation>Paid by transfer</translation>
    </message>
    <message>
      <source>Thu lại bản sao đã giao.</source>
      <translation>Take back the copies handed over.</translation>
    </message>
    <message>
      <source>Thu lại giấy hẹn đã in cho người dân.</source>
      <translation>Take back the slip that was printed.</translation>
    </message>
    <message>
      <source>Thu lại giấy đã in.</source>
      <translation>Take the printed paper back.</translation>
    </message>
    <message>
      <source>Thu lại đủ các liên trước khi hủy; số biên lai không dùng lại.</source>
      <translation>Take all copies back before voiding; the number is not used again.</translation>
    </message>
    <message>
      <source>Thu một phần</source>
      <translation>Paid in part</translation>
    </message>
    <message>
      <source>Thu phí, lệ phí</source>
      <translation>Fees and charges taken</translation>
    </message>
    <message>
      <source>Thu tiền mặt</source>
      <translation>Paid in cash</translation>
    </message>
    <message>
      <source>Thu tiền…</source>
      <translation>Take the money…</translation>
    </message>
    <message>
      <source>Thu trực tuyến</source>
      <translation>Paid online</translation>
    </message>
    <message>
      <source>Thu và in biên lai</source>
      <translation>Take and print the receipt</translation>
    </message>
    <message>
      <source>Thu đủ</source>
      <translation>Pays in full</translation>
    </message>
    <message>
      <source>Tháng</source>
      <translation>Month</translation>
    </message>
    <message>
      <source>Tháng {month} đã dùng {spent} MB, không giới hạn.</source>
      <translation>{spent} MB used in {month}, without a limit.</translation>
    </message>
    <message>
      <source>Tháng {month} đã dùng {spent} trong {limit} MB.</source>
      <translation>{spent} of {limit} MB used in {month}.</translation>
    </message>
    <message>
      <source>Thêm &amp;kiểu</source>
      <translation>Add pro&amp;file</translation>
    </message>
    <message>
      <source>Thêm &amp;người</source>
      <translation>&amp;Add</translation>
    </message>
    <message>
      <source>Thêm chữ để phân biệt.</source>
      <translation>Add a word to tell them apart.</translation>
    </message>
    <message>
      <source>Thêm máy in vào CUPS rồi chọn lại trong Thiết lập.</source>
      <translation>Add the printer to CUPS, then choose it again in Settings.</translation>
    </message>
    <message>
      <source>Thêm mới</source>
      <translation>Added</translation>
    </message>
    <message>
      <source>Thêm…</source>
      <translation>More…</translation>
    </message>
    <message>
      <source>Thôi</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>Thôi dùng lại</source>
      <translation>Do not use</translation>
    </message>
    <message>
      <source>Thông báo dừng giải quyết {code}</source>
      <translation>Notice of stopping {code}</translation>
    </message>
    <message>
      <source>Thông tin</source>
      <translation>Details</translation>
    </message>
    <message>
      <source>Thông tin, bản quyền</source>
      <translation>About, licences</translation>
    </message>
    <message>
      <source>Thông điệp không đúng dạng.</source>
      <translation>The message is not in the right form.</translation>
    </message>
    <message>
      <source>Thư &amp;mục chứng thư</source>
      <translation>&amp;Folder of certificates</translation>
    </message>
    <message>
      <source>Thư &amp;mục sao lưu</source>
      <translation>Backup &amp;folder</translation>
    </message>
    <message>
      <source>Thư &amp;viện của token</source>
      <translation>Token's &amp;library</translation>
    </message>
    <message>
      <source>Thư mụ&amp;c theo dõi</source>
      <translation>&amp;Watched folder</translation>
    </message>
    <message>
      <source>Thư mục chứng thư</source>
      <translation>Folder of certificates</translation>
    </message>
    <message>
      <source>Thư mục dữ liệu này đã có nội dung.</source>
      <translation>This data folder is not empty.</translation>
    </message>
    <message>
      <source>Thư mục dữ liệu nằm trên ổ mạng.</source>
      <translation>The data folder is on a network disk.</translation>
    </message>
    <message>
      <source>Thư mục nhận tệp quét mở được.</source>
      <translation>The folder for scanned files opens.</translation>
    </message>
    <message>
      <source>Thư mục này đã có dữ liệu nên không khôi phục đè lên.</source>
      <translation>This folder holds data already, so nothing is restored over it.</translation>
    </message>
    <message>
      <source>Thư mục sao lưu</source>
      <translation>Backup folder</translation>
    </message>
    <message>
      <source>Thư mục {folder}</source>
      <translation>Folder {folder}</translation>
    </message>
    <message>
      <source>Thư điện &amp;tử</source>
      <translation>&amp;E-mail</translation>
    </message>
    <message>
      <source>Thư điện tử</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>Thấy {names}.</source>
      <translation>Found {names}.</translation>
    </message>
    <message>
      <source>Thẻ căn cước</source>
      <translation>Citizen card</translation>
    </message>
    <message>
      <source>Thống kê</source>
      <translation>Statistics</translation>
    </message>
    <message>
      <source>Thời gian</source>
      <translation>Times</translation>
    </message>
    <message>
      <source>Thời gian chờ và xử lý</source>
      <translation>Working and waiting time</translation>
    </message>
    <message>
      <source>Thời hạn chưa &amp;xác minh – đã xem lại</source>
      <translation>Term not &amp;verified – looked at</translation>
    </message>
    <message>
      <source>Thời hạn thủ tục này chưa xác minh.</source>
      <translation>The term of this procedure is not verified.</translation>
    </message>
    <message>
      <source>Thời hạn, mức thu chưa &amp;xác minh – đã xem lại</source>
      <translation>Term and fee not &amp;verified – looked at</translation>
    </message>
    <message>
      <source>Thủ tụ&amp;c</source>
      <translation>&amp;Procedure</translation>
    </message>
    <message>
      <source>Thủ tục</source>
      <translation>Procedure</translation>
    </message>
    <message>
      <source>Thủ tục không phát sinh</source>
      <translation>Procedures never used</translation>
    </message>
    <message>
      <source>Thủ tục này không có thời gian kéo dài theo luật.</source>
      <translation>The law gives this procedure no extension.</translation>
    </message>
    <message>
      <source>Thủ tục này không phải chứng thực.</source>
      <translation>This procedure is no certification.</translation>
    </message>
    <message>
      <source>Thủ tục này đã bị bãi bỏ vào ngày tiếp nhận nên chỉ có thể giữ hồ sơ như đã nhận.</source>
      <translation>This procedure was repealed by the day of receipt, so the dossier can only be kept as it was taken.</translation>
    </message>
    <message>
      <source>Thủ tục {code} đã được thay bằng {new}.</source>
      <translation>The procedure {code} was replaced by {new}.</translation>
    </message>
    <message>
      <source>Thứ</source>
      <translation>Weekday</translation>
    </message>
    <message>
      <source>Thứ Ba</source>
      <translation>Tuesday</translation>
    </message>
    <message>
      <source>Thứ Bảy</source>
      <translation>Saturday</translation>
    </message>
    <message>
      <source>Thứ Hai</source>
      <translation>Monday</translation>
    </message>
    <message>
      <source>Thứ Năm</source>
      <translation>Thursday</translation>
    </message>
    <message>
      <source>Thứ Sáu</source>
      <translation>Friday</translation>
    </message>
    <message>
      <source>Thứ Tư</source>
      <translation>Wednesday</translation>
    </message>
    <message>
      <source>Thừa {amount}</source>
      <translation>{amount} too much</translation>
    </message>
    <message>
      <source>Thử lạ&amp;i</source>
      <translation>Try aga&amp;in</translation>
    </message>
    <message>
      <source>Thử lại lúc {time}.</source>
      <translation>Try again at {time}.</translation>
    </message>
    <message>
      <source>Thử lại; nếu lặp lại, báo bộ phận kỹ thuật.</source>
      <translation>Try again; if it comes back, call the technicians.</translation>
    </message>
    <message>
      <source>Thử mã &amp;VietQR</source>
      <translation>T&amp;ry the VietQR</translation>
    </message>
    <message>
      <source>Thử sao lưu lại.</source>
      <translation>Try to back up again.</translation>
    </message>
    <message>
      <source>Thử đồng bộ lại; nếu lặp lại, báo bộ phận kỹ thuật.</source>
      <translation>Try to sync again; if it comes back, call the technicians.</translation>
    </message>
    <message>
      <source>Thử: in một &amp;phiếu</source>
      <translation>Try: print a &amp;slip</translation>
    </message>
    <message>
      <source>Tin từ tỉnh</source>
      <translation>News from the province</translation>
    </message>
    <message>
      <source>Tiến độ ghi sổ</source>
      <translation>Progress</translation>
    </message>
    <message>
      <source>Tiếng Việt</source>
      <translation>Tiếng Việt</translation>
    </message>
    <message>
      <source>Tiếp nhận</source>
      <translation>Intake</translation>
    </message>
    <message>
      <source>Tiếp nhận hồ sơ</source>
      <translation>Intake</translation>
    </message>
    <message>
      <source>Tiếp nhận hồ sơ mới</source>
      <translation>New intake</translation>
    </message>
    <message>
      <source>Tiếp nhận theo thủ tục</source>
      <translation>Received by procedure</translation>
    </message>
    <message>
      <source>Tiếp nhận và giải quyết theo ngày</source>
      <translation>Received and settled by day</translation>
    </message>
    <message>
      <source>Tiếp nhận và giải quyết theo tháng</source>
      <translation>Received and settled by month</translation>
    </message>
    <message>
      <source>Tiếp nhận và giải quyết theo tuần</source>
      <translation>Received and settled by week</translation>
    </message>
    <message>
      <source>Tiếp nhận và in biên nhận</source>
      <translation>Receive and print</translation>
    </message>
    <message>
      <source>Tiếp theo sổ giấy: ghi số đầu là số kế tiếp của sổ giấy, ví dụ 38.</source>
      <translation>After a paper book: the first number is the paper book's next one, for example 38.</translation>
    </message>
    <message>
      <source>Tiếp tục</source>
      <translation>Continue</translation>
    </message>
    <message>
      <source>Tiền</source>
      <translation>Money</translation>
    </message>
    <message>
      <source>Tiền mặt</source>
      <translation>Cash</translation>
    </message>
    <message>
      <source>Tiền tố &amp;bàn phím</source>
      <translation>&amp;Keyboard prefix</translation>
    </message>
    <message>
      <source>Tiền đã về thì bấm F10 · Esc: cất mã</source>
      <translation>F10 when the money is there · Esc: put away</translation>
    </message>
    <message>
      <source>Tiền đếm được khác số đã thu.</source>
      <translation>The money counted differs from what was taken.</translation>
    </message>
    <message>
      <source>Token không ký được.</source>
      <translation>The token did not sign.</translation>
    </message>
    <message>
      <source>Token này không có chứng thư để ký.</source>
      <translation>This token holds no certificate to sign with.</translation>
    </message>
    <message>
      <source>Token này không có khóa của chứng thư đã chọn.</source>
      <translation>This token lacks the key of the chosen certificate.</translation>
    </message>
    <message>
      <source>Token vừa bị rút ra.</source>
      <translation>The token was pulled out.</translation>
    </message>
    <message>
      <source>Token đã tự khóa vì gõ sai mã PIN nhiều lần.</source>
      <translation>The token has locked itself after too many wrong PINs.</translation>
    </message>
    <message>
      <source>Toàn bộ</source>
      <translation>All</translation>
    </message>
    <message>
      <source>Toàn đơn vị</source>
      <translation>Whole office</translation>
    </message>
    <message>
      <source>Tra cứu</source>
      <translation>Register</translation>
    </message>
    <message>
      <source>Trang &amp;sau</source>
      <translation>&amp;Next page</translation>
    </message>
    <message>
      <source>Trang &amp;trước</source>
      <translation>&amp;Previous page</translation>
    </message>
    <message>
      <source>Trang của bản quét</source>
      <translation>Pages of the scan</translation>
    </message>
    <message>
      <source>Trang này không hiện được: phần mở tệp đã dừng, hoặc mở quá 30 giây.</source>
      <translation>This page cannot be shown: what opens files stopped, or took more than 30 seconds.</translation>
    </message>
    <message>
      <source>Trang này mở quá 30 giây nên được bỏ qua.</source>
      <translation>This page took more than 30 seconds to open and was left out.</translation>
    </message>
    <message>
      <source>Trang số liệu</source>
      <translation>Pages of figures</translation>
    </message>
    <message>
      <source>Trang trắng ({count}) – để riêng. Chọn rồi bấm Enter để lấy lại.</source>
      <translation>Blank pages ({count}) – set aside. Choose one and press Enter to take it back.</translation>
    </message>
    <message>
      <source>Trang vừa quét không trọn vẹn nên không được nhận.</source>
      <translation>The last page is not whole, so it was not taken.</translation>
    </message>
    <message>
      <source>Trang {number}</source>
      <translation>Page {number}</translation>
    </message>
    <message>
      <source>Trang đang quét được giữ lại dù máy quét hay chương trình của nó dừng.</source>
      <translation>Pages already read are kept even if the scanner or its program stops.</translation>
    </message>
    <message>
      <source>Trang để riêng</source>
      <translation>Pages set aside</translation>
    </message>
    <message>
      <source>Trong hạn</source>
      <translation>In time</translation>
    </message>
    <message>
      <source>Trên</source>
      <translation>Out of</translation>
    </message>
    <message>
      <source>Trước hạn</source>
      <translation>Early</translation>
    </message>
    <message>
      <source>Trước khi dùng bản mới, máy kiểm tra chữ ký, sao lưu, và chạy thử bản mới trên một bản sao dữ liệu. Nếu có gì không đúng, máy vẫn dùng bản đang có.</source>
      <translation>Before a new version is used its signature is checked, a backup is made, and it is tried on a copy of the data. If anything is wrong, the version in use stays.</translation>
    </message>
    <message>
      <source>Trường này không sửa được.</source>
      <translation>This field cannot be corrected.</translation>
    </message>
    <message>
      <source>Trả kết quả</source>
      <translation>Return results</translation>
    </message>
    <message>
      <source>Trả kết quả hồ sơ</source>
      <translation>Return a result</translation>
    </message>
    <message>
      <source>Trả lại</source>
      <translation>Given back</translation>
    </message>
    <message>
      <source>Trả lại (đ)</source>
      <translation>Given back (VND)</translation>
    </message>
    <message>
      <source>Trả lại người nộp {amount}.</source>
      <translation>Give {amount} back.</translation>
    </message>
    <message>
      <source>Trả lời của máy chủ không chứng minh được, nên không việc nào được coi là đã gửi.</source>
      <translation>The server's answer is not proven, so nothing counts as sent.</translation>
    </message>
    <message>
      <source>Trả lời của máy chủ lớn quá mức cho phép và không được đọc.</source>
      <translation>The server's answer is larger than allowed and was not read.</translation>
    </message>
    <message>
      <source>Trả ngoài trình tự</source>
      <translation>Return out of turn</translation>
    </message>
    <message>
      <source>Trở lại</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Trở lại màn hình trước</source>
      <translation>Back to the screen before</translation>
    </message>
    <message>
      <source>Trực tiếp</source>
      <translation>In person</translation>
    </message>
    <message>
      <source>Trực tiếp, BC</source>
      <translation>In person, post</translation>
    </message>
    <message>
      <source>Trực tuyến</source>
      <translation>Online</translation>
    </message>
    <message>
      <source>Trực tuyến có kết quả điện tử</source>
      <translation>Online with an electronic result</translation>
    </message>
    <message>
      <source>Tuần</source>
      <translation>Week</translation>
    </message>
    <message>
      <source>Tài khoản lãnh đạo chỉ xem.</source>
      <translation>Leaders only read.</translation>
    </message>
    <message>
      <source>Tách rời các tờ dính nhau, đặt lại rồi bấm Quét tiếp.</source>
      <translation>Separate sheets that stick together, lay them in again and press Continue.</translation>
    </message>
    <message>
      <source>Tê&amp;n quầy</source>
      <translation>Desk &amp;name</translation>
    </message>
    <message>
      <source>Tên &amp;bộ lọc</source>
      <translation>&amp;Name of filter</translation>
    </message>
    <message>
      <source>Tên &amp;gọi</source>
      <translation>&amp;Name</translation>
    </message>
    <message>
      <source>Tên &amp;quầy</source>
      <translation>&amp;Desk name</translation>
    </message>
    <message>
      <source>Tên bản dữ liệu phải là một trong: {names}.</source>
      <translation>The data's name must be one of: {names}.</translation>
    </message>
    <message>
      <source>Tên giấy tờ</source>
      <translation>Name of the paper</translation>
    </message>
    <message>
      <source>Tên không dấu, mã hồ sơ, số giấy tờ, số điện thoại</source>
      <translation>Name without accents, dossier code, ID number, phone</translation>
    </message>
    <message>
      <source>Tên máy in, địa chỉ ipp://…, hoặc một thư mục để lưu PDF</source>
      <translation>A printer's name, an ipp://… address, or a folder for PDFs</translation>
    </message>
    <message>
      <source>Tên ngày</source>
      <translation>Name of the day</translation>
    </message>
    <message>
      <source>Tên thủ tục</source>
      <translation>Procedure</translation>
    </message>
    <message>
      <source>Tìm thấy {count} máy quét.</source>
      <translation>{count} scanners found.</translation>
    </message>
    <message>
      <source>Tìm token</source>
      <translation>Find token</translation>
    </message>
    <message>
      <source>Tìm trong sổ</source>
      <translation>Search the register</translation>
    </message>
    <message>
      <source>Tìm tờ khóa in gần nhất.</source>
      <translation>Find the sheet printed last.</translation>
    </message>
    <message>
      <source>Tình trạng</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Tính là quá hạn theo {source} (yêu cầu bổ sung {times} lần).</source>
      <translation>Counts as overdue by {source} (papers asked for {times} times).</translation>
    </message>
    <message>
      <source>Tính lại</source>
      <translation>Count again</translation>
    </message>
    <message>
      <source>Tính theo ngày tiếp nhận: tỉnh đã ký nhận mọi việc của hồ sơ và không để riêng việc nào.</source>
      <translation>By the day of reception: the province signed for every action of the dossier and set none aside.</translation>
    </message>
    <message>
      <source>Tóm tắt</source>
      <translation>Summary</translation>
    </message>
    <message>
      <source>Tôi thiết lập &amp;giúp: người này tự đặt mật khẩu khác khi vào lần đầu</source>
      <translation>I set up &amp;for them: this person chooses another secret when they first come in</translation>
    </message>
    <message>
      <source>Tạo quầy và vào làm việc</source>
      <translation>Make the desk and go to work</translation>
    </message>
    <message>
      <source>Tải lại danh sách rồi ký bản mới.</source>
      <translation>Load the list anew and sign the newer one.</translation>
    </message>
    <message>
      <source>Tất cả</source>
      <translation>All</translation>
    </message>
    <message>
      <source>TẬP HUẤN</source>
      <translation>TRAINING</translation>
    </message>
    <message>
      <source>TẬP HUẤN · Người dân và hồ sơ ở đây đều là giả định, không gửi đi đâu.</source>
      <translation>TRAINING · Everybody and everything here is invented and goes nowhere.</translation>
    </message>
    <message>
      <source>Tắt bật lại máy quét rồi bấm Quét tiếp.</source>
      <translation>Switch the scanner off and on, then press Scan on.</translation>
    </message>
    <message>
      <source>Tệp &amp;lớn nhất (MB)</source>
      <translation>&amp;Largest file (MB)</translation>
    </message>
    <message>
      <source>Tệp .cer, .crt, .pem do Ban Cơ yếu Chính phủ hoặc cơ quan cấp trên giao</source>
      <translation>Files (.cer, .crt, .pem) given by the Government Cipher Committee or a higher office</translation>
    </message>
    <message>
      <source>Tệp .dll hoặc .so đi kèm token; để trống để tìm ở nơi thường lệ (danh sách chưa xác minh)</source>
      <translation>The .dll or .so that came with the token; empty to look in the usual places (list not verified)</translation>
    </message>
    <message>
      <source>Tệp PDF có đặt mật khẩu.</source>
      <translation>The PDF has a password.</translation>
    </message>
    <message>
      <source>Tệp PDF cần kiểm tra</source>
      <translation>PDF to check</translation>
    </message>
    <message>
      <source>Tệp TOML, mỗi mục [[form]] đổi tên, số mẫu, tiêu ngữ hoặc từng câu của một biểu mẫu.</source>
      <translation>A TOML file; each [[form]] changes the title, number, letterhead or single sentences of a form.</translation>
    </message>
    <message>
      <source>Tệp bị hỏng hoặc chép chưa xong nên không mở được.</source>
      <translation>The file is damaged or half copied and cannot be opened.</translation>
    </message>
    <message>
      <source>Tệp chứng chỉ (CA) của tỉnh không đọc được.</source>
      <translation>The province's certificate (CA) cannot be read.</translation>
    </message>
    <message>
      <source>Tệp cập nhật</source>
      <translation>Update file</translation>
    </message>
    <message>
      <source>Tệp cập nhật (*.mcu)</source>
      <translation>Update file (*.mcu)</translation>
    </message>
    <message>
      <source>Tệp cập nhật bị cắt cụt, bị sửa hoặc không phải tệp cập nhật.</source>
      <translation>The update file is cut short, altered, or no update file.</translation>
    </message>
    <message>
      <source>Tệp danh mục không đọc được.</source>
      <translation>The catalogue file cannot be read.</translation>
    </message>
    <message>
      <source>Tệp danh mục lớn hơn {megabytes} MB.</source>
      <translation>The catalogue file is larger than {megabytes} MB.</translation>
    </message>
    <message>
      <source>Tệp dữ liệu trên máy này bị hỏng.</source>
      <translation>The data file on this machine is damaged.</translation>
    </message>
    <message>
      <source>Tệp gốc vẫn nằm nguyên chỗ cũ, các trang khác vẫn được nhận.</source>
      <translation>The original file is where it was, and the other pages are taken in.</translation>
    </message>
    <message>
      <source>Tệp gốc vẫn nằm nguyên chỗ cũ, các trang đã nhận vẫn còn nguyên.</source>
      <translation>The original file is where it was, and the pages taken in are kept.</translation>
    </message>
    <message>
      <source>Tệp gốc vẫn nằm nguyên chỗ cũ.</source>
      <translation>The original file is where it was.</translation>
    </message>
    <message>
      <source>Tệp khóa keys.json bị hỏng nên chưa mở được dữ liệu.</source>
      <translation>The key file keys.json is damaged, so the data cannot be opened yet.</translation>
    </message>
    <message>
      <source>Tệp không bị xóa: diễn biến giữ tên, lý do và người gỡ. Thời hạn không đổi.</source>
      <translation>No file is deleted: the history keeps its name, the reason and who took it off. No deadline changes.</translation>
    </message>
    <message>
      <source>Tệp không có {count} thủ tục đang dùng; danh mục vẫn giữ.</source>
      <translation>The file does not have {count} procedures in use; the catalogue keeps them.</translation>
    </message>
    <message>
      <source>Tệp không đổi gì so với danh mục đang dùng.</source>
      <translation>The file changes nothing of the catalogue in use.</translation>
    </message>
    <message>
      <source>Tệp lịch không phải CSV UTF-8.</source>
      <translation>The calendar file is not UTF-8 CSV.</translation>
    </message>
    <message>
      <source>Tệp lớn quá {most} KB nên không phải tệp mẫu in.</source>
      <translation>The file is larger than {most} KB, so it is no file of forms.</translation>
    </message>
    <message>
      <source>Tệp nhận về không đúng với bản đã quét nên không dùng.</source>
      <translation>The file that came is not the one that was scanned and is not used.</translation>
    </message>
    <message>
      <source>Tệp này bị cắt cụt, bị sửa, hoặc không phải gói USB của phần mềm.</source>
      <translation>This file was cut short, altered, or is no bundle of this program.</translation>
    </message>
    <message>
      <source>Tệp này có quá nhiều chữ ký nên không kiểm tra. Coi như chưa ký, và xin lại bản gốc.</source>
      <translation>This file bears too many signatures to check. Take it as unsigned and ask for the original.</translation>
    </message>
    <message>
      <source>Tệp này gửi cho nơi khác nên ở đây không mở được.</source>
      <translation>This file is for somebody else and cannot be opened here.</translation>
    </message>
    <message>
      <source>Tệp này không ký được vì bị khóa hoặc không phải PDF lành.</source>
      <translation>This file cannot be signed: it is locked or no sound PDF.</translation>
    </message>
    <message>
      <source>Tệp này không phải danh mục thủ tục của phần mềm.</source>
      <translation>This file is no catalogue of procedures of this software.</translation>
    </message>
    <message>
      <source>Tệp này không phải tệp ghi danh, hoặc đã hỏng trên đường đi.</source>
      <translation>This is no enrolment file, or it was damaged on the way.</translation>
    </message>
    <message>
      <source>Tệp này trả lời gói số {number} mà máy này không còn nhớ.</source>
      <translation>This file answers bundle {number}, which this desk no longer remembers.</translation>
    </message>
    <message>
      <source>Tệp quét “{title}” trên máy này không còn nguyên vẹn nên không gửi.</source>
      <translation>The file of the scan “{title}” on this machine is damaged, so it is not sent.</translation>
    </message>
    <message>
      <source>Tệp vẫn an toàn trên máy này. Hãy quét lại, hoặc mang đi bằng USB.</source>
      <translation>The file is safe on this machine. Scan the paper again, or carry it on a USB stick.</translation>
    </message>
    <message>
      <source>Tệp vẫn nguyên.</source>
      <translation>The file is untouched.</translation>
    </message>
    <message>
      <source>Tệp vẫn nằm nguyên, việc khác ở quầy vẫn làm bình thường.</source>
      <translation>The file is as it was, and all other work at the desk goes on.</translation>
    </message>
    <message>
      <source>Tệp {name}</source>
      <translation>File {name}</translation>
    </message>
    <message>
      <source>Tệp đang giữ không hợp với phiên bản này nên biểu mẫu in như kèm phần mềm.</source>
      <translation>The file that is kept does not fit this version, so forms are printed as they ship.</translation>
    </message>
    <message>
      <source>Tệp đã bị thêm nội dung sau khi ký: đừng tin phần thêm, xin lại bản gốc.</source>
      <translation>Content was added after signing: do not trust it, ask for the original.</translation>
    </message>
    <message>
      <source>Tỉnh chưa gửi bản cập nhật nào mới hơn cho máy này.</source>
      <translation>The province has offered no newer version for this machine.</translation>
    </message>
    <message>
      <source>Tỉnh chưa nhận, cần xem lại</source>
      <translation>Not accepted by the province, to look at</translation>
    </message>
    <message>
      <source>Tỉnh chưa nhận: {reasons}</source>
      <translation>Not taken by the province: {reasons}</translation>
    </message>
    <message>
      <source>Tỉnh ghi: {facts}</source>
      <translation>Province: {facts}</translation>
    </message>
    <message>
      <source>Tỉnh giữ lại {count} việc để xem xét. Không mất gì; mở Đồng bộ để xem.</source>
      <translation>Actions the province set aside: {count}. Nothing is lost; open Sync to see them.</translation>
    </message>
    <message>
      <source>Tỉnh gửi về nội dung mà phiên bản này chưa đọc được.</source>
      <translation>The province sent what this version cannot read yet.</translation>
    </message>
    <message>
      <source>Tỉnh đã gửi bản {version}.</source>
      <translation>The province offers version {version}.</translation>
    </message>
    <message>
      <source>Tỉnh đã ngừng nhận máy này. Dữ liệu vẫn an toàn trên máy; báo bộ phận kỹ thuật.</source>
      <translation>The province no longer accepts this machine. The data is safe here; call the technicians.</translation>
    </message>
    <message>
      <source>Tỉnh đã nhận bản này từ trước; lần gửi tới báo thay đổi cho tỉnh và cổng quốc gia.</source>
      <translation>The province has had this scan before; the next sending tells the province and the national portal of the change.</translation>
    </message>
    <message>
      <source>Tỉnh đã thu hồi máy này ngày {day}.</source>
      <translation>The province revoked this desk on {day}.</translation>
    </message>
    <message>
      <source>Tỉnh đã xem một việc và không áp dụng; lý do ghi trong hồ sơ.</source>
      <translation>The province has looked at a deed and not applied it; the reason is in the dossier.</translation>
    </message>
    <message>
      <source>Tỉnh đã xác nhận {ops} việc và {files} tệp.</source>
      <translation>The province has confirmed {ops} deeds and {files} files.</translation>
    </message>
    <message>
      <source>Tối</source>
      <translation>Dark</translation>
    </message>
    <message>
      <source>Tổng số</source>
      <translation>Total</translation>
    </message>
    <message>
      <source>Tới việc cần xem lại</source>
      <translation>Go to what needs a look</translation>
    </message>
    <message>
      <source>Tờ cài đặt đã vào hàng đợi in.</source>
      <translation>The set-up sheet is in the print queue.</translation>
    </message>
    <message>
      <source>Tờ cài đặt đầu đọc</source>
      <translation>Reader set-up sheet</translation>
    </message>
    <message>
      <source>Tờ dẫn của hồ sơ {code}, nhưng hồ sơ này chưa có trong sổ của quầy.</source>
      <translation>A leading sheet of dossier {code}, which is not in the register of this desk.</translation>
    </message>
    <message>
      <source>Tờ khóa phục hồi</source>
      <translation>Recovery sheet</translation>
    </message>
    <message>
      <source>Tờ khóa phục hồi (máy khác, hoặc quên mật khẩu)</source>
      <translation>Recovery sheet (another PC, or a forgotten password)</translation>
    </message>
    <message>
      <source>Tờ khóa phục hồi in lần cuối lúc {time}.</source>
      <translation>The recovery sheet was last printed at {time}.</translation>
    </message>
    <message>
      <source>Tờ ngăn {code}</source>
      <translation>Separators {code}</translation>
    </message>
    <message>
      <source>Tờ ngăn, {count} hồ sơ</source>
      <translation>Separators, {count} dossiers</translation>
    </message>
    <message>
      <source>Tờ này có mã nhưng không đọc được: có thể là tờ dẫn của hồ sơ khác.</source>
      <translation>A code on this sheet cannot be read: it may lead another dossier.</translation>
    </message>
    <message>
      <source>Tờ này là gì?</source>
      <translation>What is this sheet?</translation>
    </message>
    <message>
      <source>Tờ đã ra khỏi máy in chưa? Gõ hai từ trên tờ giấy; từ đó khóa này mới dùng được.</source>
      <translation>Has the sheet come out of the printer? Type two words off it; from then on this key counts.</translation>
    </message>
    <message>
      <source>Từ &amp;USB hoặc tệp…</source>
      <translation>From &amp;USB or a file…</translation>
    </message>
    <message>
      <source>Từ chối</source>
      <translation>Refused</translation>
    </message>
    <message>
      <source>Từ chối và in phiếu</source>
      <translation>Refuse and print</translation>
    </message>
    <message>
      <source>Từ máy chủ &amp;tỉnh</source>
      <translation>From the &amp;province's server</translation>
    </message>
    <message>
      <source>Từ ngà&amp;y</source>
      <translation>&amp;From</translation>
    </message>
    <message>
      <source>Từ ngày</source>
      <translation>From</translation>
    </message>
    <message>
      <source>Từ số</source>
      <translation>From</translation>
    </message>
    <message>
      <source>Từ số {at} trên tờ giấy</source>
      <translation>Word {at} on the sheet</translation>
    </message>
    <message>
      <source>Từ thứ &amp;hai</source>
      <translation>&amp;Second word</translation>
    </message>
    <message>
      <source>Từ thứ &amp;nhất</source>
      <translation>&amp;First word</translation>
    </message>
    <message>
      <source>Từ thứ {at} không có trong bảng từ.</source>
      <translation>Word {at} is not in the list.</translation>
    </message>
    <message>
      <source>Từ {time} đến nay</source>
      <translation>Since {time}</translation>
    </message>
    <message>
      <source>Từ … đến</source>
      <translation>From … to</translation>
    </message>
    <message>
      <source>Tự &amp;khóa sau (phút)</source>
      <translation>Loc&amp;k after (minutes)</translation>
    </message>
    <message>
      <source>Tự kiểm tra</source>
      <translation>Self-check</translation>
    </message>
    <message>
      <source>Tự sao lưu mỗi giờ, khi đóng quầy và khi cắm USB của quầy này. Khôi phục: đóng phần mềm, mở lại, chọn ở màn hình vào quầy.</source>
      <translation>Backed up by itself every hour, when the desk is closed and when this desk's USB is plugged in. To restore: close the program, open it again, choose it at the sign-in.</translation>
    </message>
    <message>
      <source>Tỷ lệ dùng dữ liệu dân cư (VNeID) không tính ở đây: quầy không biết tài khoản nào đã được xác thực.</source>
      <translation>The share that used population data (VNeID) is not counted here: the desk does not know which accounts were verified.</translation>
    </message>
    <message>
      <source>USB bị rút ra hoặc không trả lời nữa.</source>
      <translation>The stick was pulled out or no longer answers.</translation>
    </message>
    <message>
      <source>USB không đủ chỗ: cần {needed} MB, còn {free} MB.</source>
      <translation>The stick has no room: {needed} MB needed, {free} MB free.</translation>
    </message>
    <message>
      <source>USB này nay là của quầy: cắm vào là tự sao lưu. Đang sao lưu lần đầu…</source>
      <translation>This stick now belongs to the desk: plugging it in is enough. Backing up for the first time…</translation>
    </message>
    <message>
      <source>USB token</source>
      <translation>USB token</translation>
    </message>
    <message>
      <source>USB token của người ký</source>
      <translation>Signer's USB token</translation>
    </message>
    <message>
      <source>USB đã đầy hoặc không chứa được tệp lớn như vậy.</source>
      <translation>The stick is full or cannot hold so large a file.</translation>
    </message>
    <message>
      <source>USB đọc lại không đúng những gì đã ghi, nên gói bị bỏ.</source>
      <translation>The stick does not read back what was written, so the bundle was dropped.</translation>
    </message>
    <message>
      <source>USB đọc lại đúng như đã ghi.</source>
      <translation>The stick reads back exactly as written.</translation>
    </message>
    <message>
      <source>Vai trò của người dùng này trong tệp khóa không khớp với lúc lập, nên chưa đặt lại mật khẩu.</source>
      <translation>This user’s role in the key file is not what it was made with, so the password was not set anew.</translation>
    </message>
    <message>
      <source>Việc</source>
      <translation>Action</translation>
    </message>
    <message>
      <source>Việc khác</source>
      <translation>Other acts</translation>
    </message>
    <message>
      <source>Việc khác…</source>
      <translation>Other acts…</translation>
    </message>
    <message>
      <source>Việc làm sau lúc đó mà đã gửi tỉnh sẽ tự về khi có mạng. Số hồ sơ mới hôm nay lấy từ dải dự phòng.</source>
      <translation>What was done after that and sent to the province comes back by itself once there is a line. New numbers today come from the reserve band.</translation>
    </message>
    <message>
      <source>Việc này nhắc tới một giấy tờ không có trong hồ sơ.</source>
      <translation>This act names a paper that the dossier does not have.</translation>
    </message>
    <message>
      <source>Việc này thuộc một hồ sơ chưa có ở đây.</source>
      <translation>This action belongs to a dossier that is not here yet.</translation>
    </message>
    <message>
      <source>Việc sửa nhắc tới một trường không sửa được.</source>
      <translation>The correction names a field that cannot be corrected.</translation>
    </message>
    <message>
      <source>Việc từng bị giữ nay tỉnh đã áp dụng.</source>
      <translation>A deed that was held has now been applied by the province.</translation>
    </message>
    <message>
      <source>Việc vừa làm chưa được lưu; mọi hồ sơ đã lưu vẫn nguyên.</source>
      <translation>The last action is not saved; every saved dossier is whole.</translation>
    </message>
    <message>
      <source>Việc vừa làm chưa được lưu; những gì đã lưu vẫn nguyên.</source>
      <translation>The last action is not saved; what was saved before is whole.</translation>
    </message>
    <message>
      <source>Việc được giao</source>
      <translation>Duties</translation>
    </message>
    <message>
      <source>Việc “{act}” chỉ làm được khi hồ sơ: {fitting}.</source>
      <translation>“{act}” can only be done when it is: {fitting}.</translation>
    </message>
    <message>
      <source>Và {count} lưu ý khác.</source>
      <translation>And {count} more remarks.</translation>
    </message>
    <message>
      <source>Và {count} ngày khác.</source>
      <translation>And {count} more days.</translation>
    </message>
    <message>
      <source>Vào Thiết lập, nhập địa chỉ và mã ghi danh.</source>
      <translation>In Settings, type the address and the one-time code.</translation>
    </message>
    <message>
      <source>Vào khay chưa rõ</source>
      <translation>Into the tray</translation>
    </message>
    <message>
      <source>Vào quầy</source>
      <translation>Sign in</translation>
    </message>
    <message>
      <source>Vào quầy trên màn hình và đặt mật khẩu của riêng mình trước.</source>
      <translation>Enter through the window and choose your own password first.</translation>
    </message>
    <message>
      <source>Vào sổ</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Vào sổ chứng thực</source>
      <translation>Enter in the book</translation>
    </message>
    <message>
      <source>Vì sao ngày này?</source>
      <translation>Why this date?</translation>
    </message>
    <message>
      <source>Ví dụ COM3, COM7. Để trống: tự tìm đầu đọc USB</source>
      <translation>For example COM3, COM7. Empty: USB readers are found by themselves</translation>
    </message>
    <message>
      <source>Ví dụ H55.242</source>
      <translation>For example H55.242</translation>
    </message>
    <message>
      <source>Ví dụ ~. Để trống: theo tốc độ gõ</source>
      <translation>For example ~. Empty: told by typing speed</translation>
    </message>
    <message>
      <source>Ví dụ ỦY BAN NHÂN DÂN XÃ …</source>
      <translation>For example ỦY BAN NHÂN DÂN XÃ …</translation>
    </message>
    <message>
      <source>Ví dụ: Tủ B, ngăn 4</source>
      <translation>Such as: Cabinet B, shelf 4</translation>
    </message>
    <message>
      <source>Văn bản xin lỗi và hẹn lại {code}</source>
      <translation>Apology with a new date {code}</translation>
    </message>
    <message>
      <source>Văn phòng tập huấn không nối với máy chủ tỉnh.</source>
      <translation>A training office is not connected to the province.</translation>
    </message>
    <message>
      <source>Về &amp;danh sách</source>
      <translation>Back to the &amp;list</translation>
    </message>
    <message>
      <source>Vừa lấy về để xem; máy này tự bỏ bản này sau một ngày, bản gốc vẫn ở nơi giữ.</source>
      <translation>Fetched to be looked at; this machine drops it after a day, and it stays where it is kept.</translation>
    </message>
    <message>
      <source>X: thiếu · D: số hóa, dùng lại · L: dùng lại bản quét trước · V: xem bản đó</source>
      <translation>X: missing · D: digitised, used again · L: use the earlier scan · V: look at it</translation>
    </message>
    <message>
      <source>Xem</source>
      <translation>Look</translation>
    </message>
    <message>
      <source>Xem &amp;cũ hơn</source>
      <translation>&amp;Older</translation>
    </message>
    <message>
      <source>Xem &amp;hàng đợi in</source>
      <translation>See the print &amp;queue</translation>
    </message>
    <message>
      <source>Xem &amp;hồ sơ bị đổi ngày hẹn</source>
      <translation>See the dossiers whose &amp;dates it moves</translation>
    </message>
    <message>
      <source>Xem &amp;hồ sơ bị ảnh hưởng</source>
      <translation>See the dossiers &amp;affected</translation>
    </message>
    <message>
      <source>Xem &amp;thay đổi</source>
      <translation>Show the &amp;changes</translation>
    </message>
    <message>
      <source>Xem bản &amp;gốc</source>
      <translation>View &amp;original</translation>
    </message>
    <message>
      <source>Xem hàng đợi</source>
      <translation>See the queue</translation>
    </message>
    <message>
      <source>Xem hồ sơ</source>
      <translation>Looked at a case</translation>
    </message>
    <message>
      <source>Xem hồ sơ theo &amp;quy định cũ</source>
      <translation>See the dossiers under &amp;old rules</translation>
    </message>
    <message>
      <source>Xem lý do Cổng ghi, sửa rồi gửi lại.</source>
      <translation>Read the reason the portal gives, correct it and send again.</translation>
    </message>
    <message>
      <source>Xem lại 6 chữ số trên màn hình quầy bên kia.</source>
      <translation>Look at the 6 digits on the other desk's screen again.</translation>
    </message>
    <message>
      <source>Xem lại kiểm đếm.</source>
      <translation>Check the count.</translation>
    </message>
    <message>
      <source>Xem lại lịch nghỉ trong Thiết lập.</source>
      <translation>Look at the days off in Settings.</translation>
    </message>
    <message>
      <source>Xem lại mã PIN thật chắc rồi hãy gõ.</source>
      <translation>Make sure of the PIN before you type it.</translation>
    </message>
    <message>
      <source>Xem lại mã thủ tục trong danh mục.</source>
      <translation>Check the procedure's code in the catalogue.</translation>
    </message>
    <message>
      <source>Xem lại ngày giờ của máy, hoặc chờ đến ngày ấy.</source>
      <translation>Check this machine's date, or wait for that day.</translation>
    </message>
    <message>
      <source>Xem lại ngày hẹn rồi xác nhận.</source>
      <translation>Look at the due date, then confirm it.</translation>
    </message>
    <message>
      <source>Xem lại rồi ghi.</source>
      <translation>Check it, then enter it.</translation>
    </message>
    <message>
      <source>Xem lại số tiền rồi xác nhận.</source>
      <translation>Look at the amount, then confirm it.</translation>
    </message>
    <message>
      <source>Xem lại tên tệp và quyền đọc.</source>
      <translation>Check the file's name and whether it may be read.</translation>
    </message>
    <message>
      <source>Xem lại tờ giấy rồi nhập đủ.</source>
      <translation>Look at the sheet again and type them all.</translation>
    </message>
    <message>
      <source>Xem lại từ đó trên tờ giấy.</source>
      <translation>Look at that word on the sheet again.</translation>
    </message>
    <message>
      <source>Xem lại đường truyền và địa chỉ, rồi gửi lại.</source>
      <translation>Check the line and the address, then send again.</translation>
    </message>
    <message>
      <source>Xem lại địa chỉ trong Thiết lập.</source>
      <translation>Look at the address in Settings.</translation>
    </message>
    <message>
      <source>Xem lại địa chỉ; nếu mạng đòi đăng nhập, hãy đăng nhập trước.</source>
      <translation>Check the address; if the network asks for a login, log in first.</translation>
    </message>
    <message>
      <source>Xem máy in còn bật và còn nối dây không.</source>
      <translation>See whether the printer is on and connected.</translation>
    </message>
    <message>
      <source>Xem nhanh</source>
      <translation>Quick look</translation>
    </message>
    <message>
      <source>Xem tên máy in trong Thiết lập.</source>
      <translation>See the printer's name in the settings.</translation>
    </message>
    <message>
      <source>Xem địa chỉ máy in trong Thiết lập.</source>
      <translation>See the printer's address in the settings.</translation>
    </message>
    <message>
      <source>Xem, gỡ, chuyển bản quét đã lưu</source>
      <translation>See, take off or move saved scans</translation>
    </message>
    <message>
      <source>Xin cán bộ tỉnh cấp mã mới.</source>
      <translation>Ask the province for a new code.</translation>
    </message>
    <message>
      <source>Xin cán bộ tỉnh đọc lại từng nhóm bốn chữ.</source>
      <translation>Ask the province to read each group of four again.</translation>
    </message>
    <message>
      <source>Xin gia hạn ở nơi cấp.</source>
      <translation>Ask the issuer to renew it.</translation>
    </message>
    <message>
      <source>Xin lại tệp từ tỉnh.</source>
      <translation>Ask the province for the file again.</translation>
    </message>
    <message>
      <source>Xin lỗi và hẹn lại</source>
      <translation>Apologise, promise anew</translation>
    </message>
    <message>
      <source>Xin nơi gửi xuất lại.</source>
      <translation>Ask the sender to export again.</translation>
    </message>
    <message>
      <source>Xin tỉnh bản đầy đủ.</source>
      <translation>Ask the province for the whole one.</translation>
    </message>
    <message>
      <source>Xin tỉnh mã ghi danh mới rồi ghi danh lại.</source>
      <translation>Ask the province for a new enrolment code and enrol again.</translation>
    </message>
    <message>
      <source>Xong chồng này</source>
      <translation>Stack done</translation>
    </message>
    <message>
      <source>Xong sửa trang</source>
      <translation>Done editing</translation>
    </message>
    <message>
      <source>Xuất .xlsx</source>
      <translation>Export .xlsx</translation>
    </message>
    <message>
      <source>Xuất bảng số liệu</source>
      <translation>Export the figures</translation>
    </message>
    <message>
      <source>Xuất danh mục</source>
      <translation>Export the catalogue</translation>
    </message>
    <message>
      <source>Xuất danh sách này ra .xlsx</source>
      <translation>Export this list as .xlsx</translation>
    </message>
    <message>
      <source>Xuất ra USB…</source>
      <translation>Export to USB…</translation>
    </message>
    <message>
      <source>Xuất ra tệp</source>
      <translation>Wrote a file</translation>
    </message>
    <message>
      <source>Xuất tệp đang dùng</source>
      <translation>Export the file in use</translation>
    </message>
    <message>
      <source>Xác nhận đã in</source>
      <translation>Print confirmed</translation>
    </message>
    <message>
      <source>Xóa</source>
      <translation>Remove</translation>
    </message>
    <message>
      <source>Xóa bộ lọc</source>
      <translation>Delete filter</translation>
    </message>
    <message>
      <source>Xóa {name}</source>
      <translation>Remove {name}</translation>
    </message>
    <message>
      <source>Xử lý</source>
      <translation>What happens</translation>
    </message>
    <message>
      <source>Xử lý &amp;tiền đã nộp</source>
      <translation>Money &amp;paid so far</translation>
    </message>
    <message>
      <source>Yêu cầu bổ sung</source>
      <translation>Supplement request</translation>
    </message>
    <message>
      <source>Yêu cầu và in phiếu</source>
      <translation>Request and print</translation>
    </message>
    <message>
      <source>bưu điện đã phát</source>
      <translation>delivered by post</translation>
    </message>
    <message>
      <source>chuyển hoàn {at}</source>
      <translation>came back {at}</translation>
    </message>
    <message>
      <source>chuyển khoản</source>
      <translation>transfer</translation>
    </message>
    <message>
      <source>chuyển sang hồ sơ {code}, “{line}”</source>
      <translation>moved to dossier {code}, “{line}”</translation>
    </message>
    <message>
      <source>chuyển sang “{line}”</source>
      <translation>moved to “{line}”</translation>
    </message>
    <message>
      <source>chuyển từ giấy tờ khác của hồ sơ này</source>
      <translation>moved from another paper of this dossier</translation>
    </message>
    <message>
      <source>chuyển từ hồ sơ {code}</source>
      <translation>moved from dossier {code}</translation>
    </message>
    <message>
      <source>chân trang</source>
      <translation>footer</translation>
    </message>
    <message>
      <source>chính</source>
      <translation>original</translation>
    </message>
    <message>
      <source>chính chủ</source>
      <translation>owner</translation>
    </message>
    <message>
      <source>chưa có trang</source>
      <translation>no page yet</translation>
    </message>
    <message>
      <source>chưa kiểm tra</source>
      <translation>not checked</translation>
    </message>
    <message>
      <source>chưa ký nhận</source>
      <translation>not signed for</translation>
    </message>
    <message>
      <source>chưa số hóa</source>
      <translation>none</translation>
    </message>
    <message>
      <source>chưa đến ngày có hiệu lực</source>
      <translation>not valid yet</translation>
    </message>
    <message>
      <source>chỉ gửi khi bấm Gửi ngay</source>
      <translation>sent only when Send now is pressed</translation>
    </message>
    <message>
      <source>chỉ gửi từ {first} giờ đến {last} giờ</source>
      <translation>sent only from {first}:00 to {last}:00</translation>
    </message>
    <message>
      <source>chọn máy in, máy quét, đường truyền</source>
      <translation>choose printers, scanners and the line</translation>
    </message>
    <message>
      <source>chủ hồ sơ</source>
      <translation>owner</translation>
    </message>
    <message>
      <source>chủ hồ sơ {who}</source>
      <translation>owner {who}</translation>
    </message>
    <message>
      <source>chứng thực</source>
      <translation>certified</translation>
    </message>
    <message>
      <source>câu “{name}”</source>
      <translation>sentence “{name}”</translation>
    </message>
    <message>
      <source>còn giá trị</source>
      <translation>valid</translation>
    </message>
    <message>
      <source>còn phải thu {fee}</source>
      <translation>still to collect {fee}</translation>
    </message>
    <message>
      <source>còn thiếu giấy tờ</source>
      <translation>papers still missing</translation>
    </message>
    <message>
      <source>còn {days} ngày</source>
      <translation>{days} d left</translation>
    </message>
    <message>
      <source>còn {days} ngày làm việc</source>
      <translation>{days} working d left</translation>
    </message>
    <message>
      <source>có chữ ký</source>
      <translation>signed</translation>
    </message>
    <message>
      <source>có phí, lệ phí</source>
      <translation>with fees or charges</translation>
    </message>
    <message>
      <source>có tại quầy</source>
      <translation>at the desk</translation>
    </message>
    <message>
      <source>căn cứ</source>
      <translation>legal basis</translation>
    </message>
    <message>
      <source>cơ quan</source>
      <translation>office</translation>
    </message>
    <message>
      <source>cơ quan cấp trên</source>
      <translation>parent office</translation>
    </message>
    <message>
      <source>cấp ngày {day}</source>
      <translation>issued {day}</translation>
    </message>
    <message>
      <source>dùng lại</source>
      <translation>used again</translation>
    </message>
    <message>
      <source>dùng lại bản quét của hồ sơ {code}</source>
      <translation>the scan of dossier {code} used again</translation>
    </message>
    <message>
      <source>dùng lại bản đã số hóa</source>
      <translation>copy used again</translation>
    </message>
    <message>
      <source>dùng lại dữ liệu đã số hóa</source>
      <translation>reusing digitised data</translation>
    </message>
    <message>
      <source>dùng lại kết quả cũ</source>
      <translation>earlier result</translation>
    </message>
    <message>
      <source>dùng lại kết quả điện tử</source>
      <translation>electronic result used again</translation>
    </message>
    <message>
      <source>escpos://địa-chỉ, escpos:/dev/usb/lp0, hoặc một thư mục</source>
      <translation>escpos://address, escpos:/dev/usb/lp0, or a folder</translation>
    </message>
    <message>
      <source>giai đoạn 2 hẹn {due}</source>
      <translation>second stage due {due}</translation>
    </message>
    <message>
      <source>giới tính</source>
      <translation>sex</translation>
    </message>
    <message>
      <source>gắn lại bản đã gỡ</source>
      <translation>put back after being taken off</translation>
    </message>
    <message>
      <source>hai mặt</source>
      <translation>both sides</translation>
    </message>
    <message>
      <source>hơn 1.000</source>
      <translation>over 1,000</translation>
    </message>
    <message>
      <source>hạn bước {due}</source>
      <translation>step due {due}</translation>
    </message>
    <message>
      <source>hẹn lại {at}</source>
      <translation>new date {at}</translation>
    </message>
    <message>
      <source>hẹn lần đầu {due}</source>
      <translation>first date {due}</translation>
    </message>
    <message>
      <source>hẹn {before} → {after}</source>
      <translation>due {before} → {after}</translation>
    </message>
    <message>
      <source>hẹn {due}</source>
      <translation>due {due}</translation>
    </message>
    <message>
      <source>hết hạn {day}</source>
      <translation>expires {day}</translation>
    </message>
    <message>
      <source>hủy tiếp nhận, mở lại hồ sơ</source>
      <translation>void receptions, reopen cases</translation>
    </message>
    <message>
      <source>in giấy</source>
      <translation>print papers</translation>
    </message>
    <message>
      <source>khóa chưa biết</source>
      <translation>unknown key</translation>
    </message>
    <message>
      <source>khóa do {clerk} nhận</source>
      <translation>key accepted by {clerk}</translation>
    </message>
    <message>
      <source>không còn ở đó</source>
      <translation>no longer there</translation>
    </message>
    <message>
      <source>không có mã</source>
      <translation>no code</translation>
    </message>
    <message>
      <source>không ghi giờ</source>
      <translation>no time given</translation>
    </message>
    <message>
      <source>không giới hạn</source>
      <translation>no limit</translation>
    </message>
    <message>
      <source>không hẹn ngày</source>
      <translation>no due date</translation>
    </message>
    <message>
      <source>không nhận</source>
      <translation>refused</translation>
    </message>
    <message>
      <source>không được cấp để ký</source>
      <translation>not issued for signing</translation>
    </message>
    <message>
      <source>không: {duty}</source>
      <translation>not: {duty}</translation>
    </message>
    <message>
      <source>kết quả</source>
      <translation>result</translation>
    </message>
    <message>
      <source>kết quả của {code}</source>
      <translation>the result of {code}</translation>
    </message>
    <message>
      <source>kết thúc đúng hạn</source>
      <translation>ended on time</translation>
    </message>
    <message>
      <source>màu</source>
      <translation>colour</translation>
    </message>
    <message>
      <source>mã vạch</source>
      <translation>bars</translation>
    </message>
    <message>
      <source>mã vận đơn {tracking}, gửi {at}</source>
      <translation>tracking no. {tracking}, sent {at}</translation>
    </message>
    <message>
      <source>mã {code}</source>
      <translation>code {code}</translation>
    </message>
    <message>
      <source>mũi tên chọn số · Enter mở danh sách · Ctrl+Tab trang kế</source>
      <translation>arrows choose a number · Enter opens its list · Ctrl+Tab next page</translation>
    </message>
    <message>
      <source>mọi hồ sơ</source>
      <translation>every dossier</translation>
    </message>
    <message>
      <source>mọi người</source>
      <translation>anyone</translation>
    </message>
    <message>
      <source>mọi thủ tục</source>
      <translation>any procedure</translation>
    </message>
    <message>
      <source>một mặt</source>
      <translation>one side</translation>
    </message>
    <message>
      <source>mở sổ, hủy số trong sổ</source>
      <translation>open books, spoil their numbers</translation>
    </message>
    <message>
      <source>mức đủ {full}</source>
      <translation>full amount {full}</translation>
    </message>
    <message>
      <source>người ký {name}</source>
      <translation>signed by {name}</translation>
    </message>
    <message>
      <source>người nộp</source>
      <translation>filer</translation>
    </message>
    <message>
      <source>người được ủy quyền</source>
      <translation>delegate</translation>
    </message>
    <message>
      <source>nhầm giấy tờ</source>
      <translation>wrong paper</translation>
    </message>
    <message>
      <source>nhầm hồ sơ</source>
      <translation>wrong dossier</translation>
    </message>
    <message>
      <source>nhận thay</source>
      <translation>delegate</translation>
    </message>
    <message>
      <source>năm sinh</source>
      <translation>birth year</translation>
    </message>
    <message>
      <source>nửa sau</source>
      <translation>second half</translation>
    </message>
    <message>
      <source>nửa đầu</source>
      <translation>first half</translation>
    </message>
    <message>
      <source>photo</source>
      <translation>photocopy</translation>
    </message>
    <message>
      <source>quá hạn</source>
      <translation>late</translation>
    </message>
    <message>
      <source>quét chưa đạt</source>
      <translation>badly scanned</translation>
    </message>
    <message>
      <source>quét tại quầy</source>
      <translation>scanned here</translation>
    </message>
    <message>
      <source>quản lý người dùng</source>
      <translation>manage people</translation>
    </message>
    <message>
      <source>quầy này</source>
      <translation>this desk</translation>
    </message>
    <message>
      <source>sẽ đưa vào sổ</source>
      <translation>will enter the register</translation>
    </message>
    <message>
      <source>số mẫu</source>
      <translation>form number</translation>
    </message>
    <message>
      <source>số {number}</source>
      <translation>no. {number}</translation>
    </message>
    <message>
      <source>sửa thông tin cơ quan và các quầy</source>
      <translation>change the office and its desks</translation>
    </message>
    <message>
      <source>tesseract ở máy này chưa có bộ chữ tiếng Việt (vie). Nhờ người phụ trách máy cài thêm bộ chữ ấy.</source>
      <translation>tesseract on this machine lacks the Vietnamese letters (vie). Ask whoever looks after the machine to add them.</translation>
    </message>
    <message>
      <source>thanh toán trực tuyến</source>
      <translation>paid online</translation>
    </message>
    <message>
      <source>thiếu</source>
      <translation>missing</translation>
    </message>
    <message>
      <source>thiếu hoặc chưa đạt</source>
      <translation>missing or not in order</translation>
    </message>
    <message>
      <source>thiếu {count}/{papers} giấy tờ</source>
      <translation>{count} of {papers} papers missing</translation>
    </message>
    <message>
      <source>thu phí, hoàn tiền, kiểm quỹ</source>
      <translation>take fees, refund, count the till</translation>
    </message>
    <message>
      <source>thời hạn tạm dừng</source>
      <translation>clock stopped</translation>
    </message>
    <message>
      <source>tiếp nhận</source>
      <translation>received</translation>
    </message>
    <message>
      <source>tiếp nhận ngày thứ Bảy</source>
      <translation>received on a Saturday</translation>
    </message>
    <message>
      <source>tiếp nhận trong kỳ</source>
      <translation>received in the span</translation>
    </message>
    <message>
      <source>tiếp nhận trực tiếp và bưu chính</source>
      <translation>received in person and by post</translation>
    </message>
    <message>
      <source>tiếp nhận trực tuyến</source>
      <translation>received online</translation>
    </message>
    <message>
      <source>tiếp nhận, xử lý và trả hồ sơ</source>
      <translation>receive, process and return cases</translation>
    </message>
    <message>
      <source>tiền mặt</source>
      <translation>cash</translation>
    </message>
    <message>
      <source>trang trắng</source>
      <translation>blank page</translation>
    </message>
    <message>
      <source>trang {page} trên {pages}</source>
      <translation>page {page} of {pages}</translation>
    </message>
    <message>
      <source>trùng trong chồng</source>
      <translation>twice in the pile</translation>
    </message>
    <message>
      <source>trước hạn</source>
      <translation>early</translation>
    </message>
    <message>
      <source>trước và đúng hạn</source>
      <translation>early and on time</translation>
    </message>
    <message>
      <source>trực tuyến</source>
      <translation>online</translation>
    </message>
    <message>
      <source>trực tuyến, có kết quả điện tử</source>
      <translation>online, with an electronic result</translation>
    </message>
    <message>
      <source>tên biểu mẫu</source>
      <translation>title</translation>
    </message>
    <message>
      <source>tính đến {time}</source>
      <translation>as of {time}</translation>
    </message>
    <message>
      <source>tạm dừng từ {begun} đến {ended}</source>
      <translation>stopped from {begun} to {ended}</translation>
    </message>
    <message>
      <source>tệp quét chờ gửi ({size})</source>
      <translation>scans to send ({size})</translation>
    </message>
    <message>
      <source>tỉnh đã nhận đủ</source>
      <translation>all received by the province</translation>
    </message>
    <message>
      <source>tổng tiếp nhận</source>
      <translation>taken in, in all</translation>
    </message>
    <message>
      <source>tờ dẫn</source>
      <translation>leading sheet</translation>
    </message>
    <message>
      <source>từ kỳ trước</source>
      <translation>carried over</translation>
    </message>
    <message>
      <source>việc chờ gửi</source>
      <translation>actions to send</translation>
    </message>
    <message>
      <source>việc cần xem lại</source>
      <translation>actions to look at</translation>
    </message>
    <message>
      <source>việc tỉnh đã ký nhận</source>
      <translation>actions signed for by the province</translation>
    </message>
    <message>
      <source>và {count} bản quét nữa</source>
      <translation>and {count} more scans</translation>
    </message>
    <message>
      <source>và {count} hồ sơ nữa</source>
      <translation>and {count} more dossiers</translation>
    </message>
    <message>
      <source>và {count} việc nữa</source>
      <translation>and {count} more deeds</translation>
    </message>
    <message>
      <source>xem nhật ký truy cập</source>
      <translation>see the access record</translation>
    </message>
    <message>
      <source>xin lỗi và hẹn lại {due}, hạn trên vẫn tính</source>
      <translation>new date promised with an apology: {due}; the one above counts</translation>
    </message>
    <message>
      <source>xuất dữ liệu ra tệp</source>
      <translation>write data to files</translation>
    </message>
    <message>
      <source>xám</source>
      <translation>grey</translation>
    </message>
    <message>
      <source>{address}, máy chủ quầy</source>
      <translation>{address}, serves the office</translation>
    </message>
    <message>
      <source>{at}, {clerk}</source>
      <translation>{at}, {clerk}</translation>
    </message>
    <message>
      <source>{at}, {name}</source>
      <translation>{at}, {name}</translation>
    </message>
    <message>
      <source>{basis} – chờ từ {at}</source>
      <translation>{basis} – waiting since {at}</translation>
    </message>
    <message>
      <source>{basis} – đã nộp {at}</source>
      <translation>{basis} – paid {at}</translation>
    </message>
    <message>
      <source>{book} chỉ còn {count} số. Đăng ký dải số mới rồi mở sổ tiếp.</source>
      <translation>{book} has only {count} numbers left. Register a new range, then open the next book.</translation>
    </message>
    <message>
      <source>{book} cần đủ mẫu số, ký hiệu và dải số đã đăng ký.</source>
      <translation>{book} needs the registered form, series and range of numbers.</translation>
    </message>
    <message>
      <source>{book} đã hết số. Mở sổ tiếp theo.</source>
      <translation>{book} is used up. Open the next book.</translation>
    </message>
    <message>
      <source>{code} chờ nghĩa vụ tài chính. Thời hạn tạm dừng.</source>
      <translation>{code} waits for a financial duty. The clock is stopped.</translation>
    </message>
    <message>
      <source>{code} giữ ngày cũ: {why}</source>
      <translation>{code} keeps its old date: {why}</translation>
    </message>
    <message>
      <source>{code} {name}, từ {day}.</source>
      <translation>{code} {name}, from {day}.</translation>
    </message>
    <message>
      <source>{code} đã có kết quả</source>
      <translation>The result of {code} is ready</translation>
    </message>
    <message>
      <source>{code} đã nộp đủ. Thời hạn chạy tiếp.</source>
      <translation>{code} is paid. The clock goes on.</translation>
    </message>
    <message>
      <source>{code} đã vào sổ chứng thực</source>
      <translation>{code} is in the certification book</translation>
    </message>
    <message>
      <source>{code}: giữ như đã nhận, đã ghi vào hồ sơ.</source>
      <translation>{code}: kept as it was taken, and noted in the dossier.</translation>
    </message>
    <message>
      <source>{code}: đã theo quy định mới, giấy hẹn mới vào hàng đợi in.</source>
      <translation>{code}: now under the new rules; the new receipt is in the print queue.</translation>
    </message>
    <message>
      <source>{count} bản quét không gửi được nguyên vẹn, cần quét lại. Xem ở Đồng bộ.</source>
      <translation>{count} scans cannot be sent whole and must be scanned again. See Sync.</translation>
    </message>
    <message>
      <source>{count} giấy chưa ký được, lý do ở từng dòng.</source>
      <translation>{count} papers could not be signed; each row says why.</translation>
    </message>
    <message>
      <source>{count} giấy hẹn đã vào hàng đợi in.</source>
      <translation>{count} receipts are in the print queue.</translation>
    </message>
    <message>
      <source>{count} giờ</source>
      <translation>{count} hours</translation>
    </message>
    <message>
      <source>{count} hồ sơ</source>
      <translation>Dossiers: {count}</translation>
    </message>
    <message>
      <source>{count} hồ sơ chuyển bước</source>
      <translation>{count} dossiers moved on</translation>
    </message>
    <message>
      <source>{count} hồ sơ chưa gửi cần xem lại.</source>
      <translation>{count} unsent dossiers are to be looked at.</translation>
    </message>
    <message>
      <source>{count} hồ sơ chưa gửi đã nhận khi máy này chưa có quy định mới. Giấy trong tay người dân chưa đổi gì.</source>
      <translation>{count} unsent dossiers were taken before this machine had the new rules. Nothing changed on the papers the citizens hold.</translation>
    </message>
    <message>
      <source>{count} hồ sơ chưa làm tới, vẫn như trước.</source>
      <translation>{count} dossiers were not reached and are as before.</translation>
    </message>
    <message>
      <source>{count} hồ sơ chờ gửi</source>
      <translation>{count} dossiers to send</translation>
    </message>
    <message>
      <source>{count} hồ sơ có kết quả</source>
      <translation>{count} dossiers have their result</translation>
    </message>
    <message>
      <source>{count} hồ sơ có việc tỉnh không áp dụng</source>
      <translation>{count} dossiers with a deed the province did not apply</translation>
    </message>
    <message>
      <source>{count} hồ sơ có việc từng bị giữ, nay tỉnh đã áp dụng</source>
      <translation>{count} dossiers with a held deed the province has now applied</translation>
    </message>
    <message>
      <source>{count} hồ sơ có “{words}” trong giấy tờ đã quét</source>
      <translation>{count} dossiers have “{words}” on their scanned papers</translation>
    </message>
    <message>
      <source>{count} hồ sơ do quầy khác tiếp nhận</source>
      <translation>{count} dossiers received at another desk</translation>
    </message>
    <message>
      <source>{count} hồ sơ không làm được, vẫn như trước:</source>
      <translation>{count} dossiers could not be done and are as before:</translation>
    </message>
    <message>
      <source>{count} hồ sơ khớp “{words}”</source>
      <translation>Dossiers that match “{words}”: {count}</translation>
    </message>
    <message>
      <source>{count} hồ sơ đang chọn</source>
      <translation>{count} dossiers chosen</translation>
    </message>
    <message>
      <source>{count} hồ sơ được sửa</source>
      <translation>{count} dossiers corrected</translation>
    </message>
    <message>
      <source>{count} mục riêng, áp dụng từ lần in tới.</source>
      <translation>{count} entries of its own, from the next print on.</translation>
    </message>
    <message>
      <source>{count} ngày</source>
      <translation>{count} days</translation>
    </message>
    <message>
      <source>{count} ngày chưa lưu</source>
      <translation>{count} days not saved</translation>
    </message>
    <message>
      <source>{count} ngày làm việc</source>
      <translation>{count} working days</translation>
    </message>
    <message>
      <source>{count} phút</source>
      <translation>{count} minutes</translation>
    </message>
    <message>
      <source>{count} thủ tục khác</source>
      <translation>{count} other procedures</translation>
    </message>
    <message>
      <source>{count} trang</source>
      <translation>Pages: {count}</translation>
    </message>
    <message>
      <source>{count} trang · </source>
      <translation>{count} p. · </translation>
    </message>
    <message>
      <source>{count} trang đã giữ.</source>
      <translation>Pages kept: {count}.</translation>
    </message>
    <message>
      <source>{count} tệp quét hỏng để lại, cần quét lại.</source>
      <translation>{count} damaged scans stayed behind and must be scanned again.</translation>
    </message>
    <message>
      <source>{count} tờ</source>
      <translation>{count} sheets</translation>
    </message>
    <message>
      <source>{count} việc chờ gửi, cũ nhất từ {time}. Dữ liệu an toàn trên máy này.</source>
      <translation>{count} actions to send, the oldest of {time}. The data is safe on this machine.</translation>
    </message>
    <message>
      <source>{count} việc cần xem lại</source>
      <translation>{count} actions to look at</translation>
    </message>
    <message>
      <source>{count} đang chọn</source>
      <translation>{count} chosen</translation>
    </message>
    <message>
      <source>{count}/{offered} thủ tục đang áp dụng không phát sinh hồ sơ</source>
      <translation>{count}/{offered} procedures in force had no dossier</translation>
    </message>
    <message>
      <source>{days} ngày thay đổi, {dossiers} hồ sơ đang mở bị ảnh hưởng. Chưa có gì được ghi.</source>
      <translation>{days} days change, {dossiers} open dossiers are affected. Nothing is written yet.</translation>
    </message>
    <message>
      <source>{days} ngày {hours} giờ</source>
      <translation>{days} d {hours} h</translation>
    </message>
    <message>
      <source>{days} ngày đã đổi, {dossiers} hồ sơ đang mở bị ảnh hưởng.</source>
      <translation>{days} days changed, {dossiers} open dossiers were affected.</translation>
    </message>
    <message>
      <source>{done} / {total} số · Esc: dừng</source>
      <translation>{done} / {total} numbers · Esc: stop</translation>
    </message>
    <message>
      <source>{done}/{total} tệp</source>
      <translation>{done}/{total} files</translation>
    </message>
    <message>
      <source>{fields}: máy này và máy chủ ghi khác nhau.</source>
      <translation>{fields}: this desk and the server differ.</translation>
    </message>
    <message>
      <source>{field} khác với máy chủ: {values}</source>
      <translation>{field} differs from the server: {values}</translation>
    </message>
    <message>
      <source>{files} bản quét, {pages} trang</source>
      <translation>Scans: {files}, pages: {pages}</translation>
    </message>
    <message>
      <source>{file}, trang {page}: {words}</source>
      <translation>{file}, page {page}: {words}</translation>
    </message>
    <message>
      <source>{happened} Đang chờ máy.</source>
      <translation>{happened} Waiting for it.</translation>
    </message>
    <message>
      <source>{hours} giờ {minutes} phút</source>
      <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
      <source>{minutes} phút</source>
      <translation>{minutes} min</translation>
    </message>
    <message>
      <source>{minutes} phút {seconds} giây</source>
      <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
      <source>{names} ký số lúc {at} (giờ của máy người ký).</source>
      <translation>Signed by {names} at {at} (by the signer's clock).</translation>
    </message>
    <message>
      <source>{names} · đến {day}</source>
      <translation>{names} · until {day}</translation>
    </message>
    <message>
      <source>{name} quên mật khẩu</source>
      <translation>{name} has forgotten the password</translation>
    </message>
    <message>
      <source>{name}, bản số {number}: dùng từ {day}.</source>
      <translation>{name}, edition {number}: in use from {day}.</translation>
    </message>
    <message>
      <source>{name}, bản số {number}: quầy này đã dùng đúng như vậy từ trước.</source>
      <translation>{name}, edition {number}: exactly what this desk used already.</translation>
    </message>
    <message>
      <source>{name}, bản số {number}: {count} thay đổi, có hiệu lực từ {day}.</source>
      <translation>{name}, edition {number}: {count} changes, in force from {day}.</translation>
    </message>
    <message>
      <source>{number}, quyển số {volume}</source>
      <translation>{number}, volume {volume}</translation>
    </message>
    <message>
      <source>{pages} trang</source>
      <translation>{pages} p.</translation>
    </message>
    <message>
      <source>{pages} trang × {copies} bản</source>
      <translation>Pages {pages} × copies {copies}</translation>
    </message>
    <message>
      <source>{papers} – yêu cầu {at}</source>
      <translation>{papers} – requested {at}</translation>
    </message>
    <message>
      <source>{papers} – đã nhận {at}</source>
      <translation>{papers} – received {at}</translation>
    </message>
    <message>
      <source>{paper}: {state}</source>
      <translation>{paper}: {state}</translation>
    </message>
    <message>
      <source>{paper}: đã quét ngày {day} trong hồ sơ {code}, {pages} trang.</source>
      <translation>{paper}: scanned on {day} in dossier {code}, pages: {pages}.</translation>
    </message>
    <message>
      <source>{place} · thấy ở trang {numbers}</source>
      <translation>{place} · found on page {numbers}</translation>
    </message>
    <message>
      <source>{procedure}, bản {version}</source>
      <translation>{procedure}, version {version}</translation>
    </message>
    <message>
      <source>{reason} ({at}, {clerk})</source>
      <translation>{reason} ({at}, {clerk})</translation>
    </message>
    <message>
      <source>{seconds} giây</source>
      <translation>{seconds} s</translation>
    </message>
    <message>
      <source>{series}: của năm khác.</source>
      <translation>{series}: of another year.</translation>
    </message>
    <message>
      <source>{series}: đã dùng {used}, số kế {next}.</source>
      <translation>{series}: {used} used, next {next}.</translation>
    </message>
    <message>
      <source>{series}: đã hết.</source>
      <translation>{series}: used up.</translation>
    </message>
    <message>
      <source>{ticked} giấy sẽ ký, trong {all} giấy chưa ký</source>
      <translation>{ticked} to be signed, of {all} unsigned</translation>
    </message>
    <message>
      <source>{time} · {dossiers} hồ sơ, {files} tệp</source>
      <translation>{time} · {dossiers} dossiers, {files} files</translation>
    </message>
    <message>
      <source>{title} · bản gốc</source>
      <translation>{title} · original</translation>
    </message>
    <message>
      <source>{title} · đã ký số</source>
      <translation>{title} · signed</translation>
    </message>
    <message>
      <source>{title}, {pages} trang</source>
      <translation>{title}, {pages} pages</translation>
    </message>
    <message>
      <source>{title}: đã vào hàng đợi in.</source>
      <translation>{title}: in the print queue.</translation>
    </message>
    <message>
      <source>{total} (mức đủ {full})</source>
      <translation>{total} (in full {full})</translation>
    </message>
    <message>
      <source>{what} trong mã không hợp lý.</source>
      <translation>{what} in the code is not plausible.</translation>
    </message>
    <message>
      <source>{what} trong mã không đọc được.</source>
      <translation>{what} in the code cannot be read.</translation>
    </message>
    <message>
      <source>{what}: {done}/{total} hồ sơ</source>
      <translation>{what}: {done}/{total} dossiers</translation>
    </message>
    <message>
      <source>{who} {at}</source>
      <translation>{who} {at}</translation>
    </message>
    <message>
      <source>{who}, từ {since}</source>
      <translation>{who}, since {since}</translation>
    </message>
    <message>
      <source>{words} – mở (Alt+M)</source>
      <translation>{words} – open (Alt+M)</translation>
    </message>
    <message>
      <source>{word} lúc {at}</source>
      <translation>{word} at {at}</translation>
    </message>
    <message>
      <source>Áp dụng cho bản quét. Hồ sơ, biên nhận và tin từ tỉnh không bao giờ chờ.</source>
      <translation>This is for scans. Dossiers, receipts and news from the province never wait.</translation>
    </message>
    <message>
      <source>Ít nhất 6 ký tự</source>
      <translation>At least 6 characters</translation>
    </message>
    <message>
      <source>Ít nhất 6 ký tự, chỉ mình bạn biết</source>
      <translation>At least 6 characters that only you know</translation>
    </message>
    <message>
      <source>Đang chuyển sang bản mới…</source>
      <translation>Going over to the new version…</translation>
    </message>
    <message>
      <source>Đang chuẩn bị…</source>
      <translation>Preparing…</translation>
    </message>
    <message>
      <source>Đang chạy thử bản mới trên một bản sao dữ liệu…</source>
      <translation>Trying the new version on a copy of the data…</translation>
    </message>
    <message>
      <source>Đang chờ</source>
      <translation>Waiting</translation>
    </message>
    <message>
      <source>Đang dùng bản {version} (số {number}).</source>
      <translation>Version {version} (number {number}) is in use.</translation>
    </message>
    <message>
      <source>Đang dùng danh mục mới. Hồ sơ đã nhận giữ nguyên quy định lúc nhận.</source>
      <translation>The new catalogue is in use. Dossiers already taken keep the rules they were taken under.</translation>
    </message>
    <message>
      <source>Đang dựng sổ theo dõi</source>
      <translation>Drawing the register</translation>
    </message>
    <message>
      <source>Đang ghi</source>
      <translation>Now</translation>
    </message>
    <message>
      <source>Đang ghi bảng tính</source>
      <translation>Writing the spreadsheet</translation>
    </message>
    <message>
      <source>Đang ghi và đọc lại: {done}/{total} MB.</source>
      <translation>Writing and reading back: {done}/{total} MB.</translation>
    </message>
    <message>
      <source>Đang ghép và kiểm tra các tệp của bản mới… {done}/{total}</source>
      <translation>Putting together and checking the new version's files… {done}/{total}</translation>
    </message>
    <message>
      <source>Đang ghép và lưu {count} trang…</source>
      <translation>Joining and saving pages: {count}…</translation>
    </message>
    <message>
      <source>Đang giải quyết</source>
      <translation>In progress</translation>
    </message>
    <message>
      <source>Đang giữ</source>
      <translation>Held by</translation>
    </message>
    <message>
      <source>Đang giữ: {holder}</source>
      <translation>Held by {holder}</translation>
    </message>
    <message>
      <source>Đang gửi… Việc ở quầy vẫn tiếp tục bình thường.</source>
      <translation>Sending… Work at the desk goes on.</translation>
    </message>
    <message>
      <source>Đang gửi… {done} việc đã có biên nhận của tỉnh.</source>
      <translation>Sending… {done} actions have the province's receipt.</translation>
    </message>
    <message>
      <source>Đang hẹn lại hồ sơ {done} trên {total}…</source>
      <translation>Moving date {done} of {total}…</translation>
    </message>
    <message>
      <source>Đang hỏi máy in…</source>
      <translation>Asking the printer…</translation>
    </message>
    <message>
      <source>Đang in phiếu thử…</source>
      <translation>Printing the trial…</translation>
    </message>
    <message>
      <source>Đang in tờ khóa phục hồi…</source>
      <translation>Printing the recovery sheet…</translation>
    </message>
    <message>
      <source>Đang khôi phục và kiểm tra từng dòng… {files}</source>
      <translation>Restoring and checking every line… {files}</translation>
    </message>
    <message>
      <source>Đang kiểm tra máy in, máy quét và đường truyền…</source>
      <translation>Checking printer, scanner and line…</translation>
    </message>
    <message>
      <source>Đang kết nối…</source>
      <translation>Connecting…</translation>
    </message>
    <message>
      <source>Đang làm lần lượt từng hồ sơ</source>
      <translation>Doing one dossier after another</translation>
    </message>
    <message>
      <source>Đang làm việc ngoại tuyến từ {time} · {count} hồ sơ chờ gửi · dữ liệu đã lưu an toàn trên máy này</source>
      <translation>Working offline since {time} · {count} dossiers to send · the data is safe on this machine</translation>
    </message>
    <message>
      <source>Đang lưu hồ sơ {code}…</source>
      <translation>Saving dossier {code}…</translation>
    </message>
    <message>
      <source>Đang lấy bản quét về… Việc ở quầy vẫn tiếp tục bình thường.</source>
      <translation>Fetching the scan… Work at the desk goes on as usual.</translation>
    </message>
    <message>
      <source>Đang mở máy chụp…</source>
      <translation>Opening the camera…</translation>
    </message>
    <message>
      <source>Đang mở token…</source>
      <translation>Opening the token…</translation>
    </message>
    <message>
      <source>Đang mở trang…</source>
      <translation>Opening the page…</translation>
    </message>
    <message>
      <source>Đang mở…</source>
      <translation>Opening…</translation>
    </message>
    <message>
      <source>Đang nghe: {ports}</source>
      <translation>Listening: {ports}</translation>
    </message>
    <message>
      <source>Đang quét trang {number}: {percent}%</source>
      <translation>Scanning page {number}: {percent}%</translation>
    </message>
    <message>
      <source>Đang quét…</source>
      <translation>Scanning…</translation>
    </message>
    <message>
      <source>Đang quét… đã nhận {count} trang.</source>
      <translation>Scanning… {count} pages so far.</translation>
    </message>
    <message>
      <source>Đang sao lưu và kiểm tra đọc lại. Việc ở quầy vẫn tiếp tục.</source>
      <translation>Backing up and reading back. Work at the desk goes on.</translation>
    </message>
    <message>
      <source>Đang sao lưu và kiểm tra đọc lại…</source>
      <translation>Backing up and reading back…</translation>
    </message>
    <message>
      <source>Đang sao lưu và thử phục hồi…</source>
      <translation>Backing up and trying the restore…</translation>
    </message>
    <message>
      <source>Đang so với danh mục đang dùng…</source>
      <translation>Comparing with the catalogue in use…</translation>
    </message>
    <message>
      <source>Đang thử đường truyền…</source>
      <translation>Trying the line…</translation>
    </message>
    <message>
      <source>Đang tìm USB token…</source>
      <translation>Looking for a USB token…</translation>
    </message>
    <message>
      <source>Đang tìm bản sao lưu…</source>
      <translation>Looking for backups…</translation>
    </message>
    <message>
      <source>Đang tìm các quầy của đơn vị trong mạng…</source>
      <translation>Looking for the office's desks on the network…</translation>
    </message>
    <message>
      <source>Đang tìm mã trên ảnh thẻ…</source>
      <translation>Looking for the code in the photo…</translation>
    </message>
    <message>
      <source>Đang tìm… {percent}%</source>
      <translation>Looking… {percent}%</translation>
    </message>
    <message>
      <source>Đang tính…</source>
      <translation>Counting…</translation>
    </message>
    <message>
      <source>Đang tải bản mới từ máy chủ tỉnh… {done}/{total}</source>
      <translation>Fetching the new version from the province… {done}/{total}</translation>
    </message>
    <message>
      <source>Đang xử lý</source>
      <translation>In process</translation>
    </message>
    <message>
      <source>Đang đưa {count} hồ sơ vào sổ…</source>
      <translation>Entering {count} dossiers into the register…</translation>
    </message>
    <message>
      <source>Điện th&amp;oại</source>
      <translation>Ph&amp;one</translation>
    </message>
    <message>
      <source>Điện thoại</source>
      <translation>Phone</translation>
    </message>
    <message>
      <source>Điện tử</source>
      <translation>E-copy</translation>
    </message>
    <message>
      <source>Đánh dấu số hóa</source>
      <translation>Mark digital copies</translation>
    </message>
    <message>
      <source>Đây không phải khóa phục hồi hiện nay của quầy này.</source>
      <translation>This is not the present recovery key of this desk.</translation>
    </message>
    <message>
      <source>Đây không phải mã trên thẻ căn cước.</source>
      <translation>This is not the code of a citizen card.</translation>
    </message>
    <message>
      <source>Đây không phải trả lời cho yêu cầu ghi danh gần nhất của máy này.</source>
      <translation>This is not the answer to this desk's latest enrolment request.</translation>
    </message>
    <message>
      <source>Đây là liên giao người dân, không đủ để dựng lại hồ sơ.</source>
      <translation>This is the citizen's copy, which is not enough to rebuild a dossier.</translation>
    </message>
    <message>
      <source>Đây là mã của ứng dụng VNeID, không chứa thông tin thẻ.</source>
      <translation>This is a code of the VNeID app and holds no card data.</translation>
    </message>
    <message>
      <source>Đây là mã trên thẻ bảo hiểm y tế.</source>
      <translation>This is the code of a health insurance card.</translation>
    </message>
    <message>
      <source>Đây là trang thứ hai của tệp này mở quá 30 giây nên tệp không được đọc tiếp.</source>
      <translation>This is the second page of this file that took more than 30 seconds to open, so the file is read no further.</translation>
    </message>
    <message>
      <source>Đây là văn phòng tập huấn; nó không bao giờ ghi danh với máy chủ tỉnh.</source>
      <translation>This is a training office; it never joins a province.</translation>
    </message>
    <message>
      <source>Đây vẫn là mật khẩu cũ, người khác có thể đã biết.</source>
      <translation>This is still the old password, which somebody else may know.</translation>
    </message>
    <message>
      <source>Đã bãi bỏ</source>
      <translation>Repealed</translation>
    </message>
    <message>
      <source>Đã bỏ một trang</source>
      <translation>One page dropped</translation>
    </message>
    <message>
      <source>Đã bỏ số và ghi lý do vào sổ.</source>
      <translation>The number is spoiled; the book says why.</translation>
    </message>
    <message>
      <source>Đã bỏ. Biểu mẫu in đúng câu chữ kèm phần mềm.</source>
      <translation>Removed. Forms are printed in the words they ship with.</translation>
    </message>
    <message>
      <source>Đã chuyển</source>
      <translation>Forwarded</translation>
    </message>
    <message>
      <source>Đã chuyển {code}</source>
      <translation>Handed over {code}</translation>
    </message>
    <message>
      <source>Đã chuyển {count} bản quét của {code} sang giấy tờ khác.</source>
      <translation>Moved {count} scans of {code} to another paper.</translation>
    </message>
    <message>
      <source>Đã chuyển {count} bản quét từ {code} sang {to}. Diễn biến hai hồ sơ đều ghi.</source>
      <translation>Moved {count} scans from {code} to {to}. Both histories say so.</translation>
    </message>
    <message>
      <source>Đã chuyển {count} hồ sơ.</source>
      <translation>{count} dossiers handed over.</translation>
    </message>
    <message>
      <source>Đã có giấy</source>
      <translation>Paper in hand</translation>
    </message>
    <message>
      <source>Đã có hồ sơ mang mã định danh này nên không đổi được nữa.</source>
      <translation>Dossiers carry this identifier already, so it cannot be changed any more.</translation>
    </message>
    <message>
      <source>Đã có hồ sơ {code} ngày {day}</source>
      <translation>There is {code} of {day}</translation>
    </message>
    <message>
      <source>Đã có người dùng tên này.</source>
      <translation>There is somebody of that name already.</translation>
    </message>
    <message>
      <source>Đã cập nhật lên bản {version}. Đóng phần mềm rồi mở lại để dùng.</source>
      <translation>Updated to version {version}. Close the program and open it again to use it.</translation>
    </message>
    <message>
      <source>Đã dừng giải quyết {code}</source>
      <translation>Stopped {code}</translation>
    </message>
    <message>
      <source>Đã dừng gửi theo yêu cầu.</source>
      <translation>Sending was stopped as asked.</translation>
    </message>
    <message>
      <source>Đã dừng ký.</source>
      <translation>Signing was stopped.</translation>
    </message>
    <message>
      <source>Đã dừng theo yêu cầu.</source>
      <translation>Stopped, as asked.</translation>
    </message>
    <message>
      <source>Đã dừng theo yêu cầu; tệp dở dang trên USB đã được xóa.</source>
      <translation>Stopped as asked; the unfinished file on the stick was removed.</translation>
    </message>
    <message>
      <source>Đã dừng tìm theo yêu cầu mới.</source>
      <translation>The search stopped for a newer one.</translation>
    </message>
    <message>
      <source>Đã dừng. {moved} hồ sơ đã có ngày hẹn mới và giữ như vậy; {left} hồ sơ còn ngày cũ. Bấm Làm tiếp.</source>
      <translation>Stopped. {moved} dossiers have their new date and keep it; {left} still have the old one. Press Go on.</translation>
    </message>
    <message>
      <source>Đã ghi bưu điện chuyển hoàn {code}</source>
      <translation>Recorded that {code} came back by post</translation>
    </message>
    <message>
      <source>Đã ghi bảng số liệu vào tệp.</source>
      <translation>The figures are in the file.</translation>
    </message>
    <message>
      <source>Đã ghi chú vào {code}</source>
      <translation>Noted in {code}</translation>
    </message>
    <message>
      <source>Đã ghi chỗ để {code}</source>
      <translation>Recorded where {code} is kept</translation>
    </message>
    <message>
      <source>Đã ghi danh với {url}.</source>
      <translation>Joined to {url}.</translation>
    </message>
    <message>
      <source>Đã ghi giá trị được chọn cho {code}.</source>
      <translation>The chosen value is written down for {code}.</translation>
    </message>
    <message>
      <source>Đã ghi nhận {count} kết quả.</source>
      <translation>{count} results recorded.</translation>
    </message>
    <message>
      <source>Đã ghi và đọc lại đúng {size}: {names}. Rút USB, cắm lại rồi kiểm tra một lần nữa; in phiếu giao nhận kèm USB.</source>
      <translation>{size} written and read back right: {names}. Pull the stick out, plug it in again and check once more; print the handover slip to go with it.</translation>
    </message>
    <message>
      <source>Đã ghi {count} dòng nhật ký ra tệp.</source>
      <translation>Wrote {count} lines of the record to the file.</translation>
    </message>
    <message>
      <source>Đã ghi {count} hồ sơ ra bảng tính.</source>
      <translation>{count} dossiers written to the spreadsheet.</translation>
    </message>
    <message>
      <source>Đã ghi {count} số ra tệp.</source>
      <translation>{count} numbers are in the file.</translation>
    </message>
    <message>
      <source>Đã giao tận tay</source>
      <translation>Handed over</translation>
    </message>
    <message>
      <source>Đã giải quyết</source>
      <translation>Settled</translation>
    </message>
    <message>
      <source>Đã giữ đủ bản quét. {count} tệp vẫn lớn hơn {most} MB dù đã nén thêm; nếu cổng không nhận, hãy quét lại và chia thành nhiều giấy tờ.</source>
      <translation>All scans are kept. {count} files are still larger than {most} MB although pressed further; if the portal does not take them, scan again and split them into several papers.</translation>
    </message>
    <message>
      <source>Đã gắn lại bản quét vào {code}.</source>
      <translation>Put the scan back into {code}.</translation>
    </message>
    <message>
      <source>Đã gắn với máy này. Mỗi người được gắn ở lần đăng nhập tới.</source>
      <translation>Tied to this machine. Each person is tied at their next sign-in.</translation>
    </message>
    <message>
      <source>Đã gắn {count} bản quét vào {where}</source>
      <translation>Scans attached to {where}: {count}</translation>
    </message>
    <message>
      <source>Đã gắn: {tied}/{people} người dùng.</source>
      <translation>Tied: {tied} of {people} users.</translation>
    </message>
    <message>
      <source>Đã gỡ</source>
      <translation>Taken off</translation>
    </message>
    <message>
      <source>Đã gỡ {count} bản quét khỏi {code}. Tệp và lý do vẫn được giữ trong diễn biến.</source>
      <translation>Took {count} scans off {code}. The file and the reason stay in the history.</translation>
    </message>
    <message>
      <source>Đã gửi</source>
      <translation>Sent</translation>
    </message>
    <message>
      <source>Đã gửi bưu điện</source>
      <translation>Sent by post</translation>
    </message>
    <message>
      <source>Đã gửi bưu điện lúc {at}. Khi có báo phát, chọn Bưu điện đã phát.</source>
      <translation>Sent by post at {at}. When its delivery is confirmed, choose Delivered by post.</translation>
    </message>
    <message>
      <source>Đã gửi bưu điện {code}</source>
      <translation>Sent {code} by post</translation>
    </message>
    <message>
      <source>Đã gửi hết</source>
      <translation>All sent</translation>
    </message>
    <message>
      <source>Đã gửi máy in</source>
      <translation>Sent to the printer</translation>
    </message>
    <message>
      <source>Đã hoàn</source>
      <translation>Refunded</translation>
    </message>
    <message>
      <source>Đã hoàn tiền {code}</source>
      <translation>Refunded {code}</translation>
    </message>
    <message>
      <source>Đã hoàn tác trả kết quả {code}. Nếu kết quả đã rời quầy, xin lại của người nhận.</source>
      <translation>The return of {code} is undone. If the result has left the desk, ask the receiver for it.</translation>
    </message>
    <message>
      <source>Đã hoàn tác việc vừa làm với {code}.</source>
      <translation>The last act on {code} is undone.</translation>
    </message>
    <message>
      <source>Đã hoàn tác, thời hạn {code} chạy tiếp. Lần yêu cầu này vẫn còn trong diễn biến.</source>
      <translation>Undone: the clock of {code} goes on. The request stays in its history.</translation>
    </message>
    <message>
      <source>Đã hoàn tác: bản quét lại được dùng trong {code}.</source>
      <translation>Undone: the scan is in use in {code} again.</translation>
    </message>
    <message>
      <source>Đã hoàn {amount}</source>
      <translation>Given back {amount}</translation>
    </message>
    <message>
      <source>Đã hủy</source>
      <translation>Voided</translation>
    </message>
    <message>
      <source>Đã hủy (đ)</source>
      <translation>Voided (VND)</translation>
    </message>
    <message>
      <source>Đã hủy biên lai của {code}</source>
      <translation>Voided a receipt of {code}</translation>
    </message>
    <message>
      <source>Đã hủy biên lai của {code}. Số biên lai vẫn tính là đã dùng.</source>
      <translation>Voided the receipt of {code}. Its number stays used.</translation>
    </message>
    <message>
      <source>Đã hủy khôi phục {count} hồ sơ.</source>
      <translation>The recovery of {count} dossiers is undone.</translation>
    </message>
    <message>
      <source>Đã hủy tiếp nhận {code}.</source>
      <translation>Reception of {code} taken back.</translation>
    </message>
    <message>
      <source>Đã hủy tiếp nhận {code}. Giấy hẹn chưa in và sẽ không in nữa.</source>
      <translation>Voided {code}. Its receipt was not printed and will not be.</translation>
    </message>
    <message>
      <source>Đã hủy tiếp nhận {code}. Thu lại giấy hẹn đã in cho người dân.</source>
      <translation>Voided {code}. Take back the printed receipt from the citizen.</translation>
    </message>
    <message>
      <source>Đã hủy: {reason}</source>
      <translation>Void: {reason}</translation>
    </message>
    <message>
      <source>Đã khôi phục {count} hồ sơ. Số của chúng không bao giờ cấp lại.</source>
      <translation>{count} dossiers are recovered. Their numbers are never given again.</translation>
    </message>
    <message>
      <source>Đã khôi phục {dossiers} hồ sơ và {files} tệp, đúng như lúc {time}.</source>
      <translation>Restored {dossiers} dossiers and {files} files, exactly as of {time}.</translation>
    </message>
    <message>
      <source>Đã ký</source>
      <translation>Signed</translation>
    </message>
    <message>
      <source>Đã ký từ trước</source>
      <translation>Signed before</translation>
    </message>
    <message>
      <source>Đã ký {count} giấy. Bản đã ký thay bản chưa ký trong hồ sơ và sẽ gửi khi có mạng.</source>
      <translation>{count} papers signed. Each stands for the unsigned one in its dossier and will be sent when there is a line.</translation>
    </message>
    <message>
      <source>Đã ký {count}. Đang ký {title} · {code}…</source>
      <translation>{count} signed. Signing {title} · {code}…</translation>
    </message>
    <message>
      <source>Đã ký {signed}, còn {left} giấy.</source>
      <translation>{signed} signed, {left} left.</translation>
    </message>
    <message>
      <source>Đã kết nối với {name}. Hai quầy thấy hồ sơ của nhau.</source>
      <translation>Connected with {name}. Both desks see each other's dossiers.</translation>
    </message>
    <message>
      <source>Đã kết nối: {others}.</source>
      <translation>Connected: {others}.</translation>
    </message>
    <message>
      <source>Đã lưu bộ lọc “{name}” ở quầy này.</source>
      <translation>The filter “{name}” is kept at this desk.</translation>
    </message>
    <message>
      <source>Đã lưu danh sách người dùng.</source>
      <translation>The list of people is saved.</translation>
    </message>
    <message>
      <source>Đã lưu lịch. Không ngày hẹn nào đổi.</source>
      <translation>The calendar is saved. No due date changes.</translation>
    </message>
    <message>
      <source>Đã lưu lịch. {moved} hồ sơ có ngày hẹn mới, {slips} giấy hẹn mới vào hàng đợi in.</source>
      <translation>The calendar is saved. {moved} dossiers have a new date, {slips} new receipts are in the print queue.</translation>
    </message>
    <message>
      <source>Đã lưu tệp PDF.</source>
      <translation>The PDF is saved.</translation>
    </message>
    <message>
      <source>Đã lưu vào hồ sơ.</source>
      <translation>Saved to the dossiers.</translation>
    </message>
    <message>
      <source>Đã lưu {name}.</source>
      <translation>Saved {name}.</translation>
    </message>
    <message>
      <source>Đã lưu {name}. Gửi tệp này cho bộ phận kỹ thuật.</source>
      <translation>Saved {name}. Send this file to the technicians.</translation>
    </message>
    <message>
      <source>Đã lưu ở tỉnh</source>
      <translation>At the province</translation>
    </message>
    <message>
      <source>Đã lưu ở tỉnh (biên nhận ngày {day}); máy này không còn giữ.</source>
      <translation>Kept at the province (receipt of {day}); this machine no longer holds it.</translation>
    </message>
    <message>
      <source>Đã lưu. Biên lai và mã chuyển khoản từ bây giờ dùng thông tin này.</source>
      <translation>Saved. Receipts and transfer codes use this from now on.</translation>
    </message>
    <message>
      <source>Đã lưu. Phiếu in từ bây giờ mang thông tin mới.</source>
      <translation>Saved. Slips printed from now on carry it.</translation>
    </message>
    <message>
      <source>Đã mở dải biên lai. Lần thu tới lấy số đầu tiên còn trống.</source>
      <translation>The series is open. The next payment takes its first free number.</translation>
    </message>
    <message>
      <source>Đã mở lại {code}</source>
      <translation>Reopened {code}</translation>
    </message>
    <message>
      <source>Đã mở sổ. Số tiếp theo là {number}.</source>
      <translation>The book is open. Its next number is {number}.</translation>
    </message>
    <message>
      <source>Đã nhận bàn giao {code}</source>
      <translation>Took over {code}</translation>
    </message>
    <message>
      <source>Đã nhận bàn giao {count} hồ sơ.</source>
      <translation>{count} dossiers taken over.</translation>
    </message>
    <message>
      <source>Đã nhận bổ sung {code}. Thời hạn chạy tiếp.</source>
      <translation>Took the supplement of {code}. The clock goes on.</translation>
    </message>
    <message>
      <source>Đã nhập sai nhiều lần.</source>
      <translation>Too many wrong tries.</translation>
    </message>
    <message>
      <source>Đã nhập sai nhiều lần. Nhập lại được sau {time}.</source>
      <translation>Too many wrong tries. Try again in {time}.</translation>
    </message>
    <message>
      <source>Đã nạp. Phiếu in từ bây giờ mang câu chữ này.</source>
      <translation>Loaded. Slips printed from now on carry these words.</translation>
    </message>
    <message>
      <source>Đã nộp nghĩa vụ tài chính</source>
      <translation>Duty paid</translation>
    </message>
    <message>
      <source>Đã quá hạn, giữ ngày cũ</source>
      <translation>Overdue, keeps its date</translation>
    </message>
    <message>
      <source>Đã quét lại</source>
      <translation>Scanned again</translation>
    </message>
    <message>
      <source>Đã quét lại “{title}”: bản quét trước không gửi được nguyên vẹn.</source>
      <translation>Scanned “{title}” again: the scan before could not be sent whole.</translation>
    </message>
    <message>
      <source>Đã quét {count} trang.</source>
      <translation>Pages scanned: {count}.</translation>
    </message>
    <message>
      <source>Đã quét {day}, hồ sơ {code}</source>
      <translation>Scanned {day}, dossier {code}</translation>
    </message>
    <message>
      <source>Đã quên máy ấy. Hồ sơ đã có vẫn ở đây.</source>
      <translation>That machine is forgotten. Dossiers that are here stay.</translation>
    </message>
    <message>
      <source>Đã rút</source>
      <translation>Withdrawn</translation>
    </message>
    <message>
      <source>Đã rút {code}</source>
      <translation>Withdrew {code}</translation>
    </message>
    <message>
      <source>Đã sao lưu và đọc lại được toàn bộ.</source>
      <translation>Backed up, and everything read back.</translation>
    </message>
    <message>
      <source>Đã sửa thông tin {code}</source>
      <translation>Corrected {code}</translation>
    </message>
    <message>
      <source>Đã thanh toán trực tuyến, trên số hồ sơ tiếp nhận trong kỳ có phí, lệ phí.</source>
      <translation>Paid online, out of the dossiers received in the span that had fees or charges.</translation>
    </message>
    <message>
      <source>Đã thu</source>
      <translation>Paid</translation>
    </message>
    <message>
      <source>Đã thu &amp;lại giấy hẹn</source>
      <translation>Receipt taken &amp;back</translation>
    </message>
    <message>
      <source>Đã thu tiền {code}</source>
      <translation>Took the money for {code}</translation>
    </message>
    <message>
      <source>Đã tiếp nhận</source>
      <translation>Received</translation>
    </message>
    <message>
      <source>Đã tiếp nhận {code}</source>
      <translation>Received {code}</translation>
    </message>
    <message>
      <source>Đã tiếp nhận {code} · hẹn trả {due}</source>
      <translation>Received {code} · due {due}</translation>
    </message>
    <message>
      <source>Đã trả</source>
      <translation>Returned</translation>
    </message>
    <message>
      <source>Đã trả hôm nay</source>
      <translation>Returned today</translation>
    </message>
    <message>
      <source>Đã trả hôm nay ({count})</source>
      <translation>Returned today ({count})</translation>
    </message>
    <message>
      <source>Đã trả kết quả {code}</source>
      <translation>Returned the result of {code}</translation>
    </message>
    <message>
      <source>Đã trả lúc {at} cho {name}.</source>
      <translation>Returned at {at} to {name}.</translation>
    </message>
    <message>
      <source>Đã trả tại chỗ {code} · Số chứng thực {numbers}</source>
      <translation>Handed over {code} · certified under {numbers}</translation>
    </message>
    <message>
      <source>Đã từ chối {code}</source>
      <translation>Refused {code}</translation>
    </message>
    <message>
      <source>Đã xem</source>
      <translation>Looked at</translation>
    </message>
    <message>
      <source>Đã xin lỗi và hẹn lúc {time}: lời hẹn ấy giữ nguyên, không in giấy mới.</source>
      <translation>An apology promised {time}: that promise stands, no new receipt is printed.</translation>
    </message>
    <message>
      <source>Đã xin lỗi và hẹn lại {code}. Hạn ban đầu vẫn giữ.</source>
      <translation>Apologised for {code}. The first date stays.</translation>
    </message>
    <message>
      <source>Đã xong chồng này. Đặt chồng khác vào máy rồi bấm F7.</source>
      <translation>This stack is done. Lay in another one and press F7.</translation>
    </message>
    <message>
      <source>Đã xuất gói số {number} ra USB ngày {day}, chưa có biên nhận.</source>
      <translation>Bundle {number} exported to USB on {day}; no receipt yet.</translation>
    </message>
    <message>
      <source>Đã xuất tệp mẫu in.</source>
      <translation>The file of form words is exported.</translation>
    </message>
    <message>
      <source>Đã xuất {count} thủ tục.</source>
      <translation>{count} procedures are exported.</translation>
    </message>
    <message>
      <source>Đã xử lý</source>
      <translation>Settled</translation>
    </message>
    <message>
      <source>Đã yêu cầu bổ sung {code}. Thời hạn tạm dừng.</source>
      <translation>Supplement requested for {code}. Its term is paused.</translation>
    </message>
    <message>
      <source>Đã yêu cầu bổ sung {times} lần. Yêu cầu nữa thì hồ sơ tính là quá hạn theo {source}.</source>
      <translation>Papers were asked for {times} times. Asked once more, it counts as overdue by {source}.</translation>
    </message>
    <message>
      <source>Đã đánh dấu số hóa {code}</source>
      <translation>Marked the digital copies of {code}</translation>
    </message>
    <message>
      <source>Đã đặt lại mật khẩu. Người đó chọn mật khẩu của riêng mình khi vào quầy lần tới.</source>
      <translation>Password reset. They will choose their own when they next enter.</translation>
    </message>
    <message>
      <source>Đã đặt {laid_in} hồ sơ, thấy {found}. Xem hồ sơ nào thừa trang vì mất tờ dẫn, hoặc sửa số hồ sơ.</source>
      <translation>{laid_in} dossiers were laid in, {found} found. See which one has pages too many because a leading sheet is lost, or mend the number.</translation>
    </message>
    <message>
      <source>Đã đọc thẻ.</source>
      <translation>The card is read.</translation>
    </message>
    <message>
      <source>Đã đọc {read}/{pages} trang. Máy đọc khi một phút không ai dùng; chữ đọc được chỉ nằm ở máy này.</source>
      <translation>{read} of {pages} pages read. Reading goes on when nobody has used the desk for a minute; what is read stays on this machine.</translation>
    </message>
    <message>
      <source>Đã đổi mật khẩu.</source>
      <translation>The password is changed.</translation>
    </message>
    <message>
      <source>Đó là tờ của trang {number}.</source>
      <translation>It is the sheet of page {number}.</translation>
    </message>
    <message>
      <source>Đóng</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Đóng chương trình đang dùng cổng ấy rồi thử lại.</source>
      <translation>Close the program that uses it and try again.</translation>
    </message>
    <message>
      <source>Đóng nắp rồi bấm Quét tiếp.</source>
      <translation>Close the cover, then press Scan on.</translation>
    </message>
    <message>
      <source>Đóng phần mềm rồi mở lại; nếu vẫn vậy, báo bộ phận kỹ thuật.</source>
      <translation>Close the program and open it again; if nothing changes, tell the technical staff.</translation>
    </message>
    <message>
      <source>Đóng quầy rồi chạy lại, hoặc làm việc ngay trong quầy.</source>
      <translation>Close the desk and run it again, or work at the desk.</translation>
    </message>
    <message>
      <source>Đúng hạn</source>
      <translation>On time</translation>
    </message>
    <message>
      <source>Đúng là biên nhận của {office}, quầy {slot}: hồ sơ {code}.</source>
      <translation>This is truly a slip of {office}, desk {slot}: dossier {code}.</translation>
    </message>
    <message>
      <source>Đúng ngày này</source>
      <translation>This day is right</translation>
    </message>
    <message>
      <source>Đúng như lịch đang dùng</source>
      <translation>As the calendar in use</translation>
    </message>
    <message>
      <source>Đăng nhập bằng tài khoản cán bộ để thao tác.</source>
      <translation>Sign in as a clerk to act.</translation>
    </message>
    <message>
      <source>Đưa mã QR trên thẻ vào giữa khung, cách máy chụp chừng một gang tay.</source>
      <translation>Hold the card's QR in the middle of the picture, about a hand's span from the camera.</translation>
    </message>
    <message>
      <source>Đường truyền bị đứt nên thiếu ít nhất một trang.</source>
      <translation>The line broke, so at least one page is missing.</translation>
    </message>
    <message>
      <source>Đường truyền quá chậm, máy chủ tỉnh không trả lời kịp; máy sẽ thử lại sau.</source>
      <translation>The line is too slow and the province did not answer in time; this machine will try again later.</translation>
    </message>
    <message>
      <source>Đường truyền tốt. Tỉnh đã ký nhận {count} việc lần này.</source>
      <translation>The line is good. The province signed for {count} actions this time.</translation>
    </message>
    <message>
      <source>Đường truyền đứt giữa chừng; phần chưa được xác nhận sẽ gửi lại.</source>
      <translation>The line broke midway; what was not signed for will be sent again.</translation>
    </message>
    <message>
      <source>Được miễn</source>
      <translation>Exempt</translation>
    </message>
    <message>
      <source>Được sửa: {fields}.</source>
      <translation>Corrected: {fields}.</translation>
    </message>
    <message>
      <source>Được thay thế</source>
      <translation>Replaced</translation>
    </message>
    <message>
      <source>Đạt</source>
      <translation>Reached</translation>
    </message>
    <message>
      <source>Đầu đọc chỉ gửi nửa mã nên không dùng. Quét lại.</source>
      <translation>The reader sent half a code, which was not used. Scan again.</translation>
    </message>
    <message>
      <source>Đầu đọc chỉ gửi nửa mã rồi dừng. Quét lại; nếu vẫn vậy, đặt ký tự cuối CR theo tờ cài đặt.</source>
      <translation>The reader sent half a code and stopped. Scan again; if it stays so, set the ending CR as the set-up sheet says.</translation>
    </message>
    <message>
      <source>Đầu đọc mã</source>
      <translation>Code reader</translation>
    </message>
    <message>
      <source>Đầu đọc mã của quầy</source>
      <translation>This desk's code reader</translation>
    </message>
    <message>
      <source>Đầu đọc mã ở cổng {port} sẵn sàng.</source>
      <translation>The code reader at {port} is ready.</translation>
    </message>
    <message>
      <source>Đầu đọc đã cắm. Quét một mã bất kỳ, hoặc ba mã mẫu trên tờ cài đặt.</source>
      <translation>The reader is plugged in. Scan any code, or the three samples on the set-up sheet.</translation>
    </message>
    <message>
      <source>Đặt chồng liên lưu vào khay, bấm F7; xem lại rồi bấm F10.</source>
      <translation>Lay the office copies into the feeder and press F7; look them over, then press F10.</translation>
    </message>
    <message>
      <source>Đặt cả chồng liên lưu của quầy cũ vào khay rồi bấm F7. Chưa có gì vào sổ trước khi bấm F10.</source>
      <translation>Lay the whole pile of the old desk's office copies into the feeder and press F7. Nothing enters the register before you press F10.</translation>
    </message>
    <message>
      <source>Đặt cả chồng vào khay, mỗi hồ sơ một tờ dẫn lên trên, bấm F7.</source>
      <translation>Lay the stack into the feeder, a leading sheet on each dossier, and press F7.</translation>
    </message>
    <message>
      <source>Đặt giấy vào khay rồi bấm Quét.</source>
      <translation>Put paper in the feeder, then press Scan.</translation>
    </message>
    <message>
      <source>Đặt giấy vào máy rồi bấm F7, hoặc nhập tệp có sẵn.</source>
      <translation>Put paper in and press F7, or import files.</translation>
    </message>
    <message>
      <source>Đặt lại các tờ chưa quét rồi bấm Quét tiếp.</source>
      <translation>Lay the sheets not yet scanned in again and press Continue.</translation>
    </message>
    <message>
      <source>Đặt lại mật khẩu</source>
      <translation>Reset password</translation>
    </message>
    <message>
      <source>Đặt lại đúng tờ đó rồi bấm Quét tiếp.</source>
      <translation>Put that same sheet back, then press Scan on.</translation>
    </message>
    <message>
      <source>Đặt mã PIN bằng phần mềm đi kèm token.</source>
      <translation>Set the PIN by the software that came with the token.</translation>
    </message>
    <message>
      <source>Đặt tên rồi mới lưu.</source>
      <translation>Give it a name first.</translation>
    </message>
    <message>
      <source>Đế&amp;n ngày</source>
      <translation>&amp;To</translation>
    </message>
    <message>
      <source>Đếm được</source>
      <translation>Counted</translation>
    </message>
    <message>
      <source>Đến &amp;số</source>
      <translation>To n&amp;umber</translation>
    </message>
    <message>
      <source>Đến g&amp;iờ</source>
      <translation>T&amp;o (hour)</translation>
    </message>
    <message>
      <source>Đến hạn hôm nay</source>
      <translation>Due today</translation>
    </message>
    <message>
      <source>Đến ngày</source>
      <translation>To</translation>
    </message>
    <message>
      <source>Đến số</source>
      <translation>To</translation>
    </message>
    <message>
      <source>Để &amp;tại</source>
      <translation>Kept &amp;at</translation>
    </message>
    <message>
      <source>Để riêng, không lưu</source>
      <translation>Aside, not saved</translation>
    </message>
    <message>
      <source>Để sang bên</source>
      <translation>Put aside</translation>
    </message>
    <message>
      <source>Để thu sau</source>
      <translation>Pays later</translation>
    </message>
    <message>
      <source>Để trống khi cài ở nơi thường lệ</source>
      <translation>Leave empty where it is installed in the usual place</translation>
    </message>
    <message>
      <source>Để trống ngày: cả quyển. Sổ nhiều trang vẫn in được trong lúc làm việc.</source>
      <translation>No days: the whole book. Long books are drawn while you work on.</translation>
    </message>
    <message>
      <source>Để trống số tài khoản nếu cơ quan không nhận chuyển khoản.</source>
      <translation>Leave the account number empty where the office takes no transfers.</translation>
    </message>
    <message>
      <source>Để trống: tự tìm đầu đọc cắm qua USB</source>
      <translation>Empty: find a reader on USB</translation>
    </message>
    <message>
      <source>Để tại: {shelf}</source>
      <translation>Kept at: {shelf}</translation>
    </message>
    <message>
      <source>Đị&amp;a chỉ máy chủ quầy</source>
      <translation>Hub &amp;address</translation>
    </message>
    <message>
      <source>Đị&amp;a chỉ mạng</source>
      <translation>Network &amp;address</translation>
    </message>
    <message>
      <source>Địa &amp;chỉ máy chủ</source>
      <translation>Server &amp;address</translation>
    </message>
    <message>
      <source>Địa &amp;chỉ nhận</source>
      <translation>&amp;Address</translation>
    </message>
    <message>
      <source>Địa &amp;danh</source>
      <translation>P&amp;lace</translation>
    </message>
    <message>
      <source>Địa chỉ Cổng DVCQG phải bắt đầu bằng https://; http:// chỉ dùng được trên chính máy này.</source>
      <translation>The portal's address must begin with https://; http:// works on this machine only.</translation>
    </message>
    <message>
      <source>Địa chỉ máy chủ tỉnh không đúng dạng, ví dụ https://motcua.tinh.gov.vn.</source>
      <translation>The server address should look like https://motcua.tinh.gov.vn.</translation>
    </message>
    <message>
      <source>Địa chỉ máy chủ tỉnh phải bắt đầu bằng https://; http:// chỉ dùng được trên chính máy này.</source>
      <translation>The server address must begin with https://; http:// works on this machine only.</translation>
    </message>
    <message>
      <source>Địa chỉ máy in nhiệt phải có dạng escpos://máy hoặc escpos:/dev/usb/lp0.</source>
      <translation>The address of a thermal printer looks like escpos://machine or escpos:/dev/usb/lp0.</translation>
    </message>
    <message>
      <source>Địa chỉ máy in phải có dạng ipp://máy/đường-dẫn.</source>
      <translation>The printer's address must look like ipp://machine/path.</translation>
    </message>
    <message>
      <source>Địa chỉ máy quét chưa đúng dạng.</source>
      <translation>This is no scanner's address.</translation>
    </message>
    <message>
      <source>Địa chỉ này không phải máy chủ tỉnh.</source>
      <translation>This address is not the province server.</translation>
    </message>
    <message>
      <source>Địa chỉ quầy cần có cả cổng, ví dụ 192.168.1.10:8770.</source>
      <translation>A desk's address needs its port too, e.g. 192.168.1.10:8770.</translation>
    </message>
    <message>
      <source>Đọc chữ trên giấy đã quét</source>
      <translation>Read the print on scanned papers</translation>
    </message>
    <message>
      <source>Đọc khi quầy nghỉ, để tìm giấy tờ the&amp;o chữ</source>
      <translation>Read while the des&amp;k rests, to find papers by their words</translation>
    </message>
    <message>
      <source>Đọc lại cho nhau từng từ; nếu vẫn khác, đừng dùng tệp.</source>
      <translation>Read each word to one another again; if they still differ, do not use the file.</translation>
    </message>
    <message>
      <source>Đọc mười hai ký tự này qua điện thoại cho bộ phận kỹ thuật của tỉnh. Mã và nhật ký không mang dữ liệu của công dân nào.</source>
      <translation>Read these twelve characters to the province’s technicians over the telephone. Neither the code nor the log carries any citizen’s data.</translation>
    </message>
    <message>
      <source>Đọc thẻ từ tệp ảnh</source>
      <translation>Read a card from a picture file</translation>
    </message>
    <message>
      <source>Đọc được mã hồ sơ {code} nhưng không đọc được mã khôi phục.</source>
      <translation>The dossier code {code} can be read, but not the recovery code.</translation>
    </message>
    <message>
      <source>Đọc được mã hồ sơ.</source>
      <translation>A dossier code was read.</translation>
    </message>
    <message>
      <source>Đọc được mã thẻ căn cước nhưng chữ có dấu bị hỏng. Đặt đầu đọc về UTF-8, chế độ USB-COM.</source>
      <translation>A citizen card was read but its accents are spoilt. Set the reader to UTF-8 and USB-COM.</translation>
    </message>
    <message>
      <source>Đọc được mã thẻ căn cước, chữ Việt còn nguyên.</source>
      <translation>A citizen card was read, its Vietnamese text intact.</translation>
    </message>
    <message>
      <source>Đọc được một mã gồm {count} ký tự.</source>
      <translation>A code of {count} characters was read.</translation>
    </message>
    <message>
      <source>Đối chiếu lại</source>
      <translation>Compare again</translation>
    </message>
    <message>
      <source>Đối chiếu thẻ và ngày giờ của máy.</source>
      <translation>Compare the card and this machine's clock.</translation>
    </message>
    <message>
      <source>Đối chiếu với thẻ và sửa lại.</source>
      <translation>Compare the card and mend it.</translation>
    </message>
    <message>
      <source>Đối chiếu với thẻ và thêm dấu.</source>
      <translation>Compare the card and add the accents.</translation>
    </message>
    <message>
      <source>Đối soát cuối ngày</source>
      <translation>Day's account</translation>
    </message>
    <message>
      <source>Đối soát {day}</source>
      <translation>Account of {day}</translation>
    </message>
    <message>
      <source>Đối tượng miễn, giảm</source>
      <translation>Who pays less</translation>
    </message>
    <message>
      <source>Đồng bộ</source>
      <translation>Sync</translation>
    </message>
    <message>
      <source>Đồng bộ cuối ngày</source>
      <translation>End-of-day sync</translation>
    </message>
    <message>
      <source>Đồng bộ hoặc nhận gói của tỉnh để có danh sách khóa mới, rồi kiểm tra lại.</source>
      <translation>Synchronise, or take in the province's bundle, to get the new list of keys; then check again.</translation>
    </message>
    <message>
      <source>Đồng bộ hồ sơ</source>
      <translation>Synchronised dossiers</translation>
    </message>
    <message>
      <source>Đồng hồ máy chậm hơn việc ghi gần nhất ({time}). Số hồ sơ vẫn không trùng; chỉnh lại ngày giờ của máy.</source>
      <translation>The clock is behind the last action ({time}). Numbers still do not repeat; set this machine's date and time.</translation>
    </message>
    <message>
      <source>Đồng hồ máy không chậm hơn việc ghi gần nhất; chưa so được với máy chủ tỉnh.</source>
      <translation>The clock is not behind the last action; it could not be compared with the province yet.</translation>
    </message>
    <message>
      <source>Đồng hồ máy khớp với máy chủ tỉnh.</source>
      <translation>The clock agrees with the province.</translation>
    </message>
    <message>
      <source>Đồng hồ máy lệch {minutes} phút so với máy chủ tỉnh. Dữ liệu vẫn an toàn; chỉnh lại ngày giờ của máy.</source>
      <translation>The clock is {minutes} min off the province's. The data is safe; set this machine's date and time.</translation>
    </message>
    <message>
      <source>Đồng hồ máy này chậm {off} so với tỉnh. Việc gửi vẫn bình thường; chỉnh giờ máy để giấy tờ in đúng.</source>
      <translation>This machine's clock is {off} behind the province's. Sending goes on as usual; set it right so that papers are printed right.</translation>
    </message>
    <message>
      <source>Đồng hồ máy này nhanh {off} so với tỉnh. Việc gửi vẫn bình thường; chỉnh giờ máy để giấy tờ in đúng.</source>
      <translation>This machine's clock is {off} ahead of the province's. Sending goes on as usual; set it right so that papers are printed right.</translation>
    </message>
    <message>
      <source>Đổi &amp;khóa khi đóng quầy</source>
      <translation>Change the &amp;key when the desk closes</translation>
    </message>
    <message>
      <source>Đổi khóa cần thêm {size} MB trống trên ổ đĩa vì mọi dữ liệu được ghi lại một lượt.</source>
      <translation>Changing the key needs {size} MB more of free disk, for everything is written once more.</translation>
    </message>
    <message>
      <source>Đổi khóa dữ liệu</source>
      <translation>Change the data key</translation>
    </message>
    <message>
      <source>Đổi lịch làm việc</source>
      <translation>Change of the calendar</translation>
    </message>
    <message>
      <source>Đổi máy chụp</source>
      <translation>Change camera</translation>
    </message>
    <message>
      <source>Đổi mật khẩ&amp;u</source>
      <translation>&amp;Change</translation>
    </message>
    <message>
      <source>Đổi người dùng</source>
      <translation>Changed people</translation>
    </message>
    <message>
      <source>Đổi người dùng hoặc khóa quầy. Đang làm việc: {clerk}</source>
      <translation>Change user or lock the desk. At work: {clerk}</translation>
    </message>
    <message>
      <source>Đổi người, khóa quầy</source>
      <translation>Change user, lock the desk</translation>
    </message>
    <message>
      <source>Đổi số thứ tự của một quầy rồi ghép lại.</source>
      <translation>Change the number of one desk and pair again.</translation>
    </message>
    <message>
      <source>Đổi và in giấy hẹn</source>
      <translation>Moves, new receipt</translation>
    </message>
    <message>
      <source>Đổi, không in lại</source>
      <translation>Moves, no new receipt</translation>
    </message>
    <message>
      <source>Độ &amp;phân giải</source>
      <translation>&amp;Resolution</translation>
    </message>
    <message>
      <source>Đủ giấy tờ</source>
      <translation>Papers complete</translation>
    </message>
    <message>
      <source>Đủ giấy tờ ({key})</source>
      <translation>All papers here ({key})</translation>
    </message>
    <message>
      <source>Đứng trước ngày tháng trên giấy</source>
      <translation>Stands before the date on paper</translation>
    </message>
    <message>
      <source>đang chờ</source>
      <translation>waiting</translation>
    </message>
    <message>
      <source>đang giải quyết</source>
      <translation>in progress</translation>
    </message>
    <message>
      <source>đang giải quyết, quá hạn</source>
      <translation>in progress, overdue</translation>
    </message>
    <message>
      <source>đang giải quyết, trong hạn</source>
      <translation>in progress, in time</translation>
    </message>
    <message>
      <source>đang mở trang {page}…</source>
      <translation>opening page {page}…</translation>
    </message>
    <message>
      <source>đang mở…</source>
      <translation>opening…</translation>
    </message>
    <message>
      <source>đang tính</source>
      <translation>counting</translation>
    </message>
    <message>
      <source>đã chuyển sang hồ sơ {code}</source>
      <translation>moved to dossier {code}</translation>
    </message>
    <message>
      <source>đã có trong sổ</source>
      <translation>already in the register</translation>
    </message>
    <message>
      <source>đã dùng hết {limit} MB của tháng này</source>
      <translation>the {limit} MB of this month are used</translation>
    </message>
    <message>
      <source>đã giải quyết</source>
      <translation>settled</translation>
    </message>
    <message>
      <source>đã hoàn {amount}</source>
      <translation>refunded {amount}</translation>
    </message>
    <message>
      <source>đã hết hạn</source>
      <translation>expired</translation>
    </message>
    <message>
      <source>đã hủy: {reason}</source>
      <translation>voided: {reason}</translation>
    </message>
    <message>
      <source>đã ký số</source>
      <translation>signed</translation>
    </message>
    <message>
      <source>đã kết thúc xử lý</source>
      <translation>work ended</translation>
    </message>
    <message>
      <source>đã lưu</source>
      <translation>saved</translation>
    </message>
    <message>
      <source>đã số hóa</source>
      <translation>digitised</translation>
    </message>
    <message>
      <source>đã số hóa cả giấy tờ và kết quả</source>
      <translation>papers and result digitised</translation>
    </message>
    <message>
      <source>đã trả kết quả</source>
      <translation>result returned</translation>
    </message>
    <message>
      <source>đúng hạn</source>
      <translation>on time</translation>
    </message>
    <message>
      <source>được miễn</source>
      <translation>exempt</translation>
    </message>
    <message>
      <source>đạt</source>
      <translation>in order</translation>
    </message>
    <message>
      <source>để riêng</source>
      <translation>aside</translation>
    </message>
    <message>
      <source>để trống</source>
      <translation>left empty</translation>
    </message>
    <message>
      <source>để trống: cơ quan này</source>
      <translation>empty: this office</translation>
    </message>
    <message>
      <source>để trống: trong cơ quan này</source>
      <translation>empty: in this office</translation>
    </message>
    <message>
      <source>địa danh</source>
      <translation>place</translation>
    </message>
    <message>
      <source>đổi lịch làm việc và danh mục thủ tục</source>
      <translation>change the calendar and the catalogue</translation>
    </message>
    <message>
      <source>đủ giấy tờ</source>
      <translation>all papers there</translation>
    </message>
    <message>
      <source>Ảnh chữ ký không mở được.</source>
      <translation>The picture of the signature cannot be opened.</translation>
    </message>
    <message>
      <source>Ảnh có độ phân giải dưới mức 200 dpi theo quy định.</source>
      <translation>The picture is below the required 200 dpi.</translation>
    </message>
    <message>
      <source>Ảnh của tờ vừa quét bị hỏng nên không được nhận.</source>
      <translation>The picture of the sheet just scanned is spoilt and was not taken.</translation>
    </message>
    <message>
      <source>Ảnh trong tệp quá lớn để mở an toàn.</source>
      <translation>The picture is too large to open safely.</translation>
    </message>
    <message>
      <source>Ảnh và PDF ({files})</source>
      <translation>Pictures and PDFs ({files})</translation>
    </message>
    <message>
      <source>Ảnh, PDF ({kinds})</source>
      <translation>Pictures, PDF ({kinds})</translation>
    </message>
    <message>
      <source>Ổ đĩa chỉ còn {size} MB. Những gì đã lưu vẫn nguyên; dọn bớt ổ đĩa trước khi nhận thêm hồ sơ.</source>
      <translation>Only {size} MB are free on the disk. What is saved is whole; make room before receiving more.</translation>
    </message>
    <message>
      <source>Ổ đĩa còn trống {size} MB.</source>
      <translation>{size} MB are free on the disk.</translation>
    </message>
    <message>
      <source>Ổ đĩa còn {size} MB, vẫn làm việc được. Dọn bớt ổ đĩa trong hôm nay.</source>
      <translation>{size} MB are free, enough to work. Make room on the disk today.</translation>
    </message>
    <message>
      <source>Ổ đĩa gần đầy nên chưa nhận thêm bản quét.</source>
      <translation>The disk is almost full, so no more scans are taken.</translation>
    </message>
    <message>
      <source>Ổ đĩa không ghi thêm được trang mới.</source>
      <translation>The disk cannot take another page.</translation>
    </message>
    <message>
      <source>Ổ đĩa không giữ đúng những gì vừa ghi.</source>
      <translation>The disk did not keep what was just written.</translation>
    </message>
    <message>
      <source>Ổ đĩa đã đầy.</source>
      <translation>The disk is full.</translation>
    </message>
    <message>
      <source>Ổn</source>
      <translation>Fine</translation>
    </message>
    <message>
      <source>Ở máy chủ quầy: hiện mã 6 chữ số, mã dùng một lần trong 10 phút.</source>
      <translation>At the hub: show a 6-digit code, good once within 10 minutes.</translation>
    </message>
    <message>
      <source>Ở quầy khác</source>
      <translation>At another desk</translation>
    </message>
    <message>
      <source>Ở quầy kết nối tới: nhập địa chỉ và mã hiện trên máy chủ quầy.</source>
      <translation>At the connecting desk: type the address and the code the hub shows.</translation>
    </message>
    <message>
      <source>Ủ&amp;y quyền</source>
      <translation>&amp;Delegate</translation>
    </message>
    <message>
      <source>– Nộ&amp;p cho mình</source>
      <translation>– F&amp;iling for self</translation>
    </message>
    <message>
      <source>“Đã gửi máy in” chưa chắc là đã có giấy: cầm giấy trên tay rồi mới bấm Đã có giấy.</source>
      <translation>“Sent to the printer” need not mean paper: press Paper in hand only when you hold it.</translation>
    </message>
    <message>
      <source>“Đã ký nhận” là có biên nhận ký số của tỉnh, máy này đã kiểm tra chữ ký.</source>
      <translation>“Signed for” means a signed receipt of the province whose signature this machine has verified.</translation>
    </message>
    <message>
      <source>↑↓ chọn mục · Tab vào mục · mỗi thiết bị có nút Thử</source>
      <translation>↑↓ choose · Tab into it · each device has a Try button</translation>
    </message>
    <message>
      <source>↑↓ chọn · Enter mở · Space xem nhanh · gõ chữ để lọc tiếp</source>
      <translation>↑↓ choose · Enter open · Space quick look · type to filter</translation>
    </message>
    <message>
      <source>↑↓ đi · Space chọn hoặc bỏ · Esc thôi chọn nhiều</source>
      <translation>↑↓ move · Space picks or drops · Esc ends picking</translation>
    </message>
  </context>
</TS>
