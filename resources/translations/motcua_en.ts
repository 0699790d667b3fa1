<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi_VN">
  <context>
    <name>motcua</name>
    <message>
      <source> Nếu đang cầm kết quả, bấm Ctrl+R.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source> · hẹn lại {due}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Chọn…</source>
      <translation>&amp;Choose…</translation>
    </message>
    <message>
      <source>&amp;Cổng</source>
      <translation>P&amp;ort</translation>
    </message>
    <message>
      <source>&amp;Cỡ chữ</source>
      <translation>Letter &amp;size</translation>
    </message>
    <message>
      <source>&amp;Ghi danh</source>
      <translation>&amp;Join</translation>
    </message>
    <message>
      <source>&amp;Giấy phép của các phần đi kèm</source>
      <translation>&amp;Licences of what ships inside</translation>
    </message>
    <message>
      <source>&amp;Giờ làm việc</source>
      <translation>&amp;Hours</translation>
    </message>
    <message>
      <source>&amp;Họ tên người nhận</source>
      <translation type="unfinished" />
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
      <source>&amp;Kết quả</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Lý do</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Lý do hủy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Lưu thông tin cơ quan</source>
      <translation>Sa&amp;ve the office</translation>
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
      <source>&amp;Mã định danh cơ quan</source>
      <translation>Office &amp;identifier</translation>
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
      <source>&amp;Ngày sinh</source>
      <translation>&amp;Birth date</translation>
    </message>
    <message>
      <source>&amp;Nhập lại</source>
      <translation>&amp;Again</translation>
    </message>
    <message>
      <source>&amp;Nền</source>
      <translation>&amp;Ground</translation>
    </message>
    <message>
      <source>&amp;Số giấy tờ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Số giấy tờ đã xuất trình</source>
      <translation type="unfinished" />
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
      <source>&amp;Tên cơ quan</source>
      <translation>&amp;Office name</translation>
    </message>
    <message>
      <source>&amp;Vai trò</source>
      <translation>Rol&amp;e</translation>
    </message>
    <message>
      <source>&amp;Độ phân giải</source>
      <translation>&amp;Resolution</translation>
    </message>
    <message>
      <source>+ Ghi &amp;chú</source>
      <translation>+ No&amp;te</translation>
    </message>
    <message>
      <source>+ Nộ&amp;p thay cho người khác</source>
      <translation>+ For somebody &amp;else</translation>
    </message>
    <message>
      <source>+ Thêm giấ&amp;y tờ</source>
      <translation>+ Add pape&amp;r</translation>
    </message>
    <message>
      <source>02091986</source>
      <translation type="unfinished" />
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
      <source>1…9 gán trang · ↑↓ trang · R xoay · Del bỏ</source>
      <translation type="unfinished" />
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
      <source>300 dpi là vừa cho hầu hết giấy tờ</source>
      <translation>300 dpi suits almost all papers</translation>
    </message>
    <message>
      <source>A5 khi máy in có khay A5</source>
      <translation>A5 if the printer has such a tray</translation>
    </message>
    <message>
      <source>Biên nhận nói về một dòng nhật ký không có ở đây.</source>
      <translation type="unfinished" />
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
      <source>Bản nháp này do phiên bản khác lưu nên không đọc được. Nhập lại từ đầu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bản nháp tự lưu {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bản nháp được giữ, mở khóa là về đúng chỗ cũ</source>
      <translation>Drafts are kept; unlocking returns to the same place</translation>
    </message>
    <message>
      <source>Bản sao gần nhất đã kiểm tra: {time}.</source>
      <translation>Last proven copy: {time}.</translation>
    </message>
    <message>
      <source>Bản sao lưu gần nhất lúc {time}, đã đọc lại và khớp.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bản sao lưu gần nhất đã từ {time}. Dữ liệu trên máy vẫn nguyên; cắm nơi sao lưu rồi bấm Sao lưu ngay.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bản sao lưu này bị hỏng hoặc thiếu. Không có gì bị ghi đè. Chọn bản sao lưu trước đó.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bản sao lưu vừa ghi không khớp với dữ liệu trên máy nên không được giữ. Thử sao lưu lại.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bản sao thứ hai</source>
      <translation>Second copy</translation>
    </message>
    <message>
      <source>Bản sao thứ hai, đã kiểm tra đọc lại được: {time}.</source>
      <translation>Second copy, read back and proven: {time}.</translation>
    </message>
    <message>
      <source>Bản sao và đối soát</source>
      <translation>Copies and account</translation>
    </message>
    <message>
      <source>Bảng ngày nghỉ không đọc được: không phải một danh sách JSON.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bảng ngày nghỉ, dòng {line}: không đúng dạng.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bảng ngày nghỉ, dòng {line}: ngày bị lặp.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bảng thiếu cột. Dòng đầu cần có các cột: {headings}.</source>
      <translation type="unfinished" />
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
      <source>Bấm số để gán trang đang xem; bấm lần nữa để bỏ gán.</source>
      <translation type="unfinished" />
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
      <source>Cho máy quét tự lưu tệp vào thư mục</source>
      <translation>For scanners that save files by themselves</translation>
    </message>
    <message>
      <source>Chính chủ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa chọn giấy tờ cần bổ sung.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa chọn máy in</source>
      <translation>No printer chosen</translation>
    </message>
    <message>
      <source>Chưa chọn máy in. Giấy hẹn chờ trong hàng đợi in; chọn máy in trong Thiết lập.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa chọn máy in. Phiếu vẫn được giữ trong hàng đợi.</source>
      <translation>No printer chosen. Slips are kept in the queue.</translation>
    </message>
    <message>
      <source>Chưa chọn máy quét. Mở Thiết lập để chọn, hoặc nhập tệp có sẵn.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa chọn máy quét. Vẫn nhập được tệp có sẵn; chọn máy quét trong Thiết lập.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa chọn nơi sao lưu. Chọn trong Thiết lập, mục Sao lưu.</source>
      <translation>No backup folder chosen. Choose one in Settings, Backup.</translation>
    </message>
    <message>
      <source>Chưa chọn thủ tục.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa có biểu mẫu “{slug}” trong danh mục biểu mẫu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa có bản quét</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa có bản sao lưu nào.</source>
      <translation>There is no backup yet.</translation>
    </message>
    <message>
      <source>Chưa có bản sao lưu nào. Chọn nơi sao lưu trong Thiết lập, rồi bấm Sao lưu ngay.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa có dữ liệu ở thư mục này. Chạy thiết lập lần đầu, hoặc chọn đúng thư mục.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa có giờ làm việc.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa có họ tên người nhận kết quả.</source>
      <translation type="unfinished" />
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
      <source>Chưa có hồ sơ nào ở quầy này.</source>
      <translation>There is no dossier at this desk yet.</translation>
    </message>
    <message>
      <source>Chưa có mã ghi danh. Mã dùng một lần, do cán bộ tỉnh cấp.</source>
      <translation>The one-time code is missing. The province gives it.</translation>
    </message>
    <message>
      <source>Chưa có ngày hẹn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa có phiếu nào để in lại.</source>
      <translation>There is no slip to print again.</translation>
    </message>
    <message>
      <source>Chưa có trang nào để gắn vào hồ sơ.</source>
      <translation type="unfinished" />
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
      <source>Chưa ghi lý do hủy tiếp nhận.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa ghi lý do yêu cầu bổ sung.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa gửi lần nào từ lúc mở quầy.</source>
      <translation>Nothing sent since the desk was opened.</translation>
    </message>
    <message>
      <source>Chưa in được</source>
      <translation>Not printed</translation>
    </message>
    <message>
      <source>Chưa kiểm tra {count} giấy tờ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa kết nối tỉnh</source>
      <translation>Not joined to the province</translation>
    </message>
    <message>
      <source>Chưa mở hồ sơ nào</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa nhận hồ sơ. Phiếu hướng dẫn đã vào hàng đợi in.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa nhận, in phiếu hướng dẫn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa rõ hồ sơ</source>
      <translation>Unknown dossier</translation>
    </message>
    <message>
      <source>Chưa sao lưu được: nơi sao lưu đã đầy hoặc không ghi được. Dữ liệu trên máy vẫn nguyên.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa thiết lập văn phòng. Mở Thiết lập để nhập tên và mã định danh.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chưa thấy đầu đọc ở cổng này. Đầu đọc kiểu bàn phím vẫn dùng được: quét một mã để thử.</source>
      <translation>No reader at this port. A keyboard-type reader works as well: scan a code to try it.</translation>
    </message>
    <message>
      <source>Chỉ người quản trị được sửa thông tin cơ quan.</source>
      <translation>Only an administrator may change the office.</translation>
    </message>
    <message>
      <source>Chỉ người quản trị được thêm hoặc xóa người dùng.</source>
      <translation>Only an administrator may add or remove people.</translation>
    </message>
    <message>
      <source>Chọn &amp;tệp…</source>
      <translation>Choose &amp;file…</translation>
    </message>
    <message>
      <source>Chọn thư mục sao lưu trước.</source>
      <translation>Choose the backup folder first.</translation>
    </message>
    <message>
      <source>Chỗ này cần một con số.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chờ bổ sung</source>
      <translation>Awaiting supplement</translation>
    </message>
    <message>
      <source>Chờ gửi</source>
      <translation>To send</translation>
    </message>
    <message>
      <source>Chờ nghĩa vụ tài chính</source>
      <translation>Awaiting payment</translation>
    </message>
    <message>
      <source>Chủ hồ sơ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chủ hồ sơ: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chứng chỉ (CA) của tỉnh</source>
      <translation>Province certificate (CA)</translation>
    </message>
    <message>
      <source>Các trang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cách thu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cách tính hẹn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cán bộ tiếp nhận</source>
      <translation>Clerk</translation>
    </message>
    <message>
      <source>Còn thiếu: {papers}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Có bản quét chưa được lưu xuống đĩa nên chưa gắn vào hồ sơ. Quét lại trang đó.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Có kết quả</source>
      <translation>Result ready</translation>
    </message>
    <message>
      <source>Có việc từ {day} chưa gửi được. {count} hồ sơ chờ gửi · dữ liệu đã lưu an toàn trên máy này</source>
      <translation>Some work of {day} is not sent yet. {count} dossiers to send · the data is safe on this machine</translation>
    </message>
    <message>
      <source>Cơ quan cấp t&amp;rên</source>
      <translation>Supe&amp;rior authority</translation>
    </message>
    <message>
      <source>Cơ quan và quầy</source>
      <translation>Office and desk</translation>
    </message>
    <message>
      <source>Cần khi địa chỉ bắt đầu bằng https://</source>
      <translation>Needed for https:// addresses</translation>
    </message>
    <message>
      <source>Cần mã ghi danh một lần do tỉnh cấp: thêm --code.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cần mật khẩu: dùng --passphrase-file hoặc biến {variable}, hoặc chạy trong cửa sổ lệnh.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cần tên cơ quan, và giờ làm việc dạng 07:00-11:30, 13:30-17:00.</source>
      <translation>The office needs a name, and hours like 07:00-11:30, 13:30-17:00.</translation>
    </message>
    <message>
      <source>Cần tệp chứng chỉ (CA) của tỉnh để ghim trước khi kết nối.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cổng đầu đọ&amp;c mã</source>
      <translation>Reader p&amp;ort</translation>
    </message>
    <message>
      <source>Danh mục không có thủ tục {code} vào ngày {day}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Danh mục, thủ tục thứ {number} ({code}): {fault}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Diễn biến</source>
      <translation>History</translation>
    </message>
    <message>
      <source>Dùng &amp;lại (Tab)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dải số {first}–{last} của hôm nay đã dùng hết. Các hồ sơ đã nhận vẫn an toàn; nối lại máy chủ quầy hoặc báo quản trị để cấp số tiếp.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dừng giải quyết</source>
      <translation>Stopped</translation>
    </message>
    <message>
      <source>Dừng quét</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dữ liệu mở được; nhật ký có {count} dòng và các dòng cuối nguyên vẹn.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dữ liệu này do phiên bản mới hơn ghi. Cập nhật phần mềm rồi mở lại; dữ liệu vẫn nguyên.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Enter: mở hồ sơ · Space: đóng</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Enter: trường kế · Alt+chữ gạch chân: nhảy tới trường · F1: phím tắt</source>
      <translation>Enter: next field · Alt+underlined letter: to a field · F1: keys</translation>
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
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ghi &amp;chú</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ghi chú</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Ghi danh với máy chủ tỉnh</source>
      <translation>Join the province</translation>
    </message>
    <message>
      <source>Ghi nhận kết quả</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ghi số trang và số bản của từng giấy tờ.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Giao diện</source>
      <translation>Looks</translation>
    </message>
    <message>
      <source>Giao diện của quầy</source>
      <translation>Looks of this desk</translation>
    </message>
    <message>
      <source>Giấy hẹn {code}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Giấy hẹn đã vào hàng đợi in.</source>
      <translation type="unfinished" />
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
      <source>Giấy tờ của hồ sơ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Giấy tờ khác</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Giấy tờ {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Giờ làm việc có dạng 07:00-11:30, 13:30-17:00.</source>
      <translation>Hours look like 07:00-11:30, 13:30-17:00.</translation>
    </message>
    <message>
      <source>Giờ làm việc không đúng dạng, ví dụ 07:00-11:30,13:30-17:00.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Giờ làm việc phải theo thứ tự trong ngày và không chồng lên nhau.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Giờ làm việc phải theo thứ tự và không chồng nhau.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gán vào: {target}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gõ vài chữ, ví dụ: ct bs, khai sinh, hôn nhân</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gửi ngay</source>
      <translation>Send now</translation>
    </message>
    <message>
      <source>H55.242-261123-0007</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hai lần nhập chưa giống nhau.</source>
      <translation>The two entries differ.</translation>
    </message>
    <message>
      <source>Hai người dùng trùng tên. Thêm chữ để phân biệt.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hiện số giấy tờ</source>
      <translation>Show the number</translation>
    </message>
    <message>
      <source>Hoàn tác</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Hoàn tác việc vừa làm</source>
      <translation>Undo the last deed</translation>
    </message>
    <message>
      <source>Hàng đợi in</source>
      <translation>Print queue</translation>
    </message>
    <message>
      <source>Hôm nay: {received} tiếp nhận · {returned} đã trả · {due} đến hạn</source>
      <translation>Today: {received} received · {returned} returned · {due} due</translation>
    </message>
    <message>
      <source>Hẹn lần đầu</source>
      <translation type="unfinished" />
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
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hệ điều hành không cho làm việc này ({reason}). Những gì đã lưu vẫn nguyên; xem lại đường dẫn, quyền và chỗ trống rồi chạy lại.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Họ và tên chủ hồ sơ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hồ sơ</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <source>Hồ sơ còn thiếu giấy tờ. Chọn nhận có điều kiện, hoặc chưa nhận.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hồ sơ khác</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hồ sơ này chưa có yêu cầu bổ sung nào để in.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hồ sơ này {desk} tiếp nhận nên trả ở đó.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hồ sơ này {desk} tiếp nhận. Đây là những gì tỉnh ghi; quầy này chỉ xem.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hồ sơ này đã có trong sổ. Dòng lặp được giữ lại để xem xét.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hồ sơ này đã được tiếp nhận trước đó. Dòng lặp được giữ lại để xem xét.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hồ sơ vừa nhận</source>
      <translation>Last dossier received</translation>
    </message>
    <message>
      <source>Hồ sơ vừa tiếp nhận</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hồ sơ đang chờ người dân bổ sung giấy tờ.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hồ sơ đang mở</source>
      <translation>The open dossier</translation>
    </message>
    <message>
      <source>Hồ sơ đang nhập</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hồ sơ đang ở trạng thái “{word}”. Việc này chỉ làm được khi hồ sơ: {fitting}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hồ sơ đã hủy nên không in giấy tờ của hồ sơ này.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hồ sơ đã hủy: {reason}.</source>
      <translation type="unfinished" />
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
      <source>In lên giấy hẹn và sổ. Sửa được sau trong Thiết lập, trừ mã định danh khi đã có hồ sơ.</source>
      <translation>Printed on slips and registers. Can be changed later in Settings, except the identifier once there are dossiers.</translation>
    </message>
    <message>
      <source>In lại</source>
      <translation>Print again</translation>
    </message>
    <message>
      <source>In lại phiếu vừa in</source>
      <translation>Print the last slip again</translation>
    </message>
    <message>
      <source>In đối soát cuối ngày</source>
      <translation>Print the day's account</translation>
    </message>
    <message>
      <source>Khôi phục bản nháp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Khôi phục bản nháp {time}? ({key})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không có bản in này.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không có gì thay đổi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không có hồ sơ mang mã này. Kiểm tra mã, hoặc tìm theo tên trong Tra cứu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không có hồ sơ này trong sổ.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không có máy in ở địa chỉ đã chọn. Chọn lại máy in trong Thiết lập.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không có người dùng này trên máy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không có việc nào chờ gửi.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không ghi được tệp ở đó. Chọn nơi khác.</source>
      <translation>The file cannot be written there. Choose another place.</translation>
    </message>
    <message>
      <source>Không ghi được xuống đĩa ({reason}). Việc vừa làm chưa được lưu; những gì đã lưu vẫn nguyên. Kiểm tra ổ đĩa rồi làm lại.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không hẹn ngày</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không khớp {what} với số định danh. Đối chiếu thẻ.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không mở được bảng tính. Cần một tệp .xlsx còn nguyên.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không mở được cổng {port} của đầu đọc mã. Vẫn gõ mã bằng tay được; cắm lại đầu đọc, hoặc chọn cổng khác trong Thiết lập.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không thu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không thấy bản sao lưu nào ở thư mục này. Chọn nơi sao lưu, hoặc một bản sao lưu trong đó.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không thấy bản sao lưu ở thư mục này. Chọn thư mục có tệp keys.json và desk.db.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không thấy tệp này trên máy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không thấy đầu đọc mã nào ở cổng nối tiếp. Đầu đọc kiểu bàn phím vẫn dùng được.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không thể xóa chính người dùng đang đăng nhập.</source>
      <translation>Whoever is signed in cannot be removed.</translation>
    </message>
    <message>
      <source>Không tìm thấy máy quét. Bật máy, cắm lại dây rồi bấm Thử.</source>
      <translation>No scanner found. Switch it on, plug it in again, then press Try.</translation>
    </message>
    <message>
      <source>Không đọc ghi được ổ đĩa. Việc vừa làm chưa được lưu; những gì đã lưu vẫn nguyên. Kiểm tra ổ đĩa và chỗ trống rồi làm lại.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không đọc được tệp chứng chỉ (CA) của tỉnh.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Không đọc được tệp mật khẩu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Khổ &amp;giấy biên nhận</source>
      <translation>Receipt pa&amp;per</translation>
    </message>
    <message>
      <source>Khớp giới tính, năm sinh</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ký bản điện tử, {paper}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kết quả</source>
      <translation>Result</translation>
    </message>
    <message>
      <source>Kết quả chưa về quầy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Làm mới</source>
      <translation>Refresh</translation>
    </message>
    <message>
      <source>Lãnh đạo (chỉ xem)</source>
      <translation>Leader (reads only)</translation>
    </message>
    <message>
      <source>Lúc</source>
      <translation>At</translation>
    </message>
    <message>
      <source>Lý do hủy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lưu nháp</source>
      <translation>Save draft</translation>
    </message>
    <message>
      <source>Lưu ra PDF</source>
      <translation>Save as PDF</translation>
    </message>
    <message>
      <source>Lưu sửa đổi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lưu vào hồ sơ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lấy giấy từ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lần gửi gần nhất lúc {time}.</source>
      <translation>Last sent at {time}.</translation>
    </message>
    <message>
      <source>Lần trước: {words}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lệnh tìm thấy</source>
      <translation>Commands found</translation>
    </message>
    <message>
      <source>Lịch làm việc không có ngày mở cửa nào. Xem lại lịch nghỉ trong Thiết lập.</source>
      <translation type="unfinished" />
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
      <source>Máy chủ tỉnh</source>
      <translation>Province server</translation>
    </message>
    <message>
      <source>Máy chủ tỉnh chưa nhận {count} việc. Dữ liệu vẫn an toàn trên máy này.</source>
      <translation>The province has not accepted {count} deeds. The data is safe on this machine.</translation>
    </message>
    <message>
      <source>Máy chủ tỉnh trả lời.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Máy in</source>
      <translation>Printer</translation>
    </message>
    <message>
      <source>Máy in của quầy</source>
      <translation>This desk's printer</translation>
    </message>
    <message>
      <source>Máy in hỏng không giữ chân ai: phiếu nằm trong hàng đợi, F9 để in lại.</source>
      <translation>A dead printer holds up nobody: slips wait in the queue, F9 prints them.</translation>
    </message>
    <message>
      <source>Máy in không có khổ {paper}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Máy in không có khổ {paper}. Bản in vẫn được giữ; chọn khổ {offered} trong Thiết lập rồi in lại từ hồ sơ.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Máy in này không nhận tệp PDF. Thêm máy in vào CUPS rồi chọn lại trong Thiết lập.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Máy in {name} chưa in được: {troubles}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Máy in {name} không có khổ {paper}. Chọn khổ khác trong Thiết lập.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Máy in {name} sẵn sàng.</source>
      <translation type="unfinished" />
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
      <source>Máy này chưa ghi danh với máy chủ tỉnh. Vào Thiết lập, nhập địa chỉ và mã ghi danh.</source>
      <translation type="unfinished" />
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
      <source>Máy này còn giữ {count} trang đã quét.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Máy quét</source>
      <translation>Scanner</translation>
    </message>
    <message>
      <source>Máy quét của quầy</source>
      <translation>This desk's scanner</translation>
    </message>
    <message>
      <source>Máy quét {name} trả lời.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Máy: {machine} · {dpi} dpi · màu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mã có dạng H55.242, theo quyết định của tỉnh.</source>
      <translation>The identifier looks like H55.242; see the province's decision.</translation>
    </message>
    <message>
      <source>Mã hồ sơ không dùng lại; lý do được giữ trong diễn biến.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mã hồ sơ không đúng dạng.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mã hồ sơ {code} đã có trong sổ.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mã này chưa có trong sổ của quầy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mã này đúng dạng nhưng chưa có trong sổ của quầy. Kiểm tra mã, hoặc tìm theo tên.</source>
      <translation>The code is well formed but not in this desk's register. Check it, or search by name.</translation>
    </message>
    <message>
      <source>Mã đơn vị không đúng dạng, ví dụ H55.242.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mật &amp;khẩu mới</source>
      <translation>&amp;New password</translation>
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
      <source>Mật khẩu của tôi</source>
      <translation>My password</translation>
    </message>
    <message>
      <source>Mật khẩu hoặc mã PIN chưa đúng. Còn {tries_left} lần thử.</source>
      <translation>Wrong password or PIN. {tries_left} tries left.</translation>
    </message>
    <message>
      <source>Mật khẩu hoặc mã PIN cần ít nhất {least} ký tự.</source>
      <translation>The password or PIN needs at least {least} characters.</translation>
    </message>
    <message>
      <source>Mỗi máy một số</source>
      <translation>One for each machine</translation>
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
      <source>Một tệp đã lưu bị hỏng trên đĩa và không được dùng. Quét lại giấy tờ đó, hoặc khôi phục từ bản sao lưu.</source>
      <translation type="unfinished" />
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
      <source>Mở hồ sơ</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>Mở hồ sơ tương tự</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mở hồ sơ để sửa</source>
      <translation>Open the dossier to mend</translation>
    </message>
    <message>
      <source>Mở màn hình Đồng &amp;bộ</source>
      <translation>Open the S&amp;ync screen</translation>
    </message>
    <message>
      <source>Mục thiết lập</source>
      <translation>Subjects</translation>
    </message>
    <message>
      <source>Mức thu chưa &amp;xác minh – đã xem lại</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mức thu của thủ tục này chưa xác minh. Xem lại số tiền rồi xác nhận.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>N&amp;gôn ngữ</source>
      <translation>&amp;Language</translation>
    </message>
    <message>
      <source>Ngoại tuyến từ {time}.</source>
      <translation>Offline since {time}.</translation>
    </message>
    <message>
      <source>Ngày gõ dạng 02091986 hoặc 02/09/1986.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ngày hẹn gõ dạng 16:30 24/11/2026 hoặc 24/11.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ngày hẹn trả sớm hơn ngày nhận.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ngày nhận nằm sau hôm nay.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ngày sinh chủ hồ sơ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ngôn ngữ mới dùng từ lần mở quầy sau.</source>
      <translation>The new language is used from the next start on.</translation>
    </message>
    <message>
      <source>Người dùng của quầy</source>
      <translation>People of this desk</translation>
    </message>
    <message>
      <source>Người dùng ghi dạng HỌ-TÊN=TỆP-MẬT-KHẨU.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Người dùng đầu tiên phải là người quản trị.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Người nhận</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Người nhận thay cần có số giấy tờ đã xuất trình.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Người này thêm được các cán bộ khác. Mật khẩu mở khóa dữ liệu trên máy: không ai lấy lại giúp được.</source>
      <translation>This person can add others. The password unlocks the data on this machine: nobody can recover it.</translation>
    </message>
    <message>
      <source>Nhậ&amp;p lại</source>
      <translation>A&amp;gain</translation>
    </message>
    <message>
      <source>Nhận bổ sung</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhận có điều kiện</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhận lúc</source>
      <translation>Received</translation>
    </message>
    <message>
      <source>Nhập mật khẩu hoặc mã PIN rồi bấm Enter.</source>
      <translation>Type the password or PIN, then press Enter.</translation>
    </message>
    <message>
      <source>Nhập tệp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nhập tệp…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nên đặt đầu đọc ở chế độ USB-COM: mã trên thẻ căn cước có chữ Việt, chế độ bàn phím làm hỏng chữ có dấu.</source>
      <translation>Set the reader to USB-COM: the card's code holds Vietnamese text, which the keyboard mode spoils.</translation>
    </message>
    <message>
      <source>Nơi cư t&amp;rú</source>
      <translation>&amp;Residence</translation>
    </message>
    <message>
      <source>Nơi cư trú</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nơi cư trú chủ hồ sơ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nơi t&amp;iếp nhận</source>
      <translation>Recepti&amp;on</translation>
    </message>
    <message>
      <source>Nối mạng rồi bấm Gửi ngay.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nội dung giấy phép</source>
      <translation>Licence text</translation>
    </message>
    <message>
      <source>Nội dung việc “{kind}” không đúng dạng. Dòng gốc được giữ nguyên.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Phiên bản này chưa hiểu việc “{kind}”. Dòng gốc được giữ nguyên.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Phiên bản {version} · Giấy phép Apache-2.0</source>
      <translation>Version {version} · Apache-2.0 licence</translation>
    </message>
    <message>
      <source>Phiếu</source>
      <translation>Slip</translation>
    </message>
    <message>
      <source>Phiếu hướng dẫn</source>
      <translation>Guidance</translation>
    </message>
    <message>
      <source>Phiếu yêu cầu bổ sung {code}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Phí, lệ phí</source>
      <translation>Fees</translation>
    </message>
    <message>
      <source>Phí, lệ phí {fee}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Phím Caps Lock đang bật.</source>
      <translation>Caps Lock is on.</translation>
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
      <source>Phần mềm gặp trục trặc và đã ghi lại để sửa. Việc đã lưu vẫn an toàn; hãy thử lại.</source>
      <translation>Something in the software went wrong and was noted for repair. Saved work is safe; please try again.</translation>
    </message>
    <message>
      <source>Quay lại</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Quét</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quét biên nhận để chọn hồ sơ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quét biên nhận, hoặc tìm trong Tra cứu.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quét giấy hẹn hoặc gõ &amp;mã</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quét giấy hẹn · quét thẻ người nhận · F10: trả</source>
      <translation type="unfinished" />
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
      <source>Quét hoặc tìm</source>
      <translation>Scan or search</translation>
    </message>
    <message>
      <source>Quét mã QR trên thẻ để tự điền</source>
      <translation>Scan the card's QR to fill in</translation>
    </message>
    <message>
      <source>Quét mã, CCCD, hoặc gõ tên, số điện thoại, mã hồ sơ… ({key})</source>
      <translation>Scan a code or a card, or type a name, phone or dossier code… ({key})</translation>
    </message>
    <message>
      <source>Quét tiếp</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quản trị</source>
      <translation>Administrator</translation>
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
      <source>Sao lưu</source>
      <translation>Backup</translation>
    </message>
    <message>
      <source>Sao lưu ngay</source>
      <translation>Back up now</translation>
    </message>
    <message>
      <source>Sáng</source>
      <translation>Light</translation>
    </message>
    <message>
      <source>Số &amp;bộ</source>
      <translation>&amp;Sets</translation>
    </message>
    <message>
      <source>Số bộ hồ sơ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Số bộ hồ sơ phải từ 1 đến 99.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Số liệu ngày {days} chưa khớp với tỉnh. Bấm Gửi ngay để đối chiếu lại.</source>
      <translation>The figures of {days} do not match the province yet. Press Send now to compare again.</translation>
    </message>
    <message>
      <source>Số thứ tự &amp;quầy</source>
      <translation>&amp;Desk number</translation>
    </message>
    <message>
      <source>Số thứ tự của quầy phải từ 1 đến {desks}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Số thứ tự quầy từ 1 đến 99.</source>
      <translation>The desk number is from 1 to 99.</translation>
    </message>
    <message>
      <source>Số điện th&amp;oại</source>
      <translation>Teleph&amp;one</translation>
    </message>
    <message>
      <source>Số định danh chủ hồ sơ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Số định danh phải có đúng 12 chữ số (đang có {count}).</source>
      <translation>A citizen number has exactly 12 digits (there are {count}).</translation>
    </message>
    <message>
      <source>Sổ giấy ghi dạng TÊN-SỔ=SỐ-CUỐI, ví dụ “SCT/BS=37”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sổ hồ sơ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sửa thông tin</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sửa thông tin chủ hồ sơ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>T&amp;hư mục theo dõi</source>
      <translation>&amp;Watched folder</translation>
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
      <source>Thiếu {count} giấy tờ – vẫn có thể nhận có điều kiện</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thêm &amp;người</source>
      <translation>&amp;Add</translation>
    </message>
    <message>
      <source>Thôi</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thông tin, bản quyền</source>
      <translation>About, licences</translation>
    </message>
    <message>
      <source>Thư &amp;mục sao lưu</source>
      <translation>Backup &amp;folder</translation>
    </message>
    <message>
      <source>Thư mục dữ liệu này đã có nội dung. Chọn một thư mục trống.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thư mục dữ liệu nằm trên ổ mạng. Chọn một thư mục trên ổ đĩa của chính máy này.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thư mục nhận tệp quét mở được.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thư mục này đã có dữ liệu nên không khôi phục đè lên. Chọn một thư mục trống.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thư mục sao lưu</source>
      <translation>Backup folder</translation>
    </message>
    <message>
      <source>Thời hạn chưa &amp;xác minh – đã xem lại</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thời hạn thủ tục này chưa xác minh. Xem lại ngày hẹn rồi xác nhận.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thời hạn, mức thu chưa &amp;xác minh – đã xem lại</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thời điểm nhận không đúng dạng, ví dụ 2026-11-23T15:10.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thời điểm nhận phải nằm trong các năm {first}–{last}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thủ tục {code} đã được thay bằng {new}.</source>
      <translation type="unfinished" />
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
      <source>Tiếp nhận và in biên nhận</source>
      <translation>Receive and print</translation>
    </message>
    <message>
      <source>Tiếp tục</source>
      <translation>Continue</translation>
    </message>
    <message>
      <source>Tra cứu</source>
      <translation>Register</translation>
    </message>
    <message>
      <source>Trang đang quét được giữ lại dù máy quét hay chương trình của nó dừng.</source>
      <translation>Pages already read are kept even if the scanner or its program stops.</translation>
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
      <source>Trở lại màn hình trước</source>
      <translation>Back to the screen before</translation>
    </message>
    <message>
      <source>Tài khoản lãnh đạo chỉ xem. Đăng nhập bằng tài khoản cán bộ để thao tác.</source>
      <translation>Leaders only read. Sign in as a clerk to act.</translation>
    </message>
    <message>
      <source>Tê&amp;n quầy</source>
      <translation>Desk &amp;name</translation>
    </message>
    <message>
      <source>Tên &amp;quầy</source>
      <translation>&amp;Desk name</translation>
    </message>
    <message>
      <source>Tên giấy tờ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tên không dấu, mã hồ sơ, số giấy tờ, số điện thoại</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tên máy in, địa chỉ ipp://…, hoặc một thư mục để lưu PDF</source>
      <translation>A printer's name, an ipp://… address, or a folder for PDFs</translation>
    </message>
    <message>
      <source>Tìm thấy: {devices}.</source>
      <translation>Found: {devices}.</translation>
    </message>
    <message>
      <source>Tìm trong sổ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tình trạng</source>
      <translation>State</translation>
    </message>
    <message>
      <source>Tùy chọn máy quét ghi dạng TÊN=GIÁ-TRỊ.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tạo quầy và vào làm việc</source>
      <translation>Make the desk and go to work</translation>
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
      <source>Tệp chứng chỉ (CA) của tỉnh không đọc được.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tệp chứng chỉ TLS không đọc được hoặc không khớp với khóa.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tệp danh mục không đọc được. Danh mục đang dùng vẫn giữ nguyên.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tệp khóa keys.json bị hỏng nên chưa mở được dữ liệu. Dữ liệu không bị đụng tới. Chép lại tệp keys.json từ bản sao lưu gần nhất.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tệp mật khẩu không có gì bên trong.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tệp này không phải danh mục thủ tục của phần mềm.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tỉnh chưa nhận, cần xem lại</source>
      <translation>Not accepted by the province, to look at</translation>
    </message>
    <message>
      <source>Tỉnh ghi: {facts}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tỉnh giữ lại {count} việc để xem xét. Không mất gì; mở Đồng bộ để xem.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tỉnh đã ngừng nhận máy này. Dữ liệu vẫn an toàn trên máy; báo bộ phận kỹ thuật.</source>
      <translation>The province no longer accepts this machine. The data is safe here; call the technicians.</translation>
    </message>
    <message>
      <source>Tối</source>
      <translation>Dark</translation>
    </message>
    <message>
      <source>Từ chối</source>
      <translation>Refused</translation>
    </message>
    <message>
      <source>Tự &amp;khóa sau (phút)</source>
      <translation>Loc&amp;k after (minutes)</translation>
    </message>
    <message>
      <source>Tự sao lưu mỗi giờ và khi đóng quầy. Khôi phục: lệnh motcua restore, cần mật khẩu của quầy.</source>
      <translation>Backs up hourly and at the close. To restore: motcua restore, with the desk's password.</translation>
    </message>
    <message>
      <source>Việc này thuộc một hồ sơ chưa có ở đây. Dòng gốc được giữ, sẽ áp dụng khi hồ sơ tới.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Vào quầy</source>
      <translation>Sign in</translation>
    </message>
    <message>
      <source>Ví dụ COM3 hoặc /dev/ttyACM0. Để trống: tự tìm đầu đọc cắm qua USB</source>
      <translation>For example COM3 or /dev/ttyACM0. Empty: find a reader on USB</translation>
    </message>
    <message>
      <source>Ví dụ H55.242</source>
      <translation>For example H55.242</translation>
    </message>
    <message>
      <source>Ví dụ ỦY BAN NHÂN DÂN XÃ …</source>
      <translation>For example ỦY BAN NHÂN DÂN XÃ …</translation>
    </message>
    <message>
      <source>Ví dụ: Tủ B, ngăn 4</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Văn phòng tập huấn không nối với máy chủ tỉnh.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Xem &amp;hàng đợi in</source>
      <translation>See the print &amp;queue</translation>
    </message>
    <message>
      <source>Xem hàng đợi</source>
      <translation>See the queue</translation>
    </message>
    <message>
      <source>Xem nhanh</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Xóa</source>
      <translation>Remove</translation>
    </message>
    <message>
      <source>Xóa {name}</source>
      <translation>Remove {name}</translation>
    </message>
    <message>
      <source>Yêu cầu bổ sung</source>
      <translation>Supplement request</translation>
    </message>
    <message>
      <source>Yêu cầu và in phiếu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>chính</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>chưa chọn máy quét</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>chủ hồ sơ {who}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>chứng thực</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>còn phải thu {fee}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>còn thiếu giấy tờ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>có tại quầy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>danh mục không có thủ tục này vào ngày nhận</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>giới tính</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>hơn 1.000</source>
      <translation>over 1,000</translation>
    </message>
    <message>
      <source>hẹn {due}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>không hẹn ngày</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>không thu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>mã hồ sơ không đúng dạng, ví dụ H55.242-261121-0007</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>mã hồ sơ này đã có ở một dòng trên</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>mã {code}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ngày hẹn trả sớm hơn ngày nhận</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ngày không đọc được, cần dạng 24/11/2026 hoặc 24/11/2026 09:30</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ngày nhận nằm sau lúc này</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>năm sinh</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>photo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>thiếu ngày nhận</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tệp quét chờ gửi ({size})</source>
      <translation>scans to send ({size})</translation>
    </message>
    <message>
      <source>việc chờ gửi</source>
      <translation>deeds to send</translation>
    </message>
    <message>
      <source>việc cần xem lại</source>
      <translation>deeds to look at</translation>
    </message>
    <message>
      <source>việc tỉnh đã ký nhận</source>
      <translation>deeds signed for by the province</translation>
    </message>
    <message>
      <source>{at}, {clerk}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{at}, {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{code} đã có kết quả</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{copies} bản sao</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} hồ sơ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} hồ sơ chờ gửi</source>
      <translation>{count} dossiers to send</translation>
    </message>
    <message>
      <source>{count} hồ sơ khớp “{words}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} trang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} trang · </source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} trang đã giữ.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} việc chờ gửi, cũ nhất từ {time}. Dữ liệu an toàn trên máy này.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} việc cần xem lại</source>
      <translation>{count} deeds to look at</translation>
    </message>
    <message>
      <source>{files} bản quét, {pages} trang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{hours} giờ {minutes} phút</source>
      <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
      <source>{minutes} phút {seconds} giây</source>
      <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
      <source>{pages} trang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{pages} trang × {copies} bản</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{papers} – yêu cầu {at}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{papers} – đã nhận {at}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{paper}: {state}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{seconds} giây</source>
      <translation>{seconds} s</translation>
    </message>
    <message>
      <source>{words} – mở (Alt+M)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{word} lúc {at}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ít nhất 6 ký tự</source>
      <translation>At least 6 characters</translation>
    </message>
    <message>
      <source>Đang chờ</source>
      <translation>Waiting</translation>
    </message>
    <message>
      <source>Đang ghép và lưu {count} trang…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đang gửi… Việc ở quầy vẫn tiếp tục bình thường.</source>
      <translation>Sending… Work at the desk goes on.</translation>
    </message>
    <message>
      <source>Đang gửi… {done} việc đã có biên nhận của tỉnh.</source>
      <translation>Sending… {done} deeds have the province's receipt.</translation>
    </message>
    <message>
      <source>Đang hỏi máy in…</source>
      <translation>Asking the printer…</translation>
    </message>
    <message>
      <source>Đang làm việc ngoại tuyến từ {time} · {count} hồ sơ chờ gửi · dữ liệu đã lưu an toàn trên máy này</source>
      <translation>Working offline since {time} · {count} dossiers to send · the data is safe on this machine</translation>
    </message>
    <message>
      <source>Đang mở trang…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đang mở…</source>
      <translation>Opening…</translation>
    </message>
    <message>
      <source>Đang quét trang {number}: {percent}%</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đang quét…</source>
      <translation type="unfinished" />
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
      <source>Đang thử đường truyền…</source>
      <translation>Trying the line…</translation>
    </message>
    <message>
      <source>Đang tìm máy quét…</source>
      <translation>Looking for scanners…</translation>
    </message>
    <message>
      <source>Đang xử lý</source>
      <translation>In process</translation>
    </message>
    <message>
      <source>Điện th&amp;oại</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đây là văn phòng tập huấn; nó không bao giờ ghi danh với máy chủ tỉnh.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã bỏ một trang</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã chuyển</source>
      <translation>Forwarded</translation>
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
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã có người dùng tên này. Chọn một tên khác.</source>
      <translation>There is somebody of that name already. Choose another.</translation>
    </message>
    <message>
      <source>Đã dừng gửi theo yêu cầu. Phần đã được xác nhận giữ nguyên; phần còn lại sẽ gửi lần sau.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã ghi danh với {url}.</source>
      <translation>Joined to {url}.</translation>
    </message>
    <message>
      <source>Đã gắn {count} bản quét vào {where}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã gửi</source>
      <translation>Sent</translation>
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
      <source>Đã hủy</source>
      <translation>Voided</translation>
    </message>
    <message>
      <source>Đã hủy tiếp nhận {code}. Giấy hẹn chưa in và sẽ không in nữa.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã hủy tiếp nhận {code}. Thu lại giấy hẹn đã in cho người dân.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã lưu danh sách người dùng.</source>
      <translation>The list of people is saved.</translation>
    </message>
    <message>
      <source>Đã lưu tệp PDF.</source>
      <translation>The PDF is saved.</translation>
    </message>
    <message>
      <source>Đã lưu. Phiếu in từ bây giờ mang thông tin mới.</source>
      <translation>Saved. Slips printed from now on carry it.</translation>
    </message>
    <message>
      <source>Đã nhận bổ sung {code}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã nhập sai nhiều lần. Nhập lại được sau {time}.</source>
      <translation>Too many wrong tries. Try again in {time}.</translation>
    </message>
    <message>
      <source>Đã nhập sai nhiều lần. Thử lại lúc {time}.</source>
      <translation>Too many wrong tries. Try again at {time}.</translation>
    </message>
    <message>
      <source>Đã quét {count} trang.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã rút</source>
      <translation>Withdrawn</translation>
    </message>
    <message>
      <source>Đã sao lưu và đọc lại được toàn bộ.</source>
      <translation>Backed up, and everything read back.</translation>
    </message>
    <message>
      <source>Đã sửa thông tin {code}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã thu &amp;lại giấy hẹn</source>
      <translation type="unfinished" />
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
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã trả hôm nay ({count})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã trả kết quả {code}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã trả lúc {at} cho {name}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã xem</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã xử lý</source>
      <translation>Settled</translation>
    </message>
    <message>
      <source>Đã yêu cầu bổ sung {code}. Thời hạn tạm dừng.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đã đổi mật khẩu.</source>
      <translation>The password is changed.</translation>
    </message>
    <message>
      <source>Đường truyền tốt. Tỉnh đã ký nhận {count} việc lần này.</source>
      <translation>The line is good. The province signed for {count} deeds this time.</translation>
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
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đầu đọc đã cắm. Quét một mã bất kỳ để thử.</source>
      <translation>The reader is there. Scan any code to try it.</translation>
    </message>
    <message>
      <source>Đặt giấy vào máy rồi bấm F7, hoặc nhập tệp có sẵn.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Để &amp;tại</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Để sang bên</source>
      <translation>Put aside</translation>
    </message>
    <message>
      <source>Để trống: tự tìm đầu đọc cắm qua USB</source>
      <translation>Empty: find a reader on USB</translation>
    </message>
    <message>
      <source>Để tại: {shelf}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Địa &amp;chỉ máy chủ</source>
      <translation>Server &amp;address</translation>
    </message>
    <message>
      <source>Địa &amp;danh</source>
      <translation>Pl&amp;ace</translation>
    </message>
    <message>
      <source>Địa chỉ máy chủ tỉnh không đúng dạng, ví dụ https://motcua.tinh.gov.vn.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Địa chỉ máy chủ tỉnh phải bắt đầu bằng https://; http:// chỉ dùng được trên chính máy này.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Địa chỉ máy in phải có dạng ipp://máy/đường-dẫn. Chọn lại máy in trong Thiết lập.</source>
      <translation type="unfinished" />
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
      <source>Đối soát cuối ngày</source>
      <translation>Day's account</translation>
    </message>
    <message>
      <source>Đối soát {day}</source>
      <translation>Account of {day}</translation>
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
      <source>Đồng hồ máy chậm hơn việc ghi gần nhất ({time}). Số hồ sơ vẫn không trùng; chỉnh lại ngày giờ của máy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đồng hồ máy không chậm hơn việc ghi gần nhất; chưa so được với máy chủ tỉnh.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đồng hồ máy khớp với máy chủ tỉnh.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đồng hồ máy lệch {minutes} phút so với máy chủ tỉnh. Dữ liệu vẫn an toàn; chỉnh lại ngày giờ của máy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đổi mật khẩ&amp;u</source>
      <translation>&amp;Change</translation>
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
      <source>Đủ giấy tờ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đủ giấy tờ ({key})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Đứng trước ngày tháng trên giấy</source>
      <translation>Stands before the date on paper</translation>
    </message>
    <message>
      <source>đã thu {fee}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ảnh và PDF ({files})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ổ đĩa chỉ còn {size} MB. Những gì đã lưu vẫn nguyên; dọn bớt ổ đĩa trước khi nhận thêm hồ sơ.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ổ đĩa còn trống {size} MB.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ổ đĩa còn {size} MB, vẫn làm việc được. Dọn bớt ổ đĩa trong hôm nay.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ổ đĩa khác hoặc USB</source>
      <translation>Another disk, or USB</translation>
    </message>
    <message>
      <source>Ở đây không có màn hình để mở quầy. Chạy trên máy có màn hình, hoặc dùng `xvfb-run motcua`.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ủ&amp;y quyền</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>– Nộ&amp;p cho chính mình</source>
      <translation type="unfinished" />
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
      <translation type="unfinished" />
    </message>
  </context>
</TS>
