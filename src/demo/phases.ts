/** Whoever waits for the demo sees what it has told so far, and how long each part took; the last line says all of it. */
export function tellPhases(say: (line: string) => void): {
  begin(part: string): () => void
  end(): void
} {
  const began = Date.now()
  const since = (at: number) => seconds(Date.now() - at)
  const begin = (part: string) => {
    const at = Date.now()
    return () => say(`Dữ liệu mẫu: ${part}, ${since(at)} s`)
  }
  const end = () => {
    const { user, system } = process.cpuUsage()
    say(
      `Dữ liệu mẫu xong sau ${since(began)} s (bộ xử lý của tiến trình này ${seconds((user + system) / 1_000)} s).`,
    )
  }
  return { begin, end }
}

const seconds = (ms: number): string => (ms / 1_000).toFixed(1).replace(".", ",")
