/** What Node or its adaptor would answer by itself, sent over a bare connection. */
import { connect } from "node:net"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { freshDatabase } from "./kernel/testing/database.ts"
import { houseOf } from "./kernel/testing/house.ts"
import { listen } from "./listen.ts"

const house = houseOf(await freshDatabase())
let address: URL
let server: Awaited<ReturnType<typeof listen>>
beforeAll(async () => {
  server = await listen(house)
  address = new URL(server.address)
})
afterAll(() => new Promise<void>((resolve) => server.close(resolve)))

function sent(text: string): Promise<{ status: number; head: string; body: string }> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    const socket = connect(Number(address.port), address.hostname, () => socket.write(text, "latin1"))
    socket.setTimeout(20_000, () => socket.destroy(new Error("no answer")))
    socket.on("data", (piece) => pieces.push(piece)).on("error", reject)
    socket.on("close", () => {
      const [head = "", ...rest] = Buffer.concat(pieces).toString().split("\r\n\r\n")
      resolve({ status: Number(head.split(" ")[1]), head, body: rest.join("\r\n\r\n") })
    })
  })
}

const ended = "Connection: close\r\n\r\n"
describe("a request that breaks before it is one gets a page of ours, with a reason", () => {
  test.each([
    ["a forged Host", `GET / HTTP/1.1\r\nHost: evil.example/x\r\n${ended}`, 400],
    ["a Host with a user in it", `GET / HTTP/1.1\r\nHost: a@b\r\n${ended}`, 400],
    ["no Host at all", `GET / HTTP/1.1\r\n${ended}`, 400],
    ["an address that is none", `GET http://[ HTTP/1.1\r\nHost: x\r\n${ended}`, 400],
    ["a backslash in the address", `GET /\\x HTTP/1.1\r\nHost: x\r\n${ended}`, 400],
    ["no HTTP", "xin chào\r\n\r\n", 400],
    [
      "two lengths",
      "POST /dang-nhap HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
      400,
    ],
    ["NUL in a header", `GET / HTTP/1.1\r\nHost: x\r\nX: a\u0000b\r\n${ended}`, 400],
    ["a head of 40 KB", `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${"a".repeat(40_000)}\r\n${ended}`, 431],
  ])("%s", async (_what, text, status) => {
    const answer = await sent(text)
    expect(answer.status).toBe(status)
    expect(answer.head.toLowerCase()).toContain("content-security-policy: default-src 'none'")
    expect(answer.body).toContain('<main id="main"')
    expect(answer.body).not.toContain("evil.example")
  })

  test("a program is told by a problem document", async () => {
    const answer = await sent("POST /api/v1/tips HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n")
    expect(answer.head.toLowerCase()).toContain("content-type: application/problem+json")
    expect(JSON.parse(answer.body)).toMatchObject({ status: 400, error: "malformed" })
  })

  test("a machine that speaks HTTP/1.0 and names no host is answered", async () => {
    expect((await sent("GET /healthz HTTP/1.0\r\n\r\n")).status).toBe(200)
  })

  test("an expectation that nobody knows keeps nobody from the page", async () => {
    expect((await sent(`GET / HTTP/1.1\r\nHost: x\r\nExpect: tea\r\n${ended}`)).status).toBe(200)
  })
})
