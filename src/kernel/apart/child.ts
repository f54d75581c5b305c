/**
 * The process of `lane.ts`: one order at a time comes in by standard input, its answer goes out by descriptor 3, so that
 * what a library prints disturbs nothing. It ends when the one who started it is gone.
 */
import { Socket } from "node:net"
import { FrameReader, frameOf } from "./frames.ts"

export type Order = { file: string; name: string; input: unknown; answerBytesMax: number }
export type Answer = { value: unknown } | { failed: string } | { tooLarge: number }

const orderBytesMax = 300_000_000

const out = new Socket({ fd: 3 })
const orders = new FrameReader(() => orderBytesMax)
let last: Promise<void> = Promise.resolve()

process.stdin.on("data", (piece: Buffer) => {
  for (const order of orders.take(piece)) last = last.then(() => carryOut(order as Order))
})
process.stdin.on("end", () => process.exit(0))

async function carryOut(order: Order): Promise<void> {
  const answer = frameOf(await answerTo(order))
  const isTooLarge = answer.length > order.answerBytesMax
  const sent: Answer = { tooLarge: answer.length }
  await new Promise<void>((resolve) => out.write(isTooLarge ? frameOf(sent) : answer, () => resolve()))
}

async function answerTo({ file, name, input }: Order): Promise<Answer> {
  try {
    const work: unknown = ((await import(file)) as Record<string, unknown>)[name]
    if (typeof work !== "function") throw new Error(`${file} has no function ${name}`)
    return { value: await (work as (input: unknown) => unknown)(input) }
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
