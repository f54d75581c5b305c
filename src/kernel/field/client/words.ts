/** The words of the page come with it (page.tsx). */
import type { fieldWords } from "../words.ts"

export type Words = (typeof fieldWords)["vi"]
