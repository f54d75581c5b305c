/** Serves the pages of `app.ts` where the environment says. */
import { serve } from "@hono/node-server"
import { createApp } from "./app.ts"
import { ConfigError } from "./kernel/config.ts"
import type { House } from "./kernel/house.ts"

type Listening = { close(done: () => void): void }

/** Prints the address once it answers. Throws where another program holds the port. */
export function listen(house: House): Promise<Listening> {
  const { port, host } = house.config
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: createApp(house).fetch, port, hostname: host }, (info) => {
      process.stdout.write(`Liên Phòng: http://${host.includes(":") ? `[${host}]` : host}:${info.port}/\n`)
      resolve({
        close: (done) => {
          server.close(() => done())
          if ("closeIdleConnections" in server) server.closeIdleConnections()
        },
      })
    })
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new ConfigError(`Cổng ${port} đang có chương trình khác dùng. Đặt PORT khác, ví dụ PORT=3001.`)
          : error,
      ),
    )
  })
}
