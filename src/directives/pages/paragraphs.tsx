/** What people wrote, a paragraph a line. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) => (
          <p>{line}</p>
        ))}
    </>
  )
}
