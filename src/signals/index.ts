/** The front door of signals. It loads no page, so that commands may use it. */

export { publicNavOfSignals } from "./nav.ts"
export { type Identifier, type IdentifierRole, type Kind, kinds, roles } from "./read/identifiers.ts"
export { readSignal, type SignalReading, tipCharsMax } from "./read/read.ts"
export { redact } from "./read/redact.ts"
export { type Urgency, urgencies } from "./read/urgency.ts"
