"""The same documents through PouchDB's replication to an express-pouchdb server, bytes counted between the two."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

PACKAGES = ("pouchdb@9.0.0", "express-pouchdb@4.2.0", "pouchdb-adapter-memory@9.0.0", "express@4")
INSTALL_S, RUN_S = 420, 120

SCRIPT = """
const net = require("net"), fs = require("fs");
const PouchDB = require("pouchdb").defaults({ adapter: "memory" });
PouchDB.plugin(require("pouchdb-adapter-memory"));
const app = require("express")();
const options = { mode: "minimumForPouchDB", inMemoryConfig: true, logPath: "/dev/null" };
app.use("/db", require("express-pouchdb")(PouchDB, options));
const server = app.listen(0, "127.0.0.1", () => {
  let up = 0;
  const line = net.createServer((near) => {
    const far = net.connect(server.address().port, "127.0.0.1");
    near.on("data", (data) => { up += data.length; far.write(data); });
    far.on("data", (data) => near.write(data));
    near.on("close", () => far.destroy()); far.on("close", () => near.destroy());
    near.on("error", () => {}); far.on("error", () => {});
  });
  line.listen(0, "127.0.0.1", async () => {
    const Http = require("pouchdb"), here = new PouchDB("here");
    const documents = JSON.parse(fs.readFileSync("documents.json")).map(({ _rev, ...rest }) => rest);
    await here.bulkDocs(documents);
    const there = new Http(`http://127.0.0.1:${line.address().port}/db/there`);
    const done = await here.replicate.to(there, { batch_size: 200 });
    console.log(JSON.stringify({ up, written: done.docs_written }));
    process.exit(0);
  });
});
"""


def pouch_bytes_per_dossier(documents: Sequence[dict[str, object]]) -> float | None:
    """Bytes up a document; None where the packages cannot be had, or the run does not end well."""
    with TemporaryDirectory(prefix="motcua-pouch-") as folder:
        here = Path(folder)
        (here / "package.json").write_text('{"private": true}')
        (here / "run.js").write_text(SCRIPT)
        (here / "documents.json").write_text(json.dumps(documents, ensure_ascii=False))
        try:
            install = ["npm", "install", "--no-audit", "--no-fund", "--silent", *PACKAGES]
            subprocess.run(install, cwd=here, timeout=INSTALL_S, check=True, capture_output=True)
            ran = subprocess.run(["node", "run.js"], cwd=here, timeout=RUN_S, check=True, capture_output=True)
        except (subprocess.SubprocessError, OSError) as error:
            print(f"PouchDB không chạy ở đây: {type(error).__name__}")
            return None
    said = json.loads(ran.stdout.splitlines()[-1])
    return said["up"] / said["written"] if said["written"] == len(documents) else None
