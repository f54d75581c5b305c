import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"

const program = new URL("../../bin/lienphong", import.meta.url).pathname
const fixture = (file: string) => new URL(`./fixtures/${file}`, import.meta.url).pathname
const run = (args: string[], input?: Buffer) => {
  const { status, stdout, stderr } = spawnSync(program, ["letter", "read", ...args], {
    encoding: "utf8",
    ...(input === undefined ? {} : { input }),
  })
  return { status, stdout, stderr }
}

test("a letter is read from a file and from standard input alike", () => {
  const fromFile = run([fixture("hung-yen-2023.txt"), "--json"])
  expect(fromFile).toMatchObject({ status: 0, stderr: "" })
  expect(run(["-", "--json"], readFileSync(fixture("hung-yen-2023.txt"))).stdout).toBe(fromFile.stdout)
  expect(JSON.parse(fromFile.stdout)).toMatchObject({
    issuer: "UBND tỉnh Hưng Yên",
    number: null,
    date: "2023-07",
  })
})

test("a PDF is read by the command too", () => {
  const { status, stdout } = run([fixture("hung-yen-2023.pdf"), "--json"])
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ signer: { name: "Nguyễn Duy Hưng" } })
})

test("a refusal exits 1 with its reason, wrong usage exits 2", () => {
  const scan = run([fixture("hung-yen-2023.scan.pdf"), "--json"])
  expect(scan).toMatchObject({ status: 1, stdout: "" })
  expect(scan.stderr).toContain("không có lớp chữ")
  expect(run(["/khong/co/tep.txt"]).status).toBe(1)
  expect(run([]).status).toBe(2)
  expect(run(["--la"]).status).toBe(2)
})

test("a letter with a state-secret stamp is refused and leaves nothing behind", () => {
  const folder = mkdtempSync(join(tmpdir(), "lienphong-"))
  try {
    const words =
      "ỦY BAN NHÂN DÂN TỈNH ĐÔNG HÀ\nSố: 1/UBND-NC\nTUYỆT MẬT\nKính gửi: Công an tỉnh.\nNội dung riêng 8317."
    writeFileSync(join(folder, "mat.txt"), words)
    const refused = run([join(folder, "mat.txt"), "--json"])
    expect(refused).toMatchObject({ status: 1, stdout: "" })
    expect(refused.stderr).toContain("độ mật")
    expect(refused.stderr).not.toContain("8317")
    expect(readdirSync(folder)).toEqual(["mat.txt"])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
