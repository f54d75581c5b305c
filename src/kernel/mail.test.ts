import { createServer, type Server } from "node:net"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openMailer, previewedMails } from "./mail.ts"
import { demoClock, freshDatabase } from "./testing/database.ts"
import { houseOf } from "./testing/house.ts"

const db = await freshDatabase()
const house = houseOf(db)
const having = (more: Partial<typeof house.config>) => ({
  config: { ...house.config, ...more },
  clock: demoClock,
})
const mail = { to: "lan@so.example", subject: "Liên Phòng: 1 nhiệm vụ cần nhớ", text: "- hạn thứ Hai\n" }

/** As much of RFC 5321 as one letter needs. */
let server: Server
let received = ""
let port = 0
beforeAll(async () => {
  server = createServer((socket) => {
    let isData = false
    socket.write("220 thu.example\r\n")
    socket.on("data", (bytes) => {
      for (const line of bytes.toString("utf8").split("\r\n")) {
        if (isData) {
          received += `${line}\n`
          if (line !== ".") continue
          isData = false
          socket.write("250 kept\r\n")
        } else if (line.startsWith("DATA")) {
          isData = true
          socket.write("354 go on\r\n")
        } else if (line.startsWith("QUIT")) socket.end("221 bye\r\n")
        else if (line !== "") {
          received += `${line}\n`
          socket.write(line.includes("refused@") ? "550 no such person\r\n" : "250 ok\r\n")
        }
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  port = typeof address === "object" && address !== null ? address.port : 0
})
afterAll(() => new Promise((closed) => server.close(closed)))

test("with a server set, mail goes to it, from the address that is set", async () => {
  const mailer = openMailer(having({ smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: "lp@tinh.example" }))
  await mailer?.send(mail)
  expect(received).toContain("MAIL FROM:<lp@tinh.example>")
  expect(received).toContain("RCPT TO:<lan@so.example>")
  expect(received).toContain("To: lan@so.example")
})

test("a letter that the server does not take is a failure, so that the job tries again", async () => {
  const mailer = openMailer(having({ smtpUrl: `smtp://127.0.0.1:${port}` }))
  await expect(mailer?.send({ ...mail, to: "refused@so.example" })).rejects.toThrow()
})

test("in the demo mail is kept to look at, newest first, and nothing leaves", async () => {
  const demo = having({ demo: true })
  await openMailer(demo)?.send(mail)
  expect(await previewedMails(demo)).toEqual([{ at: "2023-09-15T02:00:00.000Z", ...mail }])
})

test("elsewhere without a server no mail is made", () => {
  expect(openMailer(having({}))).toBeNull()
})
