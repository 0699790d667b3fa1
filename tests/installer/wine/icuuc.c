/* For tests under Wine 8 only, which lacks Windows' own ICU: every converter says it is not supported. */
#define NOT_SUPPORTED 16
#define CONVERTER(name) \
    __declspec(dllexport) void *name(void *a, int *error) { *error = NOT_SUPPORTED; return 0; }
#define UNREACHED(name) \
    __declspec(dllexport) void *name(void) { return 0; }

CONVERTER(ucnv_open)
UNREACHED(ucnv_close)
UNREACHED(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
UNREACHED(UCNV_TO_U_CALLBACK_SUBSTITUTE)
UNREACHED(ucnv_reset)
UNREACHED(ucnv_getMaxCharSize)
UNREACHED(ucnv_getName)
UNREACHED(ucnv_getToUCallBack)
UNREACHED(ucnv_getFromUCallBack)
UNREACHED(ucnv_setToUCallBack)
UNREACHED(ucnv_setFromUCallBack)
UNREACHED(ucnv_cbToUWriteUChars)
UNREACHED(ucnv_cbFromUWriteUChars)
UNREACHED(ucnv_toUnicode)
UNREACHED(ucnv_fromUnicode)
UNREACHED(ucnv_toUCountPending)
UNREACHED(ucnv_fromUCountPending)
UNREACHED(ucnv_getStandardName)
UNREACHED(ucnv_getAvailableName)
UNREACHED(ucnv_countAvailable)
