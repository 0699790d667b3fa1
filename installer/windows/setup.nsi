; setup.exe: one file for one account or for the whole computer, in Vietnamese or English, without the internet.
; The options and exit codes are told in docs/install.md; build.py defines VERSION, TREE, OUT and SIZE_KB.

Target amd64-unicode
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "nsDialogs.nsh"
!include "Sections.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"
!include "x64.nsh"

!define APP "Motcua"
!define TITLE "Một Cửa"
!define PROGRAM "motcua.exe"
!define CONSOLE "motcua-cli.exe"
!define HUB_PORT 8770
!define OLDEST_BUILD 17763 ; Windows 10 1809, below which Qt does not start
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP}"

; Exit codes beside NSIS's own 0 done, 1 cancelled, 2 stopped.
!define OLD_WINDOWS 3
!define DESK_OPEN 4
!define NO_RIGHTS 5
!define NEWER_THERE 6

Name "${TITLE} ${VERSION}"
Caption "${TITLE} ${VERSION}"
BrandingText "${TITLE} ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user ; rights are asked for only when "the whole computer" is chosen
ManifestDPIAware true
ManifestSupportedOS Win10
ShowInstDetails nevershow
ShowUninstDetails nevershow
SetOverwrite on

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${TITLE}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "${TITLE}"
VIAddVersionKey /LANG=0 "LegalCopyright" "Apache-2.0"

Var everyone    ; 1 for the whole computer, 0 for this account
Var radioMine
Var radioEveryone

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_WINDOWTITLE "${TITLE}"
!define MUI_LANGDLL_INFO "Chọn ngôn ngữ · Choose a language"
!define MUI_LANGDLL_ALLLANGUAGES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${TREE}\licences\Motcua.txt"
Page custom ChooseForWhom KeepForWhom
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_RESERVEFILE_LANGDLL
!include "words.nsh"

; ---------------------------------------------------------------- before anything is touched

!macro StopWith SENTENCE CODE
  MessageBox MB_OK|MB_ICONSTOP "${SENTENCE}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

; Windows keeps a running program's file shut for writing, whoever runs it.
!macro RefuseWhileOpen FILE
  ${If} ${FileExists} "$INSTDIR\${FILE}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${FILE}" a
    ${If} ${Errors}
      !insertmacro StopWith "$(deskIsOpen)" ${DESK_OPEN}
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

; Fills SHCTX, the folder and what is known of an earlier set-up.
!macro ForWhom
  ${If} $everyone = 1
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
!macroend

Function .onInit
  StrCpy $LANGUAGE ${LANG_VIETNAMESE} ; offices' Windows is often English, their clerks are not
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    !insertmacro StopWith "$(windowsTooOld)" ${OLD_WINDOWS}
  ${EndIf}
  SetRegView 64
  Call ReadOptions
  ${IfNot} ${Silent}
    !insertmacro MUI_LANGDLL_DISPLAY
  ${EndIf}
  ${If} ${Silent}
    Call SettleForWhom
  ${EndIf}
FunctionEnd

Function ReadOptions
  ${GetParameters} $R0
  StrCpy $everyone 0
  ReadRegStr $0 HKLM "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $0 != "" ; an upgrade stays where the program is
    StrCpy $everyone 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/AllUsers" $0
  ${IfNot} ${Errors}
    StrCpy $everyone 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/CurrentUser" $0
  ${IfNot} ${Errors}
    StrCpy $everyone 0
  ${EndIf}
FunctionEnd

; Rights, place and version: everything that may speak against it, before the first file.
Function SettleForWhom
  !insertmacro ForWhom
  ${If} $everyone = 1
    UserInfo::GetAccountType
    Pop $0
    ${If} $0 != "Admin"
      ${If} ${Silent}
        !insertmacro StopWith "$(needsAdministrator)" ${NO_RIGHTS}
      ${EndIf}
      ExecShell "runas" "$EXEPATH" "/AllUsers"
      Quit
    ${EndIf}
  ${EndIf}
  Call FindEarlier
  Call ChooseSections
  !insertmacro RefuseWhileOpen "${PROGRAM}"
  !insertmacro RefuseWhileOpen "${CONSOLE}"
FunctionEnd

Function FindEarlier
  ReadRegStr $1 SHCTX "${UNINSTALL_KEY}" "InstallLocation"
  ReadRegStr $2 SHCTX "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $2 != ""
    ${VersionCompare} $2 "${VERSION}" $3
    ${If} $3 = 1
      !insertmacro StopWith "$(newerIsThere)" ${NEWER_THERE}
    ${EndIf}
  ${EndIf}
  ${If} $INSTDIR == "" ; /D= was not given
    ${If} $1 != ""
      StrCpy $INSTDIR $1
    ${ElseIf} $everyone = 1
      StrCpy $INSTDIR "$PROGRAMFILES64\${APP}"
    ${Else}
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${APP}"
    ${EndIf}
  ${EndIf}
FunctionEnd

; ---------------------------------------------------------------- pages

Function ChooseForWhom
  !insertmacro MUI_HEADER_TEXT "$(forWhomTitle)" "$(forWhomText)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 12u 100% 12u "$(forMe)"
  Pop $radioMine
  ${NSD_CreateLabel} 12u 26u 90% 20u "$(forMeText)"
  Pop $0
  ${NSD_CreateRadioButton} 0 54u 100% 12u "$(forEveryone)"
  Pop $radioEveryone
  ${NSD_CreateLabel} 12u 68u 90% 20u "$(forEveryoneText)"
  Pop $0
  ${If} $everyone = 1
    ${NSD_Check} $radioEveryone
  ${Else}
    ${NSD_Check} $radioMine
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function KeepForWhom
  ${NSD_GetState} $radioEveryone $everyone
  StrCpy $INSTDIR ""
  Call SettleForWhom
