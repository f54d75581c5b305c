import { describe, expect, test } from "vitest"
import { readIdentifiers, readSignal, readTarget } from "./read.ts"
import { redact } from "./redact.ts"

const named = (text: string) => readIdentifiers(text).map((one) => `${one.kind} ${one.value}`)
const roles = (text: string) => readSignal(text).identifiers.map((one) => `${one.role} ${one.value}`)
const shown = (text: string) => redact(text, readSignal(text).identifiers)

test.each([
  ["gọi cho chín một hai, ba bốn năm, sáu bảy tám nhé", "+84912345678"],
  ["tam bon chin mot hai ba bon nam sau bay tam", "+84912345678"],
  ["khongchinmothaibabonnamsaubaytam goi lua", "+84912345678"],
  ["không-ba-một-ba / năm-năm-sáu / không-chín-hai", "+84313556092"],
  ["số 0912,345,678 lừa", "+84912345678"],
  ["09o3 l23 456 lua", "+84903123456"],
  ["0314 009 91l, còn", "+84314009911"],
  ["số 0.9.5.1/7.7.0/2.4.4", "+84951770244"],
])("a telephone number that a filter would miss is read: %s", (text, value) =>
  expect(named(text)).toEqual([`phone ${value}`]),
)

test("sums, litres, dates and counting are not read as telephone numbers", () => {
  for (const text of [
    "uống 20l nước, mất 15l xăng",
    "200.000.000/300.000.000",
    "một hai ba bốn năm sáu bảy tám chín",
  ])
    expect(named(text)).toEqual([])
})

test("an account is the bank's whose full name or whose card is written", () => {
  expect(named("ngân hàng kỹ thương 190312345678")).toEqual(["bank-account 970407:190312345678"])
  expect(named("thẻ MB 9704 2212 3456 7890")).toEqual(["bank-account 970422:9704221234567890"])
  expect(named("Nam A 121.200.034")).toEqual(["bank-account 970428:121200034"])
})

test("an e-mail address hidden from machines is an e-mail address, and its mail provider nobody's site", () => {
  expect(named("x[@]gmail.com gửi")).toEqual(["email x@gmail.com"])
  expect(named("lua.dao(a)gmail.com")).toEqual(["email lua.dao@gmail.com"])
  expect(named("h[tt]p://lua.example/a")).toEqual(["url http://lua.example/a"])
  expect(named("số 0221.3862.xxx")).toEqual([])
})

describe("the sites of offices, banks and platforms", () => {
  test("are never a suspect's", () => {
    for (const text of [
      "trang thật vietcombank.com.vn",
      "google.com bị giả",
      "lừa ở chinhphu.vn",
      "nộp ở csgt.vn",
    ])
      expect({ text, roles: readIdentifiers(text).map((one) => one.role) }).toEqual({
        text,
        roles: ["official-mentioned"],
      })
  })
  test("are not excuses: a look-alike and a stranger's page on a platform stay a suspect's", () => {
    for (const text of ["vào vietcombank.huy-dv.test", "vào https://sites.google.com/view/nhanqua"])
      expect(readIdentifiers(text).map((one) => one.role)).toEqual(["suspect"])
  })
})

describe("the box that asks for a number, a link, an account", () => {
  test("gives bare digits and a bare name their meaning", () => {
    const values = (text: string) => readTarget(text).map((one) => `${one.kind} ${one.value}`)
    expect(values("1900012345678, 0988777666")).toEqual([
      "bank-account unknown:1900012345678",
      "phone +84988777666",
    ])
    expect(values("1900 1234 567890")).toEqual(["bank-account unknown:19001234567890"])
    expect(values("9704221234567890")).toEqual(["bank-account 970422:9704221234567890"])
    expect(values("@telegram_abc")).toEqual(["social telegram:telegram_abc"])
    expect(values("true")).toEqual([])
  })
})

