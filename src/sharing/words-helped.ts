/** Sentences for a reporter whose tip helped. A neighbour says them; nobody is named. */
import { formatNumber, plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

/** Days are said from the third on. */
const hoursSaidMax = 72
const days = (hours: number) => Math.round(hours / 24)

export const helpedWords = defineWords({
  vi: {
    things: {
      phone: "số điện thoại",
      "phone-range": "dải số",
      url: "đường dẫn",
      domain: "trang web",
      ip: "địa chỉ máy chủ",
      "bank-account": "số tài khoản",
      "e-wallet": "ví điện tử",
      social: "tài khoản mạng xã hội",
      email: "địa chỉ thư",
      brandname: "tên người gửi tin nhắn",
      crypto: "địa chỉ ví tiền mã hóa",
      imei: "số máy (IMEI)",
    },
    thing: "đầu mối",
    yours: (thing: string) => `${thing.charAt(0).toUpperCase()}${thing.slice(1)} bạn báo`,
    oneOf: (thing: string) => `Một ${thing} trong tin của bạn`,
    after: (hours: number) => {
      if (hours <= 1) return "trong vòng một giờ"
      return hours <= hoursSaidMax
        ? `${formatNumber(hours, "vi")} giờ`
        : `${formatNumber(days(hours), "vi")} ngày`
    },
    warned: (what: string, day: string) => `${what} đã được cảnh báo cho mọi người từ ngày ${day}.`,
    done: {
      blocked: (what: string, after: string) => `${what} đã bị chặn, ${after} sau khi bạn báo.`,
      "taken-down": (what: string, after: string) => `${what} đã bị gỡ xuống, ${after} sau khi bạn báo.`,
    },
    before: {
      blocked: (what: string) => `${what} đã bị chặn từ trước khi bạn báo.`,
      "taken-down": (what: string) => `${what} đã bị gỡ xuống từ trước khi bạn báo.`,
    },
  },
  en: {
    things: {
      phone: "telephone number",
      "phone-range": "range of numbers",
      url: "link",
      domain: "website",
      ip: "server address",
      "bank-account": "bank account",
      "e-wallet": "e-wallet",
      social: "social account",
      email: "mail address",
      brandname: "sender name",
      crypto: "crypto address",
      imei: "device (IMEI)",
    },
    thing: "clue",
    yours: (thing: string) => `The ${thing} you reported`,
    oneOf: (thing: string) => `One ${thing} of your report`,
    after: (hours: number) => {
      if (hours <= 1) return "within an hour"
      return hours <= hoursSaidMax
        ? `${formatNumber(hours, "en")} hours`
        : `${formatNumber(days(hours), "en")} ${plural(days(hours), "day", "days")}`
    },
    warned: (what: string, day: string) =>
      `Everybody has been warned of it since ${day}: ${what.charAt(0).toLowerCase()}${what.slice(1)}.`,
    done: {
      blocked: (what: string, after: string) => `${what} was blocked, ${after} after your report.`,
      "taken-down": (what: string, after: string) => `${what} was taken down, ${after} after your report.`,
    },
    before: {
      blocked: (what: string) => `${what} had been blocked before your report.`,
      "taken-down": (what: string) => `${what} had been taken down before your report.`,
    },
  },
})
