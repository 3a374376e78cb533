import type { PersonalData } from '#office/privacy'

/** What somebody asked shops. Who closes the account takes name, contact and unpublished words along; what stands on a page named nobody. */
export const visitorQuestionsPersonalData: PersonalData = {
  name: 'visitorQuestions',
  collect: (reader, customerId) =>
    reader.db
      .selectFrom('care.visitor_questions')
      .select(['words', 'author', 'answer', 'asked_at as askedAt', 'answered_at as answeredAt'])
      .where('customer_id', '=', customerId)
      .orderBy('asked_at')
      .execute(),
  async erase(tx, customerId) {
    await tx.db
      .updateTable('care.visitor_questions')
      .set((row) => ({
        author: '',
        contact_cipher: null,
        words: row.case().when('published_at', 'is', null).then('').else(row.ref('words')).end(),
      }))
      .where('customer_id', '=', customerId)
      .execute()
  },
}
