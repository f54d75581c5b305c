/** What was decided and what is still owed: served or not, late by how many days, each day's charge, and the duty to enforce. */
import { formatDate, formatDay, formatMoney, formatNumber } from "../../kernel/format.ts"
import { Card, type Definition, DefinitionList, Tag } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import type { CaseReading } from "../actions/reading.ts"
import type { Charge } from "../domain/late.ts"
import { type Money, paymentsIn, reductionsIn } from "../domain/money.ts"
import type { Sanction } from "../store/acts.ts"
import { words } from "../words.ts"
import { casefileWords } from "../words-casefile.ts"

export function Execution({ reading, lang }: { reading: CaseReading; lang: Lang }) {
  const t = words[lang].page
  const sanction = reading.acts.find((act) => act.sanction !== null)?.sanction ?? null
  if (reading.row.state !== "decided" || sanction === null) return null
  const { fines, late } = reading.owed
  const { payUntil } = reading
  const { haltedNumber, haltedOn } = reading.row
  const facts: Definition[] = [
    {
      term: t.decidedOn,
      value: `${sanction.number}, ${formatDate(sanction.decidedOn, lang)}, ${t.decidedBy(signerText(sanction, lang))}`,
    },
    {
      term: t.served,
      value: sanction.servedOn === null ? t.notServed : formatDate(sanction.servedOn, lang),
    },
    ...(payUntil === null ? [] : [{ term: t.payUntil, value: formatDate(payUntil, lang) }]),
    ...(fines === 0 ? [] : [{ term: t.fineOwed, value: formatMoney(fines, lang) }]),
    ...(late === 0 ? [] : [{ term: t.lateOwed, value: formatMoney(late, lang) }]),
    ...moneyFacts(reading.money, lang),
  ]
  return (
    <Card title={t.execution} id="thi-hanh-quyet-dinh">
      {haltedNumber !== null && haltedOn !== null && (
        <p>
          <Tag tone="soon">{casefileWords[lang].haltedTag}</Tag>{" "}
          {casefileWords[lang].halted(haltedNumber, formatDate(haltedOn, lang))}
        </p>
      )}
      <DefinitionList items={facts} />
      <Late reading={reading} lang={lang} />
      <Enforcement reading={reading} lang={lang} />
    </Card>
  )
}

/** Payments of a part, reductions and postponements, each with its receipt or decision. */
function moneyFacts(money: readonly Money[], lang: Lang): Definition[] {
  const t = words[lang].page
  const amounts = (all: readonly { happenedOn: string; amount: number; number: string }[]) =>
    all.map((one) => t.money(formatDate(one.happenedOn, lang), formatMoney(one.amount, lang), one.number))
  const eased = money.flatMap((one): Definition[] => {
    if (!("untilOn" in one)) return []
    const until = t.eased(formatDate(one.untilOn, lang), one.number)
    if (one.what === "postponed") return [{ term: t.postponed, value: until }]
    const plan = one.plan.map(({ on, amount }) =>
      t.instalment(formatDate(on, lang), formatMoney(amount, lang)),
    )
    return [{ term: t.instalments, value: [until, ...plan].join("; ") }]
  })
  return [
    ...amounts(paymentsIn(money)).map((value) => ({ term: t.paid, value })),
    ...amounts(reductionsIn(money)).map((value) => ({ term: t.reduced, value })),
    ...eased,
  ]
}

/** "Phạm Thị Giám, Chánh Thanh tra Sở (giao quyền 12/QĐ-GQ, 01/08/2023)". */
function signerText(
  { decidedName, signerTitle, delegation, delegatedOn, checkedName }: Sanction,
  lang: Lang,
): string {
  const t = words[lang].page
  return [
    [decidedName, signerTitle].filter((part) => part !== "").join(", "),
    ...(delegation === null || delegatedOn === null
      ? []
      : [t.delegated(delegation, formatDate(delegatedOn, lang))]),
    ...(checkedName === null ? [] : [t.checkedBy(checkedName)]),
  ].join("; ")
}

function Late({ reading, lang }: { reading: CaseReading; lang: Lang }) {
  const t = words[lang].page
  const { owed, charges: lines } = reading
  if (lines.length === 0) return null
  const days = lines.reduce((sum, line) => sum + line.days, 0)
  return (
    <>
      <p class="late">
        <b>{t.owed(formatMoney(owed.fines, lang), formatMoney(owed.late, lang))}</b>
      </p>
      <p class="quiet">{t.lateRule}</p>
      <details>
        <summary>{t.lateDays(formatNumber(days, lang))}</summary>
        <DefinitionList
          items={lines.map((line) => ({
            term: spanOf(line, lang),
            value: t.chargeOf(
              formatNumber(line.days, lang),
              formatMoney(line.charge, lang),
              formatMoney(line.total, lang),
            ),
          }))}
        />
      </details>
    </>
  )
}

const spanOf = ({ from, to }: Charge, lang: Lang) =>
  from === to ? formatDay(from, lang) : `${formatDay(from, lang)} – ${formatDay(to, lang)}`

/** The duty stands until a decision to enforce is noted; its clock is the limitation of execution. */
function Enforcement({ reading, lang }: { reading: CaseReading; lang: Lang }) {
  const t = words[lang].page
  const { payUntil, today, enforcedAs, shownClocks } = reading
  if (payUntil === null || today <= payUntil) return null
  if (enforcedAs !== null) return <p>{t.enforced(enforcedAs)}</p>
  const until = shownClocks.find(({ clock }) => clock.purpose === "execution-limitation")?.clock.due
  return (
    <p>
      <Tag tone="late">{t.enforceTag}</Tag> {t.enforceDuty}{" "}
      {until != null && t.enforceUntil(formatDate(until.slice(0, 10), lang))}
    </p>
  )
}
