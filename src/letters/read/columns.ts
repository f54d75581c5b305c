/** Names of a plan's columns ("TT", "Nội dung", "Cơ quan chủ trì", …), as a table's head prints them one below another. */
export type Column = "no" | "what" | "lead" | "partners" | "time" | "other"
export const columns: readonly [Column, RegExp][] = [
  ["no", /^(?:stt|tt|số tt|số thứ tự)$/],
  ["what", /^(?:tên |các )?(?:nội dung|nhiệm vụ|công việc|hoạt động|đầu việc)(?:[ ,/-]+[\p{L}]{1,8}){0,6}$/u],
  [
    "lead",
    /^(?:(?:cơ quan|đơn vị|bộ phận|cơ quan, đơn vị|cơ quan\/đơn vị) )?(?:chủ trì|thực hiện|chịu trách nhiệm)(?: thực hiện)?$/,
  ],
  ["partners", /^(?:(?:cơ quan|đơn vị|bộ phận|cơ quan, đơn vị|cơ quan\/đơn vị) )?phối hợp(?: thực hiện)?$/],
  ["time", /^(?:thời gian|thời hạn|tiến độ)(?: [\p{L}]{1,8}){0,4}$/u],
  ["other", /^(?:sản phẩm|kết quả|ghi chú|kinh phí|hình thức|địa điểm)(?: [\p{L}]{1,8}){0,4}$/u],
]

export const columnOf = (low: string): Column | undefined =>
  low.length > 60 ? undefined : columns.find(([, pattern]) => pattern.test(low))?.[0]
