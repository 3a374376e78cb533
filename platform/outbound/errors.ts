/** No whole answer came: no connection, time-out, a broken line, or we did not even ask. What the other side did is unknown. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
}

/** An answer came that is larger than allowed; it was not read to its end. */
export class AnswerTooLarge extends Error {
  override name = 'AnswerTooLarge'
}
