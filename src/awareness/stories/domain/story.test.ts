import { expect, test } from "vitest"
import { placesIn, sourceIn } from "./story.ts"

const places = ["xã Bát Xát", "phường Tiên Cát", "huyện Lục Yên", "xã Vĩnh"]

test.each([
  ["Bác bán rau ở xã Bát Xát nghe điện thoại.", ["xã Bát Xát"]],
  ["Chị về Tiên Cát rút tiền.", ["Tiên Cát"]],
  ["Ông ở thôn Đoài, gần chợ Gạo.", ["thôn Đoài", "chợ Gạo"]],
  ["Nhà ở đường số 4.", ["đường số 4"]],
  ["Cô dạy ở trường tiểu học Hoa Mai.", ["trường tiểu học Hoa Mai"]],
])("a place is found wherever it is called by its name: %s", (text, found) => {
  for (const one of found) expect(placesIn(text, places)).toContain(one)
})

test.each([
  "Bác bấm vào đường dẫn rồi ra chợ gần nhà.",
  "Một ủy ban xã, một trường học, một phường.",
  "Anh ấy giữ vĩnh viễn số tiền.",
  "Cháu bảo: dừng lại. Phố vắng, bác gọi ngân hàng.",
])("a word that only says what kind of place it was stays: %s", (text) => {
  expect(placesIn(text, places)).toEqual([])
})

test("the address of a tip or of a case leads to its facts; another address leads nowhere", () => {
  const id = "01890000-0000-7000-8000-0000000000a1"
  expect(sourceIn(` https://lienphong.example/tin-bao/${id}?xong=1 `)).toEqual({ kind: "signal", id })
  expect(sourceIn(`/vu-viec/${id}`)).toEqual({ kind: "case", id })
  expect(sourceIn(`/van-ban/${id}`)).toBe(null)
  expect(sourceIn("tin hôm qua")).toBe(null)
})