describe("whose a number is", () => {
  test("the number that a swindler also uses is the swindler's", () => {
    for (const who of ["Họ", "Đối tượng", "Kẻ gian", "Nó", "Tụi nó", "Hắn", "Bên đó"])
      for (const does of ["còn dùng số", "còn xài số", "lại sử dụng thêm số"])
        expect(roles(`${who} ${does} 0912345802 gọi tôi`)).toEqual(["suspect +84912345802"])
  })
  test("whoever is said to have it, to have used it or to have called from it is the suspect", () => {
    for (const text of [
      "công an phường số 0221 3862 113 xác nhận không gọi cho ai, kẻ gọi là 0951234567",
      "call me at 0912345678 please, scammer used 0951234567",
      "bọn lừa đảo còn có số 0951234567",
      "thằng đó còn số khác là 0951234567",
      "Số đòi nợ 0951234567, ngày nào cũng gọi",
      "S 0951234567",
    ])
      expect({ text, suspects: roles(text).filter((one) => one.startsWith("suspect")) }).toEqual({
        text,
        suspects: ["suspect +84951234567"],
      })
    expect(roles("ck MB Bank 0381234567 cho nó mua hàng không giao")).toEqual(["suspect 970422:0381234567"])
    expect(roles("Tk họ là MSB 0350 1999 2111")).toEqual(["suspect 970426:035019992111"])
  })
  test("a pronoun that speaks of one of the writer's own makes nobody a suspect", () => {
    for (const text of [
      "Con tôi tên Hiền, số nó 0912345678, có chi gọi cho nó",
      "my mother called me from 0912345678",
      "Tiền em đưa con út ck từ tk của nó 0702 1188 6631 Sacombank",
    ])
      expect({ text, suspects: roles(text).filter((one) => one.startsWith("suspect")) }).toEqual({
        text,
        suspects: [],
      })
  })
  test("the site at which the writer has their mail is theirs; the police's own lines are nobody's trick", () => {
    expect(
      roles("Kính gửi Sở. Liên hệ: M: 0912345678 | E: an@xuongmoc.example | W: www.xuongmoc.example"),
    ).toContain("reporter www.xuongmoc.example")
    expect(roles("số 069 2342 608 gọi")).toEqual(["official-mentioned +84692342608"])
  })
  test("a paid line that drains money is a suspect's, whatever it calls itself", () =>
    expect(roles("Tổng đài 19006789 nhắn tin tự trừ tiền của tôi, lừa đảo")).toEqual(["suspect 19006789"]))
  test("the writer's, a child's, an English speaker's and an office's own number is no suspect's", () => {
    for (const text of [
      "nó gọi cho con tôi 0912345678 dọa",
      "my phone is 0912 345 678, please help",
      "I lost money, call me at 0912345678",
      "công an phường số 0221 3862 113 xác nhận không gọi",
      "Bị lừa mất 5 triệu. 0912345678 Bưởi",
    ])
      expect({ text, suspects: roles(text).filter((one) => one.startsWith("suspect")) }).toEqual({
        text,
        suspects: [],
      })
  })
})

describe("what others read of a tip", () => {
  test("shows no name of the writer or of a victim: without accents, titled, signed, in English", () => {
    for (const [text, name] of [
      ["toi ten nguyen thi buoi o thon 3, bi so 0951234567 lua", "buoi"],
      ["Mẹ tôi là bà Phạm Thị Hoa bị số 0951234567 gọi lừa", "Hoa"],
      ["Bị số 0951 234 567 lừa mất 5 triệu. 0912345678 Bưởi", "Bưởi"],
      ["My name is John Smith, I was scammed by 0951234567", "Smith"],
      ["Số 0951234567 lừa tôi.\nKý tên: Nguyễn Văn An", "An"],
      ["Số 0951234567 lừa tôi.\nNgười viết đơn\nNguyễn Văn An", "An"],
      ["Số 0951234567 lừa tôi.\nTrân trọng,\nNguyễn Văn An", "An"],
      ["Scammed by 0951234567.\nRegards,\nNguyen Van An", "Van"],
      ["Số 0951234567 lừa tôi. Thân, Lan Anh - 0912345678", "Lan"],
      ["Con gái tôi Trần Thị Hoa bị số 0951234567 lừa", "Hoa"],
    ] as const)
      expect(shown(text)).not.toContain(name)
  })
  test("shows no number of theirs in another spelling", () =>
    expect(shown("Số 0951234567 lừa tôi, số của tôi 0912 345 678. Gọi lại 0912345678 nhé")).not.toMatch(
      /912\s?345/,
    ))
  test("keeps the number that did it", () =>
    expect(shown("toi ten nguyen thi buoi, bi so 0951234567 lua")).toContain("0951234567"))
})

test("the last digits behind a dash are another number; those that count something are none", () => {
  expect(named("các số 0951 000 123 - 125 gọi lừa")).toEqual(["phone +84951000123", "phone +84951000125"])
  expect(named("0951000123-998 cuộc")).toEqual(["phone +84951000123"])
})

test("one address in capitals and in small letters is one; a device and an address of the internet are no accounts", () => {
  const address = "0xAb5801a7D398351b8bE11C439e05C5B3259aeC9B"
  expect(readSignal(`ví ${address} và ${address.toLowerCase()}`).more.map((one) => one.value)).toEqual([
    address.toLowerCase(),
  ])
  expect(readTarget("490154203237518")).toEqual([])
  expect(readTarget("103.45.67.89").map((one) => `${one.kind} ${one.value}`)).toEqual(["ip 103.45.67.89"])
  expect(readSignal("490154203237518").more.map((one) => one.kind)).toEqual(["imei"])
})

test("a name on a platform is told without quotes too, and a sum in English is a loss", () => {
  expect(readSignal("zalo tên Minh Anh BĐS lừa tôi").more.map((one) => one.value)).toEqual(["Minh Anh BĐS"])
  expect(readSignal("lost 15m dong to scammer").loss_vnd).toBe(15_000_000)
  expect(readSignal("cắt trộm 15m đồng").loss_vnd).toBeNull()
  expect(readSignal("Có kẻ lạ mở tủ ở chân cột").type).toBe("pha-hoai-ha-tang")
})

