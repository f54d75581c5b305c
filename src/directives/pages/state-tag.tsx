import { Tag, type Tone } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { State } from "../domain/life.ts"
import { words } from "../words.ts"

const tones: Readonly<Record<State, Tone>> = {
  sent: "calm",
  received: "brand",
  planned: "brand",
  "in-progress": "brand",
  done: "good",
  returned: "soon",
  accepted: "good",
  withdrawn: "calm",
}

export function StateTag({ state, lang }: { state: State; lang: Lang }) {
  return <Tag tone={tones[state]}>{words[lang].states[state]}</Tag>
}
