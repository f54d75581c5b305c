import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeEach, describe, expect, test } from "vitest"
import { backUpTonight, lastNight, newestNight } from "./night.ts"

const place = mkdtempSync(join(tmpdir(), "lienphong-night-"))
afterAll(() => rmSync(place, { recursive: true, force: true }))
let dir = place
beforeEach(() => {
  dir = mkdtempSync(join(place, "nights-"))
})

const whole = (target: string) => {
  mkdirSync(target)
  writeFileSync(join(target, "backup.json"), "{}")
  return Promise.resolve("đã sao lưu")
}
const broken = (target: string) => {
  mkdirSync(target)
  return Promise.reject(new Error("Đĩa đầy."))
}
const madeOn = (day: string) => whole(join(dir, `lienphong-2026-01-${day}T18-40-00`))
const folders = () => readdirSync(dir).filter((name) => name.startsWith("lienphong-"))

describe("the backup of the night", () => {
  test("keeps as many as was said, the newest, and leaves alone what somebody else laid there", async () => {
    for (const day of ["01", "02", "03"]) await madeOn(day)
    mkdirSync(join(dir, "lienphong-2026-01-04T18-40-00"))
    mkdirSync(join(dir, "của người quản trị"))
    expect(await backUpTonight(dir, 2, whole)).toMatchObject({ ok: true })
    expect(folders()).toHaveLength(3)
    expect(folders()).toContain("lienphong-2026-01-03T18-40-00")
    expect(folders()).toContain("lienphong-2026-01-04T18-40-00")
    expect(existsSync(join(dir, "của người quản trị"))).toBe(true)
    expect(lastNight(dir)).toMatchObject({ ok: true, said: "đã sao lưu" })
  })

  test("that failed removes no older one, leaves nothing half-made and says why to whoever asks the doctor", async () => {
    await madeOn("01")
    expect(await backUpTonight(dir, 1, broken)).toMatchObject({ ok: false, said: "Đĩa đầy." })
    expect(folders()).toEqual(["lienphong-2026-01-01T18-40-00"])
    expect(lastNight(dir)).toMatchObject({ ok: false, said: "Đĩa đầy." })
    expect(await newestNight(dir)).toBe("2026-01-01T18:40:00Z")
  })

  test("refuses a folder that is not there, as of a disk that is not mounted, and makes none on the machine's own disk", async () => {
    const gone = join(dir, "not-mounted")
    const told = await backUpTonight(gone, 1, whole)
    expect(told).toMatchObject({
      ok: false,
      said: expect.stringContaining(`Không có thư mục sao lưu ${gone}`),
    })
    expect(existsSync(gone)).toBe(false)
  })

  test("that fails on a disk too full even to say so leaves no good word of an earlier night", async () => {
    await backUpTonight(dir, 1, whole)
    mkdirSync(join(dir, "last.json.part"))
    expect(await backUpTonight(dir, 1, broken)).toMatchObject({ ok: false, said: "Đĩa đầy." })
    expect(lastNight(dir)).toBeNull()
  })

  test("removes what a night that was killed had half made", async () => {
    mkdirSync(join(dir, "lienphong-2026-01-01T18-40-00.part"))
    await backUpTonight(dir, 1, whole)
    expect(folders().filter((name) => name.endsWith(".part"))).toEqual([])
  })

  test("of nothing yet is told as nothing", async () => {
    expect([lastNight(dir), await newestNight(dir)]).toEqual([null, null])
  })
})
