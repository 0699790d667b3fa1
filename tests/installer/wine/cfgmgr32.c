/* For tests under Wine 8 only, whose own lacks the last of the three calls pyserial makes to list serial ports. */
#include <windows.h>

#define CR_FAILURE 0x13
#define NO_DEVICE(name) \
    __declspec(dllexport) DWORD WINAPI name(void) { return CR_FAILURE; }

NO_DEVICE(CM_Get_Parent)
NO_DEVICE(CM_Get_Device_IDW)
NO_DEVICE(CM_MapCrToWin32Err)
