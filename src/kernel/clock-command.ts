/** The command of `src/cli.ts`; being built in this slice's room. */
export async function clockDue(_args: string[]): Promise<number> {
  process.stderr.write("chưa có\n")
  return 1
}
