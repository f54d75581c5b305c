import { expect, test } from "vitest"
import { readTip } from "../domain/intake.ts"
import { unclearOf } from "../domain/sealed.ts"

const wallet = "0x52908400098527886E0F7030069857D2E4169EE7"
const tip = (text: string) => ({ path: "other" as const, text, target: "", place: "", name: "", contact: "" })
const become = (text: string) => {
  const read = readTip(tip(text))
  return {
    shown: read.redactedText,
    kept: read.identifiers.map(({ kind, role }) => `${kind} ${role}`),
    asked: unclearOf(tip(text), read.named).map(({ kind }) => kind),
  }
}

test("a wallet to which money was sent is the suspect's: shown, compared", () => {
  expect(become(`Sàn giả bảo tôi chuyển 2000 USDT vào ví ${wallet} rồi khoá tài khoản.`)).toMatchObject({
    kept: ["crypto suspect"],
    asked: [],
  })
})

test("the reporter's own wallet and device are masked and kept nowhere in the clear", () => {
  for (const text of [`Ví của em ${wallet} bị rút sạch.`, "IMEI máy tôi 490154203237518 bị giật mất."]) {
    const read = become(text)
    expect(read.shown).toContain("[đã che]")
    expect(read.kept).toEqual([])
    expect(read.asked).toEqual([])
  }
})

test("a wallet or device of which the words do not say whose it is is masked, and an officer is asked", () => {
  const read = become(`Tôi lưu lại ${wallet}, imei 490154203237518.`)
  expect(read.shown).not.toContain(wallet)
  expect(read.shown).not.toContain("490154203237518")
  expect(read.asked).toEqual(["crypto", "imei"])
})
