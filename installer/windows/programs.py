"""The small Windows programs made here: motcua.exe, motcua-cli.exe and the forwarder python3.dll, compiled by MinGW."""

import re
import shutil
import subprocess
from pathlib import Path

from installer.windows.drawings import draw

HERE = Path(__file__).parent
PREFIX = "x86_64-w64-mingw32-"
"""How Debian names the cross compiler's tools; a Windows runner's MinGW names only the compiler so."""

EXPORT = re.compile(r"^EXPORT_(FUNC|DATA)\((\w+)\)", re.MULTILINE)

RESOURCES = """#include <windows.h>
1 ICON "motcua.ico"
1 RT_MANIFEST "motcua.manifest"
1 VERSIONINFO FILEVERSION {commas} PRODUCTVERSION {commas} FILEFLAGSMASK 0x3f FILEOS VOS_NT_WINDOWS32 FILETYPE VFT_APP
BEGIN
  BLOCK "StringFileInfo" BEGIN BLOCK "042A04B0" BEGIN
    VALUE "ProductName", L"M\\x1ED9t C\\x1EEDa"
    VALUE "FileDescription", L"M\\x1ED9t C\\x1EEDa"
    VALUE "FileVersion", "{version}"
    VALUE "ProductVersion", "{version}"
    VALUE "OriginalFilename", "{name}"
  END END
  BLOCK "VarFileInfo" BEGIN VALUE "Translation", 0x042A, 0x04B0 END
END
"""


def tool(name: str) -> str:
    """The path of a MinGW tool; raises FileNotFoundError naming it."""
    found = shutil.which(PREFIX + name) or shutil.which(name)
    if found is None:
        raise FileNotFoundError(f"{PREFIX}{name} is missing; on Debian it comes with gcc-mingw-w64-x86-64")
    return found


def make_launchers(tree: Path, work: Path, tag: str, version: str) -> None:
    """motcua.exe (a window) and motcua-cli.exe (for a command window) into `tree`; `tag` is 313 for Python 3.13."""
    draw(work)
    shutil.copy(HERE / "motcua.manifest", work)
    for name, flags in (("motcua.exe", ["-DWINDOW", "-mwindows"]), ("motcua-cli.exe", ["-mconsole"])):
        commas = ",".join([*version.split("."), "0"])
        (work / "motcua.rc").write_text(RESOURCES.format(name=name, version=version, commas=commas), encoding="utf-8")
        subprocess.run([tool("windres"), "motcua.rc", "-O", "coff", "-o", "motcua.o"], cwd=work, check=True)
        subprocess.run(
            [tool("gcc"), "-O2", "-s", "-municode", "-Wall", f'-DPYTHON_DLL=L"python{tag}.dll"', *flags,
             str(HERE / "launcher.c"), "motcua.o", "-o", str(tree / name), "-lshell32", "-static-libgcc",
             "-Wl,--no-insert-timestamp"],
            cwd=work, check=True,
        )  # fmt: skip


def make_forwarder(tree: Path, work: Path, tag: str, exports: Path) -> None:
    """python3.dll, which hands every call of the stable interface on to python3XX.dll; `exports` is PC/python3dll.c."""
    names = EXPORT.findall(exports.read_text(encoding="utf-8"))
    lines = [f"  {name} = python{tag}.{name}{' DATA' if kind == 'DATA' else ''}" for kind, name in names]
    (work / "python3.def").write_text("\n".join(["LIBRARY python3.dll", "EXPORTS", *lines, ""]), encoding="ascii")
    (work / "entry.c").write_text(
        "int __stdcall DllMainCRTStartup(void *a, unsigned b, void *c) { return 1; }\n", encoding="ascii"
    )
    subprocess.run(
        [tool("gcc"), "-shared", "-nostdlib", "-s", "entry.c", "python3.def", "-o", str(tree / "python3.dll"),
         "-Wl,--entry,DllMainCRTStartup", "-Wl,--no-insert-timestamp"],
        cwd=work, check=True,
    )  # fmt: skip
