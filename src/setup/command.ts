/** `setup link`, `setup --file FILE`, `setup --example`, `setup invite`: the set-up from the machine itself. */
import { readFileSync, statSync } from "node:fs"
import { parseArgs } from "node:util"
import type { z } from "zod"
import { accountPaths, inviteFirstAgain, inviteFirstAnew } from "../accounts/index.ts"
import { begins, inHouse } from "../kernel/commands.ts"
import { asJob } from "../kernel/db/database.ts"
import type { House } from "../kernel/house.ts"
import { linkHere, linkTo } from "../kernel/http/links.ts"
import { completeSetup } from "./actions/complete.ts"
import { backupFault } from "./actions/keeping.ts"
import { linkMinutes, makeLink } from "./actions/links.ts"
import { picturesBeside } from "./beside.ts"
import {
  type AdministratorInput,
  administratorInput,
  asPages,
  type SetupFile,
  setupFileShape,
} from "./domain/plan.ts"
import { pointerOf } from "./domain/pointer.ts"
import { exampleSetup } from "./example.ts"
import { paths } from "./paths.ts"
import { words } from "./words.ts"

const out = (text: string) => process.stdout.write(`${text}\n`)
const err = (text: string) => process.stderr.write(`${text}\n`)
const fileBytesMax = 5_000_000
const over =
  "Liên Phòng đã cài đặt xong; không cài đặt lần nữa. Quên mật khẩu: lienphong account recover EMAIL."

export function setup(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...{ file: { type: "string" }, example: { type: "boolean" }, json: { type: "boolean" } },
      ...{
        body: { type: "string" },
        name: { type: "string" },
        email: { type: "string" },
        title: { type: "string" },
      },
    },
  })
  const [verb, ...more] = positionals
  if (more.length > 0) return wrongUsage()
  if (values.example === true) {
    out(JSON.stringify(exampleSetup(), null, 2))
    return Promise.resolve(0)
  }
  if (values.file !== undefined && verb === undefined) return fromFile(values.file, values.json === true)
  if (verb === "link") return link()
  if (verb !== "invite") return wrongUsage()
  const { body, name, email, title } = values
  if ([body, name, email, title].every((one) => one === undefined)) return inviteAgain(values.json === true)
  const person = administratorInput.safeParse({ name, email, title, body })
  return person.success ? inviteAnew(person.data, values.json === true) : wrongUsage()
}

function wrongUsage(): Promise<number> {
  err(
    "Cách dùng:\n  lienphong setup link\n  lienphong setup --file setup.json [--json]\n  lienphong setup --example\n  lienphong setup invite [--json]\n  lienphong setup invite --body ĐỊA-CHỈ-CƠ-QUAN --name HỌ-TÊN --email THƯ --title CHỨC-DANH",
  )
  return Promise.resolve(2)
}

function link(): Promise<number> {
  return inHouse(async (house) => {
    const token = await makeLink(house)
    if (token === null) {
      err(over)
      return 1
    }
    out(
      `Đường dẫn cài đặt, dùng một lần trong ${linkMinutes} phút:\n${linkHere(house.config, paths.begin(token))}`,
    )
    return 0
  }, begins)
}

/** A place of the file and what is wrong there. */
export type Issue = { pointer: string; message: string }

async function fromFile(path: string, asJson: boolean): Promise<number> {
  const refuse = (error: string, issues: readonly Issue[]): number => {
    if (asJson) out(JSON.stringify({ ok: false, error, issues }))
    else {
      err(`${path}: chưa cài đặt được, chưa ghi gì.`)
      for (const { pointer, message } of issues) err(`  ${pointer === "" ? "(cả tệp)" : pointer}: ${message}`)
    }
    return 1
  }
  const read = readSetup(path)
  if ("issues" in read) return refuse("invalid", read.issues)
  const { setup, crest, boundaries } = asPages(read.setup)
  const pictures = await picturesBeside(path, { setup, crest, boundaries })
  if ("issues" in pictures) return refuse("invalid", pictures.issues)
  const fault = await backupFault(setup.keeping)
  if (fault !== null)
    return refuse("invalid", [{ pointer: "/keeping/backupDir", message: words.vi.keeping[fault] }])
  return inHouse(async (house) => {
    const completed = await completeSetup(house, setup, "file", pictures)
    if (completed.at === "over") return refuse("over", [{ pointer: "", message: over }])
    if (completed.at === "refused")
      return refuse(
        "misfit",
        completed.complaints.map(({ path, why }) => ({
          pointer: pointerOf(path),
          message: words.vi.misfits[why],
        })),
      )
    const province = house.province?.name ?? ""
    const invitations = completed.invited.map((one) => linked(house, one))
    if (asJson) out(JSON.stringify({ ok: true, province, invitations }))
    else {
      out(`${province} đã cài đặt xong. Đưa tận tay mỗi người đường dẫn của mình:`)
      for (const one of invitations) out(`  ${one.name}, ${one.body}: ${one.link}`)
    }
    return 0
  }, begins)
}

