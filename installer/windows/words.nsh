; What set-up says beside NSIS's own pages: first Vietnamese, then English.

!macro Say NAME VIETNAMESE ENGLISH
  LangString ${NAME} ${LANG_VIETNAMESE} "${VIETNAMESE}"
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
!macroend

!insertmacro Say windowsTooOld \
  "Máy này cần Windows 10 phiên bản 1809 (64-bit) trở lên. Chưa có gì được cài." \
  "This computer needs Windows 10 version 1809 (64-bit) or later. Nothing has been installed."
!insertmacro Say deskIsOpen \
  "Quầy Một Cửa đang mở. Hãy đóng cửa sổ quầy rồi chạy lại. Dữ liệu và chương trình vẫn nguyên." \
  "The desk is open. Close its window, then run this again. Data and program are untouched."
!insertmacro Say needsAdministrator \
  "Cài cho cả máy cần quyền quản trị. Hãy chạy lại bằng tài khoản quản trị, hoặc dùng /CurrentUser." \
  "For the whole computer an administrator is needed. Run this again as administrator, or with /CurrentUser."
!insertmacro Say newerIsThere \
  "Máy này đã có phiên bản mới hơn. Bản đang dùng vẫn nguyên." \
  "This computer has a newer version already. It has been left as it is."

!insertmacro Say forWhomTitle "Cài cho ai" "For whom"
!insertmacro Say forWhomText \
  "Mỗi tài khoản Windows có dữ liệu riêng; chọn ở đây chỉ là nơi đặt chương trình." \
  "Each Windows account keeps its own data; this chooses only where the program lies."
!insertmacro Say forMe "Chỉ cho tài khoản đang dùng" "For this account only"
!insertmacro Say forMeText "Không cần quyền quản trị." "Needs no administrator."
!insertmacro Say forEveryone "Cho cả máy" "For the whole computer"
!insertmacro Say forEveryoneText \
  "Cần quyền quản trị. Chọn cách này nếu máy là quầy chính cho các quầy khác." \
  "Needs an administrator. Choose this where other desks connect to this computer."

!insertmacro Say programText "Chương trình, cùng mọi thứ nó cần." "The program, with everything it needs."
!insertmacro Say desktopLinkName "Biểu tượng trên màn hình" "Icon on the desktop"
!insertmacro Say desktopLinkText "Để mở quầy bằng hai lần nhấp." "Opens the desk with a double click."
!insertmacro Say firewallName "Cho quầy khác kết nối" "Let other desks connect"
!insertmacro Say firewallText \
  "Mở cổng ${HUB_PORT} trên tường lửa Windows, chỉ trong mạng của cơ quan. Chỉ dùng khi cài cho cả máy." \
  "Opens port ${HUB_PORT} of the Windows firewall, for the office's own network. For the whole computer only."
!insertmacro Say firewallFailed \
  "Chưa mở được cổng ${HUB_PORT} trên tường lửa; chương trình vẫn cài xong. Hãy nhờ cán bộ kỹ thuật mở cổng này." \
  "Port ${HUB_PORT} could not be opened in the firewall; the program is installed. Ask your IT officer to open it."

!insertmacro Say unProgramText "Gỡ chương trình; dữ liệu ở lại." "Removes the program; data stay."
!insertmacro Say dataName "Xóa cả dữ liệu hồ sơ" "Delete the office's data too"
!insertmacro Say dataText \
  "Xóa hồ sơ, bản quét và nhật ký của tài khoản này trên máy này. Không lấy lại được nếu không có bản sao lưu." \
  "Deletes this account's dossiers, scans and journal on this computer. Only a backup can bring them back."
!insertmacro Say sureOfData \
  "Hồ sơ chưa gửi lên tỉnh chỉ có ở máy này và sẽ mất nếu không có bản sao lưu. Vẫn xóa dữ liệu?" \
  "Dossiers not yet sent to the province exist here only, and are lost without a backup. Delete the data?"
