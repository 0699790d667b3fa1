/* For tests under Wine 8 only, whose own lacks a call Qt makes: this screen has no colour profile. */
#include <windows.h>

#define NO_PROFILE(name) \
    __declspec(dllexport) void *WINAPI name(void) { SetLastError(ERROR_NOT_SUPPORTED); return 0; }

NO_PROFILE(CloseColorProfile)
NO_PROFILE(GetColorProfileFromHandle)
NO_PROFILE(OpenColorProfileW)
NO_PROFILE(WcsCreateIccProfile)