/** The file as far as its shape goes; whether its parts fit each other is the action's to say. */
export function readSetup(path: string): { setup: SetupFile } | { issues: Issue[] } {
  let parsed: unknown
  try {
    if (statSync(path).size > fileBytesMax) return { issues: [{ pointer: "", message: "Tệp lớn hơn 5 MB." }] }
    parsed = JSON.parse(readFileSync(path, "utf8"))
  } catch (error) {
    const why = error instanceof SyntaxError ? "Không phải JSON" : "Không đọc được tệp"
    return { issues: [{ pointer: "", message: `${why}: ${error instanceof Error ? error.message : ""}` }] }
  }
  const checked = setupFileShape.safeParse(parsed)
  return checked.success ? { setup: checked.data } : { issues: checked.error.issues.flatMap(issuesOf) }
}

function issuesOf(issue: z.core.$ZodIssue): Issue[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      pointer: pointerOf([...issue.path, key]),
      message: "Khóa này không có trong mẫu; xem lienphong setup --example.",
    }))
  return [{ pointer: pointerOf(issue.path), message: messageOf(issue) }]
}

function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? `Thiếu, hoặc sai kiểu: cần ${issue.expected}.`
        : `Sai kiểu: cần ${issue.expected}.`
    case "invalid_value":
      return `Dùng một trong các giá trị: ${issue.values.map((value) => JSON.stringify(value)).join(", ")}.`
    case "too_small":
      return `Cần ít nhất ${issue.minimum}.`
    case "too_big":
      return `Nhiều nhất ${issue.maximum}.`
    default:
      return "Viết như trong mẫu; xem lienphong setup --example."
  }
}

const linked = (
  house: Pick<House, "config">,
  { name, email, body, token }: { name: string; email: string; body: string; token: string },
) => ({ name, email, body, link: linkTo(house.config, accountPaths.invitation(token)) })

/** New links for the first administrators, as long as none of them has come in. */
function inviteAgain(asJson: boolean): Promise<number> {
  return inHouse(async (house) => {
    const invited = await asJob(house.db, "setup.invite", (tx) => inviteFirstAgain(tx, house.keys))
    if (invited === null || invited.length === 0) {
      err(
        invited === null
          ? "Đã có quản trị: mời người khác ở trang Cán bộ, hoặc lienphong account recover EMAIL."
          : "Không còn lời mời nào. Chưa cài đặt thì chạy lienphong setup link; đã cài đặt thì mời lại bằng setup invite --body … --name … --email … --title …",
      )
      return 1
    }
    const invitations = invited.map((one) => linked(house, one))
    if (asJson) out(JSON.stringify({ ok: true, invitations }))
    else for (const one of invitations) out(`${one.name}, ${one.body}: ${one.link}`)
    return 0
  })
}

/** `body`: its address, as `/quan-tri/co-quan` shows it ("van-phong-ubnd-tinh"). */
function inviteAnew({ body, ...person }: AdministratorInput, asJson: boolean): Promise<number> {
  return inHouse(async (house) => {
    const invited = await asJob(house.db, "setup.invite", (tx) =>
      inviteFirstAnew(tx, house.keys, { ...person, bodySlug: body }),
    )
    if (invited === null || invited === "no-body") {
      err(
        invited === null
          ? "Đã có quản trị: mời người khác ở trang Cán bộ, hoặc lienphong account recover EMAIL."
          : `Không có cơ quan nào có địa chỉ "${body}".`,
      )
      return 1
    }
    const one = linked(house, { ...invited, body })
    out(asJson ? JSON.stringify({ ok: true, invitations: [one] }) : `${one.name}, ${one.body}: ${one.link}`)
    return 0
  })
}
