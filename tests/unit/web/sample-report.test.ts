// Whose head and whose signer does a report bear that begins with the model document?
import { expect, test } from 'vitest';
import { sampleFor } from '../../../web/drafting/beginning/sample-report.ts';
import { A_CHAIN, aContent, anOrganization, CHAIRMAN } from '../../support/builders.ts';

const { sealKey: _, ...COMMUNE } = anOrganization({
  id: 'org_son-kim',
  agencyLines: ['ỦY BAN NHÂN DÂN', 'PHƯỜNG SƠN KIM'],
  place: 'Sơn Kim',
  abbreviation: 'UBND.SK',
  settings: { ...anOrganization().settings, chain: A_CHAIN },
});
const { signingKey: _key, ...PRESENT } = CHAIRMAN;
const SIGNER = {
  ...PRESENT,
  name: 'Đoàn Thị Vân',
  signatureBlock: { authority: 'TM. UBND', titles: ['CHỦ TỊCH'], name: 'Đoàn Thị Vân' },
};

test('those of one’s own office', async () => {
  const content = await sampleFor({ organization: COMMUNE }, [SIGNER], []);

  expect(content).toMatchObject({
    agencyLines: ['ỦY BAN NHÂN DÂN', 'PHƯỜNG SƠN KIM'],
    place: 'Sơn Kim',
    symbol: 'BC-UBND.SK',
    signature: { name: 'Đoàn Thị Vân' },
  });
  // Whom this directory does not know would be refused when it is submitted.
  expect(content.addressees.map(({ organizationId }) => organizationId)).toEqual([null, null]);
});

test('nobody’s signature where the office does not say who signs', async () => {
  const settings = { ...COMMUNE.settings, chain: [] };
  const content = await sampleFor({ organization: { ...COMMUNE, settings } }, [SIGNER], []);

  expect(content.signature).toEqual({ authority: null, titles: [''], name: '' });
  expect(content.type).toBe(aContent().type);
});
