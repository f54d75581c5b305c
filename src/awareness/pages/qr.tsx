/** A QR code drawn by us: dark modules as one path, with the quiet zone that readers need. */
export function Qr({ rows, label }: { rows: readonly string[]; label: string }) {
  const quiet = 4
  const size = rows.length + quiet * 2
  const path = rows
    .flatMap((row, y) =>
      [...row].map((dark, x) => (dark === "1" ? `M${x + quiet} ${y + quiet}h1v1h-1z` : "")),
    )
    .join("")
  return (
    <svg
      width="148"
      height="148"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
