// Requests no HTTP client would send, byte by byte, and a TC3 signature for them written from the public description.
import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";

/** Opens a connection; `received()` is what has come back so far. */
export async function openConnection(port) {
  const socket = connect(port, "127.0.0.1");
  let text = "";
  socket.setEncoding("utf8").on("data", (chunk) => (text += chunk));
  await once(socket, "connect");
  return { socket, received: () => text };
}

/** Sends one request that asks for the connection to be closed, and gives back everything that was answered. */
export async function send(port, lines, body = "") {
  const { socket, received } = await openConnection(port);
  socket.write(`${[...lines, "Connection: close", ...(body ? [`Content-Length: ${Buffer.byteLength(body)}`] : [])].join("\r\n")}\r\n\r\n${body}`);
  await once(socket, "close");
  const [head, ...rest] = received().split("\r\n\r\n");
  const [status, ...headers] = head.split("\r\n");
  return { status, headers, body: rest.join("\r\n\r\n") };
}

const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const hmac = (key, text) => createHmac("sha256", key).update(text).digest();

/** The header lines of a TC3 call. https://www.tencentcloud.com/document/api/213/33224 */
export function signedLines({ secretId, secretKey }, action, host, body) {
  const timestamp = Math.floor(Date.now() / 1000);
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10);
  const scope = `${date}/edgezone/tc3_request`;
  const request = ["POST", "/", "", `content-type:application/json\nhost:${host}\n`, "content-type;host", sha256(body)].join("\n");
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), "edgezone"), "tc3_request");
  const signature = hmac(key, ["TC3-HMAC-SHA256", timestamp, scope, sha256(request)].join("\n")).toString("hex");
  return [
    "POST / HTTP/1.1",
    `Host: ${host}`,
    "Content-Type: application/json",
    `X-TC-Action: ${action}`,
    "X-TC-Version: 2026-04-01",
    "X-TC-Region: ap-guangzhou",
    `X-TC-Timestamp: ${timestamp}`,
    `Authorization: TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=content-type;host, Signature=${signature}`,
  ];
}
