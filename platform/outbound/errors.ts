/** No whole answer came: no connection, time-out, a broken line, or we did not even ask. What the other side did is unknown. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
}

/** We did not ask: the other side is being left alone, or has enough of our calls under way. It did nothing of this. */
export class NotAsked extends NoAnswer {
  override name = 'NotAsked'
}

/** An answer came that is larger than allowed; it was not read to its end. */
export class AnswerTooLarge extends Error {
  override name = 'AnswerTooLarge'
}