FunctionEnd

; ---------------------------------------------------------------- what is installed

Section "!${TITLE}" programSection
  SectionIn RO
  !insertmacro ForWhom
  !insertmacro RefuseWhileOpen "${PROGRAM}"
  ; Code only; the office's data lie in the account's own folder and are not touched.
  RMDir /r "$INSTDIR\site"
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\DLLs"
  RMDir /r "$INSTDIR\licences"
  SetOutPath "$INSTDIR"
  File /r "${TREE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${TITLE}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Language" "$LANGUAGE"
  ${If} $everyone = 1
    StrCpy $0 "/AllUsers"
  ${Else}
    StrCpy $0 "/CurrentUser"
  ${EndIf}
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" $0'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" $0 /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

Section "$(desktopLinkName)" desktopSection
  CreateShortcut "$DESKTOP\${TITLE}.lnk" "$INSTDIR\${PROGRAM}"
SectionEnd

; Only this program, only this port, only from the office's own network.
Section /o "$(firewallName)" firewallSection
  nsExec::Exec 'netsh advfirewall firewall delete rule name="${APP}"'
  Pop $0
  nsExec::Exec 'netsh advfirewall firewall add rule name="${APP}" dir=in action=allow program="$INSTDIR\${PROGRAM}" protocol=TCP localport=${HUB_PORT} remoteip=localsubnet profile=private,domain'
  Pop $0
  ${If} $0 != 0
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(firewallFailed)" /SD IDOK
  ${EndIf}
SectionEnd

; The rule needs an administrator's rights, so one account alone cannot have it.
Function ChooseSections
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/NODESKTOP" $0
  ${IfNot} ${Errors}
    !insertmacro UnselectSection ${desktopSection}
  ${EndIf}
  ${If} $everyone <> 1
    !insertmacro UnselectSection ${firewallSection}
    !insertmacro SetSectionFlag ${firewallSection} ${SF_RO}
    Return
  ${EndIf}
  !insertmacro ClearSectionFlag ${firewallSection} ${SF_RO}
  ClearErrors
  ${GetOptions} $R0 "/FIREWALL" $0
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${firewallSection}
  ${EndIf}
FunctionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${programSection} "$(programText)"
  !insertmacro MUI_DESCRIPTION_TEXT ${desktopSection} "$(desktopLinkText)"
  !insertmacro MUI_DESCRIPTION_TEXT ${firewallSection} "$(firewallText)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

; ---------------------------------------------------------------- taking it away

Section "!un.${TITLE}" unProgramSection
  SectionIn RO
  ${If} $everyone = 1
    nsExec::Exec 'netsh advfirewall firewall delete rule name="${APP}"'
    Pop $0
  ${EndIf}
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  Delete "$DESKTOP\${TITLE}.lnk"
  RMDir /r "$INSTDIR\site"
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\DLLs"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\*.dll"
  Delete "$INSTDIR\*.exe"
  Delete "$INSTDIR\*.zip"
  Delete "$INSTDIR\*._pth"
  Delete "$INSTDIR\release.json"
  RMDir "$INSTDIR"
  SetShellVarContext current
  RMDir /r "$LOCALAPPDATA\motcua-versions" ; newer versions that came by update: program, not data
  !insertmacro ForWhom
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
SectionEnd

Section /o "un.$(dataName)" unDataSection
  SetShellVarContext current
  RMDir /r "$LOCALAPPDATA\motcua"
SectionEnd

!insertmacro MUI_UNFUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${unProgramSection} "$(unProgramText)"
  !insertmacro MUI_DESCRIPTION_TEXT ${unDataSection} "$(dataText)"
!insertmacro MUI_UNFUNCTION_DESCRIPTION_END

Function un.onInit
  SetRegView 64
  ${GetParameters} $R0
  StrCpy $everyone 0
  ClearErrors
  ${GetOptions} $R0 "/AllUsers" $0
  ${IfNot} ${Errors}
    StrCpy $everyone 1
  ${EndIf}
  !insertmacro ForWhom
  ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "Language"
  ${If} $0 != ""
    StrCpy $LANGUAGE $0
  ${EndIf}
  ${If} $everyone = 1
    UserInfo::GetAccountType
    Pop $0
    ${If} $0 != "Admin"
      ${If} ${Silent}
        !insertmacro StopWith "$(needsAdministrator)" ${NO_RIGHTS}
      ${EndIf}
      ExecShell "runas" "$INSTDIR\uninstall.exe" "/AllUsers"
      Quit
    ${EndIf}
  ${EndIf}
  !insertmacro RefuseWhileOpen "${PROGRAM}"
  !insertmacro RefuseWhileOpen "${CONSOLE}"
  ClearErrors
  ${GetOptions} $R0 "/DELETEDATA" $0
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${unDataSection}
  ${EndIf}
FunctionEnd

; Asked once more, with "no" as the answer of a hasty Enter.
Function un.onSelChange
  ${If} ${SectionIsSelected} ${unDataSection}
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(sureOfData)" /SD IDYES IDYES sure
    !insertmacro UnselectSection ${unDataSection}
    sure:
  ${EndIf}
FunctionEnd
