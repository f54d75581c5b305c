import { defineWords } from "../kernel/words.ts"

export const words = defineWords({
  vi: {
    resolve: {
      ownClause: (clause: string) => `có mục riêng trong văn bản (mục thứ ${clause})`,
      ended: (name: string, successors: string) =>
        successors === ""
          ? `${name} không tồn tại vào ngày ban hành; chưa ghi ai kế tục.`
          : `${name} không tồn tại vào ngày ban hành. Kế tục: ${successors}.`,
      emptyGroup: (name: string, successors: string) =>
        successors === ""
          ? `Nhóm “${name}” không có thành viên vào ngày ban hành.`
          : `Nhóm “${name}” không còn thành viên vào ngày ban hành. Kế tục: ${successors}.`,
    },
    reform: {
      offices: {
        isLead: "Vai trò cơ quan chủ trì lĩnh vực (nhận dấu hiệu vi phạm)",
        keepsChart: "Việc giữ sơ đồ tổ chức của tỉnh",
      },
    },
  },
  en: {
    resolve: {
      ownClause: (clause) => `has a clause of its own in this letter (number ${clause})`,
      ended: (name, successors) =>
        successors === ""
          ? `${name} does not exist on the day of issue; no successor is recorded.`
          : `${name} does not exist on the day of issue. Succeeded by: ${successors}.`,
      emptyGroup: (name, successors) =>
        successors === ""
          ? `The group “${name}” has no members on the day of issue.`
          : `The group “${name}” has no members left on the day of issue. Succeeded by: ${successors}.`,
    },
    reform: {
      offices: {
        isLead: "The role of lead department of the field (receives signs of violation)",
        keepsChart: "Keeping the province's organisation chart",
      },
    },
  },
})
