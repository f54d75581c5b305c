import { formatBytes } from "../format.ts"
import { fieldId, useForm } from "./form.tsx"
import { useLang, useWords } from "./language.ts"

export type UploadProps = {
  name: string
  label: string
  hint?: string
  /** Of one file; said to the person, checked in the browser, and enforced by the server. */
  bytesMax: number
  /** ".pdf,.docx,.txt" */
  accept?: string
  multiple?: boolean
  optional?: boolean
}

/**
 * Files to send, inside `<Form multipart>`. Without scripts it is the browser's own field. With `upload.js` files can
 * be dropped on it, sending shows its progress and can be stopped, and a lost connection loses nothing.
 */
export function Upload({ name, label, hint, bytesMax, accept, multiple, optional }: UploadProps) {
  const form = useForm()
  const t = useWords()
  const lang = useLang()
  const id = fieldId(form.id, name)
  const error = form.errors[name]
  const size = formatBytes(bytesMax, lang)
  const limits = [
    hint,
    accept === undefined ? undefined : t.field.kinds(accept.replaceAll(",", ", ")),
    multiple === true ? t.field.perFile(size) : t.field.upTo(size),
  ].filter((part) => part !== undefined)
  const described = error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`
  return (
    <div class={error === undefined ? "field upload" : "field upload wrong"} data-drop="">
      <label class="label" for={id}>
        {label}
        {optional === true && <span class="quiet"> ({t.field.optional})</span>}
      </label>
      <p class="hint" id={`${id}-hint`}>
        {limits.join(" · ")}
      </p>
      {error !== undefined && (
        <p class="error" id={`${id}-error`}>
          <span class="hidden">{t.errors.mark}</span>
          {error}
        </p>
      )}
      <input
        type="file"
        id={id}
        name={name}
        accept={accept}
        multiple={multiple === true}
        aria-describedby={described}
        aria-invalid={error === undefined ? undefined : "true"}
        data-bytes-max={bytesMax}
        data-too-large={`${t.upload.tooLarge}: ${t.field.upTo(size)}`}
      />
      <div
        class="upload-progress"
        hidden
        data-sending={t.upload.sending("{percent}")}
        data-finishing={t.upload.finishing}
        data-failed={t.upload.failed}
        data-cancelled={t.upload.cancelled}
      >
        <progress max={100} value={0} aria-label={label} />
        <button class="button plain" type="button">
          {t.upload.cancel}
        </button>
      </div>
      <p class="upload-said" role="status"></p>
    </div>
  )
}
