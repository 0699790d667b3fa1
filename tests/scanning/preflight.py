"""Apache Preflight, a judge of PDF/A-1b that knows nothing of us, over several files at once."""

import subprocess
from pathlib import Path

_JARS = ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "commons-io", "jaxb-api", "javax.activation")


def valid_archives(files: dict[str, bytes], folder: Path) -> set[str]:
    """The names of the files that are valid PDF/A-1b."""
    for name, data in files.items():
        (folder / f"{name}.pdf").write_bytes(data)
    classes = ":".join(f"/usr/share/java/{jar}.jar" for jar in _JARS)
    command = ["java", "-cp", classes, "org.apache.pdfbox.preflight.Validator_A1b", "batch", str(folder)]
    said = subprocess.run(command, capture_output=True, text=True).stdout
    return {name for name in files if f"The file {name}.pdf is a valid PDF/A-1b file" in said}
