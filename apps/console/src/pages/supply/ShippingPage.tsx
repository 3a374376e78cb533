import { useQuery } from '@tanstack/react-query'
import { Flex } from 'antd'
import { asking } from '../../frame/asking.ts'
import { useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { CarriersCard } from './CarriersCard.tsx'
import { ChoicesCard } from './ChoicesCard.tsx'
import { CompareCard } from './CompareCard.tsx'
import { FreightRulesCard } from './FreightRulesCard.tsx'
import { shippingPageText } from './shipping-text.ts'

/** Who carries our parcels, where to, and for how much. */
export default function ShippingPage() {
  const t = useText(shippingPageText)
  const carriers = useQuery(asking('GET /api/v1/admin/carriers'))
  return (
    <Page title={t('title')} about={t('about')}>
      <Loaded query={carriers}>
        {(rows) => (
          <Flex vertical gap="middle">
            <CarriersCard rows={rows} />
            <ChoicesCard carriers={rows} />
            <FreightRulesCard carriers={rows} />
            <CompareCard />
          </Flex>
        )}
      </Loaded>
    </Page>
  )
}
