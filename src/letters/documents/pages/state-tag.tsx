import { Tag, type Tone } from "../../../kernel/ui/index.ts"
import type { Lang } from "../../../kernel/words.ts"
import type { State } from "../domain.ts"
import { words } from "../words.ts"

const tones: Readonly<Record<State, Tone>> = {
  draft: "calm",
  review: "soon",
  approved: "soon",
  signed: "brand",
  numbered: "brand",
  issued: "good",
  archived: "calm",
}

export function StateTag({ state, lang }: { state: State; lang: Lang }) {
  return <Tag tone={tones[state]}>{words[lang].states[state]}</Tag>
}
