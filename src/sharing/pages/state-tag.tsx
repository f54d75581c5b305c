import { Tag, type Tone } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { State } from "../domain/life.ts"
import { words } from "../words.ts"

const tones: Readonly<Record<State, Tone>> = {
  draft: "calm",
  waiting: "soon",
  released: "brand",
  recalled: "late",
  expired: "calm",
  refused: "calm",
}

export function StateTag({ state, lang }: { state: State; lang: Lang }) {
  return <Tag tone={tones[state]}>{words[lang].states[state]}</Tag>
}

export function TlpTag({ tlp }: { tlp: string }) {
  return <Tag>TLP:{tlp.toUpperCase()}</Tag>
}
