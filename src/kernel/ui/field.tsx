import type { Child } from "hono/jsx"
import { fieldId, useForm } from "./form.tsx"
import { useWords } from "./language.ts"

export type Option = {
  value: string
  label: string
  hint?: string /** A heading the option stands under. */
  group?: string
}

type Common = {
  name: string
  label: string
  hint?: Child
  /** The form's answer by default. */
  value?: string | readonly string[] | undefined
  /** The form's error by default. */
  error?: string | undefined
  /** Says "không bắt buộc" beside the label. Fields are required unless told. */
  optional?: boolean
  /** One of several fields must be filled in, and the page says which: neither required by itself nor called optional. */
  either?: boolean
  /** The label is read aloud but not shown: only where the page's title asks the same question. */
  quietLabel?: boolean
}

export type FieldProps = Common &
  (
    | {
        kind: "text"
        inputmode?: "numeric" | "decimal" | "tel" | "email" | "url" | "search"
        autocomplete?: string
        maxlength?: number
        width?: "short" | "full"
        list?: readonly string[]
      }
    | {
        kind: "email" | "tel" | "password" | "search"
        autocomplete?: string
        maxlength?: number
        width?: "short" | "full"
      }
    | { kind: "textarea"; rows?: number; maxlength?: number }
    | { kind: "date"; min?: string | undefined; max?: string }
    | {
        kind: "number"
        min?: number | undefined
        max?: number | undefined
        step?: number
        unit?: string | undefined
      }
    | {
        kind: "select"
        options: readonly Option[] /** The first, empty choice; `null` for none. */
        empty?: string | null
      }
    | { kind: "combobox"; options: readonly Option[]; empty?: string | null }
    | { kind: "radio" | "checkbox"; options: readonly Option[] }
    | { kind: "file"; accept?: string; multiple?: boolean }
  )

/** One question of a form: label, hint, error and control, tied together for every reader. */
export function Field(props: FieldProps) {
  const form = useForm()
  const t = useWords()
  const id = fieldId(form.id, props.name)
  const error = props.error ?? form.errors[props.name]
  const typed = form.answers[props.name]
  const value = form.isBack ? typed : (props.value ?? typed)
  const hintId = props.hint === undefined ? null : `${id}-hint`
  const errorId = error === undefined ? null : `${id}-error`
  const described = [hintId, errorId].filter((part) => part !== null).join(" ") || undefined
  const isGroup = props.kind === "radio" || props.kind === "checkbox"
  const label = (
    <>
      {props.label}
      {props.optional === true && <span class="quiet"> ({t.field.optional})</span>}
    </>
  )
  const around = (
    <>
      {hintId !== null && (
        <div class="hint" id={hintId}>
          {props.hint}
        </div>
      )}
      {errorId !== null && (
        <p class="error" id={errorId}>
          <span class="hidden">{t.errors.mark}</span>
          {error}
        </p>
      )}
    </>
  )
  const attributes: Attributes = {
    id,
    name: props.name,
    "aria-describedby": described,
    "aria-invalid": error === undefined ? undefined : "true",
  }
  const style = error === undefined ? "field" : "field wrong"
  if (isGroup)
    return (
      <fieldset class={style} aria-describedby={described}>
        <legend class={props.quietLabel === true ? "hidden" : "label"}>{label}</legend>
        {around}
        <Choices {...props} id={id} values={listOf(value)} />
      </fieldset>
    )
  return (
    <div class={style}>
      <label class={props.quietLabel === true ? "hidden" : "label"} for={id}>
        {label}
      </label>
      {around}
      <Control {...props} attributes={attributes} current={listOf(value)[0]} />
    </div>
  )
}

type Attributes = {
  id: string
  name: string
  "aria-describedby": string | undefined
  "aria-invalid": "true" | undefined
}
type ControlProps = FieldProps & { attributes: Attributes; current: string | undefined }

