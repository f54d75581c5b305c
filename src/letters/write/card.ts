/** A warning as a picture that is sent on: 1200 × 630, as messengers show it. */
import { apart, writing } from "../../kernel/apart/apart.ts"
import type { drawCard } from "./card.apart.ts"

export type Card = {
  lang: "vi" | "en"
  head: string
  title: string
  toDoHead: string
  toDo: readonly string[]
  issuer: string
  address: string
  code: string
}

const file = new URL("./card.apart.ts", import.meta.url)
const draw = apart<typeof drawCard>(
  writing,
  { file, name: "drawCard" },
  { ms: 60_000, answerBytesMax: 5_000_000 },
)

/** PNG. Rejects with `Overrun` where drawing takes too much or too many wait. */
export const writeCard = (card: Card): Promise<Uint8Array> => draw(card)
