export { cardsOf, emptyCard, type FindKnown, findKnown, type Known } from './find-cards.ts'
export { cardTooLong, type SaveCard, saveCard } from './save-card.ts'
