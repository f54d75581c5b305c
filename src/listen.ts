/**
 * Serves the pages of `app.ts` where the environment says. A request that breaks before it is one (a forged Host, a head
 * that is no HTTP) gets a page of ours as well.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { Duplex } from "node:stream"
import { getRequestListener, RequestError } from "@hono/node-server"
import { createApp } from "./app.ts"
import { ConfigError } from "./kernel/config.ts"
import type { House } from "./kernel/house.ts"
import { pageForUnreadable, rawAnswer, unreadableFrom } from "./kernel/http/unreadable.ts"
import { openFixture } from "./sharing/index.ts"

type Listening = { address: string; close(done: () => void): void }

/** Prints the address once it answers. Throws where another program holds the port. */
export function listen(house: House): Promise<Listening> {
  const { port, host } = house.config
  const server = serverOf(house)
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new ConfigError(`Cổng ${port} đang có chương trình khác dùng. Đặt PORT khác, ví dụ PORT=3001.`)
          : error,
      ),
    )
    server.listen(port, host, () => {
      const bound = server.address()
      const at = typeof bound === "object" && bound !== null ? bound.port : port
      // PORT=0 lets the system choose; links name the port that it chose.
      house.config.port = at
      const address = `http://${host.includes(":") ? `[${host}]` : host}:${at}/`
      process.stdout.write(`Liên Phòng: ${address}\n`)
      resolve({
        address,
        close: (done) => {
          server.close(() => done())
          server.closeIdleConnections()
        },
      })
    })
  })
}

function serverOf(house: House): Server {
  const app = createApp(house, { taxii: openFixture(process.env, house.config) })
  const answer = getRequestListener(app.fetch, {
    errorHandler: (error) => pageForUnreadable(app, error instanceof RequestError ? "address" : "broken"),
  })
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    // HTTP/1.0 knows no Host: machines that look whether we live still ask so.
    if (request.httpVersion === "1.0") request.headers.host ??= house.config.host
    void answer(request, response)
  }
  // Node's own answer to a missing Host (RFC 9112, 3.2) is bare; ours follows from the request that cannot be made of it.
  const server = createServer({ requireHostHeader: false }, listener)
  // An expectation that we do not know may be passed over (RFC 9110, 10.1.1).
  server.on("checkExpectation", listener)
  server.on("clientError", (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket: Duplex) => {
    if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy()
    const { why, isForPrograms } = unreadableFrom(error)
    void pageForUnreadable(app, why, { isForPrograms })
      .then(rawAnswer)
      .then((bytes) => socket.end(bytes))
      .catch(() => socket.destroy())
  })
  return server
}
