// A foreign tus 1.0 client:  node tus_upload.js ENDPOINT FILE, and on standard input the desk that signs its requests,
// {"device": …, "seed": …, "sent_at": …} (base64url, base64url, ms). It prints the upload's address.
"use strict";

const crypto = require("crypto");
const fs = require("fs");
const tus = require("tus-js-client");

const [endpoint, file] = process.argv.slice(2);
const desk = JSON.parse(fs.readFileSync(0));
const data = fs.readFileSync(file);
const PKCS8_ED25519 = Buffer.from("302e020100300506032b657004220420", "hex");
const key = crypto.createPrivateKey({
  key: Buffer.concat([PKCS8_ED25519, Buffer.from(desk.seed, "base64url")]), format: "der", type: "pkcs8",
});

function sign(request) {
  const path = new URL(request.getURL()).pathname;
  const offset = request.getHeader("Upload-Offset") || 0;
  const text = `motcua/request/1\n${request.getMethod()}\n${path}\n${desk.sent_at}\n${offset}`;
  const signature = crypto.sign(null, Buffer.from(text), key).toString("base64url");
  request.setHeader("Authorization", `MC1 ${desk.device}.${desk.sent_at}.${signature}`);
}

const upload = new tus.Upload(data, {
  endpoint,
  metadata: { sha256: crypto.createHash("sha256").update(data).digest("hex") },
  chunkSize: 250_000,
  retryDelays: [0, 20, 20],
  onBeforeRequest: sign,
  onError: (error) => { console.error(error.message); process.exit(1); },
  onSuccess: () => console.log(upload.url),
});
upload.start();
