/** The reading of a page of another server, as it runs in a process of its own. */
import { readSourcePage, type SourcePage } from "./domain/page.ts"

export const readPage = (file: Uint8Array): SourcePage => readSourcePage(file)
