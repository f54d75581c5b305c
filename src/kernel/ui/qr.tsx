import { qrOf } from "../qr.ts"

/** Dark on white also in dark mode, with the quiet zone of four modules that readers need. No inline style. */
export function Qr({ text, label, side }: { text: string; label: string; side: number }) {
  const quiet = 4
  const rows = qrOf(text)
  const modules = rows.length + quiet * 2
  const path = rows
    .flatMap((row, y) =>
      [...row].map((dark, x) => (dark === "1" ? `M${x + quiet} ${y + quiet}h1v1h-1z` : "")),
    )
    .join("")
  return (
    <svg viewBox={`0 0 ${modules} ${modules}`} width={side} height={side} role="img" aria-label={label}>
      <rect width={modules} height={modules} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  )
}
