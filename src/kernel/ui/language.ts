import { createContext, useContext } from "hono/jsx"
import type { Lang } from "../words.ts"
import { words } from "./words.ts"

/** The language of the page being rendered. `Layout` provides it; a component alone is in Vietnamese. */
export const Language = createContext<Lang>("vi")

export function useLang(): Lang {
  return useContext(Language)
}

/** The house's own sentences in the page's language. */
export function useWords() {
  return words[useLang()]
}
