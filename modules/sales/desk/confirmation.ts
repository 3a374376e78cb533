import { refusal } from '#kernel/refusal'

export const confirmationSettled = refusal(
  'conflict',
  'desk.confirmation_settled',
  (d: { number: string }) => `${d.number} was confirmed or declined before`,
)
