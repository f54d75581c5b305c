/** The front door of signals. It loads no page, so that commands may use it. */

export { type SealsOfCase, sealsOfCases } from "./actions/beside.ts"
export { casesWithTips, findSignals } from "./actions/finding.ts"
export { forwardsComeBack } from "./actions/forwarding.ts"
export { answerFromCase, type CaseAnswer, reopenFromCase } from "./actions/from-case.ts"
export { signalHoldings } from "./actions/leaving.ts"
export { fieldsNamingReporter, writtenNamingReporter } from "./actions/naming.ts"
export { addNote, type DeskNotes, type Noted, notesOn, setFollowUp } from "./actions/notes.ts"
export { receiverToday } from "./actions/receiver.ts"
export { seatOf } from "./actions/seat.ts"
export { putInCase, takeOutOfCase } from "./actions/steps.ts"
export { passSignalsOfCase, signalDuties } from "./actions/succession.ts"
export { tallyTips } from "./actions/tallying.ts"
export { tipsWaiting } from "./actions/waiting.ts"
export {
  hotlinesOf,
  officialNumbers,
  operatorOf,
  type ScamType,
  scamTypes,
  scamTypesIn,
  spokenIdentifier,
} from "./catalogue.ts"
export { accepted, endingOf, evidenceBytesMax, sniffBytes, typeOfBytes } from "./domain/evidence.ts"
export { maskedWithin } from "./domain/intake.ts"
export { isOnDesk } from "./domain/life.ts"
export { namesReporter, writerOf } from "./domain/own.ts"
export { codeOf as receiptCode, normalCode as normalReceipt } from "./domain/receipt.ts"
export { fieldOfNotes, noteForms } from "./forms-notes.ts"
export { navOfSignals, publicNavOfSignals } from "./nav.ts"
export { paths as signalPaths } from "./paths.ts"
export { type Identifier, type IdentifierRole, type Kind, kinds, roles } from "./read/identifiers.ts"
export { type MessageReading, messageCharsMax, type Pressure, readMessage } from "./read/message.ts"
export { isOfficialHost, isOfficialMail } from "./read/official.ts"
export { peopleNamed } from "./read/people-names.ts"
export { readSignal, readTarget, type SignalReading, tipCharsMax } from "./read/read.ts"
export { papersIn, redact } from "./read/redact.ts"
export { type Urgency, urgencies } from "./read/urgency.ts"
export { type EvidenceItem, evidenceOfSignal } from "./store/evidence.ts"
export { casesToFollow, followUpsOfCases, passNotes } from "./store/notes.ts"
export { casesWithClues } from "./store/queue.ts"
export {
  alikeTo as tipsAlike,
  casesSharing,
  identifiersOf as cluesOfTip,
  type LinkedSignal,
  readSignalRow,
  signalsOfCase,
} from "./store/reading.ts"
export { evidenceOfTrick, type TrickEvidence, type TrickTally, tricksLately } from "./store/rising.ts"
export { notesWords } from "./words-notes.ts"
export { publicStates } from "./words-portal.ts"
