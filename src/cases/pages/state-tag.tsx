import { Tag, type Tone } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { State } from "../domain/life.ts"
import { words } from "../words.ts"

const tones: Readonly<Record<State, Tone>> = {
  opened: "calm",
  verifying: "brand",
  preventing: "brand",
  recorded: "brand",
  decided: "brand",
  executed: "good",
  cleared: "good",
  transferred: "soon",
  prosecuted: "good",
  closed: "calm",
}

export function StateTag({ state, lang }: { state: State; lang: Lang }) {
  return <Tag tone={tones[state]}>{words[lang].states[state]}</Tag>
}