test("wallets, devices, sender names and display names are told apart, and a broken checksum is none", () => {
  const { more, identifiers } = readSignal(
    "ví 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2 hay 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3, TLa2f6VPqDgRE67v1736s7bJ8Ray5wYjU7, " +
      'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4, IMEI 490154203237518, IMEI 490154203237519, tin hiện tên VIETCOMBANK, zalo "Hải Thuế"',
  )
  expect(identifiers).toEqual([])
  expect(more.map((one) => `${one.kind} ${one.value}`)).toEqual([
    "crypto 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
    "crypto TLa2f6VPqDgRE67v1736s7bJ8Ray5wYjU7",
    "crypto bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
    "imei 490154203237518",
    "brandname VIETCOMBANK",
    "name Hải Thuế",
  ])
})

test.each(["tin nhắn tên VIETCOMBANK báo trúng", "một tin ghi tên ngân hàng ACB, bảo bấm link"])(
  "the name that a message shows as its sender is told, never compared: %s",
  (text) => {
    const { more, identifiers } = readSignal(text)
    expect([identifiers, more.map((one) => one.kind)]).toEqual([[], ["brandname"]])
  },
)

test("money of another country is told beside the loss in its own units, never converted", () => {
  const { more, loss_vnd } = readSignal("They took $200 from my card and 1.500 USDT from my wallet.")
  expect(more.map((one) => `${one.kind} ${one.value}`)).toEqual(["sum $200", "sum 1.500 USDT"])
  expect(loss_vnd).toBeNull()
})

test.each([
  ["mua của Trại Vịt Bình Minh trên facebook, mất cọc", "social facebook:trại vịt bình minh"],
  ["đặt của shop Giày Đẹp Hà Thành (fb) rồi bị chặn", "social facebook:giày đẹp hà thành"],
  ['đặt qua "Đại lý vé rẻ Mây Xanh" trên facebook', "social facebook:đại lý vé rẻ mây xanh"],
  ["named Peter Black Stone, we met on Facebook", "social facebook:peter black stone"],
  ["nó chat với @tro_ly_77 trên telegram", "social telegram:tro_ly_77"],
  ["nhóm facebook.com/groups/viec.lam7 rồi @tro_ly_77 (telegram)", "social telegram:tro_ly_77"],
  ["mời kết bạn tele luatsu7700 đòi phí", "social telegram:luatsu7700"],
])("who is named without a link is found on the platform that stands behind: %s", (text, value) =>
  expect(named(text)).toContain(value),
)

test.each([
  ["Thẻ Sacombank của em, số tài khoản 0602 3344 1122, bị quẹt", "bank-account 970403:060233441122"],
  ["tiền qua số tài khoản 0415 5500 7781 bên OCB", "bank-account 970448:041555007781"],
  ["vào tài khoản số 0551 2200 4471 mở tại SeABank", "bank-account 970440:055122004471"],
])("the bank of an account is read wherever its sentence names it: %s", (text, value) =>
  expect(named(text)).toContain(value),
)

test("a telephone number behind somebody's 'membership account' stays a telephone number", () =>
  expect(named("bị gọi lại nhầm tk hội viên, một người khác 0301660203 hướng dẫn bấm link")).toEqual([
    "phone +84301660203",
  ]))

test("a loss is what left, not what was asked for, promised or nearly sent", () => {
  const loss = (text: string) => readSignal(text).loss_vnd
  expect(loss("Nó đòi tôi nộp 30 triệu nhưng tôi không nộp, không mất gì.")).toBeNull()
  expect(loss("Tôi đã chuyển hai trăm ba mươi triệu vào tài khoản của nó rồi nó chặn.")).toBe(230_000_000)
  expect(loss("Em ck 3tr5 vào stk đó, giờ nó đòi thêm 10tr nữa mới cho rút, em chưa chuyển.")).toBe(3_500_000)
})

test("a trick that still demands or still sells is going on, whatever was lost before", () => {
  const urgency = (text: string) => readSignal(text).urgency
  expect(
    urgency("Hôm kia em nộp 5 triệu vào tài khoản đó, giờ nó đòi nộp thêm 10 triệu nữa mới giải ngân."),
  ).toBe("ongoing")
  expect(urgency("Tháng trước tôi mất 16 triệu tiền cọc. Trang đó vẫn đang nhận cọc của khách khác.")).toBe(
    "ongoing",
  )
})

test("one plain sentence says enough: whose the number is, what was lost, and no trick that it does not tell", () => {
  for (const text of [
    "Số 0966 565 656 bán SIM kích hoạt sẵn.",
    "Kẻ lừa đảo còn gọi tôi từ số 0966 565 656 nữa.",
    "Tin nhắn rác gửi từ 0966 565 656.",
  ])
    expect({ text, roles: roles(text) }).toEqual({ text, roles: ["suspect +84966565656"] })
  expect(readSignal("Số 0966 565 656 gọi lừa đảo.").type).toBe("khac")
  expect(readSignal("Số 0966 565 656 lừa tôi chuyển 5 triệu.").loss_vnd).toBe(5_000_000)
  expect(readSignal("Họ xưng là công an, bắt chuyển 20 triệu, tôi không nghe.").loss_vnd).toBeNull()
})
