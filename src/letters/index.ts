/** Official letters: what other slices may use. */

export {
  changeDraftIn,
  type Draft,
  documentFile,
  documentToRead,
  draftDocument,
  draftDocumentIn,
  type FileToIssue,
  fileToIssue,
  issueDocumentIn,
  readDocument,
} from "./documents/actions.ts"
export { type State as DocumentState, shownNumber } from "./documents/domain.ts"
export { findDocuments } from "./documents/finding.ts"
export { documentHoldings } from "./documents/leaving.ts"
export { documentsNamed, type ListedDocument, wordsOfDocuments } from "./documents/store.ts"
export { blocksOf as typedBlocks } from "./documents/typed.ts"
export { documentsWaiting } from "./documents/waiting.ts"
export { words as documentWords } from "./documents/words.ts"
export { navOfLetters, navOfSymbols } from "./nav.ts"
export { openBook, takeNumber } from "./numbering/actions.ts"
export type { NumberedDocument, TakenNumber } from "./numbering/store.ts"
export { symbolsOf } from "./numbering/symbols.ts"
export { paths as letterPaths } from "./paths.ts"
export { type ReadLetter, readLetter } from "./read/aside.ts"
export type { LetterReading } from "./read/reading.ts"
export type { RefusalReason } from "./read/refusal.ts"
export { unstamped } from "./screening.ts"
export { writeCard } from "./write/card.ts"
export { type CertificateSheet, writeCertificate } from "./write/certificate.ts"
export type { BlockInput, DocumentKind, OfficialDocument, OfficialDocumentInput } from "./write/model.ts"
export { officialDocument } from "./write/model.ts"
export { type Poster, writePoster } from "./write/poster.ts"
export { type BodySymbols, inFull, signatureFor, symbolOf } from "./write/symbol.ts"
export { writeDocx, writePdf } from "./write/writer.ts"
