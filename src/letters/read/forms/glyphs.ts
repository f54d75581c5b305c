/**
 * Every glyph of a PDF page with its place, from the page's drawing commands.
 *
 * The words that pdf.js offers ready-made are not enough: where letters with accents come from a second font, they
 * are drawn after the line and its words arrive as "T NH H NG YÊN" and "Ỉ Ư". Places put them right.
 */
export type Glyph = {
  char: string
  x: number
  y: number
  width: number
  size: number
  isSpace: boolean
  /** The direction in which its line runs, in degrees against the page's foot. */
  turn: number
  /** The note (annotation) that it belongs to; null for the page's own words. */
  note: string | null
}

export type Commands = { fnArray: readonly number[]; argsArray: readonly unknown[] }
/** The numbers by which pdf.js calls its drawing commands. */
export type CommandNumbers = Record<string, number>

type Matrix = readonly [number, number, number, number, number, number]
type State = {
  ctm: Matrix
  text: Matrix
  line: Matrix
  size: number
  charSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
}

const identity: Matrix = [1, 0, 0, 1, 0, 0]
const glyphsMax = 300_000

export function glyphsOf(commands: Commands, ops: CommandNumbers): Glyph[] {
  const glyphs: Glyph[] = []
  const names = new Map(Object.entries(ops).map(([name, number]) => [number, name]))
  const stack: State[] = []
  let state: State = start()
  let note: string | null = null
  for (const [i, fn] of commands.fnArray.entries()) {
    const args = commands.argsArray[i]
    const name = names.get(fn) ?? ""
    if (name === "save" || name === "paintFormXObjectBegin") stack.push({ ...state })
    if (name === "restore" || name === "paintFormXObjectEnd") state = stack.pop() ?? start()
    else if (name === "beginAnnotation") {
      const [id, , transform, matrix] = listOf(args)
      note = String(id)
      stack.push({ ...state })
      state = { ...start(), ctm: times(matrixOf(listOf(transform)), matrixOf(listOf(matrix))) }
    } else if (name === "endAnnotation") {
      note = null
      state = stack.pop() ?? start()
    } else if (name === "showText") show(state, listOf(args)[0], glyphs, note)
    else state = { ...state, ...changeOf(name, args, state) }
    if (glyphs.length > glyphsMax) break
  }
  return glyphs
}

const start = (): State => ({
  ctm: identity,
  text: identity,
  line: identity,
  size: 1,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
})

/** What a command changes (ISO 32000-1, 8.4 and 9.3). */
function changeOf(name: string, args: unknown, state: State): Partial<State> {
  const given = listOf(args)
  const [a = 0, b = 0] = given.map(Number)
  switch (name) {
    case "transform":
      return { ctm: times(state.ctm, matrixOf(given)) }
    case "paintFormXObjectBegin":
      return given[0] === null || given[0] === undefined
        ? {}
        : { ctm: times(state.ctm, matrixOf(listOf(given[0]))) }
    case "beginText":
      return { text: identity, line: identity }
    case "setTextMatrix": {
      const matrix = matrixOf(given.length === 1 ? listOf(given[0]) : given)
      return { text: matrix, line: matrix }
    }
    case "moveText":
      return moved(state, a, b)
    case "setLeadingMoveText":
      return { ...moved(state, a, b), leading: -b }
    case "nextLine":
      return moved(state, 0, -state.leading)
    case "setLeading":
      return { leading: a }
    case "setFont":
      return { size: b }
    case "setCharSpacing":
      return { charSpacing: a }
    case "setWordSpacing":
      return { wordSpacing: a }
    case "setHScale":
      return { scale: a / (Math.abs(a) > 10 ? 100 : 1) }
    case "setTextRise":
      return { rise: a }
    default:
      return {}
  }
}

function moved(state: State, x: number, y: number): Partial<State> {
  const line = times(state.line, [1, 0, 0, 1, x, y])
  return { line, text: line }
}

type Drawn = { unicode?: unknown; width?: unknown; isSpace?: unknown }

/** Draws a run: numbers shift the pen by thousandths of the size, glyphs by their own width. */
function show(state: State, run: unknown, glyphs: Glyph[], note: string | null): void {
  if (!Array.isArray(run)) return
  const page = times(state.ctm, state.text)
  const unit = Math.hypot(page[0], page[1])
  const turn = (Math.atan2(page[1], page[0]) * 180) / Math.PI
  let pen = 0
  for (const drawn of run as unknown[]) {
    if (typeof drawn === "number") pen -= (drawn / 1000) * state.size * state.scale
    else if (typeof drawn === "object" && drawn !== null) {
      const { unicode, width, isSpace } = drawn as Drawn
      const char = typeof unicode === "string" ? unicode : ""
      const wide = (Number(width) / 1000) * state.size
      const x = page[0] * pen + page[2] * state.rise + page[4]
      const y = page[1] * pen + page[3] * state.rise + page[5]
      glyphs.push({
        char,
        x,
        y,
        width: wide * state.scale * unit,
        size: Math.abs(state.size) * unit,
        isSpace: char.trim() === "",
        turn,
        note,
      })
      pen += (wide + state.charSpacing + (isSpace === true ? state.wordSpacing : 0)) * state.scale
    }
  }
  state.text = times(state.text, [1, 0, 0, 1, pen, 0])
}

function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}

const matrixOf = (given: readonly unknown[]): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = given.map(Number)
  return [a, b, c, d, e, f]
}

/** Arguments come as arrays, typed arrays, or objects numbered like them. */
function listOf(args: unknown): unknown[] {
  if (Array.isArray(args)) return args
  if (ArrayBuffer.isView(args) || (typeof args === "object" && args !== null)) return Object.values(args)
  return []
}
