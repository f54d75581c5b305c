/** The front door of signals. It loads no page, so that commands may use it. */

export { forwardsComeBack } from "./actions/forwarding.ts"
export { answerFromCase, type CaseAnswer, reopenFromCase } from "./actions/from-case.ts"
export { seatOf } from "./actions/seat.ts"
export { putInCase } from "./actions/steps.ts"
export { navOfSignals, publicNavOfSignals } from "./nav.ts"
export { paths as signalPaths } from "./paths.ts"
export { type Identifier, type IdentifierRole, type Kind, kinds, roles } from "./read/identifiers.ts"
export { readSignal, type SignalReading, tipCharsMax } from "./read/read.ts"
export { redact } from "./read/redact.ts"
export { type Urgency, urgencies } from "./read/urgency.ts"
export { type LinkedSignal, readSignalRow, signalsOfCase } from "./store/reading.ts"
