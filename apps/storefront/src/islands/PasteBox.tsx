interface PasteBoxProps {
  readonly value: string
  readonly words: Readonly<Record<'label' | 'placeholder' | 'read', string>>
  readonly problem?: string
}

/** A pasted address fills the form below. Without JavaScript by the button, with it as soon as something is pasted. */
export default function PasteBox({ value, words, problem }: PasteBoxProps) {
  const read = (field: HTMLTextAreaElement) =>
    setTimeout(() => field.form?.requestSubmit(field.form.querySelector<HTMLButtonElement>('button[value=read]')))
  return (
    <div class="field">
      <label for="paste">{words.label}</label>
      <textarea
        id="paste"
        name="paste"
        rows={2}
        maxLength={500}
        placeholder={words.placeholder}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? 'paste-why' : undefined}
        onPaste={(event) => read(event.currentTarget)}
      >
        {value}
      </textarea>
      {problem && (
        <p class="why" id="paste-why">
          {problem}
        </p>
      )}
      <button type="submit" class="button soft small" name="do" value="read" formNoValidate>
        {words.read}
      </button>
    </div>
  )
}
