interface Term {
  readonly name: string
  readonly parent: string
}

/** Gathers the items of a WordPress export while a parser walks through it: rss > channel > (wp:term | item) > field. */
export class WxrItems {
  readonly items: Map<string, string>[] = []
  isWordPress = false
  readonly #terms = new Map<string, Term>()
  readonly #path: string[] = []
  /** Fields of the item or term that is open. */
  #fields = new Map<string, string>()
  #attributes: Readonly<Record<string, string>> = {}
  #words = ''

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#path.push(name)
    this.#attributes = attributes
    this.#words = ''
    if (this.#path.length === 1) this.isWordPress = name === 'rss' && 'xmlns:wp' in attributes
    if (this.#path.length === 3) this.#fields = new Map()
  }

  say(words: string): void {
    this.#words += words
  }

  close(name: string): void {
    this.#path.pop()
    if (this.#path.length === 2) this.#keep(name)
    else if (name === 'wp:meta_value') this.#add(`meta:${this.#fields.get('wp:meta_key') ?? ''}`)
    else if (name === 'wp:meta_key') this.#fields.set(name, this.#words.trim())
    else if (this.#path.length === 3) this.#addField(name)
    this.#words = ''
  }

  #keep(name: string): void {
    const field = (key: string) => this.#fields.get(key) ?? ''
    if (name === 'wp:term')
      this.#terms.set(`${field('wp:term_taxonomy')} ${field('wp:term_slug')}`, {
        name: field('wp:term_name'),
        parent: field('wp:term_parent'),
      })
    this.#fields.delete('wp:meta_key')
    if (name === 'item') this.items.push(this.#fields)
  }

  #addField(name: string): void {
    const { domain = '', nicename = '' } = this.#attributes
    if (name === 'category') this.#add(`category:${domain}`, this.#pathOf(domain, nicename, this.#words.trim()))
    else if (name !== 'wp:postmeta' && name !== 'wp:comment') this.#add(name)
  }

  #add(head: string, said = this.#words.trim()): void {
    const before = this.#fields.get(head)
    if (said) this.#fields.set(head, before && head.startsWith('category:') ? `${before} | ${said}` : (before ?? said))
  }

  /** A term with those above it, as far as the file tells of them. */
  #pathOf(taxonomy: string, slug: string, name: string): string {
    const names = [name]
    for (let above = this.#terms.get(`${taxonomy} ${slug}`)?.parent; above && names.length < 10; ) {
      const term = this.#terms.get(`${taxonomy} ${above}`)
      if (term) names.unshift(term.name)
      above = term?.parent
    }
    return names.join(' > ')
  }
}
