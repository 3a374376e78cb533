import type { PersonalData } from '#office/privacy'

/** What somebody asked about parcels, and what was answered. The question stays counted; its words go. */
export const parcelQuestionsPersonalData: PersonalData = {
  name: 'parcelQuestions',
  collect: (reader, customerId) =>
    reader.db
      .selectFrom('care.parcel_questions')
      .select(['order_number as orderNumber', 'kind', 'question', 'answer', 'asked_at as askedAt'])
      .where('customer_id', '=', customerId)
      .orderBy('asked_at')
      .execute(),
  async erase(tx, customerId) {
    await tx.db
      .updateTable('care.parcel_questions')
      .set({ question: '' })
      .where('customer_id', '=', customerId)
      .execute()
  },
}
