/** Sentences about what was done for a task in the other rooms. */
import { defineWords } from "../kernel/words.ts"

export const servedWords = defineWords({
  vi: {
    card: "Việc đã làm cho nhiệm vụ này",
    none: "Chưa có cảnh báo, chỉ báo hay việc nào được gắn với nhiệm vụ này. Mở cảnh báo, chỉ báo và chọn nhiệm vụ ở phần “Nhiệm vụ của văn bản”.",
    making: (n: string) => `${n} đang làm`,
    closed: (room: string) => `${room}: chỉ cơ quan này mở được`,
    notYet: "chưa xong",
    more: "Xem tất cả",
    title: (path: string) => `Việc đã làm cho nhiệm vụ ${path}`,
    caption: "Việc đã làm, mới nhất trước",
    what: "Việc",
    body: "Cơ quan",
    on: "Ngày",
    room: "Loại",
    cut: (n: string) => `Hiện ${n} việc mới nhất.`,
    of: "Việc đã làm",
  },
  en: {
    card: "What was done for this task",
    none: "No warning, indicator or other work names this task yet. Open one and choose the task under “Task of the letter”.",
    making: (n: string) => `${n} in the making`,
    closed: (room: string) => `${room}: only this body opens it`,
    notYet: "not out yet",
    more: "See all",
    title: (path: string) => `What was done for task ${path}`,
    caption: "What was done, newest first",
    what: "Work",
    body: "Body",
    on: "Day",
    room: "Kind",
    cut: (n: string) => `The newest ${n} are shown.`,
    of: "Done",
  },
})
