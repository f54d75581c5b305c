/** Courses read by a second person, and an enterprise whose agents take one: some passed and signed, one stopped half-way, some never opened it. */
import { invite, linkCode, openRound, readRoundOf } from "../awareness/actions/inviting.ts"
import {
  answerQuestion,
  beginAttempt,
  openLink,
  readAttempt,
  signPledge,
} from "../awareness/actions/learning.ts"
import { publishCourse, putForward } from "../awareness/actions/publishing.ts"
import { courseBySlug, courses } from "../awareness/catalogue.ts"
import type { House } from "../kernel/house.ts"
import type { Desk } from "../kernel/http/env.ts"
import { addDays } from "../kernel/time.ts"
import { seatOf } from "../signals/index.ts"
import { must } from "./must.ts"
import type { Stage } from "./stage.ts"

const enterprise = "viettel-hung-yen"
/** Right answers of each agent who tried; null: only opened the link. */
const tries: readonly (number | null)[] = [10, 9, 8, 6, null]
const answeredHalf = 4
const shops = [
  "Điện thoại Hòa Bình",
  "SIM thẻ Mai Anh",
  "Tạp hóa Cô Thu",
  "Viễn thông Tuấn Tú",
  "Cửa hàng Số 7",
  "Đại lý Minh Châu",
  "Điện máy Đức Phát",
  "Tạp hóa Bà Năm",
]

export async function teach(
  stage: Stage,
  { deskOn, houseOn }: { deskOn(who: string, day: string): Desk; houseOn(at: string): House },
): Promise<void> {
  const { workingAfter, until } = stage.days
  const day = workingAfter(addDays(until, -4), 0)
  const writer = deskOn(stage.lead, day)
  const seat = seatOf({ ...writer, officer: { ...writer.officer, isLead: true } })
  const second = seatOf(deskOn(`${stage.lead}:leader`, day))
  for (const { slug } of courses()) {
    must(await putForward(seat, slug))
    // Where too few questions hold on this day it waits for a second person.
    await publishCourse(second, slug, [])
  }
  const owner = seatOf(deskOn(enterprise, workingAfter(day, 1)))
  const round = { course: "ban-sim", title: "Đại lý, điểm bán trong tỉnh", closesOn: addDays(until, 45) }
  const { id } = must(await openRound(owner, round))
  must(
    await invite(
      owner,
      id,
      shops.map((name, at) => ({ name, place: stage.places[at] ?? null })),
    ),
  )
  const house = houseOn(`${workingAfter(day, 2)}T03:00:00Z`)
  const learners = (await readRoundOf(owner, id))?.learners ?? []
  await Promise.all(
    tries.map(async (right, at) => {
      const code = linkCode(house, learners[at]?.id ?? "")
      await openLink(house, code)
      if (right !== null) await learn(house, code, { right, isHalf: at === tries.length - 2 })
    }),
  )
}

async function learn(
  house: House,
  code: string,
  { right, isHalf }: { right: number; isHalf: boolean },
): Promise<void> {
  must(await beginAttempt(house, code))
  const drawn = (await readAttempt(house, code))?.attempt.drawn ?? []
  const questions = courseBySlug("ban-sim")?.questions ?? []
  for (const [at, { id, order }] of (isHalf ? drawn.slice(0, answeredHalf) : drawn).entries()) {
    const rightOption = questions.find((one) => one.id === id)?.right ?? 0
    const option = at < right ? rightOption : (order.find((one) => one !== rightOption) ?? 0)
    must(await answerQuestion(house, code, { question: id, option }))
  }
  if (!isHalf) must(await signPledge(house, code, "Người bán hàng mẫu"))
}
