import { Tag, type Tone } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { State } from "../domain/life.ts"
import { words } from "../words.ts"

const tones: Readonly<Record<State, Tone>> = {
  planned: "calm",
  decided: "brand",
  approved: "brand",
  announced: "soon",
  paused: "calm",
  recorded: "brand",
  concluded: "brand",
  closed: "good",
  stopped: "calm",
  dropped: "calm",
}

export function StateTag({ state, lang }: { state: State; lang: Lang }) {
  return <Tag tone={tones[state]}>{words[lang].states[state]}</Tag>
}
