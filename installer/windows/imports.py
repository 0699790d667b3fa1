"""Whether every DLL that the tree's programs import ships with them or belongs to a clean Windows 10."""

import re
import subprocess
from pathlib import Path

from installer.windows.programs import tool

WINDOWS = {
    "advapi32", "authz", "bcrypt", "bcryptprimitives", "cfgmgr32", "comctl32", "comdlg32", "crypt32", "d2d1", "d3d11",
    "d3d12", "d3d9", "dcomp", "dnsapi", "dwmapi", "dwrite", "dxgi", "gdi32", "icuuc", "imm32", "iphlpapi", "kernel32",
    "mf", "mfplat", "mfreadwrite", "mpr", "mscms", "msvcrt", "ncrypt", "netapi32", "ntdll", "ole32", "oleaut32",
    "opengl32", "powrprof", "propsys", "psapi", "rpcrt4", "secur32", "setupapi", "shcore", "shell32", "shlwapi",
    "ucrtbase", "uiautomationcore", "user32", "userenv", "usp10", "uxtheme", "version", "winhttp", "winmm",
    "winspool.drv", "ws2_32", "wtsapi32",
}  # fmt: skip
"""DLLs of Windows 10 1809 that programs may take for granted, without their suffix."""
API_SETS = ("api-ms-win-", "ext-ms-")
"""Names Windows resolves itself."""

IMPORTED = re.compile(r"^\s*DLL Name: (\S+)", re.MULTILINE)


def missing_imports(tree: Path) -> dict[str, list[str]]:
    """DLL → the files that need it, for each that a clean Windows would look for in vain."""
    programs = [file for file in sorted(tree.rglob("*")) if file.suffix.lower() in (".dll", ".pyd", ".exe")]
    shipped = {file.name.lower() for file in programs}
    missing: dict[str, list[str]] = {}
    for file in programs:
        for name in imported(file):
            if name not in shipped and not name.startswith(API_SETS) and name.removesuffix(".dll") not in WINDOWS:
                missing.setdefault(name, []).append(file.relative_to(tree).as_posix())
    return missing


def imported(program: Path) -> list[str]:
    """The DLLs one program names in its import table, in small letters."""
    said = subprocess.run([tool("objdump"), "-p", str(program)], capture_output=True, text=True, check=True)
    return [name.lower() for name in IMPORTED.findall(said.stdout)]
