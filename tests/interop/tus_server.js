// A foreign tus 1.0 server with its files in a folder:  node tus_server.js FOLDER
// It prints its port, keeps each upload under the sha256 its metadata names, and ends with its standard input.
"use strict";

const { Server } = require("@tus/server");
const { FileStore } = require("@tus/file-store");

const server = new Server({
  path: "/v1/blobs",
  datastore: new FileStore({ directory: process.argv[2] }),
  namingFunction: (_request, metadata) => metadata.sha256,
});
const door = server.listen({ host: "127.0.0.1", port: 0 }, () => console.log(door.address().port));
process.stdin.on("end", () => process.exit(0)).resume();
