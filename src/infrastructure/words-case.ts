/** Words of the case that is opened of incidents: its title, its facts, the exhibits that go along. */
import { defineWords } from "../kernel/words.ts"

export const caseWords = defineWords({
  vi: {
    caseTitle: (kind: string, place: string, day: string) => `${kind} hạ tầng viễn thông ở ${place}, ${day}`,
    fromIncident: (number: string) => `Từ sự cố ${number}`,
    exhibitPlace: "Hệ thống, theo sự cố",
    seriesTitle: (kind: string, n: string, from: string, to: string) =>
      `Chuỗi ${n} vụ ${kind.toLocaleLowerCase("vi")} hạ tầng viễn thông, ${from} – ${to}`,
    seriesOf: (n: string, numbers: string) => `Chuỗi ${n} sự cố: ${numbers}`,
    seriesFacts: "Dữ kiện đầy đủ của từng sự cố ở tệp kèm theo trong hồ sơ.",
    factsFile: (n: string) => `Dữ kiện ${n} sự cố của chuỗi`,
    factsReason: "Mở vụ việc từ chuỗi sự cố",
    notCarried: (n: string, numbers: string) => `Còn ${n} ảnh, tang vật chưa mang theo: xem sự cố ${numbers}`,
  },
  en: {
    caseTitle: (kind, place, day) => `${kind} of telecom infrastructure at ${place}, ${day}`,
    fromIncident: (number) => `From incident ${number}`,
    exhibitPlace: "The system, with the incident",
    seriesTitle: (kind, n, from, to) =>
      `Series of ${n} cases of ${kind.toLocaleLowerCase("en")} of telecom infrastructure, ${from} – ${to}`,
    seriesOf: (n, numbers) => `Series of ${n} incidents: ${numbers}`,
    seriesFacts: "All facts of each incident are in the file that goes along.",
    factsFile: (n) => `Facts of ${n} incidents of the series`,
    factsReason: "A case opened of a series",
    notCarried: (n, numbers) => `${n} photos and goods did not go along: see incident ${numbers}`,
  },
})
