import { Link } from '@tanstack/react-router'
import { Flex, Form, Typography } from 'antd'
import { contrastOfAccent, leastContrast, lookCorners, lookDensities } from '#model/growth/content'
import { useText } from '../../frame/language.ts'
import { useMay } from '../../frame/session.ts'
import type { Look } from './content.ts'
import { decorationText } from './decoration-text.ts'
import { ChoiceField } from './fields.tsx'
import { PictureField } from './PictureField.tsx'

interface LookFormProps {
  readonly look: Look
  readonly onChange: (look: Look) => void
}

/** What the shop looks like on all its pages. */
export function LookForm({ look, onChange }: LookFormProps) {
  const t = useText(decorationText)
  const mayName = useMay('staff.manage')
  const change = (part: Partial<Look>) => onChange({ ...look, ...part })
  return (
    <>
      <Accent accent={look.accent} onChange={(accent) => change({ accent })} />
      <ChoiceField
        label={t('look.corners')}
        value={look.corners}
        options={lookCorners.map((value) => ({ value, label: t(`look.corners.${value}`) }))}
        onChange={(corners) => change({ corners })}
      />
      <ChoiceField
        label={t('look.density')}
        value={look.density}
        options={lookDensities.map((value) => ({ value, label: t(`look.density.${value}`) }))}
        onChange={(density) => change({ density })}
      />
      <PictureField label={t('look.logo')} value={look.logoId} onChange={(logoId) => change({ logoId })} />
      <PictureField label={t('look.sign')} value={look.signId} onChange={(signId) => change({ signId })} />
      {mayName && <Link to="/shops">{t('shop.names')}</Link>}
    </>
  )
}

function Accent({ accent, onChange }: { readonly accent: string; readonly onChange: (accent: string) => void }) {
  const t = useText(decorationText)
  const ratio = contrastOfAccent(accent)
  const isPale = ratio < leastContrast
  return (
    <Form.Item label={t('look.accent')}>
      <Flex gap="middle" align="center" wrap>
        <input
          type="color"
          className="accent"
          aria-label={t('look.accent')}
          value={accent}
          onChange={(event) => onChange(event.target.value)}
        />
        <Typography.Text type={isPale ? 'danger' : 'secondary'} role="status">
          {t('look.contrast', { ratio: (Math.floor(ratio * 10) / 10).toFixed(1) })}
        </Typography.Text>
      </Flex>
    </Form.Item>
  )
}
