// Generated from the OpenAPI document by `npm run client`. Do not edit.

/** Every call of the API. */
export interface Operations {
  /** Remove an announcement. For staff and keys with `pages.publish`. */
  'DELETE /api/v1/admin/announcements/{id}': {
    input: { path: { id: string } }
    answer: unknown
  }
  /** Remove such a rule. For staff and keys with `freight.change`. */
  'DELETE /api/v1/admin/carrier-choices/{id}': {
    input: { path: { id: string } }
    answer: Record<string, never>
  }
  /** Remove a freight rule. For staff and keys with `freight.change`. */
  'DELETE /api/v1/admin/freight-rules/{id}': {
    input: { path: { id: string } }
    answer: Record<string, never>
  }
  /** Take an own comment back. For staff and keys with `orders.read`. */
  'DELETE /api/v1/admin/order-comments/{id}': {
    input: { path: { id: string } }
    answer: unknown
  }
  /** Remove a rule. For staff and keys with `orders.rules`. */
  'DELETE /api/v1/admin/order-rules/{id}': {
    input: { path: { id: string } }
    answer: Record<string, never>
  }
  /** Take a tag away. For staff and keys with `settings.change`. */
  'DELETE /api/v1/admin/order-tags/{id}': {
    input: { path: { id: string } }
    answer: unknown
  }
  /** Take the film away. For staff and keys with `products.write`. */
  'DELETE /api/v1/admin/products/{id}/video': {
    input: { path: { id: string } }
    answer: unknown
  }
  /** Remove a role. For staff and keys with `staff.manage`. */
  'DELETE /api/v1/admin/roles/{id}': {
    input: { path: { id: string } }
    answer: unknown
  }
  /** Delete a view. For staff and keys with `notices.read`. */
  'DELETE /api/v1/admin/views/{id}': {
    input: { path: { id: string } }
    answer: unknown
  }
  /** Remove an endpoint. For staff and keys with `webhooks.manage`. */
  'DELETE /api/v1/admin/webhooks/{id}': {
    input: { path: { id: string } }
    answer: Record<string, never>
  }
  /** Sign out everywhere else. For shoppers who have signed in. */
  'DELETE /api/v1/store/account/sessions/others': {
    input: Record<never, never>
    answer: {
      ended: number
    }
  }
  /** Remove an address. For shoppers who have signed in. */
  'DELETE /api/v1/store/addresses/{id}': {
    input: { path: { id: string } }
    answer: readonly {
      id: string
      recipient: {
        name: string
        phone: string
        districtCode: string
        street: string
        /** Abroad. */
        city?: string
        /** Abroad. */
        postcode?: string
      }
      /** The place as its country writes it. */
      lines: readonly string[]
      region: {
        province: string
        city: string
        district: string
      }
      label: string
      isDefault: boolean
    }[]
  }
  /** Remove lines that cannot be bought. For anybody. */
  'DELETE /api/v1/store/cart/invalid': {
    input: Record<never, never>
    answer: {
      id?: string
      purpose: 'cart' | 'buy_now'
      version: number
      lines: readonly {
        id: string
        variantId: string
        productId: string
        quantity: number
        selected: boolean
        item?: {
          sku: string
          slug: string
          name: {
            zh: string
            en: string
          }
          specification: {
            zh: string
            en: string
          }
          pictureId: string | null
          price: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
        }
        /** A hint: stock is set aside when the order is placed. */
        available: number
        problem?: 'delisted' | 'sold_out' | 'fewer_left'
        priceBefore?: {
          minor: number
          currency: string
        }
        subtotal: {
          minor: number
          currency: string
        }
      }[]
      invalid: readonly {
        id: string
        variantId: string
        productId: string
        quantity: number
        selected: boolean
        item?: {
          sku: string
          slug: string
          name: {
            zh: string
            en: string
          }
          specification: {
            zh: string
            en: string
          }
          pictureId: string | null
          price: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
        }
        /** A hint: stock is set aside when the order is placed. */
        available: number
        problem?: 'delisted' | 'sold_out' | 'fewer_left'
        priceBefore?: {
          minor: number
          currency: string
        }
        subtotal: {
          minor: number
          currency: string
        }
      }[]
      pieces: number
      selected: {
        pieces: number
        goods: {
          minor: number
          currency: string
        }
        reduction?: {
          name: {
            zh: string
            en: string
          }
          off: {
            minor: number
            currency: string
          }
        }
        next?: {
          name: {
            zh: string
            en: string
          }
          off: {
            minor: number
            currency: string
          }
          missing: {
            minor: number
            currency: string
          }
        }
        total: {
          minor: number
          currency: string
        }
      }
    }
  }
  /** Remove a line. For anybody. */
  'DELETE /api/v1/store/cart/lines/{id}': {
    input: { path: { id: string } }
    answer: {
      id?: string
      purpose: 'cart' | 'buy_now'
      version: number
      lines: readonly {
        id: string
        variantId: string
        productId: string
        quantity: number
        selected: boolean
        item?: {
          sku: string
          slug: string
          name: {
            zh: string
            en: string
          }
          specification: {
            zh: string
            en: string
          }
          pictureId: string | null
          price: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
        }
        /** A hint: stock is set aside when the order is placed. */
        available: number
        problem?: 'delisted' | 'sold_out' | 'fewer_left'
        priceBefore?: {
          minor: number
          currency: string
        }
        subtotal: {
          minor: number
          currency: string
        }
      }[]
      invalid: readonly {
        id: string
        variantId: string
        productId: string
        quantity: number
        selected: boolean
        item?: {
          sku: string
          slug: string
          name: {
            zh: string
            en: string
          }
          specification: {
            zh: string
            en: string
          }
          pictureId: string | null
          price: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
        }
        /** A hint: stock is set aside when the order is placed. */
        available: number
        problem?: 'delisted' | 'sold_out' | 'fewer_left'
        priceBefore?: {
          minor: number
          currency: string
        }
        subtotal: {
          minor: number
          currency: string
        }
      }[]
      pieces: number
      selected: {
        pieces: number
        goods: {
          minor: number
          currency: string
        }
        reduction?: {
          name: {
            zh: string
            en: string
          }
          off: {
            minor: number
            currency: string
          }
        }
        next?: {
          name: {
            zh: string
            en: string
          }
          off: {
            minor: number
            currency: string
          }
          missing: {
            minor: number
            currency: string
          }
        }
        total: {
          minor: number
          currency: string
        }
      }
    }
  }
  /** Follow the shop no longer. For shoppers who have signed in. */
  'DELETE /api/v1/store/follow': {
    input: Record<never, never>
    answer: {
      /** At most 1,001: more than 1,000 reads “1,000+”. */
      count: number
      mine: boolean
    }
  }
  /** Withdraw the closing. For shoppers who have signed in. */
  'DELETE /api/v1/store/privacy/closing': {
    input: Record<never, never>
    answer: {
      toAgree: readonly {
        kind: string
        version: number
        title: {
          zh: string
          en: string
        }
        body: {
          zh: string
          en: string
        }
        holdsFrom: string
      }[]
      closing: {
        askedAt: string
        dueAt: string
      } | null
    }
  }
  /** Keep a product no longer. For shoppers who have signed in. */
  'DELETE /api/v1/store/products/{slug}/favourite': {
    input: { path: { slug: string } }
    answer: {
      /** At most 1,001: more than 1,000 reads “1,000+”. */
      count: number
      mine: boolean
    }
  }
  /** List announcements. For staff and keys with `pages.change`. */
  'GET /api/v1/admin/announcements': {
    input: { query?: { cursor?: string; limit?: number } }
    answer: {
      rows: readonly {
        id: string
        text: {
          zh: string
          en: string
        }
        link: string
        showsFrom: string
        showsUntil: string | null
        changedAt: string
        changedBy: string
      }[]
      next?: string
    }
  }
  /** List API keys. For staff and keys with `keys.manage`. */
  'GET /api/v1/admin/api-keys': {
    input: { query?: { cursor?: string; limit?: number } }
    answer: {
      rows: readonly {
        id: string
        name: string
        /** The first characters of the key. */
        prefix: string
        scopes: readonly string[]
        requestsPerMinute: number
        state: 'active' | 'expired' | 'revoked'
        createdAt: string
        createdBy: string
        expiresAt: string | null
        lastUsedAt: string | null
        lastUsedIp: string
        revokedAt: string | null
        revokedBy: string | null
      }[]
      next?: string
    }
  }
  /** Scopes that a key can have. For staff and keys with `keys.manage`. */
  'GET /api/v1/admin/api-keys/scopes': {
    input: Record<never, never>
    answer: {
      scopes: readonly string[]
    }
  }
  /** The audit trail. For staff and keys with `audit.read`. */
  'GET /api/v1/admin/audit': {
    input: { query?: { cursor?: string; limit?: number; about?: 'exposure' | 'access' | 'settings' | 'money'; type?: string; thing?: string; actor?: string; actorKind?: 'staff' | 'shopper' | 'guest' | 'key' | 'provider' | 'system'; from?: string; until?: string } }
    answer: {
      rows: readonly {
        id: string
        type: string
        aggregate: string
        aggregateId: string
        version: number
        actorKind: 'staff' | 'shopper' | 'guest' | 'key' | 'provider' | 'system'
        actorId: string | null
        actorName: string
        origin: string
        at: string
        data: Record<string, unknown>
        setting: {
          zh: string
          en: string
          unit: 'hours' | 'minutes' | 'days' | 'percent' | 'pieces' | 'count' | 'minor' | 'switch' | 'text' | 'grams' | 'pixels' | 'points'
        } | null
      }[]
      next?: string
    }
  }
  /** Who acted. For staff and keys with `audit.read`. */
  'GET /api/v1/admin/audit/people': {
    input: Record<never, never>
    answer: readonly {
      id: string
      name: string
    }[]
  }
  /** Who saw a phone number. For staff and keys with `audit.read`. */
  'GET /api/v1/admin/audit/seen': {
    input: { query: { cursor?: string; limit?: number; phone: string } }
    answer: {
      rows: readonly {
        id: string
        at: string
        actorKind: 'staff' | 'shopper' | 'guest' | 'key' | 'provider' | 'system'
        actorName: string
        /** `order`, `outbound`, `customer`; `export` or `shop` for a list */
        subject: string
        /** Of the order or outbound */
        number: string | null
        href: string | null
        reason: string
        /** False for a list taken along since, which may have held the number */
        isCertain: boolean
      }[]
      next?: string
    }
  }
  /** What visitors do, day by day. For staff and keys with `products.read`. */
  'GET /api/v1/admin/behaviour': {
    input: { query?: { days?: number } }
    answer: {
      days: readonly {
        day: string
        views: number
        searches: number
        clicks: number
        cartAdds: number
        checkouts: number
        ordersPlaced: number
        ordersPaid: number
        visitors: number
      }[]
      words: readonly {
        query: string
        times: number
        empty: number
      }[]
    }
  }
  /** Differences between bills and books. For staff and keys with `payments.read`. */
  'GET /api/v1/admin/bill-differences': {
    input: { query?: { cursor?: string; limit?: number; open?: boolean } }
    answer: {
      rows: readonly {
        id: string
        billId: string
        kind: 'missing_here' | 'missing_there' | 'amount' | 'status' | 'fee' | 'twice'
        about: 'payment' | 'refund'
        provider: string
        number: string
        providerRef: string | null
        orderId: string | null
        oursStatus: string | null
        ours: {
          minor: number
          currency: string
        } | null
        theirs: {
          minor: number
          currency: string
        } | null
        happenedAt: string
        resolution: 'ask_provider' | 'accept' | 'returned' | 'book' | 'not_ours' | 'noted' | 'came_later' | null
        note: string | null
        resolvedAt: string | null
        resolvedBy: string | null
      }[]
      next?: string
    }
  }
  /** Bills of payment providers. For staff and keys with `payments.read`. */
  'GET /api/v1/admin/bills': {
    input: { query?: { cursor?: string; limit?: number } }
    answer: {
      rows: readonly {
        id: string
        provider: string
        fileName: string
        from: string
        to: string
        lines: number
        paid: {
          minor: number
          currency: string
        }
        refunded: {
          minor: number
          currency: string
        }
        fee: {
          minor: number
          currency: string
        }
        /** Lines of other shops that share the account. */
        others: number
        /** Lines that an earlier file had brought. */
        repeated: number
        matched: number
        /** Differences that nobody has settled yet. */
        open: number
        takenAt: string
        takenBy: string
      }[]
      next?: string
    }
  }
  /** Find brands. For staff and keys with `products.read`. */
  'GET /api/v1/admin/brands': {
    input: { query?: { text?: string } }
    answer: readonly {
      id: string
      slug: string
      name: {
        zh: string
        en: string
      }
    }[]
  }
  /** Own bulk actions. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/bulk-runs': {
    input: Record<never, never>
    answer: {
      rows: readonly {
        id: string
        verb: 'approve' | 'unapprove' | 'intercept' | 'hold' | 'resume' | 'release' | 'merge' | 'carrier' | 'warehouse' | 'split' | 'flag' | 'note' | 'tag' | 'untag' | 'exception' | 'cancel'
        details: {
          /** A reason, or the note itself */
          words?: string
          flag?: 'red' | 'amber' | 'green' | 'blue' | 'purple' | null
          carrier?: string
          warehouseId?: string
          by?: 'line' | 'warehouse' | 'stock'
          tagIds?: readonly string[]
        }
        status: 'waiting' | 'finished'
        total: number
        done: number
        refused: number
        askedBy: string
        askedAt: string
        finishedAt: string | null
        undoes: string | null
        undoneBy: string | null
      }[]
    }
  }
  /** Progress and results of a bulk action. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/bulk-runs/{id}': {
    input: { path: { id: string } }
    answer: {
      run: {
        id: string
        verb: 'approve' | 'unapprove' | 'intercept' | 'hold' | 'resume' | 'release' | 'merge' | 'carrier' | 'warehouse' | 'split' | 'flag' | 'note' | 'tag' | 'untag' | 'exception' | 'cancel'
        details: {
          /** A reason, or the note itself */
          words?: string
          flag?: 'red' | 'amber' | 'green' | 'blue' | 'purple' | null
          carrier?: string
          warehouseId?: string
          by?: 'line' | 'warehouse' | 'stock'
          tagIds?: readonly string[]
        }
        status: 'waiting' | 'finished'
        total: number
        done: number
        refused: number
        askedBy: string
        askedAt: string
        finishedAt: string | null
        undoes: string | null
        undoneBy: string | null
      }
      results: readonly {
        orderId: string
        number: string
        status: 'waiting' | 'done' | 'refused'
        code: string | null
        message: string | null
      }[]
    }
  }
  /** Buyers to call. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/calls': {
    input: Record<never, never>
    answer: {
      rows: readonly {
        orderId: string
        orderNumber: string
        why: 'large_amount' | 'first_order' | 'special_request' | 'due'
        note: string
        since: string
      }[]
    }
  }
  /** Rules that choose a carrier. For staff and keys with `outbound.read`. */
  'GET /api/v1/admin/carrier-choices': {
    input: Record<never, never>
    answer: readonly {
      id: string
      name: string
      applies: 'always' | 'oversize' | 'valuable' | 'perishable' | 'light'
      upToGrams: number | null
      regions: readonly string[]
      carriers: readonly string[]
      only: boolean
      priority: number
    }[]
  }
  /** List carriers. For staff and keys with `outbound.read`. */
  'GET /api/v1/admin/carriers': {
    input: Record<never, never>
    answer: readonly {
      code: string
      name: {
        zh: string
        en: string
      }
      phone: string
      inquiryUrl: string
      service: string
      serviceType: 'express' | 'deliver_install' | 'freight'
      insures: boolean
      maxGrams: number | null
      cutoff: string | null
      /** Whether its couriers take cash at the door. */
      collectsCash: boolean
      cashRegions: readonly string[]
      enabled: boolean
      daysMin: number
      daysMax: number
    }[]
  }
  /** What buyers say of the handling of cases. For staff and keys with `reviews.read`. */
  'GET /api/v1/admin/case-ratings': {
    input: { query?: { cursor?: string; limit?: number; atMost?: number } }
    answer: {
      rows: readonly {
        caseId: string
        caseNumber: string
        stars: number
        words: string
        handledBy: string
        ratedAt: string
      }[]
      next?: string
    }
  }
  /** Ratings of the handling, by who decided. For staff and keys with `reviews.read`. */
  'GET /api/v1/admin/case-ratings/sums': {
    input: { query?: { days?: number } }
    answer: readonly {
      handledBy: string | null
      count: number
      average: number | null
      /** Three stars and fewer */
      low: number
    }[]
  }
  /** Find after-sales cases. For staff and keys with `aftersales.read`. */
  'GET /api/v1/admin/cases': {
    input: { query?: { cursor?: string; limit?: number; status?: readonly ('applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open')[]; kind?: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'; text?: string; orderId?: string; customerId?: string } }
    answer: {
      rows: readonly {
        id: string
        number: string
        kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
        status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
        orderId: string
        orderNumber: string
        reason: string
        description: string
        fault: 'shop' | 'buyer'
        amount: {
          minor: number
          currency: string
        }
        freight: {
          minor: number
          currency: string
        }
        returnCarrier: string | null
        returnWaybill: string | null
        question: string | null
        refusalReason: string | null
        finding: string | null
        differs: boolean
        openedAt: string
        decidedAt: string | null
        arrivedAt: string | null
        gradedAt: string | null
        sentAt: string | null
        settledAt: string | null
        solveBy: string
        checkBy: string | null
        repairBy: string | null
        refundBy: string | null
        lines: readonly {
          id: string
          orderLineId: string
          sentLineId: string | null
          sku: string
          name: string
          specification: string
          quantity: number
          refund: {
            minor: number
            currency: string
          }
          received: number
          restocked: number
          scrapped: number
          grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
          replacement: {
            variantId: string
            sku: string
            specification: string
          } | null
          resent: number
        }[]
        pictureIds: readonly string[]
        decidedBy: string | null
        alarm: 'soon' | 'broken' | null
      }[]
      next?: string
    }
  }
  /** Cases by state. For staff and keys with `aftersales.read`. */
  'GET /api/v1/admin/cases/counters': {
    input: Record<never, never>
    answer: Record<string, number>
  }
  /** One case. For staff and keys with `aftersales.read`. */
  'GET /api/v1/admin/cases/{id}': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
      decidedBy: string | null
      alarm: 'soon' | 'broken' | null
      parcels: readonly {
        id: string
        number: string
        carrier: string
        waybillNumber: string | null
        status: 'announced' | 'labelled' | 'handed_over' | 'problem' | 'in_transit' | 'delivering' | 'delivered' | 'signed' | 'returning' | 'returned' | 'cancelled'
        handedOverAt: string | null
        signedAt: string | null
        steps: readonly {
          at: string
          state: string
          text: string
          location: string | null
        }[]
      }[]
    }
  }
  /** Cash that carriers hold. For staff and keys with `payments.read`. */
  'GET /api/v1/admin/cash/carriers': {
    input: Record<never, never>
    answer: readonly {
      carrier: string
      onTheWay: {
        minor: number
        currency: string
      }
      collected: {
        minor: number
        currency: string
      }
      handedIn: {
        minor: number
        currency: string
      }
      writtenOff: {
        minor: number
        currency: string
      }
      outstanding: {
        minor: number
        currency: string
      }
      overdue: {
        minor: number
        currency: string
      }
      oldest: string | null
    }[]
  }
  /** Differences in collected cash. For staff and keys with `payments.read`. */
  'GET /api/v1/admin/cash/differences': {
    input: { query?: { cursor?: string; limit?: number; open?: boolean } }
    answer: {
      rows: readonly {
        id: string
        kind: 'collected_less' | 'collected_more' | 'unknown_waybill' | 'not_collected' | 'twice' | 'less' | 'more'
        carrier: string
        waybillNumber: string
        ours: {
          minor: number
          currency: string
        }
        theirs: {
          minor: number
          currency: string
        }
        createdAt: string
        resolution: 'accept' | 'correct' | 'write_off' | 'awaited' | 'book' | 'returned' | 'noted' | 'handed_in' | null
        note: string | null
        resolvedAt: string | null
        resolvedBy: string | null
      }[]
      next?: string
    }
  }
  /** Parcels with cash to collect. For staff and keys with `payments.read`. */
  'GET /api/v1/admin/cash/parcels': {
    input: { query?: { cursor?: string; limit?: number; list?: 'outstanding' | 'overdue' | 'on_the_way' | 'disputed' | 'to_grade' | 'all'; carrier?: string; waybillNumber?: string } }
    answer: {
      rows: readonly {
        id: string
        carrier: string
        waybillNumber: string
        status: 'on_the_way' | 'collected' | 'disputed' | 'returned'
        expected: {
          minor: number
          currency: string
        }
        collected: {
          minor: number
          currency: string
        }
        handedIn: {
          minor: number
          currency: string
        }
        writtenOff: {
          minor: number
          currency: string
        }
        fee: {
          minor: number
          currency: string
        }
        outstanding: {
          minor: number
          currency: string
        }
        dispatchedAt: string
        collectedAt: string | null
        returnedAt: string | null
        gradedAt: string | null
        overdueAt: string | null
        orders: readonly {
          id: string
          number: string
        }[]
      }[]
      next?: string
    }
  }
  /** What lies in a refused parcel. For staff and keys with `aftersales.grade`. */
  'GET /api/v1/admin/cash/parcels/{id}': {
    input: { path: { id: string } }
    answer: {
      lines: readonly {
        lineId: string
        sku: string
        name: {
          zh: string
          en: string
        }
        quantity: number
      }[]
    }
  }
  /** Statements of carriers. For staff and keys with `payments.read`. */
  'GET /api/v1/admin/cash/statements': {
    input: { query?: { cursor?: string; limit?: number } }
    answer: {
      rows: readonly {
        id: string
        carrier: string
        reference: string
        fileName: string | null
        receivedOn: string
        lines: number
        collected: {
          minor: number
          currency: string
        }
        fee: {
          minor: number
          currency: string
        }
        /** Lines that were just what was outstanding. */
        matched: number
        /** Differences that nobody has settled yet. */
        open: number
        takenAt: string
        takenBy: string
      }[]
      next?: string
    }
  }
  /** List categories. For staff and keys with `products.read`. */
  'GET /api/v1/admin/categories': {
    input: Record<never, never>
    answer: readonly {
      id: string
      parentId: string | null
      slug: string
      name: {
        zh: string
        en: string
      }
      position: number
    }[]
  }
  /** One category with its attributes. For staff and keys with `products.read`. */
  'GET /api/v1/admin/categories/{id}': {
    input: { path: { id: string } }
    answer: {
      path: readonly {
        id: string
        parentId: string | null
        slug: string
        name: {
          zh: string
          en: string
        }
        position: number
      }[]
      /** Those of the categories above included */
      attributes: readonly {
        code: string
        kind: 'text' | 'number' | 'choice'
        required: boolean
        name: {
          zh: string
          en: string
        }
        options: readonly {
          code: string
          zh: string
          en: string
        }[]
      }[]
    }
  }
  /** What search engines show of a category. For staff and keys with `products.read`. */
  'GET /api/v1/admin/categories/{id}/head': {
    input: { path: { id: string } }
    answer: {
      title: {
        zh: string
        en: string
      }
      description: {
        zh: string
        en: string
      }
      /** The page’s own words */
      own: {
        title: {
          zh: string
          en: string
        }
        description: {
          zh: string
          en: string
        }
      }
      address: {
        zh: string
        en: string
      }
      /** Addresses it has left, which lead to it still */
      former: readonly {
        address: string
        leftAt: string
        leftBy: string
      }[]
    }
  }
  /** Parts that a category wants. For staff and keys with `products.read`. */
  'GET /api/v1/admin/categories/{id}/parts': {
    input: { path: { id: string } }
    answer: {
      kinds: readonly ('parameters' | 'scene' | 'features' | 'usage' | 'comparison' | 'reviews')[]
    }
  }
  /** Colleagues who can be called. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/colleagues': {
    input: Record<never, never>
    answer: {
      rows: readonly {
        id: string
        name: string
      }[]
    }
  }
  /** Who confirmed confidentiality. For staff and keys with `staff.manage`. */
  'GET /api/v1/admin/confidentiality': {
    input: Record<never, never>
    answer: readonly {
      id: string
      name: string
      version: number | null
      at: string | null
    }[]
  }
  /** One customer, masked. For staff and keys with `customers.read`. */
  'GET /api/v1/admin/customers/{id}': {
    input: { path: { id: string } }
    answer: {
      id: string
      name: string
      phone: string | null
      email: string | null
      /** Those that the shop brought itself; a shopper’s own address book is nobody else’s. */
      addresses: readonly {
        name: string
        phone: string
        /** Six digits (GB/T 2260); abroad a country and its area: US-CA, SG. */
        districtCode: string
        street: string
        /** Abroad. */
        city?: string
        /** Abroad. */
        postcode?: string
        label: string
      }[]
      /** Neither number nor password: only the browser it was made in opens it. */
      isGuest: boolean
      /** The account was closed: nothing is left but its orders. */
      isClosed: boolean
      registeredAt: string
      wantsNews: boolean
      newsChosenAt: string | null
      /** Policies and terms that were agreed to, the latest first. */
      agreed: readonly {
        /** `privacy` or `terms` */
        kind: string
        version: number
        /** `registration`, `sign_in` or `account` */
        origin: string
        at: string
      }[]
      buying: {
        orders: number
        open: number
        paid: {
          minor: number
          currency: string
        }
        refunded: {
          minor: number
          currency: string
        }
        firstAt: string | null
        lastAt: string | null
        /** Whom orders went to, masked, each once with the latest of them. */
        recipients: readonly {
          recipient: {
            name: string
            phone: string
            /** Six digits (GB/T 2260); abroad a country and its area: US-CA, SG. */
            districtCode: string
            street: string
            /** Abroad. */
            city?: string
            /** Abroad. */
            postcode?: string
          }
          orderId: string
          orderNumber: string
          lastAt: string
        }[]
      }
    }
  }
  /** Contacts with a customer. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/customers/{id}/contacts': {
    input: { path: { id: string } }
    answer: {
      rows: readonly {
        id: string
        way: 'call' | 'message' | 'email' | 'visit'
        outcome: 'agreed' | 'reached' | 'no_answer' | 'wrong_number' | 'refused'
        note: string
        nextDueAt: string | null
        at: string
        by: string
        orderId: string
        orderNumber: string
      }[]
    }
  }
  /** Kinds of lists that can be exported. For staff and keys with `exports.run`. */
  'GET /api/v1/admin/export-kinds': {
    input: Record<never, never>
    answer: readonly {
      kind: string
      label: {
        zh: string
        en: string
      }
      personal: string | null
      mayPersonal: boolean
    }[]
  }
  /** List exports. For staff and keys with `exports.run`. */
  'GET /api/v1/admin/exports': {
    input: { query?: { cursor?: string; limit?: number } }
    answer: {
      rows: readonly {
        id: string
        number: string
        kind: string
        label: {
          zh: string
          en: string
        }
        format: 'csv' | 'xlsx'
        filter: Record<string, string>
        personal: boolean
        status: 'waiting' | 'running' | 'finished' | 'failed' | 'expired'
        /** Rows written so far */
        rows: number
        bytes: number
        downloadable: boolean
        /** Kept back until somebody else agrees that so many people’s data leave */
        waitsForSecond: boolean
        agreedBy: string | null
        /** Whether the caller asked for it */
        own: boolean
        problem: string | null
        actor: string
        createdAt: string
        finishedAt: string | null
        expiresAt: string | null
      }[]
      next?: string
    }
  }
  /** Progress of an export. For staff and keys with `exports.run`. */
  'GET /api/v1/admin/exports/{id}': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      kind: string
      label: {
        zh: string
        en: string
      }
      format: 'csv' | 'xlsx'
      filter: Record<string, string>
      personal: boolean
      status: 'waiting' | 'running' | 'finished' | 'failed' | 'expired'
      /** Rows written so far */
      rows: number
      bytes: number
      downloadable: boolean
      /** Kept back until somebody else agrees that so many people’s data leave */
      waitsForSecond: boolean
      agreedBy: string | null
      /** Whether the caller asked for it */
      own: boolean
      problem: string | null
      actor: string
      createdAt: string
      finishedAt: string | null
      expiresAt: string | null
      reason: string | null
    }
  }
  /** The file of an export. For staff and keys with `exports.run`. */
  'GET /api/v1/admin/exports/{id}/file': {
    input: { path: { id: string } }
    answer: unknown
  }
  /** Find by number. For staff and keys with `notices.read`. */
  'GET /api/v1/admin/find': {
    input: { query: { word: readonly string[] } }
    answer: {
      found: readonly {
        kind: 'order' | 'case' | 'parcel' | 'customer' | 'variant' | 'product'
        id: string
        /** Its number or code, the name of a product, the masked name of a customer */
        name: string
        /** Where it stands: the headline of an order, the status of a case or parcel; the name of a variant’s product; the masked phone of a customer */
        about: string
        /** Where the console shows it */
        href: string
      }[]
      missing: readonly string[]
    }
  }
  /** Orders to follow up. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/follow-ups': {
    input: { query?: { cursor?: string; limit?: number; answered?: boolean; atMost?: number } }
    answer: {
      rows: readonly {
        orderId: string
        orderNumber: string
        askedAt: string
        rating: number | null
        words: string
        answeredAt: string | null
      }[]
      next?: string
    }
  }
  /** List freight rules. For staff and keys with `outbound.read`. */
  'GET /api/v1/admin/freight-rules': {
    input: Record<never, never>
    answer: readonly {
      id: string
      carrier: string
      name: string
      /** Provinces, cities and districts by their digits; abroad countries and their areas: US, US-HI. */
      provinces: readonly string[]
      /** Provinces, cities and districts by their digits; abroad countries and their areas: US, US-HI. */
      excluded: readonly string[]
      surcharge: {
        minor: number
        currency: string
      }
      reachable: boolean
      firstGrams: number
      firstFee: {
        minor: number
        currency: string
      }
      stepGrams: number
      stepFee: {
        minor: number
        currency: string
      }
      freeFrom: {
        minor: number
        currency: string
      } | null
      priority: number
    }[]
  }
  /** Parcels that wait for their courier. For staff and keys with `outbound.read`. */
  'GET /api/v1/admin/hand-over': {
    input: { query: { warehouseId: string; carrier?: string } }
    answer: readonly {
      outboundId: string
      number: string
      sourceNumber: string
      carrier: string
      waybillNumber: string | null
      weightGrams: number | null
      dispatchBy: string
    }[]
  }
  /** The last examination of the house. For staff and keys with `audit.read`. */
  'GET /api/v1/admin/health': {
    input: Record<never, never>
    answer: {
      at: string | null
      checks: readonly {
        id: string
        says: {
          zh: string
          en: string
        }
        remedy: {
          zh: string
          en: string
        }
        rows: number
        broken: number
        violations: readonly {
          subject: string
          found: Record<string, unknown>
        }[]
      }[]
    }
  }
  /** What happened to a thing. For staff and keys with `audit.read`. */
  'GET /api/v1/admin/history/{id}': {
    input: { path: { id: string } }
    answer: readonly {
      id: string
      type: string
      version: number
      actorKind: string
      actorName: string
      origin: string
      at: string
      data: Record<string, unknown>
    }[]
  }
  /** What search engines show of the home page. For staff and keys with `products.read`. */
  'GET /api/v1/admin/home-page/head': {
    input: Record<never, never>
    answer: {
      title: {
        zh: string
        en: string
      }
      description: {
        zh: string
        en: string
      }
      /** The page’s own words */
      own: {
        title: {
          zh: string
          en: string
        }
        description: {
          zh: string
          en: string
        }
      }
      address: {
        zh: string
        en: string
      }
      /** Addresses it has left, which lead to it still */
      former: readonly {
        address: string
        leftAt: string
        leftBy: string
      }[]
    }
  }
  /** Kinds of files that can be imported. For staff and keys with `imports.run`. */
  'GET /api/v1/admin/import-kinds': {
    input: Record<never, never>
    answer: readonly {
      kind: string
      label: {
        zh: string
        en: string
      }
      columns: readonly {
        field: string
        heads: readonly string[]
        required: boolean
        label: {
          zh: string
          en: string
        }
      }[]
      /** Layouts of other programs; `columns` beside them are those of our own */
      dialects: readonly {
        name: string
        label: {
          zh: string
          en: string
        }
        columns: readonly {
          field: string
          heads: readonly string[]
          required: boolean
          label: {
            zh: string
            en: string
          }
        }[]
      }[]
    }[]
  }
  /** The columns of a kind. For staff and keys with `imports.run`. */
  'GET /api/v1/admin/import-kinds/{kind}': {
    input: { path: { kind: string } }
    answer: {
      kind: string
      label: {
        zh: string
        en: string
      }
      columns: readonly {
        field: string
        heads: readonly string[]
        required: boolean
        label: {
          zh: string
          en: string
        }
      }[]
      /** Layouts of other programs; `columns` beside them are those of our own */
      dialects: readonly {
        name: string
        label: {
          zh: string
          en: string
        }
        columns: readonly {
          field: string
          heads: readonly string[]
          required: boolean
          label: {
            zh: string
            en: string
          }
        }[]
      }[]
    }
  }
  /** Template as CSV. For staff and keys with `imports.run`. */
  'GET /api/v1/admin/import-kinds/{kind}/template.csv': {
    input: { path: { kind: string } }
    answer: unknown
  }
  /** Template as Excel. For staff and keys with `imports.run`. */
  'GET /api/v1/admin/import-kinds/{kind}/template.xlsx': {
    input: { path: { kind: string } }
    answer: unknown
  }
  /** List imports. For staff and keys with `imports.run`. */
  'GET /api/v1/admin/imports': {
    input: { query?: { cursor?: string; limit?: number; kind?: string } }
    answer: {
      rows: readonly {
        id: string
        number: string
        kind: string
        fileId: string
        fileName: string
        dryRun: boolean
        status: 'waiting' | 'running' | 'finished' | 'failed' | 'cancelled'
        /** Rows of the sheet */
        total: number
        /** Rows done so far */
        done: number
        created: number
        updated: number
        unchanged: number
        /** Rows with something wrong */
        failed: number
        picturesWaiting: number
        dialect: string | null
        /** Field → head of the column it is read from */
        columns: Record<string, string>
        options: {
          unknownCategory?: 'create' | 'report'
          listing?: 'as_in_file' | 'draft'
          /** Address of the folder in which pictures lie that a file names by their place only */
          pictureBase?: string
        }
        error: string | null
        problem: string | null
        actor: string
        createdAt: string
        finishedAt: string | null
      }[]
      next?: string
    }
  }
  /** Progress and result of an import. For staff and keys with `imports.run`. */
  'GET /api/v1/admin/imports/{id}': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      kind: string
      fileId: string
      fileName: string
      dryRun: boolean
      status: 'waiting' | 'running' | 'finished' | 'failed' | 'cancelled'
      /** Rows of the sheet */
      total: number
      /** Rows done so far */
      done: number
      created: number
      updated: number
      unchanged: number
      /** Rows with something wrong */
      failed: number
      picturesWaiting: number
      dialect: string | null
      /** Field → head of the column it is read from */
      columns: Record<string, string>
      options: {
        unknownCategory?: 'create' | 'report'
        listing?: 'as_in_file' | 'draft'
        /** Address of the folder in which pictures lie that a file names by their place only */
        pictureBase?: string
      }
      error: string | null
      problem: string | null
      actor: string
      createdAt: string
      finishedAt: string | null
    }
  }
  /** Rows that failed. For staff and keys with `imports.run`. */
  'GET /api/v1/admin/imports/{id}/failures': {
    input: { path: { id: string }; query?: { afterRow?: number; limit?: number } }
    answer: readonly {
      row: number
      field: string
      code: string
      message: string
      value: string | null
    }[]
  }
  /** Rows that failed, as CSV. For staff and keys with `imports.run`. */
  'GET /api/v1/admin/imports/{id}/failures.csv': {
    input: { path: { id: string } }
    answer: unknown
  }
  /** Rows that failed, as Excel. For staff and keys with `imports.run`. */
  'GET /api/v1/admin/imports/{id}/failures.xlsx': {
    input: { path: { id: string } }
    answer: unknown
  }
  /** Pictures of an import. For staff and keys with `imports.run`. */
  'GET /api/v1/admin/imports/{id}/pictures': {
    input: { path: { id: string } }
    answer: {
      waiting: number
      fetched: number
      failed: number
      failures: readonly {
        row: number
        url: string
        code: string
        message: string
        attempts: number
      }[]
    }
  }
  /** What became of a reversal. For staff and keys with `imports.run`. */
  'GET /api/v1/admin/imports/{id}/reversal': {
    input: { path: { id: string } }
    answer: {
      reversal: {
        status: 'waiting' | 'running' | 'finished'
        /** Things to take back */
        total: number
        done: number
        reversed: number
        /** Left as they are, because something happened to them since */
        kept: number
        actor: string
        createdAt: string
        finishedAt: string | null
      } | null
      remarks: readonly {
        row: number
        subject: string
        label: string
        outcome: 'reversed' | 'kept'
        code: string
        message: string
      }[]
    }
  }
  /** What reversing an import would do. For staff and keys with `imports.run`. */
  'GET /api/v1/admin/imports/{id}/reversal/preview': {
    input: { path: { id: string } }
    answer: {
      effects: readonly {
        subject: string
        did: 'created' | 'updated'
        count: number
      }[]
      judged: number
      kept: readonly {
        row: number
        subject: string
        label: string
        outcome: 'reversed' | 'kept'
        code: string
        message: string
      }[]
    }
  }
  /** Orders that need a person. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/issues': {
    input: { query?: { cursor?: string; limit?: number; status?: 'open' | 'settled'; kind?: 'payment' | 'review' | 'short' | 'overdue' | 'change' | 'cancellation' | 'refund' | 'refund_failed' | 'return' | 'parcel' | 'manual' | 'job'; owner?: 'me' | 'nobody' } }
    answer: {
      rows: readonly {
        id: string
        orderId: string
        orderNumber: string
        kind: 'payment' | 'review' | 'short' | 'overdue' | 'change' | 'cancellation' | 'refund' | 'refund_failed' | 'return' | 'parcel' | 'manual' | 'job'
        data: Record<string, unknown>
        status: 'open' | 'settled'
        ownerId: string | null
        ownerName: string | null
        resolution: string
        openedAt: string
        settledAt: string | null
        settledBy: string | null
      }[]
      next?: string
    }
  }
  /** Issues by kind. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/issues/counters': {
    input: Record<never, never>
    answer: Record<string, number>
  }
  /** Background jobs by kind. For staff and keys with `jobs.manage`. */
  'GET /api/v1/admin/jobs': {
    input: Record<never, never>
    answer: readonly {
      name: string
      waiting: number
      running: number
      failing: number
      dead: number
    }[]
  }
  /** Jobs that gave up. For staff and keys with `jobs.manage`. */
  'GET /api/v1/admin/jobs/dead': {
    input: { query?: { name?: string } }
    answer: readonly {
      id: string
      name: string
      attempts: number
      lastError: string
      at: string
    }[]
  }
  /** Find knowledge cards. For staff and keys with `products.read`. */
  'GET /api/v1/admin/knowledge': {
    input: { query?: { cursor?: string; limit?: number; text?: string } }
    answer: {
      rows: readonly {
        productId: string
        slug: string
        name: {
          zh: string
          en: string
        }
        status: 'draft' | 'checked' | 'in_review' | 'on_sale' | 'delisted'
        pictureId: string | null
        sellingPoints: readonly string[]
        facts: readonly {
          name: {
            zh: string
            en: string
          }
          value: {
            zh: string
            en: string
          }
        }[]
        variants: readonly {
          sku: string
          values: readonly string[]
          price: {
            minor: number
            currency: string
          } | null
          available: number | null
        }[]
        card: {
          material: string
          priceLevel: 'entry' | 'middle' | 'upper' | null
          uses: string
          answers: string
          updatedAt: string | null
          updatedBy: string | null
        }
      }[]
      next?: string
    }
  }
  /** Balances of the books. For staff and keys with `ledger.read`. */
  'GET /api/v1/admin/ledger/balances': {
    input: Record<never, never>
    answer: readonly {
      account: 'provider_clearing' | 'money_in_dispute' | 'cash_on_the_way' | 'carrier_receivables' | 'bank' | 'goods_in_stock' | 'customer_deposits' | 'overpayments' | 'provider_fees_due' | 'payouts_due' | 'supplier_payables' | 'sales' | 'freight_income' | 'refunds' | 'cost_of_goods' | 'stock_losses' | 'payment_fees' | 'carrier_fees' | 'payment_differences' | 'chargebacks'
      balance: {
        minor: number
        currency: string
      }
    }[]
  }
  /** Transfers of the books. For staff and keys with `ledger.read`. */
  'GET /api/v1/admin/ledger/transfers': {
    input: { query?: { cursor?: string; limit?: number; causeId?: string } }
    answer: {
      rows: readonly {
        id: string
        debit: 'provider_clearing' | 'money_in_dispute' | 'cash_on_the_way' | 'carrier_receivables' | 'bank' | 'goods_in_stock' | 'customer_deposits' | 'overpayments' | 'provider_fees_due' | 'payouts_due' | 'supplier_payables' | 'sales' | 'freight_income' | 'refunds' | 'cost_of_goods' | 'stock_losses' | 'payment_fees' | 'carrier_fees' | 'payment_differences' | 'chargebacks'
        credit: 'provider_clearing' | 'money_in_dispute' | 'cash_on_the_way' | 'carrier_receivables' | 'bank' | 'goods_in_stock' | 'customer_deposits' | 'overpayments' | 'provider_fees_due' | 'payouts_due' | 'supplier_payables' | 'sales' | 'freight_income' | 'refunds' | 'cost_of_goods' | 'stock_losses' | 'payment_fees' | 'carrier_fees' | 'payment_differences' | 'chargebacks'
        amount: {
          minor: number
          currency: string
        }
        cause: 'payment' | 'payment_fee' | 'bill_fee' | 'bill_difference' | 'mismatch' | 'surplus' | 'refund' | 'refund_declined' | 'payout' | 'dispute' | 'dispute_fee' | 'dispute_won' | 'dispute_lost' | 'dispatch' | 'voucher' | 'cash_collected' | 'cash_corrected' | 'cash_given_up' | 'cash_waived' | 'cash_handed_in' | 'cash_written_off' | 'cash_surplus' | 'stock_movement' | 'transfer_lost'
        causeId: string
        behind: {
          label: string
          href: string | null
        } | null
        postedAt: string
      }[]
      next?: string
    }
  }
  /** List plans to list or delist. For staff and keys with `products.read`. */
  'GET /api/v1/admin/listing-plans': {
    input: { query?: { cursor?: string; limit?: number; state?: 'waiting' | 'ended'; productId?: string } }
    answer: {
      rows: readonly {
        id: string
        productId: string
        step: 'approve' | 'delist' | 'relist'
        at: string
        status: 'waiting' | 'done' | 'failed' | 'cancelled'
        failure: string | null
        plannedBy: string
        createdAt: string
        endedAt: string | null
        name: string
      }[]
      next?: string
    }
  }
  /** Lots that expire soon. For staff and keys with `stock.read`. */
  'GET /api/v1/admin/lots/expiring': {
    input: { query?: { withinDays?: number } }
    answer: readonly {
      lotId: string
      variantId: string
      sku: string
      name: {
        zh: string
        en: string
      }
      number: string
      producedOn: string | null
      expiresOn: string
      status: 'released' | 'blocked'
      quantity: number
      daysLeft: number
    }[]
  }
  /** Who is signed in, with permissions. For anybody. */
  'GET /api/v1/admin/me': {
    input: Record<never, never>
    answer: {
      id: string
      userName: string
      displayName: string
      locale: string
      permissions: readonly string[]
      lacks: readonly {
        permission: string
        roles: readonly {
          zh: string
          en: string
        }[]
      }[]
      owesConfidentiality: boolean
      shop: {
        id: string
        code: string
        name: string
        nameEn: string
        currency: string
        timeZone: string
        isDemo: boolean
      }
    }
  }
  /** The statement of confidentiality in force. For anybody. */
  'GET /api/v1/admin/me/confidentiality': {
    input: Record<never, never>
    answer: {
      statement: {
        version: number
        body: {
          zh: string
          en: string
        }
        publishedAt: string
        publishedBy: string
      } | null
      owes: boolean
    }
  }
  /** One’s own second factors. For anybody. */
  'GET /api/v1/admin/me/second-factors': {
    input: Record<never, never>
    answer: readonly {
      id: string
      kind: 'totp' | 'passkey'
      label: string
      confirmedAt: string
      usedAt: string | null
    }[]
  }
  /** Where one is signed in. For anybody. */
  'GET /api/v1/admin/me/sessions': {
    input: Record<never, never>
    answer: readonly {
      id: string
      startedAt: string
      seenAt: string
      userAgent: string
      ip: string
      isThisOne: boolean
    }[]
  }
  /** Messages sent to customers. For staff and keys with `messages.read`. */
  'GET /api/v1/admin/messages': {
    input: { query?: { cursor?: string; limit?: number; status?: 'waiting' | 'sent' | 'failed' | 'expired' | 'kept' | 'refused'; channel?: 'sms' | 'email'; accountId?: string } }
    answer: {
      rows: readonly {
        id: string
        channel: 'sms' | 'email'
        recipient: string
        purpose: 'service' | 'security' | 'marketing'
        template: string
        subject: string | null
        body: string
        createdAt: string
        status: 'waiting' | 'sent' | 'failed' | 'expired' | 'kept' | 'refused'
        lastError: string | null
        sentAt: string | null
      }[]
      next?: string
    }
  }
  /** Open notices. For staff and keys with `notices.read`. */
  'GET /api/v1/admin/notices': {
    input: Record<never, never>
    answer: {
      rows: readonly {
        id: string
        kind: string
        text: string
        href: string | null
        createdAt: string
      }[]
      next?: string
    }
  }
  /** What can be printed of many orders. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/order-papers': {
    input: { query: { ids: readonly string[] } }
    answer: {
      rows: readonly {
        id: string
        number: string
        headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
        outbounds: readonly {
          id: string
          number: string
          /** A label can be printed. */
          hasWaybill: boolean
        }[]
      }[]
    }
  }
  /** The automatic rules for orders. For staff and keys with `orders.rules`. */
  'GET /api/v1/admin/order-rules': {
    input: Record<never, never>
    answer: readonly {
      id: string
      name: string
      enabled: boolean
      conditions: readonly ({
        field: 'amount' | 'weight' | 'pieces' | 'level' | 'refunds' | 'time'
        from: number | null
        to: number | null
      } | {
        field: 'sku' | 'product' | 'category' | 'brand' | 'tag' | 'region' | 'buyer' | 'words' | 'message' | 'payment' | 'channel' | 'weekday'
        any: readonly string[]
        /** None of them, instead of one at least */
        not: boolean
      })[]
      action: {
        kind: 'warehouse'
        warehouseId: string
      } | {
        kind: 'review'
        decision: 'approve' | 'ask' | 'hold'
        reason: string
      } | {
        kind: 'gift'
        sku: string
        quantity: number
        stop: boolean
      } | {
        kind: 'carrier'
        carrier: string
      } | {
        kind: 'merging'
        decision: 'merge' | 'leave'
        withinHours: number
      }
      /** A change of it may send this as If-Match */
      version: number
      /** Orders it met; above 1,000 nobody counts */
      hits: number
      lastHitAt: string | null
    }[]
  }
  /** One rule. For staff and keys with `orders.rules`. */
  'GET /api/v1/admin/order-rules/{id}': {
    input: { path: { id: string } }
    answer: {
      id: string
      name: string
      enabled: boolean
      conditions: readonly ({
        field: 'amount' | 'weight' | 'pieces' | 'level' | 'refunds' | 'time'
        from: number | null
        to: number | null
      } | {
        field: 'sku' | 'product' | 'category' | 'brand' | 'tag' | 'region' | 'buyer' | 'words' | 'message' | 'payment' | 'channel' | 'weekday'
        any: readonly string[]
        /** None of them, instead of one at least */
        not: boolean
      })[]
      action: {
        kind: 'warehouse'
        warehouseId: string
      } | {
        kind: 'review'
        decision: 'approve' | 'ask' | 'hold'
        reason: string
      } | {
        kind: 'gift'
        sku: string
        quantity: number
        stop: boolean
      } | {
        kind: 'carrier'
        carrier: string
      } | {
        kind: 'merging'
        decision: 'merge' | 'leave'
        withinHours: number
      }
    }
  }
  /** The orders that a rule met. For staff and keys with `orders.rules`. */
  'GET /api/v1/admin/order-rules/{id}/hits': {
    input: { path: { id: string }; query?: { cursor?: string; limit?: number } }
    answer: {
      rows: readonly {
        ruleId: string
        ruleName: string
        kind: 'review' | 'gift' | 'carrier' | 'warehouse' | 'merging'
        orderId: string
        orderNumber: string
        outcome: {
          code: 'approved' | 'not_approved' | 'asked' | 'held' | 'gift_given' | 'gift_gone' | 'gift_out_of_stock' | 'carrier_set' | 'carrier_kept' | 'carrier_refused' | 'warehouse_set' | 'warehouse_kept' | 'warehouse_lacks' | 'merged' | 'left'
          what: string
          why?: string
        }
        met: readonly {
          condition: {
            field: 'amount' | 'weight' | 'pieces' | 'level' | 'refunds' | 'time'
            from: number | null
            to: number | null
          } | {
            field: 'sku' | 'product' | 'category' | 'brand' | 'tag' | 'region' | 'buyer' | 'words' | 'message' | 'payment' | 'channel' | 'weekday'
            any: readonly string[]
            /** None of them, instead of one at least */
            not: boolean
          }
          holds: boolean
          actual: number | readonly string[]
        }[]
        at: string
      }[]
      next?: string
    }
  }
  /** Tags of orders. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/order-tags': {
    input: Record<never, never>
    answer: readonly {
      id: string
      name: string
      color: 'red' | 'amber' | 'green' | 'blue' | 'purple'
    }[]
  }
  /** Find orders. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/orders': {
    input: { query?: { cursor?: string; limit?: number; headline?: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'; status?: 'open' | 'cancelled' | 'completed'; review?: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'; payment?: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'; fulfilment?: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'; afterSales?: 'none' | 'settled' | 'open'; number?: string; phone?: string; text?: string; customerId?: string; from?: string; to?: string; late?: boolean; dueWithin?: number; outOfStock?: boolean; mergeable?: boolean; cashOnDelivery?: boolean; abnormal?: boolean; packed?: boolean; warehouseId?: string; weightFrom?: number; weightTo?: number; request?: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'; memo?: boolean; noted?: boolean; flag?: 'red' | 'amber' | 'green' | 'blue' | 'purple'; tagsAny?: string; tagsAll?: string; tagsNone?: string; carrier?: string; sku?: string; amountFrom?: number; amountTo?: number } }
    answer: {
      rows: readonly {
        id: string
        number: string
        status: 'open' | 'cancelled' | 'completed'
        review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
        payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
        fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
        afterSales: 'none' | 'settled' | 'open'
        headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
        items: {
          minor: number
          currency: string
        }
        discount: {
          minor: number
          currency: string
        }
        freight: {
          minor: number
          currency: string
        }
        total: {
          minor: number
          currency: string
        }
        refunded: {
          minor: number
          currency: string
        }
        /** The buyer pays the courier, or has done so. */
        cashOnDelivery: boolean
        waived: {
          minor: number
          currency: string
        }
        reductionName: string | null
        carrier: string
        memo: string
        invoiceWish: {
          kind: 'personal' | 'company'
          title: string
          taxNumber?: string
          email?: string
        } | null
        requests: readonly {
          kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
          text: string
          by: string
          at: string
        }[]
        cancelReason: string | null
        placedAt: string
        payBy: string
        paidAt: string | null
        dispatchBy: string | null
        restBy: string | null
        arrivesFrom: string | null
        arrivesTo: string | null
        releasedAt: string | null
        shippedAt: string | null
        deliveredAt: string | null
        receivedAt: string | null
        receiveBy: string | null
        completedAt: string | null
        customerId: string
        districtCode: string
        reviewReasons: readonly string[]
        promiseAlarm: string | null
        shipmentId: string | null
        releaseFrom: string | null
        checkedAt: string | null
        carrierWhy: {
          code: 'asked' | 'choice' | 'first_rule'
          choice: string | null
          rejected: readonly {
            carrier: string
            name: {
              zh: string
              en: string
            }
            reason: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred'
            fee: {
              minor: number
              currency: string
            } | null
          }[]
        } | null
        version: number
        lines: readonly {
          id: string
          productId: string
          variantId: string
          slug: string
          sku: string
          name: {
            zh: string
            en: string
          }
          specification: {
            zh: string
            en: string
          }
          pictureId: string | null
          unitPrice: {
            minor: number
            currency: string
          }
          quantity: number
          subtotal: {
            minor: number
            currency: string
          }
          discount: {
            minor: number
            currency: string
          }
          freight: {
            minor: number
            currency: string
          }
          total: {
            minor: number
            currency: string
          }
          refunded: {
            minor: number
            currency: string
          }
          requiresShipping: boolean
          shipped: number
          returned: number
          agreed: {
            /** Put into the order for nothing. */
            gift?: true
          }
        }[]
        recipient: {
          name: string
          phone: string
          /** Six digits (GB/T 2260); abroad a country and its area: US-CA, SG. */
          districtCode: string
          street: string
          /** Abroad. */
          city?: string
          /** Abroad. */
          postcode?: string
        }
        mark: {
          flag: 'red' | 'amber' | 'green' | 'blue' | 'purple' | null
          note: string
        }
        tags: readonly {
          id: string
          name: string
          color: 'red' | 'amber' | 'green' | 'blue' | 'purple'
        }[]
      }[]
      next?: string
    }
  }
  /** Count filtered orders. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/orders/count': {
    input: { query?: { headline?: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'; status?: 'open' | 'cancelled' | 'completed'; review?: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'; payment?: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'; fulfilment?: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'; afterSales?: 'none' | 'settled' | 'open'; number?: string; phone?: string; text?: string; customerId?: string; from?: string; to?: string; late?: boolean; dueWithin?: number; outOfStock?: boolean; mergeable?: boolean; cashOnDelivery?: boolean; abnormal?: boolean; packed?: boolean; warehouseId?: string; weightFrom?: number; weightTo?: number; request?: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'; memo?: boolean; noted?: boolean; flag?: 'red' | 'amber' | 'green' | 'blue' | 'purple'; tagsAny?: string; tagsAll?: string; tagsNone?: string; carrier?: string; sku?: string; amountFrom?: number; amountTo?: number } }
    answer: {
      count: number
      most: number
    }
  }
  /** Orders by state. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/orders/counters': {
    input: Record<never, never>
    answer: {
      counts: Record<string, number>
      /** A count above this stands for "more than this". */
      most: number
    }
  }
  /** One order with money, parcels and history. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/orders/{id}': {
    input: { path: { id: string } }
    answer: {
      order: {
        id: string
        number: string
        status: 'open' | 'cancelled' | 'completed'
        review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
        payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
        fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
        afterSales: 'none' | 'settled' | 'open'
        headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
        items: {
          minor: number
          currency: string
        }
        discount: {
          minor: number
          currency: string
        }
        freight: {
          minor: number
          currency: string
        }
        total: {
          minor: number
          currency: string
        }
        refunded: {
          minor: number
          currency: string
        }
        /** The buyer pays the courier, or has done so. */
        cashOnDelivery: boolean
        waived: {
          minor: number
          currency: string
        }
        reductionName: string | null
        carrier: string
        memo: string
        invoiceWish: {
          kind: 'personal' | 'company'
          title: string
          taxNumber?: string
          email?: string
        } | null
        requests: readonly {
          kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
          text: string
          by: string
          at: string
        }[]
        cancelReason: string | null
        placedAt: string
        payBy: string
        paidAt: string | null
        dispatchBy: string | null
        restBy: string | null
        arrivesFrom: string | null
        arrivesTo: string | null
        releasedAt: string | null
        shippedAt: string | null
        deliveredAt: string | null
        receivedAt: string | null
        receiveBy: string | null
        completedAt: string | null
        customerId: string
        districtCode: string
        reviewReasons: readonly string[]
        promiseAlarm: string | null
        shipmentId: string | null
        releaseFrom: string | null
        checkedAt: string | null
        carrierWhy: {
          code: 'asked' | 'choice' | 'first_rule'
          choice: string | null
          rejected: readonly {
            carrier: string
            name: {
              zh: string
              en: string
            }
            reason: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred'
            fee: {
              minor: number
              currency: string
            } | null
          }[]
        } | null
        version: number
      }
      together: readonly {
        id: string
        number: string
      }[]
      lines: readonly {
        id: string
        productId: string
        variantId: string
        slug: string
        sku: string
        name: {
          zh: string
          en: string
        }
        specification: {
          zh: string
          en: string
        }
        pictureId: string | null
        unitPrice: {
          minor: number
          currency: string
        }
        quantity: number
        subtotal: {
          minor: number
          currency: string
        }
        discount: {
          minor: number
          currency: string
        }
        freight: {
          minor: number
          currency: string
        }
        total: {
          minor: number
          currency: string
        }
        refunded: {
          minor: number
          currency: string
        }
        requiresShipping: boolean
        shipped: number
        returned: number
        agreed: {
          /** Put into the order for nothing. */
          gift?: true
        }
      }[]
      recipient: {
        name: string
        phone: string
        /** Six digits (GB/T 2260); abroad a country and its area: US-CA, SG. */
        districtCode: string
        street: string
        /** Abroad. */
        city?: string
        /** Abroad. */
        postcode?: string
      }
      payments: readonly {
        id: string
        number: string
        status: 'created' | 'unknown' | 'pending' | 'failed' | 'closed' | 'mismatch' | 'succeeded'
        amount: {
          minor: number
          currency: string
        }
        captured: {
          minor: number
          currency: string
        }
        refunded: {
          minor: number
          currency: string
        }
        surplus: boolean
        createdAt: string
        paidAt: string | null
      }[]
      refunds: readonly {
        id: string
        number: string
        status: 'waiting' | 'approved' | 'declined' | 'sent' | 'failed' | 'succeeded'
        amount: {
          minor: number
          currency: string
        }
        cause: string
        reason: string
        createdAt: string
        succeededAt: string | null
        failure: string | null
        attempts: number
        requestedBy: string
        requesterId: string | null
        /** It was too much for one person of the staff. */
        needsSecond: boolean
        decidedBy: string | null
        remark: string | null
      }[]
      parcels: readonly {
        id: string
        number: string
        carrier: string
        waybillNumber: string | null
        status: 'announced' | 'labelled' | 'handed_over' | 'problem' | 'in_transit' | 'delivering' | 'delivered' | 'signed' | 'returning' | 'returned' | 'cancelled'
        handedOverAt: string | null
        signedAt: string | null
        steps: readonly {
          at: string
          state: string
          text: string
          location: string | null
        }[]
      }[]
      vouchers: readonly {
        id: string
        orderLineId: string
        unit: number
        code: string
        status: 'open' | 'redeemed' | 'void'
        appointmentAt: string | null
        redeemedAt: string | null
      }[]
      actions: readonly ('pay' | 'cancel' | 'changeRecipient' | 'addRequest' | 'review' | 'unapprove' | 'intercept' | 'release' | 'merge' | 'confirmReceipt')[]
      dispatchSecondsLeft: number | null
      disputes: readonly {
        id: string
        providerRef: string
        status: 'inquiry' | 'open' | 'won' | 'lost' | 'dropped'
        amount: {
          minor: number
          currency: string
        }
        reason: string
        answerBy: string | null
        openedAt: string
        closedAt: string | null
      }[]
      mark: {
        flag: 'red' | 'amber' | 'green' | 'blue' | 'purple' | null
        note: string
      }
      tags: readonly {
        id: string
        name: string
        color: 'red' | 'amber' | 'green' | 'blue' | 'purple'
      }[]
      history: readonly {
        id: string
        type: string
        at: string
        actorKind: string
        actorName: string
        origin: string
        data: Record<string, unknown>
      }[]
    }
  }
  /** Carriers for an order. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/orders/{id}/carriers': {
    input: { path: { id: string } }
    answer: readonly {
      carrier: string
      name: {
        zh: string
        en: string
      }
      quote: {
        serviceType: 'express' | 'deliver_install' | 'freight'
        fee: {
          minor: number
          currency: string
        }
        fullFee: {
          minor: number
          currency: string
        }
        rule: string
        daysMin: number
        daysMax: number
      } | null
      rejected: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred' | null
    }[]
  }
  /** How an order leaves: boxes, warehouses and why these. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/orders/{id}/dispatch': {
    input: { path: { id: string } }
    answer: {
      boxes: readonly {
        id: string
        number: string
        warehouseId: string
        status: 'released' | 'picking' | 'short' | 'picked' | 'packed' | 'weighed' | 'handed_over' | 'cancelled'
        printedAt: string | null
        /** A label can be printed. */
        hasWaybill: boolean
        lines: readonly {
          lineId: string
          quantity: number
        }[]
      }[]
      from: readonly {
        lineId: string
        warehouseId: string
        quantity: number
        considered: readonly {
          warehouseId: string
          /** 0 serves the province, 1 serves every one, 2 serves others. */
          rank: number
          /** It had every piece of the order. */
          hasAll: boolean
        }[] | null
      }[]
      isSplit: boolean
    }
  }
  /** How an order is being handled. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/orders/{id}/handling': {
    input: { path: { id: string } }
    answer: {
      issues: readonly {
        id: string
        orderId: string
        orderNumber: string
        kind: 'payment' | 'review' | 'short' | 'overdue' | 'change' | 'cancellation' | 'refund' | 'refund_failed' | 'return' | 'parcel' | 'manual' | 'job'
        data: Record<string, unknown>
        status: 'open' | 'settled'
        ownerId: string | null
        ownerName: string | null
        resolution: string
        openedAt: string
        settledAt: string | null
        settledBy: string | null
      }[]
      shortage: {
        id: string
        foundBy: 'pick' | 'count'
        lines: readonly {
          lineId: string
          quantity: number
        }[]
        status: 'open' | 'waiting' | 'settled'
        choice: 'wait' | 'replace' | 'refund' | null
        chosenBy: string | null
        chosenAt: string | null
        note: string
        openedAt: string
      } | null
      checks: readonly {
        item: 'goods' | 'quantity' | 'address' | 'contact' | 'payment' | 'recipient'
        note: string
        at: string
        by: string
      }[]
      contacts: readonly {
        id: string
        way: 'call' | 'message' | 'email' | 'visit'
        outcome: 'agreed' | 'reached' | 'no_answer' | 'wrong_number' | 'refused'
        note: string
        nextDueAt: string | null
        at: string
        by: string
      }[]
      confirmation: {
        way: 'email' | 'call'
        reason: string
        status: 'to_call' | 'sent' | 'confirmed' | 'declined'
        note: string
        createdAt: string
        settledAt: string | null
        settledBy: string | null
      } | null
    }
  }
  /** Orders that can leave together. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/orders/{id}/mergeable': {
    input: { path: { id: string } }
    answer: {
      rows: readonly {
        id: string
        number: string
        status: 'open' | 'cancelled' | 'completed'
        review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
        payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
        fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
        afterSales: 'none' | 'settled' | 'open'
        headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
        items: {
          minor: number
          currency: string
        }
        discount: {
          minor: number
          currency: string
        }
        freight: {
          minor: number
          currency: string
        }
        total: {
          minor: number
          currency: string
        }
        refunded: {
          minor: number
          currency: string
        }
        /** The buyer pays the courier, or has done so. */
        cashOnDelivery: boolean
        waived: {
          minor: number
          currency: string
        }
        reductionName: string | null
        carrier: string
        memo: string
        invoiceWish: {
          kind: 'personal' | 'company'
          title: string
          taxNumber?: string
          email?: string
        } | null
        requests: readonly {
          kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
          text: string
          by: string
          at: string
        }[]
        cancelReason: string | null
        placedAt: string
        payBy: string
        paidAt: string | null
        dispatchBy: string | null
        restBy: string | null
        arrivesFrom: string | null
        arrivesTo: string | null
        releasedAt: string | null
        shippedAt: string | null
        deliveredAt: string | null
        receivedAt: string | null
        receiveBy: string | null
        completedAt: string | null
        customerId: string
        districtCode: string
        reviewReasons: readonly string[]
        promiseAlarm: string | null
        shipmentId: string | null
        releaseFrom: string | null
        checkedAt: string | null
        carrierWhy: {
          code: 'asked' | 'choice' | 'first_rule'
          choice: string | null
          rejected: readonly {
            carrier: string
            name: {
              zh: string
              en: string
            }
            reason: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred'
            fee: {
              minor: number
              currency: string
            } | null
          }[]
        } | null
        version: number
      }[]
    }
  }
  /** Parcels of an order with tracking. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/orders/{id}/parcels': {
    input: { path: { id: string } }
    answer: readonly {
      id: string
      number: string
      carrier: string
      waybillNumber: string | null
      weightGrams: number | null
      status: 'announced' | 'labelled' | 'handed_over' | 'problem' | 'in_transit' | 'delivering' | 'delivered' | 'signed' | 'returning' | 'returned' | 'cancelled'
      handedOverAt: string | null
      signedAt: string | null
      stalledAt: string | null
      steps: readonly {
        at: string
        state: string
        text: string
        location: string | null
      }[]
    }[]
  }
  /** How far the price may be lowered. For staff and keys with `orders.bargain`. */
  'GET /api/v1/admin/orders/{id}/price-limits': {
    input: { path: { id: string } }
    answer: {
      least: {
        minor: number
        currency: string
      }
      most: {
        minor: number
        currency: string
      }
    }
  }
  /** The report of an order. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/orders/{id}/report': {
    input: { path: { id: string } }
    answer: {
      order: {
        id: string
        number: string
        status: 'open' | 'cancelled' | 'completed'
        review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
        payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
        fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
        afterSales: 'none' | 'settled' | 'open'
        headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
        items: {
          minor: number
          currency: string
        }
        discount: {
          minor: number
          currency: string
        }
        freight: {
          minor: number
          currency: string
        }
        total: {
          minor: number
          currency: string
        }
        refunded: {
          minor: number
          currency: string
        }
        /** The buyer pays the courier, or has done so. */
        cashOnDelivery: boolean
        waived: {
          minor: number
          currency: string
        }
        reductionName: string | null
        carrier: string
        memo: string
        invoiceWish: {
          kind: 'personal' | 'company'
          title: string
          taxNumber?: string
          email?: string
        } | null
        requests: readonly {
          kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
          text: string
          by: string
          at: string
        }[]
        cancelReason: string | null
        placedAt: string
        payBy: string
        paidAt: string | null
        dispatchBy: string | null
        restBy: string | null
        arrivesFrom: string | null
        arrivesTo: string | null
        releasedAt: string | null
        shippedAt: string | null
        deliveredAt: string | null
        receivedAt: string | null
        receiveBy: string | null
        completedAt: string | null
        customerId: string
        districtCode: string
        reviewReasons: readonly string[]
        promiseAlarm: string | null
        shipmentId: string | null
        releaseFrom: string | null
        checkedAt: string | null
        carrierWhy: {
          code: 'asked' | 'choice' | 'first_rule'
          choice: string | null
          rejected: readonly {
            carrier: string
            name: {
              zh: string
              en: string
            }
            reason: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred'
            fee: {
              minor: number
              currency: string
            } | null
          }[]
        } | null
        version: number
      }
      lines: readonly {
        id: string
        productId: string
        variantId: string
        slug: string
        sku: string
        name: {
          zh: string
          en: string
        }
        specification: {
          zh: string
          en: string
        }
        pictureId: string | null
        unitPrice: {
          minor: number
          currency: string
        }
        quantity: number
        subtotal: {
          minor: number
          currency: string
        }
        discount: {
          minor: number
          currency: string
        }
        freight: {
          minor: number
          currency: string
        }
        total: {
          minor: number
          currency: string
        }
        refunded: {
          minor: number
          currency: string
        }
        requiresShipping: boolean
        shipped: number
        returned: number
        agreed: {
          /** Put into the order for nothing. */
          gift?: true
        }
      }[]
      recipient: {
        name: string
        phone: string
        /** Six digits (GB/T 2260); abroad a country and its area: US-CA, SG. */
        districtCode: string
        street: string
        /** Abroad. */
        city?: string
        /** Abroad. */
        postcode?: string
      }
      payments: readonly {
        id: string
        number: string
        status: 'created' | 'unknown' | 'pending' | 'failed' | 'closed' | 'mismatch' | 'succeeded'
        amount: {
          minor: number
          currency: string
        }
        captured: {
          minor: number
          currency: string
        }
        refunded: {
          minor: number
          currency: string
        }
        surplus: boolean
        createdAt: string
        paidAt: string | null
      }[]
      refunds: readonly {
        id: string
        number: string
        status: 'waiting' | 'approved' | 'declined' | 'sent' | 'failed' | 'succeeded'
        amount: {
          minor: number
          currency: string
        }
        cause: string
        reason: string
        createdAt: string
        succeededAt: string | null
      }[]
      cases: readonly {
        id: string
        number: string
        kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
        status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
        reason: string
        amount: {
          minor: number
          currency: string
        }
        openedAt: string
        settledAt: string | null
      }[]
      history: readonly {
        id: string
        type: string
        at: string
        actorKind: string
        actorName: string
        origin: string
        data: Record<string, unknown>
      }[]
      followUp: {
        orderId: string
        orderNumber: string
        askedAt: string
        rating: number | null
        words: string
        answeredAt: string | null
      } | null
      money: {
        paid: {
          minor: number
          currency: string
        }
        refunded: {
          minor: number
          currency: string
        }
        kept: {
          minor: number
          currency: string
        }
      }
      finishedAt: string | null
    }
  }
  /** The report of an order, as CSV. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/orders/{id}/report.csv': {
    input: { path: { id: string } }
    answer: unknown
  }
  /** Everything that happened around an order. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/orders/{id}/timeline': {
    input: { path: { id: string } }
    answer: {
      rows: readonly {
        id: string
        lane: 'order' | 'money' | 'stock' | 'parcel' | 'messages' | 'after_sales' | 'approvals' | 'notices' | 'notes'
        /** What happened: `order.paid`, `stock.reserved`, `tracking.delivering` … */
        type: string
        at: string
        actorKind: string
        actorName: string
        /** The request or job in which it happened */
        origin: string
        thing: {
          kind: string
          id: string
          label: string
        }
        amount: {
          minor: number
          currency: string
        } | null
        said: string
        facts: Record<string, unknown>
        /** Own words that may still be put right or taken back */
        mayChange: boolean
      }[]
      hasMore: boolean
    }
  }
  /** The transfers of an order. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/orders/{id}/transfers': {
    input: { path: { id: string } }
    answer: readonly {
      id: string
      number: string
      from: {
        id: string
        code: string
        name: {
          zh: string
          en: string
        }
      }
      to: {
        id: string
        code: string
        name: {
          zh: string
          en: string
        }
      }
      orderId: string
      orderNumber: string
      reason: string
      neededBy: string
      status: 'requested' | 'accepted' | 'refused' | 'withdrawn' | 'sent' | 'received' | 'closed'
      keeperName: string | null
      requestedBy: string
      createdAt: string
      endedAt: string | null
      lines: readonly {
        lineId: string
        variantId: string
        sku: string
        name: string
        quantity: number
        sent: number
        received: number
        lost: number
      }[]
    }[]
  }
  /** How prices came about and what lines leave. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/orders/{id}/worth': {
    input: { path: { id: string } }
    answer: {
      lines: readonly {
        lineId: string
        setAt: string | null
        setBy: string | null
        was: {
          minor: number
          currency: string
        } | null
        reduction: {
          zh: string
          en: string
        } | null
        cost: {
          minor: number
          currency: string
        } | null
        earned: {
          minor: number
          currency: string
        }
        margin: {
          minor: number
          currency: string
        } | null
      }[]
    }
  }
  /** Find outbound notes. For staff and keys with `outbound.read`. */
  'GET /api/v1/admin/outbounds': {
    input: { query?: { cursor?: string; limit?: number; status?: readonly ('released' | 'picking' | 'short' | 'picked' | 'packed' | 'weighed' | 'handed_over' | 'cancelled')[]; warehouseId?: string; carrier?: string; overdue?: boolean; number?: string } }
    answer: {
      rows: readonly {
        id: string
        number: string
        warehouseId: string
        source: 'order' | 'shipment' | 'exchange' | 'reshipment' | 'repair'
        sourceId: string
        sourceNumber: string
        /** The orders that leave together; empty for one. */
        sourceNumbers: readonly string[]
        status: 'released' | 'picking' | 'short' | 'picked' | 'packed' | 'weighed' | 'handed_over' | 'cancelled'
        carrier: string
        requests: readonly string[]
        dispatchBy: string
        picker: string | null
        packer: string | null
        printedAt: string | null
        releasedAt: string
        handedOverAt: string | null
        version: number
        lines: readonly {
          id: string
          sourceLineId: string
          variantId: string
          sku: string
          name: string
          specification: string
          barcode: string | null
          quantity: number
          picked: number
          packed: number
          short: number
        }[]
      }[]
      next?: string
    }
  }
  /** Outbound notes by state. For staff and keys with `outbound.read`. */
  'GET /api/v1/admin/outbounds/counts': {
    input: { query?: { warehouseId?: string } }
    answer: {
      byStatus: Record<string, number>
      overdue: number
    }
  }
  /** Pick lists. For staff and keys with `outbound.read`. */
  'GET /api/v1/admin/outbounds/pick-list.pdf': {
    input: { query: { ids: readonly string[] } }
    answer: unknown
  }
  /** Shipping notes. For staff and keys with `outbound.pack`. */
  'GET /api/v1/admin/outbounds/shipping-note.pdf': {
    input: { query: { ids: readonly string[] } }
    answer: unknown
  }
  /** What has not left, as CSV. For staff and keys with `outbound.pack`. */
  'GET /api/v1/admin/outbounds/unshipped.csv': {
    input: { query?: { warehouseId?: string } }
    answer: unknown
  }
  /** Waybills. For staff and keys with `outbound.pack`. */
  'GET /api/v1/admin/outbounds/waybill.pdf': {
    input: { query: { ids: readonly string[] } }
    answer: unknown
  }
  /** One outbound note. For staff and keys with `outbound.read`. */
  'GET /api/v1/admin/outbounds/{id}': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      warehouseId: string
      source: 'order' | 'shipment' | 'exchange' | 'reshipment' | 'repair'
      sourceId: string
      sourceNumber: string
      /** The orders that leave together; empty for one. */
      sourceNumbers: readonly string[]
      status: 'released' | 'picking' | 'short' | 'picked' | 'packed' | 'weighed' | 'handed_over' | 'cancelled'
      carrier: string
      requests: readonly string[]
      dispatchBy: string
      picker: string | null
      packer: string | null
      printedAt: string | null
      releasedAt: string
      handedOverAt: string | null
      version: number
      lines: readonly {
        id: string
        sourceLineId: string
        variantId: string
        sku: string
        name: string
        specification: string
        barcode: string | null
        quantity: number
        picked: number
        packed: number
        short: number
      }[]
      parcel: {
        id: string
        number: string
        waybillNumber: string | null
        weightGrams: number | null
        status: 'announced' | 'labelled' | 'handed_over' | 'problem' | 'in_transit' | 'delivering' | 'delivered' | 'signed' | 'returning' | 'returned' | 'cancelled'
      } | null
    }
  }
  /** A pick list. For staff and keys with `outbound.read`. */
  'GET /api/v1/admin/outbounds/{id}/pick-list.pdf': {
    input: { path: { id: string } }
    answer: unknown
  }
  /** A shipping note. For staff and keys with `outbound.pack`. */
  'GET /api/v1/admin/outbounds/{id}/shipping-note.pdf': {
    input: { path: { id: string } }
    answer: unknown
  }
  /** A waybill. For staff and keys with `outbound.pack`. */
  'GET /api/v1/admin/outbounds/{id}/waybill.pdf': {
    input: { path: { id: string } }
    answer: unknown
  }
  /** How fast pages are for real visits. For staff and keys with `settings.read`. */
  'GET /api/v1/admin/page-speed': {
    input: { query?: { days?: number } }
    answer: {
      /** Milliseconds */
      limit: number
      pages: readonly {
        page: string
        width: 'phone' | 'tablet' | 'desk'
        visits: number
        /** Milliseconds */
        firstByte: number
        largestPaint: number | null
        loaded: number | null
        shift: number
        isSlow: boolean
      }[]
      slowPaths: readonly {
        path: string
        page: string
        visits: number
        /** Milliseconds */
        largestPaint: number
      }[]
      hours: readonly {
        at: string
        visits: number
        /** Milliseconds */
        largestPaint: number
      }[]
    }
  }
  /** Reminders and questions about parcels. For staff and keys with `aftersales.read`. */
  'GET /api/v1/admin/parcel-questions': {
    input: { query?: { cursor?: string; limit?: number; status?: 'open' | 'answered' } }
    answer: {
      rows: readonly {
        id: string
        orderId: string
        orderNumber: string
        kind: 'inquiry' | 'reminder'
        status: 'open' | 'answered'
        askedBy: 'buyer' | 'staff'
        question: string
        dispatchBy: string | null
        promiseBroken: boolean
        answer: string | null
        answeredBy: string | null
        askedAt: string
        answeredAt: string | null
        parcels: readonly {
          id: string
          carrier: string
          waybillNumber: string | null
          status: 'announced' | 'labelled' | 'handed_over' | 'problem' | 'in_transit' | 'delivering' | 'delivered' | 'signed' | 'returning' | 'returned' | 'cancelled'
          lastStep: {
            at: string
            text: string
          } | null
        }[]
      }[]
      next?: string
    }
  }
  /** One reminder or question. For staff and keys with `aftersales.read`. */
  'GET /api/v1/admin/parcel-questions/{id}': {
    input: { path: { id: string } }
    answer: {
      id: string
      orderId: string
      orderNumber: string
      kind: 'inquiry' | 'reminder'
      status: 'open' | 'answered'
      askedBy: 'buyer' | 'staff'
      question: string
      dispatchBy: string | null
      promiseBroken: boolean
      answer: string | null
      answeredBy: string | null
      askedAt: string
      answeredAt: string | null
      history: readonly {
        type: string
        at: string
        actorName: string
        data: Record<string, unknown>
      }[]
    }
  }
  /** One parcel. For staff and keys with `outbound.read`. */
  'GET /api/v1/admin/parcels/{id}': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      carrier: string
      waybillNumber: string | null
      weightGrams: number | null
      status: 'announced' | 'labelled' | 'handed_over' | 'problem' | 'in_transit' | 'delivering' | 'delivered' | 'signed' | 'returning' | 'returned' | 'cancelled'
      handedOverAt: string | null
      signedAt: string | null
      stalledAt: string | null
      steps: readonly {
        at: string
        state: string
        text: string
        location: string | null
      }[]
    }
  }
  /** List ways to pay. For staff and keys with `payments.read`. */
  'GET /api/v1/admin/payment-methods': {
    input: Record<never, never>
    answer: readonly {
      method: 'wechat' | 'alipay' | 'card' | 'cod'
      enabled: boolean
      position: number
      label: {
        zh: string
        en: string
      }
      least: {
        minor: number
        currency: string
      } | null
      most: {
        minor: number
        currency: string
      } | null
      account: string | null
      accountId: string | null
      notifyPath: string | null
      /** Whether there is any account behind it. */
      available: boolean
    }[]
  }
  /** Refunds to pay out by hand. For staff and keys with `payments.read`. */
  'GET /api/v1/admin/payouts': {
    input: { query?: { cursor?: string; limit?: number; open?: boolean } }
    answer: {
      rows: readonly {
        refund: {
          id: string
          number: string
          status: 'waiting' | 'approved' | 'declined' | 'sent' | 'failed' | 'succeeded'
          amount: {
            minor: number
            currency: string
          }
          cause: string
          reason: string
          createdAt: string
          succeededAt: string | null
          failure: string | null
        }
        orderId: string
        orderNumber: string
        /** How the order had been paid. */
        method: string
        payout: {
          way: 'bank' | 'alipay' | 'wechat' | 'cash' | 'other'
          reference: string
          note: string
          paidOn: string
          recordedAt: string
          recordedBy: string
        } | null
      }[]
      next?: string
    }
  }
  /** Find a note by its code. For staff and keys with `outbound.read`. */
  'GET /api/v1/admin/pda/find': {
    input: { query: { number: string } }
    answer: {
      outboundId: string
    }
  }
  /** The hand-over list. For staff and keys with `outbound.hand_over`. */
  'GET /api/v1/admin/pda/hand-over': {
    input: { query: { warehouseId: string; carrier?: string } }
    answer: readonly {
      outboundId: string
      number: string
      sourceNumber: string
      status?: 'released' | 'picking' | 'short' | 'picked' | 'packed' | 'weighed' | 'handed_over' | 'cancelled'
      carrier: string
      waybillNumber: string | null
      weightGrams: number | null
      dispatchBy: string
    }[]
  }
  /** A pack check. For staff and keys with `outbound.pack`. */
  'GET /api/v1/admin/pda/outbounds/{id}/pack': {
    input: { path: { id: string } }
    answer: {
      outboundId: string
      number: string
      sourceNumber: string
      status: 'released' | 'picking' | 'short' | 'picked' | 'packed' | 'weighed' | 'handed_over' | 'cancelled'
      carrier: string
      requests: readonly string[]
      recipient: {
        name: string
        phone: string
        address: string
      }
      waybillNumber: string | null
      packed: number
      total: number
      goodsComplete: boolean
      expectedGrams: number
      lines: readonly {
        id: string
        variantId: string
        sku: string
        barcode: string | null
        name: string
        specification: string
        quantity: number
        picked: number
        packed: number
        short: number
      }[]
    }
  }
  /** A pick task. For staff and keys with `outbound.pick`. */
  'GET /api/v1/admin/pda/outbounds/{id}/pick': {
    input: { path: { id: string } }
    answer: {
      outboundId: string
      number: string
      sourceNumber: string
      status: 'released' | 'picking' | 'short' | 'picked' | 'packed' | 'weighed' | 'handed_over' | 'cancelled'
      carrier: string
      dispatchBy: string
      requests: readonly string[]
      picker: string | null
      picks: readonly {
        id: string
        lineId: string
        bin: string
        variantId: string
        sku: string
        barcode: string | null
        name: string
        specification: string
        lot: string
        expiresOn: string | null
        quantity: number
        picked: number
        status: string
      }[]
      current: string | null
      atBin: boolean
      picked: number
      total: number
      waiting: readonly {
        lineId: string
        sku: string
        quantity: number
      }[]
    }
  }
  /** What must go back to its shelf. For staff and keys with `outbound.pick`. */
  'GET /api/v1/admin/pda/put-back': {
    input: { query: { warehouseId: string } }
    answer: readonly {
      outboundId: string
      number: string
      sourceNumber: string
      picks: readonly {
        id: string
        lineId: string
        bin: string
        variantId: string
        sku: string
        barcode: string | null
        name: string
        specification: string
        lot: string
        expiresOn: string | null
        quantity: number
        picked: number
        status: string
      }[]
    }[]
  }
  /** Tasks for scanners. For staff and keys with `outbound.read`. */
  'GET /api/v1/admin/pda/tasks': {
    input: { query: { warehouseId: string; stage: 'pick' | 'pack' | 'weigh' | 'hand_over' | 'short' } }
    answer: readonly {
      outboundId: string
      number: string
      sourceNumber: string
      status: 'released' | 'picking' | 'short' | 'picked' | 'packed' | 'weighed' | 'handed_over' | 'cancelled'
      carrier: string
      dispatchBy: string
      picker: string | null
      pieces: number
    }[]
  }
  /** Pictures known by address only. For staff and keys with `products.read`. */
  'GET /api/v1/admin/pictures/waiting': {
    input: Record<never, never>
    answer: readonly {
      id: string
      sourceUrl: string
    }[]
  }
  /** Policies, version by version. For staff and keys with `settings.read`. */
  'GET /api/v1/admin/policies': {
    input: Record<never, never>
    answer: readonly {
      kind: 'privacy' | 'terms'
      version: number
      title: {
        zh: string
        en: string
      }
      body: {
        zh: string
        en: string
      }
      holdsFrom: string
      createdBy: string
    }[]
  }
  /** List price proposals. For staff and keys with `products.read`. */
  'GET /api/v1/admin/price-proposals': {
    input: { query?: { cursor?: string; limit?: number; state?: 'open' | 'ended' } }
    answer: {
      rows: readonly {
        id: string
        variantId: string
        from: {
          minor: number
          currency: string
        }
        list: {
          minor: number
          currency: string
        }
        was: {
          minor: number
          currency: string
        } | null
        basis: 'competition' | 'sales' | 'cost' | 'campaign' | 'other'
        reason: string
        startsAt: string
        status: 'proposed' | 'approved' | 'rejected' | 'withdrawn' | 'applied' | 'conflict'
        proposedByName: string
        decidedByName: string | null
        remark: string | null
        createdAt: string
        endedAt: string | null
        productId: string
        sku: string
        name: string
        /** The price was changed otherwise since */
        moved: boolean
      }[]
      next?: string
    }
  }
  /** List prices. For staff and keys with `products.read`. */
  'GET /api/v1/admin/prices': {
    input: { query?: { cursor?: string; limit?: number; text?: string; dearer?: boolean } }
    answer: {
      rows: readonly {
        variantId: string
        productId: string
        sku: string
        name: string
        specification: string
        version: number
        list: {
          minor: number
          currency: string
        }
        was: {
          minor: number
          currency: string
        } | null
        cost: {
          minor: number
          currency: string
        } | null
        marginPercent: number | null
        competitor: {
          price: {
            minor: number
            currency: string
          }
          source: string
          seenOn: string
        } | null
        proposalId: string | null
      }[]
      next?: string
    }
  }
  /** List bulk changes of goods. For staff and keys with `products.read`. */
  'GET /api/v1/admin/product-batches': {
    input: { query?: { cursor?: string; limit?: number } }
    answer: {
      rows: readonly {
        id: string
        madeByName: string
        madeAt: string
        /** Rows */
        saved: number
        unchanged: number
        refused: number
        /** Rows of an undoing in which a later edit stayed */
        kept: number
        undoes: string | null
        undoneBy: string | null
      }[]
      next?: string
    }
  }
  /** A bulk change row by row. For staff and keys with `products.read`. */
  'GET /api/v1/admin/product-batches/{id}': {
    input: { path: { id: string } }
    answer: {
      batch: {
        id: string
        madeByName: string
        madeAt: string
        /** Rows */
        saved: number
        unchanged: number
        refused: number
        /** Rows of an undoing in which a later edit stayed */
        kept: number
        undoes: string | null
        undoneBy: string | null
      }
      rows: readonly {
        productId: string
        variantId: string | null
        /** SKU code, or the name of the product */
        label: string
        name: string | null
        status: 'saved' | 'unchanged' | 'refused' | 'held' | 'kept'
        cells: readonly {
          field: 'nameZh' | 'nameEn' | 'titleZh' | 'titleEn' | 'categoryId' | 'brandId' | 'lifeStage' | 'tags' | 'keywords' | 'sku' | 'barcode' | 'weightGrams' | 'list' | 'was' | 'cost' | string
          from: string | number | readonly string[] | {
            minor: number
            currency: string
          } | {
            zh: string
            en: string
          } | null
          to: string | number | readonly string[] | {
            minor: number
            currency: string
          } | {
            zh: string
            en: string
          } | null
        }[]
        kept: readonly {
          field: 'nameZh' | 'nameEn' | 'titleZh' | 'titleEn' | 'categoryId' | 'brandId' | 'lifeStage' | 'tags' | 'keywords' | 'sku' | 'barcode' | 'weightGrams' | 'list' | 'was' | 'cost' | string
          now: string | number | readonly string[] | {
            minor: number
            currency: string
          } | {
            zh: string
            en: string
          } | null
          by: string | null
          at: string | null
        }[]
        field: 'nameZh' | 'nameEn' | 'titleZh' | 'titleEn' | 'categoryId' | 'brandId' | 'lifeStage' | 'tags' | 'keywords' | 'sku' | 'barcode' | 'weightGrams' | 'list' | 'was' | 'cost' | string | null
        code: string | null
        message: string | null
        now: string | number | readonly string[] | {
          minor: number
          currency: string
        } | {
          zh: string
          en: string
        } | null | null
        by: string | null
        at: string | null
      }[]
      /** What the attributes among the cells are */
      attributes: readonly {
        code: string
        kind: 'text' | 'number' | 'choice'
        required: boolean
        name: {
          zh: string
          en: string
        }
        options: readonly {
          code: string
          zh: string
          en: string
        }[]
      }[]
    }
  }
  /** Products as a grid edits them. For staff and keys with `products.read`. */
  'GET /api/v1/admin/product-cells': {
    input: { query?: { cursor?: string; limit?: number; status?: 'draft' | 'checked' | 'in_review' | 'on_sale' | 'delisted'; categoryId?: string; brandId?: string; lifeStage?: 'launch' | 'mature' | 'clearance'; tag?: string; flag?: 'food' | 'perishable' | 'valuableSmall' | 'oversize' | 'nonStandard'; text?: string; newListing?: 'near' | 'passed'; productIds?: readonly string[] } }
    answer: {
      rows: readonly {
        id: string
        status: 'draft' | 'checked' | 'in_review' | 'on_sale' | 'delisted'
        nameZh: string | null
        nameEn: string | null
        titleZh: string | null
        titleEn: string | null
        categoryId: string | null
        brandId: string | null
        lifeStage: 'launch' | 'mature' | 'clearance' | null
        tags: readonly string[]
        keywords: readonly string[]
        attributes: Record<string, string | number | {
          zh: string
          en: string
        }>
        variants: readonly {
          id: string
          specification: string
          sku: string
          barcode: string | null
          weightGrams: number
          list: {
            minor: number
            currency: string
          } | null
          was: {
            minor: number
            currency: string
          } | null
          cost: {
            minor: number
            currency: string
          } | null
        }[]
      }[]
      next?: string
      /** What products of these categories state */
      asked: readonly {
        categoryId: string
        attributes: readonly {
          code: string
          kind: 'text' | 'number' | 'choice'
          required: boolean
          name: {
            zh: string
            en: string
          }
          options: readonly {
            code: string
            zh: string
            en: string
          }[]
        }[]
      }[]
    }
  }
  /** What is made to order. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/productions': {
    input: { query?: { cursor?: string; limit?: number; status?: 'waiting' | 'making' | 'made' | 'cancelled' } }
    answer: {
      rows: readonly {
        id: string
        orderId: string
        orderLineId: string
        status: 'waiting' | 'making' | 'made' | 'cancelled'
        makeBy: string
        note: string
        worker: string | null
        startedAt: string | null
        endedAt: string | null
        orderNumber: string
        sku: string
        name: {
          zh: string
          en: string
        }
        specification: {
          zh: string
          en: string
        }
        quantity: number
        /** What the buyer wrote with the order */
        memo: string
        requests: readonly string[]
      }[]
      next?: string
    }
  }
  /** Find products. For staff and keys with `products.read`. */
  'GET /api/v1/admin/products': {
    input: { query?: { cursor?: string; limit?: number; status?: 'draft' | 'checked' | 'in_review' | 'on_sale' | 'delisted'; categoryId?: string; brandId?: string; lifeStage?: 'launch' | 'mature' | 'clearance'; tag?: string; flag?: 'food' | 'perishable' | 'valuableSmall' | 'oversize' | 'nonStandard'; text?: string; newListing?: 'near' | 'passed' } }
    answer: {
      rows: readonly {
        id: string
        slug: string
        name: string
        status: 'draft' | 'checked' | 'in_review' | 'on_sale' | 'delisted'
        delistedBecause: 'by_hand' | 'out_of_stock' | null
        categoryId: string | null
        brandId: string | null
        tags: readonly string[]
        pictureId: string | null
        variants: number
        available: number | null
        firstSku: string | null
        from: {
          minor: number
          currency: string
        } | null
        to: {
          minor: number
          currency: string
        } | null
        margin: {
          least: number
          most: number
        } | null
        lifeStage: 'launch' | 'mature' | 'clearance' | null
        source: string | null
        updatedAt: string
        listBy: string | null
      }[]
      next?: string
    }
  }
  /** Count filtered products. For staff and keys with `products.read`. */
  'GET /api/v1/admin/products/count': {
    input: { query?: { status?: 'draft' | 'checked' | 'in_review' | 'on_sale' | 'delisted'; categoryId?: string; brandId?: string; lifeStage?: 'launch' | 'mature' | 'clearance'; tag?: string; flag?: 'food' | 'perishable' | 'valuableSmall' | 'oversize' | 'nonStandard'; text?: string; newListing?: 'near' | 'passed' } }
    answer: {
      count: number
      most: number
    }
  }
  /** Products by state. For staff and keys with `products.read`. */
  'GET /api/v1/admin/products/counters': {
    input: Record<never, never>
    answer: {
      counts: Record<string, number>
      newListings: {
        near: number
        passed: number
      }
      /** A count above this stands for "more than this". */
      most: number
    }
  }
  /** One product. For staff and keys with `products.read`. */
  'GET /api/v1/admin/products/{id}': {
    input: { path: { id: string } }
    answer: {
      id: string
      slug: string
      status: 'draft' | 'checked' | 'in_review' | 'on_sale' | 'delisted'
      delistedBecause: 'by_hand' | 'out_of_stock' | null
      rejection: string | null
      kind: 'goods' | 'service'
      categoryId: string | null
      brandId: string | null
      lifeStage: 'launch' | 'mature' | 'clearance' | null
      texts: {
        zh?: {
          name: string
          title: string
          description: string
          sellingPoints: readonly string[]
          optionNames: readonly string[]
        }
        en?: {
          name: string
          title: string
          description: string
          sellingPoints: readonly string[]
          optionNames: readonly string[]
        }
      }
      tags: readonly string[]
      keywords: readonly string[]
      attributes: Record<string, string | number | {
        zh: string
        en: string
      }>
      flags: {
        food: boolean
        perishable: boolean
        valuableSmall: boolean
        oversize: boolean
        nonStandard: boolean
      }
      licence: string | null
      warrantyMonths: number | null
      shelfLifeDays: number | null
      variants: readonly {
        id: string
        sku: string
        barcode: string | null
        status: 'active' | 'retired'
        optionValues: {
          zh: readonly string[]
          en: readonly string[]
        }
        weightGrams: number
        requiresShipping: boolean
        pictureId: string | null
        price: {
          list: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
          cost: {
            minor: number
            currency: string
          } | null
        } | null
      }[]
      pictures: readonly {
        id: string
        alt: {
          zh: string
          en: string
        }
        width: number
        height: number
        sharpness: number | null
        sourceUrl: string | null
        /** Known by its address only: no file yet */
        waits: boolean
        /** The scene it shows, where it is so marked */
        scene: string
        /** The pain point it shows solved */
        painPoint: string
      }[]
      source: string | null
      sourceKey: string | null
      version: number
      createdAt: string
      updatedAt: string
      onSaleAt: string | null
      listBy?: string | null
      /** What may be done with the listing now */
      steps: readonly string[]
      findings: readonly {
        field: string
        code: string
        message: string
        blocking: boolean
      }[]
    }
  }
  /** Competitors’ prices. For staff and keys with `products.read`. */
  'GET /api/v1/admin/products/{id}/competitor-prices': {
    input: { path: { id: string } }
    answer: readonly {
      id: string
      source: string
      url: string | null
      price: {
        minor: number
        currency: string
      }
      seenOn: string
      notedBy: string
    }[]
  }
  /** What search engines show of a product. For staff and keys with `products.read`. */
  'GET /api/v1/admin/products/{id}/head': {
    input: { path: { id: string } }
    answer: {
      title: {
        zh: string
        en: string
      }
      description: {
        zh: string
        en: string
      }
      /** The page’s own words */
      own: {
        title: {
          zh: string
          en: string
        }
        description: {
          zh: string
          en: string
        }
      }
      address: {
        zh: string
        en: string
      }
      /** Addresses it has left, which lead to it still */
      former: readonly {
        address: string
        leftAt: string
        leftBy: string
      }[]
    }
  }
  /** What happened to a product. For staff and keys with `products.read`. */
  'GET /api/v1/admin/products/{id}/history': {
    input: { path: { id: string } }
    answer: readonly {
      type: string
      at: string
      actor: string
      origin: string
      data: Record<string, unknown>
    }[]
  }
  /** The knowledge card of a product. For staff and keys with `products.read`. */
  'GET /api/v1/admin/products/{id}/knowledge': {
    input: { path: { id: string } }
    answer: {
      material: string
      priceLevel: 'entry' | 'middle' | 'upper' | null
      uses: string
      answers: string
      updatedAt: string | null
      updatedBy: string | null
    }
  }
  /** The parts of a detail page. For staff and keys with `products.read`. */
  'GET /api/v1/admin/products/{id}/parts': {
    input: { path: { id: string } }
    answer: {
      parts: readonly {
        kind: 'scene' | 'features' | 'usage' | 'comparison' | 'reviews'
        title: {
          zh: string
          en: string
        }
        body: {
          zh: string
          en: string
        }
        pictureIds: readonly string[]
      }[]
    }
  }
  /** Related products. For staff and keys with `products.read`. */
  'GET /api/v1/admin/products/{id}/related': {
    input: { path: { id: string } }
    answer: readonly {
      productId: string
      kind: 'related' | 'accessory' | 'upsell'
      name: {
        zh: string
        en: string
      }
      status: 'draft' | 'checked' | 'in_review' | 'on_sale' | 'delisted'
      pictureId: string | null
    }[]
  }
  /** How a listing is sold. For staff and keys with `products.read`. */
  'GET /api/v1/admin/products/{id}/selling': {
    input: { path: { id: string } }
    answer: {
      /** Whether reductions on the whole order count it and take off from it */
      joinsReductions: boolean
      /** Codes of the carriers that may bring it; none named: every one */
      carriers: readonly string[]
      makeDays: number | null
      /** The carriers of the shop */
      choices: readonly {
        code: string
        name: {
          zh: string
          en: string
        }
      }[]
    }
  }
  /** The film of a product. For staff and keys with `products.read`. */
  'GET /api/v1/admin/products/{id}/video': {
    input: { path: { id: string } }
    answer: {
      video: {
        productId: string
        type: 'mp4' | 'webm'
        bytes: number
        version: string
        posterId: string | null
        words: {
          zh: string
          en: string
        }
        captions: readonly ('zh' | 'en')[]
      } | null
    }
  }
  /** What is recommended beside a product, and why. For staff and keys with `products.read`. */
  'GET /api/v1/admin/recommendations': {
    input: { query?: { productId?: string } }
    answer: {
      run: {
        at: string
        people: number
        steps: number
        products: number
      } | null
      rows: readonly {
        productId: string
        name: {
          zh: string
          en: string
        }
        pictureId: string | null
        score: number
        reason: 'together' | 'popular_here' | 'popular' | 'top'
        because: {
          zh: string
          en: string
        } | null
        /** How many people had both */
        people: number
        /** Pieces, for the top list */
        sold: number
      }[]
    }
  }
  /** What is recommended to a customer, and why. For staff and keys with `customers.read`. */
  'GET /api/v1/admin/recommendations/customer': {
    input: { query: { customerId: string } }
    answer: {
      agrees: boolean
      past: readonly {
        productId: string
        name: {
          zh: string
          en: string
        }
        pictureId: string | null
      }[]
      rows: readonly {
        productId: string
        name: {
          zh: string
          en: string
        }
        pictureId: string | null
        score: number
        reason: 'together' | 'popular_here' | 'popular' | 'top'
        because: {
          zh: string
          en: string
        } | null
        /** How many people had both */
        people: number
        /** Pieces, for the top list */
        sold: number
      }[]
    }
  }
  /** Which lists of goods led to orders. For staff and keys with `products.read`. */
  'GET /api/v1/admin/recommendations/sales': {
    input: { query?: { days?: number } }
    answer: {
      rows: readonly {
        source: string
        clicks: number
        knownClicks: number
        orders: number
        pieces: number
        amount: {
          minor: number
          currency: string
        }
      }[]
    }
  }
  /** The orders that a list of goods led to. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/recommendations/sales/orders': {
    input: { query: { source: string; days?: number } }
    answer: {
      rows: readonly {
        id: string
        number: string
        placedAt: string
        pieces: number
        amount: {
          minor: number
          currency: string
        }
        goods: readonly {
          productId: string
          name: {
            zh: string
            en: string
          }
          pictureId: string | null
        }[]
      }[]
    }
  }
  /** List reductions. For staff and keys with `reductions.change`. */
  'GET /api/v1/admin/reductions': {
    input: { query?: { cursor?: string; limit?: number } }
    answer: {
      rows: readonly {
        id: string
        name: {
          zh: string
          en: string
        }
        threshold: {
          minor: number
          currency: string
        }
        off: {
          minor: number
          currency: string
        }
        startsAt: string
        endsAt: string
        state: 'coming' | 'in_force' | 'over'
      }[]
      next?: string
    }
  }
  /** List refunds. For staff and keys with `payments.read`. */
  'GET /api/v1/admin/refunds': {
    input: { query?: { cursor?: string; limit?: number; status?: 'waiting' | 'approved' | 'declined' | 'sent' | 'failed' | 'succeeded'; large?: boolean } }
    answer: {
      rows: readonly {
        id: string
        number: string
        status: 'waiting' | 'approved' | 'declined' | 'sent' | 'failed' | 'succeeded'
        amount: {
          minor: number
          currency: string
        }
        cause: string
        reason: string
        createdAt: string
        succeededAt: string | null
        failure: string | null
        attempts: number
        requestedBy: string
        requesterId: string | null
        /** It was too much for one person of the staff. */
        needsSecond: boolean
        decidedBy: string | null
        remark: string | null
        orderId: string
        orderNumber: string
      }[]
      next?: string
    }
  }
  /** Find reviews. For staff and keys with `reviews.read`. */
  'GET /api/v1/admin/reviews': {
    input: { query?: { cursor?: string; limit?: number; view?: 'all' | 'unanswered' | 'low' | 'pictures' | 'out_of_sight'; productId?: string; orderNumber?: string } }
    answer: {
      rows: readonly {
        id: string
        stars: number
        specification: {
          zh: string
          en: string
        }
        words: string
        pictureIds: readonly string[]
        followUp: string | null
        followUpPictureIds: readonly string[]
        followedUpAt: string | null
        state: 'shown' | 'held' | 'hidden'
        stateReason: 'advertising' | 'privacy' | 'abuse' | 'unlawful' | 'off_topic' | null
        reply: string | null
        repliedAt: string | null
        writtenAt: string
        orderId: string
        orderNumber: string
        lineId: string
        productId: string
        variantId: string
        name: {
          zh: string
          en: string
        }
        author: string
        anonymous: boolean
        repliedBy: string | null
        changedAt: string | null
        customerId: string
        scores: {
          description: number
          service: number
          logistics: number
        } | null
        buyerStars: number | null
        buyerWords: string | null
      }[]
      next?: string
    }
  }
  /** One review with its history. For staff and keys with `reviews.read`. */
  'GET /api/v1/admin/reviews/{id}': {
    input: { path: { id: string } }
    answer: {
      id: string
      stars: number
      specification: {
        zh: string
        en: string
      }
      words: string
      pictureIds: readonly string[]
      followUp: string | null
      followUpPictureIds: readonly string[]
      followedUpAt: string | null
      state: 'shown' | 'held' | 'hidden'
      stateReason: 'advertising' | 'privacy' | 'abuse' | 'unlawful' | 'off_topic' | null
      reply: string | null
      repliedAt: string | null
      writtenAt: string
      orderId: string
      orderNumber: string
      lineId: string
      productId: string
      variantId: string
      name: {
        zh: string
        en: string
      }
      author: string
      anonymous: boolean
      repliedBy: string | null
      changedAt: string | null
      history: readonly {
        type: string
        at: string
        actorName: string
        data: Record<string, unknown>
      }[]
    }
  }
  /** List roles. For staff and keys with `staff.manage`. */
  'GET /api/v1/admin/roles': {
    input: Record<never, never>
    answer: readonly {
      id: string
      code: string
      name: {
        zh: string
        en: string
      }
      permissions: readonly string[]
      needsSecondFactor: boolean
      preset: string | null
      isPreset: boolean
      members: number
    }[]
  }
  /** A role. For staff and keys with `staff.manage`. */
  'GET /api/v1/admin/roles/{id}': {
    input: { path: { id: string } }
    answer: {
      id: string
      code: string
      name: {
        zh: string
        en: string
      }
      permissions: readonly string[]
      needsSecondFactor: boolean
      preset: string | null
      isPreset: boolean
      members: number
    }
  }
  /** Words that are screened. For staff and keys with `products.read`. */
  'GET /api/v1/admin/screening/words': {
    input: Record<never, never>
    answer: {
      rows: readonly {
        word: string
        kind: 'absolute' | 'medical' | 'privilege' | 'superstition' | 'prohibited_goods' | 'own'
        severity: 'block' | 'warn' | 'off'
        platform: string
        exceptions: readonly string[]
        reason: {
          zh: string
          en: string
        }
        isBuiltIn: boolean
        changedBy: string | null
      }[]
    }
  }
  /** Words added to the dictionary. For staff and keys with `products.read`. */
  'GET /api/v1/admin/search/dictionary': {
    input: Record<never, never>
    answer: {
      rows: readonly {
        word: string
        addedBy: string
        addedAt: string
      }[]
    }
  }
  /** Hot words. For staff and keys with `products.read`. */
  'GET /api/v1/admin/search/hot-words': {
    input: Record<never, never>
    answer: {
      zh: readonly string[]
      en: readonly string[]
    }
  }
  /** What was searched in vain. For staff and keys with `products.read`. */
  'GET /api/v1/admin/search/missed': {
    input: { query?: { days?: number } }
    answer: {
      rows: readonly {
        word: string
        locale: string
        days: number
        times: number
        lastAt: string
      }[]
    }
  }
  /** Why search results stand where they do. For staff and keys with `products.read`. */
  'GET /api/v1/admin/search/ranking': {
    input: { query: { text: string } }
    answer: {
      corrected?: string
      price?: {
        fromMinor?: number
        toMinor?: number
      }
      total: number
      wishes: readonly {
        text: string
        others: readonly string[]
      }[]
      hits: readonly {
        productId: string
        name: string
        inPart: boolean
        passed: readonly {
          wish: string
          holds: 'leads' | 'names' | 'in_name' | 'said' | 'own_words' | 'set' | 'spare'
          value: number
        }[]
        words: number
        factors: {
          sales: {
            share: number
            lift: number
          }
          conversion: {
            share: number
            lift: number
          }
          rating: {
            share: number
            lift: number
          }
          freshness: {
            share: number
            lift: number
          }
          sold: number
          seen: number | null
          bought: number | null
          rated: number
          ratingHundredths: number | null
        }
        boost: number
        score: number
      }[]
    }
  }
  /** Synonyms. For staff and keys with `products.read`. */
  'GET /api/v1/admin/search/synonyms': {
    input: Record<never, never>
    answer: {
      rows: readonly {
        id: string
        words: readonly string[]
        /** Only the first word finds the others */
        oneWay: boolean
        weightPercent: number
      }[]
    }
  }
  /** List settings. For staff and keys with `settings.read`. */
  'GET /api/v1/admin/settings': {
    input: Record<never, never>
    answer: readonly {
      name: string
      zh: string
      en: string
      owner: string
      source: string
      unit: 'hours' | 'minutes' | 'days' | 'percent' | 'pieces' | 'count' | 'minor' | 'switch' | 'text' | 'grams' | 'pixels' | 'points'
      initial: number | boolean | string
      value: number | boolean | string
      changed: boolean
    }[]
  }
  /** The library of pictures. For staff and keys with `pages.change`. */
  'GET /api/v1/admin/shop-page-pictures': {
    input: { query?: { cursor?: string; limit?: number; text?: string } }
    answer: {
      rows: readonly {
        id: string
        width: number
        height: number
        alt: {
          zh: string
          en: string
        }
      }[]
      next?: string
    }
  }
  /** Ready-made layouts. For staff and keys with `pages.change`. */
  'GET /api/v1/admin/shop-page-templates': {
    input: Record<never, never>
    answer: readonly {
      name: 'gallery' | 'market' | 'atelier'
      content: {
        look: {
          accent: string
          corners: 'sharp' | 'soft' | 'round'
          density: 'airy' | 'dense'
          logoId: string | null
          signId: string | null
        }
        blocks: readonly ({
          id: string
          kind: 'welcome'
          from: string | null
          until: string | null
          pictureId: string | null
        } | {
          id: string
          kind: 'banner'
          from: string | null
          until: string | null
          slides: readonly {
            pictureId: string | null
            phonePictureId: string | null
            alt: {
              zh: string
              en: string
            }
            title: {
              zh: string
              en: string
            }
            text: {
              zh: string
              en: string
            }
            button: {
              zh: string
              en: string
            }
            link: string
          }[]
        } | {
          id: string
          kind: 'icons'
          from: string | null
          until: string | null
          source: 'categories' | 'picked'
          items: readonly {
            pictureId: string | null
            label: {
              zh: string
              en: string
            }
            link: string
          }[]
        } | {
          id: string
          kind: 'shelf'
          from: string | null
          until: string | null
          title: {
            zh: string
            en: string
          }
          source: 'newest' | 'sales' | 'category' | 'picked'
          categoryId: string | null
          productIds: readonly string[]
          count: number
          layout: 'grid' | 'row'
        } | {
          id: string
          kind: 'recommended'
          from: string | null
          until: string | null
          title: {
            zh: string
            en: string
          }
          count: number
        } | {
          id: string
          kind: 'story'
          from: string | null
          until: string | null
          pictureId: string | null
          alt: {
            zh: string
            en: string
          }
          title: {
            zh: string
            en: string
          }
          text: {
            zh: string
            en: string
          }
          button: {
            zh: string
            en: string
          }
          link: string
          side: 'left' | 'right'
        } | {
          id: string
          kind: 'text'
          from: string | null
          until: string | null
          title: {
            zh: string
            en: string
          }
          text: {
            zh: string
            en: string
          }
          tone: 'plain' | 'notice'
          button: {
            zh: string
            en: string
          }
          link: string
        } | {
          id: string
          kind: 'promises'
          from: string | null
          until: string | null
        } | {
          id: string
          kind: 'offers'
          from: string | null
          until: string | null
        } | {
          id: string
          kind: 'countdown'
          from: string | null
          until: string | null
          reductionId: string | null
          title: {
            zh: string
            en: string
          }
          link: string
        } | {
          id: string
          kind: 'html'
          from: string | null
          until: string | null
          html: {
            zh: string
            en: string
          }
        })[]
        head?: {
          title: {
            zh: string
            en: string
          }
          description: {
            zh: string
            en: string
          }
        }
      }
    }[]
  }
  /** Pages of the shop. For staff and keys with `pages.change`. */
  'GET /api/v1/admin/shop-pages': {
    input: Record<never, never>
    answer: readonly {
      id: string
      /** `home`, or the last part of a campaign’s address */
      name: string
      title: {
        zh: string
        en: string
      } | null
    }[]
  }
  /** A page with its draft and versions. For staff and keys with `pages.change`. */
  'GET /api/v1/admin/shop-pages/{id}': {
    input: { path: { id: string } }
    answer: {
      id: string
      name: string
      draft: {
        look: {
          accent: string
          corners: 'sharp' | 'soft' | 'round'
          density: 'airy' | 'dense'
          logoId: string | null
          signId: string | null
        }
        blocks: readonly ({
          id: string
          kind: 'welcome'
          from: string | null
          until: string | null
          pictureId: string | null
        } | {
          id: string
          kind: 'banner'
          from: string | null
          until: string | null
          slides: readonly {
            pictureId: string | null
            phonePictureId: string | null
            alt: {
              zh: string
              en: string
            }
            title: {
              zh: string
              en: string
            }
            text: {
              zh: string
              en: string
            }
            button: {
              zh: string
              en: string
            }
            link: string
          }[]
        } | {
          id: string
          kind: 'icons'
          from: string | null
          until: string | null
          source: 'categories' | 'picked'
          items: readonly {
            pictureId: string | null
            label: {
              zh: string
              en: string
            }
            link: string
          }[]
        } | {
          id: string
          kind: 'shelf'
          from: string | null
          until: string | null
          title: {
            zh: string
            en: string
          }
          source: 'newest' | 'sales' | 'category' | 'picked'
          categoryId: string | null
          productIds: readonly string[]
          count: number
          layout: 'grid' | 'row'
        } | {
          id: string
          kind: 'recommended'
          from: string | null
          until: string | null
          title: {
            zh: string
            en: string
          }
          count: number
        } | {
          id: string
          kind: 'story'
          from: string | null
          until: string | null
          pictureId: string | null
          alt: {
            zh: string
            en: string
          }
          title: {
            zh: string
            en: string
          }
          text: {
            zh: string
            en: string
          }
          button: {
            zh: string
            en: string
          }
          link: string
          side: 'left' | 'right'
        } | {
          id: string
          kind: 'text'
          from: string | null
          until: string | null
          title: {
            zh: string
            en: string
          }
          text: {
            zh: string
            en: string
          }
          tone: 'plain' | 'notice'
          button: {
            zh: string
            en: string
          }
          link: string
        } | {
          id: string
          kind: 'promises'
          from: string | null
          until: string | null
        } | {
          id: string
          kind: 'offers'
          from: string | null
          until: string | null
        } | {
          id: string
          kind: 'countdown'
          from: string | null
          until: string | null
          reductionId: string | null
          title: {
            zh: string
            en: string
          }
          link: string
        } | {
          id: string
          kind: 'html'
          from: string | null
          until: string | null
          html: {
            zh: string
            en: string
          }
        })[]
        head?: {
          title: {
            zh: string
            en: string
          }
          description: {
            zh: string
            en: string
          }
        }
      }
      changedAt: string
      changedBy: string
      unfinished: readonly {
        blockId: string | null
        field: string
        code: string
      }[]
      versions: readonly {
        number: number
        status: 'scheduled' | 'shown' | 'past' | 'cancelled'
        note: string
        again: number | null
        showsFrom: string
        madeAt: string
        madeBy: string
      }[]
    }
  }
  /** List shops. For staff and keys with `staff.manage`. */
  'GET /api/v1/admin/shops': {
    input: { query?: { cursor?: string; limit?: number } }
    answer: {
      rows: readonly {
        id: string
        code: string
        name: string
        nameEn: string
        mode: 'b2c' | 'c2c' | 'b2b' | 'o2o'
        introduction: string
        introductionEn: string
        currency: string
        timeZone: string
        /** The platform’s own shop, which answers at `/`. */
        isDefault: boolean
        isDemo: boolean
        openedAt: string
      }[]
      next?: string
    }
  }
  /** How far a sign-in has come. For anybody. */
  'GET /api/v1/admin/sign-in': {
    input: Record<never, never>
    answer: {
      awaits: 'prove' | 'set_up' | 'new_password' | null
      kinds: readonly ('totp' | 'passkey')[]
    }
  }
  /** Slow sellers. For staff and keys with `products.read`. */
  'GET /api/v1/admin/slow-sellers': {
    input: { query?: { day?: string } }
    answer: {
      reports: readonly {
        madeOn: string
        days: number
        mostSold: number
      }[]
      report: {
        madeOn: string
        days: number
        mostSold: number
      } | null
      rows: readonly {
        productId: string
        name: {
          zh: string
          en: string
        }
        pictureId: string | null
        sold: number
        stock: number
        task: {
          id: string
          kind: 'manual' | 'slow_seller'
          title: string
          href: string | null
          role: string
          dueOn: string
          status: 'open' | 'done' | 'dropped'
          openedBy: string
          createdAt: string
          doneAt: string | null
          doneBy: string | null
          outcome: string | null
          note: string | null
          outcomes: readonly string[]
        } | null
      }[]
    }
  }
  /** List staff. For staff and keys with `staff.manage`. */
  'GET /api/v1/admin/staff': {
    input: Record<never, never>
    answer: readonly {
      id: string
      userName: string
      displayName: string
      status: 'active' | 'disabled' | 'closed' | 'left'
      roles: readonly string[]
      /** Warehouses for which a role is given, by its code; a role that is not named is given for all of them */
      warehouses: Record<string, readonly string[]>
      leftAt: string | null
      hasSecondFactor: boolean
      temporaryUntil: string | null
    }[]
  }
  /** Where a member is signed in. For staff and keys with `staff.manage`. */
  'GET /api/v1/admin/staff/{id}/sessions': {
    input: { path: { id: string } }
    answer: readonly {
      id: string
      startedAt: string
      seenAt: string
      userAgent: string
      /** The network of the address: /24 of IPv4, /64 of IPv6. */
      network: string
    }[]
  }
  /** Find stock. For staff and keys with `stock.read`. */
  'GET /api/v1/admin/stock': {
    input: { query?: { cursor?: string; limit?: number; warehouseId?: string; text?: string; state?: 'out' | 'reserved' | 'quarantined' } }
    answer: {
      rows: readonly {
        variantId: string
        sku: string
        name: {
          zh: string
          en: string
        }
        specification: {
          zh: string
          en: string
        }
        warehouseId: string
        onHand: number
        reserved: number
        available: number
        quarantined: number
        elsewhere: number
        updatedAt: string
      }[]
      next?: string
    }
  }
  /** Hot variants. For staff and keys with `stock.read`. */
  'GET /api/v1/admin/stock/hot': {
    input: Record<never, never>
    answer: readonly string[]
  }
  /** Stock of one code. For staff and keys with `stock.read`. */
  'GET /api/v1/admin/stock/item': {
    input: { query: { code: string } }
    answer: {
      variantId: string
      sku: string
      barcode: string | null
      name: {
        zh: string
        en: string
      }
      specification: {
        zh: string
        en: string
      }
      pictureId: string | null
      shelfLifeDays: number | null
    }
  }
  /** Where a variant lies. For staff and keys with `stock.read`. */
  'GET /api/v1/admin/stock/{id}/bins': {
    input: { path: { id: string } }
    answer: readonly {
      warehouseId: string
      binId: string
      bin: string
      zone: 'pick' | 'reserve' | 'staging' | 'packing' | 'returns' | 'quarantine' | 'gift' | 'transit'
      lotId: string
      lot: string
      expiresOn: string | null
      lotStatus: 'released' | 'blocked'
      quantity: number
      allocated: number
    }[]
  }
  /** Lots of a variant. For staff and keys with `stock.read`. */
  'GET /api/v1/admin/stock/{id}/lots': {
    input: { path: { id: string } }
    answer: readonly {
      id: string
      number: string
      producedOn: string | null
      expiresOn: string | null
      status: 'released' | 'blocked'
      firstInAt: string
      lastInAt: string | null
      firstOutAt: string | null
      lastOutAt: string | null
      received: number
      dispatched: number
      onHand: number
    }[]
  }
  /** Why the stock is what it is. For staff and keys with `stock.read`. */
  'GET /api/v1/admin/stock/{id}/movements': {
    input: { path: { id: string }; query: { cursor?: string; limit?: number; warehouseId: string } }
    answer: {
      item: {
        variantId: string
        sku: string
        barcode: string | null
        name: {
          zh: string
          en: string
        }
        specification: {
          zh: string
          en: string
        }
        pictureId: string | null
        shelfLifeDays: number | null
      }
      onHand: number
      reserved: number
      available: number
      movements: {
        rows: readonly {
          id: string
          at: string
          kind: 'receive' | 'adjust' | 'pick' | 'unpick' | 'dispatch' | 'return' | 'move'
          quantity: number
          sellable: boolean
          balance: number
          bin: string
          zone: 'pick' | 'reserve' | 'staging' | 'packing' | 'returns' | 'quarantine' | 'gift' | 'transit'
          lot: string
          cause: string
          causeId: string
          reason: string
          actorName: string
        }[]
        next?: string
      }
      reservations: readonly {
        holder: string
        orders: readonly {
          id: string
          number: string
        }[]
        quantity: number
        since: string
        expiresAt: string | null
      }[]
    }
  }
  /** List tasks. For staff and keys with `notices.read`. */
  'GET /api/v1/admin/tasks': {
    input: { query?: { cursor?: string; limit?: number; status?: 'open' | 'done' | 'dropped'; mine?: boolean } }
    answer: {
      rows: readonly {
        id: string
        kind: 'manual' | 'slow_seller'
        title: string
        href: string | null
        role: string
        dueOn: string
        status: 'open' | 'done' | 'dropped'
        openedBy: string
        createdAt: string
        doneAt: string | null
        doneBy: string | null
        outcome: string | null
        note: string | null
        outcomes: readonly string[]
      }[]
      next?: string
    }
  }
  /** What sold most of late. For staff and keys with `products.read`. */
  'GET /api/v1/admin/top-products': {
    input: Record<never, never>
    answer: {
      rows: readonly {
        productId: string
        name: {
          zh: string
          en: string
        }
        pictureId: string | null
        score: number
        reason: 'together' | 'popular_here' | 'popular' | 'top'
        because: {
          zh: string
          en: string
        } | null
        /** How many people had both */
        people: number
        /** Pieces, for the top list */
        sold: number
      }[]
    }
  }
  /** Transfers between warehouses. For staff and keys with `outbound.read`. */
  'GET /api/v1/admin/transfers': {
    input: { query?: { cursor?: string; limit?: number; queue?: 'open' | 'warehouse' | 'service' | 'unkept' | 'ended' } }
    answer: {
      rows: readonly {
        id: string
        number: string
        from: {
          id: string
          code: string
          name: {
            zh: string
            en: string
          }
        }
        to: {
          id: string
          code: string
          name: {
            zh: string
            en: string
          }
        }
        orderId: string
        orderNumber: string
        reason: string
        neededBy: string
        status: 'requested' | 'accepted' | 'refused' | 'withdrawn' | 'sent' | 'received' | 'closed'
        keeperName: string | null
        requestedBy: string
        createdAt: string
        endedAt: string | null
        lines: readonly {
          lineId: string
          variantId: string
          sku: string
          name: string
          quantity: number
          sent: number
          received: number
          lost: number
        }[]
      }[]
      next?: string
    }
  }
  /** One transfer. For staff and keys with `outbound.read`. */
  'GET /api/v1/admin/transfers/{id}': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      from: {
        id: string
        code: string
        name: {
          zh: string
          en: string
        }
      }
      to: {
        id: string
        code: string
        name: {
          zh: string
          en: string
        }
      }
      orderId: string
      orderNumber: string
      reason: string
      neededBy: string
      status: 'requested' | 'accepted' | 'refused' | 'withdrawn' | 'sent' | 'received' | 'closed'
      keeperName: string | null
      requestedBy: string
      createdAt: string
      endedAt: string | null
      lines: readonly {
        lineId: string
        variantId: string
        sku: string
        name: string
        quantity: number
        sent: number
        received: number
        lost: number
      }[]
      notes: readonly {
        kind: 'note' | 'hand_over' | 'take_over'
        text: string
        by: string
        at: string
      }[]
      /** Where the goods lie, while they are to be sent */
      picks: readonly {
        bin: string
        lot: string
        sku: string
        quantity: number
      }[]
    }
  }
  /** What happened to a price. For staff and keys with `costs.read`. */
  'GET /api/v1/admin/variants/{id}/price/history': {
    input: { path: { id: string } }
    answer: readonly {
      type: string
      at: string
      actor: string
      origin: string
      data: Record<string, unknown>
    }[]
  }
  /** Views and layout of a list. For staff and keys with `notices.read`. */
  'GET /api/v1/admin/views': {
    input: { query: { list: string } }
    answer: {
      rows: readonly {
        name: string
        filters: Record<string, string>
        /** The whole shop sees it. */
        isShared: boolean
        id: string
        list: string
        isMine: boolean
        ownerName: string
      }[]
      layout: {
        columns: readonly {
          key: string
          hidden?: boolean
          /** Pixels */
          width?: number
        }[]
        density: 'compact' | 'comfortable'
      } | null
    }
  }
  /** Find visitors' questions. For staff and keys with `reviews.read`. */
  'GET /api/v1/admin/visitor-questions': {
    input: { query?: { cursor?: string; limit?: number; status?: 'open' | 'answered' | 'closed' } }
    answer: {
      rows: readonly {
        id: string
        productId: string | null
        words: string
        status: 'open' | 'answered' | 'closed'
        answer: string | null
        answeredAt: string | null
        askedAt: string
        customerId: string | null
        author: string
        contact: string | null
        answeredBy: string | null
        publishedAt: string | null
      }[]
      next?: string
    }
  }
  /** List vouchers. For staff and keys with `orders.read`. */
  'GET /api/v1/admin/vouchers': {
    input: { query?: { cursor?: string; limit?: number; status?: 'open' | 'redeemed' | 'void'; appointed?: boolean; code?: string } }
    answer: {
      rows: readonly {
        id: string
        orderLineId: string
        unit: number
        code: string
        status: 'open' | 'redeemed' | 'void'
        appointmentAt: string | null
        redeemedAt: string | null
        orderId: string
        orderNumber: string
        name: {
          zh: string
          en: string
        }
        specification: {
          zh: string
          en: string
        }
        redeemedBy: string | null
        createdAt: string
      }[]
      next?: string
    }
  }
  /** What waits for the caller. For staff and keys with `notices.read`. */
  'GET /api/v1/admin/waiting': {
    input: Record<never, never>
    answer: {
      rows: readonly {
        key: 'late' | 'due' | 'outboundsLate' | 'inReview' | 'onHold' | 'short' | 'pending' | 'issues' | 'casesApplied' | 'casesArrived' | 'toPick' | 'toPack' | 'toHandOver' | 'productsInReview' | 'tasks'
        /** Bounded where the lists are */
        count: number
        isLate: boolean
        /** The list in the console that shows them */
        href: string
      }[]
    }
  }
  /** List warehouses. For staff and keys with `stock.read`. */
  'GET /api/v1/admin/warehouses': {
    input: Record<never, never>
    answer: readonly {
      id: string
      code: string
      name: string
      nameEn: string
      contactName: string
      contactPhone: string
      districtCode: string
      street: string
      priority: number
      provinces: readonly string[]
      status: 'open' | 'closed'
    }[]
  }
  /** List bins. For staff and keys with `stock.read`. */
  'GET /api/v1/admin/warehouses/{id}/bins': {
    input: { path: { id: string } }
    answer: readonly {
      id: string
      code: string
      zone: 'pick' | 'reserve' | 'staging' | 'packing' | 'returns' | 'quarantine' | 'gift' | 'transit'
      pathOrder: number
    }[]
  }
  /** Find deliveries. For staff and keys with `webhooks.manage`. */
  'GET /api/v1/admin/webhook-deliveries': {
    input: { query?: { cursor?: string; limit?: number; webhookId?: string; status?: 'waiting' | 'delivered' | 'failed'; type?: string } }
    answer: {
      rows: readonly {
        id: string
        webhookId: string
        /** The header `webhook-id`: the same in every attempt and replay. */
        messageId: string
        type: string
        status: 'waiting' | 'delivered' | 'failed'
        attempts: number
        nextAt: string | null
        createdAt: string
        deliveredAt: string | null
      }[]
      next?: string
    }
  }
  /** One delivery with its attempts. For staff and keys with `webhooks.manage`. */
  'GET /api/v1/admin/webhook-deliveries/{id}': {
    input: { path: { id: string } }
    answer: {
      id: string
      webhookId: string
      /** The header `webhook-id`: the same in every attempt and replay. */
      messageId: string
      type: string
      status: 'waiting' | 'delivered' | 'failed'
      attempts: number
      nextAt: string | null
      createdAt: string
      deliveredAt: string | null
      /** Exactly what is signed and sent. */
      body: string
      log: readonly {
        at: string
        millis: number
        responseStatus: number | null
        problem: string | null
        responseExcerpt: string
      }[]
    }
  }
  /** List webhook endpoints. For staff and keys with `webhooks.manage`. */
  'GET /api/v1/admin/webhooks': {
    input: { query?: { cursor?: string; limit?: number } }
    answer: {
      rows: readonly {
        id: string
        url: string
        description: string
        events: readonly string[]
        payloadVersion: string
        status: 'active' | 'paused'
        pausedBecause: 'by_hand' | 'failing' | 'gone' | null
        /** Failed attempts since the last success. */
        failures: number
        failingSince: string | null
        createdAt: string
        createdBy: string
      }[]
      next?: string
    }
  }
  /** Events that can be told. For staff and keys with `webhooks.manage`. */
  'GET /api/v1/admin/webhooks/events': {
    input: Record<never, never>
    answer: {
      events: readonly {
        type: string
        permission: string
        title: {
          zh: string
          en: string
        }
      }[]
    }
  }
  /** One endpoint. For staff and keys with `webhooks.manage`. */
  'GET /api/v1/admin/webhooks/{id}': {
    input: { path: { id: string } }
    answer: {
      id: string
      url: string
      description: string
      events: readonly string[]
      payloadVersion: string
      status: 'active' | 'paused'
      pausedBecause: 'by_hand' | 'failing' | 'gone' | null
      /** Failed attempts since the last success. */
      failures: number
      failingSince: string | null
      createdAt: string
      createdBy: string
    }
  }
  /** What the key in use may do. For anybody. */
  'GET /api/v1/partner/key': {
    input: Record<never, never>
    answer: {
      id: string
      name: string
      scopes: readonly string[]
      shop: {
        id: string
        code: string
        name: string
        nameEn: string
        currency: string
        timeZone: string
      }
    }
  }
  /** The account signed in. For shoppers who have signed in. */
  'GET /api/v1/store/account': {
    input: Record<never, never>
    answer: {
      id: string
      userName: string
      displayName: string
      locale: 'zh' | 'en'
      hasPassword: boolean
      /** Masked. */
      phone: string | null
      wantsNews: boolean
      level: number
      pointsBalance: number
    }
  }
  /** Devices signed in. For shoppers who have signed in. */
  'GET /api/v1/store/account/sessions': {
    input: Record<never, never>
    answer: readonly {
      startedAt: string
      seenAt: string
      userAgent: string
      ip: string
      isThisOne: boolean
    }[]
  }
  /** List addresses. For shoppers who have signed in. */
  'GET /api/v1/store/addresses': {
    input: Record<never, never>
    answer: readonly {
      id: string
      recipient: {
        name: string
        phone: string
        districtCode: string
        street: string
        /** Abroad. */
        city?: string
        /** Abroad. */
        postcode?: string
      }
      /** The place as its country writes it. */
      lines: readonly string[]
      region: {
        province: string
        city: string
        district: string
      }
      label: string
      isDefault: boolean
    }[]
  }
  /** The cart with prices and stock as of now. For anybody. */
  'GET /api/v1/store/cart': {
    input: Record<never, never>
    answer: {
      id?: string
      purpose: 'cart' | 'buy_now'
      version: number
      lines: readonly {
        id: string
        variantId: string
        productId: string
        quantity: number
        selected: boolean
        item?: {
          sku: string
          slug: string
          name: {
            zh: string
            en: string
          }
          specification: {
            zh: string
            en: string
          }
          pictureId: string | null
          price: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
        }
        /** A hint: stock is set aside when the order is placed. */
        available: number
        problem?: 'delisted' | 'sold_out' | 'fewer_left'
        priceBefore?: {
          minor: number
          currency: string
        }
        subtotal: {
          minor: number
          currency: string
        }
      }[]
      invalid: readonly {
        id: string
        variantId: string
        productId: string
        quantity: number
        selected: boolean
        item?: {
          sku: string
          slug: string
          name: {
            zh: string
            en: string
          }
          specification: {
            zh: string
            en: string
          }
          pictureId: string | null
          price: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
        }
        /** A hint: stock is set aside when the order is placed. */
        available: number
        problem?: 'delisted' | 'sold_out' | 'fewer_left'
        priceBefore?: {
          minor: number
          currency: string
        }
        subtotal: {
          minor: number
          currency: string
        }
      }[]
      pieces: number
      selected: {
        pieces: number
        goods: {
          minor: number
          currency: string
        }
        reduction?: {
          name: {
            zh: string
            en: string
          }
          off: {
            minor: number
            currency: string
          }
        }
        next?: {
          name: {
            zh: string
            en: string
          }
          off: {
            minor: number
            currency: string
          }
          missing: {
            minor: number
            currency: string
          }
        }
        total: {
          minor: number
          currency: string
        }
      }
    }
  }
  /** Pieces in the cart. For anybody. */
  'GET /api/v1/store/cart/count': {
    input: Record<never, never>
    answer: {
      pieces: number
    }
  }
  /** The carts of all shops. For anybody. */
  'GET /api/v1/store/carts': {
    input: Record<never, never>
    answer: readonly {
      shop: {
        id: string
        code: string
        name: string
        nameEn: string
      }
      cart: {
        id?: string
        purpose: 'cart' | 'buy_now'
        version: number
        lines: readonly {
          id: string
          variantId: string
          productId: string
          quantity: number
          selected: boolean
          item?: {
            sku: string
            slug: string
            name: {
              zh: string
              en: string
            }
            specification: {
              zh: string
              en: string
            }
            pictureId: string | null
            price: {
              minor: number
              currency: string
            }
            was: {
              minor: number
              currency: string
            } | null
          }
          /** A hint: stock is set aside when the order is placed. */
          available: number
          problem?: 'delisted' | 'sold_out' | 'fewer_left'
          priceBefore?: {
            minor: number
            currency: string
          }
          subtotal: {
            minor: number
            currency: string
          }
        }[]
        invalid: readonly {
          id: string
          variantId: string
          productId: string
          quantity: number
          selected: boolean
          item?: {
            sku: string
            slug: string
            name: {
              zh: string
              en: string
            }
            specification: {
              zh: string
              en: string
            }
            pictureId: string | null
            price: {
              minor: number
              currency: string
            }
            was: {
              minor: number
              currency: string
            } | null
          }
          /** A hint: stock is set aside when the order is placed. */
          available: number
          problem?: 'delisted' | 'sold_out' | 'fewer_left'
          priceBefore?: {
            minor: number
            currency: string
          }
          subtotal: {
            minor: number
            currency: string
          }
        }[]
        pieces: number
        selected: {
          pieces: number
          goods: {
            minor: number
            currency: string
          }
          reduction?: {
            name: {
              zh: string
              en: string
            }
            off: {
              minor: number
              currency: string
            }
          }
          next?: {
            name: {
              zh: string
              en: string
            }
            off: {
              minor: number
              currency: string
            }
            missing: {
              minor: number
              currency: string
            }
          }
          total: {
            minor: number
            currency: string
          }
        }
      }
    }[]
  }
  /** One cart. For anybody. */
  'GET /api/v1/store/carts/{id}': {
    input: { path: { id: string } }
    answer: {
      id?: string
      purpose: 'cart' | 'buy_now'
      version: number
      lines: readonly {
        id: string
        variantId: string
        productId: string
        quantity: number
        selected: boolean
        item?: {
          sku: string
          slug: string
          name: {
            zh: string
            en: string
          }
          specification: {
            zh: string
            en: string
          }
          pictureId: string | null
          price: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
        }
        /** A hint: stock is set aside when the order is placed. */
        available: number
        problem?: 'delisted' | 'sold_out' | 'fewer_left'
        priceBefore?: {
          minor: number
          currency: string
        }
        subtotal: {
          minor: number
          currency: string
        }
      }[]
      invalid: readonly {
        id: string
        variantId: string
        productId: string
        quantity: number
        selected: boolean
        item?: {
          sku: string
          slug: string
          name: {
            zh: string
            en: string
          }
          specification: {
            zh: string
            en: string
          }
          pictureId: string | null
          price: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
        }
        /** A hint: stock is set aside when the order is placed. */
        available: number
        problem?: 'delisted' | 'sold_out' | 'fewer_left'
        priceBefore?: {
          minor: number
          currency: string
        }
        subtotal: {
          minor: number
          currency: string
        }
      }[]
      pieces: number
      selected: {
        pieces: number
        goods: {
          minor: number
          currency: string
        }
        reduction?: {
          name: {
            zh: string
            en: string
          }
          off: {
            minor: number
            currency: string
          }
        }
        next?: {
          name: {
            zh: string
            en: string
          }
          off: {
            minor: number
            currency: string
          }
          missing: {
            minor: number
            currency: string
          }
        }
        total: {
          minor: number
          currency: string
        }
      }
    }
  }
  /** List own after-sales cases. For shoppers who have signed in. */
  'GET /api/v1/store/cases': {
    input: { query?: { orderId?: string } }
    answer: readonly {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
    }[]
  }
  /** One case. For shoppers who have signed in. */
  'GET /api/v1/store/cases/{id}': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
      parcels: readonly {
        id: string
        number: string
        carrier: string
        waybillNumber: string | null
        status: 'announced' | 'labelled' | 'handed_over' | 'problem' | 'in_transit' | 'delivering' | 'delivered' | 'signed' | 'returning' | 'returned' | 'cancelled'
        handedOverAt: string | null
        signedAt: string | null
        steps: readonly {
          at: string
          state: string
          text: string
          location: string | null
        }[]
      }[]
    }
  }
  /** The tree of categories. For anybody. */
  'GET /api/v1/store/categories': {
    input: Record<never, never>
    answer: readonly unknown[]
  }
  /** What an order would cost and when it would arrive. For shoppers who have signed in. */
  'GET /api/v1/store/checkout': {
    input: { query?: { cartId?: string; addressId?: string; carrier?: string } }
    answer: {
      cartId?: string
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      lines: readonly {
        id: string
        variantId: string
        slug: string
        name: {
          zh: string
          en: string
        }
        specification: {
          zh: string
          en: string
        }
        pictureId: string | null
        quantity: number
        available: number
        unitPrice: {
          minor: number
          currency: string
        }
        subtotal: {
          minor: number
          currency: string
        }
        discount: {
          minor: number
          currency: string
        }
      }[]
      reduction: {
        name: {
          zh: string
          en: string
        }
        off: {
          minor: number
          currency: string
        }
      } | null
      freightQuote: {
        carrier: string
        carrierName: {
          zh: string
          en: string
        }
        fullFee: {
          minor: number
          currency: string
        }
        freeFrom: {
          minor: number
          currency: string
        } | null
      } | null
      ways: readonly {
        carrier: string
        carrierName: {
          zh: string
          en: string
        }
        fee: {
          minor: number
          currency: string
        }
        daysMin: number
        daysMax: number
      }[]
      /** What the order needs: an address; nothing, as it sends no parcel; or a `phone`, as its buyer has none */
      reach: 'address' | 'account' | 'phone'
      recipient: {
        name: string
        phone: string
        /** Six digits (GB/T 2260); abroad a country and its area: US-CA, SG. */
        districtCode: string
        street: string
        /** Abroad. */
        city?: string
        /** Abroad. */
        postcode?: string
      } | null
      addressId: string | null
      promised: {
        dispatchHours: number
        dispatchBy: string
        arrivesFrom: string
        arrivesTo: string
      } | null
      payWithinMinutes: number
      problems: readonly {
        field: string
        code: string
        details: Record<string, unknown>
      }[]
    }
  }
  /** Quote a checkout over several shops. For shoppers who have signed in. */
  'GET /api/v1/store/checkout/together': {
    input: { query?: { addressId?: string; carriers?: readonly string[] } }
    answer: readonly {
      shop: {
        id: string
        code: string
        name: string
        nameEn: string
      }
      checkout: {
        cartId?: string
        items: {
          minor: number
          currency: string
        }
        discount: {
          minor: number
          currency: string
        }
        freight: {
          minor: number
          currency: string
        }
        total: {
          minor: number
          currency: string
        }
        lines: readonly {
          id: string
          variantId: string
          slug: string
          name: {
            zh: string
            en: string
          }
          specification: {
            zh: string
            en: string
          }
          pictureId: string | null
          quantity: number
          available: number
          unitPrice: {
            minor: number
            currency: string
          }
          subtotal: {
            minor: number
            currency: string
          }
          discount: {
            minor: number
            currency: string
          }
        }[]
        reduction: {
          name: {
            zh: string
            en: string
          }
          off: {
            minor: number
            currency: string
          }
        } | null
        freightQuote: {
          carrier: string
          carrierName: {
            zh: string
            en: string
          }
          fullFee: {
            minor: number
            currency: string
          }
          freeFrom: {
            minor: number
            currency: string
          } | null
        } | null
        ways: readonly {
          carrier: string
          carrierName: {
            zh: string
            en: string
          }
          fee: {
            minor: number
            currency: string
          }
          daysMin: number
          daysMax: number
        }[]
        /** What the order needs: an address; nothing, as it sends no parcel; or a `phone`, as its buyer has none */
        reach: 'address' | 'account' | 'phone'
        recipient: {
          name: string
          phone: string
          /** Six digits (GB/T 2260); abroad a country and its area: US-CA, SG. */
          districtCode: string
          street: string
          /** Abroad. */
          city?: string
          /** Abroad. */
          postcode?: string
        } | null
        addressId: string | null
        promised: {
          dispatchHours: number
          dispatchBy: string
          arrivesFrom: string
          arrivesTo: string
        } | null
        payWithinMinutes: number
        problems: readonly {
          field: string
          code: string
          details: Record<string, unknown>
        }[]
      }
    }[]
  }
  /** Countries abroad, and whether the shop delivers there. For anybody. */
  'GET /api/v1/store/countries': {
    input: Record<never, never>
    answer: readonly {
      code: string
      name: string
      /** Whether the shop delivers there, at least in parts. */
      served: boolean
    }[]
  }
  /** Favourites. For shoppers who have signed in. */
  'GET /api/v1/store/favourites': {
    input: { query?: { cursor?: string; limit?: number } }
    answer: {
      rows: readonly {
        productId: string
        shop: {
          id: string
          code: string
          name: string
          nameEn: string
        }
        slug: string
        name: {
          zh: string
          en: string
        }
        pictureId: string | null
        keptAt: string
        priceThen: {
          minor: number
          currency: string
        }
        price: {
          minor: number
          currency: string
        } | null
        cheaperBy: {
          minor: number
          currency: string
        } | null
        inStock: boolean
      }[]
      next?: string
    }
  }
  /** Shops followed. For shoppers who have signed in. */
  'GET /api/v1/store/follows': {
    input: Record<never, never>
    answer: readonly {
      shop: {
        id: string
        code: string
        name: string
        nameEn: string
      }
      followedAt: string
    }[]
  }
  /** List own orders. For shoppers who have signed in. */
  'GET /api/v1/store/orders': {
    input: { query?: { cursor?: string; limit?: number; tab?: 'all' | 'to_pay' | 'to_ship' | 'to_receive' | 'after_sales'; text?: string } }
    answer: {
      rows: readonly {
        id: string
        number: string
        status: 'open' | 'cancelled' | 'completed'
        review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
        payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
        fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
        afterSales: 'none' | 'settled' | 'open'
        headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
        items: {
          minor: number
          currency: string
        }
        discount: {
          minor: number
          currency: string
        }
        freight: {
          minor: number
          currency: string
        }
        total: {
          minor: number
          currency: string
        }
        refunded: {
          minor: number
          currency: string
        }
        /** The buyer pays the courier, or has done so. */
        cashOnDelivery: boolean
        waived: {
          minor: number
          currency: string
        }
        reductionName: string | null
        carrier: string
        memo: string
        invoiceWish: {
          kind: 'personal' | 'company'
          title: string
          taxNumber?: string
          email?: string
        } | null
        requests: readonly {
          kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
          text: string
          by: string
          at: string
        }[]
        cancelReason: string | null
        placedAt: string
        payBy: string
        paidAt: string | null
        dispatchBy: string | null
        restBy: string | null
        arrivesFrom: string | null
        arrivesTo: string | null
        releasedAt: string | null
        shippedAt: string | null
        deliveredAt: string | null
        receivedAt: string | null
        receiveBy: string | null
        completedAt: string | null
        lines: readonly {
          id: string
          productId: string
          variantId: string
          slug: string
          sku: string
          name: {
            zh: string
            en: string
          }
          specification: {
            zh: string
            en: string
          }
          pictureId: string | null
          unitPrice: {
            minor: number
            currency: string
          }
          quantity: number
          subtotal: {
            minor: number
            currency: string
          }
          discount: {
            minor: number
            currency: string
          }
          freight: {
            minor: number
            currency: string
          }
          total: {
            minor: number
            currency: string
          }
          refunded: {
            minor: number
            currency: string
          }
          requiresShipping: boolean
          shipped: number
          returned: number
          agreed: {
            /** Put into the order for nothing. */
            gift?: true
          }
        }[]
      }[]
      next?: string
    }
  }
  /** One order. For shoppers who have signed in. */
  'GET /api/v1/store/orders/{id}': {
    input: { path: { id: string } }
    answer: {
      order: {
        id: string
        number: string
        status: 'open' | 'cancelled' | 'completed'
        review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
        payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
        fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
        afterSales: 'none' | 'settled' | 'open'
        headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
        items: {
          minor: number
          currency: string
        }
        discount: {
          minor: number
          currency: string
        }
        freight: {
          minor: number
          currency: string
        }
        total: {
          minor: number
          currency: string
        }
        refunded: {
          minor: number
          currency: string
        }
        /** The buyer pays the courier, or has done so. */
        cashOnDelivery: boolean
        waived: {
          minor: number
          currency: string
        }
        reductionName: string | null
        carrier: string
        memo: string
        invoiceWish: {
          kind: 'personal' | 'company'
          title: string
          taxNumber?: string
          email?: string
        } | null
        requests: readonly {
          kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
          text: string
          by: string
          at: string
        }[]
        cancelReason: string | null
        placedAt: string
        payBy: string
        paidAt: string | null
        dispatchBy: string | null
        restBy: string | null
        arrivesFrom: string | null
        arrivesTo: string | null
        releasedAt: string | null
        shippedAt: string | null
        deliveredAt: string | null
        receivedAt: string | null
        receiveBy: string | null
        completedAt: string | null
      }
      together: readonly {
        id: string
        number: string
      }[]
      lines: readonly {
        id: string
        productId: string
        variantId: string
        slug: string
        sku: string
        name: {
          zh: string
          en: string
        }
        specification: {
          zh: string
          en: string
        }
        pictureId: string | null
        unitPrice: {
          minor: number
          currency: string
        }
        quantity: number
        subtotal: {
          minor: number
          currency: string
        }
        discount: {
          minor: number
          currency: string
        }
        freight: {
          minor: number
          currency: string
        }
        total: {
          minor: number
          currency: string
        }
        refunded: {
          minor: number
          currency: string
        }
        requiresShipping: boolean
        shipped: number
        returned: number
        agreed: {
          /** Put into the order for nothing. */
          gift?: true
        }
      }[]
      recipient: {
        name: string
        phone: string
        /** Six digits (GB/T 2260); abroad a country and its area: US-CA, SG. */
        districtCode: string
        street: string
        /** Abroad. */
        city?: string
        /** Abroad. */
        postcode?: string
      }
      payments: readonly {
        id: string
        number: string
        status: 'created' | 'unknown' | 'pending' | 'failed' | 'closed' | 'mismatch' | 'succeeded'
        amount: {
          minor: number
          currency: string
        }
        captured: {
          minor: number
          currency: string
        }
        refunded: {
          minor: number
          currency: string
        }
        surplus: boolean
        createdAt: string
        paidAt: string | null
      }[]
      refunds: readonly {
        id: string
        number: string
        status: 'waiting' | 'approved' | 'declined' | 'sent' | 'failed' | 'succeeded'
        amount: {
          minor: number
          currency: string
        }
        cause: string
        reason: string
        createdAt: string
        succeededAt: string | null
      }[]
      parcels: readonly {
        id: string
        number: string
        carrier: string
        waybillNumber: string | null
        status: 'announced' | 'labelled' | 'handed_over' | 'problem' | 'in_transit' | 'delivering' | 'delivered' | 'signed' | 'returning' | 'returned' | 'cancelled'
        handedOverAt: string | null
        signedAt: string | null
        steps: readonly {
          at: string
          state: string
          text: string
          location: string | null
        }[]
      }[]
      vouchers: readonly {
        id: string
        orderLineId: string
        unit: number
        code: string
        status: 'open' | 'redeemed' | 'void'
        appointmentAt: string | null
        redeemedAt: string | null
      }[]
      actions: readonly ('pay' | 'cancel' | 'changeRecipient' | 'addRequest' | 'review' | 'unapprove' | 'intercept' | 'release' | 'merge' | 'confirmReceipt')[]
      dispatchSecondsLeft: number | null
    }
  }
  /** Ways to pay for an order. For shoppers who have signed in. */
  'GET /api/v1/store/orders/{id}/payment-methods': {
    input: { path: { id: string } }
    answer: readonly {
      method: string
      label: {
        zh: string
        en: string
      }
    }[]
  }
  /** Own reviews of an order. For shoppers who have signed in. */
  'GET /api/v1/store/orders/{id}/reviews': {
    input: { path: { id: string } }
    answer: readonly {
      id: string
      stars: number
      specification: {
        zh: string
        en: string
      }
      words: string
      pictureIds: readonly string[]
      followUp: string | null
      followUpPictureIds: readonly string[]
      followedUpAt: string | null
      state: 'shown' | 'held' | 'hidden'
      stateReason: 'advertising' | 'privacy' | 'abuse' | 'unlawful' | 'off_topic' | null
      reply: string | null
      repliedAt: string | null
      writtenAt: string
      orderId: string
      orderNumber: string
      lineId: string
      productId: string
      variantId: string
      name: {
        zh: string
        en: string
      }
      author: string
      anonymous: boolean
      repliedBy: string | null
      changedAt: string | null
    }[]
  }
  /** What is missing and what the buyer can choose. For shoppers who have signed in. */
  'GET /api/v1/store/orders/{id}/shortage': {
    input: { path: { id: string } }
    answer: {
      id: string
      foundBy: 'pick' | 'count'
      lines: readonly {
        lineId: string
        quantity: number
      }[]
      status: 'open' | 'waiting' | 'settled'
      choice: 'wait' | 'replace' | 'refund' | null
      chosenBy: string | null
      chosenAt: string | null
      note: string
      openedAt: string
    } | null
  }
  /** The policies in force. For anybody. */
  'GET /api/v1/store/policies': {
    input: Record<never, never>
    answer: readonly {
      kind: string
      version: number
      title: {
        zh: string
        en: string
      }
      body: {
        zh: string
        en: string
      }
      holdsFrom: string
    }[]
  }
  /** What is to be agreed to, and a closing under way. For shoppers who have signed in. */
  'GET /api/v1/store/privacy': {
    input: Record<never, never>
    answer: {
      toAgree: readonly {
        kind: string
        version: number
        title: {
          zh: string
          en: string
        }
        body: {
          zh: string
          en: string
        }
        holdsFrom: string
      }[]
      closing: {
        askedAt: string
        dueAt: string
      } | null
    }
  }
  /** Download one’s own data. For shoppers who have signed in. */
  'GET /api/v1/store/privacy/data': {
    input: Record<never, never>
    answer: Record<string, unknown>
  }
  /** Search products. For anybody. */
  'GET /api/v1/store/products': {
    input: { query?: { text?: string; category?: string; brand?: readonly string[]; tag?: readonly string[]; attribute?: readonly string[]; from?: number; to?: number; inStock?: boolean; sort?: 'relevance' | 'newest' | 'price_up' | 'price_down' | 'sales'; page?: number; size?: number; filters?: boolean } }
    answer: {
      rows: readonly {
        productId: string
        slug: string
        name: string
        brand: string | null
        sellingPoints: readonly string[]
        picture: {
          id: string
          alt: string
          width: number
          height: number
        } | null
        from: {
          minor: number
          currency: string
        }
        to: {
          minor: number
          currency: string
        }
        was: {
          minor: number
          currency: string
        } | null
        inStock: boolean
        sold: number
      }[]
      page: number
      size: number
      /** Exact up to 1000; beyond it `more` is true */
      total: number
      more: boolean
      /** What was searched instead, because nothing suits what was asked */
      corrected?: string
      /** The prices in minor units that the words themselves ask for ("100元以下"): they narrow the list */
      price?: {
        fromMinor?: number
        toMinor?: number
      }
      /** What suits a part of the words, where few products suit all */
      alike?: readonly {
        productId: string
        slug: string
        name: string
        brand: string | null
        sellingPoints: readonly string[]
        picture: {
          id: string
          alt: string
          width: number
          height: number
        } | null
        from: {
          minor: number
          currency: string
        }
        to: {
          minor: number
          currency: string
        }
        was: {
          minor: number
          currency: string
        } | null
        inStock: boolean
        sold: number
      }[]
      filters?: {
        attributes: readonly {
          code: string
          name: string
          choices: readonly {
            value: string
            name: string
            count: number
          }[]
        }[]
        brands: readonly {
          value: string
          name: string
          count: number
        }[]
        categories: readonly {
          value: string
          name: string
          count: number
          slug: string
        }[]
        tags: readonly {
          value: string
          name: string
          count: number
        }[]
        lowest: number | null
        highest: number | null
      }
    }
  }
  /** A product’s page. For anybody. */
  'GET /api/v1/store/products/{slug}': {
    input: { path: { slug: string } }
    answer: {
      id: string
      slug: string
      onSale: boolean
      kind: string
      name: string
      title: string
      /** Safe HTML */
      description: string
      sellingPoints: readonly string[]
      brand: {
        id: string
        slug: string
        name: string
      } | null
      path: readonly {
        id: string
        slug: string
        name: string
      }[]
      facts: readonly {
        code: string
        name: string
        value: string
      }[]
      tags: readonly string[]
      flags: {
        food: boolean
        perishable: boolean
        valuableSmall: boolean
        oversize: boolean
        nonStandard: boolean
      }
      warrantyMonths: number | null
      shelfLifeDays: number | null
      optionNames: readonly string[]
      variants: readonly {
        id: string
        sku: string
        values: readonly string[]
        price: {
          minor: number
          currency: string
        }
        was: {
          minor: number
          currency: string
        } | null
        pictureId: string | null
        /** A hint: stock is set aside when the order is placed. */
        available: number
      }[]
      pictures: readonly {
        id: string
        alt: string
        width: number
        height: number
      }[]
    }
  }
  /** Questions and answers about a product. For anybody. */
  'GET /api/v1/store/products/{slug}/questions': {
    input: { path: { slug: string } }
    answer: readonly {
      id: string
      words: string
      answer: string
      askedAt: string
    }[]
  }
  /** What buyers say about a product. For anybody. */
  'GET /api/v1/store/products/{slug}/reviews': {
    input: { path: { slug: string }; query?: { kind?: 'all' | 'pictures' | 'good' | 'middling' | 'bad' | 'follow_up'; page?: number } }
    answer: {
      rating: {
        count: number
        average: number | null
        /** How many gave so many stars */
        of: Record<string, number>
        pictured: number
        followedUp: number
      }
      page: number
      rows: readonly {
        id: string
        stars: number
        specification: {
          zh: string
          en: string
        }
        words: string
        pictureIds: readonly string[]
        followUp: string | null
        followUpPictureIds: readonly string[]
        followedUpAt: string | null
        state: 'shown' | 'held' | 'hidden'
        stateReason: 'advertising' | 'privacy' | 'abuse' | 'unlawful' | 'off_topic' | null
        reply: string | null
        repliedAt: string | null
        writtenAt: string
        author: string | null
      }[]
    }
  }
  /** Own questions. For shoppers who have signed in. */
  'GET /api/v1/store/questions': {
    input: Record<never, never>
    answer: readonly {
      id: string
      productId: string | null
      words: string
      status: 'open' | 'answered' | 'closed'
      answer: string | null
      answeredAt: string | null
      askedAt: string
    }[]
  }
  /** Provinces. For anybody. */
  'GET /api/v1/store/regions': {
    input: Record<never, never>
    answer: readonly {
      code: string
      name: string
    }[]
  }
  /** The regions within a region. For anybody. */
  'GET /api/v1/store/regions/{code}/children': {
    input: { path: { code: string } }
    answer: readonly {
      code: string
      name: string
    }[]
  }
  /** The score of the shop. For anybody. */
  'GET /api/v1/store/score': {
    input: Record<never, never>
    answer: {
      /** How many rated orders it is made of */
      orders: number
      /** Of so many days up to now */
      days: number
      scores: {
        /** From 1 to 5 */
        description: number
        /** From 1 to 5 */
        service: number
        /** From 1 to 5 */
        logistics: number
      } | null
    }
  }
  /** Suggestions and hot words for a search field. For anybody. */
  'GET /api/v1/store/search/suggestions': {
    input: { query?: { text?: string } }
    answer: {
      /** How what is typed may go on, the likeliest first */
      words: readonly string[]
      /** What the shop shows those who have typed nothing */
      hot: readonly string[]
    }
  }
  /** Sold-out variants waited for. For shoppers who have signed in. */
  'GET /api/v1/store/stock-waits': {
    input: Record<never, never>
    answer: readonly {
      variantId: string
      shop: {
        id: string
        code: string
        name: string
        nameEn: string
      }
      slug: string
      name: {
        zh: string
        en: string
      }
      specification: {
        zh: string
        en: string
      }
      pictureId: string | null
      askedAt: string
      until: string
    }[]
  }
  /** Change a category. For staff and keys with `products.write`. */
  'PATCH /api/v1/admin/categories/{id}': {
    input: { path: { id: string }; body: {
      slug?: string
      name?: {
        zh: string
        en: string
      }
      parentId?: string | null
      position?: number
      attributes?: readonly {
        code: string
        kind: 'text' | 'number' | 'choice'
        required: boolean
        name: {
          zh: string
          en: string
        }
        options: readonly {
          code: string
          zh: string
          en: string
        }[]
      }[]
    } }
    answer: unknown
  }
  /** Describe a picture. For staff and keys with `products.write`. */
  'PATCH /api/v1/admin/pictures/{id}': {
    input: { path: { id: string }; body: {
      alt: string
      altEn: string
    } }
    answer: unknown
  }
  /** Change a product. For staff and keys with `products.write`. */
  'PATCH /api/v1/admin/products/{id}': {
    input: { path: { id: string }; body: {
      /** The version the page showed */
      version?: number
      texts?: {
        zh?: {
          name: string
          title?: string
          description?: string
          sellingPoints?: readonly string[]
          optionNames?: readonly string[]
        }
        en?: {
          name: string
          title?: string
          description?: string
          sellingPoints?: readonly string[]
          optionNames?: readonly string[]
        }
      }
      slug?: string
      kind?: 'goods' | 'service'
      categoryId?: string | null
      brandId?: string | null
      lifeStage?: 'launch' | 'mature' | 'clearance' | null
      tags?: readonly string[]
      keywords?: readonly string[]
      attributes?: Record<string, string | number | {
        zh: string
        en: string
      }>
      flags?: {
        food?: boolean
        perishable?: boolean
        valuableSmall?: boolean
        oversize?: boolean
        nonStandard?: boolean
      }
      licence?: string | null
      warrantyMonths?: number | null
      shelfLifeDays?: number | null
      variants?: readonly {
        id?: string
        sku: string
        barcode?: string | null
        optionValues?: {
          zh?: readonly string[]
          en?: readonly string[]
        }
        weightGrams?: number
        requiresShipping?: boolean
        pictureId?: string | null
        price?: {
          list: {
            minor: number
            currency: string
          }
          was?: {
            minor: number
            currency: string
          } | null
          cost?: {
            minor: number
            currency: string
          } | null
        } | null
      }[]
      pictureIds?: readonly string[]
    } }
    answer: {
      id: string
      slug: string
      status: 'draft' | 'checked' | 'in_review' | 'on_sale' | 'delisted'
      delistedBecause: 'by_hand' | 'out_of_stock' | null
      rejection: string | null
      kind: 'goods' | 'service'
      categoryId: string | null
      brandId: string | null
      lifeStage: 'launch' | 'mature' | 'clearance' | null
      texts: {
        zh?: {
          name: string
          title: string
          description: string
          sellingPoints: readonly string[]
          optionNames: readonly string[]
        }
        en?: {
          name: string
          title: string
          description: string
          sellingPoints: readonly string[]
          optionNames: readonly string[]
        }
      }
      tags: readonly string[]
      keywords: readonly string[]
      attributes: Record<string, string | number | {
        zh: string
        en: string
      }>
      flags: {
        food: boolean
        perishable: boolean
        valuableSmall: boolean
        oversize: boolean
        nonStandard: boolean
      }
      licence: string | null
      warrantyMonths: number | null
      shelfLifeDays: number | null
      variants: readonly {
        id: string
        sku: string
        barcode: string | null
        status: 'active' | 'retired'
        optionValues: {
          zh: readonly string[]
          en: readonly string[]
        }
        weightGrams: number
        requiresShipping: boolean
        pictureId: string | null
        price: {
          list: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
          cost: {
            minor: number
            currency: string
          } | null
        } | null
      }[]
      pictures: readonly {
        id: string
        alt: {
          zh: string
          en: string
        }
        width: number
        height: number
        sharpness: number | null
        sourceUrl: string | null
        /** Known by its address only: no file yet */
        waits: boolean
        /** The scene it shows, where it is so marked */
        scene: string
        /** The pain point it shows solved */
        painPoint: string
      }[]
      source: string | null
      sourceKey: string | null
      version: number
      createdAt: string
      updatedAt: string
      onSaleAt: string | null
      listBy?: string | null
      /** What may be done with the listing now */
      steps: readonly string[]
      findings: readonly {
        field: string
        code: string
        message: string
        blocking: boolean
      }[]
    }
  }
  /** Change an endpoint. For staff and keys with `webhooks.manage`. */
  'PATCH /api/v1/admin/webhooks/{id}': {
    input: { path: { id: string }; body: {
      url?: string
      events?: readonly string[]
      description?: string
    } }
    answer: {
      id: string
      url: string
      description: string
      events: readonly string[]
      payloadVersion: string
      status: 'active' | 'paused'
      pausedBecause: 'by_hand' | 'failing' | 'gone' | null
      /** Failed attempts since the last success. */
      failures: number
      failingSince: string | null
      createdAt: string
      createdBy: string
    }
  }
  /** Change the profile. For shoppers who have signed in. */
  'PATCH /api/v1/store/account': {
    input: { body: {
      displayName?: string
      locale?: 'zh' | 'en'
    } }
    answer: {
      id: string
      userName: string
      displayName: string
      locale: 'zh' | 'en'
      hasPassword: boolean
      /** Masked. */
      phone: string | null
      wantsNews: boolean
      level: number
      pointsBalance: number
    }
  }
  /** Change a line’s quantity or choice. For anybody. */
  'PATCH /api/v1/store/cart/lines/{id}': {
    input: { path: { id: string }; body: {
      quantity?: number
      selected?: boolean
    } }
    answer: {
      id?: string
      purpose: 'cart' | 'buy_now'
      version: number
      lines: readonly {
        id: string
        variantId: string
        productId: string
        quantity: number
        selected: boolean
        item?: {
          sku: string
          slug: string
          name: {
            zh: string
            en: string
          }
          specification: {
            zh: string
            en: string
          }
          pictureId: string | null
          price: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
        }
        /** A hint: stock is set aside when the order is placed. */
        available: number
        problem?: 'delisted' | 'sold_out' | 'fewer_left'
        priceBefore?: {
          minor: number
          currency: string
        }
        subtotal: {
          minor: number
          currency: string
        }
      }[]
      invalid: readonly {
        id: string
        variantId: string
        productId: string
        quantity: number
        selected: boolean
        item?: {
          sku: string
          slug: string
          name: {
            zh: string
            en: string
          }
          specification: {
            zh: string
            en: string
          }
          pictureId: string | null
          price: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
        }
        /** A hint: stock is set aside when the order is placed. */
        available: number
        problem?: 'delisted' | 'sold_out' | 'fewer_left'
        priceBefore?: {
          minor: number
          currency: string
        }
        subtotal: {
          minor: number
          currency: string
        }
      }[]
      pieces: number
      selected: {
        pieces: number
        goods: {
          minor: number
          currency: string
        }
        reduction?: {
          name: {
            zh: string
            en: string
          }
          off: {
            minor: number
            currency: string
          }
        }
        next?: {
          name: {
            zh: string
            en: string
          }
          off: {
            minor: number
            currency: string
          }
          missing: {
            minor: number
            currency: string
          }
        }
        total: {
          minor: number
          currency: string
        }
      }
    }
  }
  /** Read a pasted address. For staff and keys with `orders.change`. */
  'POST /api/v1/admin/addresses/read': {
    input: { body: {
      text: string
    } }
    answer: {
      name: string
      phone: string
      postcode: string
      provinceCode: string
      cityCode: string
      districtCode: string
      street: string
    }
  }
  /** Make an announcement. For staff and keys with `pages.publish`, with an Idempotency-Key. */
  'POST /api/v1/admin/announcements': {
    input: { body: {
      text: {
        zh: string
        en: string
      }
      link: string
      showsFrom: string
      showsUntil: string | null
    } }
    answer: {
      id: string
    }
  }
  /** Make an API key. For staff and keys with `keys.manage`. */
  'POST /api/v1/admin/api-keys': {
    input: { body: {
      name: string
      scopes: readonly ('products.read' | 'products.write' | 'products.list' | 'products.review' | 'prices.change' | 'costs.read' | 'imports.run' | 'products.import' | 'orders.import' | 'customers.import' | 'exports.run' | 'stock.read' | 'stock.adjust' | 'outbound.read' | 'outbound.pick' | 'outbound.pack' | 'outbound.hand_over' | 'freight.change' | 'orders.read' | 'orders.review' | 'orders.change' | 'orders.cancel' | 'orders.bargain' | 'orders.rules' | 'vouchers.redeem' | 'customers.read' | 'customers.reveal' | 'reductions.change' | 'pages.change' | 'pages.publish' | 'aftersales.read' | 'aftersales.decide' | 'aftersales.grade' | 'reviews.read' | 'reviews.answer' | 'payments.read' | 'payments.settle' | 'ledger.read' | 'settings.read' | 'settings.change' | 'webhooks.manage' | 'messages.read' | 'notices.read' | 'audit.read' | 'jobs.manage')[]
      days?: number
      requestsPerMinute?: number
    } }
    answer: {
      id: string
      name: string
      /** The first characters of the key. */
      prefix: string
      scopes: readonly string[]
      requestsPerMinute: number
      state: 'active' | 'expired' | 'revoked'
      createdAt: string
      createdBy: string
      expiresAt: string | null
      lastUsedAt: string | null
      lastUsedIp: string
      revokedAt: string | null
      revokedBy: string | null
      /** The key itself. It is shown this once and kept nowhere. */
      key: string
    }
  }
  /** Revoke a key. For staff and keys with `keys.manage`. */
  'POST /api/v1/admin/api-keys/{id}/revoke': {
    input: { path: { id: string } }
    answer: {
      id: string
      name: string
      /** The first characters of the key. */
      prefix: string
      scopes: readonly string[]
      requestsPerMinute: number
      state: 'active' | 'expired' | 'revoked'
      createdAt: string
      createdBy: string
      expiresAt: string | null
      lastUsedAt: string | null
      lastUsedIp: string
      revokedAt: string | null
      revokedBy: string | null
    }
  }
  /** Settle a difference. For staff and keys with `payments.settle`, with an Idempotency-Key. */
  'POST /api/v1/admin/bill-differences/{id}/settle': {
    input: { path: { id: string }; body: {
      resolution: 'ask_provider' | 'accept' | 'returned' | 'book' | 'not_ours' | 'noted' | 'came_later'
      note: string
    } }
    answer: {
      id: string
      billId: string
      kind: 'missing_here' | 'missing_there' | 'amount' | 'status' | 'fee' | 'twice'
      about: 'payment' | 'refund'
      provider: string
      number: string
      providerRef: string | null
      orderId: string | null
      oursStatus: string | null
      ours: {
        minor: number
        currency: string
      } | null
      theirs: {
        minor: number
        currency: string
      } | null
      happenedAt: string
      resolution: 'ask_provider' | 'accept' | 'returned' | 'book' | 'not_ours' | 'noted' | 'came_later' | null
      note: string | null
      resolvedAt: string | null
      resolvedBy: string | null
    }
  }
  /** Hand in a provider’s bill. For staff and keys with `payments.settle`, with an Idempotency-Key. */
  'POST /api/v1/admin/bills': {
    input: { body: FormData }
    answer: {
      id: string
      provider: string
      fileName: string
      from: string
      to: string
      lines: number
      paid: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      fee: {
        minor: number
        currency: string
      }
      /** Lines of other shops that share the account. */
      others: number
      /** Lines that an earlier file had brought. */
      repeated: number
      matched: number
      /** Differences that nobody has settled yet. */
      open: number
      takenAt: string
      takenBy: string
    }
  }
  /** Create a brand. For staff and keys with `products.write`, with an Idempotency-Key. */
  'POST /api/v1/admin/brands': {
    input: { body: {
      zh: string
      en: string
    } }
    answer: {
      id: string
    }
  }
  /** Do one thing to many orders. For staff and keys with `orders.read`, with an Idempotency-Key. */
  'POST /api/v1/admin/bulk-runs': {
    input: { body: {
      verb: 'approve' | 'unapprove' | 'intercept' | 'hold' | 'resume' | 'release' | 'merge' | 'carrier' | 'warehouse' | 'split' | 'flag' | 'note' | 'tag' | 'untag' | 'exception' | 'cancel'
      details: {
        /** A reason, or the note itself */
        words?: string
        flag?: 'red' | 'amber' | 'green' | 'blue' | 'purple' | null
        carrier?: string
        warehouseId?: string
        by?: 'line' | 'warehouse' | 'stock'
        tagIds?: readonly string[]
      }
      orderIds?: readonly string[]
      filter?: {
        headline?: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
        status?: 'open' | 'cancelled' | 'completed'
        review?: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
        payment?: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
        fulfilment?: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
        afterSales?: 'none' | 'settled' | 'open'
        number?: string
        /** The whole number, or its last four digits. */
        phone?: string
        /** What stands on an order or its parcel: its number, a waybill number, a phone number or its last four digits. */
        text?: string
        customerId?: string
        from?: string
        to?: string
        late?: boolean
        /** Only orders that must leave within so many hours. */
        dueWithin?: number
        /** Only orders whose goods are missing. */
        outOfStock?: boolean
        /** Only orders that could leave in one box with another order of their buyer. */
        mergeable?: boolean
        /** Only orders that are, or were, paid to the courier. */
        cashOnDelivery?: boolean
        /** Only orders with an open issue. */
        abnormal?: boolean
        /** Only orders of which a box is packed and has not left. */
        packed?: boolean
        warehouseId?: string
        /** Grams */
        weightFrom?: number
        /** Grams */
        weightTo?: number
        request?: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        /** Only orders whose buyer wrote something. */
        memo?: boolean
        /** Only orders on which staff noted something. */
        noted?: boolean
        flag?: 'red' | 'amber' | 'green' | 'blue' | 'purple'
        /** Only orders with one of these tags at least. Ids, separated by commas. */
        tagsAny?: string
        /** Only orders with all of these tags. Ids, separated by commas. */
        tagsAll?: string
        /** Only orders with none of these tags. Ids, separated by commas. */
        tagsNone?: string
        carrier?: string
        /** A whole SKU code. */
        sku?: string
        /** In the smallest unit of the shop’s money. */
        amountFrom?: number
        /** In the smallest unit of the shop’s money. */
        amountTo?: number
      }
    } }
    answer: {
      id: string
      verb: 'approve' | 'unapprove' | 'intercept' | 'hold' | 'resume' | 'release' | 'merge' | 'carrier' | 'warehouse' | 'split' | 'flag' | 'note' | 'tag' | 'untag' | 'exception' | 'cancel'
      details: {
        /** A reason, or the note itself */
        words?: string
        flag?: 'red' | 'amber' | 'green' | 'blue' | 'purple' | null
        carrier?: string
        warehouseId?: string
        by?: 'line' | 'warehouse' | 'stock'
        tagIds?: readonly string[]
      }
      status: 'waiting' | 'finished'
      total: number
      done: number
      refused: number
      askedBy: string
      askedAt: string
      finishedAt: string | null
      undoes: string | null
      undoneBy: string | null
    }
  }
  /** Preview a split of many orders. For staff and keys with `orders.change`. */
  'POST /api/v1/admin/bulk-runs/split-preview': {
    input: { body: {
      details: {
        /** A reason, or the note itself */
        words?: string
        flag?: 'red' | 'amber' | 'green' | 'blue' | 'purple' | null
        carrier?: string
        warehouseId?: string
        by?: 'line' | 'warehouse' | 'stock'
        tagIds?: readonly string[]
      }
      orderIds?: readonly string[]
      filter?: {
        headline?: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
        status?: 'open' | 'cancelled' | 'completed'
        review?: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
        payment?: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
        fulfilment?: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
        afterSales?: 'none' | 'settled' | 'open'
        number?: string
        /** The whole number, or its last four digits. */
        phone?: string
        /** What stands on an order or its parcel: its number, a waybill number, a phone number or its last four digits. */
        text?: string
        customerId?: string
        from?: string
        to?: string
        late?: boolean
        /** Only orders that must leave within so many hours. */
        dueWithin?: number
        /** Only orders whose goods are missing. */
        outOfStock?: boolean
        /** Only orders that could leave in one box with another order of their buyer. */
        mergeable?: boolean
        /** Only orders that are, or were, paid to the courier. */
        cashOnDelivery?: boolean
        /** Only orders with an open issue. */
        abnormal?: boolean
        /** Only orders of which a box is packed and has not left. */
        packed?: boolean
        warehouseId?: string
        /** Grams */
        weightFrom?: number
        /** Grams */
        weightTo?: number
        request?: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        /** Only orders whose buyer wrote something. */
        memo?: boolean
        /** Only orders on which staff noted something. */
        noted?: boolean
        flag?: 'red' | 'amber' | 'green' | 'blue' | 'purple'
        /** Only orders with one of these tags at least. Ids, separated by commas. */
        tagsAny?: string
        /** Only orders with all of these tags. Ids, separated by commas. */
        tagsAll?: string
        /** Only orders with none of these tags. Ids, separated by commas. */
        tagsNone?: string
        carrier?: string
        /** A whole SKU code. */
        sku?: string
        /** In the smallest unit of the shop’s money. */
        amountFrom?: number
        /** In the smallest unit of the shop’s money. */
        amountTo?: number
      }
    } }
    answer: {
      rows: readonly {
        orderId: string
        number: string
        lines: readonly {
          id: string
          sku: string
          name: {
            zh: string
            en: string
          }
          specification: {
            zh: string
            en: string
          }
        }[]
        before: readonly {
          box: number
          warehouseId: string
          lines: readonly {
            lineId: string
            quantity: number
          }[]
        }[]
        after: readonly {
          box: number
          warehouseId: string
          lines: readonly {
            lineId: string
            quantity: number
          }[]
        }[] | null
        waiting: readonly {
          lineId: string
          quantity: number
        }[]
        freight: {
          minor: number
          currency: string
        } | null
        message: string | null
      }[]
    }
  }
  /** Try the refused ones again. For staff and keys with `orders.read`, with an Idempotency-Key. */
  'POST /api/v1/admin/bulk-runs/{id}/retry': {
    input: { path: { id: string } }
    answer: {
      id: string
      verb: 'approve' | 'unapprove' | 'intercept' | 'hold' | 'resume' | 'release' | 'merge' | 'carrier' | 'warehouse' | 'split' | 'flag' | 'note' | 'tag' | 'untag' | 'exception' | 'cancel'
      details: {
        /** A reason, or the note itself */
        words?: string
        flag?: 'red' | 'amber' | 'green' | 'blue' | 'purple' | null
        carrier?: string
        warehouseId?: string
        by?: 'line' | 'warehouse' | 'stock'
        tagIds?: readonly string[]
      }
      status: 'waiting' | 'finished'
      total: number
      done: number
      refused: number
      askedBy: string
      askedAt: string
      finishedAt: string | null
      undoes: string | null
      undoneBy: string | null
    }
  }
  /** Take a bulk action back. For staff and keys with `orders.read`, with an Idempotency-Key. */
  'POST /api/v1/admin/bulk-runs/{id}/undo': {
    input: { path: { id: string } }
    answer: {
      id: string
      verb: 'approve' | 'unapprove' | 'intercept' | 'hold' | 'resume' | 'release' | 'merge' | 'carrier' | 'warehouse' | 'split' | 'flag' | 'note' | 'tag' | 'untag' | 'exception' | 'cancel'
      details: {
        /** A reason, or the note itself */
        words?: string
        flag?: 'red' | 'amber' | 'green' | 'blue' | 'purple' | null
        carrier?: string
        warehouseId?: string
        by?: 'line' | 'warehouse' | 'stock'
        tagIds?: readonly string[]
      }
      status: 'waiting' | 'finished'
      total: number
      done: number
      refused: number
      askedBy: string
      askedAt: string
      finishedAt: string | null
      undoes: string | null
      undoneBy: string | null
    }
  }
  /** Create such a rule. For staff and keys with `freight.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/carrier-choices': {
    input: { body: {
      name: string
      applies: 'always' | 'oversize' | 'valuable' | 'perishable' | 'light'
      upToGrams: number | null
      regions: readonly string[]
      carriers: readonly string[]
      only: boolean
      priority: number
    } }
    answer: {
      id: string
    }
  }
  /** Compare carriers by price and time. For staff and keys with `outbound.read`. */
  'POST /api/v1/admin/carriers/compare': {
    input: { body: {
      districtCode: string
      weightGrams: number
      goodsMinor: number
      oversize?: boolean
      valuable?: boolean
      perishable?: boolean
    } }
    answer: {
      carrier: string | null
      why: {
        code: 'asked' | 'choice' | 'first_rule'
        choice: string | null
      }
      options: readonly {
        carrier: string
        name: {
          zh: string
          en: string
        }
        quote: {
          serviceType: 'express' | 'deliver_install' | 'freight'
          fee: {
            minor: number
            currency: string
          }
          fullFee: {
            minor: number
            currency: string
          }
          rule: string
          daysMin: number
          daysMax: number
        } | null
        rejected: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred' | null
      }[]
    }
  }
  /** Open a case for a buyer. For staff and keys with `aftersales.decide`, with an Idempotency-Key. */
  'POST /api/v1/admin/cases': {
    input: { body: {
      orderId: string
      kind: 'return' | 'exchange' | 'repair' | 'reshipment' | 'refund' | 'compensation'
      lines: readonly {
        lineId: string
        quantity: number
        sentLineId?: string
        replacementId?: string
      }[]
      amount?: {
        minor: number
        currency: string
      }
      reason: 'no_reason' | 'damaged' | 'wrong_goods' | 'missing' | 'quality' | 'not_as_described' | 'late' | 'other'
      description: string
      pictureIds?: readonly string[]
    } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
      decidedBy: string | null
      alarm: 'soon' | 'broken' | null
    }
  }
  /** Approve a case. For staff and keys with `aftersales.decide`, with an Idempotency-Key. */
  'POST /api/v1/admin/cases/{id}/approve': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
      decidedBy: string | null
      alarm: 'soon' | 'broken' | null
    }
  }
  /** Receive returned goods. For staff and keys with `aftersales.grade`, with an Idempotency-Key. */
  'POST /api/v1/admin/cases/{id}/arrive': {
    input: { path: { id: string }; body: {
      received: readonly {
        lineId: string
        quantity: number
      }[]
    } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
      decidedBy: string | null
      alarm: 'soon' | 'broken' | null
    }
  }
  /** Ask the buyer. For staff and keys with `aftersales.decide`, with an Idempotency-Key. */
  'POST /api/v1/admin/cases/{id}/ask': {
    input: { path: { id: string }; body: {
      question: string
    } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
      decidedBy: string | null
      alarm: 'soon' | 'broken' | null
    }
  }
  /** Begin a repair. For staff and keys with `aftersales.grade`, with an Idempotency-Key. */
  'POST /api/v1/admin/cases/{id}/begin-repair': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
      decidedBy: string | null
      alarm: 'soon' | 'broken' | null
    }
  }
  /** Choose for the buyer what becomes of goods that cannot be repaired. For staff and keys with `aftersales.decide`, with an Idempotency-Key. */
  'POST /api/v1/admin/cases/{id}/choose': {
    input: { path: { id: string }; body: {
      choice: 'refund' | 'exchange' | 'as_is'
    } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
      decidedBy: string | null
      alarm: 'soon' | 'broken' | null
    }
  }
  /** Close an inquiry. For staff and keys with `aftersales.decide`, with an Idempotency-Key. */
  'POST /api/v1/admin/cases/{id}/close': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
      decidedBy: string | null
      alarm: 'soon' | 'broken' | null
    }
  }
  /** Grant a compensation. For staff and keys with `aftersales.decide`, with an Idempotency-Key. */
  'POST /api/v1/admin/cases/{id}/compensate': {
    input: { path: { id: string }; body: {
      amount: {
        minor: number
        currency: string
      }
    } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
      decidedBy: string | null
      alarm: 'soon' | 'broken' | null
    }
  }
  /** Confirm a compensation as the second. For staff and keys with `aftersales.decide`, with an Idempotency-Key. */
  'POST /api/v1/admin/cases/{id}/confirm': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
      decidedBy: string | null
      alarm: 'soon' | 'broken' | null
    }
  }
  /** Judge whose fault a case is. For staff and keys with `aftersales.decide`, with an Idempotency-Key. */
  'POST /api/v1/admin/cases/{id}/fault': {
    input: { path: { id: string }; body: {
      fault: 'shop' | 'buyer'
    } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
      decidedBy: string | null
      alarm: 'soon' | 'broken' | null
    }
  }
  /** Finish a repair: the goods go back. For staff and keys with `aftersales.grade`, with an Idempotency-Key. */
  'POST /api/v1/admin/cases/{id}/finish-repair': {
    input: { path: { id: string }; body: {
      finding: string
    } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
      decidedBy: string | null
      alarm: 'soon' | 'broken' | null
    }
  }
  /** Say that a repair is not possible. For staff and keys with `aftersales.grade`, with an Idempotency-Key. */
  'POST /api/v1/admin/cases/{id}/give-up-repair': {
    input: { path: { id: string }; body: {
      finding: string
    } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
      decidedBy: string | null
      alarm: 'soon' | 'broken' | null
    }
  }
  /** Grade returned goods. For staff and keys with `aftersales.grade`, with an Idempotency-Key. */
  'POST /api/v1/admin/cases/{id}/grade': {
    input: { path: { id: string }; body: {
      grades: readonly {
        lineId: string
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods'
      }[]
    } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
      decidedBy: string | null
      alarm: 'soon' | 'broken' | null
    }
  }
  /** Pay back instead of sending goods. For staff and keys with `aftersales.decide`, with an Idempotency-Key. */
  'POST /api/v1/admin/cases/{id}/pay-instead': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
      decidedBy: string | null
      alarm: 'soon' | 'broken' | null
    }
  }
  /** Refuse a case. For staff and keys with `aftersales.decide`, with an Idempotency-Key. */
  'POST /api/v1/admin/cases/{id}/refuse': {
    input: { path: { id: string }; body: {
      reason: string
    } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
      decidedBy: string | null
      alarm: 'soon' | 'broken' | null
    }
  }
  /** Make an exchange a return. For staff and keys with `aftersales.decide`, with an Idempotency-Key. */
  'POST /api/v1/admin/cases/{id}/return-instead': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
      decidedBy: string | null
      alarm: 'soon' | 'broken' | null
    }
  }
  /** Settle a difference in collected cash. For staff and keys with `payments.settle`, with an Idempotency-Key. */
  'POST /api/v1/admin/cash/differences/{id}/settle': {
    input: { path: { id: string }; body: {
      resolution: 'accept' | 'correct' | 'write_off' | 'awaited' | 'book' | 'returned' | 'noted' | 'handed_in'
      note: string
    } }
    answer: {
      id: string
      kind: 'collected_less' | 'collected_more' | 'unknown_waybill' | 'not_collected' | 'twice' | 'less' | 'more'
      carrier: string
      waybillNumber: string
      ours: {
        minor: number
        currency: string
      }
      theirs: {
        minor: number
        currency: string
      }
      createdAt: string
      resolution: 'accept' | 'correct' | 'write_off' | 'awaited' | 'book' | 'returned' | 'noted' | 'handed_in' | null
      note: string | null
      resolvedAt: string | null
      resolvedBy: string | null
    }
  }
  /** Put the goods of a refused parcel away. For staff and keys with `aftersales.grade`, with an Idempotency-Key. */
  'POST /api/v1/admin/cash/parcels/{id}/grades': {
    input: { path: { id: string }; body: {
      grades: readonly {
        lineId: string
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods'
      }[]
    } }
    answer: unknown
  }
  /** Record what a carrier hands in. For staff and keys with `payments.settle`, with an Idempotency-Key. */
  'POST /api/v1/admin/cash/statements': {
    input: { body: {
      carrier: string
      /** The carrier’s own number of it. */
      reference: string
      /** The day on which the money came. */
      receivedOn: string
      lines: readonly {
        waybillNumber: string
        collectedMinor: number
        feeMinor: number
      }[]
    } }
    answer: {
      id: string
      carrier: string
      reference: string
      fileName: string | null
      receivedOn: string
      lines: number
      collected: {
        minor: number
        currency: string
      }
      fee: {
        minor: number
        currency: string
      }
      /** Lines that were just what was outstanding. */
      matched: number
      /** Differences that nobody has settled yet. */
      open: number
      takenAt: string
      takenBy: string
    }
  }
  /** Take in a carrier’s statement as a sheet. For staff and keys with `payments.settle`, with an Idempotency-Key. */
  'POST /api/v1/admin/cash/statements/sheet': {
    input: { body: FormData }
    answer: {
      id: string
      carrier: string
      reference: string
      fileName: string | null
      receivedOn: string
      lines: number
      collected: {
        minor: number
        currency: string
      }
      fee: {
        minor: number
        currency: string
      }
      /** Lines that were just what was outstanding. */
      matched: number
      /** Differences that nobody has settled yet. */
      open: number
      takenAt: string
      takenBy: string
    }
  }
  /** Create a category. For staff and keys with `products.write`, with an Idempotency-Key. */
  'POST /api/v1/admin/categories': {
    input: { body: {
      slug: string
      name: {
        zh: string
        en: string
      }
      parentId?: string | null
      position?: number
      attributes?: readonly {
        code: string
        kind: 'text' | 'number' | 'choice'
        required: boolean
        name: {
          zh: string
          en: string
        }
        options: readonly {
          code: string
          zh: string
          en: string
        }[]
      }[]
    } }
    answer: {
      id: string
    }
  }
  /** Publish a statement of confidentiality. For staff and keys with `staff.manage`, with an Idempotency-Key. */
  'POST /api/v1/admin/confidentiality': {
    input: { body: {
      body: {
        zh: string
        en: string
      }
    } }
    answer: {
      version: number
    }
  }
  /** See a customer in full, with the reason kept. For staff and keys with `customers.reveal`. */
  'POST /api/v1/admin/customers/{id}/reveal': {
    input: { path: { id: string }; body: {
      reason: string
    } }
    answer: {
      id: string
      name: string
      phone: string | null
      email: string | null
      /** Those that the shop brought itself; a shopper’s own address book is nobody else’s. */
      addresses: readonly {
        name: string
        phone: string
        /** Six digits (GB/T 2260); abroad a country and its area: US-CA, SG. */
        districtCode: string
        street: string
        /** Abroad. */
        city?: string
        /** Abroad. */
        postcode?: string
        label: string
      }[]
      userName: string
    }
  }
  /** Start an export. For staff and keys with `exports.run`, with an Idempotency-Key. */
  'POST /api/v1/admin/exports': {
    input: { body: {
      kind: string
      format: 'csv' | 'xlsx'
      /** The filters of the list as its address has them */
      filter?: Record<string, string>
      /** With the columns that hold personal data; takes a permission of its own and a reason */
      personal?: boolean
      /** Why personal data are asked for */
      reason?: string
    } }
    answer: {
      id: string
      number: string
      kind: string
      label: {
        zh: string
        en: string
      }
      format: 'csv' | 'xlsx'
      filter: Record<string, string>
      personal: boolean
      status: 'waiting' | 'running' | 'finished' | 'failed' | 'expired'
      /** Rows written so far */
      rows: number
      bytes: number
      downloadable: boolean
      /** Kept back until somebody else agrees that so many people’s data leave */
      waitsForSecond: boolean
      agreedBy: string | null
      /** Whether the caller asked for it */
      own: boolean
      problem: string | null
      actor: string
      createdAt: string
      finishedAt: string | null
      expiresAt: string | null
    }
  }
  /** Agree to an export with many people’s data. For staff and keys with `exports.run`, with an Idempotency-Key. */
  'POST /api/v1/admin/exports/{id}/agree': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      kind: string
      label: {
        zh: string
        en: string
      }
      format: 'csv' | 'xlsx'
      filter: Record<string, string>
      personal: boolean
      status: 'waiting' | 'running' | 'finished' | 'failed' | 'expired'
      /** Rows written so far */
      rows: number
      bytes: number
      downloadable: boolean
      /** Kept back until somebody else agrees that so many people’s data leave */
      waitsForSecond: boolean
      agreedBy: string | null
      /** Whether the caller asked for it */
      own: boolean
      problem: string | null
      actor: string
      createdAt: string
      finishedAt: string | null
      expiresAt: string | null
    }
  }
  /** Create a freight rule. For staff and keys with `freight.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/freight-rules': {
    input: { body: {
      carrier: string
      name: string
      /** Provinces, cities and districts by their digits; abroad countries and their areas: US, US-HI. */
      provinces: readonly string[]
      /** Provinces, cities and districts by their digits; abroad countries and their areas: US, US-HI. */
      excluded?: readonly string[]
      surcharge?: {
        minor: number
        currency: string
      }
      reachable: boolean
      firstGrams: number
      firstFee: {
        minor: number
        currency: string
      }
      stepGrams: number
      stepFee: {
        minor: number
        currency: string
      }
      freeFrom: {
        minor: number
        currency: string
      } | null
      priority: number
    } }
    answer: {
      id: string
    }
  }
  /** Examine the house now. For staff and keys with `audit.read`. */
  'POST /api/v1/admin/health/examine': {
    input: Record<never, never>
    answer: {
      at: string | null
      checks: readonly {
        id: string
        says: {
          zh: string
          en: string
        }
        remedy: {
          zh: string
          en: string
        }
        rows: number
        broken: number
        violations: readonly {
          subject: string
          found: Record<string, unknown>
        }[]
      }[]
    }
  }
  /** Start an import. For staff and keys with `imports.run`, with an Idempotency-Key. */
  'POST /api/v1/admin/imports': {
    input: { body: {
      kind: string
      fileId: string
      /** A layout; empty for our own, nothing for the one that knows the heads */
      dialect?: string
      columns?: Record<string, string | null>
      options?: {
        unknownCategory?: 'create' | 'report'
        listing?: 'as_in_file' | 'draft'
        /** Address of the folder in which pictures lie that a file names by their place only */
        pictureBase?: string
      }
      dryRun: boolean
    } }
    answer: {
      id: string
      number: string
      kind: string
      fileId: string
      fileName: string
      dryRun: boolean
      status: 'waiting' | 'running' | 'finished' | 'failed' | 'cancelled'
      /** Rows of the sheet */
      total: number
      /** Rows done so far */
      done: number
      created: number
      updated: number
      unchanged: number
      /** Rows with something wrong */
      failed: number
      picturesWaiting: number
      dialect: string | null
      /** Field → head of the column it is read from */
      columns: Record<string, string>
      options: {
        unknownCategory?: 'create' | 'report'
        listing?: 'as_in_file' | 'draft'
        /** Address of the folder in which pictures lie that a file names by their place only */
        pictureBase?: string
      }
      error: string | null
      problem: string | null
      actor: string
      createdAt: string
      finishedAt: string | null
    }
  }
  /** Upload a file. For staff and keys with `imports.run`. */
  'POST /api/v1/admin/imports/files': {
    input: { query?: { kind?: string }; body: FormData }
    answer: {
      fileId: string
      fileName: string
      /** csv, xlsx or xml */
      format: string
      encoding: string
      rows: number
      heads: readonly string[]
      dialect: string | null
      columns: Record<string, string>
      /** The columns are those the shop chose for such a sheet before */
      remembered: boolean
      looksLike: string | null
      missing: readonly string[]
      sample: readonly {
        row: number
        values: Record<string, string>
      }[]
    }
  }
  /** Preview a file and its columns. For staff and keys with `imports.run`. */
  'POST /api/v1/admin/imports/files/{id}/preview': {
    input: { path: { id: string }; body: {
      kind: string
      /** A layout; empty for our own, nothing for the one that knows the heads */
      dialect?: string
      columns?: Record<string, string | null>
    } }
    answer: {
      fileId: string
      fileName: string
      /** csv, xlsx or xml */
      format: string
      encoding: string
      rows: number
      heads: readonly string[]
      dialect: string | null
      columns: Record<string, string>
      /** The columns are those the shop chose for such a sheet before */
      remembered: boolean
      looksLike: string | null
      missing: readonly string[]
      sample: readonly {
        row: number
        values: Record<string, string>
      }[]
    }
  }
  /** Stop an import. For staff and keys with `imports.run`, with an Idempotency-Key. */
  'POST /api/v1/admin/imports/{id}/cancel': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      kind: string
      fileId: string
      fileName: string
      dryRun: boolean
      status: 'waiting' | 'running' | 'finished' | 'failed' | 'cancelled'
      /** Rows of the sheet */
      total: number
      /** Rows done so far */
      done: number
      created: number
      updated: number
      unchanged: number
      /** Rows with something wrong */
      failed: number
      picturesWaiting: number
      dialect: string | null
      /** Field → head of the column it is read from */
      columns: Record<string, string>
      options: {
        unknownCategory?: 'create' | 'report'
        listing?: 'as_in_file' | 'draft'
        /** Address of the folder in which pictures lie that a file names by their place only */
        pictureBase?: string
      }
      error: string | null
      problem: string | null
      actor: string
      createdAt: string
      finishedAt: string | null
    }
  }
  /** Fetch the pictures of an import. For staff and keys with `imports.run`, with an Idempotency-Key. */
  'POST /api/v1/admin/imports/{id}/pictures/fetch': {
    input: { path: { id: string } }
    answer: {
      waiting: number
    }
  }
  /** Reverse an import. For staff and keys with `imports.run`, with an Idempotency-Key. */
  'POST /api/v1/admin/imports/{id}/reverse': {
    input: { path: { id: string } }
    answer: {
      status: 'waiting' | 'running' | 'finished'
      /** Things to take back */
      total: number
      done: number
      reversed: number
      /** Left as they are, because something happened to them since */
      kept: number
      actor: string
      createdAt: string
      finishedAt: string | null
    }
  }
  /** Take a payment that does not match. For staff and keys with `payments.settle`, with an Idempotency-Key. */
  'POST /api/v1/admin/issues/{id}/accept-payment': {
    input: { path: { id: string }; body: {
      note: string
    } }
    answer: {
      id: string
      orderId: string
      orderNumber: string
      kind: 'payment' | 'review' | 'short' | 'overdue' | 'change' | 'cancellation' | 'refund' | 'refund_failed' | 'return' | 'parcel' | 'manual' | 'job'
      data: Record<string, unknown>
      status: 'open' | 'settled'
      ownerId: string | null
      ownerName: string | null
      resolution: string
      openedAt: string
      settledAt: string | null
      settledBy: string | null
    }
  }
  /** Settle an issue. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/issues/{id}/settle': {
    input: { path: { id: string }; body: {
      resolution: string
    } }
    answer: {
      id: string
      orderId: string
      orderNumber: string
      kind: 'payment' | 'review' | 'short' | 'overdue' | 'change' | 'cancellation' | 'refund' | 'refund_failed' | 'return' | 'parcel' | 'manual' | 'job'
      data: Record<string, unknown>
      status: 'open' | 'settled'
      ownerId: string | null
      ownerName: string | null
      resolution: string
      openedAt: string
      settledAt: string | null
      settledBy: string | null
    }
  }
  /** Take an issue. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/issues/{id}/take': {
    input: { path: { id: string }; body: {
      takeOver?: boolean
    } }
    answer: {
      id: string
      orderId: string
      orderNumber: string
      kind: 'payment' | 'review' | 'short' | 'overdue' | 'change' | 'cancellation' | 'refund' | 'refund_failed' | 'return' | 'parcel' | 'manual' | 'job'
      data: Record<string, unknown>
      status: 'open' | 'settled'
      ownerId: string | null
      ownerName: string | null
      resolution: string
      openedAt: string
      settledAt: string | null
      settledBy: string | null
    }
  }
  /** Throw jobs away. For staff and keys with `jobs.manage`. */
  'POST /api/v1/admin/jobs/discard': {
    input: { body: {
      ids: readonly string[]
      reason: string
    } }
    answer: {
      discarded: number
    }
  }
  /** Run jobs again. For staff and keys with `jobs.manage`. */
  'POST /api/v1/admin/jobs/revive': {
    input: { body: {
      ids: readonly string[]
    } }
    answer: {
      revived: number
    }
  }
  /** Cancel a plan. For staff and keys with `products.read`. */
  'POST /api/v1/admin/listing-plans/{id}/cancel': {
    input: { path: { id: string } }
    answer: Record<string, never>
  }
  /** Block a lot. For staff and keys with `stock.adjust`, with an Idempotency-Key. */
  'POST /api/v1/admin/lots/{id}/block': {
    input: { path: { id: string }; body: {
      reason: string
    } }
    answer: Record<string, never>
  }
  /** Unblock a lot. For staff and keys with `stock.adjust`, with an Idempotency-Key. */
  'POST /api/v1/admin/lots/{id}/unblock': {
    input: { path: { id: string }; body: {
      reason: string
    } }
    answer: Record<string, never>
  }
  /** Add an authenticator. For anybody. */
  'POST /api/v1/admin/me/authenticator': {
    input: Record<never, never>
    answer: {
      secret: string
      uri: string
    }
  }
  /** Confirm an authenticator. For anybody. */
  'POST /api/v1/admin/me/authenticator/confirm': {
    input: { body: {
      code: string
    } }
    answer: {
      recoveryCodes: readonly string[]
    }
  }
  /** Confirm the statement of confidentiality. For anybody. */
  'POST /api/v1/admin/me/confidentiality': {
    input: { body: {
      version: number
    } }
    answer: Record<string, never>
  }
  /** Add a passkey. For anybody. */
  'POST /api/v1/admin/me/passkeys': {
    input: { body: {
      label: string
      id: string
      clientDataJSON: string
      attestationObject: string
      transports: readonly string[]
    } }
    answer: {
      recoveryCodes: readonly string[]
    }
  }
  /** Begin to add a passkey. For anybody. */
  'POST /api/v1/admin/me/passkeys/options': {
    input: Record<never, never>
    answer: {
      options: unknown
    }
  }
  /** Remove a passkey. For anybody. */
  'POST /api/v1/admin/me/passkeys/{id}/remove': {
    input: { path: { id: string }; body: {
      current: string
    } }
    answer: Record<string, never>
  }
  /** Remove a second factor. For anybody. */
  'POST /api/v1/admin/me/second-factors/remove': {
    input: { body: {
      code: string
    } }
    answer: Record<string, never>
  }
  /** End one’s own sessions. For anybody. */
  'POST /api/v1/admin/me/sessions/end': {
    input: { body: {
      /** Without it all but the one that asks end. */
      session?: string
    } }
    answer: {
      ended: number
    }
  }
  /** Send messages again. For staff and keys with `jobs.manage`. */
  'POST /api/v1/admin/messages/retry': {
    input: { body: {
      ids: readonly string[]
    } }
    answer: {
      retried: number
    }
  }
  /** Settle a notice. For staff and keys with `notices.read`. */
  'POST /api/v1/admin/notices/{id}/settle': {
    input: { path: { id: string } }
    answer: Record<string, never>
  }
  /** Add a rule. For staff and keys with `orders.rules`, with an Idempotency-Key. */
  'POST /api/v1/admin/order-rules': {
    input: { body: {
      name: string
      enabled: boolean
      conditions: readonly ({
        field: 'amount' | 'weight' | 'pieces' | 'level' | 'refunds' | 'time'
        from: number | null
        to: number | null
      } | {
        field: 'sku' | 'product' | 'category' | 'brand' | 'tag' | 'region' | 'buyer' | 'words' | 'message' | 'payment' | 'channel' | 'weekday'
        any: readonly string[]
        /** None of them, instead of one at least */
        not: boolean
      })[]
      action: {
        kind: 'warehouse'
        warehouseId: string
      } | {
        kind: 'review'
        decision: 'approve' | 'ask' | 'hold'
        reason: string
      } | {
        kind: 'gift'
        sku: string
        quantity: number
        stop: boolean
      } | {
        kind: 'carrier'
        carrier: string
      } | {
        kind: 'merging'
        decision: 'merge' | 'leave'
        withinHours: number
      }
    } }
    answer: {
      id: string
      name: string
      enabled: boolean
      conditions: readonly ({
        field: 'amount' | 'weight' | 'pieces' | 'level' | 'refunds' | 'time'
        from: number | null
        to: number | null
      } | {
        field: 'sku' | 'product' | 'category' | 'brand' | 'tag' | 'region' | 'buyer' | 'words' | 'message' | 'payment' | 'channel' | 'weekday'
        any: readonly string[]
        /** None of them, instead of one at least */
        not: boolean
      })[]
      action: {
        kind: 'warehouse'
        warehouseId: string
      } | {
        kind: 'review'
        decision: 'approve' | 'ask' | 'hold'
        reason: string
      } | {
        kind: 'gift'
        sku: string
        quantity: number
        stop: boolean
      } | {
        kind: 'carrier'
        carrier: string
      } | {
        kind: 'merging'
        decision: 'merge' | 'leave'
        withinHours: number
      }
    }
  }
  /** Try what the rules say of an order. For staff and keys with `orders.rules`. */
  'POST /api/v1/admin/order-rules/try': {
    input: { body: {
      number?: string
      madeUp?: {
        amountMinor: number
        districtCode: string
        goods: readonly {
          sku: string
          quantity: number
        }[]
        words: string
        payment: string
        isFirst: boolean
      }
    } }
    answer: readonly {
      rule: {
        id: string
        name: string
        enabled: boolean
        conditions: readonly ({
          field: 'amount' | 'weight' | 'pieces' | 'level' | 'refunds' | 'time'
          from: number | null
          to: number | null
        } | {
          field: 'sku' | 'product' | 'category' | 'brand' | 'tag' | 'region' | 'buyer' | 'words' | 'message' | 'payment' | 'channel' | 'weekday'
          any: readonly string[]
          /** None of them, instead of one at least */
          not: boolean
        })[]
        action: {
          kind: 'warehouse'
          warehouseId: string
        } | {
          kind: 'review'
          decision: 'approve' | 'ask' | 'hold'
          reason: string
        } | {
          kind: 'gift'
          sku: string
          quantity: number
          stop: boolean
        } | {
          kind: 'carrier'
          carrier: string
        } | {
          kind: 'merging'
          decision: 'merge' | 'leave'
          withinHours: number
        }
      }
      judged: readonly {
        condition: {
          field: 'amount' | 'weight' | 'pieces' | 'level' | 'refunds' | 'time'
          from: number | null
          to: number | null
        } | {
          field: 'sku' | 'product' | 'category' | 'brand' | 'tag' | 'region' | 'buyer' | 'words' | 'message' | 'payment' | 'channel' | 'weekday'
          any: readonly string[]
          /** None of them, instead of one at least */
          not: boolean
        }
        holds: boolean
        actual: number | readonly string[]
      }[]
      meets: boolean
      decides: boolean
    }[]
  }
  /** How many of the last 200 orders conditions would have met. For staff and keys with `orders.rules`. */
  'POST /api/v1/admin/order-rules/would-have-met': {
    input: { body: {
      conditions: readonly ({
        field: 'amount' | 'weight' | 'pieces' | 'level' | 'refunds' | 'time'
        from: number | null
        to: number | null
      } | {
        field: 'sku' | 'product' | 'category' | 'brand' | 'tag' | 'region' | 'buyer' | 'words' | 'message' | 'payment' | 'channel' | 'weekday'
        any: readonly string[]
        /** None of them, instead of one at least */
        not: boolean
      })[]
    } }
    answer: {
      /** The last paid orders, at most 200 */
      asked: number
      met: readonly {
        id: string
        number: string
      }[]
    }
  }
  /** Make a tag. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/order-tags': {
    input: { body: {
      name: string
      color: 'red' | 'amber' | 'green' | 'blue' | 'purple'
    } }
    answer: {
      id: string
      name: string
      color: 'red' | 'amber' | 'green' | 'blue' | 'purple'
    }
  }
  /** Cancel an order. For staff and keys with `orders.cancel`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/cancel': {
    input: { path: { id: string }; body: {
      reason: string
    } }
    answer: {
      id: string
      number: string
      status: 'open' | 'cancelled' | 'completed'
      review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
      payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
      fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
      afterSales: 'none' | 'settled' | 'open'
      headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      /** The buyer pays the courier, or has done so. */
      cashOnDelivery: boolean
      waived: {
        minor: number
        currency: string
      }
      reductionName: string | null
      carrier: string
      memo: string
      invoiceWish: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      } | null
      requests: readonly {
        kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        text: string
        by: string
        at: string
      }[]
      cancelReason: string | null
      placedAt: string
      payBy: string
      paidAt: string | null
      dispatchBy: string | null
      restBy: string | null
      arrivesFrom: string | null
      arrivesTo: string | null
      releasedAt: string | null
      shippedAt: string | null
      deliveredAt: string | null
      receivedAt: string | null
      receiveBy: string | null
      completedAt: string | null
      customerId: string
      districtCode: string
      reviewReasons: readonly string[]
      promiseAlarm: string | null
      shipmentId: string | null
      releaseFrom: string | null
      checkedAt: string | null
      carrierWhy: {
        code: 'asked' | 'choice' | 'first_rule'
        choice: string | null
        rejected: readonly {
          carrier: string
          name: {
            zh: string
            en: string
          }
          reason: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred'
          fee: {
            minor: number
            currency: string
          } | null
        }[]
      } | null
      version: number
    }
  }
  /** Send by another carrier. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/carrier': {
    input: { path: { id: string }; body: {
      carrier: string
    } }
    answer: {
      id: string
      number: string
      status: 'open' | 'cancelled' | 'completed'
      review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
      payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
      fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
      afterSales: 'none' | 'settled' | 'open'
      headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      /** The buyer pays the courier, or has done so. */
      cashOnDelivery: boolean
      waived: {
        minor: number
        currency: string
      }
      reductionName: string | null
      carrier: string
      memo: string
      invoiceWish: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      } | null
      requests: readonly {
        kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        text: string
        by: string
        at: string
      }[]
      cancelReason: string | null
      placedAt: string
      payBy: string
      paidAt: string | null
      dispatchBy: string | null
      restBy: string | null
      arrivesFrom: string | null
      arrivesTo: string | null
      releasedAt: string | null
      shippedAt: string | null
      deliveredAt: string | null
      receivedAt: string | null
      receiveBy: string | null
      completedAt: string | null
      customerId: string
      districtCode: string
      reviewReasons: readonly string[]
      promiseAlarm: string | null
      shipmentId: string | null
      releaseFrom: string | null
      checkedAt: string | null
      carrierWhy: {
        code: 'asked' | 'choice' | 'first_rule'
        choice: string | null
        rejected: readonly {
          carrier: string
          name: {
            zh: string
            en: string
          }
          reason: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred'
          fee: {
            minor: number
            currency: string
          } | null
        }[]
      } | null
      version: number
    }
  }
  /** Record a check of an order. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/checks': {
    input: { path: { id: string }; body: {
      items: readonly ('goods' | 'quantity' | 'address' | 'contact' | 'payment' | 'recipient')[]
      note?: string
    } }
    answer: readonly {
      item: 'goods' | 'quantity' | 'address' | 'contact' | 'payment' | 'recipient'
      note: string
      at: string
      by: string
    }[]
  }
  /** Say something to colleagues. For staff and keys with `orders.read`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/comments': {
    input: { path: { id: string }; body: {
      words: string
      /** Colleagues who shall read it */
      mentions?: readonly string[]
    } }
    answer: {
      id: string
      words: string
      mentions: readonly {
        id: string
        name: string
      }[]
      at: string
      by: string
    }
  }
  /** Record that the buyer confirmed. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/confirmation': {
    input: { path: { id: string }; body: {
      outcome: 'confirmed' | 'declined'
      note?: string
    } }
    answer: {
      way: 'email' | 'call'
      reason: string
      status: 'to_call' | 'sent' | 'confirmed' | 'declined'
      note: string
      createdAt: string
      settledAt: string | null
      settledBy: string | null
    }
  }
  /** Record a contact with the buyer. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/contacts': {
    input: { path: { id: string }; body: {
      way: 'call' | 'message' | 'email' | 'visit'
      outcome: 'agreed' | 'reached' | 'no_answer' | 'wrong_number' | 'refused'
      note?: string
      nextDueAt?: string
      /** Agreed with the buyer: the goods do not leave before. */
      deliverFrom?: string
    } }
    answer: {
      id: string
      way: 'call' | 'message' | 'email' | 'visit'
      outcome: 'agreed' | 'reached' | 'no_answer' | 'wrong_number' | 'refused'
      note: string
      nextDueAt: string | null
      at: string
      by: string
    }
  }
  /** Stop an order in the warehouse. For staff and keys with `orders.review`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/intercept': {
    input: { path: { id: string }; body: {
      reason: string
    } }
    answer: {
      id: string
      number: string
      status: 'open' | 'cancelled' | 'completed'
      review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
      payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
      fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
      afterSales: 'none' | 'settled' | 'open'
      headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      /** The buyer pays the courier, or has done so. */
      cashOnDelivery: boolean
      waived: {
        minor: number
        currency: string
      }
      reductionName: string | null
      carrier: string
      memo: string
      invoiceWish: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      } | null
      requests: readonly {
        kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        text: string
        by: string
        at: string
      }[]
      cancelReason: string | null
      placedAt: string
      payBy: string
      paidAt: string | null
      dispatchBy: string | null
      restBy: string | null
      arrivesFrom: string | null
      arrivesTo: string | null
      releasedAt: string | null
      shippedAt: string | null
      deliveredAt: string | null
      receivedAt: string | null
      receiveBy: string | null
      completedAt: string | null
      customerId: string
      districtCode: string
      reviewReasons: readonly string[]
      promiseAlarm: string | null
      shipmentId: string | null
      releaseFrom: string | null
      checkedAt: string | null
      carrierWhy: {
        code: 'asked' | 'choice' | 'first_rule'
        choice: string | null
        rejected: readonly {
          carrier: string
          name: {
            zh: string
            en: string
          }
          reason: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred'
          fee: {
            minor: number
            currency: string
          } | null
        }[]
      } | null
      version: number
    }
  }
  /** Put an order among the abnormal ones. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/issues': {
    input: { path: { id: string }; body: {
      reason: string
    } }
    answer: unknown
  }
  /** Change the items of an order. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/items': {
    input: { path: { id: string }; body: {
      lines: readonly {
        lineId: string
        variantId?: string
        /** 0 removes the line. */
        quantity: number
      }[]
      reason: string
      acceptDearer?: boolean
    } }
    answer: {
      order: {
        id: string
        number: string
        status: 'open' | 'cancelled' | 'completed'
        review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
        payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
        fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
        afterSales: 'none' | 'settled' | 'open'
        headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
        items: {
          minor: number
          currency: string
        }
        discount: {
          minor: number
          currency: string
        }
        freight: {
          minor: number
          currency: string
        }
        total: {
          minor: number
          currency: string
        }
        refunded: {
          minor: number
          currency: string
        }
        /** The buyer pays the courier, or has done so. */
        cashOnDelivery: boolean
        waived: {
          minor: number
          currency: string
        }
        reductionName: string | null
        carrier: string
        memo: string
        invoiceWish: {
          kind: 'personal' | 'company'
          title: string
          taxNumber?: string
          email?: string
        } | null
        requests: readonly {
          kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
          text: string
          by: string
          at: string
        }[]
        cancelReason: string | null
        placedAt: string
        payBy: string
        paidAt: string | null
        dispatchBy: string | null
        restBy: string | null
        arrivesFrom: string | null
        arrivesTo: string | null
        releasedAt: string | null
        shippedAt: string | null
        deliveredAt: string | null
        receivedAt: string | null
        receiveBy: string | null
        completedAt: string | null
        customerId: string
        districtCode: string
        reviewReasons: readonly string[]
        promiseAlarm: string | null
        shipmentId: string | null
        releaseFrom: string | null
        checkedAt: string | null
        carrierWhy: {
          code: 'asked' | 'choice' | 'first_rule'
          choice: string | null
          rejected: readonly {
            carrier: string
            name: {
              zh: string
              en: string
            }
            reason: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred'
            fee: {
              minor: number
              currency: string
            } | null
          }[]
        } | null
        version: number
      }
      refund: {
        minor: number
        currency: string
      }
      stock: readonly {
        sku: string
        before: number
        after: number
      }[]
    }
  }
  /** Preview a change of items. For staff and keys with `orders.change`. */
  'POST /api/v1/admin/orders/{id}/items/preview': {
    input: { path: { id: string }; body: {
      lines: readonly {
        lineId: string
        variantId?: string
        /** 0 removes the line. */
        quantity: number
      }[]
      reason: string
      acceptDearer?: boolean
    } }
    answer: {
      order: {
        id: string
        number: string
        status: 'open' | 'cancelled' | 'completed'
        review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
        payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
        fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
        afterSales: 'none' | 'settled' | 'open'
        headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
        items: {
          minor: number
          currency: string
        }
        discount: {
          minor: number
          currency: string
        }
        freight: {
          minor: number
          currency: string
        }
        total: {
          minor: number
          currency: string
        }
        refunded: {
          minor: number
          currency: string
        }
        /** The buyer pays the courier, or has done so. */
        cashOnDelivery: boolean
        waived: {
          minor: number
          currency: string
        }
        reductionName: string | null
        carrier: string
        memo: string
        invoiceWish: {
          kind: 'personal' | 'company'
          title: string
          taxNumber?: string
          email?: string
        } | null
        requests: readonly {
          kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
          text: string
          by: string
          at: string
        }[]
        cancelReason: string | null
        placedAt: string
        payBy: string
        paidAt: string | null
        dispatchBy: string | null
        restBy: string | null
        arrivesFrom: string | null
        arrivesTo: string | null
        releasedAt: string | null
        shippedAt: string | null
        deliveredAt: string | null
        receivedAt: string | null
        receiveBy: string | null
        completedAt: string | null
        customerId: string
        districtCode: string
        reviewReasons: readonly string[]
        promiseAlarm: string | null
        shipmentId: string | null
        releaseFrom: string | null
        checkedAt: string | null
        carrierWhy: {
          code: 'asked' | 'choice' | 'first_rule'
          choice: string | null
          rejected: readonly {
            carrier: string
            name: {
              zh: string
              en: string
            }
            reason: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred'
            fee: {
              minor: number
              currency: string
            } | null
          }[]
        } | null
        version: number
      }
      refund: {
        minor: number
        currency: string
      }
      stock: readonly {
        sku: string
        before: number
        after: number
      }[]
    }
  }
  /** Let everything leave in one box again. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/join': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      status: 'open' | 'cancelled' | 'completed'
      review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
      payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
      fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
      afterSales: 'none' | 'settled' | 'open'
      headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      /** The buyer pays the courier, or has done so. */
      cashOnDelivery: boolean
      waived: {
        minor: number
        currency: string
      }
      reductionName: string | null
      carrier: string
      memo: string
      invoiceWish: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      } | null
      requests: readonly {
        kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        text: string
        by: string
        at: string
      }[]
      cancelReason: string | null
      placedAt: string
      payBy: string
      paidAt: string | null
      dispatchBy: string | null
      restBy: string | null
      arrivesFrom: string | null
      arrivesTo: string | null
      releasedAt: string | null
      shippedAt: string | null
      deliveredAt: string | null
      receivedAt: string | null
      receiveBy: string | null
      completedAt: string | null
      customerId: string
      districtCode: string
      reviewReasons: readonly string[]
      promiseAlarm: string | null
      shipmentId: string | null
      releaseFrom: string | null
      checkedAt: string | null
      carrierWhy: {
        code: 'asked' | 'choice' | 'first_rule'
        choice: string | null
        rejected: readonly {
          carrier: string
          name: {
            zh: string
            en: string
          }
          reason: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred'
          fee: {
            minor: number
            currency: string
          } | null
        }[]
      } | null
      version: number
    }
  }
  /** Merge orders of one address. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/merge': {
    input: { path: { id: string }; body: {
      orderIds: readonly string[]
    } }
    answer: {
      rows: readonly {
        id: string
        number: string
        status: 'open' | 'cancelled' | 'completed'
        review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
        payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
        fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
        afterSales: 'none' | 'settled' | 'open'
        headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
        items: {
          minor: number
          currency: string
        }
        discount: {
          minor: number
          currency: string
        }
        freight: {
          minor: number
          currency: string
        }
        total: {
          minor: number
          currency: string
        }
        refunded: {
          minor: number
          currency: string
        }
        /** The buyer pays the courier, or has done so. */
        cashOnDelivery: boolean
        waived: {
          minor: number
          currency: string
        }
        reductionName: string | null
        carrier: string
        memo: string
        invoiceWish: {
          kind: 'personal' | 'company'
          title: string
          taxNumber?: string
          email?: string
        } | null
        requests: readonly {
          kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
          text: string
          by: string
          at: string
        }[]
        cancelReason: string | null
        placedAt: string
        payBy: string
        paidAt: string | null
        dispatchBy: string | null
        restBy: string | null
        arrivesFrom: string | null
        arrivesTo: string | null
        releasedAt: string | null
        shippedAt: string | null
        deliveredAt: string | null
        receivedAt: string | null
        receiveBy: string | null
        completedAt: string | null
        customerId: string
        districtCode: string
        reviewReasons: readonly string[]
        promiseAlarm: string | null
        shipmentId: string | null
        releaseFrom: string | null
        checkedAt: string | null
        carrierWhy: {
          code: 'asked' | 'choice' | 'first_rule'
          choice: string | null
          rejected: readonly {
            carrier: string
            name: {
              zh: string
              en: string
            }
            reason: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred'
            fee: {
              minor: number
              currency: string
            } | null
          }[]
        } | null
        version: number
      }[]
    }
  }
  /** Record a question for the buyer. For staff and keys with `aftersales.decide`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/parcel-questions': {
    input: { path: { id: string }; body: {
      question?: string
    } }
    answer: {
      id: string
      orderId: string
      orderNumber: string
      kind: 'inquiry' | 'reminder'
      status: 'open' | 'answered'
      askedBy: 'buyer' | 'staff'
      question: string
      dispatchBy: string | null
      promiseBroken: boolean
      answer: string | null
      answeredBy: string | null
      askedAt: string
      answeredAt: string | null
    }
  }
  /** Send what is there; the rest follows. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/part': {
    input: { path: { id: string }; body: {
      /** Until when the rest is promised */
      restBy?: string
    } }
    answer: {
      before: readonly {
        box: number
        warehouseId: string
        lines: readonly {
          lineId: string
          quantity: number
        }[]
      }[]
      after: readonly {
        box: number
        warehouseId: string
        lines: readonly {
          lineId: string
          quantity: number
        }[]
      }[]
      waiting: readonly {
        lineId: string
        quantity: number
      }[]
      restBy: string | null
      freight: {
        minor: number
        currency: string
      } | null
    }
  }
  /** What sending a part would come to. For staff and keys with `orders.change`. */
  'POST /api/v1/admin/orders/{id}/part-preview': {
    input: { path: { id: string }; body: {
      /** Until when the rest is promised */
      restBy?: string
    } }
    answer: {
      before: readonly {
        box: number
        warehouseId: string
        lines: readonly {
          lineId: string
          quantity: number
        }[]
      }[]
      after: readonly {
        box: number
        warehouseId: string
        lines: readonly {
          lineId: string
          quantity: number
        }[]
      }[]
      waiting: readonly {
        lineId: string
        quantity: number
      }[]
      restBy: string | null
      freight: {
        minor: number
        currency: string
      } | null
    }
  }
  /** Lower the price of an unpaid order. For staff and keys with `orders.bargain`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/price': {
    input: { path: { id: string }; body: {
      goods: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      reason: string
    } }
    answer: {
      id: string
      number: string
      status: 'open' | 'cancelled' | 'completed'
      review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
      payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
      fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
      afterSales: 'none' | 'settled' | 'open'
      headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      /** The buyer pays the courier, or has done so. */
      cashOnDelivery: boolean
      waived: {
        minor: number
        currency: string
      }
      reductionName: string | null
      carrier: string
      memo: string
      invoiceWish: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      } | null
      requests: readonly {
        kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        text: string
        by: string
        at: string
      }[]
      cancelReason: string | null
      placedAt: string
      payBy: string
      paidAt: string | null
      dispatchBy: string | null
      restBy: string | null
      arrivesFrom: string | null
      arrivesTo: string | null
      releasedAt: string | null
      shippedAt: string | null
      deliveredAt: string | null
      receivedAt: string | null
      receiveBy: string | null
      completedAt: string | null
      customerId: string
      districtCode: string
      reviewReasons: readonly string[]
      promiseAlarm: string | null
      shipmentId: string | null
      releaseFrom: string | null
      checkedAt: string | null
      carrierWhy: {
        code: 'asked' | 'choice' | 'first_rule'
        choice: string | null
        rejected: readonly {
          carrier: string
          name: {
            zh: string
            en: string
          }
          reason: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred'
          fee: {
            minor: number
            currency: string
          } | null
        }[]
      } | null
      version: number
    }
  }
  /** Preview a change of the recipient. For staff and keys with `orders.change`. */
  'POST /api/v1/admin/orders/{id}/recipient/preview': {
    input: { path: { id: string }; body: {
      recipient: {
        name: string
        phone: string
        districtCode: string
        street: string
        /** Abroad. */
        city?: string
        /** Abroad. */
        postcode?: string
      }
      carrier?: string
      acceptFreight?: boolean
    } }
    answer: {
      order: {
        id: string
        number: string
        status: 'open' | 'cancelled' | 'completed'
        review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
        payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
        fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
        afterSales: 'none' | 'settled' | 'open'
        headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
        items: {
          minor: number
          currency: string
        }
        discount: {
          minor: number
          currency: string
        }
        freight: {
          minor: number
          currency: string
        }
        total: {
          minor: number
          currency: string
        }
        refunded: {
          minor: number
          currency: string
        }
        /** The buyer pays the courier, or has done so. */
        cashOnDelivery: boolean
        waived: {
          minor: number
          currency: string
        }
        reductionName: string | null
        carrier: string
        memo: string
        invoiceWish: {
          kind: 'personal' | 'company'
          title: string
          taxNumber?: string
          email?: string
        } | null
        requests: readonly {
          kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
          text: string
          by: string
          at: string
        }[]
        cancelReason: string | null
        placedAt: string
        payBy: string
        paidAt: string | null
        dispatchBy: string | null
        restBy: string | null
        arrivesFrom: string | null
        arrivesTo: string | null
        releasedAt: string | null
        shippedAt: string | null
        deliveredAt: string | null
        receivedAt: string | null
        receiveBy: string | null
        completedAt: string | null
        customerId: string
        districtCode: string
        reviewReasons: readonly string[]
        promiseAlarm: string | null
        shipmentId: string | null
        releaseFrom: string | null
        checkedAt: string | null
        carrierWhy: {
          code: 'asked' | 'choice' | 'first_rule'
          choice: string | null
          rejected: readonly {
            carrier: string
            name: {
              zh: string
              en: string
            }
            reason: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred'
            fee: {
              minor: number
              currency: string
            } | null
          }[]
        } | null
        version: number
      }
      /** Freight to there by the rules of today. */
      freightNow: {
        minor: number
        currency: string
      } | null
    }
  }
  /** Refund what is missing. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/refund-missing': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      status: 'open' | 'cancelled' | 'completed'
      review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
      payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
      fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
      afterSales: 'none' | 'settled' | 'open'
      headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      /** The buyer pays the courier, or has done so. */
      cashOnDelivery: boolean
      waived: {
        minor: number
        currency: string
      }
      reductionName: string | null
      carrier: string
      memo: string
      invoiceWish: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      } | null
      requests: readonly {
        kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        text: string
        by: string
        at: string
      }[]
      cancelReason: string | null
      placedAt: string
      payBy: string
      paidAt: string | null
      dispatchBy: string | null
      restBy: string | null
      arrivesFrom: string | null
      arrivesTo: string | null
      releasedAt: string | null
      shippedAt: string | null
      deliveredAt: string | null
      receivedAt: string | null
      receiveBy: string | null
      completedAt: string | null
      customerId: string
      districtCode: string
      reviewReasons: readonly string[]
      promiseAlarm: string | null
      shipmentId: string | null
      releaseFrom: string | null
      checkedAt: string | null
      carrierWhy: {
        code: 'asked' | 'choice' | 'first_rule'
        choice: string | null
        rejected: readonly {
          carrier: string
          name: {
            zh: string
            en: string
          }
          reason: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred'
          fee: {
            minor: number
            currency: string
          } | null
        }[]
      } | null
      version: number
    }
  }
  /** Refund an amount by hand. For staff and keys with `aftersales.decide`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/refunds': {
    input: { path: { id: string }; body: {
      reason: string
      amount: {
        minor: number
        currency: string
      }
    } }
    answer: {
      id: string
      number: string
      status: 'waiting' | 'approved' | 'declined' | 'sent' | 'failed' | 'succeeded'
      amount: {
        minor: number
        currency: string
      }
      cause: string
      reason: string
      createdAt: string
      succeededAt: string | null
    } | null
  }
  /** Release an order to the warehouse. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/release': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      status: 'open' | 'cancelled' | 'completed'
      review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
      payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
      fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
      afterSales: 'none' | 'settled' | 'open'
      headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      /** The buyer pays the courier, or has done so. */
      cashOnDelivery: boolean
      waived: {
        minor: number
        currency: string
      }
      reductionName: string | null
      carrier: string
      memo: string
      invoiceWish: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      } | null
      requests: readonly {
        kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        text: string
        by: string
        at: string
      }[]
      cancelReason: string | null
      placedAt: string
      payBy: string
      paidAt: string | null
      dispatchBy: string | null
      restBy: string | null
      arrivesFrom: string | null
      arrivesTo: string | null
      releasedAt: string | null
      shippedAt: string | null
      deliveredAt: string | null
      receivedAt: string | null
      receiveBy: string | null
      completedAt: string | null
      customerId: string
      districtCode: string
      reviewReasons: readonly string[]
      promiseAlarm: string | null
      shipmentId: string | null
      releaseFrom: string | null
      checkedAt: string | null
      carrierWhy: {
        code: 'asked' | 'choice' | 'first_rule'
        choice: string | null
        rejected: readonly {
          carrier: string
          name: {
            zh: string
            en: string
          }
          reason: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred'
          fee: {
            minor: number
            currency: string
          } | null
        }[]
      } | null
      version: number
    }
  }
  /** Add a request. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/requests': {
    input: { path: { id: string }; body: {
      kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
      text: string
    } }
    answer: {
      id: string
      number: string
      status: 'open' | 'cancelled' | 'completed'
      review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
      payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
      fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
      afterSales: 'none' | 'settled' | 'open'
      headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      /** The buyer pays the courier, or has done so. */
      cashOnDelivery: boolean
      waived: {
        minor: number
        currency: string
      }
      reductionName: string | null
      carrier: string
      memo: string
      invoiceWish: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      } | null
      requests: readonly {
        kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        text: string
        by: string
        at: string
      }[]
      cancelReason: string | null
      placedAt: string
      payBy: string
      paidAt: string | null
      dispatchBy: string | null
      restBy: string | null
      arrivesFrom: string | null
      arrivesTo: string | null
      releasedAt: string | null
      shippedAt: string | null
      deliveredAt: string | null
      receivedAt: string | null
      receiveBy: string | null
      completedAt: string | null
      customerId: string
      districtCode: string
      reviewReasons: readonly string[]
      promiseAlarm: string | null
      shipmentId: string | null
      releaseFrom: string | null
      checkedAt: string | null
      carrierWhy: {
        code: 'asked' | 'choice' | 'first_rule'
        choice: string | null
        rejected: readonly {
          carrier: string
          name: {
            zh: string
            en: string
          }
          reason: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred'
          fee: {
            minor: number
            currency: string
          } | null
        }[]
      } | null
      version: number
    }
  }
  /** See the whole recipient (logged). For staff and keys with `customers.reveal`. */
  'POST /api/v1/admin/orders/{id}/reveal-recipient': {
    input: { path: { id: string }; body: {
      reason: string
    } }
    answer: {
      name: string
      phone: string
      /** Six digits (GB/T 2260); abroad a country and its area: US-CA, SG. */
      districtCode: string
      street: string
      /** Abroad. */
      city?: string
      /** Abroad. */
      postcode?: string
    }
  }
  /** Review an order. For staff and keys with `orders.review`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/review': {
    input: { path: { id: string }; body: {
      decision: 'approve' | 'hold' | 'resume' | 'reject'
      note?: string
    } }
    answer: {
      id: string
      number: string
      status: 'open' | 'cancelled' | 'completed'
      review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
      payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
      fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
      afterSales: 'none' | 'settled' | 'open'
      headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      /** The buyer pays the courier, or has done so. */
      cashOnDelivery: boolean
      waived: {
        minor: number
        currency: string
      }
      reductionName: string | null
      carrier: string
      memo: string
      invoiceWish: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      } | null
      requests: readonly {
        kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        text: string
        by: string
        at: string
      }[]
      cancelReason: string | null
      placedAt: string
      payBy: string
      paidAt: string | null
      dispatchBy: string | null
      restBy: string | null
      arrivesFrom: string | null
      arrivesTo: string | null
      releasedAt: string | null
      shippedAt: string | null
      deliveredAt: string | null
      receivedAt: string | null
      receiveBy: string | null
      completedAt: string | null
      customerId: string
      districtCode: string
      reviewReasons: readonly string[]
      promiseAlarm: string | null
      shipmentId: string | null
      releaseFrom: string | null
      checkedAt: string | null
      carrierWhy: {
        code: 'asked' | 'choice' | 'first_rule'
        choice: string | null
        rejected: readonly {
          carrier: string
          name: {
            zh: string
            en: string
          }
          reason: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred'
          fee: {
            minor: number
            currency: string
          } | null
        }[]
      } | null
      version: number
    }
  }
  /** Decide about what is missing. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/shortage': {
    input: { path: { id: string }; body: {
      choice: 'wait' | 'replace' | 'refund'
      note?: string
    } }
    answer: {
      id: string
      foundBy: 'pick' | 'count'
      lines: readonly {
        lineId: string
        quantity: number
      }[]
      status: 'open' | 'waiting' | 'settled'
      choice: 'wait' | 'replace' | 'refund' | null
      chosenBy: string | null
      chosenAt: string | null
      note: string
      openedAt: string
    }
  }
  /** Let some lines, or some pieces, leave in a box of their own. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/split': {
    input: { path: { id: string }; body: {
      /** What leaves in a box of its own */
      lines: readonly {
        lineId: string
        /** So many pieces; without it, all of them. */
        quantity?: number
      }[]
    } }
    answer: {
      id: string
      number: string
      status: 'open' | 'cancelled' | 'completed'
      review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
      payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
      fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
      afterSales: 'none' | 'settled' | 'open'
      headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      /** The buyer pays the courier, or has done so. */
      cashOnDelivery: boolean
      waived: {
        minor: number
        currency: string
      }
      reductionName: string | null
      carrier: string
      memo: string
      invoiceWish: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      } | null
      requests: readonly {
        kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        text: string
        by: string
        at: string
      }[]
      cancelReason: string | null
      placedAt: string
      payBy: string
      paidAt: string | null
      dispatchBy: string | null
      restBy: string | null
      arrivesFrom: string | null
      arrivesTo: string | null
      releasedAt: string | null
      shippedAt: string | null
      deliveredAt: string | null
      receivedAt: string | null
      receiveBy: string | null
      completedAt: string | null
      customerId: string
      districtCode: string
      reviewReasons: readonly string[]
      promiseAlarm: string | null
      shipmentId: string | null
      releaseFrom: string | null
      checkedAt: string | null
      carrierWhy: {
        code: 'asked' | 'choice' | 'first_rule'
        choice: string | null
        rejected: readonly {
          carrier: string
          name: {
            zh: string
            en: string
          }
          reason: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred'
          fee: {
            minor: number
            currency: string
          } | null
        }[]
      } | null
      version: number
    }
  }
  /** Ask for a transfer. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/transfers': {
    input: { path: { id: string }; body: {
      fromWarehouseId: string
      toWarehouseId: string
      neededBy: string
      reason: string
      lines: readonly {
        lineId: string
        quantity: number
      }[]
    } }
    answer: {
      id: string
      number: string
      from: {
        id: string
        code: string
        name: {
          zh: string
          en: string
        }
      }
      to: {
        id: string
        code: string
        name: {
          zh: string
          en: string
        }
      }
      orderId: string
      orderNumber: string
      reason: string
      neededBy: string
      status: 'requested' | 'accepted' | 'refused' | 'withdrawn' | 'sent' | 'received' | 'closed'
      keeperName: string | null
      requestedBy: string
      createdAt: string
      endedAt: string | null
      lines: readonly {
        lineId: string
        variantId: string
        sku: string
        name: string
        quantity: number
        sent: number
        received: number
        lost: number
      }[]
    }
  }
  /** Take an approval back. For staff and keys with `orders.review`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/unapprove': {
    input: { path: { id: string }; body: {
      reason: string
    } }
    answer: {
      id: string
      number: string
      status: 'open' | 'cancelled' | 'completed'
      review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
      payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
      fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
      afterSales: 'none' | 'settled' | 'open'
      headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      /** The buyer pays the courier, or has done so. */
      cashOnDelivery: boolean
      waived: {
        minor: number
        currency: string
      }
      reductionName: string | null
      carrier: string
      memo: string
      invoiceWish: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      } | null
      requests: readonly {
        kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        text: string
        by: string
        at: string
      }[]
      cancelReason: string | null
      placedAt: string
      payBy: string
      paidAt: string | null
      dispatchBy: string | null
      restBy: string | null
      arrivesFrom: string | null
      arrivesTo: string | null
      releasedAt: string | null
      shippedAt: string | null
      deliveredAt: string | null
      receivedAt: string | null
      receiveBy: string | null
      completedAt: string | null
      customerId: string
      districtCode: string
      reviewReasons: readonly string[]
      promiseAlarm: string | null
      shipmentId: string | null
      releaseFrom: string | null
      checkedAt: string | null
      carrierWhy: {
        code: 'asked' | 'choice' | 'first_rule'
        choice: string | null
        rejected: readonly {
          carrier: string
          name: {
            zh: string
            en: string
          }
          reason: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred'
          fee: {
            minor: number
            currency: string
          } | null
        }[]
      } | null
      version: number
    }
  }
  /** Undo a merge. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/unmerge': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      status: 'open' | 'cancelled' | 'completed'
      review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
      payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
      fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
      afterSales: 'none' | 'settled' | 'open'
      headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      /** The buyer pays the courier, or has done so. */
      cashOnDelivery: boolean
      waived: {
        minor: number
        currency: string
      }
      reductionName: string | null
      carrier: string
      memo: string
      invoiceWish: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      } | null
      requests: readonly {
        kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        text: string
        by: string
        at: string
      }[]
      cancelReason: string | null
      placedAt: string
      payBy: string
      paidAt: string | null
      dispatchBy: string | null
      restBy: string | null
      arrivesFrom: string | null
      arrivesTo: string | null
      releasedAt: string | null
      shippedAt: string | null
      deliveredAt: string | null
      receivedAt: string | null
      receiveBy: string | null
      completedAt: string | null
      customerId: string
      districtCode: string
      reviewReasons: readonly string[]
      promiseAlarm: string | null
      shipmentId: string | null
      releaseFrom: string | null
      checkedAt: string | null
      carrierWhy: {
        code: 'asked' | 'choice' | 'first_rule'
        choice: string | null
        rejected: readonly {
          carrier: string
          name: {
            zh: string
            en: string
          }
          reason: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred'
          fee: {
            minor: number
            currency: string
          } | null
        }[]
      } | null
      version: number
    }
  }
  /** Send from another warehouse. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/orders/{id}/warehouse': {
    input: { path: { id: string }; body: {
      warehouseId: string
      /** So many pieces of these; without it, everything. */
      lines?: readonly {
        lineId: string
        quantity: number
      }[]
    } }
    answer: {
      id: string
      number: string
      status: 'open' | 'cancelled' | 'completed'
      review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
      payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
      fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
      afterSales: 'none' | 'settled' | 'open'
      headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      /** The buyer pays the courier, or has done so. */
      cashOnDelivery: boolean
      waived: {
        minor: number
        currency: string
      }
      reductionName: string | null
      carrier: string
      memo: string
      invoiceWish: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      } | null
      requests: readonly {
        kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        text: string
        by: string
        at: string
      }[]
      cancelReason: string | null
      placedAt: string
      payBy: string
      paidAt: string | null
      dispatchBy: string | null
      restBy: string | null
      arrivesFrom: string | null
      arrivesTo: string | null
      releasedAt: string | null
      shippedAt: string | null
      deliveredAt: string | null
      receivedAt: string | null
      receiveBy: string | null
      completedAt: string | null
      customerId: string
      districtCode: string
      reviewReasons: readonly string[]
      promiseAlarm: string | null
      shipmentId: string | null
      releaseFrom: string | null
      checkedAt: string | null
      carrierWhy: {
        code: 'asked' | 'choice' | 'first_rule'
        choice: string | null
        rejected: readonly {
          carrier: string
          name: {
            zh: string
            en: string
          }
          reason: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred'
          fee: {
            minor: number
            currency: string
          } | null
        }[]
      } | null
      version: number
    }
  }
  /** Mark notes as printed. For staff and keys with `outbound.read`, with an Idempotency-Key. */
  'POST /api/v1/admin/outbounds/printed': {
    input: { body: {
      ids: readonly string[]
    } }
    answer: Record<string, never>
  }
  /** Answer the buyer. For staff and keys with `aftersales.decide`, with an Idempotency-Key. */
  'POST /api/v1/admin/parcel-questions/{id}/answer': {
    input: { path: { id: string }; body: {
      answer: string
    } }
    answer: {
      id: string
      orderId: string
      orderNumber: string
      kind: 'inquiry' | 'reminder'
      status: 'open' | 'answered'
      askedBy: 'buyer' | 'staff'
      question: string
      dispatchBy: string | null
      promiseBroken: boolean
      answer: string | null
      answeredBy: string | null
      askedAt: string
      answeredAt: string | null
    }
  }
  /** Note a follow-up. For staff and keys with `aftersales.decide`, with an Idempotency-Key. */
  'POST /api/v1/admin/parcel-questions/{id}/notes': {
    input: { path: { id: string }; body: {
      note: string
    } }
    answer: {
      id: string
    }
  }
  /** Scan a parcel at hand-over. For staff and keys with `outbound.hand_over`. */
  'POST /api/v1/admin/pda/hand-over-scans': {
    input: { body: {
      scanId: string
      code: string
      warehouseId: string
      carrier: string
    } }
    answer: {
      accepted: boolean
      code: string | null
      message: string | null
      details: Record<string, unknown>
      view: {
        carrier: string
        waiting: readonly {
          outboundId: string
          number: string
          sourceNumber: string
          status?: 'released' | 'picking' | 'short' | 'picked' | 'packed' | 'weighed' | 'handed_over' | 'cancelled'
          carrier: string
          waybillNumber: string | null
          weightGrams: number | null
          dispatchBy: string
        }[]
      }
    }
  }
  /** Take the next task. For staff and keys with `outbound.pick`. */
  'POST /api/v1/admin/pda/next': {
    input: { body: {
      warehouseId: string
    } }
    answer: {
      outboundId: string
      number: string
      sourceNumber: string
      status: 'released' | 'picking' | 'short' | 'picked' | 'packed' | 'weighed' | 'handed_over' | 'cancelled'
      carrier: string
      dispatchBy: string
      requests: readonly string[]
      picker: string | null
      picks: readonly {
        id: string
        lineId: string
        bin: string
        variantId: string
        sku: string
        barcode: string | null
        name: string
        specification: string
        lot: string
        expiresOn: string | null
        quantity: number
        picked: number
        status: string
      }[]
      current: string | null
      atBin: boolean
      picked: number
      total: number
      waiting: readonly {
        lineId: string
        sku: string
        quantity: number
      }[]
    }
  }
  /** Scan while packing. For staff and keys with `outbound.pack`. */
  'POST /api/v1/admin/pda/outbounds/{id}/pack-scans': {
    input: { path: { id: string }; body: {
      scanId: string
      code: string
      quantity?: number
    } }
    answer: {
      accepted: boolean
      code: string | null
      message: string | null
      details: Record<string, unknown>
      view: {
        outboundId: string
        number: string
        sourceNumber: string
        status: 'released' | 'picking' | 'short' | 'picked' | 'packed' | 'weighed' | 'handed_over' | 'cancelled'
        carrier: string
        requests: readonly string[]
        recipient: {
          name: string
          phone: string
          address: string
        }
        waybillNumber: string | null
        packed: number
        total: number
        goodsComplete: boolean
        expectedGrams: number
        lines: readonly {
          id: string
          variantId: string
          sku: string
          barcode: string | null
          name: string
          specification: string
          quantity: number
          picked: number
          packed: number
          short: number
        }[]
      }
    }
  }
  /** Scan while picking. For staff and keys with `outbound.pick`. */
  'POST /api/v1/admin/pda/outbounds/{id}/pick-scans': {
    input: { path: { id: string }; body: {
      scanId: string
      code: string
      quantity?: number
    } }
    answer: {
      accepted: boolean
      code: string | null
      message: string | null
      details: Record<string, unknown>
      view: {
        outboundId: string
        number: string
        sourceNumber: string
        status: 'released' | 'picking' | 'short' | 'picked' | 'packed' | 'weighed' | 'handed_over' | 'cancelled'
        carrier: string
        dispatchBy: string
        requests: readonly string[]
        picker: string | null
        picks: readonly {
          id: string
          lineId: string
          bin: string
          variantId: string
          sku: string
          barcode: string | null
          name: string
          specification: string
          lot: string
          expiresOn: string | null
          quantity: number
          picked: number
          status: string
        }[]
        current: string | null
        atBin: boolean
        picked: number
        total: number
        waiting: readonly {
          lineId: string
          sku: string
          quantity: number
        }[]
      }
    }
  }
  /** Put goods back. For staff and keys with `outbound.pick`, with an Idempotency-Key. */
  'POST /api/v1/admin/pda/outbounds/{id}/put-back': {
    input: { path: { id: string } }
    answer: Record<string, never>
  }
  /** Confirm the label. For staff and keys with `outbound.pack`. */
  'POST /api/v1/admin/pda/outbounds/{id}/recipient-scans': {
    input: { path: { id: string }; body: {
      scanId: string
      code: string
    } }
    answer: {
      accepted: boolean
      code: string | null
      message: string | null
      details: Record<string, unknown>
      view: {
        outboundId: string
        number: string
        sourceNumber: string
        status: 'released' | 'picking' | 'short' | 'picked' | 'packed' | 'weighed' | 'handed_over' | 'cancelled'
        carrier: string
        requests: readonly string[]
        recipient: {
          name: string
          phone: string
          address: string
        }
        waybillNumber: string | null
        packed: number
        total: number
        goodsComplete: boolean
        expectedGrams: number
        lines: readonly {
          id: string
          variantId: string
          sku: string
          barcode: string | null
          name: string
          specification: string
          quantity: number
          picked: number
          packed: number
          short: number
        }[]
      }
    }
  }
  /** Reject picked goods. For staff and keys with `outbound.pack`. */
  'POST /api/v1/admin/pda/outbounds/{id}/rejects': {
    input: { path: { id: string }; body: {
      scanId: string
      reason: 'missing' | 'damaged' | 'expired'
      lineId: string
      quantity: number
    } }
    answer: {
      accepted: boolean
      code: string | null
      message: string | null
      details: Record<string, unknown>
      view: {
        outboundId: string
        number: string
        sourceNumber: string
        status: 'released' | 'picking' | 'short' | 'picked' | 'packed' | 'weighed' | 'handed_over' | 'cancelled'
        carrier: string
        requests: readonly string[]
        recipient: {
          name: string
          phone: string
          address: string
        }
        waybillNumber: string | null
        packed: number
        total: number
        goodsComplete: boolean
        expectedGrams: number
        lines: readonly {
          id: string
          variantId: string
          sku: string
          barcode: string | null
          name: string
          specification: string
          quantity: number
          picked: number
          packed: number
          short: number
        }[]
      }
    }
  }
  /** Report short. For staff and keys with `outbound.pick`. */
  'POST /api/v1/admin/pda/outbounds/{id}/shorts': {
    input: { path: { id: string }; body: {
      scanId: string
      reason: 'missing' | 'damaged' | 'expired'
      pickId?: string
      lineId?: string
      quantity?: number
    } }
    answer: {
      accepted: boolean
      code: string | null
      message: string | null
      details: Record<string, unknown>
      view: {
        outboundId: string
        number: string
        sourceNumber: string
        status: 'released' | 'picking' | 'short' | 'picked' | 'packed' | 'weighed' | 'handed_over' | 'cancelled'
        carrier: string
        dispatchBy: string
        requests: readonly string[]
        picker: string | null
        picks: readonly {
          id: string
          lineId: string
          bin: string
          variantId: string
          sku: string
          barcode: string | null
          name: string
          specification: string
          lot: string
          expiresOn: string | null
          quantity: number
          picked: number
          status: string
        }[]
        current: string | null
        atBin: boolean
        picked: number
        total: number
        waiting: readonly {
          lineId: string
          sku: string
          quantity: number
        }[]
      }
    }
  }
  /** Start picking. For staff and keys with `outbound.pick`. */
  'POST /api/v1/admin/pda/outbounds/{id}/start': {
    input: { path: { id: string }; body: {
      takeOver?: boolean
    } }
    answer: {
      outboundId: string
      number: string
      sourceNumber: string
      status: 'released' | 'picking' | 'short' | 'picked' | 'packed' | 'weighed' | 'handed_over' | 'cancelled'
      carrier: string
      dispatchBy: string
      requests: readonly string[]
      picker: string | null
      picks: readonly {
        id: string
        lineId: string
        bin: string
        variantId: string
        sku: string
        barcode: string | null
        name: string
        specification: string
        lot: string
        expiresOn: string | null
        quantity: number
        picked: number
        status: string
      }[]
      current: string | null
      atBin: boolean
      picked: number
      total: number
      waiting: readonly {
        lineId: string
        sku: string
        quantity: number
      }[]
    }
  }
  /** Weigh a parcel. For staff and keys with `outbound.pack`. */
  'POST /api/v1/admin/pda/outbounds/{id}/weight': {
    input: { path: { id: string }; body: {
      scanId: string
      weightGrams: number
      postageMinor?: number
      despiteDeviation?: boolean
    } }
    answer: {
      accepted: boolean
      code: string | null
      message: string | null
      details: Record<string, unknown>
      view: {
        outboundId: string
        number: string
        sourceNumber: string
        status: 'released' | 'picking' | 'short' | 'picked' | 'packed' | 'weighed' | 'handed_over' | 'cancelled'
        carrier: string
        requests: readonly string[]
        recipient: {
          name: string
          phone: string
          address: string
        }
        waybillNumber: string | null
        packed: number
        total: number
        goodsComplete: boolean
        expectedGrams: number
        lines: readonly {
          id: string
          variantId: string
          sku: string
          barcode: string | null
          name: string
          specification: string
          quantity: number
          picked: number
          packed: number
          short: number
        }[]
      }
    }
  }
  /** Upload a picture. For staff and keys with `products.write`. */
  'POST /api/v1/admin/pictures': {
    input: { body: FormData }
    answer: {
      id: string
      width: number
      height: number
      sharpness: number | null
      remarks: readonly string[]
    }
  }
  /** Give a waiting picture its file. For staff and keys with `products.write`. */
  'POST /api/v1/admin/pictures/{id}/file': {
    input: { path: { id: string }; body: FormData }
    answer: unknown
  }
  /** Publish a version. For staff and keys with `settings.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/policies': {
    input: { body: {
      kind: 'privacy' | 'terms'
      title: {
        zh: string
        en: string
      }
      body: {
        zh: string
        en: string
      }
      holdsFrom?: string
    } }
    answer: {
      version: number
    }
  }
  /** Approve a price proposal. For staff and keys with `prices.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/price-proposals/{id}/approve': {
    input: { path: { id: string }; body: {
      startsAt?: string
    } }
    answer: {
      id: string
      variantId: string
      from: {
        minor: number
        currency: string
      }
      list: {
        minor: number
        currency: string
      }
      was: {
        minor: number
        currency: string
      } | null
      basis: 'competition' | 'sales' | 'cost' | 'campaign' | 'other'
      reason: string
      startsAt: string
      status: 'proposed' | 'approved' | 'rejected' | 'withdrawn' | 'applied' | 'conflict'
      proposedByName: string
      decidedByName: string | null
      remark: string | null
      createdAt: string
      endedAt: string | null
    }
  }
  /** Reject a price proposal. For staff and keys with `prices.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/price-proposals/{id}/reject': {
    input: { path: { id: string }; body: {
      remark: string
    } }
    answer: {
      id: string
      variantId: string
      from: {
        minor: number
        currency: string
      }
      list: {
        minor: number
        currency: string
      }
      was: {
        minor: number
        currency: string
      } | null
      basis: 'competition' | 'sales' | 'cost' | 'campaign' | 'other'
      reason: string
      startsAt: string
      status: 'proposed' | 'approved' | 'rejected' | 'withdrawn' | 'applied' | 'conflict'
      proposedByName: string
      decidedByName: string | null
      remark: string | null
      createdAt: string
      endedAt: string | null
    }
  }
  /** Withdraw a price proposal. For staff and keys with `prices.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/price-proposals/{id}/withdraw': {
    input: { path: { id: string } }
    answer: {
      id: string
      variantId: string
      from: {
        minor: number
        currency: string
      }
      list: {
        minor: number
        currency: string
      }
      was: {
        minor: number
        currency: string
      } | null
      basis: 'competition' | 'sales' | 'cost' | 'campaign' | 'other'
      reason: string
      startsAt: string
      status: 'proposed' | 'approved' | 'rejected' | 'withdrawn' | 'applied' | 'conflict'
      proposedByName: string
      decidedByName: string | null
      remark: string | null
      createdAt: string
      endedAt: string | null
    }
  }
  /** Change many goods and prices at once. For staff and keys with `products.read`, with an Idempotency-Key. */
  'POST /api/v1/admin/product-batches': {
    input: { body: {
      rows: readonly {
        productId: string
        variantId: string | null
        cells: readonly {
          field: 'nameZh' | 'nameEn' | 'titleZh' | 'titleEn' | 'categoryId' | 'brandId' | 'lifeStage' | 'tags' | 'keywords' | 'sku' | 'barcode' | 'weightGrams' | 'list' | 'was' | 'cost' | string
          from: string | number | readonly string[] | {
            minor: number
            currency: string
          } | {
            zh: string
            en: string
          } | null
          to: string | number | readonly string[] | {
            minor: number
            currency: string
          } | {
            zh: string
            en: string
          } | null
        }[]
      }[]
      /** All or nothing: with one row refused, none is saved */
      whole?: boolean
    } }
    answer: {
      batch: {
        id: string
        madeByName: string
        madeAt: string
        /** Rows */
        saved: number
        unchanged: number
        refused: number
        /** Rows of an undoing in which a later edit stayed */
        kept: number
        undoes: string | null
        undoneBy: string | null
      }
      rows: readonly {
        productId: string
        variantId: string | null
        /** SKU code, or the name of the product */
        label: string
        name: string | null
        status: 'saved' | 'unchanged' | 'refused' | 'held' | 'kept'
        cells: readonly {
          field: 'nameZh' | 'nameEn' | 'titleZh' | 'titleEn' | 'categoryId' | 'brandId' | 'lifeStage' | 'tags' | 'keywords' | 'sku' | 'barcode' | 'weightGrams' | 'list' | 'was' | 'cost' | string
          from: string | number | readonly string[] | {
            minor: number
            currency: string
          } | {
            zh: string
            en: string
          } | null
          to: string | number | readonly string[] | {
            minor: number
            currency: string
          } | {
            zh: string
            en: string
          } | null
        }[]
        kept: readonly {
          field: 'nameZh' | 'nameEn' | 'titleZh' | 'titleEn' | 'categoryId' | 'brandId' | 'lifeStage' | 'tags' | 'keywords' | 'sku' | 'barcode' | 'weightGrams' | 'list' | 'was' | 'cost' | string
          now: string | number | readonly string[] | {
            minor: number
            currency: string
          } | {
            zh: string
            en: string
          } | null
          by: string | null
          at: string | null
        }[]
        field: 'nameZh' | 'nameEn' | 'titleZh' | 'titleEn' | 'categoryId' | 'brandId' | 'lifeStage' | 'tags' | 'keywords' | 'sku' | 'barcode' | 'weightGrams' | 'list' | 'was' | 'cost' | string | null
        code: string | null
        message: string | null
        now: string | number | readonly string[] | {
          minor: number
          currency: string
        } | {
          zh: string
          en: string
        } | null | null
        by: string | null
        at: string | null
      }[]
      /** What the attributes among the cells are */
      attributes: readonly {
        code: string
        kind: 'text' | 'number' | 'choice'
        required: boolean
        name: {
          zh: string
          en: string
        }
        options: readonly {
          code: string
          zh: string
          en: string
        }[]
      }[]
    }
  }
  /** Take a bulk change back. For staff and keys with `products.read`, with an Idempotency-Key. */
  'POST /api/v1/admin/product-batches/{id}/undo': {
    input: { path: { id: string } }
    answer: {
      batch: {
        id: string
        madeByName: string
        madeAt: string
        /** Rows */
        saved: number
        unchanged: number
        refused: number
        /** Rows of an undoing in which a later edit stayed */
        kept: number
        undoes: string | null
        undoneBy: string | null
      }
      rows: readonly {
        productId: string
        variantId: string | null
        /** SKU code, or the name of the product */
        label: string
        name: string | null
        status: 'saved' | 'unchanged' | 'refused' | 'held' | 'kept'
        cells: readonly {
          field: 'nameZh' | 'nameEn' | 'titleZh' | 'titleEn' | 'categoryId' | 'brandId' | 'lifeStage' | 'tags' | 'keywords' | 'sku' | 'barcode' | 'weightGrams' | 'list' | 'was' | 'cost' | string
          from: string | number | readonly string[] | {
            minor: number
            currency: string
          } | {
            zh: string
            en: string
          } | null
          to: string | number | readonly string[] | {
            minor: number
            currency: string
          } | {
            zh: string
            en: string
          } | null
        }[]
        kept: readonly {
          field: 'nameZh' | 'nameEn' | 'titleZh' | 'titleEn' | 'categoryId' | 'brandId' | 'lifeStage' | 'tags' | 'keywords' | 'sku' | 'barcode' | 'weightGrams' | 'list' | 'was' | 'cost' | string
          now: string | number | readonly string[] | {
            minor: number
            currency: string
          } | {
            zh: string
            en: string
          } | null
          by: string | null
          at: string | null
        }[]
        field: 'nameZh' | 'nameEn' | 'titleZh' | 'titleEn' | 'categoryId' | 'brandId' | 'lifeStage' | 'tags' | 'keywords' | 'sku' | 'barcode' | 'weightGrams' | 'list' | 'was' | 'cost' | string | null
        code: string | null
        message: string | null
        now: string | number | readonly string[] | {
          minor: number
          currency: string
        } | {
          zh: string
          en: string
        } | null | null
        by: string | null
        at: string | null
      }[]
      /** What the attributes among the cells are */
      attributes: readonly {
        code: string
        kind: 'text' | 'number' | 'choice'
        required: boolean
        name: {
          zh: string
          en: string
        }
        options: readonly {
          code: string
          zh: string
          en: string
        }[]
      }[]
    }
  }
  /** Finish what is made. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/productions/{id}/finish': {
    input: { path: { id: string }; body: {
      note?: string
    } }
    answer: {
      id: string
      orderId: string
      orderLineId: string
      status: 'waiting' | 'making' | 'made' | 'cancelled'
      makeBy: string
      note: string
      worker: string | null
      startedAt: string | null
      endedAt: string | null
    }
  }
  /** Note on what is made. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/productions/{id}/note': {
    input: { path: { id: string }; body: {
      note?: string
    } }
    answer: {
      id: string
      orderId: string
      orderLineId: string
      status: 'waiting' | 'making' | 'made' | 'cancelled'
      makeBy: string
      note: string
      worker: string | null
      startedAt: string | null
      endedAt: string | null
    }
  }
  /** Begin to make something. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/productions/{id}/start': {
    input: { path: { id: string }; body: {
      note?: string
    } }
    answer: {
      id: string
      orderId: string
      orderLineId: string
      status: 'waiting' | 'making' | 'made' | 'cancelled'
      makeBy: string
      note: string
      worker: string | null
      startedAt: string | null
      endedAt: string | null
    }
  }
  /** Create a product. For staff and keys with `products.write`, with an Idempotency-Key. */
  'POST /api/v1/admin/products': {
    input: { body: {
      texts: {
        zh?: {
          name: string
          title?: string
          description?: string
          sellingPoints?: readonly string[]
          optionNames?: readonly string[]
        }
        en?: {
          name: string
          title?: string
          description?: string
          sellingPoints?: readonly string[]
          optionNames?: readonly string[]
        }
      }
      slug?: string
      kind?: 'goods' | 'service'
      categoryId?: string | null
      brandId?: string | null
      lifeStage?: 'launch' | 'mature' | 'clearance' | null
      tags?: readonly string[]
      keywords?: readonly string[]
      attributes?: Record<string, string | number | {
        zh: string
        en: string
      }>
      flags?: {
        food?: boolean
        perishable?: boolean
        valuableSmall?: boolean
        oversize?: boolean
        nonStandard?: boolean
      }
      licence?: string | null
      warrantyMonths?: number | null
      shelfLifeDays?: number | null
      variants?: readonly {
        id?: string
        sku: string
        barcode?: string | null
        optionValues?: {
          zh?: readonly string[]
          en?: readonly string[]
        }
        weightGrams?: number
        requiresShipping?: boolean
        pictureId?: string | null
        price?: {
          list: {
            minor: number
            currency: string
          }
          was?: {
            minor: number
            currency: string
          } | null
          cost?: {
            minor: number
            currency: string
          } | null
        } | null
      }[]
      pictureIds?: readonly string[]
    } }
    answer: {
      id: string
      slug: string
      status: 'draft' | 'checked' | 'in_review' | 'on_sale' | 'delisted'
      delistedBecause: 'by_hand' | 'out_of_stock' | null
      rejection: string | null
      kind: 'goods' | 'service'
      categoryId: string | null
      brandId: string | null
      lifeStage: 'launch' | 'mature' | 'clearance' | null
      texts: {
        zh?: {
          name: string
          title: string
          description: string
          sellingPoints: readonly string[]
          optionNames: readonly string[]
        }
        en?: {
          name: string
          title: string
          description: string
          sellingPoints: readonly string[]
          optionNames: readonly string[]
        }
      }
      tags: readonly string[]
      keywords: readonly string[]
      attributes: Record<string, string | number | {
        zh: string
        en: string
      }>
      flags: {
        food: boolean
        perishable: boolean
        valuableSmall: boolean
        oversize: boolean
        nonStandard: boolean
      }
      licence: string | null
      warrantyMonths: number | null
      shelfLifeDays: number | null
      variants: readonly {
        id: string
        sku: string
        barcode: string | null
        status: 'active' | 'retired'
        optionValues: {
          zh: readonly string[]
          en: readonly string[]
        }
        weightGrams: number
        requiresShipping: boolean
        pictureId: string | null
        price: {
          list: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
          cost: {
            minor: number
            currency: string
          } | null
        } | null
      }[]
      pictures: readonly {
        id: string
        alt: {
          zh: string
          en: string
        }
        width: number
        height: number
        sharpness: number | null
        sourceUrl: string | null
        /** Known by its address only: no file yet */
        waits: boolean
        /** The scene it shows, where it is so marked */
        scene: string
        /** The pain point it shows solved */
        painPoint: string
      }[]
      source: string | null
      sourceKey: string | null
      version: number
      createdAt: string
      updatedAt: string
      onSaleAt: string | null
      listBy?: string | null
      /** What may be done with the listing now */
      steps: readonly string[]
      findings: readonly {
        field: string
        code: string
        message: string
        blocking: boolean
      }[]
    }
  }
  /** Approve a listing: it goes on sale. For staff and keys with `products.review`, with an Idempotency-Key. */
  'POST /api/v1/admin/products/{id}/approve': {
    input: { path: { id: string } }
    answer: {
      id: string
      slug: string
      status: 'draft' | 'checked' | 'in_review' | 'on_sale' | 'delisted'
      delistedBecause: 'by_hand' | 'out_of_stock' | null
      rejection: string | null
      kind: 'goods' | 'service'
      categoryId: string | null
      brandId: string | null
      lifeStage: 'launch' | 'mature' | 'clearance' | null
      texts: {
        zh?: {
          name: string
          title: string
          description: string
          sellingPoints: readonly string[]
          optionNames: readonly string[]
        }
        en?: {
          name: string
          title: string
          description: string
          sellingPoints: readonly string[]
          optionNames: readonly string[]
        }
      }
      tags: readonly string[]
      keywords: readonly string[]
      attributes: Record<string, string | number | {
        zh: string
        en: string
      }>
      flags: {
        food: boolean
        perishable: boolean
        valuableSmall: boolean
        oversize: boolean
        nonStandard: boolean
      }
      licence: string | null
      warrantyMonths: number | null
      shelfLifeDays: number | null
      variants: readonly {
        id: string
        sku: string
        barcode: string | null
        status: 'active' | 'retired'
        optionValues: {
          zh: readonly string[]
          en: readonly string[]
        }
        weightGrams: number
        requiresShipping: boolean
        pictureId: string | null
        price: {
          list: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
          cost: {
            minor: number
            currency: string
          } | null
        } | null
      }[]
      pictures: readonly {
        id: string
        alt: {
          zh: string
          en: string
        }
        width: number
        height: number
        sharpness: number | null
        sourceUrl: string | null
        /** Known by its address only: no file yet */
        waits: boolean
        /** The scene it shows, where it is so marked */
        scene: string
        /** The pain point it shows solved */
        painPoint: string
      }[]
      source: string | null
      sourceKey: string | null
      version: number
      createdAt: string
      updatedAt: string
      onSaleAt: string | null
      listBy?: string | null
      /** What may be done with the listing now */
      steps: readonly string[]
      findings: readonly {
        field: string
        code: string
        message: string
        blocking: boolean
      }[]
    }
  }
  /** Check the data of a listing. For staff and keys with `products.write`, with an Idempotency-Key. */
  'POST /api/v1/admin/products/{id}/check': {
    input: { path: { id: string } }
    answer: {
      status: 'draft' | 'checked' | 'in_review' | 'on_sale' | 'delisted'
      passed: boolean
      findings: readonly {
        field: string
        code: string
        message: string
        blocking: boolean
      }[]
    }
  }
  /** Record a competitor’s price. For staff and keys with `products.write`, with an Idempotency-Key. */
  'POST /api/v1/admin/products/{id}/competitor-prices': {
    input: { path: { id: string }; body: {
      source: string
      url?: string | null
      price: {
        minor: number
        currency: string
      }
      seenOn: string
    } }
    answer: {
      id: string
      source: string
      url: string | null
      price: {
        minor: number
        currency: string
      }
      seenOn: string
      notedBy: string
    }
  }
  /** Take a product off sale. For staff and keys with `products.list`, with an Idempotency-Key. */
  'POST /api/v1/admin/products/{id}/delist': {
    input: { path: { id: string } }
    answer: {
      id: string
      slug: string
      status: 'draft' | 'checked' | 'in_review' | 'on_sale' | 'delisted'
      delistedBecause: 'by_hand' | 'out_of_stock' | null
      rejection: string | null
      kind: 'goods' | 'service'
      categoryId: string | null
      brandId: string | null
      lifeStage: 'launch' | 'mature' | 'clearance' | null
      texts: {
        zh?: {
          name: string
          title: string
          description: string
          sellingPoints: readonly string[]
          optionNames: readonly string[]
        }
        en?: {
          name: string
          title: string
          description: string
          sellingPoints: readonly string[]
          optionNames: readonly string[]
        }
      }
      tags: readonly string[]
      keywords: readonly string[]
      attributes: Record<string, string | number | {
        zh: string
        en: string
      }>
      flags: {
        food: boolean
        perishable: boolean
        valuableSmall: boolean
        oversize: boolean
        nonStandard: boolean
      }
      licence: string | null
      warrantyMonths: number | null
      shelfLifeDays: number | null
      variants: readonly {
        id: string
        sku: string
        barcode: string | null
        status: 'active' | 'retired'
        optionValues: {
          zh: readonly string[]
          en: readonly string[]
        }
        weightGrams: number
        requiresShipping: boolean
        pictureId: string | null
        price: {
          list: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
          cost: {
            minor: number
            currency: string
          } | null
        } | null
      }[]
      pictures: readonly {
        id: string
        alt: {
          zh: string
          en: string
        }
        width: number
        height: number
        sharpness: number | null
        sourceUrl: string | null
        /** Known by its address only: no file yet */
        waits: boolean
        /** The scene it shows, where it is so marked */
        scene: string
        /** The pain point it shows solved */
        painPoint: string
      }[]
      source: string | null
      sourceKey: string | null
      version: number
      createdAt: string
      updatedAt: string
      onSaleAt: string | null
      listBy?: string | null
      /** What may be done with the listing now */
      steps: readonly string[]
      findings: readonly {
        field: string
        code: string
        message: string
        blocking: boolean
      }[]
    }
  }
  /** Plan to list or delist. For staff and keys with `products.read`, with an Idempotency-Key. */
  'POST /api/v1/admin/products/{id}/plans': {
    input: { path: { id: string }; body: {
      step: 'approve' | 'delist' | 'relist'
      at: string
    } }
    answer: {
      id: string
      productId: string
      step: 'approve' | 'delist' | 'relist'
      at: string
      status: 'waiting' | 'done' | 'failed' | 'cancelled'
      failure: string | null
      plannedBy: string
      createdAt: string
      endedAt: string | null
    }
  }
  /** Send a listing back. For staff and keys with `products.review`, with an Idempotency-Key. */
  'POST /api/v1/admin/products/{id}/reject': {
    input: { path: { id: string }; body: {
      reason: string
    } }
    answer: {
      id: string
      slug: string
      status: 'draft' | 'checked' | 'in_review' | 'on_sale' | 'delisted'
      delistedBecause: 'by_hand' | 'out_of_stock' | null
      rejection: string | null
      kind: 'goods' | 'service'
      categoryId: string | null
      brandId: string | null
      lifeStage: 'launch' | 'mature' | 'clearance' | null
      texts: {
        zh?: {
          name: string
          title: string
          description: string
          sellingPoints: readonly string[]
          optionNames: readonly string[]
        }
        en?: {
          name: string
          title: string
          description: string
          sellingPoints: readonly string[]
          optionNames: readonly string[]
        }
      }
      tags: readonly string[]
      keywords: readonly string[]
      attributes: Record<string, string | number | {
        zh: string
        en: string
      }>
      flags: {
        food: boolean
        perishable: boolean
        valuableSmall: boolean
        oversize: boolean
        nonStandard: boolean
      }
      licence: string | null
      warrantyMonths: number | null
      shelfLifeDays: number | null
      variants: readonly {
        id: string
        sku: string
        barcode: string | null
        status: 'active' | 'retired'
        optionValues: {
          zh: readonly string[]
          en: readonly string[]
        }
        weightGrams: number
        requiresShipping: boolean
        pictureId: string | null
        price: {
          list: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
          cost: {
            minor: number
            currency: string
          } | null
        } | null
      }[]
      pictures: readonly {
        id: string
        alt: {
          zh: string
          en: string
        }
        width: number
        height: number
        sharpness: number | null
        sourceUrl: string | null
        /** Known by its address only: no file yet */
        waits: boolean
        /** The scene it shows, where it is so marked */
        scene: string
        /** The pain point it shows solved */
        painPoint: string
      }[]
      source: string | null
      sourceKey: string | null
      version: number
      createdAt: string
      updatedAt: string
      onSaleAt: string | null
      listBy?: string | null
      /** What may be done with the listing now */
      steps: readonly string[]
      findings: readonly {
        field: string
        code: string
        message: string
        blocking: boolean
      }[]
    }
  }
  /** Put a product on sale again. For staff and keys with `products.list`, with an Idempotency-Key. */
  'POST /api/v1/admin/products/{id}/relist': {
    input: { path: { id: string } }
    answer: {
      id: string
      slug: string
      status: 'draft' | 'checked' | 'in_review' | 'on_sale' | 'delisted'
      delistedBecause: 'by_hand' | 'out_of_stock' | null
      rejection: string | null
      kind: 'goods' | 'service'
      categoryId: string | null
      brandId: string | null
      lifeStage: 'launch' | 'mature' | 'clearance' | null
      texts: {
        zh?: {
          name: string
          title: string
          description: string
          sellingPoints: readonly string[]
          optionNames: readonly string[]
        }
        en?: {
          name: string
          title: string
          description: string
          sellingPoints: readonly string[]
          optionNames: readonly string[]
        }
      }
      tags: readonly string[]
      keywords: readonly string[]
      attributes: Record<string, string | number | {
        zh: string
        en: string
      }>
      flags: {
        food: boolean
        perishable: boolean
        valuableSmall: boolean
        oversize: boolean
        nonStandard: boolean
      }
      licence: string | null
      warrantyMonths: number | null
      shelfLifeDays: number | null
      variants: readonly {
        id: string
        sku: string
        barcode: string | null
        status: 'active' | 'retired'
        optionValues: {
          zh: readonly string[]
          en: readonly string[]
        }
        weightGrams: number
        requiresShipping: boolean
        pictureId: string | null
        price: {
          list: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
          cost: {
            minor: number
            currency: string
          } | null
        } | null
      }[]
      pictures: readonly {
        id: string
        alt: {
          zh: string
          en: string
        }
        width: number
        height: number
        sharpness: number | null
        sourceUrl: string | null
        /** Known by its address only: no file yet */
        waits: boolean
        /** The scene it shows, where it is so marked */
        scene: string
        /** The pain point it shows solved */
        painPoint: string
      }[]
      source: string | null
      sourceKey: string | null
      version: number
      createdAt: string
      updatedAt: string
      onSaleAt: string | null
      listBy?: string | null
      /** What may be done with the listing now */
      steps: readonly string[]
      findings: readonly {
        field: string
        code: string
        message: string
        blocking: boolean
      }[]
    }
  }
  /** Submit a listing for review. For staff and keys with `products.list`, with an Idempotency-Key. */
  'POST /api/v1/admin/products/{id}/submit': {
    input: { path: { id: string } }
    answer: {
      id: string
      slug: string
      status: 'draft' | 'checked' | 'in_review' | 'on_sale' | 'delisted'
      delistedBecause: 'by_hand' | 'out_of_stock' | null
      rejection: string | null
      kind: 'goods' | 'service'
      categoryId: string | null
      brandId: string | null
      lifeStage: 'launch' | 'mature' | 'clearance' | null
      texts: {
        zh?: {
          name: string
          title: string
          description: string
          sellingPoints: readonly string[]
          optionNames: readonly string[]
        }
        en?: {
          name: string
          title: string
          description: string
          sellingPoints: readonly string[]
          optionNames: readonly string[]
        }
      }
      tags: readonly string[]
      keywords: readonly string[]
      attributes: Record<string, string | number | {
        zh: string
        en: string
      }>
      flags: {
        food: boolean
        perishable: boolean
        valuableSmall: boolean
        oversize: boolean
        nonStandard: boolean
      }
      licence: string | null
      warrantyMonths: number | null
      shelfLifeDays: number | null
      variants: readonly {
        id: string
        sku: string
        barcode: string | null
        status: 'active' | 'retired'
        optionValues: {
          zh: readonly string[]
          en: readonly string[]
        }
        weightGrams: number
        requiresShipping: boolean
        pictureId: string | null
        price: {
          list: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
          cost: {
            minor: number
            currency: string
          } | null
        } | null
      }[]
      pictures: readonly {
        id: string
        alt: {
          zh: string
          en: string
        }
        width: number
        height: number
        sharpness: number | null
        sourceUrl: string | null
        /** Known by its address only: no file yet */
        waits: boolean
        /** The scene it shows, where it is so marked */
        scene: string
        /** The pain point it shows solved */
        painPoint: string
      }[]
      source: string | null
      sourceKey: string | null
      version: number
      createdAt: string
      updatedAt: string
      onSaleAt: string | null
      listBy?: string | null
      /** What may be done with the listing now */
      steps: readonly string[]
      findings: readonly {
        field: string
        code: string
        message: string
        blocking: boolean
      }[]
    }
  }
  /** Give a product a film. For staff and keys with `products.write`. */
  'POST /api/v1/admin/products/{id}/video': {
    input: { path: { id: string }; body: FormData }
    answer: unknown
  }
  /** Take a listing out of review. For staff and keys with `products.list`, with an Idempotency-Key. */
  'POST /api/v1/admin/products/{id}/withdraw': {
    input: { path: { id: string } }
    answer: {
      id: string
      slug: string
      status: 'draft' | 'checked' | 'in_review' | 'on_sale' | 'delisted'
      delistedBecause: 'by_hand' | 'out_of_stock' | null
      rejection: string | null
      kind: 'goods' | 'service'
      categoryId: string | null
      brandId: string | null
      lifeStage: 'launch' | 'mature' | 'clearance' | null
      texts: {
        zh?: {
          name: string
          title: string
          description: string
          sellingPoints: readonly string[]
          optionNames: readonly string[]
        }
        en?: {
          name: string
          title: string
          description: string
          sellingPoints: readonly string[]
          optionNames: readonly string[]
        }
      }
      tags: readonly string[]
      keywords: readonly string[]
      attributes: Record<string, string | number | {
        zh: string
        en: string
      }>
      flags: {
        food: boolean
        perishable: boolean
        valuableSmall: boolean
        oversize: boolean
        nonStandard: boolean
      }
      licence: string | null
      warrantyMonths: number | null
      shelfLifeDays: number | null
      variants: readonly {
        id: string
        sku: string
        barcode: string | null
        status: 'active' | 'retired'
        optionValues: {
          zh: readonly string[]
          en: readonly string[]
        }
        weightGrams: number
        requiresShipping: boolean
        pictureId: string | null
        price: {
          list: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
          cost: {
            minor: number
            currency: string
          } | null
        } | null
      }[]
      pictures: readonly {
        id: string
        alt: {
          zh: string
          en: string
        }
        width: number
        height: number
        sharpness: number | null
        sourceUrl: string | null
        /** Known by its address only: no file yet */
        waits: boolean
        /** The scene it shows, where it is so marked */
        scene: string
        /** The pain point it shows solved */
        painPoint: string
      }[]
      source: string | null
      sourceKey: string | null
      version: number
      createdAt: string
      updatedAt: string
      onSaleAt: string | null
      listBy?: string | null
      /** What may be done with the listing now */
      steps: readonly string[]
      findings: readonly {
        field: string
        code: string
        message: string
        blocking: boolean
      }[]
    }
  }
  /** Create a reduction. For staff and keys with `reductions.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/reductions': {
    input: { body: {
      name: string
      nameEn: string
      thresholdMinor: number
      offMinor: number
      startsAt: string
      endsAt: string
    } }
    answer: {
      id: string
      name: {
        zh: string
        en: string
      }
      threshold: {
        minor: number
        currency: string
      }
      off: {
        minor: number
        currency: string
      }
      startsAt: string
      endsAt: string
      state: 'coming' | 'in_force' | 'over'
    }
  }
  /** End a reduction. For staff and keys with `reductions.change`. */
  'POST /api/v1/admin/reductions/{id}/end': {
    input: { path: { id: string } }
    answer: unknown
  }
  /** Agree to a large refund as the second person. For staff and keys with `payments.settle`, with an Idempotency-Key. */
  'POST /api/v1/admin/refunds/{id}/agree': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      status: 'waiting' | 'approved' | 'declined' | 'sent' | 'failed' | 'succeeded'
      amount: {
        minor: number
        currency: string
      }
      cause: string
      reason: string
      createdAt: string
      succeededAt: string | null
      failure: string | null
      attempts: number
      requestedBy: string
      requesterId: string | null
      /** It was too much for one person of the staff. */
      needsSecond: boolean
      decidedBy: string | null
      remark: string | null
    }
  }
  /** Turn a large refund down. For staff and keys with `payments.settle`, with an Idempotency-Key. */
  'POST /api/v1/admin/refunds/{id}/decline': {
    input: { path: { id: string }; body: {
      remark: string
    } }
    answer: {
      id: string
      number: string
      status: 'waiting' | 'approved' | 'declined' | 'sent' | 'failed' | 'succeeded'
      amount: {
        minor: number
        currency: string
      }
      cause: string
      reason: string
      createdAt: string
      succeededAt: string | null
      failure: string | null
      attempts: number
      requestedBy: string
      requesterId: string | null
      /** It was too much for one person of the staff. */
      needsSecond: boolean
      decidedBy: string | null
      remark: string | null
    }
  }
  /** Record that a refund was paid out. For staff and keys with `payments.settle`, with an Idempotency-Key. */
  'POST /api/v1/admin/refunds/{id}/payout': {
    input: { path: { id: string }; body: {
      way: 'bank' | 'alipay' | 'wechat' | 'cash' | 'other'
      /** The number of the transfer, or of the signed receipt. */
      reference: string
      note?: string
      paidOn: string
    } }
    answer: {
      id: string
      number: string
      status: 'waiting' | 'approved' | 'declined' | 'sent' | 'failed' | 'succeeded'
      amount: {
        minor: number
        currency: string
      }
      cause: string
      reason: string
      createdAt: string
      succeededAt: string | null
    }
  }
  /** Try a refund again. For staff and keys with `aftersales.decide`, with an Idempotency-Key. */
  'POST /api/v1/admin/refunds/{id}/retry': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      status: 'waiting' | 'approved' | 'declined' | 'sent' | 'failed' | 'succeeded'
      amount: {
        minor: number
        currency: string
      }
      cause: string
      reason: string
      createdAt: string
      succeededAt: string | null
    }
  }
  /** Take a review's words out of sight. For staff and keys with `reviews.answer`, with an Idempotency-Key. */
  'POST /api/v1/admin/reviews/{id}/hide': {
    input: { path: { id: string }; body: {
      reason: 'advertising' | 'privacy' | 'abuse' | 'unlawful' | 'off_topic'
    } }
    answer: {
      id: string
      stars: number
      specification: {
        zh: string
        en: string
      }
      words: string
      pictureIds: readonly string[]
      followUp: string | null
      followUpPictureIds: readonly string[]
      followedUpAt: string | null
      state: 'shown' | 'held' | 'hidden'
      stateReason: 'advertising' | 'privacy' | 'abuse' | 'unlawful' | 'off_topic' | null
      reply: string | null
      repliedAt: string | null
      writtenAt: string
      orderId: string
      orderNumber: string
      lineId: string
      productId: string
      variantId: string
      name: {
        zh: string
        en: string
      }
      author: string
      anonymous: boolean
      repliedBy: string | null
      changedAt: string | null
    }
  }
  /** Answer a review. For staff and keys with `reviews.answer`, with an Idempotency-Key. */
  'POST /api/v1/admin/reviews/{id}/reply': {
    input: { path: { id: string }; body: {
      reply: string
    } }
    answer: {
      id: string
      stars: number
      specification: {
        zh: string
        en: string
      }
      words: string
      pictureIds: readonly string[]
      followUp: string | null
      followUpPictureIds: readonly string[]
      followedUpAt: string | null
      state: 'shown' | 'held' | 'hidden'
      stateReason: 'advertising' | 'privacy' | 'abuse' | 'unlawful' | 'off_topic' | null
      reply: string | null
      repliedAt: string | null
      writtenAt: string
      orderId: string
      orderNumber: string
      lineId: string
      productId: string
      variantId: string
      name: {
        zh: string
        en: string
      }
      author: string
      anonymous: boolean
      repliedBy: string | null
      changedAt: string | null
    }
  }
  /** Show a review again. For staff and keys with `reviews.answer`, with an Idempotency-Key. */
  'POST /api/v1/admin/reviews/{id}/restore': {
    input: { path: { id: string } }
    answer: {
      id: string
      stars: number
      specification: {
        zh: string
        en: string
      }
      words: string
      pictureIds: readonly string[]
      followUp: string | null
      followUpPictureIds: readonly string[]
      followedUpAt: string | null
      state: 'shown' | 'held' | 'hidden'
      stateReason: 'advertising' | 'privacy' | 'abuse' | 'unlawful' | 'off_topic' | null
      reply: string | null
      repliedAt: string | null
      writtenAt: string
      orderId: string
      orderNumber: string
      lineId: string
      productId: string
      variantId: string
      name: {
        zh: string
        en: string
      }
      author: string
      anonymous: boolean
      repliedBy: string | null
      changedAt: string | null
    }
  }
  /** Make a role. For staff and keys with `staff.manage`, with an Idempotency-Key. */
  'POST /api/v1/admin/roles': {
    input: { body: {
      name: string
      nameEn: string
      permissions: readonly string[]
      needsSecondFactor: boolean
      /** Code of the preset it begins with */
      preset?: string
    } }
    answer: {
      id: string
      code: string
      name: {
        zh: string
        en: string
      }
      permissions: readonly string[]
      needsSecondFactor: boolean
      preset: string | null
      isPreset: boolean
      members: number
    }
  }
  /** Try the screen on a text. For staff and keys with `products.read`. */
  'POST /api/v1/admin/screening/try': {
    input: { body: {
      text: string
    } }
    answer: {
      hits: readonly {
        word: string
        severity: 'block' | 'warn' | 'off'
        snippet: string
        reason: {
          zh: string
          en: string
        }
      }[]
    }
  }
  /** Bring the words back to the default. For staff and keys with `products.review`. */
  'POST /api/v1/admin/screening/words/reset': {
    input: { body: {
      word: string
    } }
    answer: Record<string, never>
  }
  /** Add words to the dictionary. For staff and keys with `products.write`. */
  'POST /api/v1/admin/search/dictionary': {
    input: { body: {
      words: readonly string[]
    } }
    answer: Record<string, never>
  }
  /** Remove a word from the dictionary. For staff and keys with `products.write`. */
  'POST /api/v1/admin/search/dictionary/remove': {
    input: { body: {
      word: string
    } }
    answer: Record<string, never>
  }
  /** Import synonyms, one group a line. For staff and keys with `products.write`. */
  'POST /api/v1/admin/search/synonyms/import': {
    input: { body: {
      text: string
    } }
    answer: {
      added: number
    }
  }
  /** Remove synonyms. For staff and keys with `products.write`. */
  'POST /api/v1/admin/search/synonyms/remove': {
    input: { body: {
      synonymGroupId: string
    } }
    answer: Record<string, never>
  }
  /** Take over the synonyms of the trade. For staff and keys with `products.write`. */
  'POST /api/v1/admin/search/synonyms/starter': {
    input: Record<never, never>
    answer: {
      added: number
    }
  }
  /** Add a picture. For staff and keys with `pages.change`. */
  'POST /api/v1/admin/shop-page-pictures': {
    input: { body: FormData }
    answer: {
      id: string
    }
  }
  /** Begin to decorate. For staff and keys with `pages.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/shop-pages': {
    input: { body: {
      template: 'gallery' | 'market' | 'atelier'
    } }
    answer: {
      id: string
    }
  }
  /** Begin a campaign’s page. For staff and keys with `pages.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/shop-pages/campaigns': {
    input: { body: {
      name: string
      title: {
        zh: string
        en: string
      }
    } }
    answer: {
      id: string
    }
  }
  /** Take a scheduled version back. For staff and keys with `pages.publish`. */
  'POST /api/v1/admin/shop-pages/{id}/cancel': {
    input: { path: { id: string }; body: {
      number: number
    } }
    answer: unknown
  }
  /** A preview link. For staff and keys with `pages.change`. */
  'POST /api/v1/admin/shop-pages/{id}/preview': {
    input: { path: { id: string } }
    answer: {
      token: string
      until: string
    }
  }
  /** Publish or schedule. For staff and keys with `pages.publish`, with an Idempotency-Key. */
  'POST /api/v1/admin/shop-pages/{id}/publish': {
    input: { path: { id: string }; body: {
      note?: string
      at?: string
    } }
    answer: {
      number: number
    }
  }
  /** Roll back to a version. For staff and keys with `pages.publish`, with an Idempotency-Key. */
  'POST /api/v1/admin/shop-pages/{id}/roll-back': {
    input: { path: { id: string }; body: {
      number: number
    } }
    answer: {
      number: number
    }
  }
  /** Take a campaign’s page off. For staff and keys with `pages.publish`. */
  'POST /api/v1/admin/shop-pages/{id}/withdraw': {
    input: { path: { id: string } }
    answer: unknown
  }
  /** Open a shop. For staff and keys with `staff.manage`. */
  'POST /api/v1/admin/shops': {
    input: { body: {
      code: string
      name: string
      nameEn: string
      mode: 'b2c' | 'c2c' | 'b2b' | 'o2o'
      owner: {
        userName: string
        displayName: string
      }
    } }
    answer: {
      id: string
      password: string
      until: string
    }
  }
  /** Sign in as staff. For anybody. */
  'POST /api/v1/admin/sign-in': {
    input: { body: {
      userName: string
      password: string
    } }
    answer: {
      id: string
      userName: string
      displayName: string
      locale: string
    }
  }
  /** Complete a sign-in by a passkey. For anybody. */
  'POST /api/v1/admin/sign-in/passkey': {
    input: { body: {
      id: string
      clientDataJSON: string
      authenticatorData: string
      signature: string
    } }
    answer: Record<string, never>
  }
  /** Ask for a passkey. For anybody. */
  'POST /api/v1/admin/sign-in/passkey/options': {
    input: Record<never, never>
    answer: {
      options: unknown
    }
  }
  /** Choose a password after a temporary one. For anybody. */
  'POST /api/v1/admin/sign-in/password': {
    input: { body: {
      password: string
    } }
    answer: {
      id: string
      userName: string
      displayName: string
      locale: string
    }
  }
  /** Prove the second factor. For anybody. */
  'POST /api/v1/admin/sign-in/prove': {
    input: { body: {
      code: string
    } }
    answer: Record<string, never>
  }
  /** Begin to set up a second factor. For anybody. */
  'POST /api/v1/admin/sign-in/set-up': {
    input: Record<never, never>
    answer: {
      secret: string
      uri: string
    }
  }
  /** Confirm the second factor. For anybody. */
  'POST /api/v1/admin/sign-in/set-up/confirm': {
    input: { body: {
      code: string
    } }
    answer: {
      recoveryCodes: readonly string[]
    }
  }
  /** Add a passkey while signing in. For anybody. */
  'POST /api/v1/admin/sign-in/set-up/passkey': {
    input: { body: {
      label: string
      id: string
      clientDataJSON: string
      attestationObject: string
      transports: readonly string[]
    } }
    answer: {
      recoveryCodes: readonly string[]
    }
  }
  /** Begin to add a passkey while signing in. For anybody. */
  'POST /api/v1/admin/sign-in/set-up/passkey/options': {
    input: Record<never, never>
    answer: {
      options: unknown
    }
  }
  /** Sign out. For anybody. */
  'POST /api/v1/admin/sign-out': {
    input: Record<never, never>
    answer: unknown
  }
  /** Decide about slow sellers. For staff and keys with `products.list`, with an Idempotency-Key. */
  'POST /api/v1/admin/slow-sellers': {
    input: Record<never, never>
    answer: {
      id: string
    }
  }
  /** Add a member of staff. For staff and keys with `staff.manage`. */
  'POST /api/v1/admin/staff': {
    input: { body: {
      userName: string
      displayName: string
      roles: readonly string[]
      /** Warehouses for which a role is given, by its code; a role that is not named is given for all of them */
      warehouses?: Record<string, readonly string[]>
    } }
    answer: {
      id: string
      password: string
      until: string
    }
  }
  /** Disable an account. For staff and keys with `staff.manage`. */
  'POST /api/v1/admin/staff/{id}/disable': {
    input: { path: { id: string } }
    answer: readonly {
      id: string
      userName: string
      displayName: string
      status: 'active' | 'disabled' | 'closed' | 'left'
      roles: readonly string[]
      /** Warehouses for which a role is given, by its code; a role that is not named is given for all of them */
      warehouses: Record<string, readonly string[]>
      leftAt: string | null
      hasSecondFactor: boolean
      temporaryUntil: string | null
    }[]
  }
  /** Enable an account. For staff and keys with `staff.manage`. */
  'POST /api/v1/admin/staff/{id}/enable': {
    input: { path: { id: string } }
    answer: readonly {
      id: string
      userName: string
      displayName: string
      status: 'active' | 'disabled' | 'closed' | 'left'
      roles: readonly string[]
      /** Warehouses for which a role is given, by its code; a role that is not named is given for all of them */
      warehouses: Record<string, readonly string[]>
      leftAt: string | null
      hasSecondFactor: boolean
      temporaryUntil: string | null
    }[]
  }
  /** End an employment. For staff and keys with `staff.manage`. */
  'POST /api/v1/admin/staff/{id}/leave': {
    input: { path: { id: string } }
    answer: readonly {
      id: string
      userName: string
      displayName: string
      status: 'active' | 'disabled' | 'closed' | 'left'
      roles: readonly string[]
      /** Warehouses for which a role is given, by its code; a role that is not named is given for all of them */
      warehouses: Record<string, readonly string[]>
      leftAt: string | null
      hasSecondFactor: boolean
      temporaryUntil: string | null
    }[]
  }
  /** Give a temporary password. For staff and keys with `staff.manage`. */
  'POST /api/v1/admin/staff/{id}/password/reset': {
    input: { path: { id: string } }
    answer: {
      password: string
      until: string
    }
  }
  /** Take somebody on again. For staff and keys with `staff.manage`. */
  'POST /api/v1/admin/staff/{id}/return': {
    input: { path: { id: string }; body: {
      roles: readonly string[]
      /** Warehouses for which a role is given, by its code; a role that is not named is given for all of them */
      warehouses?: Record<string, readonly string[]>
    } }
    answer: {
      given: {
        password: string
        until: string
      } | null
    }
  }
  /** Reset a member’s second factor. For staff and keys with `staff.manage`. */
  'POST /api/v1/admin/staff/{id}/second-factor/reset': {
    input: { path: { id: string } }
    answer: readonly {
      id: string
      userName: string
      displayName: string
      status: 'active' | 'disabled' | 'closed' | 'left'
      roles: readonly string[]
      /** Warehouses for which a role is given, by its code; a role that is not named is given for all of them */
      warehouses: Record<string, readonly string[]>
      leftAt: string | null
      hasSecondFactor: boolean
      temporaryUntil: string | null
    }[]
  }
  /** End a member’s sessions. For staff and keys with `staff.manage`. */
  'POST /api/v1/admin/staff/{id}/sessions/end': {
    input: { path: { id: string }; body: {
      /** Without it all end. */
      session?: string
    } }
    answer: {
      ended: number
    }
  }
  /** Correct stock. For staff and keys with `stock.adjust`, with an Idempotency-Key. */
  'POST /api/v1/admin/stock/adjustments': {
    input: { body: {
      binId: string
      lotId: string
      variantId: string
      change: number
      reason: string
      seen?: number
    } }
    answer: Record<string, never>
  }
  /** Move goods. For staff and keys with `stock.adjust`, with an Idempotency-Key. */
  'POST /api/v1/admin/stock/moves': {
    input: { body: {
      fromBinId: string
      toBinId: string
      lotId: string
      variantId: string
      quantity: number
      reason?: string
    } }
    answer: Record<string, never>
  }
  /** Receive goods. For staff and keys with `stock.adjust`, with an Idempotency-Key. */
  'POST /api/v1/admin/stock/receipts': {
    input: { body: {
      warehouseId: string
      reason?: string
      lines: readonly {
        binId: string
        variantId: string
        quantity: number
        lot: {
          number: string
          producedOn?: string
          expiresOn?: string
        }
      }[]
    } }
    answer: {
      receiptId: string
    }
  }
  /** Make a task. For staff and keys with `notices.read`, with an Idempotency-Key. */
  'POST /api/v1/admin/tasks': {
    input: { body: {
      title: string
      role: string
      dueOn: string
    } }
    answer: {
      id: string
      kind: 'manual' | 'slow_seller'
      title: string
      href: string | null
      role: string
      dueOn: string
      status: 'open' | 'done' | 'dropped'
      openedBy: string
      createdAt: string
      doneAt: string | null
      doneBy: string | null
      outcome: string | null
      note: string | null
      outcomes: readonly string[]
    }
  }
  /** Drop a task. For staff and keys with `notices.read`, with an Idempotency-Key. */
  'POST /api/v1/admin/tasks/{id}/drop': {
    input: { path: { id: string }; body: {
      note?: string
    } }
    answer: {
      id: string
      kind: 'manual' | 'slow_seller'
      title: string
      href: string | null
      role: string
      dueOn: string
      status: 'open' | 'done' | 'dropped'
      openedBy: string
      createdAt: string
      doneAt: string | null
      doneBy: string | null
      outcome: string | null
      note: string | null
      outcomes: readonly string[]
    }
  }
  /** Finish a task. For staff and keys with `notices.read`, with an Idempotency-Key. */
  'POST /api/v1/admin/tasks/{id}/finish': {
    input: { path: { id: string }; body: {
      outcome: string
      note?: string
    } }
    answer: {
      id: string
      kind: 'manual' | 'slow_seller'
      title: string
      href: string | null
      role: string
      dueOn: string
      status: 'open' | 'done' | 'dropped'
      openedBy: string
      createdAt: string
      doneAt: string | null
      doneBy: string | null
      outcome: string | null
      note: string | null
      outcomes: readonly string[]
    }
  }
  /** Accept a transfer. For staff and keys with `outbound.pick`, with an Idempotency-Key. */
  'POST /api/v1/admin/transfers/{id}/accept': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      from: {
        id: string
        code: string
        name: {
          zh: string
          en: string
        }
      }
      to: {
        id: string
        code: string
        name: {
          zh: string
          en: string
        }
      }
      orderId: string
      orderNumber: string
      reason: string
      neededBy: string
      status: 'requested' | 'accepted' | 'refused' | 'withdrawn' | 'sent' | 'received' | 'closed'
      keeperName: string | null
      requestedBy: string
      createdAt: string
      endedAt: string | null
      lines: readonly {
        lineId: string
        variantId: string
        sku: string
        name: string
        quantity: number
        sent: number
        received: number
        lost: number
      }[]
    }
  }
  /** Close a transfer. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/transfers/{id}/close': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      from: {
        id: string
        code: string
        name: {
          zh: string
          en: string
        }
      }
      to: {
        id: string
        code: string
        name: {
          zh: string
          en: string
        }
      }
      orderId: string
      orderNumber: string
      reason: string
      neededBy: string
      status: 'requested' | 'accepted' | 'refused' | 'withdrawn' | 'sent' | 'received' | 'closed'
      keeperName: string | null
      requestedBy: string
      createdAt: string
      endedAt: string | null
      lines: readonly {
        lineId: string
        variantId: string
        sku: string
        name: string
        quantity: number
        sent: number
        received: number
        lost: number
      }[]
    }
  }
  /** Note on or hand over a transfer. For staff and keys with `outbound.read`, with an Idempotency-Key. */
  'POST /api/v1/admin/transfers/{id}/notes': {
    input: { path: { id: string }; body: {
      kind: 'note' | 'hand_over' | 'take_over'
      text: string
    } }
    answer: {
      id: string
      number: string
      from: {
        id: string
        code: string
        name: {
          zh: string
          en: string
        }
      }
      to: {
        id: string
        code: string
        name: {
          zh: string
          en: string
        }
      }
      orderId: string
      orderNumber: string
      reason: string
      neededBy: string
      status: 'requested' | 'accepted' | 'refused' | 'withdrawn' | 'sent' | 'received' | 'closed'
      keeperName: string | null
      requestedBy: string
      createdAt: string
      endedAt: string | null
      lines: readonly {
        lineId: string
        variantId: string
        sku: string
        name: string
        quantity: number
        sent: number
        received: number
        lost: number
      }[]
    }
  }
  /** Receive a transfer. For staff and keys with `outbound.pick`, with an Idempotency-Key. */
  'POST /api/v1/admin/transfers/{id}/receive': {
    input: { path: { id: string }; body: {
      lines: readonly {
        lineId: string
        received: number
      }[]
    } }
    answer: {
      id: string
      number: string
      from: {
        id: string
        code: string
        name: {
          zh: string
          en: string
        }
      }
      to: {
        id: string
        code: string
        name: {
          zh: string
          en: string
        }
      }
      orderId: string
      orderNumber: string
      reason: string
      neededBy: string
      status: 'requested' | 'accepted' | 'refused' | 'withdrawn' | 'sent' | 'received' | 'closed'
      keeperName: string | null
      requestedBy: string
      createdAt: string
      endedAt: string | null
      lines: readonly {
        lineId: string
        variantId: string
        sku: string
        name: string
        quantity: number
        sent: number
        received: number
        lost: number
      }[]
    }
  }
  /** Refuse a transfer. For staff and keys with `outbound.pick`, with an Idempotency-Key. */
  'POST /api/v1/admin/transfers/{id}/refuse': {
    input: { path: { id: string }; body: {
      reason: string
    } }
    answer: {
      id: string
      number: string
      from: {
        id: string
        code: string
        name: {
          zh: string
          en: string
        }
      }
      to: {
        id: string
        code: string
        name: {
          zh: string
          en: string
        }
      }
      orderId: string
      orderNumber: string
      reason: string
      neededBy: string
      status: 'requested' | 'accepted' | 'refused' | 'withdrawn' | 'sent' | 'received' | 'closed'
      keeperName: string | null
      requestedBy: string
      createdAt: string
      endedAt: string | null
      lines: readonly {
        lineId: string
        variantId: string
        sku: string
        name: string
        quantity: number
        sent: number
        received: number
        lost: number
      }[]
    }
  }
  /** Send a transfer. For staff and keys with `outbound.pick`, with an Idempotency-Key. */
  'POST /api/v1/admin/transfers/{id}/send': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      from: {
        id: string
        code: string
        name: {
          zh: string
          en: string
        }
      }
      to: {
        id: string
        code: string
        name: {
          zh: string
          en: string
        }
      }
      orderId: string
      orderNumber: string
      reason: string
      neededBy: string
      status: 'requested' | 'accepted' | 'refused' | 'withdrawn' | 'sent' | 'received' | 'closed'
      keeperName: string | null
      requestedBy: string
      createdAt: string
      endedAt: string | null
      lines: readonly {
        lineId: string
        variantId: string
        sku: string
        name: string
        quantity: number
        sent: number
        received: number
        lost: number
      }[]
    }
  }
  /** Withdraw a transfer. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/transfers/{id}/withdraw': {
    input: { path: { id: string }; body: {
      reason: string
    } }
    answer: {
      id: string
      number: string
      from: {
        id: string
        code: string
        name: {
          zh: string
          en: string
        }
      }
      to: {
        id: string
        code: string
        name: {
          zh: string
          en: string
        }
      }
      orderId: string
      orderNumber: string
      reason: string
      neededBy: string
      status: 'requested' | 'accepted' | 'refused' | 'withdrawn' | 'sent' | 'received' | 'closed'
      keeperName: string | null
      requestedBy: string
      createdAt: string
      endedAt: string | null
      lines: readonly {
        lineId: string
        variantId: string
        sku: string
        name: string
        quantity: number
        sent: number
        received: number
        lost: number
      }[]
    }
  }
  /** Propose a price. For staff and keys with `products.write`, with an Idempotency-Key. */
  'POST /api/v1/admin/variants/{id}/price-proposals': {
    input: { path: { id: string }; body: {
      list: {
        minor: number
        currency: string
      }
      was?: {
        minor: number
        currency: string
      } | null
      basis: 'competition' | 'sales' | 'cost' | 'campaign' | 'other'
      reason: string
      startsAt: string
    } }
    answer: {
      id: string
      variantId: string
      from: {
        minor: number
        currency: string
      }
      list: {
        minor: number
        currency: string
      }
      was: {
        minor: number
        currency: string
      } | null
      basis: 'competition' | 'sales' | 'cost' | 'campaign' | 'other'
      reason: string
      startsAt: string
      status: 'proposed' | 'approved' | 'rejected' | 'withdrawn' | 'applied' | 'conflict'
      proposedByName: string
      decidedByName: string | null
      remark: string | null
      createdAt: string
      endedAt: string | null
    }
  }
  /** Save a view. For staff and keys with `notices.read`, with an Idempotency-Key. */
  'POST /api/v1/admin/views': {
    input: { body: {
      /** A list of the console, by its word: orders */
      list: string
      name: string
      filters: Record<string, string>
      /** The whole shop sees it. */
      isShared: boolean
    } }
    answer: {
      name: string
      filters: Record<string, string>
      /** The whole shop sees it. */
      isShared: boolean
      id: string
      list: string
      isMine: boolean
      ownerName: string
    }
  }
  /** Answer a visitor. For staff and keys with `reviews.answer`, with an Idempotency-Key. */
  'POST /api/v1/admin/visitor-questions/{id}/answer': {
    input: { path: { id: string }; body: {
      answer: string
      /** Let everybody read it on the page of the product */
      publish?: boolean
    } }
    answer: {
      id: string
      productId: string | null
      words: string
      status: 'open' | 'answered' | 'closed'
      answer: string | null
      answeredAt: string | null
      askedAt: string
      customerId: string | null
      author: string
      contact: string | null
      answeredBy: string | null
      publishedAt: string | null
    }
  }
  /** Put a question aside. For staff and keys with `reviews.answer`, with an Idempotency-Key. */
  'POST /api/v1/admin/visitor-questions/{id}/close': {
    input: { path: { id: string } }
    answer: {
      id: string
      productId: string | null
      words: string
      status: 'open' | 'answered' | 'closed'
      answer: string | null
      answeredAt: string | null
      askedAt: string
      customerId: string | null
      author: string
      contact: string | null
      answeredBy: string | null
      publishedAt: string | null
    }
  }
  /** Publish a question, or take it off. For staff and keys with `reviews.answer`, with an Idempotency-Key. */
  'POST /api/v1/admin/visitor-questions/{id}/publish': {
    input: { path: { id: string }; body: {
      publish: boolean
    } }
    answer: {
      id: string
      productId: string | null
      words: string
      status: 'open' | 'answered' | 'closed'
      answer: string | null
      answeredAt: string | null
      askedAt: string
      customerId: string | null
      author: string
      contact: string | null
      answeredBy: string | null
      publishedAt: string | null
    }
  }
  /** Redeem a voucher. For staff and keys with `vouchers.redeem`, with an Idempotency-Key. */
  'POST /api/v1/admin/vouchers/redeem': {
    input: { body: {
      code: string
    } }
    answer: {
      id: string
      orderLineId: string
      unit: number
      code: string
      status: 'open' | 'redeemed' | 'void'
      appointmentAt: string | null
      redeemedAt: string | null
    }
  }
  /** Give a voucher back for a buyer. For staff and keys with `orders.change`, with an Idempotency-Key. */
  'POST /api/v1/admin/vouchers/{id}/give-back': {
    input: { path: { id: string } }
    answer: {
      id: string
      orderLineId: string
      unit: number
      code: string
      status: 'open' | 'redeemed' | 'void'
      appointmentAt: string | null
      redeemedAt: string | null
    }
  }
  /** Open a warehouse. For staff and keys with `stock.adjust`, with an Idempotency-Key. */
  'POST /api/v1/admin/warehouses': {
    input: { body: {
      code: string
      name: string
      nameEn: string
      contactName: string
      contactPhone: string
      districtCode: string
      street: string
      priority: number
      provinces: readonly string[]
    } }
    answer: {
      id: string
    }
  }
  /** Add bins. For staff and keys with `stock.adjust`, with an Idempotency-Key. */
  'POST /api/v1/admin/warehouses/{id}/bins': {
    input: { path: { id: string }; body: {
      code: string
      zone: 'pick' | 'reserve' | 'staging' | 'packing' | 'returns' | 'quarantine' | 'gift' | 'transit'
      pathOrder: number
    } }
    answer: readonly {
      id: string
      code: string
      zone: 'pick' | 'reserve' | 'staging' | 'packing' | 'returns' | 'quarantine' | 'gift' | 'transit'
      pathOrder: number
    }[]
  }
  /** Send a message again. For staff and keys with `webhooks.manage`. */
  'POST /api/v1/admin/webhook-deliveries/{id}/replay': {
    input: { path: { id: string } }
    answer: {
      id: string
      webhookId: string
      /** The header `webhook-id`: the same in every attempt and replay. */
      messageId: string
      type: string
      status: 'waiting' | 'delivered' | 'failed'
      attempts: number
      nextAt: string | null
      createdAt: string
      deliveredAt: string | null
      /** Exactly what is signed and sent. */
      body: string
      log: readonly {
        at: string
        millis: number
        responseStatus: number | null
        problem: string | null
        responseExcerpt: string
      }[]
    }
  }
  /** Make a webhook endpoint. For staff and keys with `webhooks.manage`. */
  'POST /api/v1/admin/webhooks': {
    input: { body: {
      url: string
      events: readonly string[]
      description?: string
      payloadVersion?: '2026-11'
    } }
    answer: {
      id: string
      url: string
      description: string
      events: readonly string[]
      payloadVersion: string
      status: 'active' | 'paused'
      pausedBecause: 'by_hand' | 'failing' | 'gone' | null
      /** Failed attempts since the last success. */
      failures: number
      failingSince: string | null
      createdAt: string
      createdBy: string
      /** Signs the messages. It is shown this once. */
      secret: string
    }
  }
  /** Pause an endpoint. For staff and keys with `webhooks.manage`. */
  'POST /api/v1/admin/webhooks/{id}/pause': {
    input: { path: { id: string } }
    answer: {
      id: string
      url: string
      description: string
      events: readonly string[]
      payloadVersion: string
      status: 'active' | 'paused'
      pausedBecause: 'by_hand' | 'failing' | 'gone' | null
      /** Failed attempts since the last success. */
      failures: number
      failingSince: string | null
      createdAt: string
      createdBy: string
    }
  }
  /** Send a test message. For staff and keys with `webhooks.manage`. */
  'POST /api/v1/admin/webhooks/{id}/ping': {
    input: { path: { id: string } }
    answer: {
      id: string
      webhookId: string
      /** The header `webhook-id`: the same in every attempt and replay. */
      messageId: string
      type: string
      status: 'waiting' | 'delivered' | 'failed'
      attempts: number
      nextAt: string | null
      createdAt: string
      deliveredAt: string | null
      /** Exactly what is signed and sent. */
      body: string
      log: readonly {
        at: string
        millis: number
        responseStatus: number | null
        problem: string | null
        responseExcerpt: string
      }[]
    }
  }
  /** Replay what was given up. For staff and keys with `webhooks.manage`. */
  'POST /api/v1/admin/webhooks/{id}/replay-failed': {
    input: { path: { id: string }; body: {
      since: string
    } }
    answer: {
      replayed: number
    }
  }
  /** Resume an endpoint. For staff and keys with `webhooks.manage`. */
  'POST /api/v1/admin/webhooks/{id}/resume': {
    input: { path: { id: string } }
    answer: {
      id: string
      url: string
      description: string
      events: readonly string[]
      payloadVersion: string
      status: 'active' | 'paused'
      pausedBecause: 'by_hand' | 'failing' | 'gone' | null
      /** Failed attempts since the last success. */
      failures: number
      failingSince: string | null
      createdAt: string
      createdBy: string
    }
  }
  /** Replace the signing secret. For staff and keys with `webhooks.manage`. */
  'POST /api/v1/admin/webhooks/{id}/rotate-secret': {
    input: { path: { id: string } }
    answer: {
      /** Signs the messages. It is shown this once. */
      secret: string
    }
  }
  /** Ship an order from an outside warehouse. For staff and keys with `outbound.hand_over`, with an Idempotency-Key. */
  'POST /api/v1/partner/orders/{id}/shipments': {
    input: { path: { id: string }; body: {
      waybillNumber: string
      /** Absent: the carrier the order was promised. */
      carrier?: string
      weightGrams?: number
      /** Only where goods leave from several warehouses. */
      outboundId?: string
    } }
    answer: {
      orderId: string
      outboundId: string
      outboundNumber: string
      parcelId: string
      carrier: string
      waybillNumber: string | null
      weightGrams: number | null
      handedOverAt: string | null
      lines: readonly {
        lineId: string
        sku: string
        quantity: number
      }[]
    }
  }
  /** Tracking pushed by carriers. For providers that prove themselves. */
  'POST /api/v1/provider/carriers/tracking': {
    input: Record<never, never>
    answer: unknown
  }
  /** Notices for one account. For providers that prove themselves. */
  'POST /api/v1/provider/payments/{provider}/accounts/{account}/notices': {
    input: { path: { provider: string; account: string } }
    answer: unknown
  }
  /** Notices of payment providers. For providers that prove themselves. */
  'POST /api/v1/provider/payments/{provider}/notices': {
    input: { path: { provider: string } }
    answer: unknown
  }
  /** Send a one-time code by text message. For anybody. */
  'POST /api/v1/store/account/codes': {
    input: { body: {
      phone: string
      purpose: 'register' | 'sign_in' | 'reset_password'
    } }
    answer: Record<string, never>
  }
  /** Reset a password. For anybody. */
  'POST /api/v1/store/account/password-reset': {
    input: { body: {
      phone: string
      code: string
      password: string
    } }
    answer: {
      id: string
      userName: string
      displayName: string
      locale: 'zh' | 'en'
      hasPassword: boolean
    }
  }
  /** Register a shopper. For anybody. */
  'POST /api/v1/store/account/registrations': {
    input: { body: {
      userName: string
      password: string
      phone: string
      code: string
      wantsNews?: boolean
      agrees?: {
        privacy?: number
        terms?: number
      }
    } }
    answer: {
      id: string
      userName: string
      displayName: string
      locale: 'zh' | 'en'
      hasPassword: boolean
    }
  }
  /** Sign in with a password. For anybody. */
  'POST /api/v1/store/account/sign-in': {
    input: { body: {
      userName: string
      password: string
    } }
    answer: {
      id: string
      userName: string
      displayName: string
      locale: 'zh' | 'en'
      hasPassword: boolean
    }
  }
  /** Sign in with a code. For anybody. */
  'POST /api/v1/store/account/sign-in-by-code': {
    input: { body: {
      phone: string
      code: string
      agrees?: {
        privacy?: number
        terms?: number
      }
    } }
    answer: {
      id: string
      userName: string
      displayName: string
      locale: 'zh' | 'en'
      hasPassword: boolean
    }
  }
  /** Sign out. For anybody. */
  'POST /api/v1/store/account/sign-out': {
    input: Record<never, never>
    answer: unknown
  }
  /** Add an address. For shoppers who have signed in, with an Idempotency-Key. */
  'POST /api/v1/store/addresses': {
    input: { body: {
      name: string
      phone: string
      /** Six digits (GB/T 2260); abroad a country and its area: US-CA, SG. */
      districtCode: string
      street: string
      /** Abroad. */
      city?: string
      /** Abroad. */
      postcode?: string
      label?: string
      isDefault?: boolean
    } }
    answer: {
      id: string
      recipient: {
        name: string
        phone: string
        districtCode: string
        street: string
        /** Abroad. */
        city?: string
        /** Abroad. */
        postcode?: string
      }
      /** The place as its country writes it. */
      lines: readonly string[]
      region: {
        province: string
        city: string
        district: string
      }
      label: string
      isDefault: boolean
    }
  }
  /** Read a pasted address. For anybody. */
  'POST /api/v1/store/addresses/read': {
    input: { body: {
      text: string
    } }
    answer: {
      name: string
      phone: string
      postcode: string
      provinceCode: string
      cityCode: string
      districtCode: string
      street: string
    }
  }
  /** Buy now, beside the cart. For anybody, with an Idempotency-Key. */
  'POST /api/v1/store/cart/buy-now': {
    input: { body: {
      variantId: string
      quantity: number
    } }
    answer: {
      id?: string
      purpose: 'cart' | 'buy_now'
      version: number
      lines: readonly {
        id: string
        variantId: string
        productId: string
        quantity: number
        selected: boolean
        item?: {
          sku: string
          slug: string
          name: {
            zh: string
            en: string
          }
          specification: {
            zh: string
            en: string
          }
          pictureId: string | null
          price: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
        }
        /** A hint: stock is set aside when the order is placed. */
        available: number
        problem?: 'delisted' | 'sold_out' | 'fewer_left'
        priceBefore?: {
          minor: number
          currency: string
        }
        subtotal: {
          minor: number
          currency: string
        }
      }[]
      invalid: readonly {
        id: string
        variantId: string
        productId: string
        quantity: number
        selected: boolean
        item?: {
          sku: string
          slug: string
          name: {
            zh: string
            en: string
          }
          specification: {
            zh: string
            en: string
          }
          pictureId: string | null
          price: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
        }
        /** A hint: stock is set aside when the order is placed. */
        available: number
        problem?: 'delisted' | 'sold_out' | 'fewer_left'
        priceBefore?: {
          minor: number
          currency: string
        }
        subtotal: {
          minor: number
          currency: string
        }
      }[]
      pieces: number
      selected: {
        pieces: number
        goods: {
          minor: number
          currency: string
        }
        reduction?: {
          name: {
            zh: string
            en: string
          }
          off: {
            minor: number
            currency: string
          }
        }
        next?: {
          name: {
            zh: string
            en: string
          }
          off: {
            minor: number
            currency: string
          }
          missing: {
            minor: number
            currency: string
          }
        }
        total: {
          minor: number
          currency: string
        }
      }
    }
  }
  /** Add to the cart. For anybody, with an Idempotency-Key. */
  'POST /api/v1/store/cart/lines': {
    input: { body: {
      variantId: string
      quantity: number
    } }
    answer: {
      id?: string
      purpose: 'cart' | 'buy_now'
      version: number
      lines: readonly {
        id: string
        variantId: string
        productId: string
        quantity: number
        selected: boolean
        item?: {
          sku: string
          slug: string
          name: {
            zh: string
            en: string
          }
          specification: {
            zh: string
            en: string
          }
          pictureId: string | null
          price: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
        }
        /** A hint: stock is set aside when the order is placed. */
        available: number
        problem?: 'delisted' | 'sold_out' | 'fewer_left'
        priceBefore?: {
          minor: number
          currency: string
        }
        subtotal: {
          minor: number
          currency: string
        }
      }[]
      invalid: readonly {
        id: string
        variantId: string
        productId: string
        quantity: number
        selected: boolean
        item?: {
          sku: string
          slug: string
          name: {
            zh: string
            en: string
          }
          specification: {
            zh: string
            en: string
          }
          pictureId: string | null
          price: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
        }
        /** A hint: stock is set aside when the order is placed. */
        available: number
        problem?: 'delisted' | 'sold_out' | 'fewer_left'
        priceBefore?: {
          minor: number
          currency: string
        }
        subtotal: {
          minor: number
          currency: string
        }
      }[]
      pieces: number
      selected: {
        pieces: number
        goods: {
          minor: number
          currency: string
        }
        reduction?: {
          name: {
            zh: string
            en: string
          }
          off: {
            minor: number
            currency: string
          }
        }
        next?: {
          name: {
            zh: string
            en: string
          }
          off: {
            minor: number
            currency: string
          }
          missing: {
            minor: number
            currency: string
          }
        }
        total: {
          minor: number
          currency: string
        }
      }
    }
  }
  /** Ask for a return, exchange, reshipment or refund. For shoppers who have signed in, with an Idempotency-Key. */
  'POST /api/v1/store/cases': {
    input: { body: {
      orderId: string
      kind: 'return' | 'exchange' | 'repair' | 'reshipment' | 'refund' | 'compensation'
      lines: readonly {
        lineId: string
        quantity: number
        sentLineId?: string
        replacementId?: string
      }[]
      amount?: {
        minor: number
        currency: string
      }
      reason: 'no_reason' | 'damaged' | 'wrong_goods' | 'missing' | 'quality' | 'not_as_described' | 'late' | 'other'
      description: string
      pictureIds?: readonly string[]
    } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
    }
  }
  /** Answer a question. For shoppers who have signed in, with an Idempotency-Key. */
  'POST /api/v1/store/cases/{id}/answer': {
    input: { path: { id: string }; body: {
      answer: string
    } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
    }
  }
  /** Choose what becomes of goods that cannot be repaired. For shoppers who have signed in, with an Idempotency-Key. */
  'POST /api/v1/store/cases/{id}/choose': {
    input: { path: { id: string }; body: {
      choice: 'refund' | 'exchange' | 'as_is'
    } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
    }
  }
  /** Rate how a case was handled. For shoppers who have signed in, with an Idempotency-Key. */
  'POST /api/v1/store/cases/{id}/rating': {
    input: { path: { id: string }; body: {
      stars: number
      words?: string
    } }
    answer: {
      caseId: string
      caseNumber: string
      stars: number
      words: string
      ratedAt: string
    }
  }
  /** Give the waybill number of the return. For shoppers who have signed in, with an Idempotency-Key. */
  'POST /api/v1/store/cases/{id}/send-back': {
    input: { path: { id: string }; body: {
      carrier: string
      waybillNumber: string
    } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
    }
  }
  /** Withdraw a case. For shoppers who have signed in, with an Idempotency-Key. */
  'POST /api/v1/store/cases/{id}/withdraw': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      kind: 'refund' | 'return' | 'exchange' | 'repair' | 'reshipment' | 'compensation' | 'parcel_inquiry'
      status: 'applied' | 'asked' | 'to_confirm' | 'approved' | 'refused' | 'sent_back' | 'arrived' | 'graded' | 'refunding' | 'replacing' | 'repairing' | 'unrepairable' | 'on_the_way' | 'settled' | 'withdrawn' | 'open'
      orderId: string
      orderNumber: string
      reason: string
      description: string
      fault: 'shop' | 'buyer'
      amount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      returnCarrier: string | null
      returnWaybill: string | null
      question: string | null
      refusalReason: string | null
      finding: string | null
      differs: boolean
      openedAt: string
      decidedAt: string | null
      arrivedAt: string | null
      gradedAt: string | null
      sentAt: string | null
      settledAt: string | null
      solveBy: string
      checkBy: string | null
      repairBy: string | null
      refundBy: string | null
      lines: readonly {
        id: string
        orderLineId: string
        sentLineId: string | null
        sku: string
        name: string
        specification: string
        quantity: number
        refund: {
          minor: number
          currency: string
        }
        received: number
        restocked: number
        scrapped: number
        grade: 'as_new' | 'flawed' | 'unusable' | 'wrong_goods' | null
        replacement: {
          variantId: string
          sku: string
          specification: string
        } | null
        resent: number
      }[]
      pictureIds: readonly string[]
    }
  }
  /** Tell what a visitor did, and how long the page took. For anybody. */
  'POST /api/v1/store/events': {
    input: { body: {
      page: string
      path?: string
      referrer?: string
      sessionId?: string
      events: readonly {
        id: string
        kind: 'view' | 'list' | 'search' | 'click' | 'cart_add' | 'checkout'
        /** Milliseconds before this message */
        ago: number
        productId?: string
        source?: string
        position?: number
        query?: string
        results?: number
      }[]
      load?: {
        id: string
        /** Width of the window */
        pixels: number
        firstByte: number
        largestPaint?: number
        loaded?: number
        /** Cumulative layout shift */
        shift: number
      }
    } }
    answer: unknown
  }
  /** Place an order. For shoppers who have signed in, with an Idempotency-Key. */
  'POST /api/v1/store/orders': {
    input: { body: {
      cartId: string
      addressId?: string
      /** Of an order that sends no parcel */
      phone?: string
      expectedTotal: {
        minor: number
        currency: string
      }
      /** One of the `ways` of the checkout */
      carrier?: string
      memo?: string
      invoiceWish?: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      }
    } }
    answer: {
      id: string
      number: string
      status: 'open' | 'cancelled' | 'completed'
      review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
      payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
      fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
      afterSales: 'none' | 'settled' | 'open'
      headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      /** The buyer pays the courier, or has done so. */
      cashOnDelivery: boolean
      waived: {
        minor: number
        currency: string
      }
      reductionName: string | null
      carrier: string
      memo: string
      invoiceWish: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      } | null
      requests: readonly {
        kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        text: string
        by: string
        at: string
      }[]
      cancelReason: string | null
      placedAt: string
      payBy: string
      paidAt: string | null
      dispatchBy: string | null
      restBy: string | null
      arrivesFrom: string | null
      arrivesTo: string | null
      releasedAt: string | null
      shippedAt: string | null
      deliveredAt: string | null
      receivedAt: string | null
      receiveBy: string | null
      completedAt: string | null
    }
  }
  /** Place one order per shop, paid together. For shoppers who have signed in, with an Idempotency-Key. */
  'POST /api/v1/store/orders/together': {
    input: { body: {
      addressId?: string
      /** Of an order that sends no parcel */
      phone?: string
      parts: readonly {
        shopId: string
        cartId: string
        expectedTotal: {
          minor: number
          currency: string
        }
        /** One of the `ways` of the checkout */
        carrier?: string
        memo?: string
        invoiceWish?: {
          kind: 'personal' | 'company'
          title: string
          taxNumber?: string
          email?: string
        }
      }[]
    } }
    answer: readonly {
      id: string
      number: string
      status: 'open' | 'cancelled' | 'completed'
      review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
      payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
      fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
      afterSales: 'none' | 'settled' | 'open'
      headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      /** The buyer pays the courier, or has done so. */
      cashOnDelivery: boolean
      waived: {
        minor: number
        currency: string
      }
      reductionName: string | null
      carrier: string
      memo: string
      invoiceWish: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      } | null
      requests: readonly {
        kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        text: string
        by: string
        at: string
      }[]
      cancelReason: string | null
      placedAt: string
      payBy: string
      paidAt: string | null
      dispatchBy: string | null
      restBy: string | null
      arrivesFrom: string | null
      arrivesTo: string | null
      releasedAt: string | null
      shippedAt: string | null
      deliveredAt: string | null
      receivedAt: string | null
      receiveBy: string | null
      completedAt: string | null
    }[]
  }
  /** Cancel an order. For shoppers who have signed in, with an Idempotency-Key. */
  'POST /api/v1/store/orders/{id}/cancel': {
    input: { path: { id: string }; body: {
      reason: string
    } }
    answer: {
      id: string
      number: string
      status: 'open' | 'cancelled' | 'completed'
      review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
      payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
      fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
      afterSales: 'none' | 'settled' | 'open'
      headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      /** The buyer pays the courier, or has done so. */
      cashOnDelivery: boolean
      waived: {
        minor: number
        currency: string
      }
      reductionName: string | null
      carrier: string
      memo: string
      invoiceWish: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      } | null
      requests: readonly {
        kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        text: string
        by: string
        at: string
      }[]
      cancelReason: string | null
      placedAt: string
      payBy: string
      paidAt: string | null
      dispatchBy: string | null
      restBy: string | null
      arrivesFrom: string | null
      arrivesTo: string | null
      releasedAt: string | null
      shippedAt: string | null
      deliveredAt: string | null
      receivedAt: string | null
      receiveBy: string | null
      completedAt: string | null
    }
  }
  /** Confirm receipt. For shoppers who have signed in, with an Idempotency-Key. */
  'POST /api/v1/store/orders/{id}/confirm-receipt': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      status: 'open' | 'cancelled' | 'completed'
      review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
      payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
      fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
      afterSales: 'none' | 'settled' | 'open'
      headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      /** The buyer pays the courier, or has done so. */
      cashOnDelivery: boolean
      waived: {
        minor: number
        currency: string
      }
      reductionName: string | null
      carrier: string
      memo: string
      invoiceWish: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      } | null
      requests: readonly {
        kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        text: string
        by: string
        at: string
      }[]
      cancelReason: string | null
      placedAt: string
      payBy: string
      paidAt: string | null
      dispatchBy: string | null
      restBy: string | null
      arrivesFrom: string | null
      arrivesTo: string | null
      releasedAt: string | null
      shippedAt: string | null
      deliveredAt: string | null
      receivedAt: string | null
      receiveBy: string | null
      completedAt: string | null
    }
  }
  /** Confirm an order. For shoppers who have signed in, with an Idempotency-Key. */
  'POST /api/v1/store/orders/{id}/confirmation': {
    input: { path: { id: string }; body: {
      outcome: 'confirmed' | 'declined'
      note?: string
    } }
    answer: {
      way: 'email' | 'call'
      reason: string
      status: 'to_call' | 'sent' | 'confirmed' | 'declined'
      note: string
      createdAt: string
      settledAt: string | null
      settledBy: string | null
    }
  }
  /** Put the automatic receipt off. For shoppers who have signed in, with an Idempotency-Key. */
  'POST /api/v1/store/orders/{id}/extend-receipt': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      status: 'open' | 'cancelled' | 'completed'
      review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
      payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
      fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
      afterSales: 'none' | 'settled' | 'open'
      headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      /** The buyer pays the courier, or has done so. */
      cashOnDelivery: boolean
      waived: {
        minor: number
        currency: string
      }
      reductionName: string | null
      carrier: string
      memo: string
      invoiceWish: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      } | null
      requests: readonly {
        kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        text: string
        by: string
        at: string
      }[]
      cancelReason: string | null
      placedAt: string
      payBy: string
      paidAt: string | null
      dispatchBy: string | null
      restBy: string | null
      arrivesFrom: string | null
      arrivesTo: string | null
      releasedAt: string | null
      shippedAt: string | null
      deliveredAt: string | null
      receivedAt: string | null
      receiveBy: string | null
      completedAt: string | null
    }
  }
  /** Say how an order went. For shoppers who have signed in, with an Idempotency-Key. */
  'POST /api/v1/store/orders/{id}/feedback': {
    input: { path: { id: string }; body: {
      rating: number
      words?: string
    } }
    answer: {
      orderId: string
      orderNumber: string
      askedAt: string
      rating: number | null
      words: string
      answeredAt: string | null
    }
  }
  /** Remind or ask about a parcel. For shoppers who have signed in, with an Idempotency-Key. */
  'POST /api/v1/store/orders/{id}/parcel-questions': {
    input: { path: { id: string }; body: {
      question?: string
    } }
    answer: {
      id: string
      orderId: string
      orderNumber: string
      kind: 'inquiry' | 'reminder'
      status: 'open' | 'answered'
      askedBy: 'buyer' | 'staff'
      question: string
      dispatchBy: string | null
      promiseBroken: boolean
      answer: string | null
      answeredBy: string | null
      askedAt: string
      answeredAt: string | null
    }
  }
  /** Pay the courier. For shoppers who have signed in, with an Idempotency-Key. */
  'POST /api/v1/store/orders/{id}/pay-on-delivery': {
    input: { path: { id: string } }
    answer: {
      id: string
      number: string
      status: 'open' | 'cancelled' | 'completed'
      review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
      payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
      fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
      afterSales: 'none' | 'settled' | 'open'
      headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      /** The buyer pays the courier, or has done so. */
      cashOnDelivery: boolean
      waived: {
        minor: number
        currency: string
      }
      reductionName: string | null
      carrier: string
      memo: string
      invoiceWish: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      } | null
      requests: readonly {
        kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        text: string
        by: string
        at: string
      }[]
      cancelReason: string | null
      placedAt: string
      payBy: string
      paidAt: string | null
      dispatchBy: string | null
      restBy: string | null
      arrivesFrom: string | null
      arrivesTo: string | null
      releasedAt: string | null
      shippedAt: string | null
      deliveredAt: string | null
      receivedAt: string | null
      receiveBy: string | null
      completedAt: string | null
    }
  }
  /** Open a payment. For shoppers who have signed in, with an Idempotency-Key. */
  'POST /api/v1/store/orders/{id}/payments': {
    input: { path: { id: string }; body: {
      /** How to pay; unless said, as the open attempt, else by the first way offered. */
      method?: 'wechat' | 'alipay' | 'card'
      /** Page of ours to which the cashier sends the buyer back. */
      returnPath?: string
    } }
    answer: {
      payUrl: string
      number: string
    }
  }
  /** Ask whether the payment arrived. For shoppers who have signed in. */
  'POST /api/v1/store/orders/{id}/payments/check': {
    input: { path: { id: string } }
    answer: {
      order: {
        id: string
        number: string
        status: 'open' | 'cancelled' | 'completed'
        review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
        payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
        fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
        afterSales: 'none' | 'settled' | 'open'
        headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
        items: {
          minor: number
          currency: string
        }
        discount: {
          minor: number
          currency: string
        }
        freight: {
          minor: number
          currency: string
        }
        total: {
          minor: number
          currency: string
        }
        refunded: {
          minor: number
          currency: string
        }
        /** The buyer pays the courier, or has done so. */
        cashOnDelivery: boolean
        waived: {
          minor: number
          currency: string
        }
        reductionName: string | null
        carrier: string
        memo: string
        invoiceWish: {
          kind: 'personal' | 'company'
          title: string
          taxNumber?: string
          email?: string
        } | null
        requests: readonly {
          kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
          text: string
          by: string
          at: string
        }[]
        cancelReason: string | null
        placedAt: string
        payBy: string
        paidAt: string | null
        dispatchBy: string | null
        restBy: string | null
        arrivesFrom: string | null
        arrivesTo: string | null
        releasedAt: string | null
        shippedAt: string | null
        deliveredAt: string | null
        receivedAt: string | null
        receiveBy: string | null
        completedAt: string | null
      }
      paid: boolean
    }
  }
  /** Add a request. For shoppers who have signed in, with an Idempotency-Key. */
  'POST /api/v1/store/orders/{id}/requests': {
    input: { path: { id: string }; body: {
      kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
      text: string
    } }
    answer: {
      id: string
      number: string
      status: 'open' | 'cancelled' | 'completed'
      review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
      payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
      fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
      afterSales: 'none' | 'settled' | 'open'
      headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      /** The buyer pays the courier, or has done so. */
      cashOnDelivery: boolean
      waived: {
        minor: number
        currency: string
      }
      reductionName: string | null
      carrier: string
      memo: string
      invoiceWish: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      } | null
      requests: readonly {
        kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        text: string
        by: string
        at: string
      }[]
      cancelReason: string | null
      placedAt: string
      payBy: string
      paidAt: string | null
      dispatchBy: string | null
      restBy: string | null
      arrivesFrom: string | null
      arrivesTo: string | null
      releasedAt: string | null
      shippedAt: string | null
      deliveredAt: string | null
      receivedAt: string | null
      receiveBy: string | null
      completedAt: string | null
    }
  }
  /** Review an order and its goods. For shoppers who have signed in, with an Idempotency-Key. */
  'POST /api/v1/store/orders/{id}/reviews': {
    input: { path: { id: string }; body: {
      scores?: {
        description: number
        service: number
        logistics: number
      }
      anonymous?: boolean
      reviews: readonly {
        lineId: string
        stars: number
        words?: string
        pictureIds?: readonly string[]
      }[]
    } }
    answer: readonly {
      id: string
      stars: number
      specification: {
        zh: string
        en: string
      }
      words: string
      pictureIds: readonly string[]
      followUp: string | null
      followUpPictureIds: readonly string[]
      followedUpAt: string | null
      state: 'shown' | 'held' | 'hidden'
      stateReason: 'advertising' | 'privacy' | 'abuse' | 'unlawful' | 'off_topic' | null
      reply: string | null
      repliedAt: string | null
      writtenAt: string
      orderId: string
      orderNumber: string
      lineId: string
      productId: string
      variantId: string
      name: {
        zh: string
        en: string
      }
      author: string
      anonymous: boolean
      repliedBy: string | null
      changedAt: string | null
    }[]
  }
  /** Say what to do about what is missing. For shoppers who have signed in, with an Idempotency-Key. */
  'POST /api/v1/store/orders/{id}/shortage': {
    input: { path: { id: string }; body: {
      choice: 'wait' | 'replace' | 'refund'
      note?: string
    } }
    answer: {
      id: string
      foundBy: 'pick' | 'count'
      lines: readonly {
        lineId: string
        quantity: number
      }[]
      status: 'open' | 'waiting' | 'settled'
      choice: 'wait' | 'replace' | 'refund' | null
      chosenBy: string | null
      chosenAt: string | null
      note: string
      openedAt: string
    }
  }
  /** Ask to close the account. For shoppers who have signed in. */
  'POST /api/v1/store/privacy/closing': {
    input: { body: Record<string, never> }
    answer: {
      toAgree: readonly {
        kind: string
        version: number
        title: {
          zh: string
          en: string
        }
        body: {
          zh: string
          en: string
        }
        holdsFrom: string
      }[]
      closing: {
        askedAt: string
        dueAt: string
      } | null
    }
  }
  /** Agree to the policies in force. For shoppers who have signed in. */
  'POST /api/v1/store/privacy/consents': {
    input: { body: {
      privacy?: number
      terms?: number
    } }
    answer: {
      toAgree: readonly {
        kind: string
        version: number
        title: {
          zh: string
          en: string
        }
        body: {
          zh: string
          en: string
        }
        holdsFrom: string
      }[]
      closing: {
        askedAt: string
        dueAt: string
      } | null
    }
  }
  /** Ask the shop. For anybody, with an Idempotency-Key. */
  'POST /api/v1/store/questions': {
    input: { body: {
      words: string
      /** Of the product it is about; without one it is about the shop */
      slug?: string
      /** Mobile number or e-mail address; needed of guests */
      contact?: string
      author?: string
    } }
    answer: {
      id: string
      productId: string | null
      words: string
      status: 'open' | 'answered' | 'closed'
      answer: string | null
      answeredAt: string | null
      askedAt: string
    }
  }
  /** Add to a review. For shoppers who have signed in, with an Idempotency-Key. */
  'POST /api/v1/store/reviews/{id}/follow-up': {
    input: { path: { id: string }; body: {
      words: string
      pictureIds?: readonly string[]
    } }
    answer: {
      id: string
      stars: number
      specification: {
        zh: string
        en: string
      }
      words: string
      pictureIds: readonly string[]
      followUp: string | null
      followUpPictureIds: readonly string[]
      followedUpAt: string | null
      state: 'shown' | 'held' | 'hidden'
      stateReason: 'advertising' | 'privacy' | 'abuse' | 'unlawful' | 'off_topic' | null
      reply: string | null
      repliedAt: string | null
      writtenAt: string
      orderId: string
      orderNumber: string
      lineId: string
      productId: string
      variantId: string
      name: {
        zh: string
        en: string
      }
      author: string
      anonymous: boolean
      repliedBy: string | null
      changedAt: string | null
    }
  }
  /** Give a voucher back. For shoppers who have signed in, with an Idempotency-Key. */
  'POST /api/v1/store/vouchers/{id}/give-back': {
    input: { path: { id: string } }
    answer: {
      id: string
      orderLineId: string
      unit: number
      code: string
      status: 'open' | 'redeemed' | 'void'
      appointmentAt: string | null
      redeemedAt: string | null
    }
  }
  /** Change an announcement. For staff and keys with `pages.publish`. */
  'PUT /api/v1/admin/announcements/{id}': {
    input: { path: { id: string }; body: {
      text: {
        zh: string
        en: string
      }
      link: string
      showsFrom: string
      showsUntil: string | null
    } }
    answer: unknown
  }
  /** Change such a rule. For staff and keys with `freight.change`. */
  'PUT /api/v1/admin/carrier-choices/{id}': {
    input: { path: { id: string }; body: {
      name: string
      applies: 'always' | 'oversize' | 'valuable' | 'perishable' | 'light'
      upToGrams: number | null
      regions: readonly string[]
      carriers: readonly string[]
      only: boolean
      priority: number
    } }
    answer: {
      id: string
    }
  }
  /** Add or change a carrier. For staff and keys with `freight.change`. */
  'PUT /api/v1/admin/carriers': {
    input: { body: {
      code: string
      name: {
        zh: string
        en: string
      }
      phone: string
      inquiryUrl: string
      service: string
      serviceType?: 'express' | 'deliver_install' | 'freight'
      insures?: boolean
      maxGrams?: number | null
      cutoff?: string | null
      /** Whether its couriers take cash at the door. */
      collectsCash?: boolean
      cashRegions?: readonly string[]
      enabled: boolean
      daysMin: number
      daysMax: number
    } }
    answer: {
      code: string
      name: {
        zh: string
        en: string
      }
      phone: string
      inquiryUrl: string
      service: string
      serviceType?: 'express' | 'deliver_install' | 'freight'
      insures?: boolean
      maxGrams?: number | null
      cutoff?: string | null
      /** Whether its couriers take cash at the door. */
      collectsCash?: boolean
      cashRegions?: readonly string[]
      enabled: boolean
      daysMin: number
      daysMax: number
    }
  }
  /** Set what search engines show of a category. For staff and keys with `products.write`. */
  'PUT /api/v1/admin/categories/{id}/head': {
    input: { path: { id: string }; body: {
      title: {
        zh: string
        en: string
      }
      description: {
        zh: string
        en: string
      }
    } }
    answer: {
      title: {
        zh: string
        en: string
      }
      description: {
        zh: string
        en: string
      }
      /** The page’s own words */
      own: {
        title: {
          zh: string
          en: string
        }
        description: {
          zh: string
          en: string
        }
      }
      address: {
        zh: string
        en: string
      }
      /** Addresses it has left, which lead to it still */
      former: readonly {
        address: string
        leftAt: string
        leftBy: string
      }[]
    }
  }
  /** Set the parts that a category wants. For staff and keys with `products.write`. */
  'PUT /api/v1/admin/categories/{id}/parts': {
    input: { path: { id: string }; body: {
      kinds: readonly ('parameters' | 'scene' | 'features' | 'usage' | 'comparison' | 'reviews')[]
    } }
    answer: {
      kinds: readonly ('parameters' | 'scene' | 'features' | 'usage' | 'comparison' | 'reviews')[]
    }
  }
  /** Change a freight rule. For staff and keys with `freight.change`. */
  'PUT /api/v1/admin/freight-rules/{id}': {
    input: { path: { id: string }; body: {
      carrier: string
      name: string
      /** Provinces, cities and districts by their digits; abroad countries and their areas: US, US-HI. */
      provinces: readonly string[]
      /** Provinces, cities and districts by their digits; abroad countries and their areas: US, US-HI. */
      excluded?: readonly string[]
      surcharge?: {
        minor: number
        currency: string
      }
      reachable: boolean
      firstGrams: number
      firstFee: {
        minor: number
        currency: string
      }
      stepGrams: number
      stepFee: {
        minor: number
        currency: string
      }
      freeFrom: {
        minor: number
        currency: string
      } | null
      priority: number
    } }
    answer: {
      id: string
    }
  }
  /** Set what search engines show of the home page. For staff and keys with `products.write`. */
  'PUT /api/v1/admin/home-page/head': {
    input: { body: {
      title: {
        zh: string
        en: string
      }
      description: {
        zh: string
        en: string
      }
    } }
    answer: {
      title: {
        zh: string
        en: string
      }
      description: {
        zh: string
        en: string
      }
      /** The page’s own words */
      own: {
        title: {
          zh: string
          en: string
        }
        description: {
          zh: string
          en: string
        }
      }
      address: {
        zh: string
        en: string
      }
      /** Addresses it has left, which lead to it still */
      former: readonly {
        address: string
        leftAt: string
        leftBy: string
      }[]
    }
  }
  /** Keep a list’s layout. For staff and keys with `notices.read`. */
  'PUT /api/v1/admin/layouts': {
    input: { body: {
      /** A list of the console, by its word: orders */
      list: string
      layout: {
        columns: readonly {
          key: string
          hidden?: boolean
          /** Pixels */
          width?: number
        }[]
        density: 'compact' | 'comfortable'
      }
    } }
    answer: {
      columns: readonly {
        key: string
        hidden?: boolean
        /** Pixels */
        width?: number
      }[]
      density: 'compact' | 'comfortable'
    }
  }
  /** Rename a passkey. For anybody. */
  'PUT /api/v1/admin/me/passkeys/{id}': {
    input: { path: { id: string }; body: {
      label: string
    } }
    answer: Record<string, never>
  }
  /** Change one’s own password. For anybody. */
  'PUT /api/v1/admin/me/password': {
    input: { body: {
      current: string
      password: string
    } }
    answer: {
      id: string
      userName: string
      displayName: string
      locale: string
    }
  }
  /** Change an own comment. For staff and keys with `orders.read`. */
  'PUT /api/v1/admin/order-comments/{id}': {
    input: { path: { id: string }; body: {
      words: string
    } }
    answer: unknown
  }
  /** Put the rules of a kind into another order. For staff and keys with `orders.rules`. */
  'PUT /api/v1/admin/order-rules/arrangement': {
    input: { body: {
      kind: 'review' | 'gift' | 'carrier' | 'warehouse' | 'merging'
      ids: readonly string[]
    } }
    answer: Record<string, never>
  }
  /** Change a rule, switch it on or off. For staff and keys with `orders.rules`. */
  'PUT /api/v1/admin/order-rules/{id}': {
    input: { path: { id: string }; body: {
      name: string
      enabled: boolean
      conditions: readonly ({
        field: 'amount' | 'weight' | 'pieces' | 'level' | 'refunds' | 'time'
        from: number | null
        to: number | null
      } | {
        field: 'sku' | 'product' | 'category' | 'brand' | 'tag' | 'region' | 'buyer' | 'words' | 'message' | 'payment' | 'channel' | 'weekday'
        any: readonly string[]
        /** None of them, instead of one at least */
        not: boolean
      })[]
      action: {
        kind: 'warehouse'
        warehouseId: string
      } | {
        kind: 'review'
        decision: 'approve' | 'ask' | 'hold'
        reason: string
      } | {
        kind: 'gift'
        sku: string
        quantity: number
        stop: boolean
      } | {
        kind: 'carrier'
        carrier: string
      } | {
        kind: 'merging'
        decision: 'merge' | 'leave'
        withinHours: number
      }
    } }
    answer: {
      id: string
      name: string
      enabled: boolean
      conditions: readonly ({
        field: 'amount' | 'weight' | 'pieces' | 'level' | 'refunds' | 'time'
        from: number | null
        to: number | null
      } | {
        field: 'sku' | 'product' | 'category' | 'brand' | 'tag' | 'region' | 'buyer' | 'words' | 'message' | 'payment' | 'channel' | 'weekday'
        any: readonly string[]
        /** None of them, instead of one at least */
        not: boolean
      })[]
      action: {
        kind: 'warehouse'
        warehouseId: string
      } | {
        kind: 'review'
        decision: 'approve' | 'ask' | 'hold'
        reason: string
      } | {
        kind: 'gift'
        sku: string
        quantity: number
        stop: boolean
      } | {
        kind: 'carrier'
        carrier: string
      } | {
        kind: 'merging'
        decision: 'merge' | 'leave'
        withinHours: number
      }
    }
  }
  /** Rename or recolour a tag. For staff and keys with `settings.change`. */
  'PUT /api/v1/admin/order-tags/{id}': {
    input: { path: { id: string }; body: {
      name: string
      color: 'red' | 'amber' | 'green' | 'blue' | 'purple'
    } }
    answer: {
      id: string
      name: string
      color: 'red' | 'amber' | 'green' | 'blue' | 'purple'
    }
  }
  /** Rate the buyer of an order. For staff and keys with `reviews.answer`, with an Idempotency-Key. */
  'PUT /api/v1/admin/orders/{id}/buyer-rating': {
    input: { path: { id: string }; body: {
      stars: number
      words?: string
    } }
    answer: {
      orderId: string
      stars: number
      words: string
    }
  }
  /** Flag or note an order. For staff and keys with `orders.change`. */
  'PUT /api/v1/admin/orders/{id}/mark': {
    input: { path: { id: string }; body: {
      flag?: 'red' | 'amber' | 'green' | 'blue' | 'purple' | null
      note?: string
    } }
    answer: {
      flag: 'red' | 'amber' | 'green' | 'blue' | 'purple' | null
      note: string
    }
  }
  /** Change the recipient. For staff and keys with `orders.change`. */
  'PUT /api/v1/admin/orders/{id}/recipient': {
    input: { path: { id: string }; body: {
      recipient: {
        name: string
        phone: string
        districtCode: string
        street: string
        /** Abroad. */
        city?: string
        /** Abroad. */
        postcode?: string
      }
      carrier?: string
      acceptFreight?: boolean
    } }
    answer: {
      id: string
      number: string
      status: 'open' | 'cancelled' | 'completed'
      review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
      payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
      fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
      afterSales: 'none' | 'settled' | 'open'
      headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      /** The buyer pays the courier, or has done so. */
      cashOnDelivery: boolean
      waived: {
        minor: number
        currency: string
      }
      reductionName: string | null
      carrier: string
      memo: string
      invoiceWish: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      } | null
      requests: readonly {
        kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        text: string
        by: string
        at: string
      }[]
      cancelReason: string | null
      placedAt: string
      payBy: string
      paidAt: string | null
      dispatchBy: string | null
      restBy: string | null
      arrivesFrom: string | null
      arrivesTo: string | null
      releasedAt: string | null
      shippedAt: string | null
      deliveredAt: string | null
      receivedAt: string | null
      receiveBy: string | null
      completedAt: string | null
      customerId: string
      districtCode: string
      reviewReasons: readonly string[]
      promiseAlarm: string | null
      shipmentId: string | null
      releaseFrom: string | null
      checkedAt: string | null
      carrierWhy: {
        code: 'asked' | 'choice' | 'first_rule'
        choice: string | null
        rejected: readonly {
          carrier: string
          name: {
            zh: string
            en: string
          }
          reason: 'off' | 'not_for_goods' | 'not_reached' | 'too_heavy' | 'no_cash' | 'not_allowed' | 'not_preferred'
          fee: {
            minor: number
            currency: string
          } | null
        }[]
      } | null
      version: number
    }
  }
  /** Tag an order. For staff and keys with `orders.change`. */
  'PUT /api/v1/admin/orders/{id}/tags': {
    input: { path: { id: string }; body: {
      add?: readonly string[]
      remove?: readonly string[]
    } }
    answer: {
      added: readonly string[]
      removed: readonly string[]
    }
  }
  /** Switch ways to pay on or off. For staff and keys with `settings.change`. */
  'PUT /api/v1/admin/payment-methods': {
    input: { body: {
      method: 'wechat' | 'alipay' | 'card' | 'cod'
      enabled: boolean
      position: number
      label: {
        zh: string
        en: string
      }
      leastMinor: number | null
      mostMinor: number | null
      account?: {
        appId?: string
        merchantId?: string
        merchantSerial?: string
        merchantPrivateKeyPem?: string
        apiV3Key?: string
        sellerId?: string
        appPrivateKeyPem?: string
        alipayPublicKeyPem?: string
        accountId?: string
        secretKey?: string
        webhookSecret?: string
      } | null
    } }
    answer: {
      method: 'wechat' | 'alipay' | 'card' | 'cod'
      enabled: boolean
      position: number
      label: {
        zh: string
        en: string
      }
      least: {
        minor: number
        currency: string
      } | null
      most: {
        minor: number
        currency: string
      } | null
      account: string | null
      accountId: string | null
      notifyPath: string | null
      /** Whether there is any account behind it. */
      available: boolean
    }
  }
  /** Mark a picture. For staff and keys with `products.write`. */
  'PUT /api/v1/admin/pictures/{id}/mark': {
    input: { path: { id: string }; body: {
      scene: string
      painPoint: string
    } }
    answer: unknown
  }
  /** Set what search engines show of a product. For staff and keys with `products.write`. */
  'PUT /api/v1/admin/products/{id}/head': {
    input: { path: { id: string }; body: {
      title: {
        zh: string
        en: string
      }
      description: {
        zh: string
        en: string
      }
    } }
    answer: {
      title: {
        zh: string
        en: string
      }
      description: {
        zh: string
        en: string
      }
      /** The page’s own words */
      own: {
        title: {
          zh: string
          en: string
        }
        description: {
          zh: string
          en: string
        }
      }
      address: {
        zh: string
        en: string
      }
      /** Addresses it has left, which lead to it still */
      former: readonly {
        address: string
        leftAt: string
        leftBy: string
      }[]
    }
  }
  /** Change a knowledge card. For staff and keys with `products.write`. */
  'PUT /api/v1/admin/products/{id}/knowledge': {
    input: { path: { id: string }; body: {
      material: string
      priceLevel: 'entry' | 'middle' | 'upper' | null
      uses: string
      answers: string
    } }
    answer: {
      material: string
      priceLevel: 'entry' | 'middle' | 'upper' | null
      uses: string
      answers: string
      updatedAt: string | null
      updatedBy: string | null
    }
  }
  /** Arrange a detail page. For staff and keys with `products.write`. */
  'PUT /api/v1/admin/products/{id}/parts': {
    input: { path: { id: string }; body: {
      parts: readonly {
        kind: 'scene' | 'features' | 'usage' | 'comparison' | 'reviews'
        title: {
          zh: string
          en: string
        }
        body: {
          zh: string
          en: string
        }
        pictureIds: readonly string[]
      }[]
    } }
    answer: {
      parts: readonly {
        kind: 'scene' | 'features' | 'usage' | 'comparison' | 'reviews'
        title: {
          zh: string
          en: string
        }
        body: {
          zh: string
          en: string
        }
        pictureIds: readonly string[]
      }[]
    }
  }
  /** Set related products. For staff and keys with `products.write`. */
  'PUT /api/v1/admin/products/{id}/related': {
    input: { path: { id: string }; body: {
      related: readonly {
        productId: string
        kind: 'related' | 'accessory' | 'upsell'
      }[]
    } }
    answer: readonly {
      productId: string
      kind: 'related' | 'accessory' | 'upsell'
      name: {
        zh: string
        en: string
      }
      status: 'draft' | 'checked' | 'in_review' | 'on_sale' | 'delisted'
      pictureId: string | null
    }[]
  }
  /** Change how a listing is sold. For staff and keys with `products.list`. */
  'PUT /api/v1/admin/products/{id}/selling': {
    input: { path: { id: string }; body: {
      /** Whether reductions on the whole order count it and take off from it */
      joinsReductions: boolean
      /** Codes of the carriers that may bring it; none named: every one */
      carriers: readonly string[]
      makeDays: number | null
    } }
    answer: {
      /** Whether reductions on the whole order count it and take off from it */
      joinsReductions: boolean
      /** Codes of the carriers that may bring it; none named: every one */
      carriers: readonly string[]
      makeDays: number | null
    }
  }
  /** Change a role. For staff and keys with `staff.manage`. */
  'PUT /api/v1/admin/roles/{id}': {
    input: { path: { id: string }; body: {
      name: string
      nameEn: string
      permissions: readonly string[]
      needsSecondFactor: boolean
    } }
    answer: {
      id: string
      code: string
      name: {
        zh: string
        en: string
      }
      permissions: readonly string[]
      needsSecondFactor: boolean
      preset: string | null
      isPreset: boolean
      members: number
    }
  }
  /** Change the words that are screened. For staff and keys with `products.review`. */
  'PUT /api/v1/admin/screening/words': {
    input: { body: {
      word: string
      kind: 'absolute' | 'medical' | 'privilege' | 'superstition' | 'prohibited_goods' | 'own'
      severity: 'block' | 'warn' | 'off'
      platform?: string
      reason: string
      exceptions?: readonly string[]
    } }
    answer: Record<string, never>
  }
  /** Set the hot words. For staff and keys with `products.write`. */
  'PUT /api/v1/admin/search/hot-words': {
    input: { body: {
      locale: 'zh' | 'en'
      words: readonly string[]
    } }
    answer: Record<string, never>
  }
  /** Add or change synonyms. For staff and keys with `products.write`. */
  'PUT /api/v1/admin/search/synonyms': {
    input: { body: {
      synonymGroupId?: string
      words: readonly string[]
      /** Only the first word finds the others */
      oneWay: boolean
      weightPercent: number
    } }
    answer: Record<string, never>
  }
  /** Change a setting. For staff and keys with `settings.change`. */
  'PUT /api/v1/admin/settings/{name}': {
    input: { path: { name: string }; body: {
      value: number | boolean | string
    } }
    answer: {
      name: string
      zh: string
      en: string
      owner: string
      source: string
      unit: 'hours' | 'minutes' | 'days' | 'percent' | 'pieces' | 'count' | 'minor' | 'switch' | 'text' | 'grams' | 'pixels' | 'points'
      initial: number | boolean | string
      value: number | boolean | string
      changed: boolean
    }
  }
  /** Save the draft. For staff and keys with `pages.change`. */
  'PUT /api/v1/admin/shop-pages/{id}/draft': {
    input: { path: { id: string }; body: {
      look: {
        accent: string
        corners: 'sharp' | 'soft' | 'round'
        density: 'airy' | 'dense'
        logoId: string | null
        signId: string | null
      }
      blocks: readonly ({
        id: string
        kind: 'welcome'
        from: string | null
        until: string | null
        pictureId: string | null
      } | {
        id: string
        kind: 'banner'
        from: string | null
        until: string | null
        slides: readonly {
          pictureId: string | null
          phonePictureId: string | null
          alt: {
            zh: string
            en: string
          }
          title: {
            zh: string
            en: string
          }
          text: {
            zh: string
            en: string
          }
          button: {
            zh: string
            en: string
          }
          link: string
        }[]
      } | {
        id: string
        kind: 'icons'
        from: string | null
        until: string | null
        source: 'categories' | 'picked'
        items: readonly {
          pictureId: string | null
          label: {
            zh: string
            en: string
          }
          link: string
        }[]
      } | {
        id: string
        kind: 'shelf'
        from: string | null
        until: string | null
        title: {
          zh: string
          en: string
        }
        source: 'newest' | 'sales' | 'category' | 'picked'
        categoryId: string | null
        productIds: readonly string[]
        count: number
        layout: 'grid' | 'row'
      } | {
        id: string
        kind: 'recommended'
        from: string | null
        until: string | null
        title: {
          zh: string
          en: string
        }
        count: number
      } | {
        id: string
        kind: 'story'
        from: string | null
        until: string | null
        pictureId: string | null
        alt: {
          zh: string
          en: string
        }
        title: {
          zh: string
          en: string
        }
        text: {
          zh: string
          en: string
        }
        button: {
          zh: string
          en: string
        }
        link: string
        side: 'left' | 'right'
      } | {
        id: string
        kind: 'text'
        from: string | null
        until: string | null
        title: {
          zh: string
          en: string
        }
        text: {
          zh: string
          en: string
        }
        tone: 'plain' | 'notice'
        button: {
          zh: string
          en: string
        }
        link: string
      } | {
        id: string
        kind: 'promises'
        from: string | null
        until: string | null
      } | {
        id: string
        kind: 'offers'
        from: string | null
        until: string | null
      } | {
        id: string
        kind: 'countdown'
        from: string | null
        until: string | null
        reductionId: string | null
        title: {
          zh: string
          en: string
        }
        link: string
      } | {
        id: string
        kind: 'html'
        from: string | null
        until: string | null
        html: {
          zh: string
          en: string
        }
      })[]
      head?: {
        title: {
          zh: string
          en: string
        }
        description: {
          zh: string
          en: string
        }
      }
    } }
    answer: {
      draft: {
        look: {
          accent: string
          corners: 'sharp' | 'soft' | 'round'
          density: 'airy' | 'dense'
          logoId: string | null
          signId: string | null
        }
        blocks: readonly ({
          id: string
          kind: 'welcome'
          from: string | null
          until: string | null
          pictureId: string | null
        } | {
          id: string
          kind: 'banner'
          from: string | null
          until: string | null
          slides: readonly {
            pictureId: string | null
            phonePictureId: string | null
            alt: {
              zh: string
              en: string
            }
            title: {
              zh: string
              en: string
            }
            text: {
              zh: string
              en: string
            }
            button: {
              zh: string
              en: string
            }
            link: string
          }[]
        } | {
          id: string
          kind: 'icons'
          from: string | null
          until: string | null
          source: 'categories' | 'picked'
          items: readonly {
            pictureId: string | null
            label: {
              zh: string
              en: string
            }
            link: string
          }[]
        } | {
          id: string
          kind: 'shelf'
          from: string | null
          until: string | null
          title: {
            zh: string
            en: string
          }
          source: 'newest' | 'sales' | 'category' | 'picked'
          categoryId: string | null
          productIds: readonly string[]
          count: number
          layout: 'grid' | 'row'
        } | {
          id: string
          kind: 'recommended'
          from: string | null
          until: string | null
          title: {
            zh: string
            en: string
          }
          count: number
        } | {
          id: string
          kind: 'story'
          from: string | null
          until: string | null
          pictureId: string | null
          alt: {
            zh: string
            en: string
          }
          title: {
            zh: string
            en: string
          }
          text: {
            zh: string
            en: string
          }
          button: {
            zh: string
            en: string
          }
          link: string
          side: 'left' | 'right'
        } | {
          id: string
          kind: 'text'
          from: string | null
          until: string | null
          title: {
            zh: string
            en: string
          }
          text: {
            zh: string
            en: string
          }
          tone: 'plain' | 'notice'
          button: {
            zh: string
            en: string
          }
          link: string
        } | {
          id: string
          kind: 'promises'
          from: string | null
          until: string | null
        } | {
          id: string
          kind: 'offers'
          from: string | null
          until: string | null
        } | {
          id: string
          kind: 'countdown'
          from: string | null
          until: string | null
          reductionId: string | null
          title: {
            zh: string
            en: string
          }
          link: string
        } | {
          id: string
          kind: 'html'
          from: string | null
          until: string | null
          html: {
            zh: string
            en: string
          }
        })[]
        head?: {
          title: {
            zh: string
            en: string
          }
          description: {
            zh: string
            en: string
          }
        }
      }
      unfinished: readonly {
        blockId: string | null
        field: string
        code: string
      }[]
    }
  }
  /** Change a shop. For staff and keys with `staff.manage`. */
  'PUT /api/v1/admin/shops/{id}': {
    input: { path: { id: string }; body: {
      name: string
      nameEn: string
      mode: 'b2c' | 'c2c' | 'b2b' | 'o2o'
      introduction: string
      introductionEn: string
    } }
    answer: {
      id: string
      code: string
      name: string
      nameEn: string
      mode: 'b2c' | 'c2c' | 'b2b' | 'o2o'
      introduction: string
      introductionEn: string
      currency: string
      timeZone: string
      /** The platform’s own shop, which answers at `/`. */
      isDefault: boolean
      isDemo: boolean
    }
  }
  /** Set the roles of a member. For staff and keys with `staff.manage`. */
  'PUT /api/v1/admin/staff/{id}/roles': {
    input: { path: { id: string }; body: {
      roles: readonly string[]
      /** Warehouses for which a role is given, by its code; a role that is not named is given for all of them */
      warehouses?: Record<string, readonly string[]>
    } }
    answer: readonly {
      id: string
      userName: string
      displayName: string
      status: 'active' | 'disabled' | 'closed' | 'left'
      roles: readonly string[]
      /** Warehouses for which a role is given, by its code; a role that is not named is given for all of them */
      warehouses: Record<string, readonly string[]>
      leftAt: string | null
      hasSecondFactor: boolean
      temporaryUntil: string | null
    }[]
  }
  /** Mark a variant as hot, or no longer. For staff and keys with `stock.adjust`. */
  'PUT /api/v1/admin/stock/{id}/hot': {
    input: { path: { id: string }; body: {
      hot: boolean
    } }
    answer: Record<string, never>
  }
  /** Set a price. For staff and keys with `prices.change`. */
  'PUT /api/v1/admin/variants/{id}/price': {
    input: { path: { id: string }; body: {
      list: {
        minor: number
        currency: string
      }
      was?: {
        minor: number
        currency: string
      } | null
      cost?: {
        minor: number
        currency: string
      } | null
      version?: number
    } }
    answer: unknown
  }
  /** Change a view. For staff and keys with `notices.read`. */
  'PUT /api/v1/admin/views/{id}': {
    input: { path: { id: string }; body: {
      name: string
      filters: Record<string, string>
      /** The whole shop sees it. */
      isShared: boolean
    } }
    answer: {
      name: string
      filters: Record<string, string>
      /** The whole shop sees it. */
      isShared: boolean
      id: string
      list: string
      isMine: boolean
      ownerName: string
    }
  }
  /** Set an appointment. For staff and keys with `orders.change`. */
  'PUT /api/v1/admin/vouchers/{id}/appointment': {
    input: { path: { id: string }; body: {
      at: string
    } }
    answer: {
      id: string
      orderLineId: string
      unit: number
      code: string
      status: 'open' | 'redeemed' | 'void'
      appointmentAt: string | null
      redeemedAt: string | null
    }
  }
  /** Change a warehouse. For staff and keys with `stock.adjust`. */
  'PUT /api/v1/admin/warehouses/{id}': {
    input: { path: { id: string }; body: {
      name: string
      nameEn: string
      contactName: string
      contactPhone: string
      districtCode: string
      street: string
      priority: number
      provinces: readonly string[]
      status: 'open' | 'closed'
    } }
    answer: {
      id: string
      code: string
      name: string
      nameEn: string
      contactName: string
      contactPhone: string
      districtCode: string
      street: string
      priority: number
      provinces: readonly string[]
      status: 'open' | 'closed'
    }
  }
  /** Subscribe to news or leave. For shoppers who have signed in. */
  'PUT /api/v1/store/account/news': {
    input: { body: {
      wants: boolean
    } }
    answer: {
      id: string
      userName: string
      displayName: string
      locale: 'zh' | 'en'
      hasPassword: boolean
      /** Masked. */
      phone: string | null
      wantsNews: boolean
      level: number
      pointsBalance: number
    }
  }
  /** Change the password. For shoppers who have signed in. */
  'PUT /api/v1/store/account/password': {
    input: { body: {
      current: string
      password: string
    } }
    answer: {
      id: string
      userName: string
      displayName: string
      locale: 'zh' | 'en'
      hasPassword: boolean
    }
  }
  /** Change an address. For shoppers who have signed in. */
  'PUT /api/v1/store/addresses/{id}': {
    input: { path: { id: string }; body: {
      name: string
      phone: string
      /** Six digits (GB/T 2260); abroad a country and its area: US-CA, SG. */
      districtCode: string
      street: string
      /** Abroad. */
      city?: string
      /** Abroad. */
      postcode?: string
      label?: string
      isDefault?: boolean
    } }
    answer: {
      id: string
      recipient: {
        name: string
        phone: string
        districtCode: string
        street: string
        /** Abroad. */
        city?: string
        /** Abroad. */
        postcode?: string
      }
      /** The place as its country writes it. */
      lines: readonly string[]
      region: {
        province: string
        city: string
        district: string
      }
      label: string
      isDefault: boolean
    }
  }
  /** Make an address the default. For shoppers who have signed in. */
  'PUT /api/v1/store/addresses/{id}/default': {
    input: { path: { id: string } }
    answer: readonly {
      id: string
      recipient: {
        name: string
        phone: string
        districtCode: string
        street: string
        /** Abroad. */
        city?: string
        /** Abroad. */
        postcode?: string
      }
      /** The place as its country writes it. */
      lines: readonly string[]
      region: {
        province: string
        city: string
        district: string
      }
      label: string
      isDefault: boolean
    }[]
  }
  /** Choose all lines or none. For anybody. */
  'PUT /api/v1/store/cart/selection': {
    input: { body: {
      lineIds?: readonly string[]
      selected: boolean
    } }
    answer: {
      id?: string
      purpose: 'cart' | 'buy_now'
      version: number
      lines: readonly {
        id: string
        variantId: string
        productId: string
        quantity: number
        selected: boolean
        item?: {
          sku: string
          slug: string
          name: {
            zh: string
            en: string
          }
          specification: {
            zh: string
            en: string
          }
          pictureId: string | null
          price: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
        }
        /** A hint: stock is set aside when the order is placed. */
        available: number
        problem?: 'delisted' | 'sold_out' | 'fewer_left'
        priceBefore?: {
          minor: number
          currency: string
        }
        subtotal: {
          minor: number
          currency: string
        }
      }[]
      invalid: readonly {
        id: string
        variantId: string
        productId: string
        quantity: number
        selected: boolean
        item?: {
          sku: string
          slug: string
          name: {
            zh: string
            en: string
          }
          specification: {
            zh: string
            en: string
          }
          pictureId: string | null
          price: {
            minor: number
            currency: string
          }
          was: {
            minor: number
            currency: string
          } | null
        }
        /** A hint: stock is set aside when the order is placed. */
        available: number
        problem?: 'delisted' | 'sold_out' | 'fewer_left'
        priceBefore?: {
          minor: number
          currency: string
        }
        subtotal: {
          minor: number
          currency: string
        }
      }[]
      pieces: number
      selected: {
        pieces: number
        goods: {
          minor: number
          currency: string
        }
        reduction?: {
          name: {
            zh: string
            en: string
          }
          off: {
            minor: number
            currency: string
          }
        }
        next?: {
          name: {
            zh: string
            en: string
          }
          off: {
            minor: number
            currency: string
          }
          missing: {
            minor: number
            currency: string
          }
        }
        total: {
          minor: number
          currency: string
        }
      }
    }
  }
  /** Follow the shop. For shoppers who have signed in. */
  'PUT /api/v1/store/follow': {
    input: Record<never, never>
    answer: {
      /** At most 1,001: more than 1,000 reads “1,000+”. */
      count: number
      mine: boolean
    }
  }
  /** Change the recipient. For shoppers who have signed in. */
  'PUT /api/v1/store/orders/{id}/recipient': {
    input: { path: { id: string }; body: {
      name: string
      phone: string
      districtCode: string
      street: string
      /** Abroad. */
      city?: string
      /** Abroad. */
      postcode?: string
    } }
    answer: {
      id: string
      number: string
      status: 'open' | 'cancelled' | 'completed'
      review: 'not_needed' | 'waiting' | 'held' | 'approved' | 'rejected'
      payment: 'awaiting' | 'paid' | 'on_delivery' | 'partly_refunded' | 'refunded'
      fulfilment: 'waiting' | 'pending' | 'released' | 'partly_shipped' | 'short' | 'shipped' | 'delivered' | 'received' | 'cancelled'
      afterSales: 'none' | 'settled' | 'open'
      headline: 'awaiting_payment' | 'in_review' | 'on_hold' | 'pending' | 'released' | 'short' | 'partly_shipped' | 'shipped' | 'delivered' | 'received' | 'after_sales' | 'refunding' | 'refunded' | 'completed' | 'cancelled'
      items: {
        minor: number
        currency: string
      }
      discount: {
        minor: number
        currency: string
      }
      freight: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
      refunded: {
        minor: number
        currency: string
      }
      /** The buyer pays the courier, or has done so. */
      cashOnDelivery: boolean
      waived: {
        minor: number
        currency: string
      }
      reductionName: string | null
      carrier: string
      memo: string
      invoiceWish: {
        kind: 'personal' | 'company'
        title: string
        taxNumber?: string
        email?: string
      } | null
      requests: readonly {
        kind: 'colour_size' | 'merge' | 'courier' | 'gift' | 'address' | 'recipient' | 'phone' | 'delivery_time' | 'other'
        text: string
        by: string
        at: string
      }[]
      cancelReason: string | null
      placedAt: string
      payBy: string
      paidAt: string | null
      dispatchBy: string | null
      restBy: string | null
      arrivesFrom: string | null
      arrivesTo: string | null
      releasedAt: string | null
      shippedAt: string | null
      deliveredAt: string | null
      receivedAt: string | null
      receiveBy: string | null
      completedAt: string | null
    }
  }
  /** Keep a product. For shoppers who have signed in. */
  'PUT /api/v1/store/products/{slug}/favourite': {
    input: { path: { slug: string } }
    answer: {
      /** At most 1,001: more than 1,000 reads “1,000+”. */
      count: number
      mine: boolean
    }
  }
  /** Change a review. For shoppers who have signed in, with an Idempotency-Key. */
  'PUT /api/v1/store/reviews/{id}': {
    input: { path: { id: string }; body: {
      stars: number
      words: string
      anonymous: boolean
      pictureIds: readonly string[]
    } }
    answer: {
      id: string
      stars: number
      specification: {
        zh: string
        en: string
      }
      words: string
      pictureIds: readonly string[]
      followUp: string | null
      followUpPictureIds: readonly string[]
      followedUpAt: string | null
      state: 'shown' | 'held' | 'hidden'
      stateReason: 'advertising' | 'privacy' | 'abuse' | 'unlawful' | 'off_topic' | null
      reply: string | null
      repliedAt: string | null
      writtenAt: string
      orderId: string
      orderNumber: string
      lineId: string
      productId: string
      variantId: string
      name: {
        zh: string
        en: string
      }
      author: string
      anonymous: boolean
      repliedBy: string | null
      changedAt: string | null
    }
  }
  /** Be told when a variant is back, or no longer. For shoppers who have signed in. */
  'PUT /api/v1/store/stock-waits': {
    input: { body: {
      variantId: string
      /** Whether the shopper wants to be told once it can be bought again. */
      waits: boolean
    } }
    answer: unknown
  }
  /** Make an appointment for a service. For shoppers who have signed in. */
  'PUT /api/v1/store/vouchers/{id}/appointment': {
    input: { path: { id: string }; body: {
      at: string
    } }
    answer: {
      id: string
      orderLineId: string
      unit: number
      code: string
      status: 'open' | 'redeemed' | 'void'
      appointmentAt: string | null
      redeemedAt: string | null
    }
  }
}

/** What each message tells, by its type. */
export interface WebhookMessages {
  /** An order was placed. */
  'order.placed': {
    orderId: string
    number: string
    status: string
    review: string
    payment: string
    fulfilment: string
    afterSales: string
    headline: string
    items: {
      minor: number
      currency: string
    }
    discount: {
      minor: number
      currency: string
    }
    freight: {
      minor: number
      currency: string
    }
    total: {
      minor: number
      currency: string
    }
    refunded: {
      minor: number
      currency: string
    }
    carrier: string
    /** GB/T 2260 code of the district it goes to. */
    districtCode: string
    placedAt: string
    paidAt: string | null
    dispatchBy: string | null
    lines: readonly {
      lineId: string
      productId: string
      variantId: string
      sku: string
      barcode: string | null
      name: {
        zh: string
        en: string
      }
      specification: {
        zh: string
        en: string
      }
      quantity: number
      shipped: number
      returned: number
      unitPrice: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
    }[]
  }
  /** An order was paid in full. */
  'order.paid': {
    orderId: string
    number: string
    status: string
    review: string
    payment: string
    fulfilment: string
    afterSales: string
    headline: string
    items: {
      minor: number
      currency: string
    }
    discount: {
      minor: number
      currency: string
    }
    freight: {
      minor: number
      currency: string
    }
    total: {
      minor: number
      currency: string
    }
    refunded: {
      minor: number
      currency: string
    }
    carrier: string
    /** GB/T 2260 code of the district it goes to. */
    districtCode: string
    placedAt: string
    paidAt: string | null
    dispatchBy: string | null
    lines: readonly {
      lineId: string
      productId: string
      variantId: string
      sku: string
      barcode: string | null
      name: {
        zh: string
        en: string
      }
      specification: {
        zh: string
        en: string
      }
      quantity: number
      shipped: number
      returned: number
      unitPrice: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
    }[]
  }
  /** An order passed review and went to the warehouse. */
  'order.released': {
    orderId: string
    number: string
    status: string
    review: string
    payment: string
    fulfilment: string
    afterSales: string
    headline: string
    items: {
      minor: number
      currency: string
    }
    discount: {
      minor: number
      currency: string
    }
    freight: {
      minor: number
      currency: string
    }
    total: {
      minor: number
      currency: string
    }
    refunded: {
      minor: number
      currency: string
    }
    carrier: string
    /** GB/T 2260 code of the district it goes to. */
    districtCode: string
    placedAt: string
    paidAt: string | null
    dispatchBy: string | null
    lines: readonly {
      lineId: string
      productId: string
      variantId: string
      sku: string
      barcode: string | null
      name: {
        zh: string
        en: string
      }
      specification: {
        zh: string
        en: string
      }
      quantity: number
      shipped: number
      returned: number
      unitPrice: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
    }[]
  }
  /** The recipient of an order was changed. */
  'order.recipient_changed': {
    orderId: string
    number: string
    status: string
    review: string
    payment: string
    fulfilment: string
    afterSales: string
    headline: string
    items: {
      minor: number
      currency: string
    }
    discount: {
      minor: number
      currency: string
    }
    freight: {
      minor: number
      currency: string
    }
    total: {
      minor: number
      currency: string
    }
    refunded: {
      minor: number
      currency: string
    }
    carrier: string
    /** GB/T 2260 code of the district it goes to. */
    districtCode: string
    placedAt: string
    paidAt: string | null
    dispatchBy: string | null
    lines: readonly {
      lineId: string
      productId: string
      variantId: string
      sku: string
      barcode: string | null
      name: {
        zh: string
        en: string
      }
      specification: {
        zh: string
        en: string
      }
      quantity: number
      shipped: number
      returned: number
      unitPrice: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
    }[]
  }
  /** A part of an order has left. */
  'order.partly_shipped': {
    orderId: string
    number: string
    status: string
    review: string
    payment: string
    fulfilment: string
    afterSales: string
    headline: string
    items: {
      minor: number
      currency: string
    }
    discount: {
      minor: number
      currency: string
    }
    freight: {
      minor: number
      currency: string
    }
    total: {
      minor: number
      currency: string
    }
    refunded: {
      minor: number
      currency: string
    }
    carrier: string
    /** GB/T 2260 code of the district it goes to. */
    districtCode: string
    placedAt: string
    paidAt: string | null
    dispatchBy: string | null
    lines: readonly {
      lineId: string
      productId: string
      variantId: string
      sku: string
      barcode: string | null
      name: {
        zh: string
        en: string
      }
      specification: {
        zh: string
        en: string
      }
      quantity: number
      shipped: number
      returned: number
      unitPrice: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
    }[]
  }
  /** All of an order has left. */
  'order.shipped': {
    orderId: string
    number: string
    status: string
    review: string
    payment: string
    fulfilment: string
    afterSales: string
    headline: string
    items: {
      minor: number
      currency: string
    }
    discount: {
      minor: number
      currency: string
    }
    freight: {
      minor: number
      currency: string
    }
    total: {
      minor: number
      currency: string
    }
    refunded: {
      minor: number
      currency: string
    }
    carrier: string
    /** GB/T 2260 code of the district it goes to. */
    districtCode: string
    placedAt: string
    paidAt: string | null
    dispatchBy: string | null
    lines: readonly {
      lineId: string
      productId: string
      variantId: string
      sku: string
      barcode: string | null
      name: {
        zh: string
        en: string
      }
      specification: {
        zh: string
        en: string
      }
      quantity: number
      shipped: number
      returned: number
      unitPrice: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
    }[]
  }
  /** All of an order has arrived. */
  'order.delivered': {
    orderId: string
    number: string
    status: string
    review: string
    payment: string
    fulfilment: string
    afterSales: string
    headline: string
    items: {
      minor: number
      currency: string
    }
    discount: {
      minor: number
      currency: string
    }
    freight: {
      minor: number
      currency: string
    }
    total: {
      minor: number
      currency: string
    }
    refunded: {
      minor: number
      currency: string
    }
    carrier: string
    /** GB/T 2260 code of the district it goes to. */
    districtCode: string
    placedAt: string
    paidAt: string | null
    dispatchBy: string | null
    lines: readonly {
      lineId: string
      productId: string
      variantId: string
      sku: string
      barcode: string | null
      name: {
        zh: string
        en: string
      }
      specification: {
        zh: string
        en: string
      }
      quantity: number
      shipped: number
      returned: number
      unitPrice: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
    }[]
  }
  /** The buyer confirmed receipt. */
  'order.received': {
    orderId: string
    number: string
    status: string
    review: string
    payment: string
    fulfilment: string
    afterSales: string
    headline: string
    items: {
      minor: number
      currency: string
    }
    discount: {
      minor: number
      currency: string
    }
    freight: {
      minor: number
      currency: string
    }
    total: {
      minor: number
      currency: string
    }
    refunded: {
      minor: number
      currency: string
    }
    carrier: string
    /** GB/T 2260 code of the district it goes to. */
    districtCode: string
    placedAt: string
    paidAt: string | null
    dispatchBy: string | null
    lines: readonly {
      lineId: string
      productId: string
      variantId: string
      sku: string
      barcode: string | null
      name: {
        zh: string
        en: string
      }
      specification: {
        zh: string
        en: string
      }
      quantity: number
      shipped: number
      returned: number
      unitPrice: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
    }[]
  }
  /** An order is finished. */
  'order.completed': {
    orderId: string
    number: string
    status: string
    review: string
    payment: string
    fulfilment: string
    afterSales: string
    headline: string
    items: {
      minor: number
      currency: string
    }
    discount: {
      minor: number
      currency: string
    }
    freight: {
      minor: number
      currency: string
    }
    total: {
      minor: number
      currency: string
    }
    refunded: {
      minor: number
      currency: string
    }
    carrier: string
    /** GB/T 2260 code of the district it goes to. */
    districtCode: string
    placedAt: string
    paidAt: string | null
    dispatchBy: string | null
    lines: readonly {
      lineId: string
      productId: string
      variantId: string
      sku: string
      barcode: string | null
      name: {
        zh: string
        en: string
      }
      specification: {
        zh: string
        en: string
      }
      quantity: number
      shipped: number
      returned: number
      unitPrice: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
    }[]
  }
  /** An order was cancelled. */
  'order.cancelled': {
    orderId: string
    number: string
    status: string
    review: string
    payment: string
    fulfilment: string
    afterSales: string
    headline: string
    items: {
      minor: number
      currency: string
    }
    discount: {
      minor: number
      currency: string
    }
    freight: {
      minor: number
      currency: string
    }
    total: {
      minor: number
      currency: string
    }
    refunded: {
      minor: number
      currency: string
    }
    carrier: string
    /** GB/T 2260 code of the district it goes to. */
    districtCode: string
    placedAt: string
    paidAt: string | null
    dispatchBy: string | null
    lines: readonly {
      lineId: string
      productId: string
      variantId: string
      sku: string
      barcode: string | null
      name: {
        zh: string
        en: string
      }
      specification: {
        zh: string
        en: string
      }
      quantity: number
      shipped: number
      returned: number
      unitPrice: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
    }[]
  }
  /** Money of an order was given back. */
  'order.refunded': {
    orderId: string
    number: string
    status: string
    review: string
    payment: string
    fulfilment: string
    afterSales: string
    headline: string
    items: {
      minor: number
      currency: string
    }
    discount: {
      minor: number
      currency: string
    }
    freight: {
      minor: number
      currency: string
    }
    total: {
      minor: number
      currency: string
    }
    refunded: {
      minor: number
      currency: string
    }
    carrier: string
    /** GB/T 2260 code of the district it goes to. */
    districtCode: string
    placedAt: string
    paidAt: string | null
    dispatchBy: string | null
    lines: readonly {
      lineId: string
      productId: string
      variantId: string
      sku: string
      barcode: string | null
      name: {
        zh: string
        en: string
      }
      specification: {
        zh: string
        en: string
      }
      quantity: number
      shipped: number
      returned: number
      unitPrice: {
        minor: number
        currency: string
      }
      total: {
        minor: number
        currency: string
      }
    }[]
  }
  /** A parcel was handed to its carrier. */
  'shipment.dispatched': {
    /** Several where orders to one address leave together. */
    orderIds: readonly string[]
    outboundId: string
    parcelId: string
    carrier: string
    waybillNumber: string | null
    lines: readonly {
      lineId: string
      quantity: number
    }[]
  }
  /** A parcel was delivered. */
  'parcel.delivered': {
    /** Several where orders to one address leave together. */
    orderIds: readonly string[]
    parcelId: string
    state: string
    at: string
  }
  /** A parcel was signed for. */
  'parcel.signed': {
    /** Several where orders to one address leave together. */
    orderIds: readonly string[]
    parcelId: string
    state: string
    at: string
  }
  /** A product was created. */
  'product.created': {
    productId: string
    slug: string
    status: string
    name: {
      zh: string
      en: string
    }
    variants: readonly {
      variantId: string
      sku: string
      barcode: string | null
      status: string
      price: {
        list: {
          minor: number
          currency: string
        }
        was: {
          minor: number
          currency: string
        } | null
      } | null
    }[]
  }
  /** A product was changed. */
  'product.changed': {
    productId: string
    slug: string
    status: string
    name: {
      zh: string
      en: string
    }
    variants: readonly {
      variantId: string
      sku: string
      barcode: string | null
      status: string
      price: {
        list: {
          minor: number
          currency: string
        }
        was: {
          minor: number
          currency: string
        } | null
      } | null
    }[]
  }
  /** A product went on sale. */
  'listing.approved': {
    productId: string
    slug: string
    status: string
    name: {
      zh: string
      en: string
    }
    variants: readonly {
      variantId: string
      sku: string
      barcode: string | null
      status: string
      price: {
        list: {
          minor: number
          currency: string
        }
        was: {
          minor: number
          currency: string
        } | null
      } | null
    }[]
  }
  /** A product was taken off sale. */
  'listing.delisted': {
    productId: string
    slug: string
    status: string
    name: {
      zh: string
      en: string
    }
    variants: readonly {
      variantId: string
      sku: string
      barcode: string | null
      status: string
      price: {
        list: {
          minor: number
          currency: string
        }
        was: {
          minor: number
          currency: string
        } | null
      } | null
    }[]
  }
  /** A product went on sale again. */
  'listing.relisted': {
    productId: string
    slug: string
    status: string
    name: {
      zh: string
      en: string
    }
    variants: readonly {
      variantId: string
      sku: string
      barcode: string | null
      status: string
      price: {
        list: {
          minor: number
          currency: string
        }
        was: {
          minor: number
          currency: string
        } | null
      } | null
    }[]
  }
  /** A price was changed. */
  'price.changed': {
    variantId: string
    list: {
      minor: number
      currency: string
    }
    was: {
      minor: number
      currency: string
    } | null
  }
  /** Goods came in. */
  'stock.received': {
    variants: readonly {
      variantId: string
      /** On hand less reserved, all warehouses. */
      available: number
    }[]
  }
  /** Stock was corrected by hand. */
  'stock.adjusted': {
    variants: readonly {
      variantId: string
      /** On hand less reserved, all warehouses. */
      available: number
    }[]
  }
  /** A buyer asked for a return or refund. */
  'case.applied': {
    caseId: string
    orderId: string
    number: string
    kind: string
    reason: string
    status: string
  }
  /** An after-sales case was approved. */
  'case.approved': {
    caseId: string
    orderId: string
    number: string
    kind: string
    reason: string
    status: string
  }
  /** An after-sales case was refused. */
  'case.refused': {
    caseId: string
    orderId: string
    number: string
    kind: string
    reason: string
    status: string
  }
  /** Returned goods arrived. */
  'case.arrived': {
    caseId: string
    orderId: string
    number: string
    kind: string
    reason: string
    status: string
  }
  /** An after-sales case is settled. */
  'case.settled': {
    caseId: string
    orderId: string
    number: string
    kind: string
    reason: string
    status: string
  }
  'webhook.ping': Record<string, never>
}

/** A message as it arrives; `type` says what `data` is. */
export type WebhookMessage = {
  [Type in keyof WebhookMessages]: {
    /** Also the header webhook-id: the same in every attempt. */
    id: string
    type: Type
    timestamp: string
    payloadVersion: string
    /** `version` rises with every change of the thing. */
    subject: { kind: string; id: string; version: number }
    data: WebhookMessages[Type]
  }
}[keyof WebhookMessages]