function Control(props: ControlProps) {
  const { attributes, current } = props
  const form = useForm()
  const required = props.optional !== true && props.either !== true && form.asks === "answers"
  switch (props.kind) {
    case "textarea":
      return (
        <textarea
          {...attributes}
          rows={props.rows ?? 4}
          maxlength={props.maxlength ?? 10_000}
          required={required}
        >
          {current}
        </textarea>
      )
    case "select":
    case "combobox":
      return <Select {...props} required={required} />
    case "date":
      return (
        <input
          type="date"
          {...attributes}
          value={current}
          min={props.min}
          max={props.max}
          class="short"
          required={required}
        />
      )
    case "number":
      return (
        <span class="with-unit">
          <input
            type="number"
            {...attributes}
            value={current}
            min={props.min}
            max={props.max}
            step={props.step}
            class="short"
            inputmode="decimal"
            required={required}
          />
          {props.unit !== undefined && <span>{props.unit}</span>}
        </span>
      )
    case "file":
      return (
        <input
          type="file"
          {...attributes}
          accept={props.accept}
          multiple={props.multiple === true}
          required={required}
        />
      )
    case "text":
      return <Text {...props} required={required} />
    case "email":
    case "tel":
    case "password":
    case "search":
      return (
        <input
          type={props.kind}
          {...attributes}
          value={props.kind === "password" ? undefined : current}
          autocomplete={props.autocomplete}
          maxlength={props.maxlength ?? 500}
          class={props.width ?? "full"}
          required={required}
        />
      )
    case "radio":
    case "checkbox":
      return null
  }
}

function Text(props: ControlProps & { kind: "text"; required: boolean }) {
  const { attributes, current, list } = props
  const listId = list === undefined ? undefined : `${attributes.id}-list`
  return (
    <>
      <input
        type="text"
        {...attributes}
        value={current}
        inputmode={props.inputmode}
        autocomplete={props.autocomplete}
        maxlength={props.maxlength ?? 500}
        class={props.width ?? "full"}
        list={listId}
        required={props.required}
      />
      {list !== undefined && (
        <datalist id={listId}>
          {list.map((item) => (
            <option value={item} />
          ))}
        </datalist>
      )}
    </>
  )
}

/** A combobox is a plain `select` until `combobox.js` is there; then it can be searched, accents or not. */
function Select(props: ControlProps & { kind: "select" | "combobox"; required: boolean }) {
  const { attributes, current, options } = props
  const t = useWords().field
  const groups = [...new Set(options.map((option) => option.group))]
  const choices = (group: string | undefined) =>
    options
      .filter((option) => option.group === group)
      .map((option) => (
        <option value={option.value} selected={option.value === current}>
          {option.label}
        </option>
      ))
  const words = props.kind === "combobox" ? { "data-combobox": t.search, "data-none": t.noMatch } : {}
  return (
    <select {...attributes} {...words} required={props.required}>
      {props.empty !== null && <option value="">{props.empty ?? t.choose}</option>}
      {groups.map((group) =>
        group === undefined ? choices(group) : <optgroup label={group}>{choices(group)}</optgroup>,
      )}
    </select>
  )
}

function Choices(props: FieldProps & { kind: "radio" | "checkbox"; id: string; values: readonly string[] }) {
  const { kind, name, options, id, values } = props
  return (
    <div class="choices">
      {options.map((option, index) => {
        // Two hyphens: a form may have fields "answer" and "answer-1".
        const own = index === 0 ? id : `${id}--${index}`
        const hintId = option.hint === undefined ? undefined : `${own}-says`
        return (
          <div class="choice">
            <input
              type={kind}
              id={own}
              name={name}
              value={option.value}
              checked={values.includes(option.value)}
              aria-describedby={hintId}
            />
            <label for={own}>{option.label}</label>
            {option.hint !== undefined && (
              <p class="hint" id={hintId}>
                {option.hint}
              </p>
            )}
          </div>
        )
      })}
    </div>
  )
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return []
  return typeof value === "string" ? [value] : value
}
