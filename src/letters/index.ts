/** Official letters: what other slices may use. */
export type { DocumentKind, OfficialDocument, OfficialDocumentInput } from "./write/model.ts"
export { officialDocument } from "./write/model.ts"
export { writeDocx, writePdf } from "./write/writer.ts"
