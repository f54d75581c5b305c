/** Every sentence of this slice. */
import type { Language, Role } from "../kernel/http/env.ts"

const vi = {
  roles: {
    clerk: "văn thư",
    officer: "chuyên viên",
    leader: "lãnh đạo",
    administrator: "quản trị",
    observer: "theo dõi",
  } satisfies Record<Role, string>,
  refused: {
    title: "Bạn không có quyền làm việc này",
    youAre: (role: string, body: string) => `Bạn đang làm việc với vai trò ${role} của ${body}.`,
    whoCan: (roles: readonly string[]) => `Việc này dành cho: ${roles.join(", ")}.`,
    chartKeeper: "Chỉ cơ quan giữ sơ đồ tổ chức của tỉnh làm được việc này.",
    whatToDo: "Nhờ người có vai trò đó, hoặc hỏi người quản trị của cơ quan bạn.",
    signedOut: "Phiên đăng nhập đã kết thúc",
    signedOutHelp:
      "Mở trang đăng nhập ở thẻ khác, đăng nhập, rồi quay lại đây và gửi lại: điều bạn đã nhập vẫn còn.",
    back: "Về trang công việc",
    signIn: "Đăng nhập",
  },
}

export type Words = typeof vi

const en: Words = {
  roles: {
    clerk: "clerk",
    officer: "officer",
    leader: "leader",
    administrator: "administrator",
    observer: "observer",
  },
  refused: {
    title: "You may not do this",
    youAre: (role, body) => `You are working as ${role} of ${body}.`,
    whoCan: (roles) => `This can be done by: ${roles.join(", ")}.`,
    chartKeeper: "Only the body that keeps the province's organisation chart can do this.",
    whatToDo: "Ask somebody in that role, or your body's administrator.",
    signedOut: "Your session has ended",
    signedOutHelp:
      "Open the sign-in page in another tab, sign in, come back here and send again: what you typed is kept.",
    back: "To my work",
    signIn: "Sign in",
  },
}

const catalogue: Readonly<Record<Language, Words>> = { vi, en }

export function wordsIn(language: Language): Words {
  return catalogue[language]
}
