/** An XLSX as `sheet.ts` has it written: thousands of rows fold into a ZIP for seconds. */
import writeXlsxFile from "write-excel-file/node"

export type XlsxOrder = {
  title: string
  columns: readonly { label: string; width: number }[]
  rows: readonly (readonly (string | number | null)[])[]
}

export async function xlsxOf({ title, columns, rows }: XlsxOrder): Promise<Uint8Array> {
  const head = columns.map(({ label }) => ({ value: label, fontWeight: "bold" as const, wrap: true }))
  const body = rows.map((row) =>
    row.map((cell) => (cell === null ? null : { value: cell, wrap: true, alignVertical: "top" as const })),
  )
  const book = writeXlsxFile([head, ...body], {
    sheet: title.replace(/[\\/?*[\]:]/g, " ").slice(0, 31),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  })
  return new Uint8Array(await book.toBuffer())
}
