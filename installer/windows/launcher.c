/* The program's door on Windows. python.exe itself is no more than Py_Main(argc, argv); this is that, with our module.

   motcua.exe ARGUMENTS      →  python -X utf8 -m desktop.cli ARGUMENTS
   motcua.exe -m MODULE …    →  python -X utf8 -m MODULE …     (how the program starts its own children) */

#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#define LONGEST_PATH 32768

typedef int (*py_main)(int, wchar_t **);

static py_main load_python(void)
{
    static wchar_t path[LONGEST_PATH];
    GetModuleFileNameW(NULL, path, LONGEST_PATH);
    wchar_t *name = wcsrchr(path, L'\\') + 1;
    wcsncpy(name, PYTHON_DLL, LONGEST_PATH - (name - path) - 1);
    SetDllDirectoryW(L""); /* a DLL beside an opened document must never be loaded */
    HMODULE python = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    return python ? (py_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
}

static int run(int count, wchar_t **words)
{
    py_main python = load_python();
    wchar_t **all = calloc(count + 5, sizeof *all);
    if (!python || !all) {
        MessageBoxW(NULL, L"Chương trình thiếu tệp nên chưa mở được. Dữ liệu vẫn nguyên. Hãy chạy lại bộ cài đặt.",
                    L"Một Cửa", MB_ICONERROR);
        return 127;
    }
    int n = 0;
    all[n++] = words[0];
    all[n++] = L"-X";
    all[n++] = L"utf8";
    if (count < 2 || wcscmp(words[1], L"-m")) {
        all[n++] = L"-m";
        all[n++] = L"desktop.cli";
    }
    for (int i = 1; i < count; i++)
        all[n++] = words[i];
    return python(n, all);
}

#ifdef WINDOW
int WINAPI wWinMain(HINSTANCE self, HINSTANCE none, PWSTR line, int show)
{
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    return run(count, words);
}
#else
int wmain(int count, wchar_t **words)
{
    return run(count, words);
}
#endif
