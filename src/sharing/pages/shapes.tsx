import type { Child } from "hono/jsx"
import type { Overall } from "../domain/verdict.ts"

/** A verdict is told three times: by its words, its colour and its shape, so that any one of them is enough. */
export function Shape({ of, small }: { of: Overall; small?: boolean }) {
  const { tone, drawing } = shapes[of]
  return (
    <svg class={`shape ${tone}${small === true ? " small" : ""}`} viewBox="0 0 32 32" aria-hidden="true">
      {drawing}
    </svg>
  )
}

/** Eight corners: stop. A triangle: doubt. A square: official. An open, broken circle: nothing known. */
const shapes: Readonly<Record<Overall, { tone: string; drawing: Child }>> = {
  warned: {
    tone: "is-late",
    drawing: (
      <>
        <path fill="currentColor" d="M10 2h12l8 8v12l-8 8H10l-8-8V10z" />
        <path class="sign" d="M16 9v8.5M16 23v.01" />
      </>
    ),
  },
  doubt: {
    tone: "is-soon",
    drawing: (
      <>
        <path
          fill="currentColor"
          stroke="currentColor"
          stroke-width="2"
          stroke-linejoin="round"
          d="M16 4 29 28H3z"
        />
        <path class="sign" d="M16 13v6.5M16 24.4v.01" />
      </>
    ),
  },
  official: {
    tone: "is-good",
    drawing: (
      <>
        <rect x="3" y="3" width="26" height="26" rx="5" fill="currentColor" />
        <path class="sign" d="M9.5 16.5 14 21l8.5-9" />
      </>
    ),
  },
  unknown: {
    tone: "is-open",
    drawing: (
      <>
        <circle
          cx="16"
          cy="16"
          r="13"
          fill="none"
          stroke="currentColor"
          stroke-width="2.5"
          stroke-dasharray="4.6 3.57"
        />
        <path
          class="sign"
          d="M12.2 12.8c.2-2.2 1.8-3.5 3.9-3.5 2.2 0 3.9 1.4 3.9 3.5 0 2.8-3.9 3-3.9 6M16.1 23.2v.01"
        />
      </>
    ),
  },
}

/** The first thing on the page: what it is called, the answer as the title, one paragraph. */
export function Verdict(props: { of: Overall; name: string; title: string; children?: Child }) {
  return (
    <div class={`verdict ${props.of}`}>
      <div class="wrap stack">
        <p class="name">
          <Shape of={props.of} />
          <span>{props.name}</span>
        </p>
        <h1>{props.title}</h1>
        {props.children}
      </div>
    </div>
  )
}
