/** A visit as it is written on the spot: the answers, the photos and the record in one transaction, once, however often it is sent. */
import { getFile } from "../../kernel/files.ts"
import { journal } from "../../kernel/journal.ts"
import type { Given } from "../domain/checklist.ts"
import { answersOf, type KeptAnswer } from "../store/details.ts"
import { checksUnderWay, type InspectionListed, noteSent } from "../store/inspections.ts"
import { addPhotos, checkSentAs, type KeptPhoto, type Photo, photosOf } from "../store/photos.ts"
import type { Seat } from "./seat.ts"
import { answerStep, type Recording, recordStep } from "./steps.ts"
import { type StepRefusal, takeStepIn } from "./take.ts"

/** `sentKey`, `deviceAt`: of a form that a device sent. `isOver`: the officer saw what a colleague wrote meanwhile. */
export type Arriving = {
  sentKey: string | null
  deviceAt: Date | null
  isOver: boolean
  keep: () => Promise<readonly KeptPhoto[]>
}
export type Visited =
  | { id: string }
  | { refused: StepRefusal | "refusalMissing" | "witnessMissing" }
  | { overtaken: readonly { question: string; standing: KeptAnswer }[] }

class Refused extends Error {
  readonly refused
  constructor(refused: StepRefusal | "refusalMissing" | "witnessMissing") {
    super(refused)
    this.refused = refused
  }
}

export async function holdVisit(
  seat: Seat,
  id: string,
  { given, recording }: { given: readonly Given[]; recording: Recording },
  arriving: Arriving,
): Promise<Visited> {
  try {
    return await seat.open(async (tx): Promise<Visited> => {
      const before = arriving.sentKey === null ? null : await checkSentAs(tx, arriving.sentKey)
      if (before !== null) return { id: before }
      const overtaken = arriving.isOver ? [] : differing(given, await answersOf(tx, id), seat.name)
      if (overtaken.length > 0) return { overtaken }
      const answered = await takeStepIn(
        tx,
        seat,
        id,
        { step: "answer", on: null },
        answerStep(seat, id, given),
      )
      if ("refused" in answered) throw new Refused(answered.refused)
      const on = { step: "record", on: recording.recordedOn } as const
      const recorded = await takeStepIn(tx, seat, id, on, recordStep(recording))
      if ("refused" in recorded) throw new Refused(recorded.refused)
      const files = await arriving.keep()
      await addPhotos(tx, id, { files, after: (await photosOf(tx, id)).length, addedName: seat.name })
      if (arriving.sentKey !== null)
        await noteSent(tx, id, {
          sentKey: arriving.sentKey,
          deviceAt: arriving.deviceAt?.toISOString() ?? null,
        })
      return { id }
    })
  } catch (error) {
    if (error instanceof Refused) return { refused: error.refused }
    throw error
  }
}

/** Answers that a colleague gave otherwise: both are shown before one stands. */
function differing(given: readonly Given[], standing: readonly KeptAnswer[], name: string) {
  return given.flatMap(({ question, answer }) => {
    const other = standing.find((one) => one.question === question)
    return other === undefined || other.answer === answer || other.byName === name
      ? []
      : [{ question, standing: other }]
  })
}

/** Visits that an inspector takes along. */
export const visitsUnderWay = (
  seat: Seat,
  of: { checklist: string; version: number },
): Promise<InspectionListed[]> => seat.look((tx) => checksUnderWay(tx, of))

export async function readPhoto(
  seat: Seat,
  id: string,
  photoId: string,
): Promise<{ bytes: Buffer; photo: Photo } | null> {
  const photo = await seat.open(async (tx) => {
    const one = (await photosOf(tx, id)).find((each) => each.id === photoId)
    if (one === undefined) return null
    await journal(tx, {
      what: "inspection.photo-read",
      record: { kind: "inspection", id },
      details: { photo: photoId },
    })
    return one
  })
  if (photo === null) return null
  const bytes = await getFile(seat.house, photo.sha256)
  return bytes === null ? null : { bytes, photo }
}
