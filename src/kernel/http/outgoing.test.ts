import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Asking, askerOf, Unreachable } from "./outgoing.ts"
import { readRanges } from "./proxies.ts"

/** A server of this machine, such as nobody outside is to reach through us. */
const asked: { url: string; authorization: string | undefined }[] = []
const server = createServer((request, answer) => {
  asked.push({ url: request.url ?? "", authorization: request.headers.authorization })
  if (request.url === "/away") answer.writeHead(302, { location: "http://inside.example/secret" }).end()
  else if (request.url === "/round") answer.writeHead(307, { location: "/round" }).end()
  else if (request.url === "/elsewhere")
    answer.writeHead(302, { location: `http://127.0.0.2:${port}/ok` }).end()
  else if (request.url === "/nowhere") answer.writeHead(302, { location: "http://[" }).end()
  else if (request.url === "/upgrade")
    request.socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n")
  else if (request.url === "/large") answer.end("x".repeat(10_000))
  else if (request.url === "/slow") setTimeout(() => answer.end("late"), 5_000).unref()
  else answer.end("ok")
})
let port = 0
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "0.0.0.0", ready))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

type Names = NonNullable<Parameters<typeof askerOf>[1]>
const leadingTo = (...addresses: string[]): Names =>
  ((_: string, __: object, told: (error: null, all: { address: string; family: number }[]) => void) =>
    told(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    )) as unknown as Names

const asking = (url: string, more: Partial<Asking> = {}): Asking => ({
  ...{ url, headers: {}, body: null, bytesMax: 1_000, ms: 2_000 },
  ...more,
})
const loopback = readRanges("127.0.0.1")
const why = (promise: Promise<unknown>) =>
  promise.then(
    () => "answered",
    (error: unknown) => (error instanceof Unreachable ? error.why : String(error)),
  )

describe("an address that somebody typed", () => {
  test.each([
    "http://127.0.0.1:1/",
    "https://127.0.0.1:1/",
    "https://[::1]:1/",
    "https://0x7f.1/",
    "https://2130706433/",
    "https://10.1.2.3/",
    "https://192.168.0.1/",
    "https://169.254.169.254/latest/",
    "https://[::ffff:127.0.0.1]/",
    "https://[fd00::1]/",
    "https://[64:ff9b::7f00:1]/",
    "https://0.0.0.0/",
  ])("%s is of a private network and is not asked", async (url) => {
    expect(await why(askerOf([])(asking(url)))).toBe("private")
  })

  test.each(["ftp://mau.example/", "https://ten:ma@mau.example/", "mau.example", "file:///etc/passwd"])(
    "%s is none that is asked",
    async (url) => {
      expect(await why(askerOf([])(asking(url)))).toBe("address")
    },
  )

  test("whose name leads to a private network is not asked, nor where one of several addresses does", async () => {
    const { length } = asked
    for (const addresses of [["127.0.0.1"], ["203.0.114.9", "10.0.0.1"], ["::1"], ["fe80::1"]])
      expect(
        await why(askerOf([], leadingTo(...addresses))(asking(`https://cong-khai.example:${port}/`))),
      ).toBe("private")
    expect(await why(askerOf([])(asking(`http://localhost:${port}/`)))).toBe("private")
    expect(asked.length).toBe(length)
  })

  test("without https is not asked, even where it is public", async () => {
    expect(await why(askerOf([])(asking("http://8.8.8.8/")))).toBe("plain")
  })

  test("that the operator named is asked, by the name that leads to it as well", async () => {
    const { bytes, status } = await askerOf(loopback)(asking(`http://127.0.0.1:${port}/`))
    expect([status, bytes.toString()]).toEqual([200, "ok"])
    expect(await why(askerOf(loopback, leadingTo("127.0.0.1"))(asking(`http://ten.example:${port}/`)))).toBe(
      "answered",
    )
  })

  test("that leads on to a private network, or in a circle, is left there", async () => {
    const names = leadingTo("10.0.0.1")
    const ask = askerOf(loopback, names)
    expect(await why(ask(asking(`http://127.0.0.1:${port}/away`)))).toBe("private")
    expect(await why(ask(asking(`http://127.0.0.1:${port}/round`)))).toBe("redirects")
  })

  test("that leads to another server does not take the password there; what is posted is led nowhere", async () => {
    const ask = askerOf(readRanges("127.0.0.0/8"))
    await ask(asking(`http://127.0.0.1:${port}/elsewhere`, { headers: { authorization: "Bearer mat" } }))
    expect(asked.slice(-2).map(({ authorization }) => authorization)).toEqual(["Bearer mat", undefined])
    expect(await why(ask(asking(`http://127.0.0.1:${port}/elsewhere`, { body: "{}" })))).toBe("redirects")
  })

  test("that leads to no address, or is asked with a token that no request carries, is left", async () => {
    const ask = askerOf(loopback)
    expect(await why(ask(asking(`http://127.0.0.1:${port}/nowhere`)))).toBe("redirects")
    const headers = { authorization: "Bearer mật" }
    expect(await why(ask(asking(`http://127.0.0.1:${port}/ok`, { headers })))).toBe("address")
  })

  test("that answers with another protocol and keeps the line, to a question or a message, is left at once", async () => {
    const ask = askerOf(loopback)
    for (const body of [null, "{}"])
      expect(await why(ask(asking(`http://127.0.0.1:${port}/upgrade`, { body })))).toBe("network")
  })

  test("that answers too much, or not in time, is left", async () => {
    const ask = askerOf(loopback)
    expect(await why(ask(asking(`http://127.0.0.1:${port}/large`)))).toBe("tooLarge")
    expect(await why(ask(asking(`http://127.0.0.1:${port}/slow`, { ms: 300 })))).toBe("time")
    expect(await why(ask(asking("http://127.0.0.1:1/")))).toBe("network")
  })
})
